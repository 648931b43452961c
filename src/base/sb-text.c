/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-base"

#include "config.h"

#include "sb-text.h"

#include "sb-text-private.h"

#include <math.h>
#include <string.h>
/* "ffi" of U+FB03 and the like; longer foldings are cut in words anyway. */
#define DECOMPOSITION_MAX 18

/* Small letters that no decomposition of Unicode takes apart, among others the
 * ones of Bambara, Fulfulde, Hausa and Tamasheq; in their order. */
static const struct
{
  gunichar from;
  const char *to;
} letters[] = {
  { 0x00DF, "ss" }, /* ß */
  { 0x00E6, "ae" }, /* æ */
  { 0x00F0, "d" }, /* ð */
  { 0x00F8, "o" }, /* ø */
  { 0x00FE, "th" }, /* þ */
  { 0x0111, "d" }, /* đ */
  { 0x0127, "h" }, /* ħ */
  { 0x0131, "i" }, /* ı */
  { 0x0142, "l" }, /* ł */
  { 0x014B, "n" }, /* ŋ */
  { 0x0153, "oe" }, /* œ */
  { 0x0199, "k" }, /* ƙ */
  { 0x01B4, "y" }, /* ƴ */
  { 0x01DD, "e" }, /* ǝ */
  { 0x0253, "b" }, /* ɓ */
  { 0x0254, "o" }, /* ɔ */
  { 0x0256, "d" }, /* ɖ */
  { 0x0257, "d" }, /* ɗ */
  { 0x0259, "e" }, /* ə */
  { 0x025B, "e" }, /* ɛ */
  { 0x0263, "g" }, /* ɣ */
  { 0x0272, "n" }, /* ɲ */
};

/* As many digits as a double has, and as its largest value has before them. */
#define DECIMALS_MAX    15
#define NUMBER_SIZE_MAX (309 + 1 + DECIMALS_MAX + 2)

static const char *
find_letter (gunichar c)
{
  guint low = 0, high = G_N_ELEMENTS (letters);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (letters[middle].from == c)
        return letters[middle].to;
      if (letters[middle].from < c)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

/* Ends a word: the next letter starts with a space, unless it is the first. */
static void
append_space (GString *out)
{
  if (out->len > 0 && out->str[out->len - 1] != ' ')
    g_string_append_c (out, ' ');
}

/* Letters that stand for an apostrophe in names and in Arabic transliteration
 * are not letters to us. */
static gboolean
is_apostrophe_letter (gunichar c)
{
  return c >= 0x02B9 && c <= 0x02C1;
}

static void
append_decomposed (GString *out,
                   gunichar c)
{
  const char *letter;

  switch (g_unichar_type (c))
    {
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_FORMAT: /* soft hyphens, marks of direction */
      return;

    default:
      break;
    }

  if (c == 0x0640) /* tatweel, which only makes an Arabic word longer */
    return;

  c = g_unichar_tolower (c);
  letter = find_letter (c);
  if (letter != NULL)
    g_string_append (out, letter);
  else if (g_unichar_isdigit (c))
    g_string_append_c (out, '0' + g_unichar_digit_value (c));
  else if (g_unichar_isalnum (c) && !is_apostrophe_letter (c))
    g_string_append_unichar (out, c);
  else
    append_space (out);
}

void
_sb_fold_append (GString *out,
                 gunichar c)
{
  gunichar parts[DECOMPOSITION_MAX];
  gsize n_parts;

  n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  n_parts = MIN (n_parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n_parts; i++)
    append_decomposed (out, parts[i]);
}

/* What ends a word starts with a space, and depends on what was before it. */
const char (*_sb_fold_get_table (void))[4]
{
  static char table[SB_FOLD_TABLE_SIZE][4];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      g_autoptr (GString) out = g_string_new (NULL);

      for (gunichar c = 0; c < SB_FOLD_TABLE_SIZE; c++)
        {
          g_string_assign (out, "a");
          _sb_fold_append (out, c);
          g_strlcpy (table[c], out->str + 1, sizeof table[c]);
        }
      g_once_init_leave (&ready, 1);
    }

  return (const char (*)[4]) table;
}

/* Folds the character at @text, and returns where the next one is. */
static inline const char *
append_next (GString *out,
             const char *text,
             const char (*table)[4])
{
  guchar byte = *text;
  gunichar c;

  /* Most of a text: one letter, which becomes one. */
  if (byte < 0x80)
    {
      if (table[byte][0] == ' ')
        append_space (out);
      else if (table[byte][0] != '\0')
        g_string_append_c (out, table[byte][0]);
      return text + 1;
    }

  c = g_utf8_get_char_validated (text, -1);
  if (c >= (gunichar) -2)
    return text + 1;

  if (c >= SB_FOLD_TABLE_SIZE || table[c][0] == ' ')
    _sb_fold_append (out, c);
  else
    g_string_append (out, table[c]);

  return g_utf8_next_char (text);
}

char *
sb_fold (const char *text)
{
  const char (*table)[4] = _sb_fold_get_table ();
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  out = g_string_sized_new (strlen (text));

  while (*text != '\0')
    text = append_next (out, text, table);

  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);

  return g_string_free (out, FALSE);
}

/* Puts @separator between each three of @digits. */
static void
append_grouped (GString *out,
                const char *digits,
                gsize n_digits,
                const char *separator)
{
  for (gsize i = 0; i < n_digits; i++)
    {
      if (i > 0 && (n_digits - i) % 3 == 0)
        g_string_append (out, separator);
      g_string_append_c (out, digits[i]);
    }
}

/* How much of the digits after the mark is not trailing zeros. */
static gsize
measure_decimals (const char *decimals)
{
  gsize length = strlen (decimals);

  while (length > 0 && decimals[length - 1] == '0')
    length--;

  return length;
}

char *
sb_number_format (double value,
                  guint decimals,
                  SbLanguage language)
{
  char digits[NUMBER_SIZE_MAX], format[8];
  GString *out;
  char *mark;
  gsize n_decimals = 0;

  g_return_val_if_fail ((guint) language < SB_N_LANGUAGES, NULL);

  if (!isfinite (value))
    return g_strdup ("\u2013");

  g_snprintf (format, sizeof format, "%%.%uf", MIN (decimals, DECIMALS_MAX));
  g_ascii_formatd (digits, sizeof digits, format, fabs (value));
  mark = strchr (digits, '.');
  if (mark != NULL)
    {
      *mark = '\0';
      n_decimals = measure_decimals (mark + 1);
    }

  out = g_string_new (NULL);
  /* What is rounded to nought has no sign. */
  if (value < 0 && (n_decimals > 0 || strcmp (digits, "0") != 0))
    g_string_append (out, "\u2212");
  append_grouped (out, digits, strlen (digits), language == SB_LANGUAGE_FR ? "\u202F" : ",");
  if (n_decimals > 0)
    {
      g_string_append_c (out, language == SB_LANGUAGE_FR ? ',' : '.');
      g_string_append_len (out, mark + 1, n_decimals);
    }

  return g_string_free (out, FALSE);
}

gboolean
sb_number_read (const char *text,
                SbLanguage language,
                double *value)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  char *end;

  g_return_val_if_fail (text != NULL && (guint) language < SB_N_LANGUAGES, FALSE);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_isspace (character) || (character == ',' && language != SB_LANGUAGE_FR))
        continue;
      g_string_append_unichar (digits, character == ',' ? '.' : (character == 0x2212 ? '-' : character));
    }

  *value = g_ascii_strtod (digits->str, &end);
  return digits->len > 0 && *end == '\0' && isfinite (*value);
}

char *
sb_size_format (guint64 bytes,
                SbLanguage language)
{
  static const char *const units[SB_N_LANGUAGES][5] = {
    [SB_LANGUAGE_FR] = { "octets", "ko", "Mo", "Go", "To" },
    [SB_LANGUAGE_EN] = { "bytes", "kB", "MB", "GB", "TB" },
  };
  double value = (double) bytes;
  guint unit = 0;
  g_autofree char *number = NULL;
  const char *name;

  g_return_val_if_fail ((guint) language < SB_N_LANGUAGES, NULL);

  /* What would be rounded up to a thousand is one of the next unit. */
  while (value >= (unit == 0 ? 1000 : 999.95) && unit + 1 < G_N_ELEMENTS (units[0]))
    {
      value /= 1000;
      unit++;
    }

  number = sb_number_format (value, unit > 0, language);
  name = units[language][unit];
  if (unit == 0 && (bytes == 1 || (bytes == 0 && language == SB_LANGUAGE_FR)))
    name = language == SB_LANGUAGE_FR ? "octet" : "byte";

  return g_strdup_printf ("%s\u00A0%s", number, name);
}
