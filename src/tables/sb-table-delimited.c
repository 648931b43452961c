/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-table-private.h"

#include <string.h>

#include "sb-table-error.h"
#include "sb-table-field.h"
#include "sb-table-layout.h"

/* How far down the row that names the columns is looked for. */
#define MAX_HEADER_ROW 20

/* Fewer names that are known do not make a row further down the header. */
#define MIN_KNOWN 4

static gboolean
is_tag (const char *cell)
{
  while (*cell == ' ')
    cell++;
  return cell[0] == '#' && g_ascii_isalpha (cell[1]);
}

/* A row of HXL tags has nothing else in it. */
static gboolean
is_tag_row (const SbDelimited *rows)
{
  guint n_tags = 0;

  for (guint i = 0; i < rows->pointers->len; i++)
    {
      const char *cell = g_ptr_array_index (rows->pointers, i);

      if (cell[strspn (cell, " ")] == '\0')
        continue;
      if (!is_tag (cell))
        return FALSE;
      n_tags++;
    }

  return n_tags >= 2 || (n_tags == 1 && rows->pointers->len == 1);
}

static GPtrArray *
copy_cells (const SbDelimited *rows)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rows->pointers->len; i++)
    g_ptr_array_add (copy, g_strstrip (g_strdup (g_ptr_array_index (rows->pointers, i))));

  return copy;
}

static guint
count_known (const SbDelimited *rows)
{
  guint most = 0;

  for (guint subject = 0; subject < SB_N_TABLE_SUBJECTS; subject++)
    {
      guint n = sb_table_field_count_known ((const char *const *) rows->pointers->pdata, rows->pointers->len,
                                            (SbTableSubject) subject);

      most = MAX (most, n);
    }

  return most;
}

/* Goes back to the first row. */
static void
restart (SbTable *self)
{
  self->delimited.position = self->first.position;
  self->delimited.line = self->first.line;
}

/* The row that names the columns, counted from 0: the first one, but where a row
 * further down names far more of what is known, because a title stands above. */
static guint
find_header (SbTable *self)
{
  guint best_row = 0;
  guint best = 0;

  for (guint i = 0; i < MAX_HEADER_ROW && sb_delimited_next (&self->delimited); i++)
    {
      guint n_known = count_known (&self->delimited);

      if (n_known > best && (i == 0 || (n_known >= MIN_KNOWN && n_known > 2 * best)))
        {
          best = n_known;
          best_row = i;
        }
    }

  restart (self);
  return best_row;
}

static void
mark_first (SbTable *self)
{
  self->first.position = self->delimited.position;
  self->first.line = self->delimited.line;
}

/* The layout of a file without a header. */
static gboolean
take_layout (SbTable *self)
{
  const SbTableLayout *layout;
  SbDelimited *rows = &self->delimited;

  if (!sb_delimited_next (rows))
    return FALSE;

  layout = sb_table_layout_find ((const char *const *) rows->pointers->pdata, rows->pointers->len);
  restart (self);
  if (layout == NULL)
    return FALSE;

  self->layout = layout->name;
  rows->is_unquoted = layout->is_unquoted;
  self->columns = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < layout->n_columns; i++)
    g_ptr_array_add (self->columns, g_strdup (layout->columns[i]));

  return TRUE;
}

/* Passes over the header and the tags. */
static void
take_header (SbTable *self)
{
  SbDelimited *rows = &self->delimited;
  guint header = find_header (self);

  for (guint i = 0; i <= header; i++)
    sb_delimited_next (rows);
  self->columns = copy_cells (rows);
  if (is_tag_row (rows))
    self->tags = copy_cells (rows);

  mark_first (self);
  if (sb_delimited_next (rows) && is_tag_row (rows))
    {
      g_clear_pointer (&self->tags, g_ptr_array_unref);
      self->tags = copy_cells (rows);
      mark_first (self);
    }
  restart (self);
}

gboolean
_sb_table_open_delimited (SbTable *self,
                          const SbTableOptions *options,
                          GError **error)
{
  self->format = SB_TABLE_FORMAT_DELIMITED;
  if (sb_delimited_has_endless_line (self->text, self->length))
    {
      g_set_error_literal (error, SB_TABLE_ERROR, SB_TABLE_ERROR_TOO_LARGE, "a line is longer than any row");
      return FALSE;
    }

  sb_delimited_init (&self->delimited, self->text, self->length, options != NULL ? options->separator : '\0');
  mark_first (self);
  if (take_layout (self))
    return TRUE;

  if (options == NULL || !options->has_no_header)
    {
      take_header (self);
      return TRUE;
    }

  /* Columns without names are called by their number. */
  self->columns = g_ptr_array_new_with_free_func (g_free);
  sb_delimited_next (&self->delimited);
  for (guint i = 0; i < self->delimited.pointers->len; i++)
    g_ptr_array_add (self->columns, g_strdup_printf ("%u", i + 1));
  restart (self);
  return TRUE;
}
