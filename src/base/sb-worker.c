/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-base"

#include "config.h"

#include "sb-worker.h"

/* What the worker and its thread share. The thread holds no reference to the
 * worker, or the worker would never be disposed of. */
typedef struct
{
  GMutex mutex;
  GCond changed;
  GQueue jobs; /* (owned) (element-type Job) by priority, then by arrival */
  gboolean closing;
  GThread *thread; /* (nullable) set by the thread itself before its first job */
} Queue;

typedef struct
{
  GTask *task; /* (owned) unless done is set */
  SbWorkerFunc func;
  int priority;
  gboolean *done; /* (nullable) set, under the mutex, once task is let go of */
} Job;

struct _SbWorker
{
  GObject parent_instance;

  Queue *queue; /* (owned), shared with the thread */
  GThread *thread; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SbWorker, sb_worker, G_TYPE_OBJECT)

/* How often it is looked whether all threads are gone. */
#define WAKE_INTERVAL_MS 20

/* Threads that were started and not joined yet. */
static int n_threads;

static void
queue_clear (gpointer data)
{
  Queue *queue = data;

  g_assert (g_queue_is_empty (&queue->jobs));

  g_mutex_clear (&queue->mutex);
  g_cond_clear (&queue->changed);
}

/* Puts @job behind all jobs that are as urgent. g_queue_insert_sorted() would
 * put it before them. */
static void
insert_job (GQueue *jobs,
            Job *job)
{
  GList *before = jobs->tail;

  while (before != NULL && ((Job *) before->data)->priority > job->priority)
    before = before->prev;

  if (before != NULL)
    g_queue_insert_after (jobs, before, job);
  else
    g_queue_push_head (jobs, job);
}

static gboolean
drop_task_cb (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

/* Lets go of a task in its own main context: the last reference to it holds
 * its source object, which must not be finalized in the worker. */
static void
drop_task (GTask *task)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_HIGH);
  g_source_set_static_name (source, "[sahel-brief] drop_task");
  g_source_set_callback (source, drop_task_cb, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

/* Run in the worker. */
static void
run_job (Queue *queue,
         Job *job)
{
  GTask *task = job->task;

  if (!g_task_return_error_if_cancelled (task))
    job->func (task,
               g_task_get_source_object (task),
               g_task_get_task_data (task),
               g_task_get_cancellable (task));

  if (job->done == NULL)
    {
      drop_task (task);
    }
  else
    {
      g_mutex_lock (&queue->mutex);
      *job->done = TRUE;
      g_cond_broadcast (&queue->changed);
      g_mutex_unlock (&queue->mutex);
    }

  g_free (job);
}

/* Run in the worker. The next job, or NULL when there will be no more. */
static Job *
wait_for_job (Queue *queue)
{
  Job *job;

  g_mutex_lock (&queue->mutex);
  queue->thread = g_thread_self ();
  while (g_queue_is_empty (&queue->jobs) && !queue->closing)
    g_cond_wait (&queue->changed, &queue->mutex);
  job = g_queue_pop_head (&queue->jobs);
  g_mutex_unlock (&queue->mutex);

  return job;
}

/* Run in the worker. */
static gpointer
run_queue (gpointer data)
{
  Queue *queue = data;
  Job *job;

  while ((job = wait_for_job (queue)) != NULL)
    run_job (queue, job);

  g_atomic_rc_box_release_full (queue, queue_clear);

  return NULL;
}

static void
push_job (SbWorker *self,
          GTask *task,
          int priority,
          SbWorkerFunc func,
          gboolean *done)
{
  Job *job = g_new0 (Job, 1);

  job->task = task;
  job->func = func;
  job->priority = priority;
  job->done = done;

  g_mutex_lock (&self->queue->mutex);
  insert_job (&self->queue->jobs, job);
  g_cond_broadcast (&self->queue->changed);
  g_mutex_unlock (&self->queue->mutex);
}

static void
sb_worker_dispose (GObject *object)
{
  SbWorker *self = SB_WORKER (object);

  if (self->thread != NULL)
    {
      g_mutex_lock (&self->queue->mutex);
      self->queue->closing = TRUE;
      g_cond_broadcast (&self->queue->changed);
      g_mutex_unlock (&self->queue->mutex);

      g_clear_pointer (&self->thread, g_thread_join);
      g_atomic_int_add (&n_threads, -1);
    }

  G_OBJECT_CLASS (sb_worker_parent_class)->dispose (object);
}

static void
sb_worker_finalize (GObject *object)
{
  SbWorker *self = SB_WORKER (object);

  g_atomic_rc_box_release_full (self->queue, queue_clear);

  G_OBJECT_CLASS (sb_worker_parent_class)->finalize (object);
}

static void
sb_worker_class_init (SbWorkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sb_worker_dispose;
  object_class->finalize = sb_worker_finalize;
}

static void
sb_worker_init (SbWorker *self)
{
  self->queue = g_atomic_rc_box_new0 (Queue);
  g_mutex_init (&self->queue->mutex);
  g_cond_init (&self->queue->changed);
  g_queue_init (&self->queue->jobs);
}

SbWorker *
sb_worker_new (const char *name)
{
  SbWorker *self = g_object_new (SB_TYPE_WORKER, NULL);

  g_atomic_int_inc (&n_threads);
  self->thread = g_thread_new (name, run_queue, g_atomic_rc_box_acquire (self->queue));

  return self;
}

void
sb_worker_push (SbWorker *self,
                GTask *task,
                int priority,
                SbWorkerFunc func)
{
  g_return_if_fail (SB_IS_WORKER (self));
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (func != NULL);

  push_job (self, g_object_ref (task), priority, func, NULL);
}

void
sb_worker_run (SbWorker *self,
               GTask *task,
               SbWorkerFunc func)
{
  gboolean done = FALSE;

  g_return_if_fail (SB_IS_WORKER (self));
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (func != NULL);
  g_return_if_fail (!sb_worker_is_current (self));

  push_job (self, task, G_PRIORITY_DEFAULT, func, &done);

  /* The answer comes by way of the main context. */
  while (!g_task_get_completed (task))
    g_main_context_iteration (g_task_get_context (task), TRUE);

  /* The worker may still be on its way out of @func. */
  g_mutex_lock (&self->queue->mutex);
  while (!done)
    g_cond_wait (&self->queue->changed, &self->queue->mutex);
  g_mutex_unlock (&self->queue->mutex);
}

gboolean
sb_worker_is_current (SbWorker *self)
{
  gboolean current;

  g_return_val_if_fail (SB_IS_WORKER (self), FALSE);

  g_mutex_lock (&self->queue->mutex);
  current = self->queue->thread == g_thread_self ();
  g_mutex_unlock (&self->queue->mutex);

  return current;
}

guint
sb_worker_count_threads (void)
{
  return (guint) g_atomic_int_get (&n_threads);
}

static gboolean
woken_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
sb_worker_wait_for_all (guint seconds)
{
  gint64 end = g_get_monotonic_time () + (gint64) seconds * G_TIME_SPAN_SECOND;
  guint source = g_timeout_add (WAKE_INTERVAL_MS, woken_cb, NULL);

  while (sb_worker_count_threads () > 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (source);
}
