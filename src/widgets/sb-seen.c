/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-seen.h"

gboolean
sb_seen_has_keyboard (GtkWidget *widget)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  root = gtk_widget_get_root (widget);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

void
sb_seen_set (GtkWidget *widget,
             gboolean is_seen)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (!is_seen && sb_seen_has_keyboard (widget))
    gtk_root_set_focus (gtk_widget_get_root (widget), NULL);
  gtk_widget_set_visible (widget, is_seen);
}
