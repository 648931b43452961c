/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-feed-date.h"

#include "sb-date.h"
#include "sb-feed-date-words.h"

#include <string.h>

#define MAX_LENGTH      128 /* bytes of a date */
#define SECONDS_PER_DAY 86400
#define MIN_YEAR        1900
#define MAX_YEAR        2199

typedef struct
{
  int value;
  guint n_digits;
} Number;

typedef struct
{
  int year;
  int month; /* 0: not known */
  int day;
  int seconds; /* of the day; -1: not known */
  int offset; /* minutes east of Greenwich */
  gboolean has_zone;
} Parts;

/* What a scan of the text has met so far. */
typedef struct
{
  const char *p;
  Parts parts;
  Number numbers[3];
  guint n_numbers;
  gboolean month_certain;
  gboolean afternoon;
  gboolean forenoon;
} Scan;

/* A day past the end of its month runs on into the next one. */
static gint64
count_days (int year,
            int month,
            int day)
{
  return (gint64) sb_day_from_ymd (year, month, 1) + day - 1;
}

static SbFeedTime
finish (const Parts *parts)
{
  SbFeedTime time = { 0, 0 };

  if (parts->year < MIN_YEAR || parts->year > MAX_YEAR || parts->month < 1 || parts->month > 12 ||
      parts->day < 1 || parts->day > 31)
    return time;

  time.flags = SB_FEED_TIME_KNOWN;
  time.seconds = count_days (parts->year, parts->month, parts->day) * SECONDS_PER_DAY;
  if (parts->seconds < 0)
    time.flags |= SB_FEED_TIME_DAY_ONLY;
  else
    time.seconds += parts->seconds - parts->offset * 60;
  if (!parts->has_zone)
    time.flags |= SB_FEED_TIME_WITHOUT_ZONE;

  return time;
}

static Number
read_number (const char **p)
{
  Number number = { 0, 0 };

  for (; g_ascii_isdigit (**p); (*p)++, number.n_digits++)
    {
      if (number.n_digits < 9)
        number.value = number.value * 10 + (**p - '0');
    }

  return number;
}

/* "+01:00", "-0500", "+1"; @p is at the sign. */
static gboolean
read_offset (const char **p,
             int *offset)
{
  const char *q = *p;
  int sign = *q == '-' ? -1 : 1;
  Number hours;
  Number minutes = { 0, 0 };

  q++;
  hours = read_number (&q);
  if (hours.n_digits == 0 || hours.n_digits > 4)
    return FALSE;
  if (hours.n_digits >= 3)
    {
      minutes.value = hours.value % 100;
      hours.value /= 100;
    }
  else if (*q == ':' && g_ascii_isdigit (q[1]))
    {
      q++;
      minutes = read_number (&q);
    }
  if (hours.value > 15 || minutes.value > 59)
    return FALSE;

  *offset = sign * (hours.value * 60 + minutes.value);
  *p = q;
  return TRUE;
}

/* Hours up to 24 and a leap second are let through. */
static int
seconds_of_day (int hours,
                int minutes,
                int seconds)
{
  if (hours > 24 || minutes > 59 || seconds > 60)
    return -1;

  return hours * 3600 + minutes * 60 + seconds;
}

/* "9:15", "19:48:21.5", "14h30", "14h"; the hours are read. */
static void
read_clock (Scan *scan,
            int hours)
{
  Number minutes;
  Number seconds = { 0, 0 };

  scan->p++;
  minutes = read_number (&scan->p);
  if (*scan->p == ':' && g_ascii_isdigit (scan->p[1]))
    {
      scan->p++;
      seconds = read_number (&scan->p);
      if ((*scan->p == '.' || *scan->p == ',') && g_ascii_isdigit (scan->p[1]))
        {
          scan->p++;
          read_number (&scan->p);
        }
    }
  if (scan->parts.seconds < 0)
    scan->parts.seconds = seconds_of_day (hours, minutes.value, seconds.value);
}

static void
add_number (Scan *scan,
            Number number)
{
  if (number.n_digits == 8 && scan->n_numbers == 0)
    {
      scan->numbers[0] = (Number) { number.value / 10000, 4 };
      scan->numbers[1] = (Number) { number.value / 100 % 100, 2 };
      scan->numbers[2] = (Number) { number.value % 100, 2 };
      scan->n_numbers = 3;
    }
  else if (scan->n_numbers < 3)
    scan->numbers[scan->n_numbers++] = number;
}

static void
scan_number (Scan *scan)
{
  Number number = read_number (&scan->p);
  char next = *scan->p;

  if (number.n_digits <= 2 && ((next == ':' && g_ascii_isdigit (scan->p[1])) ||
                               (next == 'h' && !g_ascii_isalpha (scan->p[1]))))
    read_clock (scan, number.value);
  else
    add_number (scan, number);
}

static void
apply_word (Scan *scan,
            const char *word)
{
  gboolean certain = FALSE;
  int month = sb_feed_date_month_from_word (word, &certain);
  int offset;

  if (month != 0 && (scan->parts.month == 0 || (certain && !scan->month_certain)))
    {
      scan->parts.month = month;
      scan->month_certain = certain;
    }
  else if (g_str_equal (word, "pm") || g_str_equal (word, "오후"))
    scan->afternoon = TRUE;
  else if (g_str_equal (word, "am") || g_str_equal (word, "오전"))
    scan->forenoon = TRUE;
  else if (scan->parts.seconds >= 0 && sb_feed_date_zone_from_word (word, &offset))
    {
      if (!scan->parts.has_zone)
        scan->parts.offset = offset;
      scan->parts.has_zone = TRUE;
    }
}

static void
scan_word (Scan *scan)
{
  char word[64];
  gsize length = 0;

  while (g_ascii_isalpha (*scan->p) || (guchar) *scan->p >= 0x80 || *scan->p == '.')
    {
      if (*scan->p != '.' && length < sizeof word - 1)
        word[length++] = *scan->p;
      scan->p++;
    }
  word[length] = '\0';
  apply_word (scan, word);
}

/* Which of the numbers is what; the month may be known by its name. */
static void
sort_numbers (Scan *scan)
{
  Number *n = scan->numbers;
  Parts *parts = &scan->parts;
  gboolean year_first = n[0].n_digits == 4 || n[0].value > 31;

  parts->day = 1;
  if (parts->month != 0 && scan->n_numbers >= 2)
    {
      parts->year = year_first ? n[0].value : n[1].value;
      parts->day = year_first ? n[1].value : n[0].value;
    }
  else if (parts->month != 0)
    parts->year = n[0].value;
  else if (year_first)
    {
      parts->year = n[0].value;
      parts->month = scan->n_numbers > 1 ? n[1].value : 1;
      parts->day = scan->n_numbers > 2 ? n[2].value : 1;
    }
  else
    {
      parts->year = n[2].value;
      parts->day = n[1].value > 12 ? n[1].value : n[0].value;
      parts->month = n[1].value > 12 ? n[0].value : n[1].value;
    }
}

static void
complete (Scan *scan)
{
  Parts *parts = &scan->parts;

  sort_numbers (scan);
  if (parts->year < 50)
    parts->year += 2000;
  else if (parts->year < 1000)
    parts->year += 1900;
  if (parts->seconds < 0)
    return;
  if (scan->afternoon && parts->seconds < 12 * 3600)
    parts->seconds += 12 * 3600;
  if (scan->forenoon && parts->seconds >= 12 * 3600)
    parts->seconds -= 12 * 3600;
}

static SbFeedTime
parse_words (const char *text)
{
  Scan scan = { text };

  scan.parts.seconds = -1;
  while (*scan.p != '\0')
    {
      if (g_ascii_isdigit (*scan.p))
        scan_number (&scan);
      else if (g_ascii_isalpha (*scan.p) || (guchar) *scan.p >= 0x80)
        scan_word (&scan);
      else if ((*scan.p == '+' || *scan.p == '-') && scan.parts.seconds >= 0 &&
               read_offset (&scan.p, &scan.parts.offset))
        scan.parts.has_zone = TRUE;
      else
        scan.p++;
    }
  if (scan.n_numbers < (scan.parts.month != 0 ? 2 : 3) && scan.numbers[0].n_digits != 4)
    return (SbFeedTime) { 0, 0 };

  complete (&scan);
  return finish (&scan.parts);
}

/* Seconds since 1970, or thousandths of them. */
static SbFeedTime
parse_count (const char *text)
{
  guint64 count = g_ascii_strtoull (text, NULL, 10);
  gsize n_digits = strlen (text);
  SbFeedTime time = { 0, 0 };

  if (strspn (text, "0123456789") != n_digits || (n_digits != 9 && n_digits != 10 && n_digits != 13))
    return time;

  time.seconds = (gint64) (n_digits == 13 ? count / 1000 : count);
  time.flags = SB_FEED_TIME_KNOWN;
  return time;
}

/* The day of "2025-W07-3" and "2025-067", which look like nothing else. */
static gboolean
read_iso_ordinal (const char **p,
                  Parts *parts)
{
  const char *q = *p;
  Number year = read_number (&q);
  Number ordinal;
  int weekday = 1;

  if (year.n_digits != 4 || *q++ != '-')
    return FALSE;

  parts->year = year.value;
  parts->month = 1;
  if (*q != 'w')
    {
      ordinal = read_number (&q);
      if (ordinal.n_digits != 3)
        return FALSE;
      parts->day = ordinal.value;
    }
  else
    {
      q++;
      ordinal = read_number (&q);
      if (*q == '-' && g_ascii_isdigit (q[1]))
        {
          weekday = q[1] - '0';
          q += 2;
        }
      /* Week 1 is the one with 4 January; day 3 of 1970 was a Sunday. */
      parts->day = 4 - (int) ((count_days (year.value, 1, 4) + 3) % 7) + (ordinal.value - 1) * 7 +
                   weekday - 1;
    }
  *p = q;

  return ordinal.value >= 1 && ordinal.value <= 366;
}

/* Reads ordinal and week dates by turning them into words that the scan knows. */
static SbFeedTime
parse_ordinal (const char *text)
{
  Parts parts = { 0 };
  const char *p = text;
  SbFeedTime day = { 0, 0 };
  SbFeedTime clock;
  g_autofree char *rest = NULL;
  gint64 first;

  if (!read_iso_ordinal (&p, &parts))
    return day;

  rest = g_strdup_printf ("%04d 1 1 %s", parts.year, p);
  clock = parse_words (rest);
  if (clock.flags == 0)
    return day;
  first = (gint64) (parts.day - 1) * SECONDS_PER_DAY;
  clock.seconds += first;

  return clock;
}

/* "20031231T101455Z" is spread out, so that the scan reads it as any other. */
static char *
spread_basic_time (const char *text)
{
  gsize n_date = strspn (text, "0123456789-");
  gsize n_time;
  const char *time;

  if (n_date < 8 || text[n_date] != 't')
    return NULL;
  time = text + n_date + 1;
  n_time = strspn (time, "0123456789");
  if (n_time != 4 && n_time != 6)
    return NULL;

  return g_strdup_printf ("%.*s %.2s:%.2s:%.2s%s", (int) n_date, text, time, time + 2,
                          n_time == 6 ? time + 4 : "00", time + n_time);
}

/* Lower case, without accents, with ASCII digits. */
static char *
fold (const char *text)
{
  g_autofree char *decomposed = NULL;
  char *folded;
  GString *out;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_NFKD);
  if (decomposed == NULL)
    return g_strdup ("");
  out = g_string_new (NULL);
  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        g_string_append_c (out, (char) ('0' + g_unichar_digit_value (c)));
      else if (g_unichar_isspace (c))
        g_string_append_c (out, ' ');
      else if (!g_unichar_ismark (c))
        g_string_append_unichar (out, g_unichar_tolower (c));
    }

  folded = g_utf8_normalize (out->str, -1, G_NORMALIZE_NFC);
  g_string_free (out, TRUE);

  return folded;
}

SbFeedTime
sb_feed_date_parse (const char *text)
{
  g_autofree char *folded = NULL;
  g_autofree char *spread = NULL;
  SbFeedTime time;

  if (strlen (text) > MAX_LENGTH)
    return (SbFeedTime) { 0, 0 };

  folded = g_strstrip (fold (text));
  time = parse_count (folded);
  if (time.flags == 0)
    time = parse_ordinal (folded);
  if (time.flags != 0)
    return time;

  spread = spread_basic_time (folded);
  return parse_words (spread != NULL ? spread : folded);
}
