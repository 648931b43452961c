/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-published-date.h"

#include <stdlib.h>
#include <string.h>

/* How much of a text is searched, in bytes. */
#define MAX_TEXT 400

/* No page was published before there were pages. */
#define MIN_YEAR 1980
#define MAX_YEAR 2100

/* The names of the months in the languages that are met most, by month; a
 * name may be cut to three letters. Without accents. */
static const char *const months[12] = {
  "january janvier januar enero janeiro gennaio januari jaenner styczen",
  "february fevrier februar febrero fevereiro febbraio februari luty",
  "march mars marz maerz marzo marco maart marzec",
  "april avril abril aprile kwiecien",
  "may mai mayo maio maggio mei maj",
  "june juin juni junio junho giugno czerwiec",
  "july juillet juli julio julho luglio lipiec",
  "august aout agosto augustus sierpien",
  "september septembre septiembre setiembre setembro settembre wrzesien",
  "october octobre oktober octubre outubro ottobre pazdziernik",
  "november novembre noviembre novembro listopad",
  "december decembre dezember diciembre dezembro dicembre grudzien",
};

/* The forms of a date, the surest first. The groups are named y, m, d (numbers),
 * n (the name of a month), a and b (numbers in either order), t (time). */
static const char *const forms[] = {
  "(?<![0-9])(?<y>[12][0-9]{3})-(?<m>[01][0-9])-(?<d>[0-3][0-9])"
  "(?:[T ]+(?<t>[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?)(?:[.,][0-9]+)?\\s*(?<z>Z|[+-][0-9]{2}:?[0-9]{2})?)?",
  "(?<![0-9])(?<y>[12][0-9]{3})年\\s*(?<m>[01]?[0-9])月\\s*(?<d>[0-3]?[0-9])日",
  "(?<![0-9])(?<d>[0-3]?[0-9])(?:st|nd|rd|th|er|º|°|\\.)?[\\s-]*(?:de\\s+|of\\s+)?(?<n>\\pL{3,12})\\.?,?[\\s-]*(?:de[l]?\\s+)?"
  "(?<y>[12][0-9]{3})(?![0-9])",
  "(?<!\\pL)(?<n>\\pL{3,12})\\.?\\s*(?<d>[0-3]?[0-9])(?:st|nd|rd|th)?,?\\s+(?<y>[12][0-9]{3})(?![0-9])",
  "(?<![0-9.])(?<y>[12][0-9]{3})(?<s>[./-])(?<m>[01]?[0-9])\\k<s>(?<d>[0-3]?[0-9])(?![0-9])",
  "(?<![0-9.])(?<a>[0-3]?[0-9])(?<s>[./-])(?<b>[0-3]?[0-9])\\k<s>(?<y>[12][0-9]{3})(?![0-9])",
  "(?<![0-9])(?<y>(?:19|20)[0-9]{2})(?<m>[01][0-9])(?<d>[0-3][0-9])(?![0-9])",
};

static const char month_and_year[] = "(?<!\\pL)(?<n>\\pL{3,12})\\.?\\s+(?<y>[12][0-9]{3})(?![0-9])";

static GRegex *
compile (const char *form)
{
  return g_regex_new (form, G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
}

static GRegex *
get_form (guint i)
{
  static GRegex *compiled[G_N_ELEMENTS (forms) + 1];
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      for (guint j = 0; j < G_N_ELEMENTS (forms); j++)
        compiled[j] = compile (forms[j]);
      compiled[G_N_ELEMENTS (forms)] = compile (month_and_year);
      g_once_init_leave (&once, 1);
    }
  return compiled[i];
}

static int
fetch_number (const GMatchInfo *match,
              const char *name)
{
  g_autofree char *text = g_match_info_fetch_named (match, name);

  return text == NULL || *text == '\0' ? -1 : atoi (text);
}

/* 1 to 12, or -1 for a word that is no month. */
static int
find_month (const char *word)
{
  g_autofree char *ascii = g_str_to_ascii (word, "C");
  g_autofree char *lower = g_ascii_strdown (ascii, -1);
  gsize n = strlen (lower);

  if (g_str_equal (lower, "sept"))
    return 9;
  for (int month = 0; month < 12; month++)
    {
      g_auto (GStrv) names = g_strsplit (months[month], " ", -1);

      for (guint i = 0; names[i] != NULL; i++)
        if (n >= 3 && strncmp (names[i], lower, n) == 0 && (n <= 5 || strlen (names[i]) == n))
          return month + 1;
    }
  return -1;
}

static int
read_month (const GMatchInfo *match)
{
  g_autofree char *name = g_match_info_fetch_named (match, "n");

  if (name != NULL && *name != '\0')
    return find_month (name);
  return fetch_number (match, "m");
}

/* The date that a form has matched, or NULL when there is no such day. */
static char *
read_match (const GMatchInfo *match,
            SbDateOrder order)
{
  g_autofree char *time = g_match_info_fetch_named (match, "t");
  g_autofree char *zone = g_match_info_fetch_named (match, "z");
  int year = fetch_number (match, "y");
  int month = read_month (match);
  int day = fetch_number (match, "d");
  int a = fetch_number (match, "a");
  int b = fetch_number (match, "b");

  if (a > 0)
    {
      gboolean month_first = b > 12 || (a <= 12 && order == SB_DATE_ORDER_MONTH_FIRST);

      month = month_first ? a : b;
      day = month_first ? b : a;
    }
  if (year < MIN_YEAR || year > MAX_YEAR || month < 1 || day < 1 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) MIN (month, 13), (GDateYear) year))
    return NULL;
  if (time == NULL || *time == '\0')
    return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  if (zone != NULL && strlen (zone) == 5)
    {
      g_autofree char *plain = g_steal_pointer (&zone);

      zone = g_strdup_printf ("%.3s:%s", plain, plain + 3);
    }
  return g_strdup_printf ("%04d-%02d-%02dT%s%s%s", year, month, day, time, strlen (time) == 5 ? ":00" : "",
                          zone != NULL && *zone != '\0' ? zone : "Z");
}

/* The first valid date of one form; @start and @end tell where. */
static char *
find_form (const char *text,
           guint form,
           SbDateOrder order,
           int *start,
           int *end)
{
  g_autoptr (GMatchInfo) match = NULL;
  char *date = NULL;

  g_regex_match (get_form (form), text, 0, &match);
  while (date == NULL && g_match_info_matches (match))
    {
      date = read_match (match, order);
      g_match_info_fetch_pos (match, 0, start, end);
      g_match_info_next (match, NULL);
    }
  return date;
}

static char *
dup_head (const char *text)
{
  g_autofree char *head = g_strndup (text, MAX_TEXT);

  return g_utf8_make_valid (head, -1);
}

static char *
find_date_at (const char *text,
              SbDateOrder order,
              int *start,
              int *end)
{
  char *date = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (forms) && date == NULL; i++)
    date = find_form (text, i, order, start, end);
  return date;
}

char *
_sb_find_date (const char *text,
               SbDateOrder order)
{
  g_autofree char *head = dup_head (text);
  int start;
  int end;

  return find_date_at (head, order, &start, &end);
}

char *
_sb_cut_date (const char *text)
{
  g_autofree char *date = NULL;
  g_autofree char *before = NULL;
  int start;
  int end;

  date = strlen (text) <= MAX_TEXT ? find_date_at (text, SB_DATE_ORDER_DAY_FIRST, &start, &end) : NULL;
  if (date == NULL)
    return g_strdup (text);
  while (start > 0 && strchr (" -|,(", text[start - 1]) != NULL)
    start--;
  while (text[end] != '\0' && strchr (" -|,)", text[end]) != NULL)
    end++;
  before = g_strndup (text, (gsize) start);
  return g_strconcat (before, start > 0 && text[end] != '\0' ? " " : "", text + end, NULL);
}

gboolean
_sb_has_month_and_year (const char *text)
{
  g_autofree char *head = dup_head (text);
  g_autoptr (GMatchInfo) match = NULL;
  gboolean found = FALSE;

  g_regex_match (get_form (G_N_ELEMENTS (forms)), head, 0, &match);
  while (!found && g_match_info_matches (match))
    {
      found = read_month (match) > 0;
      g_match_info_next (match, NULL);
    }
  return found;
}
