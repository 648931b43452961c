/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-area-loader.h"
#include "sb-date.h"
#include "sb-dossier-reader.h"
#include "sb-record-builder.h"
#include "sb-test-records.h"
#include "sb-zone.h"

/* Who held what in the sample dossier, as its sources have it. What is expected
 * was read in the documents:
 *
 * - Kidal was retaken by the army in 2023 (letter of May 2026, and the situation
 *   report of 29 April 2026), which both say of what was so until 25 April 2026;
 * - on 29 April 2026 it is "under the full control" of the rebels and jihadists
 *   after the situation report, "contested once more" after the letter. */

typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) */
  SbRegionShapes *shapes; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = sb_test_make_folder ();
  fixture->store = sb_test_open_store (fixture->folder);
  sb_dossier_read_sample (fixture->store, NULL, &error);
  g_assert_no_error (error);
  fixture->shapes = sb_region_shapes_new (&error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->store);
  sb_region_shapes_unref (fixture->shapes);
  sb_test_remove_folder (fixture->folder);
}

static GPtrArray *
load (Fixture *fixture,
      int year,
      int month,
      int day)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *areas = sb_area_loader_load_held (fixture->store, sb_day_from_ymd (year, month, day), fixture->shapes, &error);

  g_assert_no_error (error);
  return areas;
}

/* (nullable) */
static SbMapArea *
find (GPtrArray *areas,
      const char *place)
{
  for (guint i = 0; i < areas->len; i++)
    {
      SbMapArea *area = g_ptr_array_index (areas, i);

      if (g_str_equal (sb_ref_get_name (sb_map_area_get_place (area), SB_LANGUAGE_FR), place))
        return area;
    }

  return NULL;
}

static void
test_kidal_held (Fixture *fixture,
                 gconstpointer data)
{
  static const int days[][3] = { { 2025, 6, 1 }, { 2025, 9, 10 } };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GPtrArray) areas = load (fixture, days[i][0], days[i][1], days[i][2]);
      SbMapArea *kidal = find (areas, "Kidal");
      const SbArea *area;
      g_autofree char *text = NULL;

      g_assert_nonnull (kidal);
      area = sb_map_area_get_area (kidal);
      g_assert_null (area->shape);
      g_assert_false (area->is_disputed);
      g_assert_cmpuint (area->n_holds, ==, 1);
      g_assert_cmpint (area->holds[0].manner, ==, SB_AREA_MANNER_CONTROLS);
      g_assert_cmpint (area->holds[0].family, ==, SB_ACTOR_FAMILY_STATE_FORCE);
      g_assert_false (area->holds[0].is_possible);

      /* It rests on both. */
      text = sb_map_area_dup_text (kidal, SB_LANGUAGE_EN);
      g_test_message ("%s", text);
      g_assert_nonnull (strstr (text, "controls"));
      g_assert_nonnull (strstr (text, "2023"));
      g_assert_nonnull (strstr (text, "25\302\240Apr\302\2402026"));
      g_assert_nonnull (strstr (text, "Timbuktu Institute"));
      g_assert_nonnull (strstr (text, "Situation report for travellers"));
    }
}

static void
test_kidal_disputed (Fixture *fixture,
                     gconstpointer data)
{
  g_autoptr (GPtrArray) areas = load (fixture, 2026, 4, 29);
  SbMapArea *kidal = find (areas, "Kidal");
  GPtrArray *lines;
  const SbArea *area;

  g_assert_nonnull (kidal);
  area = sb_map_area_get_area (kidal);
  g_assert_true (area->is_disputed);
  g_assert_cmpuint (area->n_holds, ==, 2);
  for (guint i = 0; i < area->n_holds; i++)
    g_assert_cmpint (area->holds[i].family, ==, SB_ACTOR_FAMILY_SEPARATIST);
  g_assert_cmpint (area->holds[0].manner, !=, area->holds[1].manner);

  /* Each version with the one who says so. */
  lines = sb_map_area_get_lines (kidal, SB_LANGUAGE_FR);
  g_assert_cmpuint (lines->len, ==, 3);
  for (guint i = 0; i < lines->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (lines, i));
  g_assert_cmpstr (g_ptr_array_index (lines, 0), ==, "Kidal · versions discordantes");
  for (guint i = 0; i < 2; i++)
    {
      const char *line = g_ptr_array_index (lines, i + 1);

      if (area->holds[i].manner == SB_AREA_MANNER_CONTROLS)
        g_assert_nonnull (strstr (line, "Point de situation voyageurs"));
      else
        g_assert_null (strstr (line, "Point de situation voyageurs"));
      if (area->holds[i].manner == SB_AREA_MANNER_CONTESTS)
        g_assert_nonnull (strstr (line, "Timbuktu Institute"));
    }
}

/* A region has its shape, never that of a town; an area that is none has a wide
 * disc. */
static void
test_grounds (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GPtrArray) areas = load (fixture, 2025, 9, 10);
  SbMapArea *kayes = find (areas, "Région de Kayes");
  SbMapArea *farabougou = find (areas, "Farabougou");
  SbMapArea *north = find (areas, "Nord du Mali");

  g_assert_nonnull (kayes);
  g_assert_nonnull (sb_map_area_get_area (kayes)->shape);
  g_assert_cmpstr (sb_map_area_get_area (kayes)->shape->key, ==, "ml-region-kayes");
  g_assert_cmpint (sb_map_area_get_area (kayes)->holds[0].manner, ==, SB_AREA_MANNER_INFLUENCES);
  g_assert_nonnull (farabougou);
  g_assert_null (sb_map_area_get_area (farabougou)->shape);
  g_assert_cmpint (sb_map_area_get_area (farabougou)->holds[0].family, ==, SB_ACTOR_FAMILY_JIHADIST);
  g_assert_nonnull (north);
  g_assert_null (sb_map_area_get_area (north)->shape);
  g_assert_cmpfloat (sb_map_area_get_area (north)->radius_km, >, 5 * sb_map_area_get_area (farabougou)->radius_km);

  /* The attack of 1 July is over. */
  g_assert_null (find (areas, "Diboli"));
}

static void
put_zone (Fixture *fixture,
          SbRef *place,
          SbZoneLevel level,
          const char *since,
          const char *until)
{
  g_autoptr (SbRecordBuilder) builder = sb_record_builder_new (&sb_zone_schema);
  g_autoptr (SbDate) from = sb_date_new (since, NULL);
  g_autoptr (SbDate) to = until != NULL ? sb_date_new (until, NULL) : NULL;
  g_autoptr (SbRecord) zone = NULL;

  sb_record_builder_set_ref (builder, SB_ZONE_PLACE, place);
  sb_record_builder_set_term (builder, SB_ZONE_LEVEL, (int) level);
  sb_record_builder_set_date (builder, SB_ZONE_SINCE, from);
  if (to != NULL)
    sb_record_builder_set_date (builder, SB_ZONE_UNTIL, to);
  zone = sb_record_builder_end (g_steal_pointer (&builder));
  sb_test_put (fixture->store, zone, "zone");
}

/* The colour of a region changes with the day; what was said before is replaced. */
static void
test_zones (Fixture *fixture,
            gconstpointer data)
{
  static const struct
  {
    int day[3];
    SbAreaZone zone;
  } cases[] = {
    { { 2025, 5, 1 }, SB_AREA_ZONE_NONE },
    { { 2025, 6, 15 }, SB_AREA_ZONE_ORANGE },
    { { 2025, 9, 10 }, SB_AREA_ZONE_RED },
    { { 2025, 12, 2 }, SB_AREA_ZONE_YELLOW },
  };
  g_autoptr (GPtrArray) held = load (fixture, 2025, 9, 10);
  SbRef *place = sb_map_area_get_place (find (held, "Région de Kayes"));

  put_zone (fixture, place, SB_ZONE_LEVEL_ORANGE, "2025-06-01", NULL);
  put_zone (fixture, place, SB_ZONE_LEVEL_RED, "2025-07-02", "2025-11-30");
  put_zone (fixture, place, SB_ZONE_LEVEL_YELLOW, "2025-12-01", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const int *day = cases[i].day;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) areas = sb_area_loader_load_zones (fixture->store, sb_day_from_ymd (day[0], day[1], day[2]),
                                                               fixture->shapes, &error);
      SbMapArea *kayes = find (areas, "Région de Kayes");

      g_assert_no_error (error);
      if (cases[i].zone == SB_AREA_ZONE_NONE)
        {
          g_assert_null (kayes);
          continue;
        }
      g_assert_nonnull (kayes);
      g_assert_cmpuint (areas->len, ==, 1);
      g_assert_cmpint (sb_map_area_get_area (kayes)->zone, ==, cases[i].zone);
      g_assert_cmpuint (sb_map_area_get_area (kayes)->n_holds, ==, 0);
      g_assert_nonnull (sb_map_area_get_area (kayes)->shape);
      g_assert_cmpint (sb_ref_get_kind (sb_map_area_get_record (kayes)), ==, SB_KIND_ZONE);
    }
}

/* The curfew of Kayes: until when, and whom it spares (note of September 2025). */
static void
test_restrictions (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) areas = sb_area_loader_load_restrictions (fixture->store, sb_day_from_ymd (2025, 9, 10), fixture->shapes, &error);
  SbMapArea *kayes = find (areas, "Kayes");
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (kayes);
  text = sb_map_area_dup_text (kayes, SB_LANGUAGE_FR);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "Couvre-feu"));
  g_assert_nonnull (strstr (text, "30\302\240sept.\302\2402025"));
  g_assert_nonnull (strstr (text, "Ambulances"));
  g_assert_cmpint (sb_ref_get_kind (sb_map_area_get_record (kayes)), ==, SB_KIND_RESTRICTION);
}

/* A ban on fuel names all of Mali, and no road: its whole ground is restricted. Before
 * that only parties were suspended there, which touches no traffic. A town is a sign. */
static void
test_restricted_grounds (Fixture *fixture,
                         gconstpointer data)
{
  static const struct
  {
    int day[3];
    const char *place;
    gboolean is_restricted;
    gboolean has_shape;
  } cases[] = {
    { { 2025, 6, 1 }, "Mali", FALSE, FALSE },
    { { 2025, 9, 10 }, "Mali", TRUE, TRUE },
    { { 2025, 9, 10 }, "Kayes", FALSE, FALSE },
    { { 2026, 4, 29 }, "Centre du Mali", TRUE, FALSE },
    { { 2026, 4, 29 }, "Bamako", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) areas =
        sb_area_loader_load_restrictions (fixture->store, sb_day_from_ymd (cases[i].day[0], cases[i].day[1], cases[i].day[2]),
                                          fixture->shapes, &error);
      SbMapArea *area;

      g_assert_no_error (error);
      area = find (areas, cases[i].place);
      g_test_message ("case %u, %s", i, cases[i].place);
      g_assert_nonnull (area);
      g_assert_cmpint (sb_map_area_get_area (area)->is_restricted, ==, cases[i].is_restricted);
      g_assert_cmpint (sb_map_area_get_area (area)->shape != NULL, ==, cases[i].has_shape);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sync/area-loader/kidal-held", Fixture, NULL, set_up, test_kidal_held, tear_down);
  g_test_add ("/sync/area-loader/kidal-disputed", Fixture, NULL, set_up, test_kidal_disputed, tear_down);
  g_test_add ("/sync/area-loader/grounds", Fixture, NULL, set_up, test_grounds, tear_down);
  g_test_add ("/sync/area-loader/zones", Fixture, NULL, set_up, test_zones, tear_down);
  g_test_add ("/sync/area-loader/restrictions", Fixture, NULL, set_up, test_restrictions, tear_down);
  g_test_add ("/sync/area-loader/restricted-grounds", Fixture, NULL, set_up, test_restricted_grounds, tear_down);

  return g_test_run ();
}
