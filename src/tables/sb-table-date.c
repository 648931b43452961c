/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-table-date.h"

#include <string.h>

#include "sb-date.h"
#include "sb-text.h"

#define SECONDS_OF_A_DAY 86400

/* Years of two digits are of this century up to here. */
#define LAST_SHORT_YEAR 69

/* Folded; the first three letters that are enough, or all of a shorter name. */
static const struct
{
  const char *name;
  guint month;
} months[] = {
  { "january", 1 },
  { "janvier", 1 },
  { "february", 2 },
  { "fevrier", 2 },
  { "march", 3 },
  { "mars", 3 },
  { "april", 4 },
  { "avril", 4 },
  { "may", 5 },
  { "mai", 5 },
  { "june", 6 },
  { "juin", 6 },
  { "july", 7 },
  { "juillet", 7 },
  { "august", 8 },
  { "aout", 8 },
  { "september", 9 },
  { "septembre", 9 },
  { "october", 10 },
  { "octobre", 10 },
  { "november", 11 },
  { "novembre", 11 },
  { "december", 12 },
  { "decembre", 12 },
};

/* 0 for what is no month. */
static guint
find_month (const char *word)
{
  gsize size = strlen (word);

  /* "jui" is June or July, "ma" March or May. */
  for (guint i = 0; size >= 3 && i < G_N_ELEMENTS (months); i++)
    if (strncmp (months[i].name, word, size) == 0 && (size >= 4 || !g_str_equal (word, "jui")))
      return months[i].month;

  return 0;
}

static gboolean
make_day (guint year,
          guint month,
          guint day,
          int *result)
{
  if (year < 1 || year > 9999 || month > 12 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  *result = sb_day_from_ymd ((int) year, (int) month, (int) day);
  return TRUE;
}

static guint
widen_year (guint year,
            gsize n_digits)
{
  if (n_digits > 2)
    return year;

  return year + (year <= LAST_SHORT_YEAR ? 2000 : 1900);
}

/* A day of the week, or a word too short to mean anything here. */
static gboolean
is_filler (const char *word)
{
  static const char *const fillers[] = {
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
  };
  gsize size = strlen (word);

  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (size >= 3 && strncmp (fillers[i], word, size) == 0)
      return TRUE;

  return size <= 2;
}

/* Up to three runs of digits, or a name of a month among them. */
typedef struct
{
  guint numbers[3];
  gsize n_digits[3];
  guint n_numbers;
  guint month; /* that was named; 0 for none */
  guint month_at; /* how many numbers went before it */
} Parts;

/* Takes @text apart, as far as it is a date; times behind it do not count. */
static gboolean
take_apart (const char *text,
            Parts *parts)
{
  g_autofree char *folded = sb_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", 12);

  *parts = (Parts) { 0 };
  for (guint i = 0; words[i] != NULL && parts->n_numbers < 3; i++)
    {
      gsize n_digits = strspn (words[i], "0123456789");

      if (n_digits > 0 && n_digits <= 4 &&
          (words[i][n_digits] == '\0' || strchr ("ensrt", words[i][n_digits]) != NULL))
        {
          parts->n_digits[parts->n_numbers] = n_digits;
          parts->numbers[parts->n_numbers++] = (guint) g_ascii_strtoull (words[i], NULL, 10);
        }
      else if (n_digits == 0 && parts->month == 0 && find_month (words[i]) != 0)
        {
          parts->month = find_month (words[i]);
          parts->month_at = parts->n_numbers;
        }
      else if (n_digits > 0 || !is_filler (words[i]))
        {
          return FALSE;
        }

      /* With a month, a day and a year there is nothing more to read. */
      if (parts->month != 0 && parts->n_numbers == 2 && parts->month_at < 2)
        break;
    }

  return parts->n_numbers > 0;
}

static gboolean
read_with_month (const Parts *parts,
                 int *first,
                 int *last)
{
  guint year_at = parts->n_digits[0] == 4 ? 0 : 1;

  /* "5-6 September 2025". */
  if (parts->n_numbers == 3)
    return parts->n_digits[2] == 4 && parts->numbers[0] <= parts->numbers[1] &&
           make_day (parts->numbers[2], parts->month, parts->numbers[0], first) &&
           make_day (parts->numbers[2], parts->month, parts->numbers[1], last);

  if (parts->n_numbers == 2 && parts->month_at < 2)
    {
      if (!make_day (widen_year (parts->numbers[year_at], parts->n_digits[year_at]), parts->month,
                     parts->numbers[1 - year_at], first))
        return FALSE;
      *last = *first;
      return TRUE;
    }

  if (parts->n_digits[0] != 4 || !make_day (parts->numbers[0], parts->month, 1, first))
    return FALSE;

  *last = *first + g_date_get_days_in_month ((GDateMonth) parts->month, (GDateYear) parts->numbers[0]) - 1;
  return TRUE;
}

static gboolean
read_numbers (const Parts *parts,
              SbTableDateOrder order,
              int *day)
{
  guint a = parts->numbers[0];
  guint b = parts->numbers[1];

  if (parts->n_digits[0] == 4)
    return make_day (a, b, parts->numbers[2], day);
  if (parts->n_digits[2] < 2)
    return FALSE;

  if ((order == SB_TABLE_DATE_MONTH_FIRST && a <= 12) || b > 12)
    {
      guint swap = a;

      a = b;
      b = swap;
    }

  return make_day (widen_year (parts->numbers[2], parts->n_digits[2]), b, a, day);
}

/* A month, a year. */
static gboolean
read_period (const Parts *parts,
             int *first,
             int *last)
{
  guint year = parts->numbers[parts->n_digits[0] == 4 || parts->n_numbers == 1 ? 0 : 1];
  guint month = parts->n_numbers == 1 ? 0 : parts->numbers[parts->n_digits[0] == 4 ? 1 : 0];

  if (year < 1000 || !make_day (year, month == 0 ? 1 : month, 1, first))
    return FALSE;

  if (month == 0)
    return make_day (year, 12, 31, last);

  *last = *first + g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year) - 1;
  return TRUE;
}

/* "20250903", with or without a time; seconds and milliseconds since 1970. */
static gboolean
read_one_number (const char *text,
                 int *day)
{
  gsize n_digits = strspn (text, "0123456789");
  guint64 number = g_ascii_strtoull (text, NULL, 10);

  if (n_digits == 8 && (text[8] == '\0' || g_ascii_toupper (text[8]) == 'T'))
    return make_day ((guint) (number / 10000), (guint) (number / 100 % 100), (guint) (number % 100), day);
  if (text[n_digits] != '\0')
    return FALSE;

  if (n_digits == 14)
    return make_day ((guint) (number / G_GUINT64_CONSTANT (10000000000)), (guint) (number / 100000000 % 100),
                     (guint) (number / 1000000 % 100), day);
  if (n_digits == 10)
    *day = (int) (number / SECONDS_OF_A_DAY);
  else if (n_digits == 13)
    *day = (int) (number / 1000 / SECONDS_OF_A_DAY);
  else
    return FALSE;

  return TRUE;
}

/* "2025-09-03": nearly all there is, without taking it apart. */
static gboolean
read_iso (const char *text,
          int *day)
{
  char start[11];

  if (strlen (text) < 10 || (text[10] != '\0' && text[10] != 'T' && text[10] != ' '))
    return FALSE;

  memcpy (start, text, 10);
  start[10] = '\0';
  return sb_day_parse (start, day);
}

gboolean
sb_table_date_parse (const char *text,
                     SbTableDateOrder order,
                     int *first,
                     int *last)
{
  Parts parts;

  g_return_val_if_fail (first != NULL && last != NULL, FALSE);

  if (text == NULL)
    return FALSE;

  while (g_ascii_isspace (*text))
    text++;
  if (read_iso (text, first) || (g_ascii_isdigit (*text) && read_one_number (text, first)))
    {
      *last = *first;
      return TRUE;
    }

  /* No date is longer than with its day of the week and its time. */
  if (strlen (text) > 80 || !take_apart (text, &parts))
    return FALSE;

  if (parts.month != 0)
    return read_with_month (&parts, first, last);
  if (parts.n_numbers < 3)
    return read_period (&parts, first, last);
  if (!read_numbers (&parts, order, first))
    return FALSE;

  *last = *first;
  return TRUE;
}

int
sb_table_date_tell_order (const char *text)
{
  Parts parts;

  if (text == NULL || strlen (text) > 80 || !take_apart (text, &parts) || parts.month != 0 || parts.n_numbers < 3 ||
      parts.n_digits[0] > 2)
    return 0;

  if (parts.numbers[0] > 12)
    return 1;
  return parts.numbers[1] > 12 ? -1 : 0;
}

/* The letters of a format that are known, and how many digits each takes. */
static int
get_n_digits (char letter)
{
  switch (letter)
    {
    case 'Y':
      return 4;

    case 'd':
    case 'm':
    case 'y':
    case 'H':
    case 'M':
    case 'S':
      return 2;

    case 'B':
    case 'b':
      return 0;

    default:
      return -1;
    }
}

gboolean
sb_table_date_format_is_valid (const char *format)
{
  gboolean has_day = FALSE;
  gboolean has_month = FALSE;
  gboolean has_year = FALSE;

  g_return_val_if_fail (format != NULL, FALSE);

  for (const char *p = format; *p != '\0'; p++)
    {
      if (*p != '%')
        continue;

      p++;
      if (*p == '\0' || get_n_digits (*p) < 0)
        return FALSE;
      has_day |= *p == 'd';
      has_month |= strchr ("mBb", *p) != NULL;
      has_year |= strchr ("Yy", *p) != NULL;
    }

  return has_day && has_month && has_year;
}

/* Reads what @letter stands for; moves @text behind it. */
static gboolean
read_letter (const char **text,
             char letter,
             guint *number)
{
  int n_digits = get_n_digits (letter);
  const char *end = *text;
  g_autofree char *word = NULL;
  g_autofree char *folded = NULL;

  if (n_digits > 0)
    {
      *number = 0;
      for (; n_digits > 0 && g_ascii_isdigit (*end); n_digits--, end++)
        *number = *number * 10 + (guint) (*end - '0');
      if (end == *text)
        return FALSE;

      *text = end;
      return TRUE;
    }

  while (*end != '\0' && (g_unichar_isalpha (g_utf8_get_char (end)) || *end == '.'))
    end = g_utf8_next_char (end);
  word = g_strndup (*text, (gsize) (end - *text));
  folded = sb_fold (word);
  *number = find_month (folded);
  *text = end;
  return *number != 0;
}

gboolean
sb_table_date_parse_format (const char *text,
                            const char *format,
                            int *day)
{
  guint year = 0;
  guint month = 0;
  guint month_day = 0;
  guint number = 0;

  g_return_val_if_fail (format != NULL && day != NULL, FALSE);

  if (text == NULL)
    return FALSE;

  for (; *format != '\0'; format++)
    {
      if (*format != '%')
        {
          if (*text++ != *format)
            return FALSE;
          continue;
        }

      format++;
      if (!read_letter (&text, *format, &number))
        return FALSE;
      if (*format == 'd')
        month_day = number;
      else if (*format == 'Y' || *format == 'y')
        year = widen_year (number, *format == 'Y' ? 4 : 2);
      else if (strchr ("mBb", *format) != NULL)
        month = number;
    }

  return make_day (year, month, month_day, day);
}
