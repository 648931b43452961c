/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-map-frame.h"

#include "sb-date.h"
#include "sb-map-layer.h"

static void
add_layer (SbMapInView *self,
           SbMapLayer *layer,
           SbMapLayers layers)
{
  if (sb_map_layer_get_visible (layer))
    self->layers |= layers;
  for (guint i = 0; i < SB_N_MAP_LAYERS; i++)
    if ((layers & 1u << i) != 0)
      self->opacities[i] = sb_map_layer_get_opacity (layer);
}

SbMapInView
sb_map_frame_get_view (SbMapView *view)
{
  static const struct
  {
    const char *id;
    SbMapLayers layers;
  } papers[] = {
    { "events", SB_MAP_LAYER_EVENTS },
    { "drawings", SB_MAP_LAYER_DRAWINGS },
    { "ways", SB_MAP_LAYER_WAY },
    { "roads", SB_MAP_LAYER_ROADS | SB_MAP_LAYER_NETWORK | SB_MAP_LAYER_RESTRICTIONS },
    { "overlays", SB_MAP_LAYER_OVERLAYS },
    { "zones", SB_MAP_LAYER_ZONES },
    { "control", SB_MAP_LAYER_CONTROL },
  };
  GListModel *model = G_LIST_MODEL (sb_map_view_get_layers (view));
  SbMapInView self = { .bounds = sb_map_view_get_bounds (view), .overlays = sb_map_view_get_overlays (view), .way = sb_way_layer_get_way (sb_map_view_get_way_layer (view)) };

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (SbMapLayer) layer = g_list_model_get_item (model, i);

      for (guint k = 0; k < G_N_ELEMENTS (papers); k++)
        if (g_str_equal (sb_map_layer_get_id (layer), papers[k].id))
          add_layer (&self, layer, papers[k].layers);
    }

  return self;
}

/* "-12.50,10.00,4.50,25.00" */
static char *
dup_extent (SbMapView *view)
{
  SbBounds bounds = sb_map_view_get_bounds (view);
  double edges[] = { bounds.west, bounds.south, bounds.east, bounds.north };
  GString *extent;

  if (sb_bounds_is_empty (&bounds))
    return NULL;

  extent = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (extent, "%s%s", i > 0 ? "," : "", g_ascii_formatd (number, sizeof number, "%.2f", edges[i]));
    }

  return g_string_free (extent, FALSE);
}

/* NULL where all layers are off: a map of none is none. */
static char *
dup_layers (SbMapView *view)
{
  SbMapLayers layers = sb_map_frame_get_view (view).layers;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < sb_map_layer_vocabulary.n_terms; i++)
    if ((layers & (guint) sb_map_layer_vocabulary.terms[i].value) != 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ";" : "", sb_map_layer_vocabulary.terms[i].name);

  return names->len > 0 ? g_strdup (names->str) : NULL;
}

/* An end that is open is no day. */
static char *
dup_end (int day)
{
  return day <= SB_DATE_DAY_MIN || day >= SB_DATE_DAY_MAX ? g_strdup ("..") : sb_day_to_string (day);
}

char *
sb_map_frame_dup_key (SbMapView *view,
                      const char *name)
{
  SbSession *session;

  g_return_val_if_fail (SB_IS_MAP_VIEW (view) && name != NULL, NULL);

  session = sb_map_view_get_session (view);
  if (g_str_equal (name, "Extent"))
    return dup_extent (view);
  if (g_str_equal (name, "Layers"))
    return dup_layers (view);
  if (g_str_equal (name, "Ways"))
    return (sb_map_frame_get_view (view).layers & SB_MAP_LAYER_WAY) != 0 ? sb_way_layer_dup_keys (sb_map_view_get_way_layer (view)) : NULL;
  if (session != NULL && g_str_equal (name, "AsOf"))
    return sb_day_to_string (sb_session_get_as_of (session));
  if (session != NULL && g_str_equal (name, "Period"))
    {
      g_autofree char *first = dup_end (sb_session_get_first_day (session));
      g_autofree char *last = dup_end (sb_session_get_last_day (session));

      return g_strdup_printf ("%s/%s", first, last);
    }

  return NULL;
}

SbMapView *
sb_map_frame_find_view (GtkWidget *widget)
{
  SbMapView *found = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  if (SB_IS_MAP_VIEW (widget))
    return sb_map_view_get_looked_at (SB_MAP_VIEW (widget)) > 0 ? SB_MAP_VIEW (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      SbMapView *other = sb_map_frame_find_view (child);

      if (other != NULL && (found == NULL || sb_map_view_get_looked_at (other) > sb_map_view_get_looked_at (found)))
        found = other;
    }

  return found;
}
