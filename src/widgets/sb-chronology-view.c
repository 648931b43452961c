/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-chronology-view-private.h"

#include "sb-hover-card.h"

#include <glib/gi18n.h>
#include <math.h>

/* What is left free of the width at each end of the period. */
#define AIR_SHARE 0.06

G_DEFINE_FINAL_TYPE (SbChronologyView, sb_chronology_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_VADJUSTMENT,
  N_PROPS
};

enum
{
  EVENTS_CHOSEN,
  MOVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

SbChronologySpot
_sb_chronology_view_pick (SbChronologyView *self,
                          double x,
                          double y)
{
  SbChronologyFrame frame;

  if (self->session == NULL || !_sb_chronology_view_prepare (self))
    return (SbChronologySpot) { .kind = SB_CHRONOLOGY_NOWHERE };

  frame = _sb_chronology_view_get_frame (self);
  return sb_chronology_painter_pick (self->painter, self->chronology, self->tops, &frame, x, y);
}

void
_sb_chronology_view_set_scale (SbChronologyView *self,
                               SbChronologyScale scale)
{
  self->scale = scale;
  self->has_scale = TRUE;
  _sb_chronology_view_read_titles (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[MOVED], 0);
}

static void
lanes_moved_cb (SbChronologyView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  _sb_chronology_view_read_titles (self);
  g_signal_emit (self, signals[MOVED], 0);
}

static void
show_days (SbChronologyView *self,
           int first,
           int last)
{
  double length = gtk_widget_get_width (GTK_WIDGET (self)) - _sb_chronology_view_get_label_width (self);

  if (length > 1)
    _sb_chronology_view_set_scale (self, sb_chronology_scale_fit (first, last, length, length * AIR_SHARE));
}

static void
sb_chronology_view_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 600 : 400;
}

static void
sb_chronology_view_size_allocate (GtkWidget *widget,
                                  int width,
                                  int height,
                                  int baseline)
{
  SbChronologyView *self = SB_CHRONOLOGY_VIEW (widget);

  if (_sb_chronology_view_prepare (self))
    {
      _sb_chronology_view_update_range (self);
      _sb_chronology_view_read_titles (self);
    }
  sb_hover_card_allocate (SB_HOVER_CARD (self->card), width, height);
  g_signal_emit (self, signals[MOVED], 0);
}

static void
session_changed_cb (SbChronologyView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
period_changed_cb (SbChronologyView *self)
{
  if (!self->sets_period && self->painter != NULL && self->has_scale)
    sb_chronology_view_show_period (self);

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_label (SbChronologyView *self)
{
  guint n_lanes = self->chronology != NULL ? sb_chronology_get_n_lanes (self->chronology) : 0;
  guint n_events = self->chronology != NULL ? sb_chronology_get_n_events (self->chronology) : 0;
  g_autofree char *lanes = g_strdup_printf (ngettext ("%u lane", "%u lanes", n_lanes), n_lanes);
  g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", n_events), n_events);
  /* Translators: how many lanes, how many events. */
  g_autofree char *label = g_strdup_printf (_ ("Chronology: %s, %s"), lanes, events);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
sb_chronology_view_get_property (GObject *object,
                                 guint prop_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_VADJUSTMENT:
      g_value_set_object (value, SB_CHRONOLOGY_VIEW (object)->vadjustment);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_chronology_view_dispose (GObject *object)
{
  SbChronologyView *self = SB_CHRONOLOGY_VIEW (object);

  _sb_chronology_view_stop_reading (self);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  g_clear_pointer (&self->chronology, sb_chronology_unref);

  G_OBJECT_CLASS (sb_chronology_view_parent_class)->dispose (object);
}

static void
sb_chronology_view_finalize (GObject *object)
{
  SbChronologyView *self = SB_CHRONOLOGY_VIEW (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->pictures); i++)
    g_clear_pointer (&self->pictures[i], sb_picture_unref);
  g_clear_pointer (&self->painter, sb_chronology_painter_free);
  g_clear_pointer (&self->tops, g_array_unref);
  g_free (self->look.family);
  g_hash_table_unref (self->titles);
  g_clear_object (&self->vadjustment);

  G_OBJECT_CLASS (sb_chronology_view_parent_class)->finalize (object);
}

static void
sb_chronology_view_class_init (SbChronologyViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sb_chronology_view_get_property;
  object_class->dispose = sb_chronology_view_dispose;
  object_class->finalize = sb_chronology_view_finalize;
  widget_class->snapshot = _sb_chronology_view_snapshot;
  widget_class->measure = sb_chronology_view_measure;
  widget_class->size_allocate = sb_chronology_view_size_allocate;

  properties[PROP_VADJUSTMENT] =
    g_param_spec_object ("vadjustment", NULL, NULL, GTK_TYPE_ADJUSTMENT, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[EVENTS_CHOSEN] = g_signal_new ("events-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_ARRAY, G_TYPE_STRING);
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  _sb_chronology_view_add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chronology");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sb_chronology_view_init (SbChronologyView *self)
{
  self->cursor_lane = -1;
  self->cursor_bar = -1;
  self->scale.per_day = 1;
  self->titles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->vadjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 1, 1, 1, 1));
  g_signal_connect_object (self->vadjustment, "value-changed", G_CALLBACK (lanes_moved_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->card = sb_hover_card_new ();
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  _sb_chronology_view_add_controllers (self);
  update_label (self);
}

GtkWidget *
sb_chronology_view_new (void)
{
  return g_object_new (SB_TYPE_CHRONOLOGY_VIEW, NULL);
}

void
sb_chronology_view_set_model (SbChronologyView *self,
                              SbEventModel *model)
{
  static const char *const of_period[] = { "notify::first-day", "notify::last-day" };
  static const char *const of_look[] = { "notify::as-of", "notify::selection" };

  g_return_if_fail (SB_IS_CHRONOLOGY_VIEW (self));
  g_return_if_fail (SB_IS_EVENT_MODEL (model) && self->model == NULL);

  self->model = g_object_ref (model);
  self->session = g_object_ref (sb_event_model_get_session (model));
  for (guint i = 0; i < G_N_ELEMENTS (of_period); i++)
    g_signal_connect_object (self->session, of_period[i], G_CALLBACK (period_changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (of_look); i++)
    g_signal_connect_object (self->session, of_look[i], G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sb_chronology_view_set_chronology (SbChronologyView *self,
                                   SbChronology *chronology)
{
  g_return_if_fail (SB_IS_CHRONOLOGY_VIEW (self));

  if (self->chronology == chronology)
    return;

  _sb_chronology_view_stop_reading (self);
  g_clear_pointer (&self->chronology, sb_chronology_unref);
  g_clear_pointer (&self->tops, g_array_unref);
  self->chronology = chronology != NULL ? sb_chronology_ref (chronology) : NULL;
  self->cursor_lane = -1;
  g_hash_table_remove_all (self->titles);
  self->is_stale = TRUE;
  update_label (self);
  if (self->session != NULL && _sb_chronology_view_prepare (self))
    _sb_chronology_view_read_titles (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkAdjustment *
sb_chronology_view_get_vadjustment (SbChronologyView *self)
{
  g_return_val_if_fail (SB_IS_CHRONOLOGY_VIEW (self), NULL);

  return self->vadjustment;
}

SbChronologyScale
sb_chronology_view_get_scale (SbChronologyView *self)
{
  g_return_val_if_fail (SB_IS_CHRONOLOGY_VIEW (self), ((SbChronologyScale) { 0, 1 }));

  return self->scale;
}

/* Where what the keyboard is at stands, from where the lanes begin; of what lasts, the
 * middle of what is seen of it. NAN for nothing, or nothing that is seen. */
static double
get_cursor_position (SbChronologyView *self,
                     double length)
{
  const SbChronologyLane *lane;
  const SbChronologyBar *bar;
  double first;
  double last;

  if (self->chronology == NULL || self->cursor_lane < 0)
    return NAN;

  lane = sb_chronology_get_lane (self->chronology, (guint) self->cursor_lane);
  if (self->cursor_bar < 0)
    {
      first = sb_chronology_scale_get_position (&self->scale, sb_chronology_lane_get_mark (lane, self->cursor_mark)->at);
      return first > 0 && first < length ? first : NAN;
    }

  bar = &g_array_index (lane->bars, SbChronologyBar, self->cursor_bar);
  first = MAX (sb_chronology_scale_get_position (&self->scale, bar->since_first), 0);
  last = MIN (sb_chronology_scale_get_position (&self->scale, (double) bar->until_last + 1), length);
  return first < last ? (first + last) / 2 : NAN;
}

void
sb_chronology_view_zoom (SbChronologyView *self,
                         double factor)
{
  double length;
  double position;

  g_return_if_fail (SB_IS_CHRONOLOGY_VIEW (self));

  length = gtk_widget_get_width (GTK_WIDGET (self)) - _sb_chronology_view_get_label_width (self);
  position = get_cursor_position (self, length);
  if (isnan (position))
    position = length / 2;
  _sb_chronology_view_set_scale (self, sb_chronology_scale_zoom (&self->scale, factor, position));
}

void
sb_chronology_view_show_period (SbChronologyView *self)
{
  g_return_if_fail (SB_IS_CHRONOLOGY_VIEW (self));

  if (self->session != NULL)
    show_days (self, sb_session_get_first_day (self->session), sb_session_get_last_day (self->session));
}

void
sb_chronology_view_show_all (SbChronologyView *self)
{
  int first;
  int last;

  g_return_if_fail (SB_IS_CHRONOLOGY_VIEW (self));

  if (self->chronology != NULL && sb_chronology_get_days (self->chronology, &first, &last))
    show_days (self, first, last);
}
