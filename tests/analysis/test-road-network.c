/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "road-fixture.h"

/* How the shipped roads and the corridors of a catalogue become one network. */

static void
set_up (RoadFixture *self,
        gconstpointer data)
{
  road_fixture_init (self);
}

static void
tear_down (RoadFixture *self,
           gconstpointer data)
{
  road_fixture_clear (self);
}

static SbRef *
create_ref (SbKind kind,
            gint64 id)
{
  return sb_ref_new (kind, id, NULL, NULL);
}

static const SbRoad *
find_corridor (const SbRoadNetwork *network,
               gint64 id)
{
  g_autoptr (SbRef) ref = create_ref (SB_KIND_CORRIDOR, id);

  return sb_road_network_find_corridor (network, ref);
}

static guint
find_place (const SbRoadNetwork *network,
            gint64 id)
{
  g_autoptr (SbRef) ref = create_ref (SB_KIND_PLACE, id);
  guint place = 0;

  g_assert_true (sb_road_network_find_place (network, ref, &place));

  return place;
}

/* The keys of the places of a road, or their names where they have none. */
static char *
spell (const SbRoadNetwork *network,
       const SbRoad *road)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < road->n_stops; i++)
    {
      const SbRoadPlace *place = sb_road_network_get_place (network, road->stops[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", place->key != NULL ? place->key : place->names[0]);
    }

  return g_string_free (text, FALSE);
}

static double
measure (const SbRoadNetwork *network,
         const SbRoad *road)
{
  double km = 0;

  for (guint i = 0; i + 1 < road->n_stops; i++)
    km += sb_road_network_get_leg (network, road->legs[i])->km;

  return km;
}

static void
test_shipped (RoadFixture *self,
              gconstpointer data)
{
  g_autoptr (SbRoadNetwork) network = road_fixture_build (self);

  g_assert_cmpuint (sb_road_network_get_n_roads (network), >=, 40);
  g_assert_nonnull (sb_road_network_find_shipped (network, "ml-rn1"));
  g_assert_null (sb_road_network_find_shipped (network, "ml-rn0"));
  g_assert_cmpuint (sb_road_network_get_n_landlocked (network), >=, 4);
}

/* A corridor that names a few places of a road is that road, with all its places
 * in between, and its kilometres count where ours are reckoned. */
static void
test_by_key (RoadFixture *self,
             gconstpointer data)
{
  const gint64 places[] = { road_fixture_add_place (self, "Bamako", "ml-bamako", 12.65, -8), road_fixture_add_place (self, "Bougouni", "ml-bougouni", 11.4, -7.5), 0 };
  const double km[] = { 0, 180 };
  gint64 id = road_fixture_add_corridor (self, "ml-rn7", NULL, places, km);
  g_autoptr (SbRoadNetwork) network = road_fixture_build (self);
  const SbRoad *road = find_corridor (network, id);
  const SbRoad *shipped = sb_road_network_find_shipped (network, "ml-rn7");
  g_autofree char *stops = spell (network, road);

  g_assert_cmpstr (stops, ==, "ml-bamako ml-sanankoroba ml-ouelessebougou ml-bougouni");
  g_assert_cmpfloat_with_epsilon (measure (network, road), 180, 1e-6);
  g_assert_cmpuint (road->legs[0], ==, shipped->legs[0]);
  g_assert_cmpuint (shipped->n_stops, >, road->n_stops);
  g_assert_true (sb_road_network_get_leg (network, road->legs[0])->is_estimated);
}

/* Without a key it is the road that runs there when the lengths agree. */
static void
test_by_length (RoadFixture *self,
                gconstpointer data)
{
  static const struct
  {
    double km;
    const char *stops;
  } cases[] = {
    { 235, "ml-bamako ml-baguineda ml-fana ml-konobougou ml-segou" },
    { 250, "ml-bamako ml-baguineda ml-fana ml-konobougou ml-segou" },
    { -1, "ml-bamako ml-baguineda ml-fana ml-konobougou ml-segou" },
    { 380, "ml-bamako ml-segou" }, /* another way round */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RoadFixture fixture;
      const double km[] = { 0, cases[i].km };
      gint64 places[3] = { 0 };
      gint64 id;

      road_fixture_init (&fixture);
      places[0] = road_fixture_add_place (&fixture, "Bamako", "ml-bamako", 12.65, -8);
      places[1] = road_fixture_add_place (&fixture, "Ségou", NULL, 13.45, -6.25);
      id = road_fixture_add_corridor (&fixture, NULL, NULL, places, cases[i].km < 0 ? NULL : km);
      {
        g_autoptr (SbRoadNetwork) network = road_fixture_build (&fixture);
        g_autofree char *stops = spell (network, find_corridor (network, id));

        g_assert_cmpstr (stops, ==, cases[i].stops);
      }
      road_fixture_clear (&fixture);
    }
}

/* A village on the way that the shipped road lacks is put into it, for every road
 * that runs there. */
static void
test_refine (RoadFixture *self,
             gconstpointer data)
{
  const gint64 places[] = { road_fixture_add_place (self, "Bamako", "ml-bamako", 12.65, -8), road_fixture_add_place (self, "Hameau", NULL, 13.1, -8.03),
                            road_fixture_add_place (self, "Diéma", "ml-diema", 14.54, -9.19), 0 };
  gint64 id = road_fixture_add_corridor (self, "ml-rn1", NULL, places, NULL);
  g_autoptr (SbRoadNetwork) network = road_fixture_build (self);
  g_autofree char *stops = spell (network, find_corridor (network, id));
  g_autofree char *other = spell (network, sb_road_network_find_shipped (network, "ml-rn18"));

  g_assert_cmpstr (stops, ==, "ml-bamako ml-kati Hameau ml-kolokani ml-didieni ml-diema");
  g_assert_true (g_str_has_prefix (other, "ml-bamako ml-kati Hameau ml-kolokani ml-didieni ml-diema"));
}

static void
test_own_road (RoadFixture *self,
               gconstpointer data)
{
  const gint64 places[] = { road_fixture_add_place (self, "Kidal", "ml-kidal", 18.44, 1.4), road_fixture_add_place (self, "Puits", NULL, 18.9, 2.4), 0 };
  const double km[] = { 0, 140 };
  gint64 id = road_fixture_add_corridor (self, NULL, NULL, places, km);
  g_autoptr (SbRoadNetwork) network = road_fixture_build (self);
  const SbRoad *road = find_corridor (network, id);
  guint kidal = road_fixture_find (network, "ml-kidal");
  guint n_links;

  g_assert_cmpuint (road->n_stops, ==, 2);
  g_assert_cmpuint (road->stops[0], ==, kidal);
  g_assert_cmpfloat (measure (network, road), ==, 140);
  g_assert_false (sb_road_network_get_leg (network, road->legs[0])->is_estimated);
  sb_road_network_get_links (network, road->stops[1], &n_links);
  g_assert_cmpuint (n_links, ==, 1);
}

/* A place is known by its key, its name nearby, and not by its name far away. */
static void
test_places (RoadFixture *self,
             gconstpointer data)
{
  gint64 by_key = road_fixture_add_place (self, "La cité des rails", "ml-kayes", 0, 0);
  gint64 by_name = road_fixture_add_place (self, "Nioro du sahel", NULL, 15.2, -9.6);
  gint64 elsewhere = road_fixture_add_place (self, "Kati", NULL, 5, 5);
  g_autoptr (SbRoadNetwork) network = road_fixture_build (self);
  g_autoptr (SbRef) ref = create_ref (SB_KIND_PLACE, elsewhere);
  g_autoptr (GArray) named = sb_road_network_find_name (network, "la cite des RAILS");
  guint place;

  g_assert_cmpuint (find_place (network, by_key), ==, road_fixture_find (network, "ml-kayes"));
  g_assert_cmpuint (find_place (network, by_name), ==, road_fixture_find (network, "ml-nioro-du-sahel"));
  g_assert_false (sb_road_network_find_place (network, ref, &place));
  g_assert_cmpuint (named->len, ==, 1);
  g_assert_cmpuint (g_array_index (named, guint, 0), ==, road_fixture_find (network, "ml-kayes"));
}

static void
test_names (RoadFixture *self,
            gconstpointer data)
{
  static const struct
  {
    const char *name;
    guint n_found;
    const char *first;
  } cases[] = {
    { "tombouctou", 1, "ml-tombouctou" },
    { "TIMBUKTU", 1, "ml-tombouctou" },
    { "Koureme", 0, NULL },
    { "kouremale", 1, "ml-kouremale" },
    { "ml-kayes", 1, "ml-kayes" },
    { "Rosso", 2, NULL },
    { "", 0, NULL },
  };
  g_autoptr (SbRoadNetwork) network = road_fixture_build (self);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) found = sb_road_network_find_name (network, cases[i].name);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (found->len, ==, cases[i].n_found);
      if (cases[i].first != NULL)
        g_assert_cmpuint (g_array_index (found, guint, 0), ==, road_fixture_find (network, cases[i].first));
    }
}

#define ADD(path, function) g_test_add ("/analysis/road-network/" path, RoadFixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("shipped", test_shipped);
  ADD ("by-key", test_by_key);
  ADD ("by-length", test_by_length);
  ADD ("refine", test_refine);
  ADD ("own-road", test_own_road);
  ADD ("places", test_places);
  ADD ("names", test_names);

  return g_test_run ();
}
