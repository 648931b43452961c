/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-actor-graph-private.h"

/* Distances from one node, alliances being half way between their parties: into one is
 * a step, out of it none. A queue with two ends keeps the nodes in the order of their
 * distance. */
guint *
sb_actor_graph_measure (const SbActorGraph *self,
                        guint node)
{
  guint *steps;
  g_auto (GQueue) queue = G_QUEUE_INIT;

  g_return_val_if_fail (self != NULL && node < self->nodes->len, NULL);

  steps = g_new (guint, self->nodes->len);
  for (guint i = 0; i < self->nodes->len; i++)
    steps[i] = G_MAXUINT;

  steps[node] = 0;
  g_queue_push_tail (&queue, GUINT_TO_POINTER (node));
  while (!g_queue_is_empty (&queue))
    {
      guint here = GPOINTER_TO_UINT (g_queue_pop_head (&queue));
      guint cost = sb_actor_graph_is_alliance (self, here) && here != node ? 0 : 1;
      guint n_ties;
      const guint *ties = sb_actor_graph_get_ties_of (self, here, &n_ties);

      for (guint i = 0; i < n_ties; i++)
        {
          guint there = _sb_graph_tie_get_other (sb_actor_graph_get_tie (self, ties[i]), here);

          if (steps[here] + cost >= steps[there])
            continue;

          steps[there] = steps[here] + cost;
          if (cost == 0)
            g_queue_push_head (&queue, GUINT_TO_POINTER (there));
          else
            g_queue_push_tail (&queue, GUINT_TO_POINTER (there));
        }
    }

  return steps;
}

void
sb_graph_path_free (SbGraphPath *path)
{
  g_return_if_fail (path != NULL);

  g_free (path->nodes);
  g_free (path->ties);
  g_free (path);
}

/* Ways that are being looked for, from the last node back to the first. */
typedef struct
{
  const SbActorGraph *graph; /* (unowned) */
  guint from;
  const guint *steps; /* (unowned) from the first node */
  guint limit;
  GArray *nodes; /* (owned) (element-type guint) */
  GArray *ties; /* (owned) (element-type guint) */
  GPtrArray *paths; /* (owned) (element-type SbGraphPath) */
} Search;

static void
add_path (Search *search)
{
  SbGraphPath *path = g_new0 (SbGraphPath, 1);

  path->n_nodes = search->nodes->len;
  path->nodes = g_new (guint, search->nodes->len);
  path->ties = g_new (guint, MAX (search->ties->len, 1));
  for (guint i = 0; i < search->nodes->len; i++)
    path->nodes[i] = g_array_index (search->nodes, guint, search->nodes->len - 1 - i);
  for (guint i = 0; i < search->ties->len; i++)
    path->ties[i] = g_array_index (search->ties, guint, search->ties->len - 1 - i);
  g_ptr_array_add (search->paths, path);
}

static gboolean
is_passed (const Search *search,
           guint node)
{
  for (guint i = 0; i < search->nodes->len; i++)
    if (g_array_index (search->nodes, guint, i) == node)
      return TRUE;

  return FALSE;
}

/* The neighbours of @node from which it is reached by the fewest steps, each once, with
 * the best tie that leads there. (element-type guint: node, tie, node, tie …) */
static GArray *
list_before (const Search *search,
             guint node)
{
  const SbActorGraph *graph = search->graph;
  g_autoptr (GHashTable) best = g_hash_table_new (NULL, NULL);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_ties;
  const guint *ties = sb_actor_graph_get_ties_of (graph, node, &n_ties);

  for (guint i = 0; i < n_ties; i++)
    {
      const SbGraphTie *tie = sb_actor_graph_get_tie (graph, ties[i]);
      guint before = _sb_graph_tie_get_other (tie, node);
      guint cost = sb_actor_graph_is_alliance (graph, before) && before != search->from ? 0 : 1;
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (best, GUINT_TO_POINTER (before)));

      if (search->steps[before] == G_MAXUINT || search->steps[before] + cost != search->steps[node] || is_passed (search, before))
        continue;

      if (place == 0)
        {
          g_array_append_val (found, before);
          g_array_append_val (found, ties[i]);
          g_hash_table_insert (best, GUINT_TO_POINTER (before), GUINT_TO_POINTER (found->len / 2));
        }
      else if (tie->n_sources > sb_actor_graph_get_tie (graph, g_array_index (found, guint, 2 * place - 1))->n_sources)
        g_array_index (found, guint, 2 * place - 1) = ties[i];
    }

  return found;
}

static void
go_back (Search *search,
         guint node)
{
  g_autoptr (GArray) before = NULL;

  g_array_append_val (search->nodes, node);
  if (node == search->from)
    add_path (search);
  else
    before = list_before (search, node);

  for (guint i = 0; before != NULL && i < before->len && search->paths->len < search->limit; i += 2)
    {
      g_array_append_val (search->ties, g_array_index (before, guint, i + 1));
      go_back (search, g_array_index (before, guint, i));
      g_array_set_size (search->ties, search->ties->len - 1);
    }

  g_array_set_size (search->nodes, search->nodes->len - 1);
}

GPtrArray *
sb_actor_graph_find_paths (const SbActorGraph *self,
                           guint from,
                           guint to,
                           guint limit)
{
  g_autofree guint *steps = NULL;
  Search search = { .graph = self, .from = from, .limit = limit };

  g_return_val_if_fail (self != NULL && from < self->nodes->len && to < self->nodes->len, NULL);

  steps = sb_actor_graph_measure (self, from);
  search.steps = steps;
  search.nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  search.ties = g_array_new (FALSE, FALSE, sizeof (guint));
  search.paths = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_graph_path_free);
  if (from != to && steps[to] != G_MAXUINT)
    go_back (&search, to);

  g_array_unref (search.nodes);
  g_array_unref (search.ties);
  return search.paths;
}
