/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "road-fixture.h"
#include "sb-date.h"
#include "sb-restriction.h"
#include "sb-road-approach.h"

/* What restrictions do to the ways of the shipped network. The day is 10 September
 * 2025 throughout. */

typedef struct
{
  RoadFixture roads;
  gint64 bamako;
  gint64 segou;
  gint64 fana;
  gint64 sikasso;
  gint64 kati;
  gint64 rn6;
  gint64 rn7;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  gint64 stops[3] = { 0 };

  road_fixture_init (&self->roads);
  self->bamako = stops[0] = road_fixture_add_place (&self->roads, "Bamako", "ml-bamako", 12.65, -8);
  self->segou = stops[1] = road_fixture_add_place (&self->roads, "Ségou", "ml-segou", 13.44, -6.26);
  self->fana = road_fixture_add_place (&self->roads, "Fana", "ml-fana", 12.7, -6.9);
  self->kati = road_fixture_add_place (&self->roads, "Kati", "ml-kati", 12.7, -8.1);
  self->rn6 = road_fixture_add_corridor (&self->roads, "ml-rn6", NULL, stops, NULL);
  self->sikasso = stops[1] = road_fixture_add_place (&self->roads, "Sikasso", "ml-sikasso", 11.3, -5.7);
  self->rn7 = road_fixture_add_corridor (&self->roads, "ml-rn7", NULL, stops, NULL);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  road_fixture_clear (&self->roads);
}

static int
get_day (void)
{
  g_autoptr (SbDate) date = sb_date_new ("2025-09-10", NULL);

  return sb_date_get_first_day (date);
}

static SbRoadConditions *
get_conditions (Fixture *self)
{
  g_autoptr (SbRoadNetwork) network = road_fixture_build (&self->roads);

  return sb_road_conditions_new (network, self->roads.input, get_day ());
}

static SbRoadRoute *
get_route (SbRoadConditions *conditions,
           const char *from,
           const char *to)
{
  const SbRoadNetwork *network = sb_road_conditions_get_network (conditions);

  return sb_road_route_new (conditions, road_fixture_find (network, from), road_fixture_find (network, to));
}

/* The states of the way from Bamako to Ségou in a reading, as letters. */
static char *
spell (SbRoadConditions *conditions,
       SbRoadReading reading)
{
  g_autoptr (SbRoadRoute) route = get_route (conditions, "ml-bamako", "ml-segou");
  const guint8 *states = sb_road_conditions_get_states (conditions, reading);
  GString *letters = g_string_new (NULL);

  for (guint i = 0; i < route->usual->n_legs; i++)
    g_string_append_c (letters, "oltc"[states[route->usual->legs[i]]]);

  return g_string_free (letters, FALSE);
}

#define B SB_RESTRICTION_KIND_BLOCKADE
#define C SB_RESTRICTION_SEVERITY_CUT
#define T SB_RESTRICTION_SEVERITY_THREATENED
#define L SB_RESTRICTION_SEVERITY_LIMITED

/* Bamako, Baguinéda, Fana, Konobougou, Ségou: four legs. */
static void
test_laid (void)
{
  enum
  {
    NOWHERE,
    BAMAKO,
    FANA,
    SEGOU,
    PART, /* of Bamako */
  };
  static const struct
  {
    int kind;
    int severity;
    gboolean on_road;
    int from;
    int to;
    int place;
    const char *since;
    const char *until;
    gboolean is_denied;
    gboolean is_contradicted;
    const char *states[SB_N_ROAD_READINGS];
  } cases[] = {
    { B, C, TRUE, BAMAKO, FANA, NOWHERE, NULL, NULL, FALSE, FALSE, { "ccoo", "ccoo", "ccoo" } },
    { B, C, TRUE, FANA, BAMAKO, NOWHERE, NULL, NULL, FALSE, FALSE, { "ccoo", "ccoo", "ccoo" } },
    { B, T, TRUE, NOWHERE, NOWHERE, NOWHERE, NULL, NULL, FALSE, FALSE, { "tttt", "tttt", "tttt" } },
    /* A place of the road that the corridor does not name. */
    { B, C, TRUE, FANA, SEGOU, NOWHERE, NULL, NULL, FALSE, FALSE, { "oocc", "oocc", "oocc" } },
    /* At a place: all roads that meet there; not where the road is named. */
    { B, C, FALSE, NOWHERE, NOWHERE, FANA, NULL, NULL, FALSE, FALSE, { "occo", "occo", "occo" } },
    { B, C, TRUE, BAMAKO, FANA, FANA, NULL, NULL, FALSE, FALSE, { "ccoo", "ccoo", "ccoo" } },
    { B, C, FALSE, NOWHERE, NOWHERE, PART, NULL, NULL, FALSE, FALSE, { "looo", "looo", "looo" } },
    /* What a kind can do at most. */
    { SB_RESTRICTION_KIND_CURFEW, C, FALSE, NOWHERE, NOWHERE, BAMAKO, NULL, NULL, FALSE, FALSE, { "looo", "looo", "looo" } },
    { SB_RESTRICTION_KIND_FUEL_BAN, C, TRUE, BAMAKO, SEGOU, NOWHERE, NULL, NULL, FALSE, FALSE, { "llll", "llll", "llll" } },
    { SB_RESTRICTION_KIND_CLOSURE, C, FALSE, NOWHERE, NOWHERE, SEGOU, NULL, NULL, FALSE, FALSE, { "oooc", "oooc", "oooc" } },
    { SB_RESTRICTION_KIND_SUSPENSION, C, FALSE, NOWHERE, NOWHERE, BAMAKO, NULL, NULL, FALSE, FALSE, { "oooo", "oooo", "oooo" } },
    { SB_RESTRICTION_KIND_RULE, C, FALSE, NOWHERE, NOWHERE, BAMAKO, NULL, NULL, FALSE, FALSE, { "oooo", "oooo", "oooo" } },
    { SB_RESTRICTION_KIND_RULE, L, TRUE, BAMAKO, FANA, NOWHERE, NULL, NULL, FALSE, FALSE, { "lloo", "lloo", "lloo" } },
    /* Who denies it, what speaks against it, when it could be. */
    { B, C, TRUE, BAMAKO, FANA, NOWHERE, NULL, NULL, TRUE, FALSE, { "ccoo", "oooo", "oooo" } },
    { B, C, TRUE, BAMAKO, FANA, NOWHERE, NULL, NULL, FALSE, TRUE, { "ccoo", "oooo", "oooo" } },
    { B, C, TRUE, BAMAKO, FANA, NOWHERE, "2025-09", NULL, FALSE, FALSE, { "ccoo", "ccoo", "oooo" } },
    { B, C, TRUE, BAMAKO, FANA, NOWHERE, "2025-08", NULL, FALSE, FALSE, { "ccoo", "ccoo", "ccoo" } },
    { B, C, TRUE, BAMAKO, FANA, NOWHERE, "2025-08-01", "2025-09", FALSE, FALSE, { "ccoo", "ccoo", "oooo" } },
    { B, C, TRUE, BAMAKO, FANA, NOWHERE, "2025-08-01", "2025-09-09", FALSE, FALSE, { "oooo", "oooo", "oooo" } },
    { B, C, TRUE, BAMAKO, FANA, NOWHERE, "2025-09-11", NULL, FALSE, FALSE, { "oooo", "oooo", "oooo" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      g_autoptr (SbRoadConditions) conditions = NULL;
      gint64 part;

      set_up (&fixture, NULL);
      road_fixture_add_part (&fixture.roads, fixture.bamako, &part);
      {
        const gint64 places[] = { 0, fixture.bamako, fixture.fana, fixture.segou, part };
        RoadRestriction restriction = { cases[i].kind, cases[i].severity, cases[i].on_road ? fixture.rn6 : 0, places[cases[i].from], places[cases[i].to],
                                        places[cases[i].place], cases[i].since, cases[i].until, cases[i].is_denied, cases[i].is_contradicted };

        road_fixture_add_restriction (&fixture.roads, &restriction);
      }
      conditions = get_conditions (&fixture);
      for (SbRoadReading reading = 0; reading < SB_N_ROAD_READINGS; reading++)
        {
          g_autofree char *states = spell (conditions, reading);

          g_test_message ("case %u, reading %d", i, reading);
          g_assert_cmpstr (states, ==, cases[i].states[reading]);
        }
      tear_down (&fixture, NULL);
    }
}

static gint64
get_only (GPtrArray *restrictions)
{
  g_assert_cmpuint (restrictions->len, ==, 1);

  return sb_record_get_id (((const SbRoadRestriction *) g_ptr_array_index (restrictions, 0))->record);
}

/* A state has as its grounds what makes it, and not what is less bad on the same way; a
 * detour has what it avoids. */
static void
test_grounds (Fixture *self,
              gconstpointer data)
{
  gint64 ban = road_fixture_add_restriction (&self->roads, &(RoadRestriction) { SB_RESTRICTION_KIND_FUEL_BAN, C, self->rn6, self->bamako, self->segou, 0, "2025-09-01", NULL, TRUE });
  gint64 threat = road_fixture_add_restriction (&self->roads, &(RoadRestriction) { B, T, self->rn6, self->bamako, self->fana, 0, "2025-09-05" });
  gint64 closure = road_fixture_add_restriction (&self->roads, &(RoadRestriction) { B, C, self->rn7, self->bamako, self->sikasso, 0, "2025-09-03" });
  g_autoptr (SbRoadConditions) conditions = get_conditions (self);
  g_autoptr (SbRoadRoute) route = get_route (conditions, "ml-sikasso", "ml-bamako");
  const SbRoadVerdict *verdict = g_ptr_array_index (route->verdicts, 0);
  g_autoptr (GPtrArray) grounds = sb_road_verdict_list_grounds (verdict, conditions);
  g_autoptr (GPtrArray) closures = sb_road_verdict_list_closures (verdict, conditions);

  g_assert_cmpint (sb_road_verdict_get_state (verdict, conditions), ==, SB_ROAD_THREATENED);
  g_assert_cmpuint (verdict->restrictions->len, ==, 3);
  g_assert_cmpint (ban, <, threat);
  g_assert_cmpint (get_only (grounds), ==, threat);
  g_assert_cmpint (get_only (closures), ==, closure);
}

static void
test_detour (Fixture *self,
             gconstpointer data)
{
  g_autoptr (SbRoadConditions) conditions = NULL;
  g_autoptr (SbRoadRoute) route = NULL;
  g_autoptr (GPtrArray) cuts = NULL;
  const SbRoadVerdict *verdict;
  double expected = 0;

  road_fixture_add_restriction (&self->roads, &(RoadRestriction) { B, C, self->rn7, self->bamako, self->sikasso });
  conditions = get_conditions (self);
  route = get_route (conditions, "ml-bamako", "ml-sikasso");

  /* RN7 is cut: by Ségou and Koutiala instead. */
  g_assert_cmpuint (route->verdicts->len, ==, 1);
  verdict = g_ptr_array_index (route->verdicts, 0);
  g_assert_nonnull (verdict->way);
  expected = verdict->way->km - route->usual->km;
  g_assert_cmpfloat (expected, >, 100);
  g_assert_cmpfloat (sb_road_route_get_detour_km (route, verdict), ==, expected);
  g_assert_cmpfloat (sb_road_route_get_detour_ratio (route, verdict), ==, verdict->way->km / route->usual->km);
  g_assert_cmpuint (verdict->restrictions->len, ==, 1);
  cuts = sb_road_list_cuts (route, verdict);
  g_assert_cmpuint (cuts->len, ==, 1);
  g_assert_cmpuint (((SbRoadWay *) g_ptr_array_index (cuts, 0))->n_legs, ==, route->usual->n_legs);
}

/* Denied: with it, there is a detour; without it, none. */
static void
test_denied (Fixture *self,
             gconstpointer data)
{
  g_autoptr (SbRoadConditions) conditions = NULL;
  g_autoptr (SbRoadRoute) route = NULL;
  const SbRoadVerdict *first;
  const SbRoadVerdict *second;

  road_fixture_add_restriction (&self->roads, &(RoadRestriction) { B, C, self->rn7, self->bamako, self->sikasso, 0, NULL, NULL, TRUE });
  conditions = get_conditions (self);
  route = get_route (conditions, "ml-sikasso", "ml-bamako");

  g_assert_cmpuint (route->verdicts->len, ==, 2);
  first = g_ptr_array_index (route->verdicts, 0);
  second = g_ptr_array_index (route->verdicts, 1);
  g_assert_cmpuint (first->readings, ==, 1u << SB_ROAD_READING_ALL);
  g_assert_cmpuint (first->restrictions->len, ==, 1);
  g_assert_cmpuint (second->readings, ==, 1u << SB_ROAD_READING_UNDENIED | 1u << SB_ROAD_READING_SURE);
  g_assert_true (sb_road_way_equal (second->way, route->usual));
  g_assert_cmpuint (second->restrictions->len, ==, 0);
}

static void
test_sealed (Fixture *self,
             gconstpointer data)
{
  g_autoptr (SbRoadConditions) conditions = NULL;
  g_autoptr (SbRoadRoute) route = NULL;
  g_autoptr (GPtrArray) cut_off = NULL;
  const SbRoadVerdict *verdict;
  const SbRoadNetwork *network;
  guint bamako;
  gboolean has_kati = FALSE;

  road_fixture_add_restriction (&self->roads, &(RoadRestriction) { B, C, 0, 0, 0, self->bamako });
  conditions = get_conditions (self);
  network = sb_road_conditions_get_network (conditions);
  route = get_route (conditions, "sn-dakar", "ml-bamako");

  verdict = g_ptr_array_index (route->verdicts, 0);
  g_assert_null (verdict->way);
  g_assert_cmpint (sb_road_verdict_get_state (verdict, conditions), ==, SB_ROAD_CUT);
  /* The roads out of Bamako by which one gets to Dakar, and no others. */
  g_assert_cmpuint (verdict->cut->len, ==, 3);

  bamako = road_fixture_find (network, "ml-bamako");
  cut_off = sb_road_list_cut_off (conditions, &bamako, 1, "ML");
  g_assert_cmpuint (cut_off->len, >, 50);
  for (guint i = 0; i < cut_off->len; i++)
    {
      const SbRoadCutOff *one = g_ptr_array_index (cut_off, i);

      has_kati = has_kati || one->place == road_fixture_find (network, "ml-kati");
      g_assert_cmpstr (sb_road_network_get_place (network, one->place)->country, ==, "ML");
      g_assert_cmpuint (one->restrictions->len, ==, 1);
    }
  g_assert_true (has_kati);
}

static void
test_ports (Fixture *self,
            gconstpointer data)
{
  g_autoptr (SbRoadConditions) before = get_conditions (self);
  g_autoptr (SbRoadConditions) after = NULL;
  g_autoptr (GPtrArray) served = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) from_ports = NULL;

  served = sb_road_list_ports (before, road_fixture_find (sb_road_conditions_get_network (before), "ml-bamako"));
  g_assert_cmpuint (served->len, >=, 5);
  for (guint i = 0; i < served->len; i++)
    {
      const SbRoadRoute *route = g_ptr_array_index (served, i);

      g_assert_nonnull (((SbRoadVerdict *) g_ptr_array_index (route->verdicts, 0))->way);
      if (i > 0)
        g_assert_cmpfloat (route->usual->km, >=, ((SbRoadRoute *) g_ptr_array_index (served, i - 1))->usual->km);
    }
  none = sb_road_list_ports (before, road_fixture_find (sb_road_conditions_get_network (before), "ml-kayes"));
  g_assert_cmpuint (none->len, ==, 0);
  from_ports = sb_road_list_cut_off_from_ports (before);
  g_assert_cmpuint (from_ports->len, ==, 0);

  road_fixture_add_restriction (&self->roads, &(RoadRestriction) { B, C, 0, 0, 0, self->kati });
  after = get_conditions (self);
  left = sb_road_list_ports (after, road_fixture_find (sb_road_conditions_get_network (after), "ml-bamako"));
  g_assert_cmpuint (left->len, ==, served->len);
}

/* An area lies on no road; a withdrawn or unknown one does nothing. */
static void
test_area (Fixture *self,
           gconstpointer data)
{
  gint64 area = road_fixture_add_place (&self->roads, "Centre", NULL, 14.5, -4);
  g_autoptr (SbRoadConditions) conditions = NULL;

  road_fixture_add_restriction (&self->roads, &(RoadRestriction) { B, C, 0, 0, 0, area });
  conditions = get_conditions (self);
  for (guint leg = 0; leg < sb_road_network_get_n_legs (sb_road_conditions_get_network (conditions)); leg++)
    g_assert_cmpuint (sb_road_conditions_get_burdens (conditions, leg)->len, ==, 0);
  g_assert_cmpuint (sb_road_conditions_get_restrictions (conditions)->len, ==, 1);
}

/* The roads to Bamako, each from its far end, with what lies on it: the numbered ones
 * first, and among them those of the catalogue, which here have none. */
static void
test_approaches (Fixture *self,
                 gconstpointer data)
{
  static const char *const codes[] = { "RN1", "RN5", "RN27" };
  g_autoptr (SbRoadConditions) conditions = NULL;
  g_autoptr (GPtrArray) approaches = NULL;
  g_autoptr (GPtrArray) restrictions = NULL;
  guint bamako;
  guint n_touched = 0;

  road_fixture_add_restriction (&self->roads, &(RoadRestriction) { B, L, self->rn6, self->bamako, self->fana });
  road_fixture_add_restriction (&self->roads, &(RoadRestriction) { B, C, self->rn6, self->fana, self->segou, 0, "2025-09-03", NULL, TRUE });
  conditions = get_conditions (self);
  bamako = road_fixture_find (sb_road_conditions_get_network (conditions), "ml-bamako");
  approaches = sb_road_list_approaches (conditions, bamako);
  g_assert_cmpuint (approaches->len, >=, G_N_ELEMENTS (codes) + 3);
  for (guint i = 0; i < approaches->len; i++)
    {
      const SbRoadApproach *approach = g_ptr_array_index (approaches, i);
      gboolean is_touched = approach->restrictions->len > 0;
      g_autofree char *text = sb_road_approach_describe (approach, SB_LANGUAGE_EN);

      if (i < G_N_ELEMENTS (codes))
        g_assert_cmpstr (approach->road->code, ==, codes[i]);
      g_assert_cmpuint (approach->way->places[approach->way->n_legs], ==, bamako);
      g_assert_cmpuint (approach->restrictions->len, ==, is_touched ? 2 : 0);
      g_assert_cmpstr (text, ==, is_touched ? "cut; leaving out what is denied: limited" : "open");
      n_touched += is_touched ? 1 : 0;
    }
  g_assert_cmpuint (n_touched, ==, 1);

  /* What weighs the most comes first. */
  restrictions = sb_road_list_approach_restrictions (approaches);
  g_assert_cmpuint (restrictions->len, ==, 2);
  g_assert_true (((SbRoadRestriction *) g_ptr_array_index (restrictions, 0))->is_denied);
}

#define ADD(path, function) g_test_add ("/analysis/road-route/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/road-route/laid", test_laid);
  ADD ("grounds", test_grounds);
  ADD ("detour", test_detour);
  ADD ("denied", test_denied);
  ADD ("sealed", test_sealed);
  ADD ("ports", test_ports);
  ADD ("area", test_area);
  ADD ("approaches", test_approaches);

  return g_test_run ();
}
