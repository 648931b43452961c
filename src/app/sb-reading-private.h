/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-reading.h"
#include "sb-worker.h"

G_BEGIN_DECLS

struct _SbReading
{
  GObject parent_instance;

  SbPage *page; /* (unowned) (nullable) it goes first, or owns it */
  SbReader *reader; /* (unowned) (nullable) as well */
  GCancellable *cancellable; /* (owned) of all that is looked up for the document */
  GCancellable *name_cancellable; /* (owned) (nullable) of the name that is pointed at */

  SbWorker *pages; /* (owned) (nullable) until a page is drawn */
  GCancellable *page_cancellable; /* (owned) (nullable) of the page that is drawn */
  GBytes *original; /* (owned) (nullable) the file, once a page of it was wanted */
  guint page_number; /* that is wanted */
  guint page_width; /* in pixels */

  SbWorker *illustrations; /* (owned) (nullable) until pictures are looked for */
  GPtrArray *kept; /* (owned) (nullable) (element-type utf8) (nullable elements) the hash of each
                      picture of the document that is kept */
  GPtrArray *fetches; /* (owned) (nullable) (element-type SbOperation) (nullable elements) of each
                         that is fetched */
  guint next_kept; /* the next of them to be shown by itself */
  gint64 n_pixels_shown;
};

/* The document that is read; 0 for none. */
gint64 _sb_reading_get_document (SbReading *self);

/* Names: marked as they are in the catalogue, told, corrected. */
void _sb_reading_connect_names (SbReading *self);
void _sb_reading_load_names (SbReading *self);

/* Other documents, and what changed. */
void _sb_reading_connect_related (SbReading *self);

/* Pages of a PDF file. */
void _sb_reading_connect_pages (SbReading *self);
void _sb_reading_update_pages (SbReading *self);

/* Pictures of its page. */
void _sb_reading_connect_illustrations (SbReading *self);
void _sb_reading_dispose_illustrations (SbReading *self);
void _sb_reading_load_illustrations (SbReading *self);

G_END_DECLS
