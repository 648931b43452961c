/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-event-picture.h"

#include <math.h>

/* What is so far outside may reach into the picture; logical pixels. */
#define MARGIN 80

double
sb_event_cluster_get_reach (const SbEventCluster *cluster)
{
  return sb_event_cluster_get_look (cluster).size / 2.0;
}

void
sb_event_cluster_place (const SbEventCluster *cluster,
                        SbEventSprites *sprites,
                        SbSymbolFlags flags,
                        double x,
                        double y)
{
  SbSymbolLook look = sb_event_cluster_get_look (cluster);
  double reach = sb_event_cluster_get_reach (cluster);

  look.flags |= flags;
  sb_event_sprites_place_symbol (sprites, &look, x, y);
  if (cluster->n_events > 1)
    sb_event_sprites_place_count (sprites, cluster->n_events, x + reach * 0.7, y - reach * 0.9);
}

static void
place_extent (const SbEventCluster *cluster,
              SbEventSprites *sprites,
              double world,
              SbPoint at)
{
  SbSymbolLook look = sb_event_cluster_get_look (cluster);

  sb_event_sprites_place_extent (sprites, &look, cluster->precision, sb_event_cluster_get_radius (cluster, world), at.x, at.y);
}

SbPicture *
sb_event_picture_new (const SbEventClusters *clusters,
                      SbEventSprites *sprites,
                      const SbRect *area,
                      double world)
{
  int scale = sb_event_sprites_get_style (sprites)->scale;
  int width = MAX ((int) ceil (area->width * world), 1);
  int height = MAX ((int) ceil (area->height * world), 1);
  g_autoptr (SbPixels) ground = sb_pixels_new (width * scale, height * scale);
  guint n_clusters;
  const SbEventCluster *all = sb_event_clusters_get (clusters, &n_clusters);

  /* Extents first: no symbol is to lie under the halo of another. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n_clusters; i++)
      {
        SbPoint at = { (all[i].point.x - area->x) * world, (all[i].point.y - area->y) * world };

        if (at.x < -MARGIN || at.y < -MARGIN || at.x > width + MARGIN || at.y > height + MARGIN)
          continue;

        if (pass == 1)
          sb_event_cluster_place (&all[i], sprites, SB_SYMBOL_DEFAULT, at.x, at.y);
        else if (all[i].precision != SB_PLACE_PRECISION_EXACT)
          place_extent (&all[i], sprites, world, at);
      }

  sb_event_sprites_lay_down (sprites, ground);
  return sb_picture_new (cairo_surface_reference (sb_pixels_get_surface (ground)), scale);
}
