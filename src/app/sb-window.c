/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-window.h"

#include "sb-window-private.h"

#include "sb-error-text.h"
#include "sb-inspector.h"
#include "sb-stack-hidden.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (SbWindow, sb_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
is_inspector_wanted (SbWindow *self)
{
  SbPage *page = _sb_window_get_shown_page (self);
  gboolean has_panel = FALSE;

  if (page != NULL)
    g_object_get (page, "has-panel", &has_panel, NULL);

  return page != NULL && !has_panel && g_settings_get_boolean (sb_context_get_settings (self->context), "inspector-visible");
}

/* The inspector is shown when the user wants it, and the page does not show the
 * selection itself. In a narrow window it would lie over the page: there it comes with
 * what is selected, or when it is asked for, and goes with another page. */
static void
update_inspector (SbWindow *self)
{
  adw_flap_set_reveal_flap (self->flap, is_inspector_wanted (self) && !adw_flap_get_folded (self->flap));
}

static void
selection_changed_cb (SbWindow *self)
{
  adw_flap_set_reveal_flap (self->flap, is_inspector_wanted (self) &&
                                          (!adw_flap_get_folded (self->flap) || sb_session_get_selection (self->session) != NULL));
}

static void
page_changed_cb (SbWindow *self)
{
  /* Pages are put in before it is known which one is to be shown; and none has
   * anything to show before the catalogue is read, which is after the first
   * frame. */
  if (!self->has_pages)
    return;

  _sb_window_make_page (self, adw_view_stack_get_visible_child_name (self->pages));
  sb_session_set_page (self->session, adw_view_stack_get_visible_child_name (self->pages));
  _sb_window_update_page_list (self);
  update_inspector (self);
}

static void
document_requested_cb (SbWindow *self,
                       gint64 document,
                       int start,
                       int end)
{
  gboolean is_new = _sb_window_make_page (self, "documents");

  _sb_window_show_page (self, "documents");
  /* A page that was made for this request has not heard it. */
  if (is_new)
    sb_session_request_document (self->session, document, start, end);
}

/* All that reads the catalogue is made once it is open, and not before the first
 * frame: that is for the eye alone. */
static void
ready_cb (SbWindow *self)
{
  SbCatalogue *catalogue = sb_context_get_catalogue (self->context);
  GtkWidget *inspector;

  if (!self->is_painted || !sb_context_is_ready (self->context) || self->moment != NULL)
    return;

  _sb_window_update_actions (self);
  _sb_window_restore_moment (self);
  self->moment = sb_moment_new (catalogue, sb_context_get_events (self->context), self->session);
  _sb_window_connect_pages (self);
  inspector = sb_inspector_new (catalogue, self->session);
  sb_inspector_follow_mentions (SB_INSPECTOR (inspector), sb_context_get_mentions (self->context));
  adw_bin_set_child (self->inspector_bin, inspector);
  _sb_window_start_time (self);
  _sb_window_start_unread (self);
  _sb_window_start_feed_timer (self);
  _sb_window_import_waiting (self);
  /* The keys of the page work from the start. */
  sb_page_focus_content (_sb_window_get_shown_page (self));
}

/* Called before each frame: from the second on there was a first. */
static gboolean
ticked_cb (GtkWidget *widget,
           GdkFrameClock *clock,
           gpointer user_data)
{
  SbWindow *self = SB_WINDOW (widget);

  if (self->n_ticks++ == 0)
    return G_SOURCE_CONTINUE;

  self->is_painted = TRUE;
  self->has_pages = TRUE;
  page_changed_cb (self);
  ready_cb (self);
  return G_SOURCE_REMOVE;
}

static gboolean
sb_window_close_request (GtkWindow *window)
{
  _sb_window_save_state (SB_WINDOW (window));

  return GTK_WINDOW_CLASS (sb_window_parent_class)->close_request (window);
}

static void
sb_window_dispose (GObject *object)
{
  SbWindow *self = SB_WINDOW (object);

  _sb_window_stop_time (self);
  _sb_window_stop_unread (self);
  _sb_window_stop_sync (self);
  g_clear_pointer (&self->waiting_files, g_strfreev);
  g_clear_object (&self->chooser);
  g_clear_object (&self->last_toast);
  g_clear_object (&self->moment);
  g_clear_object (&self->context);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sb_window_parent_class)->dispose (object);
}

static void
sb_window_class_init (SbWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = sb_window_close_request;

  g_type_ensure (SB_TYPE_OPERATION_BAR);
  g_type_ensure (SB_TYPE_PAGE);
  g_type_ensure (SB_TYPE_PROGRESS_RING);
  g_type_ensure (SB_TYPE_TIME_BAR);
  g_type_ensure (SB_TYPE_TIME_PLAYER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SbWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SbWindow, root);
  gtk_widget_class_bind_template_child (widget_class, SbWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SbWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SbWindow, content);
  gtk_widget_class_bind_template_child (widget_class, SbWindow, page_list);
  gtk_widget_class_bind_template_child (widget_class, SbWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, SbWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, SbWindow, inspector_bin);
  gtk_widget_class_bind_template_child (widget_class, SbWindow, time_bar);
  gtk_widget_class_bind_template_child (widget_class, SbWindow, time_player);
  gtk_widget_class_bind_template_child (widget_class, SbWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, SbWindow, operation_bar);
  gtk_widget_class_bind_template_child (widget_class, SbWindow, sync_button);
  gtk_widget_class_bind_template_child (widget_class, SbWindow, sync_image);
  gtk_widget_class_bind_template_child (widget_class, SbWindow, sync_ring);
  gtk_widget_class_bind_template_callback (widget_class, _sb_window_page_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  _sb_window_class_install_actions (klass);
  _sb_window_class_install_sync (klass);
  _sb_window_class_install_import (klass);
  _sb_window_class_install_export (klass);
  _sb_window_class_install_find (klass);
}

static void
sb_window_init (SbWindow *self)
{
  self->session = sb_session_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  _sb_window_accept_drops (self);
}

SbWindow *
sb_window_new (SbApplication *application,
               SbContext *context)
{
  SbWindow *self = g_object_new (SB_TYPE_WINDOW, "application", application, NULL);

  self->context = g_object_ref (context);
  _sb_window_add_pages (self);
  sb_stack_hide_behind_all (GTK_WIDGET (self));
  sb_operation_bar_set_operations (self->operation_bar, G_LIST_MODEL (sb_context_get_operations (context)));
  g_signal_connect_object (self->session, "document-requested", G_CALLBACK (document_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "page-requested", G_CALLBACK (_sb_window_show_page), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::selection", G_CALLBACK (_sb_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sb_context_get_catalogue (context), "notify", G_CALLBACK (_sb_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::selection", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::folded", G_CALLBACK (update_inspector), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sb_context_get_settings (context), "changed::inspector-visible",
                           G_CALLBACK (update_inspector), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  _sb_window_restore_state (self);
  _sb_window_update_actions (self);
  _sb_window_update_page_list (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), ticked_cb, NULL, NULL);
  return self;
}

SbSession *
sb_window_get_session (SbWindow *self)
{
  g_return_val_if_fail (SB_IS_WINDOW (self), NULL);

  return self->session;
}

void
sb_window_show_failure (SbWindow *self,
                        const char *message)
{
  g_return_if_fail (SB_IS_WINDOW (self));

  adw_status_page_set_description (self->failure, message);
  gtk_stack_set_visible_child_name (self->root, "failure");
}

void
_sb_window_show_page (SbWindow *self,
                      const char *name)
{
  _sb_window_make_page (self, name);
  adw_view_stack_set_visible_child_name (self->pages, name);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  sb_page_focus_content (_sb_window_get_shown_page (self));
}

void
_sb_window_show_message (SbWindow *self,
                         const char *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}

void
sb_window_show_notice (SbWindow *self,
                       const char *message)
{
  g_return_if_fail (SB_IS_WINDOW (self));

  _sb_window_show_message (self, message);
}

/* What was done last takes the place of what was done before: its message would wait until
 * that is gone, whose button would undo another thing than it says. */
static void
show_last (SbWindow *self,
           AdwToast *toast)
{
  g_autoptr (AdwToast) before = g_steal_pointer (&self->last_toast);

  if (before != NULL)
    adw_toast_dismiss (before);

  self->last_toast = g_object_ref (toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
_sb_window_show_undoable (SbWindow *self,
                          const char *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  show_last (self, toast);
}

void
_sb_window_show_undone (SbWindow *self,
                        const char *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);

  show_last (self, adw_toast_new (markup));
}

void
_sb_window_show_leading (SbWindow *self,
                         const char *message,
                         const char *page)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (markup);

  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), page) != 0)
    {
      adw_toast_set_button_label (toast, _ ("_Show"));
      adw_toast_set_action_target (toast, "s", page);
      adw_toast_set_action_name (toast, "win.show-page");
    }

  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
_sb_window_show_error (SbWindow *self,
                       const GError *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  text = sb_error_text (error, sb_language_get_interface ());
  _sb_window_show_message (self, text);
}
