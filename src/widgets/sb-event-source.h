/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

#include "sb-event-index.h"
#include "sb-record.h"

G_BEGIN_DECLS

/**
 * SbEventSource:
 *
 * Where the widgets that show events have them from: the index of all of them at
 * once, and the records of a few when they are looked at. Whoever knows the
 * catalogue implements it. Main thread.
 *
 * Signal "changed": there is another index.
 */
#define SB_TYPE_EVENT_SOURCE (sb_event_source_get_type ())

G_DECLARE_INTERFACE (SbEventSource, sb_event_source, SB, EVENT_SOURCE, GObject)

struct _SbEventSourceInterface
{
  GTypeInterface parent_iface;

  SbEventIndex *(*get_index) (SbEventSource *self);
  void (*load_records_async) (SbEventSource *self,
                              GArray *ids,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
  GPtrArray *(*load_records_finish) (SbEventSource *self,
                                     GAsyncResult *result,
                                     GError **error);
  void (*load_evidence_async) (SbEventSource *self,
                               gint64 id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
  GPtrArray *(*load_evidence_finish) (SbEventSource *self,
                                      GAsyncResult *result,
                                      GError **error);
  void (*load_ids_of_actor_async) (SbEventSource *self,
                                   gint64 actor,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
  SbIdSet *(*load_ids_of_actor_finish) (SbEventSource *self,
                                        GAsyncResult *result,
                                        GError **error);
};

/* NULL before it was first read. */
SbEventIndex *sb_event_source_get_index (SbEventSource *self);

/* The events with @ids (element-type gint64), in that order; those that are gone
 * are left out. (element-type SbRecord) */
void sb_event_source_load_records_async (SbEventSource *self,
                                         GArray *ids,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
GPtrArray *sb_event_source_load_records_finish (SbEventSource *self,
                                                GAsyncResult *result,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What an event rests on: records of sb_evidence_schema. */
void sb_event_source_load_evidence_async (SbEventSource *self,
                                          gint64 id,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
GPtrArray *sb_event_source_load_evidence_finish (SbEventSource *self,
                                                 GAsyncResult *result,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The events that an actor acts in. */
void sb_event_source_load_ids_of_actor_async (SbEventSource *self,
                                              gint64 actor,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
SbIdSet *sb_event_source_load_ids_of_actor_finish (SbEventSource *self,
                                                   GAsyncResult *result,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* For those who implement it. */
void sb_event_source_tell_changed (SbEventSource *self);

G_END_DECLS
