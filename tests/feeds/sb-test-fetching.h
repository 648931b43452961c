/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-fetch-private.h"

#include "sb-test-loopback.h"

G_BEGIN_DECLS

/* A fetcher, and two servers on this machine that it asks: one that knows how to
 * answer, by paths that say what ("/feed", "/status/404", "/later"), and a raw one
 * that answers what a server must not. Hosts of .example and .lan are this machine. */

#define SB_TEST_FEED "<rss version=\"2.0\"><channel><title>Le fil</title></channel></rss>"
#define SB_TEST_ETAG "\"v1\""
#define SB_TEST_DATE "Sat, 06 Sep 2025 08:30:00 GMT"

/* Milliseconds: long enough for the loopback, short enough for a test. */
#define SB_TEST_SHORT_TIMEOUT 400
#define SB_TEST_LONG_TIMEOUT  20000

typedef struct
{
  SbTestLoopback *server; /* (owned) */
  GSocketService *raw; /* (owned) answers what a server must not, from threads */
  int n_raw_requests; /* (atomic) */
  SbFetcher *fetcher; /* (owned) */
  guint port;
  guint raw_port;
  guint n_requests;
  guint n_open; /* requests that are held back */
  guint max_open;
  SbFetchResult *result; /* (owned) (nullable) */
  GError *error; /* (owned) (nullable) */
  guint n_pending;
  guint n_failed;
} SbTestFetching;

typedef struct
{
  const char *control; /* (nullable) */
  const char *expires; /* (nullable) */
  const char *age; /* (nullable) */
  gint64 fresh; /* seconds from now on; 0 for none */
} SbTestFreshCase;

/* What the server says at "/fresh/N" of how long it holds, with the clock at DATE. */
extern const SbTestFreshCase sb_test_fresh_cases[];
extern const guint sb_test_n_fresh_cases;

void sb_test_fetching_set_up (SbTestFetching *fixture,
                              gconstpointer data);
void sb_test_fetching_tear_down (SbTestFetching *fixture,
                                 gconstpointer data);

/* Fetches @path of the server, or another address, and waits for it. The result is
 * the fixture’s. */
const SbFetchResult *sb_test_fetch (SbTestFetching *fixture,
                                    const char *path,
                                    const char *etag,
                                    const char *last_modified);
/* The answer @number of the raw server. */
const SbFetchResult *sb_test_fetch_raw (SbTestFetching *fixture,
                                        guint number);
/* What a fetch that a test starts itself ends in. */
void sb_test_fetched_cb (GObject *source,
                         GAsyncResult *result,
                         gpointer user_data);
void sb_test_wait_for_all (SbTestFetching *fixture);

void sb_test_assert_body (const SbFetchResult *result,
                          const char *text);
void sb_test_assert_failed (const SbFetchResult *result,
                            SbFeedsError code);

/* Begins a program of such tests; they are run by g_test_run(). */
void sb_test_fetching_init (int *argc,
                            char ***argv);

#define SB_TEST_FETCHING_ADD(name, function) \
  g_test_add ("/feeds/fetcher/" name, SbTestFetching, NULL, sb_test_fetching_set_up, function, sb_test_fetching_tear_down)

G_END_DECLS
