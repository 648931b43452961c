/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-markup-escape-private.h"

#include "sb-rich-text-spans-private.h"
#include "sb-text-lines-private.h"

#define REPLACED "\357\277\275"

static void
test_text (void)
{
  static const struct
  {
    const char *text;
    const char *markup;
  } cases[] = {
    { "Kidal", "Kidal" },
    { NULL, "" },
    { "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;" },
    { "]]> & &amp;", "]]&gt; &amp; &amp;amp;" },
    { "\"l’Azawad\"", "\"l’Azawad\"" },
    { "a\001\013\177b\tc\nd", "ab\tc\nd" },
    /* A surrogate that is not one of a pair, and a byte that is no UTF-8. */
    { "a\355\240\200b", "a" REPLACED REPLACED REPLACED "b" },
    { "a\377b", "a" REPLACED "b" },
    { "a\357\277\276\357\277\277b", "ab" },
    { "\360\237\234\202", "\360\237\234\202" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      _sb_markup_append_text (out, cases[i].text, -1);
      g_assert_cmpstr (out->str, ==, cases[i].markup);
    }
}

static void
test_attribute (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  _sb_markup_append_attribute (out, "title", "\" onload=\"x\" '<b>\n");
  _sb_markup_append_attribute (out, "class", NULL);
  g_assert_cmpstr (out->str, ==, " title=\"&quot; onload=&quot;x&quot; '&lt;b&gt;&#10;\"");
}

static void
test_address (void)
{
  g_assert_true (_sb_markup_is_safe_address ("https://example.org/a"));
  g_assert_true (_sb_markup_is_safe_address ("HTTP://example.org/a"));
  g_assert_true (_sb_markup_is_safe_address ("mailto:a@example.org"));
  g_assert_false (_sb_markup_is_safe_address ("javascript:alert(1)"));
  g_assert_false (_sb_markup_is_safe_address (" https://example.org"));
  g_assert_false (_sb_markup_is_safe_address ("file:///etc/passwd"));
  g_assert_false (_sb_markup_is_safe_address ("data:text/html,x"));
  g_assert_false (_sb_markup_is_safe_address (NULL));
}

/* Runs that cross become spans that do not. */
static void
test_spans (void)
{
  g_autoptr (SbRichText) text = sb_rich_text_new_from_markup ("a**b*c**d*e[^12]", SB_LANGUAGE_EN);
  g_autoptr (GArray) spans = _sb_rich_text_list_spans (text);
  g_autoptr (GString) shape = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const SbSpan *span = &g_array_index (spans, SbSpan, i);

      g_assert_cmpuint (span->start, ==, at);
      at = span->end;
      g_string_append_printf (shape, "%.*s%s%s%s|", (int) (span->end - span->start), sb_rich_text_get_text (text) + span->start,
                              span->is_bold ? "/b" : "", span->is_italic ? "/i" : "", span->note == 12 ? "/n" : "");
    }
  g_assert_cmpstr (shape->str, ==, "a|b/b|c/b/i|d/i|e|12/n|");
}

static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    guint width;
    gboolean is_hard;
    const char *lines;
  } cases[] = {
    { "", 10, FALSE, "" },
    { "un deux trois", 8, FALSE, "un deux|trois" },
    { "le 3\302\240sept.\302\2402025 au soir", 12, FALSE, "le|3\302\240sept.\302\2402025|au soir" },
    { "3\302\240sept.\302\2402025", 8, TRUE, "3\302\240sept.|2025" },
    { "Ouagadougou", 5, TRUE, "Ouaga|dougo|u" },
    { "Ouagadougou", 5, FALSE, "Ouagadougou" },
    { "menacée[17]", 9, TRUE, "menacée|[17]" },
    { "Sikasso–Koutiala", 12, TRUE, "Sikasso–|Koutiala" },
    { "é é é", 3, FALSE, "é é|é" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) lines = _sb_text_lines_wrap (cases[i].text, cases[i].width, cases[i].is_hard);
      g_autoptr (GString) joined = g_string_new (NULL);

      for (guint k = 0; k < lines->len; k++)
        g_string_append_printf (joined, "%s%s", k > 0 ? "|" : "", (const char *) g_ptr_array_index (lines, k));
      g_assert_cmpstr (joined->str, ==, cases[i].lines);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/briefing/markup-escape/text", test_text);
  g_test_add_func ("/briefing/markup-escape/attribute", test_attribute);
  g_test_add_func ("/briefing/markup-escape/address", test_address);
  g_test_add_func ("/briefing/rich-text-spans/cross", test_spans);
  g_test_add_func ("/briefing/text-lines/wrap", test_lines);

  return g_test_run ();
}
