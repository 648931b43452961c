/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-capture-changes.h"

#include "sb-document-reader.h"
#include "sb-document.h"
#include "sb-extraction.h"

SbTextDiff *
sb_load_capture_changes (SbStore *store,
                         gint64 document,
                         guint capture,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SbRecord) record = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SbExtraction) before = NULL;
  SbRecord *kept = NULL;

  g_return_val_if_fail (SB_IS_STORE (store), NULL);

  record = sb_store_get (store, SB_KIND_DOCUMENT, document, &failure);
  if (record != NULL && capture < sb_record_get_n_items (record, SB_DOCUMENT_CAPTURES))
    kept = sb_record_get_item (record, SB_DOCUMENT_CAPTURES, capture);
  if (kept != NULL && sb_record_get_text (kept, SB_CAPTURE_HASH) != NULL)
    bytes = sb_store_get_bytes (store, sb_record_get_text (kept, SB_CAPTURE_HASH), &failure);
  if (bytes != NULL)
    blocks = sb_store_get_blocks (store, document, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (bytes == NULL)
    return NULL;

  before = sb_extract (bytes, sb_record_get_text (kept, SB_CAPTURE_MEDIA_TYPE), sb_record_get_text (kept, SB_CAPTURE_URL),
                       SB_EXTRACT_ARTICLE, cancellable, error);
  return before != NULL ? sb_text_diff_new (sb_extraction_get_blocks (before), blocks) : NULL;
}
