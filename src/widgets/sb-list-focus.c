/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-list-focus.h"

#define KEY "sb-list-focus"

/* Behind the list, which has made its rows anew by now. */
static void
items_changed_cb (GtkWidget *list)
{
  GtkEventControllerFocus *controller = g_object_get_data (G_OBJECT (list), KEY);
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_get_root (focus) != root && gtk_event_controller_focus_contains_focus (controller))
    gtk_widget_grab_focus (list);
}

static void
model_changed_cb (GtkListView *list)
{
  GtkSelectionModel *model = gtk_list_view_get_model (list);

  if (model != NULL)
    {
      g_signal_handlers_disconnect_by_func (model, items_changed_cb, list);
      g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), list, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
    }
}

void
sb_list_keep_focus (GtkListView *list)
{
  GtkEventController *controller;

  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  controller = gtk_event_controller_focus_new ();
  g_object_set_data (G_OBJECT (list), KEY, controller);
  gtk_widget_add_controller (GTK_WIDGET (list), controller);
  g_signal_connect (list, "notify::model", G_CALLBACK (model_changed_cb), NULL);
  model_changed_cb (list);
}
