/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-chronology-painter-private.h"

#include <math.h>

/* What lasts in a lane of a chronology, or may have: bars, and the days that an event is
 * dated to. */

/* In sizes of a symbol. */
#define HATCH_STEP   0.42
#define HATCH_HEIGHT 0.36
#define HATCH_DROP   0.86 /* below the middle of the symbols, clear of their titles */

/* What is only a little longer than a symbol is hidden by it. */
#define LEAST_SPAN 1.3

/* So many spans of a lane are drawn one by one. */
#define MAX_SPANS 24

/* More of them are counted by columns so wide, in units. */
#define COLUMN 4

static double
get_x (const SbChronologyPen *pen,
       double time)
{
  return pen->left + sb_chronology_scale_get_position (&pen->frame->scale, time);
}

/* The same, kept near what is seen: Cairo counts in fixed numbers. */
static double
get_near_x (const SbChronologyPen *pen,
            double time)
{
  double air = 4 * pen->painter->symbol_size;

  return CLAMP (get_x (pen, time), pen->left - air, pen->right + air);
}

gboolean
_sb_chronology_get_bar_extent (const SbChronologyPen *pen,
                               const SbChronologyBar *bar,
                               double *from,
                               double *to)
{
  *from = get_near_x (pen, bar->since_first);
  *to = get_near_x (pen, (double) bar->until_last + 1);

  return *to > pen->left && *from < pen->right;
}

/* One slanting stroke, to be repeated in both directions: a mask. */
static cairo_surface_t *
create_tile (double scale,
             double step,
             double width)
{
  int side = MAX ((int) round (step * scale), 2);
  cairo_surface_t *tile = cairo_image_surface_create (CAIRO_FORMAT_A8, side, side);
  cairo_t *cr = cairo_create (tile);

  cairo_set_line_width (cr, MAX (width * scale, 1));
  for (int i = -1; i <= 1; i++)
    {
      cairo_move_to (cr, (i - 1) * side, 2 * side);
      cairo_line_to (cr, (i + 2) * side, -side);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
  cairo_surface_set_device_scale (tile, scale, scale);

  return tile;
}

/* On a screen: strokes that are hundreds of lines to Cairo are one picture. */
static void
hatch_picture (const SbChronologyPen *pen,
               double from,
               double to,
               double y,
               double height)
{
  SbChronologyPainter *painter = pen->painter;
  cairo_pattern_t *pattern;
  cairo_matrix_t matrix;
  double begin = MAX (from, pen->left);

  if (painter->tile == NULL)
    painter->tile = create_tile (painter->look.scale, painter->symbol_size * HATCH_STEP, painter->symbol_size * 0.08);

  pattern = cairo_pattern_create_for_surface (painter->tile);
  cairo_matrix_init_translate (&matrix, -round (from), 0);
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, round (begin), round (y - height / 2), round (MIN (to, pen->right)) - round (begin), round (height));
  cairo_clip (pen->cr);
  cairo_mask (pen->cr, pattern);
  cairo_restore (pen->cr);
  cairo_pattern_destroy (pattern);
}

/* Slanting strokes from @from to @to, about the height @y. */
static void
hatch (const SbChronologyPen *pen,
       double from,
       double to,
       double y,
       double height)
{
  double step = pen->painter->symbol_size * HATCH_STEP;
  double begin = MAX (from, pen->left - height);
  double end = MIN (to, pen->right);

  if (end - begin < 1)
    return;
  if (pen->painter->look.scale > 0)
    {
      hatch_picture (pen, from, to, y, height);
      return;
    }

  /* They stand where they are while the scale is moved. */
  begin = from + ceil ((begin - from) / step) * step;
  for (double x = begin; x + height <= end; x += step)
    {
      cairo_move_to (pen->cr, x, y + height / 2);
      cairo_line_to (pen->cr, x + height, y - height / 2);
    }
  cairo_stroke (pen->cr);
}

void
_sb_chronology_draw_bar (const SbChronologyPen *pen,
                         const SbChronologyBar *bar)
{
  SbChronologyPainter *painter = pen->painter;
  gboolean is_alliance = sb_record_get_kind (bar->record) == SB_KIND_ALLIANCE;
  const SbSymbolColour *colour = is_alliance ? &painter->look.alliance : &painter->look.restriction;
  double height = painter->bar_height * 0.82;
  double y = _sb_chronology_get_bar_y (pen, bar);
  double pad = painter->look.font_size * 0.35;
  double sure_from = get_near_x (pen, bar->since_last);
  double sure_to = get_near_x (pen, (double) bar->until_first + (bar->until_first < SB_DATE_DAY_MAX ? 1 : 0));
  double from;
  double to;

  if (!_sb_chronology_get_bar_extent (pen, bar, &from, &to))
    return;

  _sb_chronology_set_colour (pen->cr, colour, 0.24);
  cairo_rectangle (pen->cr, sure_from, y - height / 2, MAX (sure_to - sure_from, 0), height);
  cairo_fill (pen->cr);

  _sb_chronology_set_colour (pen->cr, colour, 0.55);
  cairo_set_line_width (pen->cr, painter->symbol_size * 0.08);
  hatch (pen, from, MIN (sure_from, to), y, height);
  hatch (pen, MAX (sure_to, sure_from), to, y, height);

  _sb_chronology_set_colour (pen->cr, colour, 1);
  cairo_set_line_width (pen->cr, painter->symbol_size * (sb_record_get_id (bar->record) == pen->frame->selected ? 0.22 : 0.09));
  cairo_rectangle (pen->cr, from, y - height / 2, MAX (to - from, 1), height);
  cairo_stroke (pen->cr);

  from = MAX (from, pen->left) + pad;
  if (MIN (to, pen->right) - from > SB_CHRONOLOGY_LEAST_TITLE * painter->look.font_size / 2)
    {
      _sb_chronology_set_colour (pen->cr, &painter->look.text, 1);
      _sb_chronology_show_text (painter, pen->cr, SB_CHRONOLOGY_TEXT_SMALL, sb_record_get_title (bar->record, pen->frame->language),
                                from, y, MIN (to, pen->right) - from - pad);
    }
}

/* The days that an event may have been on, or lasted; what is only about right or
 * perhaps wrong reaches as far again, lighter. */
static void
draw_span (const SbChronologyPen *pen,
           const SbChronologyMark *mark)
{
  SbChronologyPainter *painter = pen->painter;
  double length = (double) mark->last_day - mark->first_day + 1;
  double height = painter->symbol_size * HATCH_HEIGHT;
  double y = _sb_chronology_get_marks_y (pen) + painter->symbol_size * HATCH_DROP;
  double from = get_near_x (pen, mark->first_day);
  double to = mark->flags & SB_CHRONOLOGY_MARK_GOES_ON ? get_near_x (pen, SB_DATE_DAY_MAX)
                                                       : get_near_x (pen, (double) mark->last_day + 1);
  SbSymbolColour colour = sb_symbol_get_event_colour ((SbEventType) mark->type, painter->look.style);

  if (mark->flags & SB_CHRONOLOGY_MARK_QUALIFIED)
    {
      _sb_chronology_set_colour (pen->cr, &colour, 0.10);
      cairo_rectangle (pen->cr, get_near_x (pen, mark->first_day - length), y - height / 2,
                       get_near_x (pen, mark->last_day + 1 + length) - get_near_x (pen, mark->first_day - length), height);
      cairo_fill (pen->cr);
    }

  if (to - from < LEAST_SPAN * painter->symbol_size)
    return;

  _sb_chronology_set_colour (pen->cr, &colour, 0.14);
  cairo_rectangle (pen->cr, from, y - height / 2, to - from, height);
  cairo_fill (pen->cr);
  /* One day is as well as it can be known. */
  if ((mark->flags & (SB_CHRONOLOGY_MARK_VAGUE | SB_CHRONOLOGY_MARK_QUALIFIED)) == 0)
    return;

  _sb_chronology_set_colour (pen->cr, &colour, 0.55);
  cairo_set_line_width (pen->cr, painter->symbol_size * 0.07);
  hatch (pen, from, to, y, height);
}

static gboolean
is_span_seen (const SbChronologyPen *pen,
              const SbChronologyMark *mark)
{
  double reach = mark->flags & SB_CHRONOLOGY_MARK_QUALIFIED ? 3 : 1;

  if (mark->flags & SB_CHRONOLOGY_MARK_GOES_ON)
    return TRUE;

  return ((double) mark->last_day - mark->first_day + 1) * reach * pen->frame->scale.per_day >= LEAST_SPAN * pen->painter->symbol_size;
}

/* Counts one more in the columns that a span covers. */
static void
cover (const SbChronologyPen *pen,
       const SbChronologyMark *mark,
       GArray *turns)
{
  const SbChronologyScale *scale = &pen->frame->scale;
  double from = sb_chronology_scale_get_position (scale, mark->first_day);
  double to = mark->flags & SB_CHRONOLOGY_MARK_GOES_ON ? G_MAXINT : sb_chronology_scale_get_position (scale, (double) mark->last_day + 1);
  double n = turns->len - 1;

  if (to <= 0 || from >= n * COLUMN)
    return;

  g_array_index (turns, int, (guint) CLAMP (from / COLUMN, 0, n))++;
  g_array_index (turns, int, (guint) CLAMP (to / COLUMN, 0, n))--;
}

/* Very many spans: how many lie over each other, in steps of darkness. */
static void
draw_cover (const SbChronologyPen *pen,
            const GArray *turns)
{
  double height = pen->painter->symbol_size * HATCH_HEIGHT;
  double y = _sb_chronology_get_marks_y (pen) + pen->painter->symbol_size * HATCH_DROP - height / 2;
  static const int steps[] = { 1, 10, 100 };

  for (guint step = 0; step < G_N_ELEMENTS (steps); step++)
    {
      int depth = 0;
      guint begin = 0;
      gboolean is_in = FALSE;

      for (guint i = 0; i < turns->len; i++)
        {
          gboolean was_in = is_in;

          depth += g_array_index (turns, int, i);
          is_in = depth >= steps[step] && i + 1 < turns->len;
          if (is_in && !was_in)
            begin = i;
          else if (!is_in && was_in)
            cairo_rectangle (pen->cr, pen->left + begin * COLUMN, round (y), (i - begin) * COLUMN, round (height));
        }
      _sb_chronology_set_colour (pen->cr, &pen->painter->look.quiet, 0.22);
      cairo_fill (pen->cr);
    }
}

/* Of the marks whose days can be told apart. */
void
_sb_chronology_draw_spans (const SbChronologyPen *pen)
{
  const SbChronologyScale *scale = &pen->frame->scale;
  double first = sb_chronology_scale_get_time (scale, 0) - pen->lane->longest;
  double last = sb_chronology_scale_get_time (scale, pen->right - pen->left) + pen->lane->longest;
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (SbChronologyMark));
  g_autoptr (GArray) turns = NULL;

  for (guint i = sb_chronology_lane_seek (pen->lane, first); i < pen->lane->marks->len; i++)
    {
      const SbChronologyMark *mark = &g_array_index (pen->lane->marks, SbChronologyMark, i);

      if (mark->at > last)
        break;
      if (!is_span_seen (pen, mark))
        continue;
      if (seen->len < MAX_SPANS)
        {
          g_array_append_vals (seen, mark, 1);
          continue;
        }
      if (turns == NULL)
        {
          turns = g_array_new (FALSE, TRUE, sizeof (int));
          g_array_set_size (turns, (guint) ceil ((pen->right - pen->left) / COLUMN) + 1);
        }
      cover (pen, mark, turns);
    }

  for (guint i = 0; i < seen->len; i++)
    if (turns == NULL)
      draw_span (pen, &g_array_index (seen, SbChronologyMark, i));
    else
      cover (pen, &g_array_index (seen, SbChronologyMark, i), turns);
  if (turns != NULL)
    draw_cover (pen, turns);
}
