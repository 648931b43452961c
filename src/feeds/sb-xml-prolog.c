/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-xml-reader.h"

#include <string.h>

/* How far the start of the document may be from the start of the text: what
 * comes before are messages of a server that broke. */
#define JUNK_WINDOW 65536 /* bytes */

typedef struct
{
  const char *text;
  gsize length;
} Text;

/* The position of @needle at or after @from, or the length of the text. */
static gsize
find (Text text,
      gsize from,
      const char *needle)
{
  const char *found;

  if (from >= text.length)
    return text.length;

  found = memmem (text.text + from, text.length - from, needle, strlen (needle));
  return found != NULL ? (gsize) (found - text.text) : text.length;
}

static gboolean
starts_with (Text text,
             gsize position,
             const char *prefix)
{
  gsize n = strlen (prefix);

  return position + n <= text.length && g_ascii_strncasecmp (text.text + position, prefix, n) == 0;
}

static gsize
skip_past (Text text,
           gsize from,
           const char *end)
{
  return MIN (find (text, from, end) + strlen (end), text.length);
}

/* The end of the document type declaration at @position. Brackets and marks in
 * quotes and comments do not count. */
static gsize
find_doctype_end (Text text,
                  gsize position)
{
  gboolean subset = FALSE;
  char quote = '\0';

  for (gsize i = position + 2; i < text.length; i++)
    {
      char c = text.text[i];

      if (quote != '\0')
        quote = c == quote ? '\0' : quote;
      else if (starts_with (text, i, "<!--"))
        i = skip_past (text, i, "-->") - 1;
      else if (c == '"' || c == '\'')
        quote = c;
      else if (c == '[')
        subset = TRUE;
      else if (c == ']')
        subset = FALSE;
      else if (c == '>' && !subset)
        return i + 1;
    }

  /* A quote was left open: the declaration ends where the line's mark does. */
  return skip_past (text, position, ">");
}

/* Entities that are made of other entities, and parameter entities, have no
 * place in a feed: they are there to grow. */
static gboolean
find_bomb (Text text,
           gsize start,
           gsize end)
{
  Text doctype = { text.text, end };

  for (gsize i = find (doctype, start, "<!ENTITY"); i < end; i = find (doctype, i, "<!ENTITY"))
    {
      gsize close = find (doctype, i, ">");

      i += strlen ("<!ENTITY");
      for (gsize j = i; j < close; j++)
        {
          if (text.text[j] == '%')
            return TRUE;
          if (text.text[j] == '&' && j + 1 < close && text.text[j + 1] != '#')
            return TRUE;
        }
      i = close;
    }

  return FALSE;
}

static char *
read_name (Text text,
           gsize position)
{
  gsize end = position;

  while (end < text.length && strchr (" \t\r\n/>", text.text[end]) == NULL)
    end++;

  return g_strndup (text.text + position, end - position);
}

static void
read_from (SbXmlProlog *self,
           Text text,
           gsize position)
{
  self->start = position;
  self->doctype_start = self->doctype_end = position;

  for (position = find (text, position, "<"); position < text.length;
       position = find (text, position, "<"))
    {
      if (starts_with (text, position, "<?"))
        position = skip_past (text, position, "?>");
      else if (starts_with (text, position, "<!--"))
        position = skip_past (text, position, "-->");
      else if (starts_with (text, position, "<!DOCTYPE"))
        {
          self->doctype_start = position;
          self->doctype_end = position = find_doctype_end (text, position);
          self->has_bomb = find_bomb (text, self->doctype_start, self->doctype_end);
        }
      else if (position + 1 < text.length &&
               (g_ascii_isalpha (text.text[position + 1]) || text.text[position + 1] == '_'))
        {
          self->root = read_name (text, position + 1);
          return;
        }
      else
        position++;
    }
}

static gboolean
is_feed_root (const char *name)
{
  static const char *const roots[] = { "rss", "feed", "channel", "opml", "entry", "html" };
  const char *colon;

  if (name == NULL)
    return FALSE;

  colon = strchr (name, ':');
  if (colon != NULL && g_ascii_strcasecmp (colon, ":RDF") == 0)
    return TRUE;
  name = colon != NULL ? colon + 1 : name;
  for (gsize i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      if (g_ascii_strcasecmp (roots[i], name) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Where the document starts when something else comes before it. */
static gsize
find_buried_start (Text text)
{
  static const char *const starts[] = { "<?xml ", "<rss ", "<rss>", "<rdf:RDF", "<feed ", "<feed>" };
  Text window = { text.text, MIN (text.length, JUNK_WINDOW) };
  gsize first = window.length;

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    first = MIN (first, find (window, 0, starts[i]));

  return first < window.length ? first : 0;
}

SbXmlProlog *
sb_xml_prolog_read (const char *text,
                    gsize length)
{
  SbXmlProlog *self = g_new0 (SbXmlProlog, 1);
  Text all = { text, length };
  gsize buried;

  read_from (self, all, 0);
  if (is_feed_root (self->root))
    {
      /* An XML declaration must be the very first thing. */
      gsize declaration = find ((Text) { text, self->doctype_start }, 0, "<?xml ");

      self->start = declaration < self->doctype_start ? declaration : 0;
      while (self->start < length && g_ascii_isspace (text[self->start]))
        self->start++;
      return self;
    }

  buried = find_buried_start (all);
  if (buried > 0)
    {
      SbXmlProlog *again = g_new0 (SbXmlProlog, 1);

      read_from (again, all, buried);
      if (is_feed_root (again->root))
        {
          sb_xml_prolog_free (self);
          return again;
        }
      sb_xml_prolog_free (again);
    }

  return self;
}

void
sb_xml_prolog_free (SbXmlProlog *self)
{
  g_free (self->root);
  g_free (self);
}
