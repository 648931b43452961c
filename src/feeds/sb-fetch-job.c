/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-fetch-private.h"

#include <string.h>

#include "sb-fetch-message-private.h"

#define MAX_REDIRECTS    5
#define MAX_HEADER_BYTES (256 * 1024)
#define CHUNK_SIZE       (64 * 1024) /* bytes */
/* A body that is packed, and perhaps once more on the way. */
#define MAX_CODINGS 2
/* What TLS and the frames of HTTP/2 take beside the body, in bytes. */
#define MAX_FRAMING (512 * 1024)
/* Answers that only announce the answer. */
#define MAX_INFORMATIONAL 20
/* Of what a service says with a refusal. */
#define MAX_EXPLANATION_BYTES (64 * 1024)
/* How often the limits of time are looked at, in milliseconds. */
#define TICK 100
/* A main loop that is later than this many ticks was busy with something else. */
#define MAX_TICKS_LATE 4
/* How long a request that was broken off may take to end, in microseconds. */
#define GRACE 500000

static const char accepted_types[] =
  "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, "
  "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.6, */*;q=0.1";

/* One fetch, from the first request over redirects to the last byte. Owned by
 * its task. */
typedef struct
{
  GTask *task; /* (owned) (nullable) until it is over */
  SbFetchLimits limits;
  const SbFetchShared *shared; /* (not owned) lasts longer */
  char *etag; /* (owned) (nullable) sent */
  char *last_modified; /* (owned) (nullable) sent */
  SbFetchMessage *sent; /* (owned) (nullable) */

  GUri *uri; /* (owned) of the request under way */
  SoupMessage *message; /* (owned) (nullable) */
  SbFetchWatch *watch; /* (owned) (nullable) over its connection */
  GInputStream *stream; /* (owned) (nullable) */
  GByteArray *body; /* (owned) (nullable) */
  gsize n_taken; /* of the budget, for the body */
  GCancellable *abort; /* (owned) of the request under way */
  GError *verdict; /* (owned) (nullable) why we broke it off ourselves */
  GError *refusal; /* (owned) (nullable) the server's, while it explains itself */
  gint64 broken_off; /* when: monotonic, microseconds; 0 when it was not */
  GSource *tick; /* (owned) (nullable) */
  gulong cancelled_id;
  guint n_redirects;
  guint n_informational; /* answers to the request under way */
  gboolean is_led; /* by a redirect, or by what named the address */
  gboolean may_be_local; /* the request under way may go to the local network */
  gboolean all_permanent; /* every redirect so far was */
  gboolean is_starved; /* waits for memory */
  gboolean is_patient; /* has not waited for it too long */
  gint64 waits_since; /* for memory or for a host: monotonic, microseconds; 0 when it does not */
  gint64 last_tick; /* monotonic, microseconds */
  gint64 started; /* monotonic, microseconds */
  gint64 last_arrival; /* monotonic, microseconds */
  SbFetchResult *result; /* (owned) filled on the way */
} Job;

static void send_request (GTask *task);
static void read_chunk (GTask *task);

static void
forget_message (Job *job)
{
  if (job->message != NULL)
    g_signal_handlers_disconnect_by_data (job->message, job);
  g_clear_object (&job->message);
}

static void
job_free (Job *job)
{
  g_free (job->etag);
  g_free (job->last_modified);
  g_clear_pointer (&job->sent, sb_fetch_message_unref);
  g_clear_pointer (&job->uri, g_uri_unref);
  forget_message (job);
  g_clear_object (&job->stream);
  g_clear_pointer (&job->body, g_byte_array_unref);
  g_clear_object (&job->abort);
  g_clear_error (&job->verdict);
  g_clear_error (&job->refusal);
  g_clear_pointer (&job->result, sb_fetch_result_unref);
  g_free (job);
}

/* TRUE when the guard had to cut it. */
static gboolean
stop_watching (Job *job)
{
  SbFetchWatch *watch = g_steal_pointer (&job->watch);

  return watch != NULL && _sb_fetch_guard_forget (job->shared->guard, watch);
}

static void
give_body_up (Job *job)
{
  if (job->body == NULL)
    return;

  _sb_fetch_budget_give (job->shared->budget, job->body, job->n_taken);
  job->n_taken = 0;
  g_clear_pointer (&job->body, g_byte_array_unref);
}

/* Breaks off the request under way; the first reason given is the one told. */
static void
break_off (Job *job,
           SbFeedsError code,
           const char *message)
{
  if (job->verdict == NULL)
    {
      g_set_error_literal (&job->verdict, SB_FEEDS_ERROR, (int) code, message);
      job->broken_off = g_get_monotonic_time ();
    }
  g_cancellable_cancel (job->abort);
}

/* What a call of libsoup is given to come back to: it may come after the fetch was
 * given up, or never. */
static GWeakRef *
new_handle (GTask *task)
{
  GWeakRef *handle = g_new0 (GWeakRef, 1);

  g_weak_ref_init (handle, task);
  return handle;
}

/* The task; NULL when its fetch is over. */
static GTask *
take_handle (GWeakRef *handle)
{
  GTask *task = g_weak_ref_get (handle);
  Job *job = task != NULL ? g_task_get_task_data (task) : NULL;

  g_weak_ref_clear (handle);
  g_free (handle);
  if (job != NULL && job->task == NULL)
    g_clear_object (&task);

  return task;
}

/* Ends the fetch. */
static void
finish (GTask *task,
        SbFetchOutcome outcome)
{
  Job *job = g_task_get_task_data (task);
  g_autoptr (GTask) owned = g_steal_pointer (&job->task);
  SbFetchResult *result = job->result;

  give_body_up (job);
  stop_watching (job);
  forget_message (job);
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

  if (stop_watching (job))
    break_off (job, SB_FEEDS_ERROR_TOO_LARGE, "More came than may");
  if (job->refusal != NULL)
    {
      /* However the explanation ended. */
      g_clear_error (&error);
      error = g_steal_pointer (&job->refusal);
    }
  else if (job->verdict != NULL)
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

/* Time that was waited, for others or because the main loop was busy, is not the
 * server’s. */
static void
discount (Job *job,
          gint64 waited)
{
  job->started += waited;
  job->last_arrival += waited;
}

static void
stop_waiting (Job *job)
{
  discount (job, g_get_monotonic_time () - job->waits_since);
  job->waits_since = 0;
}

static gboolean
time_passed_cb (gpointer user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  gint64 now = g_get_monotonic_time ();
  SoupMessageMetrics *metrics = job->message != NULL ? soup_message_get_metrics (job->message) : NULL;

  if (job->waits_since == 0 && now - job->last_tick > MAX_TICKS_LATE * TICK * 1000)
    discount (job, now - job->last_tick);
  job->last_tick = now;
  if (job->waits_since != 0)
    {
      if (job->is_starved)
        read_chunk (task);
      return G_SOURCE_CONTINUE;
    }

  /* libsoup may lose a request whose connection failed in the wrong moment. */
  if (job->broken_off != 0 && now - job->broken_off > GRACE)
    {
      fail (task, NULL);
      return G_SOURCE_REMOVE;
    }

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

/* Where HTTP/2 may be spoken. */
static void
watch_connection (Job *job,
                  GSocketConnection *connection)
{
  stop_watching (job);
  if (g_str_equal (g_uri_get_scheme (job->uri), "https"))
    job->watch = _sb_fetch_guard_watch (job->shared->guard, g_socket_connection_get_socket (connection),
                                        job->limits.max_bytes + MAX_FRAMING);
}

/* The address is checked where the connection is made: a name may stand for
 * any address, and for another one each time it is asked. Behind a proxy the
 * connection goes to the proxy, which may well be local, and it is the proxy that
 * looks up names: what can be judged there is the name, and that was. */
static void
network_event_cb (SoupMessage *message,
                  GSocketClientEvent event,
                  GIOStream *connection,
                  gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GSocketAddress) address = NULL;

  if (event == G_SOCKET_CLIENT_CONNECTED && G_IS_SOCKET_CONNECTION (connection))
    watch_connection (job, G_SOCKET_CONNECTION (connection));
  if (event != G_SOCKET_CLIENT_CONNECTING || job->may_be_local || !G_IS_SOCKET_CONNECTION (connection))
    return;

  address = g_socket_connection_get_remote_address (G_SOCKET_CONNECTION (connection), NULL);
  if (!G_IS_INET_SOCKET_ADDRESS (address) || G_IS_PROXY_ADDRESS (address))
    return;

  if (_sb_fetch_address_is_local (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address))))
    break_off (job, job->is_led ? SB_FEEDS_ERROR_UNSAFE_REDIRECT : SB_FEEDS_ERROR_UNSAFE_ADDRESS,
               "The address is on the local network");
}

/* libsoup reads what comes before the answer for as long as it comes, and nothing
 * else is done meanwhile. */
static void
got_informational_cb (SoupMessage *message,
                      gpointer user_data)
{
  Job *job = user_data;

  if (++job->n_informational > MAX_INFORMATIONAL)
    break_off (job, SB_FEEDS_ERROR_CONNECTION, "The server says again and again that it will answer");
}

/* Each coding is a decoder with memory of its own, and a header has room for
 * thousands; libsoup believes a length below zero. */
static void
got_headers_cb (SoupMessage *message,
                gpointer user_data)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);

  if (_sb_fetch_count_codings (headers) > MAX_CODINGS)
    {
      soup_message_headers_remove (headers, "Content-Encoding");
      break_off (user_data, SB_FEEDS_ERROR_TOO_COMPLEX, "The body is packed too often");
    }
  else if (soup_message_headers_get_content_length (headers) < 0)
    {
      soup_message_headers_remove (headers, "Content-Length");
      break_off (user_data, SB_FEEDS_ERROR_INCOMPLETE, "The body is less than nothing");
    }
}

static char *
dup_header (Job *job,
            const char *name)
{
  return g_strdup (soup_message_headers_get_one (soup_message_get_response_headers (job->message), name));
}

static void
note_answer (Job *job)
{
  SbFetchResult *result = job->result;
  SoupMessageHeaders *headers = soup_message_get_response_headers (job->message);

  job->last_arrival = g_get_monotonic_time ();
  result->status = soup_message_get_status (job->message);
  result->retry_after = _sb_fetch_read_retry_after (headers);
  result->fresh_until = _sb_fetch_read_fresh_until (headers);
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

  if (location == NULL || job->n_redirects >= MAX_REDIRECTS)
    {
      g_set_error_literal (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_REDIRECTS,
                           location == NULL ? "A redirect without an address" : "Too many redirects");
      return NULL;
    }
  target = g_uri_parse_relative (job->uri, location, SOUP_HTTP_URI_FLAGS | G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (target != NULL && !_sb_fetch_may_lead (job->uri, target, error))
    return NULL;

  if (target == NULL || g_uri_get_host (target) == NULL || g_uri_get_host (target)[0] == '\0')
    {
      g_set_error (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_REDIRECTS, "A redirect to “%.200s”", location);
      return NULL;
    }
  if (job->sent != NULL &&
      !_sb_fetch_message_may_follow (job->sent, job->uri, target, soup_message_get_status (job->message), error))
    return NULL;

  return g_steal_pointer (&target);
}

static void
follow_redirect (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  GUri *target = read_location (job, &error);
  guint status = soup_message_get_status (job->message);
  gboolean same_host;

  if (target == NULL)
    {
      fail (task, error);
      return;
    }

  same_host = g_ascii_strcasecmp (g_uri_get_host (job->uri), g_uri_get_host (target)) == 0;
  /* From the local network to the local network only. */
  job->may_be_local = job->may_be_local && _sb_fetch_host_is_local (g_uri_get_host (target));
  job->is_led = TRUE;
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
  if (same_host)
    {
      send_request (task);
      return;
    }

  job->waits_since = g_get_monotonic_time ();
  job->shared->move (task, g_uri_get_host (job->uri), job->shared->data);
}

static void
keep_validators (Job *job)
{
  if (job->result->etag == NULL)
    job->result->etag = g_strdup (job->etag);
  if (job->result->last_modified == NULL)
    job->result->last_modified = g_strdup (job->last_modified);
}

/* A server that was asked as a service is let finish its sentence. */
static void
refuse (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  guint status = job->result->status;
  GError *error = g_error_new (SB_FEEDS_ERROR, (int) _sb_fetch_status_to_code (status), "HTTP %u %s", status,
                               soup_message_get_reason_phrase (job->message));

  if (job->sent == NULL)
    {
      fail (task, error);
      return;
    }

  job->refusal = error;
  read_chunk (task);
}

static void
finish_explanation (GTask *task)
{
  Job *job = g_task_get_task_data (task);

  if (job->body->len > 0)
    job->result->explanation = g_byte_array_free_to_bytes (g_steal_pointer (&job->body));
  fail (task, NULL);
}

static void
request_sent_cb (GObject *source,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (GTask) task = take_handle (user_data);
  GError *error = NULL;
  g_autoptr (GInputStream) stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  Job *job;
  guint status;

  if (task == NULL)
    {
      g_clear_error (&error);
      return;
    }

  job = g_task_get_task_data (task);
  job->stream = g_steal_pointer (&stream);
  if (job->stream == NULL)
    {
      _sb_fetch_translate_error (&error);
      /* There is nothing yet that could be incomplete. */
      if (error->code == SB_FEEDS_ERROR_INCOMPLETE)
        error->code = SB_FEEDS_ERROR_CONNECTION;
      fail (task, error);
      return;
    }

  note_answer (job);
  status = job->result->status;
  if (is_redirect (status))
    follow_redirect (task);
  else if (status == SOUP_STATUS_NOT_MODIFIED && (job->etag != NULL || job->last_modified != NULL))
    {
      keep_validators (job);
      finish (task, SB_FETCH_NOT_MODIFIED);
    }
  else if (status == SOUP_STATUS_PARTIAL_CONTENT)
    fail_with (task, SB_FEEDS_ERROR_INCOMPLETE, "A part that was not asked for");
  else if (!SOUP_STATUS_IS_SUCCESSFUL (status))
    refuse (task);
  else if (soup_message_headers_get_content_length (soup_message_get_response_headers (job->message)) >
           (goffset) job->limits.max_bytes)
    fail_with (task, SB_FEEDS_ERROR_TOO_LARGE, "The body is too large");
  else
    read_chunk (task);
}

/* libsoup takes a connection that closes too early for the end of the body. What
 * it counts is wrong after an answer that only announced this one. */
static gboolean
is_complete (Job *job)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (job->message);
  goffset length = soup_message_headers_get_content_length (headers);

  if (soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CONTENT_LENGTH)
    return TRUE;

  if (_sb_fetch_count_codings (headers) == 0)
    return length <= (goffset) job->body->len;

  return job->n_informational > 0 || length <= job->result->n_bytes;
}

static void
finish_body (GTask *task)
{
  Job *job = g_task_get_task_data (task);

  if (job->refusal != NULL)
    {
      finish_explanation (task);
      return;
    }
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
  job->result->body = _sb_fetch_budget_wrap (job->shared->budget, g_steal_pointer (&job->body), job->n_taken);
  finish (task, SB_FETCH_UPDATED);
}

/* A decoder that fails says no more than that. */
static void
fail_to_read (GTask *task,
              GError *error)
{
  Job *job = g_task_get_task_data (task);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_FAILED) &&
      _sb_fetch_count_codings (soup_message_get_response_headers (job->message)) > 0)
    error->code = G_IO_ERROR_INVALID_DATA;
  fail (task, error);
}

static void
chunk_read_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (GTask) task = take_handle (user_data);
  GError *error = NULL;
  g_autoptr (GBytes) chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  Job *job;
  SoupMessageMetrics *metrics;

  if (task == NULL)
    {
      g_clear_error (&error);
      return;
    }

  job = g_task_get_task_data (task);
  metrics = soup_message_get_metrics (job->message);
  if (metrics != NULL)
    job->result->n_bytes = (gint64) soup_message_metrics_get_response_body_bytes_received (metrics);
  if (chunk == NULL)
    {
      fail_to_read (task, error);
      return;
    }
  if (g_bytes_get_size (chunk) == 0)
    {
      finish_body (task);
      return;
    }

  job->last_arrival = g_get_monotonic_time ();
  if (job->refusal != NULL && job->body->len + g_bytes_get_size (chunk) > MAX_EXPLANATION_BYTES)
    {
      finish_explanation (task);
      return;
    }
  if (job->body->len + g_bytes_get_size (chunk) > job->limits.max_bytes)
    {
      fail_with (task, SB_FEEDS_ERROR_TOO_LARGE, "The body is too large");
      return;
    }
  g_byte_array_append (job->body, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
  read_chunk (task);
}

/* FALSE when others have to end first: it is tried again at each tick. Who keeps
 * what he got for very long must not stop others for ever. */
static gboolean
take_memory (Job *job)
{
  gsize n_bytes = job->body->len + CHUNK_SIZE - job->n_taken;
  gint64 now = g_get_monotonic_time ();

  if (job->is_starved && now - job->waits_since > (gint64) job->limits.total_timeout * 1000)
    job->is_patient = FALSE;

  if (!job->is_patient)
    _sb_fetch_budget_force (job->shared->budget, n_bytes);
  else if (!_sb_fetch_budget_take (job->shared->budget, job->body, n_bytes))
    {
      job->waits_since = job->is_starved ? job->waits_since : now;
      job->is_starved = TRUE;
      return FALSE;
    }

  job->n_taken += n_bytes;
  if (job->is_starved)
    stop_waiting (job);
  job->is_starved = FALSE;
  return TRUE;
}

static void
read_chunk (GTask *task)
{
  Job *job = g_task_get_task_data (task);

  if (g_cancellable_is_cancelled (job->abort))
    fail_with (task, SB_FEEDS_ERROR_CONNECTION, "Broken off");
  else if (take_memory (job))
    g_input_stream_read_bytes_async (job->stream, CHUNK_SIZE, g_task_get_priority (task), job->abort, chunk_read_cb,
                                     new_handle (task));
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
  if (job->sent != NULL)
    _sb_fetch_message_apply (job->sent, job->message);
}

/* Sends the request for the address that is next. */
static void
send_request (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  SoupSession *session = job->may_be_local ? job->shared->local_session : job->shared->public_session;

  stop_watching (job);
  job->n_informational = 0;
  g_clear_object (&job->abort);
  job->abort = g_cancellable_new ();
  g_cancellable_disconnect (g_task_get_cancellable (task), job->cancelled_id);
  job->cancelled_id = 0;
  if (g_task_get_cancellable (task) != NULL)
    job->cancelled_id = g_cancellable_connect (g_task_get_cancellable (task), G_CALLBACK (caller_cancelled_cb),
                                               g_object_ref (job->abort), g_object_unref);

  if (!job->may_be_local && _sb_fetch_host_is_local (g_uri_get_host (job->uri)))
    {
      fail_with (task, job->is_led ? SB_FEEDS_ERROR_UNSAFE_REDIRECT : SB_FEEDS_ERROR_UNSAFE_ADDRESS,
                 "The address is on the local network");
      return;
    }

  forget_message (job);
  job->message = soup_message_new_from_uri (job->sent != NULL && job->sent->body != NULL ? SOUP_METHOD_POST : SOUP_METHOD_GET,
                                            job->uri);
  soup_message_add_flags (job->message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_COLLECT_METRICS);
  /* By HTTP/2 fetches would share a connection, and what is counted of it. */
  if (g_str_equal (g_uri_get_scheme (job->uri), "https"))
    soup_message_add_flags (job->message, SOUP_MESSAGE_NEW_CONNECTION);
  add_headers (job);
  g_signal_connect (job->message, "network-event", G_CALLBACK (network_event_cb), job);
  g_signal_connect (job->message, "got-informational", G_CALLBACK (got_informational_cb), job);
  g_signal_connect (job->message, "got-headers", G_CALLBACK (got_headers_cb), job);
  soup_session_send_async (session, job->message, g_task_get_priority (task), job->abort, request_sent_cb,
                           new_handle (task));
}

void
_sb_fetch_go_on (GTask *task)
{
  stop_waiting (g_task_get_task_data (task));
  send_request (task);
}

/* Whether @request is for an address that somebody else chose, and may be where
 * that one leads. */
static gboolean
check_referrer (Job *job,
                const SbFetchRequest *request,
                GError **error)
{
  g_autoptr (GUri) referrer = NULL;

  if (request->referrer == NULL)
    return TRUE;

  job->is_led = TRUE;
  referrer = g_uri_parse (request->referrer, SOUP_HTTP_URI_FLAGS | G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (referrer == NULL || g_uri_get_host (referrer) == NULL || !_sb_fetch_host_is_local (g_uri_get_host (referrer)))
    job->may_be_local = FALSE;

  return referrer == NULL || _sb_fetch_may_lead (referrer, job->uri, error);
}

void
_sb_fetch_run (GTask *task,
               const SbFetchRequest *request,
               const SbFetchLimits *limits,
               const SbFetchShared *shared)
{
  Job *job = g_new0 (Job, 1);
  GError *error = NULL;

  job->limits = *limits;
  job->shared = shared;
  job->uri = g_uri_parse (request->url, SOUP_HTTP_URI_FLAGS | G_URI_FLAGS_PARSE_RELAXED, NULL);
  job->etag = g_strdup (request->etag);
  job->last_modified = g_strdup (request->last_modified);
  job->sent = request->message != NULL ? sb_fetch_message_ref (request->message) : NULL;
  job->body = g_byte_array_new ();
  job->all_permanent = TRUE;
  job->is_patient = TRUE;
  job->may_be_local = limits->allow_local && _sb_fetch_host_is_local (g_uri_get_host (job->uri)) &&
                      (job->sent == NULL || !job->sent->is_public_only);
  job->started = job->last_arrival = job->last_tick = g_get_monotonic_time ();
  job->result = _sb_fetch_result_new ();
  job->task = g_object_ref (task);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);

  job->tick = g_timeout_source_new (TICK);
  g_source_set_callback (job->tick, time_passed_cb, task, NULL);
  g_source_attach (job->tick, g_main_context_get_thread_default ());

  if (check_referrer (job, request, &error))
    send_request (task);
  else
    fail (task, error);
}
