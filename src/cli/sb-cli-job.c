/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-job.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "sb-search.h"
#include "sb-text-intake.h"
#include "sb-worker.h"

#define CLEAR_LINE "\r\033[K"

struct _SbCliJob
{
  SbOperation *operation; /* (owned) */
  SbWorker *worker; /* (owned) (nullable) until it is needed */
  guint interrupt_id;
  gboolean is_shown;
};

/* One run, the data of its task. */
typedef struct
{
  SbCliJobFunc func;
  gpointer data; /* (unowned) */
  SbOperation *operation; /* (owned) */
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_object_unref (run->operation);
  g_free (run);
}

static gboolean
interrupted_cb (gpointer user_data)
{
  sb_operation_cancel (user_data);
  return G_SOURCE_CONTINUE;
}

static void
progress_cb (SbCliJob *self)
{
  int percent = (int) (100 * MAX (0, sb_operation_get_fraction (self->operation)));

  fprintf (stderr, CLEAR_LINE "%3d %%  %.60s", percent, sb_operation_get_detail (self->operation));
  self->is_shown = TRUE;
  if (percent == 100)
    sb_cli_job_hide (self);
}

SbCliJob *
sb_cli_job_new (SbCli *cli,
                const char *title)
{
  SbCliJob *self = g_new0 (SbCliJob, 1);

  self->operation = sb_operation_new (title);
  self->interrupt_id = g_unix_signal_add (SIGINT, interrupted_cb, self->operation);
  /* For people, not for files. */
  if (isatty (STDERR_FILENO) && !cli->wants_json)
    {
      g_signal_connect_swapped (self->operation, "notify::detail", G_CALLBACK (progress_cb), self);
      g_signal_connect_swapped (self->operation, "notify::fraction", G_CALLBACK (progress_cb), self);
    }

  return self;
}

void
sb_cli_job_free (SbCliJob *self)
{
  if (self == NULL)
    return;

  sb_cli_job_hide (self);
  g_signal_handlers_disconnect_by_data (self->operation, self);
  g_source_remove (self->interrupt_id);
  g_clear_object (&self->worker);
  g_object_unref (self->operation);
  g_free (self);
}

SbOperation *
sb_cli_job_get_operation (SbCliJob *self)
{
  return self->operation;
}

gboolean
sb_cli_job_is_cancelled (SbCliJob *self)
{
  return g_cancellable_is_cancelled (sb_operation_get_cancellable (self->operation));
}

void
sb_cli_job_hide (SbCliJob *self)
{
  if (self->is_shown)
    fputs (CLEAR_LINE, stderr);
  self->is_shown = FALSE;
}

/* Run in the worker. */
static void
run_in_worker (GTask *task,
               gpointer source_object,
               gpointer task_data,
               GCancellable *cancellable)
{
  Run *run = task_data;
  GError *error = NULL;
  gpointer answer = run->func (run->data, run->operation, &error);

  if (answer == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, answer, NULL);
}

static void
done_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  GAsyncResult **done = user_data;

  *done = g_object_ref (result);
}

gpointer
sb_cli_job_run (SbCliJob *self,
                SbCliJobFunc func,
                gpointer data,
                GError **error)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GTask) task = NULL;
  Run *run = g_new0 (Run, 1);

  if (self->worker == NULL)
    self->worker = sb_worker_new ("job");

  run->func = func;
  run->data = data;
  run->operation = g_object_ref (self->operation);
  task = g_task_new (NULL, sb_operation_get_cancellable (self->operation), done_cb, &done);
  g_task_set_source_tag (task, sb_cli_job_run);
  /* What was done by then is done: the answer is not given up for it. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, run, run_free);
  sb_worker_push (self->worker, task, G_PRIORITY_DEFAULT, run_in_worker);
  while (done == NULL)
    g_main_context_iteration (NULL, TRUE);

  sb_cli_job_hide (self);
  return g_task_propagate_pointer (task, error);
}

/* Run in the worker. */
static void
index_cb (gint64 n_done,
          gint64 n_all,
          gpointer user_data)
{
  sb_operation_report_progress (user_data, n_all > 0 ? MIN (1, (double) n_done / (double) n_all) : 1, _ ("Indexing"));
}

gboolean
sb_cli_index_store (SbStore *store,
                    SbOperation *operation,
                    GError **error)
{
  gboolean is_done;

  sb_store_set_cancellable (store, sb_operation_get_cancellable (operation));
  is_done = sb_text_intake_run (store, sb_operation_get_cancellable (operation), error) &&
            sb_store_index (store, index_cb, operation, error);
  sb_store_set_cancellable (store, NULL);
  return is_done;
}

void
sb_cli_tell_unindexed (const GError *error)
{
  g_debug ("%s", error->message);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sb_cli_tell ("%s", _ ("Indexing was stopped: the next search goes on with it."));
}

/* Run in the worker. */
static gpointer
index_all (gpointer data,
           SbOperation *operation,
           GError **error)
{
  /* A small index is made before anything is told of how far it is. */
  sb_operation_report_progress (operation, 0, _ ("Indexing"));
  return sb_cli_index_store (data, operation, error) ? data : NULL;
}

void
sb_cli_job_index (SbCliJob *self,
                  SbStore *store)
{
  g_autoptr (GError) error = NULL;

  if (!sb_cli_job_is_cancelled (self) && sb_cli_job_run (self, index_all, store, &error) == NULL)
    sb_cli_tell_unindexed (error);
}
