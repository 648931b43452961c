/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-html-guard.h"

#include "sb-html-entity.h"
#include "sb-html-scanner.h"

#include <string.h>

/* Limits of a tree, far above those of real pages: bytes of markup, nesting,
 * attributes of one element, and bytes of memory. */
#define MAX_MARKUP     (8 << 20)
#define MAX_DEPTH      500
#define MAX_ATTRIBUTES 256
#define MAX_COST       (64 << 20)

/* What an element, with the text in it and what is kept of it besides, and an
 * attribute take in memory, in bytes. */
#define ELEMENT_COST   600
#define ATTRIBUTE_COST 150

/* The one character that is often written by its number. */
#define APOSTROPHE "&#39;"

#define NO_BREAK_SPACE "\302\240"

typedef enum
{
  TAG_ORDINARY,
  TAG_BLOCK, /* its end tag closes what is open within */
  TAG_BARRIER, /* no end tag reaches through it */
  TAG_FORMATTING, /* opened again in every block that follows */
  TAG_FORM, /* its end tag closes nothing but itself */
  TAG_LEAF, /* never nests, or is closed by the next of its kind */
} TagClass;

typedef struct
{
  char name[16];
  TagClass class;
  guint cost;
} OpenTag;

typedef struct
{
  OpenTag stack[MAX_DEPTH];
  guint depth;
  guint n_foreign; /* svg and math on the stack */
  guint64 formatting; /* cost of the formatting elements on the stack */
  guint64 cost;
} Guard;

static const char *const class_names[][40] = {
  [TAG_BLOCK] = { "address", "article", "aside", "blockquote", "body", "button", "center", "details", "dir",
                  "div", "dl", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
                  "head", "header", "hgroup", "listing", "main", "menu", "nav", "ol", "pre", "section", "summary",
                  "ul", "search", "dialog", NULL },
  [TAG_BARRIER] = { "table", "caption", "html", "object", "applet", "marquee", "template", "svg", "math",
                    "foreignobject", "desc", "select", "mi", "mo", "mn", "ms", "mtext", "annotation-xml", NULL },
  [TAG_FORMATTING] = { "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong",
                       "tt", "u", NULL },
  [TAG_FORM] = { "form", NULL },
  [TAG_LEAF] = { "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "image",
                 "input", "keygen", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd", "tr",
                 "td", "th", "tbody", "thead", "tfoot", "colgroup", "option", "optgroup", NULL },
};

/* The names above in one table, made once and never changed. */
static GHashTable *
get_classes (void)
{
  static GHashTable *classes;

  if (g_once_init_enter (&classes))
    {
      GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint class = TAG_BLOCK; class < G_N_ELEMENTS (class_names); class ++)
        for (guint i = 0; class_names[class][i] != NULL; i++)
          g_hash_table_insert (table, (gpointer) class_names[class][i], GUINT_TO_POINTER (class));
      g_once_init_leave (&classes, table);
    }
  return classes;
}

static TagClass
classify (const char *name)
{
  return (TagClass) GPOINTER_TO_UINT (g_hash_table_lookup (get_classes (), name)); /* TAG_ORDINARY is 0 */
}

static void
remove_tag (Guard *guard,
            guint i)
{
  const OpenTag *tag = &guard->stack[i];

  if (tag->class == TAG_FORMATTING)
    guard->formatting -= tag->cost;
  if (g_str_equal (tag->name, "svg") || g_str_equal (tag->name, "math"))
    guard->n_foreign--;
  memmove (&guard->stack[i], &guard->stack[i + 1], (guard->depth - i - 1) * sizeof (OpenTag));
  guard->depth--;
}

/* Takes off what an end tag surely closes, and never more: when in doubt the
 * tree is held to be deeper than it is. */
static void
close_tag (Guard *guard,
           const char *name)
{
  TagClass class = classify (name);

  for (guint i = guard->depth; i-- > 0;)
    {
      const OpenTag *open = &guard->stack[i];

      if (g_str_equal (open->name, name))
        {
          if (class == TAG_FORMATTING || class == TAG_FORM)
            remove_tag (guard, i);
          else
            while (guard->depth > i)
              remove_tag (guard, guard->depth - 1);
          return;
        }
      if (open->class == TAG_BARRIER && class != TAG_BARRIER)
        return;
      if (open->class != TAG_ORDINARY && open->class != TAG_FORMATTING && class == TAG_ORDINARY)
        return;
    }
}

static gboolean
open_tag (Guard *guard,
          const SbHtmlTag *tag)
{
  TagClass class = classify (tag->name);
  guint cost = ELEMENT_COST + tag->n_attributes * ATTRIBUTE_COST;
  OpenTag *open;

  guard->cost += cost;
  if (class == TAG_LEAF || (tag->is_closed && guard->n_foreign > 0 && class == TAG_ORDINARY))
    return TRUE;
  if (guard->depth == MAX_DEPTH)
    return FALSE;
  open = &guard->stack[guard->depth++];
  g_strlcpy (open->name, tag->name, sizeof open->name);
  open->class = class;
  open->cost = cost;
  if (class == TAG_FORMATTING)
    guard->formatting += cost;
  if (g_str_equal (tag->name, "svg") || g_str_equal (tag->name, "math"))
    guard->n_foreign++;
  return TRUE;
}

gboolean
_sb_html_is_affordable (const char *html,
                        gsize length)
{
  g_autofree Guard *guard = g_new0 (Guard, 1);
  const char *end = html + length;
  SbHtmlTag tag;

  if (length > MAX_MARKUP)
    return FALSE;
  for (const char *p = html;
       _sb_html_scan (p, end, guard->n_foreign > 0 ? SB_HTML_CONTENT_FOREIGN : SB_HTML_CONTENT_HTML, &tag);
       p = tag.end)
    {
      if (tag.n_attributes > MAX_ATTRIBUTES)
        return FALSE;
      if (tag.is_end)
        close_tag (guard, tag.name);
      else if (!open_tag (guard, &tag))
        return FALSE;
      if (classify (tag.name) != TAG_FORMATTING)
        guard->cost += guard->formatting;
      if (guard->cost > MAX_COST)
        return FALSE;
    }
  return TRUE;
}

static void
append_plain (GString *text,
              const char *p,
              const char *end)
{
  while (p < end)
    {
      gsize length = 1;
      const char *named = *p == '&' ? _sb_html_find_entity (p, &length) : NULL;

      if (named != NULL)
        g_string_append (text, g_str_equal (named, NO_BREAK_SPACE) ? " " : named);
      else if (*p == '&' && g_str_has_prefix (p, APOSTROPHE))
        {
          g_string_append_c (text, '\'');
          length = strlen (APOSTROPHE);
        }
      else
        {
          g_string_append_c (text, *p);
          length = 1;
        }
      p += length;
    }
}

char *
_sb_html_strip (const char *html,
                gsize length)
{
  GString *text = g_string_new (NULL);
  const char *end = html + length;
  const char *p = html;
  SbHtmlTag tag;

  while (_sb_html_scan (p, end, SB_HTML_CONTENT_HTML, &tag))
    {
      TagClass class = classify (tag.name);

      append_plain (text, p, tag.start);
      if (class == TAG_BLOCK || class == TAG_LEAF || class == TAG_BARRIER)
        if (text->len > 1 && text->str[text->len - 2] != '\n')
          g_string_append (text, "\n\n");
      p = tag.end;
    }
  append_plain (text, p, end);
  return g_string_free (text, FALSE);
}
