/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-operation.h"

G_BEGIN_DECLS

/**
 * SbOperationRow:
 *
 * One piece of work under way: what it is, what is being done now, how far it
 * is, and a button that stops it. Slim enough for a sidebar.
 *
 * Property: "operation" (construct only).
 */
#define SB_TYPE_OPERATION_ROW (sb_operation_row_get_type ())

G_DECLARE_FINAL_TYPE (SbOperationRow, sb_operation_row, SB, OPERATION_ROW, GtkWidget)

GtkWidget *sb_operation_row_new (SbOperation *operation);

G_END_DECLS
