/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-test-fetching.h"

static void
test_plain (SbTestFetching *fixture,
            gconstpointer data)
{
  const SbFetchResult *result = sb_test_fetch (fixture, "/feed", NULL, NULL);

  sb_test_assert_body (result, SB_TEST_FEED);
  g_assert_cmpuint (sb_fetch_result_get_status (result), ==, 200);
  g_assert_cmpstr (sb_fetch_result_get_content_type (result), ==, "application/rss+xml; charset=utf-8");
  g_assert_cmpstr (sb_fetch_result_get_etag (result), ==, SB_TEST_ETAG);
  g_assert_cmpstr (sb_fetch_result_get_last_modified (result), ==, SB_TEST_DATE);
  g_assert_cmpint (sb_fetch_result_get_n_bytes (result), ==, strlen (SB_TEST_FEED));
  g_assert_null (sb_fetch_result_get_moved_to (result));

  /* The server set a cookie, and would fail if it came back. */
  sb_test_assert_body (sb_test_fetch (fixture, "/feed", NULL, NULL), SB_TEST_FEED);
}

static void
test_not_modified (SbTestFetching *fixture,
                   gconstpointer data)
{
  const SbFetchResult *result = sb_test_fetch (fixture, "/feed", SB_TEST_ETAG, SB_TEST_DATE);

  g_assert_no_error ((GError *) sb_fetch_result_get_error (result));
  g_assert_cmpint (sb_fetch_result_get_outcome (result), ==, SB_FETCH_NOT_MODIFIED);
  g_assert_cmpuint (sb_fetch_result_get_status (result), ==, 304);
  g_assert_cmpstr (sb_fetch_result_get_etag (result), ==, SB_TEST_ETAG);
  g_assert_cmpstr (sb_fetch_result_get_last_modified (result), ==, SB_TEST_DATE);
  g_assert_null (sb_fetch_result_get_body (result));
}

static void
test_gzip (SbTestFetching *fixture,
           gconstpointer data)
{
  sb_test_assert_body (sb_test_fetch (fixture, "/gzip", NULL, NULL), SB_TEST_FEED);
}

static void
test_redirects (SbTestFetching *fixture,
                gconstpointer data)
{
  g_autofree char *feed = g_strdup_printf ("http://127.0.0.1:%u/feed", fixture->port);
  g_autofree char *found = g_strdup_printf ("http://127.0.0.1:%u/found", fixture->port);
  const SbFetchResult *result = sb_test_fetch (fixture, "/moved", NULL, NULL);

  sb_test_assert_body (result, SB_TEST_FEED);
  g_assert_cmpstr (sb_fetch_result_get_url (result), ==, feed);
  g_assert_cmpstr (sb_fetch_result_get_moved_to (result), ==, feed);

  result = sb_test_fetch (fixture, "/found", NULL, NULL);
  sb_test_assert_body (result, SB_TEST_FEED);
  g_assert_cmpstr (sb_fetch_result_get_url (result), ==, feed);
  g_assert_null (sb_fetch_result_get_moved_to (result));

  /* What is for good ends where what is for now begins. */
  result = sb_test_fetch (fixture, "/moved-then-found", NULL, NULL);
  sb_test_assert_body (result, SB_TEST_FEED);
  g_assert_cmpstr (sb_fetch_result_get_moved_to (result), ==, found);

  sb_test_assert_failed (sb_test_fetch (fixture, "/moved-to-nothing", NULL, NULL), SB_FEEDS_ERROR_NOT_FOUND);
  sb_test_assert_failed (sb_test_fetch (fixture, "/to-file", NULL, NULL), SB_FEEDS_ERROR_UNSAFE_REDIRECT);
  sb_test_assert_failed (sb_test_fetch (fixture, "/nowhere", NULL, NULL), SB_FEEDS_ERROR_REDIRECTS);
  fixture->n_requests = 0;
  sb_test_assert_failed (sb_test_fetch (fixture, "/loop", NULL, NULL), SB_FEEDS_ERROR_REDIRECTS);
  g_assert_cmpuint (fixture->n_requests, ==, 6);
}

typedef struct
{
  guint status;
  SbFeedsError code;
} StatusCase;

static void
test_statuses (SbTestFetching *fixture,
               gconstpointer data)
{
  static const StatusCase cases[] = {
    { 400, SB_FEEDS_ERROR_STATUS },
    { 401, SB_FEEDS_ERROR_REFUSED },
    { 403, SB_FEEDS_ERROR_REFUSED },
    { 404, SB_FEEDS_ERROR_NOT_FOUND },
    { 410, SB_FEEDS_ERROR_GONE },
    { 429, SB_FEEDS_ERROR_RATE_LIMITED },
    { 451, SB_FEEDS_ERROR_REFUSED },
    { 500, SB_FEEDS_ERROR_SERVER },
    { 503, SB_FEEDS_ERROR_SERVER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/status/%u", cases[i].status);
      const SbFetchResult *result = sb_test_fetch (fixture, path, NULL, NULL);

      sb_test_assert_failed (result, cases[i].code);
      g_assert_cmpuint (sb_fetch_result_get_status (result), ==, cases[i].status);
      g_assert_cmpint (sb_fetch_result_get_retry_after (result), ==, 0);
    }
}

/* The clock of the test stands at 2025-09-06T08:30:00Z. */
static void
test_retry_after (SbTestFetching *fixture,
                  gconstpointer data)
{
  const SbFetchResult *result = sb_test_fetch (fixture, "/status/429/seconds", NULL, NULL);

  g_assert_cmpint (sb_fetch_result_get_retry_after (result), ==, 1757147400 + 120);
  result = sb_test_fetch (fixture, "/status/503/date", NULL, NULL);
  g_assert_cmpint (sb_fetch_result_get_retry_after (result), ==, 1757151000);
  result = sb_test_fetch (fixture, "/status/503/nonsense", NULL, NULL);
  g_assert_cmpint (sb_fetch_result_get_retry_after (result), ==, 0);
}

static void
test_fresh_until (SbTestFetching *fixture,
                  gconstpointer data)
{
  for (gsize i = 0; i < sb_test_n_fresh_cases; i++)
    {
      g_autofree char *path = g_strdup_printf ("/fresh/%" G_GSIZE_FORMAT, i);
      gint64 expected = sb_test_fresh_cases[i].fresh != 0 ? 1757147400 + sb_test_fresh_cases[i].fresh : 0;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (sb_fetch_result_get_fresh_until (sb_test_fetch (fixture, path, NULL, NULL)), ==, expected);
    }
}

static void
test_no_server (SbTestFetching *fixture,
                gconstpointer data)
{
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/", fixture->raw_port);

  g_socket_service_stop (fixture->raw);
  g_socket_listener_close (G_SOCKET_LISTENER (fixture->raw));
  sb_test_assert_failed (sb_test_fetch (fixture, url, NULL, NULL), SB_FEEDS_ERROR_CONNECTION);
}

int
main (int argc,
      char *argv[])
{
  sb_test_fetching_init (&argc, &argv);

  SB_TEST_FETCHING_ADD ("plain", test_plain);
  SB_TEST_FETCHING_ADD ("not-modified", test_not_modified);
  SB_TEST_FETCHING_ADD ("gzip", test_gzip);
  SB_TEST_FETCHING_ADD ("redirects", test_redirects);
  SB_TEST_FETCHING_ADD ("statuses", test_statuses);
  SB_TEST_FETCHING_ADD ("retry-after", test_retry_after);
  SB_TEST_FETCHING_ADD ("fresh-until", test_fresh_until);
  SB_TEST_FETCHING_ADD ("no-server", test_no_server);

  return g_test_run ();
}
