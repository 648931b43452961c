/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-sync-private.h"

#include "sb-feed-intake.h"
#include "sb-feed-link.h"
#include "sb-feed-lookup.h"
#include "sb-feeds-error.h"
#include "sb-record-builder.h"

/* How many of the feeds that a page names are tried, the likeliest first. */
#define MAX_CANDIDATES 4

/* A subscription under way; the data of its task, then of the writer. */
typedef struct
{
  char *url; /* (owned) what is asked now */
  char *page; /* (owned) (nullable) the one that named it */
  char *title; /* (owned) (nullable) what the user calls it */
  SbSyncAddFlags flags;
  GPtrArray *links; /* (owned) (nullable) (element-type SbFeedLink) of the page */
  guint n_tried; /* of them */
  SbFeedAnswer *answer; /* (owned) (nullable) */
  GPtrArray *outcomes; /* (owned) (element-type SbFeedOutcome) the one */
} Adding;

static void ask (GTask *task);

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  g_free (adding->url);
  g_free (adding->page);
  g_free (adding->title);
  g_clear_pointer (&adding->links, g_ptr_array_unref);
  g_clear_pointer (&adding->answer, _sb_feed_answer_free);
  g_clear_pointer (&adding->outcomes, g_ptr_array_unref);
  g_free (adding);
}

static gboolean
put_feed (SbStore *store,
          Adding *adding,
          gint64 *id,
          GError **error)
{
  g_autoptr (SbRecordBuilder) builder = sb_record_builder_new (&sb_feed_schema);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRecord) feed = NULL;

  sb_record_builder_set_text (builder, SB_FEED_URL, adding->url);
  sb_record_builder_set_text (builder, SB_FEED_TITLE, adding->title);
  sb_record_builder_set_term (builder, SB_FEED_STATE, SB_FEED_STATE_NEW);
  sb_record_builder_set_boolean (builder, SB_FEED_FULL_TEXT, (adding->flags & SB_SYNC_ADD_FULL_TEXT) != 0);
  feed = sb_record_builder_end (g_steal_pointer (&builder));
  sb_change_set_put (changes, feed);
  if (sb_store_apply (store, changes, error) < 0)
    return FALSE;

  return sb_feed_find_by_url (store, adding->url, id, error);
}

/* Run in the worker. */
static gpointer
store_feed (SbStore *store,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  Adding *adding = g_task_get_task_data (data);
  const char *moved_to = sb_fetch_result_get_moved_to (adding->answer->fetch);
  g_autoptr (SbStoreHold) hold = sb_store_hold (store, error);
  g_autoptr (SbFeedOutcome) outcome = NULL;
  gint64 id;

  if (hold == NULL)
    return NULL;

  if (moved_to != NULL && adding->answer->digest != NULL)
    {
      g_free (adding->url);
      adding->url = g_strdup (moved_to);
    }

  if (!sb_feed_find_by_url (store, adding->url, &id, error) || (id == 0 && !put_feed (store, adding, &id, error)))
    return NULL;

  outcome = sb_feed_intake (store, id, adding->answer->fetch, adding->answer->digest, adding->answer->unread, error);
  return outcome != NULL && sb_store_hold_commit (hold, error) ? g_steal_pointer (&outcome) : NULL;
}

/* The feed is there, whatever became of its pages. */
static void
articles_fetched_cb (GObject *object,
                     GAsyncResult *result,
                     gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Adding *adding = g_task_get_task_data (task);

  if (!_sb_sync_fetch_articles_finish (SB_SYNC (object), result, adding->outcomes, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_ptr_array_steal_index (adding->outcomes, 0), (GDestroyNotify) sb_feed_outcome_free);
}

static void
stored_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  SbFeedOutcome *outcome = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  Adding *adding = g_task_get_task_data (task);

  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_ptr_array_add (adding->outcomes, outcome);
  _sb_sync_fetch_articles_async (g_task_get_source_object (task), FALSE, g_task_get_cancellable (task), articles_fetched_cb,
                                 g_object_ref (task));
}

/* Asks the next of the feeds that the page names, and may lead to; FALSE when
 * there is none. */
static gboolean
ask_next_link (GTask *task)
{
  Adding *adding = g_task_get_task_data (task);

  while (adding->links != NULL && adding->n_tried < MIN (adding->links->len, MAX_CANDIDATES))
    {
      SbFeedLink *link = g_ptr_array_index (adding->links, adding->n_tried++);
      char *url = sb_fetcher_follow (adding->page, link->url);

      if (url == NULL)
        continue;

      g_free (adding->url);
      adding->url = url;
      ask (task);
      return TRUE;
    }

  return FALSE;
}

static void
asked_cb (GObject *object,
          GAsyncResult *result,
          gpointer user_data)
{
  SbSync *self = SB_SYNC (object);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbFeedAnswer) answer = _sb_sync_ask_finish (self, result, &error);
  Adding *adding = g_task_get_task_data (task);
  const GError *fault;

  if (answer == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  fault = answer->unread != NULL ? answer->unread : sb_fetch_result_get_error (answer->fetch);
  if (fault != NULL && !(fault->domain == SB_FEEDS_ERROR && sb_feeds_error_may_pass (fault->code)))
    {
      if (adding->links == NULL && answer->links != NULL)
        {
          adding->links = g_ptr_array_ref (answer->links);
          adding->page = g_strdup (sb_fetch_result_get_url (answer->fetch));
        }
      if (!ask_next_link (task))
        g_task_return_error (task, g_error_copy (fault));
      return;
    }

  adding->answer = g_steal_pointer (&answer);
  sb_catalogue_run_writer_async (self->catalogue, store_feed, g_object_ref (task), g_object_unref,
                                 (GDestroyNotify) sb_feed_outcome_free, g_task_get_cancellable (task), stored_cb,
                                 g_object_ref (task));
}

static void
ask (GTask *task)
{
  Adding *adding = g_task_get_task_data (task);
  SbFetchRequest request = { .url = adding->url, .referrer = adding->page };

  _sb_sync_ask_async (g_task_get_source_object (task), &request, SB_FEED_DIGEST_DEFAULT, g_task_get_cancellable (task),
                      asked_cb, g_object_ref (task));
}

void
sb_sync_add_feed_async (SbSync *self,
                        const char *address,
                        const char *title,
                        SbSyncAddFlags flags,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  Adding *adding;

  g_return_if_fail (SB_IS_SYNC (self));
  g_return_if_fail (address != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sb_sync_add_feed_async);
  adding = g_new0 (Adding, 1);
  adding->outcomes = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_feed_outcome_free);
  adding->url = sb_fetcher_normalise_address (address, &error);
  adding->title = g_strdup (title);
  adding->flags = flags;
  g_task_set_task_data (task, adding, adding_free);
  if (adding->url == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  ask (task);
}

SbFeedOutcome *
sb_sync_add_feed_finish (SbSync *self,
                         GAsyncResult *result,
                         GError **error)
{
  g_return_val_if_fail (SB_IS_SYNC (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
