/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-block-json.h"

static SbBlock *
make_block (SbBlockKind kind,
            guint level,
            guint page,
            const char *text,
            const char *target)
{
  GArray *spans = NULL;

  if (target != NULL)
    {
      const SbSpan link = { SB_SPAN_LINK, 0, 2, g_strdup (target) };
      const SbSpan strong = { SB_SPAN_STRONG, 1, 3, NULL };

      spans = g_array_new (FALSE, FALSE, sizeof (SbSpan));
      g_array_append_val (spans, link);
      g_array_append_val (spans, strong);
    }

  return sb_block_new (kind, level, page, text, spans);
}

static const struct
{
  SbBlockKind kind;
  guint level;
  guint page;
  const char *text;
  const char *target;
  const char *language;
  const char *layout;
} cases[] = {
  { SB_BLOCK_PARAGRAPH, 0, 0, "", NULL, NULL, "[{\"kind\":\"paragraph\",\"length\":0}]" },
  { SB_BLOCK_HEADING, 2, 7, "Été", NULL, "fr", "[{\"kind\":\"heading\",\"level\":2,\"page\":7,\"language\":\"fr\",\"length\":3}]" },
  { SB_BLOCK_PARAGRAPH, 0, 0, "abcd", "https://example.org/é?a=b&c", NULL,
    "[{\"kind\":\"paragraph\",\"length\":4,\"spans\":[{\"kind\":\"link\",\"end\":2,\"target\":\"https://example.org/é?a=b&c\"},"
    "{\"kind\":\"strong\",\"start\":1,\"end\":3}]}]" },
  { SB_BLOCK_PARAGRAPH, 0, 0, "abcd", "a\"b\\c\t\x01\x1f\x7f", NULL, NULL },
};

/* As JsonGenerator writes it, byte for byte: by that texts are compared with those that
 * are stored. It reads back as what it was made of. */
static void
test_layout (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbBlock) plain = make_block (cases[i].kind, cases[i].level, cases[i].page, cases[i].text, cases[i].target);
      g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
      g_autoptr (GPtrArray) back = NULL;
      g_autoptr (JsonNode) node = NULL;
      g_autofree char *layout = NULL;
      g_autofree char *generated = NULL;
      g_autofree char *again = NULL;
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (blocks, sb_block_new_in_language (plain, cases[i].language));
      layout = _sb_blocks_to_layout (blocks);
      if (cases[i].layout != NULL)
        g_assert_cmpstr (layout, ==, cases[i].layout);
      node = json_from_string (layout, &error);
      g_assert_no_error (error);
      generated = json_to_string (node, FALSE);
      g_assert_cmpstr (layout, ==, generated);
      back = _sb_blocks_from_layout (layout, cases[i].text, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (back->len, ==, 1);
      again = _sb_blocks_to_layout (back);
      g_assert_cmpstr (again, ==, layout);
    }
}

/* Of no blocks, and of several. */
static void
test_many (void)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_autofree char *none = _sb_blocks_to_layout (blocks);
  g_autofree char *two = NULL;

  g_assert_cmpstr (none, ==, "[]");
  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_CODE, 0, 0, "x", NULL));
  two = _sb_blocks_to_layout (blocks);
  g_assert_cmpstr (two, ==, "[{\"kind\":\"code\",\"length\":1},{\"kind\":\"code\",\"length\":1}]");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/block-json/layout", test_layout);
  g_test_add_func ("/catalogue/block-json/many", test_many);
  return g_test_run ();
}
