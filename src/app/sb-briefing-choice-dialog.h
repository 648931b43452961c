/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-form-dialog.h"

G_BEGIN_DECLS

/**
 * SbBriefingChoiceDialog:
 *
 * Which briefing something is put into: one of the catalogue, or a new one.
 *
 * Signal "chosen" (SbRecord *briefing): NULL for a new one.
 */
#define SB_TYPE_BRIEFING_CHOICE_DIALOG (sb_briefing_choice_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SbBriefingChoiceDialog, sb_briefing_choice_dialog, SB, BRIEFING_CHOICE_DIALOG, SbFormDialog)

SbBriefingChoiceDialog *sb_briefing_choice_dialog_new (SbCatalogue *catalogue);

G_END_DECLS
