/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <pango/pangocairo.h>

#include "sb-chronology.h"
#include "sb-symbol.h"

G_BEGIN_DECLS

/**
 * SbChronologyPainter:
 *
 * Draws a chronology with Cairo: the same for a window, which draws a piece of it many
 * times, and for a page. It keeps texts and symbols that it drew before. For one look
 * and one thread at a time, any of them.
 *
 * The picture is an axis at the top, what lanes are called at the left and between
 * them the plot, of which a scale says which times it shows. An event is the symbol of
 * its type; several that would lie over each other are one with their number. What is
 * dated no better than to several days has these hatched below it; bars are hatched
 * where it is not known whether it had begun yet or still held.
 */
typedef struct _SbChronologyPainter SbChronologyPainter;

typedef struct
{
  SbBasemapStyle style; /* of symbols */
  double scale; /* pixels in a unit, of an image; 0 for what is drawn as vectors */
  char *family; /* (owned) of fonts */
  double font_size; /* in units, as everything here */
  SbSymbolColour text;
  SbSymbolColour quiet; /* of what matters less */
  SbSymbolColour ground;
  SbSymbolColour accent; /* of the period and the as-of day */
  SbSymbolColour restriction;
  SbSymbolColour alliance;
} SbChronologyLook;

/* The title of an event, or NULL when it is not known. */
typedef const char *(*SbChronologyTitleFunc) (gint64 event,
                                              gpointer data);

/* What is drawn of a chronology. */
typedef struct
{
  SbLanguage language;
  double width;
  double height;
  double label_width; /* of the names of lanes; 0 for none */
  double scroll; /* the height of lanes that is above what is shown */
  SbChronologyScale scale; /* position 0 is the left of the plot */
  SbChronologyMoment moment;
  gboolean shows_moment; /* the period and the as-of day are there as such */
  gint64 selected; /* an event, a restriction or an alliance; 0 for none */
  int cursor_lane; /* what the keyboard is at; -1 for nothing */
  guint cursor_mark;
  int cursor_bar; /* instead of a mark; -1 for none */
  SbChronologyTitleFunc get_title; /* (nullable) */
  gpointer title_data;
} SbChronologyFrame;

typedef enum
{
  SB_CHRONOLOGY_NOWHERE,
  SB_CHRONOLOGY_AXIS,
  SB_CHRONOLOGY_LABEL, /* the name of a lane */
  SB_CHRONOLOGY_PLOT, /* a lane, where nothing is */
  SB_CHRONOLOGY_CELL, /* one symbol */
  SB_CHRONOLOGY_BAR,
} SbChronologySpotKind;

/* What is drawn at a place. */
typedef struct
{
  SbChronologySpotKind kind;
  guint lane;
  SbChronologyCell cell;
  guint bar; /* its number in the lane */
  double x; /* the middle of the symbol, or of what is shown of the bar */
  double y;
} SbChronologySpot;

/* Copies @look. */
SbChronologyPainter *sb_chronology_painter_new (const SbChronologyLook *look) G_GNUC_WARN_UNUSED_RESULT;
void sb_chronology_painter_free (SbChronologyPainter *self);

/* A look for paper, with letters of @font_size points. */
SbChronologyLook sb_chronology_look_for_print (double font_size);
gboolean sb_chronology_look_equal (const SbChronologyLook *a,
                                   const SbChronologyLook *b);

/* Of the look: the height of the axis, how far symbols are apart. */
double sb_chronology_painter_get_axis_height (SbChronologyPainter *self);
double sb_chronology_painter_get_spacing (SbChronologyPainter *self);
/* Where each lane begins, below the axis, and at last where they end.
 * (element-type double) */
GArray *sb_chronology_painter_measure (SbChronologyPainter *self,
                                       SbChronology *chronology) G_GNUC_WARN_UNUSED_RESULT;

/* @tops: of sb_chronology_painter_measure(), for the same chronology. */
void sb_chronology_painter_draw (SbChronologyPainter *self,
                                 cairo_t *cr,
                                 SbChronology *chronology,
                                 const GArray *tops,
                                 const SbChronologyFrame *frame);

/* What sb_chronology_painter_draw() would draw at a place. */
SbChronologySpot sb_chronology_painter_pick (SbChronologyPainter *self,
                                             SbChronology *chronology,
                                             const GArray *tops,
                                             const SbChronologyFrame *frame,
                                             double x,
                                             double y);

/* The events whose symbols stand alone in view, so that there may be room for their
 * titles; no more than @most of them. (element-type gint64) */
GArray *sb_chronology_painter_list_titled (SbChronologyPainter *self,
                                           SbChronology *chronology,
                                           const GArray *tops,
                                           const SbChronologyFrame *frame,
                                           guint most) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbChronologyPainter, sb_chronology_painter_free)

G_END_DECLS
