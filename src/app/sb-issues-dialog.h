/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <adwaita.h>

#include "sb-context.h"
#include "sb-issue-papers.h"

G_BEGIN_DECLS

/**
 * SbIssuesDialog:
 *
 * The issues of a briefing, the newest first: their days, pages and hashes, those pages
 * as files, byte for byte, and what is different between two of them: line by line, as a
 * page of what changed in the catalogue, and as the notice that corrects one by the other.
 */
#define SB_TYPE_ISSUES_DIALOG (sb_issues_dialog_get_type ())

G_DECLARE_FINAL_TYPE (SbIssuesDialog, sb_issues_dialog, SB, ISSUES_DIALOG, AdwWindow)

/* @painter (nullable) draws maps. */
SbIssuesDialog *sb_issues_dialog_new (SbContext *context,
                                      SbRecord *briefing,
                                      SbBasemapPainter *painter) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
