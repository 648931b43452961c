/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-attachment-fetches.h"
#include "sb-open-document.h"
#include "sb-reading-pane.h"
#include "sb-reading.h"
#include "sb-record-list.h"

G_BEGIN_DECLS

struct _SbReadingPane
{
  AdwBin parent_instance;

  SbContext *context; /* (owned) (nullable) before it is connected */
  SbCatalogue *catalogue; /* (owned) (nullable) before it is connected */
  SbSession *session; /* (owned) (nullable) before it is connected */
  gint64 current; /* the document that is read, or will be; 0 for none */

  SbRecordList *extracts; /* (owned) (nullable) of the document that is read */
  GCancellable *cancellable; /* (owned) (nullable) of the document being opened */
  int wanted_start; /* the passage to show once it is open */
  int wanted_end;

  gint64 followed; /* the document that is read anew; 0 for none */
  gboolean follows_again; /* it changed meanwhile */

  SbAttachmentFetches *fetches; /* (owned) (nullable) before it is connected */
  GArray *fetched; /* (owned) (nullable) (element-type gint64) of the document that is read */

  SbReader *reader;
  SbReading *reading; /* (owned) (nullable) before it is connected */
};

void _sb_reading_pane_show_message (SbReadingPane *self,
                                    const char *message);
void _sb_reading_pane_show_error (SbReadingPane *self,
                                  const GError *error);

/* Reads the document that is shown anew, which may have changed, or be gone. */
void _sb_reading_pane_follow (SbReadingPane *self);

/* The files published with the document. */
void _sb_reading_pane_connect_attachments (SbReadingPane *self);
/* Which of them were fetched, as @opened has it. */
void _sb_reading_pane_take_fetched (SbReadingPane *self,
                                    SbOpenDocument *opened);
void _sb_reading_pane_attachment_activated_cb (SbReadingPane *self,
                                               guint position);

/* The marks of its reader: read, starred, archived. */
void _sb_reading_pane_class_init_marks (GtkWidgetClass *widget_class);
void _sb_reading_pane_mark_read (SbReadingPane *self,
                                 SbRecord *document);

G_END_DECLS
