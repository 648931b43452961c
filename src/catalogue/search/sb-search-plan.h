/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-search-node.h"
#include "sb-search.h"
#include "sb-store-private.h"

G_BEGIN_DECLS

/* Words that stand in the index as they are here: what a hit is known by. */
typedef struct
{
  GStrv words; /* (owned) one after the other, or any of them */
  gboolean is_any; /* any of them */
  gboolean is_prefix; /* words that begin so; then it is one word */
  guint concept; /* what it stands for: counted from 0; G_MAXUINT if unwanted */
  double weight; /* of one hit: a word as it was typed counts 1 */
} SbSearchTerm;

/**
 * SbSearchPlan:
 *
 * How a search is done: what is looked up in the full-text index, and which
 * fields restrict it.
 *
 * A word that was typed stands for itself, and for less for the other forms of
 * it in French and English. The name of an actor or a place stands for all of
 * its names but the loose ones. Words that are in every text are left out where
 * others remain.
 */
typedef struct
{
  char *match; /* (owned) (nullable) an expression of FTS5; NULL: all records */
  char *unwanted; /* (owned) (nullable) one for what must not be there, where
                     there is nothing else to look up */
  GArray *terms; /* (owned) (element-type SbSearchTerm) in the order in which
                    they are in @match */
  guint n_concepts;
  guint n_unwanted; /* concepts that are not wanted */
  guint n_begun; /* words that begin as it was typed, of the widest concept */
  gboolean is_common; /* nothing but words that are in every text */
  GPtrArray *fields; /* (owned) (element-type SbSearchNode) (unowned elements)
                        trees of fields, all of which must be met */
  GArray *named; /* (owned) (element-type gint64) records that are called just
                    what was typed */
  GPtrArray *names; /* (owned) (element-type utf8) other names that are looked
                       for as well, as they are written */
  GPtrArray *ignored; /* (owned) (element-type utf8) words that are not looked
                         for, as they were typed */
  GPtrArray *shortened; /* (owned) (element-type utf8) beginnings of so many words
                           that only the commonest are looked for */
} SbSearchPlan;

/* @node is borrowed for as long as the plan; NULL is for all records. */
SbSearchPlan *_sb_search_plan_new (SbStore *store,
                                   const SbSearchNode *node,
                                   SbSearchOrder order,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
void _sb_search_plan_free (SbSearchPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbSearchPlan, _sb_search_plan_free)

G_END_DECLS
