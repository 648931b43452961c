/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-search-batch.h"

#include "sb-crew.h"
#include "sb-search-names.h"
#include "sb-search-reading.h"
#include "sb-search-rows.h"
#include "sb-search-tokenizer.h"

/* Rows that are told one by one to those who have them in memory; more are read
 * all at once. */
#define TOLD_MAX 1000

/* Changes that are remembered. */
#define CHANGES_KEPT 5000

/* Records whose texts are read together, and those that are read before the first is
 * written: some megabytes of texts. */
#define N_READING 64
#define N_AHEAD   (8 * N_READING)

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

typedef struct
{
  SbStore *store; /* (unowned) */
  SbStems *stems; /* (unowned) */
  SbWordSet *words; /* (owned) */
  GArray *all; /* (owned) (element-type Pending) */

  /* What is run for each record: to look a statement up takes as long as to run
   * it. (owned) */
  SbStatement *get_document;
  SbStatement *add_text;
  SbStatement *add_row;
} Batch;

static void
batch_clear (Batch *batch)
{
  g_clear_pointer (&batch->words, _sb_word_set_free);
  g_clear_pointer (&batch->all, g_array_unref);
  g_clear_pointer (&batch->get_document, sb_statement_free);
  g_clear_pointer (&batch->add_text, sb_statement_free);
  g_clear_pointer (&batch->add_row, sb_statement_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Batch, batch_clear)

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
  g_autoptr (SbStatement) statement = _sb_store_query (store, "search/list-pending", error);
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
           gint64 next)
{
  for (guint i = 0; i < all->len; i++)
    {
      Pending *pending = &g_array_index (all, Pending, i);

      pending->key = _sb_search_key_new (get_sort_day (pending), next++);
    }

  g_array_sort (all, compare_keys);
}

static gboolean
compose_document (Batch *batch,
                  const Pending *pending,
                  SbSearchText *text,
                  GError **error)
{
  SbStatement *statement = batch->get_document;
  g_autoptr (GError) failure = NULL;
  SbTextMark mark;

  sb_statement_bind_int (statement, ":id", pending->id);
  if (sb_statement_step (statement, &failure))
    {
      mark = _sb_search_text_note_language (text, sb_statement_get_text (statement, "language"));
      _sb_search_text_add_title (text, mark, sb_statement_get_text (statement, "title"));
      _sb_search_text_add_body (text, SB_TEXT_NAMES, sb_statement_get_text (statement, "byline"));
      _sb_search_text_add_body (text, SB_TEXT_NAMES, sb_statement_get_text (statement, "reference_fr"));
      _sb_search_text_add_body (text, SB_TEXT_NAMES, sb_statement_get_text (statement, "reference_en"));
      /* The lead is the beginning of the text, where there is one. */
      if (sb_statement_is_null (statement, "text"))
        _sb_search_text_add_body (text, mark, sb_statement_get_text (statement, "lead"));
      else
        _sb_search_text_add_body (text, mark, sb_statement_get_text (statement, "text"));
    }

  sb_statement_reset (statement);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
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
compose_record (Batch *batch,
                const Pending *pending,
                SbSearchText *text,
                GError **error)
{
  g_autoptr (SbRecord) record = NULL;
  gboolean failed;

  if (pending->kind == SB_KIND_DOCUMENT)
    return compose_document (batch, pending, text, error);

  /* One without its fields is for the check to find. */
  record = load_record (batch->store, pending, &failed, error);
  if (record != NULL)
    _sb_search_text_add_record (text, record, pending->language);
  return !failed;
}

/* Has the texts of the records from @first on read into words. */
static gboolean
begin_reading (Batch *batch,
               SbCrew *crew,
               guint first,
               GError **error)
{
  g_autoptr (SbSearchReading) reading = _sb_search_reading_new ();

  for (guint i = first; i < MIN (first + N_READING, batch->all->len); i++)
    {
      g_auto (SbSearchText) text = { 0 };

      _sb_search_text_init (&text);
      if (!compose_record (batch, &g_array_index (batch->all, Pending, i), &text, error))
        return FALSE;
      _sb_search_reading_take (reading, &text);
    }

  sb_crew_push (crew, g_steal_pointer (&reading));
  return TRUE;
}

static gboolean
add_text (Batch *batch,
          Pending *pending,
          const SbReadRecord *record,
          GError **error)
{
  sb_statement_bind_int (batch->add_text, ":key", pending->key);
  sb_statement_lend_text (batch->add_text, ":title", record->title->str);
  sb_statement_lend_text (batch->add_text, ":body", record->body->str);
  pending->n_words = record->n_words;
  pending->languages = record->languages;
  return sb_statement_run (batch->add_text, error);
}

static gboolean
add_row (Batch *batch,
         const Pending *pending,
         GError **error)
{
  SbStatement *statement = batch->add_row;

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
  else
    {
      sb_statement_bind_null (statement, ":first_day");
      sb_statement_bind_null (statement, ":last_day");
    }
  return sb_statement_run (statement, error);
}

/* Writes down what the new row of the index is of. */
static gboolean
note_row (Batch *batch,
          const Pending *pending,
          GError **error)
{
  g_autoptr (SbRecord) record = NULL;
  gboolean failed = FALSE;

  if (pending->kind == SB_KIND_ACTOR || pending->kind == SB_KIND_PLACE)
    record = load_record (batch->store, pending, &failed, error);
  if (failed || (record != NULL && !_sb_search_names_note (batch->store, record, error)))
    return FALSE;

  return add_row (batch, pending, error);
}

static gboolean
note_rows (Batch *batch,
           GError **error)
{
  for (guint i = 0; i < batch->all->len; i++)
    if (!note_row (batch, &g_array_index (batch->all, Pending, i), error))
      return FALSE;

  return TRUE;
}

/* Tells those who have the rows in memory which ones there are more of. */
static gboolean
tell_rows (Batch *batch,
           GError **error)
{
  g_autoptr (SbStatement) add = _sb_store_query (batch->store, "search/add-change", error);
  g_autoptr (SbStatement) forget = _sb_store_query (batch->store, "search/forget-changes", error);

  if (add == NULL || forget == NULL)
    return FALSE;

  if (batch->all->len > TOLD_MAX && !sb_statement_run (add, error))
    return FALSE;

  for (guint i = 0; batch->all->len <= TOLD_MAX && i < batch->all->len; i++)
    {
      sb_statement_bind_int (add, ":key", g_array_index (batch->all, Pending, i).key);
      if (!sb_statement_run (add, error))
        return FALSE;
    }

  sb_statement_bind_int (forget, ":kept", CHANGES_KEPT);
  return sb_statement_run (forget, error);
}

static void
bind_stem (Batch *batch,
           SbStatement *statement,
           const SbMetWord *word,
           SbLanguage language,
           const char *parameter)
{
  const char *letters = _sb_word_set_get_letters (batch->words, word);
  gboolean has_forms = (word->languages >> language & 1) != 0;

  sb_statement_bind_text (statement, parameter, has_forms ? _sb_stems_get (batch->stems, language, letters) : NULL);
}

/* Writes down which words were read, and what they are forms of. */
static gboolean
note_words (Batch *batch,
            GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (batch->store, "search/add-word", error);

  if (statement == NULL)
    return FALSE;

  _sb_word_set_sort (batch->words);
  for (guint32 i = 0; i < batch->words->n_words; i++)
    {
      const SbMetWord *word = &batch->words->slots[i];

      sb_statement_bind_text (statement, ":word", _sb_word_set_get_letters (batch->words, word));
      sb_statement_bind_int (statement, ":met", word->n);
      bind_stem (batch, statement, word, SB_LANGUAGE_FR, ":stem_fr");
      bind_stem (batch, statement, word, SB_LANGUAGE_EN, ":stem_en");
      if (!sb_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/* Runs @query for the first records that waited, of which @last is the last. */
static gboolean
leave (Batch *batch,
       const char *query,
       gint64 last,
       GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (batch->store, query, error);

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_int (statement, ":last", last);
  return sb_statement_run (statement, error);
}

static gboolean
add_reading (Batch *batch,
             SbSearchReading *reading,
             guint first,
             GError **error)
{
  for (guint i = 0; i < reading->records->len; i++)
    if (!add_text (batch, &g_array_index (batch->all, Pending, first + i),
                   &g_array_index (reading->records, SbReadRecord, i), error))
      return FALSE;

  _sb_word_set_add_all (batch->words, reading->words);
  return TRUE;
}

static void
read_texts (gpointer reading)
{
  _sb_search_reading_run (reading);
}

static void
free_reading (gpointer reading)
{
  _sb_search_reading_free (reading);
}

/* The next texts are read into words while the last ones are written. */
static gboolean
add_texts (Batch *batch,
           GError **error)
{
  g_autoptr (SbCrew) crew = sb_crew_new (read_texts, free_reading);
  guint n_begun = 0;

  for (guint i = 0; i < batch->all->len; i += N_READING)
    {
      g_autoptr (SbSearchReading) reading = NULL;

      for (; n_begun < MIN (batch->all->len, i + N_AHEAD); n_begun += N_READING)
        if (!begin_reading (batch, crew, n_begun, error))
          return FALSE;

      reading = sb_crew_pop (crew);
      if (!add_reading (batch, reading, i, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
batch_open (Batch *batch,
            guint n_records,
            GError **error)
{
  SbTokenizer *tokenizer = _sb_tokenizer_get (batch->store->connection, error);

  if (tokenizer == NULL)
    return FALSE;

  batch->stems = tokenizer->stems;
  batch->words = _sb_word_set_new ();
  return (batch->all = list_pending (batch->store, n_records, error)) != NULL &&
         (batch->get_document = _sb_store_query (batch->store, "search/get-document", error)) != NULL &&
         (batch->add_text = _sb_store_query (batch->store, "search/add", error)) != NULL &&
         (batch->add_row = _sb_store_query (batch->store, "search/add-row", error)) != NULL;
}

/* All texts first, then all that is written down of them: a statement that
 * SQLite may have to take back opens a savepoint, at which FTS5 writes out what
 * it has gathered, and gathering is what makes it fast. For the same reason,
 * what may be many rows is one statement and not one for each record. */
gint64
_sb_search_batch_run (SbStore *store,
                      guint n_records,
                      gint64 next,
                      GError **error)
{
  g_auto (Batch) batch = { .store = store };
  gint64 last;

  if (!batch_open (&batch, n_records, error))
    return -1;

  if (batch.all->len == 0)
    return next;

  last = g_array_index (batch.all, Pending, batch.all->len - 1).id;
  give_keys (batch.all, next);
  if (!add_texts (&batch, error) || !note_words (&batch, error) ||
      !leave (&batch, "search/leave-rows", last, error) || !note_rows (&batch, error) ||
      !tell_rows (&batch, error) || !leave (&batch, "search/leave-pending", last, error))
    return -1;

  return next + batch.all->len;
}
