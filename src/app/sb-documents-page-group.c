/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-documents-page-private.h"

#include "sb-document.h"
#include "sb-republication.h"

#include <glib/gi18n.h>

/* The document that is selected, once it was read; or the one that is read. */
static SbRecord *
get_selected (SbDocumentsPage *self)
{
  SbRecord *document = sb_document_view_get_record (self->view);

  return document != NULL ? document : sb_reading_pane_get_document (self->pane);
}

/* What can be said of the document that is selected among its group. */
void
_sb_documents_page_update_group (SbDocumentsPage *self)
{
  SbRecord *document = get_selected (self);
  gboolean can_say = self->group != 0 && document != NULL && sb_record_has (document, SB_DOCUMENT_FIRST) &&
                     !sb_catalogue_is_read_only (sb_page_get_catalogue (SB_PAGE (self)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.confirm-republication", can_say);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.deny-republication", can_say);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.close-group", self->group != 0);
}

static void
show_group (SbDocumentsPage *self,
            gint64 group)
{
  self->group = group;
  gtk_widget_set_visible (self->group_bar, group != 0);
  gtk_widget_set_visible (self->search_bar, group == 0);
  _sb_documents_page_update_list (self);
  _sb_documents_page_update_group (self);
  if (group != 0)
    gtk_widget_grab_focus (self->close_group);
  else
    sb_document_view_focus_list (self->view);
}

static void
show_group_action (GtkWidget *widget,
                   const char *action,
                   GVariant *parameter)
{
  show_group (SB_DOCUMENTS_PAGE (widget), g_variant_get_int64 (parameter));
}

static void
close_group_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  show_group (SB_DOCUMENTS_PAGE (widget), 0);
}

/* The group of the document that is selected, or that is read. */
static void
open_group_action (GtkWidget *widget,
                   const char *action,
                   GVariant *parameter)
{
  SbDocumentsPage *self = SB_DOCUMENTS_PAGE (widget);
  SbRecord *document = get_selected (self);
  SbRef *first = document != NULL ? sb_record_get_ref (document, SB_DOCUMENT_FIRST) : NULL;

  if (first != NULL)
    show_group (self, sb_ref_get_id (first));
  else if (document != NULL && sb_record_has (document, SB_DOCUMENT_REPUBLICATIONS))
    show_group (self, sb_record_get_id (document));
  else
    sb_page_show_message (SB_PAGE (self), _ ("No other document has this text."));
}

/* What is said of a document. */
typedef struct
{
  gint64 document;
  SbRepublicationWord word;
} Saying;

/* Run in the worker. NULL when it failed. */
static gpointer
say_in_store (SbStore *store,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  const Saying *saying = data;

  return GINT_TO_POINTER (sb_republication_say (store, saying->document, 0, saying->word, error));
}

static void
said_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (SbDocumentsPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error) == NULL)
    sb_page_show_error (SB_PAGE (self), error);
}

static void
say (SbDocumentsPage *self,
     SbRepublicationWord word)
{
  gint64 selected = sb_document_view_get_selected (self->view);
  Saying *saying;

  if (selected == 0)
    return;

  saying = g_new0 (Saying, 1);
  saying->document = selected;
  saying->word = word;
  sb_catalogue_run_writer_async (sb_page_get_catalogue (SB_PAGE (self)), say_in_store, saying, g_free, NULL, NULL, said_cb,
                                 g_object_ref (self));
}

static void
confirm_republication_action (GtkWidget *widget,
                              const char *action,
                              GVariant *parameter)
{
  say (SB_DOCUMENTS_PAGE (widget), SB_REPUBLICATION_YES);
}

static void
deny_republication_action (GtkWidget *widget,
                           const char *action,
                           GVariant *parameter)
{
  say (SB_DOCUMENTS_PAGE (widget), SB_REPUBLICATION_NO);
}

void
_sb_documents_page_class_install_group (SbDocumentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "document.show-group", "x", show_group_action);
  gtk_widget_class_install_action (widget_class, "document.open-group", NULL, open_group_action);
  gtk_widget_class_install_action (widget_class, "document.close-group", NULL, close_group_action);
  gtk_widget_class_install_action (widget_class, "document.confirm-republication", NULL, confirm_republication_action);
  gtk_widget_class_install_action (widget_class, "document.deny-republication", NULL, deny_republication_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, 0, "document.open-group", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "document.close-group", NULL);
}
