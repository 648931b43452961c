/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-test-fetching.h"

static void
test_broken_bodies (SbTestFetching *fixture,
                    gconstpointer data)
{
  sb_test_assert_failed (sb_test_fetch (fixture, "/empty", NULL, NULL), SB_FEEDS_ERROR_EMPTY);
  sb_test_assert_failed (sb_test_fetch_raw (fixture, 1), SB_FEEDS_ERROR_INCOMPLETE);
  /* Said to be packed, but is not: libsoup lets it through. */
  sb_test_assert_body (sb_test_fetch_raw (fixture, 2), "not gzip at ");
  sb_test_assert_failed (sb_test_fetch_raw (fixture, 4), SB_FEEDS_ERROR_CONNECTION);
}

static void
test_too_large (SbTestFetching *fixture,
                gconstpointer data)
{
  sb_test_assert_failed (sb_test_fetch (fixture, "/bomb", NULL, NULL), SB_FEEDS_ERROR_TOO_LARGE);
  sb_test_assert_failed (sb_test_fetch_raw (fixture, 3), SB_FEEDS_ERROR_TOO_LARGE);
  g_object_set (fixture->fetcher, "max-bytes", 100000, NULL);
  sb_test_assert_failed (sb_test_fetch (fixture, "/endless", NULL, NULL), SB_FEEDS_ERROR_TOO_LARGE);
}

static void
test_timeouts (SbTestFetching *fixture,
               gconstpointer data)
{
  g_object_set (fixture->fetcher, "idle-timeout", SB_TEST_SHORT_TIMEOUT, NULL);
  sb_test_assert_failed (sb_test_fetch_raw (fixture, 0), SB_FEEDS_ERROR_TIMEOUT);

  g_object_set (fixture->fetcher, "idle-timeout", SB_TEST_LONG_TIMEOUT, "total-timeout", SB_TEST_SHORT_TIMEOUT, "max-bytes", G_MAXINT, NULL);
  sb_test_assert_failed (sb_test_fetch (fixture, "/endless", NULL, NULL), SB_FEEDS_ERROR_TIMEOUT);
}

static const SbFetchResult *
fetch_with (SbTestFetching *fixture,
            SbFetchRequest *request)
{
  g_clear_pointer (&fixture->result, sb_fetch_result_unref);
  fixture->n_pending++;
  sb_fetcher_fetch_async (fixture->fetcher, request, NULL, sb_test_fetched_cb, fixture);
  sb_test_wait_for_all (fixture);
  g_assert_no_error (fixture->error);
  return fixture->result;
}

/* A request may be allowed more than the others, or less, and they are not. */
static void
test_of_request (SbTestFetching *fixture,
                 gconstpointer data)
{
  g_autofree char *large = g_strdup_printf ("http://127.0.0.1:%u/large", fixture->port);
  g_autofree char *endless = g_strdup_printf ("http://127.0.0.1:%u/endless", fixture->port);
  g_autoptr (SbOperation) operation = sb_operation_new ("Fetching");
  SbFetchRequest more = { .url = large, .max_bytes = 6000000, .operation = operation };
  SbFetchRequest less = { .url = endless, .max_bytes = G_MAXINT, .total_timeout = SB_TEST_SHORT_TIMEOUT };

  g_object_set (fixture->fetcher, "max-bytes", 100000, NULL);
  g_assert_no_error ((GError *) sb_fetch_result_get_error (fetch_with (fixture, &more)));
  while (sb_operation_get_fraction (operation) < 1)
    g_main_context_iteration (NULL, TRUE);
  sb_test_assert_failed (fetch_with (fixture, &less), SB_FEEDS_ERROR_TIMEOUT);
  more.max_bytes = 0;
  sb_test_assert_failed (fetch_with (fixture, &more), SB_FEEDS_ERROR_TOO_LARGE);
}

/* Two of five megabytes are more than the six, and the one that may be. */
static void
fill_memory (SbTestFetching *fixture,
             GPtrArray *kept)
{
  for (guint i = 0; i < 2; i++)
    {
      g_ptr_array_add (kept, sb_fetch_result_ref ((SbFetchResult *) sb_test_fetch (fixture, "/large", NULL, NULL)));
      g_clear_pointer (&fixture->result, sb_fetch_result_unref);
    }
}

/* Whatever is still held counts; what waits for room is not too slow. */
static void
test_memory (SbTestFetching *fixture,
             gconstpointer data)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_fetch_result_unref);

  fill_memory (fixture, kept);

  {
    g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/large", fixture->port);
    SbFetchRequest request = { url, NULL, NULL, NULL };
    gint64 end = g_get_monotonic_time () + SB_TEST_SHORT_TIMEOUT * 1000;

    g_object_set (fixture->fetcher, "idle-timeout", SB_TEST_SHORT_TIMEOUT / 2, NULL);
    fixture->n_pending++;
    sb_fetcher_fetch_async (fixture->fetcher, &request, NULL, sb_test_fetched_cb, fixture);
    while (g_get_monotonic_time () < end && fixture->n_pending > 0)
      g_main_context_iteration (NULL, TRUE);
    g_assert_cmpuint (fixture->n_pending, ==, 1);
    g_ptr_array_set_size (kept, 0);
    sb_test_wait_for_all (fixture);
  }
  g_assert_no_error ((GError *) sb_fetch_result_get_error (fixture->result));

  /* Who never gives anything back does not stop the others for ever. */
  g_clear_pointer (&fixture->result, sb_fetch_result_unref);
  fill_memory (fixture, kept);
  g_object_set (fixture->fetcher, "total-timeout", SB_TEST_SHORT_TIMEOUT, NULL);
  g_assert_no_error ((GError *) sb_fetch_result_get_error (sb_test_fetch (fixture, "/large", NULL, NULL)));
}

int
main (int argc,
      char *argv[])
{
  sb_test_fetching_init (&argc, &argv);

  SB_TEST_FETCHING_ADD ("broken-bodies", test_broken_bodies);
  SB_TEST_FETCHING_ADD ("too-large", test_too_large);
  SB_TEST_FETCHING_ADD ("timeouts", test_timeouts);
  SB_TEST_FETCHING_ADD ("of-request", test_of_request);
  SB_TEST_FETCHING_ADD ("memory", test_memory);

  return g_test_run ();
}
