/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"

#include "sb-event.h"
#include "sb-judgement.h"
#include "sb-recommendation.h"
#include "sb-record-dates.h"
#include "sb-translate.h"

/* How many of each a summary tells, unless the template says less. */
#define MOST_FACTS  6
#define MOST_OTHERS 4

static guint
get_most (const SbTemplateBlock *block,
          guint most)
{
  return MIN (block->most, most);
}

/* Titles begin with a capital, which nothing but a full stop may stand before. */
static void
append_sentence (GString *text,
                 const char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

static void
take_paragraph (SbComposer *self,
                const char *lead,
                GString *text)
{
  g_autofree char *markup = NULL;

  if (text->len == 0)
    return;

  markup = g_strdup_printf ("**%s.** %s", lead, text->str);
  _sb_composer_take_text (self, SB_PIECE_PARAGRAPH, 0, markup);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  SbDate *one = sb_record_get_date (*(SbRecord *const *) a, SB_EVENT_DATE);
  SbDate *other = sb_record_get_date (*(SbRecord *const *) b, SB_EVENT_DATE);
  int first = one != NULL ? sb_date_get_first_day (one) : SB_DATE_DAY_MIN;
  int second = other != NULL ? sb_date_get_first_day (other) : SB_DATE_DAY_MIN;

  return first < second ? -1 : first > second;
}

/* The newest key facts, in the order in which they happened. */
static void
take_facts (SbComposer *self,
            const SbTemplateBlock *block)
{
  g_autoptr (GPtrArray) events = sb_briefing_input_list (self->input, SB_KIND_EVENT);
  g_autoptr (GString) text = g_string_new (NULL);
  guint most = get_most (block, MOST_FACTS);

  for (guint i = events->len; i > 0; i--)
    if (!sb_record_get_boolean (g_ptr_array_index (events, i - 1), SB_EVENT_KEY_FACT))
      g_ptr_array_remove_index (events, i - 1);
  g_ptr_array_sort (events, compare_days);
  for (guint i = events->len > most ? events->len - most : 0; i < events->len; i++)
    {
      SbRecord *event = g_ptr_array_index (events, i);
      g_autofree char *title = _sb_wording_strip_stop (sb_record_get_words (event, SB_EVENT_TITLE, self->language));
      g_autofree char *date = sb_record_format_date (event, SB_EVENT_DATE, self->language, SB_DATE_STYLE_LONG);
      g_autofree char *dated = g_strdup_printf ("%s (%s).", title, date);
      g_autofree char *sourced = _sb_wording_source (&self->wording, event, dated);

      append_sentence (text, sourced);
    }
  take_paragraph (self, sb_translate (self->language, "Facts"), text);
}

static void
take_restrictions (SbComposer *self,
                   const SbTemplateBlock *block)
{
  g_autoptr (GPtrArray) restrictions = sb_briefing_input_list (self->input, SB_KIND_RESTRICTION);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = restrictions->len; i > 0 && restrictions->len - i < get_most (block, MOST_OTHERS); i--)
    {
      SbRecord *restriction = g_ptr_array_index (restrictions, i - 1);
      g_autofree char *title = _sb_wording_strip_stop (sb_record_get_title (restriction, self->language));
      g_autofree char *stopped = g_strconcat (title, ".", NULL);
      g_autofree char *sourced = _sb_wording_source (&self->wording, restriction, stopped);

      append_sentence (text, sourced);
    }
  if (text->len > 0)
    {
      g_autofree char *list = g_strdup (text->str);

      g_string_printf (text, sb_translate_plural (self->language, "%u measure in force.", "%u measures in force.", restrictions->len), restrictions->len);
      append_sentence (text, list);
    }
  take_paragraph (self, sb_translate (self->language, "Restrictions"), text);
}

/* The records of a kind, in words, one after the other. */
static void
take_records (SbComposer *self,
              const SbTemplateBlock *block,
              SbKind kind,
              SbTemplateFilter filter,
              const char *lead)
{
  g_autoptr (GPtrArray) records = sb_briefing_input_list (self->input, kind);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_taken = 0;

  for (guint i = 0; i < records->len && n_taken < get_most (block, MOST_OTHERS); i++)
    {
      SbRecord *record = g_ptr_array_index (records, i);
      g_autofree char *markup = NULL;

      if (!_sb_selection_admits (self->selection, self->input, filter, record) ||
          (kind == SB_KIND_JUDGEMENT && sb_record_get_term (record, SB_JUDGEMENT_TOPIC, SB_JUDGEMENT_TOPIC_ANALYSIS) != SB_JUDGEMENT_TOPIC_ANALYSIS) ||
          (kind == SB_KIND_RECOMMENDATION && sb_record_get_integer (record, SB_RECOMMENDATION_PRIORITY, 0) != 1))
        continue;
      markup = _sb_wording_for_record (&self->wording, record);
      append_sentence (text, markup);
      n_taken++;
    }
  take_paragraph (self, lead, text);
}

static void
take_scenarios (SbComposer *self)
{
  GPtrArray *scenarios = sb_briefing_input_get_all (self->input, SB_KIND_SCENARIO);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < scenarios->len; i++)
    {
      SbRecord *scenario = g_ptr_array_index (scenarios, i);
      g_autofree char *title = _sb_wording_strip_stop (sb_record_get_title (scenario, self->language));
      g_autofree char *stopped = g_strconcat (title, ".", NULL);

      append_sentence (text, stopped);
    }
  take_paragraph (self, sb_translate (self->language, "Scenarios"), text);
}

void
_sb_block_compose_summary (SbComposer *self,
                           const SbTemplateBlock *block)
{
  _sb_composer_take_heading (self, block);
  take_facts (self, block);
  take_restrictions (self, block);
  take_records (self, block, SB_KIND_ALLIANCE, SB_TEMPLATE_FILTER_NONE, sb_translate (self->language, "Alliances"));
  take_records (self, block, SB_KIND_JUDGEMENT, SB_TEMPLATE_FILTER_GRADED, sb_translate (self->language, "Assessment"));
  take_scenarios (self);
  take_records (self, block, SB_KIND_RECOMMENDATION, SB_TEMPLATE_FILTER_NONE, sb_translate (self->language, "Advice"));
}
