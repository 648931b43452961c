/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-table-number.h"

#include <math.h>
#include <string.h>

/* Longer ones are no numbers that anybody counted. */
#define MAX_LENGTH 60

/* The digits, marks and sign of @text without its spaces; FALSE when there is
 * anything else in it. */
static gboolean
collect (const char *text,
         char *plain)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == '\'' || c == 0x2019)
        continue;
      if (c == 0x2212)
        c = '-';
      if (n >= MAX_LENGTH || c > 0x7F || strchr ("0123456789.,+-eE", (int) c) == NULL)
        return FALSE;
      plain[n++] = (char) c;
    }

  plain[n] = '\0';
  return n > 0;
}

static guint
count_char (const char *text,
            char c)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == c ? 1 : 0;
  return n;
}

static void
remove_char (char *text,
             char c)
{
  char *to = text;

  for (; *text != '\0'; text++)
    if (*text != c)
      *to++ = *text;
  *to = '\0';
}

/* Whether the one mark at @mark parts thousands. */
static gboolean
parts_thousands (const char *number,
                 const char *mark)
{
  gsize before = (gsize) (mark - number) - (*number == '-' || *number == '+' ? 1 : 0);

  return before >= 1 && before <= 3 && strspn (mark + 1, "0123456789") == 3 && mark[4] == '\0';
}

/* Leaves a point as the only mark, before decimals. */
static void
settle_marks (char *number,
              gboolean is_count)
{
  const char *point = strrchr (number, '.');
  const char *comma = strrchr (number, ',');
  char decimal = '\0';

  /* Of two kinds the last one is decimal; one that comes twice is not. */
  if (point != NULL && comma != NULL)
    decimal = point > comma ? '.' : ',';
  else if (point != NULL)
    decimal = '.';
  else if (comma != NULL)
    decimal = ',';

  if (decimal != '\0' && count_char (number, decimal) > 1)
    decimal = '\0';
  else if (decimal != '\0' && is_count && (point == NULL || comma == NULL) &&
           parts_thousands (number, point != NULL ? point : comma))
    decimal = '\0';

  if (decimal != '.')
    remove_char (number, '.');
  if (decimal != ',')
    remove_char (number, ',');
  g_strdelimit (number, ",", '.');
}

gboolean
sb_table_number_parse (const char *text,
                       gboolean is_count,
                       double *value)
{
  char number[MAX_LENGTH + 1];
  char *end;

  g_return_val_if_fail (value != NULL, FALSE);

  if (text == NULL || !collect (text, number))
    return FALSE;

  settle_marks (number, is_count);
  if (strpbrk (number, "0123456789") == NULL)
    return FALSE;

  *value = g_ascii_strtod (number, &end);
  return *end == '\0' && isfinite (*value);
}

gboolean
sb_table_count_parse (const char *text,
                      gint64 *count)
{
  double value;

  g_return_val_if_fail (count != NULL, FALSE);

  /* More than all people there are is no count of them. */
  if (!sb_table_number_parse (text, TRUE, &value) || value < 0 || value > 1e10 || value != floor (value))
    return FALSE;

  *count = (gint64) value;
  return TRUE;
}

/* -1 for south and west, 1 for north and east, 0 for no quarter of the wind. "O"
 * is ouest. */
static int
get_quarter (gunichar c)
{
  switch (g_unichar_toupper (c))
    {
    case 'S':
    case 'W':
    case 'O':
      return -1;

    case 'N':
    case 'E':
      return 1;

    default:
      return 0;
    }
}

/* Degrees, minutes and seconds, whatever is between them. */
static gboolean
parse_sexagesimal (const char *text,
                   double *degrees)
{
  double parts[3] = { 0, 0, 0 };
  guint n_parts = 0;
  int sign = 1;

  for (const char *p = text; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      gsize size = strspn (p, "0123456789.,");

      if (size > 0)
        {
          g_autofree char *number = g_strndup (p, size);

          if (n_parts >= G_N_ELEMENTS (parts) || !sb_table_number_parse (number, FALSE, &parts[n_parts]))
            return FALSE;
          if (n_parts > 0 && parts[n_parts] >= 60)
            return FALSE;
          n_parts++;
          p += size;
          continue;
        }

      if (get_quarter (c) < 0 || ((c == '-' || c == 0x2212) && n_parts == 0))
        sign = -1;
      else if (get_quarter (c) == 0 && !g_unichar_isspace (c) && c != '+' && c != '"' && c != '\'' && c != 0xB0 &&
               c != 0xBA && c != 0x2032 && c != 0x2033 && c != 0x2019 && c != 0x201D)
        return FALSE;
      p = g_utf8_next_char (p);
    }

  *degrees = sign * (parts[0] + parts[1] / 60 + parts[2] / 3600);
  return n_parts > 0;
}

gboolean
sb_table_degrees_parse (const char *text,
                        double limit,
                        double *degrees)
{
  g_return_val_if_fail (degrees != NULL, FALSE);

  if (text == NULL)
    return FALSE;

  if (!sb_table_number_parse (text, FALSE, degrees) && !parse_sexagesimal (text, degrees))
    return FALSE;

  return fabs (*degrees) <= limit;
}

gboolean
sb_table_point_parse (const char *text,
                      double *latitude,
                      double *longitude)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *inner = NULL;
  gboolean is_wkt;
  const char *p = text;
  char *end;

  g_return_val_if_fail (latitude != NULL && longitude != NULL, FALSE);

  if (text == NULL || strlen (text) > 200)
    return FALSE;

  while (g_ascii_isspace (*p))
    p++;
  is_wkt = g_ascii_strncasecmp (p, "POINT", 5) == 0;
  p += is_wkt ? 5 : 0;
  p += strspn (p, " ([Z");
  inner = g_strdup (p);
  end = inner + strcspn (inner, ")]");
  *end = '\0';
  parts = strchr (inner, ',') != NULL && !is_wkt ? g_strsplit (inner, strstr (inner, ", ") != NULL ? ", " : ",", 2)
                                                 : g_strsplit (g_strstrip (inner), " ", 2);
  if (g_strv_length (parts) != 2)
    return FALSE;

  g_strstrip (parts[0]);
  g_strstrip (parts[1]);
  if (is_wkt)
    return sb_table_degrees_parse (parts[1], 90, latitude) && sb_table_degrees_parse (parts[0], 180, longitude);

  return sb_table_degrees_parse (parts[0], 90, latitude) && sb_table_degrees_parse (parts[1], 180, longitude);
}
