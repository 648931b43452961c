/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-test-document.h"

#include "sb-document.h"
#include "sb-record-builder.h"

SbRecord *
sb_test_document_new (const char *uuid,
                      const char *title,
                      const char *edtf)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
  g_autoptr (SbDate) date = sb_date_new (edtf, NULL);

  sb_record_builder_set_uuid (builder, uuid);
  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, title);
  sb_record_builder_set_text (builder, SB_DOCUMENT_LANGUAGE, "fr");
  sb_record_builder_set_date (builder, SB_DOCUMENT_DATE, date);
  return sb_record_builder_end (builder);
}

GPtrArray *
sb_test_document_make_blocks (const char *text)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);

  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, text, NULL));
  return blocks;
}

typedef struct
{
  SbReader *reader;
  const char *uuid;
} Reading;

static gboolean
is_shown (gpointer data)
{
  const Reading *reading = data;
  SbRecord *document = sb_reader_get_document (reading->reader);

  return document != NULL && g_strcmp0 (sb_record_get_uuid (document), reading->uuid) == 0;
}

SbReader *
sb_test_document_read (SbWindow *window,
                       const char *uuid)
{
  SbPage *page = sb_test_desk_show_page (window, "documents");
  Reading reading = { SB_READER (sb_test_find_type (GTK_WIDGET (page), SB_TYPE_READER)), uuid };
  SbApplication *application = SB_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));
  g_autoptr (SbRecord) stored = sb_test_desk_read (application, SB_KIND_DOCUMENT, uuid);

  sb_session_request_document (sb_page_get_session (page), sb_record_get_id (stored), 0, 0);
  sb_test_wait (is_shown, &reading);
  return reading.reader;
}
