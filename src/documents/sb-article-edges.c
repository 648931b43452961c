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
/* The head ends with so many longer blocks: a lead, the caption of a picture. */
#define MAX_LONG 2
/* How many dates a line may hold: of publishing and of changes. */
#define MAX_DATES 3

/* What is said around such dates; in lower case. */
static const char *const date_words[] = {
  "published", "publishing", "posted", "updated", "modified", "last", "first", "created", "date", "on", "at", "by",
  "publié", "publiée", "posté", "mis", "mise", "jour", "modifié", "modifiée", "le", "à", "a", "la", "par", "créé", "dernière",
  "mise", "heure", "date", "von", "erstellt", "geändert", "veröffentlicht", "aktualisiert", "stand", "am", "um", "uhr", "publicado", "actualizado",
  "atualizado", "el", "las", "às", "em", "pm", "gmt", "utc", "est", "edt", "pst", "pdt", "ist", "bst", "cet", "h", "et", "mon",
  "tue", "wed", "thu", "fri", "sat", "sun", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "monday",
  "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "p", "m", NULL
};

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

/* How many letters @text has besides words that stand around dates. */
static gsize
count_other_letters (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  gsize n_letters = 0;

  for (const char *p = lower; *p != '\0';)
    {
      const char *end = p;
      g_autofree char *word = NULL;

      while (g_unichar_isalpha (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      word = g_strndup (p, (gsize) (end - p));
      n_letters += g_strv_contains (date_words, word) ? 0 : strlen (word);
      p = *end == '\0' ? end : g_utf8_next_char (end);
    }
  return n_letters;
}

/* "Publié le 2 nov. 2023 à 16:00Mis à jour le 2 nov. 2023 à 16:16" */
static gboolean
is_date_label (const char *text)
{
  g_autofree char *rest = g_strdup (text);
  guint n_dates = 0;

  for (; n_dates < MAX_DATES; n_dates++)
    {
      g_autofree char *date = _sb_find_date (rest, SB_DATE_ORDER_DAY_FIRST);
      g_autofree char *whole = date == NULL ? NULL : rest;

      if (date == NULL)
        break;
      rest = _sb_cut_date (whole);
    }
  return n_dates > 0 && count_other_letters (rest) <= MAX_REST;
}

/* "Par Awa Diarra, publié le 2 octobre, mis à jour le 3": dates that the name
 * is left between. */
static gboolean
is_signed_date_label (const char *text,
                      const char *byline)
{
  g_auto (GStrv) names = byline == NULL ? NULL : g_strsplit (byline, ", ", -1);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      const char *found = *names[i] == '\0' ? NULL : strstr (text, names[i]);
      g_autofree char *before = found == NULL ? NULL : g_strndup (text, (gsize) (found - text));
      g_autofree char *rest = found == NULL ? NULL : g_strconcat (before, " ", found + strlen (names[i]), NULL);

      if (rest != NULL && is_date_label (rest))
        return TRUE;
    }
  return FALSE;
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
         repeats_byline (text, key, extraction->site) ||
         is_date_label (text) || is_signed_date_label (text, extraction->byline);
}

/* A lead may come again as the first paragraph, or as its beginning. */
static void
drop_repeated_lead (GPtrArray *blocks,
                    guint n_lead)
{
  for (guint i = 0; i < MIN (blocks->len, n_lead); i++)
    {
      g_autofree char *key = dup_key (sb_block_get_text (g_ptr_array_index (blocks, i)));

      for (guint j = i + 1; j < MIN (blocks->len, MAX_HEAD) && strlen (key) > MAX_REST; j++)
        {
          g_autofree char *other = dup_key (sb_block_get_text (g_ptr_array_index (blocks, j)));

          if (!g_str_has_prefix (other, key))
            continue;
          g_ptr_array_remove_index (blocks, i);
          return;
        }
    }
}

void
_sb_trim_article (SbExtraction *extraction,
                  guint n_lead)
{
  GPtrArray *blocks = extraction->blocks;
  guint n_seen = 0;
  guint n_long = 0;

  drop_repeated_lead (blocks, n_lead);
  for (guint i = 0; i < blocks->len && n_seen < MAX_HEAD && n_long < MAX_LONG; n_seen++)
    {
      const SbBlock *block = g_ptr_array_index (blocks, i);
      gboolean is_long = strlen (sb_block_get_text (block)) > MAX_LABEL;

      n_long += is_long ? 1 : 0;
      if (!is_long && is_furniture (extraction, block))
        g_ptr_array_remove_index (blocks, i);
      else
        i++;
    }
  while (blocks->len > 1 &&
         sb_block_get_kind (g_ptr_array_index (blocks, blocks->len - 1)) == SB_BLOCK_HEADING)
    g_ptr_array_set_size (blocks, (int) blocks->len - 1);
}
