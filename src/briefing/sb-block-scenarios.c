/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"

#include "sb-indicator.h"
#include "sb-judgement.h"
#include "sb-quotation-private.h"
#include "sb-record-dates.h"
#include "sb-scenario.h"
#include "sb-translate.h"

static gboolean
is_of (SbRecord *record,
       guint field,
       SbRecord *scenario)
{
  SbRef *ref = sb_record_get_ref (record, field);
  g_autoptr (SbRef) own = sb_record_dup_ref (scenario);

  return ref != NULL && sb_ref_equal (ref, own);
}

/* What happens, how likely, within which time, and what drives it. */
static void
take_scenario (SbComposer *self,
               SbRecord *scenario)
{
  g_autofree char *likelihood = _sb_wording_dup_likelihood (&self->wording, scenario, SB_SCENARIO_SCALE, SB_SCENARIO_BAND);
  g_autofree char *sourced = _sb_wording_source (&self->wording, scenario, sb_record_get_words (scenario, SB_SCENARIO_TEXT, self->language));
  const char *horizon = sb_record_get_words (scenario, SB_SCENARIO_HORIZON, self->language);
  const char *drivers = sb_record_get_words (scenario, SB_SCENARIO_DRIVERS, self->language);
  g_autoptr (GString) text = g_string_new (sourced);

  if (likelihood != NULL)
    g_string_append_printf (text, " [=%s=]", likelihood);
  if (horizon[0] != '\0')
    {
      g_autofree char *bare = _sb_wording_strip_stop (horizon);

      g_string_append_printf (text, " *%s* – %s.", sb_translate (self->language, "Horizon"), bare);
    }
  if (drivers[0] != '\0')
    {
      g_string_append_printf (text, " *%s* – ", sb_translate (self->language, "Drivers"));
      g_string_append (text, drivers);
    }
  _sb_composer_take_text (self, SB_PIECE_PARAGRAPH, 0, text->str);
}

static void
take_judgements (SbComposer *self,
                 SbRecord *scenario,
                 guint most)
{
  g_autoptr (GPtrArray) judgements = sb_briefing_input_list (self->input, SB_KIND_JUDGEMENT);
  SbPiece *list = sb_piece_new (SB_PIECE_LIST, 0, NULL);

  for (guint i = 0; i < judgements->len && sb_piece_get_n_children (list) < most; i++)
    {
      SbRecord *judgement = g_ptr_array_index (judgements, i);
      g_autofree char *markup = NULL;

      if (!is_of (judgement, SB_JUDGEMENT_SCENARIO, scenario) ||
          sb_record_get_term (judgement, SB_JUDGEMENT_TOPIC, SB_JUDGEMENT_TOPIC_ANALYSIS) == SB_JUDGEMENT_TOPIC_RISK)
        continue;
      markup = _sb_wording_for_record (&self->wording, judgement);
      sb_piece_append (list, _sb_composer_new_text (self, SB_PIECE_ITEM, 1, markup));
    }
  if (sb_piece_get_n_children (list) > 0)
    _sb_composer_take (self, list);
  else
    sb_piece_unref (list);
}

/* The last sign that was seen by the as-of day; NULL for none. */
static SbRecord *
get_last_sign (SbComposer *self,
               SbRecord *indicator)
{
  SbRecord *last = NULL;

  for (guint i = 0; i < sb_record_get_n_items (indicator, SB_INDICATOR_SIGNS); i++)
    {
      SbRecord *sign = sb_record_get_item (indicator, SB_INDICATOR_SIGNS, i);
      SbDate *date = sb_record_get_date (sign, SB_INDICATOR_SIGN_DATE);

      if (date == NULL || sb_date_get_first_day (date) <= sb_briefing_input_get_as_of (self->input))
        last = sign;
    }

  return last;
}

static char *
dup_sign (SbComposer *self,
          SbRecord *indicator,
          SbRecord *sign)
{
  g_autofree char *worded = NULL;
  g_autofree char *date = sign != NULL ? sb_record_format_date (sign, SB_INDICATOR_SIGN_DATE, self->language, SB_DATE_STYLE_MEDIUM) : NULL;
  const char *text = sb_record_get_words (sign, SB_INDICATOR_SIGN_TEXT, self->language);

  if (sign == NULL)
    return g_strdup ("–");

  worded = g_strdup_printf ("%s%s%s", date, date[0] != '\0' && text[0] != '\0' ? " – " : "", text);
  return _sb_quotation_mark_translations (worded, sb_briefing_input_get_evidence (self->input, indicator), self->language);
}

/* What is marked as seen by signs that came later was not seen yet. */
static const char *
get_state (SbComposer *self,
           SbRecord *indicator,
           SbRecord *sign)
{
  if (sign == NULL && sb_record_get_n_items (indicator, SB_INDICATOR_SIGNS) > 0)
    return sb_vocabulary_get_label (&sb_indicator_state_vocabulary, SB_INDICATOR_STATE_NOT_SEEN, self->language);

  return sb_record_get_term_label (indicator, SB_INDICATOR_STATE, self->language);
}

static void
take_indicators (SbComposer *self,
                 SbRecord *scenario)
{
  static const double shares[] = { 4.6, 1.5, 1.7, 4.2 };
  GPtrArray *indicators = sb_briefing_input_get_all (self->input, SB_KIND_INDICATOR);
  SbPiece *table = sb_piece_new (SB_PIECE_TABLE, 0, NULL);

  _sb_composer_add_row (self, table, sb_translate (self->language, "Indicator"), sb_translate (self->language, "Points"),
                        sb_translate (self->language, "State"), sb_translate (self->language, "Last sign"), NULL);
  for (guint i = 0; i < indicators->len; i++)
    {
      SbRecord *indicator = g_ptr_array_index (indicators, i);
      SbRecord *last;
      g_autofree char *sign = NULL;
      g_autofree char *statement = NULL;

      if (!is_of (indicator, SB_INDICATOR_SCENARIO, scenario))
        continue;

      last = get_last_sign (self, indicator);
      sign = dup_sign (self, indicator, last);
      statement = _sb_wording_strip_stop (sb_record_get_words (indicator, SB_INDICATOR_STATEMENT, self->language));
      _sb_composer_add_row (self, table, statement, sb_record_get_term_label (indicator, SB_INDICATOR_POLARITY, self->language),
                            get_state (self, indicator, last), sign, NULL);
    }

  if (sb_piece_get_n_children (table) > 1)
    _sb_composer_take (self, _sb_composer_finish_table (self, table, shares, G_N_ELEMENTS (shares)));
  else
    sb_piece_unref (table);
}

/* A scenario, and what decides its place. */
typedef struct
{
  SbRecord *scenario; /* not owned */
  guint n_signs;
  guint arrival;
} Candidate;

/* How many indicators that point to it have shown a sign. */
static guint
count_signs (SbComposer *self,
             SbRecord *scenario)
{
  GPtrArray *indicators = sb_briefing_input_get_all (self->input, SB_KIND_INDICATOR);
  guint n_signs = 0;

  for (guint i = 0; i < indicators->len; i++)
    {
      SbRecord *indicator = g_ptr_array_index (indicators, i);

      if (is_of (indicator, SB_INDICATOR_SCENARIO, scenario) && get_last_sign (self, indicator) != NULL &&
          sb_record_get_term (indicator, SB_INDICATOR_POLARITY, SB_INDICATOR_POLARITY_FOR) == SB_INDICATOR_POLARITY_FOR)
        n_signs++;
    }

  return n_signs;
}

static int
compare_signs (gconstpointer a,
               gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  if (one->n_signs != other->n_signs)
    return one->n_signs > other->n_signs ? -1 : 1;

  return one->arrival < other->arrival ? -1 : one->arrival > other->arrival;
}

static int
compare_arrivals (gconstpointer a,
                  gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  return one->arrival < other->arrival ? -1 : one->arrival > other->arrival;
}

/* As many as the block takes (element-type Candidate), in their order: those that most is
 * seen of. */
static GArray *
list_scenarios (SbComposer *self,
                const SbTemplateBlock *block)
{
  GPtrArray *scenarios = sb_briefing_input_get_all (self->input, SB_KIND_SCENARIO);
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < scenarios->len; i++)
    {
      SbRecord *scenario = g_ptr_array_index (scenarios, i);
      Candidate candidate = { scenario, count_signs (self, scenario), i };

      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_signs);
  g_array_set_size (candidates, MIN (candidates->len, block->most));
  g_array_sort (candidates, compare_arrivals);

  return candidates;
}

void
_sb_block_compose_scenarios (SbComposer *self,
                             const SbTemplateBlock *block)
{
  g_autoptr (GArray) scenarios = list_scenarios (self, block);

  if (_sb_composer_take_nothing (self, block, scenarios->len))
    return;

  _sb_composer_take_heading (self, block);
  for (guint i = 0; i < scenarios->len; i++)
    {
      SbRecord *scenario = g_array_index (scenarios, Candidate, i).scenario;

      _sb_composer_take_subheading (self, block, sb_record_get_title (scenario, self->language));
      take_scenario (self, scenario);
      take_judgements (self, scenario, block->most);
      take_indicators (self, scenario);
    }
}
