/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-article-edges.h"

#include "sb-published-date.h"

#include <string.h>

/* How many blocks the head of an article may have. */
#define MAX_HEAD 10
/* Longer blocks are text; in bytes. */
#define MAX_LABEL 160
/* A date or a byline leaves no more than this many letters besides. */
#define MAX_REST 24

/* Letters and digits only, so that two spellings of a title meet. */
static char *
dup_key (const char *text)
{
  GString *key = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (key, g_unichar_tolower (g_utf8_get_char (p)));
  return g_string_free (key, FALSE);
}

static gboolean
repeats_title (const char *key,
               const char *title)
{
  g_autofree char *title_key = title == NULL ? NULL : dup_key (title);

  if (title_key == NULL || *key == '\0')
    return FALSE;
  return g_str_equal (key, title_key) ||
         (strlen (key) > 12 && (g_str_has_prefix (title_key, key) || g_str_has_prefix (key, title_key)) &&
          strlen (key) < strlen (title_key) + MAX_REST);
}

static gboolean
repeats_byline (const char *text,
                const char *key,
                const char *byline)
{
  g_auto (GStrv) names = byline == NULL ? NULL : g_strsplit (byline, ", ", -1);
  gsize rest = strlen (key);
  gboolean found = FALSE;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *name = dup_key (names[i]);

      if (*name == '\0' || strstr (key, name) == NULL)
        continue;
      found = TRUE;
      rest -= MIN (strlen (name), rest);
    }
  return found && rest <= MAX_REST + (strpbrk (text, "0123456789") != NULL ? MAX_REST / 2 : 0);
}

static gboolean
is_date_label (const char *text)
{
  g_autofree char *date = _sb_find_date (text, SB_DATE_ORDER_DAY_FIRST);
  g_autofree char *rest = date == NULL ? NULL : _sb_cut_date (text);

  return rest != NULL && strlen (rest) <= MAX_REST;
}

static gboolean
is_furniture (const SbExtraction *extraction,
              const SbBlock *block)
{
  const char *text = sb_block_get_text (block);
  g_autofree char *key = dup_key (text);

  if (sb_block_get_kind (block) == SB_BLOCK_FIGURE || sb_block_get_kind (block) == SB_BLOCK_TABLE)
    return FALSE;
  return repeats_title (key, extraction->title) || repeats_byline (text, key, extraction->byline) ||
         is_date_label (text);
}

void
_sb_trim_article (SbExtraction *extraction)
{
  GPtrArray *blocks = extraction->blocks;
  guint n_seen = 0;

  for (guint i = 0; i < blocks->len && n_seen < MAX_HEAD; n_seen++)
    {
      const SbBlock *block = g_ptr_array_index (blocks, i);

      if (strlen (sb_block_get_text (block)) > MAX_LABEL)
        break;
      if (is_furniture (extraction, block))
        g_ptr_array_remove_index (blocks, i);
      else
        i++;
    }
  while (blocks->len > 1 &&
         sb_block_get_kind (g_ptr_array_index (blocks, blocks->len - 1)) == SB_BLOCK_HEADING)
    g_ptr_array_set_size (blocks, (int) blocks->len - 1);
}
