/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-fetch-job-private.h"

#define CHUNK_SIZE (64 * 1024) /* bytes */
/* Of what a service says with a refusal. */
#define MAX_EXPLANATION_BYTES (64 * 1024)

static void
finish_explanation (GTask *task)
{
  SbFetchJob *job = g_task_get_task_data (task);

  if (job->body->len > 0)
    job->result->explanation = g_byte_array_free_to_bytes (g_steal_pointer (&job->body));
  _sb_fetch_job_fail (task, NULL);
}

/* libsoup takes a connection that closes too early for the end of the body. What
 * it counts is wrong after an answer that only announced this one. */
static gboolean
is_complete (SbFetchJob *job)
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
  SbFetchJob *job = g_task_get_task_data (task);

  if (job->refusal != NULL)
    {
      finish_explanation (task);
      return;
    }
  if (!is_complete (job))
    {
      _sb_fetch_job_fail_with (task, SB_FEEDS_ERROR_INCOMPLETE, "The body is shorter than announced");
      return;
    }
  if (job->body->len == 0)
    {
      _sb_fetch_job_fail_with (task, SB_FEEDS_ERROR_EMPTY, "The answer is empty");
      return;
    }
  job->result->body = _sb_fetch_budget_wrap (job->shared->budget, g_steal_pointer (&job->body), job->n_taken);
  _sb_fetch_job_finish (task, SB_FETCH_UPDATED);
}

/* A decoder that fails says no more than that. */
static void
fail_to_read (GTask *task,
              GError *error)
{
  SbFetchJob *job = g_task_get_task_data (task);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_FAILED) &&
      _sb_fetch_count_codings (soup_message_get_response_headers (job->message)) > 0)
    error->code = G_IO_ERROR_INVALID_DATA;
  _sb_fetch_job_fail (task, error);
}

/* How far it is, where the server says how much there will be. */
static void
report (SbFetchJob *job)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (job->message);
  goffset length = soup_message_headers_get_content_length (headers);
  gboolean is_known = soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH && length > 0;

  if (job->operation != NULL && job->refusal == NULL)
    sb_operation_report_progress (job->operation, is_known ? MIN (1, (double) job->result->n_bytes / (double) length) : -1, NULL);
}

static void
chunk_read_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (GTask) task = _sb_fetch_job_take_handle (user_data);
  GError *error = NULL;
  g_autoptr (GBytes) chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  SbFetchJob *job;
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
      _sb_fetch_job_fail_with (task, SB_FEEDS_ERROR_TOO_LARGE, "The body is too large");
      return;
    }
  g_byte_array_append (job->body, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
  report (job);
  _sb_fetch_job_read (task);
}

/* FALSE when others have to end first: it is tried again at each tick. Who keeps
 * what he got for very long must not stop others for ever. */
static gboolean
take_memory (SbFetchJob *job)
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
    _sb_fetch_job_stop_waiting (job);
  job->is_starved = FALSE;
  return TRUE;
}

void
_sb_fetch_job_read (GTask *task)
{
  SbFetchJob *job = g_task_get_task_data (task);

  if (g_cancellable_is_cancelled (job->abort))
    _sb_fetch_job_fail_with (task, SB_FEEDS_ERROR_CONNECTION, "Broken off");
  else if (take_memory (job))
    g_input_stream_read_bytes_async (job->stream, CHUNK_SIZE, g_task_get_priority (task), job->abort, chunk_read_cb,
                                     _sb_fetch_job_new_handle (task));
}
