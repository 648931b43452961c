/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-search-tokenizer.h"

#include <sqlite3.h>

#include "sb-store-private.h"

#define NAME "sahelbrief"

/* What FTS5 calls back with. */
typedef int (*Fts5TokenFunc) (void *context,
                              int flags,
                              const char *token,
                              int length,
                              int start,
                              int end);

typedef struct
{
  Fts5TokenFunc func;
  void *context;
} Fts5Sink;

/* A text comes as the words that were read of it (sb-search-reading.h). */
static int
split_words (const char *text,
             int n_bytes,
             Fts5Sink *sink)
{
  int result = SQLITE_OK;

  for (int start = 0; result == SQLITE_OK && start < n_bytes;)
    {
      int length = MIN ((guchar) text[start], n_bytes - start - 1);

      result = sink->func (sink->context, 0, text + start + 1, length, start, start + 1 + length);
      start += 1 + length;
    }

  return result;
}

/* A query is made of tokens; those between bars stand in one place. */
static int
split_query (const char *text,
             int n_bytes,
             Fts5Sink *sink)
{
  int flags = 0;
  int result = SQLITE_OK;

  for (int start = 0; result == SQLITE_OK && start < n_bytes;)
    {
      int end = start;

      while (end < n_bytes && text[end] != ' ' && text[end] != '|')
        end++;
      if (end > start)
        result = sink->func (sink->context, flags, text + start, end - start, start, end);
      flags = end < n_bytes && text[end] == '|' ? FTS5_TOKEN_COLOCATED : 0;
      start = end + 1;
    }

  return result;
}

static int
tokenize (Fts5Tokenizer *tokenizer,
          void *context,
          int flags,
          const char *text,
          int n_bytes,
          Fts5TokenFunc func)
{
  Fts5Sink sink = { func, context };

  return (flags & FTS5_TOKENIZE_QUERY) != 0 ? split_query (text, n_bytes, &sink) : split_words (text, n_bytes, &sink);
}

/* There is one for the connection, which all its tables share. */
static int
create (void *data,
        const char **arguments,
        int n_arguments,
        Fts5Tokenizer **tokenizer)
{
  *tokenizer = data;
  return SQLITE_OK;
}

static void delete (Fts5Tokenizer *tokenizer)
{
}

static void
tokenizer_free (void *data)
{
  SbTokenizer *self = data;

  _sb_stems_free (self->stems);
  g_free (self);
}

struct fts5_api *
_sb_search_get_fts5 (SbConnection *connection,
                     GError **error)
{
  sqlite3 *db = sb_connection_get_handle (connection);
  sqlite3_stmt *statement = NULL;
  struct fts5_api *api = NULL;

  if (sqlite3_prepare_v2 (db, _sb_store_get_sql ("queries/search/get-fts5-api"), -1, &statement, NULL) == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);

  if (api == NULL)
    g_set_error (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_FAILED, "no full-text search in SQLite: %s", sqlite3_errmsg (db));
  return api;
}

gboolean
_sb_tokenizer_register (SbConnection *connection,
                        GError **error)
{
  fts5_tokenizer functions = { create, delete, tokenize };
  struct fts5_api *api = _sb_search_get_fts5 (connection, error);
  SbTokenizer *self;

  if (api == NULL)
    return FALSE;

  self = g_new0 (SbTokenizer, 1);
  self->stems = _sb_stems_new ();
  if (api->xCreateTokenizer (api, NAME, self, &functions, tokenizer_free) == SQLITE_OK)
    return TRUE;

  tokenizer_free (self);
  g_set_error_literal (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_NO_MEMORY, "the tokenizer of the search");
  return FALSE;
}

SbTokenizer *
_sb_tokenizer_get (SbConnection *connection,
                   GError **error)
{
  struct fts5_api *api = _sb_search_get_fts5 (connection, error);
  fts5_tokenizer functions;
  void *self = NULL;

  if (api == NULL)
    return NULL;

  if (api->xFindTokenizer (api, NAME, &self, &functions) == SQLITE_OK)
    return self;

  g_set_error_literal (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_FAILED, "the tokenizer of the search is not registered");
  return NULL;
}
