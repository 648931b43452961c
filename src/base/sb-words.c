/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-base"

#include "config.h"

#include "sb-words.h"

#include <string.h>

#include "sb-text-private.h"

/* What stands before an apostrophe in French and is no word of its own. */
static const char *const elisions[] = {
  "c",
  "d",
  "j",
  "jusqu",
  "l",
  "lorsqu",
  "m",
  "n",
  "puisqu",
  "qu",
  "quoiqu",
  "s",
  "t",
};

void
sb_words_init (SbWords *self,
               const char *text,
               gsize n_bytes)
{
  g_return_if_fail (text != NULL || n_bytes == 0);

  self->word = self->buffer;
  self->length = 0;
  self->start = 0;
  self->end = 0;
  self->is_elided = FALSE;
  self->table = _sb_fold_get_table ();
  self->text = text;
  self->n_bytes = n_bytes;
  self->position = 0;
  self->rest[0] = '\0';
  self->rest_start = 0;
  self->buffer[0] = '\0';
  self->follows_apostrophe = FALSE;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == '`' || c == 0x00B4;
}

/* The character at the position, U+FFFD for bytes that are none, and its
 * length. */
static inline gunichar
read_character (SbWords *self,
                gsize *length)
{
  const char *p = self->text + self->position;
  guchar byte = (guchar) *p;
  gunichar c;

  *length = 1;
  if (byte < 0x80)
    return byte;

  /* The letters of French, by far the most of those that are left. */
  if ((byte & 0xE0) == 0xC0 && byte >= 0xC2 && self->position + 1 < self->n_bytes && ((guchar) p[1] & 0xC0) == 0x80)
    {
      *length = 2;
      return ((gunichar) (byte & 0x1F) << 6) | ((guchar) p[1] & 0x3F);
    }

  c = g_utf8_get_char_validated (p, (gssize) (self->n_bytes - self->position));
  /* A NUL among the bytes is told as an error as well. */
  if (c >= (gunichar) -2 || c == 0)
    return 0xFFFD;

  *length = (gsize) g_utf8_skip[byte];
  return c;
}

/* What @c becomes that is not looked up. */
static const char *
fold_rare_character (gunichar c,
                     char *buffer,
                     gsize size)
{
  /* As in the text of sb_fold(): after a letter. */
  g_autoptr (GString) out = g_string_new ("a");

  _sb_fold_append (out, c);
  g_strlcpy (buffer, out->str + 1, size);
  return buffer;
}

static inline const char *
fold_character (gunichar c,
                const char (*table)[4],
                char *buffer,
                gsize size)
{
  return c < SB_FOLD_TABLE_SIZE ? table[c] : fold_rare_character (c, buffer, size);
}

/* Adds the letters of @folded up to a space. Returns what follows the space,
 * NULL when there is none. */
static inline const char *
add_letters (SbWords *self,
             const char *folded)
{
  gsize n_letters = 0;

  while (folded[n_letters] != '\0' && folded[n_letters] != ' ')
    n_letters++;

  if (self->length + n_letters <= SB_WORD_MAX)
    {
      for (gsize i = 0; i < n_letters; i++)
        self->buffer[self->length + i] = folded[i];
      self->length += n_letters;
    }

  return folded[n_letters] == ' ' ? folded + n_letters + 1 : NULL;
}

static gboolean
is_elision (SbWords *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (elisions); i++)
    if (strcmp (self->buffer, elisions[i]) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
end_word (SbWords *self,
          gboolean before_apostrophe,
          gboolean follows_apostrophe)
{
  self->buffer[self->length] = '\0';
  self->is_elided = FALSE;
  if (before_apostrophe && self->length <= 6)
    self->is_elided = is_elision (self);
  else if (follows_apostrophe && self->length == 1)
    self->is_elided = self->buffer[0] == 's';
  self->follows_apostrophe = before_apostrophe;
  return TRUE;
}

/* An apostrophe is one only between two letters. */
static gboolean
is_before_letter (SbWords *self)
{
  gsize length;

  return self->position < self->n_bytes && g_unichar_isalnum (read_character (self, &length));
}

/* Whether an apostrophe stands within a name: behind a single consonant and before
 * another one, where no language elides ("N'Djamena", "M'Bera", which are
 * written "Ndjamena" and "Mbera" as well). French elides before vowels and h. */
static gboolean
is_within_name (SbWords *self)
{
  char buffer[sizeof self->rest];
  const char *next;
  gsize length;

  if (self->length != 1 || !g_ascii_islower (self->buffer[0]) || strchr ("aeiouy", self->buffer[0]) != NULL)
    return FALSE;

  next = fold_character (read_character (self, &length), self->table, buffer, sizeof buffer);
  return g_ascii_islower (next[0]) && strchr ("aeiouyh", next[0]) == NULL;
}

/* Begins a word with what is left of a character that is several words. Returns
 * whether one has ended. */
static gboolean
take_rest (SbWords *self)
{
  char folded[sizeof self->rest];
  const char *rest;

  memcpy (folded, self->rest, sizeof folded);
  self->start = self->rest_start;
  self->end = self->position;
  rest = add_letters (self, folded);
  g_strlcpy (self->rest, rest != NULL ? rest : "", sizeof self->rest);
  return rest != NULL && self->length > 0;
}

/* The same, past what is left without a letter. */
static gboolean
take_rests (SbWords *self)
{
  while (self->rest[0] != '\0' && self->length == 0)
    if (take_rest (self))
      return TRUE;

  return FALSE;
}

/* Adds the letters of ASCII at the position, which are most of most texts. */
static inline void
add_plain_letters (SbWords *self,
                   const char (*table)[4])
{
  gsize position = self->position;
  gsize length = self->length;

  if (length == 0)
    self->start = position;

  while (position < self->n_bytes)
    {
      guchar byte = (guchar) self->text[position];
      char folded;

      if (byte >= 0x80)
        break;
      folded = table[byte][0];
      if (folded == ' ' || folded == '\0')
        break;
      if (length < SB_WORD_MAX)
        self->buffer[length++] = folded;
      position++;
    }

  if (position > self->position)
    self->end = position;
  self->position = position;
  self->length = length;
}

/* Whether a word ends at the byte for certain, as most do: an apostrophe may stand
 * within one, and what is not of ASCII is several bytes. */
static inline gboolean
is_plain_end (guchar byte,
              const char (*table)[4])
{
  return byte < 0x80 && table[byte][0] == ' ' && byte != '\'' && byte != '`';
}

gboolean
sb_words_next (SbWords *self)
{
  const char (*table)[4] = self->table;
  gboolean follows_apostrophe = self->follows_apostrophe;
  char buffer[sizeof self->rest];

  self->length = 0;
  self->follows_apostrophe = FALSE;
  if (take_rests (self))
    return end_word (self, FALSE, FALSE);

  while (self->position < self->n_bytes)
    {
      const char *rest;
      gunichar c;
      gsize before;
      gsize size;
      gsize at;

      add_plain_letters (self, table);
      if (self->position >= self->n_bytes)
        break;

      at = self->position;
      if (is_plain_end ((guchar) self->text[at], table))
        {
          self->position++;
          if (self->length > 0)
            return end_word (self, FALSE, follows_apostrophe);
          follows_apostrophe = FALSE;
          continue;
        }

      before = self->length;
      c = read_character (self, &size);
      self->position += size;
      rest = add_letters (self, c == 0xFFFD ? "" : fold_character (c, table, buffer, sizeof buffer));
      if (before == 0 && self->length > 0)
        self->start = at;
      if (self->length > before)
        self->end = self->position;
      if (rest == NULL)
        continue;

      if (rest[0] != '\0')
        {
          g_strlcpy (self->rest, rest, sizeof self->rest);
          self->rest_start = at;
        }
      if (self->length > 0)
        {
          gboolean before_apostrophe = is_apostrophe (c) && is_before_letter (self);

          if (before_apostrophe && is_within_name (self))
            continue;
          return end_word (self, before_apostrophe, follows_apostrophe);
        }
      if (take_rests (self))
        return end_word (self, FALSE, FALSE);
      follows_apostrophe = FALSE;
    }

  return self->length > 0 && end_word (self, FALSE, follows_apostrophe);
}

char *
sb_words_join (const char *text)
{
  GString *joined;
  SbWords words;

  g_return_val_if_fail (text != NULL, NULL);

  joined = g_string_new (NULL);
  sb_words_init (&words, text, strlen (text));
  while (sb_words_next (&words))
    if (!words.is_elided)
      {
        if (joined->len > 0)
          g_string_append_c (joined, ' ');
        g_string_append_len (joined, words.word, (gssize) words.length);
      }

  return g_string_free (joined, FALSE);
}
