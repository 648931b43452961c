/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-fetch-budget.h"

struct _SbFetchBudget
{
  gsize max_bytes;

  GMutex mutex; /* guards what follows */
  gsize n_bytes;
  GByteArray *beyond; /* (nullable) (not owned) the one that may go beyond */
};

/* What is kept with a body. */
typedef struct
{
  SbFetchBudget *budget; /* (owned) */
  GByteArray *body; /* (owned) */
} Hold;

static void
hold_free (gpointer data)
{
  Hold *hold = data;

  _sb_fetch_budget_give (hold->budget, hold->body, hold->body->len);
  g_byte_array_unref (hold->body);
  _sb_fetch_budget_unref (hold->budget);
  g_free (hold);
}

SbFetchBudget *
_sb_fetch_budget_new (gsize max_bytes)
{
  SbFetchBudget *self = g_atomic_rc_box_new0 (SbFetchBudget);

  self->max_bytes = max_bytes;
  g_mutex_init (&self->mutex);
  return self;
}

static void
budget_clear (gpointer data)
{
  SbFetchBudget *self = data;

  g_mutex_clear (&self->mutex);
}

SbFetchBudget *
_sb_fetch_budget_ref (SbFetchBudget *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
_sb_fetch_budget_unref (SbFetchBudget *self)
{
  g_atomic_rc_box_release_full (self, budget_clear);
}

gboolean
_sb_fetch_budget_take (SbFetchBudget *self,
                       GByteArray *body,
                       gsize n_bytes)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->n_bytes + n_bytes > self->max_bytes)
    {
      if (self->beyond != NULL && self->beyond != body)
        return FALSE;

      self->beyond = body;
    }

  self->n_bytes += n_bytes;
  return TRUE;
}

void
_sb_fetch_budget_force (SbFetchBudget *self,
                        gsize n_bytes)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  self->n_bytes += n_bytes;
}

void
_sb_fetch_budget_give (SbFetchBudget *self,
                       GByteArray *body,
                       gsize n_bytes)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_assert (self->n_bytes >= n_bytes);
  self->n_bytes -= n_bytes;
  if (self->beyond == body)
    self->beyond = NULL;
}

GBytes *
_sb_fetch_budget_wrap (SbFetchBudget *self,
                       GByteArray *body,
                       gsize n_bytes)
{
  Hold *hold = g_new0 (Hold, 1);

  g_assert (n_bytes >= body->len);
  g_mutex_lock (&self->mutex);
  self->n_bytes -= n_bytes - body->len;
  g_mutex_unlock (&self->mutex);

  hold->budget = _sb_fetch_budget_ref (self);
  hold->body = body;
  return g_bytes_new_with_free_func (body->data, body->len, hold_free, hold);
}
