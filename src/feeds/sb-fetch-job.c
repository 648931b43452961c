/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-fetch-private.h"

#include "sb-clock.h"

#define MAX_REDIRECTS    5
#define MAX_HEADER_BYTES (256 * 1024)
#define CHUNK_SIZE       (64 * 1024) /* bytes */
/* How often the limits of time are looked at, in milliseconds. */
#define TICK 100

static const char accepted_types[] =
  "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, "
  "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.6, */*;q=0.1";

/* One fetch, from the first request over redirects to the last byte. Owned by
 * its task. */
typedef struct
{
  SbFetchLimits limits;
  SoupSession *public_session; /* (owned) */
  SoupSession *local_session; /* (owned) */
  char *etag; /* (owned) (nullable) sent */
  char *last_modified; /* (owned) (nullable) sent */

  GUri *uri; /* (owned) of the request under way */
  SoupMessage *message; /* (owned) (nullable) */
  GInputStream *stream; /* (owned) (nullable) */
  GByteArray *body; /* (owned) */
  GCancellable *abort; /* (owned) of the request under way */
  GError *verdict; /* (owned) (nullable) why we broke it off ourselves */
  GSource *tick; /* (owned) (nullable) */
  gulong cancelled_id;
  guint n_redirects;
  gboolean was_local; /* the last answer came from the local network */
  gboolean may_be_local; /* the request under way may go there */
  gboolean all_permanent; /* every redirect so far was */
  gint64 started; /* monotonic, microseconds */
  gint64 last_arrival; /* monotonic, microseconds */
  SbFetchResult *result; /* (owned) filled on the way */
} Job;

static void send_request (GTask *task);
static void read_chunk (GTask *task);

static void
job_free (Job *job)
{
  g_clear_object (&job->public_session);
  g_clear_object (&job->local_session);
  g_free (job->etag);
  g_free (job->last_modified);
  g_clear_pointer (&job->uri, g_uri_unref);
  if (job->message != NULL)
    g_signal_handlers_disconnect_by_data (job->message, job);
  g_clear_object (&job->message);
  g_clear_object (&job->stream);
  g_clear_pointer (&job->body, g_byte_array_unref);
  g_clear_object (&job->abort);
  g_clear_error (&job->verdict);
  g_clear_pointer (&job->result, sb_fetch_result_unref);
  g_free (job);
}

/* Breaks off the request under way; the first reason given is the one told. */
static void
break_off (Job *job,
           SbFeedsError code,
           const char *message)
{
  if (job->verdict == NULL)
    g_set_error_literal (&job->verdict, SB_FEEDS_ERROR, (int) code, message);
  g_cancellable_cancel (job->abort);
}

/* Ends the fetch; takes the reference to @task that went round with it. */
static void
finish (GTask *task,
        SbFetchOutcome outcome)
{
  g_autoptr (GTask) owned = task;
  Job *job = g_task_get_task_data (task);
  SbFetchResult *result = job->result;

  if (job->tick != NULL)
    g_source_destroy (job->tick);
  g_clear_pointer (&job->tick, g_source_unref);
  g_cancellable_disconnect (g_task_get_cancellable (task), job->cancelled_id);
  /* A body that nobody wants is cut off; without one the connection is kept. */
  if (job->stream != NULL && outcome == SB_FETCH_FAILED)
    g_cancellable_cancel (job->abort);
  else if (job->stream != NULL)
    g_input_stream_close_async (job->stream, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  if (g_task_return_error_if_cancelled (task))
    return;

  result->outcome = outcome;
  result->duration = (guint) ((g_get_monotonic_time () - job->started) / 1000);
  result->url = g_uri_to_string (job->uri);
  if (outcome == SB_FETCH_FAILED)
    g_clear_pointer (&result->moved_to, g_free);
  g_task_return_pointer (task, g_steal_pointer (&job->result), (GDestroyNotify) sb_fetch_result_unref);
}

static void
fail (GTask *task,
      GError *error)
{
  Job *job = g_task_get_task_data (task);

  if (job->verdict != NULL)
    {
      g_clear_error (&error);
      error = g_steal_pointer (&job->verdict);
    }
  else if (error->domain != SB_FEEDS_ERROR)
    _sb_fetch_translate_error (&error);
  job->result->error = error;
  finish (task, SB_FETCH_FAILED);
}

static void
fail_with (GTask *task,
           SbFeedsError code,
           const char *message)
{
  fail (task, g_error_new_literal (SB_FEEDS_ERROR, (int) code, message));
}

static gboolean
time_passed_cb (gpointer user_data)
{
  Job *job = user_data;
  gint64 now = g_get_monotonic_time ();
  SoupMessageMetrics *metrics = job->message != NULL ? soup_message_get_metrics (job->message) : NULL;

  if (now - job->started > (gint64) job->limits.total_timeout * 1000)
    break_off (job, SB_FEEDS_ERROR_TIMEOUT, "The fetch took too long");
  else if (now - job->last_arrival > (gint64) job->limits.idle_timeout * 1000)
    break_off (job, SB_FEEDS_ERROR_TIMEOUT, "Nothing arrived for too long");
  else if (metrics != NULL &&
           soup_message_metrics_get_response_header_bytes_received (metrics) > MAX_HEADER_BYTES)
    break_off (job, SB_FEEDS_ERROR_TOO_LARGE, "The headers are too large");

  return G_SOURCE_CONTINUE;
}

static void
caller_cancelled_cb (GCancellable *cancellable,
                     gpointer user_data)
{
  g_cancellable_cancel (G_CANCELLABLE (user_data));
}

/* The address is checked where the connection is made: a name may stand for
 * any address, and for another one each time it is asked. */
static void
network_event_cb (SoupMessage *message,
                  GSocketClientEvent event,
                  GIOStream *connection,
                  gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GSocketAddress) address = NULL;

  if (event != G_SOCKET_CLIENT_CONNECTING || job->may_be_local || !G_IS_SOCKET_CONNECTION (connection))
    return;

  address = g_socket_connection_get_remote_address (G_SOCKET_CONNECTION (connection), NULL);
  if (!G_IS_INET_SOCKET_ADDRESS (address))
    return;
  if (_sb_fetch_address_is_local (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address))))
    break_off (job, job->n_redirects > 0 ? SB_FEEDS_ERROR_UNSAFE_REDIRECT : SB_FEEDS_ERROR_UNSAFE_ADDRESS,
               "The address is on the local network");
}

static char *
dup_header (Job *job,
            const char *name)
{
  return g_strdup (soup_message_headers_get_one (soup_message_get_response_headers (job->message), name));
}

/* Retry-After is a number of seconds or a date; nonsense is nothing. */
static gint64
read_retry_after (Job *job)
{
  g_autofree char *text = dup_header (job, "Retry-After");
  g_autoptr (GDateTime) date = NULL;
  guint64 seconds = 0;

  if (text == NULL)
    return 0;
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &seconds, NULL))
    return sb_clock_now () + (gint64) seconds;

  date = soup_date_time_new_from_http_string (text);
  return date != NULL ? g_date_time_to_unix (date) : 0;
}

static void
note_answer (Job *job)
{
  SbFetchResult *result = job->result;
  GSocketAddress *address = soup_message_get_remote_address (job->message);
  GInetAddress *inet = G_IS_INET_SOCKET_ADDRESS (address)
                         ? g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address))
                         : NULL;

  job->last_arrival = g_get_monotonic_time ();
  job->was_local = inet != NULL && _sb_fetch_address_is_local (inet);
  result->status = soup_message_get_status (job->message);
  result->retry_after = read_retry_after (job);
  g_free (result->content_type);
  result->content_type = dup_header (job, "Content-Type");
  g_free (result->etag);
  result->etag = dup_header (job, "ETag");
  g_free (result->last_modified);
  result->last_modified = dup_header (job, "Last-Modified");
}

static gboolean
is_redirect (guint status)
{
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/* Where the answer points to, or NULL and why it is not followed. */
static GUri *
read_location (Job *job,
               GError **error)
{
  g_autofree char *location = dup_header (job, "Location");
  g_autoptr (GUri) target = NULL;
  const char *scheme;

  if (location == NULL || job->n_redirects >= MAX_REDIRECTS)
    {
      g_set_error_literal (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_REDIRECTS,
                           location == NULL ? "A redirect without an address" : "Too many redirects");
      return NULL;
    }
  target = g_uri_parse_relative (job->uri, location, SOUP_HTTP_URI_FLAGS | G_URI_FLAGS_PARSE_RELAXED, NULL);
  scheme = target != NULL ? g_uri_get_scheme (target) : NULL;
  if (target == NULL || g_uri_get_host (target) == NULL)
    {
      g_set_error (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_REDIRECTS, "A redirect to “%s”", location);
      return NULL;
    }
  if (!g_str_equal (scheme, "https") &&
      !(g_str_equal (scheme, "http") && g_str_equal (g_uri_get_scheme (job->uri), "http")))
    {
      g_set_error (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_UNSAFE_REDIRECT, "A redirect from %s to %s",
                   g_uri_get_scheme (job->uri), scheme);
      return NULL;
    }

  return g_steal_pointer (&target);
}

static void
follow_redirect (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  GUri *target = read_location (job, &error);
  guint status = soup_message_get_status (job->message);

  if (target == NULL)
    {
      fail (task, error);
      return;
    }

  job->all_permanent = job->all_permanent && (status == 301 || status == 308);
  g_uri_unref (job->uri);
  job->uri = target;
  if (job->all_permanent)
    {
      g_free (job->result->moved_to);
      job->result->moved_to = g_uri_to_string (target);
    }
  job->n_redirects++;
  /* The body of a redirect is not waited for. */
  g_cancellable_cancel (job->abort);
  g_clear_object (&job->stream);
  send_request (task);
}

static void
keep_validators (Job *job)
{
  if (job->result->etag == NULL)
    job->result->etag = g_strdup (job->etag);
  if (job->result->last_modified == NULL)
    job->result->last_modified = g_strdup (job->last_modified);
}

static void
request_sent_cb (GObject *source,
                 GAsyncResult *result,
                 gpointer user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  guint status;

  job->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (job->stream == NULL)
    {
      fail (task, error);
      return;
    }

  note_answer (job);
  status = job->result->status;
  if (is_redirect (status))
    follow_redirect (task);
  else if (status == SOUP_STATUS_NOT_MODIFIED)
    {
      keep_validators (job);
      finish (task, SB_FETCH_NOT_MODIFIED);
    }
  else if (!SOUP_STATUS_IS_SUCCESSFUL (status))
    fail (task, g_error_new (SB_FEEDS_ERROR, (int) _sb_fetch_status_to_code (status), "HTTP %u %s", status,
                             soup_message_get_reason_phrase (job->message)));
  else if (soup_message_headers_get_content_length (soup_message_get_response_headers (job->message)) >
           (goffset) job->limits.max_bytes)
    fail_with (task, SB_FEEDS_ERROR_TOO_LARGE, "The body is too large");
  else
    read_chunk (task);
}

/* libsoup takes a connection that closes too early for the end of the body. */
static gboolean
is_complete (Job *job)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (job->message);

  return soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CONTENT_LENGTH ||
         soup_message_headers_get_content_length (headers) <= job->result->n_bytes;
}

static void
finish_body (GTask *task)
{
  Job *job = g_task_get_task_data (task);

  if (!is_complete (job))
    {
      fail_with (task, SB_FEEDS_ERROR_INCOMPLETE, "The body is shorter than announced");
      return;
    }
  if (job->body->len == 0)
    {
      fail_with (task, SB_FEEDS_ERROR_EMPTY, "The answer is empty");
      return;
    }
  job->result->body = g_byte_array_free_to_bytes (g_steal_pointer (&job->body));
  finish (task, SB_FETCH_UPDATED);
}

static void
chunk_read_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  SoupMessageMetrics *metrics = soup_message_get_metrics (job->message);

  if (metrics != NULL)
    job->result->n_bytes = (gint64) soup_message_metrics_get_response_body_bytes_received (metrics);
  if (chunk == NULL)
    {
      fail (task, error);
      return;
    }
  if (g_bytes_get_size (chunk) == 0)
    {
      finish_body (task);
      return;
    }

  job->last_arrival = g_get_monotonic_time ();
  if (job->body->len + g_bytes_get_size (chunk) > job->limits.max_bytes)
    {
      fail_with (task, SB_FEEDS_ERROR_TOO_LARGE, "The body is too large");
      return;
    }
  g_byte_array_append (job->body, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
  read_chunk (task);
}

static void
read_chunk (GTask *task)
{
  Job *job = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (job->stream, CHUNK_SIZE, g_task_get_priority (task), job->abort, chunk_read_cb, task);
}

static void
add_headers (Job *job)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (job->message);

  soup_message_headers_replace (headers, "Accept", accepted_types);
  if (job->etag != NULL)
    soup_message_headers_replace (headers, "If-None-Match", job->etag);
  if (job->last_modified != NULL)
    soup_message_headers_replace (headers, "If-Modified-Since", job->last_modified);
}

/* Behind a proxy the connection goes to the proxy, which may well be local, and
 * it is the proxy that looks up names: what can be judged is the name. */
static void
proxy_found_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  g_auto (GStrv) proxies = g_proxy_resolver_lookup_finish (G_PROXY_RESOLVER (source), result, NULL);
  gboolean direct = proxies == NULL || proxies[0] == NULL || g_str_equal (proxies[0], "direct://");
  SoupSession *session = job->may_be_local ? job->local_session : job->public_session;

  if (g_cancellable_is_cancelled (job->abort))
    {
      fail_with (task, SB_FEEDS_ERROR_CONNECTION, "Broken off");
      return;
    }
  if (direct)
    g_signal_connect (job->message, "network-event", G_CALLBACK (network_event_cb), job);
  soup_session_send_async (session, job->message, g_task_get_priority (task), job->abort, request_sent_cb, task);
}

/* Sends the request for the address that is next. */
static void
send_request (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  g_autofree char *url = g_uri_to_string (job->uri);

  g_clear_object (&job->abort);
  job->abort = g_cancellable_new ();
  g_cancellable_disconnect (g_task_get_cancellable (task), job->cancelled_id);
  job->cancelled_id = 0;
  if (g_task_get_cancellable (task) != NULL)
    job->cancelled_id = g_cancellable_connect (g_task_get_cancellable (task), G_CALLBACK (caller_cancelled_cb),
                                               g_object_ref (job->abort), g_object_unref);

  job->may_be_local = job->limits.allow_local && (job->n_redirects == 0 || job->was_local);
  if (!job->may_be_local && _sb_fetch_host_is_local (g_uri_get_host (job->uri)))
    {
      fail_with (task, job->n_redirects > 0 ? SB_FEEDS_ERROR_UNSAFE_REDIRECT : SB_FEEDS_ERROR_UNSAFE_ADDRESS,
                 "The address is on the local network");
      return;
    }

  if (job->message != NULL)
    g_signal_handlers_disconnect_by_data (job->message, job);
  g_clear_object (&job->message);
  job->message = soup_message_new_from_uri (SOUP_METHOD_GET, job->uri);
  soup_message_add_flags (job->message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_COLLECT_METRICS);
  add_headers (job);
  g_proxy_resolver_lookup_async (g_proxy_resolver_get_default (), url, job->abort, proxy_found_cb, task);
}

void
_sb_fetch_run (GTask *task,
               const SbFetchRequest *request,
               const SbFetchLimits *limits,
               SoupSession *public_session,
               SoupSession *local_session)
{
  Job *job = g_new0 (Job, 1);

  job->limits = *limits;
  job->public_session = g_object_ref (public_session);
  job->local_session = g_object_ref (local_session);
  job->uri = g_uri_parse (request->url, SOUP_HTTP_URI_FLAGS | G_URI_FLAGS_PARSE_RELAXED, NULL);
  job->etag = g_strdup (request->etag);
  job->last_modified = g_strdup (request->last_modified);
  job->body = g_byte_array_new ();
  job->all_permanent = TRUE;
  job->started = job->last_arrival = g_get_monotonic_time ();
  job->result = _sb_fetch_result_new ();
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);

  job->tick = g_timeout_source_new (TICK);
  g_source_set_callback (job->tick, time_passed_cb, job, NULL);
  g_source_attach (job->tick, g_main_context_get_thread_default ());
  send_request (g_object_ref (task));
}
