/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-merge-note.h"

G_BEGIN_DECLS

/* What there is to tell after a merge or a parting, as a sentence in the language of
 * the interface. @record is how the record that the note is about is called. */
char *sb_merge_note_text (const SbMergeNote *note,
                          const char *record) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
