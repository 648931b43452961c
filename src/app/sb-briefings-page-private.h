/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-briefings-page.h"
#include "sb-edition-request.h"
#include "sb-page-preview.h"
#include "sb-record-list.h"
#include "sb-record-view.h"

G_BEGIN_DECLS

struct _SbBriefingsPage
{
  SbPage parent_instance;

  SbRecordList *briefings; /* (owned) (nullable) */
  SbRecord *briefing; /* (owned) (nullable) the one that is shown */
  SbEdition *edition; /* (owned) (nullable) as shown */
  SbBasemapPainter *painter; /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable) of the composing under way */
  SbLanguage language;
  guint save_source;
  gboolean is_filling; /* the form is being filled, not edited */

  GtkPaned *paned;
  SbRecordView *records;
  GtkStack *stack;
  GtkEditable *title_fr;
  GtkEditable *title_en;
  GtkEditable *tag_fr;
  GtkEditable *tag_en;
  GtkEditable *author;
  GtkEditable *institution;
  GtkEditable *marking;
  GtkLabel *period;
  GtkLabel *findings;
  GtkToggleButton *french;
  GtkToggleButton *english;
  SbPagePreview *preview;
};

SbPaper _sb_briefings_page_get_paper (SbBriefingsPage *self);

/* Actions "briefing.print" and "briefing.export-pdf"; sb-briefings-page-printing.c. */
void _sb_briefings_page_print (SbBriefingsPage *self);
void _sb_briefings_page_export_pdf (SbBriefingsPage *self);

G_END_DECLS
