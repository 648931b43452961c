/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-event-clusters.h"
#include "sb-symbol.h"

G_BEGIN_DECLS

/**
 * SbEventSprites:
 *
 * The symbols, extents and numbers of events as pictures, each drawn once and then
 * kept: what a map shows is put together of a few dozens of them, some thousand
 * times a frame. For one style and pixel density. Main thread.
 */
typedef struct _SbEventSprites SbEventSprites;

/* What one symbol looks like. */
typedef struct
{
  SbEventType type;
  guint size; /* sb_event_sprites_get_size() */
  SbSymbolFlags flags;
  gboolean is_light; /* it need not have been in the period */
} SbSymbolLook;

SbEventSprites *sb_event_sprites_new (SbBasemapStyle style,
                                      int scale) G_GNUC_WARN_UNUSED_RESULT;
void sb_event_sprites_free (SbEventSprites *self);

/* The height of the symbol of so many deaths, in logical pixels: five steps. */
guint sb_event_sprites_get_size (guint fatalities);

/* How far around its place what is only known so well may have been, in logical
 * pixels; 0 for what is exact. @pixels_per_km: at the place. */
guint sb_event_sprites_get_radius (SbPlacePrecision precision,
                                   double pixels_per_km);

/* Each of them around (@x, @y). */
void sb_event_sprites_snapshot_symbol (SbEventSprites *self,
                                       GtkSnapshot *snapshot,
                                       const SbSymbolLook *look,
                                       double x,
                                       double y);
/* Of the look, the type and the lightness count. */
void sb_event_sprites_snapshot_extent (SbEventSprites *self,
                                       GtkSnapshot *snapshot,
                                       const SbSymbolLook *look,
                                       SbPlacePrecision precision,
                                       guint radius,
                                       double x,
                                       double y);
/* The number on a ground of its own, its left end at (@x, @y), in the font and
 * colours of @widget. */
void sb_event_sprites_snapshot_count (SbEventSprites *self,
                                      GtkSnapshot *snapshot,
                                      GtkWidget *widget,
                                      guint count,
                                      double x,
                                      double y);

/* "7", "340", "1.2k", "34k", "1.2M": short, so that it covers little. */
char *sb_event_count_format (guint count) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbEventSprites, sb_event_sprites_free)

G_END_DECLS
