/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-event.h"
#include "sb-fact-dialog.h"
#include "sb-fact-kind.h"
#include "sb-field-row.h"
#include "sb-inspector.h"
#include "sb-map-view.h"
#include "sb-page.h"
#include "sb-reader.h"
#include "sb-reading-pane.h"
#include "sb-record-dialog.h"
#include "sb-record-view.h"
#include "sb-test-desk.h"
#include "sb-test-names.h"

#define TITLE "Un essai de levée <& plus>"

/* An actor of the sample that one text names, and those that republish it. */
#define NAMED_ONCE "Diarra Transport"

static const char *pages[] = { "desk", "documents", "map", "actors", "alliances", "chronology", "claims", "briefings", "feeds" };

/* What was done last is told at once, with a button that undoes it: it does not wait
 * behind what was done before. */
static void
test_last_done (void)
{
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);
  GtkWidget *toasts = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window), SB_TYPE_WINDOW, "toasts"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-undoable", "s", "Un premier essai"));
  g_assert_nonnull (sb_test_find_label (toasts, "Un premier essai"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-undoable", "s", "Un second essai"));
  g_assert_nonnull (sb_test_find_label (toasts, "Un second essai"));
  sb_test_desk_close_window (window);
  sb_test_desk_stop (g_steal_pointer (&application));
}

/* Alt and a number is the page that the sidebar has there. */
static void
test_keys_of_pages (void)
{
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);
  GtkListBox *rows = GTK_LIST_BOX (gtk_widget_get_template_child (GTK_WIDGET (window), SB_TYPE_WINDOW, "page_list"));
  int i;

  for (i = 0; gtk_list_box_get_row_at_index (rows, i) != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf ("<Alt>%d", i + 1);
      g_auto (GStrv) actions = gtk_application_get_actions_for_accel (GTK_APPLICATION (application), key);
      g_autofree char *name = NULL;
      g_autoptr (GVariant) page = NULL;

      g_assert_nonnull (actions[0]);
      g_assert_true (g_action_parse_detailed_name (actions[0], &name, &page, NULL));
      sb_test_desk_show_page (window, g_variant_get_string (page, NULL));
      g_assert_true (gtk_list_box_get_selected_row (rows) == gtk_list_box_get_row_at_index (rows, i));
    }

  g_assert_cmpint (i, ==, G_N_ELEMENTS (pages));
  sb_test_desk_close_window (window);
  sb_test_desk_stop (g_steal_pointer (&application));
}

/* Every page is shown, in each language and style, and called what the sidebar
 * calls it. */
static void
test_pages (void)
{
  static const struct
  {
    SbLanguage language;
    gboolean is_dark;
    const char *desk;
  } cases[] = {
    { SB_LANGUAGE_EN, FALSE, "Desk" },
    { SB_LANGUAGE_FR, TRUE, "Bureau" },
    { SB_LANGUAGE_FR, FALSE, "Bureau" },
  };
  g_autoptr (SbApplication) application = sb_test_desk_start ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SbWindow *window;
      GtkWidget *sidebar;

      sb_test_screen_set_language (cases[i].language);
      sb_test_screen_set_dark (cases[i].is_dark);
      window = sb_test_desk_open_window (application);
      sidebar = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window), SB_TYPE_WINDOW, "page_list"));
      g_assert_nonnull (sb_test_find_label (sidebar, cases[i].desk));
      for (guint j = 0; j < G_N_ELEMENTS (pages); j++)
        {
          SbPage *page = sb_test_desk_show_page (window, pages[j]);

          g_test_message ("page %s, “%s”", pages[j], sb_page_get_title (page));
          g_assert_nonnull (sb_test_find_label (sidebar, sb_page_get_title (page)));
          sb_test_run_main_loop ();
        }

      sb_test_desk_show_page (window, "desk");
      sb_test_desk_close_window (window);
    }

  sb_test_screen_set_language (SB_LANGUAGE_EN);
  sb_test_screen_set_dark (FALSE);
  sb_test_desk_stop (g_steal_pointer (&application));
}

/* Whatever can be used can be called by a name, on every page. */
static void
test_names (void)
{
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);
  g_autoptr (GString) unnamed = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      sb_test_desk_show_page (window, pages[i]);
      sb_test_run_main_loop ();
      sb_test_collect_unnamed (GTK_WIDGET (window), pages[i], unnamed);
    }

  g_assert_cmpstr (unnamed->str, ==, "");
  sb_test_desk_show_page (window, "desk");
  sb_test_desk_close_window (window);
  sb_test_desk_stop (g_steal_pointer (&application));
}

static GListModel *
get_events (SbWindow *window)
{
  return sb_moment_get_events (sb_page_get_moment (SB_PAGE (sb_test_find_type (GTK_WIDGET (window), SB_TYPE_PAGE))));
}

/* As opposed to the button that changes the record. */
static gboolean
is_evidence (GtkWidget *widget,
             gpointer data)
{
  return gtk_widget_has_css_class (widget, "sheet-evidence");
}

static gboolean
has_evidence (gpointer data)
{
  GtkWidget *inspector = sb_test_find_type (data, SB_TYPE_INSPECTOR);

  return inspector != NULL && sb_test_find (inspector, GTK_TYPE_BUTTON, is_evidence, NULL) != NULL;
}

static gboolean
has_passage (gpointer data)
{
  GtkWidget *reader = sb_test_find_type (data, SB_TYPE_READER);
  int start;
  int end;

  return reader != NULL && sb_reader_get_document (SB_READER (reader)) != NULL &&
         sb_reader_get_selected_range (SB_READER (reader), &start, &end);
}

static SbReader *
open_evidence (SbWindow *window)
{
  g_autoptr (SbRecord) event = NULL;
  g_autoptr (SbRef) ref = NULL;
  GtkWidget *button;

  for (guint i = 0; i < g_list_model_get_n_items (get_events (window)) && event == NULL; i++)
    {
      event = g_list_model_get_item (get_events (window), i);
      if (sb_record_get_n_extracts (event) == 0)
        g_clear_object (&event);
    }

  g_assert_nonnull (event);
  ref = sb_record_dup_ref (event);
  sb_session_select (sb_window_get_session (window), ref);
  sb_test_wait (has_evidence, window);
  button = sb_test_find (sb_test_find_type (GTK_WIDGET (window), SB_TYPE_INSPECTOR), GTK_TYPE_BUTTON, is_evidence, NULL);
  g_signal_emit_by_name (button, "clicked");
  sb_test_wait (has_passage, window);
  return SB_READER (sb_test_find_type (GTK_WIDGET (window), SB_TYPE_READER));
}

/* From an event to the passage that it rests on; the page of documents was
 * never shown before. */
static void
test_event_leads_to_passage (void)
{
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);
  SbReader *reader = open_evidence (window);
  int start;
  int end;

  g_assert_true (sb_reader_get_selected_range (reader, &start, &end));
  g_assert_cmpint (end - start, >, 10);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (reader)));
  sb_test_desk_show_page (window, "desk");
  sb_test_desk_close_window (window);
  sb_test_desk_stop (g_steal_pointer (&application));
}

static gboolean
has_naming (gpointer data)
{
  GtkWidget *inspector = sb_test_find_type (data, SB_TYPE_INSPECTOR);

  return inspector != NULL && sb_test_find_label (inspector, "Documents that name it (1)") != NULL;
}

static SbRef *
find_actor (SbWindow *window,
            const char *name)
{
  GListModel *events = get_events (window);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (SbRecord) event = g_list_model_get_item (events, i);

      for (guint j = 0; j < sb_record_get_n_items (event, SB_EVENT_ACTORS); j++)
        {
          SbRef *actor = sb_record_get_ref (sb_record_get_item (event, SB_EVENT_ACTORS, j), SB_EVENT_ACTOR_ACTOR);

          if (actor != NULL && g_strcmp0 (sb_ref_get_name (actor, SB_LANGUAGE_FR), name) == 0)
            return sb_ref_ref (actor);
        }
    }

  return NULL;
}

/* An actor leads to the documents whose text names it, once these were read. */
static void
test_actor_leads_to_documents (void)
{
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);
  g_autoptr (SbRef) actor = find_actor (window, NAMED_ONCE);

  g_assert_nonnull (actor);
  sb_session_select (sb_window_get_session (window), actor);
  sb_test_wait (has_naming, window);
  sb_test_desk_close_window (window);
  sb_test_desk_stop (g_steal_pointer (&application));
}

static SbFactDialog *
find_dialog (void)
{
  return SB_FACT_DIALOG (sb_test_find_window (SB_TYPE_FACT_DIALOG));
}

static gboolean
is_dialog_closed (gpointer data)
{
  return find_dialog () == NULL;
}

static SbRecord *
find_event (GListModel *events)
{
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (SbRecord) event = g_list_model_get_item (events, i);

      if (g_strcmp0 (sb_record_get_title (event, SB_LANGUAGE_FR), TITLE) == 0)
        return g_steal_pointer (&event);
    }

  return NULL;
}

static gboolean
is_event_there (gpointer data)
{
  g_autoptr (SbRecord) event = find_event (data);

  return event != NULL;
}

static gboolean
is_event_gone (gpointer data)
{
  return !is_event_there (data);
}

/* The entry with that accessible name among what is below @widget; NULL for none. */
static GtkWidget *
find_field (GtkWidget *widget,
            const char *label)
{
  if (SB_IS_FIELD_ROW (widget))
    {
      GtkWidget *first = gtk_widget_get_first_child (widget);

      if (GTK_IS_LABEL (first) && g_str_equal (gtk_label_get_label (GTK_LABEL (first)), label))
        return widget;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_field (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkEditable *
find_entry (GtkWidget *widget)
{
  GtkEditable *found = GTK_IS_ENTRY (widget) ? GTK_EDITABLE (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);

  return found;
}

static gboolean
is_form_there (gpointer data)
{
  return find_field (data, "Date") != NULL;
}

/* Lifts the passage that is selected, in the dialog of a kind, and keeps it. */
static void
lift_event (SbReader *reader)
{
  SbFactDialog *dialog;
  GtkListBox *kinds;
  GtkWidget *date;

  sb_test_activate (GTK_WIDGET (reader), "document.extract");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  kinds = GTK_LIST_BOX (gtk_widget_get_template_child (GTK_WIDGET (dialog), SB_TYPE_FACT_DIALOG, "kinds"));
  g_signal_emit_by_name (kinds, "row-activated", gtk_list_box_get_row_at_index (kinds, SB_FACT_EVENT));
  sb_test_wait (is_form_there, dialog);

  date = find_field (GTK_WIDGET (dialog), "Date");
  gtk_editable_set_text (find_entry (find_field (GTK_WIDGET (dialog), "Title")), TITLE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (gtk_widget_get_next_sibling (gtk_widget_get_first_child (find_field (GTK_WIDGET (dialog), "Type")))), 1);
  gtk_editable_set_text (find_entry (date), "no date");
  /* What is wrong is said at the field, and nothing is kept. */
  sb_test_activate (GTK_WIDGET (dialog), "form.accept");
  sb_test_wait_for_frame (GTK_WIDGET (dialog));
  g_assert_true (find_dialog () == dialog);
  g_assert_true (sb_field_row_has_problem (SB_FIELD_ROW (date)));
  /* As people write it. */
  gtk_editable_set_text (find_entry (date), "5 May 2026");
  g_assert_false (sb_field_row_has_problem (SB_FIELD_ROW (date)));
  sb_test_activate (GTK_WIDGET (dialog), "form.accept");
  sb_test_wait (is_dialog_closed, NULL);
}

static SbRecordDialog *
find_record_dialog (void)
{
  return SB_RECORD_DIALOG (sb_test_find_window (SB_TYPE_RECORD_DIALOG));
}

static gboolean
is_record_form_there (gpointer data)
{
  return find_field (data, "Title") != NULL;
}

static gboolean
is_record_dialog_closed (gpointer data)
{
  return find_record_dialog () == NULL;
}

/* The record that is selected is changed by the form of its kind, and that is undone. */
static void
test_edit_record (void)
{
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);
  GListModel *events = get_events (window);
  g_autoptr (SbRecord) event = NULL;
  g_autoptr (SbRef) ref = NULL;
  SbRecordDialog *dialog;

  event = g_list_model_get_item (events, 0);
  ref = sb_record_dup_ref (event);
  sb_session_select (sb_window_get_session (window), ref);
  sb_test_activate (GTK_WIDGET (window), "win.edit-record");
  dialog = find_record_dialog ();
  g_assert_nonnull (dialog);
  sb_test_wait (is_record_form_there, dialog);
  gtk_editable_set_text (find_entry (find_field (GTK_WIDGET (dialog), "Title")), TITLE);
  sb_test_activate (GTK_WIDGET (dialog), "form.accept");
  sb_test_wait (is_record_dialog_closed, NULL);
  sb_test_wait (is_event_there, events);
  sb_test_activate (GTK_WIDGET (window), "win.undo");
  sb_test_wait (is_event_gone, events);

  sb_test_desk_close_window (window);
  sb_test_desk_stop (g_steal_pointer (&application));
}

/* A passage becomes an event of the moment, rests on its extract, and is undone
 * and done again as one. */
static void
test_lift_event (void)
{
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);
  SbReader *reader = open_evidence (window);
  GListModel *events = get_events (window);
  g_autoptr (SbRecord) event = NULL;
  guint n_before = g_list_model_get_n_items (events);

  lift_event (reader);
  sb_test_wait (is_event_there, events);
  event = find_event (events);
  g_assert_cmpuint (sb_record_get_n_extracts (event), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (events), ==, n_before + 1);

  sb_test_activate (GTK_WIDGET (window), "win.undo");
  sb_test_wait (is_event_gone, events);
  g_assert_cmpuint (g_list_model_get_n_items (events), ==, n_before);
  sb_test_activate (GTK_WIDGET (window), "win.redo");
  sb_test_wait (is_event_there, events);
  sb_test_activate (GTK_WIDGET (window), "win.undo");
  sb_test_wait (is_event_gone, events);

  sb_test_desk_show_page (window, "desk");
  sb_test_desk_close_window (window);
  sb_test_desk_stop (g_steal_pointer (&application));
}

/* What the window was when it was closed, it is again. */
static void
test_state (void)
{
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);
  SbSession *session = sb_window_get_session (window);
  AdwViewStack *stack;
  int first = sb_session_get_first_day (session) + 10;
  int last = sb_session_get_last_day (session) - 10;

  sb_session_set_period (session, first, last);
  sb_session_set_as_of (session, first + 7);
  sb_test_desk_show_page (window, "chronology");
  sb_test_desk_close_window (window);

  window = sb_window_new (application, sb_application_get_context (application));
  gtk_window_present (GTK_WINDOW (window));
  sb_test_wait_for_frame (GTK_WIDGET (window));
  sb_test_wait_for_frame (GTK_WIDGET (window));
  session = sb_window_get_session (window);
  stack = ADW_VIEW_STACK (sb_test_find_type (GTK_WIDGET (window), ADW_TYPE_VIEW_STACK));
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (stack), ==, "chronology");
  g_assert_cmpint (sb_session_get_first_day (session), ==, first);
  g_assert_cmpint (sb_session_get_last_day (session), ==, last);
  g_assert_cmpint (sb_session_get_as_of (session), ==, first + 7);

  sb_test_desk_show_page (window, "desk");
  sb_test_desk_close_window (window);
  g_settings_reset (sb_context_get_settings (sb_application_get_context (application)), "period");
  g_settings_reset (sb_context_get_settings (sb_application_get_context (application)), "as-of");
  sb_test_desk_stop (g_steal_pointer (&application));
}

/* Closed while the catalogue is still read: nothing is to be heard of it. */
static void
test_closed_at_once (void)
{
  g_autoptr (SbApplication) application = sb_test_desk_start ();

  for (guint i = 0; i < 3; i++)
    {
      SbWindow *window = sb_window_new (application, sb_application_get_context (application));

      gtk_window_present (GTK_WINDOW (window));
      for (guint j = 0; j < i; j++)
        sb_test_wait_for_frame (GTK_WIDGET (window));

      sb_test_desk_close_window (window);
    }

  sb_test_desk_stop (g_steal_pointer (&application));
}

static gboolean
is_folded (gpointer data)
{
  return adw_flap_get_folded (data);
}

static gboolean
is_revealed (gpointer data)
{
  return adw_flap_get_reveal_flap (data);
}

/* In a narrow window the inspector comes with a selection, and does not lie over the page
 * that one goes to. */
static void
test_narrow (void)
{
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);
  AdwFlap *flap = ADW_FLAP (gtk_widget_get_template_child (GTK_WIDGET (window), SB_TYPE_WINDOW, "flap"));
  g_autoptr (SbRef) actor = NULL;

  sb_test_desk_show_page (window, "chronology");
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 700);
  sb_test_wait (is_folded, flap);
  sb_session_select (sb_window_get_session (window), NULL);
  g_assert_false (adw_flap_get_reveal_flap (flap));

  actor = find_actor (window, NAMED_ONCE);
  sb_session_select (sb_window_get_session (window), actor);
  sb_test_wait (is_revealed, flap);
  sb_test_desk_show_page (window, "claims");
  sb_test_wait_for_frame (GTK_WIDGET (window));
  g_assert_true (adw_flap_get_folded (flap));
  g_assert_false (adw_flap_get_reveal_flap (flap));
  sb_test_desk_close_window (window);
  sb_test_desk_stop (g_steal_pointer (&application));
}

/* Logical pixels: a small window beside another, and one by itself. */
#define NARROW 360
#define WIDE   1280

static int
measure_width (gpointer widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

static gboolean
is_leaflet_folded (gpointer data)
{
  return adw_leaflet_get_folded (data);
}

static gboolean
has_room (gpointer button)
{
  return gtk_widget_get_child_visible (gtk_widget_get_parent (button));
}

/* What is at the head of the window does not keep it from being narrow: what has no room
 * there is in the menu. */
static void
test_least_width (void)
{
  static const char *const narrow[] = { "map", "briefings", "feeds" };
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);
  GtkWidget *leaflet = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window), SB_TYPE_WINDOW, "leaflet"));
  GtkWidget *button = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window), SB_TYPE_WINDOW, "sync_button"));

  gtk_window_set_default_size (GTK_WINDOW (window), WIDE, 700);
  sb_test_wait (has_room, button);
  for (guint i = 0; i < G_N_ELEMENTS (narrow); i++)
    {
      sb_test_desk_show_page (window, narrow[i]);
      gtk_window_set_default_size (GTK_WINDOW (window), NARROW, 700);
      sb_test_wait (is_leaflet_folded, leaflet);
      sb_test_wait_for_frame (GTK_WIDGET (window));
      g_assert_cmpint (measure_width (leaflet), <=, NARROW);
    }
  g_assert_false (has_room (button));
  sb_test_desk_close_window (window);
  sb_test_desk_stop (g_steal_pointer (&application));
}

/* Logical pixels: the screen of a laptop, without what the desktop keeps for itself. */
#define LAPTOP_WIDTH  1000
#define LAPTOP_HEIGHT 700

static gboolean
has_document (gpointer data)
{
  SbReadingPane *pane = SB_READING_PANE (sb_test_find_type (data, SB_TYPE_READING_PANE));

  return pane != NULL && sb_reading_pane_get_document (pane) != NULL;
}

/* No page keeps the window from standing on a low screen, whatever it holds. */
static void
test_least_height (void)
{
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);
  SbPage *desk = sb_test_desk_show_page (window, "desk");

  gtk_window_set_default_size (GTK_WINDOW (window), LAPTOP_WIDTH, LAPTOP_HEIGHT);
  sb_test_wait_for_frame (GTK_WIDGET (window));
  g_assert_true (sb_test_press (GTK_WIDGET (desk), "j"));
  sb_test_wait (has_document, desk);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      int height;

      sb_test_desk_show_page (window, pages[i]);
      sb_test_wait_for_frame (GTK_WIDGET (window));
      gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_VERTICAL, LAPTOP_WIDTH, &height, NULL, NULL, NULL);
      g_test_message ("%s: %d", pages[i], height);
      g_assert_cmpint (height, <=, LAPTOP_HEIGHT);
    }
  sb_test_desk_close_window (window);
  sb_test_desk_stop (g_steal_pointer (&application));
}

int
main (int argc,
      char *argv[])
{
  sb_test_desk_init (&argc, &argv);

  g_test_add_func ("/app/window/pages", test_pages);
  g_test_add_func ("/app/window/last-done", test_last_done);
  g_test_add_func ("/app/window/keys-of-pages", test_keys_of_pages);
  g_test_add_func ("/app/window/names", test_names);
  g_test_add_func ("/app/window/event-leads-to-passage", test_event_leads_to_passage);
  g_test_add_func ("/app/window/actor-leads-to-documents", test_actor_leads_to_documents);
  g_test_add_func ("/app/window/lift-event", test_lift_event);
  g_test_add_func ("/app/window/edit-record", test_edit_record);
  g_test_add_func ("/app/window/narrow", test_narrow);
  g_test_add_func ("/app/window/least-width", test_least_width);
  g_test_add_func ("/app/window/least-height", test_least_height);
  g_test_add_func ("/app/window/state", test_state);
  g_test_add_func ("/app/window/closed-at-once", test_closed_at_once);

  return sb_test_screen_run ();
}
