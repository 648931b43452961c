/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-road-layer.h"

#include "sb-map-viewport.h"
#include "sb-record.h"

struct _SbRoadLayer
{
  ShumateLayer parent_instance;

  SbRoadConditions *conditions; /* (owned) (nullable) */
  GListModel *restrictions; /* (owned) (nullable) (element-type SbRecord) */
  SbRoadLines *lines; /* (owned) what is drawn of both */
  SbBasemapStyle style;
};

G_DEFINE_FINAL_TYPE (SbRoadLayer, sb_road_layer, SHUMATE_TYPE_LAYER)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* As of the day of the roads: the restrictions are those of that day. */
static gboolean
is_denied (SbRoadLayer *self,
           SbRecord *restriction)
{
  const GPtrArray *all = self->conditions != NULL ? sb_road_conditions_get_restrictions (self->conditions) : NULL;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const SbRoadRestriction *one = g_ptr_array_index (all, i);

      if (sb_record_get_id (one->record) == sb_record_get_id (restriction))
        return one->is_denied || one->is_contradicted;
    }

  return FALSE;
}

static GPtrArray *
list_items (GListModel *model)
{
  guint n_items = model != NULL ? g_list_model_get_n_items (model) : 0;
  GPtrArray *items = g_ptr_array_new_full (n_items, g_object_unref);

  for (guint i = 0; i < n_items; i++)
    g_ptr_array_add (items, g_list_model_get_item (model, i));

  return items;
}

static void
rebuild (SbRoadLayer *self)
{
  g_autoptr (GPtrArray) restrictions = list_items (self->restrictions);

  sb_road_lines_unref (self->lines);
  self->lines = sb_road_lines_new (self->conditions);
  for (guint i = 0; i < restrictions->len; i++)
    {
      SbRecord *restriction = g_ptr_array_index (restrictions, i);

      sb_road_lines_add_restriction (self->lines, restriction, is_denied (self, restriction) ? SB_ROAD_SIGN_DENIED : SB_ROAD_SIGN_DEFAULT);
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static SbMapFrame
get_frame (SbRoadLayer *self)
{
  return sb_map_viewport_get_frame (shumate_layer_get_viewport (SHUMATE_LAYER (self)), GTK_WIDGET (self), 0);
}

static void
sb_road_layer_snapshot (GtkWidget *widget,
                        GtkSnapshot *snapshot)
{
  SbRoadLayer *self = SB_ROAD_LAYER (widget);
  SbMapFrame frame = get_frame (self);
  cairo_t *cr;

  if (sb_road_lines_is_empty (self->lines) || frame.scale <= 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) frame.rect.width, (float) frame.rect.height));
  sb_road_lines_paint (self->lines, cr, &frame, self->style, SB_ROAD_STROKE_SCREEN);
  cairo_destroy (cr);
}

static void
sb_road_layer_constructed (GObject *object)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));

  G_OBJECT_CLASS (sb_road_layer_parent_class)->constructed (object);

  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
}

static void
sb_road_layer_dispose (GObject *object)
{
  SbRoadLayer *self = SB_ROAD_LAYER (object);

  g_clear_pointer (&self->conditions, sb_road_conditions_unref);
  g_clear_object (&self->restrictions);

  G_OBJECT_CLASS (sb_road_layer_parent_class)->dispose (object);
}

static void
sb_road_layer_finalize (GObject *object)
{
  SbRoadLayer *self = SB_ROAD_LAYER (object);

  sb_road_lines_unref (self->lines);

  G_OBJECT_CLASS (sb_road_layer_parent_class)->finalize (object);
}

static void
sb_road_layer_class_init (SbRoadLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = sb_road_layer_constructed;
  object_class->dispose = sb_road_layer_dispose;
  object_class->finalize = sb_road_layer_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = sb_road_layer_snapshot;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sb_road_layer_init (SbRoadLayer *self)
{
  self->lines = sb_road_lines_new (NULL);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

SbRoadLayer *
sb_road_layer_new (ShumateViewport *viewport)
{
  return g_object_new (SB_TYPE_ROAD_LAYER, "viewport", viewport, NULL);
}

void
sb_road_layer_set_conditions (SbRoadLayer *self,
                              SbRoadConditions *conditions)
{
  g_return_if_fail (SB_IS_ROAD_LAYER (self));

  if (conditions != NULL)
    sb_road_conditions_ref (conditions);
  g_clear_pointer (&self->conditions, sb_road_conditions_unref);
  self->conditions = conditions;
  rebuild (self);
}

void
sb_road_layer_set_restrictions (SbRoadLayer *self,
                                GListModel *restrictions)
{
  g_return_if_fail (SB_IS_ROAD_LAYER (self));

  if (self->restrictions == restrictions)
    return;

  if (self->restrictions != NULL)
    g_signal_handlers_disconnect_by_func (self->restrictions, rebuild, self);

  g_set_object (&self->restrictions, restrictions);
  if (restrictions != NULL)
    g_signal_connect_object (restrictions, "items-changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);

  rebuild (self);
}

void
sb_road_layer_set_map_style (SbRoadLayer *self,
                             SbBasemapStyle style)
{
  g_return_if_fail (SB_IS_ROAD_LAYER (self));

  self->style = style;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

SbRoadContents
sb_road_layer_get_contents (SbRoadLayer *self)
{
  SbMapFrame frame;

  g_return_val_if_fail (SB_IS_ROAD_LAYER (self), (SbRoadContents) { 0 });

  frame = get_frame (self);
  return frame.scale > 0 ? sb_road_lines_get_contents (self->lines, &frame) : (SbRoadContents) { 0 };
}
