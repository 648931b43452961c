/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-event-source.h"

G_DEFINE_INTERFACE (SbEventSource, sb_event_source, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
sb_event_source_default_init (SbEventSourceInterface *iface)
{
  signals[CHANGED] =
    g_signal_new ("changed", SB_TYPE_EVENT_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

SbEventIndex *
sb_event_source_get_index (SbEventSource *self)
{
  g_return_val_if_fail (SB_IS_EVENT_SOURCE (self), NULL);

  return SB_EVENT_SOURCE_GET_IFACE (self)->get_index (self);
}

void
sb_event_source_load_records_async (SbEventSource *self,
                                    GArray *ids,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (SB_IS_EVENT_SOURCE (self));
  g_return_if_fail (ids != NULL);

  SB_EVENT_SOURCE_GET_IFACE (self)->load_records_async (self, ids, cancellable, callback, user_data);
}

GPtrArray *
sb_event_source_load_records_finish (SbEventSource *self,
                                     GAsyncResult *result,
                                     GError **error)
{
  g_return_val_if_fail (SB_IS_EVENT_SOURCE (self), NULL);

  return SB_EVENT_SOURCE_GET_IFACE (self)->load_records_finish (self, result, error);
}

void
sb_event_source_load_evidence_async (SbEventSource *self,
                                     gint64 id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (SB_IS_EVENT_SOURCE (self));

  SB_EVENT_SOURCE_GET_IFACE (self)->load_evidence_async (self, id, cancellable, callback, user_data);
}

GPtrArray *
sb_event_source_load_evidence_finish (SbEventSource *self,
                                      GAsyncResult *result,
                                      GError **error)
{
  g_return_val_if_fail (SB_IS_EVENT_SOURCE (self), NULL);

  return SB_EVENT_SOURCE_GET_IFACE (self)->load_evidence_finish (self, result, error);
}

void
sb_event_source_load_ids_of_actor_async (SbEventSource *self,
                                         gint64 actor,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  g_return_if_fail (SB_IS_EVENT_SOURCE (self));

  SB_EVENT_SOURCE_GET_IFACE (self)->load_ids_of_actor_async (self, actor, cancellable, callback, user_data);
}

SbIdSet *
sb_event_source_load_ids_of_actor_finish (SbEventSource *self,
                                          GAsyncResult *result,
                                          GError **error)
{
  g_return_val_if_fail (SB_IS_EVENT_SOURCE (self), NULL);

  return SB_EVENT_SOURCE_GET_IFACE (self)->load_ids_of_actor_finish (self, result, error);
}

void
sb_event_source_tell_changed (SbEventSource *self)
{
  g_return_if_fail (SB_IS_EVENT_SOURCE (self));

  g_signal_emit (self, signals[CHANGED], 0);
}
