/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-text-lines-private.h"

#include "sb-rich-text-spans-private.h"

#include <string.h>

#define SOFT_HYPHEN 0xad
#define WORD_JOINER 0x2060

#define NO_BREAK_SPACE        0xa0
#define NARROW_NO_BREAK_SPACE 0x202f
#define EN_DASH               0x2013

static void
append_plain (GString *out,
              const char *text,
              gsize length)
{
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\n' || c == '\t')
        g_string_append_c (out, ' ');
      else if (c != SOFT_HYPHEN && c != WORD_JOINER && !g_unichar_iscntrl (c))
        g_string_append_unichar (out, c);
    }
}

char *
_sb_text_lines_dup_plain (const SbRichText *text)
{
  g_autoptr (GArray) spans = _sb_rich_text_list_spans (text);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const SbSpan *span = &g_array_index (spans, SbSpan, i);
      gboolean in_brackets = span->note > 0 || span->is_label;

      g_string_append (out, in_brackets ? "[" : "");
      append_plain (out, sb_rich_text_get_text (text) + span->start, span->end - span->start);
      g_string_append (out, in_brackets ? "]" : "");
    }

  return g_string_free (out, FALSE);
}

static guint
get_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? 2 : 1;
}

static guint
measure (const char *text,
         gsize length)
{
  guint width = 0;

  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    width += get_width (g_utf8_get_char (at));

  return width;
}

guint
_sb_text_lines_measure (const char *text)
{
  return measure (text, strlen (text));
}

/* Where a word may be cut that is too long for its column: behind a space that does not
 * break else, behind a dash, or before a mark. */
static gboolean
is_soft_spot (gunichar before,
              gunichar c)
{
  return before == NO_BREAK_SPACE || before == NARROW_NO_BREAK_SPACE || before == EN_DASH ||
         before == '-' || before == '/' || c == '[';
}

/* The bytes of @text that @width columns hold; at least one character. */
static gsize
find_cut (const char *text,
          gsize length,
          guint width)
{
  const char *at = text;
  const char *spot = NULL;
  gunichar before = 0;
  guint taken = 0;

  while (at < text + length)
    {
      gunichar c = g_utf8_get_char (at);

      taken += get_width (c);
      if (taken > width && at > text && !(c == NO_BREAK_SPACE || c == NARROW_NO_BREAK_SPACE))
        break;
      if (at > text && is_soft_spot (before, c))
        spot = at;
      before = c;
      at = g_utf8_next_char (at);
    }
  if (at < text + length && is_soft_spot (before, g_utf8_get_char (at)))
    spot = at;

  return (gsize) ((spot != NULL ? spot : at) - text);
}

typedef struct
{
  GPtrArray *lines; /* (element-type utf8) */
  GString *line;
  guint width;
  gboolean is_hard;
} Wrapping;

static void
end_line (Wrapping *self)
{
  /* A cut behind a space leaves that at the end. */
  while (g_str_has_suffix (self->line->str, "\302\240"))
    g_string_truncate (self->line, self->line->len - strlen ("\302\240"));
  while (g_str_has_suffix (self->line->str, "\342\200\257"))
    g_string_truncate (self->line, self->line->len - strlen ("\342\200\257"));
  g_ptr_array_add (self->lines, g_strdup (self->line->str));
  g_string_truncate (self->line, 0);
}

static void
add_word (Wrapping *self,
          const char *word,
          gsize length)
{
  if (self->line->len > 0 && measure (self->line->str, self->line->len) + 1 + measure (word, length) > self->width)
    end_line (self);
  while (self->is_hard && measure (word, length) > self->width)
    {
      gsize cut = find_cut (word, length, self->width);

      g_string_append_len (self->line, word, (gssize) cut);
      end_line (self);
      word += cut;
      length -= cut;
    }
  g_string_append (self->line, self->line->len > 0 ? " " : "");
  g_string_append_len (self->line, word, (gssize) length);
}

guint
_sb_text_lines_measure_longest (const char *text,
                                gboolean is_cut)
{
  guint longest = 0;
  guint width = 0;
  gunichar before = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == ' ' || (is_cut && is_soft_spot (before, c)))
        width = 0;
      width += c != ' ' ? get_width (c) : 0;
      longest = MAX (longest, width);
      before = c;
    }

  return longest;
}

GPtrArray *
_sb_text_lines_wrap (const char *text,
                     guint width,
                     gboolean is_hard)
{
  g_autoptr (GString) line = g_string_new (NULL);
  Wrapping self = { g_ptr_array_new_with_free_func (g_free), line, MAX (width, 1), is_hard };

  while (*text != '\0')
    {
      gsize length = strcspn (text, " ");

      if (length > 0)
        add_word (&self, text, length);
      text += length + strspn (text + length, " ");
    }
  if (line->len > 0 || self.lines->len == 0)
    end_line (&self);

  return self.lines;
}
