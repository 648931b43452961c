/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-operation-bar.h"
#include "sb-operation-row.h"
#include "sb-progress-ring.h"
#include "sb-widgets-init.h"

#include <adwaita.h>

/* The first widget of @type at or below @widget. */
static GtkWidget *
find_widget (GtkWidget *widget,
             GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
run_main_loop (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_row_shows_progress (void)
{
  g_autoptr (SbOperation) operation = sb_operation_new ("Fetching");
  GtkWidget *row = g_object_ref_sink (sb_operation_row_new (operation));
  GtkProgressBar *bar = GTK_PROGRESS_BAR (find_widget (row, GTK_TYPE_PROGRESS_BAR));

  sb_operation_report_progress (operation, 0.25, "a feed");
  run_main_loop ();
  g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (bar), 0.25, 1e-9);

  g_assert_finalize_object (row);
}

static void
test_row_stops (void)
{
  g_autoptr (SbOperation) operation = sb_operation_new ("Fetching");
  GtkWidget *row = g_object_ref_sink (sb_operation_row_new (operation));
  GtkWidget *stop = find_widget (row, GTK_TYPE_BUTTON);

  g_signal_emit_by_name (stop, "clicked");
  g_assert_true (g_cancellable_is_cancelled (sb_operation_get_cancellable (operation)));
  g_assert_false (gtk_widget_get_sensitive (stop));

  g_assert_finalize_object (row);
}

static void
test_bar_follows_list (void)
{
  g_autoptr (GListStore) operations = g_list_store_new (SB_TYPE_OPERATION);
  g_autoptr (SbOperation) operation = sb_operation_new ("Fetching");
  GtkWidget *bar = g_object_ref_sink (sb_operation_bar_new ());
  GtkRevealer *revealer = GTK_REVEALER (find_widget (bar, GTK_TYPE_REVEALER));

  sb_operation_bar_set_operations (SB_OPERATION_BAR (bar), G_LIST_MODEL (operations));
  g_assert_false (gtk_revealer_get_reveal_child (revealer));

  g_list_store_append (operations, operation);
  g_assert_true (gtk_revealer_get_reveal_child (revealer));
  g_assert_nonnull (find_widget (bar, SB_TYPE_OPERATION_ROW));

  g_list_store_remove_all (operations);
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
  g_assert_null (find_widget (bar, SB_TYPE_OPERATION_ROW));

  /* What is left in the list must not hold the bar. */
  g_list_store_append (operations, operation);
  g_assert_finalize_object (bar);
}

static void
test_ring_fraction (void)
{
  static const struct
  {
    double given;
    double kept;
  } cases[] = {
    { 0, 0 },
    { 0.5, 0.5 },
    { 1, 1 },
    { 7, 1 },
    { -0.5, -1 },
    { NAN, -1 },
  };
  GtkWidget *ring = g_object_ref_sink (sb_progress_ring_new ());

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sb_progress_ring_set_fraction (SB_PROGRESS_RING (ring), cases[i].given);
      g_assert_cmpfloat (sb_progress_ring_get_fraction (SB_PROGRESS_RING (ring)), ==, cases[i].kept);
    }

  g_assert_finalize_object (ring);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sb_widgets_init ();

  g_test_add_func ("/widgets/operation-row/shows-progress", test_row_shows_progress);
  g_test_add_func ("/widgets/operation-row/stops", test_row_stops);
  g_test_add_func ("/widgets/operation-bar/follows-list", test_bar_follows_list);
  g_test_add_func ("/widgets/progress-ring/fraction", test_ring_fraction);

  return g_test_run ();
}
