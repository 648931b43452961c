/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-fetch-job-private.h"

#include "sb-fetch-message-private.h"

#define MAX_REDIRECTS 5

/* Where the answer points to, or NULL and why it is not followed. */
static GUri *
read_location (SbFetchJob *job,
               GError **error)
{
  g_autofree char *location = _sb_fetch_job_dup_header (job, "Location");
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

void
_sb_fetch_job_follow (GTask *task)
{
  SbFetchJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  GUri *target = read_location (job, &error);
  guint status = soup_message_get_status (job->message);
  gboolean same_host;

  if (target == NULL)
    {
      _sb_fetch_job_fail (task, error);
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
      _sb_fetch_job_send (task);
      return;
    }

  job->waits_since = g_get_monotonic_time ();
  job->shared->move (task, g_uri_get_host (job->uri), job->shared->data);
}
