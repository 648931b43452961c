/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

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
} SbMergeQuery;

/* Newest first. Blocks. (element-type SbMerge) */
GPtrArray *sb_store_list_merges (SbStore *self,
                                 const SbMergeQuery *query,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Merges the actor or place @gone into @kept, both ids, as one unit of work that
 * is called @label, which can be undone. What named @gone names @kept, what
 * becomes a twin by it is joined, and what would be a tie of @kept to itself is
 * removed. @gone gives its names, its lists, what @kept says nothing of, its
 * evidence and its dossiers. All of it or, on error, nothing; %FALSE then:
 * %SB_CATALOGUE_ERROR_MERGE for what cannot be merged. Blocks. */
gboolean sb_store_merge (SbStore *self,
                         SbKind kind,
                         gint64 kept,
                         gint64 gone,
                         const char *label,
                         GError **error);

/* Parts what was merged, whatever was done since: what came by the merge goes
 * back where it came from, and what others did meanwhile stays. A unit of work
 * that is called @label. %SB_CATALOGUE_ERROR_NOT_MERGED when @merge does not hold.
 * Blocks. */
gboolean sb_store_unmerge (SbStore *self,
                           gint64 merge,
                           const char *label,
                           GError **error);

G_END_DECLS
