/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-date-format.h"

/* In the tables "_" stands for a no-break space. */
static void
assert_text (const char *text,
             const char *expected)
{
  g_auto (GStrv) parts = g_strsplit (expected, "_", -1);
  g_autofree char *spaced = g_strjoinv ("\u00A0", parts);

  g_assert_cmpstr (text, ==, spaced);
}

static void
test_long (void)
{
  static const struct
  {
    const char *edtf, *fr, *en;
  } cases[] = {
    { "2026-04-25", "25_avril_2026", "25_April_2026" },
    { "2026-04-01", "1er_avril_2026", "1_April_2026" },
    { "2026-04-11", "11_avril_2026", "11_April_2026" },
    { "2025-09", "septembre_2025", "September_2025" },
    { "2025-09-XX", "septembre_2025", "September_2025" },
    { "2025", "2025", "2025" },
    { "2025-XX", "2025", "2025" },
    { "2022-21", "printemps_2022", "spring_2022" },
    { "2022-22", "été_2022", "summer_2022" },
    { "2022-23", "automne_2022", "autumn_2022" },
    { "2025-24", "hiver_2025-2026", "winter_2025–2026" },
    { "199X", "années_1990", "1990s" },
    { "20XX", "XXIe_siècle", "21st_century" },
    { "00XX", "Ier_siècle", "1st_century" },
    { "11XX", "XIIe_siècle", "12th_century" },
    { "2025-09-03~", "vers le 3_septembre_2025", "around 3_September_2025" },
    { "2025-09-01~", "vers le 1er_septembre_2025", "around 1_September_2025" },
    { "2025-05~", "vers mai_2025", "around May_2025" },
    { "2025-10~", "vers octobre_2025", "around October_2025" },
    { "2025~", "vers 2025", "around 2025" },
    { "2022-22~", "vers l’été_2022", "around summer_2022" },
    { "2022-21~", "vers le printemps_2022", "around spring_2022" },
    { "199X~", "vers les années_1990", "around the 1990s" },
    { "19XX~", "vers le XXe_siècle", "around the 20th_century" },
    { "2025-09-03?", "3_septembre_2025_(?)", "3_September_2025_(?)" },
    { "2025%", "vers 2025_(?)", "around 2025_(?)" },
    { "2025-09-05/2025-09-06", "du 5 au 6_septembre_2025", "5–6_September_2025" },
    { "2025-09-01/2025-09-30", "du 1er au 30_septembre_2025", "1–30_September_2025" },
    { "2025-09-05/2025-09-05", "5_septembre_2025", "5_September_2025" },
    { "2025-08-28/2025-09-01", "du 28_août au 1er_septembre_2025", "28_August_– 1_September_2025" },
    { "2025-12-30/2026-01-02", "du 30_décembre_2025 au 2_janvier_2026", "30_December_2025_– 2_January_2026" },
    { "2025-07/2025-08", "de juillet à août_2025", "July–August_2025" },
    { "2025-08/2025-10", "d’août à octobre_2025", "August–October_2025" },
    { "2025-04/2026-03", "d’avril_2025 à mars_2026", "April_2025_– March_2026" },
    { "2025-07/2025-07", "juillet_2025", "July_2025" },
    { "2025-09-03/2025-11", "du 3_septembre à novembre_2025", "3_September_– November_2025" },
    { "2025-09/2025-11-03", "de septembre au 3_novembre_2025", "September_– 3_November_2025" },
    { "2025-09-03/2025-09", "du 3_septembre à septembre_2025", "3_September_– September_2025" },
    { "2022/2025", "de 2022 à 2025", "2022–2025" },
    { "2022/2025-06", "de 2022 à juin_2025", "2022_– June_2025" },
    { "2022-22/2023-23", "de l’été_2022 à l’automne_2023", "summer_2022_– autumn_2023" },
    { "2022-21/2022-24", "du printemps_2022 à l’hiver_2022-2023", "spring_2022_– winter_2022–2023" },
    { "199X/200X", "des années_1990 aux années_2000", "1990s–2000s" },
    { "2025-09-03/..", "depuis le 3_septembre_2025", "since 3_September_2025" },
    { "2025-09-01/", "à partir du 1er_septembre_2025, fin inconnue", "from 1_September_2025, end unknown" },
    { "2007/", "à partir de 2007, fin inconnue", "from 2007, end unknown" },
    { "2025-04/", "à partir d’avril_2025, fin inconnue", "from April_2025, end unknown" },
    { "199X~/", "à partir des années_1990_environ, fin inconnue", "from around the 1990s, end unknown" },
    { "2025-09/..", "depuis septembre_2025", "since September_2025" },
    { "2025/..", "depuis 2025", "since 2025" },
    { "2022-22/..", "depuis l’été_2022", "since summer_2022" },
    { "199X/..", "depuis les années_1990", "since the 1990s" },
    { "18XX/..", "depuis le XIXe_siècle", "since the 19th_century" },
    { "../2025-09-30", "avant le 30_septembre_2025", "before 30_September_2025" },
    { "/2025-09", "au plus tard en septembre_2025", "by September_2025" },
    { "../2025", "au plus tard en 2025", "by 2025" },
    { "../2022-22", "au plus tard à l’été_2022", "by summer_2022" },
    { "../2022-21", "au plus tard au printemps_2022", "by spring_2022" },
    { "../199X", "au plus tard dans les années_1990", "by the 1990s" },
    { "2025-05~/..", "depuis mai_2025_environ", "since around May_2025" },
    { "../2025-05-03~", "avant le 3_mai_2025_environ", "before around 3_May_2025" },
    { "2025-05~/2025-07", "de mai_2025_environ à juillet_2025", "around May_2025_– July_2025" },
    { "2025-05/2025-07?", "de mai à juillet_2025_(?)", "May–July_2025_(?)" },
    { "2012~/2013~", "de 2012 à 2013_environ", "around 2012–2013" },
    { "2026-04~/2026-05~", "d’avril à mai_2026_environ", "around April–May_2026" },
    { "2026-04-25~/2026-04-26~", "du 25 au 26_avril_2026_environ", "around 25–26_April_2026" },
    { "199X~/2012~", "des années_1990 à 2012_environ", "around the 1990s_– 2012" },
    { "2012%/2013~", "de 2012_environ_(?) à 2013_environ", "around 2012_(?)_– around 2013" },
    { "199X~/..", "depuis les années_1990_environ", "since around the 1990s" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbDate) date = sb_date_new (cases[i].edtf, "as it was written");
      g_autofree char *fr = sb_date_format (date, SB_LANGUAGE_FR, SB_DATE_STYLE_LONG);
      g_autofree char *en = sb_date_format (date, SB_LANGUAGE_EN, SB_DATE_STYLE_LONG);

      g_test_message ("%s", cases[i].edtf);
      assert_text (fr, cases[i].fr);
      assert_text (en, cases[i].en);
    }
}

static void
test_short (void)
{
  static const struct
  {
    const char *edtf;
    SbDateStyle style;
    const char *fr, *en;
  } cases[] = {
    { "2026-04-25", SB_DATE_STYLE_MEDIUM, "25_avr._2026", "25_Apr_2026" },
    { "2026-05-01", SB_DATE_STYLE_MEDIUM, "1er_mai_2026", "1_May_2026" },
    { "2026-02", SB_DATE_STYLE_MEDIUM, "févr._2026", "Feb_2026" },
    { "2026", SB_DATE_STYLE_MEDIUM, "2026", "2026" },
    { "2022-22", SB_DATE_STYLE_MEDIUM, "été_2022", "summer_2022" },
    { "2025-09-05/2025-09-06", SB_DATE_STYLE_MEDIUM, "du 5 au 6_sept._2025", "5–6_Sep_2025" },
    { "2025-10/2025-12", SB_DATE_STYLE_MEDIUM, "d’oct. à déc._2025", "Oct–Dec_2025" },
    { "2025-07-03/..", SB_DATE_STYLE_MEDIUM, "depuis le 3_juil._2025", "since 3_Jul_2025" },
    { "2026-04-25", SB_DATE_STYLE_NUMERIC, "25.04.2026", "25/04/2026" },
    { "2026-04-01", SB_DATE_STYLE_NUMERIC, "01.04.2026", "01/04/2026" },
    { "2026-04", SB_DATE_STYLE_NUMERIC, "04.2026", "04/2026" },
    { "2026", SB_DATE_STYLE_NUMERIC, "2026", "2026" },
    { "2025-24", SB_DATE_STYLE_NUMERIC, "hiver_2025-2026", "winter_2025–2026" },
    { "202X", SB_DATE_STYLE_NUMERIC, "années_2020", "2020s" },
    { "2025-09-05/2025-09-06", SB_DATE_STYLE_NUMERIC, "du 05.09.2025 au 06.09.2025", "05/09/2025_– 06/09/2025" },
    { "2025-04/2025-08", SB_DATE_STYLE_NUMERIC, "de 04.2025 à 08.2025", "04/2025_– 08/2025" },
    { "../2025-09-30", SB_DATE_STYLE_NUMERIC, "avant le 30.09.2025", "before 30/09/2025" },
    { "2025-09-03?", SB_DATE_STYLE_NUMERIC, "03.09.2025_(?)", "03/09/2025_(?)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbDate) date = sb_date_new (cases[i].edtf, NULL);
      g_autofree char *fr = sb_date_format (date, SB_LANGUAGE_FR, cases[i].style);
      g_autofree char *en = sb_date_format (date, SB_LANGUAGE_EN, cases[i].style);

      g_test_message ("%s", cases[i].edtf);
      assert_text (fr, cases[i].fr);
      assert_text (en, cases[i].en);
    }
}

static void
test_beginning_and_ending (void)
{
  static const struct
  {
    const char *edtf;
    const char *beginning_fr, *beginning_en, *ending_fr, *ending_en;
  } cases[] = {
    { "2007", "2007", "2007", "2007", "2007" },
    { "2026-04~", "vers avril_2026", "around April_2026", "vers avril_2026", "around April_2026" },
    { "2025-09-05/2025-09-06", "entre le 5 et le 6_septembre_2025", "between 5 and 6_September_2025",
      "entre le 5 et le 6_septembre_2025", "between 5 and 6_September_2025" },
    { "2020/2025-11", "entre 2020 et novembre_2025", "between 2020 and November_2025",
      "entre 2020 et novembre_2025", "between 2020 and November_2025" },
    { "199X/2022-22~", "entre les années_1990 et l’été_2022_environ", "between the 1990s and around summer_2022",
      "entre les années_1990 et l’été_2022_environ", "between the 1990s and around summer_2022" },
    { "2007/..", "2007", "2007", "toujours en cours", "still going on" },
    { "../2026-04-25", "avant le 25_avril_2026", "before 25_April_2026", "avant le 25_avril_2026", "before 25_April_2026" },
    { "2007/", "date inconnue, au plus tôt en 2007", "an unknown date, 2007 at the earliest",
      "date inconnue, au plus tôt en 2007", "an unknown date, 2007 at the earliest" },
    { "2026-04-01/", "date inconnue, au plus tôt le 1er_avril_2026", "an unknown date, 1_April_2026 at the earliest",
      "date inconnue, au plus tôt le 1er_avril_2026", "an unknown date, 1_April_2026 at the earliest" },
    { "2022-21/", "date inconnue, au plus tôt au printemps_2022", "an unknown date, spring_2022 at the earliest",
      "date inconnue, au plus tôt au printemps_2022", "an unknown date, spring_2022 at the earliest" },
    { "199X~/", "date inconnue, au plus tôt dans les années_1990_environ", "an unknown date, around the 1990s at the earliest",
      "date inconnue, au plus tôt dans les années_1990_environ", "an unknown date, around the 1990s at the earliest" },
    { NULL, "", "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbDate) date = cases[i].edtf != NULL ? sb_date_new (cases[i].edtf, NULL) : NULL;
      g_autofree char *beginning_fr = sb_date_format_beginning (date, SB_LANGUAGE_FR, SB_DATE_STYLE_LONG);
      g_autofree char *beginning_en = sb_date_format_beginning (date, SB_LANGUAGE_EN, SB_DATE_STYLE_LONG);
      g_autofree char *ending_fr = sb_date_format_ending (date, SB_LANGUAGE_FR, SB_DATE_STYLE_LONG);
      g_autofree char *ending_en = sb_date_format_ending (date, SB_LANGUAGE_EN, SB_DATE_STYLE_LONG);

      assert_text (beginning_fr, cases[i].beginning_fr);
      assert_text (beginning_en, cases[i].beginning_en);
      assert_text (ending_fr, cases[i].ending_fr);
      assert_text (ending_en, cases[i].ending_en);
    }
}

static void
test_lasting (void)
{
  static const struct
  {
    const char *since, *until;
    const char *fr, *en;
  } cases[] = {
    { "2025-09-03", NULL, "depuis le 3_septembre_2025", "since 3_September_2025" },
    { "2025-09-03/..", NULL, "depuis le 3_septembre_2025", "since 3_September_2025" },
    { "2007", "2007/..", "depuis 2007", "since 2007" },
    { NULL, "2026-04-25", "jusqu’au 25_avril_2026", "until 25_April_2026" },
    { NULL, "2026-04~", "jusqu’en avril_2026_environ", "until around April_2026" },
    { "2025-09-03", "2025-11-05", "du 3_septembre au 5_novembre_2025", "3_September_– 5_November_2025" },
    { "2007", "2012", "de 2007 à 2012", "2007–2012" },
    { "199X", "199X", "années_1990", "1990s" },
    { "2007", "2007/", "depuis 2007, jusqu’à une date inconnue, au plus tôt en 2007",
      "since 2007, until an unknown date, 2007 at the earliest" },
    { NULL, "2007/", "jusqu’à une date inconnue, au plus tôt en 2007", "until an unknown date, 2007 at the earliest" },
    { NULL, "../2025-11", "jusqu’à une date inconnue, au plus tard en novembre_2025",
      "until an unknown date, November_2025 at the latest" },
    { "../2026-04-25", NULL, "depuis une date inconnue, au plus tard le 25_avril_2026",
      "since an unknown date, 25_April_2026 at the latest" },
    { "../2007", "2007/", "depuis une date inconnue, au plus tard en 2007\u202F; jusqu’à une date inconnue, au plus tôt en 2007",
      "since an unknown date, 2007 at the latest; until an unknown date, 2007 at the earliest" },
    { "2007/", NULL, "depuis une date inconnue, au plus tôt en 2007", "since an unknown date, 2007 at the earliest" },
    { "2025-09-05/2025-09-06", NULL, "depuis une date inconnue, entre le 5 et le 6_septembre_2025",
      "since an unknown date, between 5 and 6_September_2025" },
    { NULL, NULL, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbDate) since = cases[i].since != NULL ? sb_date_new (cases[i].since, NULL) : NULL;
      g_autoptr (SbDate) until = cases[i].until != NULL ? sb_date_new (cases[i].until, NULL) : NULL;
      g_autofree char *fr = sb_date_format_lasting (since, until, SB_LANGUAGE_FR, SB_DATE_STYLE_LONG);
      g_autofree char *en = sb_date_format_lasting (since, until, SB_LANGUAGE_EN, SB_DATE_STYLE_LONG);

      g_test_message ("%s – %s", cases[i].since, cases[i].until);
      assert_text (fr, cases[i].fr);
      assert_text (en, cases[i].en);
    }
}

static void
test_months (void)
{
  static const char *const fr[] = {
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
  };
  static const char *const en[] = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  };

  for (int month = 1; month <= 12; month++)
    {
      int day = sb_day_from_ymd (2026, month, 2);
      g_autofree char *expected_fr = g_strdup_printf ("2_%s_2026", fr[month - 1]);
      g_autofree char *expected_en = g_strdup_printf ("2_%s_2026", en[month - 1]);
      g_autofree char *text_fr = sb_day_format (day, SB_LANGUAGE_FR, SB_DATE_STYLE_LONG);
      g_autofree char *text_en = sb_day_format (day, SB_LANGUAGE_EN, SB_DATE_STYLE_LONG);

      assert_text (text_fr, expected_fr);
      assert_text (text_en, expected_en);
    }
}

static void
test_none (void)
{
  g_autofree char *text = sb_date_format (NULL, SB_LANGUAGE_FR, SB_DATE_STYLE_LONG);

  g_assert_cmpstr (text, ==, "");
}

static void
test_period (void)
{
  static const struct
  {
    const char *first, *last; /* NULL when open */
    const char *fr, *en;
  } cases[] = {
    { "2026-04-01", "2026-04-30", "du 1er au 30_avril_2026", "1–30_April_2026" },
    { "2026-04-25", "2026-05-20", "du 25_avril au 20_mai_2026", "25_April_– 20_May_2026" },
    { "2025-07-01", "2026-05-20", "du 1er_juillet_2025 au 20_mai_2026", "1_July_2025_– 20_May_2026" },
    { "2026-04-25", "2026-04-25", "25_avril_2026", "25_April_2026" },
    { "2026-04-25", NULL, "depuis le 25_avril_2026", "since 25_April_2026" },
    { NULL, "2026-04-25", "jusqu’au 25_avril_2026", "until 25_April_2026" },
    { NULL, NULL, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *fr = NULL;
      g_autofree char *en = NULL;
      int first = SB_DATE_DAY_MIN, last = SB_DATE_DAY_MAX;

      sb_day_parse (cases[i].first, &first);
      sb_day_parse (cases[i].last, &last);
      fr = sb_period_format (first, last, SB_LANGUAGE_FR);
      en = sb_period_format (first, last, SB_LANGUAGE_EN);
      assert_text (fr, cases[i].fr);
      assert_text (en, cases[i].en);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/date-format/long", test_long);
  g_test_add_func ("/base/date-format/short", test_short);
  g_test_add_func ("/base/date-format/beginning-and-ending", test_beginning_and_ending);
  g_test_add_func ("/base/date-format/lasting", test_lasting);
  g_test_add_func ("/base/date-format/months", test_months);
  g_test_add_func ("/base/date-format/none", test_none);
  g_test_add_func ("/base/date-format/period", test_period);

  return g_test_run ();
}
