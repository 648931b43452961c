/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-chart-private.h"

#include "sb-briefing.h"
#include "sb-record-builder.h"

/* 25 April 2026 is a Saturday, so that the week begins on the 20th. */
static SbBriefingInput *
make_input (const char *first,
            const char *last)
{
  static const struct
  {
    const char *date;
    int type;
    int low;
    int high;
  } events[] = {
    { "2026-04-19", SB_EVENT_TYPE_BATTLE, -1, -1 }, /* Sunday: of the week before */
    { "2026-04-20", SB_EVENT_TYPE_BATTLE, 4, 10 },
    { "2026-04-26", SB_EVENT_TYPE_POLITICS, -1, -1 }, /* Sunday */
    { "2026-04-25/2026-04-26", SB_EVENT_TYPE_BATTLE, 3, 3 },
    { "2026-04-27", SB_EVENT_TYPE_RIOT, -1, -1 },
    { "2026-04", SB_EVENT_TYPE_BATTLE, 20, 20 }, /* of no week */
  };
  g_autoptr (SbRecordBuilder) briefing = sb_record_builder_new (&sb_briefing_schema);
  g_autoptr (SbDate) from = sb_date_new (first, NULL);
  g_autoptr (SbDate) to = sb_date_new (last, NULL);
  g_autoptr (SbRecord) record = NULL;
  SbBriefingInput *input;

  sb_record_builder_set_words (briefing, SB_BRIEFING_TITLE, "Essai", "Trial");
  sb_record_builder_set_date (briefing, SB_BRIEFING_FIRST, from);
  sb_record_builder_set_date (briefing, SB_BRIEFING_LAST, to);
  sb_record_builder_set_date (briefing, SB_BRIEFING_AS_OF, to);
  record = sb_record_builder_end (g_steal_pointer (&briefing));
  input = sb_briefing_input_new (record);
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      SbRecordBuilder *builder = sb_record_builder_new (&sb_event_schema);
      g_autoptr (SbDate) date = sb_date_new (events[i].date, NULL);
      g_autoptr (SbRecord) event = NULL;

      sb_record_builder_set_words (builder, SB_EVENT_TITLE, "Fait", "Fact");
      sb_record_builder_set_term (builder, SB_EVENT_TYPE, events[i].type);
      sb_record_builder_set_date (builder, SB_EVENT_DATE, date);
      if (events[i].low >= 0)
        {
          sb_record_builder_set_integer (builder, SB_EVENT_FATALITIES_LOW, events[i].low);
          sb_record_builder_set_integer (builder, SB_EVENT_FATALITIES_HIGH, events[i].high);
        }
      event = sb_record_builder_end (builder);
      sb_briefing_input_add (input, event);
    }

  return input;
}

static void
test_weeks (void)
{
  static const struct
  {
    const char *label;
    double total;
  } weeks[] = { { "13 Apr", 1 }, { "20 Apr", 3 }, { "27 Apr", 1 } };
  g_autoptr (SbBriefingInput) input = make_input ("2026-04-15", "2026-04-30");
  const SbTemplateChart wanted = { SB_TEMPLATE_MEASURE_EVENTS, SB_TEMPLATE_BY_WEEK, NULL, 1 };
  g_autoptr (SbChart) chart = _sb_chart_new (input, &wanted, 1000, SB_LANGUAGE_EN);
  g_autofree char *words = _sb_chart_describe (chart);

  g_assert_true (chart->is_upright);
  g_assert_cmpuint (chart->bars->len, ==, G_N_ELEMENTS (weeks));
  for (guint i = 0; i < G_N_ELEMENTS (weeks); i++)
    {
      const SbChartBar *bar = &g_array_index (chart->bars, SbChartBar, i);
      g_auto (GStrv) parts = g_strsplit (bar->label, "\302\240", -1);
      g_autofree char *label = g_strjoinv (" ", parts);

      g_assert_cmpstr (label, ==, weeks[i].label);
      g_assert_cmpfloat (_sb_chart_bar_get_total (bar), ==, weeks[i].total);
    }
  g_assert_cmpuint (chart->n_imprecise, ==, 1);
  g_assert_cmpuint (chart->events->len, ==, 5);
  g_assert_nonnull (strstr (words, "Events by week"));
  g_assert_nonnull (strstr (words, ", 3"));
}

/* The least and the most that is said; a month is precise enough for months. */
static void
test_fatalities (void)
{
  g_autoptr (SbBriefingInput) input = make_input ("2026-04-01", "2026-04-30");
  const SbTemplateChart wanted = { SB_TEMPLATE_MEASURE_FATALITIES, SB_TEMPLATE_BY_MONTH, NULL, 1 };
  g_autoptr (SbChart) chart = _sb_chart_new (input, &wanted, 1000, SB_LANGUAGE_FR);
  const SbChartBar *bar;

  g_assert_cmpuint (chart->bars->len, ==, 1);
  bar = &g_array_index (chart->bars, SbChartBar, 0);
  g_assert_cmpfloat (bar->values[0], ==, 27);
  g_assert_cmpfloat (bar->values[1], ==, 6);
  g_assert_cmpuint (chart->n_imprecise, ==, 0);
  g_assert_cmpstr (chart->title, ==, "Morts par mois");
}

static void
test_types (void)
{
  g_autoptr (SbBriefingInput) input = make_input ("2026-04-01", "2026-04-30");
  const SbTemplateChart wanted = { SB_TEMPLATE_MEASURE_EVENTS, SB_TEMPLATE_BY_TYPE, NULL, 1 };
  g_autoptr (SbChart) chart = _sb_chart_new (input, &wanted, 2, SB_LANGUAGE_EN);

  g_assert_false (chart->is_upright);
  g_assert_cmpuint (chart->bars->len, ==, 2);
  g_assert_cmpfloat (_sb_chart_bar_get_total (&g_array_index (chart->bars, SbChartBar, 0)), ==, 4);
}

static void
test_nothing (void)
{
  g_autoptr (SbBriefingInput) input = make_input ("2020-01-01", "2020-01-31");
  SbTemplateChart wanted = { SB_TEMPLATE_MEASURE_EVENTS, SB_TEMPLATE_BY_WEEK, NULL, 1 };

  for (wanted.by = SB_TEMPLATE_BY_WEEK; wanted.by <= SB_TEMPLATE_BY_ACTOR; wanted.by++)
    g_assert_null (_sb_chart_new (input, &wanted, 10, SB_LANGUAGE_EN));
}

/* Fills differ in grey: the picture of two parts has more than one tone. */
static void
test_drawn (void)
{
  g_autoptr (SbBriefingInput) input = make_input ("2026-04-15", "2026-04-30");
  const SbTemplateChart wanted = { SB_TEMPLATE_MEASURE_FATALITIES, SB_TEMPLATE_BY_WEEK, NULL, 1 };
  g_autoptr (SbChart) chart = _sb_chart_new (input, &wanted, 1000, SB_LANGUAGE_EN);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 150);
  cairo_t *cr = cairo_create (surface);
  guint n_dark = 0, n_light = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  _sb_chart_draw (cr, 400, 150, chart);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);
  for (int y = 0; y < 150; y++)
    for (int x = 0; x < 400; x++)
      {
        guint8 grey = (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface))[4 * x + 1];

        n_dark += grey < 0x50 ? 1 : 0;
        n_light += grey > 0xf0 ? 1 : 0;
      }
  g_assert_cmpuint (n_dark, >, 800);
  g_assert_cmpuint (n_light, >, 40000);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/briefing/chart/weeks", test_weeks);
  g_test_add_func ("/briefing/chart/fatalities", test_fatalities);
  g_test_add_func ("/briefing/chart/types", test_types);
  g_test_add_func ("/briefing/chart/nothing", test_nothing);
  g_test_add_func ("/briefing/chart/drawn", test_drawn);

  return g_test_run ();
}
