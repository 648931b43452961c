/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-map-page.h"

#include "sb-map-menu.h"
#include "sb-map-view.h"

struct _SbMapPage
{
  SbPage parent_instance;

  SbMapView *map;
};

G_DEFINE_FINAL_TYPE (SbMapPage, sb_map_page, SB_TYPE_PAGE)

static void
sb_map_page_focus_content (SbPage *page)
{
  sb_map_view_focus_events (SB_MAP_PAGE (page)->map);
}

static void
sb_map_page_connect (SbPage *page)
{
  SbMapPage *self = SB_MAP_PAGE (page);
  SbMoment *moment = sb_page_get_moment (page);

  sb_map_view_set_session (self->map, sb_page_get_session (page));
  sb_map_view_set_corridors (self->map, sb_moment_get_corridors (moment));
  sb_map_view_set_restrictions (self->map, sb_moment_get_restrictions (moment));
  sb_map_view_set_events (self->map, sb_moment_get_event_model (moment), sb_moment_get_actors (moment));
  sb_map_menu_attach (sb_page_get_context (page), self->map);
}

static void
sb_map_page_class_init (SbMapPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SB_PAGE_CLASS (klass)->connect = sb_map_page_connect;
  SB_PAGE_CLASS (klass)->focus_content = sb_map_page_focus_content;

  g_type_ensure (SB_TYPE_MAP_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SbMapPage, map);
}

static void
sb_map_page_init (SbMapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
