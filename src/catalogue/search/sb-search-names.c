/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-search-names.h"

#include <string.h>

#include "sb-place.h"
#include "sb-search-stems.h"
#include "sb-words.h"

/* Names that stand for one: more make a search slow, and no actor has more
 * that matter. */
#define NAMES_MAX 12

static void
name_free (gpointer data)
{
  SbSearchName *name = data;

  g_strfreev (name->words);
  g_free (name->name);
  g_free (name);
}

/* Whether @words are in @name, which then is found by them anyway. */
static gboolean
has_words (const char *name,
           const char *words)
{
  g_autofree char *whole = g_strconcat (" ", name, " ", NULL);
  g_autofree char *part = g_strconcat (" ", words, " ", NULL);

  return strstr (whole, part) != NULL;
}

static GPtrArray *
read_names (SbStatement *statement,
            const char *words,
            GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (name_free);
  g_autoptr (GError) failure = NULL;

  while (sb_statement_step (statement, &failure))
    {
      const char *other = sb_statement_get_text (statement, "words");
      SbSearchName *name;

      if (names->len >= NAMES_MAX || _sb_stems_is_stop_word (other) || (words != NULL && has_words (other, words)))
        continue;

      name = g_new0 (SbSearchName, 1);
      name->words = g_strsplit (other, " ", -1);
      name->name = sb_statement_dup_text (statement, "name");
      g_ptr_array_add (names, name);
    }

  if (failure == NULL)
    return g_steal_pointer (&names);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GPtrArray *
_sb_search_names_list_others (SbStore *store,
                              const char *words,
                              GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "search/list-other-names", error);

  if (statement == NULL)
    return NULL;

  sb_statement_bind_text (statement, ":words", words);
  return read_names (statement, words, error);
}

GPtrArray *
_sb_search_names_list (SbStore *store,
                       gint64 record,
                       GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "search/list-names", error);

  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":record", record);
  return read_names (statement, NULL, error);
}

gboolean
_sb_search_names_find_all (SbStore *store,
                           const char *words,
                           GArray *ids,
                           GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "search/find-name", error);
  g_autoptr (GArray) found = NULL;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":words", words);
  found = _sb_store_read_ids (statement, error);
  if (found == NULL)
    return FALSE;

  g_array_append_vals (ids, found->data, found->len);
  return TRUE;
}

GArray *
_sb_search_names_find (SbStore *store,
                       SbKind kind,
                       const char *words,
                       GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "search/find-name", error);

  if (statement == NULL)
    return NULL;

  sb_statement_bind_text (statement, ":words", words);
  sb_statement_bind_text (statement, ":kind", sb_kind_get_name (kind));
  return _sb_store_read_ids (statement, error);
}

static gboolean
clear_names (SbStore *store,
             gint64 record,
             GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "search/clear-name", error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":record", record);
  return sb_statement_run (statement, error);
}

static gboolean
add_name (SbStore *store,
          gint64 record,
          const char *name,
          GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autofree char *words = name != NULL ? sb_words_join (name) : NULL;

  if (words == NULL || words[0] == '\0')
    return TRUE;

  statement = _sb_store_query (store, "search/add-name", error);
  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":record", record);
  sb_statement_bind_text (statement, ":words", words);
  sb_statement_bind_text (statement, ":name", name);
  return sb_statement_run (statement, error);
}

/* Other names, but for those that stand for other things as well. */
static gboolean
add_other_names (SbStore *store,
                 SbRecord *record,
                 guint list,
                 GError **error)
{
  for (guint i = 0; i < sb_record_get_n_items (record, list); i++)
    {
      SbRecord *item = sb_record_get_item (record, list, i);
      int name = sb_schema_find (sb_record_get_schema (item), "name");
      int kind = sb_schema_find (sb_record_get_schema (item), "kind");

      if (name < 0 || kind < 0 || sb_record_get_term (item, (guint) kind, SB_NAME_KIND_FULL) == SB_NAME_KIND_WEAK)
        continue;
      if (!add_name (store, sb_record_get_id (record), sb_record_get_text (item, (guint) name), error))
        return FALSE;
    }

  return TRUE;
}

gboolean
_sb_search_names_note (SbStore *store,
                       SbRecord *record,
                       GError **error)
{
  static const char *const lists[] = { "aliases", "names" };
  const SbSchema *schema = sb_record_get_schema (record);
  SbBilingual *name = sb_record_get_bilingual (record, (guint) schema->title);
  int short_name = sb_schema_find (schema, "short_name");

  if (!clear_names (store, sb_record_get_id (record), error))
    return FALSE;

  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    if (!add_name (store, sb_record_get_id (record), sb_bilingual_get (name, language), error))
      return FALSE;

  if (short_name >= 0 && !add_name (store, sb_record_get_id (record), sb_record_get_text (record, (guint) short_name), error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      int list = sb_schema_find (schema, lists[i]);

      if (list >= 0 && !add_other_names (store, record, (guint) list, error))
        return FALSE;
    }

  return TRUE;
}
