/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-fetch-private.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sb-test-loopback.h"

#define FEED "<rss version=\"2.0\"><channel><title>Le fil</title></channel></rss>"
#define ETAG "\"v1\""
#define DATE "Sat, 06 Sep 2025 08:30:00 GMT"

/* Milliseconds: long enough for the loopback, short enough for a test. */
#define SHORT_TIMEOUT 400
#define LONG_TIMEOUT  20000

/* The first byte of TLS, and what the raw server says to it. */
#define TLS_HANDSHAKE 0x16
#define NO_TLS        4

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
} Fixture;

/* Names every host of .example, and of the local network, on this machine: the
 * first is what a rebinding name does. */
typedef struct
{
  GResolver parent_instance;
} LoopbackResolver;

typedef struct
{
  GResolverClass parent_class;
} LoopbackResolverClass;

GType loopback_resolver_get_type (void);

G_DEFINE_TYPE (LoopbackResolver, loopback_resolver, G_TYPE_RESOLVER)

static void
lookup_async (GResolver *resolver,
              const char *name,
              GResolverNameLookupFlags flags,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);

  if ((g_str_has_suffix (name, ".example") || g_str_has_suffix (name, ".lan")) && !(flags & G_RESOLVER_NAME_LOOKUP_FLAGS_IPV6_ONLY))
    g_task_return_pointer (task, g_list_prepend (NULL, g_inet_address_new_from_string ("127.0.0.1")),
                           (GDestroyNotify) g_resolver_free_addresses);
  else
    g_task_return_new_error (task, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "No such host: %s", name);
}

static GList *
lookup_finish (GResolver *resolver,
               GAsyncResult *result,
               GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
plain_lookup_async (GResolver *resolver,
                    const char *name,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  lookup_async (resolver, name, G_RESOLVER_NAME_LOOKUP_FLAGS_DEFAULT, cancellable, callback, user_data);
}

static void
loopback_resolver_class_init (LoopbackResolverClass *klass)
{
  GResolverClass *resolver_class = G_RESOLVER_CLASS (klass);

  resolver_class->lookup_by_name_async = plain_lookup_async;
  resolver_class->lookup_by_name_finish = lookup_finish;
  resolver_class->lookup_by_name_with_flags_async = lookup_async;
  resolver_class->lookup_by_name_with_flags_finish = lookup_finish;
}

static void
loopback_resolver_init (LoopbackResolver *self)
{
}

static void
answer_text (SoupServerMessage *message,
             const char *type,
             const char *text)
{
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, text, strlen (text));
}

static void
answer_feed (SoupServerMessage *message)
{
  SoupMessageHeaders *asked = soup_server_message_get_request_headers (message);
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  if (g_strcmp0 (soup_message_headers_get_one (asked, "If-None-Match"), ETAG) == 0 &&
      g_strcmp0 (soup_message_headers_get_one (asked, "If-Modified-Since"), DATE) == 0)
    {
      soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
      return;
    }
  /* Nothing that tells one reader from another. */
  g_assert_null (soup_message_headers_get_one (asked, "Cookie"));
  g_assert_null (soup_message_headers_get_one (asked, "Referer"));
  g_assert_cmpstr (soup_message_headers_get_one (asked, "User-Agent"), ==, "SahelBrief/" SB_VERSION);
  soup_message_headers_replace (headers, "ETag", ETAG);
  soup_message_headers_replace (headers, "Last-Modified", DATE);
  soup_message_headers_replace (headers, "Set-Cookie", "who=you");
  answer_text (message, "application/rss+xml; charset=utf-8", FEED);
}

static void
answer_gzip (SoupServerMessage *message,
             const char *text,
             gsize length)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GInputStream) in = g_memory_input_stream_new_from_data (text, (gssize) length, NULL);
  g_autoptr (GInputStream) packed = g_converter_input_stream_new (in, G_CONVERTER (compressor));
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();

  g_output_stream_splice (out, packed, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Content-Encoding", "gzip");
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "text/xml", SOUP_MEMORY_COPY,
                                    g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (out)),
                                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (out)));
}

/* 40 MB that fit in 40 kB. */
static void
answer_bomb (SoupServerMessage *message)
{
  gsize length = 40 * 1000 * 1000;
  g_autofree char *text = g_malloc (length);

  memset (text, ' ', length);
  answer_gzip (message, text, length);
}

static void
chunk_written_cb (SoupServerMessage *message,
                  gpointer user_data)
{
  static const char chunk[4096] = "x";

  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC, chunk, sizeof chunk);
}

static void
answer_large (SoupServerMessage *message)
{
  gsize length = 5 * 1000 * 1000;
  char *text = g_malloc (length);

  memset (text, ' ', length);
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "text/xml", SOUP_MEMORY_TAKE, text, length);
}

static void
answer_endless (SoupServerMessage *message)
{
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_message_body_set_accumulate (soup_server_message_get_response_body (message), FALSE);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_CHUNKED);
  g_signal_connect (message, "wrote-chunk", G_CALLBACK (chunk_written_cb), NULL);
  g_signal_connect (message, "wrote-headers", G_CALLBACK (chunk_written_cb), NULL);
}

static void
answer_redirect (SoupServerMessage *message,
                 guint status,
                 const char *location)
{
  soup_server_message_set_redirect (message, status, location);
}

static void
request_finished_cb (SoupServerMessage *message,
                     Fixture *fixture)
{
  fixture->n_open--;
}

static gboolean
held_back_cb (gpointer user_data)
{
  soup_server_message_unpause (user_data);
  return G_SOURCE_REMOVE;
}

/* Held back for a moment, so that others could come meanwhile. */
static void
answer_later (Fixture *fixture,
              SoupServerMessage *message)
{
  fixture->n_open++;
  fixture->max_open = MAX (fixture->max_open, fixture->n_open);
  g_signal_connect (message, "finished", G_CALLBACK (request_finished_cb), fixture);
  answer_text (message, "text/xml", FEED);
  soup_server_message_pause (message);
  g_timeout_add_full (G_PRIORITY_DEFAULT, 20, held_back_cb, g_object_ref (message), g_object_unref);
}

typedef struct
{
  const char *control; /* (nullable) */
  const char *expires; /* (nullable) */
  const char *age; /* (nullable) */
  gint64 fresh; /* seconds from now on; 0 for none */
} FreshCase;

/* The clock of the test and of the server, is DATE. */
static const FreshCase fresh_cases[] = {
  { NULL, NULL, NULL, 0 },
  { "max-age=600", NULL, NULL, 600 },
  { "public, MAX-AGE=600, must-revalidate", NULL, NULL, 600 },
  { "max-age=600", "Sat, 06 Sep 2025 09:30:00 GMT", NULL, 600 },
  { "max-age=600", NULL, "200", 400 },
  { "max-age=600", NULL, "700", 0 },
  { "max-age=0", "Sat, 06 Sep 2025 09:30:00 GMT", NULL, 0 },
  { "s-maxage=600", NULL, NULL, 0 },
  { "no-cache, max-age=600", NULL, NULL, 0 },
  { "no-store", "Sat, 06 Sep 2025 09:30:00 GMT", NULL, 0 },
  { "max-age=99999999999999999999", NULL, NULL, G_MAXINT32 },
  { "max-age=-5", NULL, NULL, 0 },
  { "max-age=soon", NULL, NULL, 0 },
  { ",,;=\"", NULL, NULL, 0 },
  { NULL, "Sat, 06 Sep 2025 09:30:00 GMT", NULL, 3600 },
  { NULL, "Sat, 06 Sep 2025 07:30:00 GMT", NULL, 0 },
  { NULL, "0", NULL, 0 },
};

static void
answer_fresh (SoupServerMessage *message,
              const char *path)
{
  const FreshCase *c = &fresh_cases[g_ascii_strtoull (path + strlen ("/fresh/"), NULL, 10)];
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_message_headers_replace (headers, "Date", DATE);
  if (c->control != NULL)
    soup_message_headers_replace (headers, "Cache-Control", c->control);
  if (c->expires != NULL)
    soup_message_headers_replace (headers, "Expires", c->expires);
  if (c->age != NULL)
    soup_message_headers_replace (headers, "Age", c->age);
  answer_text (message, "text/xml", FEED);
}

static void
answer_status (SoupServerMessage *message,
               const char *path)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  guint status = (guint) g_ascii_strtoull (path + strlen ("/status/"), NULL, 10);

  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, "<html>no</html>", 15);
  if (g_str_has_suffix (path, "/seconds"))
    soup_message_headers_replace (headers, "Retry-After", "120");
  if (g_str_has_suffix (path, "/date"))
    soup_message_headers_replace (headers, "Retry-After", "Sat, 06 Sep 2025 09:30:00 GMT");
  if (g_str_has_suffix (path, "/nonsense"))
    soup_message_headers_replace (headers, "Retry-After", "soon");
}

static void
request_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->n_requests++;
  if (g_str_equal (path, "/feed"))
    answer_feed (message);
  else if (g_str_equal (path, "/gzip"))
    answer_gzip (message, FEED, strlen (FEED));
  else if (g_str_equal (path, "/bomb"))
    answer_bomb (message);
  else if (g_str_equal (path, "/endless"))
    answer_endless (message);
  else if (g_str_equal (path, "/later"))
    answer_later (fixture, message);
  else if (g_str_equal (path, "/to-later"))
    {
      g_autofree char *url = g_strdup_printf ("http://later.lan:%u/later", fixture->port);

      answer_redirect (message, 302, url);
    }
  else if (g_str_equal (path, "/large"))
    answer_large (message);
  else if (g_str_has_prefix (path, "/fresh/"))
    answer_fresh (message, path);
  else if (g_str_equal (path, "/empty"))
    answer_text (message, "text/xml", "");
  else if (g_str_equal (path, "/moved"))
    answer_redirect (message, 301, "/moved-again");
  else if (g_str_equal (path, "/moved-again"))
    answer_redirect (message, 308, "/feed");
  else if (g_str_equal (path, "/moved-then-found"))
    answer_redirect (message, 301, "/found");
  else if (g_str_equal (path, "/moved-to-nothing"))
    answer_redirect (message, 301, "/status/404");
  else if (g_str_equal (path, "/found"))
    answer_redirect (message, 302, "/feed");
  else if (g_str_equal (path, "/loop"))
    answer_redirect (message, 302, "/loop");
  else if (g_str_equal (path, "/to-file"))
    answer_redirect (message, 302, "file:///etc/passwd");
  else if (g_str_equal (path, "/nowhere"))
    soup_server_message_set_status (message, 302, NULL);
  else if (g_str_has_prefix (path, "/status/"))
    answer_status (message, path);
  else
    soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
}

/* What the raw server says is the path of the request, by number. */
static const char *const raw_answers[] = {
  "", /* 0: nothing at all */
  "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss>",
  "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 12\r\n\r\nnot gzip at ",
  "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n<rss>",
  "SSH-2.0-OpenSSH_9.2\r\n\r\n",
};

/* Run in a thread of the service. */
static gboolean
raw_run_cb (GThreadedSocketService *service,
            GSocketConnection *connection,
            GObject *source,
            gpointer user_data)
{
  Fixture *fixture = user_data;
  char request[1024];
  GInputStream *in = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  gssize length = g_input_stream_read (in, request, sizeof request - 1, NULL, NULL);
  guint number;

  g_assert_cmpint (length, >, 0);
  request[length] = '\0';
  g_atomic_int_inc (&fixture->n_raw_requests);
  /* A client that starts to speak TLS asks for nothing yet. */
  number = request[0] == TLS_HANDSHAKE ? NO_TLS : (guint) g_ascii_strtoull (strchr (request, '/') + 1, NULL, 10);
  g_assert_cmpuint (number, <, G_N_ELEMENTS (raw_answers));
  g_output_stream_write_all (out, raw_answers[number], strlen (raw_answers[number]), NULL, NULL, NULL);
  /* Who answers nothing waits until the other gives up. */
  if (number == 0)
    g_input_stream_read (in, request, 1, NULL, NULL);

  return TRUE;
}

static void
fixture_set_up (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->server = sb_test_loopback_new (request_cb, fixture);
  fixture->port = sb_test_loopback_get_port (fixture->server);

  fixture->raw = g_threaded_socket_service_new (4);
  fixture->raw_port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (fixture->raw), NULL, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->raw, "run", G_CALLBACK (raw_run_cb), fixture);

  fixture->fetcher = sb_fetcher_new ();
  g_object_set (fixture->fetcher, "allow-local", TRUE, "total-timeout", LONG_TIMEOUT, NULL);
}

static void
fixture_tear_down (Fixture *fixture,
                   gconstpointer data)
{
  g_clear_pointer (&fixture->server, sb_test_loopback_free);
  g_socket_service_stop (fixture->raw);
  g_socket_listener_close (G_SOCKET_LISTENER (fixture->raw));
  g_clear_object (&fixture->raw);
  g_assert_finalize_object (fixture->fetcher);
  g_clear_pointer (&fixture->result, sb_fetch_result_unref);
  g_clear_error (&fixture->error);
}

static void
fetched_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  Fixture *fixture = user_data;

  g_clear_pointer (&fixture->result, sb_fetch_result_unref);
  g_clear_error (&fixture->error);
  fixture->result = sb_fetcher_fetch_finish (SB_FETCHER (source), result, &fixture->error);
  fixture->n_failed += fixture->result == NULL || sb_fetch_result_get_error (fixture->result) != NULL ? 1 : 0;
  fixture->n_pending--;
}

static void
wait_for_all (Fixture *fixture)
{
  while (fixture->n_pending > 0)
    g_main_context_iteration (NULL, TRUE);
}

static const SbFetchResult *
fetch (Fixture *fixture,
       const char *path,
       const char *etag,
       const char *last_modified)
{
  g_autofree char *url = *path == '/' ? g_strdup_printf ("http://127.0.0.1:%u%s", fixture->port, path) : g_strdup (path);
  SbFetchRequest request = { url, etag, last_modified, NULL };

  fixture->n_pending++;
  sb_fetcher_fetch_async (fixture->fetcher, &request, NULL, fetched_cb, fixture);
  wait_for_all (fixture);
  g_assert_no_error (fixture->error);

  return fixture->result;
}

static const SbFetchResult *
fetch_raw (Fixture *fixture,
           guint number)
{
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/%u", fixture->raw_port, number);

  return fetch (fixture, url, NULL, NULL);
}

static void
assert_body (const SbFetchResult *result,
             const char *text)
{
  GBytes *body = sb_fetch_result_get_body (result);

  g_assert_no_error ((GError *) sb_fetch_result_get_error (result));
  g_assert_cmpint (sb_fetch_result_get_outcome (result), ==, SB_FETCH_UPDATED);
  g_assert_cmpmem (g_bytes_get_data (body, NULL), g_bytes_get_size (body), text, strlen (text));
}

static void
assert_failed (const SbFetchResult *result,
               SbFeedsError code)
{
  g_assert_error ((GError *) sb_fetch_result_get_error (result), SB_FEEDS_ERROR, (int) code);
  g_assert_cmpint (sb_fetch_result_get_outcome (result), ==, SB_FETCH_FAILED);
  g_assert_null (sb_fetch_result_get_body (result));
  g_assert_null (sb_fetch_result_get_moved_to (result));
}

static void
test_plain (Fixture *fixture,
            gconstpointer data)
{
  const SbFetchResult *result = fetch (fixture, "/feed", NULL, NULL);

  assert_body (result, FEED);
  g_assert_cmpuint (sb_fetch_result_get_status (result), ==, 200);
  g_assert_cmpstr (sb_fetch_result_get_content_type (result), ==, "application/rss+xml; charset=utf-8");
  g_assert_cmpstr (sb_fetch_result_get_etag (result), ==, ETAG);
  g_assert_cmpstr (sb_fetch_result_get_last_modified (result), ==, DATE);
  g_assert_cmpint (sb_fetch_result_get_n_bytes (result), ==, strlen (FEED));
  g_assert_null (sb_fetch_result_get_moved_to (result));

  /* The server set a cookie, and would fail if it came back. */
  assert_body (fetch (fixture, "/feed", NULL, NULL), FEED);
}

static void
test_not_modified (Fixture *fixture,
                   gconstpointer data)
{
  const SbFetchResult *result = fetch (fixture, "/feed", ETAG, DATE);

  g_assert_no_error ((GError *) sb_fetch_result_get_error (result));
  g_assert_cmpint (sb_fetch_result_get_outcome (result), ==, SB_FETCH_NOT_MODIFIED);
  g_assert_cmpuint (sb_fetch_result_get_status (result), ==, 304);
  g_assert_cmpstr (sb_fetch_result_get_etag (result), ==, ETAG);
  g_assert_cmpstr (sb_fetch_result_get_last_modified (result), ==, DATE);
  g_assert_null (sb_fetch_result_get_body (result));
}

static void
test_gzip (Fixture *fixture,
           gconstpointer data)
{
  assert_body (fetch (fixture, "/gzip", NULL, NULL), FEED);
}

static void
test_redirects (Fixture *fixture,
                gconstpointer data)
{
  g_autofree char *feed = g_strdup_printf ("http://127.0.0.1:%u/feed", fixture->port);
  g_autofree char *found = g_strdup_printf ("http://127.0.0.1:%u/found", fixture->port);
  const SbFetchResult *result = fetch (fixture, "/moved", NULL, NULL);

  assert_body (result, FEED);
  g_assert_cmpstr (sb_fetch_result_get_url (result), ==, feed);
  g_assert_cmpstr (sb_fetch_result_get_moved_to (result), ==, feed);

  result = fetch (fixture, "/found", NULL, NULL);
  assert_body (result, FEED);
  g_assert_cmpstr (sb_fetch_result_get_url (result), ==, feed);
  g_assert_null (sb_fetch_result_get_moved_to (result));

  /* What is for good ends where what is for now begins. */
  result = fetch (fixture, "/moved-then-found", NULL, NULL);
  assert_body (result, FEED);
  g_assert_cmpstr (sb_fetch_result_get_moved_to (result), ==, found);

  assert_failed (fetch (fixture, "/moved-to-nothing", NULL, NULL), SB_FEEDS_ERROR_NOT_FOUND);
  assert_failed (fetch (fixture, "/to-file", NULL, NULL), SB_FEEDS_ERROR_UNSAFE_REDIRECT);
  assert_failed (fetch (fixture, "/nowhere", NULL, NULL), SB_FEEDS_ERROR_REDIRECTS);
  fixture->n_requests = 0;
  assert_failed (fetch (fixture, "/loop", NULL, NULL), SB_FEEDS_ERROR_REDIRECTS);
  g_assert_cmpuint (fixture->n_requests, ==, 6);
}

typedef struct
{
  guint status;
  SbFeedsError code;
} StatusCase;

static void
test_statuses (Fixture *fixture,
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
      const SbFetchResult *result = fetch (fixture, path, NULL, NULL);

      assert_failed (result, cases[i].code);
      g_assert_cmpuint (sb_fetch_result_get_status (result), ==, cases[i].status);
      g_assert_cmpint (sb_fetch_result_get_retry_after (result), ==, 0);
    }
}

/* The clock of the test stands at 2025-09-06T08:30:00Z. */
static void
test_retry_after (Fixture *fixture,
                  gconstpointer data)
{
  const SbFetchResult *result = fetch (fixture, "/status/429/seconds", NULL, NULL);

  g_assert_cmpint (sb_fetch_result_get_retry_after (result), ==, 1757147400 + 120);
  result = fetch (fixture, "/status/503/date", NULL, NULL);
  g_assert_cmpint (sb_fetch_result_get_retry_after (result), ==, 1757151000);
  result = fetch (fixture, "/status/503/nonsense", NULL, NULL);
  g_assert_cmpint (sb_fetch_result_get_retry_after (result), ==, 0);
}

static void
test_fresh_until (Fixture *fixture,
                  gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fresh_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/fresh/%" G_GSIZE_FORMAT, i);
      gint64 expected = fresh_cases[i].fresh != 0 ? 1757147400 + fresh_cases[i].fresh : 0;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (sb_fetch_result_get_fresh_until (fetch (fixture, path, NULL, NULL)), ==, expected);
    }
}

static void
test_broken_bodies (Fixture *fixture,
                    gconstpointer data)
{
  assert_failed (fetch (fixture, "/empty", NULL, NULL), SB_FEEDS_ERROR_EMPTY);
  assert_failed (fetch_raw (fixture, 1), SB_FEEDS_ERROR_INCOMPLETE);
  /* Said to be packed, but is not: libsoup lets it through. */
  assert_body (fetch_raw (fixture, 2), "not gzip at ");
  assert_failed (fetch_raw (fixture, 4), SB_FEEDS_ERROR_CONNECTION);
}

static void
test_too_large (Fixture *fixture,
                gconstpointer data)
{
  assert_failed (fetch (fixture, "/bomb", NULL, NULL), SB_FEEDS_ERROR_TOO_LARGE);
  assert_failed (fetch_raw (fixture, 3), SB_FEEDS_ERROR_TOO_LARGE);
  g_object_set (fixture->fetcher, "max-bytes", 100000, NULL);
  assert_failed (fetch (fixture, "/endless", NULL, NULL), SB_FEEDS_ERROR_TOO_LARGE);
}

static void
test_timeouts (Fixture *fixture,
               gconstpointer data)
{
  g_object_set (fixture->fetcher, "idle-timeout", SHORT_TIMEOUT, NULL);
  assert_failed (fetch_raw (fixture, 0), SB_FEEDS_ERROR_TIMEOUT);

  g_object_set (fixture->fetcher, "idle-timeout", LONG_TIMEOUT, "total-timeout", SHORT_TIMEOUT, "max-bytes", G_MAXINT, NULL);
  assert_failed (fetch (fixture, "/endless", NULL, NULL), SB_FEEDS_ERROR_TIMEOUT);
}

static void
test_no_server (Fixture *fixture,
                gconstpointer data)
{
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/", fixture->raw_port);

  g_socket_service_stop (fixture->raw);
  g_socket_listener_close (G_SOCKET_LISTENER (fixture->raw));
  assert_failed (fetch (fixture, url, NULL, NULL), SB_FEEDS_ERROR_CONNECTION);
}

/* Neither the address nor a name for it gets a connection. */
static void
test_local_refused (Fixture *fixture,
                    gconstpointer data)
{
  static const char *const hosts[] = { "127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "a.example", "a.lan", "0.0.0.0",
                                       "127.1", "2130706433", "0x7f.0.0.1", "017700000001", "localhost.", "[::ffff:7f00:1]" };

  g_object_set (fixture->fetcher, "allow-local", FALSE, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_autofree char *url = g_strdup_printf ("http://%s:%u/feed", hosts[i], fixture->port);

      assert_failed (fetch (fixture, url, NULL, NULL), SB_FEEDS_ERROR_UNSAFE_ADDRESS);
    }
  g_assert_cmpuint (fixture->n_requests, ==, 0);

  /* A name that does not say that it is local may not turn out to be. */
  g_object_set (fixture->fetcher, "allow-local", TRUE, NULL);
  {
    g_autofree char *local = g_strdup_printf ("http://a.lan:%u/feed", fixture->port);
    g_autofree char *rebound = g_strdup_printf ("http://a.example:%u/feed", fixture->port);

    assert_body (fetch (fixture, local, NULL, NULL), FEED);
    fixture->n_requests = 0;
    assert_failed (fetch (fixture, rebound, NULL, NULL), SB_FEEDS_ERROR_UNSAFE_ADDRESS);
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
test_referrers (Fixture *fixture,
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
      sb_fetcher_fetch_async (fixture->fetcher, &request, NULL, fetched_cb, fixture);
      wait_for_all (fixture);
      if (c->is_followed)
        assert_body (fixture->result, FEED);
      else
        assert_failed (fixture->result, SB_FEEDS_ERROR_UNSAFE_REDIRECT);
      g_assert_cmpuint (fixture->n_requests, ==, c->is_followed ? 1 : 0);
    }
}

/* The connections that local fetches leave open are not used by others. */
static void
test_local_connection_kept_apart (Fixture *fixture,
                                  gconstpointer data)
{
  g_autofree char *url = g_strdup_printf ("http://a.lan:%u/feed", fixture->port);

  assert_body (fetch (fixture, url, NULL, NULL), FEED);
  g_object_set (fixture->fetcher, "allow-local", FALSE, NULL);
  assert_failed (fetch (fixture, url, NULL, NULL), SB_FEEDS_ERROR_UNSAFE_ADDRESS);
  g_assert_cmpuint (fixture->n_requests, ==, 1);
}

static void
test_unknown_host (Fixture *fixture,
                   gconstpointer data)
{
  const SbFetchResult *result = fetch (fixture, "http://nobody.invalid/feed", NULL, NULL);
  const GError *error = sb_fetch_result_get_error (result);

  /* On a machine without a network it is the network that is missing. */
  g_assert_true (g_error_matches (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_DNS) ||
                 g_error_matches (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_OFFLINE));
}

/* In a process that ends at once: the leak checker cannot look into the threads
 * that GnuTLS leaves behind. */
static void
test_tls_process (Fixture *fixture,
                  gconstpointer data)
{
  g_autofree char *url = g_strdup_printf ("https://127.0.0.1:%u/", fixture->raw_port);

  assert_failed (fetch (fixture, url, NULL, NULL), SB_FEEDS_ERROR_TLS);
  _exit (EXIT_SUCCESS);
}

static void
test_tls (void)
{
  g_test_trap_subprocess ("/feeds/fetcher/tls/subprocess", 0, 0);
  g_test_trap_assert_passed ();
}

static void
test_cancel (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/0", fixture->raw_port);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  SbFetchRequest request = { url, NULL, NULL, NULL };

  fixture->n_pending = 1;
  sb_fetcher_fetch_async (fixture->fetcher, &request, cancellable, fetched_cb, fixture);
  while (g_atomic_int_get (&fixture->n_raw_requests) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  wait_for_all (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (fixture->result);

  /* Before it starts. */
  fixture->n_pending = 1;
  sb_fetcher_fetch_async (fixture->fetcher, &request, cancellable, fetched_cb, fixture);
  wait_for_all (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Twenty at once: never more than two of one host, never more than eight. */
static void
test_queue (Fixture *fixture,
            gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/later", fixture->port);
      SbFetchRequest request = { url, NULL, NULL, NULL };

      fixture->n_pending++;
      sb_fetcher_fetch_async (fixture->fetcher, &request, NULL, fetched_cb, fixture);
    }
  wait_for_all (fixture);
  g_assert_cmpuint (fixture->n_requests, ==, 20);
  g_assert_cmpuint (fixture->max_open, ==, 2);

  fixture->max_open = 0;
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *url = g_strdup_printf ("http://host%u.lan:%u/later", i, fixture->port);
      SbFetchRequest request = { url, NULL, NULL, NULL };

      fixture->n_pending++;
      sb_fetcher_fetch_async (fixture->fetcher, &request, NULL, fetched_cb, fixture);
    }
  wait_for_all (fixture);
  assert_body (fixture->result, FEED);
  g_assert_cmpuint (fixture->n_requests, ==, 40);
  g_assert_cmpuint (fixture->max_open, <=, 8);
  g_assert_cmpuint (fixture->max_open, >, 2);
}

/* Those that are redirected to one host stand in its line as well, and the time
 * that they stand there is not the server's. */
static void
test_queue_of_redirected (Fixture *fixture,
                          gconstpointer data)
{
  g_object_set (fixture->fetcher, "total-timeout", SHORT_TIMEOUT, NULL);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *url = g_strdup_printf ("http://host%u.lan:%u/to-later", i, fixture->port);
      SbFetchRequest request = { url, NULL, NULL, NULL };

      fixture->n_pending++;
      sb_fetcher_fetch_async (fixture->fetcher, &request, NULL, fetched_cb, fixture);
    }
  wait_for_all (fixture);
  assert_body (fixture->result, FEED);
  g_assert_cmpuint (fixture->n_failed, ==, 0);
  g_assert_cmpuint (fixture->n_requests, ==, 120);
  g_assert_cmpuint (fixture->max_open, ==, 2);
}

/* Whatever is still held counts; what waits for room is not too slow. */
static void
test_memory (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_fetch_result_unref);

  /* One of five megabytes is more than the four, and the one that may be. */
  g_ptr_array_add (kept, sb_fetch_result_ref ((SbFetchResult *) fetch (fixture, "/large", NULL, NULL)));
  g_clear_pointer (&fixture->result, sb_fetch_result_unref);

  {
    g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/large", fixture->port);
    SbFetchRequest request = { url, NULL, NULL, NULL };
    gint64 end = g_get_monotonic_time () + SHORT_TIMEOUT * 1000;

    g_object_set (fixture->fetcher, "idle-timeout", SHORT_TIMEOUT / 2, NULL);
    fixture->n_pending++;
    sb_fetcher_fetch_async (fixture->fetcher, &request, NULL, fetched_cb, fixture);
    while (g_get_monotonic_time () < end)
      g_main_context_iteration (NULL, TRUE);
    g_assert_cmpuint (fixture->n_pending, ==, 1);
    g_ptr_array_set_size (kept, 0);
    wait_for_all (fixture);
  }
  g_assert_no_error ((GError *) sb_fetch_result_get_error (fixture->result));

  /* Who never gives anything back does not stop the others for ever. */
  g_clear_pointer (&fixture->result, sb_fetch_result_unref);
  g_ptr_array_add (kept, sb_fetch_result_ref ((SbFetchResult *) fetch (fixture, "/large", NULL, NULL)));
  g_object_set (fixture->fetcher, "total-timeout", SHORT_TIMEOUT, NULL);
  g_assert_no_error ((GError *) sb_fetch_result_get_error (fetch (fixture, "/large", NULL, NULL)));
}

#define ADD(name, function) \
  g_test_add ("/feeds/fetcher/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc,
      char *argv[])
{
  g_autoptr (GResolver) resolver = NULL;

  g_setenv ("SB_CLOCK", "2025-09-06T08:30:00Z", TRUE);
  g_unsetenv ("http_proxy");
  g_unsetenv ("https_proxy");
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
  resolver = g_object_new (loopback_resolver_get_type (), NULL);
  g_resolver_set_default (resolver);

  ADD ("plain", test_plain);
  ADD ("not-modified", test_not_modified);
  ADD ("gzip", test_gzip);
  ADD ("redirects", test_redirects);
  ADD ("statuses", test_statuses);
  ADD ("retry-after", test_retry_after);
  ADD ("fresh-until", test_fresh_until);
  ADD ("broken-bodies", test_broken_bodies);
  ADD ("too-large", test_too_large);
  ADD ("timeouts", test_timeouts);
  ADD ("no-server", test_no_server);
  ADD ("local-refused", test_local_refused);
  ADD ("referrers", test_referrers);
  ADD ("local-connection-kept-apart", test_local_connection_kept_apart);
  ADD ("unknown-host", test_unknown_host);
  ADD ("tls/subprocess", test_tls_process);
  g_test_add_func ("/feeds/fetcher/tls", test_tls);
  ADD ("cancel", test_cancel);
  ADD ("queue", test_queue);
  ADD ("queue-of-redirected", test_queue_of_redirected);
  ADD ("memory", test_memory);

  return g_test_run ();
}
