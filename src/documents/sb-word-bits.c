/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-word-bits.h"

#include <string.h>

#include "sb-word-hash.h"

#define FIRST_SIZE 64

SbWordBits *
_sb_word_bits_new (void)
{
  SbWordBits *self = g_new0 (SbWordBits, 1);

  self->slots = g_new0 (SbWordBitsSlot, FIRST_SIZE);
  self->mask = FIRST_SIZE - 1;
  return self;
}

void
_sb_word_bits_free (SbWordBits *self)
{
  g_free (self->slots);
  g_free (self);
}

static SbWordBitsSlot *
find_slot (SbWordBitsSlot *slots,
           guint64 mask,
           guint64 hash)
{
  guint64 i = (hash ^ hash >> 32) & mask;

  while (slots[i].bits != 0 && slots[i].hash != hash)
    i = (i + 1) & mask;

  return &slots[i];
}

static void
grow (SbWordBits *self)
{
  guint64 mask = self->mask * 2 + 1;
  SbWordBitsSlot *slots = g_new0 (SbWordBitsSlot, mask + 1);

  for (guint64 i = 0; i <= self->mask; i++)
    if (self->slots[i].bits != 0)
      *find_slot (slots, mask, self->slots[i].hash) = self->slots[i];

  g_free (self->slots);
  self->slots = slots;
  self->mask = mask;
}

void
_sb_word_bits_add (SbWordBits *self,
                   const char *word,
                   guint bits)
{
  _sb_word_bits_add_hash (self, _sb_word_hash (word, strlen (word)), bits);
}

void
_sb_word_bits_add_hash (SbWordBits *self,
                        guint64 hash,
                        guint bits)
{
  SbWordBitsSlot *slot;

  g_return_if_fail (bits != 0);

  /* At most a quarter full: most words of a text are not there, and end at the first
   * slot. */
  if ((guint64) self->n_words * 4 > self->mask)
    grow (self);
  slot = find_slot (self->slots, self->mask, hash);
  self->n_words += slot->bits == 0;
  slot->hash = hash;
  slot->bits |= bits;
}
