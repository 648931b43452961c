/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-sync-private.h"

#include "sb-feed-link.h"

void
_sb_feed_answer_free (SbFeedAnswer *self)
{
  g_clear_pointer (&self->fetch, sb_fetch_result_unref);
  g_clear_pointer (&self->digest, sb_feed_digest_unref);
  g_clear_error (&self->unread);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_free (self);
}

/* What was asked for; the data of its task. */
typedef struct
{
  SbFeedDigestFlags flags;
  SbFetchResult *fetch; /* (owned) (nullable) until it has come */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_clear_pointer (&asking->fetch, sb_fetch_result_unref);
  g_free (asking);
}

/* Run in one of the readers. */
static void
read_answer (GTask *task,
             gpointer source_object,
             gpointer task_data,
             GCancellable *cancellable)
{
  const Asking *asking = task_data;
  SbFetchResult *fetch = asking->fetch;
  GBytes *body = sb_fetch_result_get_body (fetch);
  const char *url = sb_fetch_result_get_url (fetch);
  g_autoptr (SbFeedAnswer) answer = g_new0 (SbFeedAnswer, 1);

  answer->fetch = sb_fetch_result_ref (fetch);
  answer->digest = sb_feed_digest_new (body, url, sb_fetch_result_get_content_type (fetch), asking->flags, cancellable,
                                       &answer->unread);
  if (g_error_matches (answer->unread, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_steal_pointer (&answer->unread));
      return;
    }

  if (g_error_matches (answer->unread, SB_FEEDS_ERROR, SB_FEEDS_ERROR_HTML))
    answer->links = sb_html_find_feeds (body, NULL, url);

  g_task_return_pointer (task, g_steal_pointer (&answer), (GDestroyNotify) _sb_feed_answer_free);
}

static void
fetched_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbFetchResult) fetch = NULL;
  SbSync *self;
  SbFeedAnswer *answer;

  fetch = sb_fetcher_fetch_finish (SB_FETCHER (object), result, &error);
  if (fetch == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self = g_task_get_source_object (task);
  if (sb_fetch_result_get_outcome (fetch) == SB_FETCH_UPDATED)
    {
      ((Asking *) g_task_get_task_data (task))->fetch = g_steal_pointer (&fetch);
      sb_worker_push (_sb_sync_next_reader (self), task, G_PRIORITY_DEFAULT, read_answer);
      return;
    }

  answer = g_new0 (SbFeedAnswer, 1);
  answer->fetch = g_steal_pointer (&fetch);
  g_task_return_pointer (task, answer, (GDestroyNotify) _sb_feed_answer_free);
}

void
_sb_sync_ask_async (SbSync *self,
                    const SbFetchRequest *request,
                    SbFeedDigestFlags flags,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Asking *asking = g_new0 (Asking, 1);

  asking->flags = flags;
  g_task_set_source_tag (task, _sb_sync_ask_async);
  g_task_set_task_data (task, asking, asking_free);
  sb_fetcher_fetch_async (self->fetcher, request, cancellable, fetched_cb, task);
}

SbFeedAnswer *
_sb_sync_ask_finish (SbSync *self,
                     GAsyncResult *result,
                     GError **error)
{
  g_assert (g_task_is_valid (result, self));

  return g_task_propagate_pointer (G_TASK (result), error);
}
