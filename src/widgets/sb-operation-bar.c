/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-operation-bar.h"

#include "sb-operation-row.h"

struct _SbOperationBar
{
  GtkWidget parent_instance;

  GListModel *operations; /* (owned) (nullable) (element-type SbOperation) */

  GtkRevealer *revealer;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SbOperationBar, sb_operation_bar, GTK_TYPE_WIDGET)

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), sb_operation_row_new (item));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE); /* its button is */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sb_operation_get_title (item), -1);
  return row;
}

static void
update_visibility (SbOperationBar *self)
{
  gboolean is_busy = self->operations != NULL && g_list_model_get_n_items (self->operations) > 0;

  gtk_revealer_set_reveal_child (self->revealer, is_busy);
}

static void
sb_operation_bar_dispose (GObject *object)
{
  SbOperationBar *self = SB_OPERATION_BAR (object);
  GtkWidget *child;

  if (self->operations != NULL)
    sb_operation_bar_set_operations (self, NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sb_operation_bar_parent_class)->dispose (object);
}

static void
sb_operation_bar_class_init (SbOperationBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_operation_bar_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-operation-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SbOperationBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, SbOperationBar, list);
}

static void
sb_operation_bar_init (SbOperationBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sb_operation_bar_new (void)
{
  return g_object_new (SB_TYPE_OPERATION_BAR, NULL);
}

void
sb_operation_bar_set_operations (SbOperationBar *self,
                                 GListModel *operations)
{
  g_return_if_fail (SB_IS_OPERATION_BAR (self));
  g_return_if_fail (operations == NULL || G_IS_LIST_MODEL (operations));

  if (self->operations != NULL)
    g_signal_handlers_disconnect_by_func (self->operations, update_visibility, self);

  g_set_object (&self->operations, operations);
  gtk_list_box_bind_model (self->list, operations, operations != NULL ? create_row : NULL, NULL, NULL);
  if (operations != NULL)
    g_signal_connect_object (operations, "items-changed", G_CALLBACK (update_visibility), self, G_CONNECT_SWAPPED);

  update_visibility (self);
}
