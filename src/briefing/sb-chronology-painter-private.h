/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-chronology-painter.h"
#include "sb-pixels.h"

G_BEGIN_DECLS

/* How much room a title wants at least, in sizes of letters. */
#define SB_CHRONOLOGY_LEAST_TITLE 5.0

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
  GHashTable *texts[SB_N_CHRONOLOGY_TEXT_SIZES]; /* (owned) of each size (sb-chronology-text.c) */
  GHashTable *symbols; /* (owned) (element-type guint SbPixels) */
  GArray *laid; /* (owned) (element-type SbLaidPixels) of these, in the lane that is drawn */
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

/* Of the texts of one size. */
GHashTable *_sb_chronology_texts_new (void);
/* @words in one line, their middle at @y, and cut where they are wider than @width.
 * Returns how wide they are. */
double _sb_chronology_show_text (SbChronologyPainter *self,
                                 cairo_t *cr,
                                 SbChronologyTextSize size,
                                 const char *words,
                                 double x,
                                 double y,
                                 double width);
double _sb_chronology_measure_text (SbChronologyPainter *self,
                                    SbChronologyTextSize size,
                                    const char *words);

/* The middle of the marks of a lane, and of one of its bars (sb-chronology-lane.c). */
double _sb_chronology_get_marks_y (const SbChronologyPen *pen);
double _sb_chronology_get_bar_y (const SbChronologyPen *pen,
                                 const SbChronologyBar *bar);
/* sb-chronology-lasting.c: from where to where a bar is seen; FALSE when it is not. */
gboolean _sb_chronology_get_bar_extent (const SbChronologyPen *pen,
                                        const SbChronologyBar *bar,
                                        double *from,
                                        double *to);
void _sb_chronology_draw_bar (const SbChronologyPen *pen,
                              const SbChronologyBar *bar);
/* The days of the marks of the lane, where they can be told apart. */
void _sb_chronology_draw_spans (const SbChronologyPen *pen);
/* The symbols of the lane in view, in painter->cells. */
void _sb_chronology_gather (const SbChronologyPen *pen);
void _sb_chronology_draw_lane (const SbChronologyPen *pen);

G_END_DECLS
