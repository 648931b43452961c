/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-word-list.h"

#include <string.h>

struct _SbWordList
{
  GHashTable *words; /* (owned) (element-type utf8) lower case */
};

/* What French hangs on to a verb or a pronoun with a hyphen of its own. */
static const char *const clitics[] = {
  "je",
  "tu",
  "il",
  "ils",
  "elle",
  "elles",
  "on",
  "nous",
  "vous",
  "ce",
  "ci",
  "là",
  "t",
  "même",
  "mêmes",
  "moi",
  "toi",
  "lui",
  "leur",
  "le",
  "la",
  "les",
  "y",
  "en",
  "être",
  NULL,
};

/* First parts that keep their hyphen: no syllables of longer words. */
static const char *const first_parts[] = {
  "afro",
  "arabo",
  "avant",
  "arrière",
  "après",
  "cessez",
  "couvre",
  "demi",
  "ethno",
  "franco",
  "garde",
  "half",
  "islamo",
  "militaro",
  "non",
  "nord",
  "ouest",
  "politico",
  "primo",
  "porte",
  "quasi",
  "russo",
  "sahélo",
  "sahelo",
  "self",
  "semi",
  "socio",
  "sous",
  "sud",
  "turco",
  "vice",
  "well",
  NULL,
};

SbWordList *
_sb_word_list_new (void)
{
  SbWordList *self = g_new0 (SbWordList, 1);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
_sb_word_list_free (SbWordList *self)
{
  g_hash_table_unref (self->words);
  g_free (self);
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x00ad || c == 0x2011;
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || is_hyphen (c);
}

void
_sb_word_list_add (SbWordList *self,
                   const char *line)
{
  const char *p = line;

  while (*p != '\0')
    {
      const char *start = p;

      while (*p != '\0' && is_word_char (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p > start && !is_hyphen (g_utf8_get_char (g_utf8_prev_char (p))))
        g_hash_table_add (self->words, g_utf8_strdown (start, p - start));
      if (*p != '\0')
        p = g_utf8_next_char (p);
    }
}

static gboolean
has_word (const SbWordList *self,
          const char *word)
{
  return g_hash_table_contains (self->words, word);
}

/* TRUE when the hyphen between the two halves is only the line's. */
static gboolean
is_broken_word (const SbWordList *self,
                const char *before,
                const char *after)
{
  g_autofree char *joined = g_strconcat (before, after, NULL);
  g_autofree char *hyphened = g_strconcat (before, "-", after, NULL);

  if (has_word (self, joined))
    return TRUE;
  if (has_word (self, hyphened) || strchr (before, '-') != NULL || strchr (after, '-') != NULL)
    return FALSE;
  if (g_strv_contains (clitics, after) && has_word (self, before))
    return FALSE;
  if (g_strv_contains (first_parts, before))
    return FALSE;
  return !(has_word (self, before) && has_word (self, after) && strlen (before) > 3 && strlen (after) > 3);
}

/* The word at the end of @text without the hyphen after it, in lower case; NULL
 * when it does not end so. */
static char *
dup_last_word (const GString *text)
{
  const char *end = text->str + text->len;
  const char *hyphen = text->len == 0 ? NULL : g_utf8_prev_char (end);
  const char *start = hyphen;

  if (hyphen == NULL || !is_hyphen (g_utf8_get_char (hyphen)))
    return NULL;
  while (start > text->str && is_word_char (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  if (start == hyphen || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (hyphen))))
    return NULL;
  return g_utf8_strdown (start, hyphen - start);
}

static char *
dup_first_word (const char *text)
{
  const char *end = text;

  while (*end != '\0' && is_word_char (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return g_utf8_strdown (text, end - text);
}

void
_sb_word_list_join (const SbWordList *self,
                    GString *text,
                    const char *next)
{
  g_autofree char *before = dup_last_word (text);
  g_autofree char *after = dup_first_word (next);
  gboolean is_soft = g_str_has_suffix (text->str, "\302\255");

  if (before == NULL || *after == '\0')
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
    }
  else if (is_soft || (g_unichar_islower (g_utf8_get_char (next)) && is_broken_word (self, before, after)))
    g_string_truncate (text, (gsize) (g_utf8_prev_char (text->str + text->len) - text->str));
  g_string_append (text, next);
}
