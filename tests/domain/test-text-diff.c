/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-text-diff.h"

/* Paragraphs by "|". */
static GPtrArray *
make_blocks (const char *text)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_auto (GStrv) parts = g_strsplit (text, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, parts[i], NULL));

  return blocks;
}

/* "=" what stayed, "+" what came, "-" what went, "[…]" a paragraph that changed. */
static char *
describe (const SbTextDiff *diff)
{
  static const char *const signs[] = { [SB_DIFF_SAME] = "=", [SB_DIFF_ADDED] = "+", [SB_DIFF_REMOVED] = "-" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < diff->paragraphs->len; i++)
    {
      const SbDiffParagraph *paragraph = g_ptr_array_index (diff->paragraphs, i);

      g_string_append (text, paragraph->kind == SB_DIFF_CHANGED ? "[" : "");
      for (guint j = 0; j < paragraph->pieces->len; j++)
        {
          const SbDiffPiece *piece = g_ptr_array_index (paragraph->pieces, j);

          g_string_append_printf (text, "%s%s", signs[piece->kind], piece->text);
        }
      g_string_append (text, paragraph->kind == SB_DIFF_CHANGED ? "]" : "");
    }

  return g_string_free (text, FALSE);
}

static void
test_cases (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *expected;
    guint n_added;
    guint n_removed;
    guint n_changed;
  } cases[] = {
    { "un|deux", "un|deux", "=un=deux", 0, 0, 0 },
    { "", "", "", 0, 0, 0 },
    { "", "un", "+un", 1, 0, 0 },
    { "un|deux|trois", "un|trois", "=un-deux=trois", 0, 1, 0 },
    { "un|trois", "un|deux|trois", "=un+deux=trois", 1, 0, 0 },
    { "un|ouvert hier|trois", "un|tout fermé|trois", "=un-ouvert hier+tout fermé=trois", 1, 1, 0 },
    { "Le port de Dakar est ouvert.", "Le port de Dakar est fermé depuis hier.",
      "[=Le port de Dakar est -ouvert. +fermé depuis hier. ]", 0, 0, 1 },
    /* The same word at the end and within. */
    { "Kayes et Nioro", "Kayes et Nioro attendent", "[=Kayes et Nioro +attendent ]", 0, 0, 1 },
    { "a b c d", "x|a b c e", "+x[=a b c -d +e ]", 1, 0, 1 },
    /* No-break spaces are spaces between words, and kept. */
    { "À Gao : rien de neuf", "À Gao : rien de grave", "[=À Gao : rien de -neuf +grave ]", 0, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) before = make_blocks (cases[i].before);
      g_autoptr (GPtrArray) after = make_blocks (cases[i].after);
      g_autoptr (SbTextDiff) diff = sb_text_diff_new (before, after);
      g_autofree char *found = describe (diff);

      g_assert_cmpstr (found, ==, cases[i].expected);
      g_assert_cmpuint (diff->n_added, ==, cases[i].n_added);
      g_assert_cmpuint (diff->n_removed, ==, cases[i].n_removed);
      g_assert_cmpuint (diff->n_changed, ==, cases[i].n_changed);
    }
}

/* What is too long is not compared, and takes no time for that. */
static void
test_long (void)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  g_autoptr (GPtrArray) from = NULL;
  g_autoptr (GPtrArray) to = NULL;
  g_autoptr (SbTextDiff) diff = NULL;

  for (guint i = 0; i < 3000; i++)
    {
      g_string_append_printf (before, "%sa%u", i > 0 ? "|" : "", i);
      g_string_append_printf (after, "%sb%u", i > 0 ? "|" : "", i);
    }
  from = make_blocks (before->str);
  to = make_blocks (after->str);
  diff = sb_text_diff_new (from, to);
  g_assert_cmpuint (diff->n_added, ==, 3000);
  g_assert_cmpuint (diff->n_removed, ==, 3000);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/domain/text-diff/cases", test_cases);
  g_test_add_func ("/domain/text-diff/long", test_long);

  return g_test_run ();
}
