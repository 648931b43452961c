/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-merge-note.h"
#include "sb-operation.h"

G_BEGIN_DECLS

/**
 * SbMerge:
 *
 * Two records that turned out to be one. All that named the one that is gone
 * names the one that was kept, its UUID leads there, and an import does not
 * bring it back. Belongs to who asked for it.
 */
typedef struct
{
  gint64 id;
  gint64 time; /* seconds since 1970 */
  SbRef *kept; /* (owned) without a name when it was removed since, or merged
                  itself */
  SbRef *gone; /* (owned) as it was called */
  gint64 history; /* the unit of work */
} SbMerge;

/* Which of the merges that hold are wanted; what is unset does not matter. */
typedef struct
{
  gint64 merge; /* 0 for all */
  gint64 kept; /* the id of the record, 0 for all */
  const char *gone; /* (nullable) a UUID */
  gint64 gone_id; /* 0 for all */
} SbMergeQuery;

/* Newest first. Blocks. (element-type SbMerge) */
GPtrArray *sb_store_list_merges (SbStore *self,
                                 const SbMergeQuery *query,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How far a merge or a parting is: as it goes, in the thread of the store.
 * @fraction: 0 to 1. */
typedef void (*SbMergeFunc) (double fraction,
                             gpointer user_data);

/* Merges the actor or place @gone into @kept, both ids, as one unit of work that
 * is called @label, which can be undone. What named @gone names @kept, items of
 * lists that say the same by it become one, and what would be a tie of @kept to
 * itself is removed. @gone gives its names, its lists, what @kept says nothing
 * of, its evidence and its dossiers. All of it or, when it fails or is cancelled
 * (sb_store_set_cancellable()), nothing. Blocks: it takes time for each record that
 * names @gone, and memory for 500 of them; @progress may be %NULL.
 *
 * Returns: what there is to tell (element-type SbMergeNote); %NULL on error:
 * %SB_CATALOGUE_ERROR_MERGE for what cannot be merged. */
GPtrArray *sb_store_merge (SbStore *self,
                           SbKind kind,
                           gint64 kept,
                           gint64 gone,
                           const char *label,
                           SbMergeFunc progress,
                           gpointer user_data,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Parts what was merged, whatever was done since: what came by the merge goes
 * back where it came from, and what others did meanwhile stays. A unit of work
 * that is called @label. Blocks as sb_store_merge() does.
 *
 * Returns: what there is to tell (element-type SbMergeNote); %NULL on error:
 * %SB_CATALOGUE_ERROR_NOT_MERGED when @merge does not hold. */
GPtrArray *sb_store_unmerge (SbStore *self,
                             gint64 merge,
                             const char *label,
                             SbMergeFunc progress,
                             gpointer user_data,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Both in the writer of @self. @operation (nullable) tells how far it is, and
 * cancels it; who made it completes it. sb_catalogue_merge_finish() returns what
 * the above return, for both. */
void sb_catalogue_merge_async (SbCatalogue *self,
                               SbKind kind,
                               gint64 kept,
                               gint64 gone,
                               const char *label,
                               SbOperation *operation,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
void sb_catalogue_unmerge_async (SbCatalogue *self,
                                 gint64 merge,
                                 const char *label,
                                 SbOperation *operation,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GPtrArray *sb_catalogue_merge_finish (SbCatalogue *self,
                                      GAsyncResult *result,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
