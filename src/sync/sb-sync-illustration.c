/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-sync-illustration.h"

#include "sb-feeds-error.h"
#include "sb-sync-private.h"
#include "sb-web-picture.h"

/* A photograph over a slow line; in milliseconds. */
#define TOTAL_TIMEOUT (3 * 60 * 1000)

/* What is looked at, in the order that servers are to prefer. */
#define ACCEPTED "image/webp,image/jpeg,image/png,image/gif;q=0.8"

G_DEFINE_QUARK (sb - illustration - error - quark, sb_illustration_error)

static void
fetched_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (SbFetchResult) fetch = sb_fetcher_fetch_finish (SB_FETCHER (object), result, &error);
  const GError *failure = fetch != NULL ? sb_fetch_result_get_error (fetch) : NULL;

  if (fetch == NULL)
    g_task_return_error (task, error);
  else if (failure != NULL)
    g_task_return_new_error (task, SB_ILLUSTRATION_ERROR, failure->code, "%s", failure->message);
  else
    g_task_return_pointer (task, g_bytes_ref (sb_fetch_result_get_body (fetch)), (GDestroyNotify) g_bytes_unref);
}

void
sb_sync_fetch_illustration_async (SbSync *self,
                                  const char *page,
                                  const char *address,
                                  SbOperation *operation,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *url = NULL;
  g_autoptr (SbFetchMessage) message = NULL;
  SbFetchRequest request = { 0 };

  g_return_if_fail (SB_IS_SYNC (self));
  g_return_if_fail (address != NULL);
  g_return_if_fail (operation == NULL || SB_IS_OPERATION (operation));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sb_sync_fetch_illustration_async);
  url = page != NULL ? sb_fetcher_follow (page, address) : g_strdup (address);
  if (url == NULL)
    {
      g_task_return_new_error (task, SB_ILLUSTRATION_ERROR, SB_FEEDS_ERROR_UNSAFE_REDIRECT, "%s: may not be led to", address);
      return;
    }

  message = sb_fetch_message_new ();
  sb_fetch_message_set_accept (message, ACCEPTED);
  if (page == NULL)
    sb_fetch_message_set_public_only (message);
  request.url = url;
  request.referrer = page;
  request.message = message;
  request.max_bytes = SB_WEB_PICTURE_MAX_BYTES;
  request.total_timeout = TOTAL_TIMEOUT;
  request.operation = operation;
  sb_fetcher_fetch_async (self->fetcher, &request, cancellable, fetched_cb, g_steal_pointer (&task));
}

GBytes *
sb_sync_fetch_illustration_finish (SbSync *self,
                                   GAsyncResult *result,
                                   GError **error)
{
  g_return_val_if_fail (SB_IS_SYNC (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
