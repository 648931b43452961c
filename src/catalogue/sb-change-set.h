/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-block.h"
#include "sb-evidence.h"
#include "sb-grade.h"
#include "sb-record.h"

G_BEGIN_DECLS

/**
 * SbChangeSet:
 *
 * One unit of work: all of it is stored in one transaction, kept in the history
 * under one label, and undone as one. Built on any one thread, then handed to
 * sb_catalogue_write_async() or sb_store_apply(). Records that refer to each
 * other by UUID may stand in any order.
 */
typedef struct _SbChangeSet SbChangeSet;
typedef struct _SbSavedSearch SbSavedSearch;

#define SB_TYPE_CHANGE_SET (sb_change_set_get_type ())

GType sb_change_set_get_type (void);

/* @label names the work to the user, translated ("Add event"); NULL for work
 * that is not the user's (a sync): it is kept in the history as well, but not
 * offered for undo. */
SbChangeSet *sb_change_set_new (const char *label) G_GNUC_WARN_UNUSED_RESULT;
SbChangeSet *sb_change_set_ref (SbChangeSet *self);
void sb_change_set_unref (SbChangeSet *self);
gboolean sb_change_set_is_empty (SbChangeSet *self);

/* Stores a record: the one of the same id, or else of the same UUID, is
 * replaced; a new one is added. */
void sb_change_set_put (SbChangeSet *self,
                        SbRecord *record);

/* Stores what was changed in a record from @before, as it was read, to @record: what others
 * have changed in it since stays, field by field and item by item. Where both changed the
 * same, @record holds. */
void sb_change_set_put_edit (SbChangeSet *self,
                             SbRecord *before,
                             SbRecord *record);

/* Removes a record, what hangs on it included. */
void sb_change_set_remove (SbChangeSet *self,
                           SbRef *record);

/* Stores a document with its text and, if @original is not NULL, its bytes.
 * @blocks: (element-type SbBlock). Read and star marks of a document that is
 * stored already are kept. */
void sb_change_set_put_document (SbChangeSet *self,
                                 SbRecord *document,
                                 GPtrArray *blocks,
                                 GBytes *original);

/* Stores a new document with the bytes that its text is still to be taken out of
 * (sb-text-store.h), whose SHA-256 @document says. @base (nullable) is what addresses in
 * them are relative to. Of one that is stored already, the text stays as it is. */
void sb_change_set_put_waiting_document (SbChangeSet *self,
                                         SbRecord *document,
                                         GBytes *original,
                                         const char *base);

/* Ties a record to an extract, both by reference; replaces the tie of the same
 * two. */
void sb_change_set_put_evidence (SbChangeSet *self,
                                 SbRef *record,
                                 SbRef *extract,
                                 SbStance stance,
                                 SbCredibility credibility);
void sb_change_set_remove_evidence (SbChangeSet *self,
                                    SbRef *record,
                                    SbRef *extract);

/* Makes a record a part of a dossier. */
void sb_change_set_add_member (SbChangeSet *self,
                               SbRef *dossier,
                               SbRef *record);

/* Makes a record one of the versions of the question that @topic, a UUID, stands
 * for; it was of at most one question and leaves that. Retaining a version ends
 * that of the others of its question. */
void sb_change_set_put_version (SbChangeSet *self,
                                SbRef *record,
                                const char *topic,
                                gboolean is_retained);
void sb_change_set_remove_version (SbChangeSet *self,
                                   SbRef *record);

/* Says of @text that it always names @record, or with NULL that it names nothing; or takes
 * back what was said of it. See sb-mention-store.h. */
void sb_change_set_put_mention_rule (SbChangeSet *self,
                                     const char *text,
                                     SbRef *record);
void sb_change_set_remove_mention_rule (SbChangeSet *self,
                                        const char *text);

/* Saves @search: name, query and watch of the one that has its UUID, or else one that is
 * new. The query is not looked at. See sb-saved-search.h. */
void sb_change_set_put_saved_search (SbChangeSet *self,
                                     const SbSavedSearch *search);
void sb_change_set_remove_saved_search (SbChangeSet *self,
                                        const char *uuid);

/* Reading marks; they are not kept in the history. */
void sb_change_set_mark_read (SbChangeSet *self,
                              SbRef *document,
                              gboolean is_read);
void sb_change_set_mark_starred (SbChangeSet *self,
                                 SbRef *document,
                                 gboolean is_starred);
void sb_change_set_mark_archived (SbChangeSet *self,
                                  SbRef *document,
                                  gboolean is_archived);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbChangeSet, sb_change_set_unref)

G_END_DECLS
