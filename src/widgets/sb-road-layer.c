/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-road-layer.h"

#include "sb-corridor.h"
#include "sb-mercator.h"
#include "sb-record.h"
#include "sb-restriction.h"
#include "sb-symbol.h"

/* Logical pixels. */
#define ROAD_WIDTH 1.6
#define CUT_WIDTH  3.0
#define SIGN_SIZE  16.0

typedef enum
{
  ROAD_OPEN,
  ROAD_RESTRICTED,
} RoadState;

/* A straight piece of road between two of its places, on the unit square. */
typedef struct
{
  SbPoint from;
  SbPoint to;
  RoadState state;
} Leg;

struct _SbRoadLayer
{
  ShumateLayer parent_instance;

  GListModel *corridors; /* (owned) (nullable) (element-type SbRecord) */
  GListModel *restrictions; /* (owned) (nullable) (element-type SbRecord) */
  GArray *legs; /* (owned) (element-type Leg) */
  GArray *signs; /* (owned) (element-type SbPoint) on the unit square */
  SbBasemapStyle style;
};

G_DEFINE_FINAL_TYPE (SbRoadLayer, sb_road_layer, SHUMATE_TYPE_LAYER)

static guint
get_n_items (GListModel *model)
{
  return model != NULL ? g_list_model_get_n_items (model) : 0;
}

/* The position of a place among the stops of a corridor; @fallback when it is
 * not said or not there. */
static int
find_stop (SbRecord *corridor,
           SbRef *place,
           int fallback)
{
  for (guint i = 0; place != NULL && i < sb_record_get_n_items (corridor, SB_CORRIDOR_STOPS); i++)
    {
      SbRecord *stop = sb_record_get_item (corridor, SB_CORRIDOR_STOPS, i);

      if (sb_ref_equal (sb_record_get_ref (stop, SB_CORRIDOR_STOP_PLACE), place))
        return (int) i;
    }

  return fallback;
}

/* Whether a restriction weighs on the leg that starts at stop @leg. A stretch
 * without ends is the whole road. */
static gboolean
stretch_covers (SbRecord *stretch,
                SbRecord *corridor,
                int leg)
{
  g_autoptr (SbRef) self = sb_record_dup_ref (corridor);
  int n_stops = (int) sb_record_get_n_items (corridor, SB_CORRIDOR_STOPS);
  int origin;
  int destination;

  if (!sb_ref_equal (sb_record_get_ref (stretch, SB_RESTRICTION_STRETCH_CORRIDOR), self))
    return FALSE;

  origin = find_stop (corridor, sb_record_get_ref (stretch, SB_RESTRICTION_STRETCH_ORIGIN), 0);
  destination = find_stop (corridor, sb_record_get_ref (stretch, SB_RESTRICTION_STRETCH_DESTINATION), n_stops - 1);
  return leg >= MIN (origin, destination) && leg < MAX (origin, destination);
}

static RoadState
get_leg_state (SbRoadLayer *self,
               SbRecord *corridor,
               int leg)
{
  for (guint i = 0; i < get_n_items (self->restrictions); i++)
    {
      g_autoptr (SbRecord) restriction = g_list_model_get_item (self->restrictions, i);

      for (guint j = 0; j < sb_record_get_n_items (restriction, SB_RESTRICTION_STRETCHES); j++)
        if (stretch_covers (sb_record_get_item (restriction, SB_RESTRICTION_STRETCHES, j), corridor, leg))
          return ROAD_RESTRICTED;
    }

  return ROAD_OPEN;
}

static gboolean
get_stop_point (SbRecord *corridor,
                guint position,
                SbPoint *point)
{
  SbRecord *stop = sb_record_get_item (corridor, SB_CORRIDOR_STOPS, position);

  if (!sb_record_has (stop, SB_CORRIDOR_STOP_LATITUDE))
    return FALSE;

  *point = sb_mercator_project ((SbPosition) { sb_record_get_real (stop, SB_CORRIDOR_STOP_LONGITUDE, 0),
                                               sb_record_get_real (stop, SB_CORRIDOR_STOP_LATITUDE, 0) });
  return TRUE;
}

static void
append_legs (SbRoadLayer *self,
             SbRecord *corridor)
{
  guint n_stops = sb_record_get_n_items (corridor, SB_CORRIDOR_STOPS);

  for (guint i = 0; i + 1 < n_stops; i++)
    {
      Leg leg;

      if (!get_stop_point (corridor, i, &leg.from) || !get_stop_point (corridor, i + 1, &leg.to))
        continue;

      leg.state = get_leg_state (self, corridor, (int) i);
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

static void
rebuild (SbRoadLayer *self)
{
  g_array_set_size (self->legs, 0);
  g_array_set_size (self->signs, 0);

  for (guint i = 0; i < get_n_items (self->corridors); i++)
    {
      g_autoptr (SbRecord) corridor = g_list_model_get_item (self->corridors, i);

      append_legs (self, corridor);
    }

  for (guint i = 0; i < get_n_items (self->restrictions); i++)
    {
      g_autoptr (SbRecord) restriction = g_list_model_get_item (self->restrictions, i);

      append_signs (self, restriction);
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
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

static void
draw_leg (SbRoadLayer *self,
          cairo_t *cr,
          const Leg *leg,
          const SbRect *view)
{
  SbPoint from = to_widget (self, leg->from);
  SbPoint to = to_widget (self, leg->to);
  SbSymbolColour colour = sb_symbol_get_actor_colour (SB_ACTOR_FAMILY_ORGANISATION, self->style);

  if (!sb_clip_segment (&from, &to, view))
    return;

  cairo_move_to (cr, from.x, from.y);
  cairo_line_to (cr, to.x, to.y);
  if (leg->state == ROAD_RESTRICTED)
    {
      sb_symbol_stroke_cut (cr, CUT_WIDTH, self->style);
      return;
    }

  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, 0.75);
  cairo_set_line_width (cr, ROAD_WIDTH);
  cairo_stroke (cr);
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
  for (guint i = 0; i < self->legs->len; i++)
    draw_leg (self, cr, &g_array_index (self->legs, Leg, i), &view);

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

  g_clear_object (&self->corridors);
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

static void
set_model (SbRoadLayer *self,
           GListModel **place,
           GListModel *model)
{
  if (*place == model)
    return;

  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, rebuild, self);

  g_set_object (place, model);
  if (model != NULL)
    g_signal_connect_object (model, "items-changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);

  rebuild (self);
}

void
sb_road_layer_set_corridors (SbRoadLayer *self,
                             GListModel *corridors)
{
  g_return_if_fail (SB_IS_ROAD_LAYER (self));

  set_model (self, &self->corridors, corridors);
}

void
sb_road_layer_set_restrictions (SbRoadLayer *self,
                                GListModel *restrictions)
{
  g_return_if_fail (SB_IS_ROAD_LAYER (self));

  set_model (self, &self->restrictions, restrictions);
}

void
sb_road_layer_set_map_style (SbRoadLayer *self,
                             SbBasemapStyle style)
{
  g_return_if_fail (SB_IS_ROAD_LAYER (self));

  self->style = style;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
