/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-saved-search.h"

G_BEGIN_DECLS

/**
 * SbSavedSearches:
 *
 * The searches that were saved, counted anew some moments after documents came, once the
 * index has followed; which is also when what is new and meets one that is watched is
 * told. Main thread; reading and writing are done by the workers of the catalogue.
 *
 * Signal "changed": the searches, or what was counted of them, are others.
 * Signal "news" (const GPtrArray *news): something new meets what is watched (element-type
 * SbSearchNews). Told once for all that came in together.
 * Signal "failed" (const GError *error): what was asked for could not be stored.
 */
#define SB_TYPE_SAVED_SEARCHES (sb_saved_searches_get_type ())

G_DECLARE_FINAL_TYPE (SbSavedSearches, sb_saved_searches, SB, SAVED_SEARCHES, GObject)

/* What is new of one search. */
typedef struct
{
  SbSavedSearch *search; /* (owned) */
  guint n_documents;
} SbSearchNews;

/* What was published longer ago than this, in days, is no news. */
#define SB_NEWS_DAYS 30

SbSavedSearches *sb_saved_searches_new (SbCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;

/* By name. (element-type SbSavedSearch) Borrowed, until the next "changed". */
GPtrArray *sb_saved_searches_get_all (SbSavedSearches *self);
const SbSavedSearch *sb_saved_searches_find (SbSavedSearches *self,
                                             gint64 id); /* (nullable) */

/* Stores @search; anew when it has no UUID. A unit of work, which can be undone. */
void sb_saved_searches_put (SbSavedSearches *self,
                            const SbSavedSearch *search);
/* Forgets it; a unit of work as well. */
void sb_saved_searches_remove (SbSavedSearches *self,
                               gint64 id);
/* It is being looked at. */
void sb_saved_searches_mark_seen (SbSavedSearches *self,
                                  gint64 id);

G_END_DECLS
