/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-sync-private.h"

#include "sb-article-intake.h"
#include "sb-clock.h"

/* Pages that are fetched, read or stored at a time: as many as the fetcher has
 * connections, so that no more than these are in memory. */
#define MAX_PENDING 8

/* Pages of one sync; the next one goes on with the others. */
#define MAX_ARTICLES 500

/* The pages of one sync; the data of its task. */
typedef struct
{
  GPtrArray *wanted; /* (owned) (nullable) (element-type SbArticleWanted) */
  GArray *results; /* (owned) (element-type Result) */
  GError *error; /* (owned) (nullable) the first one of the catalogue */
  gint64 due; /* what is due then is fetched; seconds since 1970 */
  guint n_started;
  guint n_done;
} Articles;

typedef struct
{
  gint64 feed;
  SbArticleState state;
} Result;

/* One page under way. */
typedef struct
{
  GTask *task; /* (owned) of all */
  const SbArticleWanted *wanted; /* of it */
} Page;

/* A page on its way to the writer. */
typedef struct
{
  gint64 document; /* 0 for one that was asked for */
  SbPageDraft *draft; /* (owned) */
} Storing;

static void continue_articles (GTask *task);

static void
articles_free (gpointer data)
{
  Articles *articles = data;

  g_clear_pointer (&articles->wanted, g_ptr_array_unref);
  g_array_unref (articles->results);
  g_clear_error (&articles->error);
  g_free (articles);
}

static void
page_free (Page *page)
{
  g_object_unref (page->task);
  g_free (page);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, page_free)

static void
storing_free (gpointer data)
{
  Storing *storing = data;

  sb_page_draft_free (storing->draft);
  g_free (storing);
}

/* Run in one of the readers. */
static void
read_page (GTask *task,
           gpointer source_object,
           gpointer task_data,
           GCancellable *cancellable)
{
  GError *error = NULL;
  SbPageDraft *draft;

  draft = sb_page_draft_new (task_data, cancellable, &error);
  if (draft == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, draft, (GDestroyNotify) sb_page_draft_free);
}

static void
fetched_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  SbFetchResult *fetch = sb_fetcher_fetch_finish (SB_FETCHER (object), result, &error);
  SbSync *self = g_task_get_source_object (task);

  if (fetch == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_task_set_task_data (task, fetch, (GDestroyNotify) sb_fetch_result_unref);
  sb_worker_push (self->readers[self->next_reader], task, G_PRIORITY_DEFAULT, read_page);
  self->next_reader = (self->next_reader + 1) % self->n_readers;
}

/* Fetches a page and takes its text out. Fails with %G_IO_ERROR_CANCELLED only. */
static void
ask_page (SbSync *self,
          const SbFetchRequest *request,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ask_page);
  sb_fetcher_fetch_async (self->fetcher, request, cancellable, fetched_cb, task);
}

/* One page less to wait for. */
static void
end_page (GTask *task,
          GError *error)
{
  Articles *articles = g_task_get_task_data (task);

  articles->n_done++;
  if (error != NULL && articles->error == NULL)
    articles->error = error;
  else
    g_clear_error (&error);

  continue_articles (task);
}

static void
stored_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (Page) page = user_data;
  GError *error = NULL;
  g_autoptr (SbArticle) article = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  Articles *articles = g_task_get_task_data (page->task);

  if (article != NULL)
    {
      Result outcome = { page->wanted->feed, article->state };

      g_array_append_val (articles->results, outcome);
    }

  end_page (page->task, error);
}

/* Run in the worker. */
static gpointer
store_page (SbStore *store,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  Storing *storing = data;

  return sb_article_intake (store, storing->document, storing->draft, error);
}

static void
page_read_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  SbSync *self = SB_SYNC (object);
  g_autoptr (Page) page = user_data;
  GError *error = NULL;
  SbPageDraft *draft = g_task_propagate_pointer (G_TASK (result), &error);
  GCancellable *cancellable = g_task_get_cancellable (page->task);
  Storing *storing;

  if (draft == NULL)
    {
      end_page (page->task, error);
      return;
    }

  storing = g_new0 (Storing, 1);
  storing->document = page->wanted->document;
  storing->draft = draft;
  sb_catalogue_run_writer_async (self->catalogue, store_page, storing, storing_free, (GDestroyNotify) sb_article_free,
                                 cancellable, stored_cb, g_steal_pointer (&page));
}

/* What the feed leads to is no address that the user named. */
static void
start_page (GTask *task,
            const SbArticleWanted *wanted)
{
  const SbFetchRequest request = { .url = wanted->url, .referrer = wanted->feed_url };
  Page *page = g_new0 (Page, 1);

  page->task = g_object_ref (task);
  page->wanted = wanted;
  ask_page (g_task_get_source_object (task), &request, g_task_get_cancellable (task), page_read_cb, page);
}

static void
continue_articles (GTask *task)
{
  Articles *articles = g_task_get_task_data (task);

  while (articles->error == NULL && articles->n_started < articles->wanted->len &&
         articles->n_started - articles->n_done < MAX_PENDING)
    start_page (task, g_ptr_array_index (articles->wanted, articles->n_started++));

  if (articles->n_done < articles->n_started)
    return;

  if (articles->error != NULL)
    g_task_return_error (task, g_steal_pointer (&articles->error));
  else
    g_task_return_boolean (task, TRUE);
}

/* Run in the worker. */
static gpointer
list_wanted (SbStore *store,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  return sb_article_list_wanted (store, *(gint64 *) data, MAX_ARTICLES, error);
}

static void
listed_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Articles *articles = g_task_get_task_data (task);

  articles->wanted = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  if (articles->wanted == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    continue_articles (task);
}

void
_sb_sync_fetch_articles_async (SbSync *self,
                               gboolean now,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Articles *articles = g_new0 (Articles, 1);

  g_task_set_source_tag (task, _sb_sync_fetch_articles_async);
  articles->results = g_array_new (FALSE, FALSE, sizeof (Result));
  articles->due = now ? G_MAXINT64 : sb_clock_now ();
  g_task_set_task_data (task, articles, articles_free);
  sb_catalogue_run_writer_async (self->catalogue, list_wanted, g_memdup2 (&articles->due, sizeof articles->due), g_free,
                                 (GDestroyNotify) g_ptr_array_unref, cancellable, listed_cb, task);
}

static void
count_result (GPtrArray *outcomes,
              const Result *result)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      SbFeedOutcome *outcome = g_ptr_array_index (outcomes, i);

      if (outcome->feed != result->feed)
        continue;
      if (result->state == SB_ARTICLE_TAKEN)
        outcome->n_articles++;
      else if (result->state == SB_ARTICLE_LEFT)
        outcome->n_summaries++;
      else
        outcome->n_delayed++;
    }
}

gboolean
_sb_sync_fetch_articles_finish (SbSync *self,
                                GAsyncResult *result,
                                GPtrArray *outcomes,
                                GError **error)
{
  Articles *articles;

  g_assert (g_task_is_valid (result, self));

  articles = g_task_get_task_data (G_TASK (result));
  for (guint i = 0; i < articles->results->len; i++)
    count_result (outcomes, &g_array_index (articles->results, Result, i));

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Run in the worker. */
static gpointer
store_capture (SbStore *store,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  Storing *storing = data;
  gint64 id = sb_capture_intake (store, storing->draft, error);

  return id != 0 ? g_memdup2 (&id, sizeof id) : NULL;
}

static void
capture_stored_cb (GObject *object,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  gint64 *id = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (id == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, id, g_free);
}

static void
capture_read_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  SbSync *self = SB_SYNC (object);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  SbPageDraft *draft = g_task_propagate_pointer (G_TASK (result), &error);
  Storing *storing;

  if (draft == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  storing = g_new0 (Storing, 1);
  storing->draft = draft;
  sb_catalogue_run_writer_async (self->catalogue, store_capture, storing, storing_free, g_free,
                                 g_task_get_cancellable (task), capture_stored_cb, g_object_ref (task));
}

void
sb_sync_capture_async (SbSync *self,
                       const char *address,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *url = NULL;
  SbFetchRequest request = { 0 };

  g_return_if_fail (SB_IS_SYNC (self));
  g_return_if_fail (address != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sb_sync_capture_async);
  url = sb_fetcher_normalise_address (address, &error);
  if (url == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  request.url = url;
  ask_page (self, &request, cancellable, capture_read_cb, g_object_ref (task));
}

gint64
sb_sync_capture_finish (SbSync *self,
                        GAsyncResult *result,
                        GError **error)
{
  g_autofree gint64 *id = NULL;

  g_return_val_if_fail (SB_IS_SYNC (self), 0);
  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  id = g_task_propagate_pointer (G_TASK (result), error);
  return id != NULL ? *id : 0;
}
