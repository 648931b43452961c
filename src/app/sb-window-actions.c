/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-window-private.h"

#include "sb-map-layer.h"
#include "sb-record-builder.h"
#include "sb-record-dialog.h"
#include "sb-zone.h"

#include <glib/gi18n.h>

static void
show_page_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  _sb_window_show_page (SB_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_message_action (GtkWidget *widget,
                     const char *action,
                     GVariant *parameter)
{
  _sb_window_show_message (SB_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_undoable_action (GtkWidget *widget,
                      const char *action,
                      GVariant *parameter)
{
  _sb_window_show_undoable (SB_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* A sentence, and a button with what can be done about it: its label, and its action. */
static void
show_offer_action (GtkWidget *widget,
                   const char *action,
                   GVariant *parameter)
{
  const char *message;
  const char *label;
  const char *offered;
  g_autofree char *markup = NULL;
  AdwToast *toast;

  g_variant_get (parameter, "(&s&s&s)", &message, &label, &offered);
  markup = g_markup_escape_text (message, -1);
  toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, label);
  adw_toast_set_detailed_action_name (toast, offered);
  adw_toast_overlay_add_toast (SB_WINDOW (widget)->toasts, toast);
}

static void
taken_out_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (SbWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sb_catalogue_write_finish (SB_CATALOGUE (object), result, &error))
    _sb_window_show_error (self, error);
}

/* Takes a document out of the archive, and shows it again. */
static void
take_out_action (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  SbWindow *self = SB_WINDOW (widget);
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr (SbRef) document = sb_ref_new (SB_KIND_DOCUMENT, id, NULL, NULL);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);

  sb_change_set_mark_archived (changes, document, FALSE);
  sb_catalogue_write_async (sb_context_get_catalogue (self->context), changes, NULL, taken_out_cb, g_object_ref (self));
  sb_session_select (self->session, document);
}

/* The documents of a place beside their list. */
static void
show_documents_action (GtkWidget *widget,
                       const char *action,
                       GVariant *parameter)
{
  SbWindow *self = SB_WINDOW (widget);

  _sb_window_show_page (self, "documents");
  gtk_widget_activate_action_variant (GTK_WIDGET (_sb_window_get_shown_page (self)), "document.show-place", parameter);
}

static void
show_sidebar_action (GtkWidget *widget,
                     const char *action,
                     GVariant *parameter)
{
  SbWindow *self = SB_WINDOW (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->sidebar);
}

static void
show_inspector_action (GtkWidget *widget,
                       const char *action,
                       GVariant *parameter)
{
  SbWindow *self = SB_WINDOW (widget);
  GSettings *settings = sb_context_get_settings (self->context);
  gboolean is_wanted = g_settings_get_boolean (settings, "inspector-visible");

  /* It may be wanted, and put away because the window is narrow. */
  if (is_wanted && adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
  else
    g_settings_set_boolean (settings, "inspector-visible", !is_wanted);
}

static void
go_back_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  sb_session_go_back (SB_WINDOW (widget)->session);
}

static void
go_forward_action (GtkWidget *widget,
                   const char *action,
                   GVariant *parameter)
{
  sb_session_go_forward (SB_WINDOW (widget)->session);
}

/* The label of what was undone or redone; NULL when nothing was. */
static char *
finish_undo (SbWindow *self,
             GObject *object,
             GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = sb_catalogue_undo_finish (SB_CATALOGUE (object), result, &error);

  if (error != NULL)
    _sb_window_show_error (self, error);

  return g_steal_pointer (&label);
}

static void
undone_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (SbWindow) self = user_data;
  g_autofree char *label = finish_undo (self, object, result);
  g_autofree char *message = NULL;

  if (label == NULL)
    return;

  /* Translators: %s is what was done, such as “Add event”. */
  message = g_strdup_printf (_ ("Undone: %s"), label);
  _sb_window_show_undone (self, message);
}

static void
redone_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (SbWindow) self = user_data;
  g_autofree char *label = finish_undo (self, object, result);
  g_autofree char *message = NULL;

  if (label == NULL)
    return;

  /* Translators: %s is what was done, such as “Add event”. */
  message = g_strdup_printf (_ ("Done again: %s"), label);
  _sb_window_show_undone (self, message);
}

static void
undo_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  SbWindow *self = SB_WINDOW (widget);

  sb_catalogue_undo_async (sb_context_get_catalogue (self->context), undone_cb, g_object_ref (self));
}

static void
redo_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  SbWindow *self = SB_WINDOW (widget);

  sb_catalogue_redo_async (sb_context_get_catalogue (self->context), redone_cb, g_object_ref (self));
}

/* Maps come without the layer of zones: it is turned on once the one that was made is
 * there to be seen, and not before, when an empty layer would be told of. */
static void
zones_changed_cb (SbWindow *self,
                  guint position,
                  guint removed,
                  guint added,
                  GListModel *zones)
{
  if (g_list_model_get_n_items (zones) == 0)
    return;

  g_signal_handlers_disconnect_by_func (zones, zones_changed_cb, self);
  sb_map_layers_show (sb_context_get_settings (self->context), "map-layers", "zones");
}

static void
zone_made_cb (SbWindow *self)
{
  g_signal_connect_object (sb_moment_get_travel_zones (self->moment), "items-changed", G_CALLBACK (zones_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
show_record_dialog (SbWindow *self,
                    SbRecordDialog *dialog)
{
  g_signal_connect_object (dialog, "done", G_CALLBACK (_sb_window_show_undoable), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The record that is selected, wherever it was selected. */
static void
edit_record_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  SbWindow *self = SB_WINDOW (widget);
  SbRef *selection = sb_session_get_selection (self->session);

  if (selection == NULL || !sb_record_dialog_can_edit (sb_ref_get_kind (selection)))
    {
      _sb_window_show_message (self, _ ("Select a record to change first."));
      return;
    }

  show_record_dialog (self, sb_record_dialog_new (sb_context_get_catalogue (self->context), selection));
}

/* A zone of travel advice from the day in view on, of the place that is selected, if one
 * is. */
static void
new_zone_action (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  SbWindow *self = SB_WINDOW (widget);
  SbRef *selection = sb_session_get_selection (self->session);
  SbRecordBuilder *builder = sb_record_builder_new (&sb_zone_schema);
  g_autofree char *day = sb_day_to_string (sb_session_get_as_of (self->session));
  g_autoptr (SbDate) since = sb_date_new (day, NULL);
  g_autoptr (SbRecord) draft = NULL;
  SbRecordDialog *dialog;

  if (selection != NULL && sb_ref_get_kind (selection) == SB_KIND_PLACE)
    sb_record_builder_set_ref (builder, SB_ZONE_PLACE, selection);
  sb_record_builder_set_date (builder, SB_ZONE_SINCE, since);
  draft = sb_record_builder_end (builder);
  dialog = sb_record_dialog_new_for_draft (sb_context_get_catalogue (self->context), draft);
  g_signal_connect_object (dialog, "done", G_CALLBACK (zone_made_cb), self, G_CONNECT_SWAPPED);
  show_record_dialog (self, dialog);
}

void
_sb_window_update_actions (SbWindow *self)
{
  SbCatalogue *catalogue = sb_context_get_catalogue (self->context);
  gboolean can_write = !sb_catalogue_is_read_only (catalogue);
  gboolean can_go_back;
  gboolean can_go_forward;

  g_object_get (self->session, "can-go-back", &can_go_back, "can-go-forward", &can_go_forward, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.go-back", can_go_back);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.go-forward", can_go_forward);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sync", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sync-feed", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-feed", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.edit-record", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-zone", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", sb_catalogue_get_undo_label (catalogue) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", sb_catalogue_get_redo_label (catalogue) != NULL);
}

void
_sb_window_class_install_actions (SbWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.show-message", "s", show_message_action);
  gtk_widget_class_install_action (widget_class, "win.show-undoable", "s", show_undoable_action);
  gtk_widget_class_install_action (widget_class, "win.show-offer", "(sss)", show_offer_action);
  gtk_widget_class_install_action (widget_class, "win.take-out", "x", take_out_action);
  gtk_widget_class_install_action (widget_class, "win.show-documents", "s", show_documents_action);
  gtk_widget_class_install_action (widget_class, "win.show-sidebar", NULL, show_sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.show-inspector", NULL, show_inspector_action);
  gtk_widget_class_install_action (widget_class, "win.go-back", NULL, go_back_action);
  gtk_widget_class_install_action (widget_class, "win.go-forward", NULL, go_forward_action);
  gtk_widget_class_install_action (widget_class, "win.edit-record", NULL, edit_record_action);
  gtk_widget_class_install_action (widget_class, "win.new-zone", NULL, new_zone_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
}
