/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-key-places-field.h"

#include "sb-key-place-list.h"
#include "sb-seen.h"

#include <glib/gi18n.h>
#include <string.h>

/* What an extent can be. */
enum
{
  EXTENT_SHOWN,
  EXTENT_ROADS,
  EXTENT_REGIONS,
  EXTENT_EDGES
};

struct _SbKeyPlacesField
{
  SbKeyField parent_instance;

  GtkWidget *choice; /* (nullable) not owned: of an extent */
  SbKeyPlaceList *list; /* not owned */
  GtkWidget *edges; /* (nullable) not owned: of an extent */
};

G_DEFINE_FINAL_TYPE (SbKeyPlacesField, sb_key_places_field, SB_TYPE_KEY_FIELD)

static void
update_parts (SbKeyPlacesField *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));

  sb_seen_set (GTK_WIDGET (self->list), selected == EXTENT_REGIONS);
  sb_seen_set (self->edges, selected == EXTENT_EDGES);
}

static const char *
get_extent (SbKeyPlacesField *self)
{
  switch (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice)))
    {
    case EXTENT_ROADS:
      return "roads";
    case EXTENT_REGIONS:
      return sb_key_place_list_get_value (self->list);
    case EXTENT_EDGES:
      return gtk_editable_get_text (GTK_EDITABLE (self->edges));
    case EXTENT_SHOWN:
    default:
      return "shown";
    }
}

/* Until a region is named or the edges are typed, it is as before. */
static void
extent_edited_cb (SbKeyPlacesField *self)
{
  const char *extent = get_extent (self);

  update_parts (self);
  if (*extent != '\0')
    sb_key_field_edit (SB_KEY_FIELD (self), extent);
}

static void
list_changed_cb (SbKeyPlacesField *self,
                 const char *value)
{
  /* A map of no region is one of all that is on it. */
  sb_key_field_edit (SB_KEY_FIELD (self), self->choice != NULL && *value == '\0' ? "shown" : value);
}

static void
show_extent (SbKeyPlacesField *self,
             const char *value)
{
  gboolean is_edges = strchr (value, ',') != NULL;
  guint selected = *value == '\0' || g_str_equal (value, "shown") ? EXTENT_SHOWN : g_str_equal (value, "roads") ? EXTENT_ROADS
                                                                                 : is_edges                     ? EXTENT_EDGES
                                                                                                                : EXTENT_REGIONS;

  gtk_editable_set_text (GTK_EDITABLE (self->edges), is_edges ? value : "");
  sb_key_place_list_show (self->list, selected == EXTENT_REGIONS ? value : "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), selected);
  update_parts (self);
}

static void
sb_key_places_field_show (SbKeyField *field,
                          const char *value)
{
  SbKeyPlacesField *self = SB_KEY_PLACES_FIELD (field);

  if (self->choice != NULL)
    show_extent (self, value);
  else
    sb_key_place_list_show (self->list, value);
}

static void
sb_key_places_field_class_init (SbKeyPlacesFieldClass *klass)
{
  SB_KEY_FIELD_CLASS (klass)->show = sb_key_places_field_show;
}

static void
sb_key_places_field_init (SbKeyPlacesField *self)
{
}

static void
add_extent (SbKeyPlacesField *self)
{
  const char *labels[] = { _ ("All that is on the map"), _ ("The roads that something lies on"), _ ("Countries and regions"), _ ("Edges in degrees"), NULL };

  self->choice = gtk_drop_down_new_from_strings (labels);
  self->edges = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->edges), "-12.5,10,4.5,25");
  gtk_widget_set_tooltip_text (self->edges, _ ("West, south, east and north, separated by commas"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->edges), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("West, south, east and north, separated by commas"), -1);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (extent_edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->edges, "changed", G_CALLBACK (extent_edited_cb), self, G_CONNECT_SWAPPED);
  sb_key_field_add (SB_KEY_FIELD (self), self->choice);
}

GtkWidget *
sb_key_places_field_new (const SbBlockKey *key)
{
  SbKeyPlacesField *self = g_object_new (SB_TYPE_KEY_PLACES_FIELD, NULL);
  SbKeyPlacesSet set = key->type == SB_BLOCK_KEY_WAYS ? SB_KEY_PLACES_ON_ROADS : key->type == SB_BLOCK_KEY_EXTENT ? SB_KEY_PLACES_REGIONS
                                                                                                                  : SB_KEY_PLACES_ALL;

  sb_key_field_set_key (SB_KEY_FIELD (self), key);
  self->list = SB_KEY_PLACE_LIST (sb_key_place_list_new (set));
  if (key->type == SB_BLOCK_KEY_EXTENT)
    add_extent (self);
  sb_key_field_add (SB_KEY_FIELD (self), GTK_WIDGET (self->list));
  if (self->edges != NULL)
    {
      sb_key_field_add (SB_KEY_FIELD (self), self->edges);
      update_parts (self);
    }
  g_signal_connect_object (self->list, "changed", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
sb_key_places_field_set_places (SbKeyPlacesField *self,
                                SbKeyPlaces *places)
{
  g_return_if_fail (SB_IS_KEY_PLACES_FIELD (self));

  sb_key_place_list_set_places (self->list, places);
}
