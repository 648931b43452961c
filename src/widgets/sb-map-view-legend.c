/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-map-view-private.h"

/* The legend is beside what a map shows as long as it takes no more than so much of its
 * width, and the map is so high, in logical pixels. Else it waits to be asked for. */
#define MAX_WIDTH_SHARE 0.45
#define LEAST_HEIGHT    360

/* Of the height of the map; a longer one is scrolled. */
#define MAX_HEIGHT_SHARE 0.3

static gboolean
has_room (SbMapView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  int height = gtk_widget_get_height (GTK_WIDGET (self->canvas));

  return height >= LEAST_HEIGHT && sb_map_legend_get_full_width (self->legend) <= width * MAX_WIDTH_SHARE;
}

/* It is seen where it is wanted and has room, or was asked for where it has none. */
static void
renew (SbMapView *self)
{
  gboolean is_shown = self->wants_legend && (self->has_legend_room || self->asked_for_legend);

  if (self->show_legend == is_shown)
    return;

  self->show_legend = is_shown;
  _sb_map_view_update_legend (self);
  g_object_notify (G_OBJECT (self), "show-legend");
}

static gboolean
look_at_room (gpointer data)
{
  SbMapView *self = data;

  self->room_source = 0;
  self->has_legend_room = has_room (self);
  if (self->has_legend_room)
    self->asked_for_legend = FALSE;
  sb_map_legend_set_max_height (self->legend, (int) (gtk_widget_get_height (GTK_WIDGET (self->canvas)) * MAX_HEIGHT_SHARE));
  renew (self);
  return G_SOURCE_REMOVE;
}

void
_sb_map_view_follow_size (SbMapView *self)
{
  /* While widgets get their sizes none may be told to have another one. */
  if (self->room_source == 0)
    self->room_source = g_idle_add (look_at_room, self);
}

void
_sb_map_view_want_legend (SbMapView *self,
                          gboolean is_wanted)
{
  if (self->wants_legend == is_wanted)
    return;

  self->wants_legend = is_wanted;
  renew (self);
  g_object_notify (G_OBJECT (self), "wants-legend");
}

void
_sb_map_view_ask_for_legend (SbMapView *self,
                             gboolean is_asked)
{
  self->asked_for_legend = is_asked;
  _sb_map_view_want_legend (self, is_asked);
  renew (self);
}
