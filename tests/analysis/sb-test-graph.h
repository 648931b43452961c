/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-actor-graph.h"

G_BEGIN_DECLS

/* Graphs made for the purpose. Actors are letters, "A" has the id 1, "a" 51; what is
 * not about them is written in words: */

/* What is known of one actor. */
typedef struct
{
  const char *name; /* NULL ends the list */
  int kind; /* SbActorKind */
  const char *founded; /* EDTF (nullable) */
  const char *dissolved;
  const char *parent; /* (nullable) */
  const char *body; /* that it has an office in (nullable) */
} SbTestActor;

/* What ties one to another. */
typedef struct
{
  const char *from; /* NULL ends the list */
  int kind; /* SbRelationKind */
  const char *to;
  const char *since;
  const char *until;
  guint n_sources;
} SbTestTie;

/* Ids: relations from 101, alliances from 201. */
typedef struct
{
  const char *parties; /* letters; NULL ends the list */
  const char *adversary;
  const char *since;
  const char *until;
} SbTestAlliance;

SbGraphInput *sb_test_graph_input_new (const SbTestActor *actors,
                                       const SbTestTie *ties,
                                       const SbTestAlliance *alliances) G_GNUC_WARN_UNUSED_RESULT;

/* So many actors, and ties between them as there are in life: most of them near, some
 * actors with many. The same each time. */
SbGraphInput *sb_test_graph_input_new_large (guint n_actors,
                                             guint n_ties) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
