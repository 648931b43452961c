/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-table-sample.h"

#include <string.h>

#include "sb-table-date.h"
#include "sb-table-document.h"
#include "sb-table-event.h"
#include "sb-table-number.h"
#include "sb-table-place.h"

/* Rows that are looked at: enough to meet what is seldom, few enough not to wait. */
#define SAMPLE_ROWS 500

/* Of the cells of a column this many that differ are shown, each of so many
 * characters at most. */
#define N_EXAMPLES     3
#define EXAMPLE_LENGTH 32

G_DEFINE_BOXED_TYPE (SbTableSample, sb_table_sample, sb_table_sample_copy, sb_table_sample_free)

static void
column_free (gpointer data)
{
  SbTableSampleColumn *column = data;

  g_free (column->name);
  g_free (column->examples);
  g_free (column);
}

static gpointer
column_copy (gconstpointer source,
             gpointer user_data)
{
  const SbTableSampleColumn *column = source;
  SbTableSampleColumn *copy = g_new0 (SbTableSampleColumn, 1);

  copy->kind = column->kind;
  copy->name = g_strdup (column->name);
  copy->examples = g_strdup (column->examples);
  return copy;
}

SbTableSample *
sb_table_sample_copy (const SbTableSample *self)
{
  SbTableSample *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (SbTableSample, 1);
  *copy = *self;
  copy->spec = sb_import_spec_ref (self->spec);
  copy->columns = g_ptr_array_copy (self->columns, column_copy, NULL);
  g_ptr_array_set_free_func (copy->columns, column_free);
  copy->error = self->error != NULL ? g_error_copy (self->error) : NULL;
  return copy;
}

void
sb_table_sample_free (SbTableSample *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->spec, sb_import_spec_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}

/* A cell in one line, cut where it is long. */
static char *
shorten (const char *cell)
{
  g_autofree char *line = g_strdup (cell);

  for (char *p = line; *p != '\0'; p++)
    if (g_ascii_isspace (*p))
      *p = ' ';
  g_strstrip (line);
  if (g_utf8_strlen (line, -1) > EXAMPLE_LENGTH)
    {
      g_autofree char *beginning = g_utf8_substring (line, 0, EXAMPLE_LENGTH - 1);

      return g_strconcat (beginning, "…", NULL);
    }

  return g_steal_pointer (&line);
}

/* A whole number can be a day as well ("20260512"): it counts as a number. */
static SbCellKind
tell_kind (const char *cell)
{
  double number;
  int first;
  int last;

  if (sb_table_number_parse (cell, FALSE, &number))
    return SB_CELL_KIND_NUMBER;
  if (sb_table_date_parse (cell, SB_TABLE_DATE_DAY_FIRST, &first, &last))
    return SB_CELL_KIND_DATE;

  return SB_CELL_KIND_TEXT;
}

/* What is known of a column while its cells go by. */
typedef struct
{
  SbCellKind kind;
  GPtrArray *examples; /* (owned) (element-type utf8) */
} Cells;

static Cells *
cells_new (void)
{
  Cells *cells = g_new0 (Cells, 1);

  cells->examples = g_ptr_array_new_with_free_func (g_free);
  return cells;
}

static void
cells_free (gpointer data)
{
  Cells *cells = data;

  g_ptr_array_unref (cells->examples);
  g_free (cells);
}

static void
add_cell (Cells *self,
          const char *cell)
{
  g_autofree char *example = shorten (cell);
  SbCellKind kind;

  if (*example == '\0')
    return;

  kind = tell_kind (example);
  self->kind = self->kind == SB_CELL_KIND_NONE || self->kind == kind ? kind : SB_CELL_KIND_TEXT;
  if (self->examples->len < N_EXAMPLES && !g_ptr_array_find_with_equal_func (self->examples, example, g_str_equal, NULL))
    g_ptr_array_add (self->examples, g_steal_pointer (&example));
}

static void
add_row (GPtrArray *columns,
         const SbTableRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      if (columns->len <= i)
        g_ptr_array_add (columns, cells_new ());
      if (row->cells[i] != NULL)
        add_cell (g_ptr_array_index (columns, i), row->cells[i]);
    }
}

static void
fill_column (SbTableSampleColumn *column,
             const char *name,
             Cells *cells)
{
  column->kind = cells->kind;
  column->name = g_strdup (name);
  g_ptr_array_add (cells->examples, NULL);
  column->examples = g_strjoinv (" · ", (char **) cells->examples->pdata);
}

/* JSON tells its columns as it goes on, so they are taken behind the rows. */
static void
read_columns (SbTableSample *self,
              SbTable *table)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (cells_free);
  const SbTableRow *row = NULL;
  guint n_columns;
  const char *const *columns;

  for (guint i = 0; i < SAMPLE_ROWS && (row = sb_table_next (table)) != NULL; i++)
    add_row (cells, row);
  self->is_whole = row == NULL;

  columns = sb_table_get_columns (table, &n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      SbTableSampleColumn *column = g_new0 (SbTableSampleColumn, 1);

      if (cells->len <= i)
        g_ptr_array_add (cells, cells_new ());
      fill_column (column, columns[i], g_ptr_array_index (cells, i));
      g_ptr_array_add (self->columns, column);
    }

  sb_table_rewind (table);
}

static void
count_row (SbTableSample *self,
           guint line,
           const char *reason)
{
  self->n_rows++;
  if (reason == NULL)
    {
      self->n_usable++;
    }
  else if (self->reason == NULL)
    {
      self->reason = reason;
      self->refused_line = line;
    }
}

static void
try_events (SbTableSample *self,
            SbTable *table)
{
  g_autoptr (SbEventReader) reader = sb_event_reader_new (table, self->spec, &self->error);
  SbTableEvent event;
  const char *reason;

  while (reader != NULL && self->n_rows < SAMPLE_ROWS && sb_event_reader_next (reader, &event, &reason))
    count_row (self, event.line, reason);
}

static void
try_documents (SbTableSample *self,
               SbTable *table)
{
  g_autoptr (SbTableDocumentReader) reader = sb_table_document_reader_new (table, self->spec, &self->error);
  SbTableDocument document;
  const char *reason;

  while (reader != NULL && self->n_rows < SAMPLE_ROWS && sb_table_document_reader_next (reader, &document, &reason))
    count_row (self, document.line, reason);
}

static void
try_places (SbTableSample *self,
            SbTable *table)
{
  g_autoptr (SbPlaceReader) reader = sb_place_reader_new (table, self->spec, &self->error);
  SbTablePlace place;
  const char *reason;

  while (reader != NULL && self->n_rows < SAMPLE_ROWS && sb_place_reader_next (reader, &place, &reason))
    count_row (self, place.line, reason);
}

static void
try_rows (SbTableSample *self,
          SbTable *table)
{
  switch (sb_import_spec_get_subject (self->spec))
    {
    case SB_TABLE_DOCUMENTS:
      try_documents (self, table);
      break;

    case SB_TABLE_PLACES:
      try_places (self, table);
      break;

    case SB_TABLE_EVENTS:
    case SB_TABLE_FIGURES:
    case SB_N_TABLE_SUBJECTS:
    default:
      try_events (self, table);
    }
}

SbTableSample *
sb_table_sample_new (GBytes *bytes,
                     SbImportSpec *spec,
                     GError **error)
{
  g_autoptr (SbTableSample) self = NULL;
  g_autoptr (SbTable) table = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  table = sb_table_new (bytes, spec != NULL ? sb_import_spec_get_options (spec) : NULL, error);
  if (table == NULL)
    return NULL;

  self = g_new0 (SbTableSample, 1);
  self->columns = g_ptr_array_new_with_free_func (column_free);
  if (spec != NULL)
    self->spec = sb_import_spec_ref (spec);
  else
    self->spec = sb_import_spec_new_for_table (table, sb_table_shape_get_subject (sb_table_guess_shape (table)));

  read_columns (self, table);
  try_rows (self, table);
  return g_steal_pointer (&self);
}

static void
add_to_key (GChecksum *checksum,
            const char *word)
{
  g_checksum_update (checksum, (const guchar *) word, (gssize) strlen (word) + 1);
}

char *
sb_table_sample_make_key (const SbTableSample *self)
{
  static const char *const kinds[] = { "", "number", "date", "text" };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gboolean is_nameless;

  g_return_val_if_fail (self != NULL, NULL);

  is_nameless = sb_import_spec_get_options (self->spec)->has_no_header;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const SbTableSampleColumn *column = g_ptr_array_index (self->columns, i);

      add_to_key (checksum, column->name);
      if (is_nameless)
        add_to_key (checksum, kinds[column->kind]);
    }

  return g_strdup (g_checksum_get_string (checksum));
}
