/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-chart-private.h"

#include "sb-actor.h"
#include "sb-date-format.h"
#include "sb-text.h"
#include "sb-translate.h"

#include <glib/gi18n.h>
#include <string.h>

#define DAYS_A_WEEK 7
#define MOST_WEEKS  53
#define MOST_MONTHS 60
#define MOST_ACTORS 16
#define MOST_TOLD   24 /* bars, in words */

/* Days are counted from 1 January 1970, which was a Thursday; GLib's from the year 1. */
#define WEEKDAY_OF_EPOCH 3
#define JULIAN_OF_EPOCH  719163

#define SERIES_LEAST 0
#define SERIES_MORE  1

static const char *const titles[][SB_TEMPLATE_BY_ACTOR + 1] = {
  [SB_TEMPLATE_MEASURE_EVENTS] = { N_ ("Events by week"), N_ ("Events by month"), N_ ("Events by type"), N_ ("Events by actor") },
  [SB_TEMPLATE_MEASURE_FATALITIES] = { N_ ("Deaths by week"), N_ ("Deaths by month"), N_ ("Deaths by type of event"), N_ ("Deaths by actor that took part") },
};

/* The fill of each type, the same in every chart: neighbours differ by pattern and by
 * lightness (sb-chart-figure.c). */
static const guint type_patterns[] = {
  [SB_EVENT_TYPE_BATTLE] = 0,
  [SB_EVENT_TYPE_EXPLOSION] = 3,
  [SB_EVENT_TYPE_VIOLENCE_AGAINST_CIVILIANS] = 2,
  [SB_EVENT_TYPE_PROTEST] = 4,
  [SB_EVENT_TYPE_RIOT] = 5,
  [SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT] = 1,
  [SB_EVENT_TYPE_POLITICS] = 6,
};

/* Counting: the bars by what they stand for. */
typedef struct
{
  SbChart *chart; /* not owned */
  const SbBriefingInput *input; /* not owned */
  SbTemplateMeasure measure;
  SbTemplateBy by;
  GHashTable *places; /* (owned) what a bar stands for → its number + 1 */
} Counting;

static void
bar_clear (gpointer data)
{
  SbChartBar *bar = data;

  g_free (bar->label);
  g_free (bar->words);
}

double
_sb_chart_bar_get_total (const SbChartBar *bar)
{
  double total = 0;

  for (guint i = 0; i < SB_CHART_MAX_SERIES; i++)
    total += bar->values[i];

  return total;
}

static int
floor_week (int day)
{
  int weekday = (day + WEEKDAY_OF_EPOCH) % DAYS_A_WEEK;

  return day - (weekday < 0 ? weekday + DAYS_A_WEEK : weekday);
}

/* Months since the year 0. */
static int
get_month (int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint) CLAMP ((gint64) day + JULIAN_OF_EPOCH, 1, G_MAXINT));

  return (int) g_date_get_year (&date) * 12 + (int) g_date_get_month (&date) - 1;
}

/* "20 avr." of "20 avr. 2026" */
static char *
dup_short_day (int day,
               SbLanguage language)
{
  char *text = sb_day_format (day, language, SB_DATE_STYLE_MEDIUM);
  char *end = text + strlen (text);

  while (end > text && g_ascii_isdigit (end[-1]))
    *--end = '\0';
  while (g_str_has_suffix (text, "\302\240") || g_str_has_suffix (text, " "))
    text[strlen (text) - (g_str_has_suffix (text, " ") ? 1 : 2)] = '\0';

  return text;
}

static char *
dup_month (int month,
           SbLanguage language,
           SbDateStyle style)
{
  g_autofree char *edtf = g_strdup_printf ("%04d-%02d", month / 12, month % 12 + 1);
  g_autoptr (SbDate) date = sb_date_new (edtf, NULL);

  return date != NULL ? sb_date_format (date, language, style) : g_strdup (edtf);
}

/* Takes the texts over. */
static void
add_bar (Counting *self,
         gint64 key,
         char *label,
         char *words)
{
  SbChartBar bar = { .label = label, .words = words };

  g_array_append_val (self->chart->bars, bar);
  g_hash_table_insert (self->places, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (self->chart->bars->len));
}

static SbChartBar *
find_bar (Counting *self,
          gint64 key)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &key));

  return place > 0 ? &g_array_index (self->chart->bars, SbChartBar, place - 1) : NULL;
}

/* The days that the bars of time reach over: of the period, else of the events. */
static gboolean
find_days (const SbBriefingInput *input,
           GPtrArray *events,
           int *first,
           int *last)
{
  int earliest = SB_DATE_DAY_MAX;
  int latest = SB_DATE_DAY_MIN;

  for (guint i = 0; i < events->len; i++)
    {
      SbDate *date = sb_record_get_date (g_ptr_array_index (events, i), SB_EVENT_DATE);

      if (date == NULL || sb_date_get_first_day (date) == SB_DATE_DAY_MIN || sb_date_get_last_day (date) == SB_DATE_DAY_MAX)
        continue;
      earliest = MIN (earliest, sb_date_get_first_day (date));
      latest = MAX (latest, sb_date_get_first_day (date));
    }
  *first = sb_briefing_input_get_first (input) != SB_DATE_DAY_MIN ? sb_briefing_input_get_first (input) : earliest;
  *last = sb_briefing_input_get_last (input) != SB_DATE_DAY_MAX ? sb_briefing_input_get_last (input) : latest;

  return *first != SB_DATE_DAY_MAX && *last != SB_DATE_DAY_MIN && *first <= *last;
}

static void
add_weeks (Counting *self,
           int first,
           int last)
{
  SbLanguage language = self->chart->language;

  for (int day = floor_week (first); day <= last; day += DAYS_A_WEEK)
    {
      g_autofree char *monday = sb_day_format (day, language, SB_DATE_STYLE_LONG);

      add_bar (self, day, dup_short_day (day, language), g_strdup_printf (sb_translate (language, "week of %s"), monday));
    }
}

static void
add_months (Counting *self,
            int first,
            int last)
{
  SbLanguage language = self->chart->language;
  int end = get_month (last);

  for (int month = MAX (get_month (first), end - MOST_MONTHS + 1); month <= end; month++)
    add_bar (self, month, dup_month (month, language, SB_DATE_STYLE_MEDIUM), dup_month (month, language, SB_DATE_STYLE_LONG));
}

static void
add_types (Counting *self)
{
  for (int type = 0; type <= SB_EVENT_TYPE_POLITICS; type++)
    {
      const char *label = sb_vocabulary_get_label (&sb_event_type_vocabulary, type, self->chart->language);

      add_bar (self, type, g_strdup (label), g_strdup (label));
    }
}

static const char *
get_actor_name (Counting *self,
                const SbRef *ref)
{
  SbRecord *actor = sb_briefing_input_find (self->input, ref);
  const char *short_name = actor != NULL ? sb_record_get_text (actor, SB_ACTOR_SHORT_NAME) : NULL;

  return short_name != NULL && short_name[0] != '\0' ? short_name : sb_ref_get_name (ref, self->chart->language);
}

/* What an event adds to a bar. */
static void
add_to_bar (Counting *self,
            SbChartBar *bar,
            SbRecord *event)
{
  int type = sb_record_get_term (event, SB_EVENT_TYPE, -1);

  if (self->measure == SB_TEMPLATE_MEASURE_FATALITIES)
    {
      gint64 low = sb_record_get_integer (event, SB_EVENT_FATALITIES_LOW, 0);
      gint64 high = sb_record_get_integer (event, SB_EVENT_FATALITIES_HIGH, low);

      bar->values[SERIES_LEAST] += (double) MAX (low, 0);
      bar->values[SERIES_MORE] += (double) MAX (high - MAX (low, 0), 0);
      return;
    }

  /* By type, the bar says it all. */
  if (self->by == SB_TEMPLATE_BY_TYPE || type < 0 || type >= SB_CHART_MAX_SERIES)
    type = 0;
  bar->values[type] += 1;
}

static gboolean
add_to_time (Counting *self,
             SbRecord *event)
{
  SbDate *date = sb_record_get_date (event, SB_EVENT_DATE);
  gboolean is_week = self->by == SB_TEMPLATE_BY_WEEK;
  int most_days = is_week ? DAYS_A_WEEK : 31;
  SbChartBar *bar;
  int day;

  if (date == NULL || sb_date_get_first_day (date) == SB_DATE_DAY_MIN || sb_date_get_last_day (date) == SB_DATE_DAY_MAX ||
      sb_date_get_last_day (date) - sb_date_get_first_day (date) >= most_days)
    return FALSE;

  day = MAX (sb_date_get_first_day (date), sb_briefing_input_get_first (self->input));
  bar = find_bar (self, is_week ? floor_week (day) : get_month (day));
  if (bar != NULL)
    add_to_bar (self, bar, event);

  return bar != NULL;
}

/* Each actor that had a part in it, but as a victim, once. */
static void
add_to_actors (Counting *self,
               SbRecord *event)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < sb_record_get_n_items (event, SB_EVENT_ACTORS); i++)
    {
      SbRecord *part = sb_record_get_item (event, SB_EVENT_ACTORS, i);
      SbRef *ref = sb_record_get_ref (part, SB_EVENT_ACTOR_ACTOR);
      gint64 id = ref != NULL ? sb_ref_get_id (ref) : 0;
      const char *name;

      if (ref == NULL || sb_record_get_term (part, SB_EVENT_ACTOR_ROLE, -1) == SB_EVENT_ROLE_VICTIM ||
          !g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
        continue;
      name = get_actor_name (self, ref);
      if (find_bar (self, id) == NULL)
        add_bar (self, id, g_strdup (name), g_strdup (name));
      add_to_bar (self, find_bar (self, id), event);
    }
}

static int
compare_bars (gconstpointer a,
              gconstpointer b)
{
  double one = _sb_chart_bar_get_total (a);
  double other = _sb_chart_bar_get_total (b);

  if (one != other)
    return one > other ? -1 : 1;

  return g_strcmp0 (((const SbChartBar *) a)->label, ((const SbChartBar *) b)->label);
}

/* The largest first, none that is empty, no more than @most. */
static void
rank_bars (SbChart *self,
           guint most)
{
  guint n_bars = 0;

  g_array_sort (self->bars, compare_bars);
  while (n_bars < MIN (self->bars->len, most) && _sb_chart_bar_get_total (&g_array_index (self->bars, SbChartBar, n_bars)) > 0)
    n_bars++;
  g_array_set_size (self->bars, n_bars);
}

static void
name_series (SbChart *self,
             const Counting *counting)
{
  gboolean has_range = FALSE;

  for (guint i = 0; i < self->bars->len; i++)
    for (guint k = 0; k < SB_CHART_MAX_SERIES; k++)
      self->is_used[k] = self->is_used[k] || g_array_index (self->bars, SbChartBar, i).values[k] > 0;

  if (counting->measure == SB_TEMPLATE_MEASURE_FATALITIES)
    {
      has_range = self->is_used[SERIES_MORE];
      self->patterns[SERIES_MORE] = 2;
      self->names[SERIES_LEAST] = has_range ? sb_translate (self->language, "The least that is said") : NULL;
      self->names[SERIES_MORE] = has_range ? sb_translate (self->language, "Up to the most") : NULL;
    }
  else if (counting->by != SB_TEMPLATE_BY_TYPE)
    for (int type = 0; type < SB_CHART_MAX_SERIES; type++)
      {
        self->patterns[type] = type_patterns[type];
        self->names[type] = sb_vocabulary_get_label (&sb_event_type_vocabulary, type, self->language);
      }
}

static gboolean
add_event (Counting *self,
           SbRecord *event)
{
  switch (self->by)
    {
    case SB_TEMPLATE_BY_TYPE:
      {
        SbChartBar *bar = find_bar (self, sb_record_get_term (event, SB_EVENT_TYPE, -1));

        if (bar != NULL)
          add_to_bar (self, bar, event);
        return bar != NULL;
      }
    case SB_TEMPLATE_BY_ACTOR:
      add_to_actors (self, event);
      return TRUE;
    case SB_TEMPLATE_BY_WEEK:
    case SB_TEMPLATE_BY_MONTH:
    default:
      return add_to_time (self, event);
    }
}

static gboolean
is_told (const Counting *self,
         SbRecord *event)
{
  return self->measure == SB_TEMPLATE_MEASURE_EVENTS || sb_record_get_integer (event, SB_EVENT_FATALITIES_LOW, -1) > 0 ||
         sb_record_get_integer (event, SB_EVENT_FATALITIES_HIGH, -1) > 0;
}

static gboolean
prepare_bars (Counting *self,
              GPtrArray *events)
{
  int first, last;

  if (self->by == SB_TEMPLATE_BY_TYPE)
    add_types (self);
  if (self->by != SB_TEMPLATE_BY_WEEK && self->by != SB_TEMPLATE_BY_MONTH)
    return TRUE;
  if (!find_days (self->input, events, &first, &last))
    return FALSE;

  self->chart->is_upright = TRUE;
  if ((last - floor_week (first)) / DAYS_A_WEEK >= MOST_WEEKS)
    self->by = SB_TEMPLATE_BY_MONTH;
  if (self->by == SB_TEMPLATE_BY_WEEK)
    add_weeks (self, first, last);
  else
    add_months (self, first, last);

  return TRUE;
}

SbChart *
_sb_chart_new (const SbBriefingInput *input,
               const SbTemplateChart *wanted,
               guint most,
               SbLanguage language)
{
  g_autoptr (GPtrArray) events = sb_briefing_input_list (input, SB_KIND_EVENT);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (SbChart) self = g_new0 (SbChart, 1);
  Counting counting = { self, input, wanted->measure, wanted->by, places };

  self->language = language;
  self->bars = g_array_new (FALSE, TRUE, sizeof (SbChartBar));
  g_array_set_clear_func (self->bars, bar_clear);
  self->events = g_ptr_array_new_with_free_func (g_object_unref);
  if (!prepare_bars (&counting, events))
    return NULL;

  for (guint i = 0; i < events->len; i++)
    {
      SbRecord *event = g_ptr_array_index (events, i);

      if (!is_told (&counting, event))
        continue;
      if (add_event (&counting, event))
        g_ptr_array_add (self->events, g_object_ref (event));
      else
        self->n_imprecise++;
    }
  if (!self->is_upright)
    rank_bars (self, MIN (most, MOST_ACTORS));
  name_series (self, &counting);
  self->title = sb_translate (language, titles[counting.measure][counting.by]);
  if (self->events->len == 0 || self->bars->len == 0)
    return NULL;

  return g_steal_pointer (&self);
}

void
_sb_chart_free (SbChart *self)
{
  g_clear_pointer (&self->bars, g_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_free (self);
}

char *
_sb_chart_describe (const SbChart *self)
{
  GString *text = g_string_new (NULL);
  guint n_told = 0;

  /* Translators: before what a chart shows in words; the placeholder is what is counted. */
  g_string_append_printf (text, sb_translate (self->language, "Chart. %s:"), self->title);
  for (guint i = 0; i < self->bars->len && n_told < MOST_TOLD; i++)
    {
      const SbChartBar *bar = &g_array_index (self->bars, SbChartBar, i);
      double total = _sb_chart_bar_get_total (bar);
      g_autofree char *number = sb_number_format (total, 0, self->language);

      if (total > 0)
        g_string_append_printf (text, "%s %s, %s", n_told++ > 0 ? ";" : "", bar->words, number);
    }

  return g_string_free (text, FALSE);
}
