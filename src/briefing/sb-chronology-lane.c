/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-chronology-painter-private.h"

#include <math.h>

/* One lane of a chronology: its bars (sb-chronology-lasting.c), below them its events. */

/* In sizes of a symbol. */
#define COUNT_HEIGHT 1.25

/* Keys of the pictures of numbers, above those of symbols. */
#define COUNT_KEY     1024
#define MAX_COUNT_KEY 10000000

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

/* A picture of so many units, to be drawn on. */
static SbPixels *
create_sprite (SbChronologyPainter *self,
               double width,
               double height,
               cairo_t **cr)
{
  SbPixels *sprite = sb_pixels_new ((int) ceil (width * self->look.scale), (int) ceil (height * self->look.scale));

  *cr = cairo_create (sb_pixels_get_surface (sprite));
  cairo_scale (*cr, self->look.scale, self->look.scale);
  return sprite;
}

static const SbPixels *
keep_sprite (SbChronologyPainter *self,
             gpointer key,
             SbPixels *sprite,
             cairo_t *cr)
{
  cairo_destroy (cr);
  cairo_surface_flush (sb_pixels_get_surface (sprite));
  g_hash_table_insert (self->symbols, key, sprite);
  return sprite;
}

/* @left, @top: whole units. What is placed is laid down before anything is written. */
static void
place_sprite (const SbChronologyPen *pen,
              const SbPixels *sprite,
              double left,
              double top)
{
  SbLaidPixels laid = { .pixels = sprite };

  cairo_user_to_device (pen->cr, &left, &top);
  laid.x = (int) round (left);
  laid.y = (int) round (top);
  g_array_append_val (pen->painter->laid, laid);
}

/* Lays down what was placed, where it is not clipped. */
static void
lay_sprites (const SbChronologyPen *pen)
{
  SbChronologyPainter *painter = pen->painter;
  cairo_surface_t *target = cairo_get_group_target (pen->cr);
  g_autoptr (SbPixels) ground = NULL;
  double left, top, right, bottom;

  if (painter->laid->len == 0)
    return;

  cairo_clip_extents (pen->cr, &left, &top, &right, &bottom);
  cairo_user_to_device (pen->cr, &left, &top);
  cairo_user_to_device (pen->cr, &right, &bottom);
  cairo_surface_flush (target);
  ground = sb_pixels_new_for_part (target, (int) round (left), (int) round (top), (int) round (right) - (int) round (left),
                                   (int) round (bottom) - (int) round (top));
  sb_pixels_lay (ground, (const SbLaidPixels *) (gpointer) painter->laid->data, painter->laid->len);
  g_array_set_size (painter->laid, 0);
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
  const SbPixels *sprite;

  if (painter->look.scale <= 0)
    {
      sb_symbol_draw_event (pen->cr, type, x, y, painter->symbol_size, painter->look.style, flags);
      return;
    }

  sprite = g_hash_table_lookup (painter->symbols, key);
  if (sprite == NULL)
    {
      cairo_t *cr;
      SbPixels *drawn = create_sprite (painter, side, side, &cr);

      sb_symbol_draw_event (cr, type, side / 2, side / 2, painter->symbol_size, painter->look.style, flags);
      sprite = keep_sprite (painter, key, drawn, cr);
    }

  place_sprite (pen, sprite, round (x - side / 2), round (y - side / 2));
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
static const SbPixels *
get_count_sprite (SbChronologyPainter *self,
                  const SbChronologyCell *cell)
{
  guint n = cell->n >= 1000 ? cell->n / 1000 * 1000 : cell->n;
  gpointer key = GUINT_TO_POINTER (COUNT_KEY + MIN (n, MAX_COUNT_KEY) * 16 + (guint) cell->type);
  const SbPixels *sprite = g_hash_table_lookup (self->symbols, key);
  SbPixels *drawn;
  cairo_t *cr;

  if (sprite != NULL)
    return sprite;

  drawn = create_sprite (self, get_count_width (self), round (self->symbol_size * COUNT_HEIGHT), &cr);
  draw_count_box (self, cr, cell->type, cell->n, FALSE, 0, 0);
  return keep_sprite (self, key, drawn, cr);
}

static void
draw_count (const SbChronologyPen *pen,
            const SbChronologyCell *cell,
            gboolean is_selected,
            double x,
            double y)
{
  SbChronologyPainter *painter = pen->painter;
  double left = round (x - get_count_width (painter) / 2);
  double top = round (y - painter->symbol_size * COUNT_HEIGHT / 2);

  if (painter->look.scale <= 0 || is_selected)
    draw_count_box (painter, pen->cr, cell->type, cell->n, is_selected, left, top);
  else
    place_sprite (pen, get_count_sprite (painter, cell), left, top);
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

  if (frame->get_title == NULL || end - begin < SB_CHRONOLOGY_LEAST_TITLE * pen->painter->look.font_size)
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

static gboolean
is_selected (const SbChronologyPen *pen,
             const SbChronologyCell *cell)
{
  return (get_flags (pen, cell) & SB_SYMBOL_SELECTED) != 0;
}

/* What is written over the symbol: its title, or that it is selected among many. */
static void
write_cell (const SbChronologyPen *pen,
            guint number,
            double y)
{
  const GArray *cells = pen->painter->cells;
  const SbChronologyCell *cell = &g_array_index (cells, SbChronologyCell, number);
  double x = pen->left + cell->position;
  double next = number + 1 < cells->len ? pen->left + g_array_index (cells, SbChronologyCell, number + 1).position - pen->painter->symbol_size
                                        : pen->right;

  if (cell->n == 1)
    draw_title (pen, cell, x, y, MIN (next, pen->right));
  else if (is_selected (pen, cell))
    draw_count (pen, cell, TRUE, x, y);

  if (pen->frame->cursor_lane == (int) pen->number && pen->frame->cursor_bar < 0 && pen->frame->cursor_mark - cell->first < cell->n)
    draw_cursor (pen, x - pen->painter->symbol_size * 1.05, y, pen->painter->symbol_size * 2.1);
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

      if (cell->n == 1)
        draw_symbol (pen, cell->type, get_flags (pen, cell), x, y);
      else if (!is_selected (pen, cell))
        draw_count (pen, cell, FALSE, x, y);
    }

  lay_sprites (pen);
  for (guint i = 0; i < cells->len; i++)
    write_cell (pen, i, y);
}

void
_sb_chronology_draw_lane (const SbChronologyPen *pen)
{
  for (guint i = 0; i < pen->lane->bars->len; i++)
    {
      const SbChronologyBar *bar = &g_array_index (pen->lane->bars, SbChronologyBar, i);
      double from;
      double to;

      _sb_chronology_draw_bar (pen, bar);
      if (pen->frame->cursor_lane == (int) pen->number && pen->frame->cursor_bar == (int) i &&
          _sb_chronology_get_bar_extent (pen, bar, &from, &to))
        draw_cursor (pen, MAX (from, pen->left + 1), _sb_chronology_get_bar_y (pen, bar), MIN (to, pen->right - 1) - MAX (from, pen->left + 1));
    }

  _sb_chronology_draw_spans (pen);
  _sb_chronology_gather (pen);
  draw_cells (pen);
}
