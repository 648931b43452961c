/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-text-line.h"

#include <string.h>

#define TAB_WIDTH 4

static const char *const bullets[] = { "- ", "* ", "+ ", "• ", "‣ ", "◦ ", "▪ ", "● ", "· ", "– ", "∙ ", " ", "§ " };

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0xfeff || c == 0x200b;
}

/* The end of @p without the white space there. */
static gsize
trimmed_length (const char *p,
                gsize length)
{
  while (length > 0)
    {
      const char *last = g_utf8_find_prev_char (p, p + length);

      if (last == NULL || !is_space (g_utf8_get_char (last)))
        break;
      length = (gsize) (last - p);
    }
  return length;
}

static const char *
skip_indent (const char *p,
             const char *end,
             guint *indent)
{
  *indent = 0;
  while (p < end && is_space (g_utf8_get_char (p)))
    {
      *indent += *p == '\t' ? TAB_WIDTH : 1;
      p = g_utf8_next_char (p);
    }
  return p;
}

static gboolean
is_rule (const char *text)
{
  gsize n = strspn (text, "-=*_ ");

  return n >= 3 && text[n] == '\0' && strchr ("-=*_", *text) != NULL;
}

/* "Introduction<tab>5", "Conclusion ..... 14": words, a leader, a page. */
static gboolean
is_contents_entry (const char *text)
{
  gsize n = strlen (text);
  gsize n_digits = 0;
  gsize n_leader = 0;

  while (n > 0 && g_ascii_isdigit (text[n - 1]) && n_digits < 5)
    {
      n--;
      n_digits++;
    }
  if (n_digits == 0 || n_digits > 4)
    return FALSE;
  if (n > 0 && text[n - 1] == '\t')
    return n > 1;
  while (n > 0 && (text[n - 1] == '.' || text[n - 1] == ' ' || text[n - 1] == '_'))
    {
      n--;
      n_leader++;
    }
  return n > 0 && n_leader >= 4;
}

/* The text after "12) " or "3. ", or NULL. */
static const char *
skip_number (const char *text)
{
  gsize n = strspn (text, "0123456789");

  if (n == 0 || n > 2 || (text[n] != ')' && text[n] != '.') || text[n + 1] != ' ')
    return NULL;
  return text + n + 2;
}

static void
set_text (SbTextLine *line,
          SbTextLineKind kind,
          const char *text)
{
  char *copy = g_strdup (text);

  g_free (line->text);
  line->text = g_strchug (copy);
  line->kind = kind;
}

static void
classify_line (SbTextLine *line)
{
  gsize n_marks = strspn (line->text, "#");

  if (*line->text == '\0')
    line->kind = SB_TEXT_LINE_BLANK;
  else if (is_rule (line->text))
    {
      line->kind = SB_TEXT_LINE_RULE;
      line->mark = *line->text;
    }
  else if (n_marks >= 1 && n_marks <= 6 && line->text[n_marks] == ' ')
    {
      line->level = (guint) n_marks;
      set_text (line, SB_TEXT_LINE_HEADING, line->text + n_marks);
    }
  else if (g_str_has_prefix (line->text, "> "))
    set_text (line, SB_TEXT_LINE_QUOTE, line->text + 2);
  else if (is_contents_entry (line->text))
    line->kind = SB_TEXT_LINE_CONTENTS;
  else if (skip_number (line->text) != NULL)
    line->kind = SB_TEXT_LINE_NUMBERED;
  for (guint i = 0; i < G_N_ELEMENTS (bullets) && line->kind == SB_TEXT_LINE_PROSE; i++)
    if (g_str_has_prefix (line->text, bullets[i]))
      set_text (line, SB_TEXT_LINE_ITEM, line->text + strlen (bullets[i]));
}

static void
append_line (GArray *lines,
             const char *p,
             const char *end)
{
  SbTextLine line = { .kind = SB_TEXT_LINE_PROSE };

  p = skip_indent (p, end, &line.indent);
  line.text = g_strndup (p, trimmed_length (p, (gsize) (end - p)));
  classify_line (&line);
  line.length = (guint) g_utf8_strlen (line.text, -1);
  g_array_append_val (lines, line);
}

static void
clear_line (gpointer data)
{
  SbTextLine *line = data;

  g_free (line->text);
}

GArray *
_sb_text_split_lines (const char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (SbTextLine));
  const char *p = text;

  g_array_set_clear_func (lines, clear_line);
  while (*p != '\0')
    {
      gsize n = strcspn (p, "\r\n\f\v");

      append_line (lines, p, p + n);
      p += n;
      if (*p == '\f' || *p == '\v')
        append_line (lines, p, p);
      if (*p == '\r' && p[1] == '\n')
        p++;
      if (*p != '\0')
        p++;
    }
  return lines;
}

gboolean
_sb_text_is_closed (const char *text)
{
  const char *p = text + strlen (text);

  while (p > text)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == 0x2026 || c == 0x061f || c == 0x3002)
        return TRUE;
      if (!is_space (c) && c != '"' && c != '\'' && c != ')' && c != ']' && c != '*' && c != 0x00bb &&
          c != 0x201d && c != 0x2019)
        return FALSE;
    }
  return FALSE;
}

gboolean
_sb_text_starts_lower (const char *text)
{
  return g_unichar_islower (g_utf8_get_char (text));
}
