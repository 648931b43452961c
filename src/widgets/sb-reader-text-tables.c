/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-reader-text-private.h"

#include <string.h>

/* Between two columns of a table; logical pixels. */
#define COLUMN_SPACE 18

/* No column is wider than this part of the measure: a cell that is goes into the next. */
#define MAX_COLUMN_PART 0.5

/* A table has at most so many columns that stand below each other. */
#define MAX_COLUMNS 24

/* Of a text as it is read, to know how wide a character is on average. */
static const char sample[] = "Les routes du sud, disent-ils, restent ouvertes aux camions qui viennent de la mer";

/* The longest cell of each column, by its characters: to measure all of them would take
 * as long as to lay the table out. (element-type utf8) */
static GPtrArray *
find_longest_cells (const char *text)
{
  GPtrArray *longest = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], "\t", MAX_COLUMNS);

      for (guint j = 0; cells[j] != NULL; j++)
        {
          if (j == longest->len)
            g_ptr_array_add (longest, g_strdup (cells[j]));
          else if (g_utf8_strlen (cells[j], -1) > g_utf8_strlen (g_ptr_array_index (longest, j), -1))
            {
              g_free (g_ptr_array_index (longest, j));
              g_ptr_array_index (longest, j) = g_strdup (cells[j]);
            }
        }
    }

  return longest;
}

static int
measure_text (SbReaderText *self,
              const char *text,
              double scale)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();
  int width;

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (scale < 1)
    pango_attr_list_insert (attributes, pango_attr_family_new (SB_READER_TABLE_FONT));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* Where the columns begin; in a table that is wider than the measure its lines are
 * broken. */
static void
set_table (SbReaderText *self,
           GtkTextTag *tag,
           const SbBlock *block)
{
  g_autoptr (GPtrArray) longest = find_longest_cells (sb_block_get_text (block));
  int measure = sb_reader_text_measure (self, SB_READER_NORMAL_MEASURE);
  PangoTabArray *tabs = pango_tab_array_new (0, TRUE);
  int at = 0;

  for (guint i = 0; i < longest->len; i++)
    {
      int width = measure_text (self, g_ptr_array_index (longest, i), SB_READER_TABLE_SCALE);

      at += MIN (width, (int) (measure * MAX_COLUMN_PART)) + COLUMN_SPACE;
      pango_tab_array_set_tab (tabs, (int) i, PANGO_TAB_LEFT, at);
    }

  g_object_set (tag,
                "tabs", tabs,
                "wrap-mode", at > measure ? GTK_WRAP_WORD_CHAR : GTK_WRAP_NONE,
                NULL);
  pango_tab_array_free (tabs);
}

void
_sb_reader_text_update_tables (SbReaderText *self)
{
  for (guint i = 0; i < self->table_blocks->len; i++)
    set_table (self, g_ptr_array_index (self->table_tags, i),
               g_ptr_array_index (self->blocks, g_array_index (self->table_blocks, guint, i)));
}

void
_sb_reader_text_forget_tables (SbReaderText *self)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));

  for (guint i = 0; i < self->table_tags->len; i++)
    gtk_text_tag_table_remove (table, g_ptr_array_index (self->table_tags, i));

  g_ptr_array_set_size (self->table_tags, 0);
  g_array_set_size (self->table_blocks, 0);
}

/* The first row says what the columns are when it is the only one without a digit in
 * it. */
static gboolean
has_head (const char *text)
{
  const char *end = strchr (text, '\n');

  if (end == NULL)
    return FALSE;

  for (const char *p = text; p < end; p++)
    if (g_ascii_isdigit (*p))
      return FALSE;

  return TRUE;
}

void
_sb_reader_text_add_table (SbReaderText *self,
                           guint block,
                           int start,
                           int end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextTag *tag = gtk_text_buffer_create_tag (buffer, NULL, NULL, NULL);
  const char *text = sb_block_get_text (g_ptr_array_index (self->blocks, block));
  GtkTextIter from;
  GtkTextIter to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_buffer_apply_tag (buffer, tag, &from, &to);
  if (has_head (text))
    _sb_reader_text_apply_tag (buffer, "table-head", start, start + (int) g_utf8_strlen (text, strchr (text, '\n') - text));

  g_ptr_array_add (self->table_tags, g_object_ref (tag));
  g_array_append_val (self->table_blocks, block);
  set_table (self, tag, g_ptr_array_index (self->blocks, block));
}

int
sb_reader_text_measure (SbReaderText *self,
                        guint n_chars)
{
  g_return_val_if_fail (SB_IS_READER_TEXT (self), 0);

  return (int) ((double) measure_text (self, sample, 1) * n_chars / (double) g_utf8_strlen (sample, -1));
}
