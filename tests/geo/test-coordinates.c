/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-coordinates.h"

#define NOWHERE 999.0

static const struct
{
  const char *text;
  double latitude; /* NOWHERE for what is no position */
  double longitude;
} cases[] = {
  { "14.45, -11.43", 14.45, -11.43 },
  { "14.45,-11.43", 14.45, -11.43 },
  { "14.45 -11.43", 14.45, -11.43 },
  { "14.45 ; -11.43", 14.45, -11.43 },
  { "  14.45   11.43 ", 14.45, 11.43 },
  { "14,45 -11,43", 14.45, -11.43 },
  { "14,45 ; -11,43", 14.45, -11.43 },
  { "14, -11", 14, -11 },
  { "14 -11", 14, -11 },
  { "14.45, \342\210\22211.43", 14.45, -11.43 },
  { "14.45 N 11.43 W", 14.45, -11.43 },
  { "14.45 N, 11.43 O", 14.45, -11.43 },
  { "14.45°N 11.43°E", 14.45, 11.43 },
  { "11.43 O 14.45 N", 14.45, -11.43 },
  { "N 14.45 W 11.43", 14.45, -11.43 },
  { "14.45 s 11.43 e", -14.45, 11.43 },
  { "14°27'00\"N 11°25'48\"W", 14.45, -11.43 },
  { "14° 27′ 00″ N, 11° 25′ 48″ O", 14.45, -11.43 },
  { "14°27’N 11°25.8’O", 14.45, -11.43 },
  { "N14 27 00 W11 25 48", 14.45, -11.43 },
  { "14 27 00 N 11 25 48 W", 14.45, -11.43 },
  { "14 27, -11 25.8", 14.45, -11.43 },
  { "14 27 11 25", 14.45, 11 + 25 / 60.0 },
  { "-90, 180", -90, 180 },

  { "", NOWHERE, 0 },
  { "14.45", NOWHERE, 0 },
  { "Kidal", NOWHERE, 0 },
  { "RN1", NOWHERE, 0 },
  { "ML0101", NOWHERE, 0 },
  { "91, 0", NOWHERE, 0 },
  { "0, 181", NOWHERE, 0 },
  { "14 61 N 11 25 W", NOWHERE, 0 },
  { "14.5 27 N 11 25 W", NOWHERE, 0 },
  { "14.45 N 11.43", NOWHERE, 0 },
  { "14.45 N 11.43 S", NOWHERE, 0 },
  { "-14.45 N 11.43 W", NOWHERE, 0 },
  { "14.45 N -11.43 W", NOWHERE, 0 },
  { "14.45 -11.43 -", NOWHERE, 0 },
  { "1 2 3 4 5 6 7", NOWHERE, 0 },
  { "N N 14 W 11", NOWHERE, 0 },
  { "14 27 30", NOWHERE, 0 },
  { "14.45, \377\376", NOWHERE, 0 },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SbPosition position = { 0, 0 };
      gboolean is_position = sb_coordinates_parse (cases[i].text, &position);

      g_test_message ("“%s” is %s: %g, %g", cases[i].text, is_position ? "a position" : "none", position.latitude,
                      position.longitude);
      g_assert_true (is_position == (cases[i].latitude < NOWHERE));
      if (!is_position)
        continue;

      g_assert_cmpfloat_with_epsilon (position.latitude, cases[i].latitude, 1e-6);
      g_assert_cmpfloat_with_epsilon (position.longitude, cases[i].longitude, 1e-6);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/coordinates/parse", test_parse);

  return g_test_run ();
}
