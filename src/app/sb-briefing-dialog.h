/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-form-dialog.h"
#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbBriefingDialog:
 *
 * What a new briefing is: which product, of which dossier, for which days, in which
 * languages, and what it is called.
 *
 * Signal "chosen" (SbRecord): the briefing, which is not stored.
 */
#define SB_TYPE_BRIEFING_DIALOG (sb_briefing_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SbBriefingDialog, sb_briefing_dialog, SB, BRIEFING_DIALOG, SbFormDialog)

/* @session tells the period that is offered first. */
SbBriefingDialog *sb_briefing_dialog_new (SbCatalogue *catalogue,
                                          SbSession *session);

G_END_DECLS
