/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-merge-private.h"
#include "sb-tie-json.h"

G_BEGIN_DECLS

/* A merge while it is taken back. Other merges stay: what the history says of
 * one that was merged since is about the one it was merged into. And merges may
 * have been taken back that were there when this one was made: what the history
 * of this one says is read as if they had never been. */
typedef struct
{
  SbUnit unit;
  SbHistoryHead head;
  const SbMerge *merge; /* (unowned) */
  SbRef *kept; /* (owned) the one that is kept, or what it was merged into since;
                  without a UUID when that was removed */
  SbChangeSet *changes; /* (owned) what it takes, and is not yet stored */
  guint n_changes;
  GHashTable *others; /* (owned) what was merged into the one that is gone, by
                         which it is named again when that is there */
  GHashTable *left_out; /* (owned) keys of ties */
  GHashTable *parted; /* (owned) id to SbRecord: what they are at this point */
  GPtrArray *notes; /* (owned) (element-type SbMergeNote) */
  gboolean has_returned; /* the one that was gone is in @changes, or stored */
} SbParting;

/* One record that was merged into another since. */
typedef struct
{
  gint64 gone;
  gint64 kept;
  gint64 history; /* the unit of work */
} SbMergeLink;

/* sb-unmerge.c: what the record @id was merged into, and that in its turn; empty
 * when it was not. (element-type SbMergeLink) */
GArray *_sb_parting_list_links (SbParting *self,
                                gint64 id,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* sb-unmerge-name.c: the record with the one that is kept wherever it names the one
 * that is gone. */
SbRecord *_sb_parting_merge_refs (SbParting *self,
                                  SbRecord *record) G_GNUC_WARN_UNUSED_RESULT;
/* Names what is merged by now by what it is merged into by the merges that stay:
 * where a reference leads is told by them, not by the ways that it went. *@side may
 * be NULL, here and below. */
gboolean _sb_parting_name_merged (SbParting *self,
                                  SbRecord **side,
                                  GError **error);
/* Whoever removed the one that was kept took it out of what named it: that is no
 * later change of what comes back. Names nothing instead of what is not there. */
gboolean _sb_parting_unname_removed (SbParting *self,
                                     SbRecord **side,
                                     GError **error);

/* sb-unmerge-record.c: takes back what the merge made of @to, which is @from,
 * NULL when the record went by it. Both are changed. */
gboolean _sb_parting_part_record (SbParting *self,
                                  SbKind kind,
                                  gint64 id,
                                  SbRecord **from,
                                  SbRecord **to,
                                  GError **error);
/* What came back while the merge held named the one that was kept for the one
 * that was gone. */
gboolean _sb_parting_rename_returned (SbParting *self,
                                      GError **error);

/* sb-unmerge-tie.c: ties that the one that was gone had by merges that were taken
 * back since; it does not get them back. */
gboolean _sb_parting_list_left_out (SbParting *self,
                                    GError **error);
/* Takes back what the merge did to a tie of the record @owner. */
gboolean _sb_parting_part_tie (SbParting *self,
                               SbTieKind kind,
                               gint64 owner,
                               const char *before, /* (nullable) */
                               const char *after, /* (nullable) */
                               GError **error);

G_END_DECLS
