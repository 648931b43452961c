/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-html-opening.h"

#include <string.h>

#include "sb-html-text.h"

/* So much of the HTML is looked at (bytes). */
#define MAX_BYTES 8192

/* What comes after so much text is not needed (bytes). */
#define MAX_TEXT 2048

/* The longest name of an element that is told from others (bytes). */
#define MAX_NAME 12

typedef enum
{
  ELEMENT_INLINE, /* a part of the line */
  ELEMENT_BREAK, /* a blank in the line */
  ELEMENT_BLOCK, /* ends a paragraph */
  ELEMENT_OTHER, /* is no paragraph, with all that is in it */
  ELEMENT_HIDDEN, /* is no text, with all that is in it */
} ElementKind;

/* In the order of their names. */
static const struct
{
  const char *name;
  ElementKind kind;
} elements[] = {
  { "address", ELEMENT_BLOCK },
  { "article", ELEMENT_BLOCK },
  { "aside", ELEMENT_OTHER },
  { "audio", ELEMENT_HIDDEN },
  { "blockquote", ELEMENT_OTHER },
  { "br", ELEMENT_BREAK },
  { "button", ELEMENT_HIDDEN },
  { "caption", ELEMENT_BLOCK },
  { "center", ELEMENT_BLOCK },
  { "dd", ELEMENT_BLOCK },
  { "div", ELEMENT_BLOCK },
  { "dl", ELEMENT_OTHER },
  { "dt", ELEMENT_BLOCK },
  { "figcaption", ELEMENT_BLOCK },
  { "figure", ELEMENT_OTHER },
  { "footer", ELEMENT_BLOCK },
  { "form", ELEMENT_HIDDEN },
  { "h1", ELEMENT_OTHER },
  { "h2", ELEMENT_OTHER },
  { "h3", ELEMENT_OTHER },
  { "h4", ELEMENT_OTHER },
  { "h5", ELEMENT_OTHER },
  { "h6", ELEMENT_OTHER },
  { "head", ELEMENT_HIDDEN },
  { "header", ELEMENT_BLOCK },
  { "hr", ELEMENT_BLOCK },
  { "iframe", ELEMENT_HIDDEN },
  { "li", ELEMENT_BLOCK },
  { "main", ELEMENT_BLOCK },
  { "nav", ELEMENT_HIDDEN },
  { "noscript", ELEMENT_HIDDEN },
  { "object", ELEMENT_HIDDEN },
  { "ol", ELEMENT_OTHER },
  { "p", ELEMENT_BLOCK },
  { "pre", ELEMENT_OTHER },
  { "script", ELEMENT_HIDDEN },
  { "section", ELEMENT_BLOCK },
  { "select", ELEMENT_HIDDEN },
  { "style", ELEMENT_HIDDEN },
  { "svg", ELEMENT_HIDDEN },
  { "table", ELEMENT_OTHER },
  { "td", ELEMENT_BLOCK },
  { "template", ELEMENT_HIDDEN },
  { "textarea", ELEMENT_HIDDEN },
  { "th", ELEMENT_BLOCK },
  { "title", ELEMENT_HIDDEN },
  { "tr", ELEMENT_BLOCK },
  { "ul", ELEMENT_OTHER },
  { "video", ELEMENT_HIDDEN },
};

/* A tag that was read. */
typedef struct
{
  char name[MAX_NAME + 1]; /* in lower case; empty for a comment */
  gboolean is_end;
  ElementKind kind;
  const char *after; /* what follows it */
} Tag;

static ElementKind
find_kind (const char *name)
{
  gsize first = 0;
  gsize end = G_N_ELEMENTS (elements);

  while (first < end)
    {
      gsize middle = (first + end) / 2;
      int order = strcmp (name, elements[middle].name);

      if (order == 0)
        return elements[middle].kind;
      if (order < 0)
        end = middle;
      else
        first = middle + 1;
    }

  return ELEMENT_INLINE;
}

static const char *
find_end (const char *p,
          const char *end,
          const char *what)
{
  const char *found = g_strstr_len (p, end - p, what);

  return found != NULL ? found + strlen (what) : end;
}

/* Reads the tag, comment or declaration at @p; FALSE for a "<" that is a character. */
static gboolean
read_tag (const char *p,
          const char *end,
          Tag *tag)
{
  const char *name = p + 1;
  gsize length = 0;

  *tag = (Tag) { .kind = ELEMENT_INLINE };
  if (g_str_has_prefix (p, "<!--"))
    {
      tag->after = find_end (p, end, "-->");
      return TRUE;
    }
  if (*name == '!' || *name == '?')
    {
      tag->after = find_end (p, end, ">");
      return TRUE;
    }

  tag->is_end = *name == '/';
  if (tag->is_end)
    name++;
  if (!g_ascii_isalpha (*name))
    return FALSE;

  while (name + length < end && g_ascii_isalnum (name[length]))
    {
      if (length < MAX_NAME)
        tag->name[length] = g_ascii_tolower (name[length]);
      length++;
    }
  tag->kind = length <= MAX_NAME ? find_kind (tag->name) : ELEMENT_INLINE;
  tag->after = find_end (name, end, ">");
  return TRUE;
}

/* Where the element ends that @tag opens: its end tag, whatever is in it. */
static const char *
skip_element (const Tag *tag,
              const char *end)
{
  const char *p = tag->after;
  Tag inner;

  while (p < end)
    {
      p = memchr (p, '<', (gsize) (end - p));
      if (p == NULL)
        return end;
      if (p[1] == '/' && read_tag (p, end, &inner) && strcmp (inner.name, tag->name) == 0)
        return inner.after;
      p++;
    }

  return end;
}

static void
append (GString *out,
        gunichar character)
{
  if (!g_unichar_isspace (character))
    g_string_append_unichar (out, character);
  else if (out->len > 0 && out->str[out->len - 1] != ' ')
    g_string_append_c (out, ' ');
}

/* A character or entity; returns what follows it, or NULL at the end. */
static const char *
read_character (const char *p,
                const char *end,
                GString *out)
{
  gunichar character = 0;
  const char *after = *p == '&' ? sb_html_read_entity (p, &character) : NULL;

  if (after == NULL)
    {
      character = g_utf8_get_char_validated (p, end - p);
      if (character >= (gunichar) -2)
        return NULL;
      after = g_utf8_next_char (p);
    }

  append (out, character);
  return after;
}

/* Goes past @tag, which says in @out where a line or paragraph ends; returns what
 * follows it, or NULL when the paragraph is whole. */
static const char *
pass_tag (const Tag *tag,
          const char *end,
          SbHtmlScope scope,
          GString *out)
{
  gboolean is_left = tag->kind == ELEMENT_HIDDEN || (tag->kind == ELEMENT_OTHER && scope == SB_HTML_PARAGRAPH);

  if (tag->kind == ELEMENT_BREAK || (tag->kind != ELEMENT_INLINE && scope == SB_HTML_ALL))
    append (out, ' ');
  else if (tag->kind != ELEMENT_INLINE && out->len > 0)
    return NULL;

  return is_left && !tag->is_end ? skip_element (tag, end) : tag->after;
}

char *
sb_html_dup_opening (const char *html,
                     SbHtmlScope scope)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *p = html;
  const char *end;

  g_return_val_if_fail (html != NULL, NULL);

  end = html + strnlen (html, MAX_BYTES);
  while (p != NULL && p < end && out->len < MAX_TEXT)
    {
      Tag tag;

      if (*p == '<' && read_tag (p, end, &tag))
        p = pass_tag (&tag, end, scope, out);
      else
        p = read_character (p, end, out);
    }

  g_strchomp (out->str);
  return out->str[0] != '\0' ? g_strdup (out->str) : NULL;
}
