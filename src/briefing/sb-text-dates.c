/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-text-facts-private.h"

#include "sb-text.h"

#include <stdlib.h>
#include <string.h>

/* Years that a text of this trade is about; other numbers of four digits are counts. */
#define FIRST_YEAR 1900
#define LAST_YEAR  2100

/* Folded (sb_fold). */
static const char *const months[SB_N_LANGUAGES][12] = {
  [SB_LANGUAGE_FR] = { "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre" },
  [SB_LANGUAGE_EN] = { "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december" },
};

static void
date_free (gpointer data)
{
  SbTextDate *date = data;

  g_free (date->words);
  g_free (date);
}

static int
read_month (const char *word,
            SbLanguage language)
{
  for (int i = 0; word != NULL && i < 12; i++)
    if (g_str_equal (months[language][i], word))
      return i + 1;

  return 0;
}

/* "25", "1er", "25th"; 0 when it is no day of a month. */
static int
read_day (const char *word)
{
  static const char *const endings[] = { "", "er", "st", "nd", "rd", "th" };
  char *end = NULL;
  long value = word != NULL && g_ascii_isdigit (word[0]) ? strtol (word, &end, 10) : 0;

  if (value < 1 || value > 31)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_equal (end, endings[i]))
      return (int) value;

  return 0;
}

static int
read_year (const char *word)
{
  char *end = NULL;
  long value = word != NULL && g_ascii_isdigit (word[0]) ? strtol (word, &end, 10) : 0;

  return value >= FIRST_YEAR && value <= LAST_YEAR && *end == '\0' ? (int) value : 0;
}

static void
add_date (GPtrArray *dates,
          char *const *words,
          guint n_words,
          int year,
          int month,
          int day)
{
  g_autofree char *edtf = NULL;
  g_autoptr (SbDate) date = NULL;
  SbTextDate *found;
  GString *text;

  if (year > 0)
    {
      edtf = day > 0 ? g_strdup_printf ("%04d-%02d-%02d", year, month, day) : g_strdup_printf ("%04d-%02d", year, month);
      date = sb_date_new (edtf, NULL);
      if (date == NULL)
        return;
    }

  text = g_string_new (NULL);
  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[i]);
  found = g_new0 (SbTextDate, 1);
  found->words = g_string_free (text, FALSE);
  if (date != NULL)
    {
      found->first = sb_date_get_first_day (date);
      found->last = sb_date_get_last_day (date);
    }
  else
    {
      found->month = month;
      found->day = day;
    }
  g_ptr_array_add (dates, found);
}

/* Reads a date that begins with @words; how many of them it takes, 0 for none. */
static guint
read_date (GPtrArray *dates,
           char *const *words,
           guint n_left,
           SbLanguage language)
{
  const char *second = n_left > 1 ? words[1] : NULL;
  const char *third = n_left > 2 ? words[2] : NULL;
  int month = read_month (words[0], language);
  int next_month = read_month (second, language);
  int day = read_day (words[0]);
  guint n_taken = 0;
  int year = 0;

  if (day > 0 && next_month > 0) /* 25 avril 2026 */
    {
      year = read_year (third);
      month = next_month;
      n_taken = year > 0 ? 3 : 2;
    }
  else if (month > 0 && read_day (second) > 0) /* April 25, 2026 */
    {
      day = read_day (second);
      year = read_year (third);
      n_taken = year > 0 ? 3 : 2;
    }
  else if (month > 0 && read_year (second) > 0) /* avril 2026 */
    {
      day = 0;
      year = read_year (second);
      n_taken = 2;
    }
  else if (read_year (words[0]) > 0 && read_day (second) > 0 && read_day (second) <= 12 && read_day (third) > 0) /* 2026-04-25 */
    {
      year = read_year (words[0]);
      month = read_day (second);
      day = read_day (third);
      n_taken = 3;
    }
  if (n_taken > 0)
    add_date (dates, words, n_taken, year, month, day);

  return n_taken;
}

GPtrArray *
_sb_text_dates_find (const char *text,
                     SbLanguage language)
{
  g_autofree char *folded = sb_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint n_words = g_strv_length (words);
  GPtrArray *dates = g_ptr_array_new_with_free_func (date_free);

  for (guint i = 0; i < n_words;)
    i += MAX (read_date (dates, words + i, n_words - i, language), 1);

  return dates;
}

static gboolean
overlaps (const SbTextDate *date,
          int first,
          int last)
{
  if (date->month == 0)
    return date->first <= last && first <= date->last;

  /* Without a year: the first such day from the beginning on. */
  for (int day = first; day <= last && day - first <= 366; day++)
    {
      int year, month, of_month;

      sb_day_to_ymd (day, &year, &month, &of_month);
      if (month == date->month && of_month == date->day)
        return TRUE;
    }

  return FALSE;
}

/* What began on one day and ended on another was so on those between. */
static gboolean
lasts (SbRecord *record,
       const SbTextDate *date)
{
  const SbSchema *schema = sb_record_get_schema (record);
  int since = sb_schema_find (schema, "since");
  int until = sb_schema_find (schema, "until");
  SbDate *first = since >= 0 ? sb_record_get_date (record, (guint) since) : NULL;
  SbDate *last = until >= 0 ? sb_record_get_date (record, (guint) until) : NULL;

  if (first == NULL || sb_date_get_first_day (first) == SB_DATE_DAY_MIN)
    return FALSE;

  return overlaps (date, sb_date_get_first_day (first), last != NULL ? sb_date_get_last_day (last) : SB_DATE_DAY_MAX);
}

static gboolean
agrees (SbRecord *record,
        const SbTextDate *date,
        gboolean *has_dates)
{
  const SbSchema *schema = sb_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const SbField *field = &schema->fields[i];
      SbDate *own = field->type == SB_FIELD_DATE ? sb_record_get_date (record, i) : NULL;

      if (own != NULL)
        {
          *has_dates = TRUE;
          if (overlaps (date, sb_date_get_first_day (own), sb_date_get_last_day (own)))
            return TRUE;
        }
      for (guint k = 0; field->type == SB_FIELD_LIST && k < sb_record_get_n_items (record, i); k++)
        if (agrees (sb_record_get_item (record, i, k), date, has_dates))
          return TRUE;
    }

  return FALSE;
}

gboolean
_sb_text_date_agrees (const SbTextDate *date,
                      SbRecord *record)
{
  gboolean has_dates = FALSE;

  return agrees (record, date, &has_dates) || !has_dates || lasts (record, date);
}
