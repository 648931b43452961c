/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-time-bar.h"

#include "sb-time-scale.h"

G_BEGIN_DECLS

/* Logical pixels. */
#define SB_TIME_BAR_SIDE   12
#define SB_TIME_BAR_GAP    4 /* below the bars */
#define SB_TIME_BAR_HEIGHT 54 /* of the bars */

/* What can be dragged. */
typedef enum
{
  GRIP_NONE,
  GRIP_FIRST,
  GRIP_LAST,
  GRIP_AS_OF,
  GRIP_PERIOD, /* both ends at once */
} Grip;

struct _SbTimeBar
{
  GtkWidget parent_instance;

  SbSession *session; /* (owned) (nullable) */
  SbEventModel *events; /* (owned) (nullable) */
  SbTimePlayer *player; /* (owned) (nullable) */
  GArray *counts; /* (owned) (nullable) (element-type guint) */
  int counts_first;
  int first_day; /* of what it covers, the air aside */
  int last_day;
  guint settle_source; /* it is to follow the period soon */
  int today;
  int last_briefing;

  Grip grip; /* what is being dragged */
  SbTimeScale grip_scale; /* the bar stands still meanwhile */
  double grip_x; /* where the drag began */
  int grip_day;
  int grip_first; /* the period then */
  int grip_last;
};

/* The days that the bar covers: the period as it was when it last stood still, and
 * whatever of it has gone beyond that. */
SbTimeScale _sb_time_bar_get_scale (SbTimeBar *self);
/* How high the days below the bars are, in logical pixels: as the text is large. */
double _sb_time_bar_get_label_height (SbTimeBar *self);
guint _sb_time_bar_get_count (SbTimeBar *self,
                              int day);

/* In sb-time-bar-drawing.c. */
void _sb_time_bar_snapshot (GtkWidget *widget,
                            GtkSnapshot *snapshot);

/* In sb-time-bar-input.c: the pointer and the keyboard. */
gboolean _sb_time_bar_query_tooltip (GtkWidget *widget,
                                     int x,
                                     int y,
                                     gboolean keyboard,
                                     GtkTooltip *tooltip);
void _sb_time_bar_add_keys (GtkWidgetClass *widget_class);
void _sb_time_bar_add_gestures (SbTimeBar *self);

G_END_DECLS
