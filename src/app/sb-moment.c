/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-moment.h"

#include "sb-moment-areas.h"
#include "sb-record-list.h"
#include "sb-title-order.h"

/* How long after the last change of the session the lists are read anew. */
#define SETTLE_MS 50

typedef enum
{
  LIST_EVENTS,
  LIST_RESTRICTIONS,
  LIST_ALLIANCES,
  LIST_DRAWINGS,
  LIST_ACTORS,
  LIST_PLACES,
  N_LISTS
} ListName;

struct _SbMoment
{
  GObject parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbSession *session; /* (owned) */
  SbEventModel *events; /* (owned) */
  SbRecordList *lists[N_LISTS]; /* (owned) (nullable) before they are first asked for */
  GListModel *shown[N_LISTS]; /* (owned) (nullable) the same, in the order of their names */
  SbRoadFinder *roads; /* (owned) */
  SbMomentAreas *areas; /* (owned) */
  guint settle_source;
};

G_DEFINE_FINAL_TYPE (SbMoment, sb_moment, G_TYPE_OBJECT)

static const SbKind kinds[N_LISTS] = {
  [LIST_EVENTS] = SB_KIND_EVENT,
  [LIST_RESTRICTIONS] = SB_KIND_RESTRICTION,
  [LIST_ALLIANCES] = SB_KIND_ALLIANCE,
  [LIST_DRAWINGS] = SB_KIND_DRAWING,
  [LIST_ACTORS] = SB_KIND_ACTOR,
  [LIST_PLACES] = SB_KIND_PLACE,
};

static SbQuery *
create_query (SbMoment *self,
              ListName list)
{
  SbQuery *query = sb_query_new (kinds[list]);

  if (list == LIST_EVENTS)
    {
      query->has_period = TRUE;
      query->first_day = sb_session_get_first_day (self->session);
      query->last_day = sb_session_get_last_day (self->session);
    }

  if (list == LIST_EVENTS || list == LIST_RESTRICTIONS || list == LIST_ALLIANCES || list == LIST_DRAWINGS)
    {
      query->has_as_of = TRUE;
      query->as_of = sb_session_get_as_of (self->session);
    }

  return query;
}

static gboolean
settled_cb (gpointer data)
{
  SbMoment *self = data;

  self->settle_source = 0;
  for (ListName list = LIST_EVENTS; list <= LIST_DRAWINGS; list++)
    {
      g_autoptr (SbQuery) query = create_query (self, list);

      if (self->lists[list] != NULL)
        sb_record_list_set_query (self->lists[list], query);
    }

  return G_SOURCE_REMOVE;
}

static void
session_changed_cb (SbMoment *self)
{
  if (self->settle_source == 0)
    self->settle_source = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
sb_moment_dispose (GObject *object)
{
  SbMoment *self = SB_MOMENT (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  for (guint i = 0; i < N_LISTS; i++)
    {
      g_clear_object (&self->shown[i]);
      g_clear_object (&self->lists[i]);
    }

  g_clear_object (&self->events);
  g_clear_object (&self->roads);
  g_clear_object (&self->areas);
  g_clear_object (&self->session);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (sb_moment_parent_class)->dispose (object);
}

static void
sb_moment_class_init (SbMomentClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sb_moment_dispose;
}

static void
sb_moment_init (SbMoment *self)
{
}

static GListModel *
get_list (SbMoment *self,
          ListName list)
{
  g_autoptr (SbQuery) query = NULL;

  if (self->lists[list] != NULL)
    return self->shown[list];

  query = create_query (self, list);
  self->lists[list] = sb_record_list_new (self->catalogue, query);
  self->shown[list] = g_object_ref (G_LIST_MODEL (self->lists[list]));
  if (list == LIST_ACTORS || list == LIST_PLACES)
    self->shown[list] = sb_title_order_new (self->shown[list]);
  return self->shown[list];
}

SbMoment *
sb_moment_new (SbCatalogue *catalogue,
               SbEventSource *events,
               SbSession *session)
{
  SbMoment *self = g_object_new (SB_TYPE_MOMENT, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->session = g_object_ref (session);
  self->events = sb_event_model_new (events, session);
  self->roads = sb_road_finder_new (catalogue, session);
  self->areas = sb_moment_areas_new (catalogue, session);
  g_signal_connect_object (session, "notify::first-day", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::last-day", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::as-of", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

SbEventModel *
sb_moment_get_event_model (SbMoment *self)
{
  g_return_val_if_fail (SB_IS_MOMENT (self), NULL);

  return self->events;
}

GListModel *
sb_moment_get_events (SbMoment *self)
{
  g_return_val_if_fail (SB_IS_MOMENT (self), NULL);

  return get_list (self, LIST_EVENTS);
}

GListModel *
sb_moment_get_restrictions (SbMoment *self)
{
  g_return_val_if_fail (SB_IS_MOMENT (self), NULL);

  return get_list (self, LIST_RESTRICTIONS);
}

GListModel *
sb_moment_get_alliances (SbMoment *self)
{
  g_return_val_if_fail (SB_IS_MOMENT (self), NULL);

  return get_list (self, LIST_ALLIANCES);
}

GListModel *
sb_moment_get_drawings (SbMoment *self)
{
  g_return_val_if_fail (SB_IS_MOMENT (self), NULL);

  return get_list (self, LIST_DRAWINGS);
}

GListModel *
sb_moment_get_actors (SbMoment *self)
{
  g_return_val_if_fail (SB_IS_MOMENT (self), NULL);

  return get_list (self, LIST_ACTORS);
}

GListModel *
sb_moment_get_places (SbMoment *self)
{
  g_return_val_if_fail (SB_IS_MOMENT (self), NULL);

  return get_list (self, LIST_PLACES);
}

SbRoadFinder *
sb_moment_get_roads (SbMoment *self)
{
  g_return_val_if_fail (SB_IS_MOMENT (self), NULL);

  return self->roads;
}

GListModel *
sb_moment_get_held_areas (SbMoment *self)
{
  g_return_val_if_fail (SB_IS_MOMENT (self), NULL);

  return sb_moment_areas_get_held (self->areas);
}

GListModel *
sb_moment_get_travel_zones (SbMoment *self)
{
  g_return_val_if_fail (SB_IS_MOMENT (self), NULL);

  return sb_moment_areas_get_zones (self->areas);
}

GListModel *
sb_moment_get_restricted_areas (SbMoment *self)
{
  g_return_val_if_fail (SB_IS_MOMENT (self), NULL);

  return sb_moment_areas_get_restrictions (self->areas);
}
