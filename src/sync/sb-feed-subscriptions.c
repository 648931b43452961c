/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-feed-subscriptions.h"

#include <glib/gi18n.h>

#include "sb-feed.h"
#include "sb-fetcher.h"
#include "sb-record-builder.h"

/* Stands for a slash in the name of a folder (U+2215). */
#define INNER_SLASH "∕"

static char *
replace (const char *text,
         const char *old,
         const char *new)
{
  g_autoptr (GString) string = g_string_new (text);

  g_string_replace (string, old, new, 0);
  return g_string_free (g_steal_pointer (&string), FALSE);
}

/* The folders of an entry as one text; NULL for none. */
static char *
join_folders (char **folders)
{
  g_autoptr (GString) path = g_string_new (NULL);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *name = replace (folders[i], "/", INNER_SLASH);

      g_string_append_printf (path, "%s%s", i > 0 ? "/" : "", name);
    }

  return path->len > 0 ? g_string_free (g_steal_pointer (&path), FALSE) : NULL;
}

static char **
split_folders (const char *path)
{
  char **folders = g_strsplit (path != NULL ? path : "", "/", -1);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      char *name = replace (folders[i], INNER_SLASH, "/");

      g_free (folders[i]);
      folders[i] = name;
    }

  return folders;
}

/* Sets @field unless it has a value. */
static gboolean
fill_in (SbRecordBuilder *builder,
         SbRecord *feed,
         guint field,
         const char *text)
{
  if (text == NULL || sb_record_has (feed, field))
    return FALSE;

  sb_record_builder_set_text (builder, field, text);
  return TRUE;
}

static SbRecord *
make_feed (const SbFeedListEntry *entry,
           const char *url,
           SbRecord *stored,
           SbImportCounts *counts)
{
  g_autoptr (SbRecordBuilder) builder =
    stored != NULL ? sb_record_builder_new_from (stored) : sb_record_builder_new (&sb_feed_schema);
  g_autofree char *folder = join_folders (entry->folders);
  gboolean is_changed = FALSE;

  is_changed |= fill_in (builder, stored, SB_FEED_TITLE, entry->title);
  is_changed |= fill_in (builder, stored, SB_FEED_HOME, entry->link);
  is_changed |= fill_in (builder, stored, SB_FEED_FOLDER, folder);
  if (stored == NULL)
    {
      sb_record_builder_set_text (builder, SB_FEED_URL, url);
      sb_record_builder_set_term (builder, SB_FEED_STATE, SB_FEED_STATE_NEW);
      counts->added++;
    }
  else if (is_changed)
    counts->updated++;
  else
    counts->unchanged++;

  return sb_record_builder_end (g_steal_pointer (&builder));
}

/* The feeds of the catalogue by address (element-type utf8 SbRecord). */
static GHashTable *
map_feeds (SbStore *store,
           GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_FEED);
  g_autoptr (GPtrArray) feeds = sb_store_list (store, query, error);
  GHashTable *map;

  if (feeds == NULL)
    return NULL;

  map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < feeds->len; i++)
    {
      SbRecord *feed = g_ptr_array_index (feeds, i);

      g_hash_table_insert (map, g_strdup (sb_record_get_text (feed, SB_FEED_URL)), g_object_ref (feed));
    }

  return map;
}

gboolean
sb_feeds_subscribe (SbStore *store,
                    const SbFeedList *list,
                    SbImportCounts *counts,
                    GPtrArray *rejected,
                    GError **error)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (_ ("Import feeds"));
  g_autoptr (GHashTable) known = NULL;
  const SbFeedListEntry *entries;
  guint n_entries;

  g_return_val_if_fail (SB_IS_STORE (store), FALSE);
  g_return_val_if_fail (list != NULL && counts != NULL && rejected != NULL, FALSE);

  known = map_feeds (store, error);
  if (known == NULL)
    return FALSE;

  entries = sb_feed_list_get_entries (list, &n_entries);
  for (guint i = 0; i < n_entries; i++)
    {
      g_autofree char *url = sb_fetcher_normalise_address (entries[i].url, NULL);
      SbRecord *feed;

      if (url == NULL)
        {
          g_ptr_array_add (rejected, g_strdup (entries[i].url));
          continue;
        }

      feed = make_feed (&entries[i], url, g_hash_table_lookup (known, url), counts);
      sb_change_set_put (changes, feed);
      g_hash_table_insert (known, g_steal_pointer (&url), feed);
    }

  return sb_store_apply (store, changes, error) >= 0;
}

static int
compare_folders (gconstpointer a,
                 gconstpointer b)
{
  return g_strcmp0 (sb_record_get_text (*(SbRecord **) a, SB_FEED_FOLDER),
                    sb_record_get_text (*(SbRecord **) b, SB_FEED_FOLDER));
}

SbFeedList *
sb_feeds_list_subscriptions (SbStore *store,
                             GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_FEED);
  g_autoptr (GPtrArray) feeds = NULL;
  SbFeedList *list;

  g_return_val_if_fail (SB_IS_STORE (store), NULL);

  feeds = sb_store_list (store, query, error);
  if (feeds == NULL)
    return NULL;

  /* Feeds of one folder must stand together to share it; the sort is stable. */
  g_ptr_array_sort (feeds, compare_folders);
  list = sb_feed_list_new ("SahelBrief");
  for (guint i = 0; i < feeds->len; i++)
    {
      SbRecord *feed = g_ptr_array_index (feeds, i);
      g_auto (GStrv) folders = split_folders (sb_record_get_text (feed, SB_FEED_FOLDER));

      /* No reader of feeds could do anything with a data service. */
      if (sb_record_get_term (feed, SB_FEED_KIND, SB_FEED_KIND_FEED) != SB_FEED_KIND_FEED)
        continue;

      sb_feed_list_add (list, sb_record_get_text (feed, SB_FEED_URL), sb_record_get_text (feed, SB_FEED_TITLE),
                        sb_record_get_text (feed, SB_FEED_HOME), (const char *const *) folders);
    }

  return list;
}
