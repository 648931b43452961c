/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-date.h"
#include "sb-search-error.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* Full-text search over the records of a catalogue. What can be asked is told in
 * sb-search-node.h, which the user types as one line. */

typedef enum
{
  /* By how well it fits (BM25, with k1 1.2 and b 0.75; a hit in the title or in
   * one of the names counts four times), times how new it is: 1 for today, 0.8
   * for a year ago, 0.6 for what is very old; what has no date counts as new. An
   * actor or a place that is called just so counts three times as much. */
  SB_SEARCH_RELEVANCE,
  /* By day: of a document its own or the one on which it was fetched, of an
   * extract that of its document, of what lasts the first one. What has no day
   * comes last. */
  SB_SEARCH_NEWEST,
} SbSearchOrder;

/**
 * SbSearchRequest:
 *
 * What is looked for; a plain struct, all members of which may be 0 but @text.
 */
typedef struct
{
  const char *text; /* as it was typed; (nullable) for all there is */
  SbSearchOrder order;
  SbLanguage language; /* of what is shown of records in two languages */
  guint kinds; /* bits (1 << SbKind); 0 for all of them */
  gboolean has_period; /* records that could have been on one of these days */
  int first_day;
  int last_day;
  guint limit; /* results; 0 for 50, at most 1000 */
  guint offset;
  /* Newest first, counting may stop once there are so many beyond those that
   * are shown, or, of several words, once many rows were gone past for it; 0 for
   * never. The total is then a least one. */
  guint count_max;
  gint64 after_record; /* records with a higher id, which came later; 0 for all */
} SbSearchRequest;

/* A part of a text, in characters. */
typedef struct
{
  guint start;
  guint end;
} SbSearchMark;

/* One result. */
typedef struct
{
  SbKind kind;
  gint64 id;
  char *title; /* (owned) "" when it has none */
  SbDate *date; /* (owned) (nullable) */
  char *source; /* (owned) (nullable) who published it */
  char *snippet; /* (owned) where the words are, on one line */
  GArray *marks; /* (owned) (element-type SbSearchMark) the hits in @snippet */
  double score; /* of relevance; 0 when they are ordered by day */
  gboolean is_withdrawn; /* its source took it back */
} SbSearchResult;

/**
 * SbSearchAnswer:
 *
 * What was found. Immutable and reference counted, safe between threads.
 */
typedef struct
{
  GPtrArray *results; /* (owned) (element-type SbSearchResult) */
  gint64 total;
  gboolean is_total_exact; /* or there are at least so many */
  gboolean is_ranked; /* by relevance; a search without words is not */
  gboolean is_ranking_partial; /* there are so many hits that only the newest
                                  ten or twenty thousand were compared */
  gint64 n_unindexed; /* records that could not be looked through yet */
  GPtrArray *names; /* (owned) (element-type utf8) that were looked for as well */
  GPtrArray *ignored; /* (owned) (element-type utf8) words that were not */
  GPtrArray *shortened; /* (owned) (element-type utf8) beginnings of so many words
                           that only the commonest were looked for */

  /*< private >*/
  gatomicrefcount ref_count;
} SbSearchAnswer;

SbSearchAnswer *sb_search_answer_ref (SbSearchAnswer *self);
void sb_search_answer_unref (SbSearchAnswer *self);

/* Searches what is indexed, and does not index: see sb_store_index(). A search
 * that cannot be understood is an error of SB_SEARCH_ERROR. Blocks; in the
 * window it is a job for sb_catalogue_read_async(). */
SbSearchAnswer *sb_store_search (SbStore *self,
                                 const SbSearchRequest *request,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The ids of all that @request finds, the newest first, whatever its order, limit and
 * offset (element-type gint64): without what an answer shows of them, so that a hundred
 * thousand are no trouble. Errors as above. */
GArray *sb_store_search_ids (SbStore *self,
                             const SbSearchRequest *request,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How many records changed and were not indexed since; -1 on error. */
gint64 sb_store_count_unindexed (SbStore *self,
                                 GError **error);

/* Called after each part of the work, in the thread of the store. */
typedef void (*SbIndexFunc) (gint64 n_done,
                             gint64 n_all,
                             gpointer user_data);

/* Indexes all records that wait for it, some thousands in a transaction, and
 * puts the index in order. What was done when it fails or is cancelled
 * (sb_store_set_cancellable()) stays done. @progress may be NULL. */
gboolean sb_store_index (SbStore *self,
                         SbIndexFunc progress,
                         gpointer user_data,
                         GError **error);

/* Makes the index anew, for one that is damaged. */
gboolean sb_store_rebuild_index (SbStore *self,
                                 SbIndexFunc progress,
                                 gpointer user_data,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbSearchAnswer, sb_search_answer_unref)

G_END_DECLS
