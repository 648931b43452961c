/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-documents-page-private.h"

#include "sb-saved-search-dialog.h"

#include <glib/gi18n.h>

static SbSavedSearches *
get_searches (SbDocumentsPage *self)
{
  return sb_context_get_saved_searches (sb_page_get_context (SB_PAGE (self)));
}

/* The saved search that is listed. */
static const SbSavedSearch *
get_listed (SbDocumentsPage *self)
{
  SbDocumentPlace *place = _sb_documents_page_get_place (self);

  if (place == NULL || sb_document_place_get_kind (place) != SB_DOCUMENT_PLACE_SAVED)
    return NULL;

  return sb_saved_searches_find (get_searches (self), sb_document_place_get_id (place));
}

static void
open_dialog (SbDocumentsPage *self,
             const SbSavedSearch *search)
{
  SbSavedSearchDialog *dialog = sb_saved_search_dialog_new (get_searches (self), search);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What was typed, and what of the filters a search can say. */
static void
save_search_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  SbDocumentsPage *self = SB_DOCUMENTS_PAGE (widget);
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  g_autofree char *words = sb_document_filter_bar_dup_words (self->filters);
  g_autoptr (SbSavedSearch) search = g_new0 (SbSavedSearch, 1);

  if (*typed == '\0' && words == NULL)
    {
      sb_page_show_message (SB_PAGE (self), _ ("Type what to search for first (/)."));
      return;
    }

  search->name = g_strdup (*typed != '\0' ? typed : words);
  search->query = words == NULL ? g_strdup (typed) : *typed != '\0' ? g_strdup_printf ("%s %s", typed, words)
                                                                    : g_strdup (words);
  open_dialog (self, search);
}

static void
edit_search_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  const SbSavedSearch *search = get_listed (SB_DOCUMENTS_PAGE (widget));

  if (search != NULL)
    open_dialog (SB_DOCUMENTS_PAGE (widget), search);
}

static void
remove_search_action (GtkWidget *widget,
                      const char *action,
                      GVariant *parameter)
{
  SbDocumentsPage *self = SB_DOCUMENTS_PAGE (widget);
  const SbSavedSearch *search = get_listed (self);
  g_autofree char *message = NULL;

  if (search == NULL)
    return;

  /* Translators: the name of a saved search. */
  message = g_strdup_printf (_ ("“%s” is no longer saved."), search->name);
  sb_saved_searches_remove (get_searches (self), search->id);
  gtk_widget_activate_action (widget, "win.show-undoable", "s", message);
}

void
_sb_documents_page_watch_toggled_cb (SbDocumentsPage *self)
{
  const SbSavedSearch *search = get_listed (self);
  gboolean is_watched = gtk_toggle_button_get_active (self->watch);
  g_autoptr (SbSavedSearch) changed = NULL;

  if (search == NULL || self->is_following || search->is_watched == is_watched)
    return;

  changed = sb_saved_search_copy (search);
  changed->is_watched = is_watched;
  sb_saved_searches_put (get_searches (self), changed);
  if (is_watched)
    sb_page_show_message (SB_PAGE (self), _ ("What comes in from now on and meets this search will be told."));
}

void
_sb_documents_page_update_saved (SbDocumentsPage *self)
{
  const SbSavedSearch *search = get_listed (self);

  gtk_widget_set_visible (self->saved_bar, search != NULL && self->group == 0);
  if (search == NULL)
    return;

  self->is_following = TRUE;
  gtk_toggle_button_set_active (self->watch, search->is_watched);
  self->is_following = FALSE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    sb_saved_searches_mark_seen (get_searches (self), search->id);
}

/* What the search could not be stored for. */
static void
failed_cb (SbDocumentsPage *self,
           GError *error)
{
  sb_page_show_error (SB_PAGE (self), error);
}

void
_sb_documents_page_class_install_saved (SbDocumentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "document.save-search", NULL, save_search_action);
  gtk_widget_class_install_action (widget_class, "document.edit-search", NULL, edit_search_action);
  gtk_widget_class_install_action (widget_class, "document.remove-search", NULL, remove_search_action);
}

void
_sb_documents_page_connect_saved (SbDocumentsPage *self)
{
  g_signal_connect_object (get_searches (self), "changed", G_CALLBACK (_sb_documents_page_update_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_searches (self), "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
}
