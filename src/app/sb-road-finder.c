/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-road-finder.h"

#include "sb-road-loader.h"
#include "sb-weak-ref.h"

/* How long after the last change of the day the roads are read anew. */
#define SETTLE_MS 80

/* What the roads are made of. */
#define KINDS (1u << SB_KIND_CORRIDOR | 1u << SB_KIND_RESTRICTION | 1u << SB_KIND_PLACE)

struct _SbRoadFinder
{
  GObject parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbSession *session; /* (owned) */
  SbRoadConditions *conditions; /* (owned) (nullable) */
  GError *error; /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of the reading under way */
  gboolean is_started;
  gboolean is_outdated; /* something changed since the reading began */
  guint settle_source;
};

G_DEFINE_FINAL_TYPE (SbRoadFinder, sb_road_finder, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Run in the worker. The roads that ship are read each time: it takes less than
 * what the catalogue is asked. */
static gpointer
read_roads (SbStore *store,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (SbRoadPicture) picture = sb_road_picture_load (store, NULL, GPOINTER_TO_INT (data), 0, SB_DATE_DAY_MAX, error);

  return picture != NULL ? sb_road_conditions_ref (picture->conditions) : NULL;
}

static void start_reading (SbRoadFinder *self);

static void
roads_read_cb (GObject *object,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (SbRoadFinder) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbRoadConditions) conditions = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (self == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  if (conditions != NULL)
    {
      g_clear_pointer (&self->conditions, sb_road_conditions_unref);
      self->conditions = g_steal_pointer (&conditions);
    }
  if (self->is_outdated)
    start_reading (self);

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
start_reading (SbRoadFinder *self)
{
  self->is_outdated = FALSE;
  self->cancellable = g_cancellable_new ();
  sb_catalogue_read_async (self->catalogue, read_roads, GINT_TO_POINTER (sb_session_get_as_of (self->session)), NULL,
                           (GDestroyNotify) sb_road_conditions_unref, self->cancellable, roads_read_cb, sb_weak_ref_new (self));
}

/* One reading after the other: while the day is dragged, the roads come behind. */
static gboolean
settled_cb (gpointer data)
{
  SbRoadFinder *self = data;

  self->settle_source = 0;
  if (self->cancellable != NULL)
    self->is_outdated = TRUE;
  else
    start_reading (self);

  return G_SOURCE_REMOVE;
}

static void
settle (SbRoadFinder *self)
{
  if (self->is_started && self->settle_source == 0)
    self->settle_source = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
catalogue_changed_cb (SbRoadFinder *self,
                      guint kinds)
{
  if ((kinds & KINDS) != 0)
    settle (self);
}

static void
sb_road_finder_dispose (GObject *object)
{
  SbRoadFinder *self = SB_ROAD_FINDER (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->session);
  g_clear_pointer (&self->conditions, sb_road_conditions_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (sb_road_finder_parent_class)->dispose (object);
}

static void
sb_road_finder_class_init (SbRoadFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sb_road_finder_dispose;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sb_road_finder_init (SbRoadFinder *self)
{
}

SbRoadFinder *
sb_road_finder_new (SbCatalogue *catalogue,
                    SbSession *session)
{
  SbRoadFinder *self = g_object_new (SB_TYPE_ROAD_FINDER, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->session = g_object_ref (session);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::as-of", G_CALLBACK (settle), self, G_CONNECT_SWAPPED);
  return self;
}

void
sb_road_finder_start (SbRoadFinder *self)
{
  g_return_if_fail (SB_IS_ROAD_FINDER (self));

  if (self->is_started)
    return;

  self->is_started = TRUE;
  start_reading (self);
}

SbRoadConditions *
sb_road_finder_get_conditions (SbRoadFinder *self)
{
  g_return_val_if_fail (SB_IS_ROAD_FINDER (self), NULL);

  return self->conditions;
}

const GError *
sb_road_finder_get_error (SbRoadFinder *self)
{
  g_return_val_if_fail (SB_IS_ROAD_FINDER (self), NULL);

  return self->error;
}
