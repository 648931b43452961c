/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-actor-activity.h"

#include "sb-event-model.h"
#include "sb-map-view.h"
#include "sb-month-chart.h"

#include <glib/gi18n.h>

/* Logical pixels. */
#define MAP_HEIGHT 220

struct _SbActorActivity
{
  GtkWidget parent_instance;

  SbSession *session; /* (owned) of the window */
  SbSession *own; /* (owned) of all times, and of the actor alone */
  SbEventModel *events; /* (owned) (nullable) made for the first actor */
  SbEventSource *source; /* (owned) */

  GtkWidget *chart;
  GtkWidget *map; /* (nullable) made for the first actor */
};

G_DEFINE_FINAL_TYPE (SbActorActivity, sb_actor_activity, GTK_TYPE_WIDGET)

static void
days_changed_cb (SbActorActivity *self)
{
  int first_day = 0;
  GArray *days = sb_event_model_get_days (self->events, &first_day);

  sb_month_chart_set_days (SB_MONTH_CHART (self->chart), days, first_day);
  gtk_widget_set_visible (GTK_WIDGET (self), sb_month_chart_get_n_months (SB_MONTH_CHART (self->chart)) > 0);
}

/* What is chosen on the map is meant in the window. */
static void
selection_changed_cb (SbActorActivity *self)
{
  SbRef *selection = sb_session_get_selection (self->own);

  if (selection != NULL)
    sb_session_select (self->session, selection);
}

/* All of its events are shown, whatever the period; what the map says of a day is of the
 * one that the window is at. */
static void
day_changed_cb (SbActorActivity *self)
{
  sb_session_set_as_of (self->own, sb_session_get_as_of (self->session));
}

static void
sb_actor_activity_dispose (GObject *object)
{
  SbActorActivity *self = SB_ACTOR_ACTIVITY (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->events);
  g_clear_object (&self->source);
  g_clear_object (&self->own);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sb_actor_activity_parent_class)->dispose (object);
}

static void
sb_actor_activity_class_init (SbActorActivityClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sb_actor_activity_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
sb_actor_activity_init (SbActorActivity *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  self->own = sb_session_new ();
  self->chart = sb_month_chart_new ();
  gtk_widget_set_parent (self->chart, GTK_WIDGET (self));
}

GtkWidget *
sb_actor_activity_new (SbEventSource *events,
                       SbSession *session)
{
  SbActorActivity *self = g_object_new (SB_TYPE_ACTOR_ACTIVITY, NULL);

  self->source = g_object_ref (events);
  self->session = g_object_ref (session);
  g_signal_connect_object (self->own, "notify::selection", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::as-of", G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);
  day_changed_cb (self);
  return GTK_WIDGET (self);
}

/* A map is made when there is somebody to show on it. */
static void
make_map (SbActorActivity *self)
{
  sb_session_set_period (self->own, -SB_DATE_DAY_MAX / 2, SB_DATE_DAY_MAX / 2);
  day_changed_cb (self);
  self->events = sb_event_model_new (self->source, self->own);
  g_signal_connect_object (self->events, "days-changed", G_CALLBACK (days_changed_cb), self, G_CONNECT_SWAPPED);
  self->map = sb_map_view_new ();
  gtk_widget_set_size_request (self->map, -1, MAP_HEIGHT);
  g_object_set (self->map, "show-legend", FALSE, NULL);
  sb_map_view_set_session (SB_MAP_VIEW (self->map), self->own);
  sb_map_view_set_events (SB_MAP_VIEW (self->map), self->events, NULL);
  gtk_widget_set_parent (self->map, GTK_WIDGET (self));
}

void
sb_actor_activity_set_actor (SbActorActivity *self,
                             SbRef *actor)
{
  g_return_if_fail (SB_IS_ACTOR_ACTIVITY (self));

  if (actor != NULL && self->events == NULL)
    make_map (self);
  sb_session_set_event_actor (self->own, actor);
}
