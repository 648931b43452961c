/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-catalogue"

#include "config.h"

#include "sb-merge-note.h"

static const char *const names[] = { "differs", "circle", "dropped", "changed", "removed" };

static void
note_free (gpointer data)
{
  SbMergeNote *note = data;

  sb_ref_unref (note->ref);
  g_free (note);
}

const char *
sb_merge_note_type_get_name (SbMergeNoteType type)
{
  g_return_val_if_fail (type < G_N_ELEMENTS (names), NULL);

  return names[type];
}

GPtrArray *
_sb_merge_notes_new (void)
{
  return g_ptr_array_new_with_free_func (note_free);
}

void
_sb_merge_notes_add (GPtrArray *notes,
                     SbMergeNoteType type,
                     SbRecord *record,
                     const SbField *field)
{
  SbMergeNote *note = g_new0 (SbMergeNote, 1);

  note->type = type;
  note->ref = sb_record_dup_ref (record);
  note->field = field;
  g_ptr_array_add (notes, note);
}
