/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <string.h>

#include "sb-bilingual.h"
#include "sb-event.h"
#include "sb-record-builder.h"
#include "sb-record-list.h"
#include "sb-test-records.h"

/* The window and the command line on one catalogue: each sees what the other
 * does, neither loses anything, and neither holds up the other. The window is
 * its catalogue on a main loop; the command line is the real one. */

/* A change of another program is heard within this time, on a machine that has
 * other things to do. */
#define MAX_SECONDS 15

static const char *program;

typedef struct
{
  char *folder; /* (owned) */
  SbCatalogue *catalogue; /* (owned) */
  guint heard; /* the kinds that changed, as bits */
} Fixture;

static void
changed_cb (SbCatalogue *catalogue,
            guint kinds,
            Fixture *fixture)
{
  fixture->heard |= kinds;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = sb_test_make_folder ();
  fixture->catalogue = sb_test_open_catalogue (fixture->folder);

  /* Opening tells of all kinds. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_connect (fixture->catalogue, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->catalogue, fixture);
  sb_test_close_catalogue (fixture->catalogue);
  sb_test_remove_folder (fixture->folder);
}

/* Starts the command line; the arguments after @fixture end with NULL. */
static GSubprocess *
start (Fixture *fixture,
       const char *const *arguments)
{
  g_autoptr (GPtrArray) call = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_ptr_array_add (call, (gpointer) program);
  g_ptr_array_add (call, "--catalogue");
  g_ptr_array_add (call, (gpointer) sb_catalogue_get_path (fixture->catalogue));
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (call, (gpointer) arguments[i]);
  g_ptr_array_add (call, NULL);

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_setenv (launcher, "G_DEBUG", "fatal-criticals", TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) call->pdata, &error);
  g_assert_no_error (error);
  return process;
}

static char *
finish (GSubprocess *process)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  return output;
}

static char *
write_note (Fixture *fixture,
            guint number)
{
  g_autofree char *name = g_strdup_printf ("note-%u.txt", number);
  g_autofree char *text = g_strdup_printf ("Note %u\n\nLe convoi numéro %u est arrivé à Kayes.\n", number, number);
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
import_note (Fixture *fixture,
             guint number)
{
  g_autofree char *note = write_note (fixture, number);
  const char *arguments[] = { "import", note, NULL };
  g_autoptr (GSubprocess) process = start (fixture, arguments);
  g_autofree char *output = finish (process);
}

static SbChangeSet *
make_event (const char *title,
            const char *label)
{
  SbChangeSet *changes = sb_change_set_new (label);
  g_autoptr (SbRecordBuilder) builder = sb_record_builder_new (&sb_event_schema);
  g_autoptr (SbBilingual) name = sb_bilingual_new (title, NULL);
  g_autoptr (SbDate) date = sb_date_new ("2026-04-25", NULL);
  g_autoptr (SbRecord) event = NULL;

  sb_record_builder_set_bilingual (builder, SB_EVENT_TITLE, name);
  sb_record_builder_set_term (builder, SB_EVENT_TYPE, 1);
  sb_record_builder_set_date (builder, SB_EVENT_DATE, date);
  event = sb_record_builder_end (g_steal_pointer (&builder));
  sb_change_set_put (changes, event);
  return changes;
}

static void
store_event (Fixture *fixture,
             const char *title,
             const char *label)
{
  g_autoptr (SbChangeSet) changes = make_event (title, label);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  sb_catalogue_write_async (fixture->catalogue, changes, NULL, sb_test_result_cb, &result);
  sb_test_result_wait (&result);
  sb_catalogue_write_finish (fixture->catalogue, result, &error);
  g_assert_no_error (error);
}

static void
wait_for_kind (Fixture *fixture,
               SbKind kind)
{
  gint64 start_time = g_get_monotonic_time ();

  while ((fixture->heard & 1u << kind) == 0)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (g_get_monotonic_time () - start_time, <, MAX_SECONDS * G_USEC_PER_SEC);
    }
}

static guint
count_lines (const char *text,
             const char *mark)
{
  guint n = 0;

  for (const char *place = strstr (text, mark); place != NULL; place = strstr (place + 1, mark))
    n++;

  return n;
}

static guint
count_by_command (Fixture *fixture,
                  const char *kind)
{
  const char *arguments[] = { "list", kind, "--json", NULL };
  g_autoptr (GSubprocess) process = start (fixture, arguments);
  g_autofree char *output = finish (process);

  return count_lines (output, "\"@kind\"");
}

/* What the command line imports is in the lists of the window: told of the kinds
 * that changed and of no other. */
static void
test_window_hears (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOCUMENT);
  g_autoptr (SbRecordList) documents = sb_record_list_new (fixture->catalogue, query);

  for (guint i = 1; i <= 2; i++)
    {
      import_note (fixture, i);
      wait_for_kind (fixture, SB_KIND_DOCUMENT);
      g_assert_cmphex (fixture->heard, ==, 1u << SB_KIND_DOCUMENT);
      while (g_list_model_get_n_items (G_LIST_MODEL (documents)) < i)
        g_main_context_iteration (NULL, TRUE);
      fixture->heard = 0;
    }
}

/* What is done here is not told again as the work of another program. */
static void
test_own_work (Fixture *fixture,
               gconstpointer data)
{
  store_event (fixture, "Attaque", "Add event");
  wait_for_kind (fixture, SB_KIND_EVENT);
  fixture->heard = 0;
  import_note (fixture, 1);
  wait_for_kind (fixture, SB_KIND_DOCUMENT);
  g_assert_cmphex (fixture->heard, ==, 1u << SB_KIND_DOCUMENT);
}

static void
run_command (Fixture *fixture,
             const char *first,
             const char *second)
{
  const char *arguments[] = { first, second, NULL };
  g_autoptr (GSubprocess) process = start (fixture, arguments);
  g_autofree char *output = finish (process);
}

/* A backup of the time when there was nothing comes back: what was there is told
 * of, though the backup knows nothing of it. */
static void
test_restored (Fixture *fixture,
               gconstpointer data)
{
  g_autofree char *backup = g_build_filename (fixture->folder, "empty.backup", NULL);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
  g_autoptr (SbRecordList) events = sb_record_list_new (fixture->catalogue, query);

  run_command (fixture, "backup", backup);
  store_event (fixture, "Attaque", "Add event");
  while (g_list_model_get_n_items (G_LIST_MODEL (events)) == 0)
    g_main_context_iteration (NULL, TRUE);

  fixture->heard = 0;
  run_command (fixture, "restore", backup);
  wait_for_kind (fixture, SB_KIND_EVENT);
  while (g_list_model_get_n_items (G_LIST_MODEL (events)) > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_command_sees (Fixture *fixture,
                   gconstpointer data)
{
  g_assert_cmpuint (count_by_command (fixture, "events"), ==, 0);
  store_event (fixture, "Attaque", NULL);
  g_assert_cmpuint (count_by_command (fixture, "events"), ==, 1);
}

/* What Undo would undo is what was done last, by whichever program. */
static void
test_undo_label (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  store_event (fixture, "Attaque", "Add event");
  while (g_strcmp0 (sb_catalogue_get_undo_label (fixture->catalogue), "Add event") != 0)
    g_main_context_iteration (NULL, TRUE);

  import_note (fixture, 1);
  while (g_strcmp0 (sb_catalogue_get_undo_label (fixture->catalogue), "Import a document") != 0)
    g_main_context_iteration (NULL, TRUE);

  sb_catalogue_undo_async (fixture->catalogue, sb_test_result_cb, &result);
  sb_test_result_wait (&result);
  label = sb_catalogue_undo_finish (fixture->catalogue, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Import a document");
  g_assert_cmpuint (count_by_command (fixture, "documents"), ==, 0);
  g_assert_cmpuint (count_by_command (fixture, "events"), ==, 1);
}

#define N_NOTES  25
#define N_EVENTS 60

/* Both write at once: they wait for each other, and nothing is lost. */
static void
test_both_write (Fixture *fixture,
                 gconstpointer data)
{
  g_auto (GStrv) notes = g_new0 (char *, N_NOTES + 2);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *output = NULL;
  const char *check[] = { "check", NULL };
  g_autoptr (GSubprocess) checking = NULL;
  g_autofree char *findings = NULL;

  notes[0] = g_strdup ("import");
  for (guint i = 0; i < N_NOTES; i++)
    notes[i + 1] = write_note (fixture, i);
  process = start (fixture, (const char *const *) notes);
  for (guint i = 0; i < N_EVENTS; i++)
    store_event (fixture, "Attaque", "Add event");
  output = finish (process);

  g_assert_cmpuint (count_by_command (fixture, "documents"), ==, N_NOTES);
  g_assert_cmpuint (count_by_command (fixture, "events"), ==, N_EVENTS);
  checking = start (fixture, check);
  findings = finish (checking);
}

static gboolean
tick_cb (gpointer user_data)
{
  (*(guint *) user_data)++;
  return G_SOURCE_CONTINUE;
}

/* Another program keeps the lock for a while: the window waits with its write,
 * reads meanwhile, and its main loop turns. */
static void
test_long_write (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStore) other = sb_store_open (sb_catalogue_get_path (fixture->catalogue), SB_STORE_DEFAULT, &error);
  g_autoptr (SbStoreHold) hold = sb_store_hold (other, &error);
  g_autoptr (SbChangeSet) ours = make_event ("Attaque", NULL);
  g_autoptr (SbChangeSet) theirs = make_event ("Convoi", NULL);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);
  g_autoptr (GAsyncResult) writing = NULL;
  g_autoptr (GAsyncResult) listing = NULL;
  g_autoptr (GPtrArray) events = NULL;
  guint n_ticks = 0;
  guint tick = g_timeout_add (1, tick_cb, &n_ticks);

  g_assert_no_error (error);
  g_assert_cmpint (sb_store_apply (other, theirs, &error), >, 0);
  sb_catalogue_write_async (fixture->catalogue, ours, NULL, sb_test_result_cb, &writing);
  sb_catalogue_list_async (fixture->catalogue, query, NULL, sb_test_result_cb, &listing);
  sb_test_result_wait (&listing);
  events = sb_catalogue_list_finish (fixture->catalogue, listing, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (events->len, ==, 0);

  while (n_ticks < 100)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (writing);
  g_assert_true (sb_store_hold_commit (hold, &error));
  sb_test_result_wait (&writing);
  g_assert_true (sb_catalogue_write_finish (fixture->catalogue, writing, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_by_command (fixture, "events"), ==, 2);
  g_source_remove (tick);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (argc < 2)
    return 1;

  program = argv[1];
#define ADD(path, func) g_test_add ("/sync/two-programs/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("window-hears", test_window_hears);
  ADD ("own-work", test_own_work);
  ADD ("restored", test_restored);
  ADD ("command-sees", test_command_sees);
  ADD ("undo-label", test_undo_label);
  ADD ("both-write", test_both_write);
  ADD ("long-write", test_long_write);
#undef ADD
  return g_test_run ();
}
