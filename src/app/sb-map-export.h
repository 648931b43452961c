/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-context.h"
#include "sb-map-request.h"

G_BEGIN_DECLS

/* Hands on what a map shows: the picture, as it is printed, to a file that ends in
 * .pdf, .svg or .png; the records, to one in .geojson, or the events in .csv. It is
 * of the bounds of @view, of the period, the day and the events that @session asks for,
 * and a picture has the layers that are on; or, with @days (at most
 * SB_MAP_SHEET_MAX_MAPS), a picture of maps side by side of each of these and the
 * thirty days up to it. Main thread. sb_file_export_finish() fails with a
 * G_IO_ERROR_INVALID_FILENAME for another ending, with SB_BRIEFING_ERROR, a
 * G_FILE_ERROR or the errors of the catalogue. */
void sb_map_export_async (SbContext *context,
                          SbSession *session,
                          const SbMapInView *view,
                          const int *days,
                          guint n_days,
                          const char *path,
                          GAsyncReadyCallback callback,
                          gpointer user_data);

G_END_DECLS
