/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-search-snippet.h"

#include <string.h>

#include "sb-words.h"

/* Words of a snippet; of them, before the first hit. */
#define N_WORDS  26
#define N_BEFORE 4

/* Words in which hits are close enough to be shown together. */
#define PASSAGE (N_WORDS - N_BEFORE)

/* Words of a text that are looked at; once all that is sought was met, there are
 * so many more in which it may stand closer together. Of a passage that has all of
 * it, only the rest is read. */
#define WORDS_MAX 20000
#define N_MORE    60

/* A word without end has no place in a line; bytes. */
#define GAP_MAX  40
#define WORD_MAX 200

/* What most snippets fit into; bytes. */
#define SNIPPET_SIZE 320

/* A concept that is new in a passage is worth so many more hits. */
#define CONCEPT_WORTH 10

#define NO_CONCEPT G_MAXUINT16

/* Concepts that are told apart. */
#define N_CONCEPTS 64

typedef struct
{
  guint32 start;
  guint32 end;
  guint16 concept;
} Word;

typedef struct
{
  const SbSearchTerm *terms; /* (unowned) */
  guint n_terms;
  guint *n_found; /* (owned) of each term, how many words it is into */
  /* For each byte, how long the words of terms are that begin with it: as bits, from
   * one byte on. */
  guint64 lengths[256];
  /* (owned) a plain array: one that is asked to grow for each word costs more
   * than reading the word */
  Word *words;
  guint n_words;
  guint n_allocated;
  gboolean is_begun; /* a term of several words is */
  guint64 unseen; /* concepts that were not met yet, as bits */
  guint64 sought; /* all of them */
  guint last_met[N_CONCEPTS]; /* the last word of each concept that was met */
  gboolean is_whole; /* a passage has all of them */
  guint enough; /* words, once all were met */
} Reading;

/* The bit of a length; words are no longer than SB_WORD_MAX. */
static inline guint64
get_length_bit (gsize length)
{
  return G_GUINT64_CONSTANT (1) << MIN (length, SB_WORD_MAX);
}

static void
note_lengths (Reading *reading,
              const SbSearchTerm *term)
{
  for (guint i = 0; term->words[i] != NULL; i++)
    {
      guint64 bit = get_length_bit (strlen (term->words[i]));

      /* What begins so may go on. */
      reading->lengths[(guchar) term->words[i][0]] |= term->is_prefix ? ~(bit - 1) : bit;
    }
}

static void
prepare (Reading *reading)
{
  reading->enough = WORDS_MAX;
  for (guint i = 0; i < reading->n_terms; i++)
    if (reading->terms[i].concept != G_MAXUINT)
      {
        reading->sought |= G_GUINT64_CONSTANT (1) << reading->terms[i].concept % N_CONCEPTS;
        note_lengths (reading, &reading->terms[i]);
      }
  reading->unseen = reading->sought;
}

static gboolean
is_meant (const SbSearchTerm *term,
          const char *sought,
          const SbWords *words)
{
  gsize length = strlen (sought);

  if (sought[0] != words->word[0])
    return FALSE;

  if (term->is_prefix)
    return strncmp (words->word, sought, length) == 0;

  return length == words->length && memcmp (words->word, sought, length) == 0;
}

static gboolean
is_any_meant (const SbSearchTerm *term,
              const SbWords *words)
{
  for (guint i = 0; term->words[i] != NULL; i++)
    if (is_meant (term, term->words[i], words))
      return TRUE;

  return FALSE;
}

/* Whether all that is sought is in the passage that ends with the last word. */
static gboolean
has_all (const Reading *reading)
{
  for (guint i = 0; i < N_CONCEPTS; i++)
    if ((reading->sought >> i & 1) != 0 && reading->last_met[i] + PASSAGE < reading->n_words)
      return FALSE;

  return TRUE;
}

/* Notes that the last @n_words are a hit. */
static void
mark_hit (Reading *reading,
          const SbSearchTerm *term,
          guint n_words)
{
  guint bit = term->concept % N_CONCEPTS;

  reading->last_met[bit] = reading->n_words - 1;
  if ((reading->unseen >> bit & 1) != 0)
    {
      reading->unseen &= ~(G_GUINT64_CONSTANT (1) << bit);
      if (reading->unseen == 0)
        reading->enough = MIN (reading->enough, reading->n_words + N_MORE);
    }
  if (reading->unseen == 0 && !reading->is_whole && has_all (reading))
    {
      reading->is_whole = TRUE;
      reading->enough = MIN (reading->enough, reading->n_words + PASSAGE);
    }

  for (guint i = 0; i < n_words && i < reading->n_words; i++)
    reading->words[reading->n_words - 1 - i].concept = (guint16) MIN (term->concept, NO_CONCEPT - 1);
}

/* Goes on with all terms over the word that was just added. */
static void
look_at_word (Reading *reading,
              const SbWords *words)
{
  for (guint i = 0; i < reading->n_terms; i++)
    {
      const SbSearchTerm *term = &reading->terms[i];

      if (term->concept == G_MAXUINT)
        continue;

      if (term->is_any)
        {
          if (is_any_meant (term, words))
            mark_hit (reading, term, 1);
          continue;
        }

      if (is_meant (term, term->words[reading->n_found[i]], words))
        reading->n_found[i]++;
      else if (reading->n_found[i] > 0)
        reading->n_found[i] = is_meant (term, term->words[0], words);

      if (reading->n_found[i] > 0 && term->words[reading->n_found[i]] == NULL)
        {
          mark_hit (reading, term, reading->n_found[i]);
          reading->n_found[i] = 0;
        }
      reading->is_begun = reading->is_begun || reading->n_found[i] > 0;
    }
}

static void
forget_phrases (Reading *reading)
{
  for (guint i = 0; i < reading->n_terms; i++)
    reading->n_found[i] = 0;
  reading->is_begun = FALSE;
}

static inline void
add_word (Reading *reading,
          const Word *word)
{
  if (reading->n_words == reading->n_allocated)
    {
      reading->n_allocated = reading->n_allocated > 0 ? 2 * reading->n_allocated : 1024;
      reading->words = g_renew (Word, reading->words, reading->n_allocated);
    }

  reading->words[reading->n_words++] = *word;
}

static void
read_words (Reading *reading,
            const char *text)
{
  SbWords words;

  sb_words_init (&words, text, strlen (text));
  while (reading->n_words < reading->enough && sb_words_next (&words))
    {
      Word word = { (guint32) words.start, (guint32) words.end, NO_CONCEPT };

      add_word (reading, &word);
      if (words.is_elided)
        continue;

      if ((reading->lengths[(guchar) words.word[0]] & get_length_bit (words.length)) != 0)
        look_at_word (reading, &words);
      else if (reading->is_begun)
        forget_phrases (reading);
    }
}

/* What the words from @first on are worth. */
static guint
rate (Reading *reading,
      guint first)
{
  guint64 seen = 0;
  guint worth = 0;

  for (guint i = first; i < MIN (first + PASSAGE, reading->n_words); i++)
    {
      guint concept = reading->words[i].concept;

      if (concept == NO_CONCEPT)
        continue;

      worth++;
      if ((seen >> concept % N_CONCEPTS & 1) == 0)
        worth += CONCEPT_WORTH;
      seen |= G_GUINT64_CONSTANT (1) << concept % N_CONCEPTS;
    }

  return worth;
}

/* The first of two passages that are worth the same. */
static guint
find_best (Reading *reading)
{
  guint best = 0;
  guint worth = 0;

  for (guint i = 0; i < reading->n_words; i++)
    {
      guint candidate;

      if (reading->words[i].concept == NO_CONCEPT)
        continue;

      candidate = rate (reading, i);
      if (candidate > worth)
        {
          worth = candidate;
          best = i;
        }
    }

  return best;
}

/* As append_line(), for any characters. */
static guint
append_rough (GString *out,
              const char *text,
              gsize length,
              gsize max)
{
  g_autofree char *piece = g_utf8_make_valid (text, (gssize) length);
  gboolean after_space = out->len > 0 && out->str[out->len - 1] == ' ';
  gsize start = out->len;
  guint n = 0;

  for (const char *p = piece; *p != '\0' && out->len - start < max; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_space = g_unichar_isspace (c) || g_unichar_iscntrl (c);

      /* No-break spaces belong to the words. */
      if (is_space && c != 0xA0 && c != 0x202F)
        {
          if (!after_space)
            {
              g_string_append_c (out, ' ');
              n++;
            }
          after_space = TRUE;
          continue;
        }
      g_string_append_unichar (out, c);
      n++;
      after_space = FALSE;
    }

  return n;
}

/* Whether all of the piece is visible characters of ASCII. */
static gboolean
is_plain (const char *text,
          gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] <= ' ' || text[i] >= 0x7F)
      return FALSE;

  return TRUE;
}

/* Appends a piece of the text on one line; returns its length in characters. */
static guint
append_line (GString *out,
             const char *text,
             gsize length,
             gsize max)
{
  /* Most words and most of what stands between them. */
  if (length <= max && (is_plain (text, length) || (length == 1 && text[0] == ' ' && out->len > 0 && out->str[out->len - 1] != ' ')))
    {
      g_string_append_len (out, text, (gssize) length);
      return (guint) length;
    }

  return append_rough (out, text, length, max);
}

/* How much of what follows the last word still belongs to it. */
static gsize
measure_tail (const char *text,
              gsize from)
{
  gsize length = 0;

  while (length < GAP_MAX && text[from + length] != '\0' && strchr (".,;:!?)’”»", text[from + length]) != NULL)
    length++;

  return length;
}

static void
write_snippet (Reading *reading,
               SbSearchResult *result,
               const char *text,
               guint first)
{
  GString *out = g_string_sized_new (SNIPPET_SIZE);
  guint last = MIN (first + N_WORDS, reading->n_words);
  guint n = 0;

  if (first > 0)
    {
      g_string_append (out, "… ");
      n = 2;
    }

  for (guint i = first; i < last; i++)
    {
      const Word *word = &reading->words[i];
      SbSearchMark mark;

      if (i > first)
        {
          guint32 gap = reading->words[i - 1].end;

          n += append_line (out, text + gap, word->start - gap, GAP_MAX);
        }
      mark.start = n;
      n += append_line (out, text + word->start, word->end - word->start, WORD_MAX);
      mark.end = n;
      if (word->concept != NO_CONCEPT)
        g_array_append_val (result->marks, mark);
    }

  if (last == reading->n_words && last > first)
    {
      guint32 end = reading->words[last - 1].end;

      append_line (out, text + end, measure_tail (text, end), GAP_MAX);
    }
  else if (last < reading->n_words)
    g_string_append (out, " …");

  result->snippet = g_string_free (out, FALSE);
}

void
_sb_search_snippet_fill (SbSearchResult *result,
                         const GArray *terms,
                         const char *text)
{
  Reading reading = { 0 };
  guint best;

  reading.terms = (const SbSearchTerm *) (gconstpointer) terms->data;
  reading.n_terms = terms->len;
  reading.n_found = g_new0 (guint, MAX (terms->len, 1));
  prepare (&reading);
  read_words (&reading, text);
  best = find_best (&reading);
  write_snippet (&reading, result, text, best > N_BEFORE ? best - N_BEFORE : 0);

  g_free (reading.words);
  g_free (reading.n_found);
}
