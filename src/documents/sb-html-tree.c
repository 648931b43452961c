/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-html-tree.h"

#include <string.h>

/* The start of a tag that gumbo has no name for. */
#define ANNOTATION "<annotation"

/* What elements are to a reader, by their tags: nothing, or a line of their
 * own; the others stand within a line. */
typedef enum
{
  PLACE_INLINE,
  PLACE_LINE,
  PLACE_HIDDEN,
} Place;

static const guint8 places[GUMBO_TAG_LAST + 1] = {
  [GUMBO_TAG_SCRIPT] = PLACE_HIDDEN,
  [GUMBO_TAG_STYLE] = PLACE_HIDDEN,
  [GUMBO_TAG_TEMPLATE] = PLACE_HIDDEN,
  [GUMBO_TAG_HEAD] = PLACE_HIDDEN,
  [GUMBO_TAG_IFRAME] = PLACE_HIDDEN,
  [GUMBO_TAG_EMBED] = PLACE_HIDDEN,
  [GUMBO_TAG_SVG] = PLACE_HIDDEN,
  [GUMBO_TAG_ANNOTATION_XML] = PLACE_HIDDEN,
  [GUMBO_TAG_SELECT] = PLACE_HIDDEN,
  [GUMBO_TAG_TEXTAREA] = PLACE_HIDDEN,
  [GUMBO_TAG_INPUT] = PLACE_HIDDEN,
  [GUMBO_TAG_AUDIO] = PLACE_HIDDEN,
  [GUMBO_TAG_VIDEO] = PLACE_HIDDEN,
  [GUMBO_TAG_CANVAS] = PLACE_HIDDEN,
  [GUMBO_TAG_NOEMBED] = PLACE_HIDDEN,
  [GUMBO_TAG_NOFRAMES] = PLACE_HIDDEN,
  [GUMBO_TAG_DATALIST] = PLACE_HIDDEN,
  [GUMBO_TAG_FRAMESET] = PLACE_HIDDEN,
  [GUMBO_TAG_METER] = PLACE_HIDDEN,
  [GUMBO_TAG_PROGRESS] = PLACE_HIDDEN,
  [GUMBO_TAG_RP] = PLACE_HIDDEN,
  [GUMBO_TAG_RT] = PLACE_HIDDEN,
  [GUMBO_TAG_HTML] = PLACE_LINE,
  [GUMBO_TAG_BODY] = PLACE_LINE,
  [GUMBO_TAG_ARTICLE] = PLACE_LINE,
  [GUMBO_TAG_SECTION] = PLACE_LINE,
  [GUMBO_TAG_NAV] = PLACE_LINE,
  [GUMBO_TAG_ASIDE] = PLACE_LINE,
  [GUMBO_TAG_H1] = PLACE_LINE,
  [GUMBO_TAG_H2] = PLACE_LINE,
  [GUMBO_TAG_H3] = PLACE_LINE,
  [GUMBO_TAG_H4] = PLACE_LINE,
  [GUMBO_TAG_H5] = PLACE_LINE,
  [GUMBO_TAG_H6] = PLACE_LINE,
  [GUMBO_TAG_HGROUP] = PLACE_LINE,
  [GUMBO_TAG_HEADER] = PLACE_LINE,
  [GUMBO_TAG_FOOTER] = PLACE_LINE,
  [GUMBO_TAG_ADDRESS] = PLACE_LINE,
  [GUMBO_TAG_P] = PLACE_LINE,
  [GUMBO_TAG_HR] = PLACE_LINE,
  [GUMBO_TAG_PRE] = PLACE_LINE,
  [GUMBO_TAG_BLOCKQUOTE] = PLACE_LINE,
  [GUMBO_TAG_OL] = PLACE_LINE,
  [GUMBO_TAG_UL] = PLACE_LINE,
  [GUMBO_TAG_LI] = PLACE_LINE,
  [GUMBO_TAG_DL] = PLACE_LINE,
  [GUMBO_TAG_DT] = PLACE_LINE,
  [GUMBO_TAG_DD] = PLACE_LINE,
  [GUMBO_TAG_FIGURE] = PLACE_LINE,
  [GUMBO_TAG_FIGCAPTION] = PLACE_LINE,
  [GUMBO_TAG_MAIN] = PLACE_LINE,
  [GUMBO_TAG_DIV] = PLACE_LINE,
  [GUMBO_TAG_BR] = PLACE_LINE,
  [GUMBO_TAG_TABLE] = PLACE_LINE,
  [GUMBO_TAG_CAPTION] = PLACE_LINE,
  [GUMBO_TAG_TBODY] = PLACE_LINE,
  [GUMBO_TAG_THEAD] = PLACE_LINE,
  [GUMBO_TAG_TFOOT] = PLACE_LINE,
  [GUMBO_TAG_TR] = PLACE_LINE,
  [GUMBO_TAG_TD] = PLACE_LINE,
  [GUMBO_TAG_TH] = PLACE_LINE,
  [GUMBO_TAG_FORM] = PLACE_LINE,
  [GUMBO_TAG_FIELDSET] = PLACE_LINE,
  [GUMBO_TAG_LEGEND] = PLACE_LINE,
  [GUMBO_TAG_BUTTON] = PLACE_LINE,
  [GUMBO_TAG_OPTION] = PLACE_LINE,
  [GUMBO_TAG_DETAILS] = PLACE_LINE,
  [GUMBO_TAG_SUMMARY] = PLACE_LINE,
  [GUMBO_TAG_MENU] = PLACE_LINE,
  [GUMBO_TAG_DIR] = PLACE_LINE,
  [GUMBO_TAG_LISTING] = PLACE_LINE,
  [GUMBO_TAG_XMP] = PLACE_LINE,
  [GUMBO_TAG_PLAINTEXT] = PLACE_LINE,
  [GUMBO_TAG_CENTER] = PLACE_LINE,
  [GUMBO_TAG_MARQUEE] = PLACE_LINE,
};

SbHtmlTree *
_sb_html_tree_new (char *html,
                   gsize length)
{
  SbHtmlTree *self = g_new0 (SbHtmlTree, 1);
  GumboOptions options = kGumboDefaultOptions;

  options.max_errors = 0;
  self->html = html;
  self->output = gumbo_parse_with_options (&options, html, length);
  return self;
}

void
_sb_html_tree_free (SbHtmlTree *self)
{
  gumbo_destroy_output (&kGumboDefaultOptions, self->output);
  g_free (self->html);
  g_free (self);
}

const GumboNode *
_sb_html_tree_get_root (const SbHtmlTree *self)
{
  return self->output->root;
}

gboolean
_sb_html_is_element (const GumboNode *node)
{
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

GumboTag
_sb_html_get_tag (const GumboNode *node)
{
  return _sb_html_is_element (node) ? node->v.element.tag : GUMBO_TAG_LAST;
}

const GumboVector *
_sb_html_get_children (const GumboNode *node)
{
  if (_sb_html_is_element (node))
    return &node->v.element.children;
  return node->type == GUMBO_NODE_DOCUMENT ? &node->v.document.children : &kGumboEmptyVector;
}

const char *
_sb_html_get (const GumboNode *node,
              const char *name)
{
  const GumboAttribute *attribute = NULL;

  if (_sb_html_is_element (node))
    attribute = gumbo_get_attribute (&node->v.element.attributes, name);
  return attribute == NULL ? NULL : attribute->value;
}

const GumboNode *
_sb_html_next_after (const GumboNode *node,
                     const GumboNode *root)
{
  while (node != NULL && node != root)
    {
      const GumboVector *siblings = node->parent == NULL ? &kGumboEmptyVector : _sb_html_get_children (node->parent);

      if (node->index_within_parent + 1 < siblings->length)
        return siblings->data[node->index_within_parent + 1];
      node = node->parent;
    }
  return NULL;
}

const GumboNode *
_sb_html_next (const GumboNode *node,
               const GumboNode *root)
{
  const GumboVector *children = _sb_html_get_children (node);

  return children->length > 0 ? children->data[0] : _sb_html_next_after (node, root);
}

const GumboNode *
_sb_html_find (const GumboNode *node,
               GumboTag tag)
{
  for (const GumboNode *n = node; n != NULL; n = _sb_html_next (n, node))
    if (_sb_html_get_tag (n) == tag)
      return n;
  return NULL;
}

gboolean
_sb_html_breaks_line (const GumboNode *node)
{
  return places[_sb_html_get_tag (node)] == PLACE_LINE;
}

/* TRUE for "display: none" and the like. */
static gboolean
is_hiding_style (const char *style)
{
  g_autofree char *flat = g_ascii_strdown (style, -1);
  char *to = flat;

  for (const char *from = flat; *from != '\0'; from++)
    if (!g_ascii_isspace (*from))
      *to++ = *from;
  *to = '\0';
  return strstr (flat, "display:none") != NULL || strstr (flat, "visibility:hidden") != NULL;
}

/* A formula is written down once more in another language for programs. */
static gboolean
is_annotation (const GumboNode *node)
{
  GumboStringPiece tag = node->v.element.original_tag;

  return node->v.element.tag == GUMBO_TAG_UNKNOWN && tag.length > strlen (ANNOTATION) &&
         g_ascii_strncasecmp (tag.data, ANNOTATION, strlen (ANNOTATION)) == 0;
}

gboolean
_sb_html_is_hidden (const GumboNode *node)
{
  const char *style;

  if (!_sb_html_is_element (node))
    return node->type == GUMBO_NODE_COMMENT;
  if (node->type == GUMBO_NODE_TEMPLATE)
    return TRUE;
  if (places[node->v.element.tag] == PLACE_HIDDEN || is_annotation (node))
    return TRUE;
  if (node->v.element.attributes.length == 0)
    return FALSE;
  style = _sb_html_get (node, "style");
  return _sb_html_get (node, "hidden") != NULL || (style != NULL && is_hiding_style (style));
}

static void
append_folded (GString *text,
               const char *p)
{
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != 0x00ad && c != 0x200b && c != 0xfeff)
        g_string_append_unichar (text, c);
      else if (g_unichar_isspace (c) && text->len > 0 && text->str[text->len - 1] != ' ')
        g_string_append_c (text, ' ');
    }
}

/* Stops after @max bytes. */
static char *
dup_text (const GumboNode *node,
          gsize max)
{
  GString *text = g_string_new (NULL);
  const GumboNode *n = node;

  while (n != NULL && text->len <= max)
    {
      if (n != node && _sb_html_is_hidden (n))
        {
          n = _sb_html_next_after (n, node);
          continue;
        }
      if (n->type == GUMBO_NODE_TEXT || n->type == GUMBO_NODE_CDATA || n->type == GUMBO_NODE_WHITESPACE)
        append_folded (text, n->v.text.text);
      else if (_sb_html_breaks_line (n))
        append_folded (text, " ");
      n = _sb_html_next (n, node);
    }
  return g_strchomp (g_string_free (text, FALSE));
}

char *
_sb_html_dup_text (const GumboNode *node)
{
  return dup_text (node, G_MAXSIZE);
}

char *
_sb_html_dup_label (const GumboNode *node,
                    gsize max)
{
  g_autofree char *text = dup_text (node, max);

  return strlen (text) <= max ? g_steal_pointer (&text) : NULL;
}

char *
_sb_fold_space (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *folded = g_string_new (NULL);

  append_folded (folded, valid);
  return g_strchomp (g_string_free (folded, FALSE));
}
