/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-hyphenator.h"

#include <hyphen.h>
#include <string.h>

/* Letters that a word must have to be broken at all, and that must stay before
 * and be carried over after a hyphen. */
#define MIN_LETTERS 6
#define MIN_BEFORE  2
#define MIN_AFTER   3
#define MAX_LETTERS 60

struct _SbHyphenator
{
  HyphenDict *dict; /* (owned) (nullable) */
};

static const char *const files[SB_N_LANGUAGES] = {
  [SB_LANGUAGE_FR] = SB_HYPHEN_DIR "/hyph_fr.dic",
  [SB_LANGUAGE_EN] = SB_HYPHEN_DIR "/hyph_en_GB.dic",
};

SbHyphenator *
sb_hyphenator_new (SbLanguage language)
{
  SbHyphenator *self = g_new0 (SbHyphenator, 1);

  g_return_val_if_fail (language < SB_N_LANGUAGES, self);

  self->dict = hnj_hyphen_load (files[language]);

  return self;
}

void
sb_hyphenator_free (SbHyphenator *self)
{
  if (self->dict != NULL)
    hnj_hyphen_free (self->dict);
  g_free (self);
}

gboolean
sb_hyphenator_has_patterns (const SbHyphenator *self)
{
  return self->dict != NULL;
}

/* The bytes of each letter of @word in the encoding of the patterns: they are
 * UTF-8, or one byte a letter in an older file. NULL when @word cannot be
 * written in it. */
static char *
encode (const SbHyphenator *self,
        const char *word)
{
  if (self->dict->utf8)
    return g_strdup (word);

  return g_convert (word, -1, self->dict->cset, "UTF-8", NULL, NULL, NULL);
}

/* Where @word, of @n_letters letters and starting at @offset, may be broken. */
static void
find_in_word (const SbHyphenator *self,
              const char *word,
              guint n_letters,
              guint offset,
              GArray *places)
{
  g_autofree char *encoded = encode (self, word);
  /* What the library asks for: one byte a byte of the word, and five. */
  char hyphens[MAX_LETTERS * 6 + 5] = { 0 };
  char **rep = NULL;
  int *pos = NULL;
  int *cut = NULL;
  gsize length = encoded != NULL ? strlen (encoded) : 0;
  const char *at = word;

  if (length == 0 || length + 5 > sizeof hyphens ||
      hnj_hyphen_hyphenate2 (self->dict, encoded, (int) length, hyphens, NULL, &rep, &pos, &cut) != 0)
    return;

  /* A place where the spelling would change is no use to us. In the answer there
   * is one number a letter, odd where a hyphen may follow it. */
  for (guint i = 1; i < n_letters; i++)
    {
      at = g_utf8_next_char (at);
      if ((hyphens[i - 1] & 1) != 0 && (rep == NULL || rep[i - 1] == NULL) &&
          i >= MIN_BEFORE && n_letters - i >= MIN_AFTER)
        {
          guint place = offset + (guint) (at - word);

          g_array_append_val (places, place);
        }
    }

  for (guint i = 0; rep != NULL && i < length; i++)
    free (rep[i]);
  free (rep);
  free (pos);
  free (cut);
}

/* TRUE for a run of lower-case letters between characters that do not make it a
 * part of an address, a name or a number. */
static gboolean
is_plain_word (const char *text,
               const char *start,
               const char *end)
{
  gunichar before = start > text ? g_utf8_get_char (g_utf8_prev_char (start)) : ' ';
  gunichar after = *end != '\0' ? g_utf8_get_char (end) : ' ';

  if (strchr ("/@_0123456789", (int) MIN (before, 127)) != NULL || strchr ("/@_0123456789", (int) MIN (after, 127)) != NULL)
    return FALSE;
  if (after == '.' && g_unichar_isalnum (g_utf8_get_char (end + 1)))
    return FALSE;

  return before != '.';
}

GArray *
sb_hyphenator_find (const SbHyphenator *self,
                    const char *text)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *at = text;

  while (self->dict != NULL && *at != '\0')
    {
      const char *start = at;
      gboolean lower = TRUE;
      guint n_letters = 0;

      for (; g_unichar_isalpha (g_utf8_get_char (at)); at = g_utf8_next_char (at), n_letters++)
        lower = lower && g_unichar_islower (g_utf8_get_char (at));

      if (lower && n_letters >= MIN_LETTERS && n_letters <= MAX_LETTERS && is_plain_word (text, start, at))
        {
          g_autofree char *word = g_strndup (start, (gsize) (at - start));

          find_in_word (self, word, n_letters, (guint) (start - text), places);
        }
      if (*at != '\0')
        at = g_utf8_next_char (at);
    }

  return places;
}
