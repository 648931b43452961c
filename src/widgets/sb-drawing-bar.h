/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-drawing-layer.h"

G_BEGIN_DECLS

/**
 * SbDrawingBar:
 *
 * The tools of a #SbDrawingLayer, what to do next in words, and the list of the
 * drawings of the day, from which one is selected: the way to them without seeing the
 * map. Main thread.
 *
 * Signals: "shown" (SbRecord): it was chosen from the list, and is to be moved to.
 * "closed": the user has done with drawing.
 */
#define SB_TYPE_DRAWING_BAR (sb_drawing_bar_get_type ())

G_DECLARE_FINAL_TYPE (SbDrawingBar, sb_drawing_bar, SB, DRAWING_BAR, GtkWidget)

GtkWidget *sb_drawing_bar_new (SbDrawingLayer *layer);

/* (element-type SbRecord) */
void sb_drawing_bar_set_drawings (SbDrawingBar *self,
                                  GListModel *drawings);

/* Gives the keyboard to the first tool. */
void sb_drawing_bar_focus (SbDrawingBar *self);

G_END_DECLS
