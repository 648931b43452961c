/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-feed-lookup.h"

#include "sb-feed.h"
#include "sb-record-builder.h"
#include "sb-source.h"
#include "sb-text.h"

#include <string.h>

gboolean
sb_feed_find_by_url (SbStore *store,
                     const char *url,
                     gint64 *id,
                     GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_FEED);
  g_autoptr (GPtrArray) feeds = sb_store_list (store, query, error);

  *id = 0;
  if (feeds == NULL)
    return FALSE;

  for (guint i = 0; i < feeds->len; i++)
    if (g_strcmp0 (sb_record_get_text (g_ptr_array_index (feeds, i), SB_FEED_URL), url) == 0)
      *id = sb_record_get_id (g_ptr_array_index (feeds, i));

  return TRUE;
}

/* The host of @url without "www.", NULL when it has none. */
static char *
dup_host (const char *url)
{
  g_autofree char *host = NULL;
  g_autofree char *lower = NULL;

  if (url == NULL || !g_uri_split (url, G_URI_FLAGS_NONE, NULL, NULL, &host, NULL, NULL, NULL, NULL, NULL) ||
      host == NULL || host[0] == '\0')
    return NULL;

  lower = g_ascii_strdown (host, -1);
  return g_strdup (g_str_has_prefix (lower, "www.") ? lower + strlen ("www.") : lower);
}

static gboolean
is_source (SbRecord *source,
           const char *folded_name,
           const char *host)
{
  g_autofree char *other_host = dup_host (sb_record_get_text (source, SB_SOURCE_URL));

  /* A site has one publisher; without a site, the name must do. */
  if (host != NULL && other_host != NULL)
    return g_str_equal (host, other_host);

  return sb_source_is_named (source, folded_name);
}

SbRef *
sb_source_find_or_add (SbStore *store,
                       const char *name,
                       const char *url,
                       SbChangeSet *changes,
                       GError **error)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_SOURCE);
  g_autoptr (GPtrArray) sources = sb_store_list (store, query, error);
  g_autofree char *folded_name = sb_fold (name);
  g_autofree char *host = dup_host (url);
  g_autoptr (SbRecordBuilder) builder = NULL;
  g_autoptr (SbRecord) source = NULL;

  if (sources == NULL)
    return NULL;

  for (guint i = 0; i < sources->len; i++)
    if (is_source (g_ptr_array_index (sources, i), folded_name, host))
      return sb_record_dup_ref (g_ptr_array_index (sources, i));

  builder = sb_record_builder_new (&sb_source_schema);
  sb_record_builder_set_words (builder, SB_SOURCE_NAME, name, NULL);
  sb_record_builder_set_text (builder, SB_SOURCE_URL, host != NULL ? url : NULL);
  source = sb_record_builder_end (g_steal_pointer (&builder));
  sb_change_set_put (changes, source);
  return sb_record_dup_ref (source);
}

gboolean
sb_feed_find_source (SbStore *store,
                     SbRecord *feed,
                     SbFeedDigest *digest,
                     SbChangeSet *changes,
                     SbRef **source,
                     GError **error)
{
  const SbParsedFeed *parsed;
  const char *name;

  *source = NULL;
  if (sb_record_has (feed, SB_FEED_SOURCE))
    {
      *source = sb_ref_ref (sb_record_get_ref (feed, SB_FEED_SOURCE));
      return TRUE;
    }

  if (digest == NULL)
    return TRUE;

  parsed = sb_feed_digest_get_feed (digest);
  name = sb_parsed_feed_get_title (parsed);
  if (name == NULL)
    name = sb_record_get_title (feed, SB_LANGUAGE_FR);
  if (name[0] == '\0')
    name = sb_record_get_text (feed, SB_FEED_URL);

  *source = sb_source_find_or_add (store, name, sb_parsed_feed_get_link (parsed), changes, error);
  return *source != NULL;
}
