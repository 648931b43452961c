/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-test-fetching.h"

#include <string.h>

/* The first byte of TLS, and what the raw server says to it. */
#define TLS_HANDSHAKE 0x16
#define NO_TLS        4

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

  if (g_strcmp0 (soup_message_headers_get_one (asked, "If-None-Match"), SB_TEST_ETAG) == 0 &&
      g_strcmp0 (soup_message_headers_get_one (asked, "If-Modified-Since"), SB_TEST_DATE) == 0)
    {
      soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
      return;
    }
  /* Nothing that tells one reader from another. */
  g_assert_null (soup_message_headers_get_one (asked, "Cookie"));
  g_assert_null (soup_message_headers_get_one (asked, "Referer"));
  g_assert_cmpstr (soup_message_headers_get_one (asked, "User-Agent"), ==, "SahelBrief/" SB_VERSION);
  soup_message_headers_replace (headers, "ETag", SB_TEST_ETAG);
  soup_message_headers_replace (headers, "Last-Modified", SB_TEST_DATE);
  soup_message_headers_replace (headers, "Set-Cookie", "who=you");
  answer_text (message, "application/rss+xml; charset=utf-8", SB_TEST_FEED);
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
                     SbTestFetching *fixture)
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
answer_later (SbTestFetching *fixture,
              SoupServerMessage *message)
{
  fixture->n_open++;
  fixture->max_open = MAX (fixture->max_open, fixture->n_open);
  g_signal_connect (message, "finished", G_CALLBACK (request_finished_cb), fixture);
  answer_text (message, "text/xml", SB_TEST_FEED);
  soup_server_message_pause (message);
  g_timeout_add_full (G_PRIORITY_DEFAULT, 20, held_back_cb, g_object_ref (message), g_object_unref);
}

/* The clock of the test and of the server, is SB_TEST_DATE. */
const SbTestFreshCase sb_test_fresh_cases[] = {
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

const guint sb_test_n_fresh_cases = G_N_ELEMENTS (sb_test_fresh_cases);

static void
answer_fresh (SoupServerMessage *message,
              const char *path)
{
  const SbTestFreshCase *c = &sb_test_fresh_cases[g_ascii_strtoull (path + strlen ("/fresh/"), NULL, 10)];
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_message_headers_replace (headers, "Date", SB_TEST_DATE);
  if (c->control != NULL)
    soup_message_headers_replace (headers, "Cache-Control", c->control);
  if (c->expires != NULL)
    soup_message_headers_replace (headers, "Expires", c->expires);
  if (c->age != NULL)
    soup_message_headers_replace (headers, "Age", c->age);
  answer_text (message, "text/xml", SB_TEST_FEED);
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
  SbTestFetching *fixture = user_data;

  fixture->n_requests++;
  if (g_str_equal (path, "/feed"))
    answer_feed (message);
  else if (g_str_equal (path, "/gzip"))
    answer_gzip (message, SB_TEST_FEED, strlen (SB_TEST_FEED));
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
  SbTestFetching *fixture = user_data;
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

void
sb_test_fetching_set_up (SbTestFetching *fixture,
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
  g_object_set (fixture->fetcher, "allow-local", TRUE, "total-timeout", SB_TEST_LONG_TIMEOUT, NULL);
}

void
sb_test_fetching_tear_down (SbTestFetching *fixture,
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

void
sb_test_fetched_cb (GObject *source,
                    GAsyncResult *result,
                    gpointer user_data)
{
  SbTestFetching *fixture = user_data;

  g_clear_pointer (&fixture->result, sb_fetch_result_unref);
  g_clear_error (&fixture->error);
  fixture->result = sb_fetcher_fetch_finish (SB_FETCHER (source), result, &fixture->error);
  fixture->n_failed += fixture->result == NULL || sb_fetch_result_get_error (fixture->result) != NULL ? 1 : 0;
  fixture->n_pending--;
}

void
sb_test_wait_for_all (SbTestFetching *fixture)
{
  while (fixture->n_pending > 0)
    g_main_context_iteration (NULL, TRUE);
}

const SbFetchResult *
sb_test_fetch (SbTestFetching *fixture,
               const char *path,
               const char *etag,
               const char *last_modified)
{
  g_autofree char *url = *path == '/' ? g_strdup_printf ("http://127.0.0.1:%u%s", fixture->port, path) : g_strdup (path);
  SbFetchRequest request = { url, etag, last_modified, NULL };

  fixture->n_pending++;
  sb_fetcher_fetch_async (fixture->fetcher, &request, NULL, sb_test_fetched_cb, fixture);
  sb_test_wait_for_all (fixture);
  g_assert_no_error (fixture->error);

  return fixture->result;
}

const SbFetchResult *
sb_test_fetch_raw (SbTestFetching *fixture,
                   guint number)
{
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/%u", fixture->raw_port, number);

  return sb_test_fetch (fixture, url, NULL, NULL);
}

void
sb_test_assert_body (const SbFetchResult *result,
                     const char *text)
{
  GBytes *body = sb_fetch_result_get_body (result);

  g_assert_no_error ((GError *) sb_fetch_result_get_error (result));
  g_assert_cmpint (sb_fetch_result_get_outcome (result), ==, SB_FETCH_UPDATED);
  g_assert_cmpmem (g_bytes_get_data (body, NULL), g_bytes_get_size (body), text, strlen (text));
}

void
sb_test_assert_failed (const SbFetchResult *result,
                       SbFeedsError code)
{
  g_assert_error ((GError *) sb_fetch_result_get_error (result), SB_FEEDS_ERROR, (int) code);
  g_assert_cmpint (sb_fetch_result_get_outcome (result), ==, SB_FETCH_FAILED);
  g_assert_null (sb_fetch_result_get_body (result));
  g_assert_null (sb_fetch_result_get_moved_to (result));
}

void
sb_test_fetching_init (int *argc,
                       char ***argv)
{
  static GResolver *resolver;

  g_setenv ("SB_CLOCK", "2025-09-06T08:30:00Z", TRUE);
  g_unsetenv ("http_proxy");
  g_unsetenv ("https_proxy");
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (argc, argv, NULL);
  resolver = g_object_new (loopback_resolver_get_type (), NULL);
  g_resolver_set_default (resolver);
}
