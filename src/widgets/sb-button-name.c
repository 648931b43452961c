/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-button-name.h"

#define KEY "sb-button-name"

/* What is left is the label that the button holds, which is related to it. */
static void
forget_name (GtkButton *button)
{
  if (gtk_button_get_use_underline (button) && gtk_button_get_label (button) != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static gboolean
mapped_cb (GSignalInvocationHint *hint,
           guint n_values,
           const GValue *values,
           gpointer user_data)
{
  GObject *widget = g_value_get_object (&values[0]);

  if (GTK_IS_BUTTON (widget) && g_object_get_data (widget, KEY) == NULL)
    {
      g_object_set_data (widget, KEY, widget);
      g_signal_connect (widget, "notify::label", G_CALLBACK (forget_name), NULL);
      forget_name (GTK_BUTTON (widget));
    }

  return TRUE; /* for the next one as well */
}

void
sb_button_name_start (void)
{
  /* Signals come with the class, which stays. */
  g_type_class_ref (GTK_TYPE_WIDGET);
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}
