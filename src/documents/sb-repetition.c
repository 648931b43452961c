/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-repetition.h"

#include "sb-block.h"

#include <string.h>

/* A paragraph of this many letters and digits does not come twice by chance. */
#define MIN_LETTERS 60

/* Said so often, a shorter block is dropped too. */
#define MIN_REFRAIN         3
#define MAX_REFRAIN_LETTERS 120

/* The least that counts as a part of a block that holds several paragraphs,
 * and the least of such a block. It also is a fifth of the whole text. */
#define MIN_PART_LETTERS         30
#define MIN_CONGLOMERATE_LETTERS 1000

typedef struct
{
  char *key; /* (owned) letters and digits only */
  guint n_letters;
  gboolean is_repeated; /* an earlier block has the same key */
  gboolean is_dropped;
  gboolean is_refrain; /* said for the third time or more: the caption of many pictures */
} Entry;

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->key);
}

static char *
dup_key (const char *text,
         guint *n_letters)
{
  GString *key = g_string_new (NULL);

  *n_letters = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c))
        continue;
      g_string_append_unichar (key, g_unichar_tolower (c));
      (*n_letters)++;
    }
  return g_string_free (key, FALSE);
}

static GArray *
list_entries (GPtrArray *blocks)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal); /* key to times */

  g_array_set_clear_func (entries, clear_entry);
  for (guint i = 0; i < blocks->len; i++)
    {
      Entry entry = { 0 };
      guint n_times;

      entry.key = dup_key (sb_block_get_text (g_ptr_array_index (blocks, i)), &entry.n_letters);
      n_times = GPOINTER_TO_UINT (g_hash_table_lookup (seen, entry.key)) + 1;
      g_hash_table_insert (seen, entry.key, GUINT_TO_POINTER (n_times));
      entry.is_repeated = n_times > 1;
      entry.is_dropped = entry.is_repeated && entry.n_letters >= MIN_LETTERS;
      entry.is_refrain = n_times >= MIN_REFRAIN && entry.n_letters >= MIN_PART_LETTERS && entry.n_letters < MAX_REFRAIN_LETTERS;
      g_array_append_val (entries, entry);
    }
  return entries;
}

/* Short repeated blocks beside a dropped one belong to the same copy. */
static void
spread (GArray *entries)
{
  for (guint i = 1; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);

      entry->is_dropped |= entry->is_repeated && g_array_index (entries, Entry, i - 1).is_dropped;
    }
  for (guint i = entries->len; i-- > 1;)
    {
      Entry *entry = &g_array_index (entries, Entry, i - 1);

      entry->is_dropped |= entry->is_repeated && g_array_index (entries, Entry, i).is_dropped;
    }
}

/* Where the letter number @n of @text stands. */
static gsize
find_letter (const char *text,
             guint n)
{
  const char *p = text;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)) && n-- == 0)
      break;
  return (gsize) (p - text);
}

/* How many letters of the block @i come again in shorter blocks, and where
 * the first of them is found in it. */
static guint
count_covered (GArray *entries,
               guint i,
               guint *first)
{
  const Entry *whole = &g_array_index (entries, Entry, i);
  guint n = 0;

  *first = whole->n_letters;
  for (guint j = 0; j < entries->len; j++)
    {
      const Entry *part = &g_array_index (entries, Entry, j);
      const char *found;

      if (j == i || part->is_dropped || part->n_letters < MIN_PART_LETTERS || part->n_letters > whole->n_letters / 2 ||
          !(found = strstr (whole->key, part->key)))
        continue;
      n += part->n_letters;
      *first = MIN (*first, (guint) g_utf8_strlen (whole->key, found - whole->key));
    }
  return n;
}

/* A page copied by hand may hold the article as one long line and again in
 * paragraphs: of the line, only what comes before the first paragraph stays. */
static void
cut_conglomerate (GPtrArray *blocks,
                  GArray *entries,
                  guint i)
{
  SbBlock *block = g_ptr_array_index (blocks, i);
  Entry *entry = &g_array_index (entries, Entry, i);
  g_autofree char *rest = NULL;
  guint first;

  if (count_covered (entries, i, &first) < entry->n_letters / 2)
    return;
  rest = g_strndup (sb_block_get_text (block), find_letter (sb_block_get_text (block), first));
  while (*rest != '\0' && strchr (" \n\"'([*-", rest[strlen (rest) - 1]) != NULL)
    rest[strlen (rest) - 1] = '\0';
  entry->is_dropped = *rest == '\0';
  g_ptr_array_index (blocks, i) = sb_block_new (sb_block_get_kind (block), sb_block_get_level (block),
                                                sb_block_get_page (block), rest, NULL);
  sb_block_unref (block);
}

static void
cut_conglomerates (GPtrArray *blocks,
                   GArray *entries)
{
  guint n_letters = 0;

  for (guint i = 0; i < entries->len; i++)
    n_letters += g_array_index (entries, Entry, i).n_letters;
  for (guint i = 0; i < entries->len; i++)
    {
      guint n = g_array_index (entries, Entry, i).n_letters;

      if (n >= MIN_CONGLOMERATE_LETTERS && n > n_letters / 5)
        cut_conglomerate (blocks, entries, i);
    }
}

/* Keeps rows that are too short to be a copy; returns the letters of the
 * others. */
static guint
keep_short_rows (GArray *entries,
                 guint min_blocks)
{
  guint n_letters = 0;

  for (guint i = 0; i < entries->len;)
    {
      guint end = i;
      guint n = 0;

      for (; end < entries->len && g_array_index (entries, Entry, end).is_dropped; end++)
        n += g_array_index (entries, Entry, end).n_letters;
      for (guint j = i; j < end && end - i < min_blocks; j++)
        g_array_index (entries, Entry, j).is_dropped = FALSE;
      n_letters += end - i >= min_blocks ? n : 0;
      i = MAX (end, i + 1);
    }
  return n_letters;
}

void
_sb_drop_repetitions (GPtrArray *blocks,
                      guint min_blocks,
                      guint min_letters)
{
  g_autoptr (GArray) entries = list_entries (blocks);
  guint n_letters;

  spread (entries);
  n_letters = keep_short_rows (entries, min_blocks);
  if (n_letters >= min_letters)
    cut_conglomerates (blocks, entries);
  for (guint i = blocks->len; i-- > 0;)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if ((entry->is_dropped && n_letters >= min_letters) || entry->is_refrain)
        g_ptr_array_remove_index (blocks, i);
    }
}
