/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-scenario-board.h"

#include "sb-hypothesis-matrix.h"
#include "sb-indicator.h"
#include "sb-record-dates.h"
#include "sb-scenario.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _SbScenarioBoard
{
  GtkWidget parent_instance;

  SbSession *session; /* (owned) (nullable) */
  GtkWidget *scroller;
};

G_DEFINE_FINAL_TYPE (SbScenarioBoard, sb_scenario_board, GTK_TYPE_WIDGET)

static SbLanguage
get_language (SbScenarioBoard *self)
{
  return sb_session_get_language (self->session);
}

/* The sign that was seen last; NULL when none was. */
static SbRecord *
find_last_sign (SbRecord *indicator)
{
  SbRecord *last = NULL;

  for (guint i = 0; i < sb_record_get_n_items (indicator, SB_INDICATOR_SIGNS); i++)
    {
      SbRecord *sign = sb_record_get_item (indicator, SB_INDICATOR_SIGNS, i);
      SbDate *date = sb_record_get_date (sign, SB_INDICATOR_SIGN_DATE);

      /* One without a date says nothing of being the last. */
      if (last == NULL || (date != NULL && (!sb_record_has (last, SB_INDICATOR_SIGN_DATE) ||
                                            sb_date_compare (date, sb_record_get_date (last, SB_INDICATOR_SIGN_DATE)) >= 0)))
        last = sign;
    }

  return last;
}

static char *
format_indicator (SbRecord *indicator,
                  SbLanguage language)
{
  SbRecord *sign = find_last_sign (indicator);
  g_autofree char *date = sign != NULL ? sb_record_format_date (sign, SB_INDICATOR_SIGN_DATE, language, SB_DATE_STYLE_LONG) : NULL;
  g_autoptr (GString) text = g_string_new (sb_record_get_term_label (indicator, SB_INDICATOR_STATE, language));

  if (sb_record_has (indicator, SB_INDICATOR_POLARITY))
    g_string_append_printf (text, " · %s", sb_record_get_term_label (indicator, SB_INDICATOR_POLARITY, language));
  if (sign != NULL)
    g_string_append_printf (text, "\n%s%s%s", date, *date != '\0' ? " · " : "", sb_record_get_words (sign, SB_INDICATOR_SIGN_TEXT, language));

  return g_strdup (text->str);
}

static void
row_activated_cb (SbScenarioBoard *self,
                  GtkWidget *row)
{
  sb_session_select (self->session, g_object_get_data (G_OBJECT (row), "sb-ref"));
}

static const char *
get_state_icon (SbRecord *indicator)
{
  switch (sb_record_get_term (indicator, SB_INDICATOR_STATE, SB_INDICATOR_STATE_NOT_SEEN))
    {
    case SB_INDICATOR_STATE_SEEN:
      return "emblem-ok-symbolic";

    case SB_INDICATOR_STATE_EMERGING:
      return "content-loading-symbolic";

    case SB_INDICATOR_STATE_NOT_SEEN:
    default:
      return "radio-symbolic";
    }
}

static void
add_row (SbScenarioBoard *self,
         GtkWidget *group,
         SbRecord *record,
         const char *icon_name,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *markup = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sb_record_get_title (record, get_language (self)));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon_name);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "sb-ref", sb_record_dup_ref (record), (GDestroyNotify) sb_ref_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
add_group (GtkWidget *box,
           const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *markup = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), markup);
  gtk_box_append (GTK_BOX (box), group);
  return group;
}

static void
add_scenario (SbScenarioBoard *self,
              GtkWidget *box,
              SbRecord *scenario,
              GPtrArray *indicators)
{
  SbLanguage language = get_language (self);
  GtkWidget *group = add_group (box, sb_record_get_title (scenario, language));
  const char *horizon = sb_record_get_words (scenario, SB_SCENARIO_HORIZON, language);
  g_autofree char *likelihood = sb_scenario_format_likelihood (scenario, language);
  g_autofree char *text = g_strjoin (*likelihood != '\0' && *horizon != '\0' ? " · " : "", likelihood, horizon, NULL);

  add_row (self, group, scenario, "sb-note-symbolic", *text != '\0' ? text : _ ("Nobody has judged how likely it is"));
  for (guint i = 0; i < indicators->len; i++)
    {
      SbRecord *indicator = g_ptr_array_index (indicators, i);
      SbRef *own = sb_record_get_ref (indicator, SB_INDICATOR_SCENARIO);
      g_autofree char *state = NULL;

      if (own == NULL || sb_ref_get_id (own) != sb_record_get_id (scenario))
        continue;
      state = format_indicator (indicator, language);
      add_row (self, group, indicator, get_state_icon (indicator), state);
    }
}

static void
add_others (SbScenarioBoard *self,
            GtkWidget *box,
            GPtrArray *indicators)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < indicators->len; i++)
    {
      SbRecord *indicator = g_ptr_array_index (indicators, i);
      g_autofree char *state = NULL;

      if (sb_record_has (indicator, SB_INDICATOR_SCENARIO))
        continue;
      if (group == NULL)
        group = add_group (box, _ ("Indicators of no scenario"));
      state = format_indicator (indicator, get_language (self));
      add_row (self, group, indicator, get_state_icon (indicator), state);
    }
}

static GtkWidget *
create_empty (void)
{
  return g_object_new (ADW_TYPE_STATUS_PAGE,
                       "icon-name", "sb-event-symbolic",
                       "title", _ ("No scenario yet"),
                       "description", _ ("What could come, how likely, and what to watch for it. In a document, select a passage and press E, then I, to lift an indicator; an import brings scenarios."),
                       NULL);
}

static void
sb_scenario_board_dispose (GObject *object)
{
  SbScenarioBoard *self = SB_SCENARIO_BOARD (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sb_scenario_board_parent_class)->dispose (object);
}

static void
sb_scenario_board_class_init (SbScenarioBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sb_scenario_board_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "scenarioboard");
}

static void
sb_scenario_board_init (SbScenarioBoard *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

void
sb_scenario_board_set_session (SbScenarioBoard *self,
                               SbSession *session)
{
  g_return_if_fail (SB_IS_SCENARIO_BOARD (self));

  g_set_object (&self->session, session);
}

void
sb_scenario_board_show (SbScenarioBoard *self,
                        GPtrArray *scenarios,
                        GPtrArray *indicators)
{
  GtkWidget *clamp;
  GtkWidget *box;

  g_return_if_fail (SB_IS_SCENARIO_BOARD (self) && self->session != NULL);
  g_return_if_fail (scenarios != NULL && indicators != NULL);

  if (scenarios->len == 0 && indicators->len == 0)
    {
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), create_empty ());
      return;
    }

  clamp = adw_clamp_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  for (guint i = 0; i < scenarios->len; i++)
    add_scenario (self, box, g_ptr_array_index (scenarios, i), indicators);
  add_others (self, box, indicators);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
}
