/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-area-painter.h"

#include "sb-area-pattern-private.h"
#include "sb-font-hold.h"
#include "sb-geometry.h"
#include "sb-symbol.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Logical pixels. */
#define OUTLINE        1.4
#define ZONE_OUTLINE   2.6
#define FOCUS_OUTLINE  2.6
#define SPLIT_LINE     1.6
#define CONTEST_BAND   9.0
#define DISPUTE_BAND   30.0
#define BADGE_RADIUS   8.5
#define BADGE_TEXT     10.5
#define MARGIN         4.0 /* beyond the frame, so that no line is seen to end */
#define SKIPPED        0.4 /* points of an outline nearer than this are left out */
#define SAMPLE_PATTERN 0.75 /* of the size of the patterns */
#define SAMPLE_LINES   0.35 /* likewise, of the lines of a restriction */

/* Where the edge of a disc begins to fade, of its radius; and of one that is no larger
 * than it must be to be seen, which fades less and has a ring. */
#define FADE       0.55
#define SMALL_FADE 0.7
#define SMALL_EDGE 0.55 /* how much of it is left at the edge */

/* What is drawn into: the clip is set. */
typedef struct
{
  cairo_t *cr;
  SbBasemapStyle style;
  SbRect rect; /* that the pattern must fill */
  SbPoint anchor; /* that the pattern is tied to, so that it moves with the map */
  double unit;
} Ground;

static SbPoint
to_page (const SbMapFrame *frame,
         SbPoint point)
{
  return (SbPoint) { frame->rect.x + (point.x - frame->origin.x) * frame->scale,
                     frame->rect.y + (point.y - frame->origin.y) * frame->scale };
}

static void
append_ring (cairo_t *cr,
             const SbMapFrame *frame,
             const SbRing *ring)
{
  double least = SKIPPED * frame->unit;
  SbPoint last = to_page (frame, ring->points[0]);

  cairo_move_to (cr, last.x, last.y);
  for (guint i = 1; i < ring->n_points; i++)
    {
      SbPoint point = to_page (frame, ring->points[i]);

      if (fabs (point.x - last.x) + fabs (point.y - last.y) < least)
        continue;
      cairo_line_to (cr, point.x, point.y);
      last = point;
    }
  cairo_close_path (cr);
}

static void
append_outline (cairo_t *cr,
                const SbMapFrame *frame,
                const SbArea *area)
{
  SbPoint centre = to_page (frame, area->centre);

  cairo_new_path (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  if (area->shape == NULL)
    cairo_arc (cr, centre.x, centre.y, sb_area_get_disc_radius (area, frame), 0, 2 * G_PI);
  else
    for (guint i = 0; i < area->shape->n_rings; i++)
      append_ring (cr, frame, &area->shape->rings[i]);
}

static void
set_colour (cairo_t *cr,
            SbSymbolColour colour,
            double alpha)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, alpha);
}

static SbAreaPattern
get_pattern (const Ground *ground,
             const SbAreaHold *hold)
{
  return (SbAreaPattern) { hold->family, ground->style, ground->rect, ground->anchor, ground->unit,
                           hold->is_possible ? 0.5 : 1.0 };
}

/* Those who have it or contest it, in turn, in bands; one alone in turn with
 * nobody. */
static void
draw_contest (const Ground *ground,
              const SbAreaHold *const *holds,
              guint n_holds)
{
  SbAreaBands bands = { ground->rect, ground->anchor, CONTEST_BAND * ground->unit, MAX (n_holds, 2) };

  for (guint i = 0; i < n_holds; i++)
    {
      SbAreaPattern pattern = get_pattern (ground, holds[i]);

      _sb_area_bands_append (ground->cr, &bands, i);
      cairo_save (ground->cr);
      cairo_clip (ground->cr);
      _sb_area_pattern_fill (ground->cr, &pattern, SB_AREA_PATTERN_BAND);
      cairo_restore (ground->cr);
    }
}

/* @holds that do not exclude each other. */
static void
draw_holds (const Ground *ground,
            const SbAreaHold *holds,
            guint n_holds)
{
  const SbAreaHold *rivals[SB_AREA_MAX_HOLDS];
  guint n_rivals = 0;
  gboolean is_contested = FALSE;

  for (guint i = 0; i < n_holds; i++)
    if (holds[i].manner != SB_AREA_MANNER_INFLUENCES)
      {
        rivals[n_rivals++] = &holds[i];
        is_contested = is_contested || holds[i].manner == SB_AREA_MANNER_CONTESTS;
      }

  if (is_contested)
    draw_contest (ground, rivals, n_rivals);
  for (guint i = 0; i < n_holds; i++)
    {
      SbAreaPattern pattern = get_pattern (ground, &holds[i]);

      if (holds[i].manner == SB_AREA_MANNER_INFLUENCES)
        _sb_area_pattern_fill (ground->cr, &pattern, SB_AREA_PATTERN_SPARSE);
      else if (!is_contested)
        _sb_area_pattern_fill (ground->cr, &pattern, SB_AREA_PATTERN_DENSE);
    }
}

/* Each version in bands of its own, with lines between them; in a disc the bands
 * are its two halves. */
static void
draw_versions (const Ground *ground,
               const SbArea *area)
{
  double width = area->shape != NULL ? DISPUTE_BAND * ground->unit : 0;
  SbAreaBands bands = { ground->rect, ground->anchor, width, area->n_holds };

  for (guint i = 0; i < area->n_holds; i++)
    {
      cairo_save (ground->cr);
      _sb_area_bands_append (ground->cr, &bands, i);
      cairo_clip (ground->cr);
      draw_holds (ground, &area->holds[i], 1);
      cairo_restore (ground->cr);
    }

  _sb_area_bands_append_edges (ground->cr, &bands);
  set_colour (ground->cr, _sb_area_pattern_get_ink (ground->style), 0.85);
  cairo_set_line_width (ground->cr, SPLIT_LINE * ground->unit);
  cairo_stroke (ground->cr);
}

static void
draw_zone (const Ground *ground,
           SbAreaZone zone)
{
  _sb_area_zone_append_lines (ground->cr, zone, &ground->rect, ground->anchor, ground->unit);
  set_colour (ground->cr, _sb_area_zone_get_colour (zone, ground->style), 0.75);
  cairo_set_line_width (ground->cr, 1.5 * ground->unit);
  cairo_stroke (ground->cr);
}

static void
draw_restriction (const Ground *ground)
{
  _sb_area_restriction_append_lines (ground->cr, &ground->rect, ground->anchor, ground->unit);
  set_colour (ground->cr, sb_symbol_get_restriction_colour (ground->style), 0.36);
  cairo_set_line_width (ground->cr, 1.2 * ground->unit);
  cairo_stroke (ground->cr);
}

static void
draw_contents (const Ground *ground,
               const SbArea *area)
{
  if (area->zone != SB_AREA_ZONE_NONE)
    draw_zone (ground, area->zone);
  if (area->is_restricted)
    draw_restriction (ground);
  if (area->is_disputed && area->n_holds > 1)
    draw_versions (ground, area);
  else
    draw_holds (ground, area->holds, area->n_holds);
}

/* The line around a region: of the one who controls it, if only one is said to;
 * influence has no border. */
static const SbAreaHold *
get_outlined (const SbArea *area)
{
  const SbAreaHold *first = NULL;

  for (guint i = 0; i < area->n_holds; i++)
    if (area->holds[i].manner != SB_AREA_MANNER_INFLUENCES && first == NULL)
      first = &area->holds[i];

  return first;
}

static void
stroke_outline (cairo_t *cr,
                const SbMapFrame *frame,
                const SbArea *area,
                SbBasemapStyle style)
{
  const SbAreaHold *hold = get_outlined (area);
  double dashes[] = { 5 * frame->unit, 3.5 * frame->unit };

  if (hold == NULL && (area->shape == NULL || (area->zone == SB_AREA_ZONE_NONE && !area->is_restricted)))
    return;
  /* A larger disc has no edge. */
  if (area->shape == NULL && (area->zone != SB_AREA_ZONE_NONE || !sb_area_is_small (area, frame)))
    return;

  append_outline (cr, frame, area);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (area->zone != SB_AREA_ZONE_NONE)
    {
      set_colour (cr, _sb_area_zone_get_colour (area->zone, style), 0.95);
      cairo_set_line_width (cr, ZONE_OUTLINE * frame->unit);
    }
  else if (hold == NULL)
    {
      set_colour (cr, sb_symbol_get_restriction_colour (style), 0.8);
      cairo_set_line_width (cr, OUTLINE * frame->unit);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
    }
  else
    {
      set_colour (cr, area->is_disputed || hold->manner == SB_AREA_MANNER_CONTESTS ? _sb_area_pattern_get_ink (style) : sb_symbol_get_actor_colour (hold->family, style), 0.8);
      cairo_set_line_width (cr, OUTLINE * frame->unit);
      if (hold->is_possible || area->is_disputed)
        cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static SbRect
intersect (const SbRect *a,
           const SbRect *b)
{
  double left = MAX (a->x, b->x);
  double top = MAX (a->y, b->y);

  return (SbRect) { left, top, MIN (a->x + a->width, b->x + b->width) - left, MIN (a->y + a->height, b->y + b->height) - top };
}

/* The edge of a disc fades: nobody says where a town ends. */
static void
draw_disc (const Ground *ground,
           const SbMapFrame *frame,
           const SbArea *area)
{
  SbPoint centre = to_page (frame, area->centre);
  double radius = sb_area_get_disc_radius (area, frame);
  gboolean is_small = sb_area_is_small (area, frame);
  cairo_pattern_t *mask =
    cairo_pattern_create_radial (centre.x, centre.y, radius * (is_small ? SMALL_FADE : FADE), centre.x, centre.y, radius);

  cairo_pattern_add_color_stop_rgba (mask, 0, 0, 0, 0, 1);
  cairo_pattern_add_color_stop_rgba (mask, 1, 0, 0, 0, area->zone != SB_AREA_ZONE_NONE ? 0.6 : is_small ? SMALL_EDGE
                                                                                                        : 0);
  append_outline (ground->cr, frame, area);
  cairo_clip (ground->cr);
  cairo_push_group (ground->cr);
  draw_contents (ground, area);
  cairo_pop_group_to_source (ground->cr);
  cairo_mask (ground->cr, mask);
  cairo_pattern_destroy (mask);
}

static void
draw_badge (cairo_t *cr,
            SbPoint at,
            double unit,
            SbAreaZone zone,
            SbBasemapStyle style,
            SbLanguage language)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_new ();
  PangoRectangle ink;

  pango_font_description_set_family_static (font, "Inter");
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, BADGE_TEXT * unit * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, sb_area_zone_get_letter (zone, language), -1);
  sb_font_hold_layout (layout);
  pango_layout_get_extents (layout, &ink, NULL);

  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, BADGE_RADIUS * unit, 0, 2 * G_PI);
  set_colour (cr, _sb_area_pattern_get_paper (style), 1);
  cairo_fill_preserve (cr);
  set_colour (cr, _sb_area_zone_get_colour (zone, style), 1);
  cairo_set_line_width (cr, 2 * unit);
  cairo_stroke (cr);
  set_colour (cr, _sb_area_pattern_get_ink (style), 1);
  cairo_move_to (cr, at.x - pango_units_to_double (ink.x + ink.width / 2), at.y - pango_units_to_double (ink.y + ink.height / 2));
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
}

static void
draw_area (cairo_t *cr,
           const SbMapFrame *frame,
           const SbArea *area,
           SbBasemapStyle style)
{
  double margin = MARGIN * frame->unit;
  SbRect view = { frame->rect.x - margin, frame->rect.y - margin, frame->rect.width + 2 * margin, frame->rect.height + 2 * margin };
  SbRect rect = sb_area_get_rect (area, frame);
  Ground ground = { cr, style, intersect (&rect, &view), to_page (frame, area->centre), frame->unit };

  if (ground.rect.width <= 0 || ground.rect.height <= 0)
    return;
  /* A disc is split down its own middle, not that of what is seen of it. */
  if (area->shape == NULL)
    ground.rect = rect;

  cairo_save (cr);
  if (area->shape == NULL)
    {
      draw_disc (&ground, frame, area);
    }
  else
    {
      append_outline (cr, frame, area);
      cairo_clip (cr);
      draw_contents (&ground, area);
    }
  cairo_restore (cr);
  stroke_outline (cr, frame, area, style);
}

/* The widest first, so that a town lies on its region. */
static int
compare_areas (gconstpointer a,
               gconstpointer b,
               gpointer frame)
{
  SbRect one = sb_area_get_rect (sb_map_area_get_area (*(SbMapArea *const *) a), frame);
  SbRect other = sb_area_get_rect (sb_map_area_get_area (*(SbMapArea *const *) b), frame);
  double difference = one.width * one.height - other.width * other.height;

  return difference > 0 ? -1 : difference < 0;
}

void
sb_area_painter_draw (cairo_t *cr,
                      const SbMapFrame *frame,
                      GPtrArray *areas,
                      SbBasemapStyle style,
                      SbLanguage language,
                      double opacity)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  SbMapFrame seen = *frame;

  g_return_if_fail (cr != NULL && style < SB_N_BASEMAP_STYLES && language < SB_N_LANGUAGES);

  if (opacity <= 0 || areas->len == 0)
    return;

  g_ptr_array_extend (sorted, areas, NULL, NULL);
  g_ptr_array_sort_with_data (sorted, compare_areas, &seen);
  cairo_save (cr);
  cairo_rectangle (cr, frame->rect.x, frame->rect.y, frame->rect.width, frame->rect.height);
  cairo_clip (cr);
  if (opacity < 1)
    cairo_push_group (cr);

  for (guint i = 0; i < sorted->len; i++)
    draw_area (cr, frame, sb_map_area_get_area (g_ptr_array_index (sorted, i)), style);
  for (guint i = 0; i < sorted->len; i++)
    {
      const SbArea *area = sb_map_area_get_area (g_ptr_array_index (sorted, i));

      if (area->zone != SB_AREA_ZONE_NONE)
        draw_badge (cr, to_page (frame, area->centre), frame->unit, area->zone, style, language);
    }

  if (opacity < 1)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, opacity);
    }
  cairo_restore (cr);
}

void
sb_area_painter_draw_focus (cairo_t *cr,
                            const SbMapFrame *frame,
                            const SbArea *area,
                            SbBasemapStyle style)
{
  g_return_if_fail (cr != NULL && frame != NULL && area != NULL && style < SB_N_BASEMAP_STYLES);

  cairo_save (cr);
  append_outline (cr, frame, area);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, (FOCUS_OUTLINE + 2) * frame->unit);
  set_colour (cr, _sb_area_pattern_get_paper (style), 0.9);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, FOCUS_OUTLINE * frame->unit);
  set_colour (cr, _sb_area_pattern_get_ink (style), 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
sb_area_painter_draw_sample (cairo_t *cr,
                             const SbRect *rect,
                             double unit,
                             const SbArea *area,
                             SbBasemapStyle style,
                             SbLanguage language)
{
  SbPoint middle = { rect->x + rect->width / 2, rect->y + rect->height / 2 };
  Ground ground = { cr, style, *rect, middle, unit * SAMPLE_PATTERN };
  const SbAreaHold *hold = get_outlined (area);

  g_return_if_fail (cr != NULL && style < SB_N_BASEMAP_STYLES && language < SB_N_LANGUAGES);

  /* A sample is too low for lines as far apart as on a map. */
  if (area->is_restricted)
    ground.unit = unit * SAMPLE_LINES;

  cairo_save (cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
  draw_contents (&ground, area);
  cairo_restore (cr);

  if (area->zone != SB_AREA_ZONE_NONE)
    {
      draw_badge (cr, middle, unit * SAMPLE_PATTERN, area->zone, style, language);
      return;
    }
  if (hold == NULL)
    return;

  cairo_save (cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  set_colour (cr, area->n_holds > 1 ? _sb_area_pattern_get_ink (style) : sb_symbol_get_actor_colour (hold->family, style), 0.8);
  cairo_set_line_width (cr, unit);
  cairo_stroke (cr);
  cairo_restore (cr);
}

const char *
sb_area_zone_get_letter (SbAreaZone zone,
                         SbLanguage language)
{
  static const char *const letters[SB_N_LANGUAGES][SB_N_AREA_ZONES] = {
    [SB_LANGUAGE_FR] = { "", "V", "J", "O", "R" },
    [SB_LANGUAGE_EN] = { "", "G", "Y", "O", "R" },
  };

  g_return_val_if_fail (zone < SB_N_AREA_ZONES && language < SB_N_LANGUAGES, "");

  return letters[language][zone];
}
