/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-widgets-init.h"

#include <adwaita.h>

#include "sb-button-name.h"
#include "sb-icon-resources.h"
#include "sb-widgets-resources.h"

static GtkCssProvider *
add_style (const char *path,
           guint priority)
{
  GtkCssProvider *style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style), priority);
  return style;
}

/* The dark style is the light one with some colours changed: those lie above it
 * while they are wanted. */
static void
dark_changed_cb (AdwStyleManager *manager,
                 GParamSpec *pspec,
                 GtkCssProvider *style)
{
  if (adw_style_manager_get_dark (manager))
    gtk_css_provider_load_from_resource (style, "/org/example/SahelBrief/ui/style-dark.css");
  else
    gtk_css_provider_load_from_data (style, "", 0);
}

void
sb_widgets_init (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GtkCssProvider) light = NULL;
  g_autoptr (GtkCssProvider) dark = NULL;

  g_resources_register (sb_widgets_get_resource ());
  g_resources_register (sb_icon_get_resource ());
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/org/example/SahelBrief/icons");

  sb_button_name_start ();

  light = add_style ("/org/example/SahelBrief/ui/style.css", GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  dark = add_style ("/org/example/SahelBrief/ui/style-dark.css", GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (dark_changed_cb), dark, 0);
  dark_changed_cb (manager, NULL, dark);
}
