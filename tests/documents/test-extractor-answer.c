/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-document-error.h"
#include "sb-extractor-answer.h"

#include <string.h>

/* What a helper that was taken over by a file might say. */
static const char *const nonsense[] = {
  "",
  "null",
  "[]",
  "{",
  "\"a\"",
  "{\"blocks\":",
  "\377\376",
};

static void
test_nonsense (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (_sb_extractor_answer_parse (nonsense[i], strlen (nonsense[i]), &error));
      g_assert_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_BROKEN);
    }
}

static void
test_wrong_types (void)
{
  const char *answer = "{\"title\":1,\"date\":[],\"pages\":-4,\"blocks\":[1,null,{},{\"kind\":\"x\",\"text\":\"a\"},"
                       "{\"kind\":\"code\",\"text\":7},{\"kind\":\"quote\",\"text\":\"oui\",\"level\":\"x\",\"page\":2}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (SbExtraction) extraction = _sb_extractor_answer_parse (answer, strlen (answer), &error);
  GPtrArray *blocks;

  g_assert_no_error (error);
  blocks = sb_extraction_get_blocks (extraction);
  g_assert_null (sb_extraction_get_title (extraction));
  g_assert_cmpuint (sb_extraction_get_n_pages (extraction), ==, 0);
  g_assert_cmpuint (blocks->len, ==, 1);
  g_assert_cmpstr (sb_block_get_text (g_ptr_array_index (blocks, 0)), ==, "oui");
  g_assert_cmpuint (sb_block_get_page (g_ptr_array_index (blocks, 0)), ==, 2);
}

static void
test_error (void)
{
  g_autoptr (GError) sent = g_error_new_literal (SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_LOCKED, "fermé à clé");
  g_autoptr (GError) received = NULL;
  g_autofree char *answer = _sb_extractor_answer_error (sent);

  g_assert_null (_sb_extractor_answer_parse (answer, strlen (answer), &received));
  g_assert_error (received, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_LOCKED);
  g_assert_cmpstr (received->message, ==, "fermé à clé");
}

static void
test_deep (void)
{
  g_autofree char *answer = g_strnfill (300000, '[');
  g_autoptr (GError) error = NULL;

  g_assert_null (_sb_extractor_answer_parse (answer, strlen (answer), &error));
  g_assert_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_BROKEN);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/extractor-answer/nonsense", test_nonsense);
  g_test_add_func ("/documents/extractor-answer/wrong-types", test_wrong_types);
  g_test_add_func ("/documents/extractor-answer/error", test_error);
  g_test_add_func ("/documents/extractor-answer/deep", test_deep);
  return g_test_run ();
}
