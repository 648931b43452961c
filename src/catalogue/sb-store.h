/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

#include "sb-change-set.h"
#include "sb-query.h"

G_BEGIN_DECLS

/**
 * SbStore:
 *
 * One connection to a catalogue, with its prepared queries. It belongs to one
 * thread at a time: workers get one from SbCatalogue, the command line and
 * tests open their own. All functions block.
 *
 * Errors are those of SB_CATALOGUE_ERROR and SB_SQLITE_ERROR.
 */
#define SB_TYPE_STORE (sb_store_get_type ())

G_DECLARE_FINAL_TYPE (SbStore, sb_store, SB, STORE, GObject)

typedef enum
{
  SB_STORE_DEFAULT = 0,
  SB_STORE_READ_ONLY = 1 << 0,
  SB_STORE_CREATE = 1 << 1, /* make the file when there is none */
} SbStoreFlags;

/* Opens the catalogue in file @path, brings its schema up to date (after a
 * backup beside it). A schema newer than the program's is refused. */
SbStore *sb_store_open (const char *path,
                        SbStoreFlags flags,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
const char *sb_store_get_path (SbStore *self);

/* One record; NULL without an error when there is none. */
SbRecord *sb_store_get (SbStore *self,
                        SbKind kind,
                        gint64 id,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* As above; the UUID of a record that was merged leads to the one it was merged
 * into. */
SbRecord *sb_store_get_by_uuid (SbStore *self,
                                SbKind kind,
                                const char *uuid,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The record of whatever kind. */
SbRecord *sb_store_find_by_uuid (SbStore *self,
                                 const char *uuid,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The records that meet @query. (element-type SbRecord) */
GPtrArray *sb_store_list (SbStore *self,
                          const SbQuery *query,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The records with @ids (element-type gint64), in that order: those that are not
 * there are left out. (element-type SbRecord) */
GPtrArray *sb_store_get_all (SbStore *self,
                             SbKind kind,
                             GArray *ids,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The ids of controls, restrictions, alliances, relations, actors, claims or
 * instruments of which anything could have begun, ended or been said in the period
 * of @query: they themselves, a party, an office, a statement. Of the query, the
 * kind, the period, the dossier and the limit count; the order is none. What is only
 * known within more than 400 days is not found. (element-type gint64) */
GArray *sb_store_list_turned (SbStore *self,
                              const SbQuery *query,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The ids of the controls of @places that could hold on @days (both element-type
 * gint64): place by place, day by day, the newest first, so that one that holds on
 * several days is there several times. Of the query, the actor, the dossier and
 * the limit, which is that of a place on a day, count. (element-type gint64) */
GArray *sb_store_list_controls_of_places (SbStore *self,
                                          const SbQuery *query,
                                          GArray *places,
                                          GArray *days,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The number of what sb_store_list() finds, limit and offset aside; -1 on
 * error. */
gint64 sb_store_count (SbStore *self,
                       const SbQuery *query,
                       GError **error);

/* What a feed brought since some time. */
typedef struct
{
  gint64 feed;
  guint n_added; /* documents that came */
  guint n_updated; /* others that it changed */
  guint n_events_added; /* events that came with the data of a service */
  guint n_events_updated; /* others that it changed */
} SbFeedTally;

/* One for each feed that brought something since @since, in seconds since
 * 1970-01-01 UTC, in no order (element-type SbFeedTally). */
GArray *sb_store_count_brought_by_feeds (SbStore *self,
                                         gint64 since,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What is unread of a feed, or of the feeds of a folder. */
typedef struct
{
  gint64 feed; /* 0 for a folder */
  char *folder; /* (owned) (nullable) NULL for a feed */
  guint n_unread; /* documents that were neither read nor put away, one of each group */
} SbUnreadCount;

/* One for each feed and each folder of which something is unread, in no order.
 * (element-type SbUnreadCount) */
GArray *sb_store_count_unread (SbStore *self,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What a record rests on, its list items included: records of
 * sb_evidence_schema, supporting ones first. */
GPtrArray *sb_store_list_evidence (SbStore *self,
                                   gint64 record,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What an extract is by itself, as a record of sb_evidence_schema that supports the
 * extract: for a text to cite. One, or none. (element-type SbRecord) */
GPtrArray *sb_store_list_evidence_of_extract (SbStore *self,
                                              gint64 extract,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The records that answer the same question as @record, itself among them: the
 * retained one first. Empty when there is one version only.
 * (element-type SbRecord) */
GPtrArray *sb_store_list_versions (SbStore *self,
                                   gint64 record,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The records that name a record or rest on it, and the dossiers that hold it;
 * and what a dossier holds itself. Records of sb_referrer_schema by kind, at most
 * @limit of each. */
GPtrArray *sb_store_list_referrers (SbStore *self,
                                    gint64 record,
                                    guint limit,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *sb_store_list_members (SbStore *self,
                                  gint64 dossier,
                                  guint limit,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Takes the text out of the bytes that a document was read from. @base (nullable) is
 * what addresses in them are relative to. (element-type SbBlock); never NULL. Any
 * thread. */
typedef GPtrArray *(*SbTextFunc) (GBytes *original,
                                  const char *base);

/* Who reads the text of a document while it waits to be taken out (sb-text-store.h); it
 * has none as long as nobody does. */
void sb_store_set_text_func (SbStore *self,
                             SbTextFunc func);

/* The text of a document as blocks, and its original bytes (NULL without an
 * error when they were not kept). */
GPtrArray *sb_store_get_blocks (SbStore *self,
                                gint64 document,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *sb_store_get_original (SbStore *self,
                               gint64 document,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Bytes that were kept, by their SHA-256: an original, a capture. NULL without an error
 * when there are none. */
GBytes *sb_store_get_bytes (SbStore *self,
                            const char *hash,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The document of a feed's entry, or with an address; NULL without an error
 * when there is none. */
SbRecord *sb_store_find_document (SbStore *self,
                                  gint64 feed,
                                  const char *entry,
                                  const char *url,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How many events begin on each day of the period, for the time bar.
 * (element-type guint), one element a day. */
GArray *sb_store_count_events_by_day (SbStore *self,
                                      const SbQuery *query,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Stores a unit of work in one transaction; a failed one leaves no trace.
 * Returns the kinds that changed as bits (1 << SbKind), -1 on error. Changes
 * that change nothing are not counted. */
int sb_store_apply (SbStore *self,
                    SbChangeSet *changes,
                    GError **error);

/* Undoes or redoes the last unit of work that has a label. Returns its label,
 * NULL without an error when there is none. */
char *sb_store_undo (SbStore *self,
                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *sb_store_redo (SbStore *self,
                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What the next of them would undo or redo; NULL without an error when there is
 * nothing. */
char *sb_store_dup_undo_label (SbStore *self,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *sb_store_dup_redo_label (SbStore *self,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SbStoreHold:
 *
 * Holds off all other writers, those of other programs as well: what is read
 * and what is then stored, by as many calls as it takes, is one unit that
 * nobody else's can come between. It leaves no trace when it is freed without
 * having been committed; who listens for changes is told when it is. It cannot be
 * committed when a unit of work in it failed. One at a time on a store.
 */
typedef struct _SbStoreHold SbStoreHold;

SbStoreHold *sb_store_hold (SbStore *self,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* At most once. */
gboolean sb_store_hold_commit (SbStoreHold *self,
                               GError **error);
void sb_store_hold_free (SbStoreHold *self);

/* Work on this connection ends with %G_IO_ERROR_CANCELLED once @cancellable is
 * cancelled; NULL to end that. */
void sb_store_set_cancellable (SbStore *self,
                               GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbStoreHold, sb_store_hold_free)

G_END_DECLS
