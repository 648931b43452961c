/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-table-private.h"

#include <string.h>

static void
free_string (gpointer data)
{
  g_string_free (data, TRUE);
}

void
_sb_flat_row_init (SbFlatRow *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->indexes = g_hash_table_new (g_str_hash, g_str_equal);
  self->cells = g_ptr_array_new_with_free_func (free_string);
  self->is_set = g_array_new (FALSE, TRUE, sizeof (gboolean));
  self->pointers = g_ptr_array_new ();
}

void
_sb_flat_row_clear (SbFlatRow *self)
{
  g_clear_pointer (&self->indexes, g_hash_table_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->is_set, g_array_unref);
  g_clear_pointer (&self->pointers, g_ptr_array_unref);
}

void
_sb_flat_row_begin (SbFlatRow *self)
{
  for (guint i = 0; i < self->is_set->len; i++)
    g_array_index (self->is_set, gboolean, i) = FALSE;
}

static int
find_column (SbFlatRow *self,
             const char *name)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indexes, name));
  char *copy;

  if (index > 0)
    return (int) index - 1;
  if (self->names->len >= SB_TABLE_MAX_COLUMNS)
    return -1;

  copy = g_strdup (name);
  g_ptr_array_add (self->names, copy);
  g_ptr_array_add (self->cells, g_string_new (NULL));
  g_array_set_size (self->is_set, self->names->len);
  g_hash_table_insert (self->indexes, copy, GUINT_TO_POINTER (self->names->len));
  return (int) self->names->len - 1;
}

gboolean
_sb_flat_row_add (SbFlatRow *self,
                  const char *name,
                  const char *text)
{
  int column = find_column (self, name);
  GString *cell;

  if (column < 0)
    return FALSE;

  cell = g_ptr_array_index (self->cells, (guint) column);
  if (!g_array_index (self->is_set, gboolean, column))
    g_string_truncate (cell, 0);
  else if (cell->len < SB_DELIMITED_MAX_CELL)
    g_string_append (cell, "; ");
  else
    return TRUE;

  g_string_append (cell, text);
  g_array_index (self->is_set, gboolean, column) = TRUE;
  return TRUE;
}

void
_sb_flat_row_end (SbFlatRow *self,
                  SbTableRow *row)
{
  g_ptr_array_set_size (self->pointers, 0);
  for (guint i = 0; i < self->names->len; i++)
    {
      GString *cell = g_ptr_array_index (self->cells, i);

      g_ptr_array_add (self->pointers, g_array_index (self->is_set, gboolean, i) ? cell->str : NULL);
    }

  row->n_cells = self->pointers->len;
  row->cells = (const char *const *) self->pointers->pdata;
}

void
_sb_table_extent_add (SbTableExtent *self,
                      double latitude,
                      double longitude)
{
  if (self->n_points == 0)
    *self = (SbTableExtent) { .west = longitude, .east = longitude, .south = latitude, .north = latitude };

  self->n_points++;
  self->west = MIN (self->west, longitude);
  self->east = MAX (self->east, longitude);
  self->south = MIN (self->south, latitude);
  self->north = MAX (self->north, latitude);
}

void
_sb_flat_row_add_extent (SbFlatRow *self,
                         const SbTableExtent *extent)
{
  char latitude[G_ASCII_DTOSTR_BUF_SIZE];
  char longitude[G_ASCII_DTOSTR_BUF_SIZE];

  if (extent->n_points == 0)
    return;

  g_ascii_formatd (latitude, sizeof latitude, "%.9g", (extent->south + extent->north) / 2);
  g_ascii_formatd (longitude, sizeof longitude, "%.9g", (extent->west + extent->east) / 2);
  _sb_flat_row_add (self, "geometry.latitude", latitude);
  _sb_flat_row_add (self, "geometry.longitude", longitude);
}
