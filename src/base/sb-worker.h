/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SbWorker:
 *
 * A thread of its own that runs functions one after the other, in the order of
 * their priority (a lower number first), then of their arrival. All work that
 * may take more than a few milliseconds is run by one. It is made and disposed
 * of on the main thread; dropping the last reference lets the queue run out and
 * joins the thread.
 */
#define SB_TYPE_WORKER (sb_worker_get_type ())

G_DECLARE_FINAL_TYPE (SbWorker, sb_worker, SB, WORKER, GObject)

/* Run in the worker. @task holds the data (g_task_get_task_data()) and takes
 * the answer by g_task_return_*(). Cancelled tasks that were not yet started
 * answer %G_IO_ERROR_CANCELLED without being run. */
typedef void (*SbWorkerFunc) (GTask *task,
                              gpointer source_object,
                              gpointer task_data,
                              GCancellable *cancellable);

SbWorker *sb_worker_new (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* Queues @task; takes a reference to it. Its callback runs in the main context
 * in which it was made. */
void sb_worker_push (SbWorker *self,
                     GTask *task,
                     int priority,
                     SbWorkerFunc func);

/* Runs @func in the worker and waits for it: for the command line and tests,
 * never on the main loop of the window. */
void sb_worker_run (SbWorker *self,
                    GTask *task,
                    SbWorkerFunc func);
gboolean sb_worker_is_current (SbWorker *self);

/* How many threads there are, of all workers. A program ends when there is none:
 * a thread that outlives main() works with what is no more. Any thread. */
guint sb_worker_count_threads (void);

/* Runs the default main context until there is none, but for no longer than
 * @seconds: work that takes longer is left to the system. To be called last, by
 * the main thread, when what holds the workers was let go. */
void sb_worker_wait_for_all (guint seconds);

#define sb_worker_assert_current(self) g_assert (sb_worker_is_current (self))

G_END_DECLS
