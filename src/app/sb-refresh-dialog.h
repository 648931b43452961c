/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-bilingual.h"
#include "sb-form-dialog.h"

G_BEGIN_DECLS

/**
 * SbRefreshDialog:
 *
 * A text by hand was made from what the catalogue said, and that has changed: shows what
 * is different, in each language, and asks whether the new text is taken or the author's
 * is kept. It changes nothing itself.
 *
 * Signal "chosen" (gboolean is_new): the new text is taken, or the author's is kept.
 */
#define SB_TYPE_REFRESH_DIALOG (sb_refresh_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SbRefreshDialog, sb_refresh_dialog, SB, REFRESH_DIALOG, SbFormDialog)

/* @made_from: what the text was made from; @text: the author's; @made: what would fill the
 * block now. Each of them may be NULL. */
SbRefreshDialog *sb_refresh_dialog_new (SbBilingual *made_from,
                                        SbBilingual *text,
                                        SbBilingual *made) G_GNUC_WARN_UNUSED_RESULT;

/* Chooses the new text, or the author's. */
void sb_refresh_dialog_choose_new (SbRefreshDialog *self,
                                   gboolean is_new);

G_END_DECLS
