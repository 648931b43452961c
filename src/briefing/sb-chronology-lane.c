/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-chronology-painter-private.h"

#include <math.h>

/* One lane of a chronology: its bars, below them its events. */

/* In sizes of a symbol. */
#define HATCH_STEP   0.42
#define HATCH_HEIGHT 0.36
#define HATCH_DROP   0.86 /* below the middle of the symbols, clear of their titles */
#define COUNT_HEIGHT 1.25

/* What is only a little longer than a symbol is hidden by it. */
#define LEAST_SPAN 1.3

/* So many spans of a lane are drawn one by one. */
#define MAX_SPANS 24

/* More of them are counted by columns so wide, in units. */
#define COLUMN 4

/* Keys of the pictures of numbers, above those of symbols. */
#define COUNT_KEY     1024
#define MAX_COUNT_KEY 10000000

/* How much room a title wants at least, in sizes of letters. */
#define LEAST_TITLE 5.0

double
_sb_chronology_get_marks_y (const SbChronologyPen *pen)
{
  const SbChronologyPainter *painter = pen->painter;

  return pen->y + painter->lane_gap + pen->lane->n_rows * painter->bar_height + painter->row_height / 2;
}

double
_sb_chronology_get_bar_y (const SbChronologyPen *pen,
                          const SbChronologyBar *bar)
{
  const SbChronologyPainter *painter = pen->painter;

  return pen->y + painter->lane_gap + (bar->row + 0.5) * painter->bar_height;
}

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

static void
draw_bar (const SbChronologyPen *pen,
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
  if (MIN (to, pen->right) - from > LEAST_TITLE * painter->look.font_size / 2)
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
static void
draw_spans (const SbChronologyPen *pen)
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

static cairo_surface_t *
create_symbol (SbChronologyPainter *self,
               SbEventType type,
               SbSymbolFlags flags,
               double side)
{
  int pixels = (int) ceil (side * self->look.scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, pixels, pixels);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, self->look.scale, self->look.scale);
  sb_symbol_draw_event (cr, type, side / 2, side / 2, self->symbol_size, self->look.style, flags);
  cairo_destroy (cr);
  cairo_surface_set_device_scale (surface, self->look.scale, self->look.scale);

  return surface;
}

/* On a screen a symbol is drawn once and then laid where it is to be. */
static void
draw_symbol (const SbChronologyPen *pen,
             SbEventType type,
             SbSymbolFlags flags,
             double x,
             double y)
{
  SbChronologyPainter *painter = pen->painter;
  double side = ceil (2 * painter->symbol_size * sb_symbol_get_reach (flags)) + 2;
  gpointer key = GUINT_TO_POINTER (1 + (guint) type * 16 + flags);
  cairo_surface_t *surface;

  if (painter->look.scale <= 0)
    {
      sb_symbol_draw_event (pen->cr, type, x, y, painter->symbol_size, painter->look.style, flags);
      return;
    }

  surface = g_hash_table_lookup (painter->symbols, key);
  if (surface == NULL)
    {
      surface = create_symbol (painter, type, flags, side);
      g_hash_table_insert (painter->symbols, key, surface);
    }

  cairo_set_source_surface (pen->cr, surface, round (x - side / 2), round (y - side / 2));
  cairo_pattern_set_filter (cairo_get_source (pen->cr), CAIRO_FILTER_NEAREST);
  cairo_paint (pen->cr);
}

static SbSymbolFlags
get_flags (const SbChronologyPen *pen,
           const SbChronologyCell *cell)
{
  SbSymbolFlags flags = cell->flags & SB_CHRONOLOGY_MARK_UNSOURCED ? SB_SYMBOL_UNSOURCED : SB_SYMBOL_DEFAULT;

  for (guint i = cell->first; pen->frame->selected != 0 && i < cell->first + cell->n; i++)
    if (g_array_index (pen->lane->marks, SbChronologyMark, i).id == pen->frame->selected)
      flags |= SB_SYMBOL_SELECTED;

  return flags;
}

static void
format_count (guint n,
              char *text,
              gsize size)
{
  if (n >= 1000)
    g_snprintf (text, size, "%uk", n / 1000);
  else
    g_snprintf (text, size, "%u", n);
}

static void
fill_box (cairo_t *cr,
          const SbSymbolColour *colour,
          double alpha,
          double x,
          double y,
          double width,
          double height)
{
  _sb_chronology_set_colour (cr, colour, alpha);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

static double
get_count_width (SbChronologyPainter *painter)
{
  return round (sb_chronology_painter_get_spacing (painter) - painter->symbol_size * 0.16);
}

/* The number of several events on a ground in the colour of most of them; its top
 * left at (@x, @y). */
static void
draw_count_box (SbChronologyPainter *painter,
                cairo_t *cr,
                SbEventType type,
                guint n,
                gboolean is_selected,
                double x,
                double y)
{
  SbSymbolColour colour = sb_symbol_get_event_colour (type, painter->look.style);
  double width = get_count_width (painter);
  double height = round (painter->symbol_size * COUNT_HEIGHT);
  char text[16];
  double text_width;

  format_count (n, text, sizeof text);
  fill_box (cr, &painter->look.ground, 1, x, y, width, height);
  fill_box (cr, is_selected ? &painter->look.text : &colour, is_selected ? 1 : 0.22, x, y, width, height);
  fill_box (cr, &colour, 1, x, y + height - 2, width, 2);
  _sb_chronology_set_colour (cr, is_selected ? &painter->look.ground : &painter->look.text, 1);
  text_width = MIN (_sb_chronology_measure_text (painter, SB_CHRONOLOGY_TEXT_SMALL, text), width);
  _sb_chronology_show_text (painter, cr, SB_CHRONOLOGY_TEXT_SMALL, text, x + (width - text_width) / 2, y + height / 2 - 0.5, width + 1);
}

/* A number is drawn once and then laid where it is to be, as symbols are: there may be
 * a thousand in a picture, and few that differ. */
static cairo_surface_t *
get_count_picture (SbChronologyPainter *self,
                   const SbChronologyCell *cell)
{
  guint n = cell->n >= 1000 ? cell->n / 1000 * 1000 : cell->n;
  gpointer key = GUINT_TO_POINTER (COUNT_KEY + MIN (n, MAX_COUNT_KEY) * 16 + (guint) cell->type);
  cairo_surface_t *surface = g_hash_table_lookup (self->symbols, key);
  cairo_t *cr;

  if (surface != NULL)
    return surface;

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (get_count_width (self) * self->look.scale),
                                        (int) (round (self->symbol_size * COUNT_HEIGHT) * self->look.scale));
  cairo_surface_set_device_scale (surface, self->look.scale, self->look.scale);
  cr = cairo_create (surface);
  draw_count_box (self, cr, cell->type, cell->n, FALSE, 0, 0);
  cairo_destroy (cr);
  g_hash_table_insert (self->symbols, key, surface);
  return surface;
}

static void
draw_count (const SbChronologyPen *pen,
            const SbChronologyCell *cell,
            double x,
            double y)
{
  SbChronologyPainter *painter = pen->painter;
  gboolean is_selected = (get_flags (pen, cell) & SB_SYMBOL_SELECTED) != 0;
  double left = round (x - get_count_width (painter) / 2);
  double top = round (y - painter->symbol_size * COUNT_HEIGHT / 2);

  if (painter->look.scale <= 0 || is_selected)
    {
      draw_count_box (painter, pen->cr, cell->type, cell->n, is_selected, left, top);
      return;
    }

  cairo_set_source_surface (pen->cr, get_count_picture (painter, cell), left, top);
  cairo_pattern_set_filter (cairo_get_source (pen->cr), CAIRO_FILTER_NEAREST);
  /* A box of whole pixels is copied; painting would blend it. */
  cairo_rectangle (pen->cr, left, top, get_count_width (painter), round (painter->symbol_size * COUNT_HEIGHT));
  cairo_set_operator (pen->cr, CAIRO_OPERATOR_SOURCE);
  cairo_fill (pen->cr);
  cairo_set_operator (pen->cr, CAIRO_OPERATOR_OVER);
}

/* What the keyboard is at, from @x on. */
static void
draw_cursor (const SbChronologyPen *pen,
             double x,
             double y,
             double width)
{
  double height = pen->painter->symbol_size * 2.1;

  _sb_chronology_set_colour (pen->cr, &pen->painter->look.accent, 1);
  cairo_set_line_width (pen->cr, pen->painter->symbol_size * 0.16);
  cairo_rectangle (pen->cr, x, y - height / 2, width, height);
  cairo_stroke (pen->cr);
}

static void
draw_title (const SbChronologyPen *pen,
            const SbChronologyCell *cell,
            double x,
            double y,
            double end)
{
  const SbChronologyFrame *frame = pen->frame;
  double begin = x + pen->painter->symbol_size * 0.85;
  const char *title;

  if (frame->get_title == NULL || end - begin < LEAST_TITLE * pen->painter->look.font_size)
    return;

  title = frame->get_title (g_array_index (pen->lane->marks, SbChronologyMark, cell->first).id, frame->title_data);
  if (title == NULL)
    return;

  _sb_chronology_set_colour (pen->cr, &pen->painter->look.text, 1);
  _sb_chronology_show_text (pen->painter, pen->cr, SB_CHRONOLOGY_TEXT_SMALL, title, begin, y, end - begin);
}

void
_sb_chronology_gather (const SbChronologyPen *pen)
{
  g_array_set_size (pen->painter->cells, 0);
  sb_chronology_lane_gather (pen->lane, &pen->frame->scale, &pen->frame->moment, 0, pen->right - pen->left,
                             sb_chronology_painter_get_spacing (pen->painter), pen->painter->cells);
}

static void
draw_cells (const SbChronologyPen *pen)
{
  const GArray *cells = pen->painter->cells;
  double y = _sb_chronology_get_marks_y (pen);

  for (guint i = 0; i < cells->len; i++)
    {
      const SbChronologyCell *cell = &g_array_index (cells, SbChronologyCell, i);
      double x = pen->left + cell->position;
      double next = i + 1 < cells->len ? pen->left + g_array_index (cells, SbChronologyCell, i + 1).position - pen->painter->symbol_size
                                       : pen->right;

      if (cell->n > 1)
        draw_count (pen, cell, x, y);
      else
        {
          draw_symbol (pen, cell->type, get_flags (pen, cell), x, y);
          draw_title (pen, cell, x, y, MIN (next, pen->right));
        }

      if (pen->frame->cursor_lane == (int) pen->number && pen->frame->cursor_bar < 0 && pen->frame->cursor_mark - cell->first < cell->n)
        draw_cursor (pen, x - pen->painter->symbol_size * 1.05, y, pen->painter->symbol_size * 2.1);
    }
}

void
_sb_chronology_draw_lane (const SbChronologyPen *pen)
{
  for (guint i = 0; i < pen->lane->bars->len; i++)
    {
      const SbChronologyBar *bar = &g_array_index (pen->lane->bars, SbChronologyBar, i);
      double from;
      double to;

      draw_bar (pen, bar);
      if (pen->frame->cursor_lane == (int) pen->number && pen->frame->cursor_bar == (int) i &&
          _sb_chronology_get_bar_extent (pen, bar, &from, &to))
        draw_cursor (pen, MAX (from, pen->left + 1), _sb_chronology_get_bar_y (pen, bar), MIN (to, pen->right - 1) - MAX (from, pen->left + 1));
    }

  draw_spans (pen);
  _sb_chronology_gather (pen);
  draw_cells (pen);
}
