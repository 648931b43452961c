/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-test-desk.h"

#include "sb-dossier-reader.h"
#include "sb-page.h"
#include "sb-worker.h"

#include <glib/gstdio.h>

static char *home;

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR) && !g_file_test (inner, G_FILE_TEST_IS_SYMLINK))
        remove_folder (inner);
      else
        g_remove (inner);
    }

  g_rmdir (path);
}

static void
remove_home (void)
{
  remove_folder (home);
}

static void
fill_catalogue (void)
{
  g_autofree char *folder = g_build_filename (home, "sahel-brief", NULL);
  g_autofree char *path = g_build_filename (folder, "catalogue.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStore) store = NULL;
  SbImportCounts counts;

  g_mkdir (folder, 0700);
  store = sb_store_open (path, SB_STORE_CREATE, &error);
  g_assert_no_error (error);
  sb_dossier_read_sample (store, &counts, &error);
  g_assert_no_error (error);
}

void
sb_test_desk_init (int *argc,
                   char ***argv)
{
  home = g_dir_make_tmp ("sb-desk-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CACHE_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  atexit (remove_home);
  sb_test_screen_init (argc, argv);
  fill_catalogue ();
}

static gboolean
is_ready (gpointer data)
{
  return sb_context_is_ready (sb_application_get_context (data));
}

SbApplication *
sb_test_desk_start (void)
{
  SbApplication *application = sb_application_new ();
  g_autoptr (GError) error = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_set_default (G_APPLICATION (application));
  sb_test_wait (is_ready, application);
  return application;
}

static void
activated_cb (GApplication *application)
{
  g_signal_stop_emission_by_name (application, "activate");
}

void
sb_test_desk_stop (SbApplication *application)
{
  char *arguments[] = { (char *) "sahel-brief", NULL };
  GWeakRef catalogue;

  g_weak_ref_init (&catalogue, sb_context_get_catalogue (sb_application_get_context (application)));
  /* Run without a window it has nothing to do, and ends as it does for a user. */
  g_signal_connect (application, "activate", G_CALLBACK (activated_cb), NULL);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 1, arguments), ==, 0);
  g_assert_null (g_weak_ref_get (&catalogue));
#ifdef __SANITIZE_ADDRESS__
  /* Several times as slow, the threads may need longer than a user is made to wait. */
  sb_worker_wait_for_all (60);
#endif
  g_assert_cmpuint (sb_worker_count_threads (), ==, 0);
  g_weak_ref_clear (&catalogue);
  g_application_set_default (NULL);
  g_assert_finalize_object (application);
}

static gboolean
has_events (gpointer data)
{
  GtkWidget *page = sb_test_find_type (data, SB_TYPE_PAGE);
  SbMoment *moment = page != NULL ? sb_page_get_moment (SB_PAGE (page)) : NULL;

  /* As lists and as what the map shows. */
  return moment != NULL && sb_event_model_get_index (sb_moment_get_event_model (moment)) != NULL &&
         g_list_model_get_n_items (sb_moment_get_events (moment)) > 0;
}

SbWindow *
sb_test_desk_open_window (SbApplication *application)
{
  SbWindow *window = sb_window_new (application, sb_application_get_context (application));

  gtk_window_present (GTK_WINDOW (window));
  sb_test_wait (has_events, window);
  sb_test_wait_for_frame (GTK_WIDGET (window));
  return window;
}
