/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-map-figure-private.h"

#include "sb-area-painter.h"
#include "sb-drawings.h"
#include "sb-symbol.h"
#include "sb-text.h"
#include "sb-translate.h"

#include <math.h>
#include <pango/pangocairo.h>

/* In points. The legend stands under the side headings of the page, the map
 * under its text. */
#define LEGEND_WIDTH    96.0
#define LEGEND_GUTTER   14.0
#define FRAME_LINE      0.6
#define MARGIN          7.0 /* inside the frame, free of names */
#define SYMBOL_SIZE     8.5
#define SYMBOL_STEP     9.5
#define VAGUE_SIZE      13.0
#define NAME_SIZE       7.4
#define HALO_WIDTH      2.2
#define ROAD_WIDTH      1.2
#define ROAD_CLEARANCE  5.0 /* around a road, free of names */
#define SCALE_HEIGHT    3.0
#define SCALE_MAX_WIDTH 80.0
#define SCALE_TEXT      6.2

/* Base map letters are made for the screen: on paper they are read from nearer. */
#define MAP_UNIT 0.6

/* Of the width of what is shown, on each side; and the least that is shown, in
 * degrees. */
#define GROW     0.09
#define MIN_SPAN 2.5

/* Places nearer to each other than this on paper are one spot; a name is made of
 * no more than so many. */
#define MERGE_DISTANCE 8.0
#define MAX_NAMES      2

/* A page has room for far fewer. */
#define MAX_SPOTS 300

/* A stretch of road. */
typedef struct
{
  GArray *positions; /* (owned) (element-type SbPosition) */
  SbRoadState state;
} Stretch;

struct _SbMapFigure
{
  SbBasemapPainter *painter; /* (owned) */
  SbLanguage language;
  char *as_of; /* (owned) */
  GArray *spots; /* (owned) (element-type SbMapSpot) */
  GPtrArray *stretches; /* (owned) (element-type Stretch), the worst last */
  GPtrArray *ways; /* (owned) (element-type GArray of SbPosition) */
  GPtrArray *areas; /* (owned) (element-type SbMapArea) */
  SbDrawings *drawings; /* (owned) what the analyst drew */
};

static void
stretch_free (gpointer data)
{
  g_array_unref (((Stretch *) data)->positions);
  g_free (data);
}

static void
clear_spot (gpointer data)
{
  g_free (((SbMapSpot *) data)->name);
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
  g_array_set_clear_func (self->spots, clear_spot);
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

static guint
count_events (const SbMapSpot *spot)
{
  guint n_events = 0;

  for (guint i = 0; i < SB_N_EVENT_TYPES; i++)
    n_events += spot->n_events[i];

  return n_events;
}

/* Places come before areas, and those where more happened before others. */
static int
compare_spots (gconstpointer a,
               gconstpointer b)
{
  const SbMapSpot *one = a;
  const SbMapSpot *other = b;
  guint n_one = count_events (one);
  guint n_other = count_events (other);

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
  const Stretch *one = *(const Stretch *const *) a;
  const Stretch *other = *(const Stretch *const *) b;

  return (int) one->state - (int) other->state;
}

void
_sb_map_figure_add_stretch (SbMapFigure *self,
                            GArray *positions,
                            SbRoadState state)
{
  Stretch *stretch;

  if (state == SB_ROAD_OPEN)
    {
      g_array_unref (positions);
      return;
    }

  stretch = g_new0 (Stretch, 1);
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

SbLanguage
_sb_map_figure_get_language (const SbMapFigure *self)
{
  return self->language;
}

const char *
_sb_map_figure_get_as_of (const SbMapFigure *self)
{
  return self->as_of;
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
      GArray *stretch = ((const Stretch *) g_ptr_array_index (self->stretches, i))->positions;

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

static guint
count_symbols (const SbMapSpot *spot)
{
  guint n_symbols = spot->is_restricted ? 1 : 0;

  for (guint i = 0; i < SB_N_EVENT_TYPES; i++)
    n_symbols += spot->n_events[i] > 0 ? 1 : 0;

  return MAX (n_symbols, 1);
}

static SbRect
get_symbols_rect (const SbMapSpot *spot,
                  SbPoint point)
{
  double size = (spot->is_vague ? VAGUE_SIZE : SYMBOL_SIZE) + 2;
  double width = size + (count_symbols (spot) - 1) * SYMBOL_STEP;

  return (SbRect) { point.x - width / 2, point.y - size / 2, width, size };
}

/* @other becomes a part of @spot; its name joins when something happened there. */
static void
merge_spot (SbMapSpot *spot,
            const SbMapSpot *other)
{
  if (count_events (other) > 0 && !other->is_vague && spot->n_names < MAX_NAMES)
    {
      g_autofree char *name = g_steal_pointer (&spot->name);

      spot->name = g_strdup_printf ("%s – %s", name, other->name);
      spot->n_names++;
    }
  for (guint i = 0; i < SB_N_EVENT_TYPES; i++)
    spot->n_events[i] += other->n_events[i];
  spot->is_restricted = spot->is_restricted || other->is_restricted;
  spot->is_sourced = spot->is_sourced || other->is_sourced;
  spot->is_vague = spot->is_vague && other->is_vague;
}

/* Merges the first two spots that lie on each other; FALSE when none do. */
static gboolean
merge_two (GArray *spots,
           const SbMapFrame *frame)
{
  for (guint i = 0; i < spots->len; i++)
    {
      SbMapSpot *spot = &g_array_index (spots, SbMapSpot, i);
      SbRect rect = get_symbols_rect (spot, sb_map_frame_to_page (frame, spot->position));

      for (guint k = i + 1; k < spots->len; k++)
        {
          const SbMapSpot *other = &g_array_index (spots, SbMapSpot, k);
          SbRect other_rect = get_symbols_rect (other, sb_map_frame_to_page (frame, other->position));

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

/* The spots as @frame can show them: what would lie on each other is one, which
 * takes more room, and so on. */
static GArray *
merge_spots (const SbMapFigure *self,
             const SbMapFrame *frame)
{
  GArray *spots = g_array_sized_new (FALSE, FALSE, sizeof (SbMapSpot), self->spots->len);

  g_array_set_clear_func (spots, clear_spot);
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

  return spots;
}

/* One symbol for each type of event at the place, side by side. */
static void
draw_spot (cairo_t *cr,
           const SbMapSpot *spot,
           SbPoint point)
{
  guint n_symbols = count_symbols (spot);
  double x = point.x - (n_symbols - 1) * SYMBOL_STEP / 2;
  SbSymbolFlags flags = spot->is_sourced ? SB_SYMBOL_DEFAULT : SB_SYMBOL_UNSOURCED;
  guint n_drawn = 0;

  flags |= spot->is_vague ? SB_SYMBOL_VAGUE : SB_SYMBOL_DEFAULT;
  for (guint i = 0; i < SB_N_EVENT_TYPES && n_drawn < n_symbols; i++)
    if (spot->n_events[i] > 0)
      sb_symbol_draw_event (cr, (SbEventType) i, x + SYMBOL_STEP * n_drawn++, point.y, SYMBOL_SIZE, SB_BASEMAP_STYLE_PRINT, flags);
  if (spot->is_restricted && n_drawn < n_symbols)
    sb_symbol_draw_restriction (cr, x + SYMBOL_STEP * n_drawn, point.y, SYMBOL_SIZE, SB_BASEMAP_STYLE_PRINT, SB_SYMBOL_DEFAULT);
}

void
_sb_map_stroke_way (cairo_t *cr,
                    double width)
{
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, width * 3.6);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, 0.2, 0.33, 0.42);
  cairo_set_line_width (cr, width * 2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_stretch (cairo_t *cr,
              const SbMapFrame *frame,
              const Stretch *stretch)
{
  cairo_new_path (cr);
  for (guint i = 0; i < stretch->positions->len; i++)
    {
      SbPoint point = sb_map_frame_to_page (frame, g_array_index (stretch->positions, SbPosition, i));

      cairo_line_to (cr, point.x, point.y);
    }
  _sb_map_stroke_road (cr, ROAD_WIDTH, stretch->state);
}

/* Grey with a white edge: it lies under what cuts it, and is told from borders on a
 * printer without colour. */
static void
draw_way (cairo_t *cr,
          const SbMapFrame *frame,
          GArray *way)
{
  cairo_new_path (cr);
  for (guint i = 0; i < way->len; i++)
    {
      SbPoint point = sb_map_frame_to_page (frame, g_array_index (way, SbPosition, i));

      cairo_line_to (cr, point.x, point.y);
    }
  _sb_map_stroke_way (cr, ROAD_WIDTH);
}

/* The longest round number of kilometres that fits: 1, 2 or 5 and noughts. */
static double
choose_scale_km (double units_per_km)
{
  static const double steps[] = { 5, 2, 1 };
  double most = SCALE_MAX_WIDTH / units_per_km;
  double decade = pow (10, floor (log10 (most)));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * decade <= most)
      return steps[i] * decade;

  return decade;
}

static SbRect
get_scale_rect (const SbMapFrame *frame)
{
  return (SbRect) { frame->rect.x + frame->rect.width - SCALE_MAX_WIDTH - 2 * MARGIN, frame->rect.y + frame->rect.height - 22,
                    SCALE_MAX_WIDTH + 2 * MARGIN, 22 };
}

static void
draw_scale (const SbMapFigure *self,
            cairo_t *cr,
            const SbMapFrame *frame)
{
  SbRect rect = get_scale_rect (frame);
  SbBounds bounds = sb_map_frame_get_bounds (frame);
  double units_per_km = sb_map_frame_get_units_per_km (frame, sb_bounds_get_centre (&bounds).latitude);
  double km = choose_scale_km (units_per_km);
  double width = km * units_per_km;
  double x = rect.x + rect.width - MARGIN - width;
  double y = rect.y + rect.height - MARGIN;
  g_autofree char *number = sb_number_format (km, 0, self->language);
  g_autofree char *text = g_strdup_printf ("%s\302\240km", number);
  g_autoptr (PangoLayout) layout = _sb_map_text_new (cr, text, SCALE_TEXT, PANGO_WEIGHT_MEDIUM, -1);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, x - 1, y - SCALE_HEIGHT - 1, width + 2, SCALE_HEIGHT + 2);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.08, 0.1, 0.13);
  cairo_rectangle (cr, x, y - SCALE_HEIGHT, width / 2, SCALE_HEIGHT);
  cairo_fill (cr);
  cairo_set_line_width (cr, 0.5);
  cairo_rectangle (cr, x, y - SCALE_HEIGHT, width, SCALE_HEIGHT);
  cairo_stroke (cr);
  cairo_move_to (cr, x + width - _sb_map_text_get_width (layout), y - SCALE_HEIGHT - 9);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_name (cairo_t *cr,
           PangoLayout *layout,
           const SbRect *box)
{
  cairo_save (cr);
  cairo_move_to (cr, box->x, box->y);
  pango_cairo_layout_path (cr, layout);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, HALO_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, 0.04, 0.05, 0.07);
  cairo_move_to (cr, box->x, box->y);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

/* The scale and the roads, as squares along them. */
static GArray *
list_obstacles (const SbMapFigure *self,
                const SbMapFrame *frame)
{
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (SbRect));
  SbRect scale = get_scale_rect (frame);

  g_array_append_val (obstacles, scale);
  for (guint i = 0; i < self->stretches->len; i++)
    {
      GArray *stretch = ((const Stretch *) g_ptr_array_index (self->stretches, i))->positions;

      for (guint k = 1; k < stretch->len; k++)
        {
          SbPoint from = sb_map_frame_to_page (frame, g_array_index (stretch, SbPosition, k - 1));
          SbPoint to = sb_map_frame_to_page (frame, g_array_index (stretch, SbPosition, k));
          guint n_steps = (guint) (hypot (to.x - from.x, to.y - from.y) / ROAD_CLEARANCE) + 1;

          for (guint step = 0; step <= n_steps; step++)
            {
              SbRect square = { from.x + (to.x - from.x) * step / n_steps - ROAD_CLEARANCE / 2,
                                from.y + (to.y - from.y) * step / n_steps - ROAD_CLEARANCE / 2,
                                ROAD_CLEARANCE, ROAD_CLEARANCE };

              g_array_append_val (obstacles, square);
            }
        }
    }

  return obstacles;
}

/* What the names of the base map keep off: that, and our names and symbols. */
static void
add_taken (GArray *taken,
           const SbMapName *names,
           guint n_names)
{
  for (guint i = 0; i < n_names; i++)
    {
      g_array_append_val (taken, names[i].symbols);
      if (names[i].is_placed)
        g_array_append_val (taken, names[i].box);
    }
}

static void
draw_spots (const SbMapFigure *self,
            cairo_t *cr,
            const SbMapFrame *frame,
            GArray *spots,
            const SbMapName *names,
            GPtrArray *layouts)
{
  for (guint i = 0; i < self->ways->len; i++)
    draw_way (cr, frame, g_ptr_array_index (self->ways, i));
  for (guint i = 0; i < self->stretches->len; i++)
    draw_stretch (cr, frame, g_ptr_array_index (self->stretches, i));
  /* The first is the most important: it lies on top. */
  for (guint i = spots->len; i > 0; i--)
    {
      const SbMapSpot *spot = &g_array_index (spots, SbMapSpot, i - 1);

      draw_spot (cr, spot, sb_map_frame_to_page (frame, spot->position));
    }
  for (guint i = 0; i < spots->len; i++)
    if (names[i].is_placed)
      draw_name (cr, g_ptr_array_index (layouts, i), &names[i].box);
}

/* Where names go, for @spots whose names are laid out as @layouts. */
static SbMapName *
place_names (const SbMapFrame *frame,
             GArray *spots,
             GPtrArray *layouts,
             GArray *obstacles)
{
  SbRect inner = { frame->rect.x + MARGIN / 2, frame->rect.y + MARGIN / 2, frame->rect.width - MARGIN, frame->rect.height - MARGIN };
  SbMapName *names = g_new0 (SbMapName, MAX (spots->len, 1));

  for (guint i = 0; i < spots->len; i++)
    {
      const SbMapSpot *spot = &g_array_index (spots, SbMapSpot, i);

      names[i].symbols = get_symbols_rect (spot, sb_map_frame_to_page (frame, spot->position));
      names[i].width = _sb_map_text_get_width (g_ptr_array_index (layouts, i));
      names[i].height = _sb_map_text_get_height (g_ptr_array_index (layouts, i));
    }
  _sb_map_names_place (names, spots->len, &inner, (const SbRect *) (gpointer) obstacles->data, obstacles->len);

  return names;
}

static void
draw_map (const SbMapFigure *self,
          cairo_t *cr,
          const SbMapFrame *frame,
          GArray *spots)
{
  const SbRect *rect = &frame->rect;
  g_autoptr (GArray) taken = list_obstacles (self, frame);
  g_autoptr (GArray) titles = sb_drawings_list_titles (self->drawings, cr, frame);
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree SbMapName *names = NULL;

  if (titles->len > 0)
    g_array_append_vals (taken, titles->data, titles->len);
  for (guint i = 0; i < spots->len; i++)
    g_ptr_array_add (layouts, _sb_map_text_new (cr, g_array_index (spots, SbMapSpot, i).name, NAME_SIZE, PANGO_WEIGHT_SEMIBOLD, -1));
  names = place_names (frame, spots, layouts, taken);
  add_taken (taken, names, spots->len);

  cairo_save (cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
  sb_basemap_painter_draw_area (self->painter, cr, frame, SB_BASEMAP_STYLE_PRINT, self->language, SB_BASEMAP_GEOMETRY);
  sb_area_painter_draw (cr, frame, self->areas, SB_BASEMAP_STYLE_PRINT, self->language, 1);
  sb_basemap_painter_draw_area_around (self->painter, cr, frame, SB_BASEMAP_STYLE_PRINT, self->language, SB_BASEMAP_LABELS,
                                       (const SbRect *) (gpointer) taken->data, taken->len);
  sb_drawings_paint (self->drawings, cr, frame, SB_BASEMAP_STYLE_PRINT, SB_DRAWINGS_SHAPES);
  draw_spots (self, cr, frame, spots, names, layouts);
  sb_drawings_paint (self->drawings, cr, frame, SB_BASEMAP_STYLE_PRINT, SB_DRAWINGS_TITLES);
  draw_scale (self, cr, frame);
  cairo_restore (cr);

  cairo_set_source_rgb (cr, 0.35, 0.38, 0.4);
  cairo_set_line_width (cr, FRAME_LINE);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_stroke (cr);
}

/* Of what is drawn, and nothing else. */
static SbMapLegend
get_legend (const SbMapFigure *self,
            GArray *spots,
            const SbMapFrame *frame)
{
  SbMapLegend legend = { { 0 }, .has_ways = self->ways->len > 0, .as_of = self->as_of, .language = self->language };

  for (guint i = 0; i < self->stretches->len; i++)
    legend.road_states |= 1u << ((const Stretch *) g_ptr_array_index (self->stretches, i))->state;
  for (guint i = 0; i < self->areas->len; i++)
    {
      const SbArea *area = sb_map_area_get_area (g_ptr_array_index (self->areas, i));
      SbRect rect = sb_area_get_rect (area, frame);

      if (sb_rect_intersects (&rect, &frame->rect))
        sb_area_contents_add (&legend.areas, area);
    }
  legend.attribution = sb_basemap_get_attribution (sb_basemap_painter_get_basemap (self->painter));
  for (guint i = 0; i < spots->len; i++)
    {
      const SbMapSpot *spot = &g_array_index (spots, SbMapSpot, i);

      for (guint k = 0; k < SB_N_EVENT_TYPES; k++)
        legend.n_events[k] += spot->n_events[k];
      legend.has_restrictions = legend.has_restrictions || spot->is_restricted;
      legend.has_vague = legend.has_vague || spot->is_vague;
      legend.has_unsourced = legend.has_unsourced || !spot->is_sourced;
    }

  return legend;
}

SbMapLegend
_sb_map_figure_draw_map (const SbMapFigure *self,
                         cairo_t *cr,
                         const SbRect *rect,
                         const SbBounds *bounds)
{
  SbMapFrame frame = sb_map_frame_new (bounds, rect, MAP_UNIT);
  g_autoptr (GArray) spots = merge_spots (self, &frame);

  draw_map (self, cr, &frame, spots);
  return get_legend (self, spots, &frame);
}

void
_sb_map_figure_draw (cairo_t *cr,
                     double width,
                     double height,
                     gpointer data)
{
  const SbMapFigure *self = data;
  SbRect map = { LEGEND_WIDTH + LEGEND_GUTTER, FRAME_LINE / 2, width - LEGEND_WIDTH - LEGEND_GUTTER, height - FRAME_LINE };
  SbBounds bounds = _sb_map_figure_get_bounds (self);
  SbMapLegend legend = _sb_map_figure_draw_map (self, cr, &map, &bounds);

  _sb_map_legend_draw (&legend, cr, LEGEND_WIDTH, height);
}
