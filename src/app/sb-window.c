/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-window.h"

#include "sb-window-private.h"

#include "sb-briefings-page.h"
#include "sb-desk-page.h"
#include "sb-documents-page.h"
#include "sb-error-text.h"
#include "sb-feeds-page.h"
#include "sb-inspector.h"
#include "sb-map-page.h"
#include "sb-records-page.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (SbWindow, sb_window, ADW_TYPE_APPLICATION_WINDOW)

static const struct
{
  const char *name;
  GType (*get_type) (void);
  SbKind kind; /* of a page of records */
} page_types[] = {
  { "desk", sb_desk_page_get_type, SB_KIND_NONE },
  { "documents", sb_documents_page_get_type, SB_KIND_NONE },
  { "map", sb_map_page_get_type, SB_KIND_NONE },
  { "actors", sb_records_page_get_type, SB_KIND_ACTOR },
  { "alliances", sb_records_page_get_type, SB_KIND_ALLIANCE },
  { "chronology", sb_records_page_get_type, SB_KIND_EVENT },
  { "briefings", sb_briefings_page_get_type, SB_KIND_NONE },
  { "feeds", sb_feeds_page_get_type, SB_KIND_NONE },
};

/* The badge is a bare number on screen; a screen reader is told what of. */
static void
update_badge (AdwViewStackPage *page,
              GParamSpec *pspec,
              GtkWidget *row)
{
  guint n_unread = adw_view_stack_page_get_badge_number (page);
  g_autofree char *text = g_strdup_printf (ngettext ("%u unread", "%u unread", n_unread), n_unread);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  n_unread > 0 ? text : "", -1);
}

static GtkWidget *
create_page_row (gpointer item,
                 gpointer user_data)
{
  AdwViewStackPage *page = item;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *badge = gtk_label_new (NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  g_object_bind_property (page, "icon-name", icon, "icon-name", G_BINDING_SYNC_CREATE);
  g_object_bind_property (page, "title", label, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (page, "badge-number", badge, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (page, "needs-attention", badge, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (page, "notify::badge-number", G_CALLBACK (update_badge), row, 0);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (badge, "dim-label");
  gtk_widget_add_css_class (badge, "numeric");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
page_row_activated_cb (GtkListBox *list,
                       GtkListBoxRow *row,
                       SbWindow *self)
{
  _sb_window_show_page (self, page_types[gtk_list_box_row_get_index (row)].name);
}

/* The inspector is shown when the user wants it, and the page does not show the
 * selection itself. */
static void
update_inspector (SbWindow *self)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->pages);
  gboolean has_panel = FALSE;

  if (self->context == NULL || page == NULL)
    return;

  g_object_get (page, "has-panel", &has_panel, NULL);
  adw_flap_set_reveal_flap (self->flap,
                            !has_panel && g_settings_get_boolean (sb_context_get_settings (self->context), "inspector-visible"));
}

static void
page_changed_cb (SbWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->pages);

  update_inspector (self);
  for (guint i = 0; i < G_N_ELEMENTS (page_types); i++)
    if (g_strcmp0 (page_types[i].name, name) == 0)
      gtk_list_box_select_row (self->page_list, gtk_list_box_get_row_at_index (self->page_list, (int) i));
}

static void
document_requested_cb (SbWindow *self)
{
  _sb_window_show_page (self, "documents");
}

static GtkWidget *
create_page (SbWindow *self,
             guint index)
{
  if (page_types[index].kind == SB_KIND_NONE)
    return g_object_new (page_types[index].get_type (), "context", self->context, "session", self->session, NULL);

  return g_object_new (page_types[index].get_type (),
                       "kind", (int) page_types[index].kind,
                       "context", self->context,
                       "session", self->session,
                       NULL);
}

static void
add_pages (SbWindow *self)
{
  g_autoptr (GtkSelectionModel) model = adw_view_stack_get_pages (self->pages);

  for (guint i = 0; i < G_N_ELEMENTS (page_types); i++)
    {
      GtkWidget *page = create_page (self, i);
      AdwViewStackPage *stack_page =
        adw_view_stack_add_titled (self->pages, page, page_types[i].name, sb_page_get_title (SB_PAGE (page)));

      adw_view_stack_page_set_icon_name (stack_page, sb_page_get_icon_name (SB_PAGE (page)));
    }

  gtk_list_box_bind_model (self->page_list, G_LIST_MODEL (model), create_page_row, self, NULL);
}

/* The catalogue is open: all that reads it is made now, after the first frame. */
static void
ready_cb (SbWindow *self)
{
  SbCatalogue *catalogue = sb_context_get_catalogue (self->context);

  if (!sb_context_is_ready (self->context) || self->moment != NULL)
    return;

  _sb_window_restore_moment (self);
  self->moment = sb_moment_new (catalogue, self->session);
  for (guint i = 0; i < G_N_ELEMENTS (page_types); i++)
    g_object_set (adw_view_stack_get_child_by_name (self->pages, page_types[i].name), "moment", self->moment, NULL);

  adw_bin_set_child (self->inspector_bin, sb_inspector_new (catalogue, self->session));
  _sb_window_start_time (self);
  _sb_window_start_unread (self);
  _sb_window_import_waiting (self);
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
  gtk_widget_class_bind_template_child (widget_class, SbWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, SbWindow, operation_bar);
  gtk_widget_class_bind_template_child (widget_class, SbWindow, sync_button);
  gtk_widget_class_bind_template_child (widget_class, SbWindow, sync_image);
  gtk_widget_class_bind_template_child (widget_class, SbWindow, sync_ring);
  gtk_widget_class_bind_template_callback (widget_class, page_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  _sb_window_class_install_actions (klass);
  _sb_window_class_install_sync (klass);
  _sb_window_class_install_import (klass);
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
  add_pages (self);
  sb_operation_bar_set_operations (self->operation_bar, G_LIST_MODEL (sb_context_get_operations (context)));
  g_signal_connect_object (self->session, "document-requested", G_CALLBACK (document_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "page-requested", G_CALLBACK (_sb_window_show_page), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::selection", G_CALLBACK (_sb_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sb_context_get_catalogue (context), "notify", G_CALLBACK (_sb_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sb_context_get_settings (context), "changed::inspector-visible",
                           G_CALLBACK (update_inspector), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  _sb_window_restore_state (self);
  _sb_window_update_actions (self);
  page_changed_cb (self);
  ready_cb (self);
  return self;
}

SbSession *
sb_window_get_session (SbWindow *self)
{
  g_return_val_if_fail (SB_IS_WINDOW (self), NULL);

  return self->session;
}

SbContext *
sb_window_get_context (SbWindow *self)
{
  g_return_val_if_fail (SB_IS_WINDOW (self), NULL);

  return self->context;
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
  adw_view_stack_set_visible_child_name (self->pages, name);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  sb_page_focus_content (SB_PAGE (adw_view_stack_get_visible_child (self->pages)));
}

void
_sb_window_show_message (SbWindow *self,
                         const char *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}

void
_sb_window_show_undoable (SbWindow *self,
                          const char *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
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
