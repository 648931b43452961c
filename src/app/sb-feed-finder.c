/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-feed-finder.h"

#include "sb-feed-link.h"
#include "sb-fetcher.h"
#include "sb-worker.h"

struct _SbFeedFinder
{
  GObject parent_instance;

  SbFetcher *fetcher; /* (owned) */
  SbWorker *worker; /* (owned) */
};

G_DEFINE_FINAL_TYPE (SbFeedFinder, sb_feed_finder, G_TYPE_OBJECT)

static void
choice_free (SbFeedChoice *choice)
{
  g_free (choice->url);
  g_free (choice->title);
  g_free (choice);
}

/* Run in the worker. */
static void
read_page (GTask *task,
           gpointer source_object,
           gpointer task_data,
           GCancellable *cancellable)
{
  SbFetchResult *page = task_data;
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);
  g_autoptr (GPtrArray) links = sb_html_find_feeds (sb_fetch_result_get_body (page), NULL, sb_fetch_result_get_url (page));

  for (guint i = 0; i < links->len; i++)
    {
      const SbFeedLink *link = g_ptr_array_index (links, i);
      char *url = sb_fetcher_follow (sb_fetch_result_get_url (page), link->url);
      SbFeedChoice *choice;

      if (url == NULL)
        continue;

      choice = g_new0 (SbFeedChoice, 1);
      choice->url = url;
      choice->title = g_strdup (link->title);
      g_ptr_array_add (choices, choice);
    }

  g_task_return_pointer (task, choices, (GDestroyNotify) g_ptr_array_unref);
}

static void
fetched_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbFetchResult) page = sb_fetcher_fetch_finish (SB_FETCHER (object), result, &error);
  SbFeedFinder *self;

  if (page == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (sb_fetch_result_get_body (page) == NULL)
    {
      g_task_return_pointer (task, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
      return;
    }

  self = g_task_get_source_object (task);
  g_task_set_task_data (task, g_steal_pointer (&page), (GDestroyNotify) sb_fetch_result_unref);
  sb_worker_push (self->worker, task, 0, read_page);
}

static void
sb_feed_finder_dispose (GObject *object)
{
  SbFeedFinder *self = SB_FEED_FINDER (object);

  g_clear_object (&self->fetcher);
  g_clear_object (&self->worker);

  G_OBJECT_CLASS (sb_feed_finder_parent_class)->dispose (object);
}

static void
sb_feed_finder_class_init (SbFeedFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sb_feed_finder_dispose;
}

static void
sb_feed_finder_init (SbFeedFinder *self)
{
  self->worker = sb_worker_new ("feed-finder");
  self->fetcher = sb_fetcher_new ();
  g_object_set (self->fetcher, "allow-local", TRUE, NULL);
}

SbFeedFinder *
sb_feed_finder_new (void)
{
  return g_object_new (SB_TYPE_FEED_FINDER, NULL);
}

void
sb_feed_finder_find_async (SbFeedFinder *self,
                           const char *address,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *url = NULL;
  SbFetchRequest request = { NULL };

  g_return_if_fail (SB_IS_FEED_FINDER (self));

  g_task_set_source_tag (task, sb_feed_finder_find_async);
  if (!(url = sb_fetcher_normalise_address (address, &error)))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  request.url = url;
  sb_fetcher_fetch_async (self->fetcher, &request, cancellable, fetched_cb, g_steal_pointer (&task));
}

GPtrArray *
sb_feed_finder_find_finish (SbFeedFinder *self,
                            GAsyncResult *result,
                            GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
