/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-reading-pane-private.h"

#include "sb-briefing-addition.h"
#include "sb-document.h"
#include "sb-error-text.h"
#include "sb-extract-lift.h"
#include "sb-extract.h"
#include "sb-fact-dialog.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (SbReadingPane, sb_reading_pane, ADW_TYPE_BIN)

void
_sb_reading_pane_show_message (SbReadingPane *self,
                               const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", message);
}

void
_sb_reading_pane_show_error (SbReadingPane *self,
                             const GError *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  text = sb_error_text (error, sb_language_get_interface ());
  _sb_reading_pane_show_message (self, text);
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
      _sb_reading_pane_show_error (self, error);
      return;
    }

  sb_reader_set_document (self->reader, opened->document, opened->blocks);
  if (opened->document == NULL)
    return;

  _sb_reading_pane_take_fetched (self, opened);

  show_extracts (self, sb_record_get_id (opened->document));
  if (self->wanted_end > self->wanted_start)
    sb_reader_show_range (self->reader, self->wanted_start, self->wanted_end);

  self->wanted_start = 0;
  self->wanted_end = 0;
  _sb_reading_pane_mark_read (self, opened->document);
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
    _sb_reading_pane_show_message (self, _ ("Select the passage to lift first."));
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
      _sb_reading_pane_show_message (self, _ ("This catalogue can only be read: its file may not be written to."));
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
    _sb_reading_pane_show_message (self, _ ("There is no picture to show in this document."));
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
    _sb_reading_pane_show_message (self, _ ("This document has no address."));
  else
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), url, GDK_CURRENT_TIME);
}

/* Whether it is the text that is shown. */
static gboolean
is_shown_text (SbReadingPane *self,
               GPtrArray *blocks)
{
  GPtrArray *shown = sb_reader_get_blocks (self->reader);

  if (shown == NULL || blocks == NULL || shown->len != blocks->len)
    return FALSE;

  for (guint i = 0; i < blocks->len; i++)
    if (!g_str_equal (sb_block_get_text (g_ptr_array_index (blocks, i)), sb_block_get_text (g_ptr_array_index (shown, i))))
      return FALSE;

  return TRUE;
}

/* Another window, or a sync, has changed it: what is read is kept in view as far as its
 * text is the same. */
static void
follow (SbReadingPane *self,
        gint64 id,
        SbOpenDocument *opened)
{
  if (opened->document == NULL)
    {
      if (self->current == id)
        self->current = 0;
      sb_reader_set_extracts (self->reader, NULL);
      g_clear_object (&self->extracts);
      sb_reader_set_document (self->reader, NULL, NULL);
      return;
    }

  if (is_shown_text (self, opened->blocks))
    sb_reader_update_document (self->reader, opened->document);
  else
    {
      sb_reader_set_document (self->reader, opened->document, opened->blocks);
      show_extracts (self, id);
    }

  _sb_reading_pane_take_fetched (self, opened);
}

static void
followed_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (SbReadingPane) self = user_data;
  g_autoptr (SbOpenDocument) opened = sb_open_document_read_finish (SB_CATALOGUE (object), result, NULL);
  gint64 followed = self->followed;
  SbRecord *shown;

  self->followed = 0;
  /* The window was closed meanwhile. */
  if (self->catalogue == NULL)
    return;

  shown = sb_reader_get_document (self->reader);
  if (opened != NULL && shown != NULL && sb_record_get_id (shown) == followed)
    follow (self, followed, opened);
  if (self->follows_again)
    _sb_reading_pane_follow (self);
}

void
_sb_reading_pane_follow (SbReadingPane *self)
{
  SbRecord *shown = sb_reader_get_document (self->reader);

  self->follows_again = self->followed != 0;
  if (shown == NULL || self->followed != 0)
    return;

  self->followed = sb_record_get_id (shown);
  sb_open_document_read_async (self->catalogue, self->followed, NULL, followed_cb, g_object_ref (self));
}

/* What was fetched may have come, or gone, with an undo, as may the document. */
static void
catalogue_changed_cb (SbReadingPane *self,
                      guint kinds)
{
  if ((kinds & 1u << SB_KIND_DOCUMENT) != 0)
    _sb_reading_pane_follow (self);
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
  gtk_widget_class_bind_template_callback_full (widget_class, "attachment_activated_cb", G_CALLBACK (_sb_reading_pane_attachment_activated_cb));

  _sb_reading_pane_class_init_marks (widget_class);
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
  _sb_reading_pane_connect_attachments (self);
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
