/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-form-dialog.h"

#include "sb-app-resources.h"
#include "sb-test-screen.h"

/* Work that is under way keeps a dialog that was closed, and may do so for longer than
 * there is the window that it belonged to. */
static void
test_outlives_window (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *dialog = g_object_new (SB_TYPE_FORM_DIALOG, "transient-for", window, NULL);
  GtkWidget *kept = g_object_ref (dialog);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
  sb_test_wait_for_frame (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (window));
  sb_test_run_main_loop ();
  g_assert_null (window);
  g_assert_finalize_object (kept);
}

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);
  g_resources_register (sb_app_get_resource ());
  g_test_add_func ("/app/form-dialog/outlives-window", test_outlives_window);
  return sb_test_screen_run ();
}
