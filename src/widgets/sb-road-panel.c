/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-road-panel-private.h"

#include "sb-code-names.h"
#include "sb-place-suggestions.h"
#include "sb-road-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* How far a position may be from a place on a road to mean it. */
#define NEAREST_KM 60.0

/* What is no farther is the same place, in another network. */
#define SAME_KM 1.0

/* An end of the way. It is kept by what does not change with the network. */
typedef struct
{
  GtkEntry *entry; /* of the template */
  char *name; /* (owned) (nullable): NULL when it is not set */
  SbPosition position;
  guint place; /* of the network of the moment */
  gboolean is_found;
} End;

struct _SbRoadPanel
{
  GtkWidget parent_instance;

  SbSession *session; /* (owned) (nullable) */
  SbRoadConditions *conditions; /* (owned) (nullable) */
  SbRoadRoute *route; /* (owned) (nullable) */
  GPtrArray *cut_off; /* (owned) (nullable) (element-type SbRoadCutOff) */
  gboolean asks_cut_off;
  gboolean is_filling; /* an entry is being filled, and not by the user */

  End ends[2];
  SbRoadEnd asked; /* the end that the suggestions are for */
  SbPlaceFinder *finder; /* (owned) (nullable): made when something is typed */
  GtkEntry *from;
  GtkEntry *to;
  SbPlaceSuggestions *suggestions;
  GtkWidget *box;
  GtkBox *answers;
};

G_DEFINE_FINAL_TYPE (SbRoadPanel, sb_road_panel, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ASKS_CUT_OFF,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
append_answer (SbRoadPanel *self,
               GtkWidget *answer)
{
  gtk_box_append (self->answers, answer);
}

static void
append_sentence (SbRoadPanel *self,
                 const char *sentence)
{
  append_answer (self, _sb_road_answers_new_sentence (sentence));
}

static void
clear_answers (SbRoadPanel *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->answers))) != NULL)
    gtk_box_remove (self->answers, child);
}

/* With a start: what is cut off from there; else from capitals. */
static void
answer_cut_off (SbRoadPanel *self)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (self->conditions);
  const End *from = &self->ends[SB_ROAD_END_FROM];
  g_autofree char *heading = NULL;

  if (from->is_found)
    {
      const SbRoadPlace *place = sb_road_network_get_place (network, from->place);

      self->cut_off = sb_road_list_cut_off (self->conditions, &from->place, 1, NULL);
      heading = g_strdup_printf (_ ("Cut off from %s"), sb_road_place_get_name (place, sb_language_get_interface ()));
    }
  else
    {
      self->cut_off = sb_road_list_cut_off_from_capitals (self->conditions);
      heading = g_strdup (_ ("Cut off from the capital of their country"));
    }

  append_sentence (self, heading);
  if (self->cut_off->len == 0)
    append_sentence (self, _ ("No place is known to be cut off."));
  else
    append_answer (self, _sb_road_answers_new_cut_off (self->conditions, self->cut_off, self->session));
}

static void
answer_route (SbRoadPanel *self)
{
  GtkWidget *shares;

  self->route = sb_road_route_new (self->conditions, self->ends[SB_ROAD_END_FROM].place, self->ends[SB_ROAD_END_TO].place);
  for (guint i = 0; i < self->route->verdicts->len; i++)
    append_answer (self, _sb_road_answers_new_verdict (self->route, i, self->session));
  shares = _sb_road_answers_new_shares (self->route, self->session);
  if (shares != NULL)
    append_answer (self, shares);
}

/* The roads to the one place that was named, and from which ports it is served. */
static void
answer_approaches (SbRoadPanel *self,
                   const End *end)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (self->conditions);
  const char *name = sb_road_place_get_name (sb_road_network_get_place (network, end->place), sb_language_get_interface ());
  g_autofree char *heading = g_strdup_printf (_ ("Roads to %s"), name);

  append_sentence (self, heading);
  append_answer (self, _sb_road_answers_new_approaches (self->conditions, end->place, self->session));
}

/* Says of an end that was named why there is none; FALSE when there is nothing to
 * say. */
static gboolean
explain_end (SbRoadPanel *self,
             End *end)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (end->entry));
  g_autofree char *sentence = NULL;

  if (end->is_found || text[0] == '\0' || self->conditions == NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (end->entry), "error");
      return FALSE;
    }

  gtk_widget_add_css_class (GTK_WIDGET (end->entry), "error");
  sentence = g_strdup_printf (_ ("No place on the roads is called “%s”."), text);
  append_sentence (self, sentence);
  return TRUE;
}

static void
answer (SbRoadPanel *self)
{
  const End *from = &self->ends[SB_ROAD_END_FROM];
  const End *to = &self->ends[SB_ROAD_END_TO];
  gboolean is_explained;

  clear_answers (self);
  sb_place_suggestions_clear (self->suggestions);
  g_clear_pointer (&self->route, sb_road_route_free);
  g_clear_pointer (&self->cut_off, g_ptr_array_unref);
  is_explained = explain_end (self, &self->ends[SB_ROAD_END_FROM]) | explain_end (self, &self->ends[SB_ROAD_END_TO]);
  if (self->conditions == NULL)
    append_sentence (self, _ ("The roads are being read."));
  else if (self->asks_cut_off)
    answer_cut_off (self);
  else if (from->is_found && to->is_found)
    answer_route (self);
  else if (!is_explained && (from->is_found || to->is_found))
    answer_approaches (self, to->is_found ? to : from);
  else if (!is_explained)
    append_sentence (self, _ ("Name one place for the roads that lead to it, two for the way between them, or choose them on the map with the right mouse button."));

  g_signal_emit (self, signals[CHANGED], 0);
}

/* "Rosso (MR)" where another place of the network has the name as well. */
static char *
format_place (const SbRoadNetwork *network,
              guint index)
{
  const SbRoadPlace *place = sb_road_network_get_place (network, index);
  const char *name = sb_road_place_get_name (place, sb_language_get_interface ());
  g_autoptr (GArray) same = sb_road_network_find_name (network, name);

  return same->len > 1 && place->country != NULL ? g_strdup_printf ("%s (%s)", name, place->country) : g_strdup (name);
}

static void
set_end (SbRoadPanel *self,
         End *end,
         guint place)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (self->conditions);

  g_free (end->name);
  end->name = format_place (network, place);
  end->position = sb_road_network_get_place (network, place)->position;
  end->place = place;
  end->is_found = TRUE;
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (end->entry)), end->name) == 0)
    return;

  self->is_filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (end->entry), end->name);
  gtk_editable_set_position (GTK_EDITABLE (end->entry), -1);
  self->is_filling = FALSE;
}

static void
unset_end (End *end)
{
  g_clear_pointer (&end->name, g_free);
  end->is_found = FALSE;
}

/* An end that was set before, in the network of now. */
static void
renew_end (SbRoadPanel *self,
           End *end)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (self->conditions);

  end->is_found = end->name != NULL && sb_road_network_find_nearest (network, end->position, SAME_KM, &end->place);
}

/* By what is typed, the places on the roads. */
static SbPlaceFinder *
create_finder (const SbRoadNetwork *network)
{
  SbLanguage language = sb_language_get_interface ();
  SbPlaceFinder *finder = sb_place_finder_new (language, NULL);

  for (guint i = 0; i < sb_road_network_get_n_places (network); i++)
    {
      const SbRoadPlace *place = sb_road_network_get_place (network, i);
      SbNamedPlace named = {
        .other_names = place->other_names,
        .context = place->country != NULL ? sb_country_get_name (place->country, language) : NULL,
        .kind = SB_PLACE_KIND_TOWN,
        .position = place->position,
        .population = place->population,
        .tag = i,
      };

      for (SbLanguage one = 0; one < SB_N_LANGUAGES; one++)
        named.names[one] = place->names[one];
      if (*sb_road_place_get_name (place, language) != '\0')
        sb_place_finder_add_named (finder, &named);
    }
  sb_place_finder_finish (finder);

  return finder;
}

static SbRoadEnd
get_end_of (SbRoadPanel *self,
            GtkEntry *entry)
{
  return entry == self->from ? SB_ROAD_END_FROM : SB_ROAD_END_TO;
}

/* Shows what the text of an end could mean; FALSE when that is nothing. */
static gboolean
suggest (SbRoadPanel *self,
         SbRoadEnd end)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->ends[end].entry));

  if (self->conditions == NULL)
    return FALSE;

  if (self->finder == NULL)
    {
      self->finder = create_finder (sb_road_conditions_get_network (self->conditions));
      sb_place_suggestions_set_finder (self->suggestions, self->finder);
    }
  self->asked = end;
  return sb_place_suggestions_show (self->suggestions, text) > 0;
}

/* What is shown for one end means nothing for the other. */
static gboolean
is_suggested (SbRoadPanel *self,
              SbRoadEnd end)
{
  return self->asked == end && gtk_widget_get_visible (GTK_WIDGET (self->suggestions));
}

static void
suggestion_chosen_cb (SbRoadPanel *self,
                      const SbFoundPlace *place)
{
  SbRoadEnd end = self->asked;

  if (place->tag != G_MAXUINT)
    set_end (self, &self->ends[end], place->tag);
  else if (!sb_road_panel_set_position (self, end, place->position, NEAREST_KM))
    unset_end (&self->ends[end]);
  answer (self);
}

static void
entry_activated_cb (SbRoadPanel *self,
                    GtkEntry *entry)
{
  SbRoadEnd end = get_end_of (self, entry);

  if (self->ends[end].is_found && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), self->ends[end].name) == 0)
    {
      answer (self);
      return;
    }

  if ((is_suggested (self, end) || suggest (self, end)) && sb_place_suggestions_choose (self->suggestions))
    return;

  unset_end (&self->ends[end]);
  answer (self);
}

/* An entry that was emptied means no place any more. */
static void
entry_changed_cb (SbRoadPanel *self,
                  GtkEntry *entry)
{
  SbRoadEnd end = get_end_of (self, entry);

  if (self->is_filling)
    return;

  if (gtk_editable_get_text (GTK_EDITABLE (entry))[0] != '\0')
    {
      suggest (self, end);
      return;
    }

  sb_place_suggestions_clear (self->suggestions);
  unset_end (&self->ends[end]);
  answer (self);
}

/* Asks for the way from or to @place: whichever end is not set. */
static void
ask_action (GtkWidget *widget,
            const char *action,
            GVariant *parameter)
{
  SbRoadPanel *self = SB_ROAD_PANEL (widget);
  guint place = g_variant_get_uint32 (parameter);

  if (self->conditions == NULL || place >= sb_road_network_get_n_places (sb_road_conditions_get_network (self->conditions)))
    return;

  set_end (self, &self->ends[self->ends[SB_ROAD_END_FROM].is_found ? SB_ROAD_END_TO : SB_ROAD_END_FROM], place);
  answer (self);
}

static void
turn_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  SbRoadPanel *self = SB_ROAD_PANEL (widget);
  const End from = self->ends[SB_ROAD_END_FROM];
  const End to = self->ends[SB_ROAD_END_TO];

  if (!from.is_found && !to.is_found)
    return;

  if (to.is_found)
    set_end (self, &self->ends[SB_ROAD_END_FROM], to.place);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->from), "");
  if (from.is_found)
    set_end (self, &self->ends[SB_ROAD_END_TO], from.place);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->to), "");
  answer (self);
}

static void
set_up_entry (SbRoadPanel *self,
              GtkEntry *entry)
{
  sb_place_suggestions_follow (self->suggestions, GTK_WIDGET (entry));
  g_signal_connect_object (entry, "activate", G_CALLBACK (entry_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
sb_road_panel_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  if (prop_id == PROP_ASKS_CUT_OFF)
    g_value_set_boolean (value, SB_ROAD_PANEL (object)->asks_cut_off);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sb_road_panel_set_property (GObject *object,
                            guint prop_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  if (prop_id == PROP_ASKS_CUT_OFF)
    sb_road_panel_set_asks_cut_off (SB_ROAD_PANEL (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sb_road_panel_dispose (GObject *object)
{
  SbRoadPanel *self = SB_ROAD_PANEL (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->route, sb_road_route_free);
  g_clear_pointer (&self->cut_off, g_ptr_array_unref);
  g_clear_pointer (&self->conditions, sb_road_conditions_unref);
  g_clear_object (&self->session);
  g_clear_pointer (&self->finder, sb_place_finder_unref);

  G_OBJECT_CLASS (sb_road_panel_parent_class)->dispose (object);
}

static void
sb_road_panel_finalize (GObject *object)
{
  SbRoadPanel *self = SB_ROAD_PANEL (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->ends); i++)
    g_free (self->ends[i].name);

  G_OBJECT_CLASS (sb_road_panel_parent_class)->finalize (object);
}

static void
sb_road_panel_class_init (SbRoadPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sb_road_panel_get_property;
  object_class->set_property = sb_road_panel_set_property;
  object_class->dispose = sb_road_panel_dispose;
  object_class->finalize = sb_road_panel_finalize;

  properties[PROP_ASKS_CUT_OFF] =
    g_param_spec_boolean ("asks-cut-off", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SB_TYPE_PLACE_SUGGESTIONS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/SahelBrief/ui/sb-road-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SbRoadPanel, box);
  gtk_widget_class_bind_template_child (widget_class, SbRoadPanel, from);
  gtk_widget_class_bind_template_child (widget_class, SbRoadPanel, to);
  gtk_widget_class_bind_template_child (widget_class, SbRoadPanel, suggestions);
  gtk_widget_class_bind_template_callback (widget_class, suggestion_chosen_cb);
  gtk_widget_class_bind_template_child (widget_class, SbRoadPanel, answers);
  gtk_widget_class_install_action (widget_class, "way.turn", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "way.ask", "u", ask_action);
  gtk_widget_class_install_property_action (widget_class, "way.asks-cut-off", "asks-cut-off");
}

static void
sb_road_panel_init (SbRoadPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->ends[SB_ROAD_END_FROM].entry = self->from;
  self->ends[SB_ROAD_END_TO].entry = self->to;
  set_up_entry (self, self->from);
  set_up_entry (self, self->to);
  answer (self);
}

GtkWidget *
sb_road_panel_new (void)
{
  return g_object_new (SB_TYPE_ROAD_PANEL, NULL);
}

void
sb_road_panel_set_session (SbRoadPanel *self,
                           SbSession *session)
{
  g_return_if_fail (SB_IS_ROAD_PANEL (self));

  g_set_object (&self->session, session);
}

void
sb_road_panel_set_conditions (SbRoadPanel *self,
                              SbRoadConditions *conditions)
{
  g_return_if_fail (SB_IS_ROAD_PANEL (self));

  if (conditions == self->conditions)
    return;

  g_clear_pointer (&self->route, sb_road_route_free);
  g_clear_pointer (&self->conditions, sb_road_conditions_unref);
  g_clear_pointer (&self->finder, sb_place_finder_unref);
  sb_place_suggestions_set_finder (self->suggestions, NULL);
  if (conditions != NULL)
    {
      self->conditions = sb_road_conditions_ref (conditions);
      renew_end (self, &self->ends[SB_ROAD_END_FROM]);
      renew_end (self, &self->ends[SB_ROAD_END_TO]);
    }
  answer (self);
}

gboolean
sb_road_panel_set_position (SbRoadPanel *self,
                            SbRoadEnd end,
                            SbPosition position,
                            double max_km)
{
  guint place;

  g_return_val_if_fail (SB_IS_ROAD_PANEL (self), FALSE);

  if (self->conditions == NULL ||
      !sb_road_network_find_nearest (sb_road_conditions_get_network (self->conditions), position, max_km, &place))
    return FALSE;

  set_end (self, &self->ends[end], place);
  sb_road_panel_set_asks_cut_off (self, FALSE);
  answer (self);
  return TRUE;
}

void
sb_road_panel_set_place (SbRoadPanel *self,
                         SbRoadEnd end,
                         const char *name)
{
  g_return_if_fail (SB_IS_ROAD_PANEL (self));
  g_return_if_fail (name != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->ends[end].entry), name);
  entry_activated_cb (self, self->ends[end].entry);
}

void
sb_road_panel_set_asks_cut_off (SbRoadPanel *self,
                                gboolean asks_cut_off)
{
  g_return_if_fail (SB_IS_ROAD_PANEL (self));

  if (self->asks_cut_off == asks_cut_off)
    return;

  self->asks_cut_off = asks_cut_off;
  answer (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASKS_CUT_OFF]);
}

void
sb_road_panel_focus (SbRoadPanel *self)
{
  g_return_if_fail (SB_IS_ROAD_PANEL (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->from));
}

const SbRoadRoute *
sb_road_panel_get_route (SbRoadPanel *self)
{
  g_return_val_if_fail (SB_IS_ROAD_PANEL (self), NULL);

  return self->route;
}

const GPtrArray *
sb_road_panel_get_cut_off (SbRoadPanel *self)
{
  g_return_val_if_fail (SB_IS_ROAD_PANEL (self), NULL);

  return self->cut_off;
}

gboolean
sb_road_panel_get_end (SbRoadPanel *self,
                       SbRoadEnd end,
                       SbPosition *position)
{
  g_return_val_if_fail (SB_IS_ROAD_PANEL (self), FALSE);
  g_return_val_if_fail (position != NULL, FALSE);

  *position = self->ends[end].position;
  return self->ends[end].is_found;
}
