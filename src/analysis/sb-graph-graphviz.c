/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-graph-layout-private.h"

#include "sb-analysis-error.h"

#include <graphviz/gvc.h>
#include <math.h>

/* graphviz counts in points, y upwards; one of them is one logical pixel here. How far
 * apart tied nodes should be, in inches. */
#define LENGTH       "1.55"
#define PARTY_LENGTH "1.1"

/* Up to so many nodes, all distances are balanced against each other, which is the
 * best picture, and takes time by the square of their number. */
#define MAX_BALANCED 220

/* How many steps at once when nodes stay where they are, so that it can be cancelled
 * between. */
#define STEPS  "60"
#define ROUNDS 2

/* graphviz keeps state of its own that is shared by all graphs. */
static GMutex graphviz_mutex;

/* The library tells standard error what it minds; the caller is told by the error. */
static int
ignore_message (char *message)
{
  return 0;
}

static void
set_point (Agnode_t *node,
           const SbGraphSeat *seat)
{
  g_autofree char *text = g_strdup_printf ("%d,%d", (int) round (seat->point.x), (int) -round (seat->point.y));

  agsafeset (node, (char *) "pos", text, (char *) "");
  if (seat->is_fixed)
    agsafeset (node, (char *) "pin", (char *) "true", (char *) "");
}

static Agraph_t *
create_graph (const SbGraphSeat *seats,
              const SbActorGraph *graph,
              Agnode_t **nodes,
              gboolean goes_on)
{
  Agraph_t *drawing = agopen ((char *) "actors", Agundirected, NULL);

  agattr (drawing, AGRAPH, (char *) "overlap", (char *) "true");
  agattr (drawing, AGRAPH, (char *) "splines", (char *) "false");
  agattr (drawing, AGRAPH, (char *) "notranslate", (char *) "true");
  agattr (drawing, AGRAPH, (char *) "inputscale", (char *) "72");
  agattr (drawing, AGRAPH, (char *) "pack", (char *) "40");
  agattr (drawing, AGRAPH, (char *) "start", (char *) "7");
  agattr (drawing, AGRAPH, (char *) "K", (char *) "1.2");
  if (goes_on)
    agattr (drawing, AGRAPH, (char *) "maxiter", (char *) STEPS);
  agattr (drawing, AGNODE, (char *) "shape", (char *) "circle");
  agattr (drawing, AGNODE, (char *) "label", (char *) "");
  agattr (drawing, AGNODE, (char *) "fixedsize", (char *) "true");
  agattr (drawing, AGNODE, (char *) "width", (char *) "0.7");
  agattr (drawing, AGNODE, (char *) "height", (char *) "0.7");
  agattr (drawing, AGEDGE, (char *) "len", (char *) LENGTH);

  for (guint i = 0; i < sb_actor_graph_get_n_nodes (graph); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      if (seats[i].is_lone)
        continue;

      nodes[i] = agnode (drawing, name, 1);
      if (seats[i].has_point)
        set_point (nodes[i], &seats[i]);
    }

  return drawing;
}

/* One edge for two nodes, however many ties there are: otherwise those with many would
 * be drawn upon each other. */
static void
add_edges (Agraph_t *drawing,
           const SbActorGraph *graph,
           Agnode_t **nodes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < sb_actor_graph_get_n_ties (graph); i++)
    {
      const SbGraphTie *tie = sb_actor_graph_get_tie (graph, i);
      gsize pair = ((gsize) MIN (tie->from, tie->to) << 32) + MAX (tie->from, tie->to);
      Agedge_t *edge;

      if (!g_hash_table_add (seen, GSIZE_TO_POINTER (pair)))
        continue;

      edge = agedge (drawing, nodes[tie->from], nodes[tie->to], NULL, 1);
      if (tie->kind == SB_GRAPH_TIE_PARTY)
        agsafeset (edge, (char *) "len", (char *) PARTY_LENGTH, (char *) "");
    }
}

static void
take_points (SbGraphSeat *seats,
             guint n_seats,
             Agnode_t **nodes)
{
  for (guint i = 0; i < n_seats; i++)
    if (nodes[i] != NULL && !seats[i].is_fixed)
      {
        pointf at = ND_coord (nodes[i]);

        seats[i].point = (SbPoint) { at.x, -at.y };
        seats[i].has_point = isfinite (at.x) && isfinite (at.y);
      }
}

/* Which of graphviz' ways is taken. */
static const char *
choose_engine (guint n_nodes,
               gboolean has_fixed)
{
  if (n_nodes <= MAX_BALANCED)
    return "neato";

  /* The one for large graphs moves all nodes. */
  return has_fixed ? "fdp" : "sfdp";
}

/* One for the life of the program: making one reads what graphviz can do from files, and
 * graphviz 2.42 does not free all of that again. Run with the library locked. */
static GVC_t *
get_context (void)
{
  static GVC_t *context;

  if (context == NULL)
    context = gvContext ();
  return context;
}

/* Run with the library locked. */
static gboolean
lay_out_once (SbGraphSeat *seats,
              const SbActorGraph *graph,
              const char *engine,
              gboolean goes_on,
              GError **error)
{
  guint n_nodes = sb_actor_graph_get_n_nodes (graph);
  g_autofree Agnode_t **nodes = g_new0 (Agnode_t *, MAX (n_nodes, 1));
  GVC_t *context = get_context ();
  Agraph_t *drawing = create_graph (seats, graph, nodes, goes_on);
  gboolean is_done;

  add_edges (drawing, graph, nodes);
  is_done = gvLayout (context, drawing, engine) == 0;
  if (is_done)
    {
      take_points (seats, n_nodes, nodes);
      gvFreeLayout (context, drawing);
    }
  else
    g_set_error (error, SB_ANALYSIS_ERROR, SB_ANALYSIS_ERROR_LAYOUT, "graphviz cannot lay out by “%s”", engine);

  agclose (drawing);
  return is_done;
}

gboolean
_sb_graph_seats_place (SbGraphSeat *seats,
                       const SbActorGraph *graph,
                       GCancellable *cancellable,
                       GError **error)
{
  guint n_nodes = sb_actor_graph_get_n_nodes (graph);
  gboolean has_fixed = FALSE;
  gboolean is_done = TRUE;
  const char *engine;
  guint n_rounds;

  for (guint i = 0; i < n_nodes; i++)
    has_fixed = has_fixed || seats[i].is_fixed;

  engine = choose_engine (n_nodes, has_fixed);
  n_rounds = g_str_equal (engine, "fdp") ? ROUNDS : 1;
  g_mutex_lock (&graphviz_mutex);
  agseterrf (ignore_message);
  for (guint i = 0; is_done && i < n_rounds; i++)
    is_done = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
              lay_out_once (seats, graph, engine, n_rounds > 1, error);
  g_mutex_unlock (&graphviz_mutex);

  return is_done && !g_cancellable_set_error_if_cancelled (cancellable, error);
}
