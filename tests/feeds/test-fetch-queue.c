/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-test-fetching.h"

static void
test_cancel (SbTestFetching *fixture,
             gconstpointer data)
{
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/0", fixture->raw_port);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  SbFetchRequest request = { url, NULL, NULL, NULL };

  fixture->n_pending = 1;
  sb_fetcher_fetch_async (fixture->fetcher, &request, cancellable, sb_test_fetched_cb, fixture);
  while (g_atomic_int_get (&fixture->n_raw_requests) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  sb_test_wait_for_all (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (fixture->result);

  /* Before it starts. */
  fixture->n_pending = 1;
  sb_fetcher_fetch_async (fixture->fetcher, &request, cancellable, sb_test_fetched_cb, fixture);
  sb_test_wait_for_all (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Twenty at once: never more than two of one host, never more than eight. */
static void
test_queue (SbTestFetching *fixture,
            gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/later", fixture->port);
      SbFetchRequest request = { url, NULL, NULL, NULL };

      fixture->n_pending++;
      sb_fetcher_fetch_async (fixture->fetcher, &request, NULL, sb_test_fetched_cb, fixture);
    }
  sb_test_wait_for_all (fixture);
  g_assert_cmpuint (fixture->n_requests, ==, 20);
  g_assert_cmpuint (fixture->max_open, ==, 2);

  fixture->max_open = 0;
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *url = g_strdup_printf ("http://host%u.lan:%u/later", i, fixture->port);
      SbFetchRequest request = { url, NULL, NULL, NULL };

      fixture->n_pending++;
      sb_fetcher_fetch_async (fixture->fetcher, &request, NULL, sb_test_fetched_cb, fixture);
    }
  sb_test_wait_for_all (fixture);
  sb_test_assert_body (fixture->result, SB_TEST_FEED);
  g_assert_cmpuint (fixture->n_requests, ==, 40);
  g_assert_cmpuint (fixture->max_open, <=, 8);
  g_assert_cmpuint (fixture->max_open, >, 2);
}

/* Those that are redirected to one host stand in its line as well, and the time
 * that they stand there is not the server's. */
static void
test_queue_of_redirected (SbTestFetching *fixture,
                          gconstpointer data)
{
  g_object_set (fixture->fetcher, "total-timeout", SB_TEST_SHORT_TIMEOUT, NULL);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *url = g_strdup_printf ("http://host%u.lan:%u/to-later", i, fixture->port);
      SbFetchRequest request = { url, NULL, NULL, NULL };

      fixture->n_pending++;
      sb_fetcher_fetch_async (fixture->fetcher, &request, NULL, sb_test_fetched_cb, fixture);
    }
  sb_test_wait_for_all (fixture);
  sb_test_assert_body (fixture->result, SB_TEST_FEED);
  g_assert_cmpuint (fixture->n_failed, ==, 0);
  g_assert_cmpuint (fixture->n_requests, ==, 120);
  g_assert_cmpuint (fixture->max_open, ==, 2);
}

int
main (int argc,
      char *argv[])
{
  sb_test_fetching_init (&argc, &argv);

  SB_TEST_FETCHING_ADD ("cancel", test_cancel);
  SB_TEST_FETCHING_ADD ("queue", test_queue);
  SB_TEST_FETCHING_ADD ("queue-of-redirected", test_queue_of_redirected);

  return g_test_run ();
}
