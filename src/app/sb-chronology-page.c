/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-chronology-page.h"

struct _SbChronologyPage
{
  SbPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SbChronologyPage, sb_chronology_page, SB_TYPE_PAGE)

static void
sb_chronology_page_class_init (SbChronologyPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/example/SahelBrief/ui/sb-chronology-page.ui");
}

static void
sb_chronology_page_init (SbChronologyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
