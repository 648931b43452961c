/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * SbPixels:
 *
 * A picture that is drawn by Cairo, and that others are then laid on by the thousand. To
 * lay down a small picture takes Cairo several microseconds before it comes to the first
 * pixel of it; pixman, which does the rest for Cairo, needs a fraction of one. In any
 * thread, one at a time.
 */
typedef struct _SbPixels SbPixels;

/* Of so many pixels, with nothing on it. */
SbPixels *sb_pixels_new (int width,
                         int height) G_GNUC_WARN_UNUSED_RESULT;
/* Of these pixels of @surface, an image of CAIRO_FORMAT_ARGB32, as far as it has them. */
SbPixels *sb_pixels_new_for_part (cairo_surface_t *surface,
                                  int x,
                                  int y,
                                  int width,
                                  int height) G_GNUC_WARN_UNUSED_RESULT;
void sb_pixels_free (SbPixels *self);

int sb_pixels_get_width (const SbPixels *self);
int sb_pixels_get_height (const SbPixels *self);

/* To draw on. What was drawn is flushed (cairo_surface_flush()) before sb_pixels_lay(). */
cairo_surface_t *sb_pixels_get_surface (SbPixels *self);

/* One picture, and where on the surface its top left corner lies, which may be outside. */
typedef struct
{
  const SbPixels *pixels; /* (not owned) */
  int x;
  int y;
} SbLaidPixels;

/* Lays @n of them over what is there, the last one on top. They need not be in any order:
 * all that a band of the picture shows is laid down before the next band. Nothing is
 * laid outside the part that @self is of. */
void sb_pixels_lay (SbPixels *self,
                    const SbLaidPixels *laid,
                    guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbPixels, sb_pixels_free)

G_END_DECLS
