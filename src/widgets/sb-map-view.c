/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-map-view-private.h"

#include "sb-date-format.h"

#include <adwaita.h>
#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (SbMapView, sb_map_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_ROADS,
  PROP_RESTRICTIONS,
  PROP_HELD_AREAS,
  PROP_TRAVEL_ZONES,
  PROP_SHOW_LEGEND,
  PROP_WANTS_LEGEND,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update_stamp (SbMapView *self)
{
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (self->session == NULL)
    return;

  day = sb_day_format (sb_session_get_as_of (self->session), sb_session_get_language (self->session),
                       SB_DATE_STYLE_LONG);
  /* Translators: the day as of which a map shows the situation. */
  text = g_strdup_printf (_ ("As of %s"), day);
  gtk_label_set_label (self->stamp, text);
}

static void
sb_map_view_size_allocate (GtkWidget *widget,
                           int width,
                           int height,
                           int baseline)
{
  SbMapView *self = SB_MAP_VIEW (widget);

  gtk_widget_allocate (self->overlay, width, height, baseline, NULL);
  _sb_map_view_follow_size (self);
  _sb_map_view_show_first_events (self);
}

static void
sb_map_view_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  gtk_widget_measure (SB_MAP_VIEW (widget)->overlay, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
sb_map_view_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  SbMapView *self = SB_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_SHOW_LEGEND:
      g_value_set_boolean (value, self->show_legend);
      break;

    case PROP_WANTS_LEGEND:
      g_value_set_boolean (value, self->wants_legend);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_map_view_set_property (GObject *object,
                          guint prop_id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  SbMapView *self = SB_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      sb_map_view_set_session (self, g_value_get_object (value));
      break;

    case PROP_ROADS:
      sb_map_view_set_roads (self, g_value_get_boxed (value));
      break;

    case PROP_RESTRICTIONS:
      sb_map_view_set_restrictions (self, g_value_get_object (value));
      break;

    case PROP_HELD_AREAS:
      sb_area_layer_set_areas (self->control, g_value_get_object (value));
      break;

    case PROP_TRAVEL_ZONES:
      sb_area_layer_set_areas (self->zones, g_value_get_object (value));
      break;

    case PROP_SHOW_LEGEND:
      _sb_map_view_ask_for_legend (self, g_value_get_boolean (value));
      break;

    case PROP_WANTS_LEGEND:
      _sb_map_view_want_legend (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_map_view_map (GtkWidget *widget)
{
  SB_MAP_VIEW (widget)->looked_at = g_get_monotonic_time ();
  GTK_WIDGET_CLASS (sb_map_view_parent_class)->map (widget);
}

static void
sb_map_view_unmap (GtkWidget *widget)
{
  SB_MAP_VIEW (widget)->looked_at = g_get_monotonic_time ();
  GTK_WIDGET_CLASS (sb_map_view_parent_class)->unmap (widget);
}

static void
sb_map_view_dispose (GObject *object)
{
  SbMapView *self = SB_MAP_VIEW (object);

  g_clear_handle_id (&self->fit_source, g_source_remove);
  g_clear_handle_id (&self->room_source, g_source_remove);
  g_clear_handle_id (&self->legend_source, g_source_remove);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_object (&self->events);
  g_clear_object (&self->tiles);
  g_clear_pointer (&self->overlays, g_ptr_array_unref);
  g_clear_object (&self->layers);

  G_OBJECT_CLASS (sb_map_view_parent_class)->dispose (object);
}

static void
sb_map_view_class_init (SbMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sb_map_view_get_property;
  object_class->set_property = sb_map_view_set_property;
  object_class->dispose = sb_map_view_dispose;
  widget_class->size_allocate = sb_map_view_size_allocate;
  widget_class->map = sb_map_view_map;
  widget_class->measure = sb_map_view_measure;
  widget_class->unmap = sb_map_view_unmap;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, SB_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ROADS] =
    g_param_spec_boxed ("roads", NULL, NULL, SB_TYPE_ROAD_CONDITIONS, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_RESTRICTIONS] =
    g_param_spec_object ("restrictions", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HELD_AREAS] =
    g_param_spec_object ("held-areas", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TRAVEL_ZONES] =
    g_param_spec_object ("travel-zones", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_LEGEND] =
    g_param_spec_boolean ("show-legend", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WANTS_LEGEND] =
    g_param_spec_boolean ("wants-legend", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SHUMATE_TYPE_MAP);
  g_type_ensure (SHUMATE_TYPE_SCALE);
  g_type_ensure (SB_TYPE_MAP_CREDIT);
  g_type_ensure (SB_TYPE_MAP_LEGEND);
  g_type_ensure (SB_TYPE_EVENT_LIST);
  g_type_ensure (SB_TYPE_EVENT_TOOLS);
  g_type_ensure (SB_TYPE_MAP_LAYER_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-map-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SbMapView, map);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, layer_panel);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, overlay);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, canvas);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, buttons);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, stamp);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, attribution);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, notice);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, ground_button);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, legend);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, scale);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, tools);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, panel);
  gtk_widget_class_bind_template_child (widget_class, SbMapView, event_list);
  gtk_widget_class_install_property_action (widget_class, "map.show-legend", "show-legend");
  _sb_map_view_class_install_zoom (widget_class);
}

/* @text to be broken between two credits alone: a name stays with its licence. */
static char *
keep_credits_whole (const char *text)
{
  g_autoptr (GString) kept = g_string_new (text);

  g_string_replace (kept, " ", "\302\240", 0);
  g_string_replace (kept, "·\302\240", "· ", 0);
  return g_string_free (g_steal_pointer (&kept), FALSE);
}

static void
update_attribution (SbMapView *self)
{
  g_autofree char *text = sb_map_tiles_dup_attribution (self->tiles);
  g_autofree char *label = keep_credits_whole (text);
  g_autofree char *whole =
    g_strdup_printf ("%s\n%s", text, _ ("The boundaries and names shown do not imply official endorsement or acceptance."));

  sb_map_credit_set_text (self->attribution, label, whole);
}

static void
sb_map_view_init (SbMapView *self)
{
  self->wants_legend = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  shumate_scale_set_viewport (self->scale, shumate_map_get_viewport (self->map));
  _sb_map_view_add_layers (self);
  sb_event_tools_set_layer (self->tools, self->layer, self->panel, self->event_list);
  update_attribution (self);
  _sb_map_view_update_style (self);
  _sb_map_view_accept_scrolling (self);
  _sb_map_view_show_start (self);

  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (_sb_map_view_update_style), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (_sb_map_view_update_style), NULL);
}

GtkWidget *
sb_map_view_new (void)
{
  return g_object_new (SB_TYPE_MAP_VIEW, NULL);
}

void
sb_map_view_set_session (SbMapView *self,
                         SbSession *session)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));

  if (!g_set_object (&self->session, session))
    return;

  _sb_map_view_set_session_of_layers (self, session);
  if (session != NULL)
    g_signal_connect_object (session, "notify::as-of", G_CALLBACK (update_stamp), self, G_CONNECT_SWAPPED);

  update_stamp (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

SbSession *
sb_map_view_get_session (SbMapView *self)
{
  g_return_val_if_fail (SB_IS_MAP_VIEW (self), NULL);

  return self->session;
}

void
sb_map_view_set_events (SbMapView *self,
                        SbEventModel *events,
                        GListModel *actors)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));

  if (self->events == events)
    return;

  if (self->events != NULL)
    g_signal_handlers_disconnect_by_func (self->events, _sb_map_view_show_first_events, self);

  g_set_object (&self->events, events);
  sb_event_layer_set_model (self->layer, events);
  sb_event_tools_set_model (self->tools, events, actors);
  if (events != NULL)
    g_signal_connect_object (events, "changed", G_CALLBACK (_sb_map_view_show_first_events), self, G_CONNECT_SWAPPED);

  _sb_map_view_show_first_events (self);
}

void
sb_map_view_set_background (SbMapView *self,
                            ShumateMapSource *source,
                            const char *attribution)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));

  sb_map_tiles_set_background (self->tiles, source, attribution);
  update_attribution (self);
}

void
sb_map_view_set_ground_menu (SbMapView *self,
                             GMenuModel *menu)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));

  gtk_menu_button_set_menu_model (self->ground_button, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->ground_button), menu != NULL);
}

void
sb_map_view_set_notice (SbMapView *self,
                        const char *text)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));

  gtk_label_set_label (self->notice, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice), text != NULL);
}

ShumateMap *
sb_map_view_get_map (SbMapView *self)
{
  g_return_val_if_fail (SB_IS_MAP_VIEW (self), NULL);

  return self->map;
}

void
sb_map_view_add_card (SbMapView *self,
                      GtkWidget *card)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));
  g_return_if_fail (GTK_IS_WIDGET (card));

  gtk_overlay_add_overlay (self->canvas, card);
}

void
sb_map_view_add_button (SbMapView *self,
                        GtkWidget *button)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));
  g_return_if_fail (GTK_IS_WIDGET (button));

  gtk_widget_add_css_class (button, "map-button");
  gtk_box_append (self->buttons, button);
}

void
sb_map_view_focus_events (SbMapView *self)
{
  g_return_if_fail (SB_IS_MAP_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->layer));
}

gint64
sb_map_view_get_looked_at (SbMapView *self)
{
  g_return_val_if_fail (SB_IS_MAP_VIEW (self), 0);

  return self->looked_at;
}
