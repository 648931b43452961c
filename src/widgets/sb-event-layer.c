/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-event-layer.h"

#include "sb-event-layer-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* How long after a change a screen reader is told how many events there are. */
#define LABEL_DELAY_MS 400

G_DEFINE_FINAL_TYPE (SbEventLayer, sb_event_layer, SHUMATE_TYPE_LAYER)

enum
{
  PROP_0,
  PROP_LASSO,
  N_PROPS
};

enum
{
  DRAWN,
  CHOSEN,
  CLEARED,
  REFRESHED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* What a screen reader is told: how many events there are; the symbol that the
 * keyboard is at says itself what it is. */
static void
update_label (SbEventLayer *self)
{
  SbEventIndex *index = self->model != NULL ? sb_event_model_get_index (self->model) : NULL;
  guint n_events = index != NULL ? sb_event_index_count (index, sb_event_model_get_filter (self->model)) : 0;
  g_autofree char *label = g_strdup_printf (ngettext ("%u event on the map", "%u events on the map", n_events), n_events);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static gboolean
update_label_cb (gpointer data)
{
  SbEventLayer *self = data;

  self->label_source = 0;
  update_label (self);
  return G_SOURCE_REMOVE;
}

/* All events are gone through for it: not in each frame of a drag. */
static void
update_label_later (SbEventLayer *self)
{
  if (self->label_source == 0)
    self->label_source = g_timeout_add (LABEL_DELAY_MS, update_label_cb, self);
}

static void
find_selected (SbEventLayer *self)
{
  SbEventIndex *index = self->model != NULL ? sb_event_model_get_index (self->model) : NULL;
  SbRef *selection = self->model != NULL ? sb_session_get_selection (sb_event_model_get_session (self->model)) : NULL;

  g_array_unref (self->selected_rows);
  if (index != NULL && selection != NULL && sb_ref_get_kind (selection) == SB_KIND_EVENT)
    self->selected_rows = sb_event_index_find (index, sb_ref_get_id (selection));
  else
    self->selected_rows = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
selection_changed_cb (SbEventLayer *self)
{
  find_selected (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
model_changed_cb (SbEventLayer *self)
{
  _sb_event_layer_outdate (self);
  update_label_later (self);
}

/* The rows of another index are others. */
static void
index_changed_cb (SbEventLayer *self)
{
  find_selected (self);
}

static void
tell_contents (SbEventLayer *self)
{
  guint n_clusters;
  const SbEventCluster *clusters = _sb_event_layer_get_clusters (self, &n_clusters);
  SbLayerView view = _sb_event_layer_get_view (self);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  SbEventContents contents = { 0 };

  for (guint i = 0; i < n_clusters; i++)
    {
      SbPoint at = _sb_event_layer_to_widget (&view, clusters[i].point);

      if (at.x >= 0 && at.y >= 0 && at.x <= width && at.y <= height)
        sb_event_contents_add (&contents, &clusters[i]);
    }

  if (memcmp (&contents, &self->contents, sizeof contents) == 0)
    return;

  self->contents = contents;
  g_signal_emit (self, signals[DRAWN], 0);
}

static void
sb_event_layer_snapshot (GtkWidget *widget,
                         GtkSnapshot *snapshot)
{
  _sb_event_layer_snapshot (widget, snapshot);
  gtk_widget_snapshot_child (widget, SB_EVENT_LAYER (widget)->card, snapshot);
  tell_contents (SB_EVENT_LAYER (widget));
}

static void
sb_event_layer_size_allocate (GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  GTK_WIDGET_CLASS (sb_event_layer_parent_class)->size_allocate (widget, width, height, baseline);
  _sb_event_layer_present_popovers (SB_EVENT_LAYER (widget));
  _sb_event_layer_tell_refreshed (SB_EVENT_LAYER (widget));
}

/* A layer of libshumate is nowhere under the pointer, so that the map below gets
 * it; this one is where its symbols are. */
static gboolean
sb_event_layer_contains (GtkWidget *widget,
                         double x,
                         double y)
{
  return _sb_event_layer_pick (SB_EVENT_LAYER (widget), x, y) >= 0;
}

static void
sb_event_layer_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LASSO:
      g_value_set_boolean (value, SB_EVENT_LAYER (object)->lasso);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_event_layer_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LASSO:
      SB_EVENT_LAYER (object)->lasso = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
map_moved_cb (SbEventLayer *self)
{
  _sb_event_layer_look_away (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
sb_event_layer_css_changed (GtkWidget *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sb_event_layer_parent_class)->css_changed (widget, change);

  /* Numbers are in its font and colours. */
  _sb_event_layer_drop_sprites (SB_EVENT_LAYER (widget));
}

static void
sb_event_layer_constructed (GObject *object)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));

  G_OBJECT_CLASS (sb_event_layer_parent_class)->constructed (object);

  g_signal_connect_object (viewport, "notify", G_CALLBACK (map_moved_cb), object, G_CONNECT_SWAPPED);
  g_signal_connect (object, "notify::scale-factor", G_CALLBACK (_sb_event_layer_drop_sprites), NULL);
}

static void
sb_event_layer_dispose (GObject *object)
{
  SbEventLayer *self = SB_EVENT_LAYER (object);

  g_clear_handle_id (&self->label_source, g_source_remove);
  _sb_event_layer_drop_popovers (self);
  _sb_event_layer_stop_work (self);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (sb_event_layer_parent_class)->dispose (object);
}

static void
sb_event_layer_finalize (GObject *object)
{
  SbEventLayer *self = SB_EVENT_LAYER (object);

  g_array_unref (self->selected_rows);
  g_array_unref (self->outline);
  g_clear_pointer (&self->sprites, sb_event_sprites_free);

  G_OBJECT_CLASS (sb_event_layer_parent_class)->finalize (object);
}

static void
sb_event_layer_class_init (SbEventLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sb_event_layer_constructed;
  object_class->get_property = sb_event_layer_get_property;
  object_class->set_property = sb_event_layer_set_property;
  object_class->dispose = sb_event_layer_dispose;
  object_class->finalize = sb_event_layer_finalize;
  widget_class->snapshot = sb_event_layer_snapshot;
  widget_class->size_allocate = sb_event_layer_size_allocate;
  widget_class->contains = sb_event_layer_contains;
  widget_class->css_changed = sb_event_layer_css_changed;

  properties[PROP_LASSO] =
    g_param_spec_boolean ("lasso", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[DRAWN] =
    g_signal_new ("drawn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ARRAY);
  signals[CLEARED] =
    g_signal_new ("cleared", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REFRESHED] =
    g_signal_new ("refreshed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  _sb_event_layer_class_install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "eventlayer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sb_event_layer_init (SbEventLayer *self)
{
  self->selected_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->outline = g_array_new (FALSE, FALSE, sizeof (SbPoint));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  _sb_event_layer_make_popovers (self);
}

SbEventLayer *
sb_event_layer_new (ShumateMap *map)
{
  SbEventLayer *self = g_object_new (SB_TYPE_EVENT_LAYER, "viewport", shumate_map_get_viewport (map), NULL);

  _sb_event_layer_add_pointer (self, GTK_WIDGET (map));
  return self;
}

void
sb_event_layer_set_model (SbEventLayer *self,
                          SbEventModel *model)
{
  g_return_if_fail (SB_IS_EVENT_LAYER (self));

  if (self->model == model)
    return;

  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->model, self);
      g_signal_handlers_disconnect_by_data (sb_event_model_get_session (self->model), self);
    }

  g_set_object (&self->model, model);
  if (model != NULL)
    {
      g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (model, "days-changed", G_CALLBACK (index_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (sb_event_model_get_session (model), "notify::selection", G_CALLBACK (selection_changed_cb),
                               self, G_CONNECT_SWAPPED);
      sb_event_list_set_session (self->list, sb_event_model_get_session (model));
    }

  index_changed_cb (self);
  model_changed_cb (self);
}

void
sb_event_layer_set_map_style (SbEventLayer *self,
                              SbBasemapStyle style)
{
  g_return_if_fail (SB_IS_EVENT_LAYER (self));

  if (self->style == style)
    return;

  self->style = style;
  _sb_event_layer_drop_sprites (self);
}

SbEventContents
sb_event_layer_get_contents (SbEventLayer *self)
{
  g_return_val_if_fail (SB_IS_EVENT_LAYER (self), (SbEventContents) { 0 });

  return self->contents;
}

gboolean
sb_event_layer_find_symbol (SbEventLayer *self,
                            gint64 event,
                            SbPoint *point)
{
  SbLayerView view = _sb_event_layer_get_view (self);
  g_autoptr (GArray) rows = NULL;
  guint n_clusters;

  g_return_val_if_fail (SB_IS_EVENT_LAYER (self), FALSE);

  if (self->clusters == NULL)
    return FALSE;

  rows = sb_event_index_find (sb_event_clusters_get_index (self->clusters), event);
  for (guint i = 0; i < rows->len; i++)
    {
      int cluster = sb_event_clusters_find (self->clusters, g_array_index (rows, guint, i));

      if (cluster < 0)
        continue;

      *point = _sb_event_layer_to_widget (&view, _sb_event_layer_get_clusters (self, &n_clusters)[cluster].point);
      return TRUE;
    }

  return FALSE;
}

void
_sb_event_layer_tell_cleared (SbEventLayer *self)
{
  g_signal_emit (self, signals[CLEARED], 0);
}

void
_sb_event_layer_tell_chosen (SbEventLayer *self,
                             GArray *ids)
{
  g_signal_emit (self, signals[CHOSEN], 0, ids);
}

void
_sb_event_layer_tell_refreshed (SbEventLayer *self)
{
  g_signal_emit (self, signals[REFRESHED], 0);
}
