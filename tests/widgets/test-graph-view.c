/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-graph-view.h"

#include "sb-actor.h"
#include "sb-test-graph.h"
#include "sb-test-screen.h"

/* A graph as a user meets it: by pointer, keyboard and screen reader. */

static const SbTestActor actors[] = {
  { "A" },
  { "B" },
  { "C" },
  { "D" },
  { NULL }
};
static const SbTestTie ties[] = {
  { "A", SB_RELATION_KIND_ALLIED_WITH, "B", "2020", NULL, 1 },
  { "A", SB_RELATION_KIND_OPPOSES, "C", "2020", NULL, 0 },
  { "C", SB_RELATION_KIND_OPPOSES, "D", "2020", "2024", 2 },
  { NULL }
};
static const SbTestAlliance alliances[] = { { "AB", "C", "2020" }, { NULL } };

typedef struct
{
  SbSession *session; /* (owned) */
  SbGraphView *view;
  GtkWindow *window;
} Fixture;

static SbGraphFigure *
make_figure (const char *text,
             const SbGraphFigure *last)
{
  g_autoptr (SbGraphInput) input = sb_test_graph_input_new (actors, ties, alliances);
  g_autoptr (SbActorGraph) graph = NULL;
  g_autoptr (SbGraphLayout) layout = NULL;
  g_autoptr (GError) error = NULL;
  int day;

  g_assert_true (sb_day_parse (text, &day));
  graph = sb_actor_graph_new (input, day, NULL);
  layout = sb_graph_layout_new (graph, last != NULL ? sb_graph_figure_get_layout (last) : NULL, NULL, &error);
  g_assert_no_error (error);
  return sb_graph_figure_new (graph, layout, SB_LANGUAGE_FR);
}

static gboolean
is_painted (gpointer data)
{
  return sb_graph_view_is_painted (data);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (SbGraphFigure) figure = make_figure ("2023-05-01", NULL);

  fixture->session = sb_session_new ();
  fixture->view = SB_GRAPH_VIEW (sb_graph_view_new ());
  fixture->window = sb_test_show (GTK_WIDGET (fixture->view), 700, 500);
  sb_graph_view_set_session (fixture->view, fixture->session);
  sb_graph_view_set_figure (fixture->view, figure);
  sb_test_wait (is_painted, fixture->view);
  sb_test_wait_for_frame (GTK_WIDGET (fixture->view));
}

/* Nothing of it is left when its window is closed. */
static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gpointer session = fixture->session;

  g_object_add_weak_pointer (session, &session);
  sb_test_close (fixture->window);
  g_object_unref (fixture->session);
  g_assert_null (session);
}

static gint64
get_selected (Fixture *fixture)
{
  SbRef *selection = sb_session_get_selection (fixture->session);

  return selection != NULL ? sb_ref_get_id (selection) : 0;
}

static SbPoint
get_point (Fixture *fixture,
           gint64 id)
{
  SbGraphFigure *figure = sb_graph_view_get_figure (fixture->view);
  SbGraphFrame frame = sb_graph_view_get_frame (fixture->view);
  int node = sb_actor_graph_find (sb_graph_figure_get_graph (figure), id);

  g_assert_cmpint (node, >=, 0);
  return sb_graph_figure_get_point (figure, &frame, (guint) node);
}

/* All is in view, and what is drawn is not nothing. */
static void
test_fit (Fixture *fixture,
          gconstpointer data)
{
  const gint64 ids[] = { 1, 2, 3, 4, 201 };
  cairo_surface_t *drawn = sb_test_draw (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      SbPoint at = get_point (fixture, ids[i]);

      g_assert_true (at.x > 0 && at.y > 0 && at.x < 700 && at.y < 500);
    }
  g_assert_cmpfloat (sb_test_get_lightness (drawn), <, 0.995);
  cairo_surface_destroy (drawn);
}

/* By arrows everything is reached, n goes along the ties, Enter selects. */
static void
test_keys (Fixture *fixture,
           gconstpointer data)
{
  static const char *const arrows[] = { "Left", "Up", "Right", "Down" };
  GtkWidget *view = GTK_WIDGET (fixture->view);
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < 40; i++)
    {
      g_assert_true (sb_test_press (view, arrows[i / 2 % 4]));
      sb_test_press (view, "Return");
      g_hash_table_add (met, GSIZE_TO_POINTER ((gsize) get_selected (fixture)));
    }
  g_assert_cmpuint (g_hash_table_size (met), >=, 3);

  /* From the alliance along its three ties, and round. */
  {
    g_autoptr (SbRef) alliance = sb_ref_new (SB_KIND_ALLIANCE, 201, NULL, NULL);
    g_autoptr (GHashTable) tied = g_hash_table_new (NULL, NULL);

    for (guint i = 0; i < 4; i++)
      {
        sb_session_select (fixture->session, alliance);
        for (guint j = 0; j <= i; j++)
          g_assert_true (sb_test_press (view, "n"));
        g_assert_true (sb_test_press (view, "Return"));
        g_hash_table_add (tied, GSIZE_TO_POINTER ((gsize) get_selected (fixture)));
      }
    g_assert_cmpuint (g_hash_table_size (tied), ==, 3);
    g_assert_false (g_hash_table_contains (tied, GSIZE_TO_POINTER (4)));
  }
}

static void
asked_cb (SbGraphView *view,
          SbRecord *record,
          gint64 *asked)
{
  *asked = sb_record_get_id (record);
}

static void
cleared_cb (SbGraphView *view,
            gboolean *is_cleared)
{
  *is_cleared = TRUE;
}

static void
test_signals (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (SbRef) b = sb_ref_new (SB_KIND_ACTOR, 2, NULL, NULL);
  gboolean is_cleared = FALSE;
  gint64 asked = 0;

  g_signal_connect (fixture->view, "focus-requested", G_CALLBACK (asked_cb), &asked);
  g_signal_connect (fixture->view, "cleared", G_CALLBACK (cleared_cb), &is_cleared);
  sb_session_select (fixture->session, b);
  g_assert_true (sb_test_press (GTK_WIDGET (fixture->view), "f"));
  g_assert_cmpint (asked, ==, 2);
  g_assert_true (sb_test_press (GTK_WIDGET (fixture->view), "Escape"));
  g_assert_true (is_cleared);
}

/* What is in the middle stays there, and all comes back. */
static void
test_zoom (Fixture *fixture,
           gconstpointer data)
{
  SbGraphFrame before = sb_graph_view_get_frame (fixture->view);
  SbGraphFrame after;

  g_assert_true (sb_test_press (GTK_WIDGET (fixture->view), "plus"));
  after = sb_graph_view_get_frame (fixture->view);
  g_assert_cmpfloat (after.scale, >, before.scale * 1.2);
  g_assert_cmpfloat_with_epsilon (after.origin.x + after.width / after.scale / 2, before.origin.x + before.width / before.scale / 2, 0.01);
  sb_graph_view_pan (fixture->view, 3000, 0);
  g_assert_true (sb_test_press (GTK_WIDGET (fixture->view), "0"));
  after = sb_graph_view_get_frame (fixture->view);
  g_assert_cmpfloat_with_epsilon (after.scale, before.scale, 1e-6);
  g_assert_cmpfloat_with_epsilon (after.origin.x, before.origin.x, 0.01);
  sb_test_wait (is_painted, fixture->view);
}

/* On another day the picture stays where it is. */
static void
test_another_day (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (SbGraphFigure) figure = make_figure ("2025-05-01", sb_graph_view_get_figure (fixture->view));
  SbPoint before = get_point (fixture, 1);
  SbPoint after;

  sb_graph_view_set_figure (fixture->view, figure);
  after = get_point (fixture, 1);
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 0.01);
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 0.01);
  g_assert_cmpint (sb_actor_graph_find (sb_graph_figure_get_graph (figure), 4), ==, -1);
  sb_test_wait (is_painted, fixture->view);
  sb_graph_view_set_figure (fixture->view, NULL);
  sb_test_wait_for_frame (GTK_WIDGET (fixture->view));
}

int
main (int argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *fixture,
                  gconstpointer data);
  } tests[] = {
    { "/widgets/graph-view/fit", test_fit },
    { "/widgets/graph-view/keys", test_keys },
    { "/widgets/graph-view/signals", test_signals },
    { "/widgets/graph-view/zoom", test_zoom },
    { "/widgets/graph-view/another-day", test_another_day },
  };

  sb_test_screen_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return sb_test_screen_run ();
}
