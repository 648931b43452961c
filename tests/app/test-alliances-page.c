/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-alliances-page.h"

#include "sb-alliance-sheet.h"
#include "sb-event.h"
#include "sb-graph-view-private.h"
#include "sb-record-view.h"
#include "sb-test-desk.h"

/* The page of alliances of the sample, as a user meets it. */

typedef struct
{
  SbApplication *application; /* (owned) */
  SbWindow *window;
  SbAlliancesPage *page;
  SbGraphView *view;
} Fixture;

static gboolean
is_painted (gpointer data)
{
  return sb_graph_view_get_figure (data) != NULL && sb_graph_view_is_painted (data);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  sb_test_screen_set_language (SB_LANGUAGE_FR);
  fixture->application = sb_test_desk_start ();
  fixture->window = sb_test_desk_open_window (fixture->application);
  fixture->page = SB_ALLIANCES_PAGE (sb_test_desk_show_page (fixture->window, "alliances"));
  fixture->view = SB_GRAPH_VIEW (sb_test_find_type (GTK_WIDGET (fixture->page), SB_TYPE_GRAPH_VIEW));
  sb_test_wait (is_painted, fixture->view);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  sb_test_desk_stop (fixture->application);
}

static SbActorGraph *
get_graph (Fixture *fixture)
{
  return sb_graph_figure_get_graph (sb_graph_view_get_figure (fixture->view));
}

/* The node with a title that begins so; fails when there is none. */
static const SbGraphNode *
find_node (Fixture *fixture,
           const char *title)
{
  SbActorGraph *graph = get_graph (fixture);

  for (guint i = 0; i < sb_actor_graph_get_n_nodes (graph); i++)
    {
      const SbGraphNode *node = sb_actor_graph_get_node (graph, i);

      if (g_str_has_prefix (sb_record_get_title (node->record, SB_LANGUAGE_FR), title))
        return node;
    }

  g_assert_not_reached ();
}

static void
select_node (Fixture *fixture,
             const char *title)
{
  g_autoptr (SbRef) ref = sb_record_dup_ref (find_node (fixture, title)->record);

  sb_session_select (sb_page_get_session (SB_PAGE (fixture->page)), ref);
}

static gboolean
shows_sheet (gpointer data)
{
  GtkWidget *sheet = sb_test_find_type (data, SB_TYPE_ALLIANCE_SHEET);

  return sheet != NULL && gtk_widget_get_mapped (sheet) && sb_test_find_label (sheet, "Ce qui la divise") != NULL;
}

/* By the keyboard from actor to actor; what is chosen is seen beside the graph. */
static void
test_walk (Fixture *fixture,
           gconstpointer data)
{
  static const char *const keys[] = { "Left", "Up", "Right", "Down" };
  SbSession *session = sb_page_get_session (SB_PAGE (fixture->page));
  GtkWidget *sheet;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_true (sb_test_press (GTK_WIDGET (fixture->view), keys[i]));
  g_assert_true (sb_test_press (GTK_WIDGET (fixture->view), "Return"));
  g_assert_nonnull (sb_session_get_selection (session));
  g_assert_cmpint (sb_actor_graph_find (get_graph (fixture), sb_ref_get_id (sb_session_get_selection (session))), >=, 0);

  select_node (fixture, "Alliance JNIM");
  sb_test_wait (shows_sheet, fixture->page);
  sheet = sb_test_find_type (GTK_WIDGET (fixture->page), SB_TYPE_ALLIANCE_SHEET);
  g_assert_nonnull (sb_test_find_label (sheet, "Alliance JNIM–FLA"));
  g_assert_nonnull (sb_test_find_label (sheet, "Ce qui la tient"));
  g_assert_nonnull (sb_test_find_label (sheet, "Iyad Ag Ghaly, un Ifoghas, lien vivant entre les deux mouvements."));
  g_assert_nonnull (sb_test_find_label (sheet, "Durabilité"));
}

static gboolean
has_rings (gpointer data)
{
  return SB_GRAPH_VIEW (data)->ringed != NULL && is_painted (data);
}

static gboolean
has_no_rings (gpointer data)
{
  return SB_GRAPH_VIEW (data)->ringed == NULL && is_painted (data);
}

/* The first event of the period that somebody of the graph took part in, and who it was. */
static SbRecord *
find_event (Fixture *fixture,
            int *node)
{
  GListModel *events = sb_moment_get_events (sb_page_get_moment (SB_PAGE (fixture->page)));

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (SbRecord) event = g_list_model_get_item (events, i);

      for (guint j = 0; j < sb_record_get_n_items (event, SB_EVENT_ACTORS); j++)
        {
          SbRef *actor = sb_record_get_ref (sb_record_get_item (event, SB_EVENT_ACTORS, j), SB_EVENT_ACTOR_ACTOR);

          *node = sb_actor_graph_find (get_graph (fixture), sb_ref_get_id (actor));
          if (*node >= 0)
            return g_steal_pointer (&event);
        }
    }

  g_assert_not_reached ();
}

/* Who took part in the selected event has a ring, and it is said; until something else is
 * selected. */
static void
test_event (Fixture *fixture,
            gconstpointer data)
{
  int node;
  g_autoptr (SbRecord) event = find_event (fixture, &node);
  g_autoptr (SbRef) ref = sb_record_dup_ref (event);
  g_autofree char *before = _sb_graph_view_describe_node (fixture->view, (guint) node);
  g_autofree char *said = NULL;

  g_assert_null (strstr (before, "événement sélectionné"));
  sb_session_select (sb_page_get_session (SB_PAGE (fixture->page)), ref);
  sb_test_wait (has_rings, fixture->view);
  g_assert_cmpuint (fixture->view->ringed->len, ==, sb_record_get_n_items (event, SB_EVENT_ACTORS));
  said = _sb_graph_view_describe_node (fixture->view, (guint) node);
  g_assert_nonnull (strstr (said, "A pris part à l’événement sélectionné"));

  select_node (fixture, "Alliance JNIM");
  sb_test_wait (has_no_rings, fixture->view);
}

static gboolean
is_near (gpointer data)
{
  Fixture *fixture = data;

  return sb_actor_graph_get_n_nodes (get_graph (fixture)) < 30 && sb_graph_view_is_painted (fixture->view);
}

static gboolean
is_whole (gpointer data)
{
  Fixture *fixture = data;

  return sb_actor_graph_get_n_nodes (get_graph (fixture)) > 50;
}

/* f narrows it to what is near, Escape shows all of it again. */
static void
test_focus (Fixture *fixture,
            gconstpointer data)
{
  guint n_nodes = sb_actor_graph_get_n_nodes (get_graph (fixture));

  g_assert_cmpuint (n_nodes, >, 50);
  select_node (fixture, "Groupe de soutien");
  g_assert_true (sb_test_press (GTK_WIDGET (fixture->view), "f"));
  sb_test_wait (is_near, fixture);
  find_node (fixture, "Groupe de soutien");
  g_assert_true (sb_test_press (GTK_WIDGET (fixture->view), "Escape"));
  sb_test_wait (is_whole, fixture);
}

static gboolean
has_no_alliances (gpointer data)
{
  SbActorGraph *graph = get_graph (data);

  for (guint i = 0; i < sb_actor_graph_get_n_nodes (graph); i++)
    if (sb_actor_graph_is_alliance (graph, i))
      return FALSE;

  return TRUE;
}

static void
test_filter (Fixture *fixture,
             gconstpointer data)
{
  g_assert_false (has_no_alliances (fixture));
  sb_test_activate (GTK_WIDGET (fixture->page), "graph.alliances");
  sb_test_wait (has_no_alliances, fixture);
  sb_test_activate (GTK_WIDGET (fixture->page), "alliances.reset");
  sb_test_wait (is_whole, fixture);
}

/* Before an alliance there is none, and who was there stays where it was. */
static void
test_day (Fixture *fixture,
          gconstpointer data)
{
  SbGraphFigure *figure = sb_graph_view_get_figure (fixture->view);
  g_autoptr (SbRecord) junta = g_object_ref (find_node (fixture, "Autorités militaires")->record);
  int node = sb_actor_graph_find (get_graph (fixture), sb_record_get_id (junta));
  SbPoint was = sb_graph_layout_get_point (sb_graph_figure_get_layout (figure), (guint) node);
  SbSession *session = sb_page_get_session (SB_PAGE (fixture->page));
  gint64 alliance = sb_record_get_id (find_node (fixture, "Alliance JNIM")->record);
  SbPoint is;
  int day;

  g_assert_true (sb_day_parse ("2025-01-15", &day));
  sb_session_set_period (session, day - 100, day + 100);
  sb_session_set_as_of (session, day);
  while (sb_actor_graph_find (get_graph (fixture), alliance) >= 0)
    g_main_context_iteration (NULL, TRUE);

  node = sb_actor_graph_find (get_graph (fixture), sb_record_get_id (junta));
  g_assert_cmpint (node, >=, 0);
  is = sb_graph_layout_get_point (sb_graph_figure_get_layout (sb_graph_view_get_figure (fixture->view)), (guint) node);
  g_assert_cmpfloat_with_epsilon (was.x, is.x, 0.01);
  g_assert_cmpfloat_with_epsilon (was.y, is.y, 0.01);
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
    { "/app/alliances-page/walk", test_walk },
    { "/app/alliances-page/event", test_event },
    { "/app/alliances-page/focus", test_focus },
    { "/app/alliances-page/filter", test_filter },
    { "/app/alliances-page/day", test_day },
  };

  sb_test_desk_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return sb_test_screen_run ();
}
