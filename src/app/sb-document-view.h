/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-record-pages.h"

G_BEGIN_DECLS

/**
 * SbDocumentView:
 *
 * A list of documents, of any length, and what is said when it is empty. Rows are made
 * as they are looked at, and their documents read then.
 *
 * Signal "document-chosen" (gint64 id): one was selected by the user; "document-activated"
 * (gint64 id): one was activated.
 */
#define SB_TYPE_DOCUMENT_VIEW (sb_document_view_get_type ())

G_DECLARE_FINAL_TYPE (SbDocumentView, sb_document_view, SB, DOCUMENT_VIEW, GtkWidget)

/* What stands in the place of the list when it is empty. All are static or live as long
 * as the call; the button is not shown without an @action. */
typedef struct
{
  const char *icon_name;
  const char *title;
  const char *description;
  const char *button; /* (nullable) */
  const char *action; /* (nullable) detailed name */
} SbDocumentViewEmpty;

void sb_document_view_set_empty (SbDocumentView *self,
                                 const SbDocumentViewEmpty *empty);
/* To be called once. */
void sb_document_view_set_model (SbDocumentView *self,
                                 SbRecordPages *model);

/* The id of the selected document; 0 for none. */
gint64 sb_document_view_get_selected (SbDocumentView *self);
/* The same as a record, once it was read. */
SbRecord *sb_document_view_get_record (SbDocumentView *self); /* (nullable) */
/* Selects a document, if it is in the list, and none otherwise; nobody is told that the
 * user did. */
void sb_document_view_show_selected (SbDocumentView *self,
                                     gint64 id);
/* Selects a document of the list as the user would; FALSE when it is not there. */
gboolean sb_document_view_choose (SbDocumentView *self,
                                  gint64 id);
/* Goes on by @step rows from the one that was selected last, as by the keyboard. */
void sb_document_view_step (SbDocumentView *self,
                            int step);
void sb_document_view_focus_list (SbDocumentView *self);

G_END_DECLS
