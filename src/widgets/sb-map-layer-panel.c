/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-map-layer-panel.h"

#include "sb-map-layer.h"

#include <glib/gi18n.h>

struct _SbMapLayerPanel
{
  GtkPopover parent_instance;

  GListModel *layers; /* (owned) (nullable) */
  GtkGrid *rows;
};

G_DEFINE_FINAL_TYPE (SbMapLayerPanel, sb_map_layer_panel, GTK_TYPE_POPOVER)

static void
append_row (SbMapLayerPanel *self,
            SbMapLayer *layer,
            int row)
{
  GtkWidget *check = gtk_check_button_new_with_label (sb_map_layer_get_name (layer));
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, SB_MAP_LAYER_MIN_OPACITY, 1, 0.1);
  /* Translators: how strong a layer of the map is drawn; %s is its name. */
  g_autofree char *label = g_strdup_printf (_ ("Opacity: %s"), sb_map_layer_get_name (layer));

  gtk_widget_set_hexpand (check, TRUE);
  gtk_widget_add_css_class (scale, "map-opacity");
  gtk_widget_set_tooltip_text (scale, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_bind_property (layer, "visible", check, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (layer, "visible", scale, "sensitive", G_BINDING_SYNC_CREATE);
  g_object_bind_property (layer, "opacity", gtk_range_get_adjustment (GTK_RANGE (scale)), "value",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  gtk_grid_attach (self->rows, check, 0, row, 1, 1);
  gtk_grid_attach (self->rows, scale, 1, row, 1, 1);
}

static void
layers_changed_cb (SbMapLayerPanel *self)
{
  guint n_layers = self->layers != NULL ? g_list_model_get_n_items (self->layers) : 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_grid_remove (self->rows, child);

  for (guint i = 0; i < n_layers; i++)
    {
      g_autoptr (SbMapLayer) layer = g_list_model_get_item (self->layers, i);

      append_row (self, layer, (int) i);
    }
}

static void
sb_map_layer_panel_dispose (GObject *object)
{
  g_clear_object (&SB_MAP_LAYER_PANEL (object)->layers);

  G_OBJECT_CLASS (sb_map_layer_panel_parent_class)->dispose (object);
}

static void
sb_map_layer_panel_class_init (SbMapLayerPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_map_layer_panel_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-map-layer-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SbMapLayerPanel, rows);
}

static void
sb_map_layer_panel_init (SbMapLayerPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sb_map_layer_panel_set_layers (SbMapLayerPanel *self,
                               GListModel *layers)
{
  g_return_if_fail (SB_IS_MAP_LAYER_PANEL (self));

  if (self->layers == layers)
    return;

  if (self->layers != NULL)
    g_signal_handlers_disconnect_by_func (self->layers, layers_changed_cb, self);

  g_set_object (&self->layers, layers);
  if (layers != NULL)
    g_signal_connect_object (layers, "items-changed", G_CALLBACK (layers_changed_cb), self, G_CONNECT_SWAPPED);

  layers_changed_cb (self);
}
