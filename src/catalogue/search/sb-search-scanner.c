/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-search-scanner.h"

#include <string.h>

#include "sb-text.h"

/* Of what was typed, at most so many characters are told. */
#define SOURCE_MAX 40

static const struct
{
  const char *name;
  SbSearchOperator op;
} operators[] = {
  { "AND", SB_SEARCH_OPERATOR_AND },
  { "ET", SB_SEARCH_OPERATOR_AND },
  { "OR", SB_SEARCH_OPERATOR_OR },
  { "OU", SB_SEARCH_OPERATOR_OR },
  { "NOT", SB_SEARCH_OPERATOR_NOT },
  { "SAUF", SB_SEARCH_OPERATOR_NOT },
};

static const struct
{
  const char *name; /* folded */
  SbSearchField field;
} fields[] = {
  { "actor", SB_SEARCH_FIELD_ACTOR },
  { "acteur", SB_SEARCH_FIELD_ACTOR },
  { "place", SB_SEARCH_FIELD_PLACE },
  { "lieu", SB_SEARCH_FIELD_PLACE },
  { "source", SB_SEARCH_FIELD_SOURCE },
  { "kind", SB_SEARCH_FIELD_KIND },
  { "type", SB_SEARCH_FIELD_KIND },
  { "lang", SB_SEARCH_FIELD_LANGUAGE },
  { "langue", SB_SEARCH_FIELD_LANGUAGE },
  { "language", SB_SEARCH_FIELD_LANGUAGE },
  { "since", SB_SEARCH_FIELD_SINCE },
  { "depuis", SB_SEARCH_FIELD_SINCE },
  { "until", SB_SEARCH_FIELD_UNTIL },
  { "jusqu", SB_SEARCH_FIELD_UNTIL },
  { "jusque", SB_SEARCH_FIELD_UNTIL },
};

/* Says what is wrong from @start on. */
gpointer
_sb_search_scanner_fail (SbSearchScanner *self,
                         SbSearchError code,
                         const char *start,
                         GError **error)
{
  g_autofree char *rest = g_strndup (start, (gsize) (self->end - start));

  g_strstrip (rest);
  if (g_utf8_strlen (rest, -1) > SOURCE_MAX)
    {
      g_autofree char *cut = g_utf8_substring (rest, 0, SOURCE_MAX);
      g_autofree char *message = g_strconcat (cut, "…", NULL);

      g_set_error_literal (error, SB_SEARCH_ERROR, code, message);
    }
  else
    g_set_error_literal (error, SB_SEARCH_ERROR, code, rest);

  return NULL;
}

gunichar
_sb_search_scanner_peek (SbSearchScanner *self)
{
  return self->position < self->end ? g_utf8_get_char (self->position) : 0;
}

void
_sb_search_scanner_skip_space (SbSearchScanner *self)
{
  while (g_unichar_isspace (_sb_search_scanner_peek (self)))
    self->position = g_utf8_next_char (self->position);
}

/* The mark that closes what @c opens; 0 when it opens nothing. */
static gunichar
get_closing (gunichar c)
{
  switch (c)
    {
    case '"':
      return '"';
    case 0x201C: /* “ */
      return 0x201D;
    case 0x201E: /* „ */
      return 0x201C;
    case 0x00AB: /* « */
      return 0x00BB;
    default:
      return 0;
    }
}

gboolean
_sb_search_scanner_is_quoted (SbSearchScanner *self)
{
  return get_closing (_sb_search_scanner_peek (self)) != 0;
}

static gboolean
ends_word (gunichar c)
{
  return c == 0 || c == '(' || c == ')' || c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0x00AB ||
         c == 0x00BB || g_unichar_isspace (c);
}

/* The end of the word at @from. */
const char *
_sb_search_scanner_find_word_end (SbSearchScanner *self,
                                  const char *from)
{
  while (from < self->end && !ends_word (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);

  return from;
}

SbSearchOperator
_sb_search_scanner_peek_operator (SbSearchScanner *self,
                                  const char **end)
{
  const char *start = self->position;
  gsize length;

  *end = _sb_search_scanner_find_word_end (self, start);
  length = (gsize) (*end - start);
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (strlen (operators[i].name) == length && memcmp (operators[i].name, start, length) == 0)
      return operators[i].op;

  /* A dash alone is punctuation; before a word it is a NOT. */
  if (length > 1 && *start == '-')
    *end = start + 1;
  else if (length == 1 && *start == '-' && *end < self->end && !g_unichar_isspace (g_utf8_get_char (*end)))
    *end = start + 1;
  else
    return SB_SEARCH_OPERATOR_NONE;

  return SB_SEARCH_OPERATOR_NOT;
}

/* Reads the text between quotation marks, the first of which is at the
 * position. */
gboolean
_sb_search_scanner_read_quoted (SbSearchScanner *self,
                                const char **start,
                                const char **end,
                                GError **error)
{
  const char *opening = self->position;
  gunichar closing = get_closing (_sb_search_scanner_peek (self));

  self->position = g_utf8_next_char (self->position);
  *start = self->position;
  while (self->position < self->end && _sb_search_scanner_peek (self) != closing)
    self->position = g_utf8_next_char (self->position);

  if (self->position >= self->end)
    {
      _sb_search_scanner_fail (self, SB_SEARCH_ERROR_QUOTE, opening, error);
      return FALSE;
    }

  *end = self->position;
  self->position = g_utf8_next_char (self->position);
  return TRUE;
}

gboolean
_sb_search_scanner_find_field (const char *start,
                               const char *end,
                               SbSearchField *field)
{
  g_autofree char *name = g_strndup (start, (gsize) (end - start));
  g_autofree char *folded = sb_fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].name, folded))
      {
        *field = fields[i].field;
        return TRUE;
      }

  return FALSE;
}

const char *
_sb_search_scanner_skip_letters (SbSearchScanner *self,
                                 const char *from)
{
  while (from < self->end && g_unichar_isalpha (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);

  return from;
}

static gboolean
is_apostrophe (SbSearchScanner *self,
               const char *p)
{
  return p < self->end && (*p == '\'' || g_utf8_get_char (p) == 0x2019);
}

/* The colon behind the name of a field: letters alone, and no address. In French
 * a space stands before it, which is one only behind a name that there is: other
 * text has colons as well. */
const char *
_sb_search_scanner_find_colon (SbSearchScanner *self)
{
  const char *name_end = _sb_search_scanner_skip_letters (self, self->position);
  const char *p = name_end;
  SbSearchField field;
  gboolean is_field = _sb_search_scanner_find_field (self->position, name_end, &field);

  /* "jusqu’à" */
  if (is_field && field == SB_SEARCH_FIELD_UNTIL && is_apostrophe (self, p))
    p = _sb_search_scanner_skip_letters (self, g_utf8_next_char (p));

  while (is_field && p < self->end && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  if (p == self->position || p >= self->end || *p != ':')
    return NULL;

  return self->end - p > 2 && p[1] == '/' && p[2] == '/' ? NULL : p;
}

/* The values of a field: one phrase, or words with commas between them. */
GStrv
_sb_search_scanner_read_values (SbSearchScanner *self,
                                GError **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  const char *start = self->position;
  const char *end;

  if (_sb_search_scanner_is_quoted (self))
    {
      if (!_sb_search_scanner_read_quoted (self, &start, &end, error))
        return NULL;
      g_ptr_array_add (values, g_strstrip (g_strndup (start, (gsize) (end - start))));
    }
  else
    {
      g_autofree char *text = NULL;
      g_auto (GStrv) parts = NULL;

      end = _sb_search_scanner_find_word_end (self, start);
      self->position = end;
      text = g_strndup (start, (gsize) (end - start));
      parts = g_strsplit (text, ",", -1);
      for (guint i = 0; parts[i] != NULL; i++)
        if (parts[i][0] != '\0')
          g_ptr_array_add (values, g_strdup (parts[i]));
    }

  g_ptr_array_add (values, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&values), FALSE);
}
