/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-test-event-source.h"

#include "sb-event.h"

struct _SbTestEventSource
{
  GObject parent_instance;

  GPtrArray *events; /* (owned) (element-type SbRecord) */
  SbEventIndex *index; /* (owned) (nullable) */
  guint n_loaded;
};

static void source_init (SbEventSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SbTestEventSource, sb_test_event_source, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (SB_TYPE_EVENT_SOURCE, source_init))

static SbEventIndex *
get_index (SbEventSource *source)
{
  return SB_TEST_EVENT_SOURCE (source)->index;
}

static void
load_records_async (SbEventSource *source,
                    GArray *ids,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  SbTestEventSource *self = SB_TEST_EVENT_SOURCE (source);
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  self->n_loaded += ids->len;
  for (guint i = 0; i < ids->len; i++)
    for (guint j = 0; j < self->events->len; j++)
      if (sb_record_get_id (g_ptr_array_index (self->events, j)) == g_array_index (ids, gint64, i))
        g_ptr_array_add (found, g_object_ref (g_ptr_array_index (self->events, j)));

  g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) g_ptr_array_unref);
}

static void
load_evidence_async (SbEventSource *source,
                     gint64 id,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);

  g_task_return_pointer (task, g_ptr_array_new_with_free_func (g_object_unref), (GDestroyNotify) g_ptr_array_unref);
}

static GPtrArray *
load_finish (SbEventSource *source,
             GAsyncResult *result,
             GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
load_ids_of_actor_async (SbEventSource *source,
                         gint64 actor,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  SbTestEventSource *self = SB_TEST_EVENT_SOURCE (source);
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->events->len; i++)
    {
      SbRecord *event = g_ptr_array_index (self->events, i);
      gint64 id = sb_record_get_id (event);

      for (guint j = 0; j < sb_record_get_n_items (event, SB_EVENT_ACTORS); j++)
        if (sb_ref_get_id (sb_record_get_ref (sb_record_get_item (event, SB_EVENT_ACTORS, j), SB_EVENT_ACTOR_ACTOR)) == actor)
          g_array_append_val (ids, id);
    }

  g_task_return_pointer (task, sb_id_set_new (ids), (GDestroyNotify) sb_id_set_unref);
}

static SbIdSet *
load_ids_of_actor_finish (SbEventSource *source,
                          GAsyncResult *result,
                          GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
source_init (SbEventSourceInterface *iface)
{
  iface->get_index = get_index;
  iface->load_records_async = load_records_async;
  iface->load_records_finish = load_finish;
  iface->load_evidence_async = load_evidence_async;
  iface->load_evidence_finish = load_finish;
  iface->load_ids_of_actor_async = load_ids_of_actor_async;
  iface->load_ids_of_actor_finish = load_ids_of_actor_finish;
}

static void
sb_test_event_source_finalize (GObject *object)
{
  SbTestEventSource *self = SB_TEST_EVENT_SOURCE (object);

  g_ptr_array_unref (self->events);
  g_clear_pointer (&self->index, sb_event_index_unref);

  G_OBJECT_CLASS (sb_test_event_source_parent_class)->finalize (object);
}

static void
sb_test_event_source_class_init (SbTestEventSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sb_test_event_source_finalize;
}

static void
sb_test_event_source_init (SbTestEventSource *self)
{
  self->events = g_ptr_array_new_with_free_func (g_object_unref);
}

SbTestEventSource *
sb_test_event_source_new (void)
{
  return g_object_new (SB_TYPE_TEST_EVENT_SOURCE, NULL);
}

void
sb_test_event_source_add (SbTestEventSource *self,
                          SbRecord *event)
{
  g_ptr_array_add (self->events, g_object_ref (event));
}

static void
add_spots (SbEventIndexBuilder *builder,
           SbRecord *event)
{
  guint n_places = sb_record_get_n_items (event, SB_EVENT_PLACES);
  SbDate *date = sb_record_get_date (event, SB_EVENT_DATE);

  for (guint i = 0; i < MAX (n_places, 1); i++)
    {
      SbRecord *place = i < n_places ? sb_record_get_item (event, SB_EVENT_PLACES, i) : NULL;
      SbEventSpot spot = {
        .id = sb_record_get_id (event),
        .type = (SbEventType) sb_record_get_term (event, SB_EVENT_TYPE, 0),
        .subtype = -1,
        .first_day = sb_date_get_first_day (date),
        .last_day = sb_date_get_last_day (date),
        .fatalities = (guint) sb_record_get_integer (event, SB_EVENT_FATALITIES_HIGH, 0),
        .is_further = i > 0,
        .has_position = place != NULL && sb_record_has (place, SB_EVENT_PLACE_LATITUDE),
      };

      if (spot.has_position)
        spot.position = (SbPosition) { sb_record_get_real (place, SB_EVENT_PLACE_LONGITUDE, 0), sb_record_get_real (place, SB_EVENT_PLACE_LATITUDE, 0) };
      if (place != NULL)
        spot.precision = (SbPlacePrecision) sb_record_get_term (place, SB_EVENT_PLACE_PRECISION, SB_PLACE_PRECISION_EXACT);

      sb_event_index_builder_add (builder, &spot);
    }
}

void
sb_test_event_source_publish (SbTestEventSource *self)
{
  SbEventIndexBuilder *builder = sb_event_index_builder_new ();

  for (guint i = 0; i < self->events->len; i++)
    add_spots (builder, g_ptr_array_index (self->events, i));

  g_clear_pointer (&self->index, sb_event_index_unref);
  self->index = sb_event_index_builder_end (builder);
  sb_event_source_tell_changed (SB_EVENT_SOURCE (self));
}

void
sb_test_event_source_take_index (SbTestEventSource *self,
                                 SbEventIndex *index)
{
  g_clear_pointer (&self->index, sb_event_index_unref);
  self->index = index;
  sb_event_source_tell_changed (SB_EVENT_SOURCE (self));
}

guint
sb_test_event_source_get_n_loaded (SbTestEventSource *self)
{
  return self->n_loaded;
}
