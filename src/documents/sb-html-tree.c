/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-html-tree.h"

#include <string.h>

static const GumboTag hidden_tags[] = {
  GUMBO_TAG_SCRIPT,
  GUMBO_TAG_STYLE,
  GUMBO_TAG_TEMPLATE,
  GUMBO_TAG_HEAD,
  GUMBO_TAG_IFRAME,
  GUMBO_TAG_EMBED,
  GUMBO_TAG_SVG,
  GUMBO_TAG_MATH,
  GUMBO_TAG_SELECT,
  GUMBO_TAG_TEXTAREA,
  GUMBO_TAG_INPUT,
  GUMBO_TAG_AUDIO,
  GUMBO_TAG_VIDEO,
  GUMBO_TAG_CANVAS,
  GUMBO_TAG_NOEMBED,
  GUMBO_TAG_NOFRAMES,
  GUMBO_TAG_DATALIST,
  GUMBO_TAG_FRAMESET,
  GUMBO_TAG_METER,
  GUMBO_TAG_PROGRESS,
  GUMBO_TAG_RP,
  GUMBO_TAG_RT,
};

static const GumboTag line_tags[] = {
  GUMBO_TAG_HTML,
  GUMBO_TAG_BODY,
  GUMBO_TAG_ARTICLE,
  GUMBO_TAG_SECTION,
  GUMBO_TAG_NAV,
  GUMBO_TAG_ASIDE,
  GUMBO_TAG_H1,
  GUMBO_TAG_H2,
  GUMBO_TAG_H3,
  GUMBO_TAG_H4,
  GUMBO_TAG_H5,
  GUMBO_TAG_H6,
  GUMBO_TAG_HGROUP,
  GUMBO_TAG_HEADER,
  GUMBO_TAG_FOOTER,
  GUMBO_TAG_ADDRESS,
  GUMBO_TAG_P,
  GUMBO_TAG_HR,
  GUMBO_TAG_PRE,
  GUMBO_TAG_BLOCKQUOTE,
  GUMBO_TAG_OL,
  GUMBO_TAG_UL,
  GUMBO_TAG_LI,
  GUMBO_TAG_DL,
  GUMBO_TAG_DT,
  GUMBO_TAG_DD,
  GUMBO_TAG_FIGURE,
  GUMBO_TAG_FIGCAPTION,
  GUMBO_TAG_MAIN,
  GUMBO_TAG_DIV,
  GUMBO_TAG_BR,
  GUMBO_TAG_TABLE,
  GUMBO_TAG_CAPTION,
  GUMBO_TAG_TBODY,
  GUMBO_TAG_THEAD,
  GUMBO_TAG_TFOOT,
  GUMBO_TAG_TR,
  GUMBO_TAG_TD,
  GUMBO_TAG_TH,
  GUMBO_TAG_FORM,
  GUMBO_TAG_FIELDSET,
  GUMBO_TAG_LEGEND,
  GUMBO_TAG_BUTTON,
  GUMBO_TAG_OPTION,
  GUMBO_TAG_DETAILS,
  GUMBO_TAG_SUMMARY,
  GUMBO_TAG_MENU,
  GUMBO_TAG_DIR,
  GUMBO_TAG_LISTING,
  GUMBO_TAG_XMP,
  GUMBO_TAG_PLAINTEXT,
  GUMBO_TAG_CENTER,
  GUMBO_TAG_MARQUEE,
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
  GumboTag tag = _sb_html_get_tag (node);

  for (guint i = 0; i < G_N_ELEMENTS (line_tags); i++)
    if (line_tags[i] == tag)
      return TRUE;
  return FALSE;
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

gboolean
_sb_html_is_hidden (const GumboNode *node)
{
  const char *style;

  if (!_sb_html_is_element (node))
    return node->type == GUMBO_NODE_COMMENT;
  if (node->type == GUMBO_NODE_TEMPLATE)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (hidden_tags); i++)
    if (node->v.element.tag == hidden_tags[i])
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

char *
_sb_html_dup_text (const GumboNode *node)
{
  GString *text = g_string_new (NULL);
  const GumboNode *n = node;

  while (n != NULL)
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
_sb_fold_space (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *folded = g_string_new (NULL);

  append_folded (folded, valid);
  return g_strchomp (g_string_free (folded, FALSE));
}
