/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-search.h"
#include "sb-store-private.h"

G_BEGIN_DECLS

/* A catalogue in a folder of its own, for tests of the search. */
typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) */
} SbTestSearch;

void sb_test_search_open (SbTestSearch *fixture,
                          gconstpointer data);
void sb_test_search_close (SbTestSearch *fixture,
                           gconstpointer data);

/* Stores a document of one paragraph; @date is in EDTF (nullable). Returns it. */
SbRecord *sb_test_search_put (SbStore *store,
                              const char *title,
                              const char *language,
                              const char *date,
                              const char *text) G_GNUC_WARN_UNUSED_RESULT;
void sb_test_search_add (SbStore *store,
                         const char *title,
                         const char *language,
                         const char *date,
                         const char *text);

/* Brings the index up to date. */
void sb_test_search_index (SbStore *store);

/* Searches that must not fail; the second one asks for all there is. */
SbSearchAnswer *sb_test_search_as (SbStore *store,
                                   const SbSearchRequest *request) G_GNUC_WARN_UNUSED_RESULT;
SbSearchAnswer *sb_test_search_for (SbStore *store,
                                    const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* How many are found. */
gint64 sb_test_search_count (SbStore *store,
                             const char *text);

G_END_DECLS
