/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-event-layer-private.h"

#include "sb-mercator.h"

#include <math.h>

/* A symbol may reach into the view from so far outside; logical pixels. */
#define MARGIN 100

/* The ring around what the keyboard is at; logical pixels. */
#define CURSOR_GAP   4
#define CURSOR_WIDTH 2

#define EQUATOR_KM 40075.0

double
_sb_event_layer_get_reach (const SbEventCluster *cluster)
{
  return sb_event_sprites_get_size (cluster->fatalities) / 2.0;
}

/* Which clusters hold the selected event: an event of two places is in two. */
static gboolean
is_selected (SbEventLayer *self,
             guint cluster)
{
  for (guint i = 0; i < self->selected_rows->len; i++)
    if (sb_event_clusters_find (self->clusters, g_array_index (self->selected_rows, guint, i)) == (int) cluster)
      return TRUE;

  return FALSE;
}

static SbSymbolLook
get_look (const SbEventCluster *cluster)
{
  SbSymbolLook look = {
    .type = cluster->type,
    .size = sb_event_sprites_get_size (cluster->fatalities),
    .flags = cluster->is_unsourced ? SB_SYMBOL_UNSOURCED : SB_SYMBOL_DEFAULT,
    .is_light = !cluster->is_sure,
  };

  /* A region is no point, however many died in it. */
  if (cluster->precision >= SB_PLACE_PRECISION_REGION)
    look.flags |= SB_SYMBOL_VAGUE;

  return look;
}

static void
snapshot_extent (SbEventLayer *self,
                 GtkSnapshot *snapshot,
                 const SbLayerView *view,
                 const SbEventCluster *cluster,
                 SbPoint at)
{
  SbSymbolLook look = get_look (cluster);
  double km_per_world = EQUATOR_KM * cos (sb_mercator_unproject (cluster->point).latitude * G_PI / 180);
  guint radius = sb_event_sprites_get_radius (cluster->precision, view->world / km_per_world);

  sb_event_sprites_snapshot_extent (self->sprites, snapshot, &look, cluster->precision, radius, at.x, at.y);
}

static void
snapshot_symbol (SbEventLayer *self,
                 GtkSnapshot *snapshot,
                 const SbEventCluster *cluster,
                 SbPoint at,
                 gboolean selected)
{
  SbSymbolLook look = get_look (cluster);
  double reach = _sb_event_layer_get_reach (cluster);

  if (selected)
    look.flags |= SB_SYMBOL_SELECTED;

  sb_event_sprites_snapshot_symbol (self->sprites, snapshot, &look, at.x, at.y);
  if (cluster->n_rows > 1)
    sb_event_sprites_snapshot_count (self->sprites, snapshot, GTK_WIDGET (self), cluster->n_rows, at.x + reach * 0.7,
                                     at.y - reach * 0.9);
}

static GdkRGBA
get_colour (SbEventLayer *self,
            const char *name)
{
  GdkRGBA colour = { 0, 0, 0, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), name, &colour);
  return colour;
}

static void
snapshot_cursor (SbEventLayer *self,
                 GtkSnapshot *snapshot,
                 const SbEventCluster *cluster,
                 SbPoint at)
{
  float side = (float) (2 * (_sb_event_layer_get_reach (cluster) + CURSOR_GAP));
  GdkRGBA colour = get_colour (self, "accent_color");
  const float widths[] = { CURSOR_WIDTH, CURSOR_WIDTH, CURSOR_WIDTH, CURSOR_WIDTH };
  const GdkRGBA colours[] = { colour, colour, colour, colour };
  GskRoundedRect ring;

  gsk_rounded_rect_init_from_rect (&ring, &GRAPHENE_RECT_INIT ((float) at.x - side / 2, (float) at.y - side / 2, side, side), 6);
  gtk_snapshot_append_border (snapshot, &ring, widths, colours);
}

/* The box or the line that is drawn around events. */
static void
snapshot_outline (SbEventLayer *self,
                  GtkSnapshot *snapshot)
{
  GdkRGBA colour = get_colour (self, "accent_color");
  const double dashes[] = { 5, 3 };
  cairo_t *cr;

  if (self->drag == SB_LAYER_DRAG_NONE || self->outline->len < 2)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                                                 (float) gtk_widget_get_height (GTK_WIDGET (self))));
  for (guint i = 0; i < self->outline->len; i++)
    cairo_line_to (cr, g_array_index (self->outline, SbPoint, i).x, g_array_index (self->outline, SbPoint, i).y);

  cairo_close_path (cr);
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, 0.15);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static gboolean
is_near (GtkWidget *widget,
         SbPoint at)
{
  return at.x > -MARGIN && at.y > -MARGIN && at.x < gtk_widget_get_width (widget) + MARGIN &&
         at.y < gtk_widget_get_height (widget) + MARGIN;
}

void
_sb_event_layer_snapshot (GtkWidget *widget,
                          GtkSnapshot *snapshot)
{
  SbEventLayer *self = SB_EVENT_LAYER (widget);
  SbLayerView view = _sb_event_layer_get_view (self);
  const SbEventCluster *clusters;
  guint n_clusters;
  int cursor;

  _sb_event_layer_refresh (self, &view);
  if (self->sprites == NULL)
    self->sprites = sb_event_sprites_new (self->style, gtk_widget_get_scale_factor (widget));

  clusters = _sb_event_layer_get_clusters (self, &n_clusters);
  cursor = self->has_cursor ? _sb_event_layer_find_key (self, self->cursor) : -1;

  /* Extents first: no symbol is to lie under the halo of another. */
  for (guint i = 0; i < n_clusters; i++)
    {
      SbPoint at = _sb_event_layer_to_widget (&view, clusters[i].point);

      if (clusters[i].precision != SB_PLACE_PRECISION_EXACT && is_near (widget, at))
        snapshot_extent (self, snapshot, &view, &clusters[i], at);
    }

  for (guint i = 0; i < n_clusters; i++)
    {
      SbPoint at = _sb_event_layer_to_widget (&view, clusters[i].point);

      if (is_near (widget, at) && !(self->selected_rows->len > 0 && is_selected (self, i)))
        snapshot_symbol (self, snapshot, &clusters[i], at, FALSE);
    }

  /* The selected one is drawn last, over the others. */
  for (guint i = 0; i < n_clusters && self->selected_rows->len > 0; i++)
    if (is_selected (self, i))
      snapshot_symbol (self, snapshot, &clusters[i], _sb_event_layer_to_widget (&view, clusters[i].point), TRUE);

  if (cursor >= 0 && gtk_widget_has_visible_focus (widget))
    snapshot_cursor (self, snapshot, &clusters[cursor], _sb_event_layer_to_widget (&view, clusters[cursor].point));

  snapshot_outline (self, snapshot);
}
