/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-block.h"

static const struct
{
  SbBlockKind kind;
  const char *name;
} kinds[] = {
  { SB_BLOCK_PARAGRAPH, "paragraph" },
  { SB_BLOCK_HEADING, "heading" },
  { SB_BLOCK_QUOTE, "quote" },
  { SB_BLOCK_LIST_ITEM, "list-item" },
  { SB_BLOCK_TABLE, "table" },
  { SB_BLOCK_FIGURE, "figure" },
  { SB_BLOCK_CODE, "code" },
};

static void
test_fields (void)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SbSpan));
  const SbSpan *found;
  guint n_spans = 99;
  SbSpan span = { SB_SPAN_LINK, 2, 8, g_strdup ("https://example.org/") };
  g_autoptr (SbBlock) block = NULL;
  g_autoptr (SbBlock) again = NULL;

  g_array_append_val (spans, span);
  block = sb_block_new (SB_BLOCK_LIST_ITEM, 2, 7, "À Bamako", spans);
  again = sb_block_ref (block);

  g_assert_cmpint (sb_block_get_kind (again), ==, SB_BLOCK_LIST_ITEM);
  g_assert_cmpuint (sb_block_get_level (again), ==, 2);
  g_assert_cmpuint (sb_block_get_page (again), ==, 7);
  g_assert_cmpstr (sb_block_get_text (again), ==, "À Bamako");
  found = sb_block_get_spans (again, &n_spans);
  g_assert_cmpuint (n_spans, ==, 1);
  g_assert_cmpint (found[0].kind, ==, SB_SPAN_LINK);
  g_assert_cmpuint (found[0].start, ==, 2);
  g_assert_cmpuint (found[0].end, ==, 8);
  g_assert_cmpstr (found[0].target, ==, "https://example.org/");
}

/* Everything else stays as it is. */
static void
test_language (void)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SbSpan));
  const SbSpan span = { SB_SPAN_LINK, 0, 3, g_strdup ("https://example.org/") };
  g_autoptr (SbBlock) block = NULL;
  g_autoptr (SbBlock) english = NULL;
  const SbSpan *found;
  guint n_spans;

  g_array_append_val (spans, span);
  block = sb_block_new (SB_BLOCK_HEADING, 2, 7, "The end", spans);
  english = sb_block_new_in_language (block, "en");
  g_assert_null (sb_block_get_language (block));
  g_assert_cmpstr (sb_block_get_language (english), ==, "en");
  g_assert_cmpint (sb_block_get_kind (english), ==, SB_BLOCK_HEADING);
  g_assert_cmpuint (sb_block_get_level (english), ==, 2);
  g_assert_cmpuint (sb_block_get_page (english), ==, 7);
  g_assert_cmpstr (sb_block_get_text (english), ==, "The end");
  found = sb_block_get_spans (english, &n_spans);
  g_assert_cmpuint (n_spans, ==, 1);
  g_assert_cmpstr (found[0].target, ==, "https://example.org/");
}

static void
test_no_spans (void)
{
  g_autoptr (SbBlock) none = sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, "", NULL);
  g_autoptr (SbBlock) empty = sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, "",
                                            g_array_new (FALSE, FALSE, sizeof (SbSpan)));
  guint n_spans = 99;

  sb_block_get_spans (none, &n_spans);
  g_assert_cmpuint (n_spans, ==, 0);
  n_spans = 99;
  sb_block_get_spans (empty, &n_spans);
  g_assert_cmpuint (n_spans, ==, 0);
}

static void
test_kind_names (void)
{
  SbBlockKind kind = SB_BLOCK_CODE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_assert_cmpstr (sb_block_kind_get_name (kinds[i].kind), ==, kinds[i].name);
      g_assert_true (sb_block_kind_parse (kinds[i].name, &kind));
      g_assert_cmpint (kind, ==, kinds[i].kind);
    }
  g_assert_false (sb_block_kind_parse ("Paragraph", &kind));
  g_assert_false (sb_block_kind_parse ("", &kind));
  g_assert_cmpint (kind, ==, SB_BLOCK_CODE);
}

static void
test_join (void)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_autofree char *nothing = sb_blocks_join (blocks);
  g_autofree char *one = NULL;
  g_autofree char *three = NULL;

  g_assert_cmpstr (nothing, ==, "");
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_HEADING, 1, 0, "Kayes", NULL));
  one = sb_blocks_join (blocks);
  g_assert_cmpstr (one, ==, "Kayes");
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_TABLE, 0, 0, "a\tb\nc\td", NULL));
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, "Fin.", NULL));
  three = sb_blocks_join (blocks);
  g_assert_cmpstr (three, ==, "Kayes\n\na\tb\nc\td\n\nFin.");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/block/fields", test_fields);
  g_test_add_func ("/domain/block/no-spans", test_no_spans);
  g_test_add_func ("/domain/block/language", test_language);
  g_test_add_func ("/domain/block/kind-names", test_kind_names);
  g_test_add_func ("/domain/block/join", test_join);
  return g_test_run ();
}
