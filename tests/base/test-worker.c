/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-worker.h"

/* What the jobs of a test write down: who ran, in order. */
typedef struct
{
  GMutex gate; /* held by the test until all is queued */
  GString *log;
  guint n_answers;
  GMainLoop *loop; /* quit by the last of n_expected answers */
  guint n_expected;
} Journal;

static void
journal_init (Journal *journal,
              guint n_expected)
{
  g_mutex_init (&journal->gate);
  journal->log = g_string_new (NULL);
  journal->n_answers = 0;
  journal->n_expected = n_expected;
  journal->loop = g_main_loop_new (NULL, FALSE);
}

static void
journal_clear (Journal *journal)
{
  g_mutex_clear (&journal->gate);
  g_string_free (journal->log, TRUE);
  g_main_loop_unref (journal->loop);
}

static void
wait_for_gate (GTask *task,
               gpointer source_object,
               gpointer task_data,
               GCancellable *cancellable)
{
  Journal *journal = task_data;

  g_mutex_lock (&journal->gate);
  g_mutex_unlock (&journal->gate);
  g_task_return_boolean (task, TRUE);
}

static void
write_name (GTask *task,
            gpointer source_object,
            gpointer task_data,
            GCancellable *cancellable)
{
  Journal *journal = task_data;

  g_string_append (journal->log, g_task_get_name (task));
  g_task_return_boolean (task, TRUE);
}

static void
count_answer_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  Journal *journal = user_data;

  if (++journal->n_answers == journal->n_expected)
    g_main_loop_quit (journal->loop);
}

static void
push (SbWorker *worker,
      Journal *journal,
      const char *name,
      int priority,
      GCancellable *cancellable,
      SbWorkerFunc func)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, count_answer_cb, journal);

  g_task_set_name (task, name);
  g_task_set_task_data (task, journal, NULL);
  sb_worker_push (worker, task, priority, func);
}

static void
test_order (void)
{
  g_autoptr (SbWorker) worker = sb_worker_new ("test");
  Journal journal;

  journal_init (&journal, 7);
  g_mutex_lock (&journal.gate);
  push (worker, &journal, "gate", G_MININT, NULL, wait_for_gate);
  push (worker, &journal, "d", 10, NULL, write_name);
  push (worker, &journal, "b", 0, NULL, write_name);
  push (worker, &journal, "e", 10, NULL, write_name);
  push (worker, &journal, "a", -5, NULL, write_name);
  push (worker, &journal, "c", 0, NULL, write_name);
  push (worker, &journal, "f", 10, NULL, write_name);
  g_mutex_unlock (&journal.gate);
  g_main_loop_run (journal.loop);

  g_assert_cmpstr (journal.log->str, ==, "abcdef");
  journal_clear (&journal);
}

static void
test_cancel (void)
{
  g_autoptr (SbWorker) worker = sb_worker_new ("test");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Journal journal;

  journal_init (&journal, 4);
  g_mutex_lock (&journal.gate);
  push (worker, &journal, "gate", G_MININT, NULL, wait_for_gate);
  push (worker, &journal, "a", 0, NULL, write_name);
  push (worker, &journal, "b", 0, cancellable, write_name);
  push (worker, &journal, "c", 0, NULL, write_name);
  g_cancellable_cancel (cancellable);
  g_mutex_unlock (&journal.gate);
  g_main_loop_run (journal.loop);

  g_assert_cmpstr (journal.log->str, ==, "ac");
  journal_clear (&journal);
}

static void
test_dispose (void)
{
  SbWorker *worker = sb_worker_new ("test");
  Journal journal;

  journal_init (&journal, 3);
  g_mutex_lock (&journal.gate);
  push (worker, &journal, "gate", 0, NULL, wait_for_gate);
  push (worker, &journal, "a", 0, NULL, write_name);
  push (worker, &journal, "b", 0, NULL, write_name);
  g_mutex_unlock (&journal.gate);
  g_assert_finalize_object (worker);

  /* The queue has run out; the answers are on their way. */
  g_assert_cmpstr (journal.log->str, ==, "ab");
  g_main_loop_run (journal.loop);
  journal_clear (&journal);
}

static void
check_thread (GTask *task,
              gpointer source_object,
              gpointer task_data,
              GCancellable *cancellable)
{
  sb_worker_assert_current (task_data);
  g_task_return_int (task, 42);
}

static void
test_run (void)
{
  g_autoptr (SbWorker) worker = sb_worker_new ("test");
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  gssize answer;

  g_task_set_task_data (task, worker, NULL);
  sb_worker_run (worker, task, check_thread);
  answer = g_task_propagate_int (task, &error);
  g_assert_no_error (error);
  g_assert_cmpint (answer, ==, 42);
  g_assert_false (sb_worker_is_current (worker));
}

static void
test_run_cancelled (void)
{
  g_autoptr (SbWorker) worker = sb_worker_new ("test");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  sb_worker_run (worker, task, check_thread);
  g_assert_cmpint (g_task_propagate_int (task, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A source object that knows in which thread it was finalized. */
static void
note_thread (gpointer data,
             GObject *where_the_object_was)
{
  *(GThread **) data = g_thread_self ();
}

static void
test_source_object (void)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (SbWorker) worker = sb_worker_new ("test");
      GObject *source = g_object_new (G_TYPE_OBJECT, NULL);
      GTask *task = g_task_new (source, NULL, NULL, NULL);
      GThread *thread = NULL;

      g_object_weak_ref (source, note_thread, &thread);
      g_object_unref (source);
      g_task_set_task_data (task, worker, NULL);
      sb_worker_push (worker, task, 0, check_thread);
      g_object_unref (task);

      while (thread == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (thread == g_thread_self ());
    }
}

static void
test_count (void)
{
  guint n_before = sb_worker_count_threads ();
  SbWorker *first = sb_worker_new ("first");
  SbWorker *second = sb_worker_new ("second");

  g_assert_cmpuint (sb_worker_count_threads (), ==, n_before + 2);
  g_assert_finalize_object (first);
  g_assert_cmpuint (sb_worker_count_threads (), ==, n_before + 1);
  g_assert_finalize_object (second);
  g_assert_cmpuint (sb_worker_count_threads (), ==, n_before);
}

static gboolean
open_gate_cb (gpointer data)
{
  Journal *journal = data;

  g_mutex_unlock (&journal->gate);
  return G_SOURCE_REMOVE;
}

/* Work that is under way holds its worker: waiting lets it end. */
static void
test_wait_for_all (void)
{
  guint n_before = sb_worker_count_threads ();
  SbWorker *worker = sb_worker_new ("test");
  g_autoptr (GTask) task = g_task_new (worker, NULL, NULL, NULL);
  Journal journal;

  journal_init (&journal, 0);
  g_mutex_lock (&journal.gate);
  g_task_set_task_data (task, &journal, NULL);
  sb_worker_push (worker, task, G_PRIORITY_DEFAULT, wait_for_gate);
  g_clear_object (&task);
  g_object_unref (worker);
  g_assert_cmpuint (sb_worker_count_threads (), ==, n_before + 1);

  g_idle_add (open_gate_cb, &journal);
  sb_worker_wait_for_all (60);
  g_assert_cmpuint (sb_worker_count_threads (), ==, 0);
  journal_clear (&journal);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/worker/order", test_order);
  g_test_add_func ("/base/worker/cancel", test_cancel);
  g_test_add_func ("/base/worker/dispose", test_dispose);
  g_test_add_func ("/base/worker/run", test_run);
  g_test_add_func ("/base/worker/run-cancelled", test_run_cancelled);
  g_test_add_func ("/base/worker/source-object", test_source_object);
  g_test_add_func ("/base/worker/count", test_count);
  g_test_add_func ("/base/worker/wait-for-all", test_wait_for_all);

  return g_test_run ();
}
