/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-place-suggestions.h"

#include "sb-coordinates.h"
#include "sb-text.h"

#include <glib/gi18n.h>

#define MAX_SUGGESTIONS 8

struct _SbPlaceSuggestions
{
  GtkWidget parent_instance;

  SbPlaceFinder *finder; /* (owned) (nullable) */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SbPlaceSuggestions, sb_place_suggestions, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a row stands for. It outlives the finder's answer, as the finder may be another
 * one by the time it is chosen. */
typedef struct
{
  char *name; /* (owned) */
  SbFoundPlace place; /* its strings are not set, but for name; ref is owned */
} Suggestion;

static void
suggestion_free (gpointer data)
{
  Suggestion *suggestion = data;

  g_free (suggestion->name);
  g_clear_pointer (&suggestion->place.ref, sb_ref_unref);
  g_free (suggestion);
}

static GtkWidget *
create_label (const char *text,
              gboolean is_dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (is_dim)
    {
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
    }
  return label;
}

static void
append_row (SbPlaceSuggestions *self,
            const SbFoundPlace *place,
            const char *about)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Suggestion *suggestion = g_new0 (Suggestion, 1);

  suggestion->name = g_strdup (place->name);
  suggestion->place = *place;
  suggestion->place.name = suggestion->name;
  suggestion->place.matched = suggestion->place.context = NULL;
  suggestion->place.ref = place->ref != NULL ? sb_ref_ref (place->ref) : NULL;

  gtk_box_append (GTK_BOX (box), create_label (place->name, FALSE));
  if (about != NULL && *about != '\0')
    gtk_box_append (GTK_BOX (box), create_label (about, TRUE));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, place->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about != NULL ? about : "", -1);
  g_object_set_data_full (G_OBJECT (row), "suggestion", suggestion, suggestion_free);
  gtk_list_box_append (self->list, row);
}

/* "Town · Kidal Region · Kidal-ville" */
static char *
describe (const SbFoundPlace *place)
{
  const SbTerm *term = sb_vocabulary_find (&sb_place_kind_vocabulary, place->kind);
  g_autoptr (GString) text = g_string_new (term != NULL ? _ (term->label) : "");

  if (place->context != NULL)
    g_string_append_printf (text, " · %s", place->context);
  if (place->matched != NULL)
    g_string_append_printf (text, " · %s", place->matched);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_position (SbPlaceSuggestions *self,
                 SbPosition position)
{
  SbLanguage language = sb_language_get_interface ();
  g_autofree char *latitude = sb_number_format (ABS (position.latitude), 4, language);
  g_autofree char *longitude = sb_number_format (ABS (position.longitude), 4, language);
  /* Translators: a position: latitude, N or S, longitude, E or W. */
  g_autofree char *name = g_strdup_printf (_ ("%s° %s, %s° %s"), latitude, position.latitude < 0 ? C_ ("latitude", "S") : C_ ("latitude", "N"),
                                           longitude, position.longitude < 0 ? C_ ("longitude", "W") : C_ ("longitude", "E"));
  SbFoundPlace place = { .name = name, .position = position, .tag = G_MAXUINT };

  place.bounds = sb_place_get_bounds (position, -1);
  append_row (self, &place, _ ("Position"));
}

static void
append_places (SbPlaceSuggestions *self,
               const char *text)
{
  g_autoptr (GArray) found = sb_place_finder_find (self->finder, text, MAX_SUGGESTIONS);

  for (guint i = 0; i < found->len; i++)
    {
      const SbFoundPlace *place = &g_array_index (found, SbFoundPlace, i);
      g_autofree char *about = describe (place);

      append_row (self, place, about);
    }
}

static void
row_activated_cb (SbPlaceSuggestions *self,
                  GtkListBoxRow *row)
{
  Suggestion *suggestion = g_object_get_data (G_OBJECT (row), "suggestion");
  /* Choosing may clear the list. */
  g_autoptr (GtkListBoxRow) kept = g_object_ref (row);

  g_signal_emit (self, signals[CHOSEN], 0, &suggestion->place);
}

static gboolean
key_pressed_cb (SbPlaceSuggestions *self,
                guint key)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  int position = selected != NULL ? gtk_list_box_row_get_index (selected) : -1;
  GtkListBoxRow *next;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) || (key != GDK_KEY_Down && key != GDK_KEY_Up))
    return FALSE;

  next = gtk_list_box_get_row_at_index (self->list, MAX (position + (key == GDK_KEY_Down ? 1 : -1), 0));
  if (next != NULL)
    gtk_list_box_select_row (self->list, next);
  return TRUE;
}

static void
sb_place_suggestions_dispose (GObject *object)
{
  SbPlaceSuggestions *self = SB_PLACE_SUGGESTIONS (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->finder, sb_place_finder_unref);

  G_OBJECT_CLASS (sb_place_suggestions_parent_class)->dispose (object);
}

static void
sb_place_suggestions_class_init (SbPlaceSuggestionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sb_place_suggestions_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_POINTER);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sb_place_suggestions_init (SbPlaceSuggestions *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "go-to-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Places found"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
sb_place_suggestions_set_finder (SbPlaceSuggestions *self,
                                 SbPlaceFinder *finder)
{
  g_return_if_fail (SB_IS_PLACE_SUGGESTIONS (self));

  if (finder != NULL)
    sb_place_finder_ref (finder);
  g_clear_pointer (&self->finder, sb_place_finder_unref);
  self->finder = finder;
}

void
sb_place_suggestions_follow (SbPlaceSuggestions *self,
                             GtkWidget *entry)
{
  GtkEventController *keys;

  g_return_if_fail (SB_IS_PLACE_SUGGESTIONS (self));
  g_return_if_fail (GTK_IS_WIDGET (entry));

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);
}

guint
sb_place_suggestions_show (SbPlaceSuggestions *self,
                           const char *text)
{
  SbPosition position;
  guint n_rows = 0;

  g_return_val_if_fail (SB_IS_PLACE_SUGGESTIONS (self), 0);
  g_return_val_if_fail (text != NULL, 0);

  sb_place_suggestions_clear (self);
  if (sb_coordinates_parse (text, &position))
    append_position (self, position);
  else if (self->finder != NULL)
    append_places (self, text);

  while (gtk_list_box_get_row_at_index (self->list, (int) n_rows) != NULL)
    n_rows++;
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_set_visible (GTK_WIDGET (self), n_rows > 0);
  return n_rows;
}

void
sb_place_suggestions_clear (SbPlaceSuggestions *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (SB_IS_PLACE_SUGGESTIONS (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

gboolean
sb_place_suggestions_choose (SbPlaceSuggestions *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (SB_IS_PLACE_SUGGESTIONS (self), FALSE);

  row = gtk_list_box_get_selected_row (self->list);
  if (row == NULL)
    return FALSE;

  row_activated_cb (self, row);
  return TRUE;
}
