/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-fold-box.h"

/* Logical pixels: what there is in the narrowest window. */
#define NARROW 320

struct _SbFoldBox
{
  GtkWidget parent_instance;

  GtkWidget *child; /* (nullable) */
  int side_by_side; /* the least width of the child while it is not folded */
  gboolean is_folded;
  guint tick; /* while it is about to be folded or unfolded */
};

G_DEFINE_FINAL_TYPE (SbFoldBox, sb_fold_box, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkSizeRequestMode
sb_fold_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
sb_fold_box_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  SbFoldBox *self = SB_FOLD_BOX (widget);

  *minimum = *natural = 0;
  if (self->child == NULL || !gtk_widget_should_layout (self->child))
    return;

  gtk_widget_measure (self->child, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation != GTK_ORIENTATION_HORIZONTAL)
    return;

  if (!self->is_folded)
    {
      self->side_by_side = *minimum;
      *minimum = MIN (*minimum, NARROW);
    }
  *natural = MAX (*natural, self->side_by_side);
}

static gboolean
fold_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer data)
{
  SbFoldBox *self = SB_FOLD_BOX (widget);
  gboolean is_folded = gtk_widget_get_width (widget) < self->side_by_side;

  self->tick = 0;
  if (is_folded != self->is_folded)
    {
      self->is_folded = is_folded;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
      gtk_widget_queue_resize (widget);
    }

  return G_SOURCE_REMOVE;
}

/* What is shown cannot be changed while it is being given its place. */
static void
sb_fold_box_size_allocate (GtkWidget *widget,
                           int width,
                           int height,
                           int baseline)
{
  SbFoldBox *self = SB_FOLD_BOX (widget);
  int least;

  if (self->child == NULL || !gtk_widget_should_layout (self->child))
    return;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (!self->is_folded)
    self->side_by_side = least;
  gtk_widget_allocate (self->child, MAX (width, least), height, baseline, NULL);
  if ((width < self->side_by_side) != self->is_folded && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (widget, fold_cb, NULL, NULL);
}

static void
sb_fold_box_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  SbFoldBox *self = SB_FOLD_BOX (object);

  if (prop_id == PROP_CHILD)
    g_value_set_object (value, self->child);
  else if (prop_id == PROP_FOLDED)
    g_value_set_boolean (value, self->is_folded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sb_fold_box_set_property (GObject *object,
                          guint prop_id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  SbFoldBox *self = SB_FOLD_BOX (object);

  if (prop_id != PROP_CHILD)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = g_value_get_object (value);
  if (self->child != NULL)
    gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

static void
sb_fold_box_dispose (GObject *object)
{
  g_clear_pointer (&SB_FOLD_BOX (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (sb_fold_box_parent_class)->dispose (object);
}

static void
sb_fold_box_class_init (SbFoldBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sb_fold_box_get_property;
  object_class->set_property = sb_fold_box_set_property;
  object_class->dispose = sb_fold_box_dispose;
  widget_class->get_request_mode = sb_fold_box_get_request_mode;
  widget_class->measure = sb_fold_box_measure;
  widget_class->size_allocate = sb_fold_box_size_allocate;

  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sb_fold_box_init (SbFoldBox *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

gboolean
sb_fold_box_is_folded (SbFoldBox *self)
{
  g_return_val_if_fail (SB_IS_FOLD_BOX (self), FALSE);

  return self->is_folded;
}
