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
  self->ways = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->areas = g_ptr_array_new_with_free_func (g_object_unref);
  self->drawings = sb_drawings_new ();

  return self;
}

void
_sb_map_figure_free (SbMapFigure *self)
{
  g_clear_pointer (&self->painter, sb_basemap_painter_unref);
  g_array_unref (self->spots);
  g_ptr_array_unref (self->stretches);
  g_ptr_array_unref (self->ways);
  g_ptr_array_unref (self->areas);
  sb_drawings_unref (self->drawings);
  g_free (self->as_of);
  g_free (self);
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

/* What is worst is drawn last. */
static int
compare_stretches (gconstpointer a,
                   gconstpointer b)
{
  const SbMapStretch *one = *(const SbMapStretch *const *) a;
  const SbMapStretch *other = *(const SbMapStretch *const *) b;

  return (int) one->state - (int) other->state;
}

void
_sb_map_figure_add_stretch (SbMapFigure *self,
                            GArray *positions,
                            SbRoadState state)
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

gboolean
_sb_map_figure_is_empty (const SbMapFigure *self)
{
  return self->spots->len == 0 && self->stretches->len == 0 && self->ways->len == 0 &&
         sb_drawings_get_n (self->drawings) == 0;
}

char *
_sb_map_figure_describe (const SbMapFigure *self)
{
  GString *names = g_string_new (NULL);
  char *description;

  for (guint i = 0; i < self->spots->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", g_array_index (self->spots, SbMapSpot, i).name);
  description = g_strdup_printf (sb_translate (self->language, "Map of the places hit: %s"), names->str);
  g_string_free (names, TRUE);

  return description;
}

SbBounds
_sb_map_figure_get_bounds (const SbMapFigure *self)
{
  SbBounds bounds = sb_drawings_get_bounds (self->drawings);
  SbPosition centre;

  for (guint i = 0; i < self->spots->len; i++)
    bounds = sb_bounds_extend (&bounds, g_array_index (self->spots, SbMapSpot, i).position);
  /* Roads lead out of the map; they make it only when there is nothing else. */
  for (guint i = 0; self->spots->len == 0 && sb_drawings_get_n (self->drawings) == 0 && i < self->stretches->len; i++)
    {
      GArray *stretch = ((const SbMapStretch *) g_ptr_array_index (self->stretches, i))->positions;

      for (guint k = 0; k < stretch->len; k++)
        bounds = sb_bounds_extend (&bounds, g_array_index (stretch, SbPosition, k));
    }

  for (guint i = 0; i < self->ways->len; i++)
    {
      GArray *way = g_ptr_array_index (self->ways, i);

      for (guint k = 0; k < way->len; k++)
        bounds = sb_bounds_extend (&bounds, g_array_index (way, SbPosition, k));
    }

  centre = sb_bounds_get_centre (&bounds);
  bounds = sb_bounds_extend (&bounds, (SbPosition) { centre.longitude - MIN_SPAN / 2, centre.latitude - MIN_SPAN / 2 });
  bounds = sb_bounds_extend (&bounds, (SbPosition) { centre.longitude + MIN_SPAN / 2, centre.latitude + MIN_SPAN / 2 });

  return sb_bounds_grow (&bounds, GROW);
}
