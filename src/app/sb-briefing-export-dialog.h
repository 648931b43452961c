/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-edition-request.h"
#include "sb-form-dialog.h"

G_BEGIN_DECLS

/**
 * SbBriefingExportDialog:
 *
 * Asks what a briefing is handed over as: format, languages, paper and margins. It
 * proposes what was chosen last, and keeps in the settings what is chosen.
 *
 * Signal "chosen": it was accepted; what was chosen is told by its functions.
 */
#define SB_TYPE_BRIEFING_EXPORT_DIALOG (sb_briefing_export_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SbBriefingExportDialog, sb_briefing_export_dialog, SB, BRIEFING_EXPORT_DIALOG, SbFormDialog)

/* @languages: bits 1 << SbLanguage, those that the briefing is printed in. */
SbBriefingExportDialog *sb_briefing_export_dialog_new (GSettings *settings,
                                                       guint languages) G_GNUC_WARN_UNUSED_RESULT;

SbBriefingFormat sb_briefing_export_dialog_get_format (SbBriefingExportDialog *self);
SbEditionManner sb_briefing_export_dialog_get_manner (SbBriefingExportDialog *self);

G_END_DECLS
