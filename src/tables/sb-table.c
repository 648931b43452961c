/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-table-private.h"

#include <string.h>

#include "sb-table-error.h"
#include "sb-table-text.h"
#include "sb-zip-member.h"

/* How far into a text it is looked for what it is. */
#define SNIFF_BYTES 4096

G_DEFINE_BOXED_TYPE (SbTable, sb_table, sb_table_ref, sb_table_unref)

/* Passes over white space, which is of no matter before JSON. */
static void
trim (SbTable *self)
{
  while (self->length > 0 && (g_ascii_isspace (*self->text) || *self->text == '\x1e'))
    {
      self->text++;
      self->length--;
    }
}

static gboolean
open_text (SbTable *self,
           const SbTableOptions *options,
           GError **error)
{
  g_autofree char *head = NULL;

  self->text = g_bytes_get_data (self->bytes, &self->length);
  head = g_strndup (self->length > 0 ? self->text : "", MIN (self->length, SNIFF_BYTES));
  g_strchug (head);
  if (head[0] == '\0')
    {
      g_set_error_literal (error, SB_TABLE_ERROR, SB_TABLE_ERROR_EMPTY, "nothing but white space");
      return FALSE;
    }
  if (sb_table_text_is_html (head))
    {
      g_set_error_literal (error, SB_TABLE_ERROR, SB_TABLE_ERROR_HTML, "an HTML page");
      return FALSE;
    }
  if (head[0] == '<')
    return _sb_table_open_xml (self, error);

  if (head[0] == '{' || head[0] == '[' || head[0] == '\x1e')
    {
      trim (self);
      return _sb_table_open_json (self, error);
    }

  return _sb_table_open_delimited (self, options, error);
}

SbTable *
sb_table_new (GBytes *bytes,
              const SbTableOptions *options,
              GError **error)
{
  g_autoptr (SbTable) self = NULL;
  g_autoptr (GBytes) unpacked = NULL;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);

  /* Before anything is copied: of what is no text at all. */
  if (g_bytes_get_size (bytes) > SB_DELIMITED_MAX_ROW &&
      sb_delimited_has_endless_line (g_bytes_get_data (bytes, &size), g_bytes_get_size (bytes)) &&
      !g_utf8_validate_len (g_bytes_get_data (bytes, &size), g_bytes_get_size (bytes), NULL) &&
      !sb_zip_is_archive (bytes))
    {
      g_set_error_literal (error, SB_TABLE_ERROR, SB_TABLE_ERROR_TOO_LARGE, "a line is longer than any row");
      return NULL;
    }

  self = g_new0 (SbTable, 1);
  g_atomic_ref_count_init (&self->ref_count);
  if (sb_zip_is_archive (bytes))
    {
      unpacked = sb_zip_read_member (bytes, ".kml", NULL);
      if (unpacked == NULL)
        unpacked = sb_zip_read_member (bytes, ".csv", error);
      if (unpacked == NULL)
        return NULL;
    }

  self->bytes = sb_table_text_decode (unpacked != NULL ? unpacked : bytes);
  return open_text (self, options, error) ? g_steal_pointer (&self) : NULL;
}

SbTable *
sb_table_ref (SbTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sb_table_unref (SbTable *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  sb_delimited_clear (&self->delimited);
  sb_json_reader_clear (&self->json);
  if (self->flat.names != NULL)
    _sb_flat_row_clear (&self->flat);
  if (self->path != NULL)
    g_string_free (self->path, TRUE);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->made, g_ptr_array_unref);
  g_clear_pointer (&self->made_lines, g_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

SbTableFormat
sb_table_get_format (const SbTable *self)
{
  g_return_val_if_fail (self != NULL, SB_TABLE_FORMAT_DELIMITED);

  return self->format;
}

const char *
sb_table_get_layout (const SbTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->layout;
}

const char *const *
sb_table_get_columns (const SbTable *self,
                      guint *n_columns)
{
  GPtrArray *names;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_columns != NULL, NULL);

  names = self->columns != NULL ? self->columns : self->flat.names;
  *n_columns = names->len;
  return (const char *const *) names->pdata;
}

const char *
sb_table_get_tag (const SbTable *self,
                  guint column)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->tags != NULL && column < self->tags->len ? g_ptr_array_index (self->tags, column) : NULL;
}

static const SbTableRow *
next_delimited (SbTable *self)
{
  if (!sb_delimited_next (&self->delimited))
    return NULL;

  self->row = (SbTableRow) {
    .line = self->delimited.row_line,
    .fault = self->delimited.fault,
    .n_cells = self->delimited.pointers->len,
    .cells = (const char *const *) self->delimited.pointers->pdata,
  };
  return &self->row;
}

static const SbTableRow *
next_made (SbTable *self)
{
  GPtrArray *cells;

  if (self->next_made >= self->made->len)
    return NULL;

  cells = g_ptr_array_index (self->made, self->next_made);
  self->row = (SbTableRow) {
    .line = g_array_index (self->made_lines, guint, self->next_made),
    .n_cells = cells->len,
    .cells = (const char *const *) cells->pdata,
  };
  self->next_made++;
  return &self->row;
}

const SbTableRow *
sb_table_next (SbTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->format)
    {
    case SB_TABLE_FORMAT_JSON:
      return _sb_table_next_json (self);

    case SB_TABLE_FORMAT_JSON_LINES:
      return _sb_table_next_json_line (self);

    case SB_TABLE_FORMAT_KML:
    case SB_TABLE_FORMAT_GPX:
    case SB_TABLE_FORMAT_RSS:
      return next_made (self);

    case SB_TABLE_FORMAT_DELIMITED:
    default:
      return next_delimited (self);
    }
}

double
sb_table_get_fraction (const SbTable *self)
{
  gsize position;

  g_return_val_if_fail (self != NULL, 0);

  if (self->made != NULL)
    return self->made->len > 0 ? (double) self->next_made / self->made->len : 1;

  position = self->format == SB_TABLE_FORMAT_JSON ? self->json.position : self->delimited.position;
  return self->length > 0 ? (double) position / (double) self->length : 1;
}

void
sb_table_rewind (SbTable *self)
{
  g_return_if_fail (self != NULL);

  self->is_over = FALSE;
  self->next_made = 0;
  self->delimited.position = self->first.position;
  self->delimited.line = MAX (self->first.line, 1);
  if (self->format != SB_TABLE_FORMAT_JSON)
    return;

  /* Where the records begin, one may come next, or the end of their list. */
  sb_json_reader_clear (&self->json);
  sb_json_reader_init (&self->json, self->text, self->length, 1);
  if (!self->is_single)
    sb_json_reader_enter (&self->json, self->rows_start, self->rows_line);
}
