/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-list-place.h"

/* The rows of the list as it is at the end of each case. */
#define N_ITEMS 10

static void
test_next (void)
{
  static const struct
  {
    int at; /* -1 for nowhere */
    guint position; /* of the change */
    guint n_removed;
    guint n_added;
    int step;
    guint next;
  } cases[] = {
    { -1, 0, 0, 0, 1, 0 }, /* the first step */
    { -1, 0, 3, 0, 1, 0 },
    { 4, 0, 0, 0, 1, 5 },
    { 4, 0, 0, 0, -1, 3 },
    { 4, 0, 0, 0, -9, 0 },
    { 9, 0, 0, 0, 1, 9 },
    { 4, 0, 2, 0, 1, 3 }, /* before it */
    { 4, 0, 0, 2, 1, 7 },
    { 4, 4, 0, 1, 1, 6 },
    { 4, 5, 3, 0, 1, 5 }, /* behind it */
    { 4, 4, 1, 0, 1, 4 }, /* the row itself: the one that moved up is next */
    { 4, 4, 1, 0, 2, 5 },
    { 4, 4, 1, 0, -1, 3 },
    { 4, 4, 1, 0, 0, 4 },
    { 0, 0, 1, 0, 1, 0 },
    { 0, 0, 1, 0, -1, 0 },
    { 4, 2, 5, 1, 1, 2 }, /* with others */
    { 4, 4, 1, 1, 1, 5 }, /* made anew */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SbListPlace place = SB_LIST_PLACE_INIT;

      g_test_message ("case %u", i);
      if (cases[i].at >= 0)
        sb_list_place_set (&place, (guint) cases[i].at);
      sb_list_place_follow (&place, cases[i].position, cases[i].n_removed, cases[i].n_added);
      g_assert_cmpuint (sb_list_place_get_next (&place, cases[i].step, N_ITEMS), ==, cases[i].next);
      if (cases[i].step == 1 && cases[i].at < N_ITEMS - 1)
        g_assert_cmpuint (sb_list_place_get_following (&place), ==, cases[i].next);
    }
}

/* A place that is gone is one again once a row is selected, and moves with the rows. */
static void
test_goes_on (void)
{
  SbListPlace place = SB_LIST_PLACE_INIT;

  sb_list_place_set (&place, 3);
  sb_list_place_follow (&place, 3, 1, 0);
  sb_list_place_follow (&place, 0, 0, 2);
  g_assert_cmpuint (sb_list_place_get_next (&place, 1, N_ITEMS), ==, 5);
  sb_list_place_set (&place, 5);
  g_assert_cmpuint (sb_list_place_get_next (&place, 1, N_ITEMS), ==, 6);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/widgets/list-place/next", test_next);
  g_test_add_func ("/widgets/list-place/goes-on", test_goes_on);
  return g_test_run ();
}
