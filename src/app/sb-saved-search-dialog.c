/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-saved-search-dialog.h"

#include <glib/gi18n.h>

struct _SbSavedSearchDialog
{
  AdwMessageDialog parent_instance;

  SbSavedSearches *searches; /* (owned) */
  SbSavedSearch *search; /* (owned) as it was */

  GtkEditable *name;
  GtkEditable *query;
  GtkSwitch *watch;
};

G_DEFINE_FINAL_TYPE (SbSavedSearchDialog, sb_saved_search_dialog, ADW_TYPE_MESSAGE_DIALOG)

static char *
dup_stripped (GtkEditable *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

static void
changed_cb (SbSavedSearchDialog *self)
{
  g_autofree char *name = dup_stripped (self->name);
  g_autofree char *query = dup_stripped (self->query);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "save", *name != '\0' && *query != '\0');
}

static void
sb_saved_search_dialog_response (AdwMessageDialog *dialog,
                                 const char *response)
{
  SbSavedSearchDialog *self = SB_SAVED_SEARCH_DIALOG (dialog);
  g_autoptr (SbSavedSearch) search = NULL;

  if (g_strcmp0 (response, "save") != 0)
    return;

  search = sb_saved_search_copy (self->search);
  g_free (search->name);
  g_free (search->query);
  search->name = dup_stripped (self->name);
  search->query = dup_stripped (self->query);
  search->is_watched = gtk_switch_get_active (self->watch);
  sb_saved_searches_put (self->searches, search);
}

static void
sb_saved_search_dialog_dispose (GObject *object)
{
  g_clear_object (&SB_SAVED_SEARCH_DIALOG (object)->searches);

  G_OBJECT_CLASS (sb_saved_search_dialog_parent_class)->dispose (object);
}

static void
sb_saved_search_dialog_finalize (GObject *object)
{
  g_clear_pointer (&SB_SAVED_SEARCH_DIALOG (object)->search, sb_saved_search_free);

  G_OBJECT_CLASS (sb_saved_search_dialog_parent_class)->finalize (object);
}

static void
sb_saved_search_dialog_class_init (SbSavedSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_saved_search_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sb_saved_search_dialog_finalize;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = sb_saved_search_dialog_response;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-saved-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SbSavedSearchDialog, name);
  gtk_widget_class_bind_template_child (widget_class, SbSavedSearchDialog, query);
  gtk_widget_class_bind_template_child (widget_class, SbSavedSearchDialog, watch);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
sb_saved_search_dialog_init (SbSavedSearchDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (self), "cancel", _ ("_Cancel"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (self), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (self), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (self), "cancel");
}

SbSavedSearchDialog *
sb_saved_search_dialog_new (SbSavedSearches *searches,
                            const SbSavedSearch *search)
{
  SbSavedSearchDialog *self = g_object_new (SB_TYPE_SAVED_SEARCH_DIALOG, NULL);

  self->searches = g_object_ref (searches);
  self->search = sb_saved_search_copy (search);
  gtk_editable_set_text (self->name, search->name);
  gtk_editable_set_text (self->query, search->query);
  gtk_switch_set_active (self->watch, search->is_watched);
  changed_cb (self);
  return self;
}
