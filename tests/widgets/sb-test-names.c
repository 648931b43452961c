/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-test-names.h"

#include "sb-test-screen.h"
#include "sb-time-bar.h"

static gboolean
is_editable (GtkWidget *widget)
{
  return GTK_IS_EDITABLE (widget) && !GTK_IS_EDITABLE_LABEL (widget);
}

/* Whether a user works with it, as a whole. */
static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_TEXT_VIEW (widget) ||
         GTK_IS_LIST_BASE (widget) || GTK_IS_SWITCH (widget) || GTK_IS_SCALE (widget) || SB_IS_TIME_BAR (widget) ||
         (GTK_IS_LIST_BOX_ROW (widget) && gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)) != NULL) || is_editable (widget);
}

static gboolean
has_text (GtkWidget *label,
          gpointer data)
{
  return gtk_label_get_text (GTK_LABEL (label))[0] != '\0';
}

static gboolean
is_named (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  if (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) ||
      gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;

  /* What is written on it is its name; what is chosen or written in others is not. */
  return GTK_IS_MENU_BUTTON (widget) &&
         sb_test_find (widget, GTK_TYPE_LABEL, has_text, NULL) != NULL;
}

void
sb_test_collect_unnamed (GtkWidget *root,
                         const char *where,
                         GString *unnamed)
{
  g_autofree char *path = g_strdup_printf ("%s/%s", where, G_OBJECT_TYPE_NAME (root));

  /* Hidden, GTK's own, or shown only when it is open. */
  if (!gtk_widget_get_visible (root) || GTK_IS_WINDOW_CONTROLS (root) || GTK_IS_SHORTCUTS_WINDOW (root))
    return;

  if (is_control (root) && !is_named (root))
    g_string_append_printf (unnamed, "\n%s “%s”", path, gtk_widget_get_tooltip_text (root));

  /* What is inside of these is theirs. */
  if (is_editable (root) || GTK_IS_SCALE (root) || GTK_IS_TEXT_VIEW (root))
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    sb_test_collect_unnamed (child, path, unnamed);
}
