/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-actor-graph-private.h"

#include "sb-actor.h"
#include "sb-alliance.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (SbActorGraph, sb_actor_graph, sb_actor_graph_ref, sb_actor_graph_unref)

/* A graph that is being made. */
typedef struct
{
  SbGraphInput *input; /* (unowned) */
  SbGraphFilter filter;
  int as_of;
  GArray *nodes; /* (owned) (element-type SbGraphNode) */
  GArray *ties; /* (owned) (element-type SbGraphTie) */
  GHashTable *ids; /* (owned): id of a record to node + 1 */
  GHashTable *belonging; /* (owned): pairs of nodes of which a relation says how they belong */
} Making;

static void
clear_node (gpointer data)
{
  g_clear_object (&((SbGraphNode *) data)->record);
}

static void
clear_tie (gpointer data)
{
  g_clear_object (&((SbGraphTie *) data)->record);
}

static GHashTable *
create_ids (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
note_node (GHashTable *ids,
           gint64 id,
           guint node)
{
  g_hash_table_insert (ids, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (node + 1));
}

static int
find_node (GHashTable *ids,
           gint64 id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (ids, &id)) - 1;
}

/* Of an actor nobody needs to have said when it began. */
static SbCertainty
get_existence (SbRecord *actor,
               int as_of)
{
  SbDate *founded = sb_record_get_date (actor, SB_ACTOR_FOUNDED);
  SbDate *dissolved = sb_record_get_date (actor, SB_ACTOR_DISSOLVED);

  if (founded != NULL)
    return sb_certainty_of_holding (founded, dissolved, as_of);
  if (dissolved == NULL || sb_certainty_of_being_past (dissolved, as_of - 1) == SB_CERTAINTY_NO)
    return SB_CERTAINTY_SURE;

  return sb_certainty_of_holding (NULL, dissolved, as_of);
}

static gboolean
is_enough (const Making *making,
           SbCertainty certainty)
{
  return certainty == SB_CERTAINTY_SURE ||
         (certainty == SB_CERTAINTY_POSSIBLE && (making->filter.flags & SB_GRAPH_SURE_ONLY) == 0);
}

static void
add_node (Making *making,
          SbRecord *record,
          SbCertainty certainty)
{
  SbGraphNode node = { .record = g_object_ref (record), .certainty = certainty };

  node.n_sources = sb_graph_input_get_sources (making->input, record).supporting;
  note_node (making->ids, sb_record_get_id (record), making->nodes->len);
  g_array_append_val (making->nodes, node);
}

static void
add_actors (Making *making)
{
  GPtrArray *actors = sb_graph_input_get_records (making->input, SB_KIND_ACTOR);

  for (guint i = 0; i < actors->len; i++)
    {
      SbRecord *actor = g_ptr_array_index (actors, i);
      int kind = sb_record_get_term (actor, SB_ACTOR_KIND, -1);
      SbCertainty existence = get_existence (actor, making->as_of);

      if (is_enough (making, existence) && (kind < 0 || (making->filter.hidden_actor_kinds & 1u << kind) == 0))
        add_node (making, actor, existence);
    }
}

static gpointer
make_pair (guint a,
           guint b)
{
  return GSIZE_TO_POINTER (((gsize) MIN (a, b) << 32) + MAX (a, b));
}

/* Adds a tie that holds with @certainty, if both its ends are there. */
static gboolean
add_tie (Making *making,
         SbRef *from,
         SbRef *to,
         guint kind,
         SbRecord *record,
         int item,
         SbCertainty certainty)
{
  SbSourceCounts sources = sb_graph_input_get_sources (making->input, record);
  int from_node = from != NULL ? find_node (making->ids, sb_ref_get_id (from)) : -1;
  int to_node = to != NULL ? find_node (making->ids, sb_ref_get_id (to)) : -1;
  SbGraphTie tie = { .kind = kind, .item = item, .n_sources = sources.supporting };

  if (from_node < 0 || to_node < 0 || from_node == to_node)
    return FALSE;

  tie.from = (guint) from_node;
  tie.to = (guint) to_node;
  tie.stance = sb_graph_tie_kind_get_stance (kind);
  tie.is_contradicted = sources.contradicting > 0;
  tie.certainty = MIN (certainty, MIN (g_array_index (making->nodes, SbGraphNode, tie.from).certainty,
                                       g_array_index (making->nodes, SbGraphNode, tie.to).certainty));
  if (!is_enough (making, tie.certainty) || (tie.n_sources == 0 && (making->filter.flags & SB_GRAPH_SOURCED_ONLY) != 0) ||
      (kind != SB_GRAPH_TIE_PARTY && (making->filter.hidden_stances & 1u << tie.stance) != 0))
    return FALSE;

  tie.record = g_object_ref (record);
  g_array_append_val (making->ties, tie);
  return TRUE;
}

static void
add_relations (Making *making)
{
  GPtrArray *relations = sb_graph_input_get_records (making->input, SB_KIND_RELATION);

  for (guint i = 0; i < relations->len; i++)
    {
      SbRecord *relation = g_ptr_array_index (relations, i);
      int kind = sb_record_get_term (relation, SB_RELATION_KIND, SB_RELATION_KIND_RELATED_TO);
      SbCertainty certainty = sb_certainty_of_holding (sb_record_get_date (relation, SB_RELATION_SINCE),
                                                       sb_record_get_date (relation, SB_RELATION_UNTIL), making->as_of);
      const SbGraphTie *tie;

      if (!add_tie (making, sb_record_get_ref (relation, SB_RELATION_SUBJECT), sb_record_get_ref (relation, SB_RELATION_OBJECT),
                    (guint) kind, relation, -1, certainty))
        continue;

      tie = &g_array_index (making->ties, SbGraphTie, making->ties->len - 1);
      if (tie->stance == SB_GRAPH_STANCE_BELONGS)
        g_hash_table_add (making->belonging, make_pair (tie->from, tie->to));
    }
}

/* What the actors themselves say of how they belong together, where no relation says
 * so. */
static void
add_own_tie (Making *making,
             SbRecord *actor,
             SbRef *to,
             guint kind,
             int item,
             SbCertainty certainty)
{
  g_autoptr (SbRef) from = NULL;
  int from_node = find_node (making->ids, sb_record_get_id (actor));
  int to_node = to != NULL ? find_node (making->ids, sb_ref_get_id (to)) : -1;

  if (from_node < 0 || to_node < 0 || !g_hash_table_add (making->belonging, make_pair ((guint) from_node, (guint) to_node)))
    return;

  from = sb_record_dup_ref (actor);
  add_tie (making, from, to, kind, actor, item, certainty);
}

static void
add_own_ties (Making *making)
{
  GPtrArray *actors = sb_graph_input_get_records (making->input, SB_KIND_ACTOR);

  for (guint i = 0; i < actors->len; i++)
    {
      SbRecord *actor = g_ptr_array_index (actors, i);

      add_own_tie (making, actor, sb_record_get_ref (actor, SB_ACTOR_PARENT), SB_GRAPH_TIE_PARENT, -1, SB_CERTAINTY_SURE);
      for (guint j = 0; j < sb_record_get_n_items (actor, SB_ACTOR_ROLES); j++)
        {
          SbRecord *role = sb_record_get_item (actor, SB_ACTOR_ROLES, j);
          SbCertainty certainty = sb_certainty_of_holding (sb_record_get_date (role, SB_ACTOR_ROLE_SINCE),
                                                           sb_record_get_date (role, SB_ACTOR_ROLE_UNTIL), making->as_of);

          if (is_enough (making, certainty))
            add_own_tie (making, actor, sb_record_get_ref (role, SB_ACTOR_ROLE_BODY), SB_GRAPH_TIE_OFFICE, (int) j, certainty);
        }
    }
}

/* A party without dates of its own is one for as long as the alliance lasts. */
static SbCertainty
get_partaking (SbRecord *party,
               int as_of)
{
  SbDate *since = sb_record_get_date (party, SB_ALLIANCE_PARTY_SINCE);
  SbDate *until = sb_record_get_date (party, SB_ALLIANCE_PARTY_UNTIL);

  if (since == NULL && (until == NULL || sb_certainty_of_being_past (until, as_of - 1) == SB_CERTAINTY_NO))
    return SB_CERTAINTY_SURE;

  return sb_certainty_of_holding (since, until, as_of);
}

static void
add_alliance (Making *making,
              SbRecord *alliance)
{
  SbCertainty certainty = sb_certainty_of_holding (sb_record_get_date (alliance, SB_ALLIANCE_SINCE),
                                                   sb_record_get_date (alliance, SB_ALLIANCE_UNTIL), making->as_of);
  g_autoptr (SbRef) ref = NULL;

  if (!is_enough (making, certainty))
    return;

  ref = sb_record_dup_ref (alliance);
  add_node (making, alliance, certainty);
  for (guint i = 0; i < sb_record_get_n_items (alliance, SB_ALLIANCE_PARTIES); i++)
    {
      SbRecord *party = sb_record_get_item (alliance, SB_ALLIANCE_PARTIES, i);

      add_tie (making, sb_record_get_ref (party, SB_ALLIANCE_PARTY_ACTOR), ref, SB_GRAPH_TIE_PARTY, alliance, (int) i,
               MIN (certainty, get_partaking (party, making->as_of)));
    }

  add_tie (making, ref, sb_record_get_ref (alliance, SB_ALLIANCE_ADVERSARY), SB_GRAPH_TIE_ADVERSARY, alliance, -1, certainty);
}

static void
add_alliances (Making *making)
{
  GPtrArray *alliances = sb_graph_input_get_records (making->input, SB_KIND_ALLIANCE);

  for (guint i = 0; !making->filter.hides_alliances && i < alliances->len; i++)
    add_alliance (making, g_ptr_array_index (alliances, i));
}

/* Puts the ties in the order of their nodes. */
static void
index_ties (SbActorGraph *self)
{
  guint *first;
  guint *next;

  g_array_set_size (self->first_incident, self->nodes->len + 1);
  first = (guint *) (gpointer) self->first_incident->data;
  for (guint i = 0; i < self->nodes->len; i++)
    first[i + 1] = first[i] + g_array_index (self->nodes, SbGraphNode, i).n_ties;

  g_array_set_size (self->incident, first[self->nodes->len]);
  next = g_memdup2 (first, self->nodes->len * sizeof (guint));
  for (guint i = 0; i < self->ties->len; i++)
    {
      const SbGraphTie *tie = &g_array_index (self->ties, SbGraphTie, i);

      g_array_index (self->incident, guint, next[tie->from]++) = i;
      g_array_index (self->incident, guint, next[tie->to]++) = i;
    }

  g_free (next);
}

static SbActorGraph *
create_graph (int as_of)
{
  SbActorGraph *self = g_new0 (SbActorGraph, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->as_of = as_of;
  self->nodes = g_array_new (FALSE, FALSE, sizeof (SbGraphNode));
  self->ties = g_array_new (FALSE, FALSE, sizeof (SbGraphTie));
  self->incident = g_array_new (FALSE, TRUE, sizeof (guint));
  self->first_incident = g_array_new (FALSE, TRUE, sizeof (guint));
  self->ids = create_ids ();
  g_array_set_clear_func (self->nodes, clear_node);
  g_array_set_clear_func (self->ties, clear_tie);
  return self;
}

/* A graph of the nodes of @making that are marked in @kept, and the ties between
 * them. */
static SbActorGraph *
keep (const Making *making,
      const gboolean *kept)
{
  SbActorGraph *self = create_graph (making->as_of);
  g_autofree guint *numbers = g_new0 (guint, MAX (making->nodes->len, 1));

  for (guint i = 0; i < making->nodes->len; i++)
    {
      SbGraphNode node = g_array_index (making->nodes, SbGraphNode, i);

      if (!kept[i])
        continue;

      numbers[i] = self->nodes->len;
      node.n_ties = 0;
      g_object_ref (node.record);
      note_node (self->ids, sb_record_get_id (node.record), self->nodes->len);
      g_array_append_val (self->nodes, node);
    }

  for (guint i = 0; i < making->ties->len; i++)
    {
      SbGraphTie tie = g_array_index (making->ties, SbGraphTie, i);

      if (!kept[tie.from] || !kept[tie.to])
        continue;

      tie.from = numbers[tie.from];
      tie.to = numbers[tie.to];
      g_object_ref (tie.record);
      g_array_index (self->nodes, SbGraphNode, tie.from).n_ties++;
      g_array_index (self->nodes, SbGraphNode, tie.to).n_ties++;
      g_array_append_val (self->ties, tie);
    }

  index_ties (self);
  return self;
}

/* Marks what is not farther than the filter says from its focus. */
static void
keep_near (const Making *making,
           gboolean *kept)
{
  g_autoptr (SbActorGraph) whole = keep (making, kept);
  int focus = sb_actor_graph_find (whole, making->filter.focus);
  g_autofree guint *steps = focus >= 0 ? sb_actor_graph_measure (whole, (guint) focus) : NULL;

  for (guint i = 0; i < making->nodes->len; i++)
    {
      gint64 id = sb_record_get_id (g_array_index (making->nodes, SbGraphNode, i).record);
      int node = kept[i] ? sb_actor_graph_find (whole, id) : -1;

      kept[i] = steps != NULL && node >= 0 && steps[node] <= making->filter.n_steps;
    }
}

static SbActorGraph *
finish (const Making *making)
{
  g_autofree gboolean *kept = g_new0 (gboolean, MAX (making->nodes->len, 1));
  SbActorGraph *self;
  guint n_lone = 0;

  for (guint i = 0; i < making->ties->len; i++)
    {
      const SbGraphTie *tie = &g_array_index (making->ties, SbGraphTie, i);

      kept[tie->from] = kept[tie->to] = TRUE;
    }

  for (guint i = 0; i < making->nodes->len; i++)
    if (!kept[i] && sb_record_get_kind (g_array_index (making->nodes, SbGraphNode, i).record) == SB_KIND_ACTOR)
      {
        kept[i] = (making->filter.flags & SB_GRAPH_WITH_LONE) != 0 ||
                  sb_record_get_id (g_array_index (making->nodes, SbGraphNode, i).record) == making->filter.focus;
        n_lone += kept[i] ? 0 : 1;
      }

  if (making->filter.focus != 0)
    keep_near (making, kept);

  self = keep (making, kept);
  self->n_lone = making->filter.focus != 0 ? 0 : n_lone;
  return self;
}

SbActorGraph *
sb_actor_graph_new (SbGraphInput *input,
                    int as_of,
                    const SbGraphFilter *filter)
{
  Making making = { .input = input, .as_of = as_of };
  SbActorGraph *self;

  g_return_val_if_fail (input != NULL, NULL);

  if (filter != NULL)
    making.filter = *filter;
  making.nodes = g_array_new (FALSE, FALSE, sizeof (SbGraphNode));
  making.ties = g_array_new (FALSE, FALSE, sizeof (SbGraphTie));
  g_array_set_clear_func (making.nodes, clear_node);
  g_array_set_clear_func (making.ties, clear_tie);
  making.ids = create_ids ();
  making.belonging = g_hash_table_new (NULL, NULL);

  add_actors (&making);
  add_relations (&making);
  add_own_ties (&making);
  add_alliances (&making);
  self = finish (&making);

  g_array_unref (making.nodes);
  g_array_unref (making.ties);
  g_hash_table_unref (making.ids);
  g_hash_table_unref (making.belonging);
  return self;
}

SbActorGraph *
sb_actor_graph_ref (SbActorGraph *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sb_actor_graph_unref (SbActorGraph *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->nodes);
  g_array_unref (self->ties);
  g_array_unref (self->incident);
  g_array_unref (self->first_incident);
  g_hash_table_unref (self->ids);
  g_free (self);
}

int
sb_actor_graph_get_as_of (const SbActorGraph *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->as_of;
}

guint
sb_actor_graph_get_n_nodes (const SbActorGraph *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->nodes->len;
}

guint
sb_actor_graph_get_n_ties (const SbActorGraph *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->ties->len;
}

guint
sb_actor_graph_get_n_lone (const SbActorGraph *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_lone;
}

const SbGraphNode *
sb_actor_graph_get_node (const SbActorGraph *self,
                         guint node)
{
  g_return_val_if_fail (self != NULL && node < self->nodes->len, NULL);

  return &g_array_index (self->nodes, SbGraphNode, node);
}

const SbGraphTie *
sb_actor_graph_get_tie (const SbActorGraph *self,
                        guint tie)
{
  g_return_val_if_fail (self != NULL && tie < self->ties->len, NULL);

  return &g_array_index (self->ties, SbGraphTie, tie);
}

gboolean
sb_actor_graph_is_alliance (const SbActorGraph *self,
                            guint node)
{
  g_return_val_if_fail (self != NULL && node < self->nodes->len, FALSE);

  return sb_record_get_kind (g_array_index (self->nodes, SbGraphNode, node).record) == SB_KIND_ALLIANCE;
}

const guint *
sb_actor_graph_get_ties_of (const SbActorGraph *self,
                            guint node,
                            guint *n_ties)
{
  const guint *first;

  g_return_val_if_fail (self != NULL && node < self->nodes->len && n_ties != NULL, NULL);

  first = &g_array_index (self->first_incident, guint, node);
  *n_ties = first[1] - first[0];
  return (const guint *) (gpointer) self->incident->data + first[0];
}

int
sb_actor_graph_find (const SbActorGraph *self,
                     gint64 id)
{
  g_return_val_if_fail (self != NULL, -1);

  return find_node (self->ids, id);
}
