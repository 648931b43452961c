/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-crew.h"

/* An item and how far it is. */
typedef struct
{
  gpointer item; /* (owned) */
  gboolean is_done; /* guarded by the mutex */
} Job;

struct _SbCrew
{
  SbCrewFunc func;
  GDestroyNotify free_item;
  GThreadPool *pool; /* (owned) */
  GQueue jobs; /* (element-type Job) (owned) as they were pushed */
  GMutex mutex;
  GCond is_done;
};

/* Run in any thread. */
static void
work (gpointer data,
      gpointer user_data)
{
  Job *job = data;
  SbCrew *self = user_data;

  self->func (job->item);
  g_mutex_lock (&self->mutex);
  job->is_done = TRUE;
  g_cond_signal (&self->is_done);
  g_mutex_unlock (&self->mutex);
}

SbCrew *
sb_crew_new (SbCrewFunc func,
             GDestroyNotify free_item)
{
  SbCrew *self;

  g_return_val_if_fail (func != NULL && free_item != NULL, NULL);

  self = g_new0 (SbCrew, 1);
  self->func = func;
  self->free_item = free_item;
  self->pool = g_thread_pool_new (work, self, (int) g_get_num_processors (), FALSE, NULL);
  g_queue_init (&self->jobs);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->is_done);
  return self;
}

void
sb_crew_free (SbCrew *self)
{
  Job *job;

  if (self == NULL)
    return;

  g_thread_pool_free (self->pool, TRUE, TRUE);
  while ((job = g_queue_pop_head (&self->jobs)) != NULL)
    {
      self->free_item (job->item);
      g_free (job);
    }

  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->is_done);
  g_free (self);
}

void
sb_crew_push (SbCrew *self,
              gpointer item)
{
  Job *job;

  g_return_if_fail (self != NULL && item != NULL);

  job = g_new0 (Job, 1);
  job->item = item;
  g_queue_push_tail (&self->jobs, job);
  g_thread_pool_push (self->pool, job, NULL);
}

gpointer
sb_crew_pop (SbCrew *self)
{
  g_autofree Job *job = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  job = g_queue_pop_head (&self->jobs);
  if (job == NULL)
    return NULL;

  g_mutex_lock (&self->mutex);
  while (!job->is_done)
    g_cond_wait (&self->is_done, &self->mutex);
  g_mutex_unlock (&self->mutex);
  return job->item;
}
