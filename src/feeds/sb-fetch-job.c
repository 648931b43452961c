/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-fetch-job-private.h"

#include "sb-fetch-message-private.h"

static const char accepted_types[] =
  "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, "
  "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.6, */*;q=0.1";

static void
forget_message (SbFetchJob *job)
{
  if (job->message != NULL)
    g_signal_handlers_disconnect_by_data (job->message, job);
  g_clear_object (&job->message);
}

static void
job_free (SbFetchJob *job)
{
  g_free (job->etag);
  g_free (job->last_modified);
  g_clear_pointer (&job->sent, sb_fetch_message_unref);
  g_clear_object (&job->operation);
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

static void
give_body_up (SbFetchJob *job)
{
  if (job->body == NULL)
    return;

  _sb_fetch_budget_give (job->shared->budget, job->body, job->n_taken);
  job->n_taken = 0;
  g_clear_pointer (&job->body, g_byte_array_unref);
}

void
_sb_fetch_job_break_off (SbFetchJob *job,
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

GWeakRef *
_sb_fetch_job_new_handle (GTask *task)
{
  GWeakRef *handle = g_new0 (GWeakRef, 1);

  g_weak_ref_init (handle, task);
  return handle;
}

GTask *
_sb_fetch_job_take_handle (GWeakRef *handle)
{
  GTask *task = g_weak_ref_get (handle);
  SbFetchJob *job = task != NULL ? g_task_get_task_data (task) : NULL;

  g_weak_ref_clear (handle);
  g_free (handle);
  if (job != NULL && job->task == NULL)
    g_clear_object (&task);

  return task;
}

void
_sb_fetch_job_finish (GTask *task,
                      SbFetchOutcome outcome)
{
  SbFetchJob *job = g_task_get_task_data (task);
  g_autoptr (GTask) owned = g_steal_pointer (&job->task);
  SbFetchResult *result = job->result;

  give_body_up (job);
  _sb_fetch_job_stop_watching (job);
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

void
_sb_fetch_job_fail (GTask *task,
                    GError *error)
{
  SbFetchJob *job = g_task_get_task_data (task);

  if (_sb_fetch_job_stop_watching (job))
    _sb_fetch_job_break_off (job, SB_FEEDS_ERROR_TOO_LARGE, "More came than may");
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
  _sb_fetch_job_finish (task, SB_FETCH_FAILED);
}

void
_sb_fetch_job_fail_with (GTask *task,
                         SbFeedsError code,
                         const char *message)
{
  _sb_fetch_job_fail (task, g_error_new_literal (SB_FEEDS_ERROR, (int) code, message));
}

static void
caller_cancelled_cb (GCancellable *cancellable,
                     gpointer user_data)
{
  g_cancellable_cancel (G_CANCELLABLE (user_data));
}

char *
_sb_fetch_job_dup_header (SbFetchJob *job,
                          const char *name)
{
  return g_strdup (soup_message_headers_get_one (soup_message_get_response_headers (job->message), name));
}

static void
note_answer (SbFetchJob *job)
{
  SbFetchResult *result = job->result;
  SoupMessageHeaders *headers = soup_message_get_response_headers (job->message);

  job->last_arrival = g_get_monotonic_time ();
  result->status = soup_message_get_status (job->message);
  result->retry_after = _sb_fetch_read_retry_after (headers);
  result->fresh_until = _sb_fetch_read_fresh_until (headers);
  g_free (result->content_type);
  result->content_type = _sb_fetch_job_dup_header (job, "Content-Type");
  g_free (result->etag);
  result->etag = _sb_fetch_job_dup_header (job, "ETag");
  g_free (result->last_modified);
  result->last_modified = _sb_fetch_job_dup_header (job, "Last-Modified");
}

static gboolean
is_redirect (guint status)
{
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

static void
keep_validators (SbFetchJob *job)
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
  SbFetchJob *job = g_task_get_task_data (task);
  guint status = job->result->status;
  GError *error = g_error_new (SB_FEEDS_ERROR, (int) _sb_fetch_status_to_code (status), "HTTP %u %s", status,
                               soup_message_get_reason_phrase (job->message));

  if (job->sent == NULL)
    {
      _sb_fetch_job_fail (task, error);
      return;
    }

  job->refusal = error;
  _sb_fetch_job_read (task);
}

static void
request_sent_cb (GObject *source,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (GTask) task = _sb_fetch_job_take_handle (user_data);
  GError *error = NULL;
  g_autoptr (GInputStream) stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  SbFetchJob *job;
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
      _sb_fetch_job_fail (task, error);
      return;
    }

  note_answer (job);
  status = job->result->status;
  if (is_redirect (status))
    _sb_fetch_job_follow (task);
  else if (status == SOUP_STATUS_NOT_MODIFIED && (job->etag != NULL || job->last_modified != NULL))
    {
      keep_validators (job);
      _sb_fetch_job_finish (task, SB_FETCH_NOT_MODIFIED);
    }
  else if (status == SOUP_STATUS_PARTIAL_CONTENT)
    _sb_fetch_job_fail_with (task, SB_FEEDS_ERROR_INCOMPLETE, "A part that was not asked for");
  else if (!SOUP_STATUS_IS_SUCCESSFUL (status))
    refuse (task);
  else if (soup_message_headers_get_content_length (soup_message_get_response_headers (job->message)) >
           (goffset) job->limits.max_bytes)
    _sb_fetch_job_fail_with (task, SB_FEEDS_ERROR_TOO_LARGE, "The body is too large");
  else
    _sb_fetch_job_read (task);
}

static void
add_headers (SbFetchJob *job)
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

void
_sb_fetch_job_send (GTask *task)
{
  SbFetchJob *job = g_task_get_task_data (task);
  SoupSession *session = job->may_be_local ? job->shared->local_session : job->shared->public_session;

  _sb_fetch_job_stop_watching (job);
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
      _sb_fetch_job_fail_with (task, job->is_led ? SB_FEEDS_ERROR_UNSAFE_REDIRECT : SB_FEEDS_ERROR_UNSAFE_ADDRESS,
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
  _sb_fetch_job_watch (job);
  soup_session_send_async (session, job->message, g_task_get_priority (task), job->abort, request_sent_cb,
                           _sb_fetch_job_new_handle (task));
}

void
_sb_fetch_go_on (GTask *task)
{
  _sb_fetch_job_stop_waiting (g_task_get_task_data (task));
  _sb_fetch_job_send (task);
}

/* Whether @request is for an address that somebody else chose, and may be where
 * that one leads. */
static gboolean
check_referrer (SbFetchJob *job,
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
  SbFetchJob *job = g_new0 (SbFetchJob, 1);
  GError *error = NULL;

  job->limits = *limits;
  job->shared = shared;
  job->uri = g_uri_parse (request->url, SOUP_HTTP_URI_FLAGS | G_URI_FLAGS_PARSE_RELAXED, NULL);
  job->etag = g_strdup (request->etag);
  job->last_modified = g_strdup (request->last_modified);
  job->sent = request->message != NULL ? sb_fetch_message_ref (request->message) : NULL;
  job->operation = request->operation != NULL ? g_object_ref (request->operation) : NULL;
  job->body = g_byte_array_new ();
  job->all_permanent = TRUE;
  job->is_patient = TRUE;
  job->may_be_local = limits->allow_local && _sb_fetch_host_is_local (g_uri_get_host (job->uri)) &&
                      (job->sent == NULL || !job->sent->is_public_only);
  job->result = _sb_fetch_result_new ();
  job->task = g_object_ref (task);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);

  _sb_fetch_job_start_clock (task);
  if (check_referrer (job, request, &error))
    _sb_fetch_job_send (task);
  else
    _sb_fetch_job_fail (task, error);
}
