/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-moment-areas.h"

#include "sb-area-loader.h"
#include "sb-weak-ref.h"

/* How long after the last change of the day they are loaded anew. */
#define SETTLE_MS 50

/* What is shown of an area: a change of one of these kinds may change it. */
#define SHOWN_KINDS                                                                                                                             \
  (1u << SB_KIND_CONTROL | 1u << SB_KIND_ZONE | 1u << SB_KIND_RESTRICTION | 1u << SB_KIND_PLACE | 1u << SB_KIND_ACTOR | 1u << SB_KIND_EXTRACT | \
   1u << SB_KIND_DOCUMENT | 1u << SB_KIND_SOURCE)

struct _SbMomentAreas
{
  GObject parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  SbSession *session; /* (owned) */
  SbRegionShapes *shapes; /* (owned) (nullable) NULL when they are broken */
  GListStore *held; /* (owned) (element-type SbMapArea) */
  GListStore *zones; /* (owned) (element-type SbMapArea) */
  GListStore *restrictions; /* (owned) (element-type SbMapArea) */
  GCancellable *loading; /* (owned) (nullable) */
  guint settle_source;
};

G_DEFINE_FINAL_TYPE (SbMomentAreas, sb_moment_areas, G_TYPE_OBJECT)

/* What the reader is asked for. */
typedef struct
{
  int as_of;
  SbRegionShapes *shapes; /* (owned) (nullable) */
} Request;

typedef struct
{
  GPtrArray *held; /* (owned) (element-type SbMapArea) */
  GPtrArray *zones; /* (owned) (element-type SbMapArea) */
  GPtrArray *restrictions; /* (owned) (element-type SbMapArea) */
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->held, g_ptr_array_unref);
  g_clear_pointer (&answer->zones, g_ptr_array_unref);
  g_clear_pointer (&answer->restrictions, g_ptr_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->shapes, sb_region_shapes_unref);
  g_free (request);
}

/* Run in the worker. */
static gpointer
load_areas (SbStore *store,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  const Request *request = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  if (!(answer->held = sb_area_loader_load_held (store, request->as_of, request->shapes, error)) ||
      !(answer->zones = sb_area_loader_load_zones (store, request->as_of, request->shapes, error)) ||
      !(answer->restrictions = sb_area_loader_load_restrictions (store, request->as_of, request->shapes, error)))
    return NULL;

  return g_steal_pointer (&answer);
}

static void
replace_all (GListStore *store,
             GPtrArray *areas)
{
  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), areas->pdata, areas->len);
}

static void
areas_loaded_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (SbMomentAreas) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading);
  if (answer == NULL)
    {
      g_warning ("The areas of the map could not be read: %s", error->message);
      return;
    }

  replace_all (self->held, answer->held);
  replace_all (self->zones, answer->zones);
  replace_all (self->restrictions, answer->restrictions);
}

static gboolean
settled_cb (gpointer data)
{
  SbMomentAreas *self = data;
  Request *request = g_new0 (Request, 1);

  self->settle_source = 0;
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();

  request->as_of = sb_session_get_as_of (self->session);
  request->shapes = self->shapes != NULL ? sb_region_shapes_ref (self->shapes) : NULL;
  sb_catalogue_read_async (self->catalogue, load_areas, request, request_free, (GDestroyNotify) answer_free, self->loading,
                           areas_loaded_cb, sb_weak_ref_new (self));
  return G_SOURCE_REMOVE;
}

static void
reload (SbMomentAreas *self)
{
  if (self->settle_source == 0)
    self->settle_source = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
catalogue_changed_cb (SbMomentAreas *self,
                      guint kinds)
{
  if ((kinds & SHOWN_KINDS) != 0)
    reload (self);
}

static void
sb_moment_areas_dispose (GObject *object)
{
  SbMomentAreas *self = SB_MOMENT_AREAS (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->session);
  g_clear_object (&self->held);
  g_clear_object (&self->zones);
  g_clear_object (&self->restrictions);
  g_clear_pointer (&self->shapes, sb_region_shapes_unref);

  G_OBJECT_CLASS (sb_moment_areas_parent_class)->dispose (object);
}

static void
sb_moment_areas_class_init (SbMomentAreasClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sb_moment_areas_dispose;
}

static void
sb_moment_areas_init (SbMomentAreas *self)
{
  g_autoptr (GError) error = NULL;

  self->held = g_list_store_new (SB_TYPE_MAP_AREA);
  self->zones = g_list_store_new (SB_TYPE_MAP_AREA);
  self->restrictions = g_list_store_new (SB_TYPE_MAP_AREA);
  self->shapes = sb_region_shapes_new (&error);
  if (self->shapes == NULL)
    g_warning ("No shapes of regions: %s", error->message);
}

SbMomentAreas *
sb_moment_areas_new (SbCatalogue *catalogue,
                     SbSession *session)
{
  SbMomentAreas *self = g_object_new (SB_TYPE_MOMENT_AREAS, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::as-of", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);
  settled_cb (self);
  return self;
}

GListModel *
sb_moment_areas_get_held (SbMomentAreas *self)
{
  g_return_val_if_fail (SB_IS_MOMENT_AREAS (self), NULL);

  return G_LIST_MODEL (self->held);
}

GListModel *
sb_moment_areas_get_zones (SbMomentAreas *self)
{
  g_return_val_if_fail (SB_IS_MOMENT_AREAS (self), NULL);

  return G_LIST_MODEL (self->zones);
}

GListModel *
sb_moment_areas_get_restrictions (SbMomentAreas *self)
{
  g_return_val_if_fail (SB_IS_MOMENT_AREAS (self), NULL);

  return G_LIST_MODEL (self->restrictions);
}
