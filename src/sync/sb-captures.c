/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-captures.h"

#include "sb-article-store.h"
#include "sb-clock.h"

/* What server answered, when, and with what. */
static void
take_capture (SbRecordBuilder *builder,
              const char *url,
              guint status,
              const char *media_type,
              const char *hash)
{
  SbRecordBuilder *capture = sb_record_builder_new (&sb_document_capture_schema);

  sb_record_builder_set_text (capture, SB_CAPTURE_URL, url);
  sb_record_builder_set_time (capture, SB_CAPTURE_TIME, sb_clock_now ());
  if (status != 0)
    sb_record_builder_set_integer (capture, SB_CAPTURE_STATUS, status);
  sb_record_builder_set_text (capture, SB_CAPTURE_MEDIA_TYPE, media_type);
  sb_record_builder_set_text (capture, SB_CAPTURE_HASH, hash);
  sb_record_builder_take_item (builder, SB_DOCUMENT_CAPTURES, sb_record_builder_end (capture));
}

/* The last one of the page; NULL when there is none. */
static SbRecord *
find_last_page (SbRecord *document)
{
  for (guint i = sb_record_get_n_items (document, SB_DOCUMENT_CAPTURES); i > 0; i--)
    {
      SbRecord *capture = sb_record_get_item (document, SB_DOCUMENT_CAPTURES, i - 1);

      if (!sb_capture_is_illustration (capture))
        return capture;
    }

  return NULL;
}

void
sb_capture_add (SbRecordBuilder *builder,
                SbRecord *document,
                SbFetchResult *fetch)
{
  SbRecord *last;
  g_autofree char *hash = NULL;

  g_return_if_fail (builder != NULL && fetch != NULL);

  last = document != NULL ? find_last_page (document) : NULL;
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, sb_fetch_result_get_body (fetch));
  if (last != NULL && g_strcmp0 (sb_record_get_text (last, SB_CAPTURE_HASH), hash) == 0 &&
      g_strcmp0 (sb_record_get_text (last, SB_CAPTURE_URL), sb_fetch_result_get_url (fetch)) == 0)
    return;

  take_capture (builder, sb_fetch_result_get_url (fetch), sb_fetch_result_get_status (fetch), sb_fetch_result_get_content_type (fetch), hash);
}

gboolean
sb_capture_is_illustration (SbRecord *capture)
{
  const char *media_type;

  g_return_val_if_fail (SB_IS_RECORD (capture), FALSE);

  media_type = sb_record_get_text (capture, SB_CAPTURE_MEDIA_TYPE);
  return media_type != NULL && g_str_has_prefix (media_type, "image/");
}

const char *
sb_capture_find_illustration (SbRecord *document,
                              const char *address)
{
  g_return_val_if_fail (SB_IS_RECORD (document) && address != NULL, NULL);

  for (guint i = sb_record_get_n_items (document, SB_DOCUMENT_CAPTURES); i > 0; i--)
    {
      SbRecord *capture = sb_record_get_item (document, SB_DOCUMENT_CAPTURES, i - 1);

      if (sb_capture_is_illustration (capture) && g_strcmp0 (sb_record_get_text (capture, SB_CAPTURE_URL), address) == 0)
        return sb_record_get_text (capture, SB_CAPTURE_HASH);
    }

  return NULL;
}

static gboolean
keep (SbStore *store,
      SbRecord *document,
      const char *address,
      const char *media_type,
      GBytes *picture,
      GError **error)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, picture);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRecord) changed = NULL;
  SbRecordBuilder *builder;

  if (g_strcmp0 (sb_capture_find_illustration (document, address), hash) == 0)
    return TRUE;

  builder = sb_record_builder_new_from (document);
  take_capture (builder, address, 0, media_type, hash);
  changed = sb_record_builder_end (builder);
  sb_change_set_put (changes, changed);
  return sb_store_keep_bytes (store, picture, error) && sb_store_apply (store, changes, error) >= 0;
}

gboolean
sb_capture_keep_illustration (SbStore *store,
                              gint64 document,
                              const char *address,
                              const char *media_type,
                              GBytes *picture,
                              GError **error)
{
  g_autoptr (SbStoreHold) hold = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) stored = NULL;

  g_return_val_if_fail (SB_IS_STORE (store), FALSE);
  g_return_val_if_fail (address != NULL && media_type != NULL && picture != NULL, FALSE);

  hold = sb_store_hold (store, error);
  if (hold == NULL)
    return FALSE;

  stored = sb_store_get (store, SB_KIND_DOCUMENT, document, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return (stored == NULL || keep (store, stored, address, media_type, picture, error)) && sb_store_hold_commit (hold, error);
}
