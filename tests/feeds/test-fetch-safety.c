/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-test-fetching.h"

#include <unistd.h>

/* Neither the address nor a name for it gets a connection. */
static void
test_local_refused (SbTestFetching *fixture,
                    gconstpointer data)
{
  static const char *const hosts[] = { "127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "a.example", "a.lan", "0.0.0.0",
                                       "127.1", "2130706433", "0x7f.0.0.1", "017700000001", "localhost.", "[::ffff:7f00:1]" };

  g_object_set (fixture->fetcher, "allow-local", FALSE, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_autofree char *url = g_strdup_printf ("http://%s:%u/feed", hosts[i], fixture->port);

      sb_test_assert_failed (sb_test_fetch (fixture, url, NULL, NULL), SB_FEEDS_ERROR_UNSAFE_ADDRESS);
    }
  g_assert_cmpuint (fixture->n_requests, ==, 0);

  /* A name that does not say that it is local may not turn out to be. */
  g_object_set (fixture->fetcher, "allow-local", TRUE, NULL);
  {
    g_autofree char *local = g_strdup_printf ("http://a.lan:%u/feed", fixture->port);
    g_autofree char *rebound = g_strdup_printf ("http://a.example:%u/feed", fixture->port);

    sb_test_assert_body (sb_test_fetch (fixture, local, NULL, NULL), SB_TEST_FEED);
    fixture->n_requests = 0;
    sb_test_assert_failed (sb_test_fetch (fixture, rebound, NULL, NULL), SB_FEEDS_ERROR_UNSAFE_ADDRESS);
    g_assert_cmpuint (fixture->n_requests, ==, 0);
  }
}

typedef struct
{
  const char *referrer;
  const char *host; /* of the address that it names */
  const char *scheme;
  gboolean is_followed;
} ReferrerCase;

static const ReferrerCase referrer_cases[] = {
  { NULL, "127.0.0.1", "http", TRUE },
  { "http://a.lan/page", "127.0.0.1", "http", TRUE },
  { "http://10.0.0.1/page", "b.lan", "http", TRUE },
  { "http://presse.example/page", "127.0.0.1", "http", FALSE },
  { "http://presse.example/page", "b.lan", "http", FALSE },
  { "http://presse.example/page", "a.example", "http", FALSE },
  { "https://a.lan/page", "127.0.0.1", "http", FALSE },
  { "what is this", "127.0.0.1", "http", FALSE },
};

/* A page or an entry leads where a redirect may, and nowhere else. */
static void
test_referrers (SbTestFetching *fixture,
                gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (referrer_cases); i++)
    {
      const ReferrerCase *c = &referrer_cases[i];
      g_autofree char *url = g_strdup_printf ("%s://%s:%u/feed", c->scheme, c->host, fixture->port);
      SbFetchRequest request = { .url = url, .referrer = c->referrer };

      g_test_message ("%s → %s", c->referrer, url);
      fixture->n_requests = 0;
      fixture->n_pending++;
      sb_fetcher_fetch_async (fixture->fetcher, &request, NULL, sb_test_fetched_cb, fixture);
      sb_test_wait_for_all (fixture);
      if (c->is_followed)
        sb_test_assert_body (fixture->result, SB_TEST_FEED);
      else
        sb_test_assert_failed (fixture->result, SB_FEEDS_ERROR_UNSAFE_REDIRECT);
      g_assert_cmpuint (fixture->n_requests, ==, c->is_followed ? 1 : 0);
    }
}

/* The connections that local fetches leave open are not used by others. */
static void
test_local_connection_kept_apart (SbTestFetching *fixture,
                                  gconstpointer data)
{
  g_autofree char *url = g_strdup_printf ("http://a.lan:%u/feed", fixture->port);

  sb_test_assert_body (sb_test_fetch (fixture, url, NULL, NULL), SB_TEST_FEED);
  g_object_set (fixture->fetcher, "allow-local", FALSE, NULL);
  sb_test_assert_failed (sb_test_fetch (fixture, url, NULL, NULL), SB_FEEDS_ERROR_UNSAFE_ADDRESS);
  g_assert_cmpuint (fixture->n_requests, ==, 1);
}

static void
test_unknown_host (SbTestFetching *fixture,
                   gconstpointer data)
{
  const SbFetchResult *result = sb_test_fetch (fixture, "http://nobody.invalid/feed", NULL, NULL);
  const GError *error = sb_fetch_result_get_error (result);

  /* On a machine without a network it is the network that is missing. */
  g_assert_true (g_error_matches (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_DNS) ||
                 g_error_matches (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_OFFLINE));
}

/* In a process that ends at once: the leak checker cannot look into the threads
 * that GnuTLS leaves behind. */
static void
test_tls_process (SbTestFetching *fixture,
                  gconstpointer data)
{
  g_autofree char *url = g_strdup_printf ("https://127.0.0.1:%u/", fixture->raw_port);

  sb_test_assert_failed (sb_test_fetch (fixture, url, NULL, NULL), SB_FEEDS_ERROR_TLS);
  _exit (EXIT_SUCCESS);
}

static void
test_tls (void)
{
  g_test_trap_subprocess ("/feeds/fetcher/tls/subprocess", 0, 0);
  g_test_trap_assert_passed ();
}

int
main (int argc,
      char *argv[])
{
  sb_test_fetching_init (&argc, &argv);

  SB_TEST_FETCHING_ADD ("local-refused", test_local_refused);
  SB_TEST_FETCHING_ADD ("referrers", test_referrers);
  SB_TEST_FETCHING_ADD ("local-connection-kept-apart", test_local_connection_kept_apart);
  SB_TEST_FETCHING_ADD ("unknown-host", test_unknown_host);
  SB_TEST_FETCHING_ADD ("tls/subprocess", test_tls_process);
  g_test_add_func ("/feeds/fetcher/tls", test_tls);

  return g_test_run ();
}
