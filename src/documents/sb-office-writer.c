/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-office-writer.h"

#include "sb-block-builder.h"
#include "sb-html-tree.h"

struct _SbOfficeWriter
{
  SbExtraction *extraction; /* (unowned) */
  SbBlockBuilder *builder; /* (owned) */
  GHashTable *links; /* (owned) (element-type utf8) listed */
  GString *table; /* (owned) rows so far */
  GString *cell; /* (owned) the cell under way */
  guint n_tables; /* around this place */
  gboolean has_cell; /* in this row */
};

SbOfficeWriter *
_sb_office_writer_new (SbExtraction *extraction)
{
  SbOfficeWriter *self = g_new0 (SbOfficeWriter, 1);

  self->extraction = extraction;
  self->builder = _sb_block_builder_new (extraction->blocks);
  self->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->table = g_string_new (NULL);
  self->cell = g_string_new (NULL);
  return self;
}

void
_sb_office_writer_free (SbOfficeWriter *self)
{
  _sb_block_builder_free (self->builder);
  g_hash_table_unref (self->links);
  g_string_free (self->table, TRUE);
  g_string_free (self->cell, TRUE);
  g_free (self);
}

void
_sb_office_writer_begin (SbOfficeWriter *self,
                         SbBlockKind kind,
                         guint level)
{
  if (self->n_tables > 0)
    g_string_append_c (self->cell, ' ');
  else
    _sb_block_builder_begin (self->builder, kind, level);
}

void
_sb_office_writer_end (SbOfficeWriter *self)
{
  if (self->n_tables == 0)
    _sb_block_builder_end (self->builder);
}

void
_sb_office_writer_append (SbOfficeWriter *self,
                          const char *text,
                          gssize length)
{
  if (self->n_tables > 0)
    g_string_append_len (self->cell, text, length);
  else
    _sb_block_builder_append (self->builder, text, length);
}

void
_sb_office_writer_append_break (SbOfficeWriter *self)
{
  if (self->n_tables > 0)
    g_string_append_c (self->cell, ' ');
  else
    _sb_block_builder_append_break (self->builder);
}

void
_sb_office_writer_open_span (SbOfficeWriter *self,
                             SbSpanKind kind,
                             const char *target)
{
  if (target != NULL && g_hash_table_add (self->links, g_strdup (target)))
    g_ptr_array_add (self->extraction->links, g_strdup (target));
  _sb_block_builder_open_span (self->builder, kind, target);
}

void
_sb_office_writer_close_span (SbOfficeWriter *self)
{
  _sb_block_builder_close_span (self->builder);
}

static void
end_cell (SbOfficeWriter *self)
{
  g_autofree char *text = _sb_fold_space (self->cell->str);

  if (self->has_cell)
    g_string_append (self->table, text);
  g_string_truncate (self->cell, 0);
}

void
_sb_office_writer_begin_table (SbOfficeWriter *self)
{
  if (self->n_tables++ > 0)
    return;
  _sb_block_builder_end (self->builder);
  self->has_cell = FALSE;
}

void
_sb_office_writer_begin_row (SbOfficeWriter *self)
{
  if (self->n_tables != 1)
    return;
  end_cell (self);
  if (self->table->len > 0)
    g_string_append_c (self->table, '\n');
  self->has_cell = FALSE;
}

void
_sb_office_writer_begin_cell (SbOfficeWriter *self)
{
  if (self->n_tables != 1)
    return;
  end_cell (self);
  if (self->has_cell)
    g_string_append_c (self->table, '\t');
  self->has_cell = TRUE;
}

void
_sb_office_writer_end_table (SbOfficeWriter *self)
{
  if (self->n_tables == 0 || --self->n_tables > 0)
    return;
  end_cell (self);
  if (*g_strstrip (self->table->str) != '\0')
    g_ptr_array_add (self->extraction->blocks, sb_block_new (SB_BLOCK_TABLE, 0, 0, self->table->str, NULL));
  g_string_truncate (self->table, 0);
}
