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

/* FNV-1a (Fowler, Noll, Vo), 32 bits. */
static inline guint32
hash_word (const SbWords *words)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < words->length; i++)
    hash = (hash ^ (guchar) words->word[i]) * 16777619u;

  return hash ^ hash >> 15;
}

static inline void
meet (SbTokenizer *self,
      SbLanguage language,
      const SbWords *words)
{
  char *last;

  if (words->length < SB_TOKENIZER_LAST_SIZE)
    {
      last = self->last[language][hash_word (words) % SB_TOKENIZER_N_LAST];
      if (memcmp (last, words->word, words->length + 1) == 0)
        return;
      memcpy (last, words->word, words->length + 1);
    }

  if (!g_hash_table_contains (self->met[language], words->word))
    g_hash_table_add (self->met[language], g_strdup (words->word));
}

static int
read_stretch (SbTokenizer *self,
              const Stretch *stretch,
              Fts5Sink *sink)
{
  gboolean is_french = stretch->mark == SB_TEXT_FRENCH || stretch->mark == SB_TEXT_ANY;
  gboolean is_english = stretch->mark == SB_TEXT_ENGLISH || stretch->mark == SB_TEXT_ANY;
  gboolean is_meeting = self->met[0] != NULL;
  SbWords words;
  int result = SQLITE_OK;

  sb_words_init (&words, stretch->text + stretch->start, stretch->end - stretch->start);
  while (result == SQLITE_OK && sb_words_next (&words))
    {
      if (words.is_elided)
        continue;

      self->n_words++;
      if (is_meeting && is_french)
        meet (self, SB_LANGUAGE_FR, &words);
      if (is_meeting && is_english)
        meet (self, SB_LANGUAGE_EN, &words);
      result = sink->func (sink->context, 0, words.word, (int) words.length, (int) (stretch->start + words.start),
                           (int) (stretch->start + words.end));
    }

  return result;
}

static int
read_text (SbTokenizer *self,
           const char *text,
           gsize n_bytes,
           Fts5Sink *sink)
{
  Stretch stretch = { .text = text, .mark = SB_TEXT_NAMES };
  int result = SQLITE_OK;

  for (gsize i = 0; result == SQLITE_OK && i <= n_bytes; i++)
    {
      if (i < n_bytes && ((guchar) text[i] > SB_TEXT_ANY || text[i] == '\0'))
        continue;

      stretch.end = i;
      result = read_stretch (self, &stretch, sink);
      if (i < n_bytes)
        stretch.mark = (SbTextMark) text[i];
      stretch.start = i + 1;
    }

  return result;
}

void
_sb_tokenizer_begin_meeting (SbTokenizer *self)
{
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      self->met[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      self->last[i] = g_malloc0 ((gsize) SB_TOKENIZER_N_LAST * SB_TOKENIZER_LAST_SIZE);
    }
}

void
_sb_tokenizer_end_meeting (SbTokenizer *self)
{
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      g_clear_pointer (&self->met[i], g_hash_table_unref);
      g_clear_pointer (&self->last[i], g_free);
    }
}

/* A query is made of tokens. */
static int
split_query (const char *text,
             int n_bytes,
             Fts5Sink *sink)
{
  int result = SQLITE_OK;

  for (int start = 0; result == SQLITE_OK && start < n_bytes;)
    {
      int end = start;

      while (end < n_bytes && text[end] != ' ')
        end++;
      if (end > start)
        result = sink->func (sink->context, 0, text + start, end - start, start, end);
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

  _sb_tokenizer_end_meeting (self);
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

  if (sqlite3_prepare_v2 (db, _sb_store_get_sql ("queries/get-fts5-api"), -1, &statement, NULL) == SQLITE_OK)
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
