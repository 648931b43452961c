/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/**
 * SbSavedSearch:
 *
 * A search for documents that is kept under a name. One that is watched is a watch-word:
 * what is new and meets it is told. It is the reader's own, as the marks of documents
 * are, and has no part in dossiers; to save, to change and to remove one is a unit of work
 * (sb-change-set.h), to have looked at it is none. A plain struct.
 */
struct _SbSavedSearch
{
  gint64 id; /* 0 for one that is not stored yet */
  char *uuid; /* (owned) (nullable) for one that is not stored yet */
  char *name; /* (owned) */
  char *query; /* (owned) as it is typed (sb-search-node.h) */
  gboolean is_watched;
  gint64 seen; /* records with a higher id came after it was last looked at */
  gint64 told; /* records with a higher id came after what was last told */

  /* What meets it, as far as that was counted. */
  int n_all; /* -1 when it was not, or the search is not understood */
  int n_new; /* since it was last looked at */
};

SbSavedSearch *sb_saved_search_copy (const SbSavedSearch *self) G_GNUC_WARN_UNUSED_RESULT;
void sb_saved_search_free (SbSavedSearch *self);

/* All functions below block; they are for the thread of the store. */

/* All of them, by name; nothing is counted. (element-type SbSavedSearch) */
GPtrArray *sb_store_list_saved_searches (SbStore *self,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Counts what meets @search, one document of each group. */
gboolean sb_store_count_saved_search (SbStore *self,
                                      SbSavedSearch *search,
                                      GError **error);

/* Stores name, query and watch of @search, anew when there is none of its UUID. One that
 * is new has been looked at and told up to now, unless it says otherwise. @label names the
 * work to the user, or is NULL (sb_change_set_new()). Returns its id; 0 with an error, of
 * SB_SEARCH_ERROR for a query that cannot be understood. */
gint64 sb_store_put_saved_search (SbStore *self,
                                  const SbSavedSearch *search,
                                  const char *label,
                                  GError **error);

/* One that is gone already is no error. */
gboolean sb_store_remove_saved_search (SbStore *self,
                                       const char *uuid,
                                       const char *label,
                                       GError **error);

/* It was looked at: nothing of it is new, and nothing of it need be told. */
gboolean sb_store_mark_saved_search_seen (SbStore *self,
                                          gint64 id,
                                          GError **error);

/* What is new of a search that is watched, @n_days old at most, by what it says of when
 * it was published: what was published long ago is no news, though it came in today.
 * (element-type gint64), the newest first. */
GArray *sb_store_list_news (SbStore *self,
                            const SbSavedSearch *search,
                            guint n_days,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What came before now of all searches is told, or need not be. */
gboolean sb_store_mark_news_told (SbStore *self,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbSavedSearch, sb_saved_search_free)

G_END_DECLS
