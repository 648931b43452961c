/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-chronology.h"
#include "sb-context.h"
#include "sb-session.h"

G_BEGIN_DECLS

/* Hands on the chronology of the period and the day of @session, with what its filter
 * of events meets: the drawing, as it is printed, to a file that ends in .pdf, .svg or
 * .png; the events as a table, to one in .csv. Main thread.
 * sb_file_export_finish() fails with a G_IO_ERROR_INVALID_FILENAME for another ending,
 * with SB_BRIEFING_ERROR, a G_FILE_ERROR or the errors of the catalogue. */
void sb_chronology_export_async (SbContext *context,
                                 SbSession *session,
                                 SbChronologyOrder order,
                                 const SbEventFilter *filter,
                                 const char *path,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

G_END_DECLS
