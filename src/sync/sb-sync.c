/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-sync-private.h"

#include "sb-clock.h"
#include "sb-feed-intake.h"
#include "sb-feed-schedule.h"
#include "sb-text-intake.h"

#include <glib/gi18n.h>

/* Feeds that are asked for or wait for the worker or the writer: bounds what
 * is kept of answers in memory. The fetcher has a bound of its own, below. */
#define MAX_PENDING 32

/* Texts at a time: who wants to write meanwhile waits for no more than a fifth of a
 * second. */
#define N_TEXTS 400

/* Of the whole work, what is done once the documents can be seen. */
#define VISIBLE_SHARE 0.3

G_DEFINE_FINAL_TYPE (SbSync, sb_sync, G_TYPE_OBJECT)

/* Which feeds to sync. */
typedef struct
{
  GArray *feeds; /* (owned) (element-type gint64) */
  SbSyncFlags flags;
} Selection;

/* One sync under way; the data of its task. */
typedef struct
{
  SbSync *sync; /* (owned) */
  SbOperation *operation; /* (owned) (nullable) */
  GPtrArray *queue; /* (owned) (element-type SbRecord) feeds */
  GPtrArray *outcomes; /* (owned) (element-type SbFeedOutcome) */
  GError *error; /* (owned) (nullable) the first one of the catalogue */
  SbSyncFlags flags;
  guint n_started;
  guint n_done;
  GPtrArray *answers; /* (owned) (element-type Storing) that have come */
  GPtrArray *batch; /* (owned) (nullable) (element-type Storing) that the writer has */
  guint n_texts; /* that waited when the feeds were through; 0 until then */
} Run;

/* One feed under way. */
typedef struct
{
  GTask *task; /* (owned) of the run */
  gint64 feed;
} Poll;

/* One answer on its way to the writer. */
typedef struct
{
  Poll *poll; /* (owned) (nullable) let go of on the main thread */
  gint64 feed;
  SbFeedAnswer *answer; /* (owned) */
  SbFeedOutcome *outcome; /* (owned) (nullable) once it is stored */
} Storing;

static void continue_run (GTask *task);

static void
selection_free (gpointer data)
{
  Selection *selection = data;

  g_array_unref (selection->feeds);
  g_free (selection);
}

static void
run_free (gpointer data)
{
  Run *run = data;

  run->sync->n_runs--;
  sb_catalogue_release_indexing (run->sync->catalogue);
  g_object_unref (run->sync);
  g_clear_object (&run->operation);
  g_clear_pointer (&run->queue, g_ptr_array_unref);
  g_clear_pointer (&run->outcomes, g_ptr_array_unref);
  g_clear_pointer (&run->answers, g_ptr_array_unref);
  g_clear_pointer (&run->batch, g_ptr_array_unref);
  g_clear_error (&run->error);
  g_free (run);
}

static void
poll_free (Poll *poll)
{
  g_object_unref (poll->task);
  g_free (poll);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Poll, poll_free)

static void
storing_free (gpointer data)
{
  Storing *storing = data;

  g_clear_pointer (&storing->poll, poll_free);
  _sb_feed_answer_free (storing->answer);
  g_clear_pointer (&storing->outcome, sb_feed_outcome_free);
  g_free (storing);
}

/* Run in the worker. */
static gpointer
store_answers (SbStore *store,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  GPtrArray *batch = data;
  g_autoptr (SbStoreHold) hold = NULL;

  /* Another program may be at the same feeds: what is looked up here must still
   * be so when it is stored. */
  hold = sb_store_hold (store, error);
  if (hold == NULL)
    return NULL;

  for (guint i = 0; i < batch->len; i++)
    {
      Storing *storing = g_ptr_array_index (batch, i);
      const SbFeedAnswer *answer = storing->answer;
      g_autoptr (GError) failure = NULL;

      /* None without an error: the feed was removed meanwhile. */
      storing->outcome = sb_feed_intake (store, storing->feed, answer->fetch, answer->digest, answer->unread, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }

  return sb_store_hold_commit (hold, error) ? g_ptr_array_ref (batch) : NULL;
}

/* How much of the run is over when all documents can be seen. */
static double
get_visible_share (const Run *run)
{
  return (run->flags & SB_SYNC_LEAVE_TEXTS) != 0 ? 1 : VISIBLE_SHARE;
}

/* One feed less to wait for. */
static void
end_poll (GTask *task,
          SbFeedOutcome *outcome,
          GError *error)
{
  Run *run = g_task_get_task_data (task);

  run->n_done++;
  if (outcome != NULL)
    {
      if (run->operation != NULL)
        sb_operation_report_progress (run->operation, get_visible_share (run) * run->n_done / run->queue->len, outcome->title);
      g_ptr_array_add (run->outcomes, outcome);
    }

  if (error != NULL && run->error == NULL)
    run->error = error;
  else
    g_clear_error (&error);

  continue_run (task);
}

static void store_next (GTask *task);

static void
stored_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Run *run = g_task_get_task_data (task);
  g_autoptr (GPtrArray) batch = g_steal_pointer (&run->batch);
  g_autoptr (GPtrArray) stored = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  store_next (task);
  for (guint i = 0; i < batch->len; i++)
    {
      Storing *storing = g_ptr_array_index (batch, i);
      SbFeedOutcome *outcome = stored != NULL ? g_steal_pointer (&storing->outcome) : NULL;

      g_clear_pointer (&storing->poll, poll_free);
      end_poll (task, outcome, error != NULL ? g_error_copy (error) : NULL);
    }
}

/* Hands the answers that have come to the writer, unless it has some: many feeds in one
 * transaction touch the pages of the indexes once. */
static void
store_next (GTask *task)
{
  SbSync *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);

  if (run->batch != NULL || run->answers->len == 0)
    return;

  run->batch = g_steal_pointer (&run->answers);
  run->answers = g_ptr_array_new_with_free_func (storing_free);
  sb_catalogue_run_writer_async (self->catalogue, store_answers, g_ptr_array_ref (run->batch), (GDestroyNotify) g_ptr_array_unref,
                                 (GDestroyNotify) g_ptr_array_unref, g_task_get_cancellable (task), stored_cb, g_object_ref (task));
}

static void
asked_cb (GObject *object,
          GAsyncResult *result,
          gpointer user_data)
{
  SbSync *self = SB_SYNC (object);
  g_autoptr (Poll) poll = user_data;
  GError *error = NULL;
  SbFeedAnswer *answer = _sb_sync_ask_finish (self, result, &error);
  g_autoptr (GTask) task = g_object_ref (poll->task);
  Run *run = g_task_get_task_data (task);
  Storing *storing;

  if (answer == NULL)
    {
      end_poll (task, NULL, error);
      return;
    }

  storing = g_new0 (Storing, 1);
  storing->feed = poll->feed;
  storing->poll = g_steal_pointer (&poll);
  storing->answer = answer;
  g_ptr_array_add (run->answers, storing);
  store_next (task);
}

static void
walked_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (Poll) poll = user_data;
  GError *error = NULL;
  SbFeedOutcome *outcome = _sb_sync_walk_finish (SB_SYNC (object), result, &error);

  end_poll (poll->task, outcome, error);
}

static void
start_poll (GTask *task,
            SbRecord *feed)
{
  gboolean has_pages = sb_record_get_boolean (feed, SB_FEED_FULL_TEXT);
  SbFetchRequest request = {
    .url = sb_record_get_text (feed, SB_FEED_URL),
    .etag = sb_record_get_text (feed, SB_FEED_ETAG),
    .last_modified = sb_record_get_text (feed, SB_FEED_LAST_MODIFIED),
  };
  Poll *poll = g_new0 (Poll, 1);

  poll->task = g_object_ref (task);
  poll->feed = sb_record_get_id (feed);
  if (sb_record_get_term (feed, SB_FEED_KIND, SB_FEED_KIND_FEED) != SB_FEED_KIND_FEED)
    {
      _sb_sync_walk_async (g_task_get_source_object (task), feed, g_task_get_cancellable (task), walked_cb, poll);
      return;
    }

  _sb_sync_ask_async (g_task_get_source_object (task), &request, has_pages ? SB_FEED_DIGEST_DEFAULT : SB_FEED_DIGEST_LATER,
                      g_task_get_cancellable (task), asked_cb, poll);
}

static void
articles_fetched_cb (GObject *object,
                     GAsyncResult *result,
                     gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Run *run = g_task_get_task_data (task);

  if (!_sb_sync_fetch_articles_finish (SB_SYNC (object), result, run->outcomes, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&run->outcomes), (GDestroyNotify) g_ptr_array_unref);
}

static void
fetch_articles (GTask *task)
{
  Run *run = g_task_get_task_data (task);

  _sb_sync_fetch_articles_async (g_task_get_source_object (task), (run->flags & SB_SYNC_NOW) != 0,
                                 g_task_get_cancellable (task), articles_fetched_cb, g_object_ref (task));
}

static void read_texts (GTask *task);

/* Run in the worker. How many texts wait still, and one more; NULL when it failed. */
static gpointer
read_some_texts (SbStore *store,
                 gpointer data,
                 GCancellable *cancellable,
                 GError **error)
{
  guint n_left;

  return sb_text_intake_step (store, N_TEXTS, &n_left, error) ? GUINT_TO_POINTER (n_left + 1) : NULL;
}

static void
report_texts (Run *run,
              guint n_left)
{
  double share_left;

  if (run->n_texts == 0 && n_left > 0)
    run->n_texts = n_left + N_TEXTS;
  share_left = n_left > 0 ? MIN (1, (double) n_left / run->n_texts) : 0;
  if (run->operation != NULL && run->queue->len > 0)
    sb_operation_report_progress (run->operation, 1 - (1 - VISIBLE_SHARE) * share_left,
                                  run->n_texts > 0 ? _ ("Reading the texts") : NULL);
}

static void
texts_read_cb (GObject *object,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Run *run = g_task_get_task_data (task);
  guint n_left = GPOINTER_TO_UINT (sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error));

  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  n_left--;
  report_texts (run, n_left);
  if (n_left > 0)
    read_texts (task);
  else
    fetch_articles (task);
}

/* All documents can be seen by now. Their text follows, that of a sync which was broken
 * off as well. */
static void
read_texts (GTask *task)
{
  SbSync *self = g_task_get_source_object (task);

  sb_catalogue_run_writer_async (self->catalogue, read_some_texts, NULL, NULL, NULL, g_task_get_cancellable (task), texts_read_cb,
                                 g_object_ref (task));
}

/* Starts what may be started, or goes on to the texts, and to the pages that feeds lead
 * to. */
static void
continue_run (GTask *task)
{
  Run *run = g_task_get_task_data (task);

  while (run->error == NULL && run->n_started < run->queue->len && run->n_started - run->n_done < MAX_PENDING)
    start_poll (task, g_ptr_array_index (run->queue, run->n_started++));

  if (run->n_done < run->n_started)
    return;

  if (run->error != NULL)
    g_task_return_error (task, g_steal_pointer (&run->error));
  else if ((run->flags & SB_SYNC_LEAVE_TEXTS) != 0)
    fetch_articles (task);
  else
    read_texts (task);
}

/* Run in the worker. */
static GPtrArray *
list_wanted (SbStore *store,
             Selection *selection,
             GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_FEED);
  g_autoptr (GPtrArray) feeds = sb_store_list (store, query, error);
  GPtrArray *wanted;
  gint64 now = sb_clock_now ();

  if (feeds == NULL)
    return NULL;

  wanted = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < feeds->len; i++)
    {
      SbRecord *feed = g_ptr_array_index (feeds, i);
      gboolean is_paused = sb_record_get_boolean (feed, SB_FEED_PAUSED);

      if (sb_feed_is_due (feed, now) || ((selection->flags & SB_SYNC_NOW) != 0 && !is_paused))
        g_ptr_array_add (wanted, g_object_ref (feed));
    }

  return wanted;
}

/* Run in the worker. */
static gpointer
select_feeds (SbStore *store,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  Selection *selection = data;
  g_autoptr (GPtrArray) feeds = NULL;

  if (selection->feeds->len == 0)
    return list_wanted (store, selection, error);

  feeds = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < selection->feeds->len; i++)
    {
      g_autoptr (GError) failure = NULL;
      SbRecord *feed = sb_store_get (store, SB_KIND_FEED, g_array_index (selection->feeds, gint64, i), &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      if (feed != NULL)
        g_ptr_array_add (feeds, feed);
    }

  return g_steal_pointer (&feeds);
}

static void
selected_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Run *run = g_task_get_task_data (task);

  run->queue = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  if (run->queue == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  continue_run (task);
}

SbWorker *
_sb_sync_next_reader (SbSync *self)
{
  SbWorker *reader = self->readers[self->next_reader];

  self->next_reader = (self->next_reader + 1) % self->n_readers;
  return reader;
}

static void
sb_sync_dispose (GObject *object)
{
  SbSync *self = SB_SYNC (object);

  g_clear_object (&self->fetcher);
  for (guint i = 0; i < SB_SYNC_MAX_READERS; i++)
    g_clear_object (&self->readers[i]);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->keyring);

  G_OBJECT_CLASS (sb_sync_parent_class)->dispose (object);
}

/* Walks hold a reference: there are none. */
static void
sb_sync_finalize (GObject *object)
{
  g_hash_table_unref (SB_SYNC (object)->secrets);

  G_OBJECT_CLASS (sb_sync_parent_class)->finalize (object);
}

static void
sb_sync_class_init (SbSyncClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sb_sync_dispose;
  G_OBJECT_CLASS (klass)->finalize = sb_sync_finalize;
}

static void
sb_sync_init (SbSync *self)
{
  self->fetcher = sb_fetcher_new ();
  /* To read a feed takes longer than to store it. */
  self->n_readers = CLAMP (g_get_num_processors (), 1, SB_SYNC_MAX_READERS);
  for (guint i = 0; i < self->n_readers; i++)
    self->readers[i] = sb_worker_new ("feed-reader");
  self->secrets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < SB_N_FEED_KINDS; i++)
    g_queue_init (&self->waiting_walks[i]);

  /* To subscribe to a feed of one's own network is one's own decision; a server
   * elsewhere that redirects there is refused by the fetcher all the same. */
  g_object_set (self->fetcher, "allow-local", TRUE, NULL);
}

SbSync *
sb_sync_new (SbCatalogue *catalogue)
{
  SbSync *self;

  g_return_val_if_fail (SB_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (SB_TYPE_SYNC, NULL);
  self->catalogue = g_object_ref (catalogue);
  return self;
}

void
sb_sync_run_async (SbSync *self,
                   const gint64 *feeds,
                   guint n_feeds,
                   SbSyncFlags flags,
                   SbOperation *operation,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  GTask *task;
  Run *run;
  Selection *selection;

  g_return_if_fail (SB_IS_SYNC (self));
  g_return_if_fail (feeds != NULL || n_feeds == 0);
  g_return_if_fail (operation == NULL || SB_IS_OPERATION (operation));

  run = g_new0 (Run, 1);
  run->sync = g_object_ref (self);
  self->n_runs++;
  sb_catalogue_hold_indexing (self->catalogue);
  run->flags = flags;
  run->operation = operation != NULL ? g_object_ref (operation) : NULL;
  run->outcomes = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_feed_outcome_free);
  run->answers = g_ptr_array_new_with_free_func (storing_free);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sb_sync_run_async);
  g_task_set_task_data (task, run, run_free);

  selection = g_new0 (Selection, 1);
  selection->flags = flags;
  selection->feeds = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (n_feeds > 0)
    g_array_append_vals (selection->feeds, feeds, n_feeds);
  sb_catalogue_read_async (self->catalogue, select_feeds, selection, selection_free, (GDestroyNotify) g_ptr_array_unref,
                           cancellable, selected_cb, task);
}

gboolean
sb_sync_is_running (SbSync *self)
{
  g_return_val_if_fail (SB_IS_SYNC (self), FALSE);

  return self->n_runs > 0;
}

GPtrArray *
sb_sync_run_finish (SbSync *self,
                    GAsyncResult *result,
                    GError **error)
{
  g_return_val_if_fail (SB_IS_SYNC (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
