/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-form-dialog.h"
#include "sb-record.h"

G_BEGIN_DECLS

/**
 * SbMergeDialog:
 *
 * Asks which other actor is the same as one, and under which of the two names both are
 * kept. It merges nothing itself.
 *
 * Signal "chosen" (gint64 kept, gint64 gone): merge these.
 */
#define SB_TYPE_MERGE_DIALOG (sb_merge_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SbMergeDialog, sb_merge_dialog, SB, MERGE_DIALOG, SbFormDialog)

/* @actors: (element-type SbRecord) among which the other one is. */
SbMergeDialog *sb_merge_dialog_new (SbRecord *actor,
                                    GListModel *actors);

G_END_DECLS
