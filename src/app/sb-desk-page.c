/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-desk-page.h"

struct _SbDeskPage
{
  SbPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SbDeskPage, sb_desk_page, SB_TYPE_PAGE)

static void
sb_desk_page_class_init (SbDeskPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/example/SahelBrief/ui/sb-desk-page.ui");
}

static void
sb_desk_page_init (SbDeskPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
