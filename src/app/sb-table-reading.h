/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-table-sample.h"

G_BEGIN_DECLS

/**
 * SbTableReading:
 *
 * Reads one table again and again beside the main loop, as somebody says what its
 * columns hold. The file itself is read once.
 */
#define SB_TYPE_TABLE_READING (sb_table_reading_get_type ())

G_DECLARE_FINAL_TYPE (SbTableReading, sb_table_reading, SB, TABLE_READING, GObject)

/* Of @file, a path or an address of GIO. @folder keeps what was said of other tables. */
SbTableReading *sb_table_reading_new (const char *file,
                                      const char *folder) G_GNUC_WARN_UNUSED_RESULT;

/* Reads its beginning as @spec says. Without one (NULL) it is read as a table with the
 * same columns was, or else as an import would by itself. */
void sb_table_reading_read_async (SbTableReading *self,
                                  SbImportSpec *spec,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* Fails as sb_import_load() and sb_table_sample_new() do. */
SbTableSample *sb_table_reading_read_finish (SbTableReading *self,
                                             GAsyncResult *result,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps @spec for the next table with the columns of @sample. */
void sb_table_reading_keep_async (SbTableReading *self,
                                  SbTableSample *sample,
                                  SbImportSpec *spec,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* Fails with G_FILE_ERROR. */
gboolean sb_table_reading_keep_finish (SbTableReading *self,
                                       GAsyncResult *result,
                                       GError **error);

G_END_DECLS
