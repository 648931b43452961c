/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-test-desk.h"

#include "sb-dossier-reader.h"
#include "sb-search.h"
#include "sb-test-folder.h"
#include "sb-worker.h"

#include <glib/gstdio.h>

static char *home;

static void
remove_home (void)
{
  sb_test_remove_folder (home);
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
  home = sb_test_make_folder ();
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

  /* A program waits for what is under way, but no longer than a user would. */
  sb_test_desk_wait_for_workers (application);
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

void
sb_test_desk_close_window (SbWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  sb_test_wait (sb_test_is_null, &window);
}

SbPage *
sb_test_desk_show_page (SbWindow *window,
                        const char *name)
{
  AdwViewStack *stack = ADW_VIEW_STACK (sb_test_find_type (GTK_WIDGET (window), ADW_TYPE_VIEW_STACK));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", name));
  sb_test_wait_for_frame (GTK_WIDGET (window));
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (stack), ==, name);
  return SB_PAGE (sb_test_find_type (adw_view_stack_get_visible_child (stack), SB_TYPE_PAGE));
}

SbCatalogue *
sb_test_desk_get_catalogue (SbApplication *application)
{
  return sb_context_get_catalogue (sb_application_get_context (application));
}

static void
written_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  sb_catalogue_write_finish (SB_CATALOGUE (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

void
sb_test_desk_write (SbApplication *application,
                    SbChangeSet *changes)
{
  gboolean is_written = FALSE;

  sb_catalogue_write_async (sb_test_desk_get_catalogue (application), changes, NULL, written_cb, &is_written);
  sb_test_wait (sb_test_is_true, &is_written);
}

SbStore *
sb_test_desk_open_store (SbApplication *application)
{
  const char *path = sb_catalogue_get_path (sb_test_desk_get_catalogue (application));
  g_autoptr (GError) error = NULL;
  SbStore *store = sb_store_open (path, SB_STORE_READ_ONLY, &error);

  g_assert_no_error (error);
  return store;
}

SbRecord *
sb_test_desk_read (SbApplication *application,
                   SbKind kind,
                   const char *uuid)
{
  g_autoptr (SbStore) store = sb_test_desk_open_store (application);
  g_autoptr (GError) error = NULL;
  SbRecord *record = sb_store_get_by_uuid (store, kind, uuid, &error);

  g_assert_no_error (error);
  return record;
}

/* Run in a worker. One and the number of records that are not indexed. */
static gpointer
count_unindexed (SbStore *store,
                 gpointer data,
                 GCancellable *cancellable,
                 GError **error)
{
  return GINT_TO_POINTER ((int) sb_store_count_unindexed (store, error) + 1);
}

static void
counted_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(int *) user_data = GPOINTER_TO_INT (sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error));
  g_assert_no_error (error);
}

static gboolean
is_counted (gpointer data)
{
  return *(int *) data != 0;
}

/* Both workers do one thing after the other. */
void
sb_test_desk_wait_for_workers (SbApplication *application)
{
  SbCatalogue *catalogue = sb_test_desk_get_catalogue (application);
  int n_written;
  int n_read;

  do
    {
      n_written = 0;
      n_read = 0;
      sb_catalogue_run_writer_async (catalogue, count_unindexed, NULL, NULL, NULL, NULL, counted_cb, &n_written);
      sb_catalogue_read_async (catalogue, count_unindexed, NULL, NULL, NULL, NULL, counted_cb, &n_read);
      sb_test_wait (is_counted, &n_written);
      sb_test_wait (is_counted, &n_read);
    }
  while (n_written > 1 || n_read > 1);
}
