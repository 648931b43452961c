/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-composer-private.h"

#include "sb-quotation-private.h"
#include "sb-text-citation.h"
#include "sb-translate.h"

#include <cmark-gfm.h>
#include <string.h>

#define MAX_LEVEL 3

/* Lists in lists that are told apart. */
#define MAX_DEPTH 2

typedef struct
{
  SbComposer *composer; /* not owned */
  guint level; /* of the heading that the text stands under */
  GPtrArray *definitions; /* (owned) (element-type cmark_node) of notes */
} Reader;

static void append_children (Reader *self,
                             GString *markup,
                             cmark_node *node);

static void
append_escaped (GString *markup,
                const char *text)
{
  g_autofree char *escaped = sb_rich_text_escape (text);

  g_string_append (markup, escaped);
}

/* Takes off what stands between the last word and a citation. */
static void
trim_end (GString *markup)
{
  while (markup->len > 0)
    {
      const char *last = g_utf8_find_prev_char (markup->str, markup->str + markup->len);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      g_string_truncate (markup, (gsize) (last - markup->str));
    }
}

static gboolean
ends_in_stop (const GString *markup)
{
  return markup->len > 0 && strchr (".!?", markup->str[markup->len - 1]) != NULL;
}

/* Behind the last word and before the stop of its sentence. */
static void
append_positions (GString *markup,
                  const char *positions)
{
  char stop = ends_in_stop (markup) ? markup->str[markup->len - 1] : '\0';

  if (stop != '\0')
    {
      g_string_truncate (markup, markup->len - 1);
      trim_end (markup);
    }
  g_string_append_printf (markup, " (%s)", positions);
  if (stop != '\0')
    g_string_append_c (markup, stop);
}

/* The marks of what is cited, before or behind the mark that follows, by the custom of
 * the language; returns how much of @rest was taken for that. */
static gsize
append_citation (Reader *self,
                 GString *markup,
                 GPtrArray *uuids,
                 const char *rest)
{
  SbLanguage language = self->composer->language;
  g_autofree char *positions = NULL;
  g_autofree char *marked = NULL;
  g_autoptr (GArray) numbers = NULL;
  guint n_unknown = 0;
  gsize taken = 0;

  self->composer->wording.line = self->composer->line;
  numbers = _sb_wording_cite (&self->composer->wording, uuids, &positions, &n_unknown);
  trim_end (markup);
  if (language == SB_LANGUAGE_EN && numbers->len > 0 && positions == NULL && rest[0] != '\0' && strchr (".,;:!?", rest[0]) != NULL)
    {
      g_string_append_c (markup, rest[0]);
      taken = 1;
    }
  marked = sb_citations_append_marks (markup->str, numbers, language);
  g_string_assign (markup, marked);
  if (positions != NULL)
    append_positions (markup, positions);
  if (numbers->len == 0 && positions == NULL && n_unknown == 0)
    g_string_append_printf (markup, " [=%s=]", sb_translate (language, "no source"));
  if (n_unknown > 0)
    g_string_append_printf (markup, " [=%s=]", sb_translate (language, "unknown source"));

  return taken;
}

/* A text, with the citations in it. */
static void
append_text (Reader *self,
             GString *markup,
             const char *text)
{
  gsize from = 0;

  while (TRUE)
    {
      g_auto (SbTextCitation) found = { 0 };
      g_autofree char *before = NULL;

      if (!sb_text_citation_find (text, from, &found))
        break;

      before = g_strndup (text + from, found.start - from);
      append_escaped (markup, before);
      from = found.end + append_citation (self, markup, found.uuids, text + found.end);
    }
  append_escaped (markup, text + from);
}

/* The mark of a note that the text defines; the note is a source of its own. */
static void
append_note (Reader *self,
             GString *markup,
             cmark_node *node)
{
  const char *literal = cmark_node_get_literal (node);
  guint64 position = 0;
  g_autoptr (GString) text = NULL;
  cmark_node *definition;

  if (literal == NULL || !g_ascii_string_to_unsigned (literal, 10, 1, self->definitions->len, &position, NULL))
    return;

  definition = g_ptr_array_index (self->definitions, position - 1);
  text = g_string_new (NULL);
  for (cmark_node *child = cmark_node_first_child (definition); child != NULL; child = cmark_node_next (child))
    append_children (self, text, child);
  trim_end (markup);
  g_string_append_printf (markup, "\342\201\240[^%u]", sb_citations_cite_words (self->composer->citations, text->str));
}

static void
append_inline (Reader *self,
               GString *markup,
               cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (type == CMARK_NODE_TEXT)
    append_text (self, markup, cmark_node_get_literal (node));
  else if (type == CMARK_NODE_CODE)
    append_escaped (markup, cmark_node_get_literal (node));
  else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
    g_string_append_c (markup, ' ');
  else if (type == CMARK_NODE_STRONG || type == CMARK_NODE_EMPH)
    {
      const char *mark = type == CMARK_NODE_STRONG ? "**" : "*";

      g_string_append (markup, mark);
      append_children (self, markup, node);
      g_string_append (markup, mark);
    }
  else if (type == CMARK_NODE_FOOTNOTE_REFERENCE)
    append_note (self, markup, node);
  else if (type != CMARK_NODE_HTML_INLINE)
    append_children (self, markup, node);
}

static void
append_children (Reader *self,
                 GString *markup,
                 cmark_node *node)
{
  for (cmark_node *child = cmark_node_first_child (node); child != NULL; child = cmark_node_next (child))
    append_inline (self, markup, child);
}

static char *
dup_markup (Reader *self,
            cmark_node *node)
{
  GString *markup = g_string_new (NULL);

  append_children (self, markup, node);

  return g_string_free (markup, FALSE);
}

static void
add_items (Reader *self,
           SbPiece *list,
           cmark_node *node,
           guint depth)
{
  guint number = cmark_node_get_list_type (node) == CMARK_ORDERED_LIST ? (guint) MAX (cmark_node_get_list_start (node), 1) : 0;

  for (cmark_node *item = cmark_node_first_child (node); item != NULL; item = cmark_node_next (item))
    {
      for (cmark_node *child = cmark_node_first_child (item); child != NULL; child = cmark_node_next (child))
        if (cmark_node_get_type (child) == CMARK_NODE_LIST)
          add_items (self, list, child, MIN (depth + 1, MAX_DEPTH));
        else
          {
            g_autofree char *markup = dup_markup (self, child);
            SbPiece *piece = _sb_composer_new_text (self->composer, SB_PIECE_ITEM, depth, markup);

            sb_piece_set_reference (piece, number, NULL);
            sb_piece_append (list, piece);
          }
      if (number > 0)
        number++;
    }
}

static void
append_literals (GString *text,
                 cmark_node *node)
{
  for (cmark_node *child = cmark_node_first_child (node); child != NULL; child = cmark_node_next (child))
    {
      cmark_node_type type = cmark_node_get_type (child);

      if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
        g_string_append (text, cmark_node_get_literal (child));
      else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
        g_string_append_c (text, ' ');
      else
        append_literals (text, child);
    }
}

/* The translation of what a paragraph quotes of a record that it cites; NULL for none. */
static char *
dup_translation (Reader *self,
                 const char *paragraph)
{
  SbWording *wording = &self->composer->wording;
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);

  if (wording->writes_uuids)
    return NULL;

  wording->line = self->composer->line;
  sb_text_citation_collect (paragraph, uuids);
  for (guint i = 0; i < uuids->len; i++)
    {
      GPtrArray *evidence = NULL;
      SbRecord *record = sb_briefing_input_find_citation (wording->input, g_ptr_array_index (uuids, i), &evidence);
      SbQuotation quotation = { NULL };

      if (record != NULL)
        quotation = _sb_quotation_find (wording->input, record, evidence, paragraph);
      if (quotation.words != NULL)
        return _sb_quotation_dup_translation (&quotation, wording, record);
    }

  return NULL;
}

static gboolean
is_translated (cmark_node *quote)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_literals (text, quote);

  return _sb_quotation_is_translation (text->str);
}

/* A quotation, and who said it; with its translation, unless that is written there. */
static void
take_quote (Reader *self,
            cmark_node *node)
{
  SbPiece *quote = sb_piece_new (SB_PIECE_QUOTE, 0, NULL);
  gboolean has_translation = is_translated (node);

  for (cmark_node *child = cmark_node_first_child (node); child != NULL; child = cmark_node_next (child))
    {
      g_autofree char *markup = dup_markup (self, child);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *translation = NULL;

      append_literals (text, child);
      if (cmark_node_previous (child) != NULL && _sb_quotation_is_translation (text->str))
        _sb_composer_append_role (self->composer, quote, SB_ROLE_TRANSLATION, markup);
      else
        sb_piece_append (quote, _sb_composer_new_text (self->composer, SB_PIECE_PARAGRAPH, 0, markup));
      translation = has_translation ? NULL : dup_translation (self, text->str);
      if (translation != NULL)
        _sb_composer_append_role (self->composer, quote, SB_ROLE_TRANSLATION, translation);
    }
  _sb_composer_take (self->composer, quote);
}

static void
take_node (Reader *self,
           cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type (node);
  g_autofree char *markup = NULL;

  if (type == CMARK_NODE_LIST)
    {
      SbPiece *list = sb_piece_new (SB_PIECE_LIST, 0, NULL);

      add_items (self, list, node, 1);
      _sb_composer_take (self->composer, list);
    }
  else if (type == CMARK_NODE_BLOCK_QUOTE)
    take_quote (self, node);
  else if (type == CMARK_NODE_HEADING)
    {
      guint level = MIN (self->level + (guint) cmark_node_get_heading_level (node), MAX_LEVEL);
      SbPiece *heading;

      markup = dup_markup (self, node);
      heading = _sb_composer_new_text (self->composer, SB_PIECE_HEADING, level, markup);
      sb_piece_set_reference (heading, 1, NULL);
      _sb_composer_take (self->composer, heading);
    }
  else if (type == CMARK_NODE_PARAGRAPH)
    {
      markup = dup_markup (self, node);
      _sb_composer_take_text (self->composer, SB_PIECE_PARAGRAPH, 0, markup);
    }
  else if (type == CMARK_NODE_CODE_BLOCK)
    {
      markup = sb_rich_text_escape (cmark_node_get_literal (node));
      _sb_composer_take_text (self->composer, SB_PIECE_PARAGRAPH, 0, markup);
    }
}

void
_sb_composer_take_markdown (SbComposer *self,
                            const char *text,
                            guint level)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  cmark_node *document = cmark_parse_document (valid, strlen (valid), CMARK_OPT_FOOTNOTES);
  g_autoptr (GPtrArray) definitions = g_ptr_array_new ();
  Reader reader = { self, level, definitions };

  /* Brackets are nodes of their own until then. */
  cmark_consolidate_text_nodes (document);
  for (cmark_node *node = cmark_node_first_child (document); node != NULL; node = cmark_node_next (node))
    if (cmark_node_get_type (node) == CMARK_NODE_FOOTNOTE_DEFINITION)
      g_ptr_array_add (definitions, node);
  for (cmark_node *node = cmark_node_first_child (document); node != NULL; node = cmark_node_next (node))
    {
      self->line = (guint) MAX (cmark_node_get_start_line (node), 0);
      take_node (&reader, node);
    }
  self->line = 0;
  cmark_node_free (document);
}
