/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-graph-layout.h"

#include "sb-actor.h"
#include "sb-test-graph.h"

#include <math.h>

#define ALLIED SB_RELATION_KIND_ALLIED_WITH

static const SbTestActor actors[] = {
  { "A" },
  { "B" },
  { "C" },
  { "D" },
  { "E" },
  { "F" },
  { NULL }
};

/* F is tied from 2026 on, E until 2024. */
static const SbTestTie ties[] = {
  { "A", ALLIED, "B", "2020" },
  { "B", ALLIED, "C", "2020" },
  { "C", ALLIED, "D", "2020" },
  { "A", ALLIED, "D", "2020" },
  { "E", ALLIED, "D", "2020", "2024" },
  { "F", ALLIED, "B", "2026" },
  { NULL }
};
static const SbTestAlliance alliances[] = {
  { "AB", "C", "2020" },
  { NULL }
};

static SbActorGraph *
make_graph (SbGraphInput *input,
            const char *day)
{
  int as_of;

  g_assert_true (sb_day_parse (day, &as_of));
  return sb_actor_graph_new (input, as_of, NULL);
}

static SbPoint
get_point (SbActorGraph *graph,
           SbGraphLayout *layout,
           gint64 id)
{
  int node = sb_actor_graph_find (graph, id);

  g_assert_cmpint (node, >=, 0);
  return sb_graph_layout_get_point (layout, (guint) node);
}

static void
assert_at (SbPoint point,
           SbPoint other)
{
  g_assert_cmpfloat_with_epsilon (point.x, other.x, 0.01);
  g_assert_cmpfloat_with_epsilon (point.y, other.y, 0.01);
}

/* Everybody has a place of their own, and all lie within the bounds. */
static void
assert_apart (SbGraphLayout *layout)
{
  SbRect bounds = sb_graph_layout_get_bounds (layout);

  for (guint i = 0; i < sb_graph_layout_get_n_nodes (layout); i++)
    {
      SbPoint a = sb_graph_layout_get_point (layout, i);

      g_assert_true (isfinite (a.x) && isfinite (a.y));
      g_assert_true (a.x >= bounds.x && a.x <= bounds.x + bounds.width && a.y >= bounds.y && a.y <= bounds.y + bounds.height);
      for (guint j = 0; j < i; j++)
        {
          SbPoint b = sb_graph_layout_get_point (layout, j);

          g_assert_true (fabs (a.x - b.x) > 80 || fabs (a.y - b.y) > 44);
        }
    }
}

/* Who stays on another day stays where it was, and who comes back comes back there. */
static void
test_stable (void)
{
  g_autoptr (SbGraphInput) input = sb_test_graph_input_new (actors, ties, alliances);
  g_autoptr (SbActorGraph) first = make_graph (input, "2022-05-01");
  g_autoptr (SbActorGraph) second = make_graph (input, "2027-05-01");
  g_autoptr (GError) error = NULL;
  g_autoptr (SbGraphLayout) was = sb_graph_layout_new (first, NULL, NULL, &error);
  g_autoptr (SbGraphLayout) is = NULL;
  g_autoptr (SbGraphLayout) again = NULL;

  g_assert_no_error (error);
  assert_apart (was);
  is = sb_graph_layout_new (second, was, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sb_actor_graph_find (second, 5), ==, -1);
  assert_apart (is);
  for (gint64 id = 1; id <= 4; id++)
    assert_at (get_point (second, is, id), get_point (first, was, id));
  assert_at (get_point (second, is, 201), get_point (first, was, 201));

  /* The new one lies near the one that it is tied to. */
  g_assert_cmpfloat (hypot (get_point (second, is, 6).x - get_point (second, is, 2).x,
                            get_point (second, is, 6).y - get_point (second, is, 2).y),
                     <, 400);

  again = sb_graph_layout_new (first, is, NULL, &error);
  g_assert_no_error (error);
  assert_at (get_point (first, again, 5), get_point (first, was, 5));
}

/* The same input, the same picture. */
static void
test_same (void)
{
  g_autoptr (SbGraphInput) input = sb_test_graph_input_new_large (120, 260);
  g_autoptr (SbActorGraph) graph = make_graph (input, "2026-05-01");
  g_autoptr (GError) error = NULL;
  g_autoptr (SbGraphLayout) one = sb_graph_layout_new (graph, NULL, NULL, &error);
  g_autoptr (SbGraphLayout) other = NULL;

  g_assert_no_error (error);
  other = sb_graph_layout_new (graph, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < sb_graph_layout_get_n_nodes (one); i++)
    assert_at (sb_graph_layout_get_point (one, i), sb_graph_layout_get_point (other, i));
}

static void
test_lone (void)
{
  const SbGraphFilter filter = { .flags = SB_GRAPH_WITH_LONE };
  g_autoptr (SbGraphInput) input = sb_test_graph_input_new (actors, NULL, NULL);
  g_autoptr (SbActorGraph) graph = sb_actor_graph_new (input, 20000, &filter);
  g_autoptr (SbActorGraph) none = sb_actor_graph_new (input, 20000, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbGraphLayout) layout = sb_graph_layout_new (graph, NULL, NULL, &error);
  g_autoptr (SbGraphLayout) empty = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (sb_graph_layout_get_n_nodes (layout), ==, 6);
  assert_apart (layout);

  empty = sb_graph_layout_new (none, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sb_graph_layout_get_n_nodes (empty), ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (SbGraphInput) input = sb_test_graph_input_new (actors, ties, alliances);
  g_autoptr (SbActorGraph) graph = make_graph (input, "2022-05-01");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SbGraphLayout) layout = NULL;

  g_cancellable_cancel (cancellable);
  layout = sb_graph_layout_new (graph, NULL, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (layout);
}

/* Large graphs go other ways, and stay where they were as well. */
static void
test_large (void)
{
  g_autoptr (SbGraphInput) input = sb_test_graph_input_new_large (400, 1000);
  g_autoptr (SbActorGraph) graph = make_graph (input, "2026-05-01");
  g_autoptr (SbActorGraph) fewer = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbGraphLayout) layout = NULL;
  g_autoptr (SbGraphLayout) grown = NULL;
  const SbGraphFilter filter = { .hidden_actor_kinds = 1u << SB_ACTOR_KIND_COMPANY };

  fewer = sb_actor_graph_new (input, sb_actor_graph_get_as_of (graph), &filter);
  layout = sb_graph_layout_new (fewer, NULL, NULL, &error);
  g_assert_no_error (error);
  grown = sb_graph_layout_new (graph, layout, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < sb_actor_graph_get_n_nodes (fewer); i++)
    assert_at (get_point (graph, grown, sb_record_get_id (sb_actor_graph_get_node (fewer, i)->record)),
               sb_graph_layout_get_point (layout, i));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/graph-layout/stable", test_stable);
  g_test_add_func ("/analysis/graph-layout/same", test_same);
  g_test_add_func ("/analysis/graph-layout/lone", test_lone);
  g_test_add_func ("/analysis/graph-layout/cancelled", test_cancelled);
  g_test_add_func ("/analysis/graph-layout/large", test_large);
  return g_test_run ();
}
