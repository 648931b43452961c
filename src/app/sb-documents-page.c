/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-documents-page.h"

struct _SbDocumentsPage
{
  SbPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SbDocumentsPage, sb_documents_page, SB_TYPE_PAGE)

static void
sb_documents_page_class_init (SbDocumentsPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/example/SahelBrief/ui/sb-documents-page.ui");
}

static void
sb_documents_page_init (SbDocumentsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
