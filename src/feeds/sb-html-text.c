/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-html-text.h"

#include <string.h>

#define REPLACEMENT 0xfffd

/* A line is for a title; more than this is no title, and is not read. */
#define MAX_LINE 32768 /* bytes */

static const char *const void_elements[] = {
  "area",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "source",
  "track",
  "wbr",
};

/* What titles are marked up with. */
static const char *const usual_elements[] = {
  "a",
  "abbr",
  "acronym",
  "b",
  "big",
  "blink",
  "br",
  "center",
  "cite",
  "code",
  "del",
  "div",
  "em",
  "font",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "i",
  "img",
  "ins",
  "li",
  "nobr",
  "ol",
  "p",
  "q",
  "s",
  "small",
  "span",
  "strike",
  "strong",
  "sub",
  "sup",
  "tt",
  "u",
  "ul",
  "wbr",
};

/* windows-1252, 128 to 159. */
static const gunichar c1_characters[32] = {
  0x20ac,
  0x0081,
  0x201a,
  0x0192,
  0x201e,
  0x2026,
  0x2020,
  0x2021,
  0x02c6,
  0x2030,
  0x0160,
  0x2039,
  0x0152,
  0x008d,
  0x017d,
  0x008f,
  0x0090,
  0x2018,
  0x2019,
  0x201c,
  0x201d,
  0x2022,
  0x2013,
  0x2014,
  0x02dc,
  0x2122,
  0x0161,
  0x203a,
  0x0153,
  0x009d,
  0x017e,
  0x0178,
};

static gboolean
is_listed (const char *const *list,
           gsize n_list,
           const char *name,
           gsize length)
{
  for (gsize i = 0; i < n_list; i++)
    {
      if (strlen (list[i]) == length && g_ascii_strncasecmp (list[i], name, length) == 0)
        return TRUE;
    }

  return FALSE;
}

gboolean
sb_html_is_void (const char *element)
{
  return is_listed (void_elements, G_N_ELEMENTS (void_elements), element, strlen (element));
}

gunichar
sb_html_number_to_character (gint64 number)
{
  if (number >= 0x80 && number < 0xa0)
    return c1_characters[number - 0x80];
  if (number == '\t' || number == '\n' || number == '\r')
    return (gunichar) number;
  if (number < 0x20 || number > 0x10ffff || (number >= 0xd800 && number < 0xe000) ||
      (number & 0xfffe) == 0xfffe)
    return REPLACEMENT;

  return (gunichar) number;
}

void
sb_html_append_escaped (GString *out,
                        const char *text)
{
  const char *start = text;

  for (const char *p = text;; p++)
    {
      const char *escaped = NULL;

      if (*p == '&')
        escaped = "&amp;";
      else if (*p == '<')
        escaped = "&lt;";
      else if (*p == '>')
        escaped = "&gt;";
      else if (*p == '"')
        escaped = "&quot;";
      if (escaped == NULL && *p != '\0')
        continue;

      g_string_append_len (out, start, p - start);
      if (*p == '\0')
        break;
      g_string_append (out, escaped);
      start = p + 1;
    }
}

char *
sb_html_from_text (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean blank = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line == '\0')
        {
          blank = TRUE;
          continue;
        }
      if (out->len > 0)
        g_string_append (out, blank ? "<p>" : "<br>");
      sb_html_append_escaped (out, line);
      blank = FALSE;
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* The end of the tag or comment that starts at @p, or NULL when it is none. */
static const char *
skip_tag (const char *p,
          SbHtmlTags tags)
{
  const char *name = p[1] == '/' ? p + 2 : p + 1;
  const char *end = name;

  if (g_str_has_prefix (p, "<!--"))
    {
      end = g_strstr_len (p, MAX_LINE, "-->");
      return end != NULL ? end + 3 : NULL;
    }
  if (!g_ascii_isalpha (*name))
    return NULL;

  while (g_ascii_isalnum (*end))
    end++;
  if (tags == SB_HTML_USUAL_TAGS &&
      !is_listed (usual_elements, G_N_ELEMENTS (usual_elements), name, end - name))
    return NULL;

  end = strpbrk (end, "<>");
  return end != NULL && *end == '>' ? end + 1 : NULL;
}

const char *
sb_html_read_entity (const char *p,
                     gunichar *character)
{
  const char *name = p + 1;
  const char *end = name;

  if (*name == '#')
    {
      gboolean hex = name[1] == 'x' || name[1] == 'X';
      const char *digits = name + (hex ? 2 : 1);
      char *rest = NULL;

      if (!(hex ? g_ascii_isxdigit (*digits) : g_ascii_isdigit (*digits)))
        return NULL;
      *character = sb_html_number_to_character (
        (gint64) MIN (g_ascii_strtoull (digits, &rest, hex ? 16 : 10), G_MAXINT32));
      return *rest == ';' ? rest + 1 : rest;
    }

  while (g_ascii_isalnum (*end) && end - name < 12)
    end++;
  *character = *end == ';' ? sb_html_entity_lookup (name, end - name) : 0;

  return *character != 0 ? end + 1 : NULL;
}

gboolean
sb_html_is_likely (const char *text)
{
  gunichar character = 0;

  for (const char *p = strpbrk (text, "<&"); p != NULL; p = strpbrk (p + 1, "<&"))
    {
      if (*p == '<' && p[1] != '!' && skip_tag (p, SB_HTML_USUAL_TAGS) != NULL)
        return TRUE;
      if (*p == '&' && sb_html_read_entity (p, &character) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
append_character (GString *out,
                  gunichar character)
{
  /* Letters of windows-1252 that were taken for ISO 8859-1 on the way. */
  character = sb_html_number_to_character (character);
  if (g_unichar_isspace (character) && character != 0xa0 && character != 0x202f)
    {
      if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
      return;
    }

  g_string_append_unichar (out, character);
}

static char *
take_line (GString *out)
{
  g_autofree char *line = g_strchomp (g_string_free (out, FALSE));

  return *line != '\0' ? g_steal_pointer (&line) : NULL;
}

char *
sb_html_to_line (const char *html,
                 SbHtmlTags tags)
{
  GString *out = g_string_new (NULL);
  const char *p = html;

  while (*p != '\0' && p - html < MAX_LINE)
    {
      const char *end = NULL;
      gunichar character = 0;

      if (*p == '<')
        end = skip_tag (p, tags);
      else if (*p == '&')
        end = sb_html_read_entity (p, &character);

      if (end == NULL)
        {
          character = g_utf8_get_char (p);
          end = g_utf8_next_char (p);
        }
      if (character != 0)
        append_character (out, character);
      else if (g_ascii_strncasecmp (p, "<br", 3) == 0)
        append_character (out, ' ');
      p = end;
    }

  return take_line (out);
}

char *
sb_text_to_line (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0' && p - text < MAX_LINE; p = g_utf8_next_char (p))
    append_character (out, g_utf8_get_char (p));

  return take_line (out);
}
