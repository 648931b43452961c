/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-search-indexer.h"

#include <sqlite3.h>

#include "sb-search-batch.h"
#include "sb-search.h"
#include "sb-store-private.h"
#include "sb-transaction.h"

/* Raised whenever the same record would be indexed otherwise than before: the
 * index is then made anew. */
#define FORMAT      4
#define FORMAT_NONE 0

/* Rows of no record may be as many as those of one, and these many at least,
 * before the index is made anew. To count them takes some milliseconds: it is looked
 * whenever so many rows have come. */
#define DEAD_MIN   5000
#define DEAD_CHECK 1000

/* The index is put in order when a tenth of it, and these many rows at least,
 * are new. */
#define UNMERGED_MIN 2000

/* A batch of a quarter of what was there before is a piece of its own, in order as it is:
 * a handful of these is searched as fast as one, and to put them in order is to write all
 * of them once more. */
#define PIECE_SHARE 4

/* Pages that are put in order at a time: some tens of milliseconds. */
#define MERGE_PAGES 500

/* Records in a transaction of sb_store_index(). */
#define N_RECORDS 10000

typedef struct
{
  gint64 format;
  gint64 next; /* rows are only ever added: as many as there are */
  gint64 unmerged;
} State;

static gboolean
run_query (SbStore *store,
           const char *name,
           GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, name, error);

  return statement != NULL && sb_statement_run (statement, error);
}

static gboolean
read_state (SbStore *store,
            State *state,
            GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "search/get-state", error);
  g_autoptr (GError) failure = NULL;

  *state = (State) { 0 };
  if (statement == NULL)
    return FALSE;

  if (sb_statement_step (statement, &failure))
    {
      state->format = sb_statement_get_int (statement, "format");
      state->next = sb_statement_get_int (statement, "next");
      state->unmerged = sb_statement_get_int (statement, "unmerged");
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
  g_autoptr (SbStatement) statement = _sb_store_query (store, "search/set-state", error);

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
  return run_query (store, "search/empty", error) &&
         run_query (store, "search/add-change", error) &&
         run_query (store, "search/empty-row", error) &&
         run_query (store, "search/empty-word", error) &&
         run_query (store, "search/await", error) &&
         write_state (store, state, error);
}

/* Puts the index in order a little; FTS5 tells by the changes that it makes
 * whether there is more. */
static SbIndexing
merge_some (SbStore *store,
            State *state,
            GError **error)
{
  sqlite3 *db = sb_connection_get_handle (store->connection);
  g_autoptr (SbStatement) statement = _sb_store_query (store, "search/merge", error);
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
is_piece (const State *state,
          gint64 n_added)
{
  return n_added >= UNMERGED_MIN && n_added >= state->next / PIECE_SHARE;
}

static gboolean
needs_merge (const State *state)
{
  return state->unmerged < 0 || (state->unmerged >= UNMERGED_MIN && state->unmerged >= state->next / 10);
}

/* Has the index made anew in the next step when too many of its rows are of no
 * record. */
static gboolean
count_dead (SbStore *store,
            State *state,
            GError **error)
{
  gint64 n_live;

  if (!sb_connection_get_integer (store->connection, _sb_store_get_sql ("queries/search/count-live"), &n_live, error))
    return FALSE;

  if (state->next - n_live >= DEAD_MIN && state->next - n_live > n_live)
    state->format = FORMAT_NONE;
  return TRUE;
}

static SbIndexing
do_step (SbStore *store,
         guint n_records,
         GError **error)
{
  gboolean is_due;
  gint64 next;
  State state;

  if (!read_state (store, &state, error) || (state.format != FORMAT && !begin_anew (store, &state, error)))
    return SB_INDEXING_FAILED;

  next = _sb_search_batch_run (store, n_records, state.next, error);
  if (next < 0)
    return SB_INDEXING_FAILED;

  if (next == state.next)
    return needs_merge (&state) ? merge_some (store, &state, error) : SB_INDEXING_DONE;

  if (!is_piece (&state, next - state.next))
    state.unmerged += next - state.next;
  is_due = next / DEAD_CHECK != state.next / DEAD_CHECK;
  state.next = next;
  if (is_due && !count_dead (store, &state, error))
    return SB_INDEXING_FAILED;

  return write_state (store, &state, error) ? SB_INDEXING_GOES_ON : SB_INDEXING_FAILED;
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

  if (!sb_connection_get_integer (self->connection, _sb_store_get_sql ("queries/search/count-pending"), &n_records, error))
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
  gint64 n_live;

  *n_records = 0;
  if (sb_connection_is_read_only (store->connection))
    return TRUE;

  if (!sb_connection_get_integer (store->connection, _sb_store_get_sql ("queries/search/count-live"), &n_live, error) ||
      !(statement = _sb_store_query (store, "search/check", error)))
    return FALSE;

  if (sb_statement_run (statement, &failure))
    return TRUE;

  if (!g_error_matches (failure, SB_SQLITE_ERROR, SB_SQLITE_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  *n_records = MAX (n_live, 1);
  return TRUE;
}
