/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-page-picture.h"

static void
test_passages (void)
{
  static const struct
  {
    const char *text;
    const char *passage;
    int from;
    int start; /* -1: nowhere */
    int end;
  } cases[] = {
    { "Le blocus de Kayes dure.", "blocus de Kayes", 0, 3, 18 },
    /* Lines are broken elsewhere, with hyphens or without. */
    { "Le blocus de Kayes dure.", "blo-\ncus de\nKayes", 0, 3, 18 },
    { "Le blo\302\255cus", "blocus", 0, 3, 10 },
    { "la fin officielle", "la \357\254\201n of\357\254\201cielle", 0, 0, 17 },
    { "À Ségou", "Se\314\201gou", 0, 2, 7 },
    /* From there on, or else from the start. */
    { "Kayes, et Kayes", "Kayes", 3, 10, 15 },
    { "Kayes, et Nioro", "Kayes", 3, 0, 5 },
    { "Kayes", "Nioro", 0, -1, -1 },
    { "Kayes", " ", 0, -1, -1 },
    { "", "Kayes", 0, -1, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SbPassageMatch match = { -1, -1 };
      gboolean is_found = sb_passage_find (cases[i].text, cases[i].passage, cases[i].from, &match);

      g_assert_cmpint (is_found, ==, cases[i].start >= 0);
      g_assert_cmpint (match.start, ==, cases[i].start);
      g_assert_cmpint (match.end, ==, cases[i].end);
    }
}

static void
test_nearest (void)
{
  static const SbPageBox boxes[] = { { 0.1f, 0.1f, 0.1f, 0.05f }, { 0.2f, 0.1f, 0.1f, 0.05f }, { 0, 0, 0, 0 }, { 0.1f, 0.2f, 0.1f, 0.05f } };
  g_autoptr (SbPagePicture) picture = g_new0 (SbPagePicture, 1);

  picture->boxes = g_array_new (FALSE, FALSE, sizeof (SbPageBox));
  g_assert_cmpint (sb_page_picture_find (picture, 0.1f, 0.1f), ==, -1);
  g_array_append_vals (picture->boxes, boxes, G_N_ELEMENTS (boxes));
  g_assert_cmpint (sb_page_picture_find (picture, 0.15f, 0.12f), ==, 0);
  g_assert_cmpint (sb_page_picture_find (picture, 0.25f, 0.12f), ==, 1);
  g_assert_cmpint (sb_page_picture_find (picture, 0.9f, 0.12f), ==, 1);
  g_assert_cmpint (sb_page_picture_find (picture, 0, 0.9f), ==, 3);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/domain/page-picture/passages", test_passages);
  g_test_add_func ("/domain/page-picture/nearest", test_nearest);

  return g_test_run ();
}
