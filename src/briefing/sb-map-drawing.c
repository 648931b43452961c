/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-map-figure-private.h"

#include <pango/pangocairo.h>

/* In points. */
#define FRAME_LINE  0.6
#define MARGIN      7.0 /* inside the frame, free of names */
#define NAME_SIZE   7.4
#define GROUND_SIZE 6.8
#define HALO_WIDTH  2.2
#define BADGE_SIZE  12.0 /* around the letter of a zone, free of names */

/* What the names of the base map lie on. */
#define GROUND_LAYERS (SB_MAP_LAYER_CONTROL | SB_MAP_LAYER_ZONES | SB_MAP_LAYER_OVERLAYS | SB_MAP_LAYER_RESTRICTIONS)

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

/* The name of an area leans and is lighter than that of a place. */
static PangoLayout *
lay_name_out (cairo_t *cr,
              const SbMapSpot *spot)
{
  PangoLayout *layout;
  PangoFontDescription *font;

  if (!spot->is_ground)
    return _sb_map_text_new (cr, spot->name, NAME_SIZE, PANGO_WEIGHT_SEMIBOLD, -1);

  layout = _sb_map_text_new (cr, spot->name, GROUND_SIZE, PANGO_WEIGHT_NORMAL, -1);
  font = pango_font_description_copy (pango_layout_get_font_description (layout));
  pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  return layout;
}

/* The letters of zones stand in their middle. */
static void
append_badges (const SbMapFigure *self,
               const SbMapFrame *frame,
               GArray *taken)
{
  for (guint i = 0; i < self->zones->len; i++)
    {
      const SbArea *area = sb_map_area_get_area (g_ptr_array_index (self->zones, i));
      SbPoint point = sb_map_frame_to_page (frame, sb_mercator_unproject (area->centre));
      SbRect badge = { point.x - BADGE_SIZE / 2, point.y - BADGE_SIZE / 2, BADGE_SIZE, BADGE_SIZE };

      g_array_append_val (taken, badge);
    }
}

static void
draw_names (cairo_t *cr,
            const SbMapName *names,
            GPtrArray *layouts)
{
  for (guint i = 0; i < layouts->len; i++)
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

      names[i].is_centred = spot->is_ground && spot->n_restrictions == 0 && _sb_map_spot_count_events (spot) == 0;
      names[i].symbols = _sb_map_spot_get_rect (spot, sb_map_frame_to_page (frame, spot->position));
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
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (SbRect));
  SbRect scale = _sb_map_scale_get_rect (frame);
  g_autoptr (GArray) titles = sb_drawings_list_titles (self->drawings, cr, frame);
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree SbMapName *names = NULL;

  g_array_append_val (taken, scale);
  _sb_map_lines_append_taken (self, frame, taken);
  append_badges (self, frame, taken);
  if (titles->len > 0)
    g_array_append_vals (taken, titles->data, titles->len);
  for (guint i = 0; i < spots->len; i++)
    g_ptr_array_add (layouts, lay_name_out (cr, &g_array_index (spots, SbMapSpot, i)));
  names = place_names (frame, spots, layouts, taken);
  add_taken (taken, names, spots->len);

  cairo_save (cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
  sb_basemap_painter_draw_area (self->painter, cr, frame, SB_BASEMAP_STYLE_PRINT, self->language, SB_BASEMAP_GEOMETRY);
  _sb_map_scene_draw_layers (self, cr, frame, SB_BASEMAP_STYLE_PRINT, spots, GROUND_LAYERS);
  sb_basemap_painter_draw_area_around (self->painter, cr, frame, SB_BASEMAP_STYLE_PRINT, self->language, SB_BASEMAP_LABELS,
                                       (const SbRect *) (gpointer) taken->data, taken->len);
  _sb_map_scene_draw_layers (self, cr, frame, SB_BASEMAP_STYLE_PRINT, spots, SB_MAP_LAYERS_ALL & ~GROUND_LAYERS);
  draw_names (cr, names, layouts);
  if (!self->is_scene)
    sb_drawings_paint (self->drawings, cr, frame, SB_BASEMAP_STYLE_PRINT, SB_DRAWINGS_TITLES);
  _sb_map_scale_draw (cr, frame, self->language);
  cairo_restore (cr);

  cairo_set_source_rgb (cr, 0.35, 0.38, 0.4);
  cairo_set_line_width (cr, FRAME_LINE);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_stroke (cr);
}

static void
add_spot (SbMapContents *contents,
          const SbMapSpot *spot)
{
  for (guint i = 0; i < SB_N_EVENT_TYPES; i++)
    if (spot->n_events[i] > 0)
      contents->events.types |= 1u << i;
  if (spot->n_restrictions > 0 && spot->n_denied == spot->n_restrictions)
    contents->roads.has_denied_signs = TRUE;
  else if (spot->n_restrictions > 0)
    contents->roads.has_signs = TRUE;
  if (spot->is_cluster)
    {
      sb_event_contents_add (&contents->events, &spot->cluster);
      return;
    }
  if (_sb_map_spot_count_events (spot) == 0)
    return;

  contents->has_vague = contents->has_vague || spot->is_vague;
  contents->events.has_unsourced = contents->events.has_unsourced || !spot->is_sourced;
}

static void
add_areas (SbMapContents *contents,
           GPtrArray *areas,
           const SbMapFrame *frame)
{
  for (guint i = 0; i < areas->len; i++)
    {
      const SbArea *area = sb_map_area_get_area (g_ptr_array_index (areas, i));
      SbRect rect = sb_area_get_rect (area, frame);

      if (sb_rect_intersects (&rect, &frame->rect))
        sb_area_contents_add (&contents->areas, area);
    }
}

/* Of what is drawn, and nothing else. */
static SbPaperLegend
get_legend (const SbMapFigure *self,
            GArray *spots,
            const SbMapFrame *frame)
{
  SbPaperLegend legend = { .as_of = self->as_of, .language = self->language, .road_width = _sb_map_lines_get_width (self, frame) };

  legend.contents.zone_issuers = self->zone_issuers;
  _sb_map_lines_explain (self, frame, &legend.contents);
  legend.contents.drawings = sb_drawings_get_contents (self->drawings, frame);
  sb_map_contents_add_overlays (&legend.contents, self->overlays, frame);
  add_areas (&legend.contents, self->areas, frame);
  add_areas (&legend.contents, self->grounds, frame);
  add_areas (&legend.contents, self->zones, frame);
  for (guint i = 0; i < spots->len; i++)
    add_spot (&legend.contents, &g_array_index (spots, SbMapSpot, i));
  legend.attribution = sb_basemap_get_attribution (sb_basemap_painter_get_basemap (self->painter));

  return legend;
}

SbPaperLegend
_sb_map_figure_draw_map (const SbMapFigure *self,
                         cairo_t *cr,
                         const SbRect *rect,
                         const SbBounds *bounds)
{
  SbMapFrame frame = sb_map_frame_new (bounds, rect, SB_MAP_UNIT);
  g_autoptr (GArray) spots = _sb_map_spots_merge (self, &frame);

  draw_map (self, cr, &frame, spots);
  return get_legend (self, spots, &frame);
}
