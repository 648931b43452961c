/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-documents-page.h"

#include "sb-attachment-fetches.h"
#include "sb-document.h"
#include "sb-drop-down-name.h"
#include "sb-extract.h"
#include "sb-fact-dialog.h"
#include "sb-open-document.h"
#include "sb-reader.h"
#include "sb-reading.h"
#include "sb-record-list.h"
#include "sb-record-view.h"
#include "sb-republication.h"

#include <glib/gi18n.h>

typedef enum
{
  SHOW_ALL,
  SHOW_UNREAD,
  SHOW_STARRED,
} Show;

struct _SbDocumentsPage
{
  SbPage parent_instance;

  SbRecordList *documents; /* (owned) (nullable) */
  SbRecordList *extracts; /* (owned) (nullable) of the document that is read */
  GCancellable *cancellable; /* (owned) (nullable) of the document being opened */
  int wanted_start; /* the passage to show once it is open */
  int wanted_end;

  SbReading *reading; /* (owned) (nullable) until the page is connected */
  SbAttachmentFetches *fetches; /* (owned) (nullable) until the page is connected */
  GArray *fetched; /* (owned) (nullable) (element-type gint64) of the document that is read */

  gint64 group; /* the first document of the group that is listed; 0 for none */

  GtkPaned *paned;
  GtkDropDown *show;
  GtkWidget *group_bar;
  GtkWidget *close_group;
  SbRecordView *records;
  SbReader *reader;
};

G_DEFINE_FINAL_TYPE (SbDocumentsPage, sb_documents_page, SB_TYPE_PAGE)

static SbRef *
dup_shown (SbDocumentsPage *self)
{
  SbRecord *document = sb_reader_get_document (self->reader);

  return document != NULL ? sb_record_dup_ref (document) : NULL;
}

static void
written_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (SbPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sb_catalogue_write_finish (SB_CATALOGUE (object), result, &error))
    sb_page_show_error (self, error);
}

static void
write_changes (SbDocumentsPage *self,
               SbChangeSet *changes)
{
  sb_catalogue_write_async (sb_page_get_catalogue (SB_PAGE (self)), changes, NULL, written_cb, g_object_ref (self));
}

static void
mark_read (SbDocumentsPage *self,
           SbRecord *document)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRef) ref = sb_record_dup_ref (document);

  if (sb_record_has (document, SB_DOCUMENT_READ) || sb_catalogue_is_read_only (sb_page_get_catalogue (SB_PAGE (self))))
    return;

  sb_change_set_mark_read (changes, ref, TRUE);
  write_changes (self, changes);
}

static void
show_extracts (SbDocumentsPage *self,
               gint64 document)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EXTRACT);

  query->document = document;
  g_clear_object (&self->extracts);
  self->extracts = sb_record_list_new (sb_page_get_catalogue (SB_PAGE (self)), query);
  sb_reader_set_extracts (self->reader, G_LIST_MODEL (self->extracts));
}

/* How far each attachment is of @document, the one that is read. */
static void
show_attachments (SbDocumentsPage *self,
                  SbRecord *document)
{
  guint n = sb_record_get_n_items (document, SB_DOCUMENT_ATTACHMENTS);
  g_autofree SbAttachmentState *states = g_new0 (SbAttachmentState, n);

  for (guint i = 0; i < n; i++)
    {
      SbRecord *attachment = sb_record_get_item (document, SB_DOCUMENT_ATTACHMENTS, i);

      if (self->fetched != NULL && i < self->fetched->len && g_array_index (self->fetched, gint64, i) != 0)
        states[i] = SB_ATTACHMENT_STATE_FETCHED;
      else if (sb_attachment_fetches_is_under_way (self->fetches, sb_record_get_id (document),
                                                   sb_record_get_text (attachment, SB_ATTACHMENT_URL)))
        states[i] = SB_ATTACHMENT_STATE_FETCHING;
    }

  sb_reader_set_attachments (self->reader, document, states, n);
}

static void
take_fetched (SbDocumentsPage *self,
              SbOpenDocument *opened)
{
  g_clear_pointer (&self->fetched, g_array_unref);
  self->fetched = g_steal_pointer (&opened->fetched);
  show_attachments (self, opened->document);
}

static void
attachments_read_cb (GObject *object,
                     GAsyncResult *result,
                     gpointer user_data)
{
  g_autoptr (SbDocumentsPage) self = user_data;
  g_autoptr (SbOpenDocument) opened = sb_open_document_read_finish (SB_CATALOGUE (object), result, NULL);
  SbRecord *shown = sb_reader_get_document (self->reader);

  if (opened != NULL && opened->document != NULL && shown != NULL && sb_record_get_id (shown) == sb_record_get_id (opened->document))
    take_fetched (self, opened);
}

static void
read_attachments (SbDocumentsPage *self)
{
  SbRecord *shown = sb_reader_get_document (self->reader);

  if (shown != NULL && sb_record_get_n_items (shown, SB_DOCUMENT_ATTACHMENTS) > 0)
    sb_open_document_read_async (sb_page_get_catalogue (SB_PAGE (self)), sb_record_get_id (shown), NULL, attachments_read_cb,
                                 g_object_ref (self));
}

/* What was fetched may have come, or gone, with an undo. */
static void
catalogue_changed_cb (SbDocumentsPage *self,
                      guint kinds)
{
  if ((kinds & 1u << SB_KIND_DOCUMENT) != 0)
    read_attachments (self);
}

static void
attachment_fetched_cb (SbDocumentsPage *self,
                       gint64 document,
                       gint64 fetched,
                       GError *error)
{
  if (error != NULL)
    sb_page_show_error (SB_PAGE (self), error);
  else
    sb_page_show_message (SB_PAGE (self), _ ("The attachment is among the documents now."));

  /* The catalogue tells of nothing when the document was there already. */
  read_attachments (self);
}

static void
document_read_cb (GObject *object,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autoptr (SbDocumentsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbOpenDocument) opened = sb_open_document_read_finish (SB_CATALOGUE (object), result, &error);

  if (opened == NULL)
    {
      sb_page_show_error (SB_PAGE (self), error);
      return;
    }

  sb_reader_set_document (self->reader, opened->document, opened->blocks);
  if (opened->document == NULL)
    return;

  take_fetched (self, opened);

  show_extracts (self, sb_record_get_id (opened->document));
  if (self->wanted_end > self->wanted_start)
    sb_reader_show_range (self->reader, self->wanted_start, self->wanted_end);

  self->wanted_start = 0;
  self->wanted_end = 0;
  mark_read (self, opened->document);
}

static void
open_document (SbDocumentsPage *self,
               gint64 id,
               int start,
               int end)
{
  SbRecord *shown = sb_reader_get_document (self->reader);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (shown != NULL && sb_record_get_id (shown) == id)
    {
      if (end > start)
        sb_reader_show_range (self->reader, start, end);
      return;
    }

  self->cancellable = g_cancellable_new ();
  self->wanted_start = start;
  self->wanted_end = end;
  sb_open_document_read_async (sb_page_get_catalogue (SB_PAGE (self)), id, self->cancellable, document_read_cb, g_object_ref (self));
}

static void update_actions (SbDocumentsPage *self);

static void
document_chosen_cb (SbDocumentsPage *self,
                    SbRecord *document)
{
  update_actions (self);
  open_document (self, sb_record_get_id (document), 0, 0);
}

static void
document_activated_cb (SbDocumentsPage *self,
                       SbRecord *document)
{
  sb_reader_focus_text (self->reader);
}

static void
document_requested_cb (SbDocumentsPage *self,
                       gint64 document,
                       int start,
                       int end)
{
  open_document (self, document, start, end);
}

/* The extract of that very passage, if it was lifted before. */
static SbRecord *
find_extract (SbDocumentsPage *self,
              int start,
              int end)
{
  guint n = self->extracts != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->extracts)) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SbRecord) extract = g_list_model_get_item (G_LIST_MODEL (self->extracts), i);

      if (sb_record_get_integer (extract, SB_EXTRACT_START, -1) == start && sb_record_get_integer (extract, SB_EXTRACT_END, -1) == end)
        return g_steal_pointer (&extract);
    }

  return NULL;
}

/* What was kept is shown, and can be taken back. */
static void
fact_kept_cb (SbDocumentsPage *self,
              SbRef *record)
{
  sb_session_select (sb_page_get_session (SB_PAGE (self)), record);
}

static void
fact_done_cb (SbDocumentsPage *self,
              const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-undoable", "s", message);
}

static void
extract_requested_cb (SbDocumentsPage *self,
                      int start,
                      int end)
{
  SbRecord *document = sb_reader_get_document (self->reader);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (SbRecord) extract = find_extract (self, start, end);
  SbFactDialog *dialog = sb_fact_dialog_new (sb_page_get_catalogue (SB_PAGE (self)), document,
                                             sb_reader_get_blocks (self->reader), extract, start, end);

  g_signal_connect_object (dialog, "kept", G_CALLBACK (fact_kept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "done", G_CALLBACK (fact_done_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), window);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
extract_activated_cb (SbDocumentsPage *self,
                      guint position)
{
  g_autoptr (SbRecord) extract = g_list_model_get_item (G_LIST_MODEL (self->extracts), position);
  g_autoptr (SbRef) ref = sb_record_dup_ref (extract);

  sb_session_select (sb_page_get_session (SB_PAGE (self)), ref);
}

static void
attachment_activated_cb (SbDocumentsPage *self,
                         guint position)
{
  SbRecord *document = sb_reader_get_document (self->reader);
  gint64 fetched = self->fetched != NULL && position < self->fetched->len ? g_array_index (self->fetched, gint64, position) : 0;
  SbRecord *attachment;
  g_autofree char *name = NULL;

  if (document == NULL || position >= sb_record_get_n_items (document, SB_DOCUMENT_ATTACHMENTS))
    return;
  if (fetched != 0)
    {
      g_autoptr (SbRef) ref = sb_ref_new (SB_KIND_DOCUMENT, fetched, NULL, NULL);

      /* The list may not show it. */
      sb_session_select (sb_page_get_session (SB_PAGE (self)), ref);
      open_document (self, fetched, 0, 0);
      return;
    }
  if (sb_catalogue_is_read_only (sb_page_get_catalogue (SB_PAGE (self))))
    {
      sb_page_show_message (SB_PAGE (self), _ ("This catalogue can only be read: its file may not be written to."));
      return;
    }

  attachment = sb_record_get_item (document, SB_DOCUMENT_ATTACHMENTS, position);
  name = sb_attachment_dup_name (attachment);
  sb_attachment_fetches_start (self->fetches, sb_record_get_id (document), sb_record_get_text (attachment, SB_ATTACHMENT_URL), name);
  show_attachments (self, document);
}

static void
update_list (SbDocumentsPage *self)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOCUMENT);

  if (self->documents == NULL)
    return;

  query->group = self->group;
  query->flags = SB_QUERY_GROUPED;
  switch ((Show) gtk_drop_down_get_selected (self->show))
    {
    case SHOW_UNREAD:
      query->flags |= SB_QUERY_UNREAD;
      break;

    case SHOW_STARRED:
      query->flags |= SB_QUERY_STARRED;
      break;

    case SHOW_ALL:
    default:
      break;
    }

  sb_record_list_set_query (self->documents, query);
}

static void
show_changed_cb (SbDocumentsPage *self)
{
  update_list (self);
}

/* What can be said of the document that is selected among its group. */
static void
update_actions (SbDocumentsPage *self)
{
  SbRecord *selected = sb_record_view_get_selected (self->records);
  gboolean can_say = self->group != 0 && selected != NULL && sb_record_has (selected, SB_DOCUMENT_FIRST) &&
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
  gtk_widget_set_visible (GTK_WIDGET (self->show), group == 0);
  update_list (self);
  update_actions (self);
  if (group != 0)
    gtk_widget_grab_focus (self->close_group);
  else
    sb_record_view_focus_list (self->records);
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
  SbRecord *selected = sb_record_view_get_selected (self->records);
  SbRecord *document = selected != NULL ? selected : sb_reader_get_document (self->reader);
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
  SbRecord *selected = sb_record_view_get_selected (self->records);
  Saying *saying;

  if (selected == NULL)
    return;

  saying = g_new0 (Saying, 1);
  saying->document = sb_record_get_id (selected);
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

static gboolean
step (GtkWidget *widget,
      GVariant *parameter,
      gpointer user_data)
{
  sb_record_view_step (SB_DOCUMENTS_PAGE (widget)->records, g_variant_get_int32 (parameter));
  return TRUE;
}

static gboolean
is_unread (SbRecord *document)
{
  return sb_record_get_id (document) != 0 && !sb_record_has (document, SB_DOCUMENT_READ);
}

static void
next_unread_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  if (!sb_record_view_step_to (SB_DOCUMENTS_PAGE (widget)->records, is_unread))
    sb_page_show_message (SB_PAGE (widget), _ ("No unread document follows."));
}

static void
star_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  SbDocumentsPage *self = SB_DOCUMENTS_PAGE (widget);
  SbRecord *selected = sb_record_view_get_selected (self->records);
  SbRecord *document = selected != NULL ? selected : sb_reader_get_document (self->reader);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRef) ref = NULL;

  if (document == NULL)
    return;

  ref = sb_record_dup_ref (document);
  sb_change_set_mark_starred (changes, ref, !sb_record_get_boolean (document, SB_DOCUMENT_STARRED));
  write_changes (self, changes);
}

static void
mark_unread_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  SbDocumentsPage *self = SB_DOCUMENTS_PAGE (widget);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRef) ref = dup_shown (self);

  if (ref == NULL)
    return;

  sb_change_set_mark_read (changes, ref, FALSE);
  write_changes (self, changes);
}

static void
find_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  sb_reader_start_find (SB_DOCUMENTS_PAGE (widget)->reader);
}

static void
extract_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  if (!sb_reader_request_extract (SB_DOCUMENTS_PAGE (widget)->reader))
    sb_page_show_message (SB_PAGE (widget), _ ("Select the passage to lift first."));
}

static void
open_original_action (GtkWidget *widget,
                      const char *action,
                      GVariant *parameter)
{
  SbDocumentsPage *self = SB_DOCUMENTS_PAGE (widget);
  SbRecord *document = sb_reader_get_document (self->reader);
  const char *url = document != NULL ? sb_record_get_text (document, SB_DOCUMENT_URL) : NULL;

  if (url == NULL)
    sb_page_show_message (SB_PAGE (self), _ ("This document has no address."));
  else
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), url, GDK_CURRENT_TIME);
}

static void
sb_documents_page_focus_content (SbPage *page)
{
  sb_record_view_focus_list (SB_DOCUMENTS_PAGE (page)->records);
}

static void
sb_documents_page_connect (SbPage *page)
{
  SbDocumentsPage *self = SB_DOCUMENTS_PAGE (page);
  GSettings *settings = sb_context_get_settings (sb_page_get_context (page));
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOCUMENT);

  self->fetches = sb_attachment_fetches_new (sb_page_get_context (page));
  g_signal_connect_object (self->fetches, "ended", G_CALLBACK (attachment_fetched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sb_page_get_catalogue (page), "changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);
  query->flags = SB_QUERY_GROUPED;
  self->documents = sb_record_list_new (sb_page_get_catalogue (page), query);
  sb_record_view_set_model (self->records, G_LIST_MODEL (self->documents));
  g_signal_connect_object (self->documents, "items-changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  sb_record_view_set_session (self->records, sb_page_get_session (page));
  g_settings_bind (settings, "documents-list-width", self->paned, "position", G_SETTINGS_BIND_DEFAULT);
  update_actions (self);
  self->reading = sb_reading_new (page, self->reader);
}

/* A document may be asked for before the page was ever shown. */
static void
session_changed_cb (SbDocumentsPage *self)
{
  SbSession *session = sb_page_get_session (SB_PAGE (self));

  if (session != NULL)
    g_signal_connect_object (session, "document-requested", G_CALLBACK (document_requested_cb), self, G_CONNECT_SWAPPED);
}

static void
sb_documents_page_dispose (GObject *object)
{
  SbDocumentsPage *self = SB_DOCUMENTS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->documents);
  g_clear_object (&self->extracts);
  g_clear_object (&self->fetches);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->fetched, g_array_unref);

  G_OBJECT_CLASS (sb_documents_page_parent_class)->dispose (object);
}

static void
sb_documents_page_class_init (SbDocumentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_documents_page_dispose;
  SB_PAGE_CLASS (klass)->connect = sb_documents_page_connect;
  SB_PAGE_CLASS (klass)->focus_content = sb_documents_page_focus_content;

  g_type_ensure (SB_TYPE_READER);
  g_type_ensure (SB_TYPE_RECORD_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-documents-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, paned);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, show);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, group_bar);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, close_group);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, records);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, reader);
  gtk_widget_class_bind_template_callback (widget_class, document_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, document_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, extract_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, extract_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, attachment_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_changed_cb);

  gtk_widget_class_install_action (widget_class, "document.star", NULL, star_action);
  gtk_widget_class_install_action (widget_class, "document.next-unread", NULL, next_unread_action);
  gtk_widget_class_install_action (widget_class, "document.mark-unread", NULL, mark_unread_action);
  gtk_widget_class_install_action (widget_class, "document.open-original", NULL, open_original_action);
  gtk_widget_class_install_action (widget_class, "document.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "document.extract", NULL, extract_action);
  gtk_widget_class_install_action (widget_class, "document.show-group", "x", show_group_action);
  gtk_widget_class_install_action (widget_class, "document.open-group", NULL, open_group_action);
  gtk_widget_class_install_action (widget_class, "document.close-group", NULL, close_group_action);
  gtk_widget_class_install_action (widget_class, "document.confirm-republication", NULL, confirm_republication_action);
  gtk_widget_class_install_action (widget_class, "document.deny-republication", NULL, deny_republication_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_j, 0, step, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_k, 0, step, "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "document.next-unread", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, 0, "app.help-keys", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, GDK_SHIFT_MASK, "app.help-keys", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, 0, "document.star", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_u, 0, "document.mark-unread", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, 0, "document.extract", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "document.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_slash, 0, "document.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, 0, "document.open-original", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, 0, "document.open-group", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "document.close-group", NULL);
}

static void
sb_documents_page_init (SbDocumentsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sb_drop_down_name_all (GTK_WIDGET (self));

  g_signal_connect (self, "notify::session", G_CALLBACK (session_changed_cb), NULL);
}
