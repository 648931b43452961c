/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-event-clusters.h"
#include "sb-event-sprites.h"
#include "sb-picture.h"

G_BEGIN_DECLS

/* Half the height of a cluster's symbol, in logical pixels. */
double sb_event_cluster_get_reach (const SbEventCluster *cluster);

/* One cluster around (@x, @y), as in sb_event_sprites_place_symbol(). @flags are added
 * to those that it has. */
void sb_event_cluster_place (const SbEventCluster *cluster,
                             SbEventSprites *sprites,
                             SbSymbolFlags flags,
                             double x,
                             double y);

/* All of @clusters that @area (of the unit square) shows, as one picture that covers
 * it, @world logical pixels being the width of the world. To lay some thousand
 * pictures into one, in any thread, and to hand GTK that one, is much less than to
 * hand it all of them: and a map that is moved shows it again as it is. */
SbPicture *sb_event_picture_new (const SbEventClusters *clusters,
                                 SbEventSprites *sprites,
                                 const SbRect *area,
                                 double world) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
