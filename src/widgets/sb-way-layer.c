/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-way-layer.h"

#include "sb-map-viewport.h"

struct _SbWayLayer
{
  ShumateLayer parent_instance;

  GArray *line; /* (owned) (element-type SbPosition) */
  SbMapWayFlags flags;
  char *summary[SB_N_LANGUAGES]; /* (owned) (nullable) */
  SbRoadNetwork *network; /* (owned) (nullable) */
  guint places[SB_N_MAP_WAY_ENDS]; /* of @network, that the line begins and ends with */
  SbPosition ends[2];
  gboolean has_end[2];
  GArray *cut_off; /* (owned) (element-type SbPosition) */
  SbMapWay *way; /* (owned) all of that */
  SbBasemapStyle style;
};

G_DEFINE_FINAL_TYPE (SbWayLayer, sb_way_layer, SHUMATE_TYPE_LAYER)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
renew (SbWayLayer *self)
{
  g_clear_pointer (&self->way, sb_map_way_unref);
  self->way = sb_map_way_new (self->line, self->flags, self->has_end[0] ? &self->ends[0] : NULL, self->has_end[1] ? &self->ends[1] : NULL,
                              self->cut_off);
  if (self->network != NULL)
    sb_map_way_set_names (self->way, sb_road_network_get_place (self->network, self->places[SB_MAP_WAY_START])->names,
                          sb_road_network_get_place (self->network, self->places[SB_MAP_WAY_GOAL])->names);
  sb_map_way_set_summary (self->way, (const char *const *) self->summary);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static SbMapFrame
get_frame (SbWayLayer *self)
{
  return sb_map_viewport_get_frame (shumate_layer_get_viewport (SHUMATE_LAYER (self)), GTK_WIDGET (self), 0);
}

static void
sb_way_layer_snapshot (GtkWidget *widget,
                       GtkSnapshot *snapshot)
{
  SbWayLayer *self = SB_WAY_LAYER (widget);
  SbMapFrame frame = get_frame (self);
  cairo_t *cr;

  if (sb_map_way_is_empty (self->way) || frame.scale <= 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) frame.rect.width, (float) frame.rect.height));
  sb_map_way_paint (self->way, cr, &frame, self->style);
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

  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    g_free (self->summary[language]);
  g_array_unref (self->line);
  g_clear_pointer (&self->network, sb_road_network_unref);
  g_array_unref (self->cut_off);
  sb_map_way_unref (self->way);

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
  self->line = g_array_new (FALSE, FALSE, sizeof (SbPosition));
  self->cut_off = g_array_new (FALSE, FALSE, sizeof (SbPosition));
  self->way = sb_map_way_new (NULL, SB_MAP_WAY_DEFAULT, NULL, NULL, NULL);
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
                      SbMapWayFlags flags)
{
  g_return_if_fail (SB_IS_WAY_LAYER (self));

  g_array_set_size (self->line, 0);
  self->flags = flags;
  g_clear_pointer (&self->network, sb_road_network_unref);
  if (way != NULL)
    {
      self->network = sb_road_network_ref ((SbRoadNetwork *) network);
      self->places[SB_MAP_WAY_START] = way->places[0];
      self->places[SB_MAP_WAY_GOAL] = way->places[way->n_legs];
    }
  for (guint i = 0; way != NULL && i <= way->n_legs; i++)
    {
      SbPosition position = sb_road_network_get_place (network, way->places[i])->position;

      g_array_append_val (self->line, position);
    }
  renew (self);
}

char *
sb_way_layer_dup_keys (SbWayLayer *self)
{
  const char *start;
  const char *goal;

  g_return_val_if_fail (SB_IS_WAY_LAYER (self), NULL);

  if (self->network == NULL)
    return NULL;

  start = sb_road_network_get_place (self->network, self->places[SB_MAP_WAY_START])->key;
  goal = sb_road_network_get_place (self->network, self->places[SB_MAP_WAY_GOAL])->key;
  return start != NULL && start[0] != '\0' && goal != NULL && goal[0] != '\0' ? g_strdup_printf ("%s>%s", start, goal) : NULL;
}

void
sb_way_layer_set_summary (SbWayLayer *self,
                          const char *const *summary)
{
  g_return_if_fail (SB_IS_WAY_LAYER (self));

  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    {
      g_free (self->summary[language]);
      self->summary[language] = summary != NULL ? g_strdup (summary[language]) : NULL;
    }
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
        self->ends[end] = *ends[end];
    }
  renew (self);
}

void
sb_way_layer_set_cut_off (SbWayLayer *self,
                          GArray *places)
{
  g_return_if_fail (SB_IS_WAY_LAYER (self));

  g_array_set_size (self->cut_off, 0);
  if (places != NULL && places->len > 0)
    g_array_append_vals (self->cut_off, places->data, places->len);
  renew (self);
}

void
sb_way_layer_set_map_style (SbWayLayer *self,
                            SbBasemapStyle style)
{
  g_return_if_fail (SB_IS_WAY_LAYER (self));

  self->style = style;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

SbMapWay *
sb_way_layer_get_way (SbWayLayer *self)
{
  g_return_val_if_fail (SB_IS_WAY_LAYER (self), NULL);

  return self->way;
}

SbMapWayParts
sb_way_layer_list_parts (SbWayLayer *self)
{
  SbMapFrame frame;

  g_return_val_if_fail (SB_IS_WAY_LAYER (self), 0);

  frame = get_frame (self);
  return frame.scale > 0 ? sb_map_way_list_parts (self->way, &frame) : 0;
}
