/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-change-set-private.h"
#include "sb-dossier-reader.h"
#include "sb-store-private.h"

G_BEGIN_DECLS

/**
 * SbUnit:
 *
 * A unit of work while it is being stored: one transaction. What it changes is
 * written down as it goes, for the history and for those who show the records.
 */
typedef struct
{
  SbStore *store; /* (unowned) */
  gint64 now; /* seconds since 1970 */
  int kinds; /* bits (1 << SbKind) of what changed */
  int counted_kinds; /* those of them that were counted for other programs */
  SbImportCounts counts; /* of the records that were put */
  GHashTable *known; /* (owned) UUID to SbKnown: records looked up or added */
  GPtrArray *entries; /* (owned) (element-type SbHistoryEntry) */
  gint64 history; /* the row of the history; 0 until there is one */
  guint n_entries; /* written to it so far */
  gboolean is_reverting; /* records come back under the ids they had, without
                            what they named that is gone meanwhile */
  gboolean is_importing; /* what was merged here since it was written is no
                            news */
  gboolean is_merging; /* what was stored once is not checked again */
  gboolean is_edit; /* somebody's work: what was merged meanwhile is told */
} SbUnit;

/* A record of which the unit knows that it is there. */
typedef struct
{
  gint64 id;
  SbKind kind;
  gboolean is_new; /* added by this unit and still without its fields */
  gboolean is_merged; /* the UUID is that of another one, which was merged into
                         this one; or that could not stay, when @id is 0 */
} SbKnown;

/* What happened to one record or tie; JSON, see the table history_entry. */
typedef struct
{
  gint64 record; /* for a tie the record that it is about */
  const char *kind; /* static */
  char *before; /* (owned) (nullable) */
  char *after; /* (owned) (nullable) */
} SbHistoryEntry;

void _sb_unit_init (SbUnit *self,
                    SbStore *store);
void _sb_unit_clear (SbUnit *self);

/* Stores all of a change set in the transaction that is open. */
gboolean _sb_unit_apply (SbUnit *self,
                         SbChangeSet *changes,
                         GError **error);

/* Writes down a change; takes over @before and @after. */
void _sb_unit_take_entry (SbUnit *self,
                          gint64 record,
                          const char *kind,
                          char *before,
                          char *after);
void _sb_unit_mark_changed (SbUnit *self,
                            SbKind kind);

/* Looks up what @ref refers to; FALSE with an error when it cannot be, and with
 * *@known->id 0 when there is no such record. What was merged into another one
 * is that one. */
gboolean _sb_unit_find (SbUnit *self,
                        SbRef *ref,
                        SbKnown *known,
                        GError **error);
/* As above, but what is not there is an error. */
gboolean _sb_unit_resolve (SbUnit *self,
                           SbRef *ref,
                           SbKnown *known,
                           GError **error);

/* sb-unit-put.c: adds the row of the record if it is new, so that what comes
 * later in the unit can refer to it; then stores what it holds. */
gboolean _sb_unit_announce (SbUnit *self,
                            SbRecord *record,
                            GError **error);
/* The same of one that nobody can know, because it was only now given its UUID. */
gboolean _sb_unit_announce_new (SbUnit *self,
                                SbRecord *record,
                                GError **error);
gboolean _sb_unit_put (SbUnit *self,
                       SbChange *change,
                       GError **error);

/* sb-unit-remove.c: removes what is there of @refs, whose order does not matter.
 * (element-type SbRef) */
gboolean _sb_unit_remove (SbUnit *self,
                          GPtrArray *refs,
                          GError **error);

/* sb-unit-tie.c */
gboolean _sb_unit_put_evidence (SbUnit *self,
                                SbChange *change,
                                GError **error);
gboolean _sb_unit_remove_evidence (SbUnit *self,
                                   SbChange *change,
                                   GError **error);
gboolean _sb_unit_change_member (SbUnit *self,
                                 SbChange *change,
                                 GError **error);
gboolean _sb_unit_mark (SbUnit *self,
                        SbChange *change,
                        GError **error);
/* A reference that has its UUID, for what is written down. */
SbRef *_sb_unit_complete_ref (SbUnit *self,
                              SbRef *ref,
                              const SbKnown *known,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Writes down, as removed, all ties of a record that is about to go. */
gboolean _sb_unit_keep_ties (SbUnit *self,
                             gint64 record,
                             GError **error);

/* sb-unit-version.c */
gboolean _sb_unit_change_version (SbUnit *self,
                                  SbChange *change,
                                  GError **error);
/* Writes down, as removed, what a record is a version of. */
gboolean _sb_unit_keep_version (SbUnit *self,
                                const SbKnown *record,
                                GError **error);

/* sb-unit-own.c: what is the reader's own, and no record. */
gboolean _sb_unit_change_mention_rule (SbUnit *self,
                                       SbChange *change,
                                       GError **error);
gboolean _sb_unit_change_saved_search (SbUnit *self,
                                       SbChange *change,
                                       GError **error);
/* Whether a change that the history calls @name is of these. */
gboolean _sb_unit_is_own (const char *name);
/* Adds what the history has of one at that side to @changes, or that it was not there. */
gboolean _sb_unit_revert_own (const char *name,
                              const char *from, /* (nullable) */
                              const char *to, /* (nullable) */
                              SbChangeSet *changes,
                              GError **error);
/* What one is about and is called: @ref is the record that it leads to, or with
 * SB_KIND_NONE only a name; @other (nullable) the words of a rule that leads to a record. */
gboolean _sb_unit_name_own (const char *json,
                            SbRef **ref,
                            SbRef **other,
                            GError **error);

/* sb-unit-group.c: has documents in the group that their links lead to, where links
 * have changed. */
gboolean _sb_unit_settle_groups (SbUnit *self,
                                 GError **error);

/* sb-unit-text.c: the record with the marks, hashes and identity that it must
 * have beside what is stored of it. */
SbRecord *_sb_unit_complete_document (SbRecord *record,
                                      SbRecord *stored,
                                      SbChange *change) G_GNUC_WARN_UNUSED_RESULT;
/* Whether storing the text would change it; @changed is not set on error. */
gboolean _sb_unit_compare_text (SbUnit *self,
                                gint64 document,
                                GPtrArray *blocks,
                                gboolean *changed,
                                GError **error);
gboolean _sb_unit_put_text (SbUnit *self,
                            gint64 document,
                            GPtrArray *blocks,
                            GError **error);
/* Has the text taken out of the original. */
gboolean _sb_unit_await_text (SbUnit *self,
                              gint64 document,
                              const char *base,
                              GError **error);
gboolean _sb_unit_put_original (SbUnit *self,
                                SbRecord *document,
                                GBytes *original,
                                GError **error);

/* sb-history-write.c: the record and, if given, its text, as the history keeps
 * it. */
char *_sb_history_write_record (SbRecord *record,
                                GPtrArray *blocks) G_GNUC_WARN_UNUSED_RESULT;
/* One side of a change, as it is read back: the opposite of
 * _sb_history_write_record(). */
typedef struct
{
  SbRecord *record; /* (owned) (nullable) */
  GPtrArray *blocks; /* (owned) (nullable) (element-type SbBlock) */
} SbHistorySide;
gboolean _sb_history_read_side (const char *json,
                                SbKind kind,
                                gint64 id,
                                SbHistorySide *side,
                                GError **error);
void _sb_history_side_clear (SbHistorySide *side);

/* What a unit of work is called in the history; all but the state may be
 * unset. */
typedef struct
{
  const char *label; /* (nullable) */
  const char *state; /* as in the table history */
  gint64 undoes; /* 0 for none */
  gint64 redoes; /* 0 for none */
} SbHistoryHead;
/* Writes what the unit has changed since the last call to the history, and lets
 * go of it: a long unit need not hold all of it until its end. Nothing is
 * written when there is nothing. */
gboolean _sb_history_add (SbUnit *unit,
                          const SbHistoryHead *head,
                          GError **error);

/* Tells the unit whether what is put in it may have been written before records
 * were merged here. */
gboolean _sb_unit_set_importing (SbUnit *self,
                                 GError **error);

/* sb_store_apply() of what is imported, which tells what became of the records;
 * @counts may be NULL. */
int _sb_store_import_and_count (SbStore *self,
                                SbChangeSet *changes,
                                SbImportCounts *counts,
                                GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SbUnit, _sb_unit_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SbHistorySide, _sb_history_side_clear)

G_END_DECLS
