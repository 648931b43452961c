/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-map-figure-private.h"

#define N_NAMES 60

static const SbRect frame = { 0, 0, 380, 240 };

static gboolean
lies_within (const SbRect *box)
{
  return box->x >= frame.x && box->y >= frame.y && box->x + box->width <= frame.x + frame.width &&
         box->y + box->height <= frame.y + frame.height;
}

/* Places all over the map, some at its edges: no name covers another one, a
 * symbol or the obstacle, and none leaves the map. */
static void
test_no_collision (void)
{
  static const SbRect obstacle = { 150, 100, 60, 40 };
  g_autoptr (GRand) random = g_rand_new_with_seed (42);
  SbMapName names[N_NAMES] = { 0 };
  guint n_placed = 0;

  for (guint i = 0; i < N_NAMES; i++)
    {
      names[i].symbols = (SbRect) { g_rand_double_range (random, 0, 370), g_rand_double_range (random, 0, 230), 10, 10 };
      names[i].width = g_rand_double_range (random, 15, 70);
      names[i].height = 9;
    }
  _sb_map_names_place (names, N_NAMES, &frame, &obstacle, 1);

  for (guint i = 0; i < N_NAMES; i++)
    {
      if (!names[i].is_placed)
        continue;
      n_placed++;
      g_assert_true (lies_within (&names[i].box));
      g_assert_false (sb_rect_intersects (&names[i].box, &obstacle));
      for (guint k = 0; k < N_NAMES; k++)
        {
          g_assert_false (sb_rect_intersects (&names[i].box, &names[k].symbols));
          if (k != i && names[k].is_placed)
            g_assert_false (sb_rect_intersects (&names[i].box, &names[k].box));
        }
    }
  g_assert_cmpuint (n_placed, >, N_NAMES / 3);
}

/* Right of its symbols, but for a place at the right edge of the map. */
static void
test_sides (void)
{
  SbMapName names[] = {
    { .symbols = { 100, 100, 10, 10 }, .width = 40, .height = 9 },
    { .symbols = { 365, 50, 10, 10 }, .width = 40, .height = 9 },
  };

  _sb_map_names_place (names, G_N_ELEMENTS (names), &frame, NULL, 0);
  g_assert_true (names[0].is_placed && names[1].is_placed);
  g_assert_cmpfloat (names[0].box.x, >, 110);
  g_assert_cmpfloat (names[1].box.x + names[1].box.width, <, 365);
}

/* The first of two that have room for one. */
static void
test_importance (void)
{
  static const SbRect narrow = { 0, 0, 100, 12 };
  SbMapName names[] = {
    { .symbols = { 44, 1, 10, 10 }, .width = 40, .height = 9 },
    { .symbols = { 0, 1, 3, 10 }, .width = 90, .height = 9 },
  };

  _sb_map_names_place (names, G_N_ELEMENTS (names), &narrow, NULL, 0);
  g_assert_true (names[0].is_placed);
  g_assert_false (names[1].is_placed);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/briefing/map-names/no-collision", test_no_collision);
  g_test_add_func ("/briefing/map-names/sides", test_sides);
  g_test_add_func ("/briefing/map-names/importance", test_importance);

  return g_test_run ();
}
