/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-feeds-page.h"

struct _SbFeedsPage
{
  SbPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SbFeedsPage, sb_feeds_page, SB_TYPE_PAGE)

static void
sb_feeds_page_class_init (SbFeedsPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/example/SahelBrief/ui/sb-feeds-page.ui");
}

static void
sb_feeds_page_init (SbFeedsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
