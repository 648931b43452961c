/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-map-view.h"
#include "sb-overlay.h"

G_BEGIN_DECLS

/**
 * SbMapOverlays:
 *
 * The files that the user lays over the map: GeoJSON, KML, KMZ and GPX. They are kept
 * in the setting "map-overlays" and read again when the program starts; a file that
 * is gone or broken by then stays in the list. Main thread.
 *
 * Signal "changed": another is shown, or the list is another. Signal "failed"
 * (string): a sentence that says which file could not be read, and why.
 */
#define SB_TYPE_MAP_OVERLAYS (sb_map_overlays_get_type ())

G_DECLARE_FINAL_TYPE (SbMapOverlays, sb_map_overlays, SB, MAP_OVERLAYS, GObject)

SbMapOverlays *sb_map_overlays_new (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

/* Reads @file and adds it, shown; one that is there already is read again. Fails with
 * SB_TABLE_ERROR or a G_IO_ERROR. What it draws is in @bounds (nullable). */
void sb_map_overlays_add_async (SbMapOverlays *self,
                                GFile *file,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean sb_map_overlays_add_finish (SbMapOverlays *self,
                                     GAsyncResult *result,
                                     SbBounds *bounds,
                                     GError **error);

guint sb_map_overlays_get_n (SbMapOverlays *self);
const char *sb_map_overlays_get_name (SbMapOverlays *self,
                                      guint position);
gboolean sb_map_overlays_is_visible (SbMapOverlays *self,
                                     guint position);
void sb_map_overlays_set_visible (SbMapOverlays *self,
                                  guint position,
                                  gboolean is_visible);
void sb_map_overlays_remove_hidden (SbMapOverlays *self);

/* Lays those that are visible, and are read, over @view. */
void sb_map_overlays_show (SbMapOverlays *self,
                           SbMapView *view);

G_END_DECLS
