/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-form-dialog.h"
#include "sb-issue-papers.h"

G_BEGIN_DECLS

/**
 * SbIssueDialog:
 *
 * Issues a briefing: says under which number, looks through it first and lists what is
 * open, asks who gets it and, where it was issued before and has not been changed since,
 * why it is issued again. What is open does not hinder it, but has to be let stand
 * knowingly.
 *
 * Signal "point-chosen" (SbBriefingFinding): its place is wanted; the dialog closes.
 */
#define SB_TYPE_ISSUE_DIALOG (sb_issue_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SbIssueDialog, sb_issue_dialog, SB, ISSUE_DIALOG, SbFormDialog)

/* @briefing is stored; @painter (nullable) draws its maps. */
SbIssueDialog *sb_issue_dialog_new (SbCatalogue *catalogue,
                                    SbRecord *briefing,
                                    SbPaper paper,
                                    SbBasemapPainter *painter) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
