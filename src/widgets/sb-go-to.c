/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-go-to.h"

#include "sb-coordinates.h"
#include "sb-text.h"

#include <glib/gi18n.h>

#define MAX_SUGGESTIONS 8

struct _SbGoTo
{
  GtkWidget parent_instance;

  SbPlaceFinder *finder; /* (owned) (nullable) */

  GtkWidget *box;
  GtkEditable *entry;
  GtkListBox *list;
  GtkLabel *message;
};

G_DEFINE_FINAL_TYPE (SbGoTo, sb_go_to, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a row leads to. */
typedef struct
{
  char *name; /* (owned) */
  SbPosition position;
  SbBounds bounds;
  SbRef *ref; /* (owned) (nullable) */
} Target;

static void
target_free (gpointer data)
{
  Target *target = data;

  g_free (target->name);
  g_clear_pointer (&target->ref, sb_ref_unref);
  g_free (target);
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

/* Takes @target. */
static void
add_row (SbGoTo *self,
         Target *target,
         const char *about)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), create_label (target->name, FALSE));
  if (about != NULL && *about != '\0')
    gtk_box_append (GTK_BOX (box), create_label (about, TRUE));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, target->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about != NULL ? about : "", -1);
  g_object_set_data_full (G_OBJECT (row), "target", target, target_free);
  gtk_list_box_append (self->list, row);
}

/* "Town · Kidal Region · also Kidal-ville" */
static char *
describe (const SbFoundPlace *place,
          SbLanguage language)
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
add_position (SbGoTo *self,
              SbPosition position)
{
  SbLanguage language = sb_language_get_interface ();
  g_autofree char *latitude = sb_number_format (ABS (position.latitude), 4, language);
  g_autofree char *longitude = sb_number_format (ABS (position.longitude), 4, language);
  Target *target = g_new0 (Target, 1);

  /* Translators: a position: latitude, N or S, longitude, E or W. */
  target->name = g_strdup_printf (_ ("%s° %s, %s° %s"), latitude, position.latitude < 0 ? C_ ("latitude", "S") : C_ ("latitude", "N"),
                                  longitude, position.longitude < 0 ? C_ ("longitude", "W") : C_ ("longitude", "E"));
  target->position = position;
  target->bounds = sb_place_get_bounds (position, -1);
  add_row (self, target, _ ("Position"));
}

static void
add_places (SbGoTo *self,
            const char *text)
{
  g_autoptr (GArray) found = sb_place_finder_find (self->finder, text, MAX_SUGGESTIONS);
  SbLanguage language = sb_language_get_interface ();

  for (guint i = 0; i < found->len; i++)
    {
      const SbFoundPlace *place = &g_array_index (found, SbFoundPlace, i);
      g_autofree char *about = describe (place, language);
      Target *target = g_new0 (Target, 1);

      target->name = g_strdup (place->name);
      target->position = place->position;
      target->bounds = place->bounds;
      target->ref = place->ref != NULL ? sb_ref_ref (place->ref) : NULL;
      add_row (self, target, about);
    }
}

static void
show_message (SbGoTo *self,
              const char *text)
{
  gtk_label_set_label (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
}

static void
update (SbGoTo *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  GtkListBoxRow *row;
  SbPosition position;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  if (sb_coordinates_parse (text, &position))
    add_position (self, position);
  else if (self->finder != NULL)
    add_places (self, text);

  row = gtk_list_box_get_row_at_index (self->list, 0);
  gtk_list_box_select_row (self->list, row);
  gtk_widget_set_visible (GTK_WIDGET (self->list), row != NULL);
  if (row != NULL || *text == '\0')
    show_message (self, NULL);
  else if (self->finder == NULL)
    show_message (self, _ ("The places are still being read."));
  else
    {
      /* Translators: what the user has typed. */
      g_autofree char *message = g_strdup_printf (_ ("No place is called “%s”, and it is no position."), text);

      show_message (self, message);
    }
}

static void
go (SbGoTo *self,
    GtkListBoxRow *row)
{
  const Target *target = row != NULL ? g_object_get_data (G_OBJECT (row), "target") : NULL;

  if (target != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, target->name, &target->bounds, target->position.latitude,
                   target->position.longitude, target->ref);
}

static void
row_activated_cb (SbGoTo *self,
                  GtkListBoxRow *row)
{
  go (self, row);
}

static void
entry_activated_cb (SbGoTo *self)
{
  go (self, gtk_list_box_get_selected_row (self->list));
}

static void
close_cb (SbGoTo *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

/* The arrows choose while the keyboard stays in the entry. */
static gboolean
key_pressed_cb (SbGoTo *self,
                guint key)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  int position = selected != NULL ? gtk_list_box_row_get_index (selected) : -1;
  GtkListBoxRow *next;

  if (key == GDK_KEY_Escape)
    {
      close_cb (self);
      return TRUE;
    }
  if (key != GDK_KEY_Down && key != GDK_KEY_Up)
    return FALSE;

  next = gtk_list_box_get_row_at_index (self->list, MAX (position + (key == GDK_KEY_Down ? 1 : -1), 0));
  if (next != NULL)
    gtk_list_box_select_row (self->list, next);
  return TRUE;
}

static void
sb_go_to_dispose (GObject *object)
{
  SbGoTo *self = SB_GO_TO (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->finder, sb_place_finder_unref);

  G_OBJECT_CLASS (sb_go_to_parent_class)->dispose (object);
}

static void
sb_go_to_class_init (SbGoToClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_go_to_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 5,
                                  G_TYPE_STRING, SB_TYPE_BOUNDS, G_TYPE_DOUBLE, G_TYPE_DOUBLE, SB_TYPE_REF);
  signals[CLOSED] =
    g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-go-to.ui");
  gtk_widget_class_bind_template_child (widget_class, SbGoTo, box);
  gtk_widget_class_bind_template_child (widget_class, SbGoTo, entry);
  gtk_widget_class_bind_template_child (widget_class, SbGoTo, list);
  gtk_widget_class_bind_template_child (widget_class, SbGoTo, message);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
sb_go_to_init (SbGoTo *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

GtkWidget *
sb_go_to_new (void)
{
  return g_object_new (SB_TYPE_GO_TO, NULL);
}

void
sb_go_to_set_finder (SbGoTo *self,
                     SbPlaceFinder *finder)
{
  g_return_if_fail (SB_IS_GO_TO (self));

  g_clear_pointer (&self->finder, sb_place_finder_unref);
  self->finder = finder != NULL ? sb_place_finder_ref (finder) : NULL;
  update (self);
}

void
sb_go_to_focus (SbGoTo *self)
{
  g_return_if_fail (SB_IS_GO_TO (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}
