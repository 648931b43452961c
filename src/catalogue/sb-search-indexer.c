/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-search-indexer.h"

#include <sqlite3.h>

#include "sb-place.h"
#include "sb-search-rows.h"
#include "sb-search-text.h"
#include "sb-search.h"
#include "sb-transaction.h"
#include "sb-words.h"

/* Raised whenever the same record would be indexed otherwise than before: the
 * index is then made anew. */
#define FORMAT 1

/* Rows of no record may be as many as those of one, and these many at least,
 * before the index is made anew. */
#define DEAD_MIN 5000

/* The index is put in order when a tenth of it, and these many rows at least,
 * are new. */
#define UNMERGED_MIN 2000

/* Pages that are put in order at a time: some tens of milliseconds. */
#define MERGE_PAGES 500

/* Records in a transaction of sb_store_index(). */
#define N_RECORDS 10000

typedef struct
{
  gint64 format;
  gint64 next;
  gint64 unmerged;
  gint64 n_rows;
  gint64 n_live;
} State;

/* A record that waits. */
typedef struct
{
  gint64 id;
  gint64 key; /* of its new row */
  SbKind kind;
  gboolean has_day;
  int first_day;
  int last_day;
  const char *language; /* (nullable) a tag, interned */

  /* Of what was indexed. */
  guint n_words;
  guint languages; /* SbSearchLanguages */
} Pending;

static gboolean
run_query (SbStore *store,
           const char *name,
           GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, name, error);

  return statement != NULL && sb_statement_run (statement, error);
}

static gboolean
run_for_record (SbStore *store,
                const char *name,
                gint64 record,
                GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, name, error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":record", record);
  return sb_statement_run (statement, error);
}

static gboolean
read_state (SbStore *store,
            State *state,
            GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "get-search-state", error);
  g_autoptr (GError) failure = NULL;

  *state = (State) { 0 };
  if (statement == NULL)
    return FALSE;

  if (sb_statement_step (statement, &failure))
    {
      state->format = sb_statement_get_int (statement, "format");
      state->next = sb_statement_get_int (statement, "next");
      state->unmerged = sb_statement_get_int (statement, "unmerged");
      state->n_rows = sb_statement_get_int (statement, "n_rows");
      state->n_live = sb_statement_get_int (statement, "n_live");
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
write_state (SbStore *store,
             const State *state,
             GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "set-search-state", error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":format", state->format);
  sb_statement_bind_int (statement, ":next", state->next);
  sb_statement_bind_int (statement, ":unmerged", state->unmerged);
  return sb_statement_run (statement, error);
}

/* Empties the index and asks for all records to be indexed. */
static gboolean
begin_anew (SbStore *store,
            State *state,
            GError **error)
{
  *state = (State) { .format = FORMAT };
  return run_query (store, "empty-search", error) &&
         run_query (store, "empty-search-row", error) &&
         run_query (store, "empty-search-form", error) &&
         run_query (store, "await-search", error) &&
         write_state (store, state, error);
}

static int
read_day (SbStatement *statement,
          const char *column)
{
  return (int) CLAMP (sb_statement_get_int (statement, column), SB_DATE_DAY_MIN, SB_DATE_DAY_MAX);
}

/* (element-type Pending) */
static GArray *
list_pending (SbStore *store,
              guint limit,
              GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "list-search-pending", error);
  g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (Pending));
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;

  sb_statement_bind_int (statement, ":limit", limit);
  while (sb_statement_step (statement, &failure))
    {
      Pending pending = { .id = sb_statement_get_int (statement, "id") };

      pending.kind = sb_kind_parse (sb_statement_get_text (statement, "kind"));
      pending.has_day = !sb_statement_is_null (statement, "first_day");
      pending.first_day = pending.has_day ? read_day (statement, "first_day") : SB_DATE_DAY_MIN;
      pending.last_day = sb_statement_is_null (statement, "last_day") ? pending.first_day : read_day (statement, "last_day");
      pending.language = g_intern_string (sb_statement_get_text (statement, "language"));
      g_array_append_val (all, pending);
    }

  if (failure == NULL)
    return g_steal_pointer (&all);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* Of a time that is open at its beginning, the end is the day. */
static int
get_sort_day (const Pending *pending)
{
  return pending->first_day == SB_DATE_DAY_MIN ? pending->last_day : pending->first_day;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  gint64 first = ((const Pending *) a)->key;
  gint64 second = ((const Pending *) b)->key;

  return first < second ? -1 : first > second;
}

/* FTS5 writes out what it has gathered whenever a row comes before the one that
 * it was given last: all rows of a batch are given in the order of their keys. */
static void
give_keys (GArray *all,
           State *state)
{
  for (guint i = 0; i < all->len; i++)
    {
      Pending *pending = &g_array_index (all, Pending, i);

      pending->key = _sb_search_key_new (get_sort_day (pending), state->next++);
    }

  g_array_sort (all, compare_keys);
}

static gboolean
compose_document (SbStore *store,
                  const Pending *pending,
                  SbSearchText *text,
                  GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "get-search-document", error);
  g_autoptr (GError) failure = NULL;
  SbTextMark mark;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":id", pending->id);
  if (sb_statement_step (statement, &failure))
    {
      mark = _sb_search_text_note_language (text, sb_statement_get_text (statement, "language"));
      _sb_search_text_add_title (text, mark, sb_statement_get_text (statement, "title"));
      _sb_search_text_add_body (text, SB_TEXT_NAMES, sb_statement_get_text (statement, "byline"));
      _sb_search_text_add_body (text, SB_TEXT_NAMES, sb_statement_get_text (statement, "reference"));
      /* The lead is the beginning of the text, where there is one. */
      if (sb_statement_is_null (statement, "text"))
        _sb_search_text_add_body (text, mark, sb_statement_get_text (statement, "lead"));
      else
        _sb_search_text_add_body (text, mark, sb_statement_get_text (statement, "text"));
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
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

  statement = _sb_store_query (store, "add-search-name", error);
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

static gboolean
note_names (SbStore *store,
            SbRecord *record,
            GError **error)
{
  static const char *const lists[] = { "aliases", "names" };
  const SbSchema *schema = sb_record_get_schema (record);
  SbBilingual *name = sb_record_get_bilingual (record, (guint) schema->title);
  int short_name = sb_schema_find (schema, "short_name");

  if (!run_for_record (store, "clear-search-name", sb_record_get_id (record), error))
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

static SbRecord *
load_record (SbStore *store,
             const Pending *pending,
             gboolean *failed,
             GError **error)
{
  g_autoptr (GError) failure = NULL;
  SbRecord *record = sb_store_get (store, pending->kind, pending->id, &failure);

  *failed = failure != NULL;
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return record;
}

static gboolean
compose_record (SbStore *store,
                const Pending *pending,
                SbSearchText *text,
                GError **error)
{
  g_autoptr (SbRecord) record = NULL;
  gboolean failed;

  if (pending->kind == SB_KIND_DOCUMENT)
    return compose_document (store, pending, text, error);

  /* One without its fields is for the check to find. */
  record = load_record (store, pending, &failed, error);
  if (record != NULL)
    _sb_search_text_add_record (text, record, pending->language);
  return !failed;
}

static gboolean
add_text (SbStore *store,
          SbTokenizer *tokenizer,
          Pending *pending,
          GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "add-search", error);
  g_auto (SbSearchText) text = { 0 };

  if (statement == NULL)
    return FALSE;

  _sb_search_text_init (&text);
  if (!compose_record (store, pending, &text, error))
    return FALSE;

  sb_statement_bind_int (statement, ":key", pending->key);
  sb_statement_bind_text (statement, ":title", text.title->str);
  sb_statement_bind_text (statement, ":body", text.body->str);
  tokenizer->n_words = 0;
  if (!sb_statement_run (statement, error))
    return FALSE;

  pending->n_words = tokenizer->n_words;
  pending->languages = text.languages;
  return TRUE;
}

static gboolean
add_row (SbStore *store,
         const Pending *pending,
         GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "add-search-row", error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":key", pending->key);
  sb_statement_bind_int (statement, ":record", pending->id);
  sb_statement_bind_text (statement, ":kind", sb_kind_get_name (pending->kind));
  sb_statement_bind_int (statement, ":words", pending->n_words);
  sb_statement_bind_int (statement, ":languages", pending->languages);
  if (pending->has_day)
    {
      sb_statement_bind_int (statement, ":first_day", pending->first_day);
      sb_statement_bind_int (statement, ":last_day", pending->last_day);
    }
  return sb_statement_run (statement, error);
}

/* Writes down what the new row of the index is of. */
static gboolean
note_row (SbStore *store,
          const Pending *pending,
          GError **error)
{
  g_autoptr (SbRecord) record = NULL;
  gboolean failed = FALSE;

  if (pending->kind == SB_KIND_ACTOR || pending->kind == SB_KIND_PLACE)
    record = load_record (store, pending, &failed, error);
  if (failed || (record != NULL && !note_names (store, record, error)))
    return FALSE;

  return run_for_record (store, "drop-search-row", pending->id, error) &&
         add_row (store, pending, error) &&
         run_for_record (store, "remove-search-pending", pending->id, error);
}

/* Writes down of which words those that were read are forms. */
static gboolean
note_forms (SbStore *store,
            SbTokenizer *tokenizer,
            SbLanguage language,
            GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "add-search-form", error);
  GHashTableIter iter;
  gpointer word;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":language", sb_language_get_code (language));
  g_hash_table_iter_init (&iter, tokenizer->met[language]);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    {
      const char *stem = _sb_stems_get (tokenizer->stems, language, word);

      if (stem == NULL)
        continue;

      sb_statement_bind_text (statement, ":stem", stem);
      sb_statement_bind_text (statement, ":word", word);
      if (!sb_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
note_all (SbStore *store,
          SbTokenizer *tokenizer,
          GArray *all,
          GError **error)
{
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    if (!note_forms (store, tokenizer, language, error))
      return FALSE;

  for (guint i = 0; i < all->len; i++)
    if (!note_row (store, &g_array_index (all, Pending, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
add_texts (SbStore *store,
           SbTokenizer *tokenizer,
           GArray *all,
           GError **error)
{
  for (guint i = 0; i < all->len; i++)
    if (!add_text (store, tokenizer, &g_array_index (all, Pending, i), error))
      return FALSE;

  return TRUE;
}

/* All texts first, then all that is written down of them: a statement that
 * SQLite may have to take back opens a savepoint, at which FTS5 writes out what
 * it has gathered, and gathering is what makes it fast. */
static gboolean
index_some (SbStore *store,
            State *state,
            GArray *all,
            GError **error)
{
  SbTokenizer *tokenizer = _sb_tokenizer_get (store->connection, error);

  gboolean success;

  if (tokenizer == NULL)
    return FALSE;

  give_keys (all, state);
  _sb_tokenizer_begin_meeting (tokenizer);
  success = add_texts (store, tokenizer, all, error) && note_all (store, tokenizer, all, error);
  _sb_tokenizer_end_meeting (tokenizer);
  if (!success)
    return FALSE;

  state->unmerged += all->len;
  return write_state (store, state, error);
}

/* Puts the index in order a little; FTS5 tells by the changes that it makes
 * whether there is more. */
static SbIndexing
merge_some (SbStore *store,
            State *state,
            GError **error)
{
  sqlite3 *db = sb_connection_get_handle (store->connection);
  g_autoptr (SbStatement) statement = _sb_store_query (store, "merge-search", error);
  gint64 n_changes = sqlite3_total_changes64 (db);

  if (statement == NULL)
    return SB_INDEXING_FAILED;

  /* Below nought is: one begun. */
  sb_statement_bind_int (statement, ":pages", state->unmerged > 0 ? -MERGE_PAGES : MERGE_PAGES);
  state->unmerged = state->unmerged > 0 ? -1 : state->unmerged;
  if (!sb_statement_run (statement, error))
    return SB_INDEXING_FAILED;

  if (sqlite3_total_changes64 (db) - n_changes < 2)
    state->unmerged = 0;
  if (!write_state (store, state, error))
    return SB_INDEXING_FAILED;

  return state->unmerged != 0 ? SB_INDEXING_GOES_ON : SB_INDEXING_DONE;
}

static gboolean
needs_merge (const State *state)
{
  return state->unmerged < 0 || (state->unmerged >= UNMERGED_MIN && state->unmerged >= state->n_rows / 10);
}

static gboolean
needs_anew (const State *state)
{
  gint64 n_dead = state->n_rows - state->n_live;

  return state->format != FORMAT || (n_dead >= DEAD_MIN && n_dead > state->n_live);
}

static SbIndexing
do_step (SbStore *store,
         guint n_records,
         GError **error)
{
  g_autoptr (GArray) all = NULL;
  State state;

  if (!read_state (store, &state, error) || (needs_anew (&state) && !begin_anew (store, &state, error)))
    return SB_INDEXING_FAILED;

  all = list_pending (store, n_records, error);
  if (all == NULL)
    return SB_INDEXING_FAILED;

  if (all->len > 0)
    return index_some (store, &state, all, error) ? SB_INDEXING_GOES_ON : SB_INDEXING_FAILED;

  return needs_merge (&state) ? merge_some (store, &state, error) : SB_INDEXING_DONE;
}

SbIndexing
_sb_search_index_step (SbStore *store,
                       guint n_records,
                       GError **error)
{
  g_autoptr (SbTransaction) transaction = sb_transaction_begin (store->connection, error);
  SbIndexing result;

  if (transaction == NULL)
    return SB_INDEXING_FAILED;

  result = do_step (store, n_records, error);
  if (result == SB_INDEXING_FAILED || !sb_transaction_commit (transaction, error))
    return SB_INDEXING_FAILED;

  return result;
}

gint64
sb_store_count_unindexed (SbStore *self,
                          GError **error)
{
  gint64 n_records;

  g_return_val_if_fail (SB_IS_STORE (self), -1);

  if (!sb_connection_get_integer (self->connection, _sb_store_get_sql ("queries/count-search-pending"), &n_records, error))
    return -1;

  return n_records;
}

gboolean
sb_store_index (SbStore *self,
                SbIndexFunc progress,
                gpointer user_data,
                GError **error)
{
  gint64 n_all;
  SbIndexing result = SB_INDEXING_GOES_ON;

  g_return_val_if_fail (SB_IS_STORE (self), FALSE);

  n_all = sb_store_count_unindexed (self, error);
  if (n_all < 0)
    return FALSE;

  while (result == SB_INDEXING_GOES_ON)
    {
      gint64 n_left;

      result = _sb_search_index_step (self, N_RECORDS, error);
      n_left = result != SB_INDEXING_FAILED ? sb_store_count_unindexed (self, error) : -1;
      if (n_left < 0)
        return FALSE;

      /* An index that is made anew has more to do than it seemed. */
      n_all = MAX (n_all, n_left);
      if (progress != NULL)
        progress (n_all - n_left, n_all, user_data);
    }

  return TRUE;
}

gboolean
sb_store_rebuild_index (SbStore *self,
                        SbIndexFunc progress,
                        gpointer user_data,
                        GError **error)
{
  g_autoptr (SbTransaction) transaction = NULL;
  State state;

  g_return_val_if_fail (SB_IS_STORE (self), FALSE);

  transaction = sb_transaction_begin (self->connection, error);
  if (transaction == NULL || !begin_anew (self, &state, error) || !sb_transaction_commit (transaction, error))
    return FALSE;

  g_clear_pointer (&transaction, sb_transaction_free);
  return sb_store_index (self, progress, user_data, error);
}

gboolean
_sb_search_check_structure (SbStore *store,
                            gint64 *n_records,
                            GError **error)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  State state;

  *n_records = 0;
  if (sb_connection_is_read_only (store->connection))
    return TRUE;

  if (!read_state (store, &state, error) || !(statement = _sb_store_query (store, "check-search", error)))
    return FALSE;

  if (sb_statement_run (statement, &failure))
    return TRUE;

  if (!g_error_matches (failure, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  *n_records = MAX (state.n_live, 1);
  return TRUE;
}
