/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-change-relay.h"

struct _SbChangeRelay
{
  GMutex mutex;
  GMainContext *context; /* (owned) */
  GWeakRef owner;
  SbNoticeFunc func;
  SbNotice notice; /* under the mutex */
  gboolean is_scheduled; /* under the mutex */
};

static void
notice_clear (SbNotice *notice)
{
  g_clear_pointer (&notice->undo_label, g_free);
  g_clear_pointer (&notice->redo_label, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SbNotice, notice_clear)

SbChangeRelay *
_sb_change_relay_new (GObject *owner,
                      SbNoticeFunc func)
{
  SbChangeRelay *self = g_atomic_rc_box_new0 (SbChangeRelay);

  g_mutex_init (&self->mutex);
  g_weak_ref_init (&self->owner, owner);
  self->context = g_main_context_ref_thread_default ();
  self->func = func;
  return self;
}

SbChangeRelay *
_sb_change_relay_ref (SbChangeRelay *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
relay_clear (gpointer data)
{
  SbChangeRelay *self = data;

  g_mutex_clear (&self->mutex);
  g_weak_ref_clear (&self->owner);
  g_main_context_unref (self->context);
  notice_clear (&self->notice);
}

void
_sb_change_relay_unref (SbChangeRelay *self)
{
  g_atomic_rc_box_release_full (self, relay_clear);
}

static gboolean
notify_cb (gpointer user_data)
{
  SbChangeRelay *self = user_data;
  g_autoptr (GObject) owner = g_weak_ref_get (&self->owner);
  g_auto (SbNotice) notice = { 0 };

  g_mutex_lock (&self->mutex);
  notice = self->notice;
  self->notice = (SbNotice) { 0 };
  self->is_scheduled = FALSE;
  g_mutex_unlock (&self->mutex);

  if (owner != NULL)
    self->func (owner, &notice);

  return G_SOURCE_REMOVE;
}

/* Called with the mutex held. */
static void
schedule (SbChangeRelay *self)
{
  g_autoptr (GSource) source = NULL;

  if (self->is_scheduled)
    return;

  self->is_scheduled = TRUE;
  source = g_idle_source_new ();
  g_source_set_static_name (source, "[sahel-brief] change relay");
  g_source_set_callback (source, notify_cb, _sb_change_relay_ref (self), (GDestroyNotify) _sb_change_relay_unref);
  g_source_attach (source, self->context);
}

void
_sb_change_relay_tell_kinds (SbChangeRelay *self,
                             guint kinds)
{
  g_mutex_lock (&self->mutex);
  self->notice.kinds |= kinds;
  schedule (self);
  g_mutex_unlock (&self->mutex);
}

void
_sb_change_relay_tell_all (SbChangeRelay *self,
                           guint kinds,
                           char *undo_label,
                           char *redo_label)
{
  g_mutex_lock (&self->mutex);
  notice_clear (&self->notice);
  self->notice.kinds |= kinds;
  self->notice.has_labels = TRUE;
  self->notice.undo_label = undo_label;
  self->notice.redo_label = redo_label;
  schedule (self);
  g_mutex_unlock (&self->mutex);
}
