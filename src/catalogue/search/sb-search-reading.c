/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-search-reading.h"

#include <string.h>

#include "sb-words.h"

/* Eight bytes that are 1. */
#define ONES G_GUINT64_CONSTANT (0x0101010101010101)

/* A stretch of a text that is in one language. */
typedef struct
{
  const char *text; /* (unowned) of the stretch, not ended by NUL */
  gsize n_bytes;
  SbTextMark mark;
} Stretch;

static void
record_clear (gpointer data)
{
  SbReadRecord *record = data;

  _sb_search_text_clear (&record->text);
  if (record->title != NULL)
    g_string_free (record->title, TRUE);
  if (record->body != NULL)
    g_string_free (record->body, TRUE);
}

SbSearchReading *
_sb_search_reading_new (void)
{
  SbSearchReading *self = g_new0 (SbSearchReading, 1);

  self->records = g_array_new (FALSE, TRUE, sizeof (SbReadRecord));
  g_array_set_clear_func (self->records, record_clear);
  self->words = _sb_word_set_new ();
  return self;
}

void
_sb_search_reading_free (SbSearchReading *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->records);
  _sb_word_set_free (self->words);
  g_free (self);
}

void
_sb_search_reading_take (SbSearchReading *self,
                         SbSearchText *text)
{
  SbReadRecord record = { .text = *text, .languages = text->languages };

  *text = (SbSearchText) { 0 };
  g_array_append_val (self->records, record);
}

/* As bits: the languages whose stems the words have. */
static guint
get_languages (SbTextMark mark)
{
  switch (mark)
    {
    case SB_TEXT_FRENCH:
      return 1u << SB_LANGUAGE_FR;

    case SB_TEXT_ENGLISH:
      return 1u << SB_LANGUAGE_EN;

    case SB_TEXT_ANY:
      return 1u << SB_LANGUAGE_FR | 1u << SB_LANGUAGE_EN;

    case SB_TEXT_NAMES:
    default:
      return 0;
    }
}

/* Appends the words of @stretch to @out; returns how many. */
static guint
read_stretch (SbSearchReading *self,
              const Stretch *stretch,
              GString *out)
{
  guint languages = get_languages (stretch->mark);
  guint n_words = 0;
  SbWords words;

  sb_words_init (&words, stretch->text, stretch->n_bytes);
  while (sb_words_next (&words))
    {
      if (words.is_elided)
        continue;

      _sb_word_set_add (self->words, words.word, words.length, languages);
      g_string_append_c (out, (char) words.length);
      g_string_append_len (out, words.word, (gssize) words.length);
      n_words++;
    }

  return n_words;
}

/* Where the next mark is, or the end. Eight bytes at a time: a byte is below five
 * when taking five from it borrows (Warren, "Hacker's Delight", 6-1); what is told
 * wrongly is looked at once more. */
static gsize
find_mark (const char *text,
           gsize from,
           gsize n_bytes)
{
  while (from < n_bytes)
    {
      guint64 bytes;

      if (n_bytes - from >= sizeof bytes)
        {
          memcpy (&bytes, text + from, sizeof bytes);
          if (((bytes - ONES * (SB_TEXT_ANY + 1)) & ~bytes & ONES * 0x80) == 0)
            {
              from += sizeof bytes;
              continue;
            }
        }

      for (gsize i = 0; i < sizeof bytes && from < n_bytes; i++, from++)
        if ((guchar) text[from] <= SB_TEXT_ANY && text[from] != '\0')
          return from;
    }

  return n_bytes;
}

/* The words of @text, added to @n_words. */
static GString *
read_text (SbSearchReading *self,
           const GString *text,
           guint *n_words)
{
  GString *out = g_string_sized_new (text->len);
  SbTextMark mark = SB_TEXT_NAMES;
  gsize start = 0;

  while (start < text->len)
    {
      gsize end = find_mark (text->str, start, text->len);
      Stretch stretch = { text->str + start, end - start, mark };

      *n_words += read_stretch (self, &stretch, out);
      if (end < text->len)
        mark = (SbTextMark) text->str[end];
      start = end + 1;
    }

  return out;
}

void
_sb_search_reading_run (SbSearchReading *self)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      SbReadRecord *record = &g_array_index (self->records, SbReadRecord, i);

      record->title = read_text (self, record->text.title, &record->n_words);
      record->body = read_text (self, record->text.body, &record->n_words);
      _sb_search_text_clear (&record->text);
    }
}
