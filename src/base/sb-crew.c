/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-base"

#include "config.h"

#include "sb-crew.h"

enum
{
  WAITING,
  TAKEN,
  DONE, /* set under the mutex */
};

/* An item and how far it is. Counted, for the threads and for the queue. */
typedef struct
{
  gpointer item; /* (unowned) of the queue, then of who pops */
  int state; /* (atomic) */
} Job;

struct _SbCrew
{
  SbCrewFunc func;
  GDestroyNotify free_item;
  GThreadPool *pool; /* (owned) */
  GQueue jobs; /* (element-type Job) (owned) as they were pushed */
  gboolean is_filling;
  GMutex mutex;
  GCond is_done;
};

static gboolean
take (Job *job)
{
  return g_atomic_int_compare_and_exchange (&job->state, WAITING, TAKEN);
}

static void
release (gpointer job)
{
  g_atomic_rc_box_release (job);
}

/* Run in any thread. */
static void
work (gpointer data,
      gpointer user_data)
{
  Job *job = data;
  SbCrew *self = user_data;

  if (take (job))
    {
      self->func (job->item);
      g_mutex_lock (&self->mutex);
      g_atomic_int_set (&job->state, DONE);
      g_cond_signal (&self->is_done);
      g_mutex_unlock (&self->mutex);
    }
  release (job);
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
  self->is_filling = TRUE;
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

  /* What nobody has begun, nobody shall begin. */
  for (GList *link = self->jobs.head; link != NULL; link = link->next)
    take (link->data);
  g_thread_pool_free (self->pool, FALSE, TRUE);
  while ((job = g_queue_pop_head (&self->jobs)) != NULL)
    {
      self->free_item (job->item);
      release (job);
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

  job = g_atomic_rc_box_new0 (Job);
  job->item = item;
  g_queue_push_tail (&self->jobs, g_atomic_rc_box_acquire (job));
  g_thread_pool_push (self->pool, job, NULL);
}

/* Threads are woken for many items at once: to be woken takes as long as an item. */
gboolean
sb_crew_wants_more (SbCrew *self)
{
  guint n_jobs;

  g_return_val_if_fail (self != NULL, FALSE);

  n_jobs = g_queue_get_length (&self->jobs);
  if (n_jobs >= SB_CREW_AHEAD)
    self->is_filling = FALSE;
  else if (n_jobs <= SB_CREW_AHEAD / 2)
    self->is_filling = TRUE;
  return self->is_filling;
}

gpointer
sb_crew_pop (SbCrew *self)
{
  Job *job;
  gpointer item;

  g_return_val_if_fail (self != NULL, NULL);

  job = g_queue_pop_head (&self->jobs);
  if (job == NULL)
    return NULL;

  if (take (job))
    self->func (job->item);
  else
    {
      g_mutex_lock (&self->mutex);
      while (g_atomic_int_get (&job->state) != DONE)
        g_cond_wait (&self->is_done, &self->mutex);
      g_mutex_unlock (&self->mutex);
    }

  item = job->item;
  release (job);
  return item;
}
