/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

void
sb_about_show (GtkWindow *parent)
{
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about,
                "transient-for", parent,
                "modal", TRUE,
                "application-name", "SahelBrief",
                "application-icon", SB_APP_ID,
                "version", SB_VERSION,
                "developer-name", _ ("The SahelBrief authors"),
                "copyright", "© 2026 The SahelBrief authors",
                "license-type", GTK_LICENSE_GPL_3_0,
                "comments", _ ("Sourced, dated, bilingual briefings on the Sahel: feeds, documents, map, actors and the printed page."),
                NULL);
  adw_about_window_add_legal_section (ADW_ABOUT_WINDOW (about), _ ("Base map"), NULL, GTK_LICENSE_CUSTOM,
                                      _ ("Natural Earth (public domain); GSHHG and WDBII (LGPL); GeoNames (CC BY 4.0); p-codes of OCHA (CC BY 3.0 IGO). The boundaries and "
                                         "names shown do not imply any opinion on the legal status of a territory."));
  gtk_window_present (GTK_WINDOW (about));
}

void
sb_about_show_keys (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/example/SahelBrief/ui/sb-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, parent);
  gtk_window_present (shortcuts);
}
