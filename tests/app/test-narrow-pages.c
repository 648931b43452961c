/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-desk-page.h"
#include "sb-fold-box.h"
#include "sb-record-view.h"
#include "sb-test-desk.h"

/* Logical pixels: the narrowest window there is, one beside another, and a wide one. */
#define NARROW 360
#define HALF   700
#define WIDE   1400

/* What the list of actors is given, in logical pixels, where there is room. */
#define LIST_WIDTH 410

/* Chosen for the map of the desk. */
#define MAP_HEIGHT 430

static const char *pages[] = { "desk", "documents", "actors", "alliances", "chronology", "claims", "feeds" };

static void
select_first (SbPage *page)
{
  GtkWidget *records = sb_test_find_type (GTK_WIDGET (page), SB_TYPE_RECORD_VIEW);
  g_autoptr (GListModel) model = NULL;
  g_autoptr (SbRecord) record = NULL;
  g_autoptr (SbRef) ref = NULL;

  if (records == NULL)
    return;

  g_object_get (records, "model", &model, NULL);
  record = g_list_model_get_item (model, 0);
  if (record == NULL)
    return;

  ref = sb_record_dup_ref (record);
  sb_session_select (sb_page_get_session (page), ref);
}

static int
get_least (SbPage *page)
{
  int least;

  gtk_widget_measure (GTK_WIDGET (page), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* The innermost part that makes @widget wider than a narrow window: where to look. */
static GtkWidget *
find_wide (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      if (gtk_widget_get_visible (child) && least > NARROW)
        return find_wide (child);
    }

  return widget;
}

/* Every page, with something selected on it, has room in a narrow window. */
static void
test_width (void)
{
  static const int widths[] = { HALF, NARROW };
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  g_autoptr (GString) wide = g_string_new (NULL);

  for (guint i = 0; i < SB_N_LANGUAGES * G_N_ELEMENTS (widths); i++)
    {
      int width = widths[i % G_N_ELEMENTS (widths)];
      SbWindow *window;

      sb_test_screen_set_language (i / G_N_ELEMENTS (widths));
      window = sb_test_desk_open_window (application);
      gtk_window_set_default_size (GTK_WINDOW (window), width, 800);
      for (guint j = 0; j < G_N_ELEMENTS (pages); j++)
        {
          SbPage *page = sb_test_desk_show_page (window, pages[j]);

          select_first (page);
          for (guint k = 0; k < 4; k++)
            sb_test_wait_for_frame (GTK_WIDGET (window));
          sb_test_run_main_loop ();
          if (get_least (page) > NARROW)
            g_string_append_printf (wide, "%s at %d: %d by a %s\n", pages[j], width, get_least (page),
                                    G_OBJECT_TYPE_NAME (find_wide (GTK_WIDGET (page))));
        }

      sb_test_desk_show_page (window, "desk");
      sb_test_desk_close_window (window);
    }

  g_assert_cmpstr (wide->str, ==, "");
  sb_test_screen_set_language (SB_LANGUAGE_EN);
  sb_test_desk_stop (g_steal_pointer (&application));
}

static GtkWidget *
get_list_panes (SbPage *page)
{
  return sb_test_find_type (GTK_WIDGET (page), GTK_TYPE_PANED);
}

static gboolean
has_room (gpointer data)
{
  return gtk_widget_get_width (data) > 2 * LIST_WIDTH;
}

static gboolean
is_turned (gpointer data)
{
  return gtk_orientable_get_orientation (data) == GTK_ORIENTATION_VERTICAL;
}

static gboolean
has_list_width (gpointer data)
{
  return !is_turned (data) && gtk_paned_get_position (data) == LIST_WIDTH;
}

/* The panes stand one above the other where there is no room for both, and the list has
 * the width that was chosen for it once there is again. */
static void
test_turned (void)
{
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);
  SbPage *page = sb_test_desk_show_page (window, "actors");
  GtkWidget *panes = get_list_panes (page);
  GSettings *settings = sb_context_get_settings (sb_page_get_context (page));

  gtk_window_set_default_size (GTK_WINDOW (window), WIDE, 800);
  sb_test_wait (has_room, panes);
  for (guint i = 0; i < 4; i++)
    sb_test_wait_for_frame (GTK_WIDGET (window));
  gtk_paned_set_position (GTK_PANED (panes), LIST_WIDTH);
  sb_test_wait (has_list_width, panes);
  sb_test_wait_for_frame (GTK_WIDGET (window));
  g_assert_cmpint (g_settings_get_int (settings, "actors-list-width"), ==, LIST_WIDTH);

  gtk_window_set_default_size (GTK_WINDOW (window), NARROW, 800);
  sb_test_wait (is_turned, panes);
  sb_test_wait_for_frame (GTK_WIDGET (window));
  g_assert_true (gtk_widget_get_mapped (gtk_paned_get_start_child (GTK_PANED (panes))));
  g_assert_true (gtk_widget_get_mapped (gtk_paned_get_end_child (GTK_PANED (panes))));

  gtk_window_set_default_size (GTK_WINDOW (window), WIDE, 800);
  sb_test_wait (has_list_width, panes);
  g_assert_cmpint (g_settings_get_int (settings, "actors-list-width"), ==, LIST_WIDTH);
  sb_test_desk_show_page (window, "desk");
  sb_test_desk_close_window (window);
  sb_test_desk_stop (g_steal_pointer (&application));
}

static gboolean
has_map_height (gpointer data)
{
  return gtk_paned_get_position (data) == MAP_HEIGHT;
}

static gboolean
is_squeezed (gpointer data)
{
  return gtk_paned_get_position (data) < MAP_HEIGHT;
}

/* On a low screen the map of the desk has less height, and the one that was chosen for it
 * once there is room again. */
static void
test_low (void)
{
  g_autoptr (SbApplication) application = sb_test_desk_start ();
  SbWindow *window = sb_test_desk_open_window (application);
  SbPage *page = sb_test_desk_show_page (window, "desk");
  GtkWidget *rows = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (page), SB_TYPE_DESK_PAGE, "rows"));
  GSettings *settings = sb_context_get_settings (sb_page_get_context (page));

  gtk_window_set_default_size (GTK_WINDOW (window), WIDE, 900);
  for (guint i = 0; i < 4; i++)
    sb_test_wait_for_frame (GTK_WIDGET (window));
  gtk_paned_set_position (GTK_PANED (rows), MAP_HEIGHT);
  sb_test_wait (has_map_height, rows);
  sb_test_wait_for_frame (GTK_WIDGET (window));
  g_assert_cmpint (g_settings_get_int (settings, "desk-map-height"), ==, MAP_HEIGHT);

  gtk_window_set_default_size (GTK_WINDOW (window), WIDE, 640);
  sb_test_wait (is_squeezed, rows);
  for (guint i = 0; i < 4; i++)
    sb_test_wait_for_frame (GTK_WIDGET (window));
  g_assert_cmpint (g_settings_get_int (settings, "desk-map-height"), ==, MAP_HEIGHT);

  gtk_window_set_default_size (GTK_WINDOW (window), WIDE, 900);
  sb_test_wait (has_map_height, rows);
  sb_test_desk_close_window (window);
  sb_test_desk_stop (g_steal_pointer (&application));
}

int
main (int argc,
      char **argv)
{
  sb_test_desk_init (&argc, &argv);
  g_test_add_func ("/app/narrow-pages/width", test_width);
  g_test_add_func ("/app/narrow-pages/turned", test_turned);
  g_test_add_func ("/app/narrow-pages/low", test_low);
  return sb_test_screen_run ();
}
