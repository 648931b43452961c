/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-filled-text.h"

#include "briefing-fixture.h"
#include "sb-briefing.h"
#include "sb-edition.h"
#include "sb-sheets-private.h"
#include "sb-text-difference.h"

#include <string.h>

static SbOutline *
new_outline (SbTemplate *template,
             SbRecord *briefing)
{
  g_autoptr (SbRecord) owned = briefing;

  g_assert_nonnull (briefing);
  return sb_outline_new (template, owned);
}

static void
append_words (GString *words,
              const SbPiece *piece,
              const char *block)
{
  if (g_strcmp0 (sb_piece_get_block (piece), block) == 0 && sb_piece_get_kind (piece) != SB_PIECE_LIST && sb_piece_get_text (piece) != NULL)
    g_string_append_printf (words, "%s\n", sb_rich_text_get_text (sb_piece_get_text (piece)));
  if (g_strcmp0 (sb_piece_get_block (piece), block) == 0 && sb_piece_get_kind (piece) == SB_PIECE_LIST)
    for (guint i = 0; i < sb_piece_get_n_children (piece); i++)
      g_string_append_printf (words, "%s\n", sb_rich_text_get_text (sb_piece_get_text (sb_piece_get_child (piece, i))));
  for (guint i = 0; i < sb_piece_get_n_children (piece); i++)
    append_words (words, sb_piece_get_child (piece, i), block);
}

/* All that a block says on paper, notes and all. */
static char *
print (SbTemplate *template,
       SbBriefingInput *input,
       const char *block,
       SbLanguage language)
{
  g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (SB_PAPER_A4);
  g_autoptr (SbEdition) edition = sb_edition_new (template, input, language, typesetter, NULL);
  SbComposition *composition = _sb_sheets_get_composition (sb_edition_get_sheets (edition));
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < sb_composition_get_n_pieces (composition); i++)
    append_words (words, sb_composition_get_piece (composition, i), block);

  return g_string_free (words, FALSE);
}

/* A block that is taken over prints what it printed before. */
static void
test_same (void)
{
  static const char *const blocks[] = { "situation", "positions", "analysis", "risks", "recommendations" };
  g_autoptr (SbTemplate) template = sb_template_new ("situation", NULL);
  g_autoptr (SbBriefingInput) input = fixture_new_input (5);
  g_autoptr (SbOutline) outline = sb_outline_new (template, sb_briefing_input_get_briefing (input));

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_autoptr (SbBilingual) text = sb_filled_text_new (outline, input, blocks[i]);
      g_autoptr (SbOutline) taken = NULL;
      g_autoptr (SbBriefingInput) own = NULL;
      g_autoptr (SbBilingual) again = NULL;

      g_assert_nonnull (text);
      g_test_message ("%s", sb_bilingual_get (text, SB_LANGUAGE_FR));
      taken = new_outline (template, sb_outline_take_over (outline, blocks[i], text));
      own = sb_briefing_input_new_edited (input, sb_outline_get_briefing (taken));
      again = sb_filled_text_new (taken, own, blocks[i]);
      g_assert_true (sb_bilingual_equal (text, again));
      g_assert_false (sb_filled_text_is_stale (taken, blocks[i], again));
      for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
        {
          g_autofree char *before = print (template, input, blocks[i], language);
          g_autofree char *after = print (template, own, blocks[i], language);

          /* Disputes are told behind the fact and no more as sentences of their own, and
           * what is set apart as a label stands in brackets. */
          if (!g_str_equal (blocks[i], "positions") && strchr (after, '(') == NULL)
            g_assert_cmpstr (after, ==, before);
          else
            g_assert_nonnull (strchr (after, '('));
        }
    }
}

static void
test_tables (void)
{
  g_autoptr (SbTemplate) template = sb_template_new ("situation", NULL);
  g_autoptr (SbBriefingInput) input = fixture_new_input (5);
  g_autoptr (SbOutline) outline = sb_outline_new (template, sb_briefing_input_get_briefing (input));
  g_autoptr (SbBilingual) table = sb_filled_text_new (outline, input, "restrictions");
  g_autoptr (SbBilingual) map = sb_filled_text_new (outline, input, "map");
  g_autoptr (SbBilingual) sources = sb_filled_text_new (outline, input, "sources");
  g_autoptr (SbBilingual) columns = sb_filled_text_new (outline, input, "outlook");

  g_test_message ("%s", sb_bilingual_get (table, SB_LANGUAGE_EN));
  g_assert_true (g_str_has_prefix (sb_bilingual_get (table, SB_LANGUAGE_EN), "- **"));
  /* A row is read as sentences, each ended once. */
  g_assert_nonnull (strstr (sb_bilingual_get (table, SB_LANGUAGE_EN), ". Since: "));
  g_assert_nonnull (strstr (sb_bilingual_get (table, SB_LANGUAGE_FR), ". Depuis\302\240: "));
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    {
      g_assert_null (strstr (sb_bilingual_get (table, language), ".;"));
      g_assert_null (strstr (sb_bilingual_get (table, language), ".."));
      g_assert_true (g_str_has_suffix (sb_bilingual_get (table, language), "."));
    }
  g_assert_null (map);
  g_assert_false (sb_filled_text_is_possible (SB_TEMPLATE_BLOCK_MAP));
  g_assert_false (sb_filled_text_is_possible (SB_TEMPLATE_BLOCK_CHART));
  g_assert_true (sb_filled_text_is_possible (SB_TEMPLATE_BLOCK_TABLE));
  g_assert_null (sources);
  g_assert_null (columns);
}

/* The catalogue has another event: the text by hand is told to be stale, the difference
 * shows what came, and refreshing takes it. */
static void
test_refresh (void)
{
  g_autoptr (SbTemplate) template = sb_template_new ("situation", NULL);
  g_autoptr (SbBriefingInput) input = fixture_new_input (3);
  g_autoptr (SbOutline) outline = sb_outline_new (template, sb_briefing_input_get_briefing (input));
  g_autoptr (SbBilingual) text = sb_filled_text_new (outline, input, "situation");
  g_autoptr (SbOutline) taken = new_outline (template, sb_outline_take_over (outline, "situation", text));
  g_autoptr (SbRecord) event = fixture_new_event (900, "2026-04-28", TRUE);
  g_autoptr (SbBilingual) now = NULL;
  g_autoptr (SbOutline) refreshed = NULL;
  g_autoptr (GArray) runs = NULL;
  guint n_added = 0;

  sb_briefing_input_add (input, event);
  now = sb_filled_text_new (taken, input, "situation");
  g_assert_true (sb_filled_text_is_stale (taken, "situation", now));
  runs = sb_text_difference_new (sb_outline_get_text (taken, "situation", SB_LANGUAGE_FR), sb_bilingual_get (now, SB_LANGUAGE_FR));
  for (guint i = 0; i < runs->len; i++)
    {
      const SbTextRun *run = &g_array_index (runs, SbTextRun, i);

      g_assert_cmpint (run->kind, !=, SB_TEXT_RUN_REMOVED);
      n_added += run->kind == SB_TEXT_RUN_ADDED;
    }
  g_assert_cmpuint (n_added, >, 0);
  refreshed = new_outline (template, sb_outline_refresh (taken, "situation", now, now));
  g_assert_false (sb_filled_text_is_stale (refreshed, "situation", now));
  g_assert_cmpstr (sb_outline_get_text (refreshed, "situation", SB_LANGUAGE_FR), ==, sb_bilingual_get (now, SB_LANGUAGE_FR));
}

static const struct
{
  const char *before;
  const char *after;
  const char *runs; /* kept =, removed -, added + */
} differences[] = {
  { "a b c", "a b c", "=a b c" },
  { "a b c", "a x c", "=a |-b |+x |=c" },
  { "", "a b", "+a b" },
  { "a b", NULL, "-a b" },
  { "one two three", "two three four", "-one |=two three|+four" },
  { "a\n\nb", "a\n\nc\n\nb", "=a\n\n|+c\n\n|=b" },
};

static void
test_difference (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (differences); i++)
    {
      g_autoptr (GArray) runs = sb_text_difference_new (differences[i].before, differences[i].after);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint k = 0; k < runs->len; k++)
        {
          const SbTextRun *run = &g_array_index (runs, SbTextRun, k);
          const char *of = run->kind == SB_TEXT_RUN_ADDED ? differences[i].after : differences[i].before;

          g_string_append_printf (text, "%s%c%.*s", k > 0 ? "|" : "", "=-+"[run->kind], (int) run -> length, of + run -> start);
        }
      g_assert_cmpstr (text->str, ==, differences[i].runs);
      g_assert_true (sb_text_difference_is_empty (runs) == (i == 0));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/briefing/filled-text/same", test_same);
  g_test_add_func ("/briefing/filled-text/tables", test_tables);
  g_test_add_func ("/briefing/filled-text/refresh", test_refresh);
  g_test_add_func ("/briefing/filled-text/difference", test_difference);

  return g_test_run ();
}
