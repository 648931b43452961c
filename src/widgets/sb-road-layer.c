/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-road-layer.h"

#include "sb-mercator.h"
#include "sb-record.h"
#include "sb-restriction.h"
#include "sb-road-stroke.h"
#include "sb-symbol.h"

/* Logical pixels. */
#define SIGN_SIZE 16.0

/* A straight piece of road between two of its places, on the unit square. */
typedef struct
{
  SbPoint from;
  SbPoint to;
  SbRoadState state;
  gboolean is_disputed; /* without what is denied or contradicted it is less */
} Leg;

struct _SbRoadLayer
{
  ShumateLayer parent_instance;

  SbRoadConditions *conditions; /* (owned) (nullable) */
  GListModel *restrictions; /* (owned) (nullable) (element-type SbRecord) */
  GArray *legs; /* (owned) (element-type Leg) */
  GArray *signs; /* (owned) (element-type SbPoint) on the unit square */
  SbBasemapStyle style;
};

G_DEFINE_FINAL_TYPE (SbRoadLayer, sb_road_layer, SHUMATE_TYPE_LAYER)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
append_legs (SbRoadLayer *self)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (self->conditions);
  const guint8 *states = sb_road_conditions_get_states (self->conditions, SB_ROAD_READING_ALL);
  const guint8 *undenied = sb_road_conditions_get_states (self->conditions, SB_ROAD_READING_UNDENIED);

  for (guint i = 0; i < sb_road_network_get_n_legs (network); i++)
    {
      const SbRoadLeg *road = sb_road_network_get_leg (network, i);
      Leg leg = {
        sb_mercator_project (sb_road_network_get_place (network, road->places[0])->position),
        sb_mercator_project (sb_road_network_get_place (network, road->places[1])->position),
        (SbRoadState) states[i],
        states[i] != undenied[i],
      };

      g_array_append_val (self->legs, leg);
    }
}

static void
append_signs (SbRoadLayer *self,
              SbRecord *restriction)
{
  for (guint i = 0; i < sb_record_get_n_items (restriction, SB_RESTRICTION_PLACES); i++)
    {
      SbRecord *place = sb_record_get_item (restriction, SB_RESTRICTION_PLACES, i);
      SbPoint point;

      if (!sb_record_has (place, SB_RESTRICTION_PLACE_LATITUDE))
        continue;

      point = sb_mercator_project ((SbPosition) { sb_record_get_real (place, SB_RESTRICTION_PLACE_LONGITUDE, 0),
                                                  sb_record_get_real (place, SB_RESTRICTION_PLACE_LATITUDE, 0) });
      g_array_append_val (self->signs, point);
    }
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

  g_array_set_size (self->legs, 0);
  g_array_set_size (self->signs, 0);
  if (self->conditions != NULL)
    append_legs (self);
  for (guint i = 0; i < restrictions->len; i++)
    append_signs (self, g_ptr_array_index (restrictions, i));

  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static SbPoint
to_widget (SbRoadLayer *self,
           SbPoint point)
{
  SbPosition position = sb_mercator_unproject (point);
  SbPoint on_widget;

  shumate_viewport_location_to_widget_coords (shumate_layer_get_viewport (SHUMATE_LAYER (self)), GTK_WIDGET (self),
                                              position.latitude, position.longitude, &on_widget.x, &on_widget.y);
  return on_widget;
}

/* All legs of one look are one path: there are hundreds of them. */
static void
draw_legs (SbRoadLayer *self,
           cairo_t *cr,
           SbRoadState state,
           gboolean is_disputed,
           const SbRect *view)
{
  gboolean is_empty = TRUE;

  for (guint i = 0; i < self->legs->len; i++)
    {
      const Leg *leg = &g_array_index (self->legs, Leg, i);
      SbPoint from;
      SbPoint to;

      if (leg->state != state || leg->is_disputed != is_disputed)
        continue;

      from = to_widget (self, leg->from);
      to = to_widget (self, leg->to);
      if (!sb_clip_segment (&from, &to, view))
        continue;

      cairo_move_to (cr, from.x, from.y);
      cairo_line_to (cr, to.x, to.y);
      is_empty = FALSE;
    }
  if (!is_empty)
    sb_road_stroke (cr, state, is_disputed ? SB_ROAD_STROKE_DISPUTED : SB_ROAD_STROKE_DEFAULT, SB_ROAD_STROKE_SCREEN, self->style);
}

static void
sb_road_layer_snapshot (GtkWidget *widget,
                        GtkSnapshot *snapshot)
{
  SbRoadLayer *self = SB_ROAD_LAYER (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  SbRect view = { -SIGN_SIZE, -SIGN_SIZE, width + 2 * SIGN_SIZE, height + 2 * SIGN_SIZE };
  cairo_t *cr;

  if (self->legs->len == 0 && self->signs->len == 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  for (SbRoadState state = SB_ROAD_OPEN; state < SB_N_ROAD_STATES; state++)
    {
      draw_legs (self, cr, state, TRUE, &view);
      draw_legs (self, cr, state, FALSE, &view);
    }

  for (guint i = 0; i < self->signs->len; i++)
    {
      SbPoint at = to_widget (self, g_array_index (self->signs, SbPoint, i));

      if (sb_rect_contains (&view, at))
        sb_symbol_draw_restriction (cr, at.x, at.y, SIGN_SIZE, self->style, SB_SYMBOL_DEFAULT);
    }

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

  g_array_unref (self->legs);
  g_array_unref (self->signs);

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
  self->legs = g_array_new (FALSE, FALSE, sizeof (Leg));
  self->signs = g_array_new (FALSE, FALSE, sizeof (SbPoint));
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

guint
sb_road_layer_get_states (SbRoadLayer *self)
{
  guint states = 0;

  g_return_val_if_fail (SB_IS_ROAD_LAYER (self), 0);

  for (guint i = 0; i < self->legs->len; i++)
    states |= 1u << g_array_index (self->legs, Leg, i).state;

  return states;
}

guint
sb_road_layer_get_disputed_states (SbRoadLayer *self)
{
  guint states = 0;

  g_return_val_if_fail (SB_IS_ROAD_LAYER (self), 0);

  for (guint i = 0; i < self->legs->len; i++)
    if (g_array_index (self->legs, Leg, i).is_disputed)
      states |= 1u << g_array_index (self->legs, Leg, i).state;

  return states;
}

gboolean
sb_road_layer_has_signs (SbRoadLayer *self)
{
  g_return_val_if_fail (SB_IS_ROAD_LAYER (self), FALSE);

  return self->signs->len > 0;
}
