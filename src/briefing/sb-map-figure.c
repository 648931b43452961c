/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-map-figure-private.h"

#include "sb-translate.h"

/* Of the width of what is shown, on each side; and the least that is shown, in
 * degrees. */
#define GROW     0.09
#define MIN_SPAN 2.5

static void
stretch_free (gpointer data)
{
  g_array_unref (((SbMapStretch *) data)->positions);
  g_free (data);
}

SbMapFigure *
_sb_map_figure_new (SbBasemapPainter *painter,
                    SbLanguage language,
                    const char *as_of)
{
  SbMapFigure *self = g_new0 (SbMapFigure, 1);

  self->painter = sb_basemap_painter_ref (painter);
  self->language = language;
  self->as_of = g_strdup (as_of);
  self->spots = g_array_new (FALSE, FALSE, sizeof (SbMapSpot));
  g_array_set_clear_func (self->spots, (GDestroyNotify) _sb_map_spot_clear);
  self->stretches = g_ptr_array_new_with_free_func (stretch_free);
  self->roads = sb_road_lines_new (NULL);
  self->ways = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->areas = g_ptr_array_new_with_free_func (g_object_unref);
  self->grounds = g_ptr_array_new_with_free_func (g_object_unref);
  self->zones = g_ptr_array_new_with_free_func (g_object_unref);
  self->drawings = sb_drawings_new ();
  for (guint i = 0; i < SB_N_MAP_LAYERS; i++)
    self->opacities[i] = 1;

  return self;
}

void
_sb_map_figure_free (SbMapFigure *self)
{
  g_clear_pointer (&self->painter, sb_basemap_painter_unref);
  _sb_map_figure_clear_events (self);
  g_array_unref (self->spots);
  g_ptr_array_unref (self->stretches);
  sb_road_lines_unref (self->roads);
  g_ptr_array_unref (self->ways);
  g_ptr_array_unref (self->areas);
  g_ptr_array_unref (self->grounds);
  g_ptr_array_unref (self->zones);
  g_free (self->zone_issuers);
  sb_drawings_unref (self->drawings);
  g_clear_pointer (&self->overlays, g_ptr_array_unref);
  g_clear_pointer (&self->way, sb_map_way_unref);
  g_free (self->as_of);
  g_free (self);
}

void
_sb_map_figure_set_scene (SbMapFigure *self,
                          const SbMapScene *scene,
                          SbMapLayers layers)
{
  self->is_scene = TRUE;
  if (scene->overlays != NULL && (layers & SB_MAP_LAYER_OVERLAYS) != 0)
    self->overlays = g_ptr_array_ref (scene->overlays);
  if (scene->way != NULL && (layers & SB_MAP_LAYER_WAY) != 0)
    self->way = sb_map_way_ref (scene->way);
  for (guint i = 0; i < SB_N_MAP_LAYERS && scene->opacities != NULL; i++)
    self->opacities[i] = scene->opacities[i];
}

void
_sb_map_figure_add_network (SbMapFigure *self,
                            const SbRoadConditions *roads)
{
  sb_road_lines_unref (self->roads);
  self->roads = sb_road_lines_new (roads);
}

/* Places come before areas, and those where more happened before others. */
static int
compare_spots (gconstpointer a,
               gconstpointer b)
{
  const SbMapSpot *one = a;
  const SbMapSpot *other = b;
  guint n_one = _sb_map_spot_count_events (one);
  guint n_other = _sb_map_spot_count_events (other);

  if ((n_one > 0) != (n_other > 0))
    return n_one > 0 ? -1 : 1;
  if (one->is_vague != other->is_vague)
    return one->is_vague ? 1 : -1;
  if (n_one != n_other)
    return n_one > n_other ? -1 : 1;

  return 0;
}

void
_sb_map_figure_add_spot (SbMapFigure *self,
                         SbMapSpot spot)
{
  g_array_append_val (self->spots, spot);
  g_array_sort (self->spots, compare_spots);
}

/* What is worst is drawn last, and what is denied before what is not. */
static int
compare_stretches (gconstpointer a,
                   gconstpointer b)
{
  const SbMapStretch *one = *(const SbMapStretch *const *) a;
  const SbMapStretch *other = *(const SbMapStretch *const *) b;

  if (one->state != other->state)
    return (int) one->state - (int) other->state;

  return other->is_denied - one->is_denied;
}

void
_sb_map_figure_add_stretch (SbMapFigure *self,
                            GArray *positions,
                            SbRoadState state,
                            gboolean is_denied)
{
  SbMapStretch *stretch;

  if (state == SB_ROAD_OPEN)
    {
      g_array_unref (positions);
      return;
    }

  stretch = g_new0 (SbMapStretch, 1);
  stretch->positions = positions;
  stretch->state = state;
  stretch->is_denied = is_denied;
  g_ptr_array_add (self->stretches, stretch);
  g_ptr_array_sort (self->stretches, compare_stretches);
}

void
_sb_map_figure_add_drawing (SbMapFigure *self,
                            SbRecord *drawing,
                            const char *caption,
                            gboolean is_sourced)
{
  sb_drawings_add (self->drawings, drawing, self->language, caption, is_sourced);
}

void
_sb_map_figure_add_way (SbMapFigure *self,
                        GArray *positions)
{
  g_ptr_array_add (self->ways, positions);
}

void
_sb_map_figure_add_area (SbMapFigure *self,
                         SbMapArea *area)
{
  g_ptr_array_add (self->areas, g_object_ref (area));
}

void
_sb_map_figure_add_ground (SbMapFigure *self,
                           SbMapArea *ground)
{
  g_ptr_array_add (self->grounds, g_object_ref (ground));
}

void
_sb_map_figure_add_zone (SbMapFigure *self,
                         SbMapArea *zone)
{
  g_ptr_array_add (self->zones, g_object_ref (zone));
}

gboolean
_sb_map_figure_is_empty (const SbMapFigure *self)
{
  return self->spots->len == 0 && self->stretches->len == 0 && sb_road_lines_is_empty (self->roads) && self->ways->len == 0 &&
         self->areas->len == 0 && self->grounds->len == 0 && self->zones->len == 0 && sb_drawings_get_n (self->drawings) == 0;
}

/* "; who holds the ground: Kidal · held, …" */
static void
describe_areas (GString *text,
                GPtrArray *areas,
                const char *heading,
                SbLanguage language)
{
  for (guint i = 0; i < areas->len; i++)
    {
      GPtrArray *lines = sb_map_area_get_lines (g_ptr_array_index (areas, i), language);

      if (i == 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ". " : "", heading);
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : " ", lines->len > 0 ? (const char *) g_ptr_array_index (lines, 0) : "");
    }
}

static void
describe_spots (const SbMapFigure *self,
                GString *text)
{
  guint n_named = 0;

  for (guint i = 0; i < self->spots->len; i++)
    {
      const SbMapSpot *spot = &g_array_index (self->spots, SbMapSpot, i);

      if (_sb_map_spot_count_events (spot) == 0 && spot->n_restrictions == 0)
        continue;
      if (n_named == 0)
        g_string_append_printf (text, "%s ", sb_translate (self->language, "Places hit:"));
      g_string_append_printf (text, "%s%s", n_named++ > 0 ? ", " : "", spot->name);
    }
}

static void
describe_roads (const SbMapFigure *self,
                GString *text)
{
  guint n_cut;
  guint n_stretches = self->stretches->len + sb_road_lines_count_restricted (self->roads, &n_cut);
  g_autofree char *cut = NULL;

  for (guint i = 0; i < self->stretches->len; i++)
    n_cut += ((const SbMapStretch *) g_ptr_array_index (self->stretches, i))->state == SB_ROAD_CUT;
  if (n_stretches == 0)
    return;

  cut = g_strdup_printf (sb_translate (self->language, "Stretches of road under a restriction: %u, of which cut: %u"), n_stretches, n_cut);
  g_string_append_printf (text, "%s%s", text->len > 0 ? ". " : "", cut);
}

char *
_sb_map_figure_describe (const SbMapFigure *self)
{
  GString *text = g_string_new (NULL);
  char *description;

  describe_spots (self, text);
  describe_areas (text, self->areas, sb_translate (self->language, "Who holds the ground:"), self->language);
  describe_areas (text, self->zones, sb_translate (self->language, "Travel advice:"), self->language);
  describe_roads (self, text);
  /* Translators: the first is a date ("Situation as of 29 April 2026"), the second what is on the map. */
  description = g_strdup_printf (sb_translate (self->language, "Map. %s. %s"), self->as_of, text->str);
  g_string_free (text, TRUE);

  return description;
}

static SbBounds
extend_by_line (const SbBounds *bounds,
                GArray *line)
{
  SbBounds extended = *bounds;

  for (guint i = 0; i < line->len; i++)
    extended = sb_bounds_extend (&extended, g_array_index (line, SbPosition, i));

  return extended;
}

/* The middle of each; all of a shape when nothing else is on the map. */
static SbBounds
extend_by_areas (const SbBounds *bounds,
                 GPtrArray *areas,
                 gboolean is_whole)
{
  SbBounds extended = *bounds;

  for (guint i = 0; i < areas->len; i++)
    {
      const SbArea *area = sb_map_area_get_area (g_ptr_array_index (areas, i));

      extended = sb_bounds_extend (&extended, sb_mercator_unproject (area->centre));
      if (area->shape == NULL || !is_whole)
        continue;
      extended = sb_bounds_extend (&extended, sb_mercator_unproject ((SbPoint) { area->shape->box.x, area->shape->box.y }));
      extended = sb_bounds_extend (&extended, sb_mercator_unproject ((SbPoint) { area->shape->box.x + area->shape->box.width,
                                                                                 area->shape->box.y + area->shape->box.height }));
    }

  return extended;
}

static SbBounds
extend_by_bounds (const SbBounds *bounds,
                  SbBounds other)
{
  SbBounds extended = *bounds;

  if (sb_bounds_is_empty (&other))
    return extended;

  extended = sb_bounds_extend (&extended, (SbPosition) { other.west, other.south });
  return sb_bounds_extend (&extended, (SbPosition) { other.east, other.north });
}

/* With room around, and no nearer than is sensible. */
static SbBounds
widen (const SbBounds *bounds)
{
  SbPosition centre = sb_bounds_get_centre (bounds);
  SbBounds wide = *bounds;

  if (sb_bounds_is_empty (bounds))
    return *bounds;

  wide = sb_bounds_extend (&wide, (SbPosition) { centre.longitude - MIN_SPAN / 2, centre.latitude - MIN_SPAN / 2 });
  wide = sb_bounds_extend (&wide, (SbPosition) { centre.longitude + MIN_SPAN / 2, centre.latitude + MIN_SPAN / 2 });

  return sb_bounds_grow (&wide, GROW);
}

SbBounds
_sb_map_figure_get_road_bounds (const SbMapFigure *self)
{
  SbBounds bounds = sb_road_lines_get_bounds (self->roads);

  for (guint i = 0; i < self->stretches->len; i++)
    bounds = extend_by_line (&bounds, ((const SbMapStretch *) g_ptr_array_index (self->stretches, i))->positions);
  for (guint i = 0; i < self->ways->len; i++)
    bounds = extend_by_line (&bounds, g_ptr_array_index (self->ways, i));

  return widen (&bounds);
}

/* Of the events in the Sahel: what was said in New York does not make it the map. */
static SbBounds
get_event_bounds (const SbMapFigure *self)
{
  static const SbBounds world = { -180, -85, 180, 85 };
  SbBounds bounds = sb_bounds_empty ();

  if (self->events != NULL)
    bounds = sb_event_index_get_bounds (self->events, &self->filter, &SB_BOUNDS_SAHEL);
  if (self->events != NULL && sb_bounds_is_empty (&bounds))
    bounds = sb_event_index_get_bounds (self->events, &self->filter, &world);

  return bounds;
}

SbBounds
_sb_map_figure_get_bounds (const SbMapFigure *self)
{
  SbBounds bounds = sb_drawings_get_bounds (self->drawings);
  SbBounds hit = get_event_bounds (self);
  gboolean is_bare = sb_bounds_is_empty (&bounds) && sb_bounds_is_empty (&hit) && self->spots->len == 0;

  bounds = extend_by_bounds (&bounds, hit);
  for (guint i = 0; i < self->spots->len; i++)
    bounds = sb_bounds_extend (&bounds, g_array_index (self->spots, SbMapSpot, i).position);
  if (self->way != NULL)
    bounds = extend_by_bounds (&bounds, sb_map_way_get_bounds (self->way));
  bounds = extend_by_areas (&bounds, self->areas, is_bare);
  bounds = extend_by_areas (&bounds, self->grounds, is_bare);
  bounds = extend_by_areas (&bounds, self->zones, is_bare && self->areas->len + self->grounds->len == 0);
  /* Roads lead out of the map; they make it only when there is nothing else. */
  if (sb_bounds_is_empty (&bounds) && self->stretches->len + sb_road_lines_get_n_legs (self->roads) > 0)
    return _sb_map_figure_get_road_bounds (self);
  for (guint i = 0; i < self->ways->len; i++)
    bounds = extend_by_line (&bounds, g_ptr_array_index (self->ways, i));

  return widen (&bounds);
}
