/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-chronology.h"

#include "sb-record-builder.h"
#include "sb-restriction.h"

static int
parse_day (const char *text)
{
  int day = 0;

  g_assert_true (sb_day_parse (text, &day));
  return day;
}

/* Events as they are in an index: id, type, the days. */
typedef struct
{
  gint64 id;
  SbEventType type;
  const char *edtf;
} Event;

static SbEventIndex *
create_index (const Event *events,
              guint n_events)
{
  SbEventIndexBuilder *builder = sb_event_index_builder_new ();

  for (guint i = 0; i < n_events; i++)
    {
      g_autoptr (SbDate) date = sb_date_new (events[i].edtf, NULL);
      SbEventSpot spot = { .id = events[i].id, .type = events[i].type, .subtype = -1 };

      g_assert_nonnull (date);
      spot.first_day = sb_date_get_first_day (date);
      spot.last_day = sb_date_get_last_day (date);
      spot.is_qualified = sb_date_get_qualifier (date) != SB_DATE_CERTAIN;
      sb_event_index_builder_add (builder, &spot);
    }

  return sb_event_index_builder_end (builder);
}

static SbRecord *
create_restriction (gint64 id,
                    const char *since,
                    const char *until)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_restriction_schema);
  g_autoptr (SbDate) from = sb_date_new (since, NULL);
  g_autoptr (SbDate) to = until != NULL ? sb_date_new (until, NULL) : NULL;

  sb_record_builder_set_id (builder, id);
  sb_record_builder_set_words (builder, SB_RESTRICTION_TITLE, "Blocus", "Blockade");
  sb_record_builder_set_date (builder, SB_RESTRICTION_SINCE, from);
  sb_record_builder_set_date (builder, SB_RESTRICTION_UNTIL, to);
  return sb_record_builder_end (builder);
}

static GPtrArray *
create_refs (guint n)
{
  GPtrArray *refs = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_ref_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Actor %u", i + 1);
      g_autoptr (SbBilingual) bilingual = sb_bilingual_new (name, name);

      g_ptr_array_add (refs, sb_ref_new (SB_KIND_ACTOR, 101 + i, NULL, bilingual));
    }

  return refs;
}

static GArray *
create_pairs (const SbChronologyPair *pairs,
              guint n_pairs)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (SbChronologyPair));

  g_array_append_vals (array, pairs, n_pairs);
  return array;
}

static const Event sample[] = {
  { 1, SB_EVENT_TYPE_BATTLE, "2025-09-03" },
  { 2, SB_EVENT_TYPE_BATTLE, "2025-09-03" },
  { 3, SB_EVENT_TYPE_POLITICS, "2025-09" },
  { 4, SB_EVENT_TYPE_PROTEST, "2026-04-25" },
  { 5, SB_EVENT_TYPE_PROTEST, "2026~" },
};

/* Who acts twice in an event is there once, who acts more comes first, what is of
 * nobody comes last and what lasts and is of nobody first. */
static void
test_lanes (void)
{
  static const SbChronologyPair all[] = { { 1, 102 }, { 2, 102 }, { 2, 102 }, { 3, 102 }, { 1, 101 }, { 77, 101 }, { 51, 101 }, { 4, 199 } };
  g_autoptr (SbEventIndex) index = create_index (sample, G_N_ELEMENTS (sample));
  g_autoptr (GArray) pairs = create_pairs (all, G_N_ELEMENTS (all));
  g_autoptr (GPtrArray) refs = create_refs (2);
  g_autoptr (GPtrArray) lasting = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SbChronology) chronology = NULL;
  static const struct
  {
    const char *name;
    guint n_marks;
    guint n_bars;
  } lanes[] = { { "Restrictions", 0, 1 }, { "Actor 2", 3, 0 }, { "Actor 1", 1, 1 }, { "No actor named", 2, 0 } };

  g_ptr_array_add (lasting, create_restriction (51, "2025-09-03", NULL));
  g_ptr_array_add (lasting, create_restriction (52, "2025-10-01", "2025-11-01"));
  chronology = sb_chronology_new (&(SbChronologyInput) { .index = index, .pairs = pairs, .refs = refs, .lasting = lasting });

  g_assert_cmpuint (sb_chronology_get_n_events (chronology), ==, G_N_ELEMENTS (sample));
  g_assert_cmpuint (sb_chronology_get_n_lanes (chronology), ==, G_N_ELEMENTS (lanes));
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      const SbChronologyLane *lane = sb_chronology_get_lane (chronology, i);

      g_assert_cmpstr (sb_chronology_lane_get_name (lane, SB_LANGUAGE_EN), ==, lanes[i].name);
      g_assert_cmpuint (lane->marks->len, ==, lanes[i].n_marks);
      g_assert_cmpuint (lane->bars->len, ==, lanes[i].n_bars);
    }
}

static void
test_types (void)
{
  g_autoptr (SbEventIndex) index = create_index (sample, G_N_ELEMENTS (sample));
  SbEventFilter filter = SB_EVENT_FILTER_ALL;
  g_autoptr (SbChronology) chronology = NULL;

  filter.types = 1u << SB_EVENT_TYPE_BATTLE | 1u << SB_EVENT_TYPE_POLITICS;
  /* The period is not that of the chronology. */
  filter.first_day = filter.last_day = filter.as_of = parse_day ("2030-01-01");
  chronology = sb_chronology_new (&(SbChronologyInput) { .order = SB_CHRONOLOGY_TYPES, .index = index, .filter = &filter });
  g_assert_cmpuint (sb_chronology_get_n_lanes (chronology), ==, 2);
  g_assert_cmpuint (sb_chronology_get_lane (chronology, 0)->type, ==, SB_EVENT_TYPE_BATTLE);
  g_assert_cmpuint (sb_chronology_get_lane (chronology, 0)->marks->len, ==, 2);
  g_assert_cmpuint (sb_chronology_get_lane (chronology, 1)->type, ==, SB_EVENT_TYPE_POLITICS);
}

/* Symbols stand within the days, and apart where the days are the same. */
static void
test_marks (void)
{
  static const Event events[] = {
    { 1, SB_EVENT_TYPE_BATTLE, "2025-09-03" },
    { 2, SB_EVENT_TYPE_BATTLE, "2025-09-03" },
    { 3, SB_EVENT_TYPE_BATTLE, "2025-09" },
    { 4, SB_EVENT_TYPE_BATTLE, "2025-09-20?" },
    { 5, SB_EVENT_TYPE_BATTLE, "2025-10-01/.." },
  };
  static const struct
  {
    guint32 id;
    double after; /* days after 2025-09-01 */
    guint flags;
  } marks[] = {
    { 1, 2.25, 0 },
    { 2, 2.75, 0 },
    { 3, 15, SB_CHRONOLOGY_MARK_VAGUE },
    { 4, 19.5, SB_CHRONOLOGY_MARK_QUALIFIED },
    { 5, 30.5, SB_CHRONOLOGY_MARK_GOES_ON },
  };
  g_autoptr (SbEventIndex) index = create_index (events, G_N_ELEMENTS (events));
  g_autoptr (SbChronology) chronology = sb_chronology_new (&(SbChronologyInput) { .order = SB_CHRONOLOGY_TYPES, .index = index });
  const SbChronologyLane *lane = sb_chronology_get_lane (chronology, 0);

  g_assert_cmpuint (lane->marks->len, ==, G_N_ELEMENTS (marks));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const SbChronologyMark *mark = sb_chronology_lane_get_mark (lane, i);

      g_assert_cmpuint (mark->id, ==, marks[i].id);
      g_assert_cmpfloat_with_epsilon (mark->at - parse_day ("2025-09-01"), marks[i].after, 1e-9);
      g_assert_cmpuint (mark->flags, ==, marks[i].flags);
    }
}

/* What is not sure of a beginning and an end, and the rows of those that overlap. */
static void
test_bars (void)
{
  static const struct
  {
    const char *since;
    const char *until;
    const char *days[4]; /* since_first, since_last, until_first, until_last; NULL for never */
    guint row;
  } cases[] = {
    { "../2025-06-30", "2025-07-05", { "2024-06-30", "2025-06-30", "2025-07-05", "2025-07-05" }, 0 },
    { "2025-07-01", "2025-07-31", { "2025-07-01", "2025-07-01", "2025-07-31", "2025-07-31" }, 1 },
    { "2025-08", "2025-08-20/", { "2025-08-01", "2025-08-31", "2025-08-20", "2026-08-20" }, 0 },
    { "2025-09-03/..", NULL, { "2025-09-03", "2025-09-03", NULL, NULL }, 1 },
  };
  g_autoptr (SbEventIndex) index = create_index (NULL, 0);
  g_autoptr (GPtrArray) lasting = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SbChronology) chronology = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_ptr_array_add (lasting, create_restriction (i + 1, cases[i].since, cases[i].until));

  chronology = sb_chronology_new (&(SbChronologyInput) { .index = index, .lasting = lasting });
  g_assert_cmpuint (sb_chronology_get_lane (chronology, 0)->n_rows, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SbChronologyBar *bar = &g_array_index (sb_chronology_get_lane (chronology, 0)->bars, SbChronologyBar, i);
      const int days[] = { bar->since_first, bar->since_last, bar->until_first, bar->until_last };

      g_assert_cmpuint (bar->row, ==, cases[i].row);
      for (guint j = 0; j < G_N_ELEMENTS (days); j++)
        g_assert_cmpint (days[j], ==, cases[i].days[j] != NULL ? parse_day (cases[i].days[j]) : SB_DATE_DAY_MAX);
    }
}

/* Nothing else than what is meant: an event that could be of the period, a restriction
 * that could hold in it. */
static void
test_moment (void)
{
  g_autoptr (SbEventIndex) index = create_index (sample, G_N_ELEMENTS (sample));
  g_autoptr (GPtrArray) lasting = g_ptr_array_new_with_free_func (g_object_unref);
  const SbChronologyMoment moment = { parse_day ("2025-09-10"), parse_day ("2026-12-31"), parse_day ("2026-02-01") };
  g_autoptr (SbChronology) chronology = NULL;

  g_ptr_array_add (lasting, create_restriction (51, "2024-01-01", "2025-09-09"));
  g_ptr_array_add (lasting, create_restriction (52, "2026-03-01", NULL));
  g_ptr_array_add (lasting, create_restriction (53, "2024-01-01", "2025-09-10"));
  chronology = sb_chronology_new (&(SbChronologyInput) { .index = index, .lasting = lasting, .moment = &moment });
  /* September 2025 and about 2026. */
  g_assert_cmpuint (sb_chronology_get_n_events (chronology), ==, 2);
  g_assert_cmpuint (sb_chronology_get_lane (chronology, 0)->bars->len, ==, 1);
}

/* What lies close together is one symbol, whose events are all there; zoomed in they
 * come apart, and moving the scale takes none from one to another. */
static void
test_gather (void)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (SbChronologyCell));
  g_autoptr (SbEventIndex) index = create_index (sample, G_N_ELEMENTS (sample));
  g_autoptr (SbChronology) chronology = sb_chronology_new (&(SbChronologyInput) { .index = index });
  const SbChronologyLane *lane = sb_chronology_get_lane (chronology, 0);
  const SbChronologyMoment moment = { parse_day ("2025-09-01"), parse_day ("2025-09-04"), parse_day ("2026-12-31") };
  static const struct
  {
    double per_day;
    guint n_cells;
    guint n_of_first;
    guint n_meant;
  } cases[] = { { 0.1, 3, 3, 3 }, { 1, 4, 2, 2 }, { 100, 5, 1, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SbChronologyScale scale = { parse_day ("2025-08-01"), cases[i].per_day };
      double first;

      g_array_set_size (cells, 0);
      sb_chronology_lane_gather (lane, &scale, &moment, 0, 1000 * cases[i].per_day, 20, cells);
      g_assert_cmpuint (cells->len, ==, cases[i].n_cells);
      g_assert_cmpuint (g_array_index (cells, SbChronologyCell, 0).n, ==, cases[i].n_of_first);
      g_assert_cmpuint (g_array_index (cells, SbChronologyCell, 0).n_meant, ==, cases[i].n_meant);
      for (guint j = 1; j < cells->len; j++)
        g_assert_cmpfloat (g_array_index (cells, SbChronologyCell, j).position - g_array_index (cells, SbChronologyCell, j - 1).position, >=, 10);

      first = g_array_index (cells, SbChronologyCell, 0).position;
      scale.first += 7.3 / scale.per_day;
      g_array_set_size (cells, 0);
      sb_chronology_lane_gather (lane, &scale, &moment, -10, 1000 * cases[i].per_day, 20, cells);
      g_assert_cmpuint (cells->len, ==, cases[i].n_cells);
      g_assert_cmpfloat_with_epsilon (g_array_index (cells, SbChronologyCell, 0).position, first - 7.3, 1e-6);
    }
}

static void
test_ticks (void)
{
  static const struct
  {
    const char *first;
    double n_days;
    const char *labels; /* those of larger units in brackets */
  } cases[] = {
    { "2025-09-03", 1, "[3 Sep 2025] 3:00 6:00 9:00 12:00 15:00 18:00 21:00 [4 Sep 2025]" },
    { "2025-12-30", 6, "30 Dec 31 Dec [1 Jan 2026] 2 Jan 3 Jan 4 Jan 5 Jan" },
    { "2025-09-03", 40, "8 Sep 15 Sep 22 Sep 29 Sep [6 Oct] 13 Oct" },
    { "2025-09-03", 200, "Oct Nov Dec [2026] Feb Mar" },
    { "2019-09-03", 2000, "[2020] Jul [2021] Jul [2022] Jul [2023] Jul [2024] Jul [2025]" },
    { "1955-01-02", 25000, "1960 1970 1980 1990 [2000] 2010 2020" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SbChronologyScale scale = { parse_day (cases[i].first), 800 / cases[i].n_days };
      g_autoptr (GArray) ticks = sb_chronology_scale_get_ticks (&scale, 800, 70, SB_LANGUAGE_EN);
      g_autoptr (GString) labels = g_string_new (NULL);

      for (guint j = 0; j < ticks->len; j++)
        {
          const SbChronologyTick *tick = &g_array_index (ticks, SbChronologyTick, j);

          g_string_append_printf (labels, tick->is_major ? "%s[%s]" : "%s%s", j > 0 ? " " : "", tick->label);
        }
      g_assert_cmpstr (labels->str, ==, cases[i].labels);
    }
}

/* What is pointed at stays there, as far as the scale goes. */
static void
test_zoom (void)
{
  SbChronologyScale scale = sb_chronology_scale_fit (0, 99, 220, 10);
  SbChronologyScale zoomed = sb_chronology_scale_zoom (&scale, 3, 77);

  g_assert_cmpfloat_with_epsilon (sb_chronology_scale_get_position (&scale, 0), 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (sb_chronology_scale_get_position (&scale, 100), 210, 1e-9);
  g_assert_cmpfloat_with_epsilon (sb_chronology_scale_get_time (&zoomed, 77), sb_chronology_scale_get_time (&scale, 77), 1e-9);
  g_assert_cmpfloat_with_epsilon (zoomed.per_day, 3 * scale.per_day, 1e-9);
  zoomed = sb_chronology_scale_zoom (&scale, 1e9, 77);
  g_assert_cmpfloat (zoomed.per_day, ==, SB_CHRONOLOGY_MOST_PER_DAY);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/chronology/lanes", test_lanes);
  g_test_add_func ("/analysis/chronology/types", test_types);
  g_test_add_func ("/analysis/chronology/marks", test_marks);
  g_test_add_func ("/analysis/chronology/bars", test_bars);
  g_test_add_func ("/analysis/chronology/moment", test_moment);
  g_test_add_func ("/analysis/chronology/gather", test_gather);
  g_test_add_func ("/analysis/chronology/ticks", test_ticks);
  g_test_add_func ("/analysis/chronology/zoom", test_zoom);

  return g_test_run ();
}
