/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-reading-pane.h"

#include "sb-attachment-fetches.h"
#include "sb-briefing-addition.h"
#include "sb-document.h"
#include "sb-error-text.h"
#include "sb-extract-lift.h"
#include "sb-extract.h"
#include "sb-fact-dialog.h"
#include "sb-open-document.h"
#include "sb-reading.h"
#include "sb-record-list.h"

#include <glib/gi18n.h>

struct _SbReadingPane
{
  AdwBin parent_instance;

  SbContext *context; /* (owned) (nullable) before it is connected */
  SbCatalogue *catalogue; /* (owned) (nullable) before it is connected */
  SbSession *session; /* (owned) (nullable) before it is connected */
  gint64 current; /* the document that is read, or will be; 0 for none */

  SbRecordList *extracts; /* (owned) (nullable) of the document that is read */
  GCancellable *cancellable; /* (owned) (nullable) of the document being opened */
  int wanted_start; /* the passage to show once it is open */
  int wanted_end;

  SbAttachmentFetches *fetches; /* (owned) (nullable) before it is connected */
  GArray *fetched; /* (owned) (nullable) (element-type gint64) of the document that is read */

  SbReader *reader;
  SbReading *reading; /* (owned) (nullable) before it is connected */
};

G_DEFINE_FINAL_TYPE (SbReadingPane, sb_reading_pane, ADW_TYPE_BIN)

static void
show_message (SbReadingPane *self,
              const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", message);
}

static void
show_error (SbReadingPane *self,
            const GError *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  text = sb_error_text (error, sb_language_get_interface ());
  show_message (self, text);
}

static void
written_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (SbReadingPane) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sb_catalogue_write_finish (SB_CATALOGUE (object), result, &error))
    show_error (self, error);
}

static void
write_changes (SbReadingPane *self,
               SbChangeSet *changes)
{
  sb_catalogue_write_async (self->catalogue, changes, NULL, written_cb, g_object_ref (self));
}

static void
mark_read (SbReadingPane *self,
           SbRecord *document)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRef) ref = sb_record_dup_ref (document);

  if (sb_record_has (document, SB_DOCUMENT_READ) || sb_catalogue_is_read_only (self->catalogue))
    return;

  sb_change_set_mark_read (changes, ref, TRUE);
  write_changes (self, changes);
}

static void
show_extracts (SbReadingPane *self,
               gint64 document)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EXTRACT);

  query->document = document;
  g_clear_object (&self->extracts);
  self->extracts = sb_record_list_new (self->catalogue, query);
  sb_reader_set_extracts (self->reader, G_LIST_MODEL (self->extracts));
}

/* How far each attachment is of @document, the one that is read. */
static void
show_attachments (SbReadingPane *self,
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
take_fetched (SbReadingPane *self,
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
  g_autoptr (SbReadingPane) self = user_data;
  g_autoptr (SbOpenDocument) opened = sb_open_document_read_finish (SB_CATALOGUE (object), result, NULL);
  SbRecord *shown;

  /* The window was closed meanwhile. */
  if (self->catalogue == NULL)
    return;

  shown = sb_reader_get_document (self->reader);
  if (opened != NULL && opened->document != NULL && shown != NULL && sb_record_get_id (shown) == sb_record_get_id (opened->document))
    take_fetched (self, opened);
}

static void
read_attachments (SbReadingPane *self)
{
  SbRecord *shown = sb_reader_get_document (self->reader);

  if (shown != NULL && sb_record_get_n_items (shown, SB_DOCUMENT_ATTACHMENTS) > 0)
    sb_open_document_read_async (self->catalogue, sb_record_get_id (shown), NULL, attachments_read_cb,
                                 g_object_ref (self));
}

/* What was fetched may have come, or gone, with an undo. */
static void
catalogue_changed_cb (SbReadingPane *self,
                      guint kinds)
{
  if ((kinds & 1u << SB_KIND_DOCUMENT) != 0)
    read_attachments (self);
}

static void
attachment_fetched_cb (SbReadingPane *self,
                       gint64 document,
                       gint64 fetched,
                       GError *error)
{
  if (error != NULL)
    show_error (self, error);
  else
    show_message (self, _ ("The attachment is among the documents now."));

  /* The catalogue tells of nothing when the document was there already. */
  read_attachments (self);
}

static void
document_read_cb (GObject *object,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autoptr (SbReadingPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbOpenDocument) opened = sb_open_document_read_finish (SB_CATALOGUE (object), result, &error);

  if (opened == NULL)
    {
      show_error (self, error);
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

/* The extract of that very passage, if it was lifted before. */
static SbRecord *
find_extract (SbReadingPane *self,
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
fact_kept_cb (SbReadingPane *self,
              SbRef *record)
{
  sb_session_select (self->session, record);
}

static void
fact_done_cb (SbReadingPane *self,
              const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-undoable", "s", message);
}

static void
extract_requested_cb (SbReadingPane *self,
                      int start,
                      int end)
{
  SbRecord *document = sb_reader_get_document (self->reader);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (SbRecord) extract = find_extract (self, start, end);
  SbFactDialog *dialog = sb_fact_dialog_new (self->catalogue, document,
                                             sb_reader_get_blocks (self->reader), extract, start, end);

  g_signal_connect_object (dialog, "kept", G_CALLBACK (fact_kept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "done", G_CALLBACK (fact_done_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), window);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
extract_activated_cb (SbReadingPane *self,
                      guint position)
{
  g_autoptr (SbRecord) extract = g_list_model_get_item (G_LIST_MODEL (self->extracts), position);
  g_autoptr (SbRef) ref = sb_record_dup_ref (extract);

  sb_session_select (self->session, ref);
}

static void
attachment_activated_cb (SbReadingPane *self,
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
      sb_session_select (self->session, ref);
      sb_reading_pane_open (self, fetched, 0, 0);
      return;
    }
  if (sb_catalogue_is_read_only (self->catalogue))
    {
      show_message (self, _ ("This catalogue can only be read: its file may not be written to."));
      return;
    }

  attachment = sb_record_get_item (document, SB_DOCUMENT_ATTACHMENTS, position);
  name = sb_attachment_dup_name (attachment);
  sb_attachment_fetches_start (self->fetches, sb_record_get_id (document), sb_record_get_text (attachment, SB_ATTACHMENT_URL), name);
  show_attachments (self, document);
}

/* Which mark of a document is set or taken off. */
typedef enum
{
  MARK_STARRED,
  MARK_ARCHIVED,
  MARK_UNREAD,
} Mark;

typedef struct
{
  gint64 document;
  Mark mark;
} Marking;

/* Run in the worker, on the document as it is now. Answers 1 when the mark was set, 2
 * when it was taken off; NULL when the document is gone, or on an error. */
static gpointer
mark_in_store (SbStore *store,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  const Marking *marking = data;
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) document = sb_store_get (store, SB_KIND_DOCUMENT, marking->document, &failure);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRef) ref = NULL;
  gboolean is_set = TRUE;

  if (document == NULL)
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  ref = sb_record_dup_ref (document);
  switch (marking->mark)
    {
    case MARK_STARRED:
      is_set = !sb_record_get_boolean (document, SB_DOCUMENT_STARRED);
      sb_change_set_mark_starred (changes, ref, is_set);
      break;

    case MARK_ARCHIVED:
      is_set = !sb_record_get_boolean (document, SB_DOCUMENT_ARCHIVED);
      sb_change_set_mark_archived (changes, ref, is_set);
      break;

    case MARK_UNREAD:
    default:
      sb_change_set_mark_read (changes, ref, FALSE);
      break;
    }

  return sb_store_apply (store, changes, error) >= 0 ? GINT_TO_POINTER (is_set ? 1 : 2) : NULL;
}

static void
marked_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (SbReadingPane) self = user_data;
  g_autoptr (GError) error = NULL;

  sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  if (error != NULL)
    show_error (self, error);
}

static void
archived_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (SbReadingPane) self = user_data;
  g_autoptr (GError) error = NULL;
  int answer = GPOINTER_TO_INT (sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error));

  if (error != NULL)
    show_error (self, error);
  else if (answer == 1)
    show_message (self, _ ("Put away: it is in the archive, and found by searching. A takes it out again."));
  else if (answer == 2)
    show_message (self, _ ("Taken out of the archive."));
}

static void
mark (SbReadingPane *self,
      Mark what)
{
  Marking *marking;

  if (self->current == 0 || self->catalogue == NULL)
    return;

  if (sb_catalogue_is_read_only (self->catalogue))
    {
      show_message (self, _ ("This catalogue can only be read: its file may not be written to."));
      return;
    }

  marking = g_new0 (Marking, 1);
  marking->document = self->current;
  marking->mark = what;
  sb_catalogue_run_writer_async (self->catalogue, mark_in_store, marking, g_free, NULL, NULL,
                                 what == MARK_ARCHIVED ? archived_cb : marked_cb, g_object_ref (self));
}

static void
star_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  mark (SB_READING_PANE (widget), MARK_STARRED);
}

static void
archive_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  mark (SB_READING_PANE (widget), MARK_ARCHIVED);
}

static void
mark_unread_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  mark (SB_READING_PANE (widget), MARK_UNREAD);
}

static void
find_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  sb_reader_start_find (SB_READING_PANE (widget)->reader);
}

static void
extract_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  SbReadingPane *self = SB_READING_PANE (widget);

  if (!sb_reader_request_extract (self->reader))
    show_message (self, _ ("Select the passage to lift first."));
}

/* What is selected, or else all of the document, goes into a briefing. */
static void
add_to_briefing (SbReadingPane *self,
                 SbBriefingAdditionWay way)
{
  SbRecord *document = sb_reader_get_document (self->reader);
  g_autoptr (SbRecord) extract = NULL;
  int start;
  int end;

  if (self->current == 0 || self->catalogue == NULL)
    return;

  if (sb_catalogue_is_read_only (self->catalogue))
    {
      show_message (self, _ ("This catalogue can only be read: its file may not be written to."));
      return;
    }

  /* While another document is being opened, what is selected is of the last one. */
  if (document != NULL && sb_record_get_id (document) == self->current && sb_reader_get_selected_range (self->reader, &start, &end))
    {
      extract = find_extract (self, start, end);
      if (extract == NULL)
        extract = sb_extract_lift (document, sb_reader_get_blocks (self->reader), start, end);
    }

  sb_briefing_addition_start (GTK_WIDGET (self), self->context, self->session, way, extract, self->current);
}

static void
brief_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  add_to_briefing (SB_READING_PANE (widget), SB_BRIEFING_ADDITION_CURRENT);
}

static void
brief_elsewhere_action (GtkWidget *widget,
                        const char *action,
                        GVariant *parameter)
{
  add_to_briefing (SB_READING_PANE (widget), SB_BRIEFING_ADDITION_ASK);
}

static void
show_picture_action (GtkWidget *widget,
                     const char *action,
                     GVariant *parameter)
{
  SbReadingPane *self = SB_READING_PANE (widget);
  gboolean is_for_all = g_str_has_suffix (action, "s");

  if (!sb_reader_request_illustrations (self->reader, is_for_all ? SB_READER_ILLUSTRATIONS_ALL : SB_READER_ILLUSTRATIONS_NEXT))
    show_message (self, _ ("There is no picture to show in this document."));
}

static void
open_original_action (GtkWidget *widget,
                      const char *action,
                      GVariant *parameter)
{
  SbReadingPane *self = SB_READING_PANE (widget);
  SbRecord *document = sb_reader_get_document (self->reader);
  const char *url = document != NULL ? sb_record_get_text (document, SB_DOCUMENT_URL) : NULL;

  if (url == NULL)
    show_message (self, _ ("This document has no address."));
  else
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), url, GDK_CURRENT_TIME);
}

static void
sb_reading_pane_dispose (GObject *object)
{
  SbReadingPane *self = SB_READING_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->extracts);
  g_clear_object (&self->fetches);
  g_clear_object (&self->reading);
  g_clear_object (&self->context);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->session);
  g_clear_pointer (&self->fetched, g_array_unref);

  G_OBJECT_CLASS (sb_reading_pane_parent_class)->dispose (object);
}

static void
sb_reading_pane_class_init (SbReadingPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_reading_pane_dispose;

  g_type_ensure (SB_TYPE_READER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-reading-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SbReadingPane, reader);
  gtk_widget_class_bind_template_callback (widget_class, extract_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, extract_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, attachment_activated_cb);

  gtk_widget_class_install_action (widget_class, "document.star", NULL, star_action);
  gtk_widget_class_install_action (widget_class, "document.archive", NULL, archive_action);
  gtk_widget_class_install_action (widget_class, "document.mark-unread", NULL, mark_unread_action);
  gtk_widget_class_install_action (widget_class, "document.open-original", NULL, open_original_action);
  gtk_widget_class_install_action (widget_class, "document.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "document.extract", NULL, extract_action);
  gtk_widget_class_install_action (widget_class, "document.brief", NULL, brief_action);
  gtk_widget_class_install_action (widget_class, "document.brief-elsewhere", NULL, brief_elsewhere_action);
  gtk_widget_class_install_action (widget_class, "document.show-picture", NULL, show_picture_action);
  gtk_widget_class_install_action (widget_class, "document.show-pictures", NULL, show_picture_action);
  /* In the text, what is looked for is in the text. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "document.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_slash, 0, "document.find", NULL);
  sb_reading_pane_class_bind_keys (widget_class);
}

static void
sb_reading_pane_init (SbReadingPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sb_reading_pane_class_bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, 0, "document.star", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, 0, "document.archive", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_u, 0, "document.mark-unread", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, 0, "document.extract", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, 0, "document.open-original", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, 0, "document.brief", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_SHIFT_MASK, "document.brief-elsewhere", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, 0, "document.show-picture", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_SHIFT_MASK, "document.show-pictures", NULL);
}

void
sb_reading_pane_connect (SbReadingPane *self,
                         SbPage *page)
{
  SbContext *context;

  g_return_if_fail (SB_IS_READING_PANE (self));
  g_return_if_fail (SB_IS_PAGE (page));
  g_return_if_fail (self->catalogue == NULL);

  context = sb_page_get_context (page);
  self->context = g_object_ref (context);
  self->catalogue = g_object_ref (sb_context_get_catalogue (context));
  self->session = g_object_ref (sb_page_get_session (page));
  self->fetches = sb_attachment_fetches_new (context);
  g_signal_connect_object (self->fetches, "ended", G_CALLBACK (attachment_fetched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->catalogue, "changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);
  self->reading = sb_reading_new (page, self->reader);
}

gint64
sb_reading_pane_get_current (SbReadingPane *self)
{
  g_return_val_if_fail (SB_IS_READING_PANE (self), 0);

  return self->current;
}

SbRecord *
sb_reading_pane_get_document (SbReadingPane *self)
{
  g_return_val_if_fail (SB_IS_READING_PANE (self), NULL);

  return sb_reader_get_document (self->reader);
}

void
sb_reading_pane_focus_text (SbReadingPane *self)
{
  g_return_if_fail (SB_IS_READING_PANE (self));

  sb_reader_focus_text (self->reader);
}

void
sb_reading_pane_open (SbReadingPane *self,
                      gint64 id,
                      int start,
                      int end)
{
  SbRecord *shown;

  g_return_if_fail (SB_IS_READING_PANE (self));
  g_return_if_fail (self->catalogue != NULL);

  shown = sb_reader_get_document (self->reader);
  self->current = id;
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
  sb_open_document_read_async (self->catalogue, id, self->cancellable, document_read_cb, g_object_ref (self));
}
