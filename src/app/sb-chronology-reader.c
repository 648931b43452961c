/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-chronology-reader.h"

#include "sb-chronology-loader.h"
#include "sb-weak-ref.h"
#include "sb-worker.h"

/* What lanes and bars are made of; events are those of the model. */
#define KINDS (1u << SB_KIND_RESTRICTION | 1u << SB_KIND_ALLIANCE | 1u << SB_KIND_ACTOR | 1u << SB_KIND_PLACE | 1u << SB_KIND_DOSSIER)

struct _SbChronologyReader
{
  GObject parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbEventModel *model; /* (owned) */
  SbWorker *worker; /* (owned) */
  SbChronology *chronology; /* (owned) (nullable) */
  GError *error; /* (owned) (nullable) */
  SbChronologyOrder order;

  GCancellable *cancellable; /* (owned) */
  gboolean is_reading;
  gboolean is_outdated; /* what is read is no longer what is wanted */
  guint start_source; /* a reading begins when this turn is over */
};

G_DEFINE_FINAL_TYPE (SbChronologyReader, sb_chronology_reader, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  char *path; /* (owned) */
  SbChronologyOrder order;
  SbEventIndex *index; /* (owned) */
  SbEventFilter filter; /* (owned) */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  sb_event_index_unref (request->index);
  sb_event_filter_clear (&request->filter);
  g_free (request);
}

/* Run in the worker. */
static void
read_chronology (GTask *task,
                 gpointer source_object,
                 gpointer task_data,
                 GCancellable *cancellable)
{
  const Request *request = task_data;
  GError *error = NULL;
  g_autoptr (SbStore) store = sb_store_open (request->path, SB_STORE_READ_ONLY, &error);
  SbChronology *chronology = NULL;

  if (store != NULL)
    {
      sb_store_set_cancellable (store, cancellable);
      chronology = sb_chronology_load (store, request->order, request->index, &request->filter, 0, NULL, &error);
      sb_store_set_cancellable (store, NULL);
    }

  if (chronology != NULL)
    g_task_return_pointer (task, chronology, (GDestroyNotify) sb_chronology_unref);
  else
    g_task_return_error (task, error);
}

static void read_soon (SbChronologyReader *self);

static void
chronology_read_cb (GObject *object,
                    GAsyncResult *result,
                    gpointer user_data)
{
  g_autoptr (SbChronologyReader) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbChronology) chronology = g_task_propagate_pointer (G_TASK (result), &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->is_reading = FALSE;
  if (self->is_outdated)
    {
      read_soon (self);
      return;
    }

  g_clear_error (&self->error);
  if (chronology != NULL)
    {
      g_clear_pointer (&self->chronology, sb_chronology_unref);
      self->chronology = g_steal_pointer (&chronology);
    }
  else
    self->error = g_steal_pointer (&error);

  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
start_reading_cb (gpointer data)
{
  SbChronologyReader *self = data;
  SbEventIndex *index = sb_event_model_get_index (self->model);
  g_autoptr (GTask) task = NULL;
  Request *request;

  self->start_source = 0;
  self->is_outdated = self->is_reading;
  if (index == NULL || self->is_reading)
    return G_SOURCE_REMOVE;

  self->is_reading = TRUE;
  request = g_new0 (Request, 1);
  request->path = g_strdup (sb_catalogue_get_path (self->catalogue));
  request->order = self->order;
  request->index = sb_event_index_ref (index);
  request->filter = sb_event_filter_copy (sb_event_model_get_filter (self->model));
  task = g_task_new (NULL, self->cancellable, chronology_read_cb, sb_weak_ref_new (self));
  g_task_set_source_tag (task, start_reading_cb);
  g_task_set_task_data (task, request, request_free);
  sb_worker_push (self->worker, task, G_PRIORITY_DEFAULT, read_chronology);
  return G_SOURCE_REMOVE;
}

/* Several changes of one turn are one. */
static void
read_soon (SbChronologyReader *self)
{
  if (self->start_source == 0)
    self->start_source = g_idle_add (start_reading_cb, self);
}

static void
catalogue_changed_cb (SbChronologyReader *self,
                      guint kinds)
{
  if ((kinds & KINDS) != 0)
    read_soon (self);
}

static void
sb_chronology_reader_dispose (GObject *object)
{
  SbChronologyReader *self = SB_CHRONOLOGY_READER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->start_source, g_source_remove);
  g_clear_object (&self->worker);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (sb_chronology_reader_parent_class)->dispose (object);
}

static void
sb_chronology_reader_finalize (GObject *object)
{
  SbChronologyReader *self = SB_CHRONOLOGY_READER (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->chronology, sb_chronology_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (sb_chronology_reader_parent_class)->finalize (object);
}

static void
sb_chronology_reader_class_init (SbChronologyReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sb_chronology_reader_dispose;
  object_class->finalize = sb_chronology_reader_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sb_chronology_reader_init (SbChronologyReader *self)
{
  self->worker = sb_worker_new ("chronology");
  self->cancellable = g_cancellable_new ();
}

SbChronologyReader *
sb_chronology_reader_new (SbCatalogue *catalogue,
                          SbEventModel *model)
{
  SbChronologyReader *self = g_object_new (SB_TYPE_CHRONOLOGY_READER, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->model = g_object_ref (model);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);
  /* Told for another index and another filter, and not for another period. */
  g_signal_connect_object (model, "days-changed", G_CALLBACK (read_soon), self, G_CONNECT_SWAPPED);
  read_soon (self);
  return self;
}

void
sb_chronology_reader_set_order (SbChronologyReader *self,
                                SbChronologyOrder order)
{
  g_return_if_fail (SB_IS_CHRONOLOGY_READER (self));

  if (self->order == order)
    return;

  self->order = order;
  read_soon (self);
}

SbChronology *
sb_chronology_reader_get_chronology (SbChronologyReader *self)
{
  g_return_val_if_fail (SB_IS_CHRONOLOGY_READER (self), NULL);

  return self->chronology;
}

const GError *
sb_chronology_reader_get_error (SbChronologyReader *self)
{
  g_return_val_if_fail (SB_IS_CHRONOLOGY_READER (self), NULL);

  return self->error;
}
