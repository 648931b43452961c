/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-documents-page.h"

#include "sb-documents-page-private.h"

G_DEFINE_FINAL_TYPE (SbDocumentsPage, sb_documents_page, SB_TYPE_PAGE)

/* It stays in the list while it is read, though it is not unread any more. */
static void
document_chosen_cb (SbDocumentsPage *self,
                    gint64 id)
{
  g_autoptr (SbRef) ref = sb_ref_new (SB_KIND_DOCUMENT, id, NULL, NULL);

  sb_record_pages_keep (self->documents, id);
  sb_session_select (sb_page_get_session (SB_PAGE (self)), ref);
  sb_reading_pane_open (self->pane, id, 0, 0);
  _sb_documents_page_update_group (self);
}

static void
document_activated_cb (SbDocumentsPage *self)
{
  sb_reading_pane_focus_text (self->pane);
}

static void
document_requested_cb (SbDocumentsPage *self,
                       gint64 document,
                       int start,
                       int end)
{
  if (self->documents != NULL)
    sb_reading_pane_open (self->pane, document, start, end);
}

/* The row of the session's selection is selected, and none when it is not in the list. */
static void
follow_session (SbDocumentsPage *self)
{
  SbRef *ref = sb_session_get_selection (sb_page_get_session (SB_PAGE (self)));

  sb_document_view_show_selected (self->view, ref != NULL && sb_ref_get_kind (ref) == SB_KIND_DOCUMENT ? sb_ref_get_id (ref) : 0);
}

static void
documents_changed_cb (SbDocumentsPage *self)
{
  follow_session (self);
  _sb_documents_page_update_group (self);
}

static gboolean
step (GtkWidget *widget,
      GVariant *parameter,
      gpointer user_data)
{
  sb_document_view_step (SB_DOCUMENTS_PAGE (widget)->view, g_variant_get_int32 (parameter));
  return TRUE;
}

/* The actions of the document that is read, wherever the keyboard is. */
static void
forward_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (SB_DOCUMENTS_PAGE (widget)->pane), action, parameter);
}

/* What is put away leaves the list, and the next one is read. */
static void
archive_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  SbDocumentsPage *self = SB_DOCUMENTS_PAGE (widget);
  gint64 selected = sb_document_view_get_selected (self->view);

  gtk_widget_activate_action_variant (GTK_WIDGET (self->pane), action, parameter);
  if (selected == 0 || selected != sb_reading_pane_get_current (self->pane))
    return;

  sb_record_pages_let_go (self->documents, selected);
  sb_document_view_step (self->view, 1);
}

static gboolean
focus_places (GtkWidget *widget,
              GVariant *parameter,
              gpointer user_data)
{
  SbDocumentsPage *self = SB_DOCUMENTS_PAGE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->places_list);

  gtk_toggle_button_set_active (self->places_button, TRUE);
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
sb_documents_page_focus_content (SbPage *page)
{
  sb_document_view_focus_list (SB_DOCUMENTS_PAGE (page)->view);
}

static void
bind_settings (SbDocumentsPage *self)
{
  GSettings *settings = sb_context_get_settings (sb_page_get_context (SB_PAGE (self)));

  sb_fold_panes (self->fold, self->paned, settings, "documents-list-width");
  sb_fold_panes (self->outer_fold, self->outer_paned, settings, "documents-places-width");
  g_settings_bind (settings, "documents-places-visible", self->places_button, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "documents-filters-visible", self->filters_button, "active", G_SETTINGS_BIND_DEFAULT);
}

static void
sb_documents_page_connect (SbPage *page)
{
  SbDocumentsPage *self = SB_DOCUMENTS_PAGE (page);

  sb_reading_pane_connect (self->pane, page);
  _sb_documents_page_connect_list (self);
  _sb_documents_page_connect_places (self);
  _sb_documents_page_connect_saved (self);
  bind_settings (self);
  g_signal_connect_object (self->documents, "items-changed", G_CALLBACK (documents_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sb_page_get_session (page), "notify::selection", G_CALLBACK (follow_session), self, G_CONNECT_SWAPPED);
  _sb_documents_page_update_list (self);
  _sb_documents_page_update_group (self);
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

  /* Rows that go are no choice. */
  self->is_following = TRUE;
  g_cancellable_cancel (self->next_cancellable);
  g_clear_object (&self->next_cancellable);
  g_clear_object (&self->places_slice);
  g_clear_object (&self->places);
  g_clear_object (&self->documents);

  G_OBJECT_CLASS (sb_documents_page_parent_class)->dispose (object);
}

static void
sb_documents_page_finalize (GObject *object)
{
  g_free (SB_DOCUMENTS_PAGE (object)->place_key);

  G_OBJECT_CLASS (sb_documents_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-documents-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, outer_fold);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, outer_paned);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, fold);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, paned);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, places_list);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, search);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, places_button);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, filters_button);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, filters);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, saved_bar);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, watch);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, count);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, problem);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, group_bar);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, close_group);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, view);
  gtk_widget_class_bind_template_child (widget_class, SbDocumentsPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, document_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, document_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, _sb_documents_page_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, _sb_documents_page_search_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, _sb_documents_page_watch_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, _sb_documents_page_place_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, _sb_documents_page_place_activated_cb);
}

static void
sb_documents_page_class_init (SbDocumentsPageClass *klass)
{
  static const char *const forwarded[] = {
    "document.star", "document.mark-unread", "document.open-original", "document.find", "document.extract",
    "document.brief", "document.brief-elsewhere", "document.show-picture", "document.show-pictures"
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_documents_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sb_documents_page_finalize;
  SB_PAGE_CLASS (klass)->connect = sb_documents_page_connect;
  SB_PAGE_CLASS (klass)->focus_content = sb_documents_page_focus_content;

  g_type_ensure (SB_TYPE_DOCUMENT_FILTER_BAR);
  g_type_ensure (SB_TYPE_DOCUMENT_VIEW);
  g_type_ensure (SB_TYPE_FOLD_BOX);
  g_type_ensure (SB_TYPE_READING_PANE);
  bind_template (widget_class);

  for (gsize i = 0; i < G_N_ELEMENTS (forwarded); i++)
    gtk_widget_class_install_action (widget_class, forwarded[i], NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "document.archive", NULL, archive_action);
  _sb_documents_page_class_install_list (klass);
  _sb_documents_page_class_install_places (klass);
  _sb_documents_page_class_install_saved (klass);
  _sb_documents_page_class_install_group (klass);
  sb_reading_pane_class_bind_keys (widget_class);
  /* Also with the keyboard in the text: it is the page that goes on to the next one. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, 0, "document.archive", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_j, 0, step, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_k, 0, step, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_p, 0, focus_places, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, 0, "app.help-keys", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, GDK_SHIFT_MASK, "app.help-keys", NULL);
}

static void
sb_documents_page_init (SbDocumentsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (self, "notify::session", G_CALLBACK (session_changed_cb), NULL);
}
