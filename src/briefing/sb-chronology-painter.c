/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-chronology-painter-private.h"

#include <math.h>

/* In sizes of letters. */
#define AXIS_HEIGHT  2.3
#define ROW_HEIGHT   2.3
#define BAR_HEIGHT   1.75
#define LANE_GAP     0.35
#define SYMBOL_SIZE  1.0
#define SPACING      1.8
#define TICK_SPACING 6.0
#define SMALL        0.88

/* The strip of the axis that shows the period, and its handles, in sizes of letters. */
#define STRIP_HEIGHT 0.45

/* How much of what is not of the moment is covered. */
#define COVER 0.6

SbChronologyLook
sb_chronology_look_for_print (double font_size)
{
  return (SbChronologyLook) {
    .style = SB_BASEMAP_STYLE_PRINT,
    .family = (char *) "Inter",
    .font_size = font_size,
    .text = { 0.08, 0.1, 0.13 },
    .quiet = { 0.35, 0.38, 0.4 },
    .ground = { 1, 1, 1 },
    .accent = { 0.6, 0.25, 0.12 },
    .restriction = { 0.45, 0.16, 0.1 },
    .alliance = { 0.16, 0.38, 0.52 },
  };
}

static gboolean
colours_equal (const SbSymbolColour *a,
               const SbSymbolColour *b)
{
  return a->red == b->red && a->green == b->green && a->blue == b->blue;
}

gboolean
sb_chronology_look_equal (const SbChronologyLook *a,
                          const SbChronologyLook *b)
{
  return a->style == b->style && a->scale == b->scale && a->font_size == b->font_size && g_strcmp0 (a->family, b->family) == 0 &&
         colours_equal (&a->text, &b->text) && colours_equal (&a->quiet, &b->quiet) && colours_equal (&a->ground, &b->ground) &&
         colours_equal (&a->accent, &b->accent) && colours_equal (&a->restriction, &b->restriction) &&
         colours_equal (&a->alliance, &b->alliance);
}

static void
make_fonts (SbChronologyPainter *self)
{
  const double sizes[] = { 1, SMALL, SMALL };

  for (guint i = 0; i < SB_N_CHRONOLOGY_TEXT_SIZES; i++)
    {
      self->fonts[i] = pango_font_description_new ();
      pango_font_description_set_family (self->fonts[i], self->look.family);
      pango_font_description_set_absolute_size (self->fonts[i], sizes[i] * self->look.font_size * PANGO_SCALE);
      self->texts[i] = _sb_chronology_texts_new ();
    }
  pango_font_description_set_weight (self->fonts[SB_CHRONOLOGY_TEXT_BOLD], PANGO_WEIGHT_SEMIBOLD);
}

SbChronologyPainter *
sb_chronology_painter_new (const SbChronologyLook *look)
{
  SbChronologyPainter *self;

  g_return_val_if_fail (look != NULL && look->font_size > 0, NULL);

  self = g_new0 (SbChronologyPainter, 1);
  self->look = *look;
  self->look.family = g_strdup (look->family);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  if (look->scale <= 0)
    pango_context_set_round_glyph_positions (self->context, FALSE);

  make_fonts (self);
  self->symbols = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sb_pixels_free);
  self->laid = g_array_new (FALSE, FALSE, sizeof (SbLaidPixels));
  self->cells = g_array_new (FALSE, FALSE, sizeof (SbChronologyCell));
  self->symbol_size = SYMBOL_SIZE * look->font_size;
  self->row_height = ROW_HEIGHT * look->font_size;
  self->bar_height = BAR_HEIGHT * look->font_size;
  self->lane_gap = LANE_GAP * look->font_size;
  return self;
}

void
sb_chronology_painter_free (SbChronologyPainter *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < SB_N_CHRONOLOGY_TEXT_SIZES; i++)
    {
      pango_font_description_free (self->fonts[i]);
      g_hash_table_unref (self->texts[i]);
    }
  g_hash_table_unref (self->symbols);
  g_array_unref (self->laid);
  g_clear_pointer (&self->tile, cairo_surface_destroy);
  g_array_unref (self->cells);
  g_object_unref (self->context);
  g_free (self->look.family);
  g_free (self);
}

double
sb_chronology_painter_get_axis_height (SbChronologyPainter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return round (AXIS_HEIGHT * self->look.font_size);
}

double
sb_chronology_painter_get_spacing (SbChronologyPainter *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return SPACING * self->look.font_size;
}

GArray *
sb_chronology_painter_measure (SbChronologyPainter *self,
                               SbChronology *chronology)
{
  GArray *tops = g_array_new (FALSE, FALSE, sizeof (double));
  double y = 0;

  g_return_val_if_fail (self != NULL && chronology != NULL, tops);

  g_array_append_val (tops, y);
  for (guint i = 0; i < sb_chronology_get_n_lanes (chronology); i++)
    {
      const SbChronologyLane *lane = sb_chronology_get_lane (chronology, i);
      double content = lane->n_rows * self->bar_height + (lane->marks->len > 0 ? self->row_height : 0);

      y += round (MAX (content, self->row_height) + 2 * self->lane_gap);
      g_array_append_val (tops, y);
    }

  return tops;
}

void
_sb_chronology_set_colour (cairo_t *cr,
                           const SbSymbolColour *colour,
                           double alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, alpha);
}

/* The lanes of which something is in view: from the first to before the last. */
static void
find_lanes (SbChronologyPainter *self,
            const GArray *tops,
            const SbChronologyFrame *frame,
            guint *first,
            guint *last)
{
  double height = frame->height - sb_chronology_painter_get_axis_height (self);
  guint n = tops->len - 1;

  *first = 0;
  while (*first < n && g_array_index (tops, double, *first + 1) <= frame->scroll)
    (*first)++;

  *last = *first;
  while (*last < n && g_array_index (tops, double, *last) < frame->scroll + height)
    (*last)++;
}

static SbChronologyPen
make_pen (SbChronologyPainter *self,
          cairo_t *cr,
          SbChronology *chronology,
          const GArray *tops,
          const SbChronologyFrame *frame,
          guint lane)
{
  return (SbChronologyPen) {
    .painter = self,
    .cr = cr,
    .frame = frame,
    .lane = sb_chronology_get_lane (chronology, lane),
    .number = lane,
    .left = frame->label_width,
    .right = frame->width,
    .y = sb_chronology_painter_get_axis_height (self) + g_array_index (tops, double, lane) - frame->scroll,
  };
}

/* The name of a lane, and how many events it has. */
static void
draw_label (const SbChronologyPen *pen,
            double height)
{
  SbChronologyPainter *painter = pen->painter;
  double pad = painter->look.font_size * 0.6;
  double y = pen->y + MIN (height, painter->row_height + 2 * painter->lane_gap) / 2;
  double room = pen->left - 2 * pad;
  char count[16];

  if (pen->left <= 0)
    return;

  g_snprintf (count, sizeof count, "%u", pen->lane->marks->len);
  if (pen->lane->marks->len > 0)
    {
      double width = _sb_chronology_measure_text (painter, SB_CHRONOLOGY_TEXT_SMALL, count);

      _sb_chronology_set_colour (pen->cr, &painter->look.quiet, 1);
      _sb_chronology_show_text (painter, pen->cr, SB_CHRONOLOGY_TEXT_SMALL, count, pad + room - width, y, width + 1);
      room -= width + pad;
    }

  _sb_chronology_set_colour (pen->cr, &painter->look.text, 1);
  _sb_chronology_show_text (painter, pen->cr, SB_CHRONOLOGY_TEXT_NORMAL,
                            sb_chronology_lane_get_name (pen->lane, pen->frame->language), pad, y, room);
}

static void
draw_lanes (SbChronologyPainter *self,
            cairo_t *cr,
            SbChronology *chronology,
            const GArray *tops,
            const SbChronologyFrame *frame,
            double bottom)
{
  double left, top, right, end;
  guint first;
  guint last;

  cairo_clip_extents (cr, &left, &top, &right, &end);
  find_lanes (self, tops, frame, &first, &last);
  for (guint i = first; i < last; i++)
    {
      const SbChronologyPen pen = make_pen (self, cr, chronology, tops, frame, i);
      double height = g_array_index (tops, double, i + 1) - g_array_index (tops, double, i);

      /* When a view was moved, only a strip of it is drawn. */
      if (pen.y >= end || pen.y + height <= top)
        continue;

      draw_label (&pen, height);
      _sb_chronology_set_colour (cr, &self->look.quiet, 0.25);
      cairo_rectangle (cr, 0, pen.y + height - 1, frame->width, self->look.scale > 0 ? 1 : 0.5);
      cairo_fill (cr);

      cairo_save (cr);
      cairo_rectangle (cr, pen.left, MAX (pen.y, sb_chronology_painter_get_axis_height (self)), pen.right - pen.left,
                       MIN (height, bottom));
      cairo_clip (cr);
      _sb_chronology_draw_lane (&pen);
      cairo_restore (cr);
    }
}

static double
get_x (const SbChronologyFrame *frame,
       double time)
{
  return CLAMP (frame->label_width + sb_chronology_scale_get_position (&frame->scale, time), frame->label_width - 40, frame->width + 40);
}

/* What is not in the period, or after the as-of day, is there and pale. */
static void
cover_rest (SbChronologyPainter *self,
            cairo_t *cr,
            const SbChronologyFrame *frame,
            double bottom)
{
  double top = sb_chronology_painter_get_axis_height (self);
  double first = MAX (get_x (frame, frame->moment.first_day), frame->label_width);
  double last = MAX (get_x (frame, (double) MIN (frame->moment.last_day, frame->moment.as_of) + 1), frame->label_width);

  _sb_chronology_set_colour (cr, &self->look.ground, COVER);
  cairo_rectangle (cr, frame->label_width, top, first - frame->label_width, bottom - top);
  cairo_rectangle (cr, last, top, MAX (frame->width - last, 0), bottom - top);
  cairo_fill (cr);
}

static void
draw_ticks (SbChronologyPainter *self,
            cairo_t *cr,
            const SbChronologyFrame *frame,
            double bottom,
            gboolean is_axis)
{
  double axis = sb_chronology_painter_get_axis_height (self);
  double strip = STRIP_HEIGHT * self->look.font_size;
  double hair = self->look.scale > 0 ? 1 : 0.5;
  g_autoptr (GArray) ticks =
    sb_chronology_scale_get_ticks (&frame->scale, frame->width - frame->label_width, TICK_SPACING * self->look.font_size, frame->language);

  for (guint i = 0; i < ticks->len; i++)
    {
      const SbChronologyTick *tick = &g_array_index (ticks, SbChronologyTick, i);
      double x = get_x (frame, tick->at);
      double room = (i + 1 < ticks->len ? get_x (frame, g_array_index (ticks, SbChronologyTick, i + 1).at) : frame->width) - x - 6;

      if (!is_axis)
        {
          _sb_chronology_set_colour (cr, &self->look.quiet, tick->is_major ? 0.4 : 0.16);
          cairo_rectangle (cr, round (x), axis, hair, bottom - axis);
          cairo_fill (cr);
          continue;
        }

      _sb_chronology_set_colour (cr, tick->is_major ? &self->look.text : &self->look.quiet, 1);
      cairo_rectangle (cr, round (x), axis * 0.15, hair, axis * 0.85 - strip);
      cairo_fill (cr);
      if (room > self->look.font_size * 1.5)
        _sb_chronology_show_text (self, cr, tick->is_major ? SB_CHRONOLOGY_TEXT_BOLD : SB_CHRONOLOGY_TEXT_SMALL, tick->label, x + 4,
                                  (axis - strip) / 2, room);
    }
}

/* The period as a strip between two handles, and the as-of day through all lanes. */
static void
draw_moment (SbChronologyPainter *self,
             cairo_t *cr,
             const SbChronologyFrame *frame,
             double bottom)
{
  double axis = sb_chronology_painter_get_axis_height (self);
  double strip = STRIP_HEIGHT * self->look.font_size;
  double first = get_x (frame, frame->moment.first_day);
  double last = get_x (frame, (double) frame->moment.last_day + 1);
  double as_of = get_x (frame, (double) frame->moment.as_of + 1);

  _sb_chronology_set_colour (cr, &self->look.accent, 0.3);
  cairo_rectangle (cr, first, axis - strip, last - first, strip);
  cairo_fill (cr);
  _sb_chronology_set_colour (cr, &self->look.accent, 1);
  cairo_rectangle (cr, first - 1.5, axis - strip * 2, 3, strip * 2);
  cairo_rectangle (cr, last - 1.5, axis - strip * 2, 3, strip * 2);
  cairo_fill (cr);

  _sb_chronology_set_colour (cr, &self->look.text, 0.9);
  cairo_rectangle (cr, as_of - 0.75, 2, 1.5, bottom - 2);
  cairo_fill (cr);
  cairo_rectangle (cr, as_of - 4, 2, 8, strip * 1.2);
  cairo_fill (cr);
}

/* The lanes, and what goes through them. */
static void
draw_plot (SbChronologyPainter *self,
           cairo_t *cr,
           SbChronology *chronology,
           const GArray *tops,
           const SbChronologyFrame *frame,
           double bottom)
{
  double axis = sb_chronology_painter_get_axis_height (self);

  cairo_save (cr);
  cairo_rectangle (cr, 0, axis, frame->width, frame->height - axis);
  cairo_clip (cr);
  draw_ticks (self, cr, frame, bottom, FALSE);
  draw_lanes (self, cr, chronology, tops, frame, bottom);
  if (frame->shows_moment)
    cover_rest (self, cr, frame, bottom);
  cairo_restore (cr);
}

void
sb_chronology_painter_draw (SbChronologyPainter *self,
                            cairo_t *cr,
                            SbChronology *chronology,
                            const GArray *tops,
                            const SbChronologyFrame *frame)
{
  double axis;
  double bottom;
  double left, top, right, end; /* what is not clipped */

  g_return_if_fail (self != NULL && cr != NULL && chronology != NULL && frame != NULL);
  g_return_if_fail (tops != NULL && tops->len == sb_chronology_get_n_lanes (chronology) + 1);

  axis = sb_chronology_painter_get_axis_height (self);
  bottom = MIN (frame->height, axis + g_array_index (tops, double, tops->len - 1) - frame->scroll);
  pango_cairo_update_context (cr, self->context);
  cairo_clip_extents (cr, &left, &top, &right, &end);
  if (end > axis)
    draw_plot (self, cr, chronology, tops, frame, bottom);

  cairo_save (cr);
  cairo_rectangle (cr, frame->label_width, 0, frame->width - frame->label_width, frame->height);
  cairo_clip (cr);
  if (top < axis)
    draw_ticks (self, cr, frame, bottom, TRUE);
  if (frame->shows_moment)
    draw_moment (self, cr, frame, bottom);
  cairo_restore (cr);

  _sb_chronology_set_colour (cr, &self->look.quiet, 0.5);
  cairo_rectangle (cr, 0, axis - 1, frame->width, self->look.scale > 0 ? 1 : 0.5);
  cairo_fill (cr);
}

/* What is at a place of a lane. */
static void
pick_in_lane (const SbChronologyPen *pen,
              double x,
              double y,
              SbChronologySpot *spot)
{
  SbChronologyPainter *painter = pen->painter;
  double marks_y = _sb_chronology_get_marks_y (pen);
  double nearest = sb_chronology_painter_get_spacing (painter) / 2;

  for (guint i = 0; i < pen->lane->bars->len; i++)
    {
      const SbChronologyBar *bar = &g_array_index (pen->lane->bars, SbChronologyBar, i);
      double bar_y = _sb_chronology_get_bar_y (pen, bar);
      double from;
      double to;

      if (fabs (bar_y - y) > painter->bar_height / 2 || !_sb_chronology_get_bar_extent (pen, bar, &from, &to) || x < from || x > to)
        continue;

      spot->kind = SB_CHRONOLOGY_BAR;
      spot->bar = i;
      spot->x = (MAX (from, pen->left) + MIN (to, pen->right)) / 2;
      spot->y = bar_y;
      return;
    }

  if (fabs (marks_y - y) > painter->row_height / 2)
    return;

  _sb_chronology_gather (pen);
  for (guint i = 0; i < painter->cells->len; i++)
    {
      const SbChronologyCell *cell = &g_array_index (painter->cells, SbChronologyCell, i);
      double distance = fabs (pen->left + cell->position - x);

      if (distance > nearest)
        continue;

      nearest = distance;
      spot->kind = SB_CHRONOLOGY_CELL;
      spot->cell = *cell;
      spot->x = pen->left + cell->position;
      spot->y = marks_y;
    }
}

SbChronologySpot
sb_chronology_painter_pick (SbChronologyPainter *self,
                            SbChronology *chronology,
                            const GArray *tops,
                            const SbChronologyFrame *frame,
                            double x,
                            double y)
{
  SbChronologySpot spot = { .kind = SB_CHRONOLOGY_NOWHERE };
  double axis;
  guint first;
  guint last;

  g_return_val_if_fail (self != NULL && chronology != NULL && tops != NULL && frame != NULL, spot);

  axis = sb_chronology_painter_get_axis_height (self);
  if (y < axis)
    {
      spot.kind = x >= frame->label_width ? SB_CHRONOLOGY_AXIS : SB_CHRONOLOGY_NOWHERE;
      return spot;
    }

  find_lanes (self, tops, frame, &first, &last);
  for (guint i = first; i < last; i++)
    {
      const SbChronologyPen pen = make_pen (self, NULL, chronology, tops, frame, i);

      if (y >= pen.y + g_array_index (tops, double, i + 1) - g_array_index (tops, double, i))
        continue;

      spot.lane = i;
      spot.kind = x < frame->label_width ? SB_CHRONOLOGY_LABEL : SB_CHRONOLOGY_PLOT;
      if (spot.kind == SB_CHRONOLOGY_PLOT)
        pick_in_lane (&pen, x, y, &spot);
      return spot;
    }

  return spot;
}

GArray *
sb_chronology_painter_list_titled (SbChronologyPainter *self,
                                   SbChronology *chronology,
                                   const GArray *tops,
                                   const SbChronologyFrame *frame,
                                   guint most)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint first;
  guint last;

  g_return_val_if_fail (self != NULL && chronology != NULL && tops != NULL && frame != NULL, events);

  find_lanes (self, tops, frame, &first, &last);
  for (guint i = first; i < last && events->len < most; i++)
    {
      const SbChronologyPen pen = make_pen (self, NULL, chronology, tops, frame, i);

      _sb_chronology_gather (&pen);
      for (guint j = 0; j < self->cells->len && events->len < most; j++)
        {
          const SbChronologyCell *cell = &g_array_index (self->cells, SbChronologyCell, j);
          double next = j + 1 < self->cells->len ? g_array_index (self->cells, SbChronologyCell, j + 1).position : G_MAXDOUBLE;
          gint64 id = sb_chronology_lane_get_mark (pen.lane, cell->first)->id;

          if (cell->n == 1 && next - cell->position > 6 * self->look.font_size)
            g_array_append_val (events, id);
        }
    }

  return events;
}
