/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-search.h"

#include <string.h>

#include "sb-clock.h"
#include "sb-search-filter.h"
#include "sb-search-private.h"
#include "sb-search-snippet.h"
#include "sb-search-text.h"

#define LIMIT_DEFAULT 50
#define LIMIT_MAX     1000
#define OFFSET_MAX    100000

/* Hits that are compared: where there are more, only the newest so many are, and
 * the answer says so. A hit takes about a third of a microsecond, and more with
 * each thing that is looked for or unwanted, and with the words that one beginning
 * stands for: this keeps a search below fifteen milliseconds in a catalogue of any
 * size. */
#define RANKED_MAX   20000
#define BEGUN_FREE   8
#define BEGUN_DOUBLE 16

/* Hits that are counted of a search for nothing but words of every text. */
#define COMMON_MAX 10000

/* Where counting may stop, rows of the index that are gone past for it, once for
 * each word that must be there: what has several words is told by going through the
 * rows of all of them, however few have them all. */
#define PASSED_MAX 20000

/* One search while it is done. */
typedef struct
{
  SbStore *store; /* (unowned) */
  const SbSearchRequest *request; /* (unowned) */
  SbSearchNode *node; /* (owned) (nullable) */
  SbSearchPlan *plan; /* (owned) */
  GByteArray *allowed; /* (owned) (nullable) */
  guint end; /* the position behind the last row that is allowed */
  guint n_lists; /* lists of rows that are gone through side by side for a hit */
  SbStatement *origin; /* (owned) (nullable) what is shown of documents */
  guint limit;
  guint offset;
} Search;

struct _SbSearchIndex
{
  SbSearchRows *rows; /* (owned) */
  SbSearchRanking *ranking; /* (owned) */
};

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->plan, _sb_search_plan_free);
  g_clear_pointer (&search->node, _sb_search_node_free);
  g_clear_pointer (&search->allowed, g_byte_array_unref);
  g_clear_pointer (&search->origin, sb_statement_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

SbSearchIndex *
_sb_search_index_new (SbStore *store,
                      GError **error)
{
  SbSearchIndex *self = g_new0 (SbSearchIndex, 1);

  self->rows = _sb_search_rows_new ();
  self->ranking = _sb_search_ranking_new ();
  if (_sb_search_ranking_register (self->ranking, store, error))
    return self;

  _sb_search_index_free (self);
  return NULL;
}

void
_sb_search_index_free (SbSearchIndex *self)
{
  _sb_search_rows_free (self->rows);
  _sb_search_ranking_free (self->ranking);
  g_free (self);
}

const SbSearchRows *
_sb_search_index_get_rows (const SbSearchIndex *self)
{
  return self->rows;
}

static void
result_free (gpointer data)
{
  SbSearchResult *result = data;

  g_free (result->title);
  g_clear_pointer (&result->date, sb_date_unref);
  g_free (result->source);
  g_free (result->snippet);
  g_array_unref (result->marks);
  g_free (result);
}

static SbSearchAnswer *
answer_new (void)
{
  SbSearchAnswer *self = g_new0 (SbSearchAnswer, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->results = g_ptr_array_new_with_free_func (result_free);
  self->is_total_exact = TRUE;
  return self;
}

SbSearchAnswer *
sb_search_answer_ref (SbSearchAnswer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sb_search_answer_unref (SbSearchAnswer *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->results);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->ignored, g_ptr_array_unref);
  g_clear_pointer (&self->shortened, g_ptr_array_unref);
  g_free (self);
}

static gboolean
is_allowed (const Search *search,
            guint position)
{
  const SbSearchRow *row = &g_array_index (search->store->search->rows->rows, SbSearchRow, position);

  return row->record != 0 && (search->allowed == NULL || search->allowed->data[position]);
}

/* A concept takes as many as its longest phrase has words, what is unwanted is one
 * more; one word alone is one. */
static guint
count_lists (const SbSearchPlan *plan)
{
  guint n_lists = plan->n_unwanted;
  guint concept = G_MAXUINT;
  guint n_longest = 0;

  for (guint i = 0; i < plan->terms->len; i++)
    {
      const SbSearchTerm *term = &g_array_index (plan->terms, SbSearchTerm, i);
      guint n_words = term->is_any ? 1 : g_strv_length (term->words);

      if (term->concept == G_MAXUINT)
        continue;

      /* The terms of a concept stand together. */
      n_longest = term->concept == concept ? n_longest : 0;
      if (n_words > n_longest)
        {
          n_lists += n_words - n_longest;
          n_longest = n_words;
        }
      concept = term->concept;
    }

  return n_lists;
}

/* Whether so much was done that no more are counted. */
static gboolean
is_count_enough (const Search *search,
                 gint64 n_beyond,
                 guint count_max,
                 guint position)
{
  return n_beyond >= count_max || (search->n_lists > 1 && (guint64) position * search->n_lists > PASSED_MAX);
}

/* Adds the row, if it is on the page that is asked for. Returns whether more
 * are wanted, be it for counting. */
static gboolean
take_newest (const Search *search,
             SbSearchAnswer *answer,
             GArray *hits,
             guint position)
{
  SbSearchHit hit = { 0, position };
  gint64 last = (gint64) search->offset + search->limit;
  guint count_max = search->request->count_max;

  if (count_max == 0 && search->plan->is_common)
    count_max = COMMON_MAX;

  answer->total++;
  if (answer->total > search->offset && answer->total <= last)
    g_array_append_val (hits, hit);
  if (count_max == 0 || answer->total < last || !is_count_enough (search, answer->total - last, count_max, position))
    return TRUE;

  answer->is_total_exact = FALSE;
  return FALSE;
}

/* All rows that are allowed. */
static void
list_allowed (const Search *search,
              SbSearchAnswer *answer,
              GArray *hits)
{
  for (guint i = 0; i < search->end; i++)
    if (is_allowed (search, i) && !take_newest (search, answer, hits, i))
      return;
}

static gboolean
list_newest (const Search *search,
             SbSearchAnswer *answer,
             GArray *hits,
             GError **error)
{
  const SbSearchRows *rows = search->store->search->rows;
  g_autoptr (SbStatement) statement = _sb_store_query (search->store, "search/list", error);
  g_autoptr (GError) failure = NULL;
  gboolean goes_on = TRUE;
  guint position = 0;

  if (statement == NULL)
    return FALSE;

  sb_statement_bind_text (statement, ":match", search->plan->match);
  while (goes_on && sb_statement_step (statement, &failure))
    {
      gint64 key = sb_statement_get_int (statement, "key");

      position = _sb_search_rows_seek (rows, position, key);
      if (position >= search->end)
        break;

      if (g_array_index (rows->rows, SbSearchRow, position).key == key && is_allowed (search, position))
        goes_on = take_newest (search, answer, hits, position);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gint64
get_ranked_max (const SbSearchPlan *plan)
{
  guint n_concepts = MAX (plan->n_concepts + plan->n_unwanted, 1);
  gint64 n_ranked = 2 * RANKED_MAX / (1 + n_concepts);

  if (plan->n_begun > BEGUN_FREE)
    n_ranked = n_ranked * BEGUN_DOUBLE / (BEGUN_DOUBLE + plan->n_begun - BEGUN_FREE);
  return n_ranked;
}

static gboolean
list_best (const Search *search,
           SbSearchAnswer *answer,
           GArray *hits,
           GError **error)
{
  SbSearchRanking *ranking = search->store->search->ranking;

  ranking->rows = search->store->search->rows;
  ranking->allowed = search->allowed != NULL ? search->allowed->data : NULL;
  ranking->end = search->end;
  ranking->plan = search->plan;
  ranking->today = sb_clock_today ();
  ranking->n_best = search->offset + search->limit;
  ranking->n_ranked_max = get_ranked_max (search->plan);
  if (!_sb_search_ranking_run (ranking, search->store, error))
    return FALSE;

  if (ranking->hits->len > search->offset)
    g_array_append_vals (hits, &g_array_index (ranking->hits, SbSearchHit, search->offset), ranking->hits->len - search->offset);
  answer->total = ranking->n_hits;
  answer->is_ranked = TRUE;
  answer->is_ranking_partial = ranking->is_partial;
  answer->is_total_exact = !ranking->is_partial;
  return TRUE;
}

/* Words that are in every text tell nothing of how well one fits. */
static gboolean
is_by_day (const Search *search)
{
  return search->request->order == SB_SEARCH_NEWEST || search->plan->is_common;
}

/* (element-type SbSearchHit) */
static GArray *
find_hits (const Search *search,
           SbSearchAnswer *answer,
           GError **error)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (SbSearchHit));

  if (search->plan->match == NULL)
    list_allowed (search, answer, hits);
  else if (is_by_day (search) ? !list_newest (search, answer, hits, error) : !list_best (search, answer, hits, error))
    return NULL;

  return g_steal_pointer (&hits);
}

static SbDate *
get_date (SbRecord *record)
{
  const SbSchema *schema = sb_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].type == SB_FIELD_DATE && sb_record_has (record, i))
      return sb_date_ref (sb_record_get_date (record, i));

  return NULL;
}

static SbDate *
read_date (SbStatement *statement)
{
  const char *edtf = sb_statement_get_text (statement, "date");

  if (edtf != NULL)
    return sb_date_new (edtf, sb_statement_get_text (statement, "date_text"));

  if (sb_statement_is_null (statement, "fetched"))
    return NULL;

  return sb_date_new_for_day (sb_day_from_time (sb_statement_get_int (statement, "fetched")));
}

static char *
dup_source_name (SbStatement *statement,
                 SbLanguage language)
{
  g_autoptr (SbBilingual) name = sb_bilingual_new (sb_statement_get_text (statement, "source_fr"), sb_statement_get_text (statement, "source_en"));

  return g_strdup (sb_bilingual_get_any (name, language));
}

/* Of a document and of an extract: where it was published. With the text, when
 * it is the one that was searched. */
static gboolean
fill_origin (const Search *search,
             SbSearchResult *result,
             GError **error)
{
  SbStatement *statement = search->origin;
  g_autoptr (GError) failure = NULL;

  sb_statement_bind_int (statement, ":id", result->id);
  if (sb_statement_step (statement, &failure))
    {
      const char *title = sb_statement_get_text (statement, "title");
      const char *lead;
      const char *text;

      result->title = g_strdup (title);
      result->date = read_date (statement);
      result->source = dup_source_name (statement, search->request->language);
      result->is_withdrawn = sb_statement_get_boolean (statement, "withdrawn");
      lead = sb_statement_get_text (statement, "lead");
      text = sb_statement_get_text (statement, "text");
      if (result->kind == SB_KIND_DOCUMENT)
        _sb_search_snippet_fill (result, search->plan->terms, text != NULL ? text : lead != NULL ? lead
                                                                                                 : "");
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
fill_record (const Search *search,
             SbSearchResult *result,
             GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) record = sb_store_get (search->store, result->kind, result->id, &failure);
  g_autofree char *text = NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (record == NULL)
    return TRUE;

  text = _sb_search_text_dup_plain (record, search->request->language);
  _sb_search_snippet_fill (result, search->plan->terms, text);
  if (result->kind == SB_KIND_EXTRACT)
    return fill_origin (search, result, error);

  result->title = g_strdup (sb_record_get_title (record, search->request->language));
  result->date = get_date (record);
  result->is_withdrawn = sb_record_is_withdrawn (record);
  return TRUE;
}

static gboolean
add_result (const Search *search,
            SbSearchAnswer *answer,
            const SbSearchHit *hit,
            GError **error)
{
  const SbSearchRow *row = &g_array_index (search->store->search->rows->rows, SbSearchRow, hit->position);
  SbSearchResult *result = g_new0 (SbSearchResult, 1);

  g_ptr_array_add (answer->results, result);
  result->kind = (SbKind) row->kind;
  result->id = row->record;
  result->score = hit->score;
  result->marks = g_array_new (FALSE, FALSE, sizeof (SbSearchMark));
  if (result->kind == SB_KIND_DOCUMENT ? !fill_origin (search, result, error) : !fill_record (search, result, error))
    return FALSE;

  if (result->title == NULL)
    result->title = g_strdup ("");
  if (result->snippet == NULL)
    result->snippet = g_strdup ("");
  return TRUE;
}

static gboolean
begin_search (Search *search,
              GError **error)
{
  const char *text = search->request->text;

  if (text != NULL)
    search->node = _sb_search_node_parse (text, error);
  if (text != NULL && search->node == NULL)
    return FALSE;

  search->plan = _sb_search_plan_new (search->store, search->node, search->request->order, error);
  return search->plan != NULL;
}

/* Older rows than the last one that is allowed need not be looked at: hits come
 * newest first. */
static guint
find_end (const Search *search)
{
  guint end = search->store->search->rows->rows->len;

  while (search->allowed != NULL && end > 0 && !search->allowed->data[end - 1])
    end--;

  return end;
}

/* The rows that may be found, as they are now. */
static gboolean
prepare_rows (Search *search,
              GError **error)
{
  SbSearchRows *rows = search->store->search->rows;
  g_autoptr (GError) failure = NULL;

  if (!begin_search (search, error) || !_sb_search_rows_refresh (rows, search->store, error))
    return FALSE;

  search->allowed = _sb_search_filter_rows (search->store, rows, search->plan, search->request, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  search->end = find_end (search);
  search->n_lists = count_lists (search->plan);
  return TRUE;
}

static SbSearchAnswer *
run_search (Search *search,
            GError **error)
{
  /* One reading for all: the hits and what is shown of them belong together,
   * and every statement by itself would lock the file anew. */
  g_autoptr (SbStatement) snapshot = _sb_store_hold_snapshot (search->store, error);
  g_autoptr (SbSearchAnswer) answer = answer_new ();
  g_autoptr (GArray) hits = NULL;

  if (snapshot == NULL || !prepare_rows (search, error))
    return NULL;

  hits = find_hits (search, answer, error);
  answer->n_unindexed = hits != NULL ? sb_store_count_unindexed (search->store, error) : -1;
  if (answer->n_unindexed < 0)
    return NULL;

  search->origin = _sb_store_query (search->store, "search/get-origin", error);
  if (search->origin == NULL)
    return NULL;

  for (guint i = 0; i < hits->len; i++)
    if (!add_result (search, answer, &g_array_index (hits, SbSearchHit, i), error))
      return NULL;

  answer->names = g_ptr_array_ref (search->plan->names);
  answer->ignored = g_ptr_array_ref (search->plan->ignored);
  answer->shortened = g_ptr_array_ref (search->plan->shortened);
  return g_steal_pointer (&answer);
}

SbSearchAnswer *
sb_store_search (SbStore *self,
                 const SbSearchRequest *request,
                 GError **error)
{
  g_auto (Search) search = { .store = self, .request = request };

  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (request != NULL, NULL);

  search.limit = request->limit != 0 ? MIN (request->limit, LIMIT_MAX) : LIMIT_DEFAULT;
  search.offset = MIN (request->offset, OFFSET_MAX);
  return run_search (&search, error);
}

GArray *
sb_store_search_ids (SbStore *self,
                     const SbSearchRequest *request,
                     GError **error)
{
  SbSearchRequest newest;
  g_auto (Search) search = { .store = self, .request = &newest, .limit = G_MAXUINT };
  g_autoptr (SbStatement) snapshot = NULL;
  g_autoptr (SbSearchAnswer) answer = answer_new ();
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (SB_IS_STORE (self), NULL);
  g_return_val_if_fail (request != NULL, NULL);

  newest = *request;
  newest.order = SB_SEARCH_NEWEST;
  newest.count_max = 0;
  snapshot = _sb_store_hold_snapshot (self, error);
  hits = snapshot != NULL && prepare_rows (&search, error) ? find_hits (&search, answer, error) : NULL;
  if (hits == NULL)
    return NULL;

  for (guint i = 0; i < hits->len; i++)
    {
      guint position = g_array_index (hits, SbSearchHit, i).position;

      g_array_append_val (ids, g_array_index (self->search->rows->rows, SbSearchRow, position).record);
    }

  return g_steal_pointer (&ids);
}
