/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-map-zones.h"

#include "sb-map-layer.h"
#include "sb-mercator.h"
#include "sb-region-shapes.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

/* A map that maybe has nothing to show. */
typedef struct
{
  SbMapView *view; /* (not owned) it owns the layer */
  GListModel *zones; /* (owned) (element-type SbMapArea) */
} Emptiness;

static void
emptiness_free (gpointer data,
                GClosure *closure)
{
  Emptiness *emptiness = data;

  g_object_unref (emptiness->zones);
  g_free (emptiness);
}

/* All maps share what is shown: only the one in view says it. */
static void
shown_cb (SbMapLayer *layer,
          GParamSpec *property,
          Emptiness *emptiness)
{
  if (!sb_map_layer_get_visible (layer) || !gtk_widget_get_mapped (GTK_WIDGET (emptiness->view)) ||
      g_list_model_get_n_items (emptiness->zones) > 0)
    return;

  gtk_widget_activate_action (GTK_WIDGET (emptiness->view), "win.show-offer", "(sss)",
                              _ ("No travel zone is in force on this day."), _ ("_Make One…"), "win.new-zone");
}

void
sb_map_zones_attach (SbMoment *moment,
                     SbMapView *view)
{
  GListModel *layers;

  g_return_if_fail (SB_IS_MOMENT (moment));
  g_return_if_fail (SB_IS_MAP_VIEW (view));

  layers = G_LIST_MODEL (sb_map_view_get_layers (view));
  for (guint i = 0; i < g_list_model_get_n_items (layers); i++)
    {
      g_autoptr (SbMapLayer) layer = g_list_model_get_item (layers, i);
      Emptiness *emptiness;

      if (!g_str_equal (sb_map_layer_get_id (layer), "zones"))
        continue;

      emptiness = g_new0 (Emptiness, 1);
      emptiness->view = view;
      emptiness->zones = g_object_ref (sb_moment_get_travel_zones (moment));
      g_signal_connect_data (layer, "notify::visible", G_CALLBACK (shown_cb), emptiness, emptiness_free, 0);
    }
}

/* The key of what lies around the point: a region before its country. */
static const char *
find_key (SbRegionShapes *shapes,
          SbPoint point)
{
  const char *key = NULL;

  for (guint i = 0; i < sb_region_shapes_get_n_shapes (shapes); i++)
    {
      const SbRegionShape *shape = sb_region_shapes_get_shape (shapes, i);

      if ((key == NULL || shape->kind == SB_REGION_REGION) && sb_region_shape_contains (shape, point))
        key = shape->key;
    }

  return key;
}

/* Run in the worker; NULL for none. */
static gpointer
find_region (SbStore *store,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  const SbPosition *position = data;
  g_autoptr (SbRegionShapes) shapes = sb_region_shapes_new (error);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_PLACE);
  g_autoptr (GPtrArray) places = NULL;
  const char *key = shapes != NULL ? find_key (shapes, sb_mercator_project (*position)) : NULL;

  if (key == NULL)
    return NULL;

  query->limit = 0;
  places = sb_store_list (store, query, error);
  for (guint i = 0; places != NULL && i < places->len; i++)
    if (g_strcmp0 (sb_record_get_text (g_ptr_array_index (places, i), SB_PLACE_KEY), key) == 0)
      return sb_record_dup_ref (g_ptr_array_index (places, i));

  return NULL;
}

static void
region_found_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (SbMapView) view = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbRef) place = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (view == NULL)
    return;

  /* The form asks for the place where none is known. */
  if (error != NULL)
    g_warning ("Cannot find the region: %s", error->message);
  sb_session_select (sb_map_view_get_session (view), place);
  gtk_widget_activate_action (GTK_WIDGET (view), "win.new-zone", NULL);
}

void
sb_map_zones_make (SbCatalogue *catalogue,
                   SbMapView *view,
                   SbPosition position)
{
  g_return_if_fail (SB_IS_CATALOGUE (catalogue));
  g_return_if_fail (SB_IS_MAP_VIEW (view));

  sb_catalogue_read_async (catalogue, find_region, g_memdup2 (&position, sizeof position), g_free, (GDestroyNotify) sb_ref_unref, NULL,
                           region_found_cb, sb_weak_ref_new (view));
}
