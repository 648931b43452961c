/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-map-figure-private.h"

#include "sb-symbol.h"

/* In points. */
#define SYMBOL_SIZE 8.5
#define SYMBOL_STEP 9.5
#define VAGUE_SIZE  13.0
#define DOT_SIZE    3.2 /* of a place that is only named */

/* A name is made of no more than so many. */
#define MAX_NAMES 2

/* A page has room for far fewer. */
#define MAX_SPOTS 300

guint
_sb_map_spot_count_events (const SbMapSpot *self)
{
  guint n_events = 0;

  for (guint i = 0; i < SB_N_EVENT_TYPES; i++)
    n_events += self->n_events[i];

  return n_events;
}

void
_sb_map_spot_clear (SbMapSpot *self)
{
  g_free (self->name);
}

static guint
count_symbols (const SbMapSpot *spot)
{
  guint n_symbols = spot->n_restrictions > 0 ? 1 : 0;

  for (guint i = 0; i < SB_N_EVENT_TYPES; i++)
    n_symbols += spot->n_events[i] > 0 ? 1 : 0;

  return MAX (n_symbols, 1);
}

SbRect
_sb_map_spot_get_rect (const SbMapSpot *spot,
                       SbPoint point)
{
  gboolean is_bare = !spot->is_cluster && spot->n_restrictions == 0 && _sb_map_spot_count_events (spot) == 0;
  double size = is_bare ? (spot->is_ground ? 0 : DOT_SIZE) : (spot->is_vague ? VAGUE_SIZE : SYMBOL_SIZE) + 2;
  double width = size + (count_symbols (spot) - 1) * SYMBOL_STEP;

  if (spot->is_cluster)
    return _sb_map_cluster_get_rect (spot, point);
  if (spot->is_way_end)
    return sb_map_way_get_mark (point, SB_MAP_UNIT);

  return (SbRect) { point.x - width / 2, point.y - size / 2, width, size };
}

/* @other becomes a part of @spot; its name joins when something happened there. */
static void
merge_spot (SbMapSpot *spot,
            const SbMapSpot *other)
{
  if (_sb_map_spot_count_events (other) > 0 && !other->is_vague && spot->n_names < MAX_NAMES)
    {
      g_autofree char *name = g_steal_pointer (&spot->name);

      spot->name = g_strdup_printf ("%s – %s", name, other->name);
      spot->n_names++;
    }
  for (guint i = 0; i < SB_N_EVENT_TYPES; i++)
    spot->n_events[i] += other->n_events[i];
  spot->n_restrictions += other->n_restrictions;
  spot->n_denied += other->n_denied;
  spot->is_sourced = spot->is_sourced || other->is_sourced;
  spot->is_vague = spot->is_vague && other->is_vague;
  spot->is_ground = spot->is_ground && other->is_ground;
}

/* Merges the first two spots that lie on each other; FALSE when none do. */
static gboolean
merge_two (GArray *spots,
           const SbMapFrame *frame)
{
  for (guint i = 0; i < spots->len; i++)
    {
      SbMapSpot *spot = &g_array_index (spots, SbMapSpot, i);
      SbRect rect = _sb_map_spot_get_rect (spot, sb_map_frame_to_page (frame, spot->position));

      for (guint k = i + 1; k < spots->len; k++)
        {
          const SbMapSpot *other = &g_array_index (spots, SbMapSpot, k);
          SbRect other_rect = _sb_map_spot_get_rect (other, sb_map_frame_to_page (frame, other->position));

          if (sb_rect_intersects (&rect, &other_rect))
            {
              merge_spot (spot, other);
              g_array_remove_index (spots, k);
              return TRUE;
            }
        }
    }

  return FALSE;
}

/* What has the name of a place that lies under a cluster would be written twice. */
static gboolean
is_covered (GArray *clusters,
            const SbMapFrame *frame,
            const SbMapSpot *spot)
{
  SbRect rect = _sb_map_spot_get_rect (spot, sb_map_frame_to_page (frame, spot->position));

  for (guint i = 0; i < clusters->len; i++)
    {
      const SbMapSpot *cluster = &g_array_index (clusters, SbMapSpot, i);
      SbRect other = _sb_map_cluster_get_rect (cluster, sb_map_frame_to_page (frame, cluster->position));

      if (sb_rect_intersects (&rect, &other))
        return TRUE;
    }

  return FALSE;
}

/* @spots after @clusters that they do not lie on. Takes both over. */
static GArray *
join_clusters (GArray *clusters,
               GArray *spots,
               const SbMapFrame *frame)
{
  for (guint i = 0; i < spots->len; i++)
    {
      SbMapSpot spot = g_array_index (spots, SbMapSpot, i);

      if (is_covered (clusters, frame, &spot))
        continue;

      spot.name = g_strdup (spot.name);
      g_array_append_val (clusters, spot);
    }
  g_array_unref (spots);
  return clusters;
}

static gboolean
has_name (GArray *spots,
          const char *name)
{
  for (guint i = 0; i < spots->len; i++)
    if (g_strcmp0 (g_array_index (spots, SbMapSpot, i).name, name) == 0)
      return TRUE;

  return FALSE;
}

/* The ends of the way, whose marks lie over what the base map has there, get their names
 * beside them. */
static void
append_way_ends (const SbMapFigure *self,
                 const SbMapFrame *frame,
                 GArray *spots)
{
  for (guint end = 0; self->way != NULL && end < SB_N_MAP_WAY_ENDS; end++)
    {
      SbMapSpot spot = { .is_way_end = TRUE, .n_names = 1 };
      const char *name = sb_map_way_get_name (self->way, end, self->language);

      if (name == NULL || *name == '\0' || has_name (spots, name) || !sb_map_way_get_end (self->way, end, &spot.position) ||
          !sb_rect_contains (&frame->rect, sb_map_frame_to_page (frame, spot.position)))
        continue;

      spot.name = g_strdup (name);
      g_array_append_val (spots, spot);
    }
}

/* The spots as @frame can show them: what would lie on each other is one, which
 * takes more room, and so on. */
GArray *
_sb_map_spots_merge (const SbMapFigure *self,
                     const SbMapFrame *frame)
{
  GArray *spots = g_array_sized_new (FALSE, FALSE, sizeof (SbMapSpot), self->spots->len);

  g_array_set_clear_func (spots, (GDestroyNotify) _sb_map_spot_clear);
  for (guint i = 0; i < self->spots->len && i < MAX_SPOTS; i++)
    {
      SbMapSpot spot = g_array_index (self->spots, SbMapSpot, i);

      /* A map of an extent of its own leaves out what lies beyond. */
      if (!sb_rect_contains (&frame->rect, sb_map_frame_to_page (frame, spot.position)))
        continue;

      spot.name = g_strdup (spot.name);
      spot.n_names = 1;
      g_array_append_val (spots, spot);
    }
  while (merge_two (spots, frame))
    continue;

  if (self->events != NULL)
    spots = join_clusters (_sb_map_clusters_list (self, frame), spots, frame);
  append_way_ends (self, frame, spots);
  return spots;
}

static void
draw_dot (cairo_t *cr,
          SbPoint point)
{
  cairo_new_path (cr);
  cairo_arc (cr, point.x, point.y, DOT_SIZE / 2, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, 0.08, 0.1, 0.13);
  cairo_fill (cr);
}

/* One symbol for each type of event at the place, side by side. */
void
_sb_map_spot_draw (const SbMapSpot *spot,
                   cairo_t *cr,
                   const SbMapFrame *frame,
                   SbBasemapStyle style,
                   SbLanguage language)
{
  SbPoint point = sb_map_frame_to_page (frame, spot->position);
  guint n_symbols = count_symbols (spot);
  double x = point.x - (n_symbols - 1) * SYMBOL_STEP / 2;
  SbSymbolFlags flags = spot->is_sourced ? SB_SYMBOL_DEFAULT : SB_SYMBOL_UNSOURCED;
  guint n_drawn = 0;

  if (spot->is_way_end)
    return;
  if (spot->is_cluster)
    {
      _sb_map_cluster_draw (spot, cr, frame, style, language);
      return;
    }

  flags |= spot->is_vague ? SB_SYMBOL_VAGUE : SB_SYMBOL_DEFAULT;
  for (guint i = 0; i < SB_N_EVENT_TYPES && n_drawn < n_symbols; i++)
    if (spot->n_events[i] > 0)
      sb_symbol_draw_event (cr, (SbEventType) i, x + SYMBOL_STEP * n_drawn++, point.y, SYMBOL_SIZE, style, flags);
  if (spot->n_restrictions > 0 && n_drawn < n_symbols)
    sb_symbol_draw_restriction (cr, x + SYMBOL_STEP * n_drawn, point.y, SYMBOL_SIZE, style,
                                spot->n_denied == spot->n_restrictions ? SB_SYMBOL_DENIED : SB_SYMBOL_DEFAULT);
  else if (n_drawn == 0 && !spot->is_ground)
    draw_dot (cr, point);
}
