/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-corridor-network.h"
#include "sb-geo-error.h"

#include <string.h>

/* A leg by road is no shorter than the great circle, but for the rounding of what
 * is stated, and not twice as long. */
#define MIN_DETOUR 0.99
#define MAX_DETOUR 1.8

/* Kilometres: the longest stretch of desert road without a place on it. */
#define MAX_LEG 750

typedef struct
{
  SbGazetteer *gazetteer; /* (owned) */
  SbCorridorNetwork *network; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->gazetteer = sb_gazetteer_new (&error);
  g_assert_no_error (error);
  fixture->network = sb_corridor_network_new (fixture->gazetteer, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  sb_corridor_network_unref (fixture->network);
  sb_gazetteer_unref (fixture->gazetteer);
}

static void
test_legs (Fixture *fixture,
           gconstpointer data)
{
  guint n_legs = sb_corridor_network_get_n_legs (fixture->network);

  g_assert_cmpuint (n_legs, >, 200);
  for (guint i = 0; i < n_legs; i++)
    {
      const SbCorridorLeg *leg = sb_corridor_network_get_leg (fixture->network, i);
      const SbGazetteerPlace *a = sb_corridor_network_get_place (fixture->network, leg->nodes[0]);
      const SbGazetteerPlace *b = sb_corridor_network_get_place (fixture->network, leg->nodes[1]);
      double km = sb_position_get_distance_km (a->position, b->position);

      g_test_message ("%s–%s: %.0f km, %.0f by the great circle", a->key, b->key, leg->km, km);
      g_assert_cmpfloat (leg->km, >=, MIN_DETOUR * km);
      g_assert_cmpfloat (leg->km, <=, MAX_DETOUR * km);
      g_assert_cmpfloat (leg->km, <=, MAX_LEG);
    }
}

static void
test_roads (Fixture *fixture,
            gconstpointer data)
{
  guint n_roads = sb_corridor_network_get_n_roads (fixture->network);

  g_assert_cmpuint (n_roads, >=, 40);
  for (guint i = 0; i < n_roads; i++)
    {
      const SbCorridorRoad *road = sb_corridor_network_get_road (fixture->network, i);

      g_assert_true (sb_corridor_network_find_key (fixture->network, road->key) == road);
      g_assert_cmpuint (road->n_stops, >=, 2);
      g_assert_cmpfloat (road->stops[0].km, ==, 0);
      for (guint j = 1; j < road->n_stops; j++)
        {
          const SbCorridorLeg *leg = sb_corridor_network_get_leg (fixture->network, road->stops[j].leg);
          guint other = leg->nodes[leg->nodes[0] == road->stops[j].node ? 1 : 0];

          g_assert_cmpfloat_with_epsilon (road->stops[j].km - road->stops[j - 1].km, leg->km, 1e-6);
          g_assert_cmpuint (other, ==, road->stops[j - 1].node);
        }
    }
}

static void
test_rn1 (Fixture *fixture,
          gconstpointer data)
{
  static const char *const keys[] = { "ml-bamako", "ml-kati", "ml-diema", "ml-kayes", "ml-diboli", "sn-kidira", "sn-dakar" };
  const SbCorridorRoad *road = sb_corridor_network_find_key (fixture->network, "ml-rn1");
  guint next = 0;

  g_assert_nonnull (road);
  g_assert_cmpstr (road->code, ==, "RN1");
  g_assert_nonnull (road->carries[SB_LANGUAGE_FR]);
  g_assert_nonnull (road->sources[SB_LANGUAGE_FR]);
  for (guint i = 0; i < road->n_stops; i++)
    if (next < G_N_ELEMENTS (keys) && g_str_equal (road->stops[i].place->key, keys[next]))
      next++;
  g_assert_cmpuint (next, ==, G_N_ELEMENTS (keys));
  /* About 1,350 km from Bamako to Dakar. */
  g_assert_cmpfloat_with_epsilon (road->stops[road->n_stops - 1].km, 1350, 120);
}

/* Both roads leave Bamako by Kati: what closes one there closes the other. */
static void
test_shared_legs (Fixture *fixture,
                  gconstpointer data)
{
  const SbCorridorRoad *rn1 = sb_corridor_network_find_key (fixture->network, "ml-rn1");
  const SbCorridorRoad *rn18 = sb_corridor_network_find_key (fixture->network, "ml-rn18");

  g_assert_cmpuint (rn1->stops[1].leg, ==, rn18->stops[1].leg);
  g_assert_false (sb_corridor_network_get_leg (fixture->network, rn1->stops[1].leg)->estimated);
}

static gboolean *
find_reached (SbCorridorNetwork *network,
              guint start)
{
  guint n_nodes = sb_corridor_network_get_n_nodes (network);
  gboolean *seen = g_new0 (gboolean, n_nodes);
  g_autofree guint *queue = g_new0 (guint, n_nodes);
  guint tail = 0;

  queue[tail++] = start;
  seen[start] = TRUE;
  for (guint head = 0; head < tail; head++)
    {
      guint n_links;
      const SbCorridorLink *links = sb_corridor_network_get_links (network, queue[head], &n_links);

      for (guint i = 0; i < n_links; i++)
        if (!seen[links[i].node])
          {
            seen[links[i].node] = TRUE;
            queue[tail++] = links[i].node;
          }
    }

  return seen;
}

/* Every landlocked capital is on the same network as each port that is said to
 * serve it. */
static void
test_services (Fixture *fixture,
               gconstpointer data)
{
  static const char *const capitals[] = { "ml-bamako", "bf-ouagadougou", "ne-niamey", "td-n-djamena" };
  static const char *const ports[] = { "sn-dakar", "mr-nouakchott", "gn-conakry", "ci-abidjan", "gh-tema", "tg-lome", "bj-cotonou" };
  guint n_services = sb_corridor_network_get_n_services (fixture->network);
  guint node;

  g_assert_cmpuint (n_services, ==, G_N_ELEMENTS (capitals));
  for (guint i = 0; i < n_services; i++)
    {
      const SbCorridorService *service = sb_corridor_network_get_service (fixture->network, i);
      g_autofree gboolean *seen = find_reached (fixture->network, service->capital);

      g_assert_cmpstr (sb_corridor_network_get_place (fixture->network, service->capital)->key, ==, capitals[i]);
      g_assert_cmpuint (service->n_ports, >=, 3);
      for (guint j = 0; j < service->n_ports; j++)
        {
          g_assert_true (seen[service->ports[j]]);
          g_assert_true (sb_corridor_network_is_port (fixture->network, service->ports[j]));
        }
      g_assert_false (sb_corridor_network_is_port (fixture->network, service->capital));
    }
  for (guint i = 0; i < G_N_ELEMENTS (ports); i++)
    {
      g_assert_true (sb_corridor_network_find_node (fixture->network, ports[i], &node));
      g_assert_true (sb_corridor_network_is_port (fixture->network, node));
    }
}

/* No road lies apart. */
static void
test_graph (Fixture *fixture,
            gconstpointer data)
{
  g_autofree gboolean *seen = NULL;
  guint node;

  g_assert_true (sb_corridor_network_find_node (fixture->network, "ml-bamako", &node));
  seen = find_reached (fixture->network, node);
  for (guint i = 0; i < sb_corridor_network_get_n_nodes (fixture->network); i++)
    {
      g_test_message ("%s", sb_corridor_network_get_place (fixture->network, i)->key);
      g_assert_true (seen[i]);
    }
  g_assert_false (sb_corridor_network_find_node (fixture->network, "ml-nulle-part", &node));
}

/* Published distances along roads, within what the courses of our roads allow. */
static void
test_published (Fixture *fixture,
                gconstpointer data)
{
  static const struct
  {
    const char *road;
    const char *place;
    double km;
    double slack;
  } cases[] = {
    { "ml-rn1", "ml-kayes", 614, 1 },
    { "ml-rn1", "sn-tambacounda", 891, 3 },
    { "ml-rn6", "ml-segou", 235, 1 },
    { "ml-rn6", "ml-sevare", 623, 1 },
    { "ml-rn16", "ml-gao", 573, 1 },
    { "gn-n1", "gn-mamou", 245, 1 },
    { "mr-n3", "mr-kiffa", 603, 1 },
    { "tg-n1", "tg-sokode", 339, 1 },
    { "bj-n2", "bj-parakou", 415, 1 },
    { "bf-n2", "bf-ouahigouya", 182, 1 },
    { "ne-n1-ouest", "ne-zinder", 1125, 1 },
    { "ne-n25", "ne-assamaka", 1330, 1 },
    { "ne-n6", "ne-makalondi", 100, 19 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SbCorridorRoad *road = sb_corridor_network_find_key (fixture->network, cases[i].road);
      double km = -1;

      g_test_message ("%s to %s", cases[i].road, cases[i].place);
      g_assert_nonnull (road);
      for (guint j = 0; j < road->n_stops; j++)
        if (g_str_equal (road->stops[j].place->key, cases[i].place))
          km = road->stops[j].km;
      g_assert_cmpfloat_with_epsilon (km, cases[i].km, cases[i].slack);
    }
}

#define NAME "\"name\": {\"fr\": \"R\", \"en\": \"R\"}"

static void
test_damaged (Fixture *fixture,
              gconstpointer data)
{
  static const char *const texts[] = {
    "",
    "{",
    "[]",
    "{\"corridors\": 3}",
    "{\"corridors\": [3]}",
    "{\"corridors\": [{" NAME "}]}",
    "{\"corridors\": [{\"key\": \"r\", " NAME "}]}",
    "{\"corridors\": [{\"key\": \"r\", " NAME ", \"stops\": [\"ml-bamako\"]}]}",
    "{\"corridors\": [{\"key\": \"r\", " NAME ", \"stops\": [\"ml-bamako\", \"ml-atlantide\"]}]}",
    "{\"corridors\": [{\"key\": \"r\", " NAME ", \"stops\": [\"ml-bamako\", \"ml-bamako\"]}]}",
    "{\"corridors\": [{\"key\": \"r\", " NAME ", \"stops\": [\"ml-bamako\", [\"ml-kati\", -4]]}]}",
    "{\"corridors\": [{\"key\": \"r\", " NAME ", \"stops\": [\"ml-bamako\", [\"ml-kati\"]]}]}",
    "{\"corridors\": [{\"key\": \"r\", " NAME ", \"stops\": [\"ml-bamako\", {}]}]}",
    "{\"corridors\": [{\"key\": \"r\", " NAME ", \"stops\": [\"ml-bamako\", [\"ml-kati\", null, -1]]}]}",
    "{\"corridors\": [{\"key\": \"r\", " NAME ", \"stops\": [\"ml-bamako\", [\"ml-kati\", null, 20], [\"ml-diema\", null, 10]]}]}",
    "{\"corridors\": [{\"key\": \"r\", " NAME ", \"stops\": [\"ml-bamako\", [\"ml-kati\", 1, 2, 3]]}]}",
    "{\"corridors\": [{\"key\": \"r\", " NAME ", \"stops\": [\"ml-bamako\", \"ml-kati\"]}], \"landlocked\": 3}",
    "{\"corridors\": [{\"key\": \"r\", " NAME ", \"stops\": [\"ml-bamako\", \"ml-kati\"]}], \"landlocked\": {\"ml-gao\": []}}",
    "{\"corridors\": [{\"key\": \"r\", " NAME ", \"stops\": [\"ml-bamako\", \"ml-kati\"]}], \"landlocked\": {\"ml-kati\": [3]}}",
    "{\"corridors\": [{\"key\": \"r\", \"name\": 3, \"stops\": [\"ml-bamako\", \"ml-kati\"]}]}",
    "{\"corridors\": [{\"key\": \"r\", " NAME ", \"stops\": [\"ml-bamako\", \"ml-kati\"]},"
    " {\"key\": \"r\", " NAME ", \"stops\": [\"ml-bamako\", \"ml-kati\"]}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (sb_corridor_network_new_from_bytes (fixture->gazetteer, bytes, &error));
      g_assert_error (error, SB_GEO_ERROR, SB_GEO_ERROR_INVALID);
    }
}

/* What is stated from the start is spread over the legs that are reckoned. */
static void
test_spread (Fixture *fixture,
             gconstpointer data)
{
  const char *text = "{\"corridors\": [{\"key\": \"r\", " NAME ", \"track\": true, \"stops\": [\"ml-bamako\", [\"ml-kati\", 15], \"ml-kolokani\","
                     " [\"ml-didieni\", null, 175]]}, {\"key\": \"s\", " NAME ", \"stops\": [\"ml-bamako\", \"ml-kati\"]}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (SbCorridorNetwork) network = sb_corridor_network_new_from_bytes (fixture->gazetteer, bytes, &error);
  const SbCorridorRoad *road;

  g_assert_no_error (error);
  road = sb_corridor_network_get_road (network, 0);
  g_assert_cmpfloat_with_epsilon (road->stops[3].km, 175, 1e-6);
  g_assert_cmpfloat_with_epsilon (road->stops[1].km, 15, 1e-6);
  g_assert_false (sb_corridor_network_get_leg (network, road->stops[1].leg)->estimated);
  g_assert_true (sb_corridor_network_get_leg (network, road->stops[2].leg)->estimated);
  /* A road beats a track where they share a leg. */
  g_assert_false (sb_corridor_network_get_leg (network, road->stops[1].leg)->track);
  g_assert_true (sb_corridor_network_get_leg (network, road->stops[2].leg)->track);
}

#define ADD(path, function) g_test_add ("/geo/corridor-network/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("legs", test_legs);
  ADD ("roads", test_roads);
  ADD ("rn1", test_rn1);
  ADD ("shared-legs", test_shared_legs);
  ADD ("graph", test_graph);
  ADD ("services", test_services);
  ADD ("published", test_published);
  ADD ("spread", test_spread);
  ADD ("damaged", test_damaged);

  return g_test_run ();
}
