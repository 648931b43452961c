/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-find-dialog.h"
#include "sb-map-view.h"
#include "sb-page.h"
#include "sb-test-desk.h"

#include <math.h>

static const SbPosition kidal = { 1.41, 18.44 };
static const SbPosition kidal_region = { 1.6, 19.3 };

static SbFindDialog *
find_dialog (void)
{
  return SB_FIND_DIALOG (sb_test_find_window (SB_TYPE_FIND_DIALOG));
}

static gboolean
is_dialog_closed (gpointer data)
{
  return find_dialog () == NULL;
}

static GtkWidget *
get_child (const char *id)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (find_dialog ()), SB_TYPE_FIND_DIALOG, id));
}

/* The title of the row that is chosen; NULL for none. */
static const char *
get_chosen (void)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (get_child ("list")));
  SbFindItem *item = row != NULL ? g_object_get_data (G_OBJECT (row), "item") : NULL;

  return item != NULL ? sb_find_item_get_title (item) : NULL;
}

static gboolean
is_chosen (gpointer data)
{
  return g_strcmp0 (get_chosen (), data) == 0;
}

static gboolean
has_message (gpointer data)
{
  return gtk_widget_get_visible (get_child ("message"));
}

static gboolean
has_found_nothing (gpointer data)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (get_child ("stack"))), "nothing") == 0;
}

static void
open_dialog (SbWindow *window,
             const char *text)
{
  sb_test_activate (GTK_WIDGET (window), "win.find");
  g_assert_nonnull (find_dialog ());
  gtk_editable_set_text (GTK_EDITABLE (get_child ("entry")), text);
}

static void
close_dialog (void)
{
  sb_test_activate (GTK_WIDGET (find_dialog ()), "find.close");
  sb_test_wait (is_dialog_closed, NULL);
}

static const char *
get_page (SbWindow *window)
{
  return adw_view_stack_get_visible_child_name (
    ADW_VIEW_STACK (sb_test_find_type (GTK_WIDGET (window), ADW_TYPE_VIEW_STACK)));
}

static gboolean
is_on_map (gpointer data,
           SbPosition place)
{
  GtkWidget *page = adw_view_stack_get_visible_child (ADW_VIEW_STACK (sb_test_find_type (data, ADW_TYPE_VIEW_STACK)));
  GtkWidget *view = sb_test_find_type (page, SB_TYPE_MAP_VIEW);
  SbBounds bounds;

  if (view == NULL || g_strcmp0 (get_page (data), "map") != 0)
    return FALSE;

  bounds = sb_map_view_get_bounds (SB_MAP_VIEW (view));
  return fabs ((bounds.west + bounds.east) / 2 - place.longitude) < 0.5 &&
         fabs ((bounds.south + bounds.north) / 2 - place.latitude) < 0.5;
}

static gboolean
is_kidal_shown (gpointer window)
{
  return is_on_map (window, kidal);
}

static gboolean
is_region_shown (gpointer window)
{
  return is_on_map (window, kidal_region);
}

/* The place that is called just so goes before all that names it; Enter leads there. */
static void
test_place (void)
{
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);

  open_dialog (window, "kidal");
  sb_test_wait (is_chosen, "Kidal");
  /* "Kidira" has the same stem, and does not begin so. */
  gtk_editable_set_text (GTK_EDITABLE (get_child ("entry")), "kidira");
  sb_test_wait (is_chosen, "Kidira");
  gtk_editable_set_text (GTK_EDITABLE (get_child ("entry")), "kida");
  sb_test_wait (is_chosen, "Kidal");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_dialog ()), "find.open", "b", FALSE));
  sb_test_wait (is_kidal_shown, window);
  g_assert_null (find_dialog ());
  g_assert_cmpint (sb_ref_get_kind (sb_session_get_selection (sb_window_get_session (window))), ==, SB_KIND_PLACE);

  gtk_window_close (GTK_WINDOW (window));
  sb_test_desk_stop (g_steal_pointer (&application));
}

static gboolean
is_all_of_mali_shown (gpointer window)
{
  GtkWidget *page = adw_view_stack_get_visible_child (ADW_VIEW_STACK (sb_test_find_type (window, ADW_TYPE_VIEW_STACK)));
  GtkWidget *view = sb_test_find_type (page, SB_TYPE_MAP_VIEW);
  SbBounds bounds = view != NULL ? sb_map_view_get_bounds (SB_MAP_VIEW (view)) : sb_bounds_empty ();

  /* Its borders, from Kadiolo to the Tanezrouft, and no more of the world than has to be. */
  return bounds.west < -12.2 && bounds.south < 10.2 && bounds.east > 4.2 && bounds.north > 24.9 && bounds.north < 40;
}

/* A country is shown with all that lies in its borders, not with what is around its middle. */
static void
test_borders (void)
{
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);

  open_dialog (window, "mali");
  sb_test_wait (is_chosen, "Mali");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_dialog ()), "find.open", "b", FALSE));
  sb_test_wait (is_all_of_mali_shown, window);

  gtk_window_close (GTK_WINDOW (window));
  sb_test_desk_stop (g_steal_pointer (&application));
}

/* What the gazetteer alone knows, as a region by its p-code, is found as Go to finds it. */
static void
test_ground (void)
{
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);

  open_dialog (window, "ML08");
  sb_test_wait (is_chosen, "Kidal");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_dialog ()), "find.open", "b", FALSE));
  sb_test_wait (is_region_shown, window);
  g_assert_null (find_dialog ());

  gtk_window_close (GTK_WINDOW (window));
  sb_test_desk_stop (g_steal_pointer (&application));
}

/* An event is shown on the map from any page; the period is widened for it. */
static void
test_event_on_map (void)
{
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);
  SbSession *session = sb_window_get_session (window);
  int last_day = sb_session_get_last_day (session);

  sb_session_set_period (session, last_day - 3, last_day);
  open_dialog (window, "retrait désordonné kidal");
  sb_test_wait (is_chosen, "Disorderly withdrawal of Africa Corps from Kidal");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_dialog ()), "find.open", "b", TRUE));
  sb_test_wait (is_kidal_shown, window);
  g_assert_cmpint (sb_ref_get_kind (sb_session_get_selection (session)), ==, SB_KIND_EVENT);
  g_assert_cmpint (sb_session_get_first_day (session), <, last_day - 3);

  gtk_window_close (GTK_WINDOW (window));
  sb_test_desk_stop (g_steal_pointer (&application));
}

/* Commands are there at once; the arrows choose, and what was typed may be wrong. */
static void
test_commands_and_mistakes (void)
{
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);

  open_dialog (window, "");
  sb_test_wait (is_chosen, "Desk");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_dialog ()), "find.step", "i", 1));
  g_assert_cmpstr (get_chosen (), ==, "Documents");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_dialog ()), "find.step", "i", -1));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_dialog ()), "find.step", "i", -1));
  g_assert_cmpstr (get_chosen (), ==, "Desk");
  gtk_editable_set_text (GTK_EDITABLE (get_child ("entry")), "chronol");
  sb_test_wait (is_chosen, "Chronology");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_dialog ()), "find.open", "b", FALSE));
  sb_test_wait (is_dialog_closed, NULL);
  g_assert_cmpstr (get_page (window), ==, "chronology");

  open_dialog (window, "(mali");
  sb_test_wait (has_message, NULL);
  close_dialog ();

  open_dialog (window, "xyzzyqqq");
  sb_test_wait (has_found_nothing, NULL);
  close_dialog ();

  gtk_window_close (GTK_WINDOW (window));
  sb_test_desk_stop (g_steal_pointer (&application));
}

int
main (int argc,
      char **argv)
{
  sb_test_desk_init (&argc, &argv);
  g_test_add_func ("/app/find/place", test_place);
  g_test_add_func ("/app/find/borders", test_borders);
  g_test_add_func ("/app/find/ground", test_ground);
  g_test_add_func ("/app/find/event-on-map", test_event_on_map);
  g_test_add_func ("/app/find/commands-and-mistakes", test_commands_and_mistakes);
  return sb_test_screen_run ();
}
