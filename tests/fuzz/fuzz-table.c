/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-fuzz"

#include "config.h"

#include "sb-table-document.h"
#include "sb-table-event.h"
#include "sb-table-figure.h"
#include "sb-table-file.h"
#include "sb-table-place.h"

#include <math.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

static guint
count_rows (SbTable *table)
{
  guint n_rows = 0;

  for (; sb_table_next (table) != NULL; n_rows++)
    ;
  sb_table_rewind (table);
  return n_rows;
}

/* Each reader gives an event or a reason for each row. */
static void
read_events (SbTable *table,
             guint n_rows)
{
  g_autoptr (SbEventReader) reader = sb_event_reader_new (table, NULL, NULL);
  SbTableEvent event;
  const char *reason;
  guint n_read = 0;

  for (; reader != NULL && sb_event_reader_next (reader, &event, &reason); n_read++)
    g_assert_true (reason != NULL || !event.has_position || (fabs (event.latitude) <= 90 && fabs (event.longitude) <= 180));
  g_assert_true (reader == NULL || n_read == n_rows);
  sb_table_rewind (table);
}

static void
read_others (SbTable *table)
{
  g_autoptr (SbTableDocumentReader) documents = sb_table_document_reader_new (table, NULL, NULL);
  g_autoptr (SbPlaceReader) places = NULL;
  g_autoptr (SbFigureReader) figures = NULL;
  SbTableDocument document;
  SbTablePlace place;
  const char *reason;

  while (documents != NULL && sb_table_document_reader_next (documents, &document, &reason))
    {
      g_autoptr (GPtrArray) files = document.files != NULL ? sb_table_files_new (document.files) : NULL;

      g_assert_true (reason != NULL || document.title != NULL);
      for (guint i = 0; files != NULL && i < files->len; i++)
        g_assert_true (((SbTableFile *) g_ptr_array_index (files, i))->url != NULL);
    }

  sb_table_rewind (table);
  places = sb_place_reader_new (table, NULL, NULL);
  while (places != NULL && sb_place_reader_next (places, &place, &reason))
    g_assert_true (reason != NULL || place.name != NULL);

  sb_table_rewind (table);
  figures = sb_figure_reader_new (table, NULL);
  while (figures != NULL)
    {
      g_auto (SbTableFigure) figure = { 0 };

      if (!sb_figure_reader_next (figures, &figure, &reason))
        break;
      g_assert_true (reason != NULL || isfinite (figure.value));
    }
}

/* Any bytes give a table or an error, and a table is read again as it was. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbTable) table = sb_table_new (bytes, NULL, &error);
  guint n_rows;

  g_assert_true ((table == NULL) == (error != NULL));
  if (table == NULL)
    return 0;

  sb_table_guess_shape (table);
  n_rows = count_rows (table);
  g_assert_cmpuint (count_rows (table), ==, n_rows);
  read_events (table, n_rows);
  read_others (table);
  return 0;
}
