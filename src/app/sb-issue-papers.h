/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-basemap-painter.h"
#include "sb-catalogue.h"
#include "sb-issue-store.h"
#include "sb-operation.h"
#include "sb-sheets.h"

G_BEGIN_DECLS

/* Issuing briefings, and what becomes of their issues, for the window: each function asks
 * the catalogue and answers on the main thread. A briefing is named by its UUID, and is
 * what is stored of it. @painter draws the maps; it may be NULL. */

/* What there is to know before a briefing is issued. */
typedef struct
{
  SbRecord *briefing; /* (owned) as it is stored */
  guint number; /* that it would have */
  guint n_issues; /* that there are */
  GPtrArray *findings; /* (owned) (element-type SbBriefingFinding) in all of its languages */
} SbIssuePlan;

void sb_issue_plan_free (SbIssuePlan *self);

void sb_issue_papers_plan_async (SbCatalogue *catalogue,
                                 const char *briefing,
                                 SbPaper paper,
                                 SbBasemapPainter *painter,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
SbIssuePlan *sb_issue_papers_plan_finish (SbCatalogue *catalogue,
                                          GAsyncResult *result,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Issues it, for those of @distribution and for this @reason (nullable). */
void sb_issue_papers_issue_async (SbCatalogue *catalogue,
                                  const char *briefing,
                                  const char *distribution,
                                  const char *reason,
                                  SbPaper paper,
                                  SbBasemapPainter *painter,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
SbIssue *sb_issue_papers_issue_finish (SbCatalogue *catalogue,
                                       GAsyncResult *result,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* All issues, the first one first (element-type SbIssue). */
void sb_issue_papers_list_async (SbCatalogue *catalogue,
                                 const char *briefing,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GPtrArray *sb_issue_papers_list_finish (SbCatalogue *catalogue,
                                        GAsyncResult *result,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  SB_ISSUE_PAPER_PAGES, /* those of an issue in one language, byte for byte */
  SB_ISSUE_PAPER_CORRECTION, /* the notice that corrects one issue by a later one */
  SB_ISSUE_PAPER_CHANGES, /* what changed in the catalogue between two issues */
} SbIssuePaperKind;

typedef struct
{
  SbIssuePaperKind kind;
  const char *briefing;
  guint before; /* number of the earlier issue; for pages of none */
  guint number; /* of the issue */
  SbLanguage language; /* of pages; the others are in all languages of the issue */
  SbPaper paper; /* for what is set anew */
} SbIssuePaper;

/* Writes a PDF, which is there whole or not at all. */
void sb_issue_papers_write_async (SbCatalogue *catalogue,
                                  const SbIssuePaper *wish,
                                  SbBasemapPainter *painter,
                                  const char *path,
                                  SbOperation *operation,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean sb_issue_papers_write_finish (SbCatalogue *catalogue,
                                       GAsyncResult *result,
                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbIssuePlan, sb_issue_plan_free)

G_END_DECLS
