/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <adwaita.h>

#include "sb-page.h"
#include "sb-reader.h"

G_BEGIN_DECLS

/**
 * SbReadingPane:
 *
 * The reader with all that a document needs of the catalogue: its text, its extracts,
 * the files published with it, and the dialog that lifts facts out of it. A document that
 * is opened is marked as read. The page it stands on says which one is read.
 *
 * Its actions are about the document that is read: "document.star", "document.archive",
 * "document.mark-unread", "document.open-original", "document.find", "document.extract",
 * "document.brief" and "document.brief-elsewhere" (it, or the selected passage, goes into a
 * briefing), "document.show-picture" and "document.show-pictures" (the next one, all).
 */
#define SB_TYPE_READING_PANE (sb_reading_pane_get_type ())

G_DECLARE_FINAL_TYPE (SbReadingPane, sb_reading_pane, SB, READING_PANE, AdwBin)

/* Adds the keys of these actions, to the class of a page that forwards them. */
void sb_reading_pane_class_bind_keys (GtkWidgetClass *widget_class);

/* To be called once, with the catalogue of @page open, before anything else. @page is the
 * one that it stands on, and outlives it. */
void sb_reading_pane_connect (SbReadingPane *self,
                              SbPage *page);

/* Shows a document, at that passage unless @start and @end are the same (both in
 * characters of the document). */
void sb_reading_pane_open (SbReadingPane *self,
                           gint64 id,
                           int start,
                           int end);

/* The id of the document that is read, or is being opened; 0 for none. */
gint64 sb_reading_pane_get_current (SbReadingPane *self);
/* As it was when it was opened. */
SbRecord *sb_reading_pane_get_document (SbReadingPane *self); /* (nullable) */

void sb_reading_pane_focus_text (SbReadingPane *self);

G_END_DECLS
