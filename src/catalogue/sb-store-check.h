/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-finding.h"
#include "sb-store.h"

G_BEGIN_DECLS

/* Called, in the thread of the store, before each thing that is looked at:
 * @fraction of them, from 0 to 1, has been. */
typedef void (*SbCheckFunc) (double fraction,
                             gpointer user_data);

/* Looks for damage: integrity, foreign keys, full-text index, positions of
 * extracts, hashes of texts and originals, blobs that belong to nothing, dates,
 * history. An empty list is a sound catalogue. When the file itself is damaged,
 * nothing else is looked for. Reads all of the file. @progress may be NULL.
 * (element-type SbFinding) */
GPtrArray *sb_store_check (SbStore *self,
                           SbCheckFunc progress,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SbRepair:
 *
 * What sb_store_repair() did.
 */
typedef struct
{
  char *backup; /* (owned) (nullable) the catalogue as it was; NULL when there
                   was nothing to do */
  guint n_moved; /* extracts that were found elsewhere in their text */
  guint n_orphans; /* originals that were dropped */
  gboolean is_indexed; /* the full-text index was made anew */
} SbRepair;

void sb_repair_free (SbRepair *self);

/* Mends what can be without a loss of what the user knows, after a backup: an
 * extract whose quotation is once in the text is moved there, in one unit of
 * work under @label that can be undone; originals that belong to nothing are
 * dropped; the full-text index is made anew when it does not fit. A file that
 * is damaged itself is not touched: %SB_SQLITE_ERROR_CORRUPT. */
SbRepair *sb_store_repair (SbStore *self,
                           const char *label,
                           GCancellable *cancellable,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbRepair, sb_repair_free)

G_END_DECLS
