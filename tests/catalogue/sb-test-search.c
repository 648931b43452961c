/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-test-search.h"

#include "sb-block.h"
#include "sb-document.h"
#include "sb-record-builder.h"
#include "sb-test-records.h"

void
sb_test_search_open (SbTestSearch *fixture,
                     gconstpointer data)
{
  fixture->folder = sb_test_make_folder ();
  fixture->store = sb_test_open_store (fixture->folder);
}

void
sb_test_search_close (SbTestSearch *fixture,
                      gconstpointer data)
{
  g_clear_object (&fixture->store);
  sb_test_remove_folder (fixture->folder);
}

void
sb_test_search_index (SbStore *store)
{
  g_autoptr (GError) error = NULL;

  sb_store_index (store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sb_store_count_unindexed (store, NULL), ==, 0);
}

SbSearchAnswer *
sb_test_search_as (SbStore *store,
                   const SbSearchRequest *request)
{
  g_autoptr (GError) error = NULL;
  SbSearchAnswer *answer = sb_store_search (store, request, &error);

  if (error != NULL)
    g_test_message ("%s", request->text);
  g_assert_no_error (error);
  return answer;
}

SbSearchAnswer *
sb_test_search_for (SbStore *store,
                    const char *text)
{
  SbSearchRequest request = { .text = text, .limit = 1000 };

  return sb_test_search_as (store, &request);
}

gint64
sb_test_search_count (SbStore *store,
                      const char *text)
{
  g_autoptr (SbSearchAnswer) answer = sb_test_search_for (store, text);

  g_assert_true (answer->is_total_exact);
  g_assert_cmpint (answer->total, ==, answer->results->len);
  return answer->total;
}

static SbRecord *
make_document (const char *title,
               const char *language,
               const char *date,
               GPtrArray *blocks,
               const char *text)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
  g_autoptr (SbDate) day = date != NULL ? sb_date_new (date, NULL) : NULL;

  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, title);
  sb_record_builder_set_text (builder, SB_DOCUMENT_LANGUAGE, language);
  if (day != NULL)
    sb_record_builder_set_date (builder, SB_DOCUMENT_DATE, day);
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, text, NULL));
  return sb_record_builder_end (builder);
}

SbRecord *
sb_test_search_put (SbStore *store,
                    const char *title,
                    const char *language,
                    const char *date,
                    const char *text)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_autoptr (SbChangeSet) changes = sb_change_set_new ("Add document");
  g_autoptr (GError) error = NULL;
  SbRecord *document = make_document (title, language, date, blocks, text);

  sb_change_set_put_document (changes, document, blocks, NULL);
  sb_store_apply (store, changes, &error);
  g_assert_no_error (error);
  return document;
}

void
sb_test_search_add (SbStore *store,
                    const char *title,
                    const char *language,
                    const char *date,
                    const char *text)
{
  g_autoptr (SbRecord) document = sb_test_search_put (store, title, language, date, text);
}
