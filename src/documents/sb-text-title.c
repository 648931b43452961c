/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-text-title.h"

#include "sb-published-date.h"

#include <string.h>

/* How many blocks the head of a text may have. */
#define MAX_HEAD 24
/* Text that is prose and ends the head, and the longest title; in bytes. */
#define MIN_PROSE 260
#define MAX_TITLE 240
/* A title has this many words at least: fewer name a series or a section. */
#define MIN_TITLE_WORDS 5

static const char *const byline_marks[] = { "Par ", "By ", "PAR ", "BY ", "Auteur : ", "Author: ", "Auteur: " };

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \302\240\n\t'-", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += *words[i] != '\0' && g_unichar_isalnum (g_utf8_get_char_validated (words[i], -1)) ? 1 : 0;
  return n;
}

static gboolean
is_prose (const SbBlock *block)
{
  return sb_block_get_kind (block) == SB_BLOCK_LIST_ITEM || strlen (sb_block_get_text (block)) > MIN_PROSE;
}

/* The title that a block is, without the date that may stand in it; NULL for
 * what is no title. */
static char *
dup_title (const SbBlock *block)
{
  const char *text = sb_block_get_text (block);
  SbBlockKind kind = sb_block_get_kind (block);
  g_autofree char *title = NULL;

  if (kind == SB_BLOCK_TABLE || kind == SB_BLOCK_CODE || strlen (text) > MAX_TITLE || strchr (text, '|') != NULL || strchr (text, '@') != NULL ||
      _sb_has_month_and_year (text) || g_str_has_suffix (text, "."))
    return NULL;
  title = _sb_cut_date (text);
  g_strdelimit (g_strstrip (title), "\n", ' ');
  return count_words (title) >= MIN_TITLE_WORDS ? g_steal_pointer (&title) : NULL;
}

/* "Par Nom Prénom", of a few words. */
static char *
dup_byline (const SbBlock *block)
{
  const char *text = sb_block_get_text (block);

  for (guint i = 0; i < G_N_ELEMENTS (byline_marks); i++)
    if (g_str_has_prefix (text, byline_marks[i]) && strlen (text) < 80 && !g_str_has_suffix (text, "."))
      return g_strdup (text + strlen (byline_marks[i]));
  return NULL;
}

static void
promote (GPtrArray *blocks,
         guint i)
{
  SbBlock *old = g_ptr_array_index (blocks, i);
  SbBlock *heading = sb_block_new (SB_BLOCK_HEADING, 1, sb_block_get_page (old), sb_block_get_text (old), NULL);

  sb_block_unref (old);
  g_ptr_array_index (blocks, i) = heading;
}

void
_sb_find_text_title (SbExtraction *extraction)
{
  GPtrArray *blocks = extraction->blocks;

  for (guint i = 0; i < MIN (blocks->len, MAX_HEAD); i++)
    {
      const SbBlock *block = g_ptr_array_index (blocks, i);

      if (is_prose (block))
        return;
      if (extraction->date == NULL)
        extraction->date = _sb_find_date (sb_block_get_text (block), SB_DATE_ORDER_DAY_FIRST);
      if (extraction->byline == NULL)
        extraction->byline = dup_byline (block);
      if (extraction->title == NULL && (extraction->title = dup_title (block)))
        promote (blocks, i);
    }
}
