/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-form-dialog.h"

G_BEGIN_DECLS

/**
 * SbTranslationDialog:
 *
 * What is quoted, in its words, and its translation into French and into English, each
 * with who made it. Kept as one unit of work, in the record that is quoted: whatever
 * quotes it prints the translation beside it.
 */
#define SB_TYPE_TRANSLATION_DIALOG (sb_translation_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SbTranslationDialog, sb_translation_dialog, SB, TRANSLATION_DIALOG, SbFormDialog)

/* Of the passage of the extract @record, or of the words of the @statement of the claim
 * @record; into @language first. */
SbTranslationDialog *sb_translation_dialog_new (SbCatalogue *catalogue,
                                                SbRecord *record,
                                                guint statement,
                                                SbLanguage language);

G_END_DECLS
