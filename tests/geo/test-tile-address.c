/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-geo-error.h"
#include "sb-tile-address.h"

static void
test_expand (void)
{
  static const struct
  {
    const char *pattern;
    const char *address;
  } cases[] = {
    { "https://tile.example.org/{z}/{x}/{y}.png", "https://tile.example.org/5/15/14.png" },
    { "http://127.0.0.1:8080/{z}/{x}/{-y}.jpg?key=a{z}", "http://127.0.0.1:8080/5/15/17.jpg?key=a5" },
    { "https://{s}.example.org/{z}/{y}/{x}{r}.png", "https://a.example.org/5/14/15.png" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *address = NULL;

      g_assert_true (sb_tile_address_check (cases[i].pattern, &error));
      g_assert_no_error (error);
      address = sb_tile_address_expand (cases[i].pattern, (SbTile) { 5, 15, 14 });
      g_assert_cmpstr (address, ==, cases[i].address);
    }
}

static void
test_refuse (void)
{
  static const char *const patterns[] = {
    "",
    "https://tile.example.org/",
    "https://tile.example.org/{z}/{x}.png",
    "https://tile.example.org/{x}/{y}.png",
    "https://tile.example.org/{z}/{x}/{y}/{quadkey}.png",
    "https://tile.example.org/{z}/{x}/{y",
    "ftp://tile.example.org/{z}/{x}/{y}.png",
    "file:///{z}/{x}/{y}.png",
    "tile.example.org/{z}/{x}/{y}.png",
    "https://tile example.org/{z}/{x}/{y}.png",
  };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (sb_tile_address_check (patterns[i], &error));
      g_assert_error (error, SB_GEO_ERROR, SB_GEO_ERROR_ADDRESS);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/tile-address/expand", test_expand);
  g_test_add_func ("/geo/tile-address/refuse", test_refuse);

  return g_test_run ();
}
