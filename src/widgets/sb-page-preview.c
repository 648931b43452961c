/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-page-preview.h"

#include "sb-sheet-view.h"

/* Logical pixels. */
#define SPACING 18
#define MARGIN  24

struct _SbPagePreview
{
  GtkWidget parent_instance;

  SbWorker *worker; /* (owned) */
  GtkWidget *scroll;
  GtkWidget *pages; /* a GtkBox of SbSheetView */
};

G_DEFINE_FINAL_TYPE (SbPagePreview, sb_page_preview, GTK_TYPE_WIDGET)

static guint
count_pages (SbPagePreview *self)
{
  guint n_pages = 0;

  for (GtkWidget *page = gtk_widget_get_first_child (self->pages); page != NULL; page = gtk_widget_get_next_sibling (page))
    n_pages++;

  return n_pages;
}

static void
sb_page_preview_dispose (GObject *object)
{
  SbPagePreview *self = SB_PAGE_PREVIEW (object);

  g_clear_pointer (&self->scroll, gtk_widget_unparent);
  g_clear_object (&self->worker);

  G_OBJECT_CLASS (sb_page_preview_parent_class)->dispose (object);
}

static void
sb_page_preview_class_init (SbPagePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_page_preview_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pagepreview");
}

static void
sb_page_preview_init (SbPagePreview *self)
{
  self->worker = sb_worker_new ("preview");
  self->pages = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  self->scroll = gtk_scrolled_window_new ();

  gtk_widget_set_margin_top (self->pages, MARGIN);
  gtk_widget_set_margin_bottom (self->pages, MARGIN);
  gtk_widget_set_margin_start (self->pages, MARGIN);
  gtk_widget_set_margin_end (self->pages, MARGIN);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), self->pages);
  gtk_widget_set_parent (self->scroll, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
sb_page_preview_new (void)
{
  return g_object_new (SB_TYPE_PAGE_PREVIEW, NULL);
}

void
sb_page_preview_set_sheets (SbPagePreview *self,
                            SbSheets *sheets)
{
  guint wanted = sheets != NULL ? sb_sheets_get_n_sheets (sheets) : 0;
  GtkWidget *page;
  guint sheet = 0;

  g_return_if_fail (SB_IS_PAGE_PREVIEW (self));

  while (count_pages (self) > wanted)
    gtk_box_remove (GTK_BOX (self->pages), gtk_widget_get_last_child (self->pages));

  while (count_pages (self) < wanted)
    gtk_box_append (GTK_BOX (self->pages), sb_sheet_view_new (self->worker));

  for (page = gtk_widget_get_first_child (self->pages); page != NULL; page = gtk_widget_get_next_sibling (page))
    sb_sheet_view_set_sheet (SB_SHEET_VIEW (page), sheets, sheet++);
}
