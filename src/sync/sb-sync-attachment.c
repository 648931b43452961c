/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-sync-attachment.h"

#include "sb-attachment-intake.h"
#include "sb-feeds-error.h"
#include "sb-sync-private.h"

/* Reports with pictures are larger than feeds, and slow lines are what there is. */
#define MAX_BYTES     (32 * 1024 * 1024)
#define TOTAL_TIMEOUT (10 * 60 * 1000) /* milliseconds */

/* One that is under way; the data of its task. Other threads look at it while the task
 * waits for them, and hold no reference: who gives up the last one is the main thread. */
typedef struct
{
  gint64 document;
  char *url; /* (owned) */
  SbOperation *operation; /* (owned) (nullable) */
  SbAttachmentWanted *wanted; /* (owned) (nullable) until it is known */
  SbFetchResult *fetch; /* (owned) (nullable) until it was fetched */
  SbAttachmentDraft *draft; /* (owned) (nullable) until it was read */
} Fetch;

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  g_free (fetch->url);
  g_clear_object (&fetch->operation);
  sb_attachment_wanted_free (fetch->wanted);
  g_clear_pointer (&fetch->fetch, sb_fetch_result_unref);
  sb_attachment_draft_free (fetch->draft);
  g_free (fetch);
}

static void
stored_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gint64 *id = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (id == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, id, g_free);
}

/* Run in the worker of the catalogue. */
static gpointer
store_file (SbStore *store,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  const Fetch *fetch = data;
  gint64 id = sb_attachment_intake (store, fetch->wanted, fetch->draft, error);

  return id != 0 ? g_memdup2 (&id, sizeof id) : NULL;
}

static void
read_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  SbSync *self = SB_SYNC (object);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  sb_catalogue_run_writer_async (self->catalogue, store_file, g_task_get_task_data (task), NULL, g_free,
                                 g_task_get_cancellable (task), stored_cb, g_object_ref (task));
}

/* Run in one of the readers. */
static void
read_file (GTask *task,
           gpointer source_object,
           gpointer task_data,
           GCancellable *cancellable)
{
  Fetch *fetch = task_data;
  GError *error = NULL;

  fetch->draft = sb_attachment_draft_new (fetch->wanted, fetch->fetch, cancellable, &error);
  if (fetch->draft == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
fetched_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SbSync *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GTask) reading = NULL;

  fetch->fetch = sb_fetcher_fetch_finish (SB_FETCHER (object), result, &error);
  if (fetch->fetch == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  /* Reading takes as long as it takes. */
  if (fetch->operation != NULL)
    sb_operation_report_progress (fetch->operation, -1, NULL);
  reading = g_task_new (self, g_task_get_cancellable (task), read_cb, g_object_ref (task));
  g_task_set_source_tag (reading, fetched_cb);
  g_task_set_task_data (reading, fetch, NULL);
  sb_worker_push (_sb_sync_next_reader (self), reading, G_PRIORITY_DEFAULT, read_file);
}

static void
start_fetch (GTask *task)
{
  SbSync *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  const SbAttachmentWanted *wanted = fetch->wanted;
  g_autofree char *url = wanted->referrer != NULL ? sb_fetcher_follow (wanted->referrer, wanted->url) : g_strdup (wanted->url);
  g_autoptr (SbFetchMessage) message = sb_fetch_message_new ();
  SbFetchRequest request = {
    .url = url,
    .referrer = wanted->referrer,
    .message = message,
    .max_bytes = MAX_BYTES,
    .total_timeout = TOTAL_TIMEOUT,
    .operation = fetch->operation,
  };

  if (url == NULL)
    {
      g_task_return_new_error (task, SB_ATTACHMENT_ERROR, SB_FEEDS_ERROR_UNSAFE_REDIRECT, "%s: may not be led to", wanted->url);
      return;
    }

  sb_fetch_message_set_accept (message, "*/*");
  if (wanted->referrer == NULL)
    sb_fetch_message_set_public_only (message);
  sb_fetcher_fetch_async (self->fetcher, &request, g_task_get_cancellable (task), fetched_cb, g_object_ref (task));
}

/* Run in the worker of the catalogue. */
static gpointer
look_up (SbStore *store,
         gpointer data,
         GCancellable *cancellable,
         GError **error)
{
  const Fetch *fetch = data;

  return sb_attachment_wanted_new (store, fetch->document, fetch->url, error);
}

static void
looked_up_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;

  fetch->wanted = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  if (fetch->wanted == NULL)
    g_task_return_error (task, error);
  else
    start_fetch (task);
}

void
sb_sync_fetch_attachment_async (SbSync *self,
                                gint64 document,
                                const char *url,
                                SbOperation *operation,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Fetch *fetch;

  g_return_if_fail (SB_IS_SYNC (self));
  g_return_if_fail (url != NULL);
  g_return_if_fail (operation == NULL || SB_IS_OPERATION (operation));

  fetch = g_new0 (Fetch, 1);
  fetch->document = document;
  fetch->url = g_strdup (url);
  fetch->operation = operation != NULL ? g_object_ref (operation) : NULL;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sb_sync_fetch_attachment_async);
  g_task_set_task_data (task, fetch, fetch_free);
  sb_catalogue_read_async (self->catalogue, look_up, fetch, NULL, (GDestroyNotify) sb_attachment_wanted_free,
                           cancellable, looked_up_cb, g_object_ref (task));
}

gint64
sb_sync_fetch_attachment_finish (SbSync *self,
                                 GAsyncResult *result,
                                 GError **error)
{
  g_autofree gint64 *id = NULL;

  g_return_val_if_fail (SB_IS_SYNC (self), 0);
  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  id = g_task_propagate_pointer (G_TASK (result), error);
  return id != NULL ? *id : 0;
}
