/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-search-plan.h"
#include "sb-search-rows.h"

G_BEGIN_DECLS

/* A row that was found. */
typedef struct
{
  double score;
  guint position; /* among the rows */
} SbSearchHit;

/**
 * SbSearchRanking:
 *
 * The hits of one search. For every row that matches, FTS5 calls a function of
 * ours, which scores it and keeps it if it is among the best so far: SQLite
 * sorts nothing and makes no row. Belongs to one connection.
 */
typedef struct
{
  const SbSearchRows *rows; /* (unowned) */
  const guint8 *allowed; /* (unowned) (nullable) for each row, whether it may be
                            found; NULL: all of them */
  guint end; /* the position behind the last row that may be found */
  const SbSearchPlan *plan; /* (unowned) */
  int today;
  guint n_best; /* how many are kept */
  gint64 n_ranked_max; /* hits that are compared; the rest is older */

  /* What came of it. */
  GArray *hits; /* (owned) (element-type SbSearchHit) a heap, the worst first */
  gint64 n_hits;
  gboolean is_partial;

  /*< private >*/
  guint position; /* of the last hit */
  gboolean is_ready; /* the next two are set */
  double mean_words; /* of a row */
  GArray *rarities; /* (owned) (element-type double) of each concept */
} SbSearchRanking;

SbSearchRanking *_sb_search_ranking_new (void) G_GNUC_WARN_UNUSED_RESULT;
void _sb_search_ranking_free (SbSearchRanking *self);

/* Makes "search_rank" known to the connection of @store. */
gboolean _sb_search_ranking_register (SbSearchRanking *self,
                                      SbStore *store,
                                      GError **error);

/* Finds the best rows of the plan, which are in @hits afterwards, best first. */
gboolean _sb_search_ranking_run (SbSearchRanking *self,
                                 SbStore *store,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbSearchRanking, _sb_search_ranking_free)

G_END_DECLS
