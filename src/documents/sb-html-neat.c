/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-html-neat.h"

#include "sb-html-element.h"
#include "sb-html-entity.h"

#include <string.h>

/* Elements within each other, and signs that begin a tag or a value; with more, a
 * piece is no longer what this is for. */
#define MAX_DEPTH 64
#define MAX_SIGNS 20000

#define COMMENT     "<!--"
#define COMMENT_END "-->"

/* html, head and body, which are always there. */
#define N_FRAME 3

/* A tree under way. */
typedef struct
{
  SbHtmlNeat *tree; /* (unowned) */
  const char *p;
  const char *end;
  char *text; /* where the next piece of text goes */
  GumboNode *stack[MAX_DEPTH]; /* (unowned) open elements, the body first */
  SbHtmlClass classes[MAX_DEPTH]; /* of these */
  guint depth;
  guint n_paragraphs; /* of these */
  guint n_links;
} Parser;

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t';
}

static void
skip_space (Parser *self)
{
  while (is_space (*self->p))
    self->p++;
}

/* What a byte may be to the signs that are counted. */
enum
{
  BYTE_PLAIN,
  BYTE_TAG,
  BYTE_VALUE,
  BYTE_CONTROL,
  BYTE_DOUBTFUL, /* begins characters of which some are none */
};

static const guint8 bytes[256] = {
  [0x00 ... 0x08] = BYTE_CONTROL,
  [0x0b ... 0x1f] = BYTE_CONTROL,
  ['<'] = BYTE_TAG,
  ['='] = BYTE_VALUE,
  [0x7f] = BYTE_CONTROL,
  [0xc2] = BYTE_DOUBTFUL,
  [0xef] = BYTE_DOUBTFUL,
  [0xf0 ... 0xf4] = BYTE_DOUBTFUL,
};

/* Controls, and what is no character in any plane. */
static gboolean
is_replaced (const guchar *p)
{
  return (*p == 0xc2 && p[1] < 0xa0) || (*p == 0xef && (p[1] == 0xb7 || p[1] == 0xbf) && p[2] != 0xbd) ||
         (*p >= 0xf0 && p[2] == 0xbf && p[3] >= 0xbe);
}

/* What a tree takes at most; FALSE for a text with characters that a parser
 * replaces or drops. */
static gboolean
count_signs (const char *html,
             gsize length,
             guint *n_tags,
             guint *n_values)
{
  /* A mark of the order of bytes is dropped at the start. */
  if (length >= 3 && memcmp (html, "\357\273\277", 3) == 0)
    return FALSE;

  for (const guchar *p = (const guchar *) html, *end = p + length; p < end; p++)
    {
      if (bytes[*p] == BYTE_PLAIN)
        continue;
      if (bytes[*p] == BYTE_TAG)
        *n_tags += 1;
      else if (bytes[*p] == BYTE_VALUE)
        *n_values += 1;
      else if (bytes[*p] == BYTE_CONTROL || is_replaced (p))
        return FALSE;
    }
  return *n_tags <= MAX_SIGNS && *n_values <= MAX_SIGNS;
}

static GumboNode *
add_node (SbHtmlNeat *tree,
          GumboNode *parent,
          GumboNodeType type)
{
  GumboNode *node = &tree->nodes[tree->n_nodes++];

  node->type = type;
  node->parent = parent;
  if (parent != NULL)
    node->index_within_parent = parent->v.element.children.length++;
  return node;
}

static GumboNode *
add_element (SbHtmlNeat *tree,
             GumboNode *parent,
             GumboTag tag)
{
  GumboNode *node = add_node (tree, parent, GUMBO_NODE_ELEMENT);

  node->v.element.tag = tag;
  node->v.element.original_tag.data = "";
  node->v.element.original_end_tag.data = "";
  return node;
}

static void
push (Parser *self,
      GumboNode *node,
      SbHtmlClass class)
{
  self->stack[self->depth] = node;
  self->classes[self->depth++] = class;
  self->n_paragraphs += class == SB_HTML_CLASS_PARAGRAPH ? 1 : 0;
  self->n_links += class == SB_HTML_CLASS_LINK ? 1 : 0;
}

static void
pop (Parser *self)
{
  SbHtmlClass class = self->classes[--self->depth];

  self->n_paragraphs -= class == SB_HTML_CLASS_PARAGRAPH ? 1 : 0;
  self->n_links -= class == SB_HTML_CLASS_LINK ? 1 : 0;
}

static SbHtmlClass
get_top (const Parser *self)
{
  return self->classes[self->depth - 1];
}

/* The character of a number, at "&#", written where the text goes. Only those that
 * stand for themselves. */
static gboolean
read_number (Parser *self)
{
  gboolean is_hex = self->p[2] == 'x' || self->p[2] == 'X';
  const char *digits = self->p + (is_hex ? 3 : 2);
  gsize n = 0;
  gunichar c = 0;

  for (; n < 6 && (is_hex ? g_ascii_isxdigit (digits[n]) : g_ascii_isdigit (digits[n])); n++)
    c = c * (is_hex ? 16 : 10) + (gunichar) g_ascii_xdigit_value (digits[n]);
  if (n == 0 || digits[n] != ';' || c < ' ' || (c >= 0x7f && c < 0xa0) || (c >= 0xd800 && c < 0xe000) ||
      (c >= 0xfdd0 && c < 0xfdf0) || (c & 0xfffe) == 0xfffe || c > 0x10ffff)
    return FALSE;

  self->text += g_unichar_to_utf8 (c, self->text);
  self->p = digits + n + 1;
  return TRUE;
}

/* What stands at an ampersand, in a value up to @quote. In values of addresses, it
 * is often nothing but itself: a name, an equals sign. */
static gboolean
read_reference (Parser *self,
                char quote)
{
  const char *named;
  const char *after;
  gsize length;

  if (self->p[1] == '#')
    return read_number (self);

  named = _sb_html_find_entity (self->p, &length);
  if (named != NULL)
    {
      self->text = g_stpcpy (self->text, named);
      self->p += length;
      return TRUE;
    }

  for (after = self->p + 1; quote != '\0' && g_ascii_isalnum (*after);)
    after++;
  if (!is_space (self->p[1]) && (quote == '\0' || *after != '='))
    return FALSE;

  *self->text++ = *self->p++;
  return TRUE;
}

/* Text up to a tag. White space before anything is nothing even when it is written as
 * a reference: such a piece is left to a parser. */
static gboolean
read_text (Parser *self)
{
  GumboNode *node = add_node (self->tree, self->stack[self->depth - 1], GUMBO_NODE_WHITESPACE);
  const char *end = memchr (self->p, '<', (gsize) (self->end - self->p));

  if (end == NULL)
    end = self->end;
  node->v.text.text = self->text;
  while (self->p < end)
    {
      const char *reference = memchr (self->p, '&', (gsize) (end - self->p));
      gsize n = (gsize) ((reference != NULL ? reference : end) - self->p);

      for (gsize i = 0; i < n && node->type == GUMBO_NODE_WHITESPACE; i++)
        if (!is_space (self->p[i]))
          node->type = GUMBO_NODE_TEXT;
      memcpy (self->text, self->p, n);
      self->text += n;
      self->p += n;
      if (reference == NULL)
        break;
      if (!read_reference (self, '\0'))
        return FALSE;
      if (self->text[-1] != ' ')
        node->type = GUMBO_NODE_TEXT;
      else if (self->tree->n_nodes == N_FRAME + 1 && node->type == GUMBO_NODE_WHITESPACE)
        return FALSE;
    }
  *self->text++ = '\0';
  return TRUE;
}

static gboolean
read_value (Parser *self)
{
  const char *start = self->text;
  char quote = *self->p;

  if (quote != '"' && quote != '\'')
    {
      while (g_ascii_isalnum (*self->p) || strchr ("_-./:#%?,;+", *self->p) != NULL)
        {
          if (*self->p == '\0')
            return FALSE;
          *self->text++ = *self->p++;
        }
      /* The value may still come, behind white space. */
      if (self->text == start)
        return FALSE;
      *self->text++ = '\0';
      return is_space (*self->p) || *self->p == '>';
    }

  for (self->p++; *self->p != quote;)
    {
      if (*self->p == '\0' || (*self->p == '&' && !read_reference (self, quote)))
        return FALSE;
      if (*self->p != quote && *self->p != '&' && *self->p != '\0')
        *self->text++ = *self->p++;
    }
  *self->text++ = '\0';
  self->p++;
  return is_space (*self->p) || *self->p == '>' || *self->p == '/';
}

/* One attribute, with a value. */
static gboolean
read_attribute (Parser *self,
                GumboNode *node)
{
  GumboAttribute *attribute;
  const char *name = self->text;

  while (g_ascii_isalnum (*self->p) || *self->p == '-' || *self->p == '_' || *self->p == ':')
    *self->text++ = g_ascii_tolower (*self->p++);
  if (self->text == name || *self->p != '=')
    return FALSE;

  *self->text++ = '\0';
  self->p++;
  /* The second of two of one name is none. */
  if (gumbo_get_attribute (&node->v.element.attributes, name) != NULL)
    return FALSE;
  attribute = &self->tree->attributes[self->tree->n_attributes++];
  attribute->name = name;
  attribute->value = self->text;
  node->v.element.attributes.data[node->v.element.attributes.length++] = attribute;
  return read_value (self);
}

/* The attributes up to the end of a start tag. */
static gboolean
read_attributes (Parser *self,
                 GumboNode *node)
{
  node->v.element.attributes.data = self->tree->pointers + self->tree->n_attributes;
  while (TRUE)
    {
      skip_space (self);
      if (*self->p == '/' && self->p[1] == '>')
        self->p++;
      if (*self->p == '>')
        {
          self->p++;
          return TRUE;
        }
      if (!read_attribute (self, node))
        return FALSE;
    }
}

/* Makes room for an element as its start does. FALSE when more would have to be
 * ended than a paragraph or an item that is the innermost element. */
static gboolean
make_room (Parser *self,
           SbHtmlClass class)
{
  if (class == SB_HTML_CLASS_INLINE || class == SB_HTML_CLASS_VOID)
    return TRUE;
  if (class == SB_HTML_CLASS_LINK)
    return self->n_links == 0;

  if (get_top (self) == SB_HTML_CLASS_PARAGRAPH)
    pop (self);
  if (class == SB_HTML_CLASS_ITEM && get_top (self) == SB_HTML_CLASS_ITEM)
    pop (self);
  if (self->n_paragraphs > 0)
    return FALSE;
  if (class == SB_HTML_CLASS_ITEM)
    return get_top (self) == SB_HTML_CLASS_LIST;

  return class != SB_HTML_CLASS_HEADING || get_top (self) != SB_HTML_CLASS_HEADING;
}

static gboolean
start_element (Parser *self,
               const SbHtmlElement *element)
{
  SbHtmlClass class = element->class;
  GumboNode *node;

  if (self->depth == MAX_DEPTH || !make_room (self, class))
    return FALSE;

  node = add_element (self->tree, self->stack[self->depth - 1], element->tag);
  if (class != SB_HTML_CLASS_VOID && class != SB_HTML_CLASS_RULE)
    push (self, node, class);
  if (!read_attributes (self, node))
    return FALSE;
  if (element->tag == GUMBO_TAG_PRE && *self->p == '\n')
    self->p++;
  return TRUE;
}

static gboolean
end_element (Parser *self,
             const SbHtmlElement *element)
{
  SbHtmlClass class = element->class;
  GumboTag tag = element->tag;

  if (*self->p != '>' || class == SB_HTML_CLASS_VOID || class == SB_HTML_CLASS_RULE)
    return FALSE;

  self->p++;
  if (class != SB_HTML_CLASS_INLINE && class != SB_HTML_CLASS_LINK && class != SB_HTML_CLASS_PARAGRAPH)
    while (self->stack[self->depth - 1]->v.element.tag != tag &&
           (get_top (self) == SB_HTML_CLASS_PARAGRAPH || get_top (self) == SB_HTML_CLASS_ITEM))
      pop (self);
  if (self->stack[self->depth - 1]->v.element.tag != tag)
    return FALSE;

  pop (self);
  return TRUE;
}

/* A comment. Before anything else it is none of the body's. */
static gboolean
read_comment (Parser *self)
{
  const char *start = self->p + strlen (COMMENT);
  const char *end = strstr (start, "--");
  gsize n;

  if (end == NULL || end[2] != '>' || *start == '>' || g_str_has_prefix (start, "->"))
    return FALSE;

  n = (gsize) (end - start);
  self->p = end + strlen (COMMENT_END);
  if (self->tree->n_nodes > N_FRAME)
    {
      GumboNode *node = add_node (self->tree, self->stack[self->depth - 1], GUMBO_NODE_COMMENT);

      node->v.text.text = memcpy (self->text, start, n);
      self->text[n] = '\0';
      self->text += n + 1;
      return TRUE;
    }
  skip_space (self);
  return TRUE;
}

static gboolean
read_tag (Parser *self)
{
  gboolean is_end = self->p[1] == '/';
  char name[SB_HTML_ELEMENT_MAX] = { 0 };
  guint n = 0;
  const SbHtmlElement *element;

  self->p += is_end ? 2 : 1;
  for (; n + 1 < SB_HTML_ELEMENT_MAX && g_ascii_isalnum (*self->p); self->p++)
    name[n++] = g_ascii_tolower (*self->p);
  element = _sb_html_find_element (name);
  if (element == NULL || (!is_space (*self->p) && *self->p != '>' && *self->p != '/'))
    return FALSE;

  return is_end ? end_element (self, element) : start_element (self, element);
}

static gboolean
read_piece (Parser *self)
{
  if (*self->p != '<')
    return read_text (self);

  return g_str_has_prefix (self->p, COMMENT) ? read_comment (self) : read_tag (self);
}

/* Puts the children of all nodes, which come behind their parents, into vectors. */
static void
fill_vectors (SbHtmlNeat *tree)
{
  void **free_pointers = tree->pointers + tree->n_attributes;

  for (guint i = 0; i < tree->n_nodes; i++)
    {
      GumboNode *node = &tree->nodes[i];

      if (node->type == GUMBO_NODE_ELEMENT)
        {
          node->v.element.children.data = free_pointers;
          free_pointers += node->v.element.children.length;
        }
      if (node->parent != NULL)
        node->parent->v.element.children.data[node->index_within_parent] = node;
    }
}

static gboolean
parse (SbHtmlNeat *tree,
       const char *html,
       gsize length)
{
  Parser self = { tree, html, html + length, tree->text };
  GumboNode *root = add_element (tree, NULL, GUMBO_TAG_HTML);

  add_element (tree, root, GUMBO_TAG_HEAD);
  push (&self, add_element (tree, root, GUMBO_TAG_BODY), SB_HTML_CLASS_BLOCK);

  /* White space before anything is nothing. */
  skip_space (&self);
  while (self.p < self.end)
    if (!read_piece (&self))
      return FALSE;

  fill_vectors (tree);
  return TRUE;
}

SbHtmlNeat *
_sb_html_neat_new (const char *html,
                   gsize length)
{
  g_autoptr (SbHtmlNeat) self = NULL;
  guint n_tags = 0;
  guint n_values = 0;

  if (!count_signs (html, length, &n_tags, &n_values))
    return NULL;

  /* A tag, and the text behind it, each are a node and a child of one. No piece of
   * text is longer than its source: a NUL takes the place of a tag or a quote. */
  self = g_new0 (SbHtmlNeat, 1);
  self->nodes = g_new0 (GumboNode, 2 * n_tags + N_FRAME + 1);
  self->attributes = g_new0 (GumboAttribute, n_values);
  self->pointers = g_new (void *, 2 * n_tags + N_FRAME + 1 + n_values);
  self->text = g_malloc (length + 1);
  return parse (self, html, length) ? g_steal_pointer (&self) : NULL;
}

void
_sb_html_neat_free (SbHtmlNeat *self)
{
  g_free (self->nodes);
  g_free (self->attributes);
  g_free (self->pointers);
  g_free (self->text);
  g_free (self);
}
