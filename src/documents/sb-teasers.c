/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-teasers.h"

#include "sb-block-list.h"

#include <string.h>

/* A block is a link when this share of its text is. */
#define MIN_COVER 0.75
/* So many linked headlines are a list of other articles. */
#define MIN_HEADLINES 3
/* A link in a row of them that is as long is a headline, in characters. */
#define MIN_HEADLINE 20
/* A page on which more than this share of the text would go is such a list
 * itself, and stays. */
#define MAX_SHARE 0.5
/* The longest sentence under a headline, and the longest lead to another
 * page; in bytes. */
#define MAX_SENTENCE 500
/* The share of such a lead that is link. */
#define MIN_LINKED 0.3
#define MAX_LEAD   260

/* What leads on to another page; in lower case. */
static const char *const leads[] = {
  "read also",
  "also read",
  "read more",
  "see also",
  "see more",
  "related",
  "more:",
  "read:",
  "watch:",
  "watch also",
  "don't miss",
  "don’t miss",
  "recommended",
  "lire ",
  "à lire",
  "a lire",
  "relire ",
  "à relire",
  "(re)lire",
  "voir aussi",
  "à voir aussi",
  "voir notre",
  "voir également",
  "écouter aussi",
  "à écouter",
  "retrouvez ",
  "notre dossier",
  "plus d'informations",
  "plus d’informations",
  "pour en savoir plus",
  "en savoir plus",
  "sur le même sujet",
  "pour aller plus loin",
  "auch lesen",
  "lesen sie auch",
  "lesen sie mehr",
  "mehr zum thema",
  "mehr dazu",
  "siehe auch",
  "lea también",
  "lea además",
  "lea más",
  "leer más",
  "leer también",
  "nota relacionada",
  "vea también",
  "le puede interesar",
  "mira también",
  "te puede interesar",
  "leia também",
  "leia mais",
  "leggi anche",
  "lees ook",
  "czytaj także",
  "zobacz także",
  "читайте также",
  "اقرأ أيض",
  "إقرأ أيض",
  "اقرأ المزيد",
  "most popular",
  "most read",
  "les plus lus",
  "trending",
};

static double
measure_cover (const SbBlock *block)
{
  guint n_spans;
  const SbSpan *spans = sb_block_get_spans (block, &n_spans);
  long length = g_utf8_strlen (sb_block_get_text (block), -1);
  long linked = 0;

  for (guint i = 0; i < n_spans; i++)
    if (spans[i].kind == SB_SPAN_LINK)
      linked += spans[i].end - spans[i].start;
  return length == 0 ? 0 : (double) linked / (double) length;
}

static gboolean
is_headline (const SbBlock *block)
{
  return sb_block_get_kind (block) == SB_BLOCK_HEADING && measure_cover (block) >= MIN_COVER;
}

/* Past arrows and brackets. */
static const char *
skip_signs (const char *text)
{
  while (*text != '\0' && *text != '(' && !g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static gboolean
is_lead (const SbBlock *block)
{
  const char *text = sb_block_get_text (block);
  g_autofree char *lower = NULL;

  if (strlen (text) > MAX_LEAD)
    return FALSE;
  lower = g_utf8_strdown (skip_signs (text), -1);
  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    {
      gsize n = strlen (leads[i]);

      if (strncmp (lower, leads[i], n) == 0 && (strlen (lower) <= n + 2 || measure_cover (block) > MIN_LINKED))
        return TRUE;
    }
  return FALSE;
}

/* Marks linked headlines and the sentence under each. */
static void
mark_headlines (GPtrArray *blocks,
                gboolean *marks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const SbBlock *next = i + 1 < blocks->len ? g_ptr_array_index (blocks, i + 1) : NULL;

      if (!is_headline (g_ptr_array_index (blocks, i)))
        continue;
      marks[i] = TRUE;
      if (next != NULL && sb_block_get_kind (next) == SB_BLOCK_PARAGRAPH &&
          strlen (sb_block_get_text (next)) <= MAX_SENTENCE &&
          (i + 2 >= blocks->len || is_headline (g_ptr_array_index (blocks, i + 2))))
        marks[i + 1] = TRUE;
    }
}

/* A paragraph of several links that are headlines, and of little else. */
static gboolean
is_link_row (const SbBlock *block)
{
  guint n_spans;
  guint n_headlines = 0;
  const SbSpan *spans = sb_block_get_spans (block, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    n_headlines += spans[i].kind == SB_SPAN_LINK && spans[i].end - spans[i].start >= MIN_HEADLINE ? 1 : 0;
  return n_headlines >= 2 && measure_cover (block) >= MIN_COVER;
}

/* Marks paragraphs that are nothing but links, two or more in a row or in the
 * same; one alone may be a source. */
static void
mark_link_rows (GPtrArray *blocks,
                gboolean *marks)
{
  for (guint i = 0; i < blocks->len; i++)
    marks[i] |= sb_block_get_kind (g_ptr_array_index (blocks, i)) == SB_BLOCK_PARAGRAPH && is_link_row (g_ptr_array_index (blocks, i));
  for (guint i = 0; i + 1 < blocks->len; i++)
    {
      const SbBlock *block = g_ptr_array_index (blocks, i);
      const SbBlock *next = g_ptr_array_index (blocks, i + 1);

      if (sb_block_get_kind (block) == SB_BLOCK_PARAGRAPH && sb_block_get_kind (next) == SB_BLOCK_PARAGRAPH &&
          measure_cover (block) >= MIN_COVER && measure_cover (next) >= MIN_COVER)
        marks[i] = marks[i + 1] = TRUE;
    }
}

static gboolean
is_acceptable (GPtrArray *blocks,
               const gboolean *marks)
{
  gsize dropped = 0;
  gsize all = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      gsize n = strlen (sb_block_get_text (g_ptr_array_index (blocks, i)));

      all += n;
      dropped += marks[i] ? n : 0;
    }
  return dropped <= all * MAX_SHARE;
}

void
_sb_drop_teasers (GPtrArray *blocks)
{
  g_autofree gboolean *marks = g_new0 (gboolean, blocks->len + 1);
  guint n_headlines = 0;

  for (guint i = 0; i < blocks->len; i++)
    n_headlines += is_headline (g_ptr_array_index (blocks, i)) ? 1 : 0;
  if (n_headlines >= MIN_HEADLINES)
    mark_headlines (blocks, marks);
  mark_link_rows (blocks, marks);
  for (guint i = 0; i < blocks->len; i++)
    marks[i] |= is_lead (g_ptr_array_index (blocks, i));
  if (is_acceptable (blocks, marks))
    _sb_remove_marked (blocks, marks);
}
