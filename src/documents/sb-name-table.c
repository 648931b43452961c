/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-name-table.h"

#include <string.h>

#include "sb-text-private.h"
#include "sb-word-hash.h"

/* The first words of names, as bits that fit into the cache next to the processor:
 * most words of a text are in no name, and end here. */
#define FIRST_BITS 18

/* The beginning of a name, or a whole one. */
typedef struct
{
  guint64 hash; /* of its words; 0 for an empty slot */
  guint name; /* that ends here; SB_NAME_NONE for none */
  guint goes_on; /* whether longer names begin so */
} Slot;

G_STATIC_ASSERT (sizeof (Slot) == 16);

/* A word of the text. */
typedef struct
{
  guint64 hash; /* 0 when there is none */
  const guchar *start; /* its first letter */
  const guchar *stop; /* where its last one ends */
  const guchar *behind; /* where to go on reading */
} Word;

struct _SbNameTable
{
  gatomicrefcount ref_count;
  Slot *slots; /* (owned) open addressing, a power of two */
  guint64 mask;
  guint *same; /* (owned) by name: the one before it at its slot */
  guint n_names;
  guint64 first[(1 << FIRST_BITS) / 64];
};

/* What a character does to a word: up to three letters, none, or its end. */
typedef struct
{
  guint64 keys[3];
  guint8 n_keys;
  gboolean ends_word;
} Folded;

static guint64 ascii_keys[256]; /* 0 for what is no letter or digit of ASCII */
static Folded folded_characters[SB_FOLD_TABLE_SIZE];

static void
prepare_keys (void)
{
  static gsize ready;
  const char (*table)[4];

  if (!g_once_init_enter (&ready))
    return;

  table = _sb_fold_get_table ();
  for (guint c = 0; c < SB_FOLD_TABLE_SIZE; c++)
    {
      Folded *folded = &folded_characters[c];

      folded->ends_word = strchr (table[c], ' ') != NULL;
      for (guint i = 0; table[c][i] != '\0' && !folded->ends_word; i++)
        folded->keys[folded->n_keys++] = _sb_word_hash_make_key ((guchar) table[c][i]);
      if (c < 0x80 && folded->n_keys == 1)
        ascii_keys[c] = folded->keys[0];
    }
  g_once_init_leave (&ready, 1);
}

/* A character that is not looked up. What it becomes is added letter by letter;
 * if that is more than one word, it ends this one. */
static gboolean
read_rare (const guchar *position,
           const guchar *end,
           gsize *length,
           guint64 *hash)
{
  gunichar c = g_utf8_get_char_validated ((const char *) position, end - position);
  g_autoptr (GString) out = NULL;

  *length = 1;
  /* Bytes that are no character are skipped, as sb_fold() does. */
  if (c >= (gunichar) -2 || c == 0)
    return c != 0;

  *length = (gsize) g_utf8_skip[*position];
  out = g_string_new ("a");
  _sb_fold_append (out, c);
  if (strchr (out->str, ' ') != NULL)
    return FALSE;

  for (gsize i = 1; i < out->len; i++)
    *hash = _sb_word_hash_add (*hash, _sb_word_hash_make_key ((guchar) out->str[i]));
  return TRUE;
}

/* Goes over a character beyond ASCII. FALSE when it ends the word. */
static inline gboolean
read_character (const guchar *position,
                const guchar *end,
                gsize *length,
                guint64 *hash)
{
  guchar byte = *position;

  /* The letters of French, by far the most of those that are left. */
  if (byte >= 0xC2 && byte <= 0xC5 && position + 1 < end && (position[1] & 0xC0) == 0x80)
    {
      const Folded *folded = &folded_characters[(byte & 0x1F) << 6 | (position[1] & 0x3F)];

      *length = 2;
      for (guint i = 0; i < folded->n_keys; i++)
        *hash = _sb_word_hash_add (*hash, folded->keys[i]);
      return !folded->ends_word;
    }

  /* The apostrophes, dashes and spaces of typography, but the marks of U+2000 to
   * U+203F that are nothing. */
  if (byte == 0xE2 && position + 2 < end && position[1] == 0x80 && (position[2] & 0xC0) == 0x80 &&
      !(position[2] >= 0x8B && position[2] <= 0x8F) && !(position[2] >= 0xAA && position[2] <= 0xAE))
    {
      *length = 3;
      return FALSE;
    }

  return read_rare (position, end, length, hash);
}

/* Reads the word that begins at @p or after it. */
static inline void
read_word (const guchar *p,
           const guchar *end,
           Word *word)
{
  const guchar *start = NULL, *stop = NULL;
  guint64 hash = 0, key;

  for (;;)
    {
      guint64 before;
      gsize length = 1;
      gboolean goes_on = FALSE;

      if (hash == 0)
        {
          while (p < end && *p < 0x80 && ascii_keys[*p] == 0)
            p++;
          start = p;
        }
      while (p < end && (key = ascii_keys[*p]) != 0)
        {
          hash = _sb_word_hash_add (hash, key);
          stop = ++p;
        }
      if (p >= end)
        break;

      before = hash;
      if (*p >= 0x80)
        goes_on = read_character (p, end, &length, &hash);
      if (hash != before)
        stop = p + length;
      p += length;
      if (!goes_on && hash != 0)
        break;
    }

  word->hash = hash;
  word->start = start;
  word->stop = stop;
  word->behind = p;
}

static const Slot *
find_slot (const SbNameTable *self,
           guint64 hash)
{
  guint64 i = hash & self->mask;

  while (self->slots[i].hash != 0 && self->slots[i].hash != hash)
    i = (i + 1) & self->mask;

  return &self->slots[i];
}

static inline guint
get_first_bit (guint64 hash)
{
  return (guint) (hash >> (64 - FIRST_BITS));
}

/* The hashes of the first word of @name, of the first two, and so on. */
static guint
hash_prefixes (const char *name,
               guint64 hashes[SB_NAME_MAX_WORDS + 1])
{
  const guchar *end = (const guchar *) name + strlen (name);
  Word word = { .behind = (const guchar *) name };
  guint64 hash = 0;
  guint n_words = 0;

  while (n_words <= SB_NAME_MAX_WORDS)
    {
      read_word (word.behind, end, &word);
      if (word.hash == 0)
        break;
      hashes[n_words++] = hash = _sb_word_hash_join (hash, word.hash);
    }

  return n_words;
}

static void
add_name (SbNameTable *self,
          const guint64 *hashes,
          guint n_words,
          guint name)
{
  guint bit = get_first_bit (hashes[0]);

  self->first[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
  for (guint i = 0; i < n_words; i++)
    {
      Slot *slot = (Slot *) find_slot (self, hashes[i]);

      if (slot->hash == 0)
        {
          slot->hash = hashes[i];
          slot->name = SB_NAME_NONE;
        }
      if (i + 1 < n_words)
        {
          slot->goes_on = TRUE;
          continue;
        }
      self->same[name] = slot->name;
      slot->name = name;
    }
}

SbNameTable *
sb_name_table_new (const char *const *names,
                   guint n_names)
{
  SbNameTable *self;
  g_autoptr (GArray) hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autofree guint8 *n_words = g_new0 (guint8, n_names + 1);
  const guint64 *next;
  guint64 size = 64;

  g_return_val_if_fail (names != NULL || n_names == 0, NULL);

  prepare_keys ();
  for (guint i = 0; i < n_names; i++)
    {
      guint64 prefixes[SB_NAME_MAX_WORDS + 1];
      guint n = hash_prefixes (names[i], prefixes);

      if (n > SB_NAME_MAX_WORDS)
        continue;
      n_words[i] = (guint8) n;
      g_array_append_vals (hashes, prefixes, n);
    }
  while (size < (guint64) hashes->len * 2)
    size *= 2;

  self = g_new0 (SbNameTable, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->slots = g_new0 (Slot, size);
  self->mask = size - 1;
  self->same = g_new (guint, n_names + 1);
  self->n_names = n_names;

  next = (const guint64 *) (gpointer) hashes->data;
  for (guint i = 0; i < n_names; i++)
    {
      self->same[i] = SB_NAME_NONE;
      if (n_words[i] > 0)
        add_name (self, next, n_words[i], i);
      next += n_words[i];
    }

  return self;
}

SbNameTable *
sb_name_table_ref (SbNameTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sb_name_table_unref (SbNameTable *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->slots);
  g_free (self->same);
  g_free (self);
}

guint
sb_name_table_get_same (const SbNameTable *self,
                        guint name)
{
  g_return_val_if_fail (self != NULL && name < self->n_names, SB_NAME_NONE);

  return self->same[name];
}

guint
sb_name_table_find (const SbNameTable *self,
                    const char *text)
{
  guint64 prefixes[SB_NAME_MAX_WORDS + 1];
  const Slot *slot;
  guint n_words;

  g_return_val_if_fail (self != NULL && text != NULL, SB_NAME_NONE);

  n_words = hash_prefixes (text, prefixes);
  if (n_words == 0 || n_words > SB_NAME_MAX_WORDS)
    return SB_NAME_NONE;

  slot = find_slot (self, prefixes[n_words - 1]);
  return slot->hash != 0 ? slot->name : SB_NAME_NONE;
}

gboolean
_sb_name_table_may_begin (const SbNameTable *self,
                          guint64 word)
{
  guint bit = get_first_bit (_sb_word_hash_join (0, word));

  return (self->first[bit / 64] >> (bit % 64) & 1) != 0;
}

gboolean
_sb_name_table_step (const SbNameTable *self,
                     guint64 word,
                     SbNameStep *step)
{
  const Slot *slot;

  step->hash = _sb_word_hash_join (step->hash, word);
  slot = find_slot (self, step->hash);
  step->name = slot->hash != 0 ? slot->name : SB_NAME_NONE;
  step->goes_on = slot->hash != 0 && slot->goes_on;
  return slot->hash != 0;
}

gboolean
_sb_name_table_step_over (const SbNameTable *self,
                          const char *text,
                          gsize n_bytes,
                          SbNameStep *step)
{
  const guchar *end = (const guchar *) text + n_bytes;
  Word word = { .behind = (const guchar *) text };

  for (;;)
    {
      read_word (word.behind, end, &word);
      if (word.hash == 0)
        return TRUE;
      if (!_sb_name_table_step (self, word.hash, step))
        return FALSE;
    }
}

void
sb_name_scan_init (SbNameScan *self,
                   const SbNameTable *table,
                   const char *text,
                   gsize n_bytes)
{
  g_return_if_fail (table != NULL);
  g_return_if_fail (text != NULL || n_bytes == 0);

  self->table = table;
  self->text = (const guchar *) text;
  self->position = self->text;
  self->end = self->text + n_bytes;
}

/* Follows the words behind @first as long as names go on with them. Returns the
 * longest name, %SB_NAME_NONE for none; @last is its last word, and @second the
 * word behind the first where that was read. */
static inline guint
follow (const SbNameScan *self,
        const Word *first,
        guint64 hash,
        Word *second,
        Word *last)
{
  const Slot *slot = find_slot (self->table, hash);
  Word word = *first;
  guint best = SB_NAME_NONE;

  second->behind = NULL;
  while (slot->hash != 0)
    {
      if (slot->name != SB_NAME_NONE)
        {
          best = slot->name;
          *last = word;
        }
      if (!slot->goes_on)
        break;
      read_word (word.behind, self->end, &word);
      if (second->behind == NULL)
        *second = word;
      if (word.hash == 0)
        break;
      hash = _sb_word_hash_join (hash, word.hash);
      slot = find_slot (self->table, hash);
    }

  return best;
}

gboolean
sb_name_scan_next (SbNameScan *self,
                   SbNameMatch *match)
{
  Word word;

  g_return_val_if_fail (match != NULL, FALSE);

  read_word (self->position, self->end, &word);
  while (word.hash != 0)
    {
      guint64 hash = _sb_word_hash_join (0, word.hash);
      guint bit = get_first_bit (hash);
      Word second, last;
      guint name;

      if ((self->table->first[bit / 64] >> (bit % 64) & 1) == 0)
        {
          read_word (word.behind, self->end, &word);
          continue;
        }

      name = follow (self, &word, hash, &second, &last);
      if (name != SB_NAME_NONE)
        {
          self->position = last.behind;
          match->start = (gsize) (word.start - self->text);
          match->end = (gsize) (last.stop - self->text);
          match->name = name;
          return TRUE;
        }

      /* What was read already need not be read again. */
      if (second.behind != NULL)
        word = second;
      else
        read_word (word.behind, self->end, &word);
    }

  self->position = self->end;
  return FALSE;
}
