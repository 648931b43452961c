/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-stack-hidden.h"

#include <adwaita.h>

static void
tell_children (GtkWidget *stack)
{
  g_autoptr (GtkWidget) shown = NULL;

  g_object_get (stack, "visible-child", &shown, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (stack); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, child != shown, -1);
}

void
sb_stack_hide_behind_all (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (GTK_IS_STACK (root) || ADW_IS_VIEW_STACK (root))
    {
      g_signal_handlers_disconnect_by_func (root, tell_children, NULL);
      g_signal_connect (root, "notify::visible-child", G_CALLBACK (tell_children), NULL);
      tell_children (root);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    sb_stack_hide_behind_all (child);
}
