/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-geometry.h"

#include <math.h>

static const SbPosition bamako = { -8.0029, 12.6392 };
static const SbPosition kayes = { -11.4445, 14.4469 };
static const SbPosition gao = { -0.0447, 16.2717 };
static const SbPosition dakar = { -17.4441, 14.6937 };

/* Distances by the geodesic, from which the sphere is off by half a per cent. */
static void
test_distance (void)
{
  static const struct
  {
    const SbPosition *a;
    const SbPosition *b;
    double km;
  } cases[] = {
    { &bamako, &bamako, 0 },
    { &bamako, &kayes, 422 },
    { &bamako, &gao, 949 },
    { &bamako, &dakar, 1046 },
    { &gao, &bamako, 949 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double km = sb_position_get_distance_km (*cases[i].a, *cases[i].b);

      g_assert_cmpfloat_with_epsilon (km, cases[i].km, 0.006 * cases[i].km + 1e-9);
    }
}

static void
test_bounds (void)
{
  SbBounds bounds = sb_bounds_empty ();
  SbBounds grown;

  g_assert_true (sb_bounds_is_empty (&bounds));
  g_assert_false (sb_bounds_contains (&bounds, bamako));

  bounds = sb_bounds_extend (&bounds, bamako);
  g_assert_false (sb_bounds_is_empty (&bounds));
  g_assert_true (sb_bounds_contains (&bounds, bamako));
  g_assert_false (sb_bounds_contains (&bounds, gao));

  bounds = sb_bounds_extend (&bounds, gao);
  g_assert_true (sb_bounds_contains (&bounds, sb_bounds_get_centre (&bounds)));
  g_assert_false (sb_bounds_contains (&bounds, dakar));
  g_assert_true (sb_bounds_intersects (&bounds, &SB_BOUNDS_SAHEL));

  grown = sb_bounds_grow (&bounds, 1.5);
  g_assert_true (sb_bounds_contains (&grown, dakar));
}

static void
test_clip_ring (void)
{
  static const SbRect rect = { 0, 0, 10, 10 };
  static const struct
  {
    SbPoint points[4];
    guint n_points;
    guint n_clipped;
    double area;
  } cases[] = {
    { { { 2, 2 }, { 8, 2 }, { 8, 8 }, { 2, 8 } }, 4, 4, 36 }, /* inside */
    { { { -5, -5 }, { 15, -5 }, { 15, 15 }, { -5, 15 } }, 4, 4, 100 }, /* around */
    { { { 5, 2 }, { 20, 2 }, { 20, 8 }, { 5, 8 } }, 4, 4, 30 }, /* over one side */
    { { { 11, 11 }, { 15, 11 }, { 15, 15 } }, 3, 0, 0 }, /* outside */
    { { { -5, 5 }, { 5, -5 }, { 5, 5 } }, 3, 4, 25 }, /* over a corner */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) ring = sb_clip_ring (cases[i].points, cases[i].n_points, &rect);
      double area = 0;

      for (guint j = 0; j < ring->len; j++)
        {
          SbPoint a = g_array_index (ring, SbPoint, j);
          SbPoint b = g_array_index (ring, SbPoint, (j + 1) % ring->len);

          g_assert_true (sb_rect_contains (&rect, a));
          area += (a.x * b.y - b.x * a.y) / 2;
        }
      g_assert_cmpfloat_with_epsilon (area, cases[i].area, 1e-9);
      if (cases[i].n_clipped == 0)
        g_assert_cmpuint (ring->len, ==, 0);
    }
}

static void
test_clip_segment (void)
{
  static const SbRect rect = { 0, 0, 10, 10 };
  static const struct
  {
    SbPoint a, b;
    gboolean meets;
    SbPoint from, to;
  } cases[] = {
    { { 1, 1 }, { 9, 9 }, TRUE, { 1, 1 }, { 9, 9 } },
    { { -5, 5 }, { 15, 5 }, TRUE, { 0, 5 }, { 10, 5 } },
    { { 5, 5 }, { 5, 30 }, TRUE, { 5, 5 }, { 5, 10 } },
    { { -5, 0 }, { -1, 9 }, FALSE, { 0, 0 }, { 0, 0 } },
    { { -3, 9 }, { 3, 15 }, FALSE, { 0, 0 }, { 0, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SbPoint a = cases[i].a;
      SbPoint b = cases[i].b;

      g_assert_true (sb_clip_segment (&a, &b, &rect) == cases[i].meets);
      if (!cases[i].meets)
        continue;
      g_assert_cmpfloat_with_epsilon (a.x, cases[i].from.x, 1e-9);
      g_assert_cmpfloat_with_epsilon (a.y, cases[i].from.y, 1e-9);
      g_assert_cmpfloat_with_epsilon (b.x, cases[i].to.x, 1e-9);
      g_assert_cmpfloat_with_epsilon (b.y, cases[i].to.y, 1e-9);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/geometry/distance", test_distance);
  g_test_add_func ("/geo/geometry/bounds", test_bounds);
  g_test_add_func ("/geo/geometry/clip-ring", test_clip_ring);
  g_test_add_func ("/geo/geometry/clip-segment", test_clip_segment);

  return g_test_run ();
}
