/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-context.h"

G_BEGIN_DECLS

/* Hands on what a page shows as a file: what all that do so share. */

/* Run in the worker: writes @path, which is there whole or as it was before. @operation
 * may be told how far it is. */
typedef gboolean (*SbFileExportFunc) (SbStore *store,
                                      const char *path,
                                      gpointer data,
                                      SbOperation *operation,
                                      GCancellable *cancellable,
                                      GError **error);

/* Has @write do so in the reader of the catalogue, as an operation called @title that
 * can be cancelled. @data is taken over, and freed by @free_data in any thread. Main
 * thread. */
void sb_file_export_async (SbContext *context,
                           const char *title,
                           const char *path,
                           SbFileExportFunc write,
                           gpointer data,
                           GDestroyNotify free_data,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean sb_file_export_finish (SbContext *context,
                                GAsyncResult *result,
                                GError **error);

G_END_DECLS
