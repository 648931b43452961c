/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-search-word-set.h"

#include <string.h>

#define N_SLOTS_FIRST 8192

/* An odd number whose bits are as if by chance: the golden ratio in 64 bits. */
#define MULTIPLIER G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)

SbWordSet *
_sb_word_set_new (void)
{
  SbWordSet *self = g_new0 (SbWordSet, 1);

  self->n_slots = N_SLOTS_FIRST;
  self->slots = g_new0 (SbMetWord, self->n_slots);
  self->letters = g_byte_array_new ();
  self->recent = g_new0 (SbRecentWord, SB_WORD_SET_N_RECENT);
  return self;
}

void
_sb_word_set_free (SbWordSet *self)
{
  g_free (self->slots);
  g_free (self->recent);
  g_byte_array_unref (self->letters);
  g_free (self);
}

/* Eight letters at a time. */
static inline guint32
hash_word (const char *word,
           gsize length)
{
  guint64 hash = length;
  guint64 letters;

  for (; length >= sizeof letters; length -= sizeof letters, word += sizeof letters)
    {
      memcpy (&letters, word, sizeof letters);
      hash = (hash ^ letters) * MULTIPLIER;
      hash ^= hash >> 32;
    }

  letters = 0;
  for (gsize i = 0; i < length; i++)
    letters = letters << 8 | (guchar) word[i];
  hash = (hash ^ letters) * MULTIPLIER;
  return (guint32) (hash >> 32);
}

/* The slot of a word, or the one where it is to be put. */
static inline SbMetWord *
find_slot (const SbWordSet *self,
           guint32 hash,
           const char *word,
           gsize length)
{
  guint32 position = hash;

  while (TRUE)
    {
      SbMetWord *slot = &self->slots[position & (self->n_slots - 1)];

      if (slot->n == 0 || (slot->hash == hash && slot->length == length &&
                           memcmp (_sb_word_set_get_letters (self, slot), word, length) == 0))
        return slot;
      position++;
    }
}

static void
grow (SbWordSet *self)
{
  g_autofree SbMetWord *old = g_steal_pointer (&self->slots);
  guint32 n_old = self->n_slots;

  self->n_slots *= 2;
  self->slots = g_new0 (SbMetWord, self->n_slots);
  for (guint32 i = 0; i < n_old; i++)
    if (old[i].n > 0)
      {
        guint32 position = old[i].hash;

        while (self->slots[position & (self->n_slots - 1)].n > 0)
          position++;
        self->slots[position & (self->n_slots - 1)] = old[i];
      }
}

static void
add (SbWordSet *self,
     const char *word,
     gsize length,
     guint n,
     guint languages)
{
  guint32 hash = hash_word (word, length);
  SbMetWord *slot = find_slot (self, hash, word, length);

  if (slot->n > 0)
    {
      slot->n += n;
      slot->languages |= (guint8) languages;
      return;
    }

  *slot = (SbMetWord) { hash, self->letters->len, n, (guint8) length, (guint8) languages };
  g_byte_array_append (self->letters, (const guint8 *) word, (guint) length);
  g_byte_array_append (self->letters, (const guint8 *) "", 1);
  if (++self->n_words > self->n_slots / 2)
    grow (self);
}

/* Puts a recent word among the others. */
static void
settle (SbWordSet *self,
        SbRecentWord *recent)
{
  if (recent->n > 0)
    add (self, (const char *) recent->letters, strnlen ((const char *) recent->letters, sizeof recent->letters), recent->n,
         recent->languages);
}

void
_sb_word_set_add (SbWordSet *self,
                  const char *word,
                  gsize length,
                  guint languages)
{
  guint64 letters[2] = { 0, 0 };
  SbRecentWord *recent;

  if (length > sizeof letters)
    {
      add (self, word, length, 1, languages);
      return;
    }

  memcpy (letters, word, length);
  recent = &self->recent[((letters[0] ^ letters[1] * 31) * MULTIPLIER) >> 32 & (SB_WORD_SET_N_RECENT - 1)];
  if (recent->letters[0] != letters[0] || recent->letters[1] != letters[1])
    {
      settle (self, recent);
      *recent = (SbRecentWord) { { letters[0], letters[1] }, 0, 0 };
    }

  recent->n++;
  recent->languages |= languages;
}

static void
settle_all (SbWordSet *self)
{
  for (guint i = 0; i < SB_WORD_SET_N_RECENT; i++)
    settle (self, &self->recent[i]);
}

void
_sb_word_set_add_all (SbWordSet *self,
                      SbWordSet *other)
{
  settle_all (other);
  for (guint32 i = 0; i < other->n_slots; i++)
    {
      const SbMetWord *word = &other->slots[i];

      if (word->n > 0)
        add (self, _sb_word_set_get_letters (other, word), word->length, word->n, word->languages);
    }
}

static int
compare_words (gconstpointer a,
               gconstpointer b,
               gpointer user_data)
{
  return strcmp (_sb_word_set_get_letters (user_data, a), _sb_word_set_get_letters (user_data, b));
}

void
_sb_word_set_sort (SbWordSet *self)
{
  guint32 n = 0;

  settle_all (self);
  for (guint32 i = 0; i < self->n_slots; i++)
    if (self->slots[i].n > 0)
      self->slots[n++] = self->slots[i];

  g_qsort_with_data (self->slots, (int) n, sizeof *self->slots, compare_words, self);
}
