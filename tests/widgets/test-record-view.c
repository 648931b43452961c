/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-record-view.h"

#include "sb-record-row.h"
#include "sb-test-screen.h"

typedef struct
{
  GListStore *events;
  SbSession *session;
  SbRecordView *view;
  gint64 chosen; /* told by the view; 0 for none yet */
  gint64 activated;
} Fixture;

static void
record_chosen_cb (SbRecordView *view,
                  SbRecord *record,
                  gpointer user_data)
{
  gint64 *id = user_data;

  *id = sb_record_get_id (record);
}

static void
add_event (GListStore *events,
           gint64 id,
           const char *fr,
           const char *en)
{
  g_autoptr (SbRecord) event = sb_test_event_new (id, fr, en, "2025-09-03", -8, 12.65);

  g_list_store_append (events, event);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->events = g_list_store_new (SB_TYPE_RECORD);
  add_event (fixture->events, 11, "Embuscade à Ségou", "Ambush at Segou");
  add_event (fixture->events, 12, "Blocus de Kayes", "Blockade of Kayes");
  add_event (fixture->events, 13, "Réunion d’Alger", "Meeting in Algiers");

  fixture->session = sb_session_new ();
  fixture->view = SB_RECORD_VIEW (g_object_ref_sink (sb_record_view_new ()));
  sb_record_view_set_model (fixture->view, G_LIST_MODEL (fixture->events));
  sb_record_view_set_session (fixture->view, fixture->session);
  g_signal_connect (fixture->view, "record-chosen", G_CALLBACK (record_chosen_cb), &fixture->chosen);
  g_signal_connect (fixture->view, "record-activated", G_CALLBACK (record_chosen_cb), &fixture->activated);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  /* The session and the list live on: neither must hold the view. */
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->events);
}

static GtkSelectionModel *
get_selection (Fixture *fixture)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (sb_test_find_type (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW)));
}

static void
select_in_session (Fixture *fixture,
                   gint64 id)
{
  g_autoptr (SbRef) ref = id != 0 ? sb_ref_new (SB_KIND_EVENT, id, NULL, NULL) : NULL;

  sb_session_select (fixture->session, ref);
}

static gint64
get_selected (Fixture *fixture)
{
  SbRecord *record = sb_record_view_get_selected (fixture->view);

  return record != NULL ? sb_record_get_id (record) : 0;
}

static void
test_user_selects (Fixture *fixture,
                   gconstpointer data)
{
  g_assert_cmpint (get_selected (fixture), ==, 0);
  gtk_selection_model_select_item (get_selection (fixture), 1, TRUE);
  g_assert_cmpint (sb_ref_get_id (sb_session_get_selection (fixture->session)), ==, 12);
  g_assert_cmpint (fixture->chosen, ==, 12);
}

static void
test_session_selects (Fixture *fixture,
                      gconstpointer data)
{
  select_in_session (fixture, 13);
  g_assert_cmpint (get_selected (fixture), ==, 13);
  /* It was not the user: nothing is to be opened. */
  g_assert_cmpint (fixture->chosen, ==, 0);

  sb_session_go_back (fixture->session);
  g_assert_cmpint (get_selected (fixture), ==, 13);
}

/* What is selected elsewhere is not in this list: a click on the same row as
 * before must be heard. */
static void
test_selected_elsewhere (Fixture *fixture,
                         gconstpointer data)
{
  gtk_selection_model_select_item (get_selection (fixture), 1, TRUE);
  select_in_session (fixture, 999);
  g_assert_cmpint (get_selected (fixture), ==, 0);
  g_assert_cmpint (sb_ref_get_id (sb_session_get_selection (fixture->session)), ==, 999);

  fixture->chosen = 0;
  gtk_selection_model_select_item (get_selection (fixture), 1, TRUE);
  g_assert_cmpint (sb_ref_get_id (sb_session_get_selection (fixture->session)), ==, 12);
  g_assert_cmpint (fixture->chosen, ==, 12);
}

static void
test_rows_come_later (Fixture *fixture,
                      gconstpointer data)
{
  select_in_session (fixture, 14);
  g_assert_cmpint (get_selected (fixture), ==, 0);
  add_event (fixture->events, 14, "Nouveau", "New");
  g_assert_cmpint (get_selected (fixture), ==, 14);
  g_assert_cmpint (fixture->chosen, ==, 0);
}

/* An edit makes another record in the same place. */
static void
test_row_is_replaced (Fixture *fixture,
                      gconstpointer data)
{
  g_autoptr (SbRecord) edited = sb_test_event_new (12, "Blocus levé", NULL, "2025-09-03", -8, 12.65);
  gpointer items[] = { edited };

  gtk_selection_model_select_item (get_selection (fixture), 1, TRUE);
  fixture->chosen = 0;
  g_list_store_splice (fixture->events, 1, 1, items, 1);
  g_assert_true (sb_record_view_get_selected (fixture->view) == edited);
  g_assert_cmpint (sb_ref_get_id (sb_session_get_selection (fixture->session)), ==, 12);
  g_assert_cmpint (fixture->chosen, ==, 0);
}

static void
test_search (Fixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint n_found;
  } cases[] = {
    { "", 3 },
    { "segou", 1 },
    { "SÉGOU", 1 },
    { "  ", 3 },
    { "blockade", 1 }, /* the title in the other language */
    { "kayes", 1 },
    { "d'alger", 1 },
    { "e", 3 },
    { "nulle part", 0 },
    { ".*", 3 }, /* punctuation does not count */
  };
  GtkEditable *entry = GTK_EDITABLE (sb_test_find_type (GTK_WIDGET (fixture->view), GTK_TYPE_SEARCH_ENTRY));
  GListModel *shown = G_LIST_MODEL (get_selection (fixture));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("search for “%s”", cases[i].text);
      gtk_editable_set_text (entry, cases[i].text);
      g_signal_emit_by_name (entry, "search-changed");
      g_assert_cmpuint (g_list_model_get_n_items (shown), ==, cases[i].n_found);
    }
}

/* Enter takes the first that is found, which may be the one that is selected already;
 * nothing where nothing is found. */
static void
test_search_enter (Fixture *fixture,
                   gconstpointer data)
{
  static const struct
  {
    const char *text;
    gint64 activated;
  } cases[] = { { "nulle part", 0 }, { "kayes", 12 }, { "kayes", 12 } };
  GtkEditable *entry = GTK_EDITABLE (sb_test_find_type (GTK_WIDGET (fixture->view), GTK_TYPE_SEARCH_ENTRY));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fixture->activated = 0;
      gtk_editable_set_text (entry, cases[i].text);
      g_signal_emit_by_name (entry, "activate");
      g_assert_cmpint (fixture->activated, ==, cases[i].activated);
      g_assert_cmpint (get_selected (fixture), ==, cases[i].activated);
    }
}

/* Down from the search leads to a row that is not selected yet; Enter opens it. */
static void
test_enter_after_down (Fixture *fixture,
                       gconstpointer data)
{
  GtkWindow *window = sb_test_show (GTK_WIDGET (fixture->view), 300, 300);
  GtkWidget *entry = sb_test_find_type (GTK_WIDGET (fixture->view), GTK_TYPE_SEARCH_ENTRY);

  gtk_widget_grab_focus (entry);
  g_assert_true (sb_test_press (GTK_WIDGET (fixture->view), "Down"));
  g_assert_cmpint (get_selected (fixture), ==, 0);
  g_assert_true (sb_test_press (gtk_window_get_focus (window), "Return"));
  g_assert_cmpint (get_selected (fixture), ==, 11);
  g_assert_cmpint (fixture->chosen, ==, 11);
  g_assert_cmpint (fixture->activated, ==, 11);
  g_assert_cmpint (sb_ref_get_id (sb_session_get_selection (fixture->session)), ==, 11);

  gtk_window_set_child (window, NULL);
  sb_test_close (window);
}

static void
test_step (Fixture *fixture,
           gconstpointer data)
{
  static const struct
  {
    int step;
    gint64 selected;
  } cases[] = {
    { 1, 11 },
    { 1, 12 },
    { 1, 13 },
    { 1, 13 },
    { -1, 12 },
    { -5, 11 },
    { 1, 12 },
  };
  GtkWindow *window = sb_test_show (GTK_WIDGET (fixture->view), 300, 300);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sb_record_view_step (fixture->view, cases[i].step);
      g_assert_cmpint (get_selected (fixture), ==, cases[i].selected);
      g_assert_cmpint (sb_ref_get_id (sb_session_get_selection (fixture->session)), ==, cases[i].selected);
    }

  gtk_window_set_child (window, NULL);
  sb_test_close (window);
}

static gboolean
is_last (SbRecord *record)
{
  return sb_record_get_id (record) == 13;
}

static gboolean
is_first (SbRecord *record)
{
  return sb_record_get_id (record) == 11;
}

/* What lies between is not chosen on the way; what lies behind is not gone back to. */
static void
test_step_to (Fixture *fixture,
              gconstpointer data)
{
  GtkWindow *window = sb_test_show (GTK_WIDGET (fixture->view), 300, 300);

  g_assert_true (sb_record_view_step_to (fixture->view, is_first));
  g_assert_cmpint (get_selected (fixture), ==, 11);
  g_assert_true (sb_record_view_step_to (fixture->view, is_last));
  g_assert_cmpint (get_selected (fixture), ==, 13);
  g_assert_false (sb_record_view_step_to (fixture->view, is_first));
  g_assert_cmpint (get_selected (fixture), ==, 13);

  gtk_window_set_child (window, NULL);
  sb_test_close (window);
}

/* Something else is looked at in between, as an extract in the reader. */
static void
test_step_goes_on (Fixture *fixture,
                   gconstpointer data)
{
  gtk_selection_model_select_item (get_selection (fixture), 1, TRUE);
  select_in_session (fixture, 999);
  sb_record_view_step (fixture->view, 1);
  g_assert_cmpint (get_selected (fixture), ==, 13);
}

static gboolean
has_all_rows (gpointer data)
{
  Fixture *fixture = data;

  return g_list_model_get_n_items (G_LIST_MODEL (get_selection (fixture))) ==
         g_list_model_get_n_items (G_LIST_MODEL (fixture->events));
}

/* Rows are made over several frames; in the end all are there, and what was
 * selected far below is found. */
static void
test_many_rows (Fixture *fixture,
                gconstpointer data)
{
  static const guint numbers[] = { 40, 300, 5000 };
  GtkWindow *window = sb_test_show (GTK_WIDGET (fixture->view), 300, 300);
  gint64 id = 100;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      while (g_list_model_get_n_items (G_LIST_MODEL (fixture->events)) < numbers[i])
        add_event (fixture->events, ++id, "Fait", "Fact");

      select_in_session (fixture, id);
      sb_test_wait (has_all_rows, fixture);
      g_assert_cmpint (get_selected (fixture), ==, id);
    }

  g_list_store_remove_all (fixture->events);
  g_assert_true (has_all_rows (fixture));
  gtk_window_set_child (window, NULL);
  sb_test_close (window);
}

static void
test_activate (Fixture *fixture,
               gconstpointer data)
{
  GtkWidget *list = sb_test_find_type (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW);

  g_signal_emit_by_name (list, "activate", 2);
  g_assert_cmpint (fixture->activated, ==, 13);
}

static void
test_empty (Fixture *fixture,
            gconstpointer data)
{
  GtkStack *stack = GTK_STACK (sb_test_find_type (GTK_WIDGET (fixture->view), GTK_TYPE_STACK));

  g_object_set (fixture->view, "empty-title", "Rien", "empty-description", "Ouvrez un fichier.", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "list");
  g_list_store_remove_all (fixture->events);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  g_assert_nonnull (sb_test_find_label (GTK_WIDGET (stack), "Rien"));

  sb_record_view_step (fixture->view, 1);
  g_assert_null (sb_record_view_get_selected (fixture->view));
  sb_record_view_set_model (fixture->view, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
}

static void
test_rows (Fixture *fixture,
           gconstpointer data)
{
  GtkWindow *window = sb_test_show (GTK_WIDGET (fixture->view), 300, 400);
  GtkWidget *row = sb_test_find_type (GTK_WIDGET (fixture->view), SB_TYPE_RECORD_ROW);

  g_assert_nonnull (row);
  g_assert_nonnull (sb_test_find_label (row, "Ambush at Segou"));
  gtk_window_set_child (window, NULL);
  sb_test_close (window);
}

/* The row that has the keyboard is made anew because its record changed: keys that come
 * before the next frame reach the window. */
static void
test_keeps_focus (Fixture *fixture,
                  gconstpointer data)
{
  GtkWindow *window = sb_test_show (GTK_WIDGET (fixture->view), 300, 300);
  g_autoptr (SbRecord) changed = sb_test_event_new (11, "Embuscade à Mopti", "Ambush at Mopti", "2025-09-03", -8, 12.65);
  GtkWidget *focus;

  sb_record_view_focus_list (fixture->view);
  focus = gtk_window_get_focus (window);
  g_assert_nonnull (focus);
  g_assert_false (GTK_IS_LIST_VIEW (focus));
  g_list_store_splice (fixture->events, 0, 1, (gpointer *) &changed, 1);
  focus = gtk_window_get_focus (window);
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_get_root (focus) == GTK_ROOT (window));
  gtk_window_set_child (window, NULL);
  sb_test_close (window);
}

int
main (int argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture,
                  gconstpointer data);
  } tests[] = {
    { "/widgets/record-view/user-selects", test_user_selects },
    { "/widgets/record-view/session-selects", test_session_selects },
    { "/widgets/record-view/selected-elsewhere", test_selected_elsewhere },
    { "/widgets/record-view/rows-come-later", test_rows_come_later },
    { "/widgets/record-view/row-is-replaced", test_row_is_replaced },
    { "/widgets/record-view/search", test_search },
    { "/widgets/record-view/search-enter", test_search_enter },
    { "/widgets/record-view/enter-after-down", test_enter_after_down },
    { "/widgets/record-view/step", test_step },
    { "/widgets/record-view/step-to", test_step_to },
    { "/widgets/record-view/step-goes-on", test_step_goes_on },
    { "/widgets/record-view/many-rows", test_many_rows },
    { "/widgets/record-view/activate", test_activate },
    { "/widgets/record-view/empty", test_empty },
    { "/widgets/record-view/rows", test_rows },
    { "/widgets/record-view/keeps-focus", test_keeps_focus },
  };

  sb_test_screen_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
