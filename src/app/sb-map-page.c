/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-map-page.h"

struct _SbMapPage
{
  SbPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SbMapPage, sb_map_page, SB_TYPE_PAGE)

static void
sb_map_page_class_init (SbMapPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/example/SahelBrief/ui/sb-map-page.ui");
}

static void
sb_map_page_init (SbMapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
