/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-graph-sheet.h"

#include "sb-date-format.h"
#include "sb-graph-figure-private.h"
#include "sb-map-figure-private.h"
#include "sb-picture-private.h"
#include "sb-translate.h"

#include <pango/pangocairo.h>

/* In points. */
#define MARGIN        24.0
#define TITLE_SIZE    13.0
#define TITLE_GAP     4.0
#define CAPTION_SIZE  8.5
#define CAPTION_GAP   10.0
#define LEGEND_WIDTH  128.0
#define LEGEND_GUTTER 12.0

/* Points of a logical pixel on paper. */
#define UNIT 0.75

/* A4, lying; the sizes above it are larger by the square root of two each. */
#define A4_WIDTH  841.89
#define A4_HEIGHT 595.28
#define N_SIZES   5

/* Dots an inch, of a PNG. */
#define DENSITY 200

/* Smaller, and the names find no room. */
#define READABLE_SCALE 0.62

typedef struct
{
  const SbGraphFigure *figure; /* (unowned) */
  const char *title; /* (unowned) (nullable) */
} Sheet;

/* Writes a line at the top of what is left; returns what is left below it. */
static double
write_line (cairo_t *cr,
            const char *text,
            double y,
            double size,
            double gap,
            double width)
{
  g_autoptr (PangoLayout) layout = _sb_map_text_new (cr, text, size, PANGO_WEIGHT_SEMIBOLD, width);

  cairo_set_source_rgb (cr, 0.08, 0.1, 0.13);
  cairo_move_to (cr, MARGIN, y);
  pango_cairo_show_layout (cr, layout);
  return y + _sb_map_text_get_height (layout) + gap;
}

void
sb_graph_sheet_draw (const SbGraphFigure *figure,
                     const char *title,
                     cairo_t *cr,
                     double width,
                     double height)
{
  SbActorGraph *graph;
  g_autofree char *day = NULL;
  g_autofree char *as_of = NULL;
  double x = MARGIN + LEGEND_WIDTH + LEGEND_GUTTER;
  double y = MARGIN;
  SbGraphFrame frame;

  g_return_if_fail (figure != NULL && cr != NULL);

  graph = sb_graph_figure_get_graph (figure);
  day = sb_day_format (sb_actor_graph_get_as_of (graph), figure->language, SB_DATE_STYLE_LONG);
  as_of = g_strdup_printf (sb_translate (figure->language, "As of %s"), day);
  if (title != NULL && *title != '\0')
    y = write_line (cr, title, y, TITLE_SIZE, TITLE_GAP, width - 2 * MARGIN);
  y = write_line (cr, as_of, y, CAPTION_SIZE, CAPTION_GAP, width - 2 * MARGIN);

  cairo_save (cr);
  cairo_translate (cr, MARGIN, y);
  sb_graph_figure_draw_legend (figure, cr, LEGEND_WIDTH, UNIT, SB_BASEMAP_STYLE_PRINT);
  cairo_restore (cr);

  frame = sb_graph_figure_fit (figure, MAX (width - MARGIN - x, 1), MAX (height - MARGIN - y, 1), UNIT);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  sb_graph_figure_draw (figure, cr, &frame, SB_BASEMAP_STYLE_PRINT, NULL);
  cairo_restore (cr);
}

SbMapSheetSize
sb_graph_sheet_choose_size (const SbGraphFigure *figure)
{
  SbMapSheetSize size = { A4_WIDTH, A4_HEIGHT, DENSITY / 72.0 };

  g_return_val_if_fail (figure != NULL, size);

  for (guint i = 1; i < N_SIZES; i++)
    {
      SbGraphFrame frame = sb_graph_figure_fit (figure, size.width - LEGEND_WIDTH - 3 * MARGIN, size.height - 3 * MARGIN, UNIT);

      if (frame.scale >= READABLE_SCALE * UNIT)
        break;

      size.width *= G_SQRT2;
      size.height *= G_SQRT2;
    }

  return size;
}

/* An #SbFigureFunc; @data is the sheet. */
static void
draw_sheet (cairo_t *cr,
            double width,
            double height,
            gpointer data)
{
  const Sheet *sheet = data;

  sb_graph_sheet_draw (sheet->figure, sheet->title, cr, width, height);
}

gboolean
sb_graph_sheet_write (const SbGraphFigure *figure,
                      const char *title,
                      const char *path,
                      SbMapSheetFormat format,
                      const SbMapSheetSize *size,
                      GError **error)
{
  Sheet sheet = { figure, title };

  g_return_val_if_fail (figure != NULL && path != NULL, FALSE);
  g_return_val_if_fail (size != NULL && size->width > 0 && size->height > 0 && size->density > 0, FALSE);

  return _sb_picture_write (draw_sheet, &sheet, path, format, size, error);
}
