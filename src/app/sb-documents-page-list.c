/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-documents-page-private.h"

#include "sb-error-text.h"
#include "sb-text.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

static const char *
get_search (SbDocumentsPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

static gboolean
is_searching (SbDocumentsPage *self)
{
  const char *text = get_search (self);

  while (g_ascii_isspace (*text))
    text++;
  return *text != '\0';
}

/* What was typed is looked for within the place; within a saved search, in what that
 * finds. */
static char *
join_searches (const char *saved,
               const char *typed)
{
  return saved != NULL ? g_strdup_printf ("(%s) (%s)", saved, typed) : g_strdup (typed);
}

static SbQuery *
make_query (SbDocumentsPage *self)
{
  SbQuery *query = sb_query_new (SB_KIND_DOCUMENT);
  SbDocumentPlace *place = _sb_documents_page_get_place (self);

  if (self->group != 0)
    {
      query->group = self->group;
      query->flags = SB_QUERY_GROUPED;
      return query;
    }

  if (place != NULL)
    sb_document_place_restrict (place, query);
  else
    query->flags = SB_QUERY_GROUPED | SB_QUERY_IN_TRAY;

  sb_document_filter_bar_restrict (self->filters, query);
  if (is_searching (self))
    {
      g_autofree char *saved = g_steal_pointer (&query->search);

      query->search = join_searches (saved, get_search (self));
      /* What was put away is found again, unless something else is asked for. */
      if (place == NULL || sb_document_place_get_kind (place) == SB_DOCUMENT_PLACE_ALL)
        query->flags &= ~(guint) SB_QUERY_IN_TRAY;
    }
  return query;
}

/* What stands in the place of an empty list, and what to do about it. */
static void
update_empty (SbDocumentsPage *self)
{
  SbDocumentPlace *place = _sb_documents_page_get_place (self);
  SbDocumentPlaceKind kind = place != NULL ? sb_document_place_get_kind (place) : SB_DOCUMENT_PLACE_ALL;
  SbDocumentViewEmpty empty = {
    "sb-document-symbolic", _ ("No documents"), _ ("Add a feed (Ctrl+D) or drop files on the window."), _ ("_Add a feed"), "win.add-feed"
  };

  if (is_searching (self))
    empty = (SbDocumentViewEmpty) {
      "edit-find-symbolic", _ ("Nothing found"),
      _ ("No document here has these words. Ctrl+K looks everywhere."), _ ("_Clear the search"), "document.clear-search"
    };
  else if (sb_document_filter_bar_is_active (self->filters))
    empty = (SbDocumentViewEmpty) {
      "sb-filter-symbolic", _ ("No document fits"), _ ("The filters leave nothing of this list."), _ ("_Clear the filters"),
      "document.clear-filters"
    };
  else if (kind == SB_DOCUMENT_PLACE_UNREAD)
    empty = (SbDocumentViewEmpty) { "emblem-ok-symbolic", _ ("All is read"), _ ("F5 fetches the feeds."), NULL, NULL };
  else if (kind == SB_DOCUMENT_PLACE_STARRED)
    empty = (SbDocumentViewEmpty) {
      "starred-symbolic", _ ("Nothing is starred"), _ ("S stars the document that is read, to come back to it."), NULL, NULL
    };
  else if (kind == SB_DOCUMENT_PLACE_ARCHIVE)
    empty = (SbDocumentViewEmpty) {
      "folder-documents-symbolic", _ ("The archive is empty"),
      _ ("A puts away the document that is read: it leaves the lists and is still found by searching."), NULL, NULL
    };
  else if (kind == SB_DOCUMENT_PLACE_SAVED)
    empty = (SbDocumentViewEmpty) {
      "edit-find-symbolic", _ ("Nothing meets this search yet"), _ ("What comes in and meets it will be listed here."), NULL, NULL
    };
  else if (kind == SB_DOCUMENT_PLACE_FEED || kind == SB_DOCUMENT_PLACE_FOLDER)
    empty = (SbDocumentViewEmpty) { "sb-feed-symbolic", _ ("Nothing came from here"), _ ("F5 fetches the feeds."), NULL, NULL };

  sb_document_view_set_empty (self->view, &empty);
}

/* What is wrong with the search, or is left out of what it finds. */
static void
update_problem (SbDocumentsPage *self)
{
  const GError *error = sb_record_pages_get_error (self->documents);
  gint64 n_unindexed = sb_record_pages_get_n_unindexed (self->documents);
  g_autofree char *text = NULL;

  if (error != NULL)
    text = sb_error_text (error, sb_language_get_interface ());
  else if (n_unindexed > 0)
    text = g_strdup_printf (ngettext ("%u record is not indexed yet.", "%u records are not indexed yet.", (gulong) n_unindexed),
                            (guint) n_unindexed);

  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->problem), "error");
}

static void
update_count (SbDocumentsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->documents));
  g_autofree char *number = sb_number_format (n, 0, sb_language_get_interface ());
  /* Translators: %s is a number, with its thousands apart. */
  g_autofree char *text = g_strdup_printf (ngettext ("%s document", "%s documents", n), number);

  gtk_label_set_label (self->count, text);
  update_problem (self);
}

void
_sb_documents_page_update_list (SbDocumentsPage *self)
{
  g_autoptr (SbQuery) query = NULL;

  if (self->documents == NULL)
    return;

  query = make_query (self);
  update_empty (self);
  if (sb_document_filter_bar_is_active (self->filters))
    gtk_widget_add_css_class (GTK_WIDGET (self->filters_button), "filtering");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filters_button), "filtering");
  sb_record_pages_set_query (self->documents, query);
}

void
_sb_documents_page_search_changed_cb (SbDocumentsPage *self)
{
  _sb_documents_page_update_list (self);
}

/* From the field into what it found. */
void
_sb_documents_page_search_left_cb (SbDocumentsPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->documents)) > 0)
    sb_document_view_focus_list (self->view);
}

static void
search_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  SbDocumentsPage *self = SB_DOCUMENTS_PAGE (widget);

  if (self->group != 0)
    gtk_widget_activate_action (widget, "document.close-group", NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
clear_search_action (GtkWidget *widget,
                     const char *action,
                     GVariant *parameter)
{
  SbDocumentsPage *self = SB_DOCUMENTS_PAGE (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
clear_filters_action (GtkWidget *widget,
                      const char *action,
                      GVariant *parameter)
{
  sb_document_filter_bar_clear (SB_DOCUMENTS_PAGE (widget)->filters);
  sb_document_view_focus_list (SB_DOCUMENTS_PAGE (widget)->view);
}

/* The next unread document of the list, behind the one that is selected. */
typedef struct
{
  SbQuery *query; /* (owned) */
  gint64 id; /* of the answer; 0 for none */
} NextUnread;

static void
next_unread_free (gpointer data)
{
  NextUnread *next = data;

  sb_query_free (next->query);
  g_free (next);
}

/* Run in the worker. */
static gpointer
find_next_unread (SbStore *store,
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  const NextUnread *asked = data;
  g_autoptr (GPtrArray) found = sb_store_list (store, asked->query, error);
  gint64 *id;

  if (found == NULL)
    return NULL;

  id = g_new0 (gint64, 1);
  if (found->len > 0)
    *id = sb_record_get_id (g_ptr_array_index (found, 0));
  return id;
}

static void
next_found_cb (GObject *object,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (SbDocumentsPage) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->next_cancellable);
  if (id == NULL)
    sb_page_show_error (SB_PAGE (self), error);
  else if (*id == 0 || !sb_document_view_choose (self->view, *id))
    sb_page_show_message (SB_PAGE (self), _ ("No unread document follows."));
}

static void
next_unread_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  SbDocumentsPage *self = SB_DOCUMENTS_PAGE (widget);
  NextUnread *next = g_new0 (NextUnread, 1);

  next->query = make_query (self);
  next->query->flags |= SB_QUERY_UNREAD;
  next->query->after = sb_document_view_get_selected (self->view);
  next->query->limit = 1;
  g_cancellable_cancel (self->next_cancellable);
  g_clear_object (&self->next_cancellable);
  self->next_cancellable = g_cancellable_new ();
  sb_catalogue_read_async (sb_page_get_catalogue (SB_PAGE (self)), find_next_unread, next, next_unread_free, g_free,
                           self->next_cancellable, next_found_cb, sb_weak_ref_new (self));
}

void
_sb_documents_page_class_install_list (SbDocumentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "document.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "document.clear-search", NULL, clear_search_action);
  gtk_widget_class_install_action (widget_class, "document.clear-filters", NULL, clear_filters_action);
  gtk_widget_class_install_action (widget_class, "document.next-unread", NULL, next_unread_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "document.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_slash, 0, "document.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "document.next-unread", NULL);
}

void
_sb_documents_page_connect_list (SbDocumentsPage *self)
{
  self->documents = sb_record_pages_new (sb_page_get_catalogue (SB_PAGE (self)));
  sb_document_filter_bar_connect (self->filters, sb_page_get_context (SB_PAGE (self)));
  g_signal_connect_object (self->filters, "changed", G_CALLBACK (_sb_documents_page_update_list), self, G_CONNECT_SWAPPED);
  sb_document_view_set_model (self->view, self->documents);
  g_signal_connect_object (self->documents, "notify", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
}
