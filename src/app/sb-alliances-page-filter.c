/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-alliances-page-private.h"

#include "sb-actor.h"

#include <glib/gi18n.h>

/* What can be narrowed to, as boolean actions: what is on is shown, but for the last
 * three. */
static const struct
{
  const char *name;
  gboolean is_on;
} toggles[] = {
  { "supports", TRUE },
  { "opposes", TRUE },
  { "talks", TRUE },
  { "belongs", TRUE },
  { "armed-groups", TRUE },
  { "states", TRUE },
  { "state-forces", TRUE },
  { "institutions", TRUE },
  { "organisations", TRUE },
  { "companies", TRUE },
  { "communities", TRUE },
  { "persons", TRUE },
  { "alliances", TRUE },
  { "sure", FALSE },
  { "sourced", FALSE },
  { "lone", FALSE },
};

/* The first of each of them in the table above. */
enum
{
  FIRST_STANCE = 0,
  FIRST_KIND = FIRST_STANCE + SB_N_GRAPH_STANCES,
  ALLIANCES = FIRST_KIND + SB_ACTOR_KIND_PERSON + 1,
  SURE,
  SOURCED,
  LONE,
};

static gboolean
is_on (SbAlliancesPage *self,
       guint toggle)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), toggles[toggle].name);

  return g_variant_get_boolean (state);
}

/* Tells the finder what is wanted. */
static void
apply_filter (SbAlliancesPage *self)
{
  SbGraphFilter filter = { 0 };
  gboolean is_narrowed = FALSE;

  for (guint i = 0; i < SB_N_GRAPH_STANCES; i++)
    filter.hidden_stances |= is_on (self, FIRST_STANCE + i) ? 0 : 1u << i;
  for (guint i = 0; i <= SB_ACTOR_KIND_PERSON; i++)
    filter.hidden_actor_kinds |= is_on (self, FIRST_KIND + i) ? 0 : 1u << i;
  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    is_narrowed = is_narrowed || is_on (self, i) != toggles[i].is_on;

  filter.hides_alliances = !is_on (self, ALLIANCES);
  filter.flags = (is_on (self, SURE) ? SB_GRAPH_SURE_ONLY : 0) | (is_on (self, SOURCED) ? SB_GRAPH_SOURCED_ONLY : 0) |
                 (is_on (self, LONE) ? SB_GRAPH_WITH_LONE : 0);
  filter.focus = self->focus != NULL ? sb_record_get_id (self->focus) : 0;
  filter.n_steps = (guint) gtk_spin_button_get_value_as_int (self->steps);

  if (is_narrowed)
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "filtering");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "filtering");
  if (self->finder != NULL)
    sb_graph_finder_set_filter (self->finder, &filter);
}

void
_sb_alliances_page_set_focus (SbAlliancesPage *self,
                              SbRecord *record)
{
  g_autofree char *text = NULL;

  g_set_object (&self->focus, record);
  gtk_widget_set_visible (self->focus_bar, record != NULL);
  if (record != NULL)
    {
      /* Translators: the graph shows what is near this actor. */
      text = g_strdup_printf (_ ("Around %s"), sb_record_get_title (record, sb_session_get_language (sb_page_get_session (SB_PAGE (self)))));
      gtk_label_set_text (self->focus_label, text);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->focus_label), text);
    }
  apply_filter (self);
}

/* What is not as it comes is remembered. */
static void
save_filter (SbAlliancesPage *self)
{
  SbContext *context = sb_page_get_context (SB_PAGE (self));
  g_autoptr (GStrvBuilder) turned = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  if (context == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    if (is_on (self, i) != toggles[i].is_on)
      g_strv_builder_add (turned, toggles[i].name);

  names = g_strv_builder_end (turned);
  g_settings_set_strv (sb_context_get_settings (context), "graph-filters", (const char *const *) names);
}

static void
toggled_cb (GSimpleAction *action,
            GVariant *state,
            gpointer user_data)
{
  g_simple_action_set_state (action, state);
  save_filter (user_data);
  apply_filter (user_data);
}

void
_sb_alliances_page_restore_filter (SbAlliancesPage *self)
{
  GSettings *settings = sb_context_get_settings (sb_page_get_context (SB_PAGE (self)));
  g_auto (GStrv) turned = g_settings_get_strv (settings, "graph-filters");

  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), toggles[i].name);
      gboolean is_turned = g_strv_contains ((const char *const *) turned, toggles[i].name);

      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (is_turned ? !toggles[i].is_on : toggles[i].is_on));
    }

  apply_filter (self);
}

void
_sb_alliances_page_reset_filter (SbAlliancesPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), toggles[i].name);

      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (toggles[i].is_on));
    }

  save_filter (self);
  _sb_alliances_page_set_focus (self, NULL);
}

void
_sb_alliances_page_add_filter (SbAlliancesPage *self)
{
  self->actions = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (toggles[i].name, NULL, g_variant_new_boolean (toggles[i].is_on));

      g_signal_connect_object (action, "change-state", G_CALLBACK (toggled_cb), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }

  gtk_widget_insert_action_group (GTK_WIDGET (self), "graph", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (self->steps, "value-changed", G_CALLBACK (apply_filter), self, G_CONNECT_SWAPPED);
}
