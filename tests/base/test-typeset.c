/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include <math.h>
#include <string.h>

#include "sb-text.h"

/* In the tables "_" stands for a no-break space and "|" for a narrow one. */
static char *
expand (const char *text)
{
  GString *out = g_string_new (text);

  g_string_replace (out, "_", "\u00A0", 0);
  g_string_replace (out, "|", "\u202F", 0);

  return g_string_free (out, FALSE);
}

typedef struct
{
  const char *text, *set; /* NULL when it is left alone */
} Case;

static void
check_cases (const Case *cases,
             guint n_cases,
             SbLanguage language)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *text = expand (cases[i].text);
      g_autofree char *expected = expand (cases[i].set != NULL ? cases[i].set : cases[i].text);
      g_autofree char *set = sb_typeset (text, language);
      g_autofree char *again = sb_typeset (set, language);

      g_assert_cmpstr (set, ==, expected);
      g_assert_cmpstr (again, ==, expected);
    }
}

static void
test_french (void)
{
  static const Case cases[] = {
    { "", NULL },
    { "Mopti", NULL },
    /* Marks. */
    { "Bamako: un axe coupé", "Bamako_: un axe coupé" },
    { "Bamako : un axe coupé", "Bamako_: un axe coupé" },
    { "Bamako|: un axe coupé", "Bamako_: un axe coupé" },
    { "Qui? Où ? Assez!", "Qui|? Où|? Assez|!" },
    { "un; deux ; trois_; quatre", "un|; deux|; trois|; quatre" },
    { "Quoi?! Jamais!!", "Quoi|?! Jamais|!!" },
    { "Quoi... ?", "Quoi…|?" },
    { "3 septembre 2025 (?)", "3_septembre 2025 (?)" },
    { "(le blocus?)", "(le blocus|?)" },
    { "Le bilan:\n- dix camions ;\n- trois postes.", "Le bilan_:\n- dix camions|;\n- trois postes." },
    { "\n: seul", NULL },
    { "Pourquoi ?[2]", "Pourquoi|?[2]" },
    { "Pourquoi ?²", "Pourquoi|?²" },
    /* Left alone. */
    { "à 12:30", NULL },
    { "12:30:45", NULL },
    { "https://example.org/a?b=c;d:e!", "https://example.org/a?b=c;d:e|!" },
    { "voir https://example.org/x(y): bien", "voir https://example.org/x(y)_: bien" },
    { "(http://example.org/l'x)", NULL },
    { "www.example.org/page?id=3", NULL },
    { "mailto:a@example.org?subject=x", NULL },
    { "page?id=3", NULL },
    { "a:b", NULL },
    { "14°30'00\" N", NULL },
    /* Apostrophes. */
    { "l'Azawad, aujourd'hui, c'est dit", "l’Azawad, aujourd’hui, c’est dit" },
    { "l’Azawad", NULL },
    { "l'« Alliance »", "l’«_Alliance_»" },
    { "l'\"Alliance\"", "l’«_Alliance_»" },
    { "qu'ils ont 'pris'", "qu’ils ont ‘pris’" },
    /* Quotations. */
    { "\"oui\"", "«_oui_»" },
    { "Il dit \"oui\", puis \"non\".", "Il dit «_oui_», puis «_non_»." },
    { "(\"oui\")", "(«_oui_»)" },
    { "«oui»", "«_oui_»" },
    { "« oui »", "«_oui_»" },
    { "«|oui|»", "«_oui_»" },
    { "“oui”", "«_oui_»" },
    { "\" oui \"", "«_oui_»" },
    { "Il dit : \"Qui ?\"", "Il dit_: «_Qui|?_»" },
    { "« un “deux” trois »", "«_un “deux” trois_»" },
    { "\"un \"deux\" trois\"", "«_un “deux” trois_»" },
    { "« un \"deux\" trois »", "«_un “deux” trois_»" },
    { "\"un 'deux' trois\"", "«_un ‘deux’ trois_»" },
    { "« Le président dit: \"Jamais!\" »", "«_Le président dit_: “Jamais|!”_»" },
    { "un \" seul", NULL },
    { "« sans fin", "«_sans fin" },
    { "sans début »", "sans début_»" },
    { "»", NULL },
    { "\"un\"\n\"deux\"", "«_un_»\n«_deux_»" },
    /* Numbers. */
    { "12%", "12_%" },
    { "12 % des cas", "12_% des cas" },
    { "12|%", "12_%" },
    { "3 000 €", "3|000_€" },
    { "10 000 hommes", "10|000_hommes" },
    { "1 200 000 déplacés", "1|200|000 déplacés" },
    { "en 2025 300 camions", NULL },
    { "80 km", "80_km" },
    { "80 kilomètres", NULL },
    { "le 1er juillet, le 25 avril", "le 1er_juillet, le 25_avril" },
    { "3 millions", "3_millions" },
    { "loi n° 60-3, p. 12, art. 5", "loi n°_60-3, p._12, art._5" },
    { "M. Diop et Mme Sy", "M._Diop et Mme_Sy" },
    { "de 5 à 6", NULL },
    { "a%20b", NULL },
    { "....", NULL },
  };

  check_cases (cases, G_N_ELEMENTS (cases), SB_LANGUAGE_FR);
}

static void
test_english (void)
{
  static const Case cases[] = {
    { "", NULL },
    { "Who? Where: there; now!", NULL },
    { "It's the '90s", "It’s the ’90s" },
    { "Peuls' herds", "Peuls’ herds" },
    { "\"yes\"", "“yes”" },
    { "(\"yes\"), \"no.\"", "(“yes”), “no.”" },
    { "« yes »", "“yes”" },
    { "«yes»", "“yes”" },
    { "“yes”", NULL },
    { "\"He said 'no' twice\"", "“He said ‘no’ twice”" },
    { "\"He said 'no'\"", "“He said ‘no’”" },
    { "\"one \"two\" three\"", "“one ‘two’ three”" },
    { "“one « two » three”", "“one ‘two’ three”" },
    { "'so' it goes", "‘so’ it goes" },
    { "'tis", "’tis" },
    { "wait...", "wait…" },
    { "12% of 10,000", NULL },
    { "12 % of it", "12_% of it" },
    { "80 km", "80_km" },
    { "3 September 2025", "3_September 2025" },
    { "Mr Diop, p. 12", "Mr_Diop, p._12" },
    { "10 000", NULL },
    { "https://example.org/it's?a=\"b\"", "https://example.org/it's?a=\"b\"" },
    { "6' tall", NULL },
    { "a 5\" pipe", NULL },
  };

  check_cases (cases, G_N_ELEMENTS (cases), SB_LANGUAGE_EN);
}

/* Appends words at random, some of them quotations of others. Straight marks
 * that touch one another have no one meaning, and are not made. */
static void
append_random (GString *text,
               guint depth,
               gboolean in_straight)
{
  static const char *const words[] = {
    "a",
    "so",
    "l'eau",
    "l’eau",
    "A",
    "7",
    "12%",
    "12 %",
    "10 000",
    "25 mai",
    "1er mai",
    "n° 7",
    "M. A",
    "Qui?",
    "Qui ?",
    "Qui\u202F?!",
    "so:",
    "so :",
    "so;",
    "so ;",
    "so!",
    "so...",
    "so…",
    "–",
    "(so)",
    "(?)",
    "'90s",
    "12:30",
    "http://x?y=z",
    "www.x.org:",
    "a\nb",
    "\xff",
    "ils'",
    "6 km",
    "3\u00A0€",
  };
  static const char *const pairs[][2] = {
    { "«", "»" },
    { "« ", " »" },
    { "“", "”" },
    { "(", ")" },
    { "\"a ", " a\"" },
    { "'a ", " a'" },
  };
  const guint n_pairs = G_N_ELEMENTS (pairs) - (in_straight ? 2 : 0);
  int n_words = g_test_rand_int_range (1, 5);

  for (int i = 0; i < n_words; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');

      if (depth < 4 && g_test_rand_int_range (0, 4) == 0)
        {
          guint pair = g_test_rand_int_range (0, n_pairs);

          g_string_append (text, pairs[pair][0]);
          append_random (text, depth + 1, in_straight || pair >= 4);
          g_string_append (text, pairs[pair][1]);
        }
      else
        {
          g_string_append (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
        }
    }
}

static void
test_twice (void)
{
  for (guint i = 0; i < 40000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      SbLanguage language = g_test_rand_int_range (0, SB_N_LANGUAGES);
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;

      append_random (text, 0, FALSE);
      once = sb_typeset (text->str, language);
      twice = sb_typeset (once, language);
      g_assert_true (g_utf8_validate (once, -1, NULL));
      if (strcmp (once, twice) != 0)
        g_test_message ("%s: %s", sb_language_get_code (language), text->str);
      g_assert_cmpstr (once, ==, twice);
    }
}

static void
test_number (void)
{
  static const struct
  {
    double value;
    guint decimals;
    const char *fr, *en;
  } cases[] = {
    { 0, 0, "0", "0" },
    { 7, 0, "7", "7" },
    { 999, 0, "999", "999" },
    { 1000, 0, "1|000", "1,000" },
    { 10000, 0, "10|000", "10,000" },
    { 1234567, 0, "1|234|567", "1,234,567" },
    { 2.7, 1, "2,7", "2.7" },
    { 2.7, 3, "2,7", "2.7" },
    { 2.0, 3, "2", "2" },
    { 2.345, 2, "2,35", "2.35" },
    { 1234.5, 1, "1|234,5", "1,234.5" },
    { 100, 0, "100", "100" },
    { 0.05, 1, "0,1", "0.1" },
    { -12.5, 1, "−12,5", "−12.5" },
    { -0.0, 2, "0", "0" },
    { -0.001, 2, "0", "0" },
    { 1e15, 0, "1|000|000|000|000|000", "1,000,000,000,000,000" },
    { G_MAXDOUBLE * 2, 0, "–", "–" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *fr = sb_number_format (cases[i].value, cases[i].decimals, SB_LANGUAGE_FR);
      g_autofree char *en = sb_number_format (cases[i].value, cases[i].decimals, SB_LANGUAGE_EN);
      g_autofree char *expected_fr = expand (cases[i].fr);
      g_autofree char *largest = sb_number_format (-G_MAXDOUBLE, 99, SB_LANGUAGE_FR);

      g_assert_cmpstr (fr, ==, expected_fr);
      g_assert_cmpstr (en, ==, cases[i].en);
      g_assert_true (g_str_has_prefix (largest, "−179"));
    }
}

/* As a person types them, with what else a text may have; NAN is what is no number. */
static void
test_number_read (void)
{
  static const struct
  {
    const char *text;
    double fr, en;
  } cases[] = {
    { "12", 12, 12 },
    { "2,5", 2.5, 25 },
    { "2.5", 2.5, 2.5 },
    { "1 300", 1300, 1300 },
    { "1\u202F300,5", 1300.5, 13005 },
    { "1,300", 1.3, 1300 },
    { "−12.5", -12.5, -12.5 },
    { " 7 ", 7, 7 },
    { "", NAN, NAN },
    { " ", NAN, NAN },
    { "douze", NAN, NAN },
    { "12 km", NAN, NAN },
    { "1e999", NAN, NAN },
    { "inf", NAN, NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
      {
        double expected = language == SB_LANGUAGE_FR ? cases[i].fr : cases[i].en;
        double value;

        g_test_message ("“%s”", cases[i].text);
        g_assert_cmpint (sb_number_read (cases[i].text, language, &value), ==, !isnan (expected));
        if (!isnan (expected))
          g_assert_cmpfloat_with_epsilon (value, expected, 1e-9);
      }
}

static void
test_size (void)
{
  static const struct
  {
    guint64 bytes;
    const char *fr, *en;
  } cases[] = {
    { 0, "0_octet", "0_bytes" },
    { 1, "1_octet", "1_byte" },
    { 999, "999_octets", "999_bytes" },
    { 1000, "1_ko", "1_kB" },
    { 2949120, "2,9_Mo", "2.9_MB" },
    { 999949, "999,9_ko", "999.9_kB" },
    { 999950, "1_Mo", "1_MB" },
    { 12345678901, "12,3_Go", "12.3_GB" },
    { G_MAXUINT64, "18|446|744,1_To", "18,446,744.1_TB" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *fr = sb_size_format (cases[i].bytes, SB_LANGUAGE_FR);
      g_autofree char *en = sb_size_format (cases[i].bytes, SB_LANGUAGE_EN);
      g_autofree char *expected_fr = expand (cases[i].fr);
      g_autofree char *expected_en = expand (cases[i].en);

      g_assert_cmpstr (fr, ==, expected_fr);
      g_assert_cmpstr (en, ==, expected_en);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/typeset/french", test_french);
  g_test_add_func ("/base/typeset/english", test_english);
  g_test_add_func ("/base/typeset/size", test_size);
  g_test_add_func ("/base/typeset/twice", test_twice);
  g_test_add_func ("/base/number/format", test_number);
  g_test_add_func ("/base/number/read", test_number_read);

  return g_test_run ();
}
