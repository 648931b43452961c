/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-search-rank.h"

#include <math.h>
#include <sqlite3.h>

#include "sb-date.h"
#include "sb-search-tokenizer.h"

/* Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework",
 * 2009), with the customary constants. */
#define K1 1.2
#define B  0.75

/* The columns of the index: a title is worth so many times as much. */
#define TITLE_COLUMN 0
#define TITLE_WEIGHT 4

/* What is called just what was typed comes first. */
#define NAMED_WEIGHT 3

/* More hits in one text hardly change its score. */
#define POSITIONS_MAX 24

/* How rare a word is, is told from its newest so many hits and how far back they
 * reach. */
#define SAMPLE_MAX 2000

/* What age leaves of a score: all of it when new, this much when very old, and
 * half of the difference after a year. */
#define OLD_WEIGHT    0.6
#define HALF_LIFE     365.0
#define AGE_STEP      16 /* days */
#define N_AGE_WEIGHTS 256

typedef struct
{
  SbSearchRanking *ranking; /* (unowned) */
  gint64 n_hits;
  gint64 last_key;
} Sample;

SbSearchRanking *
_sb_search_ranking_new (void)
{
  SbSearchRanking *self = g_new0 (SbSearchRanking, 1);

  self->hits = g_array_new (FALSE, FALSE, sizeof (SbSearchHit));
  self->rarities = g_array_new (FALSE, TRUE, sizeof (double));
  return self;
}

void
_sb_search_ranking_free (SbSearchRanking *self)
{
  g_array_unref (self->hits);
  g_array_unref (self->rarities);
  g_free (self);
}

static const float *
get_age_weights (void)
{
  static float weights[N_AGE_WEIGHTS];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < N_AGE_WEIGHTS; i++)
        weights[i] = (float) (OLD_WEIGHT + (1 - OLD_WEIGHT) * exp2 (-(double) (i * AGE_STEP) / HALF_LIFE));
      g_once_init_leave (&ready, 1);
    }

  return weights;
}

/* What has no day is of no age; what lasts is as old as its last day so far. */
static inline double
get_age_weight (const SbSearchRanking *self,
                const SbSearchRow *row)
{
  gint64 age;

  if (row->last_day == SB_DATE_DAY_MIN)
    return 1;

  age = (gint64) self->today - row->last_day;
  if (age <= 0)
    return 1;

  return get_age_weights ()[MIN (age / AGE_STEP, N_AGE_WEIGHTS - 1)];
}

/* Of two that score the same, the older one is worse, so that pages fit
 * together. */
static inline gboolean
is_worse (const SbSearchHit *a,
          const SbSearchHit *b)
{
  return a->score != b->score ? a->score < b->score : a->position > b->position;
}

static void
sift_up (SbSearchHit *hits,
         guint n_hits,
         SbSearchHit hit)
{
  guint i = n_hits;

  while (i > 0 && is_worse (&hit, &hits[(i - 1) / 2]))
    {
      hits[i] = hits[(i - 1) / 2];
      i = (i - 1) / 2;
    }
  hits[i] = hit;
}

static void
sift_down (SbSearchHit *hits,
           guint n_hits,
           SbSearchHit hit)
{
  guint i = 0;

  while (2 * i + 1 < n_hits)
    {
      guint child = 2 * i + 1;

      if (child + 1 < n_hits && is_worse (&hits[child + 1], &hits[child]))
        child++;
      if (!is_worse (&hits[child], &hit))
        break;
      hits[i] = hits[child];
      i = child;
    }
  hits[i] = hit;
}

/* Keeps the hit if it is among the best. */
static inline void
keep (SbSearchRanking *self,
      double score)
{
  SbSearchHit hit = { score, self->position };
  SbSearchHit *hits;

  if (self->hits->len < self->n_best)
    {
      g_array_set_size (self->hits, self->hits->len + 1);
      sift_up ((SbSearchHit *) (gpointer) self->hits->data, self->hits->len - 1, hit);
      return;
    }

  hits = (SbSearchHit *) (gpointer) self->hits->data;
  if (self->n_best > 0 && score > hits[0].score)
    sift_down (hits, self->hits->len, hit);
}

static int
count_hit_cb (const Fts5ExtensionApi *api,
              Fts5Context *context,
              void *data)
{
  Sample *sample = data;

  sample->last_key = api->xRowid (context);
  return ++sample->n_hits < SAMPLE_MAX ? SQLITE_OK : SQLITE_DONE;
}

/* In how many rows the phrase is, about. */
static double
estimate_hits (SbSearchRanking *self,
               const Fts5ExtensionApi *api,
               Fts5Context *context,
               int phrase)
{
  Sample sample = { .ranking = self };
  guint reached;

  if (api->xQueryPhrase (context, phrase, &sample, count_hit_cb) != SQLITE_OK || sample.n_hits < SAMPLE_MAX)
    return (double) sample.n_hits;

  reached = _sb_search_rows_seek (self->rows, 0, sample.last_key) + 1;
  return (double) sample.n_hits * self->rows->rows->len / MAX (reached, 1);
}

/* Finds out how rare the concepts are: the inverse document frequency of BM25.
 * One alone needs no comparing. */
static void
prepare (SbSearchRanking *self,
         const Fts5ExtensionApi *api,
         Fts5Context *context)
{
  const GArray *terms = self->plan->terms;
  double n_rows = self->rows->rows->len;

  self->is_ready = TRUE;
  self->mean_words = _sb_search_rows_get_mean_words (self->rows);
  g_array_set_size (self->rarities, 0);
  g_array_set_size (self->rarities, self->plan->n_concepts);
  if (self->plan->n_concepts > 1)
    for (guint i = 0; i < terms->len; i++)
      {
        guint concept = g_array_index (terms, SbSearchTerm, i).concept;

        if (concept != G_MAXUINT)
          g_array_index (self->rarities, double, concept) += estimate_hits (self, api, context, (int) i);
      }

  for (guint i = 0; i < self->plan->n_concepts; i++)
    {
      double n_hits = MIN (g_array_index (self->rarities, double, i), n_rows);

      g_array_index (self->rarities, double, i) = self->plan->n_concepts > 1 ? log (1 + (n_rows - n_hits + 0.5) / (n_hits + 0.5)) : 1;
    }
}

/* How often a phrase is in the row, by weight. */
static inline double
weigh_phrase (const Fts5ExtensionApi *api,
              Fts5Context *context,
              int phrase)
{
  Fts5PhraseIter iter;
  double weight = 0;
  int column;
  int offset;

  if (api->xPhraseFirst (context, phrase, &iter, &column, &offset) != SQLITE_OK)
    return 0;

  for (guint n = 0; column >= 0 && n < POSITIONS_MAX; n++)
    {
      weight += column == TITLE_COLUMN ? TITLE_WEIGHT : 1;
      api->xPhraseNext (context, &iter, &column, &offset);
    }

  return weight;
}

static inline gboolean
is_named (const SbSearchRanking *self,
          const SbSearchRow *row)
{
  for (guint i = 0; i < self->plan->named->len; i++)
    if (g_array_index (self->plan->named, gint64, i) == row->record)
      return TRUE;

  return FALSE;
}

static double
score_row (SbSearchRanking *self,
           const Fts5ExtensionApi *api,
           Fts5Context *context,
           const SbSearchRow *row)
{
  const SbSearchTerm *terms = (const SbSearchTerm *) (gpointer) self->plan->terms->data;
  guint n_terms = self->plan->terms->len;
  double k = K1 * (1 - B + B * row->n_words / self->mean_words);
  double score = 0;

  /* The terms of a concept stand together. */
  for (guint i = 0; i < n_terms;)
    {
      guint concept = terms[i].concept;
      double weight = 0;

      for (; i < n_terms && terms[i].concept == concept; i++)
        if (concept != G_MAXUINT)
          weight += terms[i].weight * weigh_phrase (api, context, (int) i);
      if (weight > 0)
        score += g_array_index (self->rarities, double, concept) * weight * (K1 + 1) / (weight + k);
    }

  if (is_named (self, row))
    score *= NAMED_WEIGHT;
  return score * get_age_weight (self, row);
}

/* Is called for every row that matches: the value is 1 when no more need be
 * looked at. */
static void
rank_cb (const Fts5ExtensionApi *api,
         Fts5Context *context,
         sqlite3_context *result,
         int n_values,
         sqlite3_value **values)
{
  SbSearchRanking *self = api->xUserData (context);
  const SbSearchRow *rows;
  gint64 key = api->xRowid (context);

  sqlite3_result_int (result, 0);
  if (self->rows == NULL)
    return;

  rows = (const SbSearchRow *) (gpointer) self->rows->rows->data;
  self->position = _sb_search_rows_seek (self->rows, self->position, key);
  if (self->position >= self->end)
    {
      sqlite3_result_int (result, 1);
      return;
    }

  if (rows[self->position].key != key || rows[self->position].record == 0 ||
      (self->allowed != NULL && !self->allowed[self->position]))
    return;

  if (!self->is_ready)
    prepare (self, api, context);

  self->n_hits++;
  keep (self, score_row (self, api, context, &rows[self->position]));
  if (self->n_hits < self->n_ranked_max)
    return;

  self->is_partial = TRUE;
  sqlite3_result_int (result, 1);
}

gboolean
_sb_search_ranking_register (SbSearchRanking *self,
                             SbStore *store,
                             GError **error)
{
  struct fts5_api *api = _sb_search_get_fts5 (store->connection, error);

  if (api == NULL)
    return FALSE;

  if (api->xCreateFunction (api, "search_rank", self, rank_cb, NULL) == SQLITE_OK)
    return TRUE;

  g_set_error_literal (error, SB_SQLITE_ERROR, SB_SQLITE_ERROR_NO_MEMORY, "the ranking of the search");
  return FALSE;
}

/* Better ones first; of two that are equal, the newer one. */
static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  return is_worse (a, b) - is_worse (b, a);
}

gboolean
_sb_search_ranking_run (SbSearchRanking *self,
                        SbStore *store,
                        GError **error)
{
  g_autoptr (SbStatement) statement = _sb_store_query (store, "search/rank", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  g_array_set_size (self->hits, 0);
  self->n_hits = 0;
  self->is_partial = FALSE;
  self->position = 0;
  self->is_ready = FALSE;

  /* The only row there can be says that it is enough. */
  sb_statement_bind_text (statement, ":match", self->plan->match);
  sb_statement_step (statement, &failure);
  self->rows = NULL;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  g_array_sort (self->hits, compare_hits);
  return TRUE;
}
