/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-key-place-list.h"

#include "sb-place-suggestions.h"
#include "sb-wrap-layout.h"

#include <glib/gi18n.h>

/* The ends of a way; a place has the first one alone. */
#define N_ENDS 2

struct _SbKeyPlaceList
{
  GtkBox parent_instance;

  SbKeyPlacesSet set;
  SbKeyPlaces *places; /* (owned) (nullable) */
  char *value; /* (owned) */
  gboolean is_filling; /* an entry is being filled, and not by the user */

  GtkWidget *chips;
  GtkWidget *line; /* of the entries */
  GtkWidget *entries[N_ENDS]; /* the second one of ways alone */
  char *keys[N_ENDS]; /* (owned) (nullable) what they mean */
  guint asked; /* the end that the suggestions are for */
  SbPlaceSuggestions *suggestions;
};

G_DEFINE_FINAL_TYPE (SbKeyPlaceList, sb_key_place_list, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void fill (SbKeyPlaceList *self);

static const char *
get_name (SbKeyPlaceList *self,
          const char *key)
{
  return self->places != NULL ? sb_key_places_get_name (self->places, key) : key;
}

static void
change (SbKeyPlaceList *self,
        GPtrArray *items)
{
  g_autofree char *value = NULL;

  g_ptr_array_add (items, NULL);
  value = g_strjoinv (";", (char **) items->pdata);
  g_free (self->value);
  self->value = g_steal_pointer (&value);
  fill (self);
  g_signal_emit (self, signals[CHANGED], 0, self->value);
}

static void
remove_cb (SbKeyPlaceList *self,
           GtkWidget *button)
{
  const char *item = g_object_get_data (G_OBJECT (button), "sb-item");
  g_auto (GStrv) items = g_strsplit (self->value, ";", -1);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  for (guint i = 0; items[i] != NULL; i++)
    if (!g_str_equal (items[i], item))
      g_ptr_array_add (left, items[i]);
  gtk_widget_grab_focus (self->entries[0]);
  change (self, left);
}

static GtkWidget *
create_chip (SbKeyPlaceList *self,
             const char *item)
{
  g_auto (GStrv) ends = g_strsplit (item, ">", N_ENDS);
  g_autofree char *name = ends[0] != NULL && ends[1] != NULL
                            ? g_strdup_printf ("%s → %s", get_name (self, ends[0]), get_name (self, ends[1]))
                            : g_strdup (get_name (self, item));
  /* Translators: a place, or a way between two. */
  g_autofree char *label = g_strdup_printf (_ ("Take out %s"), name);
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *text = gtk_label_new (name);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "sb-item", g_strdup (item), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (chip), text);
  gtk_box_append (GTK_BOX (chip), button);
  return chip;
}

static void
fill (SbKeyPlaceList *self)
{
  g_auto (GStrv) items = g_strsplit (self->value, ";", -1);
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), chip);
  for (guint i = 0; items[i] != NULL; i++)
    if (items[i][0] != '\0')
      gtk_box_append (GTK_BOX (self->chips), create_chip (self, items[i]));
  gtk_widget_set_visible (self->chips, gtk_widget_get_first_child (self->chips) != NULL);
}

static guint
get_n_ends (SbKeyPlaceList *self)
{
  return self->set == SB_KEY_PLACES_ON_ROADS ? 2 : 1;
}

static void
set_end (SbKeyPlaceList *self,
         guint end,
         const char *key)
{
  g_free (self->keys[end]);
  self->keys[end] = g_strdup (key);
  self->is_filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entries[end]), key != NULL ? get_name (self, key) : "");
  self->is_filling = FALSE;
}

/* Once both ends are named. */
static void
add_item (SbKeyPlaceList *self)
{
  g_auto (GStrv) items = g_strsplit (self->value, ";", -1);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autofree char *item = g_strjoin (">", self->keys[0], self->keys[1], NULL);

  for (guint i = 0; items[i] != NULL; i++)
    if (items[i][0] != '\0' && !g_str_equal (items[i], item))
      g_ptr_array_add (all, items[i]);
  g_ptr_array_add (all, item);
  for (guint i = 0; i < get_n_ends (self); i++)
    set_end (self, i, NULL);
  change (self, all);
  gtk_widget_grab_focus (self->entries[0]);
}

static void
suggestion_chosen_cb (SbKeyPlaceList *self,
                      const SbFoundPlace *place)
{
  const char *key = self->places != NULL ? sb_key_places_get_key (self->places, place->tag) : NULL;
  guint other = 1 - self->asked;

  sb_place_suggestions_clear (self->suggestions);
  if (key == NULL)
    return;

  set_end (self, self->asked, key);
  if (get_n_ends (self) == 1 || self->keys[other] != NULL)
    add_item (self);
  else
    gtk_widget_grab_focus (self->entries[other]);
}

static guint
find_end (SbKeyPlaceList *self,
          GtkWidget *entry)
{
  return entry == self->entries[0] ? 0 : 1;
}

static void
entry_changed_cb (SbKeyPlaceList *self,
                  GtkWidget *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  guint end = find_end (self, entry);

  if (self->is_filling)
    return;

  g_clear_pointer (&self->keys[end], g_free);
  self->asked = end;
  if (*text != '\0')
    sb_place_suggestions_show (self->suggestions, text);
  else
    sb_place_suggestions_clear (self->suggestions);
}

static void
entry_activated_cb (SbKeyPlaceList *self,
                    GtkWidget *entry)
{
  if (self->asked == find_end (self, entry))
    sb_place_suggestions_choose (self->suggestions);
}

static gboolean
sb_key_place_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SB_KEY_PLACE_LIST (widget)->entries[0]);
}

static void
sb_key_place_list_finalize (GObject *object)
{
  SbKeyPlaceList *self = SB_KEY_PLACE_LIST (object);

  g_clear_pointer (&self->places, sb_key_places_unref);
  g_free (self->value);
  for (guint i = 0; i < N_ENDS; i++)
    g_free (self->keys[i]);

  G_OBJECT_CLASS (sb_key_place_list_parent_class)->finalize (object);
}

static void
sb_key_place_list_class_init (SbKeyPlaceListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sb_key_place_list_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = sb_key_place_list_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sb_key_place_list_init (SbKeyPlaceList *self)
{
  self->value = g_strdup ("");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  self->chips = g_object_new (GTK_TYPE_BOX, "layout-manager", sb_wrap_layout_new (), "visible", FALSE, NULL);
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->suggestions = g_object_new (SB_TYPE_PLACE_SUGGESTIONS, NULL);
  gtk_box_append (GTK_BOX (self), self->chips);
  gtk_box_append (GTK_BOX (self), self->line);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->suggestions));
  g_signal_connect_object (self->suggestions, "chosen", G_CALLBACK (suggestion_chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
add_entry (SbKeyPlaceList *self,
           guint end,
           const char *label)
{
  GtkWidget *entry = gtk_entry_new ();

  self->entries[end] = entry;
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (self->line), entry);
  sb_place_suggestions_follow (self->suggestions, entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entry_activated_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
sb_key_place_list_new (SbKeyPlacesSet set)
{
  SbKeyPlaceList *self = g_object_new (SB_TYPE_KEY_PLACE_LIST, NULL);

  self->set = set;
  add_entry (self, 0, set == SB_KEY_PLACES_ON_ROADS ? _ ("Add a way from…") : set == SB_KEY_PLACES_REGIONS ? _ ("Add a country or a region")
                                                                                                           : _ ("Add a place"));
  if (set == SB_KEY_PLACES_ON_ROADS)
    add_entry (self, 1, _ ("…to"));
  return GTK_WIDGET (self);
}

void
sb_key_place_list_set_places (SbKeyPlaceList *self,
                              SbKeyPlaces *places)
{
  g_return_if_fail (SB_IS_KEY_PLACE_LIST (self) && places != NULL);

  sb_key_places_ref (places);
  g_clear_pointer (&self->places, sb_key_places_unref);
  self->places = places;
  sb_place_suggestions_set_finder (self->suggestions, sb_key_places_get_finder (places, self->set));
  fill (self);
}

void
sb_key_place_list_show (SbKeyPlaceList *self,
                        const char *value)
{
  g_return_if_fail (SB_IS_KEY_PLACE_LIST (self) && value != NULL);

  if (g_str_equal (value, self->value))
    return;

  g_free (self->value);
  self->value = g_strdup (value);
  fill (self);
}

const char *
sb_key_place_list_get_value (SbKeyPlaceList *self)
{
  g_return_val_if_fail (SB_IS_KEY_PLACE_LIST (self), "");

  return self->value;
}
