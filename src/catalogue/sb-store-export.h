/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/* What is handed on from a catalogue, piece by piece, so that a large one never
 * is in memory at once. All functions block, as those of SbStore do. */

/**
 * SbSnapshot:
 *
 * While it is held, all that is read from its store is of one moment, whatever
 * others write meanwhile. Belongs to the thread of the store, which must
 * outlive it.
 */
typedef struct _SbSnapshot SbSnapshot;

SbSnapshot *sb_snapshot_new (SbStore *store,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sb_snapshot_free (SbSnapshot *self);

/* A record without what it holds. */
typedef struct
{
  gint64 id;
  SbKind kind;
  char uuid[37]; /* in its text form, NUL-terminated */
} SbIdentity;

/* The ids of the records that meet @query, in its order. (element-type gint64) */
GArray *sb_store_list_ids (SbStore *self,
                           const SbQuery *query,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* All records of all kinds, in the order of their UUIDs.
 * (element-type SbIdentity) */
GArray *sb_store_list_identities (SbStore *self,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One tie of a record, as a line of a dossier (docs/dossier-format.md), and what
 * it is tied to. */
typedef struct
{
  gint64 other;
  SbKind other_kind;
  char *line; /* (owned) JSON, without its end */
} SbTieLine;

/* The evidence of a record, by UUID of the extract, and the members of a
 * dossier, by theirs. (element-type SbTieLine) */
GPtrArray *sb_store_list_evidence_lines (SbStore *self,
                                         gint64 record,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *sb_store_list_member_lines (SbStore *self,
                                       gint64 dossier,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The versions of the question that a record answers, itself among them, by their
 * UUIDs; empty when there is one only. (element-type SbTieLine) */
GPtrArray *sb_store_list_version_lines (SbStore *self,
                                        gint64 record,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* @record as a line of a dossier, without its end, a document with its text; what
 * concerns the keeper of the catalogue alone is left out. */
char *sb_store_write_line (SbStore *self,
                           SbRecord *record,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The number of bytes of the original with the SHA-256 @hash; -1 when it was not
 * kept, and on error. */
gint64 sb_store_get_original_size (SbStore *self,
                                   const char *hash,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbSnapshot, sb_snapshot_free)

G_END_DECLS
