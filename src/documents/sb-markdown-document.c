/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-markdown-document.h"

#include "sb-block-builder.h"
#include "sb-extraction-private.h"
#include "sb-front-matter.h"
#include "sb-html-guard.h"
#include "sb-link.h"
#include "sb-text-language.h"
#include "sb-text-title.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <string.h>

typedef struct
{
  SbExtraction *extraction; /* (unowned) */
  SbBlockBuilder *builder; /* (unowned) */
  GHashTable *links; /* (owned) (element-type utf8) those that are listed */
  guint images; /* how many pictures are around the text */
} Reader;

static cmark_node *
parse (const char *text)
{
  cmark_parser *parser;
  cmark_syntax_extension *tables;
  cmark_node *root;

  cmark_gfm_core_extensions_ensure_registered ();
  tables = cmark_find_syntax_extension ("table");
  parser = cmark_parser_new (CMARK_OPT_FOOTNOTES);
  if (tables != NULL)
    cmark_parser_attach_syntax_extension (parser, tables);
  cmark_parser_feed (parser, text, strlen (text));
  root = cmark_parser_finish (parser);
  cmark_parser_free (parser);
  return root;
}

static gboolean
is_block (cmark_node *node)
{
  return (cmark_node_get_type (node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
}

static guint
count_around (cmark_node *node,
              cmark_node_type type)
{
  guint n = 0;

  for (; node != NULL; node = cmark_node_parent (node))
    n += cmark_node_get_type (node) == type ? 1 : 0;
  return n;
}

/* The first paragraph of an item is the item. */
static void
begin_paragraph (Reader *self,
                 cmark_node *node)
{
  cmark_node *parent = cmark_node_parent (node);

  if (parent != NULL && cmark_node_get_type (parent) == CMARK_NODE_ITEM && cmark_node_previous (node) == NULL)
    _sb_block_builder_begin (self->builder, SB_BLOCK_LIST_ITEM, count_around (node, CMARK_NODE_LIST));
  else if (count_around (node, CMARK_NODE_BLOCK_QUOTE) > 0)
    _sb_block_builder_begin (self->builder, SB_BLOCK_QUOTE, 0);
  else
    _sb_block_builder_begin (self->builder, SB_BLOCK_PARAGRAPH, 0);
}

/* What looked like a note and is none is put together again by cmark, which may cut
 * a letter in two. */
static char *
dup_literal (cmark_node *node)
{
  const char *literal = cmark_node_get_literal (node);

  return g_utf8_make_valid (literal != NULL ? literal : "", -1);
}

static void
append_literal (Reader *self,
                cmark_node *node)
{
  g_autofree char *literal = dup_literal (node);

  if (self->images == 0)
    _sb_block_builder_append (self->builder, literal, -1);
}

static void
append_code (Reader *self,
             cmark_node *node)
{
  _sb_block_builder_begin (self->builder, SB_BLOCK_CODE, 0);
  _sb_block_builder_set_verbatim (self->builder, TRUE);
  append_literal (self, node);
  _sb_block_builder_set_verbatim (self->builder, FALSE);
  _sb_block_builder_end (self->builder);
}

/* Markup within the text is left out but for what it says. */
static void
append_html (Reader *self,
             cmark_node *node)
{
  g_autofree char *html = dup_literal (node);
  g_autofree char *text = _sb_html_strip (html, strlen (html));

  _sb_block_builder_begin (self->builder, SB_BLOCK_PARAGRAPH, 0);
  _sb_block_builder_append (self->builder, text, -1);
  _sb_block_builder_end (self->builder);
}

static void
open_link (Reader *self,
           cmark_node *node)
{
  char *target = _sb_link_resolve (NULL, cmark_node_get_url (node));

  _sb_block_builder_open_span (self->builder, SB_SPAN_LINK, target);
  if (target != NULL && g_hash_table_add (self->links, g_strdup (target)))
    g_ptr_array_add (self->extraction->links, g_steal_pointer (&target));
  g_free (target);
}

/* Tables: rows by newline, cells by tab. */
static gboolean
visit_table (Reader *self,
             cmark_node *node,
             gboolean enters)
{
  const char *type = cmark_node_get_type_string (node);
  gboolean is_first = cmark_node_previous (node) == NULL;

  if (g_str_equal (type, "table"))
    {
      if (enters)
        _sb_block_builder_begin (self->builder, SB_BLOCK_TABLE, 0);
      else
        _sb_block_builder_end (self->builder);
      return TRUE;
    }
  if (!g_str_equal (type, "table_row") && !g_str_equal (type, "table_header") && !g_str_equal (type, "table_cell"))
    return FALSE;
  if (enters && !is_first)
    {
      _sb_block_builder_set_verbatim (self->builder, TRUE);
      _sb_block_builder_append (self->builder, g_str_equal (type, "table_cell") ? "\t" : "\n", 1);
      _sb_block_builder_set_verbatim (self->builder, FALSE);
    }
  return TRUE;
}

static void
enter_block (Reader *self,
             cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (type == CMARK_NODE_PARAGRAPH)
    begin_paragraph (self, node);
  else if (type == CMARK_NODE_HEADING)
    _sb_block_builder_begin (self->builder, SB_BLOCK_HEADING, (guint) cmark_node_get_heading_level (node));
  else if (type == CMARK_NODE_CODE_BLOCK)
    append_code (self, node);
  else if (type == CMARK_NODE_HTML_BLOCK)
    append_html (self, node);
  else
    _sb_block_builder_end (self->builder);
}

static void
enter_inline (Reader *self,
              cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type (node);
  const char *html = type == CMARK_NODE_HTML_INLINE ? cmark_node_get_literal (node) : "";

  if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
    append_literal (self, node);
  else if (type == CMARK_NODE_SOFTBREAK)
    _sb_block_builder_append (self->builder, " ", 1);
  else if (type == CMARK_NODE_LINEBREAK || g_ascii_strncasecmp (html, "<br", 3) == 0)
    _sb_block_builder_append_break (self->builder);
  else if (type == CMARK_NODE_STRONG)
    _sb_block_builder_open_span (self->builder, SB_SPAN_STRONG, NULL);
  else if (type == CMARK_NODE_EMPH)
    _sb_block_builder_open_span (self->builder, SB_SPAN_EMPHASIS, NULL);
  else if (type == CMARK_NODE_LINK)
    open_link (self, node);
  else if (type == CMARK_NODE_IMAGE)
    self->images++;
}

static void
leave (Reader *self,
       cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (type == CMARK_NODE_STRONG || type == CMARK_NODE_EMPH || type == CMARK_NODE_LINK)
    _sb_block_builder_close_span (self->builder);
  else if (type == CMARK_NODE_IMAGE)
    self->images--;
  else if (is_block (node))
    _sb_block_builder_end (self->builder);
}

static void
append_blocks (Reader *self,
               cmark_node *root)
{
  cmark_iter *iter = cmark_iter_new (root);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);

      if (visit_table (self, node, event == CMARK_EVENT_ENTER))
        continue;
      if (event == CMARK_EVENT_EXIT)
        leave (self, node);
      else if (is_block (node))
        enter_block (self, node);
      else
        enter_inline (self, node);
    }
  cmark_iter_free (iter);
}

/* The heading that stands first, or else what plain text would be called. */
static void
find_title (SbExtraction *extraction)
{
  const SbBlock *first = extraction->blocks->len == 0 ? NULL : g_ptr_array_index (extraction->blocks, 0);

  if (extraction->title == NULL && first != NULL && sb_block_get_kind (first) == SB_BLOCK_HEADING)
    extraction->title = g_strdup (sb_block_get_text (first));
  _sb_find_text_title (extraction);
}

SbExtraction *
_sb_markdown_document_extract (GBytes *bytes,
                               GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_utf8_make_valid (size == 0 ? "" : data, (gssize) size);
  g_autoptr (SbExtraction) extraction = _sb_extraction_new ();
  g_autoptr (SbBlockBuilder) builder = _sb_block_builder_new (extraction->blocks);
  Reader self = { extraction, builder, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), 0 };
  cmark_node *root = parse (_sb_front_matter_read (text, extraction));

  append_blocks (&self, root);
  _sb_block_builder_end (builder);
  cmark_node_free (root);
  g_hash_table_unref (self.links);
  find_title (extraction);
  if (extraction->language == NULL)
    extraction->language = _sb_guess_language (extraction->blocks);
  _sb_extraction_seal (extraction);
  return g_steal_pointer (&extraction);
}
