/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <string.h>

#include "sb-page-access.h"

static const struct
{
  const char *page;
  gboolean is_for_subscribers;
} pages[] = {
  { "<script type='application/ld+json'>{\"isAccessibleForFree\": false}</script>", TRUE },
  { "{\"isAccessibleForFree\":\"False\"}", TRUE },
  { "{\"isAccessibleForFree\":true,\"hasPart\":{\"isAccessibleForFree\" : false}}", TRUE },
  { "<meta property=\"article:content_tier\" content=\"locked\">", TRUE },
  { "{\"isAccessibleForFree\": true}", FALSE },
  { "<meta property=\"article:content_tier\" content=\"free\">", FALSE },
  { "isAccessibleForFree", FALSE },
  { "content_tier\" content", FALSE },
  { "<p>Le journal annonce : false.</p>", FALSE },
  { "", FALSE },
};

static const struct
{
  const char *address;
  gboolean is_sign_in;
} addresses[] = {
  { "https://presse.example/login?next=/a", TRUE },
  { "https://presse.example/fr/connexion.html", TRUE },
  { "https://presse.example/a/loginov-a-bamako", FALSE },
  { "https://presse.example/", FALSE },
  { "::", FALSE },
};

static void
test_pages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (pages[i].page, strlen (pages[i].page));

      g_test_message ("%s", pages[i].page);
      g_assert_cmpint (sb_page_is_for_subscribers (bytes), ==, pages[i].is_for_subscribers);
    }
}

static void
test_addresses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_test_message ("%s", addresses[i].address);
      g_assert_cmpint (sb_address_is_sign_in (addresses[i].address), ==, addresses[i].is_sign_in);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/documents/page-access/pages", test_pages);
  g_test_add_func ("/documents/page-access/addresses", test_addresses);

  return g_test_run ();
}
