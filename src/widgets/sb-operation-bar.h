/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SbOperationBar:
 *
 * The pieces of work under way, one row each, at the foot of the window; gone
 * when there are none.
 */
#define SB_TYPE_OPERATION_BAR (sb_operation_bar_get_type ())

G_DECLARE_FINAL_TYPE (SbOperationBar, sb_operation_bar, SB, OPERATION_BAR, GtkWidget)

GtkWidget *sb_operation_bar_new (void);

/* @operations: (element-type SbOperation) (nullable) */
void sb_operation_bar_set_operations (SbOperationBar *self,
                                      GListModel *operations);

G_END_DECLS
