/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-pair.h"

/* Logical pixels. */
#define SPACING    12
#define TURN_WIDTH 420

struct _SbPair
{
  GtkWidget parent_instance;

  GtkWidget *first; /* (nullable) */
  GtkWidget *second; /* (nullable) */
  int turn_width;
};

G_DEFINE_FINAL_TYPE (SbPair, sb_pair, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_FIRST,
  PROP_SECOND,
  PROP_TURN_WIDTH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
measure_child (GtkWidget *child,
               GtkOrientation orientation,
               int for_size,
               int *minimum,
               int *natural)
{
  *minimum = *natural = 0;
  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

/* The only child that is seen, which has all of the room; NULL where there are two. */
static GtkWidget *
get_lone (SbPair *self)
{
  gboolean has_first = self->first != NULL && gtk_widget_should_layout (self->first);
  gboolean has_second = self->second != NULL && gtk_widget_should_layout (self->second);

  if (has_first == has_second)
    return NULL;

  return has_first ? self->first : self->second;
}

static GtkSizeRequestMode
sb_pair_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sb_pair_measure (GtkWidget *widget,
                 GtkOrientation orientation,
                 int for_size,
                 int *minimum,
                 int *natural,
                 int *minimum_baseline,
                 int *natural_baseline)
{
  SbPair *self = SB_PAIR (widget);
  gboolean is_beside = for_size < 0 || sb_pair_is_beside (self, for_size);
  int width = for_size < 0 ? -1 : is_beside ? (for_size - SPACING) / 2
                                            : for_size;
  int first_minimum, first_natural, second_minimum, second_natural;

  if (get_lone (self) != NULL)
    {
      measure_child (get_lone (self), orientation, for_size, minimum, natural);
      return;
    }

  measure_child (self->first, orientation, orientation == GTK_ORIENTATION_VERTICAL ? width : -1, &first_minimum, &first_natural);
  measure_child (self->second, orientation, orientation == GTK_ORIENTATION_VERTICAL ? width : -1, &second_minimum, &second_natural);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (first_minimum, second_minimum);
      *natural = 2 * MAX (first_natural, second_natural) + SPACING;
    }
  else if (is_beside)
    {
      *minimum = MAX (first_minimum, second_minimum);
      *natural = MAX (first_natural, second_natural);
    }
  else
    {
      *minimum = 2 * MAX (first_minimum, second_minimum) + SPACING;
      *natural = 2 * MAX (first_natural, second_natural) + SPACING;
    }
}

static void
sb_pair_size_allocate (GtkWidget *widget,
                       int width,
                       int height,
                       int baseline)
{
  SbPair *self = SB_PAIR (widget);
  gboolean is_beside = sb_pair_is_beside (self, width);
  GtkAllocation place = { 0, 0, width, height };

  if (get_lone (self) != NULL)
    {
      gtk_widget_size_allocate (get_lone (self), &place, -1);
      return;
    }

  if (is_beside)
    place.width = (width - SPACING) / 2;
  else
    place.height = (height - SPACING) / 2;

  if (self->first != NULL && gtk_widget_should_layout (self->first))
    gtk_widget_size_allocate (self->first, &place, -1);

  if (is_beside)
    place.x = place.width + SPACING;
  else
    place.y = place.height + SPACING;

  if (self->second != NULL && gtk_widget_should_layout (self->second))
    gtk_widget_size_allocate (self->second, &place, -1);
}

static void
set_child (SbPair *self,
           GtkWidget **child,
           GtkWidget *widget)
{
  g_clear_pointer (child, gtk_widget_unparent);
  *child = widget;
  if (widget == NULL)
    return;

  /* The keyboard goes from the first to the second. */
  if (child == &self->first)
    gtk_widget_insert_after (widget, GTK_WIDGET (self), NULL);
  else
    gtk_widget_insert_before (widget, GTK_WIDGET (self), NULL);
}

static void
sb_pair_get_property (GObject *object,
                      guint prop_id,
                      GValue *value,
                      GParamSpec *pspec)
{
  SbPair *self = SB_PAIR (object);

  switch (prop_id)
    {
    case PROP_FIRST:
      g_value_set_object (value, self->first);
      break;
    case PROP_SECOND:
      g_value_set_object (value, self->second);
      break;
    case PROP_TURN_WIDTH:
      g_value_set_int (value, self->turn_width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_pair_set_property (GObject *object,
                      guint prop_id,
                      const GValue *value,
                      GParamSpec *pspec)
{
  SbPair *self = SB_PAIR (object);

  switch (prop_id)
    {
    case PROP_FIRST:
      set_child (self, &self->first, g_value_get_object (value));
      break;
    case PROP_SECOND:
      set_child (self, &self->second, g_value_get_object (value));
      break;
    case PROP_TURN_WIDTH:
      self->turn_width = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_pair_dispose (GObject *object)
{
  SbPair *self = SB_PAIR (object);

  g_clear_pointer (&self->first, gtk_widget_unparent);
  g_clear_pointer (&self->second, gtk_widget_unparent);

  G_OBJECT_CLASS (sb_pair_parent_class)->dispose (object);
}

static void
sb_pair_class_init (SbPairClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sb_pair_dispose;
  object_class->get_property = sb_pair_get_property;
  object_class->set_property = sb_pair_set_property;
  widget_class->get_request_mode = sb_pair_get_request_mode;
  widget_class->measure = sb_pair_measure;
  widget_class->size_allocate = sb_pair_size_allocate;

  properties[PROP_FIRST] =
    g_param_spec_object ("first", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SECOND] =
    g_param_spec_object ("second", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TURN_WIDTH] =
    g_param_spec_int ("turn-width", NULL, NULL, 0, G_MAXINT, TURN_WIDTH, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sb_pair_init (SbPair *self)
{
  self->turn_width = TURN_WIDTH;
}

gboolean
sb_pair_is_beside (SbPair *self,
                   int width)
{
  g_return_val_if_fail (SB_IS_PAIR (self), FALSE);

  return width >= self->turn_width;
}
