/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-window-private.h"

#include "sb-actors-page.h"
#include "sb-alliances-page.h"
#include "sb-briefings-page.h"
#include "sb-chronology-page.h"
#include "sb-claims-page.h"
#include "sb-desk-page.h"
#include "sb-documents-page.h"
#include "sb-feeds-page.h"
#include "sb-map-page.h"
#include "sb-stack-hidden.h"

#include <glib/gi18n.h>

/* A page is made when it is first shown: what the sidebar says of it is known
 * before. */
static const struct
{
  const char *name;
  const char *title;
  const char *icon_name;
  GType (*get_type) (void);
} page_types[] = {
  { "desk", N_ ("Desk"), "sb-desk-symbolic", sb_desk_page_get_type },
  { "documents", N_ ("Documents"), "sb-document-symbolic", sb_documents_page_get_type },
  { "map", N_ ("Map"), "sb-map-symbolic", sb_map_page_get_type },
  { "actors", N_ ("Actors"), "sb-actors-symbolic", sb_actors_page_get_type },
  { "alliances", N_ ("Alliances"), "sb-alliance-symbolic", sb_alliances_page_get_type },
  { "chronology", N_ ("Chronology"), "sb-chronology-symbolic", sb_chronology_page_get_type },
  { "claims", N_ ("Claims"), "sb-claim-symbolic", sb_claims_page_get_type },
  { "briefings", N_ ("Briefings"), "sb-briefing-symbolic", sb_briefings_page_get_type },
  { "feeds", N_ ("Feeds"), "sb-feed-symbolic", sb_feeds_page_get_type },
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

static SbPage *
create_page (SbWindow *self,
             guint index)
{
  return g_object_new (page_types[index].get_type (),
                       "context", self->context,
                       "session", self->session,
                       "moment", self->moment,
                       NULL);
}

static AdwBin *
get_place (SbWindow *self,
           const char *name)
{
  return ADW_BIN (adw_view_stack_get_child_by_name (self->pages, name));
}

void
_sb_window_add_pages (SbWindow *self)
{
  g_autoptr (GtkSelectionModel) model = adw_view_stack_get_pages (self->pages);

  for (guint i = 0; i < G_N_ELEMENTS (page_types); i++)
    {
      AdwViewStackPage *stack_page =
        adw_view_stack_add_titled (self->pages, adw_bin_new (), page_types[i].name, _ (page_types[i].title));

      adw_view_stack_page_set_icon_name (stack_page, page_types[i].icon_name);
    }

  gtk_list_box_bind_model (self->page_list, G_LIST_MODEL (model), create_page_row, self, NULL);
}

gboolean
_sb_window_make_page (SbWindow *self,
                      const char *name)
{
  AdwBin *place = get_place (self, name);

  if (place == NULL || adw_bin_get_child (place) != NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (page_types); i++)
    if (g_strcmp0 (page_types[i].name, name) == 0)
      adw_bin_set_child (place, GTK_WIDGET (create_page (self, i)));

  sb_stack_hide_behind_all (GTK_WIDGET (place));
  return TRUE;
}

void
_sb_window_connect_pages (SbWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (page_types); i++)
    {
      GtkWidget *page = adw_bin_get_child (get_place (self, page_types[i].name));

      if (page != NULL)
        g_object_set (page, "moment", self->moment, NULL);
    }
}

SbPage *
_sb_window_get_shown_page (SbWindow *self)
{
  GtkWidget *place = adw_view_stack_get_visible_child (self->pages);

  return place != NULL ? (SbPage *) adw_bin_get_child (ADW_BIN (place)) : NULL;
}

void
_sb_window_update_page_list (SbWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->pages);

  for (guint i = 0; i < G_N_ELEMENTS (page_types); i++)
    if (g_strcmp0 (page_types[i].name, name) == 0)
      gtk_list_box_select_row (self->page_list, gtk_list_box_get_row_at_index (self->page_list, (int) i));
}

void
_sb_window_page_row_activated_cb (GtkListBox *list,
                                  GtkListBoxRow *row,
                                  SbWindow *self)
{
  _sb_window_show_page (self, page_types[gtk_list_box_row_get_index (row)].name);
}
