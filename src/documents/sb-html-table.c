/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-html-table.h"

#include <string.h>

/* A cell with more text than this holds a column of a page, in bytes. */
#define MAX_CELL_TEXT 400

static const GumboTag layout_tags[] = {
  GUMBO_TAG_TABLE,
  GUMBO_TAG_H1,
  GUMBO_TAG_H2,
  GUMBO_TAG_H3,
  GUMBO_TAG_BLOCKQUOTE,
  GUMBO_TAG_ARTICLE,
  GUMBO_TAG_FORM,
  GUMBO_TAG_HR,
  GUMBO_TAG_PRE,
};

static gboolean
is_cell (const GumboNode *node)
{
  return _sb_html_get_tag (node) == GUMBO_TAG_TD || _sb_html_get_tag (node) == GUMBO_TAG_TH;
}

static gboolean
is_layout_content (const GumboNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (layout_tags); i++)
    if (_sb_html_get_tag (node) == layout_tags[i])
      return TRUE;
  return FALSE;
}

static gboolean
has_long_cell (const GumboNode *row)
{
  const GumboVector *children = _sb_html_get_children (row);

  for (guint i = 0; i < children->length; i++)
    {
      g_autofree char *text = NULL;

      if (!is_cell (children->data[i]))
        continue;
      text = _sb_html_dup_label (children->data[i], MAX_CELL_TEXT);
      if (text == NULL)
        return TRUE;
    }
  return FALSE;
}

static guint
count_cells (const GumboNode *row)
{
  const GumboVector *children = _sb_html_get_children (row);
  guint n = 0;

  for (guint i = 0; i < children->length; i++)
    n += is_cell (children->data[i]) ? 1 : 0;
  return n;
}

gboolean
_sb_html_is_data_table (const GumboNode *table)
{
  const char *role = _sb_html_get (table, "role");
  guint n_rows = 0;
  guint n_wide = 0;

  if (role != NULL && (g_str_equal (role, "presentation") || g_str_equal (role, "none")))
    return FALSE;
  for (const GumboNode *n = _sb_html_next (table, table); n != NULL; n = _sb_html_next (n, table))
    {
      if (is_layout_content (n))
        return FALSE;
      if (_sb_html_get_tag (n) != GUMBO_TAG_TR)
        continue;
      if (has_long_cell (n))
        return FALSE;
      n_rows++;
      n_wide += count_cells (n) > 1 ? 1 : 0;
    }
  return n_rows > 1 && n_wide > 0;
}

static void
append_row (GString *text,
            const GumboNode *row)
{
  const GumboVector *children = _sb_html_get_children (row);
  gsize start = text->len;
  gsize filled = text->len;

  for (guint i = 0; i < children->length; i++)
    {
      const GumboNode *cell = children->data[i];
      g_autofree char *cell_text = NULL;

      if (!is_cell (cell) || _sb_html_is_hidden (cell))
        continue;
      cell_text = _sb_html_dup_text (cell);
      if (text->len > start)
        g_string_append_c (text, '\t');
      else if (start > 0)
        g_string_append_c (text, '\n');
      if (*cell_text == '\0' && text->len == start)
        g_string_append_c (text, ' ');
      g_string_append (text, cell_text);
      if (*cell_text != '\0')
        filled = text->len;
    }
  g_string_truncate (text, filled);
}

char *
_sb_html_dup_table_text (const GumboNode *table)
{
  GString *text = g_string_new (NULL);

  for (const GumboNode *n = table; n != NULL; n = _sb_html_next (n, table))
    if (_sb_html_get_tag (n) == GUMBO_TAG_TR && !_sb_html_is_hidden (n))
      append_row (text, n);
  return g_string_free (text, FALSE);
}
