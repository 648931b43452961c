/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-certainty.h"
#include "sb-graph-input.h"
#include "sb-relation.h"

G_BEGIN_DECLS

/**
 * SbActorGraph:
 *
 * Who is tied to whom on a day. Nodes are actors, and alliances: an alliance has more
 * than two ends and dates of its own, so it is a node with a tie to each of its
 * parties, which a picture shows as a ground around them. Immutable, reference counted,
 * made by a worker, safe between threads. Nodes and ties are numbered from 0.
 *
 * An actor is there from the day it was founded to the day it was dissolved; where
 * neither is known it is there. A tie holds by the rules of sb-certainty.h, and no
 * surer than its ends are there.
 */
typedef struct _SbActorGraph SbActorGraph;

/* What a tie is. The kinds of relations go on from 0 as SbRelationKind has them; what
 * comes after these has no record of a relation. */
typedef enum
{
  SB_GRAPH_TIE_PARTY = SB_RELATION_KIND_VASSAL_OF + 1, /* from an actor to an alliance */
  SB_GRAPH_TIE_ADVERSARY, /* from an alliance to the actor that it is against */
  SB_GRAPH_TIE_PARENT, /* from an actor to what it is part of */
  SB_GRAPH_TIE_OFFICE, /* from a person to the body that it has an office in */
} SbGraphTieKind;

#define SB_N_GRAPH_TIE_KINDS (SB_GRAPH_TIE_OFFICE + 1)

/* What a tie means for peace and war; a line is drawn by it. */
typedef enum
{
  SB_GRAPH_STANCE_SUPPORTS, /* allied, supports, supplies, party of an alliance */
  SB_GRAPH_STANCE_OPPOSES, /* opposes, rival, adversary of an alliance */
  SB_GRAPH_STANCE_TALKS, /* negotiates, kinship */
  SB_GRAPH_STANCE_BELONGS, /* member, part, leads, what came of what */
} SbGraphStance;

#define SB_N_GRAPH_STANCES (SB_GRAPH_STANCE_BELONGS + 1)

typedef struct
{
  SbRecord *record; /* an actor or an alliance */
  SbCertainty certainty; /* of being there on the day: never SB_CERTAINTY_NO */
  guint n_ties;
  guint n_sources; /* independent ones that support the record */
} SbGraphNode;

typedef struct
{
  guint from; /* nodes */
  guint to;
  guint kind; /* SbRelationKind or SbGraphTieKind */
  SbGraphStance stance;
  SbRecord *record; /* the relation; the alliance or the actor that says so */
  int item; /* of its parties or roles; -1 for the record itself */
  SbCertainty certainty;
  guint n_sources; /* independent ones that support it; 0: unsourced */
  gboolean is_contradicted; /* by an extract */
} SbGraphTie;

typedef enum
{
  SB_GRAPH_DEFAULT = 0,
  SB_GRAPH_WITH_LONE = 1 << 0, /* actors without a tie as well */
  SB_GRAPH_SURE_ONLY = 1 << 1, /* nothing that only possibly holds */
  SB_GRAPH_SOURCED_ONLY = 1 << 2, /* no unsourced ties */
} SbGraphFlags;

/* What of it is wanted; all 0 is everything. */
typedef struct
{
  SbGraphFlags flags;
  guint hidden_actor_kinds; /* bits 1 << SbActorKind */
  guint hidden_stances; /* bits 1 << SbGraphStance; parties of alliances stay */
  gboolean hides_alliances;
  gint64 focus; /* the id of an actor or an alliance; 0 for none */
  guint n_steps; /* how far from there */
} SbGraphFilter;

#define SB_TYPE_ACTOR_GRAPH (sb_actor_graph_get_type ())

GType sb_actor_graph_get_type (void);

/* The graph of the day @as_of. @filter may be NULL. What is said of actors that are not
 * in @input is left out, and what a focus that is not there would show is nothing. */
SbActorGraph *sb_actor_graph_new (SbGraphInput *input,
                                  int as_of,
                                  const SbGraphFilter *filter) G_GNUC_WARN_UNUSED_RESULT;
SbActorGraph *sb_actor_graph_ref (SbActorGraph *self);
void sb_actor_graph_unref (SbActorGraph *self);

int sb_actor_graph_get_as_of (const SbActorGraph *self);
guint sb_actor_graph_get_n_nodes (const SbActorGraph *self);
guint sb_actor_graph_get_n_ties (const SbActorGraph *self);
/* Actors that are there on the day and pass the filter, but have no tie, and so are no
 * nodes. */
guint sb_actor_graph_get_n_lone (const SbActorGraph *self);
const SbGraphNode *sb_actor_graph_get_node (const SbActorGraph *self,
                                            guint node);
const SbGraphTie *sb_actor_graph_get_tie (const SbActorGraph *self,
                                          guint tie);
gboolean sb_actor_graph_is_alliance (const SbActorGraph *self,
                                     guint node);

/* The ties of @node, from it or to it: numbers of ties, borrowed. */
const guint *sb_actor_graph_get_ties_of (const SbActorGraph *self,
                                         guint node,
                                         guint *n_ties);

/* The node of the record with @id; -1 for none. */
int sb_actor_graph_find (const SbActorGraph *self,
                         gint64 id);

/* How many steps each node is from @node: G_MAXUINT for what cannot be reached. Through
 * an alliance from one party to another is one step. To be freed. */
guint *sb_actor_graph_measure (const SbActorGraph *self,
                               guint node) G_GNUC_WARN_UNUSED_RESULT;

/* A way from one actor to another: the nodes, from the first to the last, with the tie
 * that leads to each from the one before. */
typedef struct
{
  guint n_nodes;
  guint *nodes; /* (owned) */
  guint *ties; /* (owned) n_nodes - 1 of them */
} SbGraphPath;

void sb_graph_path_free (SbGraphPath *path);

/* The ways from @from to @to with the fewest steps, whatever the direction of the ties;
 * at most @limit of them, none when they are not connected. Of several ties between two
 * nodes the one with the most sources is told. (element-type SbGraphPath) */
GPtrArray *sb_actor_graph_find_paths (const SbActorGraph *self,
                                      guint from,
                                      guint to,
                                      guint limit) G_GNUC_WARN_UNUSED_RESULT;

SbGraphStance sb_graph_tie_kind_get_stance (guint kind);
/* Whether a tie of the kind reads one way only: "leads", not "allied with". */
gboolean sb_graph_tie_kind_is_directed (guint kind);
/* The name in files ("allied-with", "party"), static, and what it is called. */
const char *sb_graph_tie_kind_get_name (guint kind);
const char *sb_graph_tie_kind_get_label (guint kind,
                                         SbLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbActorGraph, sb_actor_graph_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbGraphPath, sb_graph_path_free)

G_END_DECLS
