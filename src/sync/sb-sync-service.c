/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-sync-private.h"

#include "sb-clock.h"
#include "sb-feed-intake.h"
#include "sb-service-intake.h"
#include "sb-service-sign-in.h"

/* One walk through a service: sign in, then ask, read, store, page by page. Each step
 * ends in a callback that begins the next. Walks of one service follow each other, so
 * that they do not renew one sign-in twice. The data of its task. */
typedef struct
{
  SbRecord *feed; /* (owned) */
  const SbService *service;
  SbServicePoll *poll; /* (owned) (nullable) until it is known who asks */
  char *secret; /* (owned) (nullable) */
  gboolean was_renewed;
  SbFetchResult *answer; /* (owned) (nullable) that is being read */
  SbServicePage *page; /* (owned) (nullable) that is being stored */
  SbFeedDigest *digest; /* (owned) (nullable) of a page that is a feed */
  GError *unread; /* (owned) (nullable) why there is none */
  char *cursor; /* (owned) (nullable) behind @page */
  SbServiceTally tally;
  GError *failure; /* (owned) (nullable) how it ended */
} Walk;

static void ask_next (GTask *task);
static void renew (GTask *task);

static void
walk_free (gpointer data)
{
  Walk *walk = data;

  g_clear_object (&walk->feed);
  g_clear_pointer (&walk->poll, sb_service_poll_free);
  g_free (walk->secret);
  g_clear_pointer (&walk->answer, sb_fetch_result_unref);
  g_clear_pointer (&walk->page, sb_service_page_free);
  g_clear_pointer (&walk->digest, sb_feed_digest_unref);
  g_clear_error (&walk->unread);
  g_free (walk->cursor);
  sb_service_tally_clear (&walk->tally);
  g_clear_error (&walk->failure);
  g_free (walk);
}

static gint64
get_feed_id (GTask *task)
{
  Walk *walk = g_task_get_task_data (task);

  return sb_record_get_id (walk->feed);
}

static void begin (GTask *task);

/* Lets the next walk of the service begin. */
static void
leave (GTask *task)
{
  SbSync *self = g_task_get_source_object (task);
  Walk *walk = g_task_get_task_data (task);
  SbFeedKind kind = sb_service_get_kind (walk->service);
  GTask *next = g_queue_pop_head (&self->waiting_walks[kind]);

  if (next != NULL)
    begin (next);
  else
    self->is_walking[kind] = FALSE;
}

/* Takes over @task and @error. */
static void
return_error (GTask *task,
              GError *error)
{
  g_autoptr (GTask) owned = task;

  leave (task);
  g_task_return_error (task, error);
}

/* Takes over @task. */
static void
return_outcome (GTask *task,
                SbFeedOutcome *outcome)
{
  g_autoptr (GTask) owned = task;

  leave (task);
  g_task_return_pointer (task, outcome, (GDestroyNotify) sb_feed_outcome_free);
}

static void
ended_cb (GObject *object,
          GAsyncResult *result,
          gpointer user_data)
{
  GError *error = NULL;
  SbFeedOutcome *outcome = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (error != NULL)
    return_error (user_data, error);
  else
    return_outcome (user_data, outcome);
}

/* Run in the worker. */
static gpointer
store_end (SbStore *store,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  GTask *task = data;
  Walk *walk = g_task_get_task_data (task);
  g_autoptr (SbStoreHold) hold = sb_store_hold (store, error);
  g_autoptr (SbFeedOutcome) outcome = NULL;

  if (hold == NULL)
    return NULL;

  outcome = sb_service_intake_end (store, get_feed_id (task), &walk->tally, walk->cursor, walk->failure, error);
  return outcome != NULL && sb_store_hold_commit (hold, error) ? g_steal_pointer (&outcome) : NULL;
}

/* Ends the walk, with @failure (nullable), which is taken over, as is @task. */
static void
end (GTask *task,
     GError *failure)
{
  SbSync *self = g_task_get_source_object (task);
  Walk *walk = g_task_get_task_data (task);

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      return_error (task, failure);
      return;
    }

  walk->failure = failure;
  if (g_error_matches (failure, SB_SERVICES_ERROR, SB_SERVICES_ERROR_QUOTA) ||
      (g_error_matches (failure, SB_FEEDS_ERROR, SB_FEEDS_ERROR_RATE_LIMITED) && walk->tally.retry_after == 0 &&
       sb_service_has_quota (walk->service)))
    walk->tally.retry_after = sb_service_quota_renewal (sb_clock_now ());
  if (walk->poll != NULL)
    {
      g_free (walk->cursor);
      walk->cursor = sb_service_poll_dup_cursor (walk->poll);
      walk->tally.is_cut = failure == NULL ? sb_service_poll_is_cut (walk->poll)
                                           : g_error_matches (failure, SB_SERVICES_ERROR, SB_SERVICES_ERROR_QUOTA);
    }

  sb_catalogue_run_writer_async (self->catalogue, store_end, g_object_ref (task), g_object_unref,
                                 (GDestroyNotify) sb_feed_outcome_free, g_task_get_cancellable (task), ended_cb, task);
}

static void
page_stored_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  GTask *task = user_data;
  Walk *walk = g_task_get_task_data (task);
  GError *error = NULL;

  sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  if (error != NULL)
    return_error (task, error);
  else if (walk->tally.is_gone)
    return_outcome (task, NULL);
  else
    ask_next (task);
}

/* Run in the worker. */
static gpointer
store_page (SbStore *store,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  GTask *task = data;
  Walk *walk = g_task_get_task_data (task);

  return GINT_TO_POINTER (sb_service_intake_page (store, get_feed_id (task), walk->page, walk->cursor, &walk->tally,
                                                  cancellable, error));
}

/* Run in the worker. */
static gpointer
store_feed (SbStore *store,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  GTask *task = data;
  Walk *walk = g_task_get_task_data (task);
  g_autoptr (SbStoreHold) hold = sb_store_hold (store, error);
  g_autoptr (SbFeedOutcome) outcome = NULL;

  if (hold == NULL)
    return NULL;

  outcome = sb_feed_intake (store, get_feed_id (task), walk->answer, walk->digest, walk->unread, error);
  return outcome != NULL && sb_store_hold_commit (hold, error) ? g_steal_pointer (&outcome) : NULL;
}

static void
taken_cb (GObject *object,
          GAsyncResult *result,
          gpointer user_data)
{
  GTask *task = user_data;
  SbSync *self = SB_SYNC (object);
  Walk *walk = g_task_get_task_data (task);
  GError *error = NULL;

  g_clear_pointer (&walk->page, sb_service_page_free);
  walk->page = g_task_propagate_pointer (G_TASK (result), &error);
  if (walk->page == NULL)
    {
      end (task, error);
      return;
    }

  g_free (walk->cursor);
  walk->cursor = sb_service_poll_dup_cursor (walk->poll);
  if (walk->page->is_feed)
    sb_catalogue_run_writer_async (self->catalogue, store_feed, g_object_ref (task), g_object_unref,
                                   (GDestroyNotify) sb_feed_outcome_free, g_task_get_cancellable (task), ended_cb, task);
  else if (walk->page->rows == NULL)
    ask_next (task);
  else
    sb_catalogue_run_writer_async (self->catalogue, store_page, g_object_ref (task), g_object_unref, NULL,
                                   g_task_get_cancellable (task), page_stored_cb, task);
}

/* Run in one of the readers. */
static void
take_answer (GTask *step,
             gpointer source_object,
             gpointer task_data,
             GCancellable *cancellable)
{
  Walk *walk = g_task_get_task_data (task_data);
  GError *error = NULL;
  SbServicePage *page;

  page = sb_service_poll_take (walk->poll, walk->answer, &error);
  if (page == NULL)
    {
      g_task_return_error (step, error);
      return;
    }

  if (page->is_feed)
    walk->digest = sb_feed_digest_new (sb_fetch_result_get_body (walk->answer), sb_fetch_result_get_url (walk->answer),
                                       sb_fetch_result_get_content_type (walk->answer), SB_FEED_DIGEST_DEFAULT,
                                       cancellable, &walk->unread);
  g_task_return_pointer (step, page, (GDestroyNotify) sb_service_page_free);
}

static void
add_to_tally (SbServiceTally *tally,
              SbFetchResult *answer)
{
  tally->n_bytes += sb_fetch_result_get_n_bytes (answer);
  tally->duration += sb_fetch_result_get_duration (answer);
  tally->retry_after = MAX (tally->retry_after, sb_fetch_result_get_retry_after (answer));
  g_free (tally->etag);
  tally->etag = g_strdup (sb_fetch_result_get_etag (answer));
  g_free (tally->last_modified);
  tally->last_modified = g_strdup (sb_fetch_result_get_last_modified (answer));
}

static void
answered_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  GTask *task = user_data;
  SbSync *self = g_task_get_source_object (task);
  Walk *walk = g_task_get_task_data (task);
  GError *error = NULL;
  SbFetchResult *answer = sb_fetcher_fetch_finish (SB_FETCHER (object), result, &error);
  g_autoptr (GTask) step = NULL;

  if (answer == NULL)
    {
      end (task, error);
      return;
    }

  g_clear_pointer (&walk->answer, sb_fetch_result_unref);
  walk->answer = answer;
  add_to_tally (&walk->tally, answer);
  if (sb_fetch_result_get_status (answer) == 401 && !walk->was_renewed)
    {
      renew (task);
      return;
    }

  step = g_task_new (self, g_task_get_cancellable (task), taken_cb, task);
  g_task_set_source_tag (step, answered_cb);
  g_task_set_task_data (step, g_object_ref (task), g_object_unref);
  sb_worker_push (_sb_sync_next_reader (self), step, G_PRIORITY_DEFAULT, take_answer);
}

static void
ask_next (GTask *task)
{
  SbSync *self = g_task_get_source_object (task);
  Walk *walk = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (SbServiceRequest) request = sb_service_poll_next (walk->poll, &error);
  SbFetchRequest fetch = { NULL };

  if (request == NULL)
    {
      end (task, error);
      return;
    }

  fetch.url = request->url;
  fetch.message = request->message;
  if (request->has_validators)
    {
      fetch.etag = sb_record_get_text (walk->feed, SB_FEED_ETAG);
      fetch.last_modified = sb_record_get_text (walk->feed, SB_FEED_LAST_MODIFIED);
    }
  sb_fetcher_fetch_async (self->fetcher, &fetch, g_task_get_cancellable (task), answered_cb, task);
}

static void
renewed_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  GTask *task = user_data;
  Walk *walk = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *secret = _sb_sync_renew_finish (SB_SYNC (object), result, &error);

  if (secret == NULL)
    {
      end (task, error);
      return;
    }

  walk->was_renewed = TRUE;
  sb_service_poll_set_secret (walk->poll, secret);
  ask_next (task);
}

/* Once in a walk. */
static void
renew (GTask *task)
{
  Walk *walk = g_task_get_task_data (task);

  _sb_sync_renew_async (g_task_get_source_object (task), walk->service, walk->secret, g_task_get_cancellable (task),
                        renewed_cb, task);
}

static gboolean
open_poll (Walk *walk,
           GError **error)
{
  SbServicePlace *place = NULL;

  if (walk->secret == NULL && sb_service_needs_credential (walk->service))
    {
      g_set_error_literal (error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_SIGN_IN, "Nobody has signed in");
      return FALSE;
    }

  place = sb_service_place_new (walk->service, error);
  if (place == NULL)
    return FALSE;

  walk->poll = sb_service_poll_new (walk->service, sb_record_get_text (walk->feed, SB_FEED_QUERY),
                                    sb_record_get_text (walk->feed, SB_FEED_CURSOR), place, walk->secret, error);
  return walk->poll != NULL;
}

static void
secret_found_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  GTask *task = user_data;
  Walk *walk = g_task_get_task_data (task);
  GError *error = NULL;

  walk->secret = _sb_sync_get_secret_finish (SB_SYNC (object), result, &error);
  /* A service that can be asked without does not need the keyring. */
  if (error != NULL && !sb_service_needs_credential (walk->service) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_clear_error (&error);
  if (error == NULL)
    open_poll (walk, &error);

  if (error != NULL)
    end (task, error);
  else if (walk->secret != NULL && sb_service_is_stale (walk->service, walk->secret, sb_clock_now ()))
    renew (task);
  else
    ask_next (task);
}

/* Takes over @task. */
static void
begin (GTask *task)
{
  Walk *walk = g_task_get_task_data (task);

  _sb_sync_get_secret_async (g_task_get_source_object (task), walk->service, g_task_get_cancellable (task), secret_found_cb,
                             task);
}

void
_sb_sync_walk_async (SbSync *self,
                     SbRecord *feed,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Walk *walk = g_new0 (Walk, 1);
  SbFeedKind kind = (SbFeedKind) sb_record_get_term (feed, SB_FEED_KIND, SB_FEED_KIND_FEED);

  g_task_set_source_tag (task, _sb_sync_walk_async);
  walk->feed = g_object_ref (feed);
  walk->service = sb_service_get (kind);
  g_task_set_task_data (task, walk, walk_free);
  if (self->is_walking[kind])
    {
      g_queue_push_tail (&self->waiting_walks[kind], task);
      return;
    }

  self->is_walking[kind] = TRUE;
  begin (task);
}

SbFeedOutcome *
_sb_sync_walk_finish (SbSync *self,
                      GAsyncResult *result,
                      GError **error)
{
  g_assert (g_task_is_valid (result, self));

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A subscription to a service under way; the data of its task. */
typedef struct
{
  const SbService *service;
  char *query; /* (owned) */
  char *title; /* (owned) (nullable) */
} Adding;

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  g_free (adding->query);
  g_free (adding->title);
  g_free (adding);
}

static void
walked_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  SbFeedOutcome *outcome = _sb_sync_walk_finish (SB_SYNC (object), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, outcome, (GDestroyNotify) sb_feed_outcome_free);
}

static void
added_cb (GObject *object,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (SbRecord) feed = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (feed == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  _sb_sync_walk_async (g_task_get_source_object (task), feed, g_task_get_cancellable (task), walked_cb,
                       g_object_ref (task));
}

/* Run in the worker. */
static gpointer
add_feed (SbStore *store,
          gpointer data,
          GCancellable *cancellable,
          GError **error)
{
  Adding *adding = g_task_get_task_data (data);
  g_autoptr (SbStoreHold) hold = sb_store_hold (store, error);
  gint64 id = hold != NULL ? sb_service_feed_add (store, adding->service, adding->query, adding->title, error) : 0;

  return id != 0 && sb_store_hold_commit (hold, error) ? sb_store_get (store, SB_KIND_FEED, id, error) : NULL;
}

void
sb_sync_add_service_async (SbSync *self,
                           const SbService *service,
                           const char *query,
                           const char *title,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Adding *adding;

  g_return_if_fail (SB_IS_SYNC (self));
  g_return_if_fail (service != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sb_sync_add_service_async);
  adding = g_new0 (Adding, 1);
  adding->service = service;
  adding->query = sb_service_normalise_query (service, query, &error);
  adding->title = g_strdup (title);
  g_task_set_task_data (task, adding, adding_free);
  if (adding->query == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  sb_catalogue_run_writer_async (self->catalogue, add_feed, g_object_ref (task), g_object_unref, g_object_unref,
                                 cancellable, added_cb, g_object_ref (task));
}
