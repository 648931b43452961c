/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-way-layer.h"

#include "sb-mercator.h"

#include <math.h>

/* Logical pixels. */
#define CASING_WIDTH 9.0
#define WAY_WIDTH    5.0
#define DASH         10.0
#define END_RADIUS   9.0
#define MARK_RADIUS  6.0
#define FAR_AWAY     64.0 /* around the view, in which lines are drawn */

struct _SbWayLayer
{
  ShumateLayer parent_instance;

  GArray *points; /* (owned) (element-type SbPoint) on the unit square: the way */
  gboolean is_sure;
  SbPoint ends[2];
  gboolean has_end[2];
  GArray *cut_off; /* (owned) (element-type SbPoint) */
  SbBasemapStyle style;
};

G_DEFINE_FINAL_TYPE (SbWayLayer, sb_way_layer, SHUMATE_TYPE_LAYER)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static SbPoint
to_widget (SbWayLayer *self,
           SbPoint point)
{
  SbPosition position = sb_mercator_unproject (point);
  SbPoint on_widget;

  shumate_viewport_location_to_widget_coords (shumate_layer_get_viewport (SHUMATE_LAYER (self)), GTK_WIDGET (self),
                                              position.latitude, position.longitude, &on_widget.x, &on_widget.y);
  return on_widget;
}

static void
trace (SbWayLayer *self,
       cairo_t *cr,
       const SbRect *view)
{
  for (guint i = 1; i < self->points->len; i++)
    {
      SbPoint from = to_widget (self, g_array_index (self->points, SbPoint, i - 1));
      SbPoint to = to_widget (self, g_array_index (self->points, SbPoint, i));

      if (!sb_clip_segment (&from, &to, view))
        continue;

      cairo_move_to (cr, from.x, from.y);
      cairo_line_to (cr, to.x, to.y);
    }
}

/* River blue, which no event and no restriction has. */
static void
set_colour (cairo_t *cr,
            SbBasemapStyle style)
{
  if (style == SB_BASEMAP_STYLE_DARK)
    cairo_set_source_rgb (cr, 0.40, 0.71, 0.84);
  else
    cairo_set_source_rgb (cr, 0.12, 0.36, 0.53);
}

static void
set_ground (cairo_t *cr,
            SbBasemapStyle style)
{
  if (style == SB_BASEMAP_STYLE_DARK)
    cairo_set_source_rgb (cr, 0.09, 0.12, 0.15);
  else
    cairo_set_source_rgb (cr, 1, 1, 1);
}

static void
draw_way (SbWayLayer *self,
          cairo_t *cr,
          const SbRect *view)
{
  static const double dashes[] = { DASH, DASH * 0.7 };

  trace (self, cr, view);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, CASING_WIDTH);
  set_ground (cr, self->style);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, WAY_WIDTH);
  set_colour (cr, self->style);
  if (!self->is_sure)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* The start is a ring, the end is full: they are told apart without colour. */
static void
draw_end (SbWayLayer *self,
          cairo_t *cr,
          guint end)
{
  SbPoint at = to_widget (self, self->ends[end]);

  cairo_arc (cr, at.x, at.y, END_RADIUS + 2, 0, 2 * G_PI);
  set_ground (cr, self->style);
  cairo_fill (cr);
  cairo_arc (cr, at.x, at.y, END_RADIUS, 0, 2 * G_PI);
  set_colour (cr, self->style);
  cairo_fill (cr);
  if (end == 0)
    {
      cairo_arc (cr, at.x, at.y, END_RADIUS * 0.5, 0, 2 * G_PI);
      set_ground (cr, self->style);
      cairo_fill (cr);
    }
}

/* A cross in a circle. */
void
sb_way_layer_draw_cut_off (cairo_t *cr,
                           SbPoint at,
                           SbBasemapStyle style)
{
  double arm = MARK_RADIUS * 0.55;

  cairo_arc (cr, at.x, at.y, MARK_RADIUS, 0, 2 * G_PI);
  set_ground (cr, style);
  cairo_fill_preserve (cr);
  if (style == SB_BASEMAP_STYLE_DARK)
    cairo_set_source_rgb (cr, 0.93, 0.55, 0.42);
  else
    cairo_set_source_rgb (cr, 0.64, 0.20, 0.10);
  cairo_set_line_width (cr, 1.6);
  cairo_stroke (cr);
  cairo_move_to (cr, at.x - arm, at.y - arm);
  cairo_line_to (cr, at.x + arm, at.y + arm);
  cairo_move_to (cr, at.x - arm, at.y + arm);
  cairo_line_to (cr, at.x + arm, at.y - arm);
  cairo_stroke (cr);
}

static void
sb_way_layer_snapshot (GtkWidget *widget,
                       GtkSnapshot *snapshot)
{
  SbWayLayer *self = SB_WAY_LAYER (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  SbRect view = { -FAR_AWAY, -FAR_AWAY, width + 2 * FAR_AWAY, height + 2 * FAR_AWAY };
  cairo_t *cr;

  if (self->points->len == 0 && self->cut_off->len == 0 && !self->has_end[0] && !self->has_end[1])
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw_way (self, cr, &view);
  for (guint i = 0; i < self->cut_off->len; i++)
    {
      SbPoint at = to_widget (self, g_array_index (self->cut_off, SbPoint, i));

      if (sb_rect_contains (&view, at))
        sb_way_layer_draw_cut_off (cr, at, self->style);
    }
  for (guint end = 0; end < G_N_ELEMENTS (self->ends); end++)
    if (self->has_end[end])
      draw_end (self, cr, end);

  cairo_destroy (cr);
}

static void
sb_way_layer_constructed (GObject *object)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));

  G_OBJECT_CLASS (sb_way_layer_parent_class)->constructed (object);

  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
}

static void
sb_way_layer_finalize (GObject *object)
{
  SbWayLayer *self = SB_WAY_LAYER (object);

  g_array_unref (self->points);
  g_array_unref (self->cut_off);

  G_OBJECT_CLASS (sb_way_layer_parent_class)->finalize (object);
}

static void
sb_way_layer_class_init (SbWayLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = sb_way_layer_constructed;
  G_OBJECT_CLASS (klass)->finalize = sb_way_layer_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = sb_way_layer_snapshot;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sb_way_layer_init (SbWayLayer *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (SbPoint));
  self->cut_off = g_array_new (FALSE, FALSE, sizeof (SbPoint));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

SbWayLayer *
sb_way_layer_new (ShumateViewport *viewport)
{
  return g_object_new (SB_TYPE_WAY_LAYER, "viewport", viewport, NULL);
}

void
sb_way_layer_set_way (SbWayLayer *self,
                      const SbRoadNetwork *network,
                      const SbRoadWay *way,
                      gboolean is_sure)
{
  g_return_if_fail (SB_IS_WAY_LAYER (self));

  g_array_set_size (self->points, 0);
  self->is_sure = is_sure;
  for (guint i = 0; way != NULL && i <= way->n_legs; i++)
    {
      SbPoint point = sb_mercator_project (sb_road_network_get_place (network, way->places[i])->position);

      g_array_append_val (self->points, point);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sb_way_layer_set_ends (SbWayLayer *self,
                       const SbPosition *from,
                       const SbPosition *to)
{
  const SbPosition *ends[] = { from, to };

  g_return_if_fail (SB_IS_WAY_LAYER (self));

  for (guint end = 0; end < G_N_ELEMENTS (ends); end++)
    {
      self->has_end[end] = ends[end] != NULL;
      if (ends[end] != NULL)
        self->ends[end] = sb_mercator_project (*ends[end]);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sb_way_layer_set_cut_off (SbWayLayer *self,
                          GArray *places)
{
  g_return_if_fail (SB_IS_WAY_LAYER (self));

  g_array_set_size (self->cut_off, 0);
  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      SbPoint point = sb_mercator_project (g_array_index (places, SbPosition, i));

      g_array_append_val (self->cut_off, point);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

void
sb_way_layer_set_map_style (SbWayLayer *self,
                            SbBasemapStyle style)
{
  g_return_if_fail (SB_IS_WAY_LAYER (self));

  self->style = style;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
sb_way_layer_get_n_cut_off (SbWayLayer *self)
{
  g_return_val_if_fail (SB_IS_WAY_LAYER (self), 0);

  return self->cut_off->len;
}
