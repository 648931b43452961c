/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-feed-counts.h"

#include "sb-clock.h"
#include "sb-feed-health.h"

/* How long after the first of several changes it is counted again: a sync
 * stores feed after feed. */
#define SETTLE_MS 500

struct _SbFeedCounts
{
  GObject parent_instance;

  SbCatalogue *catalogue; /* (owned) */
  GHashTable *counts; /* (owned) (nullable) (element-type gint64 SbFeedCount) */
  GCancellable *cancellable; /* (owned) */
  guint settle_source;
};

G_DEFINE_FINAL_TYPE (SbFeedCounts, sb_feed_counts, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
count_one (SbStore *store,
           GHashTable *counts,
           gint64 feed,
           GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOCUMENT);
  SbFeedCount count = { 0 };
  gint64 n_documents;

  query->feed = feed;
  query->flags = SB_QUERY_GROUPED;
  n_documents = sb_store_count (store, query, error);
  if (n_documents < 0)
    return FALSE;

  count.n_documents = (int) MIN (n_documents, G_MAXINT);
  g_hash_table_insert (counts, g_memdup2 (&feed, sizeof feed), g_memdup2 (&count, sizeof count));
  return TRUE;
}

static gboolean
count_week (SbStore *store,
            GHashTable *counts,
            GError **error)
{
  g_autoptr (GArray) week = sb_store_count_brought_by_feeds (store, sb_clock_now () - SB_FEED_WEEK_S, error);

  if (week == NULL)
    return FALSE;

  for (guint i = 0; i < week->len; i++)
    {
      const SbFeedTally *tally = &g_array_index (week, SbFeedTally, i);
      SbFeedCount *count = g_hash_table_lookup (counts, &tally->feed);

      /* A feed that another program added in this moment. */
      if (count == NULL)
        continue;

      count->n_added = tally->n_added;
      count->n_updated = tally->n_updated;
      count->n_events_added = tally->n_events_added;
      count->n_events_updated = tally->n_events_updated;
    }

  return TRUE;
}

/* Run in the worker. */
static gpointer
count_all (SbStore *store,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_FEED);
  g_autoptr (GPtrArray) feeds = sb_store_list (store, query, error);

  if (feeds == NULL)
    return NULL;

  for (guint i = 0; i < feeds->len; i++)
    if (!count_one (store, counts, sb_record_get_id (g_ptr_array_index (feeds, i)), error))
      return NULL;

  return count_week (store, counts, error) ? g_steal_pointer (&counts) : NULL;
}

static void
counted_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (SbFeedCounts) self = user_data;
  g_autoptr (GError) error = NULL;
  GHashTable *counts = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (counts == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("Cannot count the documents of feeds: %s", error->message);

      return;
    }

  g_clear_pointer (&self->counts, g_hash_table_unref);
  self->counts = counts;
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
settled_cb (gpointer user_data)
{
  SbFeedCounts *self = user_data;

  self->settle_source = 0;
  sb_catalogue_read_async (self->catalogue, count_all, NULL, NULL, (GDestroyNotify) g_hash_table_unref,
                           self->cancellable, counted_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
catalogue_changed_cb (SbFeedCounts *self,
                      guint kinds)
{
  if ((kinds & (1u << SB_KIND_DOCUMENT | 1u << SB_KIND_EVENT | 1u << SB_KIND_FEED)) != 0 && self->settle_source == 0)
    self->settle_source = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
sb_feed_counts_dispose (GObject *object)
{
  SbFeedCounts *self = SB_FEED_COUNTS (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->counts, g_hash_table_unref);

  G_OBJECT_CLASS (sb_feed_counts_parent_class)->dispose (object);
}

static void
sb_feed_counts_class_init (SbFeedCountsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sb_feed_counts_dispose;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sb_feed_counts_init (SbFeedCounts *self)
{
  self->cancellable = g_cancellable_new ();
}

SbFeedCounts *
sb_feed_counts_new (SbCatalogue *catalogue)
{
  SbFeedCounts *self = g_object_new (SB_TYPE_FEED_COUNTS, NULL);

  self->catalogue = g_object_ref (catalogue);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (catalogue_changed_cb), self, G_CONNECT_SWAPPED);
  settled_cb (self);
  return self;
}

SbFeedCount
sb_feed_counts_get (SbFeedCounts *self,
                    gint64 feed)
{
  static const SbFeedCount unknown = { .n_documents = -1 };
  const SbFeedCount *count;

  g_return_val_if_fail (SB_IS_FEED_COUNTS (self), unknown);

  count = self->counts != NULL ? g_hash_table_lookup (self->counts, &feed) : NULL;
  return count != NULL ? *count : unknown;
}
