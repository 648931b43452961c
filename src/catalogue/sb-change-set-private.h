/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-change-set.h"
#include "sb-saved-search.h"

G_BEGIN_DECLS

/* What a change set holds, for the store that applies it. */

typedef enum
{
  SB_CHANGE_PUT,
  SB_CHANGE_REMOVE,
  SB_CHANGE_PUT_EVIDENCE,
  SB_CHANGE_REMOVE_EVIDENCE,
  SB_CHANGE_ADD_MEMBER,
  SB_CHANGE_REMOVE_MEMBER,
  SB_CHANGE_PUT_VERSION,
  SB_CHANGE_REMOVE_VERSION,
  SB_CHANGE_PUT_MENTION_RULE,
  SB_CHANGE_REMOVE_MENTION_RULE,
  SB_CHANGE_PUT_SAVED_SEARCH,
  SB_CHANGE_REMOVE_SAVED_SEARCH,
  SB_CHANGE_MARK_READ,
  SB_CHANGE_MARK_STARRED,
  SB_CHANGE_MARK_ARCHIVED,
} SbChangeType;

typedef struct
{
  SbChangeType type;
  SbRecord *record; /* (owned) (nullable) what is put */
  SbRecord *before; /* (owned) (nullable) what that was made of */
  GPtrArray *blocks; /* (owned) (nullable) (element-type SbBlock) its text */
  GBytes *original; /* (owned) (nullable) its bytes */
  gboolean is_waiting; /* its text is still to be taken out of them */
  char *base; /* (owned) (nullable) what addresses in them are relative to */
  SbRef *ref; /* (owned) (nullable) the record, or the dossier of a member */
  SbRef *other; /* (owned) (nullable) the extract, or the member */
  SbStance stance;
  SbCredibility credibility;
  char *topic; /* (owned) (nullable) of a version */
  char *text; /* (owned) (nullable) that a rule is of */
  SbSavedSearch *search; /* (owned) (nullable) of one that is removed, its UUID alone */
  gboolean marked; /* or retained */
} SbChange;

const char *_sb_change_set_get_label (SbChangeSet *self); /* (nullable) */

/* (element-type SbChange), in the order in which they were asked for. */
GPtrArray *_sb_change_set_get_changes (SbChangeSet *self);

/* The opposite of sb_change_set_add_member(). */
void _sb_change_set_remove_member (SbChangeSet *self,
                                   SbRef *dossier,
                                   SbRef *record);

G_END_DECLS
