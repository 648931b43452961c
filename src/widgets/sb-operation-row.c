/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-operation-row.h"

#include <glib/gi18n.h>

/* How often the bar moves while it is not known how far the work is. */
#define PULSE_MS 120

struct _SbOperationRow
{
  GtkWidget parent_instance;

  SbOperation *operation; /* (owned) (nullable) */
  guint pulse_source;

  GtkLabel *title;
  GtkLabel *detail;
  GtkProgressBar *bar;
  GtkWidget *stop;
};

G_DEFINE_FINAL_TYPE (SbOperationRow, sb_operation_row, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_OPERATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (SB_OPERATION_ROW (user_data)->bar);

  return G_SOURCE_CONTINUE;
}

static void
update_pulse (SbOperationRow *self)
{
  gboolean is_wanted = gtk_widget_get_mapped (GTK_WIDGET (self)) && self->operation != NULL &&
                       sb_operation_is_running (self->operation) && sb_operation_get_fraction (self->operation) < 0;

  if (is_wanted && self->pulse_source == 0)
    self->pulse_source = g_timeout_add (PULSE_MS, pulse_cb, self);
  else if (!is_wanted)
    g_clear_handle_id (&self->pulse_source, g_source_remove);
}

static void
update (SbOperationRow *self)
{
  const char *detail = sb_operation_get_detail (self->operation);
  double fraction = sb_operation_get_fraction (self->operation);

  gtk_label_set_label (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *detail != '\0');
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->bar, fraction);

  update_pulse (self);
}

static void
stop_clicked_cb (SbOperationRow *self)
{
  sb_operation_cancel (self->operation);
  gtk_widget_set_sensitive (self->stop, FALSE);
  gtk_label_set_label (self->detail, _ ("Stopping…"));
  gtk_widget_set_visible (GTK_WIDGET (self->detail), TRUE);
}

static void
set_operation (SbOperationRow *self,
               SbOperation *operation)
{
  g_autofree char *stop_label = NULL;

  g_assert (SB_IS_OPERATION (operation));

  self->operation = g_object_ref (operation);
  gtk_label_set_label (self->title, sb_operation_get_title (operation));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), sb_operation_get_title (operation));

  /* Translators: %s is a piece of work, such as “Fetching the feeds”. */
  stop_label = g_strdup_printf (_ ("Stop: %s"), sb_operation_get_title (operation));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stop), GTK_ACCESSIBLE_PROPERTY_LABEL, stop_label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sb_operation_get_title (operation), -1);

  g_signal_connect_object (operation, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
sb_operation_row_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sb_operation_row_parent_class)->map (widget);

  update_pulse (SB_OPERATION_ROW (widget));
}

static void
sb_operation_row_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sb_operation_row_parent_class)->unmap (widget);

  update_pulse (SB_OPERATION_ROW (widget));
}

static void
sb_operation_row_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_OPERATION:
      g_value_set_object (value, SB_OPERATION_ROW (object)->operation);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_operation_row_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_OPERATION:
      set_operation (SB_OPERATION_ROW (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sb_operation_row_dispose (GObject *object)
{
  SbOperationRow *self = SB_OPERATION_ROW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->pulse_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->operation);

  G_OBJECT_CLASS (sb_operation_row_parent_class)->dispose (object);
}

static void
sb_operation_row_class_init (SbOperationRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sb_operation_row_get_property;
  object_class->set_property = sb_operation_row_set_property;
  object_class->dispose = sb_operation_row_dispose;
  widget_class->map = sb_operation_row_map;
  widget_class->unmap = sb_operation_row_unmap;

  properties[PROP_OPERATION] =
    g_param_spec_object ("operation", NULL, NULL, SB_TYPE_OPERATION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-operation-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SbOperationRow, title);
  gtk_widget_class_bind_template_child (widget_class, SbOperationRow, detail);
  gtk_widget_class_bind_template_child (widget_class, SbOperationRow, bar);
  gtk_widget_class_bind_template_child (widget_class, SbOperationRow, stop);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked_cb);
}

static void
sb_operation_row_init (SbOperationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sb_operation_row_new (SbOperation *operation)
{
  return g_object_new (SB_TYPE_OPERATION_ROW, "operation", operation, NULL);
}
