/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-search-plan.h"
#include "sb-search-stems.h"

G_BEGIN_DECLS

/* Words of a name, at most. */
#define SB_SEARCH_NAME_WORDS_MAX 10

/* What a plan is made with: a plain struct on the stack. */
typedef struct
{
  SbSearchPlan *plan; /* (unowned) */
  SbStore *store; /* (unowned) */
  SbStems *stems; /* (unowned) */
  gboolean is_unwanted; /* below a NOT */
  gboolean is_by_day; /* which words of a concept a text has is the same */
} SbSearchPlanner;

/* A concept is what somebody looks for with one word, phrase or name: the words
 * themselves, their other forms, the other names. Each of these becomes a term of
 * the plan, in the order in which they are appended to the expression. */

/* Appends the word, phrase or beginning of @node. */
gboolean _sb_search_concept_append_leaf (SbSearchPlanner *planner,
                                         GString *out,
                                         const SbSearchNode *node,
                                         GError **error);

/* Appends @words and the other names of what is called so; *@is_name is FALSE, and
 * nothing is appended, when nothing is. */
gboolean _sb_search_concept_append_name (SbSearchPlanner *planner,
                                         GString *out,
                                         const char *const *words,
                                         gboolean *is_name,
                                         GError **error);

/* An expression of FTS5 for words that follow each other. */
void _sb_search_append_phrase (GString *out,
                               const char *const *words);

G_END_DECLS
