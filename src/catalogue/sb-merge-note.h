/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* What a merge or a parting could not do as one may have thought. Nothing is lost
 * by it: the history has all of it. */
typedef enum
{
  SB_MERGE_NOTE_DIFFERS, /* merged: the one that is gone said something else in the
                            field; what the one that is kept says stays */
  SB_MERGE_NOTE_CIRCLE, /* merged: it would be a part of itself by the field, which
                           is empty now */
  SB_MERGE_NOTE_DROPPED, /* merged: a record that tied the two to each other went */
  SB_MERGE_NOTE_CHANGED, /* parted: what came by the merge was changed since, and
                            stays where it is, as it is */
  SB_MERGE_NOTE_REMOVED, /* parted: the record was removed since, or cannot be
                            without one that was, and stays away */
} SbMergeNoteType;

/**
 * SbMergeNote:
 *
 * One thing to tell the one who merged or parted. Belongs to who asked for it.
 */
typedef struct
{
  SbMergeNoteType type;
  SbRef *ref; /* (owned) the record, with its name as far as it has one */
  const SbField *field; /* (nullable) static */
} SbMergeNote;

/* "differs", "circle", "dropped", "changed", "removed"; static. */
const char *sb_merge_note_type_get_name (SbMergeNoteType type);

/* An empty list. (element-type SbMergeNote) */
GPtrArray *_sb_merge_notes_new (void) G_GNUC_WARN_UNUSED_RESULT;
void _sb_merge_notes_add (GPtrArray *notes,
                          SbMergeNoteType type,
                          SbRecord *record,
                          const SbField *field); /* (nullable) */

G_END_DECLS
