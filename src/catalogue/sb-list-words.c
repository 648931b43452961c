/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-list-words.h"

#include <string.h>

#include "sb-store-private.h"
#include "sb-words.h"

/* So many records that were found are looked at one by one; where there are more, a
 * page is soon found by going through the list. */
#define MAX_FOUND 5000

/* So many records that wait for being indexed are looked at as well; where there are
 * more, the index is too far behind. */
#define MAX_PENDING 1000

/* Words are common when so many of a sample of the events have them. */
#define SAMPLE   500
#define N_COMMON 5

/* Of shorter beginnings of words there are too many words (letters; the index has
 * one of its own for beginnings of three). */
#define MIN_LETTERS 3

/* Whether the query goes through all records of its kind, or nearly. */
static gboolean
is_wide (const SbQuery *query)
{
  switch (query->kind)
    {
    case SB_KIND_EVENT:
      return query->extract == 0 && query->document == 0 && query->place == 0 && query->actor == 0;

    case SB_KIND_CLAIM:
      return query->actor == 0 && (query->flags & SB_QUERY_DISPUTED) == 0;

    case SB_KIND_EXTRACT:
      return query->document == 0;

    case SB_KIND_DOCUMENT:
      return query->feed == 0;

    case SB_KIND_PLACE:
      return TRUE;

    default:
      return FALSE;
    }
}

/* Whether one of @words is long enough to be looked up. */
static gboolean
has_long_word (const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (g_utf8_strlen (list[i], -1) >= MIN_LETTERS)
      return TRUE;

  return FALSE;
}

/* An expression of FTS5 for titles, or for whole texts, with words that begin as
 * those of @words do, which are folded and apart by spaces. */
static char *
dup_match (const char *words,
           SbKind kind)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  /* The quotation of an extract is no title. */
  GString *out = g_string_new (kind == SB_KIND_EXTRACT ? "(" : "title : (");
  guint n_words = 0;

  /* Short ones are left to those who look at what was found. */
  for (guint i = 0; list[i] != NULL; i++)
    if (g_utf8_strlen (list[i], -1) >= MIN_LETTERS && strchr (list[i], '"') == NULL)
      g_string_append_printf (out, "%s\"%s\" *", n_words++ > 0 ? " AND " : "", list[i]);

  return g_string_free (g_string_append_c (out, ')'), FALSE);
}

/* The number that @statement counts, -1 on error. */
static gint64
count (SbStatement *statement,
       GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 n = -1;

  if (sb_statement_step (statement, &failure))
    n = sb_statement_get_int (statement, "n");
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return n;
}

static gint64
count_pending (SbStore *store,
               GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "search/count-waiting", error);

  if (statement == NULL)
    return -1;

  sb_statement_bind_int (statement, ":limit", MAX_PENDING + 1);
  return count (statement, error);
}

static gint64
count_in_sample (SbStore *store,
                 const SbQuery *query,
                 const char *words,
                 GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "count-events-with-words", error);
  int last_day = query->has_period ? query->last_day : SB_DATE_DAY_MAX;

  if (statement == NULL)
    return -1;

  sb_statement_bind_text (statement, ":text", words);
  sb_statement_bind_int (statement, ":last_day", query->has_as_of ? MIN (last_day, query->as_of) : last_day);
  sb_statement_bind_int (statement, ":sample", SAMPLE);
  return count (statement, error);
}

/* The ids as JSON; NULL when there are too many. */
static char *
read_found (SbStatement *statement,
            GError **error)
{
  g_autoptr (GString) out = g_string_new ("[");
  g_autoptr (GError) failure = NULL;
  guint n_found = 0;

  while (sb_statement_step (statement, &failure))
    g_string_append_printf (out, "%s%" G_GINT64_FORMAT, n_found++ > 0 ? "," : "", sb_statement_get_int (statement, "id"));

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  g_string_append_c (out, ']');
  return n_found <= MAX_FOUND ? g_strdup (out->str) : NULL;
}

char *
_sb_list_words_dup_found (SbStore *store,
                          const SbQuery *query,
                          GError **error)
{
  g_autofree char *words = query->text != NULL ? sb_words_join (query->text) : NULL;
  g_autofree char *match = NULL;
  g_autoptr (SbStatement) statement = NULL;
  gint64 n;

  if (words == NULL || !is_wide (query) || !has_long_word (words))
    return NULL;

  n = count_pending (store, error);
  if (n < 0 || n > MAX_PENDING)
    return NULL;

  if (query->kind == SB_KIND_EVENT && query->limit > 0)
    {
      n = count_in_sample (store, query, words, error);
      if (n < 0 || n >= N_COMMON)
        return NULL;
    }

  statement = _sb_store_query (store, "search/list-records", error);
  if (statement == NULL)
    return NULL;

  match = dup_match (words, query->kind);
  sb_statement_bind_text (statement, ":match", match);
  sb_statement_bind_text (statement, ":kind", sb_kind_get_name (query->kind));
  sb_statement_bind_int (statement, ":limit", MAX_FOUND + 1);
  return read_found (statement, error);
}
