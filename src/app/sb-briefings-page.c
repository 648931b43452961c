/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-briefings-page.h"

struct _SbBriefingsPage
{
  SbPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SbBriefingsPage, sb_briefings_page, SB_TYPE_PAGE)

static void
sb_briefings_page_class_init (SbBriefingsPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/example/SahelBrief/ui/sb-briefings-page.ui");
}

static void
sb_briefings_page_init (SbBriefingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
