/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-sheets.h"
#include "sb-worker.h"

G_BEGIN_DECLS

/**
 * SbSheetView:
 *
 * One sheet on the screen: white paper, whatever the style of the window.
 */
#define SB_TYPE_SHEET_VIEW (sb_sheet_view_get_type ())

G_DECLARE_FINAL_TYPE (SbSheetView, sb_sheet_view, SB, SHEET_VIEW, GtkWidget)

/* @worker draws all sheets of a preview, one at a time. */
GtkWidget *sb_sheet_view_new (SbWorker *worker);

void sb_sheet_view_set_sheet (SbSheetView *self,
                              SbSheets *sheets,
                              guint sheet);

G_END_DECLS
