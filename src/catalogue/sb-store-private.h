/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-connection.h"
#include "sb-row-reader.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* What the files that make up the store share. */

/* Called in the thread of the store after a unit of work was committed. */
typedef void (*SbStoreChangedFunc) (int kinds,
                                    gpointer user_data);

/* What searching needs; sb-search.c. */
typedef struct _SbSearchIndex SbSearchIndex;

struct _SbStore
{
  GObject parent_instance;

  char *path; /* (owned) */
  SbConnection *connection; /* (owned) */
  SbRowReader *reader; /* (owned) */
  SbReadMark refs_mark; /* when the reader found what it remembers of ids */
  GError *ref_failure; /* (owned) (nullable) of looking a reference up for the reader */
  GHashTable *queries; /* (owned) names of queries to their SQL, which is static:
                          to look it up costs as much as to run a small one */
  SbSearchIndex *search; /* (owned) */
  SbTextFunc text_func; /* (nullable) */
  SbStoreChangedFunc changed_func; /* (nullable) */
  gpointer changed_data; /* (unowned) */
  gboolean is_held; /* by an SbStoreHold */
  int held_kinds; /* of what was stored meanwhile */
  gboolean is_spoilt; /* a unit of the hold failed half way: it cannot be committed */
  /* Units of work by kind, by this store and by others as far as it is known; see
   * sb-change-counts.h. */
  gint64 n_own_changes[SB_N_KINDS];
  gint64 n_others_changes[SB_N_KINDS];
};

void _sb_store_set_changed_func (SbStore *self,
                                 SbStoreChangedFunc func,
                                 gpointer user_data);
void _sb_store_tell_changed (SbStore *self,
                             int kinds);

/* The text of an SQL file, "queries/get-event"; static. */
const char *_sb_store_get_sql (const char *file);

/* Lends the statement of queries/@name.sql. */
SbStatement *_sb_store_query (SbStore *self,
                              const char *name,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What is read until the statement is freed is of one moment. */
SbStatement *_sb_store_hold_snapshot (SbStore *self,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The ids of the records that meet @query, in its order.
 * (element-type gint64) */
GArray *_sb_store_list_ids (SbStore *self,
                            const SbQuery *query,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Lends the statement that reads one record of @kind by its id. */
SbStatement *_sb_store_query_record (SbStore *self,
                                     SbKind kind,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The reference to a record by its id, for the reader; a failure is left in
 * ref_failure. */
SbRef *_sb_store_find_ref (gint64 id,
                           gpointer self);

/* The column "id" of all rows of @statement. (element-type gint64) */
GArray *_sb_store_read_ids (SbStatement *statement,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* All rows of @statement as records of @schema. (element-type SbRecord) */
GPtrArray *_sb_store_read_all (SbStore *self,
                               SbStatement *statement,
                               const SbSchema *schema,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* All rows of a query that gives references by id (sb-row-reader.h). */
GPtrArray *_sb_store_read_all_by_id (SbStore *self,
                                     SbStatement *statement,
                                     const SbSchema *schema,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* @ids (element-type gint64) as JSON, for a query that is given a list. */
char *_sb_store_join_ids (GArray *ids) G_GNUC_WARN_UNUSED_RESULT;

/* The first row of @statement as a record of @schema; NULL without an error
 * when there is none. */
SbRecord *_sb_store_read_one (SbStore *self,
                              SbStatement *statement,
                              const SbSchema *schema,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
