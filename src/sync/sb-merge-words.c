/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-sync"

#include "config.h"

#include "sb-merge-words.h"

#include "sb-translate.h"

#include <glib/gi18n.h>

char *
sb_merge_note_text (const SbMergeNote *note,
                    const char *record)
{
  const char *label = note->field != NULL ? sb_translate (sb_language_get_interface (), note->field->label) : "";

  switch (note->type)
    {
    case SB_MERGE_NOTE_DIFFERS:
      return g_strdup_printf (_ ("“%s” stays as it is; what the other one says comes back when they are parted."), label);

    case SB_MERGE_NOTE_CIRCLE:
      return g_strdup_printf (_ ("“%s” is empty now: what was named there is itself a part of the two."), label);

    case SB_MERGE_NOTE_DROPPED:
      return g_strdup_printf (_ ("%s tied the two to each other; it comes back when they are parted."), record);

    case SB_MERGE_NOTE_CHANGED:
      return g_strdup_printf (_ ("%s: “%s” was changed since the merge and stays as it is."), record, label);

    case SB_MERGE_NOTE_REMOVED:
    default:
      return g_strdup_printf (_ ("%s was removed since the merge, or needs what was: it does not come back."), record);
    }
}
