/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

#include "sb-event.h"
#include "sb-geometry.h"
#include "sb-record.h"

G_BEGIN_DECLS

/**
 * SbEventMark:
 *
 * One place of one event, as a map needs it: where on the unit square of the
 * projection, what symbol, which event. A plain value.
 */
typedef struct
{
  float x;
  float y;
  guint32 event; /* position in the model */
  guint8 type; /* SbEventType */
  guint8 is_vague; /* somewhere in an area, not at a point */
  guint8 unsourced; /* no extract behind it */
} SbEventMark;

/* The marks of all events that have a place with a position. (element-type
 * SbEventMark) */
GArray *sb_event_marks_new (GListModel *events) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SbMarkCluster:
 *
 * Marks that fall into one cell of a grid on the screen; drawn where the first
 * of them is.
 */
typedef struct
{
  SbPoint position; /* logical pixels of the widget */
  guint mark; /* the one that stands for the others */
  guint n_marks;
  gboolean has_selected;
} SbMarkCluster;

/* Groups the marks that the view shows. The grid is fixed to the ground, so
 * that clusters keep together while the map is dragged. @origin: the point of
 * the unit square at the widget's top left corner; @world: pixels from one side
 * of the world to the other; @selected: position of an event, or -1.
 * (element-type SbMarkCluster) */
GArray *sb_event_marks_cluster (GArray *marks,
                                SbPoint origin,
                                double world,
                                double width,
                                double height,
                                int selected) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
