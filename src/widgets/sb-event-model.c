/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-event-model.h"

#include "sb-weak-ref.h"
#include "sb-worker.h"

/* The most days that are counted: some events may be of another age. */
#define MAX_DAYS (366 * 200)

/* So many rows are counted at once; more, in a worker, with the last counts shown
 * meanwhile. */
#define MAX_ROWS_HERE 200000

struct _SbEventModel
{
  GObject parent_instance;

  SbEventSource *source; /* (owned) */
  SbSession *session; /* (owned) */
  SbEventFilter filter; /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable) while the events of the actor are looked up */

  GArray *days; /* (owned) (nullable) (element-type guint) when they were counted */
  int first_day;
  SbWorker *worker; /* (owned) (nullable) before it is first needed */
  gboolean is_counting;
  gboolean is_outdated; /* what is counted is of another filter by now */
};

G_DEFINE_FINAL_TYPE (SbEventModel, sb_event_model, G_TYPE_OBJECT)

enum
{
  CHANGED,
  DAYS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The number of events of each day, and from which one on. */
typedef struct
{
  SbEventIndex *index; /* (owned) */
  SbEventFilter filter; /* (owned) */
  GArray *days; /* (owned) (nullable) */
  int first_day;
} Count;

static void
count_free (Count *count)
{
  sb_event_index_unref (count->index);
  sb_event_filter_clear (&count->filter);
  g_clear_pointer (&count->days, g_array_unref);
  g_free (count);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Count, count_free)

static Count *
count_new (SbEventModel *self)
{
  Count *count = g_new0 (Count, 1);

  count->index = sb_event_index_ref (sb_event_model_get_index (self));
  count->filter = sb_event_filter_copy (&self->filter);
  return count;
}

/* Any thread. */
static void
count_days (Count *count)
{
  int last_day;

  if (!sb_event_index_get_days (count->index, &count->first_day, &last_day))
    return;

  count->first_day = MAX (count->first_day, last_day - MAX_DAYS + 1);
  count->days = sb_event_index_count_days (count->index, &count->filter, count->first_day,
                                           (guint) (last_day - count->first_day + 1));
}

static void
take_days (SbEventModel *self,
           Count *count)
{
  g_clear_pointer (&self->days, g_array_unref);
  self->days = g_steal_pointer (&count->days);
  self->first_day = count->first_day;
  g_signal_emit (self, signals[DAYS_CHANGED], 0);
}

/* Run in the worker. */
static void
count_in_worker (GTask *task,
                 gpointer source_object,
                 gpointer task_data,
                 GCancellable *cancellable)
{
  count_days (task_data);
  g_task_return_boolean (task, TRUE);
}

static void start_counting (SbEventModel *self);

static void
counted_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (SbEventModel) self = sb_weak_ref_take (user_data);

  if (self == NULL || self->source == NULL)
    return;

  self->is_counting = FALSE;
  take_days (self, g_task_get_task_data (G_TASK (result)));
  if (self->is_outdated)
    start_counting (self);
}

static void
start_counting (SbEventModel *self)
{
  SbEventIndex *index = sb_event_model_get_index (self);
  g_autoptr (GTask) task = NULL;
  g_autoptr (Count) count = NULL;

  self->is_outdated = self->is_counting;
  if (index == NULL || self->is_counting)
    return;

  count = count_new (self);
  if (sb_event_index_get_n_rows (index) <= MAX_ROWS_HERE)
    {
      count_days (count);
      take_days (self, count);
      return;
    }

  if (self->worker == NULL)
    self->worker = sb_worker_new ("event-days");

  self->is_counting = TRUE;
  task = g_task_new (NULL, NULL, counted_cb, sb_weak_ref_new (self));
  g_task_set_source_tag (task, start_counting);
  g_task_set_task_data (task, g_steal_pointer (&count), (GDestroyNotify) count_free);
  sb_worker_push (self->worker, task, G_PRIORITY_DEFAULT, count_in_worker);
}

static void
tell_days_changed (SbEventModel *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
  start_counting (self);
}

static void
read_period (SbEventModel *self)
{
  self->filter.first_day = sb_session_get_first_day (self->session);
  self->filter.last_day = sb_session_get_last_day (self->session);
  self->filter.as_of = sb_session_get_as_of (self->session);
}

static void
period_changed_cb (SbEventModel *self)
{
  read_period (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
kinds_changed_cb (SbEventModel *self)
{
  self->filter.types = sb_session_get_event_types (self->session);
  self->filter.min_fatalities = sb_session_get_min_fatalities (self->session);
  tell_days_changed (self);
}

static void
take_ids (SbEventModel *self,
          SbIdSet *ids)
{
  sb_event_filter_clear (&self->filter);
  self->filter.ids = ids;
  tell_days_changed (self);
}

static void
ids_loaded_cb (GObject *object,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (SbEventModel) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbIdSet) ids = sb_event_source_load_ids_of_actor_finish (SB_EVENT_SOURCE (object), result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (ids != NULL)
    take_ids (self, g_steal_pointer (&ids));
  else
    g_warning ("Cannot look up the events of an actor: %s", error->message);
}

/* Also when events changed: the actor may act in others. */
static void
actor_changed_cb (SbEventModel *self)
{
  SbRef *actor = sb_session_get_event_actor (self->session);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (actor == NULL)
    {
      if (self->filter.ids != NULL)
        take_ids (self, NULL);
      return;
    }

  self->cancellable = g_cancellable_new ();
  sb_event_source_load_ids_of_actor_async (self->source, sb_ref_get_id (actor), self->cancellable, ids_loaded_cb,
                                           sb_weak_ref_new (self));
}

static void
source_changed_cb (SbEventModel *self)
{
  actor_changed_cb (self);
  tell_days_changed (self);
}

static void
sb_event_model_dispose (GObject *object)
{
  SbEventModel *self = SB_EVENT_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->source);
  g_clear_object (&self->session);
  g_clear_object (&self->worker);

  G_OBJECT_CLASS (sb_event_model_parent_class)->dispose (object);
}

static void
sb_event_model_finalize (GObject *object)
{
  SbEventModel *self = SB_EVENT_MODEL (object);

  sb_event_filter_clear (&self->filter);
  g_clear_pointer (&self->days, g_array_unref);

  G_OBJECT_CLASS (sb_event_model_parent_class)->finalize (object);
}

static void
sb_event_model_class_init (SbEventModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sb_event_model_dispose;
  object_class->finalize = sb_event_model_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DAYS_CHANGED] =
    g_signal_new ("days-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sb_event_model_init (SbEventModel *self)
{
  self->filter = SB_EVENT_FILTER_ALL;
}

SbEventModel *
sb_event_model_new (SbEventSource *source,
                    SbSession *session)
{
  static const char *const of_period[] = { "notify::first-day", "notify::last-day", "notify::as-of" };
  static const char *const of_kind[] = { "notify::event-types", "notify::min-fatalities" };
  SbEventModel *self;

  g_return_val_if_fail (SB_IS_EVENT_SOURCE (source), NULL);
  g_return_val_if_fail (SB_IS_SESSION (session), NULL);

  self = g_object_new (SB_TYPE_EVENT_MODEL, NULL);
  self->source = g_object_ref (source);
  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (of_period); i++)
    g_signal_connect_object (session, of_period[i], G_CALLBACK (period_changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (of_kind); i++)
    g_signal_connect_object (session, of_kind[i], G_CALLBACK (kinds_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::event-actor", G_CALLBACK (actor_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "changed", G_CALLBACK (source_changed_cb), self, G_CONNECT_SWAPPED);

  read_period (self);
  kinds_changed_cb (self);
  actor_changed_cb (self);
  return self;
}

SbEventSource *
sb_event_model_get_source (SbEventModel *self)
{
  g_return_val_if_fail (SB_IS_EVENT_MODEL (self), NULL);

  return self->source;
}

SbSession *
sb_event_model_get_session (SbEventModel *self)
{
  g_return_val_if_fail (SB_IS_EVENT_MODEL (self), NULL);

  return self->session;
}

SbEventIndex *
sb_event_model_get_index (SbEventModel *self)
{
  g_return_val_if_fail (SB_IS_EVENT_MODEL (self), NULL);

  return sb_event_source_get_index (self->source);
}

const SbEventFilter *
sb_event_model_get_filter (SbEventModel *self)
{
  g_return_val_if_fail (SB_IS_EVENT_MODEL (self), NULL);

  return &self->filter;
}

GArray *
sb_event_model_get_days (SbEventModel *self,
                         int *first_day)
{
  g_return_val_if_fail (SB_IS_EVENT_MODEL (self), NULL);

  *first_day = self->first_day;
  return self->days;
}
