/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-chart-private.h"

#include "sb-map-figure-private.h"
#include "sb-text.h"

#include <math.h>
#include <pango/pangocairo.h>

/* In points. */
#define TEXT_SIZE     7.4
#define NUMBER_SIZE   6.6
#define LINE_HEIGHT   10.0
#define GAP           4.0
#define SWATCH_WIDTH  9.0
#define SWATCH_HEIGHT 6.5
#define ENTRY_GAP     10.0
#define BAR_SHARE     0.7 /* of the room that it has */
#define MOST_BAR      46.0
#define MOST_ROW      20.0
#define MOST_LABEL    0.32 /* of the width, for the names of bars that lie */
#define OUTLINE       0.5
#define STRIPE        2.6 /* from one line of a pattern to the next */
#define STRIPE_WIDTH  0.7
#define DOT_SIZE      0.62

/* More bars than this, and their numbers are left to the scale. */
#define MOST_NUMBERED 30
#define MOST_TICKS    5

#define N_PATTERNS 7

/* Where the bars stand. */
typedef struct
{
  cairo_t *cr;
  const SbChart *chart;
  double x;
  double y;
  double width;
  double height;
  double most; /* the end of the scale */
} Plot;

static void
set_ink (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0.08, 0.11, 0.13);
}

/* Lines along the diagonal over the clip, downwards or upwards. */
static void
stroke_diagonals (cairo_t *cr,
                  double x,
                  double y,
                  double width,
                  double height,
                  double direction)
{
  double step = STRIPE * G_SQRT2;

  for (double at = -height; at < width + height; at += step)
    {
      cairo_move_to (cr, x + at, direction > 0 ? y : y + height);
      cairo_line_to (cr, x + at + height, direction > 0 ? y + height : y);
    }
  cairo_stroke (cr);
}

static void
fill_dots (cairo_t *cr,
           double x,
           double y,
           double width,
           double height)
{
  for (double down = STRIPE / 2; down < height; down += STRIPE)
    for (double right = STRIPE / 2; right < width; right += STRIPE)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, x + right, y + down, DOT_SIZE, 0, 2 * G_PI);
      }
  cairo_fill (cr);
}

/* Fills differ by pattern and by lightness, so that a grey printer loses nothing. */
static void
fill_pattern (cairo_t *cr,
              guint pattern,
              double x,
              double y,
              double width,
              double height)
{
  static const double grounds[N_PATTERNS][3] = {
    { 0.16, 0.22, 0.27 },
    { 0.89, 0.85, 0.76 },
    { 1, 1, 1 },
    { 0.66, 0.36, 0.22 },
    { 1, 1, 1 },
    { 1, 1, 1 },
    { 1, 1, 1 },
  };
  const double *ground = grounds[MIN (pattern, N_PATTERNS - 1)];

  if (width <= 0 || height <= 0)
    return;

  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, ground[0], ground[1], ground[2]);
  cairo_paint (cr);
  set_ink (cr);
  cairo_set_line_width (cr, STRIPE_WIDTH);
  if (pattern == 2 || pattern == 5)
    stroke_diagonals (cr, x, y, width, height, -1);
  if (pattern == 5)
    stroke_diagonals (cr, x, y, width, height, 1);
  if (pattern == 4)
    fill_dots (cr, x, y, width, height);
  for (double down = STRIPE / 2; pattern == 6 && down < height; down += STRIPE)
    {
      cairo_move_to (cr, x, y + down);
      cairo_line_to (cr, x + width, y + down);
      cairo_stroke (cr);
    }
  cairo_restore (cr);

  set_ink (cr);
  cairo_set_line_width (cr, OUTLINE);
  cairo_rectangle (cr, x, y, width, height);
  cairo_stroke (cr);
}

static void
show_text (cairo_t *cr,
           PangoLayout *layout,
           double x,
           double y)
{
  set_ink (cr);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* What is counted, and what the fills mean, in as many lines as that takes; the height. */
static double
draw_legend (const SbChart *chart,
             cairo_t *cr,
             double width)
{
  g_autoptr (PangoLayout) title = _sb_map_text_new (cr, chart->title, TEXT_SIZE, PANGO_WEIGHT_SEMIBOLD, width);
  double x = _sb_map_text_get_width (title) + 2 * ENTRY_GAP;
  double y = 0;

  show_text (cr, title, 0, 0);
  for (guint i = 0; i < SB_CHART_MAX_SERIES; i++)
    {
      g_autoptr (PangoLayout) name = NULL;
      double needed;

      if (!chart->is_used[i] || chart->names[i] == NULL)
        continue;
      name = _sb_map_text_new (cr, chart->names[i], TEXT_SIZE, PANGO_WEIGHT_NORMAL, -1);
      needed = SWATCH_WIDTH + GAP + _sb_map_text_get_width (name);
      if (x > 0 && x + needed > width)
        {
          x = 0;
          y += LINE_HEIGHT;
        }
      fill_pattern (cr, chart->patterns[i], x, y + 1.5, SWATCH_WIDTH, SWATCH_HEIGHT);
      show_text (cr, name, x + SWATCH_WIDTH + GAP, y);
      x += needed + ENTRY_GAP;
    }

  return y + LINE_HEIGHT + GAP;
}

/* A step of 1, 2 or 5 tens that gives no more than so many ticks; whole. */
static double
find_step (double most)
{
  static const double steps[] = { 1, 2, 5, 10 };
  double base = pow (10, floor (log10 (MAX (most, 1) / MOST_TICKS)));

  base = MAX (base, 1);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * base * MOST_TICKS >= most)
      return steps[i] * base;

  return base * 10;
}

static double
find_most (const SbChart *chart)
{
  double most = 0;

  for (guint i = 0; i < chart->bars->len; i++)
    most = MAX (most, _sb_chart_bar_get_total (&g_array_index (chart->bars, SbChartBar, i)));

  return MAX (most, 1);
}

static PangoLayout *
new_number (const SbChart *chart,
            cairo_t *cr,
            double value,
            PangoWeight weight)
{
  g_autofree char *text = sb_number_format (value, 0, chart->language);

  return _sb_map_text_new (cr, text, NUMBER_SIZE, weight, -1);
}

/* Lines across at each step, with the number at their left. */
static void
draw_scale (const Plot *plot,
            double step)
{
  for (double value = 0; value <= plot->most; value += step)
    {
      g_autoptr (PangoLayout) number = new_number (plot->chart, plot->cr, value, PANGO_WEIGHT_NORMAL);
      double y = plot->y + plot->height * (1 - value / plot->most);

      show_text (plot->cr, number, plot->x - GAP - _sb_map_text_get_width (number), y - _sb_map_text_get_height (number) / 2);
      cairo_set_source_rgb (plot->cr, 0.72, 0.7, 0.65);
      cairo_set_line_width (plot->cr, 0.4);
      cairo_move_to (plot->cr, plot->x, y);
      cairo_line_to (plot->cr, plot->x + plot->width, y);
      cairo_stroke (plot->cr);
    }
}

static void
draw_upright_bar (const Plot *plot,
                  const SbChartBar *bar,
                  double middle,
                  double width)
{
  double total = _sb_chart_bar_get_total (bar);
  double y = plot->y + plot->height;

  for (guint i = 0; i < SB_CHART_MAX_SERIES; i++)
    {
      double height = plot->height * bar->values[i] / plot->most;

      y -= height;
      fill_pattern (plot->cr, plot->chart->patterns[i], middle - width / 2, y, width, height);
    }
  if (total > 0 && plot->chart->bars->len <= MOST_NUMBERED)
    {
      g_autoptr (PangoLayout) number = new_number (plot->chart, plot->cr, total, PANGO_WEIGHT_SEMIBOLD);

      show_text (plot->cr, number, middle - _sb_map_text_get_width (number) / 2, y - _sb_map_text_get_height (number) - 0.5);
    }
}

/* Bars along time; of their names, those that find room. */
static void
draw_upright (const Plot *plot)
{
  double room = plot->width / plot->chart->bars->len;
  double width = MIN (room * BAR_SHARE, MOST_BAR);
  double free_from = -G_MAXDOUBLE;

  draw_scale (plot, find_step (find_most (plot->chart)));
  for (guint i = 0; i < plot->chart->bars->len; i++)
    {
      const SbChartBar *bar = &g_array_index (plot->chart->bars, SbChartBar, i);
      double middle = plot->x + room * (i + 0.5);
      g_autoptr (PangoLayout) label = _sb_map_text_new (plot->cr, bar->label, NUMBER_SIZE, PANGO_WEIGHT_NORMAL, -1);
      double label_width = _sb_map_text_get_width (label);

      draw_upright_bar (plot, bar, middle, width);
      if (middle - label_width / 2 < free_from)
        continue;
      show_text (plot->cr, label, middle - label_width / 2, plot->y + plot->height + 2);
      free_from = middle + label_width / 2 + GAP;
    }
  set_ink (plot->cr);
  cairo_set_line_width (plot->cr, 0.8);
  cairo_move_to (plot->cr, plot->x, plot->y + plot->height);
  cairo_line_to (plot->cr, plot->x + plot->width, plot->y + plot->height);
  cairo_stroke (plot->cr);
}

/* Bars under each other, their names at the left and their numbers behind them. */
static void
draw_lying (const Plot *plot)
{
  double room = MIN (plot->height / plot->chart->bars->len, MOST_ROW);
  double height = room * BAR_SHARE;

  for (guint i = 0; i < plot->chart->bars->len; i++)
    {
      const SbChartBar *bar = &g_array_index (plot->chart->bars, SbChartBar, i);
      double y = plot->y + room * i + (room - height) / 2;
      double x = plot->x;
      g_autoptr (PangoLayout) label = _sb_map_text_new (plot->cr, bar->label, TEXT_SIZE, PANGO_WEIGHT_NORMAL, plot->x - GAP);
      g_autoptr (PangoLayout) number = new_number (plot->chart, plot->cr, _sb_chart_bar_get_total (bar), PANGO_WEIGHT_SEMIBOLD);

      pango_layout_set_ellipsize (label, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (label, -1);
      show_text (plot->cr, label, 0, y + height / 2 - _sb_map_text_get_height (label) / 2);
      for (guint k = 0; k < SB_CHART_MAX_SERIES; k++)
        {
          double width = plot->width * bar->values[k] / plot->most;

          fill_pattern (plot->cr, plot->chart->patterns[k], x, y, width, height);
          x += width;
        }
      show_text (plot->cr, number, x + GAP, y + height / 2 - _sb_map_text_get_height (number) / 2);
    }
  set_ink (plot->cr);
  cairo_set_line_width (plot->cr, 0.8);
  cairo_move_to (plot->cr, plot->x, plot->y);
  cairo_line_to (plot->cr, plot->x, plot->y + room * plot->chart->bars->len);
  cairo_stroke (plot->cr);
}

/* The widest of the names of bars that lie. */
static double
measure_labels (const SbChart *chart,
                cairo_t *cr,
                double most)
{
  double width = 0;

  for (guint i = 0; i < chart->bars->len; i++)
    {
      g_autoptr (PangoLayout) label = _sb_map_text_new (cr, g_array_index (chart->bars, SbChartBar, i).label, TEXT_SIZE, PANGO_WEIGHT_NORMAL, -1);

      width = MAX (width, _sb_map_text_get_width (label) + 1);
    }

  return MIN (width, most);
}

void
_sb_chart_draw (cairo_t *cr,
                double width,
                double height,
                gpointer data)
{
  const SbChart *chart = data;
  double most = find_most (chart);
  double step = find_step (most);
  Plot plot = { .cr = cr, .chart = chart, .most = ceil (most / step) * step };
  double top = draw_legend (chart, cr, width);

  if (chart->is_upright)
    {
      g_autoptr (PangoLayout) widest = new_number (chart, cr, plot.most, PANGO_WEIGHT_NORMAL);

      plot.x = _sb_map_text_get_width (widest) + GAP;
      plot.width = MAX (width - plot.x, 1);
      plot.y = top + LINE_HEIGHT;
      plot.height = MAX (height - plot.y - LINE_HEIGHT - GAP, 1);
      draw_upright (&plot);
    }
  else
    {
      g_autoptr (PangoLayout) widest = new_number (chart, cr, most, PANGO_WEIGHT_SEMIBOLD);

      plot.x = measure_labels (chart, cr, width * MOST_LABEL) + GAP;
      plot.width = MAX (width - plot.x - _sb_map_text_get_width (widest) - 2 * GAP, 1);
      plot.y = top;
      plot.height = MAX (height - top, 1);
      plot.most = most;
      draw_lying (&plot);
    }
}
