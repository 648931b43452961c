/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-map-figure-private.h"

#include "sb-event-look.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* In points. */
#define COUNT_SIZE    5.8
#define COUNT_PADDING 1.5
#define COUNT_HEIGHT  7.5
#define DIGIT_WIDTH   3.8 /* no digit is wider */

static void
clear_place (gpointer data)
{
  g_free (((SbMapEventPlace *) data)->name);
}

static void
add_places (GArray *places,
            SbRecord *event,
            SbLanguage language)
{
  for (guint i = 0; i < sb_record_get_n_items (event, SB_EVENT_PLACES); i++)
    {
      SbRecord *item = sb_record_get_item (event, SB_EVENT_PLACES, i);
      SbRef *ref = sb_record_get_ref (item, SB_EVENT_PLACE_PLACE);
      SbMapEventPlace place = {
        .is_coarse = sb_record_get_term (item, SB_EVENT_PLACE_PRECISION, SB_PLACE_PRECISION_EXACT) >= SB_PLACE_PRECISION_REGION,
        .position = { sb_record_get_real (item, SB_EVENT_PLACE_LONGITUDE, NAN), sb_record_get_real (item, SB_EVENT_PLACE_LATITUDE, NAN) },
      };

      if (ref == NULL || isnan (place.position.longitude) || isnan (place.position.latitude))
        continue;

      place.name = g_strdup (sb_ref_get_name (ref, language));
      g_array_append_val (places, place);
    }
}

void
_sb_map_figure_set_events (SbMapFigure *self,
                           const SbBriefingInput *input,
                           const SbMapScene *scene)
{
  g_autoptr (GPtrArray) records = sb_briefing_input_list (input, SB_KIND_EVENT);

  self->events = sb_event_index_ref (scene->index);
  self->filter = sb_event_filter_copy (scene->filter);
  self->event_places = g_array_new (FALSE, FALSE, sizeof (SbMapEventPlace));
  g_array_set_clear_func (self->event_places, clear_place);
  for (guint i = 0; i < records->len; i++)
    add_places (self->event_places, g_ptr_array_index (records, i), self->language);
}

void
_sb_map_figure_clear_events (SbMapFigure *self)
{
  if (self->events == NULL)
    return;

  g_clear_pointer (&self->events, sb_event_index_unref);
  sb_event_filter_clear (&self->filter);
  g_clear_pointer (&self->event_places, g_array_unref);
}

static gboolean
is_named (GArray *spots,
          const char *name)
{
  for (guint i = 0; i < spots->len; i++)
    if (g_str_equal (g_array_index (spots, SbMapSpot, i).name, name))
      return TRUE;

  return FALSE;
}

/* After the place of an event that is nearest to where most of them are. A country is
 * named by the base map, and no name stands twice: a region may be called after a town. */
static char *
find_name (const SbMapFigure *self,
           const SbEventCluster *cluster,
           GArray *named)
{
  SbPosition position = sb_mercator_unproject (cluster->point);
  gboolean is_coarse = cluster->precision >= SB_PLACE_PRECISION_REGION;
  const char *name = "";
  double least = G_MAXDOUBLE;

  if (cluster->precision == SB_PLACE_PRECISION_COUNTRY)
    return g_strdup ("");

  for (guint i = 0; i < self->event_places->len; i++)
    {
      const SbMapEventPlace *place = &g_array_index (self->event_places, SbMapEventPlace, i);
      double distance = hypot (place->position.longitude - position.longitude, place->position.latitude - position.latitude);

      if (place->is_coarse != is_coarse || distance >= least)
        continue;
      least = distance;
      name = place->name;
    }

  return g_strdup (is_named (named, name) ? "" : name);
}

GArray *
_sb_map_clusters_list (const SbMapFigure *self,
                       const SbMapFrame *frame)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (SbMapSpot));
  const SbRect area = { frame->origin.x, frame->origin.y, frame->rect.width / frame->scale, frame->rect.height / frame->scale };
  g_autoptr (SbEventClusters) clusters = NULL;
  const SbEventCluster *all;
  guint n_clusters;

  g_array_set_clear_func (spots, (GDestroyNotify) _sb_map_spot_clear);
  clusters = sb_event_clusters_new (self->events, &self->filter, &area, sb_event_clusters_get_level (frame->scale / frame->unit));
  all = sb_event_clusters_get (clusters, &n_clusters);
  for (guint i = n_clusters; i > 0; i--)
    {
      const SbEventCluster *cluster = &all[i - 1];
      SbMapSpot spot = {
        .position = sb_mercator_unproject (cluster->point),
        .n_names = 1,
        .is_vague = cluster->precision >= SB_PLACE_PRECISION_REGION,
        .is_sourced = !cluster->is_unsourced,
        .is_cluster = TRUE,
        .cluster = *cluster,
      };

      if (!sb_rect_contains (&frame->rect, sb_map_frame_to_page (frame, spot.position)))
        continue;

      spot.n_events[MIN ((guint) cluster->type, SB_N_EVENT_TYPES - 1)] = cluster->n_events;
      spot.name = find_name (self, cluster, spots);
      g_array_append_val (spots, spot);
    }

  return spots;
}

static double
get_count_width (const char *text)
{
  return strlen (text) * DIGIT_WIDTH + 2 * COUNT_PADDING;
}

SbRect
_sb_map_cluster_get_rect (const SbMapSpot *self,
                          SbPoint point)
{
  SbSymbolLook look = sb_event_cluster_get_look (&self->cluster);
  double reach = look.size * SB_MAP_UNIT * sb_symbol_get_reach (look.flags);
  SbRect rect = { point.x - reach, point.y - reach, 2 * reach, 2 * reach };

  if (self->cluster.n_events > 1)
    {
      /* As long in every language, but for the comma. */
      g_autofree char *text = sb_event_count_format (self->cluster.n_events, SB_LANGUAGE_EN);

      rect.width += get_count_width (text) - reach * 0.3;
      rect.y -= COUNT_HEIGHT / 2;
      rect.height += COUNT_HEIGHT / 2;
    }
  return rect;
}

void
_sb_map_cluster_draw_extent (const SbMapSpot *self,
                             cairo_t *cr,
                             const SbMapFrame *frame,
                             SbBasemapStyle style)
{
  SbSymbolLook look;
  SbPoint point;
  double radius;

  if (!self->is_cluster)
    return;

  look = sb_event_cluster_get_look (&self->cluster);
  point = sb_map_frame_to_page (frame, self->position);
  radius = sb_event_cluster_get_radius (&self->cluster, frame->scale / frame->unit) * frame->unit;
  if (radius <= 0)
    return;

  if (look.is_light)
    cairo_push_group (cr);
  sb_symbol_draw_extent (cr, look.type, self->cluster.precision, point.x, point.y, radius, style);
  if (look.is_light)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, SB_EVENT_LOOK_LIGHT);
    }
}

void
_sb_map_draw_count (cairo_t *cr,
                    const char *text,
                    double x,
                    double y,
                    double unit,
                    SbBasemapStyle style)
{
  double grow = unit / SB_MAP_UNIT;
  g_autoptr (PangoLayout) layout = _sb_map_text_new (cr, text, COUNT_SIZE * grow, PANGO_WEIGHT_SEMIBOLD, -1);
  double radius = COUNT_HEIGHT / 2 * grow;
  double width = MAX (_sb_map_text_get_width (layout) + 2 * COUNT_PADDING * grow, 2 * radius);
  double ground = style == SB_BASEMAP_STYLE_DARK ? 0.14 : 1;
  double ink = style == SB_BASEMAP_STYLE_DARK ? 1 : 0.05;

  cairo_new_path (cr);
  cairo_arc (cr, x + radius, y, radius, G_PI_2, 3 * G_PI_2);
  cairo_arc (cr, x + width - radius, y, radius, -G_PI_2, G_PI_2);
  cairo_close_path (cr);
  cairo_set_source_rgb (cr, ground, ground, ground);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, ink, ink, ink);
  cairo_move_to (cr, x + (width - _sb_map_text_get_width (layout)) / 2, y - _sb_map_text_get_height (layout) / 2);
  pango_cairo_show_layout (cr, layout);
}

void
_sb_map_cluster_draw (const SbMapSpot *self,
                      cairo_t *cr,
                      const SbMapFrame *frame,
                      SbBasemapStyle style,
                      SbLanguage language)
{
  SbSymbolLook look = sb_event_cluster_get_look (&self->cluster);
  SbPoint point = sb_map_frame_to_page (frame, self->position);
  double reach = look.size * frame->unit / 2;

  if (look.is_light)
    cairo_push_group (cr);
  sb_symbol_draw_event (cr, look.type, point.x, point.y, 2 * reach, style, look.flags);
  if (look.is_light)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, SB_EVENT_LOOK_LIGHT);
    }
  if (self->cluster.n_events > 1)
    {
      g_autofree char *text = sb_event_count_format (self->cluster.n_events, language);

      _sb_map_draw_count (cr, text, point.x + reach * 0.7, point.y - reach * 0.9, frame->unit, style);
    }
}
