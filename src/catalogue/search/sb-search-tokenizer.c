/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-search-tokenizer.h"

#include <sqlite3.h>
#include <string.h>

#include "sb-store-private.h"
#include "sb-words.h"

#define NAME "sahelbrief"

/* Eight bytes that are 1. */
#define ONES G_GUINT64_CONSTANT (0x0101010101010101)

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

/* A stretch of a text that is in one language. */
typedef struct
{
  const char *text; /* (unowned) all of it */
  gsize start;
  gsize end;
  SbTextMark mark;
} Stretch;

/* As bits: the languages whose stems the words have. */
static guint
get_languages (SbTextMark mark)
{
  switch (mark)
    {
    case SB_TEXT_FRENCH:
      return 1u << SB_LANGUAGE_FR;

    case SB_TEXT_ENGLISH:
      return 1u << SB_LANGUAGE_EN;

    case SB_TEXT_ANY:
      return 1u << SB_LANGUAGE_FR | 1u << SB_LANGUAGE_EN;

    case SB_TEXT_NAMES:
    default:
      return 0;
    }
}

static int
read_stretch (SbTokenizer *self,
              const Stretch *stretch,
              Fts5Sink *sink)
{
  guint languages = get_languages (stretch->mark);
  SbWords words;
  int result = SQLITE_OK;

  sb_words_init (&words, stretch->text + stretch->start, stretch->end - stretch->start);
  while (result == SQLITE_OK && sb_words_next (&words))
    {
      if (words.is_elided)
        continue;

      self->n_words++;
      if (self->words != NULL)
        _sb_word_set_add (self->words, words.word, words.length, languages);
      result = sink->func (sink->context, 0, words.word, (int) words.length, (int) (stretch->start + words.start),
                           (int) (stretch->start + words.end));
    }

  return result;
}

/* Where the next mark is, or the end. Eight bytes at a time: a byte is below five
 * when taking five from it borrows (Warren, "Hacker's Delight", 6-1); what is told
 * wrongly is looked at once more. */
static gsize
find_mark (const char *text,
           gsize from,
           gsize n_bytes)
{
  while (from < n_bytes)
    {
      guint64 bytes;

      if (n_bytes - from >= sizeof bytes)
        {
          memcpy (&bytes, text + from, sizeof bytes);
          if (((bytes - ONES * (SB_TEXT_ANY + 1)) & ~bytes & ONES * 0x80) == 0)
            {
              from += sizeof bytes;
              continue;
            }
        }

      for (gsize i = 0; i < sizeof bytes && from < n_bytes; i++, from++)
        if ((guchar) text[from] <= SB_TEXT_ANY && text[from] != '\0')
          return from;
    }

  return n_bytes;
}

static int
read_text (SbTokenizer *self,
           const char *text,
           gsize n_bytes,
           Fts5Sink *sink)
{
  Stretch stretch = { .text = text, .mark = SB_TEXT_NAMES };
  int result = SQLITE_OK;

  while (result == SQLITE_OK && stretch.start < n_bytes)
    {
      stretch.end = find_mark (text, stretch.start, n_bytes);
      result = read_stretch (self, &stretch, sink);
      if (stretch.end < n_bytes)
        stretch.mark = (SbTextMark) text[stretch.end];
      stretch.start = stretch.end + 1;
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
  SbTokenizer *self = (SbTokenizer *) tokenizer;
  Fts5Sink sink = { func, context };

  if ((flags & FTS5_TOKENIZE_QUERY) != 0)
    return split_query (text, n_bytes, &sink);

  return read_text (self, text, (gsize) n_bytes, &sink);
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
