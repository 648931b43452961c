/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-shrink-box.h"

/* Logical pixels: of what is taller, so much is seen at least. */
#define LEAST_HEIGHT 48

struct _SbShrinkBox
{
  GtkWidget parent_instance;

  GtkScrolledWindow *window;
  GtkWidget *child; /* (nullable) in it */
  guint tick; /* while the height is about to be asked for anew */
};

G_DEFINE_FINAL_TYPE (SbShrinkBox, sb_shrink_box, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CHILD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkSizeRequestMode
sb_shrink_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sb_shrink_box_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  SbShrinkBox *self = SB_SHRINK_BOX (widget);

  *minimum = *natural = 0;
  if (self->child == NULL || !gtk_widget_should_layout (self->child))
    return;

  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = MIN (*minimum, LEAST_HEIGHT);
}

static void
sb_shrink_box_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  gtk_widget_allocate (GTK_WIDGET (SB_SHRINK_BOX (widget)->window), width, height, baseline, NULL);
}

static void
sb_shrink_box_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  if (prop_id == PROP_CHILD)
    g_value_set_object (value, SB_SHRINK_BOX (object)->child);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sb_shrink_box_set_property (GObject *object,
                            guint prop_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  SbShrinkBox *self = SB_SHRINK_BOX (object);

  if (prop_id != PROP_CHILD)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  self->child = g_value_get_object (value);
  gtk_scrolled_window_set_child (self->window, self->child);
}

static void
sb_shrink_box_dispose (GObject *object)
{
  SbShrinkBox *self = SB_SHRINK_BOX (object);

  self->child = NULL;
  if (self->window != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->window));
  self->window = NULL;

  G_OBJECT_CLASS (sb_shrink_box_parent_class)->dispose (object);
}

static void
sb_shrink_box_class_init (SbShrinkBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sb_shrink_box_get_property;
  object_class->set_property = sb_shrink_box_set_property;
  object_class->dispose = sb_shrink_box_dispose;
  widget_class->get_request_mode = sb_shrink_box_get_request_mode;
  widget_class->measure = sb_shrink_box_measure;
  widget_class->size_allocate = sb_shrink_box_size_allocate;

  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static gboolean
resize_cb (GtkWidget *widget,
           GdkFrameClock *clock,
           gpointer data)
{
  SB_SHRINK_BOX (widget)->tick = 0;
  gtk_widget_queue_resize (widget);
  return G_SOURCE_REMOVE;
}

/* What is scrolled takes what its lines need without asking for more outside: we do, with
 * the next frame, as sizes are just being given. */
static void
upper_changed_cb (SbShrinkBox *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), resize_cb, NULL, NULL);
}

static void
sb_shrink_box_init (SbShrinkBox *self)
{
  self->window = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->window, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (GTK_WIDGET (self->window), GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->window), "notify::upper", G_CALLBACK (upper_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
