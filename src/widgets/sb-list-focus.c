/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-list-focus.h"

#define KEY "sb-list-focus"

/* What had the keyboard when the list was to take it. */
#define KEY_WAITING "sb-list-focus-waiting"

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

static GtkWidget *
get_focus (GtkWidget *list)
{
  GtkRoot *root = gtk_widget_get_root (list);

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static void
shown_cb (GtkWidget *list)
{
  gpointer before = g_object_steal_data (G_OBJECT (list), KEY_WAITING);

  g_signal_handlers_disconnect_by_func (list, shown_cb, NULL);
  if (get_focus (list) == before)
    gtk_widget_grab_focus (list);
}

void
sb_list_take_focus (GtkListView *list)
{
  GtkWidget *widget = GTK_WIDGET (list);

  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  g_signal_handlers_disconnect_by_func (list, shown_cb, NULL);
  if (gtk_widget_get_mapped (widget))
    {
      gtk_widget_grab_focus (widget);
      return;
    }

  /* Only compared, never used: it may be gone by then. */
  g_object_set_data (G_OBJECT (list), KEY_WAITING, get_focus (widget));
  g_signal_connect_after (list, "map", G_CALLBACK (shown_cb), NULL);
}

void
sb_list_go_to (GtkListView *list,
               guint position)
{
  GtkWidget *widget = GTK_WIDGET (list);
  GtkWidget *focus;

  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  gtk_widget_activate_action (widget, "list.scroll-to-item", "u", position);
  focus = get_focus (widget);
  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget))
    return;

  /* Only the widget of a row knows that it is selected. */
  for (GtkWidget *row = gtk_widget_get_first_child (widget); row != NULL; row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
      gtk_widget_grab_focus (row);
}
