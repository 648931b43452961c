/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-alliances-page.h"

struct _SbAlliancesPage
{
  SbPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SbAlliancesPage, sb_alliances_page, SB_TYPE_PAGE)

static void
sb_alliances_page_class_init (SbAlliancesPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/example/SahelBrief/ui/sb-alliances-page.ui");
}

static void
sb_alliances_page_init (SbAlliancesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
