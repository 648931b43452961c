/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-context.h"
#include "sb-map-request.h"

G_BEGIN_DECLS

/**
 * SbMapPrint:
 *
 * A print operation that prints a map of the window on one sheet, as it is exported: with
 * its legend, as vectors. What the map shows is loaded once the dialog was answered, as an
 * operation of the window that can be cancelled; it fills whatever paper was chosen.
 */
#define SB_TYPE_MAP_PRINT (sb_map_print_get_type ())
G_DECLARE_FINAL_TYPE (SbMapPrint, sb_map_print, SB, MAP_PRINT, GtkPrintOperation)

/* @request is taken over. */
SbMapPrint *sb_map_print_new (SbContext *context,
                              SbMapRequest *request) G_GNUC_WARN_UNUSED_RESULT;

/* Why the map could not be loaded, in which case the operation was cancelled; NULL when it
 * could. */
const GError *sb_map_print_get_failure (SbMapPrint *self);

G_END_DECLS
