/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <json-glib/json-glib.h>

#include "sb-basemap-painter.h"
#include "sb-briefing-checks.h"
#include "sb-correction.h"
#include "sb-issue-store.h"
#include "sb-sheets.h"
#include "sb-template.h"

G_BEGIN_DECLS

/* Issuing a briefing: what is printed is composed of what the catalogue knows at that
 * moment, numbered, and frozen. All of this blocks: run in a worker. */

/* Composes the editions of @briefing (element-type SbEdition), and what was found in
 * them in *@findings (element-type SbBriefingFinding; nullable when nobody asks). */
GPtrArray *sb_briefing_issuing_compose (SbStore *store,
                                        SbRecord *briefing,
                                        SbTemplate *template,
                                        SbEditionsManner manner,
                                        SbPaper paper,
                                        SbBasemapPainter *painter,
                                        GPtrArray **findings,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Adds to @findings (element-type SbBriefingFinding) what is damaged of the issues of
 * @briefing. */
gboolean sb_briefing_issuing_check_issues (SbStore *store,
                                           SbRecord *briefing,
                                           GPtrArray *findings,
                                           GError **error);

/* Findings as JSON, as they are kept with an issue: [{"code", "languages", "block", "line",
 * "sheet", "x", "y", "width", "height", "issue",
 * "passage", "record", "sentence"}], sheets from 1,
 * the sentence in @language. */
JsonNode *sb_briefing_findings_to_json (GPtrArray *findings,
                                        SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* Issues @briefing, which is of the catalogue, under its next number: composes it, and
 * freezes its record, the pages in each of its languages and what they print, their
 * hashes, what was found, and the state of the catalogue (sb_issue_store_add()). @reason
 * (nullable) says why it is issued again. The issue as it is stored. */
SbIssue *sb_briefing_issuing_run (SbStore *store,
                                  SbRecord *briefing,
                                  SbTemplate *template,
                                  SbPaper paper,
                                  SbBasemapPainter *painter,
                                  SbBilingual *reason,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What differs between two issues of a briefing in one language (element-type
 * SbIssueDifference); all of it where one of them was not printed in that. */
GPtrArray *sb_issue_list_differences (const SbIssue *before,
                                      const SbIssue *after,
                                      SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
/* The editions of the notice that corrects @before by @after, in the languages of @after
 * (element-type SbEdition). */
GPtrArray *sb_issue_compose_correction (const SbIssue *before,
                                        const SbIssue *after,
                                        SbEditionsManner manner,
                                        SbPaper paper,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
