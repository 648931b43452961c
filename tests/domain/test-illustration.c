/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-illustration.h"

static const struct
{
  const char *address;
  const char *host;
} hosts[] = {
  { "https://img.example.org/a.jpg?b", "img.example.org" },
  { "http://www.example.org:8080/a.jpg", "example.org" },
  { "https://www.example.org/a b.jpg", "example.org" },
};

static void
test_host (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_autoptr (SbIllustration) illustration = sb_illustration_new (hosts[i].address, NULL, 3);
      g_autofree char *host = sb_illustration_dup_host (illustration);

      g_assert_cmpstr (host, ==, hosts[i].host);
      g_assert_null (sb_illustration_get_description (illustration));
      g_assert_cmpuint (sb_illustration_get_block (illustration), ==, 3);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/illustration/host", test_host);
  return g_test_run ();
}
