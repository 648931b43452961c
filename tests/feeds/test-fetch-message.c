/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-fetcher.h"

#include <string.h>

#include "sb-test-loopback.h"

/* What is posted and what is secret, and that neither goes astray. There are two
 * servers: two ports are two origins. */

#define SECRET "Bearer abc.def"

typedef struct
{
  SbTestLoopback *servers[2]; /* (owned) */
  char *bases[2]; /* (owned) */
  guint n_requests[2];
  guint n_secrets[2]; /* requests that came with the secret */
  char *posted; /* (owned) (nullable) the last body */
  char *accept; /* (owned) (nullable) */
  char *type; /* (owned) (nullable) */
  SbFetcher *fetcher; /* (owned) */
  SbFetchResult *result; /* (owned) (nullable) */
} Fixture;

static void
note_request (Fixture *fixture,
              guint number,
              SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  SoupMessageBody *body = soup_server_message_get_request_body (message);

  fixture->n_requests[number]++;
  if (g_strcmp0 (soup_message_headers_get_one (headers, "Authorization"), SECRET) == 0)
    fixture->n_secrets[number]++;
  g_free (fixture->posted);
  fixture->posted = body->length > 0 ? g_strndup (body->data, (gsize) body->length) : NULL;
  g_free (fixture->accept);
  fixture->accept = g_strdup (soup_message_headers_get_one (headers, "Accept"));
  g_free (fixture->type);
  fixture->type = g_strdup (soup_message_headers_get_one (headers, "Content-Type"));
}

static void
answer (SoupServerMessage *message,
        guint status,
        const char *text)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, text, strlen (text));
}

static void
handle_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer user_data)
{
  Fixture *fixture = user_data;
  guint port = (guint) g_uri_get_port (soup_server_message_get_uri (message));
  guint number = port == sb_test_loopback_get_port (fixture->servers[0]) ? 0 : 1;
  g_autofree char *elsewhere = g_strconcat (fixture->bases[1 - number], "/data", NULL);
  g_autofree char *long_text = NULL;

  note_request (fixture, number, message);
  if (g_str_equal (path, "/data"))
    answer (message, 200, "{\"data\":[]}");
  else if (g_str_equal (path, "/refused"))
    answer (message, 403, "{\"error\":\"access denied\"}");
  else if (g_str_equal (path, "/refused-at-length"))
    {
      long_text = g_strnfill (300 * 1000, 'x');
      answer (message, 403, long_text);
    }
  else if (g_str_equal (path, "/elsewhere"))
    soup_server_message_set_redirect (message, 307, elsewhere);
  else if (g_str_equal (path, "/here"))
    soup_server_message_set_redirect (message, 307, "/data");
  else if (g_str_equal (path, "/found"))
    soup_server_message_set_redirect (message, 302, "/data");
  else
    answer (message, 404, "");
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      fixture->servers[i] = sb_test_loopback_new (handle_cb, fixture);
      fixture->bases[i] = g_strdup_printf ("http://127.0.0.1:%u", sb_test_loopback_get_port (fixture->servers[i]));
    }

  fixture->fetcher = sb_fetcher_new ();
  g_object_set (fixture->fetcher, "allow-local", TRUE, NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->fetcher);
  for (guint i = 0; i < 2; i++)
    {
      sb_test_loopback_free (fixture->servers[i]);
      g_free (fixture->bases[i]);
    }
  g_clear_pointer (&fixture->result, sb_fetch_result_unref);
  g_free (fixture->posted);
  g_free (fixture->accept);
  g_free (fixture->type);
}

static void
fetched_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GError) error = NULL;

  fixture->result = sb_fetcher_fetch_finish (SB_FETCHER (object), result, &error);
  g_assert_no_error (error);
}

static const SbFetchResult *
fetch (Fixture *fixture,
       const char *path,
       SbFetchMessage *message)
{
  g_autofree char *url = g_strconcat (fixture->bases[0], path, NULL);
  const SbFetchRequest request = { .url = url, .message = message };

  memset (fixture->n_requests, 0, sizeof fixture->n_requests);
  memset (fixture->n_secrets, 0, sizeof fixture->n_secrets);
  g_clear_pointer (&fixture->result, sb_fetch_result_unref);
  sb_fetcher_fetch_async (fixture->fetcher, &request, NULL, fetched_cb, fixture);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return fixture->result;
}

static void
set_text (SbFetchMessage *message,
          const char *text)
{
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));

  sb_fetch_message_set_body (message, "application/json", body);
}

static void
test_post (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (SbFetchMessage) message = sb_fetch_message_new ();
  const SbFetchResult *result;

  set_text (message, "{\"limit\":1}");
  sb_fetch_message_set_accept (message, "application/json");
  sb_fetch_message_add_secret (message, "Authorization", SECRET);
  result = fetch (fixture, "/data", message);
  g_assert_no_error ((GError *) sb_fetch_result_get_error (result));
  g_assert_cmpstr (fixture->posted, ==, "{\"limit\":1}");
  g_assert_cmpstr (fixture->type, ==, "application/json");
  g_assert_cmpstr (fixture->accept, ==, "application/json");
  g_assert_cmpuint (fixture->n_secrets[0], ==, 1);

  /* To another path of the same server, it is posted there. */
  result = fetch (fixture, "/here", message);
  g_assert_no_error ((GError *) sb_fetch_result_get_error (result));
  g_assert_cmpstr (fixture->posted, ==, "{\"limit\":1}");
  g_assert_cmpuint (fixture->n_secrets[0], ==, 2);
}

typedef struct
{
  const char *path;
  gboolean has_body;
  gboolean has_secret;
  int code; /* of %SB_FEEDS_ERROR; -1 when it is followed */
} RedirectCase;

static const RedirectCase redirect_cases[] = {
  { "/elsewhere", TRUE, FALSE, SB_FEEDS_ERROR_UNSAFE_REDIRECT },
  { "/elsewhere", FALSE, TRUE, SB_FEEDS_ERROR_UNSAFE_REDIRECT },
  { "/elsewhere", FALSE, FALSE, -1 },
  { "/found", TRUE, FALSE, SB_FEEDS_ERROR_REDIRECTS },
  { "/found", FALSE, TRUE, -1 },
};

static void
test_redirects (Fixture *fixture,
                gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (redirect_cases); i++)
    {
      const RedirectCase *test = &redirect_cases[i];
      g_autoptr (SbFetchMessage) message = sb_fetch_message_new ();
      const SbFetchResult *result;

      if (test->has_body)
        set_text (message, "{}");
      if (test->has_secret)
        sb_fetch_message_add_secret (message, "Authorization", SECRET);
      result = fetch (fixture, test->path, message);
      if (test->code < 0)
        g_assert_no_error ((GError *) sb_fetch_result_get_error (result));
      else
        {
          g_assert_error (sb_fetch_result_get_error (result), SB_FEEDS_ERROR, test->code);
          g_assert_cmpuint (fixture->n_requests[1], ==, 0);
        }
      g_assert_cmpuint (fixture->n_secrets[1], ==, 0);
    }
}

static void
test_explanation (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (SbFetchMessage) message = sb_fetch_message_new ();
  const SbFetchResult *result = fetch (fixture, "/refused", message);
  GBytes *said = sb_fetch_result_get_explanation (result);

  g_assert_error (sb_fetch_result_get_error (result), SB_FEEDS_ERROR, SB_FEEDS_ERROR_REFUSED);
  g_assert_null (sb_fetch_result_get_body (result));
  g_assert_cmpmem (g_bytes_get_data (said, NULL), g_bytes_get_size (said), "{\"error\":\"access denied\"}", 25);

  /* Of a feed it is not waited for. */
  result = fetch (fixture, "/refused", NULL);
  g_assert_error (sb_fetch_result_get_error (result), SB_FEEDS_ERROR, SB_FEEDS_ERROR_REFUSED);
  g_assert_null (sb_fetch_result_get_explanation (result));

  result = fetch (fixture, "/refused-at-length", message);
  g_assert_error (sb_fetch_result_get_error (result), SB_FEEDS_ERROR, SB_FEEDS_ERROR_REFUSED);
  g_assert_cmpuint (g_bytes_get_size (sb_fetch_result_get_explanation (result)), <=, 64 * 1024);
}

static void
test_public_only (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (SbFetchMessage) message = sb_fetch_message_new ();

  sb_fetch_message_set_public_only (message);
  g_assert_error (sb_fetch_result_get_error (fetch (fixture, "/data", message)), SB_FEEDS_ERROR,
                  SB_FEEDS_ERROR_UNSAFE_ADDRESS);
  g_assert_cmpuint (fixture->n_requests[0], ==, 0);
}

#define ADD(name, function) g_test_add ("/feeds/fetch-message/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_unsetenv ("http_proxy");
  g_unsetenv ("https_proxy");
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);

  ADD ("post", test_post);
  ADD ("redirects", test_redirects);
  ADD ("explanation", test_explanation);
  ADD ("public-only", test_public_only);

  return g_test_run ();
}
