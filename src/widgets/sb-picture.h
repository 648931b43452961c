/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-geometry.h"

G_BEGIN_DECLS

/**
 * SbPicture:
 *
 * What was painted, in a worker mostly, to be laid into the frames of a widget, moved and
 * stretched as its view is. It never changes. References may be taken and given up in any
 * thread; it is drawn in that of GTK.
 *
 * How it is laid down depends on what GTK draws with. A graphics card keeps a texture.
 * GTK 4.8's own renderer, by Cairo, copies a texture whole for each frame and then smooths
 * it, which takes some ten times as long as to lay down the pixels as they are.
 */
typedef struct _SbPicture SbPicture;

/* @surface: taken; an image whose drawing is done. @scale: pixels of the screen in a
 * logical one. */
SbPicture *sb_picture_new (cairo_surface_t *surface,
                           int scale) G_GNUC_WARN_UNUSED_RESULT;
SbPicture *sb_picture_ref (SbPicture *self) G_GNUC_WARN_UNUSED_RESULT;
void sb_picture_unref (SbPicture *self);

/* Of the pixels, in the thread of GTK. */
cairo_surface_t *sb_picture_get_surface (SbPicture *self);

/* Lays it over what @snapshot has, cut to @widget, so that it covers @rect, in logical
 * pixels of @widget. As large as it was painted it comes to lie on whole pixels; where it
 * is stretched, only its corners do. */
void sb_picture_append (SbPicture *self,
                        GtkSnapshot *snapshot,
                        GtkWidget *widget,
                        const SbRect *rect);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbPicture, sb_picture_unref)

G_END_DECLS
