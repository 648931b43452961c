/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-gazetteer.h"
#include "sb-geo-error.h"
#include "sb-mercator.h"
#include "sb-region-shapes.h"

#include <math.h>
#include <string.h>

/* By how much the area may differ from the published one. */
#define AREA_TOLERANCE 0.10

/* Areas as the countries publish them, in km²: Mali before its regions of 2016
 * and 2023 (which Natural Earth lacks) after its census of 2009, Burkina Faso
 * before those of 2025 after its census of 2006, Niger after its yearbook. The
 * two capitals are drawn far too simply to have an area: 0. */
static const struct
{
  const char *key;
  const char *seat; /* inside of it */
  double area_km2;
} regions[] = {
  { "ml-region-kayes", "ml-kayes", 119743 },
  { "ml-region-koulikoro", "ml-koulikoro", 95848 },
  { "ml-region-sikasso", "ml-sikasso", 70280 },
  { "ml-region-segou", "ml-segou", 64821 },
  { "ml-region-mopti", "ml-mopti", 79017 },
  { "ml-region-tombouctou", "ml-tombouctou", 496611 },
  { "ml-region-gao", "ml-gao", 170572 },
  { "ml-region-kidal", "ml-kidal", 151430 },
  { "ml-region-bamako", "ml-bamako", 0 },
  { "bf-region-boucle-du-mouhoun", "bf-dedougou", 34333 },
  { "bf-region-cascades", "bf-banfora", 18424 },
  { "bf-region-centre", "bf-ouagadougou", 2869 },
  { "bf-region-centre-est", "bf-tenkodogo", 14710 },
  { "bf-region-centre-nord", "bf-kaya", 19677 },
  { "bf-region-centre-ouest", "bf-koudougou", 21853 },
  { "bf-region-centre-sud", "bf-manga", 11457 },
  { "bf-region-est", "bf-fada-n-gourma", 46228 },
  { "bf-region-hauts-bassins", "bf-bobo-dioulasso", 25344 },
  { "bf-region-nord", "bf-ouahigouya", 17729 },
  { "bf-region-plateau-central", "bf-ziniare", 8605 },
  { "bf-region-sahel", "bf-dori", 36166 },
  { "bf-region-sud-ouest", "bf-gaoua", 16202 },
  { "ne-region-agadez", "ne-agadez", 667799 },
  { "ne-region-diffa", "ne-diffa", 156906 },
  { "ne-region-dosso", "ne-dosso", 33844 },
  { "ne-region-maradi", "ne-maradi", 41796 },
  { "ne-region-tahoua", "ne-tahoua", 113371 },
  { "ne-region-tillaberi", "ne-tillaberi", 97251 },
  { "ne-region-zinder", "ne-zinder", 155778 },
  { "ne-region-niamey", "ne-niamey", 0 },
};

typedef struct
{
  SbRegionShapes *shapes; /* (owned) */
  SbGazetteer *gazetteer; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->shapes = sb_region_shapes_new (&error);
  g_assert_no_error (error);
  fixture->gazetteer = sb_gazetteer_new (&error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  sb_region_shapes_unref (fixture->shapes);
  sb_gazetteer_unref (fixture->gazetteer);
}

static void
test_regions (Fixture *fixture,
              gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      const SbRegionShape *shape = sb_region_shapes_find (fixture->shapes, regions[i].key);
      const SbGazetteerPlace *seat = sb_gazetteer_find_key (fixture->gazetteer, regions[i].seat);
      double area;

      g_test_message ("%s, seat %s", regions[i].key, regions[i].seat);
      g_assert_nonnull (shape);
      g_assert_nonnull (seat);
      g_assert_cmpint (shape->kind, ==, SB_REGION_REGION);
      g_assert_true (sb_region_shape_contains (shape, sb_mercator_project (seat->position)));

      area = sb_region_shape_get_area_km2 (shape);
      g_test_message ("%.0f km², published %.0f", area, regions[i].area_km2);
      if (regions[i].area_km2 > 0)
        g_assert_cmpfloat (fabs (area - regions[i].area_km2), <, AREA_TOLERANCE * regions[i].area_km2);
    }
}

/* A grid of points over the Sahel: each in one region at most, and in no region
 * of another country than its own. */
static void
test_overlaps (Fixture *fixture,
               gconstpointer data)
{
  guint n_inside = 0;

  for (double latitude = 4.03; latitude < 25; latitude += 0.17)
    for (double longitude = -17.01; longitude < 24; longitude += 0.17)
      {
        SbPoint point = sb_mercator_project ((SbPosition) { longitude, latitude });
        const char *region = NULL;
        const char *country = NULL;

        for (guint i = 0; i < sb_region_shapes_get_n_shapes (fixture->shapes); i++)
          {
            const SbRegionShape *shape = sb_region_shapes_get_shape (fixture->shapes, i);
            const char **found = shape->kind == SB_REGION_REGION ? &region : &country;

            if (!sb_region_shape_contains (shape, point))
              continue;
            if (*found != NULL)
              g_test_fail_printf ("%.2f %.2f is in %s and in %s", latitude, longitude, *found, shape->key);
            *found = shape->key;
          }
        if (region == NULL)
          continue;
        n_inside++;
        g_assert_nonnull (country);
        g_assert_cmpint (strncmp (region, country, 2), ==, 0);
      }

  g_assert_cmpuint (n_inside, >, 8000);
}

/* Every key is one of the gazetteer, of the same kind, and in order. */
static void
test_keys (Fixture *fixture,
           gconstpointer data)
{
  for (guint i = 0; i < sb_region_shapes_get_n_shapes (fixture->shapes); i++)
    {
      const SbRegionShape *shape = sb_region_shapes_get_shape (fixture->shapes, i);
      const SbGazetteerPlace *place = sb_gazetteer_find_key (fixture->gazetteer, shape->key);

      g_assert_nonnull (place);
      g_assert_cmpint (place->kind, ==, shape->kind == SB_REGION_COUNTRY ? SB_PLACE_KIND_COUNTRY : SB_PLACE_KIND_REGION);
      g_assert_true (sb_region_shapes_find (fixture->shapes, shape->key) == shape);
      if (i > 0)
        g_assert_cmpstr (sb_region_shapes_get_shape (fixture->shapes, i - 1)->key, <, shape->key);
    }

  g_assert_null (sb_region_shapes_find (fixture->shapes, "ml-region-atlantis"));
  g_assert_null (sb_region_shapes_find (fixture->shapes, NULL));
}

/* The capital is a hole in the region around it. */
static void
test_hole (Fixture *fixture,
           gconstpointer data)
{
  SbPoint bamako = sb_mercator_project ((SbPosition) { -8.0, 12.64 });
  const SbRegionShape *koulikoro = sb_region_shapes_find (fixture->shapes, "ml-region-koulikoro");

  g_assert_false (sb_region_shape_contains (koulikoro, bamako));
  g_assert_true (sb_region_shape_contains (sb_region_shapes_find (fixture->shapes, "ml-region-bamako"), bamako));
  g_assert_true (sb_region_shape_contains (sb_region_shapes_find (fixture->shapes, "ml"), bamako));
}

/* Cut anywhere, the file is refused or read short, and nothing else happens. */
static void
test_damaged (void)
{
  static const guint8 cases[][24] = {
    "not the shapes of areas",
    "SBRG\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000", /* no bits */
    "SBRG\001\000\000\000\030\000\000\000\000\000\000\000\001\000\000\000\007", /* a kind that is none */
    "SBRG\001\000\000\000\030\000\000\000\000\000\000\000\001\000\000\000\001\000\001\001", /* an arc that is not there */
    "SBRG\001\000\000\000\030\000\000\000\377\377\377\177\000\000\000\000\377\377", /* more arcs than bytes */
  };
  const guint8 newer[20] = "SBRG\002\000\000\000\030";

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i], sizeof cases[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (SbRegionShapes) shapes = sb_region_shapes_new_from_bytes (bytes, &error);

      g_test_message ("case %u", i);
      g_assert_null (shapes);
      g_assert_error (error, SB_GEO_ERROR, SB_GEO_ERROR_INVALID);
    }

  {
    g_autoptr (GBytes) bytes = g_bytes_new_static (newer, sizeof newer);
    g_autoptr (GError) error = NULL;
    g_autoptr (SbRegionShapes) shapes = sb_region_shapes_new_from_bytes (bytes, &error);

    g_assert_null (shapes);
    g_assert_error (error, SB_GEO_ERROR, SB_GEO_ERROR_VERSION);
  }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/geo/region-shapes/regions", Fixture, NULL, set_up, test_regions, tear_down);
  g_test_add ("/geo/region-shapes/overlaps", Fixture, NULL, set_up, test_overlaps, tear_down);
  g_test_add ("/geo/region-shapes/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/geo/region-shapes/hole", Fixture, NULL, set_up, test_hole, tear_down);
  g_test_add_func ("/geo/region-shapes/damaged", test_damaged);

  return g_test_run ();
}
