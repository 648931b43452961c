/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-test-records.h"

G_BEGIN_DECLS

/* A new catalogue with two actors that are to be one, “Alpha” and “Bravo/Beta”, each with
 * a summary in one language. */
typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) */
  SbRecord *kept; /* (owned) as it was stored first */
  SbRecord *gone; /* (owned) likewise */
  gint64 merge; /* the last one */
} SbTestMerging;

void sb_test_merging_open (SbTestMerging *self,
                           gconstpointer data);
void sb_test_merging_close (SbTestMerging *self,
                            gconstpointer data);

/* Merges two records as they are stored now. Returns what is told of it:
 * "differs actor status; …". */
char *sb_test_merging_merge (SbTestMerging *self,
                             SbRecord *kept,
                             SbRecord *gone) G_GNUC_WARN_UNUSED_RESULT;
/* The two actors, of which nothing is told. */
void sb_test_merging_merge_both (SbTestMerging *self);
/* Takes the last merge back, and returns what is told of that. */
char *sb_test_merging_part (SbTestMerging *self) G_GNUC_WARN_UNUSED_RESULT;

/* Has @actor rest on an extract; @stance is "02" for its stance and its credibility, NULL
 * to take that away. */
void sb_test_merging_put_stance (SbTestMerging *self,
                                 SbRecord *actor,
                                 const char *stance);

SbRecord *sb_test_merging_make_actor (const char *fr,
                                      const char *en,
                                      const char *summary_fr,
                                      const char *summary_en) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
