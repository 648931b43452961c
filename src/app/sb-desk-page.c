/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-desk-page.h"

#include "sb-map-drop.h"
#include "sb-map-go-to.h"
#include "sb-map-layer.h"
#include "sb-map-menu.h"
#include "sb-map-view.h"
#include "sb-record-list.h"
#include "sb-record-view.h"

/* The desk shows what is new; all documents are on their own page. */
#define MAX_DOCUMENTS 200

struct _SbDeskPage
{
  SbPage parent_instance;

  SbRecordList *documents_list; /* (owned) (nullable) */

  GtkPaned *columns;
  GtkPaned *rows;
  SbRecordView *documents;
  SbRecordView *actors;
  SbRecordView *alliances;
  SbMapView *map;
};

G_DEFINE_FINAL_TYPE (SbDeskPage, sb_desk_page, SB_TYPE_PAGE)

static void
document_activated_cb (SbDeskPage *self,
                       SbRecord *document)
{
  sb_session_request_document (sb_page_get_session (SB_PAGE (self)), sb_record_get_id (document), 0, 0);
}

static void
sb_desk_page_focus_content (SbPage *page)
{
  sb_record_view_focus_list (SB_DESK_PAGE (page)->documents);
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
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOCUMENT);

  query->flags = SB_QUERY_GROUPED;
  query->limit = MAX_DOCUMENTS;
  self->documents_list = sb_record_list_new (sb_page_get_catalogue (page), query);
  sb_record_view_set_model (self->documents, G_LIST_MODEL (self->documents_list));
  sb_record_view_set_model (self->actors, sb_moment_get_actors (moment));
  sb_record_view_set_model (self->alliances, sb_moment_get_alliances (moment));
  sb_record_view_set_session (self->documents, session);
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
  sb_map_go_to_attach (session, moment, self->map);
  sb_drawing_layer_set_drawings (sb_map_view_get_drawings (self->map), sb_moment_get_drawings (moment));
  g_settings_bind (settings, "desk-list-width", self->columns, "position", G_SETTINGS_BIND_DEFAULT);
}

static void
sb_desk_page_dispose (GObject *object)
{
  g_clear_object (&SB_DESK_PAGE (object)->documents_list);

  G_OBJECT_CLASS (sb_desk_page_parent_class)->dispose (object);
}

static void
sb_desk_page_class_init (SbDeskPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_desk_page_dispose;
  SB_PAGE_CLASS (klass)->connect = sb_desk_page_connect;
  SB_PAGE_CLASS (klass)->focus_content = sb_desk_page_focus_content;

  g_type_ensure (SB_TYPE_MAP_VIEW);
  g_type_ensure (SB_TYPE_RECORD_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-desk-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SbDeskPage, columns);
  gtk_widget_class_bind_template_child (widget_class, SbDeskPage, rows);
  gtk_widget_class_bind_template_child (widget_class, SbDeskPage, documents);
  gtk_widget_class_bind_template_child (widget_class, SbDeskPage, actors);
  gtk_widget_class_bind_template_child (widget_class, SbDeskPage, alliances);
  gtk_widget_class_bind_template_child (widget_class, SbDeskPage, map);
  gtk_widget_class_bind_template_callback (widget_class, document_activated_cb);
}

static void
sb_desk_page_init (SbDeskPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
