/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-private-fields.h"

#include "sb-document.h"
#include "sb-feed.h"
#include "sb-record-builder.h"
#include "sb-record-compare.h"

static const guint feed_fields[] = {
  SB_FEED_STATE,
  SB_FEED_LAST_ATTEMPT,
  SB_FEED_LAST_GOOD,
  SB_FEED_NEXT_DUE,
  SB_FEED_FAILURES,
  SB_FEED_ERROR_CODE,
  SB_FEED_ERROR_MESSAGE,
  SB_FEED_ETAG,
  SB_FEED_LAST_MODIFIED,
  SB_FEED_INTERVAL,
  SB_FEED_PAUSED,
  SB_FEED_CURSOR,
  SB_FEED_FULL_TEXT,
};

static const guint document_fields[] = {
  SB_DOCUMENT_READ,
  SB_DOCUMENT_STARRED,
  SB_DOCUMENT_ARCHIVED,
};

static const guint *
get_fields (SbRecord *record,
            guint *n_fields)
{
  switch (sb_record_get_kind (record))
    {
    case SB_KIND_FEED:
      *n_fields = G_N_ELEMENTS (feed_fields);
      return feed_fields;

    case SB_KIND_DOCUMENT:
      *n_fields = G_N_ELEMENTS (document_fields);
      return document_fields;

    default:
      *n_fields = 0;
      return NULL;
    }
}

/* @address without "name:password@"; NULL when it has none. */
static char *
drop_user (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);
  g_autoptr (GUri) bare = NULL;

  if (uri == NULL || g_uri_get_userinfo (uri) == NULL)
    return NULL;

  bare = g_uri_build (G_URI_FLAGS_ENCODED, g_uri_get_scheme (uri), NULL, g_uri_get_host (uri), g_uri_get_port (uri),
                      g_uri_get_path (uri), g_uri_get_query (uri), g_uri_get_fragment (uri));
  return g_uri_to_string (bare);
}

SbRecord *
sb_private_fields_drop (SbRecord *record)
{
  g_autoptr (SbRecordBuilder) builder = NULL;
  g_autofree char *address = NULL;
  guint n_fields;
  const guint *fields = get_fields (record, &n_fields);

  if (fields == NULL)
    return g_object_ref (record);

  builder = sb_record_builder_new_from (record);
  for (guint i = 0; i < n_fields; i++)
    sb_record_builder_clear (builder, fields[i]);

  if (sb_record_get_kind (record) == SB_KIND_FEED)
    address = drop_user (sb_record_get_text (record, SB_FEED_URL));
  if (address != NULL)
    sb_record_builder_set_text (builder, SB_FEED_URL, address);
  return sb_record_builder_end (g_steal_pointer (&builder));
}

SbRecord *
sb_private_fields_keep (SbRecord *incoming,
                        SbRecord *stored)
{
  g_autoptr (SbRecordBuilder) builder = NULL;
  g_autofree char *address = NULL;
  guint n_fields;
  const guint *fields = get_fields (incoming, &n_fields);

  if (fields == NULL)
    return g_object_ref (incoming);

  builder = sb_record_builder_new_from (incoming);
  for (guint i = 0; i < n_fields; i++)
    {
      if (stored != NULL)
        _sb_record_copy_value (builder, stored, fields[i]);
      else
        sb_record_builder_clear (builder, fields[i]);
    }

  if (sb_record_get_kind (incoming) == SB_KIND_FEED && stored == NULL)
    sb_record_builder_set_term (builder, SB_FEED_STATE, SB_FEED_STATE_NEW);
  else if (sb_record_get_kind (incoming) == SB_KIND_FEED)
    {
      address = drop_user (sb_record_get_text (stored, SB_FEED_URL));
      if (g_strcmp0 (address, sb_record_get_text (incoming, SB_FEED_URL)) == 0)
        sb_record_builder_set_text (builder, SB_FEED_URL, sb_record_get_text (stored, SB_FEED_URL));
    }

  return sb_record_builder_end (g_steal_pointer (&builder));
}
