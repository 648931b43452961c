/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-rich-text.h"

#include <string.h>

/* Runs are written "b0-4": bold from byte 0 to 4; n3@5-6: mark of source 3. */
static const struct
{
  const char *markup;
  const char *text;
  const char *runs;
} cases[] = {
  { "", "", "" },
  { "plain", "plain", "" },
  { "**bold** and *italic*", "bold and italic", "b0-4 i9-15" },
  { "**bold *and* more**", "bold and more", "i5-8 b0-13" },
  { "fact[^3]", "fact3", "n3@4-5" },
  { "fact[^12].", "fact12.", "n12@4-6" },
  { "said [=no source=]", "said no\302\240source", "l5-15" },
  { "2 * 3 * 4", "2 * 3 * 4", "" },
  { "**open", "**open", "" },
  { "[^] [^x] [^12345] [==]", "[^] [^x] [^12345] [==]", "" },
  { "\\*\\*no\\*\\* \\[^1]", "**no** [^1]", "" },
  { "a\\b", "a\\b", "" },
};

static char *
describe_runs (const SbRichText *text)
{
  GString *runs = g_string_new (NULL);
  guint n_runs;
  const SbRun *found = sb_rich_text_get_runs (text, &n_runs);

  for (guint i = 0; i < n_runs; i++)
    {
      g_string_append_printf (runs, "%s%c", i > 0 ? " " : "", "binl"[found[i].kind]);
      if (found[i].kind == SB_RUN_NOTE)
        g_string_append_printf (runs, "%u@", found[i].value);
      g_string_append_printf (runs, "%u-%u", found[i].start, found[i].end);
    }

  return g_string_free (runs, FALSE);
}

static void
test_markup (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbRichText) text = sb_rich_text_new_from_markup (cases[i].markup, SB_LANGUAGE_EN);
      g_autofree char *runs = describe_runs (text);

      g_assert_cmpstr (sb_rich_text_get_text (text), ==, cases[i].text);
      g_assert_cmpstr (runs, ==, cases[i].runs);
    }
}

/* Two languages by their own rules, one after the other. */
static void
test_typography (void)
{
  g_autoptr (SbRichText) fr = sb_rich_text_new_from_markup ("**Où ?** L'armée : \"rien\".", SB_LANGUAGE_FR);
  g_autoptr (SbRichText) en = sb_rich_text_new_from_markup ("**Where?** The army's reply: \"none\".", SB_LANGUAGE_EN);

  g_assert_nonnull (strstr (sb_rich_text_get_text (fr), "L’armée\302\240: «\302\240rien\302\240»."));
  g_assert_cmpstr (sb_rich_text_get_text (en), ==, "Where? The army’s reply: “none”.");
}

static void
test_hostile (void)
{
  g_autofree char *stars = g_strnfill (20000, '*');
  g_autoptr (SbRichText) many = sb_rich_text_new_from_markup (stars, SB_LANGUAGE_FR);
  g_autoptr (SbRichText) broken = sb_rich_text_new_from_markup ("**a\377\376**[^1", SB_LANGUAGE_FR);
  g_autoptr (SbRichText) none = sb_rich_text_new_from_markup (NULL, SB_LANGUAGE_FR);

  g_assert_true (g_utf8_validate (sb_rich_text_get_text (many), -1, NULL));
  g_assert_true (g_utf8_validate (sb_rich_text_get_text (broken), -1, NULL));
  g_assert_true (sb_rich_text_is_empty (none));
  g_assert_true (sb_rich_text_is_empty (NULL));
}

static void
test_escape (void)
{
  static const char *const texts[] = { "**a** [^1] \\ [=b=]", "", "*", "plain" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *escaped = sb_rich_text_escape (texts[i]);
      g_autoptr (SbRichText) text = sb_rich_text_new_from_markup (escaped, SB_LANGUAGE_EN);
      guint n_runs;

      sb_rich_text_get_runs (text, &n_runs);
      g_assert_cmpuint (n_runs, ==, 0);
      g_assert_cmpstr (sb_rich_text_get_text (text), ==, texts[i]);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/briefing/rich-text/markup", test_markup);
  g_test_add_func ("/briefing/rich-text/typography", test_typography);
  g_test_add_func ("/briefing/rich-text/hostile", test_hostile);
  g_test_add_func ("/briefing/rich-text/escape", test_escape);

  return g_test_run ();
}
