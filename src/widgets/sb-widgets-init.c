/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-widgets-init.h"

#include <gtk/gtk.h>

#include "sb-icon-resources.h"
#include "sb-widgets-resources.h"

void
sb_widgets_init (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  g_resources_register (sb_widgets_get_resource ());
  g_resources_register (sb_icon_get_resource ());
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/org/example/SahelBrief/icons");

  gtk_css_provider_load_from_resource (style, "/org/example/SahelBrief/ui/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
