/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-coordinates.h"

#include <math.h>
#include <string.h>

/* Longer ones are no coordinates. */
#define MAX_LENGTH 80

/* Degrees, minutes and seconds, of two angles. */
#define MAX_NUMBERS 6

typedef struct
{
  double value;
  int sign;
  gboolean has_fraction;
  gboolean has_mark; /* a sign of degrees, minutes or seconds follows */
  gboolean ends_angle; /* a comma or a semicolon follows */
  char before; /* the letter of a direction: n, s, e, w; or 0 */
  char after;
} Number;

typedef struct
{
  Number numbers[MAX_NUMBERS];
  guint n_numbers;
} Reading;

/* O is west in French; east is E in both languages. */
static char
read_direction (gunichar letter)
{
  switch (g_unichar_tolower (letter))
    {
    case 'n':
      return 'n';

    case 's':
      return 's';

    case 'e':
      return 'e';

    case 'w':
    case 'o':
      return 'w';

    default:
      return 0;
    }
}

static gboolean
is_mark (gunichar letter)
{
  return letter == 0xb0 || letter == 0xba || letter == '\'' || letter == '"' || letter == 0x2032 || letter == 0x2033 ||
         letter == 0x2019 || letter == 0x201d || letter == 0x2018 || letter == 0x201c;
}

/* A comma between two digits is a decimal one when a point is not in use and what
 * follows is no second angle: "14,45 -11,43" but "14.45,-11.43" and "14,-11". */
static const char *
read_number (const char *text,
             gboolean comma_is_decimal,
             Number *number)
{
  double scale = 0.1;

  for (number->value = 0; g_ascii_isdigit (*text); text++)
    number->value = number->value * 10 + (*text - '0');
  if ((*text == '.' || (comma_is_decimal && *text == ',')) && g_ascii_isdigit (text[1]))
    for (text++, number->has_fraction = TRUE; g_ascii_isdigit (*text); text++, scale /= 10)
      number->value += scale * (*text - '0');

  return text;
}

/* FALSE for a letter that has no place in coordinates. */
static gboolean
read_other (Reading *self,
            gunichar letter,
            int *sign,
            char *before)
{
  Number *last = self->n_numbers > 0 ? &self->numbers[self->n_numbers - 1] : NULL;
  char direction = read_direction (letter);

  if (g_unichar_isspace (letter))
    return TRUE;
  if (letter == '-' || letter == 0x2212 || letter == '+')
    {
      *sign = letter == '+' ? 1 : -1;
      return TRUE;
    }
  if (last != NULL && is_mark (letter))
    return last->has_mark = TRUE;
  if (last != NULL && (letter == ',' || letter == ';' || letter == '/'))
    return last->ends_angle = TRUE;
  if (direction == 0)
    return FALSE;

  /* Behind a number that has none, unless all directions stand before. */
  if (last != NULL && last->after == 0 && self->numbers[0].before == 0)
    last->after = direction;
  else if (*before == 0)
    *before = direction;
  else
    return FALSE;

  return TRUE;
}

static gboolean
read_all (Reading *self,
          const char *text)
{
  gboolean comma_is_decimal = strchr (text, '.') == NULL && strchr (text, ' ') != NULL;
  char before = 0;
  int sign = 0;

  while (*text != '\0')
    {
      if (g_ascii_isdigit (*text))
        {
          Number number = { .sign = sign, .before = before };

          if (self->n_numbers == MAX_NUMBERS)
            return FALSE;
          text = read_number (text, comma_is_decimal, &number);
          self->numbers[self->n_numbers++] = number;
          sign = 0;
          before = 0;
          continue;
        }

      if (!read_other (self, g_utf8_get_char (text), &sign, &before))
        return FALSE;
      text = g_utf8_next_char (text);
    }

  return sign == 0 && before == 0;
}

/* Where the second angle begins: behind a direction or a comma, at a direction, at a
 * sign, or in the middle. 0 when there is none. */
static guint
find_second (const Reading *self)
{
  for (guint i = 1; i < self->n_numbers; i++)
    if (self->numbers[i - 1].after != 0 || self->numbers[i - 1].ends_angle || self->numbers[i].before != 0 ||
        self->numbers[i].sign != 0)
      return i;

  return self->n_numbers % 2 == 0 ? self->n_numbers / 2 : 0;
}

/* The angle of @n numbers; NAN when they are none. */
static double
get_angle (const Number *numbers,
           guint n)
{
  double angle = 0;
  double unit = 1;

  if (n == 0 || n > 3)
    return NAN;

  for (guint i = 0; i < n; i++, unit /= 60)
    {
      /* Only the last may have a fraction, and minutes and seconds are below 60. */
      if ((i + 1 < n && numbers[i].has_fraction) || (i > 0 && (numbers[i].value >= 60 || numbers[i].sign != 0)))
        return NAN;
      angle += numbers[i].value * unit;
    }

  return numbers[0].sign < 0 ? -angle : angle;
}

/* The direction of @n numbers: before the first or behind the last; 0 for none, '?'
 * for two, or one elsewhere. */
static char
get_direction (const Number *numbers,
               guint n)
{
  char direction = 0;

  for (guint i = 0; i < n; i++)
    {
      if ((numbers[i].before != 0 && i > 0) || (numbers[i].after != 0 && i + 1 < n))
        return '?';
      if (numbers[i].before != 0)
        direction = numbers[i].before;
      if (numbers[i].after != 0)
        direction = direction == 0 ? numbers[i].after : '?';
    }

  return direction;
}

static gboolean
combine (double first,
         char first_direction,
         double second,
         char second_direction,
         SbPosition *position)
{
  gboolean is_turned = first_direction == 'e' || first_direction == 'w';
  double latitude = is_turned ? second : first;
  double longitude = is_turned ? first : second;
  char north = is_turned ? second_direction : first_direction;
  char east = is_turned ? first_direction : second_direction;

  /* Both have letters or none has; a sign and a letter contradict each other. */
  if ((north == 0) != (east == 0) || (north != 0 && (strchr ("ns", north) == NULL || strchr ("ew", east) == NULL)))
    return FALSE;
  if (north != 0 && (latitude < 0 || longitude < 0))
    return FALSE;

  *position = (SbPosition) { east == 'w' ? -longitude : longitude, north == 's' ? -latitude : latitude };
  return sb_position_is_valid (*position);
}

gboolean
sb_coordinates_parse (const char *text,
                      SbPosition *position)
{
  Reading reading = { 0 };
  guint second;
  guint rest;

  g_return_val_if_fail (text != NULL && position != NULL, FALSE);

  if (strlen (text) > MAX_LENGTH || !g_utf8_validate (text, -1, NULL) || !read_all (&reading, text))
    return FALSE;

  second = find_second (&reading);
  if (second == 0)
    return FALSE;

  rest = reading.n_numbers - second;
  return combine (get_angle (reading.numbers, second), get_direction (reading.numbers, second),
                  get_angle (reading.numbers + second, rest), get_direction (reading.numbers + second, rest), position);
}
