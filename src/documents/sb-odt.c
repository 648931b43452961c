/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-document-error.h"
#include "sb-link.h"
#include "sb-office-writer.h"
#include "sb-office-xml.h"
#include "sb-office.h"
#include "sb-zip-part.h"

#include <stdlib.h>
#include <string.h>

/* More spaces in a row than this are no layout. */
#define MAX_SPACES 100

typedef enum
{
  STYLE_STRONG = 1 << 0,
  STYLE_EMPHASIS = 1 << 1,
} Style;

typedef struct
{
  SbOfficeWriter *writer; /* (unowned) */
  GHashTable *styles; /* (owned) (element-type utf8 Style) of text */
  GArray *n_spans; /* (owned) (element-type guint) opened by the spans and links around */
  char *style; /* (owned) (nullable) being declared */
  guint n_lists;
  guint n_skipped; /* elements around that are left out */
  gboolean in_item; /* the item has no paragraph yet */
} Odt;

/* What stands in the text and is not part of it. */
static const char *const skipped[] = {
  "tracked-changes", "note", "annotation", "annotation-end", "sequence-decls", "forms", "table-of-content",
  "alphabetical-index", "page-number", "page-count", "desc", "title", "script", NULL
};

static void
declare_style (Odt *self,
               const char **attributes)
{
  const char *weight = _sb_office_get (attributes, "font-weight");
  const char *slant = _sb_office_get (attributes, "font-style");
  guint style = 0;

  if (self->style == NULL)
    return;
  style |= weight != NULL && (g_str_equal (weight, "bold") || atoi (weight) >= 600) ? STYLE_STRONG : 0;
  style |= slant != NULL && g_str_equal (slant, "italic") ? STYLE_EMPHASIS : 0;
  if (style != 0)
    g_hash_table_insert (self->styles, g_strdup (self->style), GUINT_TO_POINTER (style));
}

static void
open_span (Odt *self,
           const char **attributes)
{
  const char *name = _sb_office_get (attributes, "style-name");
  guint style = name == NULL ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (self->styles, name));
  guint n = 0;

  if (style & STYLE_STRONG)
    _sb_office_writer_open_span (self->writer, SB_SPAN_STRONG, NULL);
  if (style & STYLE_EMPHASIS)
    _sb_office_writer_open_span (self->writer, SB_SPAN_EMPHASIS, NULL);
  n += style & STYLE_STRONG ? 1 : 0;
  n += style & STYLE_EMPHASIS ? 1 : 0;
  g_array_append_val (self->n_spans, n);
}

static void
open_link (Odt *self,
           const char **attributes)
{
  g_autofree char *target = _sb_link_resolve (NULL, _sb_office_get (attributes, "href"));
  guint n = target != NULL ? 1 : 0;

  if (target != NULL)
    _sb_office_writer_open_span (self->writer, SB_SPAN_LINK, target);
  g_array_append_val (self->n_spans, n);
}

static void
close_span (Odt *self)
{
  guint n;

  if (self->n_spans->len == 0)
    return;
  n = g_array_index (self->n_spans, guint, self->n_spans->len - 1);
  g_array_set_size (self->n_spans, self->n_spans->len - 1);
  while (n-- > 0)
    _sb_office_writer_close_span (self->writer);
}

static void
begin_heading (Odt *self,
               const char **attributes)
{
  const char *level = _sb_office_get (attributes, "outline-level");

  _sb_office_writer_begin (self->writer, SB_BLOCK_HEADING, level == NULL ? 1 : (guint) CLAMP (atoi (level), 1, 6));
}

static void
begin_paragraph (Odt *self,
                 const char **attributes)
{
  const char *style = _sb_office_get (attributes, "style-name");

  if (self->in_item)
    _sb_office_writer_begin (self->writer, SB_BLOCK_LIST_ITEM, MAX (self->n_lists, 1));
  else if (style != NULL && g_str_equal (style, "Title"))
    _sb_office_writer_begin (self->writer, SB_BLOCK_HEADING, 1);
  else if (style != NULL && (g_str_equal (style, "Quotations") || g_str_equal (style, "Quote")))
    _sb_office_writer_begin (self->writer, SB_BLOCK_QUOTE, 0);
  else
    _sb_office_writer_begin (self->writer, SB_BLOCK_PARAGRAPH, 0);
  self->in_item = FALSE;
}

static void
append_spaces (Odt *self,
               const char **attributes)
{
  const char *count = _sb_office_get (attributes, "c");

  for (int i = count == NULL ? 1 : CLAMP (atoi (count), 1, MAX_SPACES); i > 0; i--)
    _sb_office_writer_append (self->writer, " ", 1);
}

/* The elements of the text itself. */
static void
start_text (Odt *self,
            const char *name,
            const char **attributes)
{
  if (g_str_equal (name, "h"))
    begin_heading (self, attributes);
  else if (g_str_equal (name, "p"))
    begin_paragraph (self, attributes);
  else if (g_str_equal (name, "list"))
    self->n_lists++;
  else if (g_str_equal (name, "list-item"))
    self->in_item = TRUE;
  else if (g_str_equal (name, "span"))
    open_span (self, attributes);
  else if (g_str_equal (name, "a"))
    open_link (self, attributes);
  else if (g_str_equal (name, "line-break"))
    _sb_office_writer_append_break (self->writer);
  else if (g_str_equal (name, "s"))
    append_spaces (self, attributes);
  else if (g_str_equal (name, "tab"))
    _sb_office_writer_append (self->writer, " ", 1);
}

static void
start_element (gpointer data,
               const char *space,
               const char *name,
               const char **attributes)
{
  Odt *self = data;

  if (self->n_skipped > 0 || g_strv_contains (skipped, name))
    self->n_skipped++;
  else if (strstr (space, ":text:") != NULL)
    start_text (self, name, attributes);
  else if (g_str_equal (name, "table"))
    _sb_office_writer_begin_table (self->writer);
  else if (g_str_equal (name, "table-row"))
    _sb_office_writer_begin_row (self->writer);
  else if (g_str_equal (name, "table-cell"))
    _sb_office_writer_begin_cell (self->writer);
  else if (g_str_equal (name, "style"))
    {
      g_free (self->style);
      self->style = g_strdup (_sb_office_get (attributes, "name"));
    }
  else if (g_str_equal (name, "text-properties"))
    declare_style (self, attributes);
}

static void
end_element (gpointer data,
             const char *space,
             const char *name)
{
  Odt *self = data;
  gboolean is_text = strstr (space, ":text:") != NULL;

  if (self->n_skipped > 0)
    self->n_skipped--;
  else if (is_text && (g_str_equal (name, "p") || g_str_equal (name, "h")))
    _sb_office_writer_end (self->writer);
  else if (is_text && g_str_equal (name, "list") && self->n_lists > 0)
    self->n_lists--;
  else if (is_text && (g_str_equal (name, "span") || g_str_equal (name, "a")))
    close_span (self);
  else if (!is_text && g_str_equal (name, "table"))
    _sb_office_writer_end_table (self->writer);
}

static void
append_text (gpointer data,
             const char *text,
             int length)
{
  Odt *self = data;

  if (self->n_skipped == 0)
    _sb_office_writer_append (self->writer, text, length);
}

gboolean
_sb_odt_read (GBytes *bytes,
              SbExtraction *extraction,
              GError **error)
{
  static const SbOfficeHandler handler = { start_element, end_element, append_text };
  g_autoptr (SbOfficeWriter) writer = _sb_office_writer_new (extraction);
  g_autoptr (GHashTable) styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) n_spans = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) content = _sb_zip_read_part (bytes, "content.xml", &local);
  Odt self = { .writer = writer, .styles = styles, .n_spans = n_spans };
  gboolean done;

  if (content == NULL)
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        g_set_error_literal (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_UNSUPPORTED,
                             "The archive holds no text document");
      return FALSE;
    }
  done = _sb_office_parse (content, &handler, &self, error);
  _sb_office_writer_end (writer);
  g_free (self.style);
  return done;
}
