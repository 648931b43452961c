/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-map-credit.h"

/* Of more, the end is left out: the whole of it is told otherwise. */
#define MAX_LINES 2

struct _SbMapCredit
{
  GtkWidget parent_instance;

  GtkWidget *label; /* (owned) a GtkLabel, which has the ground */
};

G_DEFINE_FINAL_TYPE (SbMapCredit, sb_map_credit, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
sb_map_credit_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sb_map_credit_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  gtk_widget_measure (SB_MAP_CREDIT (widget)->label, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

/* Broken in a room of that width, how wide the label has to be. */
static int
find_width (SbMapCredit *self,
            int width)
{
  PangoLayout *layout;
  int line;
  int least;

  /* Only with a size has it lines. */
  layout = gtk_label_get_layout (GTK_LABEL (self->label));
  pango_layout_get_pixel_size (layout, &line, NULL);
  gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return CLAMP (line + width - gtk_widget_get_width (self->label), MIN (least, width), width);
}

static void
sb_map_credit_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  SbMapCredit *self = SB_MAP_CREDIT (widget);
  int snug;

  gtk_widget_allocate (self->label, width, height, baseline, NULL);
  snug = find_width (self, width);
  if (snug < width)
    gtk_widget_allocate (self->label, snug, height, baseline,
                         gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) (width - snug), 0)));
}

static void
sb_map_credit_dispose (GObject *object)
{
  SbMapCredit *self = SB_MAP_CREDIT (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (sb_map_credit_parent_class)->dispose (object);
}

static void
sb_map_credit_class_init (SbMapCreditClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_map_credit_dispose;
  widget_class->get_request_mode = sb_map_credit_get_request_mode;
  widget_class->measure = sb_map_credit_measure;
  widget_class->size_allocate = sb_map_credit_size_allocate;
}

static void
sb_map_credit_init (SbMapCredit *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->label), MAX_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->label), 1);
  gtk_label_set_justify (GTK_LABEL (self->label), GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (self->label, "map-attribution");
  gtk_widget_add_css_class (self->label, "caption");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

void
sb_map_credit_set_text (SbMapCredit *self,
                        const char *text,
                        const char *whole)
{
  g_return_if_fail (SB_IS_MAP_CREDIT (self));
  g_return_if_fail (text != NULL && whole != NULL);

  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (self->label, whole);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, whole, -1);
}
