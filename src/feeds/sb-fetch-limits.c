/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-fetch-job-private.h"

#define MAX_HEADER_BYTES (256 * 1024)
/* A body that is packed, and perhaps once more on the way. */
#define MAX_CODINGS 2
/* What TLS and the frames of HTTP/2 take beside the body, in bytes. */
#define MAX_FRAMING (512 * 1024)
/* Answers that only announce the answer. */
#define MAX_INFORMATIONAL 20
/* How often the limits of time are looked at, in milliseconds. */
#define TICK 100
/* A main loop that is later than this many ticks was busy with something else. */
#define MAX_TICKS_LATE 4
/* How long a request that was broken off may take to end, in microseconds. */
#define GRACE 500000

gboolean
_sb_fetch_job_stop_watching (SbFetchJob *job)
{
  SbFetchWatch *watch = g_steal_pointer (&job->watch);

  return watch != NULL && _sb_fetch_guard_forget (job->shared->guard, watch);
}

/* Time that was waited, for others or because the main loop was busy, is not the
 * server’s. */
static void
discount (SbFetchJob *job,
          gint64 waited)
{
  job->started += waited;
  job->last_arrival += waited;
}

void
_sb_fetch_job_stop_waiting (SbFetchJob *job)
{
  discount (job, g_get_monotonic_time () - job->waits_since);
  job->waits_since = 0;
}

static gboolean
time_passed_cb (gpointer user_data)
{
  GTask *task = user_data;
  SbFetchJob *job = g_task_get_task_data (task);
  gint64 now = g_get_monotonic_time ();
  SoupMessageMetrics *metrics = job->message != NULL ? soup_message_get_metrics (job->message) : NULL;

  if (job->waits_since == 0 && now - job->last_tick > MAX_TICKS_LATE * TICK * 1000)
    discount (job, now - job->last_tick);
  job->last_tick = now;
  if (job->waits_since != 0)
    {
      if (job->is_starved)
        _sb_fetch_job_read (task);
      return G_SOURCE_CONTINUE;
    }

  /* libsoup may lose a request whose connection failed in the wrong moment. */
  if (job->broken_off != 0 && now - job->broken_off > GRACE)
    {
      _sb_fetch_job_fail (task, NULL);
      return G_SOURCE_REMOVE;
    }

  if (now - job->started > (gint64) job->limits.total_timeout * 1000)
    _sb_fetch_job_break_off (job, SB_FEEDS_ERROR_TIMEOUT, "The fetch took too long");
  else if (now - job->last_arrival > (gint64) job->limits.idle_timeout * 1000)
    _sb_fetch_job_break_off (job, SB_FEEDS_ERROR_TIMEOUT, "Nothing arrived for too long");
  else if (metrics != NULL &&
           soup_message_metrics_get_response_header_bytes_received (metrics) > MAX_HEADER_BYTES)
    _sb_fetch_job_break_off (job, SB_FEEDS_ERROR_TOO_LARGE, "The headers are too large");

  return G_SOURCE_CONTINUE;
}

/* Where HTTP/2 may be spoken. */
static void
watch_connection (SbFetchJob *job,
                  GSocketConnection *connection)
{
  _sb_fetch_job_stop_watching (job);
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
  SbFetchJob *job = user_data;
  g_autoptr (GSocketAddress) address = NULL;

  if (event == G_SOCKET_CLIENT_CONNECTED && G_IS_SOCKET_CONNECTION (connection))
    watch_connection (job, G_SOCKET_CONNECTION (connection));
  if (event != G_SOCKET_CLIENT_CONNECTING || job->may_be_local || !G_IS_SOCKET_CONNECTION (connection))
    return;

  address = g_socket_connection_get_remote_address (G_SOCKET_CONNECTION (connection), NULL);
  if (!G_IS_INET_SOCKET_ADDRESS (address) || G_IS_PROXY_ADDRESS (address))
    return;

  if (_sb_fetch_address_is_local (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address))))
    _sb_fetch_job_break_off (job, job->is_led ? SB_FEEDS_ERROR_UNSAFE_REDIRECT : SB_FEEDS_ERROR_UNSAFE_ADDRESS,
                             "The address is on the local network");
}

/* libsoup reads what comes before the answer for as long as it comes, and nothing
 * else is done meanwhile. */
static void
got_informational_cb (SoupMessage *message,
                      gpointer user_data)
{
  SbFetchJob *job = user_data;

  if (++job->n_informational > MAX_INFORMATIONAL)
    _sb_fetch_job_break_off (job, SB_FEEDS_ERROR_CONNECTION, "The server says again and again that it will answer");
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
      _sb_fetch_job_break_off (user_data, SB_FEEDS_ERROR_TOO_COMPLEX, "The body is packed too often");
    }
  else if (soup_message_headers_get_content_length (headers) < 0)
    {
      soup_message_headers_remove (headers, "Content-Length");
      _sb_fetch_job_break_off (user_data, SB_FEEDS_ERROR_INCOMPLETE, "The body is less than nothing");
    }
}

void
_sb_fetch_job_start_clock (GTask *task)
{
  SbFetchJob *job = g_task_get_task_data (task);

  job->started = job->last_arrival = job->last_tick = g_get_monotonic_time ();
  job->tick = g_timeout_source_new (TICK);
  g_source_set_callback (job->tick, time_passed_cb, task, NULL);
  g_source_attach (job->tick, g_main_context_get_thread_default ());
}

void
_sb_fetch_job_watch (SbFetchJob *job)
{
  g_signal_connect (job->message, "network-event", G_CALLBACK (network_event_cb), job);
  g_signal_connect (job->message, "got-informational", G_CALLBACK (got_informational_cb), job);
  g_signal_connect (job->message, "got-headers", G_CALLBACK (got_headers_cb), job);
}
