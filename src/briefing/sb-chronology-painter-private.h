/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-chronology-painter.h"

G_BEGIN_DECLS

typedef enum
{
  SB_CHRONOLOGY_TEXT_NORMAL,
  SB_CHRONOLOGY_TEXT_SMALL,
  SB_CHRONOLOGY_TEXT_BOLD, /* small */
} SbChronologyTextSize;

#define SB_N_CHRONOLOGY_TEXT_SIZES (SB_CHRONOLOGY_TEXT_BOLD + 1)

struct _SbChronologyPainter
{
  SbChronologyLook look; /* (owned) */
  PangoContext *context; /* (owned) */
  PangoFontDescription *fonts[SB_N_CHRONOLOGY_TEXT_SIZES]; /* (owned) */
  GHashTable *texts[SB_N_CHRONOLOGY_TEXT_SIZES]; /* (owned) (element-type utf8 PangoLayout) */
  GHashTable *symbols; /* (owned) (element-type guint cairo_surface_t) */
  cairo_surface_t *tile; /* (owned) (nullable) a stroke of what is hatched, before it was needed */
  GArray *cells; /* (owned) (element-type SbChronologyCell) of the lane that is drawn */

  /* All in units. */
  double symbol_size;
  double row_height; /* of marks */
  double bar_height; /* with the gap below it */
  double lane_gap; /* above and below what is in a lane */
};

/* What is at hand while a lane is drawn. */
typedef struct
{
  SbChronologyPainter *painter;
  cairo_t *cr;
  const SbChronologyFrame *frame;
  const SbChronologyLane *lane;
  guint number; /* of the lane */
  double left; /* the plot */
  double right;
  double y; /* the top of the lane */
} SbChronologyPen;

void _sb_chronology_set_colour (cairo_t *cr,
                                const SbSymbolColour *colour,
                                double alpha);

/* @text in one line, its middle at @y, and cut where it is wider than @width. Returns
 * how wide it is. */
double _sb_chronology_show_text (SbChronologyPainter *self,
                                 cairo_t *cr,
                                 SbChronologyTextSize size,
                                 const char *text,
                                 double x,
                                 double y,
                                 double width);
double _sb_chronology_measure_text (SbChronologyPainter *self,
                                    SbChronologyTextSize size,
                                    const char *text);

/* The middle of the marks of a lane, and of one of its bars (sb-chronology-lane.c). */
double _sb_chronology_get_marks_y (const SbChronologyPen *pen);
double _sb_chronology_get_bar_y (const SbChronologyPen *pen,
                                 const SbChronologyBar *bar);
/* From where to where a bar is seen; FALSE when it is not. */
gboolean _sb_chronology_get_bar_extent (const SbChronologyPen *pen,
                                        const SbChronologyBar *bar,
                                        double *from,
                                        double *to);
/* The symbols of the lane in view, in painter->cells. */
void _sb_chronology_gather (const SbChronologyPen *pen);
void _sb_chronology_draw_lane (const SbChronologyPen *pen);

G_END_DECLS
