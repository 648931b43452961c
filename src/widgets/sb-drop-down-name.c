/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-drop-down-name.h"

/* The button that has the keyboard, and the entry that the list is searched with. */
static void
name_parts (GtkWidget *part,
            GtkWidget *name)
{
  if (GTK_IS_TOGGLE_BUTTON (part) || GTK_IS_SEARCH_ENTRY (part))
    {
      gtk_accessible_update_relation (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name, NULL, -1);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (part); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_parts (child, name);
}

void
sb_drop_down_name_all (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (GTK_IS_DROP_DOWN (root))
    {
      g_autoptr (GList) labels = gtk_widget_list_mnemonic_labels (root);

      /* What names the list itself by its being beside it names its parts: GTK does not
       * look for the name of a name. */
      name_parts (root, labels != NULL ? labels->data : root);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    sb_drop_down_name_all (child);
}
