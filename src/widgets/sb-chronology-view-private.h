/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-chronology-painter.h"
#include "sb-chronology-view.h"
#include "sb-picture.h"

G_BEGIN_DECLS

/* What is being dragged. */
typedef enum
{
  SB_CHRONOLOGY_GRIP_NONE,
  SB_CHRONOLOGY_GRIP_PLOT,
  SB_CHRONOLOGY_GRIP_BOX,
  SB_CHRONOLOGY_GRIP_FIRST,
  SB_CHRONOLOGY_GRIP_LAST,
  SB_CHRONOLOGY_GRIP_AS_OF,
} SbChronologyGrip;

struct _SbChronologyView
{
  GtkWidget parent_instance;

  SbEventModel *model; /* (owned) (nullable) */
  SbSession *session; /* (owned) (nullable) */
  SbChronology *chronology; /* (owned) (nullable) */
  SbChronologyPainter *painter; /* (owned) (nullable) of look */
  SbChronologyLook look; /* its family is owned */
  GArray *tops; /* (owned) (nullable) (element-type double) of painter and chronology */
  SbPicture *pictures[2]; /* (owned) (nullable) what was drawn last, and before */
  guint last_picture;
  SbChronologyFrame shown; /* what the last one shows */
  gboolean is_stale; /* what it shows is another thing by now */
  GtkAdjustment *vadjustment; /* (owned) */
  SbChronologyScale scale;
  gboolean has_scale; /* it was laid over the period once */
  gboolean sets_period; /* the period changes by this view */

  /* What the keyboard is at; a lane of -1 is nothing. */
  int cursor_lane;
  guint cursor_mark;
  int cursor_bar;

  GHashTable *titles; /* (owned) (element-type gint64 utf8) */
  GCancellable *titles_cancellable; /* (owned) (nullable) while some are read */
  guint titles_source;

  GtkWidget *card; /* SbHoverCard: what lies under the pointer says */
  guint card_source;
  GCancellable *card_cancellable; /* (owned) (nullable) */
  SbChronologySpot card_spot; /* of SB_CHRONOLOGY_NOWHERE when there is none */
  GCancellable *cursor_cancellable; /* (owned) (nullable) while what the keyboard is at is read */

  SbChronologyGrip grip;
  double grip_x;
  double grip_y;
  SbChronologyScale grip_scale;
  double grip_scroll;
  GdkRectangle box; /* while it is drawn */
};

/* sb-chronology-view-drawing.c */
void _sb_chronology_view_snapshot (GtkWidget *widget,
                                   GtkSnapshot *snapshot);
void _sb_chronology_view_update_range (SbChronologyView *self);
/* Makes painter and tops, when the look is another one; FALSE without a chronology. */
gboolean _sb_chronology_view_prepare (SbChronologyView *self);
SbChronologyFrame _sb_chronology_view_get_frame (SbChronologyView *self);
SbChronologySpot _sb_chronology_view_pick (SbChronologyView *self,
                                           double x,
                                           double y);
double _sb_chronology_view_get_label_width (SbChronologyView *self);
void _sb_chronology_view_set_scale (SbChronologyView *self,
                                    SbChronologyScale scale);

/* sb-chronology-view-choosing.c: chooses the events of the marks in the rectangle that is
 * drawn, and those of a spot. */
void _sb_chronology_view_choose_box (SbChronologyView *self);
void _sb_chronology_view_select_spot (SbChronologyView *self,
                                      const SbChronologySpot *spot);

/* sb-chronology-view-reading.c */
void _sb_chronology_view_read_titles (SbChronologyView *self);
void _sb_chronology_view_look_at (SbChronologyView *self,
                                  const SbChronologySpot *spot);
void _sb_chronology_view_look_away (SbChronologyView *self);
void _sb_chronology_view_describe_cursor (SbChronologyView *self);
void _sb_chronology_view_stop_reading (SbChronologyView *self);

/* sb-chronology-view-input.c, sb-chronology-view-keys.c */
void _sb_chronology_view_add_controllers (SbChronologyView *self);
void _sb_chronology_view_add_keys (GtkWidgetClass *widget_class);

G_END_DECLS
