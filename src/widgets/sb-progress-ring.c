/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-progress-ring.h"

#define FRACTION_UNKNOWN (-1.0)

/* Logical pixels. */
#define SIZE       24
#define LINE_WIDTH 2.5

/* Of the foreground: the part of the ring that is still to be gone. */
#define TRACK_OPACITY 0.2

/* The arc shown while nothing is known: a part of the whole. */
#define UNKNOWN_SHARE 0.12

struct _SbProgressRing
{
  GtkWidget parent_instance;

  double fraction; /* 0 to 1, or FRACTION_UNKNOWN */
};

G_DEFINE_FINAL_TYPE (SbProgressRing, sb_progress_ring, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_FRACTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
sb_progress_ring_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = SIZE;
  *natural = SIZE;
}

static void
sb_progress_ring_snapshot (GtkWidget *widget,
                           GtkSnapshot *snapshot)
{
  SbProgressRing *self = SB_PROGRESS_RING (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double radius = (MIN (width, height) - LINE_WIDTH) / 2;
  double share = self->fraction >= 0 ? self->fraction : UNKNOWN_SHARE;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  GdkRGBA colour;
  cairo_t *cr;

  if (radius <= 0)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);

  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha * TRACK_OPACITY);
  cairo_arc (cr, width / 2, height / 2, radius, 0, 2 * G_PI);
  cairo_stroke (cr);

  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_arc (cr, width / 2, height / 2, radius, -G_PI / 2, -G_PI / 2 + share * 2 * G_PI);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
sb_progress_ring_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, SB_PROGRESS_RING (object)->fraction);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_progress_ring_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_FRACTION:
      sb_progress_ring_set_fraction (SB_PROGRESS_RING (object), g_value_get_double (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_progress_ring_class_init (SbProgressRingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sb_progress_ring_get_property;
  object_class->set_property = sb_progress_ring_set_property;
  widget_class->measure = sb_progress_ring_measure;
  widget_class->snapshot = sb_progress_ring_snapshot;

  properties[PROP_FRACTION] =
    g_param_spec_double ("fraction", NULL, NULL, FRACTION_UNKNOWN, 1, FRACTION_UNKNOWN,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "progressring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sb_progress_ring_init (SbProgressRing *self)
{
  self->fraction = FRACTION_UNKNOWN;
}

GtkWidget *
sb_progress_ring_new (void)
{
  return g_object_new (SB_TYPE_PROGRESS_RING, NULL);
}

double
sb_progress_ring_get_fraction (SbProgressRing *self)
{
  g_return_val_if_fail (SB_IS_PROGRESS_RING (self), FRACTION_UNKNOWN);

  return self->fraction;
}

void
sb_progress_ring_set_fraction (SbProgressRing *self,
                               double fraction)
{
  /* Written so that a NaN is unknown too. */
  double kept = fraction >= 0 ? MIN (fraction, 1) : FRACTION_UNKNOWN;

  g_return_if_fail (SB_IS_PROGRESS_RING (self));

  if (kept == self->fraction)
    return;

  self->fraction = kept;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}
