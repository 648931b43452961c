/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-block-key.h"

#include "sb-briefing.h"
#include "sb-outline.h"
#include "sb-record-builder.h"

#include <string.h>

/* What is written and ordered in the outline, and has no field of its own. */
static const char *const elsewhere[] = { "Heading", "Text", "Blocks", NULL };

/* Every key that a kind of block reads can be chosen, and none that it does not read. */
static void
test_complete (void)
{
  for (SbTemplateBlockKind kind = 0; kind < SB_N_TEMPLATE_BLOCKS; kind++)
    {
      g_autofree char *words = sb_template_dup_block_keys (kind);
      g_auto (GStrv) read = g_strsplit (words, " ", -1);
      g_autoptr (GPtrArray) keys = sb_block_key_list (kind);

      for (guint i = 0; read[i] != NULL; i++)
        if (!g_strv_contains (elsewhere, read[i]))
          g_assert_nonnull (sb_block_key_find (read[i]));
      for (guint i = 0; i < keys->len; i++)
        {
          g_autofree char *name = g_strndup (((const SbBlockKey *) g_ptr_array_index (keys, i))->name,
                                             strcspn (((const SbBlockKey *) g_ptr_array_index (keys, i))->name, "["));

          g_assert_true (g_strv_contains ((const char *const *) read, name));
        }
    }
}

static gboolean
has_key (SbTemplateBlockKind kind,
         const char *name)
{
  g_autoptr (GPtrArray) keys = sb_block_key_list (kind);

  return g_ptr_array_find (keys, sb_block_key_find (name), NULL);
}

static void
test_offered (void)
{
  g_assert_true (has_key (SB_TEMPLATE_BLOCK_ITEMS, "Records"));
  g_assert_cmpuint (sb_block_key_get_record_kinds (SB_TEMPLATE_BLOCK_ITEMS) & (1u << SB_KIND_EVENT), !=, 0);
  g_assert_cmpuint (sb_block_key_get_record_kinds (SB_TEMPLATE_BLOCK_ITEMS) & (1u << SB_KIND_DOCUMENT), ==, 0);
  g_assert_true (has_key (SB_TEMPLATE_BLOCK_MAP, "Title[fr]"));
  g_assert_true (has_key (SB_TEMPLATE_BLOCK_TEXT, "Level"));
  /* A choice of one is none, and a cover has no heading. */
  g_assert_false (has_key (SB_TEMPLATE_BLOCK_TABLE, "Records"));
  g_assert_false (has_key (SB_TEMPLATE_BLOCK_COVER, "Level"));
}

static SbOutline *
outline_of (SbRecord *briefing)
{
  static const char text[] = "[Template]\nName=own\nBlocks=facts;map\n"
                             "[facts]\nKind=items\nRecords=event\nMost=8\nOnly=key\n"
                             "[map]\nKind=map\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (SbTemplate) template = sb_template_new_from_bytes (bytes, &error);
  g_autoptr (SbRecord) owned = briefing;

  g_assert_no_error (error);
  g_assert_nonnull (briefing);
  return sb_outline_new (template, owned);
}

/* What the template says can be taken away, and comes back. */
static void
test_taken_away (void)
{
  g_autoptr (SbOutline) outline = outline_of (sb_record_builder_end (sb_record_builder_new (&sb_briefing_schema)));
  g_autoptr (SbOutline) without = outline_of (sb_outline_set_key (outline, "facts", "Most", ""));
  g_autoptr (SbOutline) back = outline_of (sb_outline_set_key (without, "facts", "Most", NULL));
  g_autoptr (SbRecord) nothing = sb_outline_set_key (outline, "map", "Extent", "");
  g_autofree char *most = sb_outline_dup_key (without, "facts", "Most");
  g_autofree char *only = sb_outline_dup_key (without, "facts", "Only");

  g_assert_null (most);
  g_assert_cmpstr (only, ==, "key");
  g_assert_null (sb_outline_find (without, "facts")->problem);
  g_assert_true (sb_record_equal (sb_outline_get_briefing (back), sb_outline_get_briefing (outline)));
  /* Where there is nothing to take away, nothing is kept. */
  g_assert_true (sb_record_equal (nothing, sb_outline_get_briefing (outline)));
}

static void
test_problem (void)
{
  static const struct
  {
    const char *block;
    const char *key;
    const char *value;
    gboolean is_wrong;
  } cases[] = {
    { "map", "Extent", "-12.5,10,4.5,25", FALSE },
    { "map", "Extent", "-12.5,10,4.5", TRUE },
    { "map", "Extent", "ml-region-kidal;ml", FALSE },
    { "map", "Period", "2026-03-01/last", FALSE },
    { "map", "Period", "yesterday", TRUE },
    { "map", "AsOf", "last+7", FALSE },
    { "map", "Most", "3", TRUE },
    { "facts", "Records", "", TRUE },
    { "facts", "Records", "claim;event", FALSE },
    { "nowhere", "Most", "3", TRUE },
  };
  g_autoptr (SbOutline) outline = outline_of (sb_record_builder_end (sb_record_builder_new (&sb_briefing_schema)));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *problem = sb_outline_dup_key_problem (outline, cases[i].block, cases[i].key, cases[i].value);

      g_test_message ("%s=%s: %s", cases[i].key, cases[i].value, problem);
      g_assert_cmpint (problem != NULL, ==, cases[i].is_wrong);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/briefing/block-key/complete", test_complete);
  g_test_add_func ("/briefing/block-key/offered", test_offered);
  g_test_add_func ("/briefing/block-key/taken-away", test_taken_away);
  g_test_add_func ("/briefing/block-key/problem", test_problem);
  return g_test_run ();
}
