/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-captures.h"

#include <string.h>

#include "sb-fetch-private.h"

#define PAGE    "https://presse.example/a"
#define PICTURE "https://img.presse.example/a.png"

static SbFetchResult *
make_fetch (const char *url,
            const char *body)
{
  SbFetchResult *fetch = _sb_fetch_result_new ();

  fetch->outcome = SB_FETCH_UPDATED;
  fetch->url = g_strdup (url);
  fetch->status = 200;
  fetch->content_type = g_strdup ("text/html");
  fetch->body = g_bytes_new (body, strlen (body));
  return fetch;
}

/* @document (nullable) with what the server answered this time. */
static SbRecord *
capture (SbRecord *document,
         const char *url,
         const char *body)
{
  SbRecordBuilder *builder = document != NULL ? sb_record_builder_new_from (document) : sb_record_builder_new (&sb_document_schema);
  g_autoptr (SbFetchResult) fetch = make_fetch (url, body);

  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, "n");
  sb_capture_add (builder, document, fetch);
  return sb_record_builder_end (builder);
}

static SbRecord *
add_picture (SbRecord *document,
             const char *hash)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (document);
  SbRecordBuilder *item = sb_record_builder_new (&sb_document_capture_schema);

  sb_record_builder_set_text (item, SB_CAPTURE_URL, PICTURE);
  sb_record_builder_set_time (item, SB_CAPTURE_TIME, 1);
  sb_record_builder_set_text (item, SB_CAPTURE_MEDIA_TYPE, "image/png");
  sb_record_builder_set_text (item, SB_CAPTURE_HASH, hash);
  sb_record_builder_take_item (builder, SB_DOCUMENT_CAPTURES, sb_record_builder_end (item));
  return sb_record_builder_end (builder);
}

/* A page that did not change is no other one because a picture of it was kept since. */
static void
test_page (void)
{
  g_autoptr (SbRecord) first = capture (NULL, PAGE, "un");
  g_autoptr (SbRecord) again = capture (first, PAGE, "un");
  g_autoptr (SbRecord) illustrated = add_picture (again, "p1");
  g_autoptr (SbRecord) same = capture (illustrated, PAGE, "un");
  g_autoptr (SbRecord) changed = capture (same, PAGE, "deux");

  g_assert_cmpuint (sb_record_get_n_items (first, SB_DOCUMENT_CAPTURES), ==, 1);
  g_assert_cmpuint (sb_record_get_n_items (again, SB_DOCUMENT_CAPTURES), ==, 1);
  g_assert_cmpuint (sb_record_get_n_items (same, SB_DOCUMENT_CAPTURES), ==, 2);
  g_assert_cmpuint (sb_record_get_n_items (changed, SB_DOCUMENT_CAPTURES), ==, 3);
}

/* The last one of an address is the picture; a page is none. */
static void
test_illustration (void)
{
  g_autoptr (SbRecord) page = capture (NULL, PAGE, "un");
  g_autoptr (SbRecord) one = add_picture (page, "p1");
  g_autoptr (SbRecord) two = add_picture (one, "p2");

  g_assert_null (sb_capture_find_illustration (page, PICTURE));
  g_assert_null (sb_capture_find_illustration (two, PAGE));
  g_assert_cmpstr (sb_capture_find_illustration (one, PICTURE), ==, "p1");
  g_assert_cmpstr (sb_capture_find_illustration (two, PICTURE), ==, "p2");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sync/captures/page", test_page);
  g_test_add_func ("/sync/captures/illustration", test_illustration);

  return g_test_run ();
}
