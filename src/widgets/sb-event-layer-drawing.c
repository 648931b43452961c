/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-event-layer-private.h"

#include <math.h>

/* Around the selected symbol is room for its ring and its number; logical pixels. */
#define SELECTED_SIDE 80

/* The ring around what the keyboard is at; logical pixels. */
#define CURSOR_GAP   4
#define CURSOR_WIDTH 2

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
  float side = (float) (2 * (sb_event_cluster_get_reach (cluster) + CURSOR_GAP));
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

/* Where the picture lies by now: the map may have moved, and been zoomed, since it
 * was painted. */
static void
snapshot_picture (SbEventLayer *self,
                  GtkSnapshot *snapshot,
                  const SbLayerView *view)
{
  SbPoint at = _sb_event_layer_to_widget (view, (SbPoint) { self->picture_area.x, self->picture_area.y });
  cairo_surface_t *surface = sb_picture_get_surface (self->picture);
  double zoom = view->world / self->picture_world / sb_event_sprites_get_style (self->sprites)->scale;

  sb_picture_append (self->picture, snapshot, GTK_WIDGET (self),
                     &(SbRect) { at.x, at.y, cairo_image_surface_get_width (surface) * zoom, cairo_image_surface_get_height (surface) * zoom });
}

/* The selected symbol lies over all others. */
static void
snapshot_selected (SbEventLayer *self,
                   GtkSnapshot *snapshot,
                   const SbEventCluster *cluster,
                   SbPoint at)
{
  int scale = sb_event_sprites_get_style (self->sprites)->scale;
  double left = floor (at.x) - SELECTED_SIDE;
  double top = floor (at.y) - SELECTED_SIDE;
  g_autoptr (SbPixels) ground = sb_pixels_new (2 * SELECTED_SIDE * scale, 2 * SELECTED_SIDE * scale);
  g_autoptr (SbPicture) picture = NULL;

  sb_event_cluster_place (cluster, self->sprites, SB_SYMBOL_SELECTED, at.x - left, at.y - top);
  sb_event_sprites_lay_down (self->sprites, ground);
  picture = sb_picture_new (cairo_surface_reference (sb_pixels_get_surface (ground)), scale);
  sb_picture_append (picture, snapshot, GTK_WIDGET (self), &(SbRect) { left, top, 2 * SELECTED_SIDE, 2 * SELECTED_SIDE });
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
    {
      g_autoptr (SbSpriteStyle) style = sb_sprite_style_new_for_widget (widget, self->style);

      self->sprites = sb_event_sprites_new (style);
    }

  if (self->picture != NULL)
    snapshot_picture (self, snapshot, &view);

  clusters = _sb_event_layer_get_clusters (self, &n_clusters);
  for (guint i = 0; i < n_clusters && self->selected_rows->len > 0; i++)
    if (is_selected (self, i))
      snapshot_selected (self, snapshot, &clusters[i], _sb_event_layer_to_widget (&view, clusters[i].point));

  cursor = self->has_cursor ? _sb_event_layer_find_row (self, self->cursor) : -1;
  if (cursor >= 0 && gtk_widget_has_visible_focus (widget))
    snapshot_cursor (self, snapshot, &clusters[cursor], _sb_event_layer_to_widget (&view, clusters[cursor].point));

  snapshot_outline (self, snapshot);
}
