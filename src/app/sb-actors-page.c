/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-actors-page.h"

struct _SbActorsPage
{
  SbPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SbActorsPage, sb_actors_page, SB_TYPE_PAGE)

static void
sb_actors_page_class_init (SbActorsPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/example/SahelBrief/ui/sb-actors-page.ui");
}

static void
sb_actors_page_init (SbActorsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
