/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-map-layer.h"

struct _SbMapLayer
{
  GObject parent_instance;

  char *id; /* (owned) */
  char *name; /* (owned) */
  gboolean visible;
  double opacity;
};

G_DEFINE_FINAL_TYPE (SbMapLayer, sb_map_layer, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_NAME,
  PROP_VISIBLE,
  PROP_OPACITY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Layers that are kept in step with a key of the settings. */
typedef struct
{
  GListModel *layers; /* (unowned) it owns this */
  GSettings *settings; /* (owned) */
  char *key; /* (owned) */
  GPtrArray *listened; /* (owned) (element-type SbMapLayer) those that it listens to */
  gboolean is_reading;
} Binding;

static void
sb_map_layer_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  SbMapLayer *self = SB_MAP_LAYER (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;

    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    case PROP_VISIBLE:
      g_value_set_boolean (value, self->visible);
      break;

    case PROP_OPACITY:
      g_value_set_double (value, self->opacity);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_map_layer_set_property (GObject *object,
                           guint prop_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  SbMapLayer *self = SB_MAP_LAYER (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;

    case PROP_NAME:
      self->name = g_value_dup_string (value);
      break;

    case PROP_VISIBLE:
      sb_map_layer_set_visible (self, g_value_get_boolean (value));
      break;

    case PROP_OPACITY:
      sb_map_layer_set_opacity (self, g_value_get_double (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_map_layer_finalize (GObject *object)
{
  SbMapLayer *self = SB_MAP_LAYER (object);

  g_free (self->id);
  g_free (self->name);

  G_OBJECT_CLASS (sb_map_layer_parent_class)->finalize (object);
}

static void
sb_map_layer_class_init (SbMapLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sb_map_layer_get_property;
  object_class->set_property = sb_map_layer_set_property;
  object_class->finalize = sb_map_layer_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VISIBLE] =
    g_param_spec_boolean ("visible", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_OPACITY] =
    g_param_spec_double ("opacity", NULL, NULL, SB_MAP_LAYER_MIN_OPACITY, 1, 1,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sb_map_layer_init (SbMapLayer *self)
{
  self->visible = TRUE;
  self->opacity = 1;
}

SbMapLayer *
sb_map_layer_new (const char *id,
                  const char *name,
                  gboolean visible)
{
  return g_object_new (SB_TYPE_MAP_LAYER, "id", id, "name", name, "visible", visible, NULL);
}

const char *
sb_map_layer_get_id (SbMapLayer *self)
{
  g_return_val_if_fail (SB_IS_MAP_LAYER (self), NULL);

  return self->id;
}

const char *
sb_map_layer_get_name (SbMapLayer *self)
{
  g_return_val_if_fail (SB_IS_MAP_LAYER (self), NULL);

  return self->name;
}

gboolean
sb_map_layer_get_visible (SbMapLayer *self)
{
  g_return_val_if_fail (SB_IS_MAP_LAYER (self), FALSE);

  return self->visible;
}

void
sb_map_layer_set_visible (SbMapLayer *self,
                          gboolean visible)
{
  g_return_if_fail (SB_IS_MAP_LAYER (self));

  if (self->visible == !!visible)
    return;

  self->visible = !!visible;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VISIBLE]);
}

double
sb_map_layer_get_opacity (SbMapLayer *self)
{
  g_return_val_if_fail (SB_IS_MAP_LAYER (self), 1);

  return self->opacity;
}

void
sb_map_layer_set_opacity (SbMapLayer *self,
                          double opacity)
{
  g_return_if_fail (SB_IS_MAP_LAYER (self));

  opacity = CLAMP (opacity, SB_MAP_LAYER_MIN_OPACITY, 1);
  if (ABS (self->opacity - opacity) < 1e-6)
    return;

  self->opacity = opacity;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPACITY]);
}

void
sb_map_layer_tie (SbMapLayer *self,
                  GtkWidget *widget)
{
  g_return_if_fail (SB_IS_MAP_LAYER (self));

  g_object_bind_property (self, "visible", widget, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "opacity", widget, "opacity", G_BINDING_SYNC_CREATE);
}

static void
binding_free (Binding *binding)
{
  for (guint i = 0; i < binding->listened->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (binding->listened, i), binding);

  g_ptr_array_unref (binding->listened);
  g_signal_handlers_disconnect_by_data (binding->settings, binding);
  g_object_unref (binding->settings);
  g_free (binding->key);
  g_free (binding);
}

static void
read_layer (Binding *binding,
            SbMapLayer *layer)
{
  g_autoptr (GVariant) values = g_settings_get_value (binding->settings, binding->key);
  gboolean visible;
  double opacity;

  if (!g_variant_lookup (values, layer->id, "(bd)", &visible, &opacity))
    return;

  binding->is_reading = TRUE;
  sb_map_layer_set_visible (layer, visible);
  sb_map_layer_set_opacity (layer, opacity);
  binding->is_reading = FALSE;
}

static void
settings_changed_cb (GSettings *settings,
                     const char *key,
                     gpointer user_data)
{
  Binding *binding = user_data;

  for (guint i = 0; i < g_list_model_get_n_items (binding->layers); i++)
    {
      g_autoptr (SbMapLayer) layer = g_list_model_get_item (binding->layers, i);

      read_layer (binding, layer);
    }
}

/* What is kept of other layers stays. */
static void
store_layer (GSettings *settings,
             const char *key,
             const char *layer,
             gboolean visible,
             double opacity)
{
  g_autoptr (GVariant) values = g_settings_get_value (settings, key);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *id;
  GVariant *value;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(bd)}"));
  g_variant_iter_init (&iter, values);
  while (g_variant_iter_next (&iter, "{&s@(bd)}", &id, &value))
    {
      if (g_strcmp0 (id, layer) != 0)
        g_variant_builder_add (&builder, "{s@(bd)}", id, value);
      g_variant_unref (value);
    }
  g_variant_builder_add (&builder, "{s(bd)}", layer, visible, opacity);
  g_settings_set_value (settings, key, g_variant_builder_end (&builder));
}

static void
layer_changed_cb (SbMapLayer *layer,
                  GParamSpec *pspec,
                  gpointer user_data)
{
  Binding *binding = user_data;

  if (!binding->is_reading)
    store_layer (binding->settings, binding->key, layer->id, layer->visible, layer->opacity);
}

static void
layers_changed_cb (GListModel *layers,
                   guint position,
                   guint removed,
                   guint added,
                   gpointer user_data)
{
  Binding *binding = user_data;

  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (SbMapLayer) layer = g_list_model_get_item (layers, i);

      read_layer (binding, layer);
      if (g_ptr_array_find (binding->listened, layer, NULL))
        continue;
      g_signal_connect (layer, "notify", G_CALLBACK (layer_changed_cb), binding);
      g_ptr_array_add (binding->listened, g_object_ref (layer));
    }
}

void
sb_map_layers_bind (GListModel *layers,
                    GSettings *settings,
                    const char *key)
{
  Binding *binding;
  g_autofree char *detail = NULL;

  g_return_if_fail (G_IS_LIST_MODEL (layers));
  g_return_if_fail (G_IS_SETTINGS (settings));

  binding = g_new0 (Binding, 1);
  binding->layers = layers;
  binding->settings = g_object_ref (settings);
  binding->key = g_strdup (key);
  binding->listened = g_ptr_array_new_with_free_func (g_object_unref);
  detail = g_strdup_printf ("changed::%s", key);
  g_signal_connect (settings, detail, G_CALLBACK (settings_changed_cb), binding);
  g_signal_connect (layers, "items-changed", G_CALLBACK (layers_changed_cb), binding);
  layers_changed_cb (layers, 0, 0, g_list_model_get_n_items (layers), binding);
  g_object_set_data_full (G_OBJECT (layers), "sb-binding", binding, (GDestroyNotify) binding_free);
}

void
sb_map_layers_show (GSettings *settings,
                    const char *key,
                    const char *id)
{
  g_autoptr (GVariant) values = NULL;
  gboolean visible;
  double opacity = 1;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (key != NULL && id != NULL);

  values = g_settings_get_value (settings, key);
  g_variant_lookup (values, id, "(bd)", &visible, &opacity);
  store_layer (settings, key, id, TRUE, opacity);
}
