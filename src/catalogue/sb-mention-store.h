/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-store.h"

G_BEGIN_DECLS

/* What documents name, and what the analyst said of texts once and for all. Who
 * reads texts for names is above; here is what was found, and which documents
 * wait. All functions block; for the thread of the store. */

/**
 * SbStoredMention:
 * @kind: (owned) "actor", "person", "place", "route", "instrument" or "date"
 * @start: in characters of the document's text, see sb_blocks_join()
 * @end: behind the last one
 * @record: what is named; 0 for no record
 * @record_kind: only of what was read
 * @name: (owned) (nullable) what it is called; of a date, its EDTF expression
 * @is_known: or found by what stands around it
 */
typedef struct
{
  char *kind;
  guint start;
  guint end;
  gint64 record;
  SbKind record_kind;
  char *name;
  gboolean is_known;
} SbStoredMention;

void sb_stored_mention_free (SbStoredMention *self);

/**
 * SbMentionRule:
 * @text: (owned) as it was written; compared as sb_fold() makes it
 * @record: what it always names; 0 when it never names anything
 * @time: when that was said, in seconds since 1970
 */
typedef struct
{
  char *text;
  gint64 record;
  SbKind record_kind;
  gint64 time;
} SbMentionRule;

void sb_mention_rule_free (SbMentionRule *self);

/* In the order of the text. (element-type SbStoredMention) */
GPtrArray *sb_store_list_mentions (SbStore *self,
                                   gint64 document,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Replaces what @document was found to name; it waits no more. @mentions:
 * (element-type SbStoredMention), in order, without overlaps. A record that is
 * not there any more is none. To be called while the store is held, see
 * sb_store_hold(), for many at a time. */
gboolean sb_store_put_mentions (SbStore *self,
                                gint64 document,
                                GPtrArray *mentions,
                                GError **error);

/* The ids of at most @limit documents that wait to be read for names, the newest
 * first. (element-type gint64) */
GArray *sb_store_list_unnamed (SbStore *self,
                               guint limit,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @document waits to be read for names. FALSE when it failed. */
gboolean sb_store_is_unnamed (SbStore *self,
                              gint64 document,
                              gboolean *is_unnamed,
                              GError **error);

/* Whether names have changed since the last sb_store_settle_names(). */
gboolean sb_store_has_renamed (SbStore *self,
                               gboolean *has_renamed,
                               GError **error);

/* Names have changed: finds the documents that this matters to, which are those
 * that name one of these records, or have the words of one of its names in them;
 * they wait from now on. */
gboolean sb_store_settle_names (SbStore *self,
                                GError **error);

/* Sorted by the text. (element-type SbMentionRule) */
GPtrArray *sb_store_list_mention_rules (SbStore *self,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Says of @text that it always names @record, or with 0 nothing; documents with it
 * wait from now on, and count as changed. A text without a letter is SB_CATALOGUE_ERROR_INVALID. */
gboolean sb_store_put_mention_rule (SbStore *self,
                                    const char *text,
                                    gint64 record,
                                    GError **error);
/* FALSE without an error when nothing was said of @text. */
gboolean sb_store_remove_mention_rule (SbStore *self,
                                       const char *text,
                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbStoredMention, sb_stored_mention_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbMentionRule, sb_mention_rule_free)

G_END_DECLS
