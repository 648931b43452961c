/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-event-filter-form.h"

#include "sb-drop-down-name.h"
#include "sb-event-filter.h"
#include "sb-record.h"
#include "sb-symbol.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define N_TYPES (SB_EVENT_TYPE_POLITICS + 1)

/* Logical pixels. */
#define SYMBOL_SIZE 13
#define SYMBOL_ROOM 20

struct _SbEventFilterForm
{
  GtkWidget parent_instance;

  SbSession *session; /* (owned) (nullable) */

  GtkBox *types;
  GtkCheckButton *checks[N_TYPES]; /* in types */
  GtkSpinButton *fatalities;
  GtkDropDown *actor;
  GtkWidget *reset;
  gboolean is_reading; /* what changes is not the user's */
};

G_DEFINE_FINAL_TYPE (SbEventFilterForm, sb_event_filter_form, GTK_TYPE_WIDGET)

static void
draw_symbol (GtkDrawingArea *area,
             cairo_t *cr,
             int width,
             int height,
             gpointer user_data)
{
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  sb_symbol_draw_event (cr, (SbEventType) GPOINTER_TO_INT (user_data), width / 2.0, height / 2.0, SYMBOL_SIZE,
                        is_dark ? SB_BASEMAP_STYLE_DARK : SB_BASEMAP_STYLE_LIGHT, SB_SYMBOL_DEFAULT);
}

static void
type_toggled_cb (SbEventFilterForm *self)
{
  guint types = 0;

  if (self->is_reading || self->session == NULL)
    return;

  for (guint i = 0; i < N_TYPES; i++)
    if (gtk_check_button_get_active (self->checks[i]))
      types |= 1u << i;

  sb_session_set_event_types (self->session, types);
}

static void
fatalities_changed_cb (SbEventFilterForm *self)
{
  if (!self->is_reading && self->session != NULL)
    sb_session_set_min_fatalities (self->session, (guint) gtk_spin_button_get_value_as_int (self->fatalities));
}

static void
actor_chosen_cb (SbEventFilterForm *self)
{
  GObject *item = gtk_drop_down_get_selected_item (self->actor);
  g_autoptr (SbRef) ref = item != NULL && SB_IS_RECORD (item) ? sb_record_dup_ref (SB_RECORD (item)) : NULL;

  if (!self->is_reading && self->session != NULL)
    sb_session_set_event_actor (self->session, ref);
}

static void
reset_cb (SbEventFilterForm *self)
{
  if (self->session == NULL)
    return;

  sb_session_set_event_types (self->session, SB_EVENT_TYPES_ALL);
  sb_session_set_min_fatalities (self->session, 0);
  sb_session_set_event_actor (self->session, NULL);
}

/* The place of the session's actor in the list; 0, the line for any, when it is
 * not there. */
static guint
find_actor (SbEventFilterForm *self)
{
  SbRef *actor = sb_session_get_event_actor (self->session);
  GListModel *model = gtk_drop_down_get_model (self->actor);
  guint n_items = actor != NULL && model != NULL ? g_list_model_get_n_items (model) : 0;

  for (guint i = 1; i < n_items; i++)
    {
      g_autoptr (SbRecord) record = g_list_model_get_item (model, i);

      if (sb_record_get_id (record) == sb_ref_get_id (actor))
        return i;
    }

  return 0;
}

static void
read_session (SbEventFilterForm *self)
{
  if (self->session == NULL)
    return;

  self->is_reading = TRUE;
  for (guint i = 0; i < N_TYPES; i++)
    gtk_check_button_set_active (self->checks[i], (sb_session_get_event_types (self->session) >> i & 1) != 0);

  gtk_spin_button_set_value (self->fatalities, sb_session_get_min_fatalities (self->session));
  gtk_drop_down_set_selected (self->actor, find_actor (self));
  gtk_widget_set_sensitive (self->reset, sb_session_filters_events (self->session));
  self->is_reading = FALSE;
}

/* What stands in the list for an item: the name of an actor, or the text of the
 * line for any. */
static char *
dup_item_name (GObject *item)
{
  if (item == NULL)
    return NULL;

  return g_strdup (SB_IS_RECORD (item) ? sb_record_get_title (SB_RECORD (item), sb_language_get_interface ())
                                       : gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
}

static void
add_types (SbEventFilterForm *self)
{
  for (guint i = 0; i < N_TYPES; i++)
    {
      GtkWidget *check = gtk_check_button_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *symbol = gtk_drawing_area_new ();
      const char *name = sb_vocabulary_get_label (&sb_event_type_vocabulary, (int) i, sb_language_get_interface ());

      gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (symbol), SYMBOL_ROOM);
      gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (symbol), SYMBOL_ROOM);
      gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (symbol), draw_symbol, GINT_TO_POINTER ((int) i), NULL);
      gtk_box_append (GTK_BOX (box), symbol);
      gtk_box_append (GTK_BOX (box), gtk_label_new (name));
      gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect_object (check, "toggled", G_CALLBACK (type_toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->types, check);
      self->checks[i] = GTK_CHECK_BUTTON (check);
    }
}

static void
sb_event_filter_form_dispose (GObject *object)
{
  SbEventFilterForm *self = SB_EVENT_FILTER_FORM (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (sb_event_filter_form_parent_class)->dispose (object);
}

static void
sb_event_filter_form_class_init (SbEventFilterFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_event_filter_form_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-event-filter-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SbEventFilterForm, types);
  gtk_widget_class_bind_template_child (widget_class, SbEventFilterForm, fatalities);
  gtk_widget_class_bind_template_child (widget_class, SbEventFilterForm, actor);
  gtk_widget_class_bind_template_child (widget_class, SbEventFilterForm, reset);
  gtk_widget_class_bind_template_callback (widget_class, fatalities_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, actor_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
sb_event_filter_form_init (SbEventFilterForm *self)
{
  g_autoptr (GtkExpression) name = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  sb_drop_down_name_all (GTK_WIDGET (self));
  add_types (self);
  name = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_item_name), NULL, NULL);
  gtk_drop_down_set_expression (self->actor, name);
  sb_event_filter_form_set_actors (self, NULL);
}

void
sb_event_filter_form_set_session (SbEventFilterForm *self,
                                  SbSession *session)
{
  static const char *const notes[] = { "notify::event-types", "notify::min-fatalities", "notify::event-actor" };

  g_return_if_fail (SB_IS_EVENT_FILTER_FORM (self));

  if (!g_set_object (&self->session, session) || session == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    g_signal_connect_object (session, notes[i], G_CALLBACK (read_session), self, G_CONNECT_SWAPPED);

  read_session (self);
}

void
sb_event_filter_form_set_actors (SbEventFilterForm *self,
                                 GListModel *actors)
{
  const char *any[] = { _ ("Any actor"), NULL };
  g_autoptr (GListStore) parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GtkStringList) first = gtk_string_list_new (any);
  GtkFlattenListModel *all;

  g_return_if_fail (SB_IS_EVENT_FILTER_FORM (self));

  g_list_store_append (parts, first);
  if (actors != NULL)
    g_list_store_append (parts, actors);

  all = gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&parts)));
  self->is_reading = TRUE;
  gtk_drop_down_set_model (self->actor, G_LIST_MODEL (all));
  self->is_reading = FALSE;
  g_object_unref (all);
  if (actors != NULL)
    g_signal_connect_object (actors, "items-changed", G_CALLBACK (read_session), self, G_CONNECT_SWAPPED);

  read_session (self);
}
