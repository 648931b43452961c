/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-map-way.h"

#include <math.h>

/* Logical pixels. */
#define CASING_WIDTH 9.0
#define WAY_WIDTH    5.0
#define DASH         10.0
#define DOT_GAP      9.0 /* from dot to dot */
#define END_RADIUS   9.0
#define MARK_RADIUS  6.0
#define FAR_AWAY     64.0 /* around the frame, in which lines are drawn */

struct _SbMapWay
{
  gatomicrefcount ref_count;
  GArray *line; /* (owned) (element-type SbPosition) */
  SbMapWayFlags flags;
  SbPosition ends[SB_N_MAP_WAY_ENDS];
  gboolean has_end[SB_N_MAP_WAY_ENDS];
  char *names[SB_N_MAP_WAY_ENDS][SB_N_LANGUAGES]; /* (owned) (nullable) */
  char *summary[SB_N_LANGUAGES]; /* (owned) (nullable) */
  GArray *cut_off; /* (owned) (element-type SbPosition) */
};

G_DEFINE_BOXED_TYPE (SbMapWay, sb_map_way, sb_map_way_ref, sb_map_way_unref)

static GArray *
copy_positions (const GArray *positions)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (SbPosition));

  if (positions != NULL && positions->len > 0)
    g_array_append_vals (copy, positions->data, positions->len);
  return copy;
}

SbMapWay *
sb_map_way_new (const GArray *line,
                SbMapWayFlags flags,
                const SbPosition *from,
                const SbPosition *to,
                const GArray *cut_off)
{
  const SbPosition *ends[] = { from, to };
  SbMapWay *self = g_new0 (SbMapWay, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->line = copy_positions (line);
  self->flags = flags;
  self->cut_off = copy_positions (cut_off);
  for (guint end = 0; end < G_N_ELEMENTS (ends); end++)
    {
      self->has_end[end] = ends[end] != NULL;
      if (ends[end] != NULL)
        self->ends[end] = *ends[end];
    }
  return self;
}

void
sb_map_way_set_names (SbMapWay *self,
                      const char *const *start,
                      const char *const *goal)
{
  g_return_if_fail (self != NULL && start != NULL && goal != NULL);

  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    {
      g_free (self->names[SB_MAP_WAY_START][language]);
      g_free (self->names[SB_MAP_WAY_GOAL][language]);
      self->names[SB_MAP_WAY_START][language] = g_strdup (start[language]);
      self->names[SB_MAP_WAY_GOAL][language] = g_strdup (goal[language]);
    }
}

void
sb_map_way_set_summary (SbMapWay *self,
                        const char *const *summary)
{
  g_return_if_fail (self != NULL && summary != NULL);

  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    {
      g_free (self->summary[language]);
      self->summary[language] = g_strdup (summary[language]);
    }
}

SbMapWay *
sb_map_way_ref (SbMapWay *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sb_map_way_unref (SbMapWay *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->line);
  g_array_unref (self->cut_off);
  for (guint end = 0; end < SB_N_MAP_WAY_ENDS; end++)
    for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
      g_free (self->names[end][language]);
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    g_free (self->summary[language]);
  g_free (self);
}

gboolean
sb_map_way_is_empty (const SbMapWay *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->line->len == 0 && self->cut_off->len == 0 && !self->has_end[SB_MAP_WAY_START] && !self->has_end[SB_MAP_WAY_GOAL];
}

gboolean
sb_map_way_get_end (const SbMapWay *self,
                    SbMapWayEnd end,
                    SbPosition *position)
{
  g_return_val_if_fail (self != NULL && position != NULL, FALSE);
  g_return_val_if_fail (end < SB_N_MAP_WAY_ENDS, FALSE);

  *position = self->ends[end];
  return self->has_end[end];
}

const char *
sb_map_way_get_name (const SbMapWay *self,
                     SbMapWayEnd end,
                     SbLanguage language)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (end < SB_N_MAP_WAY_ENDS, NULL);

  return self->names[end][language];
}

const char *
sb_map_way_get_summary (const SbMapWay *self,
                        SbLanguage language)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->summary[language];
}

SbRect
sb_map_way_get_mark (SbPoint at,
                     double unit)
{
  double radius = (END_RADIUS + 2) * unit;

  return (SbRect) { at.x - radius, at.y - radius, 2 * radius, 2 * radius };
}

SbBounds
sb_map_way_get_bounds (const SbMapWay *self)
{
  SbBounds bounds = sb_bounds_empty ();

  g_return_val_if_fail (self != NULL, bounds);

  for (guint i = 0; i < self->line->len; i++)
    bounds = sb_bounds_extend (&bounds, g_array_index (self->line, SbPosition, i));
  for (guint end = 0; end < G_N_ELEMENTS (self->ends); end++)
    if (self->has_end[end])
      bounds = sb_bounds_extend (&bounds, self->ends[end]);

  return bounds;
}

guint
sb_map_way_get_n_cut_off (const SbMapWay *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->cut_off->len;
}

static SbRect
get_reach (const SbMapFrame *frame)
{
  double reach = FAR_AWAY * frame->unit;

  return (SbRect) { frame->rect.x - reach, frame->rect.y - reach, frame->rect.width + 2 * reach, frame->rect.height + 2 * reach };
}

/* A piece of the line as far as it lies in @view; FALSE when it does not. */
static gboolean
get_piece (const SbMapWay *self,
           const SbMapFrame *frame,
           guint piece,
           const SbRect *view,
           SbPoint *from,
           SbPoint *to)
{
  *from = sb_map_frame_to_page (frame, g_array_index (self->line, SbPosition, piece - 1));
  *to = sb_map_frame_to_page (frame, g_array_index (self->line, SbPosition, piece));
  return sb_clip_segment (from, to, view);
}

static void
trace (const SbMapWay *self,
       cairo_t *cr,
       const SbMapFrame *frame)
{
  const SbRect view = get_reach (frame);
  SbPoint from;
  SbPoint to;

  cairo_new_path (cr);
  for (guint i = 1; i < self->line->len; i++)
    if (get_piece (self, frame, i, &view, &from, &to))
      {
        cairo_move_to (cr, from.x, from.y);
        cairo_line_to (cr, to.x, to.y);
      }
}

/* River blue, which no event and no restriction has; on paper darker than the halves of
 * grey that borders have. */
static void
set_colour (cairo_t *cr,
            SbBasemapStyle style)
{
  switch (style)
    {
    case SB_BASEMAP_STYLE_DARK:
      cairo_set_source_rgb (cr, 0.40, 0.71, 0.84);
      break;

    case SB_BASEMAP_STYLE_PRINT:
      cairo_set_source_rgb (cr, 0.2, 0.33, 0.42);
      break;

    case SB_BASEMAP_STYLE_LIGHT:
    default:
      cairo_set_source_rgb (cr, 0.12, 0.36, 0.53);
    }
}

static void
set_ground (cairo_t *cr,
            SbBasemapStyle style)
{
  if (style == SB_BASEMAP_STYLE_DARK)
    cairo_set_source_rgb (cr, 0.09, 0.12, 0.15);
  else
    cairo_set_source_rgb (cr, 1, 1, 1);
}

void
sb_map_way_stroke (cairo_t *cr,
                   SbMapWayFlags flags,
                   double unit,
                   SbBasemapStyle style)
{
  const double dashes[] = { DASH * unit, DASH * 0.7 * unit };
  const double dots[] = { 0, DOT_GAP * unit };

  g_return_if_fail (cr != NULL && unit > 0);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, CASING_WIDTH * unit);
  set_ground (cr, style);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, WAY_WIDTH * unit);
  set_colour (cr, style);
  if ((flags & SB_MAP_WAY_CUT) != 0)
    cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  else if ((flags & SB_MAP_WAY_SURE) == 0)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
fill_disc (cairo_t *cr,
           SbPoint at,
           double radius)
{
  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

void
sb_map_way_draw_goal (cairo_t *cr,
                      SbPoint at,
                      double unit,
                      SbBasemapStyle style)
{
  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  set_ground (cr, style);
  fill_disc (cr, at, (END_RADIUS + 2) * unit);
  set_colour (cr, style);
  fill_disc (cr, at, END_RADIUS * unit);
  cairo_restore (cr);
}

/* The start is a ring, the end is full: they are told apart without colour. */
void
sb_map_way_draw_start (cairo_t *cr,
                       SbPoint at,
                       double unit,
                       SbBasemapStyle style)
{
  g_return_if_fail (cr != NULL);

  sb_map_way_draw_goal (cr, at, unit, style);
  cairo_save (cr);
  set_ground (cr, style);
  fill_disc (cr, at, END_RADIUS * 0.5 * unit);
  cairo_restore (cr);
}

/* A cross in a circle. */
void
sb_map_way_draw_cut_off (cairo_t *cr,
                         SbPoint at,
                         double unit,
                         SbBasemapStyle style)
{
  double arm = MARK_RADIUS * 0.55 * unit;

  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, MARK_RADIUS * unit, 0, 2 * G_PI);
  set_ground (cr, style);
  cairo_fill_preserve (cr);
  if (style == SB_BASEMAP_STYLE_DARK)
    cairo_set_source_rgb (cr, 0.93, 0.55, 0.42);
  else
    cairo_set_source_rgb (cr, 0.64, 0.20, 0.10);
  cairo_set_line_width (cr, 1.6 * unit);
  cairo_stroke (cr);
  cairo_move_to (cr, at.x - arm, at.y - arm);
  cairo_line_to (cr, at.x + arm, at.y + arm);
  cairo_move_to (cr, at.x - arm, at.y + arm);
  cairo_line_to (cr, at.x + arm, at.y - arm);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
sb_map_way_paint (const SbMapWay *self,
                  cairo_t *cr,
                  const SbMapFrame *frame,
                  SbBasemapStyle style)
{
  const SbRect view = get_reach (frame);

  g_return_if_fail (self != NULL && cr != NULL && frame != NULL);

  trace (self, cr, frame);
  sb_map_way_stroke (cr, self->flags, frame->unit, style);
  for (guint i = 0; i < self->cut_off->len; i++)
    {
      SbPoint at = sb_map_frame_to_page (frame, g_array_index (self->cut_off, SbPosition, i));

      if (sb_rect_contains (&view, at))
        sb_map_way_draw_cut_off (cr, at, frame->unit, style);
    }
  if (self->has_end[SB_MAP_WAY_START])
    sb_map_way_draw_start (cr, sb_map_frame_to_page (frame, self->ends[SB_MAP_WAY_START]), frame->unit, style);
  if (self->has_end[SB_MAP_WAY_GOAL])
    sb_map_way_draw_goal (cr, sb_map_frame_to_page (frame, self->ends[SB_MAP_WAY_GOAL]), frame->unit, style);
}

static gboolean
is_seen (const SbMapFrame *frame,
         SbPosition position)
{
  return sb_rect_contains (&frame->rect, sb_map_frame_to_page (frame, position));
}

static SbMapWayParts
get_line_part (const SbMapWay *self)
{
  if ((self->flags & SB_MAP_WAY_CUT) != 0)
    return SB_MAP_WAY_HAS_CUT;

  return (self->flags & SB_MAP_WAY_SURE) != 0 ? SB_MAP_WAY_HAS_SURE : SB_MAP_WAY_HAS_UNSURE;
}

SbMapWayParts
sb_map_way_list_parts (const SbMapWay *self,
                       const SbMapFrame *frame)
{
  SbMapWayParts parts = 0;
  SbPoint from;
  SbPoint to;

  g_return_val_if_fail (self != NULL && frame != NULL, 0);

  for (guint i = 1; i < self->line->len; i++)
    if (get_piece (self, frame, i, &frame->rect, &from, &to))
      parts |= get_line_part (self);
  for (guint i = 0; i < self->cut_off->len; i++)
    if (is_seen (frame, g_array_index (self->cut_off, SbPosition, i)))
      parts |= SB_MAP_WAY_HAS_CUT_OFF;
  if (self->has_end[SB_MAP_WAY_START] && is_seen (frame, self->ends[SB_MAP_WAY_START]))
    parts |= SB_MAP_WAY_HAS_START;
  if (self->has_end[SB_MAP_WAY_GOAL] && is_seen (frame, self->ends[SB_MAP_WAY_GOAL]))
    parts |= SB_MAP_WAY_HAS_GOAL;

  return parts;
}
