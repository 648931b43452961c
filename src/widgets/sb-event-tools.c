/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-event-tools.h"

#include "sb-event-filter-form.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

/* How long the map stands still before the list of what is in view follows. */
#define SETTLE_MS 250

typedef enum
{
  PANEL_CLOSED,
  PANEL_VIEW, /* the events in view */
  PANEL_CHOSEN, /* those that were chosen */
} Panel;

struct _SbEventTools
{
  GtkWidget parent_instance;

  SbEventLayer *layer; /* (owned) (nullable) */
  SbEventModel *model; /* (owned) (nullable) */
  GtkRevealer *panel; /* (owned) (nullable) */
  SbEventList *list; /* (owned) (nullable) in the panel */
  Panel shown;
  gboolean wants_focus; /* the list was asked for, and gets the keyboard once it is there */
  guint settle_source;
  GCancellable *cancellable; /* (owned) (nullable) while the events in view are looked up */

  GtkWidget *box;
  GtkMenuButton *filter;
  SbEventFilterForm *form;
  GtkToggleButton *lasso;
  GtkToggleButton *in_view;
};

G_DEFINE_FINAL_TYPE (SbEventTools, sb_event_tools, GTK_TYPE_WIDGET)

static void
open_panel (SbEventTools *self,
            Panel panel)
{
  self->shown = panel;
  gtk_widget_set_visible (GTK_WIDGET (self->panel), panel != PANEL_CLOSED);
  gtk_revealer_set_reveal_child (self->panel, panel != PANEL_CLOSED);
  gtk_toggle_button_set_active (self->in_view, panel == PANEL_VIEW);
}

static void
view_listed_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (SbEventTools) self = sb_weak_ref_take (user_data);
  g_autoptr (GArray) ids = sb_event_layer_list_view_finish (result, NULL);
  g_autofree char *title = NULL;

  if (self == NULL || ids == NULL || self->shown != PANEL_VIEW || self->model == NULL)
    return;

  title = g_strdup_printf (ngettext ("%u event in view", "%u events in view", ids->len), ids->len);
  sb_event_list_show (self->list, sb_event_model_get_source (self->model), ids, title);
  if (self->wants_focus)
    sb_event_list_focus (self->list);
  self->wants_focus = FALSE;
}

static gboolean
list_view_cb (gpointer data)
{
  SbEventTools *self = data;

  self->settle_source = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  sb_event_layer_list_view_async (self->layer, self->cancellable, view_listed_cb, sb_weak_ref_new (self));
  return G_SOURCE_REMOVE;
}

static void
list_view_later (SbEventTools *self)
{
  if (self->shown != PANEL_VIEW)
    return;

  g_clear_handle_id (&self->settle_source, g_source_remove);
  self->settle_source = g_timeout_add (SETTLE_MS, list_view_cb, self);
}

static void
chosen_cb (SbEventTools *self,
           GArray *ids)
{
  g_autofree char *title = NULL;

  if (self->model == NULL)
    return;

  title = ids->len > 0 ? g_strdup_printf (ngettext ("%u event chosen", "%u events chosen", ids->len), ids->len)
                       : g_strdup (_ ("No event there"));
  sb_event_list_show (self->list, sb_event_model_get_source (self->model), ids, title);
  open_panel (self, PANEL_CHOSEN);
}

static void
close_panel (SbEventTools *self)
{
  if (self->shown == PANEL_CLOSED)
    return;

  open_panel (self, PANEL_CLOSED);
  gtk_widget_grab_focus (GTK_WIDGET (self->layer));
}

static void
in_view_toggled_cb (SbEventTools *self)
{
  gboolean is_wanted = gtk_toggle_button_get_active (self->in_view);

  if (is_wanted == (self->shown == PANEL_VIEW) || self->layer == NULL)
    return;

  if (!is_wanted)
    {
      close_panel (self);
      return;
    }

  open_panel (self, PANEL_VIEW);
  self->wants_focus = TRUE;
  list_view_cb (self);
}

static void
filter_changed_cb (SbEventTools *self)
{
  SbSession *session = sb_event_model_get_session (self->model);

  if (sb_session_filters_events (session))
    gtk_widget_add_css_class (GTK_WIDGET (self->filter), "filtering");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter), "filtering");

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->filter),
                               sb_session_filters_events (session) ? _ ("Which events are shown: not all") : _ ("Which events are shown"));
}

static void
sb_event_tools_dispose (GObject *object)
{
  SbEventTools *self = SB_EVENT_TOOLS (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->layer);
  g_clear_object (&self->model);
  g_clear_object (&self->panel);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (sb_event_tools_parent_class)->dispose (object);
}

static void
sb_event_tools_class_init (SbEventToolsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_event_tools_dispose;
  g_type_ensure (SB_TYPE_EVENT_FILTER_FORM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-event-tools.ui");
  gtk_widget_class_bind_template_child (widget_class, SbEventTools, box);
  gtk_widget_class_bind_template_child (widget_class, SbEventTools, filter);
  gtk_widget_class_bind_template_child (widget_class, SbEventTools, form);
  gtk_widget_class_bind_template_child (widget_class, SbEventTools, lasso);
  gtk_widget_class_bind_template_child (widget_class, SbEventTools, in_view);
  gtk_widget_class_bind_template_callback (widget_class, in_view_toggled_cb);
}

static void
sb_event_tools_init (SbEventTools *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sb_event_tools_set_layer (SbEventTools *self,
                          SbEventLayer *layer,
                          GtkRevealer *panel,
                          SbEventList *list)
{
  g_return_if_fail (SB_IS_EVENT_TOOLS (self));
  g_return_if_fail (self->layer == NULL);

  self->layer = g_object_ref (layer);
  self->panel = g_object_ref (panel);
  self->list = g_object_ref (list);
  g_object_bind_property (layer, "lasso", self->lasso, "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (layer, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (layer, "cleared", G_CALLBACK (close_panel), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (layer, "refreshed", G_CALLBACK (list_view_later), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (shumate_layer_get_viewport (SHUMATE_LAYER (layer)), "notify", G_CALLBACK (list_view_later), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "closed", G_CALLBACK (close_panel), self, G_CONNECT_SWAPPED);
}

void
sb_event_tools_set_model (SbEventTools *self,
                          SbEventModel *model,
                          GListModel *actors)
{
  g_return_if_fail (SB_IS_EVENT_TOOLS (self));

  if (!g_set_object (&self->model, model) || model == NULL)
    return;

  sb_event_filter_form_set_session (self->form, sb_event_model_get_session (model));
  sb_event_filter_form_set_actors (self->form, actors);
  sb_event_list_set_session (self->list, sb_event_model_get_session (model));
  g_signal_connect_object (model, "days-changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  filter_changed_cb (self);
}
