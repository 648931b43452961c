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

#define MAX_LEVEL 9

typedef struct
{
  SbOfficeWriter *writer; /* (unowned) */
  GHashTable *targets; /* (owned) (element-type utf8 utf8) relation to address */
  GHashTable *levels; /* (owned) (element-type utf8 guint) style of a heading to its level */
  char *style; /* (owned) (nullable) the style being declared */
  SbBlockKind kind; /* of the paragraph under way */
  guint level;
  gboolean has_begun; /* the block of the paragraph */
  gboolean in_text; /* within "t" */
  gboolean is_strong; /* the run */
  gboolean is_emphasis;
  gboolean in_run_properties;
  guint n_spans; /* that the run has opened */
  guint n_links; /* links around that were opened */
  guint n_skipped; /* elements around that are left out */
} Docx;

/* What stands in the text and is not part of it. */
static const char *const skipped[] = { "del", "moveFrom", "instrText", "delText", "footnoteReference", "comment", "txbxContent",
                                       "Fallback", NULL };

/* "heading 2" in any language of the program; "Title" is of the first level. */
static guint
read_heading_name (const char *name)
{
  if (g_ascii_strncasecmp (name, "heading ", 8) == 0)
    return (guint) CLAMP (atoi (name + 8), 1, 6);
  return g_ascii_strcasecmp (name, "Title") == 0 ? 1 : 0;
}

static void
start_style (gpointer data,
             const char *space,
             const char *name,
             const char **attributes)
{
  Docx *self = data;
  const char *value = _sb_office_get (attributes, "val");

  if (g_str_equal (name, "style"))
    {
      g_free (self->style);
      self->style = g_strdup (_sb_office_get (attributes, "styleId"));
    }
  else if (g_str_equal (name, "name") && self->style != NULL && value != NULL && read_heading_name (value) > 0)
    g_hash_table_insert (self->levels, g_strdup (self->style), GUINT_TO_POINTER (read_heading_name (value)));
}

static void
start_relation (gpointer data,
                const char *space,
                const char *name,
                const char **attributes)
{
  Docx *self = data;
  const char *id = _sb_office_get (attributes, "Id");
  char *target = _sb_link_resolve (NULL, _sb_office_get (attributes, "Target"));

  if (g_str_equal (name, "Relationship") && id != NULL && target != NULL)
    g_hash_table_insert (self->targets, g_strdup (id), target);
  else
    g_free (target);
}

static void
ignore_end (gpointer data,
            const char *space,
            const char *name)
{
}

static void
ignore_text (gpointer data,
             const char *text,
             int length)
{
}

static void
begin_block (Docx *self)
{
  if (!self->has_begun)
    _sb_office_writer_begin (self->writer, self->kind, self->level);
  self->has_begun = TRUE;
}

static void
begin_run (Docx *self)
{
  begin_block (self);
  if (self->is_strong)
    _sb_office_writer_open_span (self->writer, SB_SPAN_STRONG, NULL);
  if (self->is_emphasis)
    _sb_office_writer_open_span (self->writer, SB_SPAN_EMPHASIS, NULL);
  self->n_spans = (self->is_strong ? 1 : 0) + (self->is_emphasis ? 1 : 0);
}

static void
end_run (Docx *self)
{
  for (; self->n_spans > 0; self->n_spans--)
    _sb_office_writer_close_span (self->writer);
  self->is_strong = self->is_emphasis = FALSE;
}

/* "1", "true" or no value at all. */
static gboolean
is_on (const char **attributes)
{
  const char *value = _sb_office_get (attributes, "val");

  return value == NULL || (!g_str_equal (value, "0") && !g_str_equal (value, "false") && !g_str_equal (value, "none"));
}

static void
set_style (Docx *self,
           const char **attributes)
{
  const char *style = _sb_office_get (attributes, "val");
  guint level = style == NULL ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (self->levels, style));

  if (level > 0)
    {
      self->kind = SB_BLOCK_HEADING;
      self->level = level;
    }
  else if (style != NULL && (strstr (style, "Quote") != NULL || strstr (style, "Citation") != NULL))
    self->kind = SB_BLOCK_QUOTE;
}

static void
set_list_level (Docx *self,
                const char **attributes)
{
  const char *level = _sb_office_get (attributes, "val");

  if (self->kind == SB_BLOCK_HEADING)
    return;
  self->kind = SB_BLOCK_LIST_ITEM;
  self->level = 1 + (guint) (level == NULL ? 0 : CLAMP (atoi (level), 0, MAX_LEVEL));
}

static void
open_link (Docx *self,
           const char **attributes)
{
  const char *id = _sb_office_get (attributes, "id");
  const char *target = id == NULL ? NULL : g_hash_table_lookup (self->targets, id);

  begin_block (self);
  if (target == NULL)
    return;
  _sb_office_writer_open_span (self->writer, SB_SPAN_LINK, target);
  self->n_links++;
}

static void
start_paragraph (Docx *self)
{
  self->kind = SB_BLOCK_PARAGRAPH;
  self->level = 0;
  self->has_begun = FALSE;
}

/* The elements within a paragraph. */
static void
start_inline (Docx *self,
              const char *name,
              const char **attributes)
{
  if (g_str_equal (name, "pStyle"))
    set_style (self, attributes);
  else if (g_str_equal (name, "ilvl"))
    set_list_level (self, attributes);
  else if (g_str_equal (name, "rPr"))
    self->in_run_properties = TRUE;
  else if (g_str_equal (name, "b") && self->in_run_properties)
    self->is_strong = is_on (attributes);
  else if (g_str_equal (name, "i") && self->in_run_properties)
    self->is_emphasis = is_on (attributes);
  else if (g_str_equal (name, "hyperlink"))
    open_link (self, attributes);
  else if (g_str_equal (name, "br") || g_str_equal (name, "cr"))
    _sb_office_writer_append_break (self->writer);
  else if (g_str_equal (name, "tab") && self->has_begun)
    _sb_office_writer_append (self->writer, " ", 1);
  else if (g_str_equal (name, "noBreakHyphen"))
    _sb_office_writer_append (self->writer, "-", 1);
  else if (g_str_equal (name, "t"))
    {
      if (self->n_spans == 0)
        begin_run (self);
      self->in_text = TRUE;
    }
}

static void
start_element (gpointer data,
               const char *space,
               const char *name,
               const char **attributes)
{
  Docx *self = data;

  if (self->n_skipped > 0 || g_strv_contains (skipped, name))
    self->n_skipped++;
  else if (strstr (space, "wordprocessingml") == NULL)
    return;
  else if (g_str_equal (name, "p"))
    start_paragraph (self);
  else if (g_str_equal (name, "tbl"))
    _sb_office_writer_begin_table (self->writer);
  else if (g_str_equal (name, "tr"))
    _sb_office_writer_begin_row (self->writer);
  else if (g_str_equal (name, "tc"))
    _sb_office_writer_begin_cell (self->writer);
  else
    start_inline (self, name, attributes);
}

static void
end_element (gpointer data,
             const char *space,
             const char *name)
{
  Docx *self = data;

  if (self->n_skipped > 0)
    {
      self->n_skipped--;
      return;
    }
  if (strstr (space, "wordprocessingml") == NULL)
    return;
  if (g_str_equal (name, "t"))
    self->in_text = FALSE;
  else if (g_str_equal (name, "r"))
    end_run (self);
  else if (g_str_equal (name, "rPr"))
    self->in_run_properties = FALSE;
  else if (g_str_equal (name, "pPr"))
    self->is_strong = self->is_emphasis = FALSE;
  else if (g_str_equal (name, "hyperlink") && self->n_links > 0)
    {
      self->n_links--;
      _sb_office_writer_close_span (self->writer);
    }
  else if (g_str_equal (name, "p"))
    _sb_office_writer_end (self->writer);
  else if (g_str_equal (name, "tbl"))
    _sb_office_writer_end_table (self->writer);
}

static void
append_text (gpointer data,
             const char *text,
             int length)
{
  Docx *self = data;

  if (self->in_text && self->n_skipped == 0)
    _sb_office_writer_append (self->writer, text, length);
}

/* Parts that help and may be missing or damaged. */
static void
read_helpers (Docx *self,
              GBytes *bytes)
{
  static const SbOfficeHandler styles_handler = { start_style, ignore_end, ignore_text };
  static const SbOfficeHandler relations_handler = { start_relation, ignore_end, ignore_text };
  g_autoptr (GBytes) styles = _sb_zip_read_part (bytes, "word/styles.xml", NULL);
  g_autoptr (GBytes) relations = _sb_zip_read_part (bytes, "word/_rels/document.xml.rels", NULL);

  if (styles != NULL && !_sb_office_parse (styles, &styles_handler, self, NULL))
    g_debug ("The styles of a document are damaged");
  if (relations != NULL && !_sb_office_parse (relations, &relations_handler, self, NULL))
    g_debug ("The relations of a document are damaged");
  g_clear_pointer (&self->style, g_free);
}

gboolean
_sb_docx_read (GBytes *bytes,
               SbExtraction *extraction,
               GError **error)
{
  static const SbOfficeHandler handler = { start_element, end_element, append_text };
  g_autoptr (SbOfficeWriter) writer = _sb_office_writer_new (extraction);
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) levels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) document = _sb_zip_read_part (bytes, "word/document.xml", &local);
  Docx self = { .writer = writer, .targets = targets, .levels = levels };
  gboolean done;

  if (document == NULL)
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        g_set_error_literal (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_UNSUPPORTED,
                             "The archive holds no text document");
      return FALSE;
    }
  read_helpers (&self, bytes);
  done = _sb_office_parse (document, &handler, &self, error);
  _sb_office_writer_end (writer);
  return done;
}
