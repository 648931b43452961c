/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-time-bar-private.h"

#include "sb-date-format.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The bar shows so much beyond each end of the period, so that it can be widened:
 * this share of its length, and at least these days. */
#define AIR_SHARE    8
#define MIN_AIR_DAYS 30

/* How long after the last change of the period the bar follows; while it is dragged
 * the bar must stand still. */
#define SETTLE_MS 600

G_DEFINE_FINAL_TYPE (SbTimeBar, sb_time_bar, GTK_TYPE_WIDGET)

SbTimeScale
_sb_time_bar_get_scale (SbTimeBar *self)
{
  SbTimeScale scale;

  if (self->grip != GRIP_NONE)
    return self->grip_scale;

  scale.first_day = MIN (self->first_day, sb_session_get_first_day (self->session) - 3);
  scale.last_day = MAX (self->last_day, sb_session_get_last_day (self->session) + 3);
  scale.start = SB_TIME_BAR_SIDE;
  scale.length = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * SB_TIME_BAR_SIDE, 1);
  return scale;
}

double
_sb_time_bar_get_label_height (SbTimeBar *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (height) + 2;
}

guint
_sb_time_bar_get_count (SbTimeBar *self,
                        int day)
{
  int index = day - self->counts_first;

  if (self->counts == NULL || index < 0 || index >= (int) self->counts->len)
    return 0;

  return g_array_index (self->counts, guint, index);
}

static void
follow_period (SbTimeBar *self)
{
  int first = sb_session_get_first_day (self->session);
  int last = sb_session_get_last_day (self->session);
  int air = MAX ((last - first) / AIR_SHARE, MIN_AIR_DAYS);

  self->first_day = first - air;
  self->last_day = last + air;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
settled_cb (gpointer data)
{
  SbTimeBar *self = data;

  if (self->grip != GRIP_NONE)
    return G_SOURCE_CONTINUE;

  self->settle_source = 0;
  follow_period (self);
  return G_SOURCE_REMOVE;
}

static void
follow_later (SbTimeBar *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  self->settle_source = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
sb_time_bar_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  int height = SB_TIME_BAR_HEIGHT + SB_TIME_BAR_GAP + (int) _sb_time_bar_get_label_height (SB_TIME_BAR (widget));

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : height;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 600 : height;
}

static void
update_value (SbTimeBar *self)
{
  g_autofree char *day = sb_day_format (sb_session_get_as_of (self->session), sb_session_get_language (self->session),
                                        SB_DATE_STYLE_LONG);
  g_autofree char *period = sb_period_format (sb_session_get_first_day (self->session),
                                              sb_session_get_last_day (self->session),
                                              sb_session_get_language (self->session));
  /* Translators: a day, then the period that it lies in. */
  g_autofree char *text = g_strdup_printf (_ ("As of %s, period %s"), day, period);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Time bar"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, (double) sb_session_get_first_day (self->session),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) sb_session_get_last_day (self->session),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) sb_session_get_as_of (self->session),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
period_changed_cb (SbTimeBar *self)
{
  update_value (self);
  follow_later (self);
}

static void
days_changed_cb (SbTimeBar *self)
{
  GArray *counts = self->events != NULL ? sb_event_model_get_days (self->events, &self->counts_first) : NULL;

  g_clear_pointer (&self->counts, g_array_unref);
  self->counts = counts != NULL ? g_array_ref (counts) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
sb_time_bar_dispose (GObject *object)
{
  SbTimeBar *self = SB_TIME_BAR (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->events);
  g_clear_object (&self->player);

  G_OBJECT_CLASS (sb_time_bar_parent_class)->dispose (object);
}

static void
sb_time_bar_finalize (GObject *object)
{
  g_clear_pointer (&SB_TIME_BAR (object)->counts, g_array_unref);

  G_OBJECT_CLASS (sb_time_bar_parent_class)->finalize (object);
}

static void
sb_time_bar_class_init (SbTimeBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sb_time_bar_dispose;
  object_class->finalize = sb_time_bar_finalize;
  widget_class->snapshot = _sb_time_bar_snapshot;
  widget_class->measure = sb_time_bar_measure;
  widget_class->query_tooltip = _sb_time_bar_query_tooltip;

  _sb_time_bar_add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "timebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
sb_time_bar_init (SbTimeBar *self)
{
  _sb_time_bar_add_gestures (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  self->today = SB_DATE_DAY_MIN;
  self->last_briefing = SB_DATE_DAY_MIN;
}

GtkWidget *
sb_time_bar_new (void)
{
  return g_object_new (SB_TYPE_TIME_BAR, NULL);
}

void
sb_time_bar_set_session (SbTimeBar *self,
                         SbSession *session)
{
  g_return_if_fail (SB_IS_TIME_BAR (self));

  if (!g_set_object (&self->session, session) || session == NULL)
    return;

  g_signal_connect_object (session, "notify::first-day", G_CALLBACK (period_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::last-day", G_CALLBACK (period_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::as-of", G_CALLBACK (update_value), self, G_CONNECT_SWAPPED);
  update_value (self);
  follow_period (self);
}

void
sb_time_bar_set_events (SbTimeBar *self,
                        SbEventModel *events)
{
  g_return_if_fail (SB_IS_TIME_BAR (self));

  if (self->events == events)
    return;

  if (self->events != NULL)
    g_signal_handlers_disconnect_by_func (self->events, days_changed_cb, self);

  g_set_object (&self->events, events);
  if (events != NULL)
    g_signal_connect_object (events, "days-changed", G_CALLBACK (days_changed_cb), self, G_CONNECT_SWAPPED);

  days_changed_cb (self);
}

void
sb_time_bar_set_player (SbTimeBar *self,
                        SbTimePlayer *player)
{
  g_return_if_fail (SB_IS_TIME_BAR (self));

  g_set_object (&self->player, player);
}

void
sb_time_bar_set_today (SbTimeBar *self,
                       int day)
{
  g_return_if_fail (SB_IS_TIME_BAR (self));

  self->today = day;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sb_time_bar_set_last_briefing (SbTimeBar *self,
                               int day)
{
  g_return_if_fail (SB_IS_TIME_BAR (self));

  self->last_briefing = day;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
sb_time_bar_get_last_briefing (SbTimeBar *self)
{
  g_return_val_if_fail (SB_IS_TIME_BAR (self), SB_DATE_DAY_MIN);

  return self->last_briefing;
}
