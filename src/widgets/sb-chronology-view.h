/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-chronology.h"
#include "sb-event-model.h"

G_BEGIN_DECLS

/**
 * SbChronologyView:
 *
 * A chronology in lanes, from decades to hours. It shows the period of the session
 * with some air, and goes there again when that changes; from there it is zoomed by
 * Control and the wheel, moved by dragging, and a box drawn with Shift chooses what is
 * in it. The axis has the period as a strip with two handles and the as-of day as a
 * handle; each can be dragged. A symbol that is clicked is selected in the session;
 * one of several events tells them.
 *
 * The keyboard: Left and Right along a lane, Up and Down between lanes, Home and End
 * to its first and last event, Return selects, + and − zoom, 0 shows the period, Page
 * Up and Page Down move by most of what is in view. What it is at is described to a
 * screen reader, as it is told by a card beside the pointer.
 *
 * Property: "vadjustment" (GtkAdjustment): which lanes are in view.
 * Signals: "events-chosen" (GArray of gint64, string): some events, and what they are.
 * "moved": other days or lanes are in view.
 */
#define SB_TYPE_CHRONOLOGY_VIEW (sb_chronology_view_get_type ())

G_DECLARE_FINAL_TYPE (SbChronologyView, sb_chronology_view, SB, CHRONOLOGY_VIEW, GtkWidget)

GtkWidget *sb_chronology_view_new (void);

/* Where the records of what is looked at come from, and the session. */
void sb_chronology_view_set_model (SbChronologyView *self,
                                   SbEventModel *model);
/* (nullable) Takes a reference. */
void sb_chronology_view_set_chronology (SbChronologyView *self,
                                        SbChronology *chronology);

GtkAdjustment *sb_chronology_view_get_vadjustment (SbChronologyView *self);
SbChronologyScale sb_chronology_view_get_scale (SbChronologyView *self);

/* Makes a day @factor times as long; the middle, or what the keyboard is at, stays. */
void sb_chronology_view_zoom (SbChronologyView *self,
                              double factor);
/* Shows the period of the session; and all that there is. */
void sb_chronology_view_show_period (SbChronologyView *self);
void sb_chronology_view_show_all (SbChronologyView *self);

/* The events of the period in view, each once, the newest first.
 * (element-type gint64) */
GArray *sb_chronology_view_list_in_view (SbChronologyView *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
