/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-saved-searches.h"

#include "sb-search.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

/* How long after the first of several changes it is counted again, and how long while
 * the index has not followed: a sync brings document after document. */
#define SETTLE_MS 1000

struct _SbSavedSearches
{
  GObject parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  GPtrArray *searches; /* (owned) (element-type SbSavedSearch) */
  GCancellable *cancellable; /* (owned) (nullable) of the reading under way */
  gboolean is_outdated; /* something changed since it began */
  guint settle_source;
};

enum
{
  CHANGED,
  NEWS,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SbSavedSearches, sb_saved_searches, G_TYPE_OBJECT)

/* What is read of the catalogue. */
typedef struct
{
  GPtrArray *searches; /* (owned) (nullable) (element-type SbSavedSearch) */
  GPtrArray *news; /* (owned) (element-type SbSearchNews) */
  gboolean is_indexed; /* all there is was looked through */
} Reading;

static void
news_free (gpointer data)
{
  SbSearchNews *news = data;

  sb_saved_search_free (news->search);
  g_free (news);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->searches, g_ptr_array_unref);
  g_ptr_array_unref (reading->news);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* Adds what is new of @search. One that cannot be understood any more, because an actor
 * that it names is gone, has no news. */
static void
add_news (SbStore *store,
          const SbSavedSearch *search,
          GPtrArray *all)
{
  g_autoptr (GArray) ids = sb_store_list_news (store, search, SB_NEWS_DAYS, NULL);
  SbSearchNews *news;

  if (ids == NULL || ids->len == 0)
    return;

  news = g_new0 (SbSearchNews, 1);
  news->search = sb_saved_search_copy (search);
  news->n_documents = ids->len;
  g_ptr_array_add (all, news);
}

/* Run in the worker. */
static gpointer
read_searches (SbStore *store,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (Reading) reading = g_new0 (Reading, 1);
  gint64 n_unindexed = sb_store_count_unindexed (store, error);

  reading->news = g_ptr_array_new_with_free_func (news_free);
  reading->is_indexed = n_unindexed == 0;
  reading->searches = n_unindexed >= 0 ? sb_store_list_saved_searches (store, error) : NULL;
  if (reading->searches == NULL)
    return NULL;

  for (guint i = 0; i < reading->searches->len; i++)
    {
      SbSavedSearch *search = g_ptr_array_index (reading->searches, i);

      if (!sb_store_count_saved_search (store, search, NULL))
        search->n_all = -1;
      if (reading->is_indexed && search->is_watched)
        add_news (store, search, reading->news);
    }

  return g_steal_pointer (&reading);
}

/* Run in the worker. 1; NULL on an error. */
static gpointer
mark_told (SbStore *store,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  return GINT_TO_POINTER (sb_store_mark_news_told (store, error));
}

static void
told_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("Cannot note what was told: %s", error->message);
}

/* What is told now is not told again; nor is it when it was not wanted. */
static void
tell_news (SbSavedSearches *self,
           GPtrArray *news)
{
  if (news->len == 0 || sb_catalogue_is_read_only (self->catalogue))
    return;

  sb_catalogue_run_writer_async (self->catalogue, mark_told, NULL, NULL, NULL, NULL, told_cb, NULL);
  g_signal_emit (self, signals[NEWS], 0, news);
}

static void schedule (SbSavedSearches *self);

static void
searches_read_cb (GObject *object,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autoptr (SbSavedSearches) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (Reading) reading = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (self == NULL)
    return;

  g_clear_object (&self->cancellable);
  if (reading != NULL)
    {
      g_clear_pointer (&self->searches, g_ptr_array_unref);
      self->searches = g_steal_pointer (&reading->searches);
      g_signal_emit (self, signals[CHANGED], 0);
      tell_news (self, reading->news);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("Cannot count what meets the saved searches: %s", error->message);

  if (self->is_outdated || (reading != NULL && !reading->is_indexed && self->searches->len > 0))
    schedule (self);
}

static gboolean
settled_cb (gpointer data)
{
  SbSavedSearches *self = data;

  self->settle_source = 0;
  self->is_outdated = FALSE;
  self->cancellable = g_cancellable_new ();
  sb_catalogue_read_async (self->catalogue, read_searches, NULL, NULL, reading_free, self->cancellable, searches_read_cb,
                           sb_weak_ref_new (self));
  return G_SOURCE_REMOVE;
}

static void
schedule (SbSavedSearches *self)
{
  self->is_outdated = self->cancellable != NULL;
  if (self->cancellable == NULL && self->settle_source == 0)
    self->settle_source = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
catalogue_changed_cb (SbSavedSearches *self,
                      guint kinds)
{
  if ((kinds & 1u << SB_KIND_DOCUMENT) != 0)
    schedule (self);
}

/* What the writer is given. */
typedef enum
{
  TASK_PUT,
  TASK_REMOVE,
  TASK_SEEN,
} TaskKind;

typedef struct
{
  TaskKind kind;
  SbSavedSearch *search; /* (owned) */
  char *label; /* (owned) (nullable) of the unit of work */
} Task;

static void
task_free (gpointer data)
{
  Task *task = data;

  sb_saved_search_free (task->search);
  g_free (task->label);
  g_free (task);
}

/* Run in the worker. 1; NULL on an error. */
static gpointer
run_task (SbStore *store,
          gpointer data,
          GCancellable *cancellable,
          GError **error)
{
  const Task *task = data;
  gboolean is_done;

  switch (task->kind)
    {
    case TASK_PUT:
      is_done = sb_store_put_saved_search (store, task->search, task->label, error) != 0;
      break;

    case TASK_REMOVE:
      is_done = sb_store_remove_saved_search (store, task->search->uuid, task->label, error);
      break;

    case TASK_SEEN:
    default:
      is_done = sb_store_mark_saved_search_seen (store, task->search->id, error);
      break;
    }

  return GINT_TO_POINTER (is_done);
}

static void
task_run_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (SbSavedSearches) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;

  sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);
  if (self == NULL)
    return;

  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);

  /* Whoever did this waits for it. */
  g_clear_handle_id (&self->settle_source, g_source_remove);
  if (self->cancellable != NULL)
    self->is_outdated = TRUE;
  else
    settled_cb (self);
}

static void
start_task (SbSavedSearches *self,
            TaskKind kind,
            const SbSavedSearch *search,
            const char *label) /* (nullable) with the name of the search */
{
  Task *task = g_new0 (Task, 1);

  task->kind = kind;
  task->search = sb_saved_search_copy (search);
  task->label = g_strdup (label);
  sb_catalogue_run_writer_async (self->catalogue, run_task, task, task_free, NULL, NULL, task_run_cb, sb_weak_ref_new (self));
}

static void
sb_saved_searches_dispose (GObject *object)
{
  SbSavedSearches *self = SB_SAVED_SEARCHES (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (sb_saved_searches_parent_class)->dispose (object);
}

static void
sb_saved_searches_finalize (GObject *object)
{
  SbSavedSearches *self = SB_SAVED_SEARCHES (object);

  g_ptr_array_unref (self->searches);

  G_OBJECT_CLASS (sb_saved_searches_parent_class)->finalize (object);
}

static void
sb_saved_searches_class_init (SbSavedSearchesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sb_saved_searches_dispose;
  object_class->finalize = sb_saved_searches_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NEWS] =
    g_signal_new ("news", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  signals[FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
sb_saved_searches_init (SbSavedSearches *self)
{
  self->searches = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_saved_search_free);
}

SbSavedSearches *
sb_saved_searches_new (SbCatalogue *catalogue)
{
  SbSavedSearches *self;

  g_return_val_if_fail (SB_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (SB_TYPE_SAVED_SEARCHES, NULL);
  self->catalogue = g_object_ref (catalogue);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);
  settled_cb (self);
  return self;
}

GPtrArray *
sb_saved_searches_get_all (SbSavedSearches *self)
{
  g_return_val_if_fail (SB_IS_SAVED_SEARCHES (self), NULL);

  return self->searches;
}

const SbSavedSearch *
sb_saved_searches_find (SbSavedSearches *self,
                        gint64 id)
{
  g_return_val_if_fail (SB_IS_SAVED_SEARCHES (self), NULL);

  for (guint i = 0; i < self->searches->len; i++)
    {
      const SbSavedSearch *search = g_ptr_array_index (self->searches, i);

      if (search->id == id)
        return search;
    }

  return NULL;
}

void
sb_saved_searches_put (SbSavedSearches *self,
                       const SbSavedSearch *search)
{
  g_autofree char *label = NULL;

  g_return_if_fail (SB_IS_SAVED_SEARCHES (self));
  g_return_if_fail (search != NULL);

  /* Translators: what can be undone; %s is the name of a search. */
  label = g_strdup_printf (search->uuid == NULL ? _ ("Save the search “%s”") : _ ("Change the search “%s”"), search->name);
  start_task (self, TASK_PUT, search, label);
}

void
sb_saved_searches_remove (SbSavedSearches *self,
                          gint64 id)
{
  const SbSavedSearch *search;
  g_autofree char *label = NULL;

  g_return_if_fail (SB_IS_SAVED_SEARCHES (self));

  search = sb_saved_searches_find (self, id);
  if (search == NULL)
    return;

  /* Translators: what can be undone; %s is the name of a search. */
  label = g_strdup_printf (_ ("Remove the search “%s”"), search->name);
  start_task (self, TASK_REMOVE, search, label);
}

void
sb_saved_searches_mark_seen (SbSavedSearches *self,
                             gint64 id)
{
  const SbSavedSearch *search;

  g_return_if_fail (SB_IS_SAVED_SEARCHES (self));

  search = sb_saved_searches_find (self, id);
  if (search != NULL && search->n_new > 0 && !sb_catalogue_is_read_only (self->catalogue))
    start_task (self, TASK_SEEN, search, NULL);
}
