/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-map-view.h"

G_BEGIN_DECLS

/**
 * SbMapBackgrounds:
 *
 * What the user may lay over the base map: servers of tiles, and files of them. They
 * are kept in the settings "map-backgrounds", the one that is shown in
 * "map-background". Main thread.
 *
 * Signal "changed": another one is shown, or the list is another.
 */
#define SB_TYPE_MAP_BACKGROUNDS (sb_map_backgrounds_get_type ())

G_DECLARE_FINAL_TYPE (SbMapBackgrounds, sb_map_backgrounds, SB, MAP_BACKGROUNDS, GObject)

SbMapBackgrounds *sb_map_backgrounds_new (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

/* Adds one and shows it; one of the same address is replaced. A server goes by its
 * address pattern (sb-tile-address.h); @max_zoom is that of its tiles of 256 pixels.
 * Fail with SB_GEO_ERROR, or a G_FILE_ERROR. */
gboolean sb_map_backgrounds_add_server (SbMapBackgrounds *self,
                                        const char *name,
                                        const char *pattern,
                                        const char *attribution,
                                        guint max_zoom,
                                        GError **error);
void sb_map_backgrounds_add_file_async (SbMapBackgrounds *self,
                                        GFile *file,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean sb_map_backgrounds_add_file_finish (SbMapBackgrounds *self,
                                             GAsyncResult *result,
                                             GError **error);

/* Shows the one of @address, a pattern or the URI of a file; "" for the base map
 * alone, as is one that is not in the list. */
void sb_map_backgrounds_choose (SbMapBackgrounds *self,
                                const char *address);
void sb_map_backgrounds_remove (SbMapBackgrounds *self,
                                const char *address);

/* All of them, "a(ss)": the name and the address. */
GVariant *sb_map_backgrounds_get_list (SbMapBackgrounds *self) G_GNUC_WARN_UNUSED_RESULT;

/* Of the one that is shown: "" for the base map alone. */
const char *sb_map_backgrounds_get_address (SbMapBackgrounds *self);
/* Why it does not show, as a sentence; NULL when it does. */
const char *sb_map_backgrounds_get_problem (SbMapBackgrounds *self);
/* Lays it under what @view shows. */
void sb_map_backgrounds_show (SbMapBackgrounds *self,
                              SbMapView *view);

G_END_DECLS
