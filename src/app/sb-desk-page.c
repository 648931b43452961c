/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-desk-page.h"

#include "sb-document-view.h"
#include "sb-fold-panes.h"
#include "sb-map-drop.h"
#include "sb-map-go-to.h"
#include "sb-map-layer.h"
#include "sb-map-menu.h"
#include "sb-map-view.h"
#include "sb-map-zones.h"
#include "sb-reading-pane.h"
#include "sb-record-list.h"
#include "sb-record-view.h"

#include <glib/gi18n.h>

struct _SbDeskPage
{
  SbPage parent_instance;

  SbRecordPages *unread; /* (owned) (nullable) until the page is connected */
  SbRecordList *begun[2]; /* (owned) (nullable) a document, a feed: whether there is one */
  SbReadingPane *pane; /* (nullable) until a document is read here */

  GtkStack *stack;
  SbFoldBox *fold;
  GtkPaned *columns;
  GtkPaned *reading;
  GtkPaned *rows;
  GtkLabel *heading;
  SbDocumentView *documents;
  AdwBin *pane_bin;
  SbRecordView *actors;
  SbRecordView *alliances;
  SbMapView *map;
};

G_DEFINE_FINAL_TYPE (SbDeskPage, sb_desk_page, SB_TYPE_PAGE)

/* The reader is made when there is something to read: the first frame need not wait for
 * it. */
static SbReadingPane *
get_pane (SbDeskPage *self)
{
  if (self->pane != NULL)
    return self->pane;

  self->pane = g_object_new (SB_TYPE_READING_PANE, NULL);
  sb_reading_pane_connect (self->pane, SB_PAGE (self));
  adw_bin_set_child (self->pane_bin, GTK_WIDGET (self->pane));
  return self->pane;
}

/* What is read stays in the list of what is to be read, as long as the page is shown. */
static void
document_chosen_cb (SbDeskPage *self,
                    gint64 id)
{
  g_autoptr (SbRef) ref = sb_ref_new (SB_KIND_DOCUMENT, id, NULL, NULL);

  sb_record_pages_keep (self->unread, id);
  sb_session_select (sb_page_get_session (SB_PAGE (self)), ref);
  sb_reading_pane_open (get_pane (self), id, 0, 0);
}

static void
document_activated_cb (SbDeskPage *self)
{
  if (self->pane != NULL)
    sb_reading_pane_focus_text (self->pane);
}

static void
follow_session (SbDeskPage *self)
{
  SbRef *ref = sb_session_get_selection (sb_page_get_session (SB_PAGE (self)));

  sb_document_view_show_selected (self->documents, ref != NULL && sb_ref_get_kind (ref) == SB_KIND_DOCUMENT ? sb_ref_get_id (ref) : 0);
}

/* Whether there is anything in the catalogue yet, as far as that is known. */
static gboolean
has_begun (SbDeskPage *self)
{
  gboolean is_loading = sb_record_pages_is_loading (self->unread);

  for (gsize i = 0; i < G_N_ELEMENTS (self->begun); i++)
    {
      is_loading = is_loading || sb_record_list_is_loading (self->begun[i]);
      if (g_list_model_get_n_items (G_LIST_MODEL (self->begun[i])) > 0)
        return TRUE;
    }

  return is_loading || g_list_model_get_n_items (sb_moment_get_actors (sb_page_get_moment (SB_PAGE (self)))) > 0;
}

/* As long as there is nothing at all, the desk says where to begin. */
static void
update_stack (SbDeskPage *self)
{
  guint n_unread = g_list_model_get_n_items (G_LIST_MODEL (self->unread));
  g_autofree char *text = g_strdup_printf (ngettext ("%u document to read", "%u documents to read", n_unread), n_unread);

  gtk_label_set_label (self->heading, text);
  gtk_stack_set_visible_child_name (self->stack, has_begun (self) ? "desk" : "empty");
}

static void
watch_begun (SbDeskPage *self)
{
  static const SbKind kinds[] = { SB_KIND_DOCUMENT, SB_KIND_FEED };

  for (gsize i = 0; i < G_N_ELEMENTS (self->begun); i++)
    {
      g_autoptr (SbQuery) query = sb_query_new (kinds[i]);

      query->limit = 1;
      self->begun[i] = sb_record_list_new (sb_page_get_catalogue (SB_PAGE (self)), query);
      g_signal_connect_object (self->begun[i], "notify", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
    }
}

static void
forward_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  SbDeskPage *self = SB_DESK_PAGE (widget);

  if (self->pane != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (self->pane), action, parameter);
}

/* What is put away leaves the list, and the next one is read. */
static void
archive_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  SbDeskPage *self = SB_DESK_PAGE (widget);
  gint64 selected = sb_document_view_get_selected (self->documents);

  forward_action (widget, action, parameter);
  if (selected == 0)
    return;

  sb_record_pages_let_go (self->unread, selected);
  sb_document_view_step (self->documents, 1);
}

static gboolean
step (GtkWidget *widget,
      GVariant *parameter,
      gpointer user_data)
{
  sb_document_view_step (SB_DESK_PAGE (widget)->documents, g_variant_get_int32 (parameter));
  return TRUE;
}

static void
sb_desk_page_focus_content (SbPage *page)
{
  sb_document_view_focus_list (SB_DESK_PAGE (page)->documents);
}

static void
connect_documents (SbDeskPage *self)
{
  const SbDocumentViewEmpty empty = {
    "emblem-ok-symbolic", _ ("All is read"), _ ("F5 fetches the feeds. What was read is among the documents."),
    _ ("_Show the documents"), "win.show-page::documents"
  };
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOCUMENT);

  query->flags = SB_QUERY_UNREAD | SB_QUERY_GROUPED | SB_QUERY_IN_TRAY;
  sb_document_view_set_empty (self->documents, &empty);
  self->unread = sb_record_pages_new (sb_page_get_catalogue (SB_PAGE (self)));
  sb_document_view_set_model (self->documents, self->unread);
  watch_begun (self);
  sb_record_pages_set_query (self->unread, query);
  g_signal_connect_object (self->unread, "items-changed", G_CALLBACK (follow_session), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->unread, "notify", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sb_moment_get_actors (sb_page_get_moment (SB_PAGE (self))), "items-changed", G_CALLBACK (update_stack),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sb_page_get_session (SB_PAGE (self)), "notify::selection", G_CALLBACK (follow_session), self,
                           G_CONNECT_SWAPPED);
}

static void
roads_changed_cb (SbDeskPage *self)
{
  sb_map_view_set_roads (self->map, sb_road_finder_get_conditions (sb_moment_get_roads (sb_page_get_moment (SB_PAGE (self)))));
}

static void
sb_desk_page_connect (SbPage *page)
{
  SbDeskPage *self = SB_DESK_PAGE (page);
  SbSession *session = sb_page_get_session (page);
  SbMoment *moment = sb_page_get_moment (page);
  GSettings *settings = sb_context_get_settings (sb_page_get_context (page));

  connect_documents (self);
  sb_record_view_set_model (self->actors, sb_moment_get_actors (moment));
  sb_record_view_set_model (self->alliances, sb_moment_get_alliances (moment));
  sb_record_view_set_session (self->actors, session);
  sb_record_view_set_session (self->alliances, session);

  sb_map_view_set_session (self->map, session);
  sb_map_view_set_restrictions (self->map, sb_moment_get_restrictions (moment));
  g_signal_connect_object (sb_moment_get_roads (moment), "changed", G_CALLBACK (roads_changed_cb), self, G_CONNECT_SWAPPED);
  sb_road_finder_start (sb_moment_get_roads (moment));
  roads_changed_cb (self);
  sb_map_view_set_events (self->map, sb_moment_get_event_model (moment), sb_moment_get_actors (moment));
  sb_map_menu_attach (sb_page_get_context (page), self->map);
  sb_map_drop_attach (self->map);
  sb_map_view_set_held_areas (self->map, sb_moment_get_held_areas (moment));
  sb_map_view_set_travel_zones (self->map, sb_moment_get_travel_zones (moment));
  sb_map_view_set_restricted_areas (self->map, sb_moment_get_restricted_areas (moment));
  sb_map_layers_bind (G_LIST_MODEL (sb_map_view_get_layers (self->map)), settings, "map-layers");
  sb_map_zones_attach (moment, self->map);
  sb_map_go_to_attach (session, moment, self->map);
  sb_drawing_layer_set_drawings (sb_map_view_get_drawings (self->map), sb_moment_get_drawings (moment));
  sb_fold_panes (self->fold, self->columns, settings, "desk-list-width");
  sb_fold_panes_keep (self->fold, self->reading, settings, "desk-list-height");
  sb_fold_panes_keep (self->fold, self->rows, settings, "desk-map-height");
}

static void
sb_desk_page_dispose (GObject *object)
{
  SbDeskPage *self = SB_DESK_PAGE (object);

  self->pane = NULL;
  g_clear_object (&self->unread);
  for (gsize i = 0; i < G_N_ELEMENTS (self->begun); i++)
    g_clear_object (&self->begun[i]);

  G_OBJECT_CLASS (sb_desk_page_parent_class)->dispose (object);
}

static void
sb_desk_page_class_init (SbDeskPageClass *klass)
{
  static const char *const forwarded[] = {
    "document.star", "document.mark-unread", "document.open-original", "document.find", "document.extract",
    "document.brief", "document.brief-elsewhere", "document.show-picture", "document.show-pictures"
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_desk_page_dispose;
  SB_PAGE_CLASS (klass)->connect = sb_desk_page_connect;
  SB_PAGE_CLASS (klass)->focus_content = sb_desk_page_focus_content;

  g_type_ensure (SB_TYPE_DOCUMENT_VIEW);
  g_type_ensure (SB_TYPE_FOLD_BOX);
  g_type_ensure (SB_TYPE_MAP_VIEW);
  g_type_ensure (SB_TYPE_RECORD_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-desk-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SbDeskPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SbDeskPage, fold);
  gtk_widget_class_bind_template_child (widget_class, SbDeskPage, columns);
  gtk_widget_class_bind_template_child (widget_class, SbDeskPage, reading);
  gtk_widget_class_bind_template_child (widget_class, SbDeskPage, heading);
  gtk_widget_class_bind_template_child (widget_class, SbDeskPage, pane_bin);
  gtk_widget_class_bind_template_child (widget_class, SbDeskPage, rows);
  gtk_widget_class_bind_template_child (widget_class, SbDeskPage, documents);
  gtk_widget_class_bind_template_child (widget_class, SbDeskPage, actors);
  gtk_widget_class_bind_template_child (widget_class, SbDeskPage, alliances);
  gtk_widget_class_bind_template_child (widget_class, SbDeskPage, map);
  gtk_widget_class_bind_template_callback (widget_class, document_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, document_activated_cb);

  for (gsize i = 0; i < G_N_ELEMENTS (forwarded); i++)
    gtk_widget_class_install_action (widget_class, forwarded[i], NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "document.archive", NULL, archive_action);
  sb_reading_pane_class_bind_keys (widget_class);
  /* Also with the keyboard in the text: it is the page that goes on to the next one. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, 0, "document.archive", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_j, 0, step, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_k, 0, step, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_n, 0, step, "i", 1);
}

static void
sb_desk_page_init (SbDeskPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
