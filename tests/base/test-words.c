/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <string.h>

#include "sb-text.h"
#include "sb-words.h"

static const struct
{
  const char *text;
  const char *joined;
} joined[] = {
  { "L’Azawad", "azawad" },
  { "l'azawad", "azawad" },
  { "d’Azawad", "azawad" },
  { "QU’IL", "il" },
  { "jusqu’à Kidal", "a kidal" },
  { "aujourd’hui", "aujourd hui" },
  { "N’Djamena", "ndjamena" },
  { "de N'DJAMÉNA à Nzérékoré, N'Zérékoré", "de ndjamena a nzerekore nzerekore" },
  { "le camp de M’Bera", "le camp de mbera" },
  { "n’importe, l'hiver, d'yeux, s'y", "importe hiver yeux y" },
  { "d'1 m", "1 m" },
  { "n'", "n" },
  { "Mali’s army", "mali army" },
  { "the ‘army’ said", "the army said" },
  { "l’", "l" },
  { "Sévaré-Mopti", "sevare mopti" },
  { "Al-Qaïda", "al qaida" },
  { "cœur", "coeur" },
  { "10 000 €", "10 000" },
  { "", "" },
  { " – ! ", "" },
  { "½ heure", "1 2 heure" },
  { "⑴ a⑴b ⒈x", "1 a 1 b 1 x" },
  { "ɓuro e ŋari", "buro e nari" },
  { "e\xCC\x81tat", "etat" }, /* a letter and its accent apart */
};

static void
test_join (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (joined); i++)
    {
      g_autofree char *result = sb_words_join (joined[i].text);

      g_assert_cmpstr (result, ==, joined[i].joined);
    }
}

/* The words of a text, elided ones too, are those of sb_fold(). */
static void
test_fold (void)
{
  static const char *const texts[] = {
    "Bamako, le 25 avril 2026. L’armée d’État n’a « rien » dit ; 3/4 des camions-citernes…",
    "½ ﬃ ß ŒUVRE İstanbul ʿAbd al-ʾAzīz العربية ـ ‏x",
    "⑴ a⑴b ⒈x ⅓½ ㎨ ﷺ",
    "\xff\xfe"
    "abc\xc3",
    "m’a-t-il 22h30 12:30 http://example.org/a?b=c",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *folded = sb_fold (texts[i]);
      g_autoptr (GString) all = g_string_new (NULL);
      SbWords words;

      sb_words_init (&words, texts[i], strlen (texts[i]));
      while (sb_words_next (&words))
        g_string_append_printf (all, "%s%s", all->len > 0 ? " " : "", words.word);
      g_assert_cmpstr (all->str, ==, folded);
    }
}

static void
test_places (void)
{
  const char *text = "À l’État, 2 œufs";
  static const struct
  {
    gsize start;
    gsize end;
  } expected[] = { { 0, 2 }, { 3, 4 }, { 7, 12 }, { 14, 15 }, { 16, 21 } };
  SbWords words;
  guint i = 0;

  sb_words_init (&words, text, strlen (text));
  while (sb_words_next (&words))
    {
      g_assert_cmpuint (i, <, G_N_ELEMENTS (expected));
      g_assert_cmpuint (words.start, ==, expected[i].start);
      g_assert_cmpuint (words.end, ==, expected[i].end);
      i++;
    }
  g_assert_cmpuint (i, ==, G_N_ELEMENTS (expected));
}

/* The text ends where it is said to end, and a word without end is cut. */
static void
test_limits (void)
{
  g_autofree char *endless = g_strnfill (10000, 'x');
  SbWords words;

  sb_words_init (&words, "Mali Niger", 6);
  g_assert_true (sb_words_next (&words));
  g_assert_true (sb_words_next (&words));
  g_assert_cmpstr (words.word, ==, "n");
  g_assert_false (sb_words_next (&words));
  g_assert_false (sb_words_next (&words));

  sb_words_init (&words, endless, strlen (endless));
  g_assert_true (sb_words_next (&words));
  g_assert_cmpuint (words.length, ==, SB_WORD_MAX);
  g_assert_cmpuint (words.end, ==, 10000);
  g_assert_false (sb_words_next (&words));

  sb_words_init (&words, NULL, 0);
  g_assert_false (sb_words_next (&words));
  sb_words_init (&words, "a\0b", 3);
  g_assert_true (sb_words_next (&words));
  g_assert_cmpstr (words.word, ==, "a");
  g_assert_true (sb_words_next (&words));
  g_assert_cmpstr (words.word, ==, "b");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/words/join", test_join);
  g_test_add_func ("/base/words/fold", test_fold);
  g_test_add_func ("/base/words/places", test_places);
  g_test_add_func ("/base/words/limits", test_limits);

  return g_test_run ();
}
