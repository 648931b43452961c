/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-event-library.h"

#include "sb-event-index-loader.h"
#include "sb-weak-ref.h"
#include "sb-worker.h"

/* What an index is made of. */
#define KINDS (1u << SB_KIND_EVENT | 1u << SB_KIND_PLACE | 1u << SB_KIND_EXTRACT)

/* How long after a reading the next one begins, in parts of what it took. */
#define REST 4

struct _SbEventLibrary
{
  GObject parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbWorker *worker; /* (owned) */
  SbEventIndex *index; /* (owned) (nullable) before it was first read */

  GCancellable *cancellable; /* (owned) */
  gboolean is_reading;
  gboolean is_outdated; /* something changed since the reading began */
  guint rest_source; /* the next reading is to come */
  gint64 began; /* monotonic, microseconds */
};

static void source_init (SbEventSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SbEventLibrary, sb_event_library, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (SB_TYPE_EVENT_SOURCE, source_init))

/* Run in the worker. */
static void
read_index (GTask *task,
            gpointer source_object,
            gpointer task_data,
            GCancellable *cancellable)
{
  GError *error = NULL;
  /* Opened for the occasion: what takes the place of the file, as when a backup is
   * restored, is read as well. */
  g_autoptr (SbStore) store = sb_store_open (task_data, SB_STORE_READ_ONLY, &error);
  SbEventIndex *index = NULL;

  if (store != NULL)
    {
      sb_store_set_cancellable (store, cancellable);
      index = sb_event_index_load (store, &error);
      sb_store_set_cancellable (store, NULL);
    }

  if (index != NULL)
    g_task_return_pointer (task, index, (GDestroyNotify) sb_event_index_unref);
  else
    g_task_return_error (task, error);
}

static void start_reading (SbEventLibrary *self);

static gboolean
rested_cb (gpointer data)
{
  SbEventLibrary *self = data;

  self->rest_source = 0;
  if (self->is_outdated)
    start_reading (self);

  return G_SOURCE_REMOVE;
}

static void
index_read_cb (GObject *object,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (SbEventLibrary) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  SbEventIndex *index = g_task_propagate_pointer (G_TASK (result), &error);

  if (self == NULL || self->catalogue == NULL)
    {
      g_clear_pointer (&index, sb_event_index_unref);
      return;
    }

  self->is_reading = FALSE;
  self->rest_source = g_timeout_add ((guint) ((g_get_monotonic_time () - self->began) / 1000 * REST), rested_cb, self);
  if (index == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("Cannot read the events: %s", error->message);
      return;
    }

  g_clear_pointer (&self->index, sb_event_index_unref);
  self->index = index;
  sb_event_source_tell_changed (SB_EVENT_SOURCE (self));
}

static void
start_reading (SbEventLibrary *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->is_reading || self->rest_source != 0)
    {
      self->is_outdated = TRUE;
      return;
    }

  self->is_reading = TRUE;
  self->is_outdated = FALSE;
  self->began = g_get_monotonic_time ();
  task = g_task_new (NULL, self->cancellable, index_read_cb, sb_weak_ref_new (self));
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, g_strdup (sb_catalogue_get_path (self->catalogue)), g_free);
  sb_worker_push (self->worker, task, G_PRIORITY_DEFAULT, read_index);
}

static void
catalogue_changed_cb (SbEventLibrary *self,
                      guint kinds)
{
  if ((kinds & KINDS) != 0)
    start_reading (self);
}

static SbEventIndex *
get_index (SbEventSource *source)
{
  return SB_EVENT_LIBRARY (source)->index;
}

/* Passes the answer of the catalogue on as that of the library. */
static void
answered_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  gpointer answer = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (error == NULL)
    g_task_return_pointer (task, answer, g_task_get_task_data (task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
ask_catalogue (SbEventSource *source,
               SbReadFunc func,
               gpointer data,
               GDestroyNotify data_free,
               GDestroyNotify answer_free,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  SbEventLibrary *self = SB_EVENT_LIBRARY (source);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ask_catalogue);
  g_task_set_task_data (task, (gpointer) answer_free, NULL);
  sb_catalogue_read_async (self->catalogue, func, data, data_free, answer_free, cancellable, answered_cb, g_object_ref (task));
}

static gpointer
finish (SbEventSource *source,
        GAsyncResult *result,
        GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Run in the worker. */
static gpointer
read_records (SbStore *store,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  return sb_store_get_all (store, SB_KIND_EVENT, data, error);
}

static void
load_records_async (SbEventSource *source,
                    GArray *ids,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  ask_catalogue (source, read_records, g_array_ref (ids), (GDestroyNotify) g_array_unref, (GDestroyNotify) g_ptr_array_unref,
                 cancellable, callback, user_data);
}

static GPtrArray *
load_records_finish (SbEventSource *source,
                     GAsyncResult *result,
                     GError **error)
{
  return finish (source, result, error);
}

/* Run in the worker. */
static gpointer
read_evidence (SbStore *store,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  return sb_store_list_evidence (store, *(const gint64 *) data, error);
}

static void
load_evidence_async (SbEventSource *source,
                     gint64 id,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  ask_catalogue (source, read_evidence, g_memdup2 (&id, sizeof id), g_free, (GDestroyNotify) g_ptr_array_unref, cancellable,
                 callback, user_data);
}

static GPtrArray *
load_evidence_finish (SbEventSource *source,
                      GAsyncResult *result,
                      GError **error)
{
  return finish (source, result, error);
}

/* Run in the worker. */
static gpointer
read_ids (SbStore *store,
          gpointer data,
          GCancellable *cancellable,
          GError **error)
{
  return sb_event_index_load_ids_of_actor (store, *(const gint64 *) data, error);
}

static void
load_ids_of_actor_async (SbEventSource *source,
                         gint64 actor,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  ask_catalogue (source, read_ids, g_memdup2 (&actor, sizeof actor), g_free, (GDestroyNotify) sb_id_set_unref, cancellable,
                 callback, user_data);
}

static SbIdSet *
load_ids_of_actor_finish (SbEventSource *source,
                          GAsyncResult *result,
                          GError **error)
{
  return finish (source, result, error);
}

static void
source_init (SbEventSourceInterface *iface)
{
  iface->get_index = get_index;
  iface->load_records_async = load_records_async;
  iface->load_records_finish = load_records_finish;
  iface->load_evidence_async = load_evidence_async;
  iface->load_evidence_finish = load_evidence_finish;
  iface->load_ids_of_actor_async = load_ids_of_actor_async;
  iface->load_ids_of_actor_finish = load_ids_of_actor_finish;
}

static void
sb_event_library_dispose (GObject *object)
{
  SbEventLibrary *self = SB_EVENT_LIBRARY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_object (&self->worker);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (sb_event_library_parent_class)->dispose (object);
}

static void
sb_event_library_finalize (GObject *object)
{
  SbEventLibrary *self = SB_EVENT_LIBRARY (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->index, sb_event_index_unref);

  G_OBJECT_CLASS (sb_event_library_parent_class)->finalize (object);
}

static void
sb_event_library_class_init (SbEventLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sb_event_library_dispose;
  object_class->finalize = sb_event_library_finalize;
}

static void
sb_event_library_init (SbEventLibrary *self)
{
  self->worker = sb_worker_new ("events");
  self->cancellable = g_cancellable_new ();
}

SbEventLibrary *
sb_event_library_new (SbCatalogue *catalogue)
{
  SbEventLibrary *self = g_object_new (SB_TYPE_EVENT_LIBRARY, NULL);

  self->catalogue = g_object_ref (catalogue);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);
  start_reading (self);
  return self;
}
