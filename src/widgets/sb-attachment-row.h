/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-record.h"

G_BEGIN_DECLS

/* How far a file is that is published with a document. */
typedef enum
{
  SB_ATTACHMENT_STATE_AWAY, /* activating it fetches it */
  SB_ATTACHMENT_STATE_FETCHING,
  SB_ATTACHMENT_STATE_FETCHED, /* activating it opens the document that it became */
} SbAttachmentState;

/**
 * SbAttachmentRow:
 *
 * One file that is published with a document, in a list below its title: what it is
 * called, what is known of it, and what activating it does.
 */
#define SB_TYPE_ATTACHMENT_ROW (sb_attachment_row_get_type ())

G_DECLARE_FINAL_TYPE (SbAttachmentRow, sb_attachment_row, SB, ATTACHMENT_ROW, GtkListBoxRow)

/* @attachment: of sb_document_attachment_schema. */
GtkWidget *sb_attachment_row_new (SbRecord *attachment);

SbRecord *sb_attachment_row_get_attachment (SbAttachmentRow *self);

void sb_attachment_row_set_state (SbAttachmentRow *self,
                                  SbAttachmentState state);
SbAttachmentState sb_attachment_row_get_state (SbAttachmentRow *self);

G_END_DECLS
