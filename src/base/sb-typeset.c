/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-base"

#include "config.h"

#include "sb-text.h"

#include "sb-setter-private.h"

/* What the Lexique of the Imprimerie nationale asks for in French, and New
 * Hart's Rules in English, as far as characters alone can tell. Every rule
 * leaves alone what it has made. */

/* Words that a number keeps on its line. */
static const char *const units[] = {
  "%",
  "‰",
  "€",
  "$",
  "£",
  "°",
  "°C",
  "km",
  "km²",
  "m",
  "m²",
  "m³",
  "cm",
  "mm",
  "ha",
  "l",
  "kg",
  "g",
  "t",
  "kt",
  "Mt",
  "h",
  "min",
  "s",
  "FCFA",
  "CFA",
  "USD",
  "EUR",
  "M€",
  "Md€",
  "kW",
  "MW",
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
  "hommes",
  "morts",
  "blessés",
  "millions",
  "milliards",
  "million",
  "billion",
};

/* Abbreviations that stay with the number, or the name, that follows. */
static const char *const before_number[] = { "n°", "N°", "nº", "Nº", "No.", "no.", "p.", "pp.", "art.", "§", "RN" };
static const char *const before_name[] = { "M.", "MM.", "Mme", "Mmes", "Mlle", "Dr", "Pr", "Mr", "Mrs", "Ms", "Mr.", "Mrs.", "Dr." };

static gboolean
looking_at (const SbSetter *self,
            const char *ascii)
{
  for (long i = 0; ascii[i] != '\0'; i++)
    {
      if (_sb_setter_peek (self, i) != (gunichar) ascii[i])
        return FALSE;
    }

  return TRUE;
}

/* Where the scheme of an address ends, or 0 when there is none here. */
static long
measure_scheme (const SbSetter *self)
{
  long length = 0;

  if (looking_at (self, "www."))
    return 4;
  if (looking_at (self, "mailto:"))
    return 7;

  while (_sb_setter_peek (self, length) < 0x80 && g_ascii_isalpha (_sb_setter_peek (self, length)))
    length++;

  if (length == 0 || _sb_setter_peek (self, length) != ':' || _sb_setter_peek (self, length + 1) != '/' || _sb_setter_peek (self, length + 2) != '/')
    return 0;

  return length + 3;
}

/* Copies an address as it is, without the punctuation that follows it. */
static gboolean
set_address (SbSetter *self)
{
  long length = g_unichar_isalnum (_sb_setter_get_last (self)) ? 0 : measure_scheme (self);
  gboolean has_parenthesis = FALSE;
  gunichar c;

  if (length == 0)
    return FALSE;

  while (!_sb_is_space_or_none (c = _sb_setter_peek (self, length)) && c != '<' && c != '>' && c != '"' &&
         c != GUILLEMET_L && c != GUILLEMET_R && c != DOUBLE_L && c != DOUBLE_R)
    {
      has_parenthesis |= c == '(';
      length++;
    }

  while (_sb_is_closing (c = _sb_setter_peek (self, length - 1)) && !(c == ')' && has_parenthesis))
    length--;

  g_array_append_vals (self->out, self->in + self->at, length);
  self->at += length;

  return TRUE;
}

/* ; : ! ? of French, which stand off from their word, but not in 12:30, in
 * page?id=3, in (?) or after one another. */
static void
set_high_mark (SbSetter *self)
{
  gunichar c = _sb_setter_peek (self, 0), before = _sb_setter_get_last_mark (self), after = _sb_setter_peek (self, 1);
  gboolean stands_alone = _sb_is_space_or_none (after) || _sb_is_closing (after) || after == '[' ||
                          g_unichar_type (after) == G_UNICODE_OTHER_NUMBER;

  self->at++;

  if (stands_alone && !_sb_is_space_or_none (before) && !_sb_is_opening (before))
    {
      gboolean follows_mark = before == ';' || before == ':' || before == '!' || before == '?';

      if (!follows_mark || _sb_is_blank (_sb_setter_get_last (self)))
        {
          _sb_setter_strip_blanks (self);
          _sb_setter_append (self, c == ':' ? NBSP : NARROW_NBSP);
        }
    }

  _sb_setter_append (self, c);
}

/* Whether the input goes on with @word as a word of its own. */
static gboolean
is_at_word (const SbSetter *self,
            long offset,
            const char *word)
{
  long length = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p), length++)
    {
      if (_sb_setter_peek (self, offset + length) != g_utf8_get_char (p))
        return FALSE;
    }

  return !g_unichar_isalnum (_sb_setter_peek (self, offset + length));
}

/* Whether what was set ends with @word as a word of its own. */
static gboolean
ends_with_word (const SbSetter *self,
                const char *word)
{
  long length = g_utf8_strlen (word, -1);
  long start = (long) self->out->len - length;

  if (start < 0 || (start > 0 && g_unichar_isalnum (g_array_index (self->out, gunichar, start - 1))))
    return FALSE;

  for (long i = 0; i < length; i++, word = g_utf8_next_char (word))
    {
      if (g_array_index (self->out, gunichar, start + i) != g_utf8_get_char (word))
        return FALSE;
    }

  return TRUE;
}

static gboolean
ends_with_any (const SbSetter *self,
               const char *const *words,
               guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    {
      if (ends_with_word (self, words[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_at_unit (const SbSetter *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (is_at_word (self, 1, units[i]))
        return TRUE;
    }

  return FALSE;
}

/* 10 000: one to three digits before, and three after. */
static gboolean
is_at_thousands (const SbSetter *self)
{
  guint n_digits = 0;

  while (n_digits < self->out->len && n_digits < 4 &&
         _sb_is_digit (g_array_index (self->out, gunichar, self->out->len - 1 - n_digits)))
    n_digits++;

  return n_digits >= 1 && n_digits <= 3 && _sb_is_digit (_sb_setter_peek (self, 1)) && _sb_is_digit (_sb_setter_peek (self, 2)) &&
         _sb_is_digit (_sb_setter_peek (self, 3)) && !g_unichar_isalnum (_sb_setter_peek (self, 4));
}

/* A plain space: does it have to hold? */
static void
set_space (SbSetter *self)
{
  gunichar before = _sb_setter_get_last (self), after = _sb_setter_peek (self, 1), c = ' ';

  if (_sb_is_digit (before) && is_at_unit (self))
    c = NBSP;
  else if (self->language == SB_LANGUAGE_FR && _sb_is_digit (before) && is_at_thousands (self))
    c = NARROW_NBSP;
  else if (self->language == SB_LANGUAGE_FR && ends_with_word (self, "1er") && is_at_unit (self))
    c = NBSP;
  else if (_sb_is_digit (after) && ends_with_any (self, before_number, G_N_ELEMENTS (before_number)))
    c = NBSP;
  else if (g_unichar_isupper (after) && ends_with_any (self, before_name, G_N_ELEMENTS (before_name)))
    c = NBSP;

  self->at++;
  _sb_setter_append (self, c);
}

/* 12 % and 12 € in French, with whatever space or none before. */
static void
set_percent (SbSetter *self)
{
  if (self->language == SB_LANGUAGE_FR && _sb_is_digit (_sb_setter_get_last_mark (self)) && !g_unichar_isalnum (_sb_setter_peek (self, 1)))
    {
      _sb_setter_strip_blanks (self);
      _sb_setter_append (self, NBSP);
    }

  _sb_setter_append (self, self->in[self->at++]);
}

static void
set_dots (SbSetter *self)
{
  gboolean is_ellipsis = looking_at (self, "...") && _sb_setter_peek (self, 3) != '.' && _sb_setter_get_last (self) != '.';

  _sb_setter_append (self, is_ellipsis ? ELLIPSIS : '.');
  self->at += is_ellipsis ? 3 : 1;
}

static void
set_next (SbSetter *self)
{
  gunichar c = _sb_setter_peek (self, 0);

  switch (c)
    {
    case '"':
      _sb_setter_set_straight_quote (self);
      return;

    case GUILLEMET_L:
    case DOUBLE_L:
      _sb_setter_set_curly_opening (self);
      return;

    case GUILLEMET_R:
    case DOUBLE_R:
      _sb_setter_set_curly_closing (self);
      return;

    case '\'':
      _sb_setter_set_straight_single (self);
      return;

    case '.':
      set_dots (self);
      return;

    case '%':
    case 0x2030: /* ‰ */
    case 0x20AC: /* € */
      set_percent (self);
      return;

    case ' ':
      set_space (self);
      return;

    default:
      break;
    }

  if (self->language == SB_LANGUAGE_FR && (c == ';' || c == ':' || c == '!' || c == '?'))
    {
      set_high_mark (self);
      return;
    }

  _sb_setter_append (self, c);
  self->at++;
}

char *
sb_typeset (const char *text,
            SbLanguage language)
{
  g_autofree char *valid = NULL;
  g_autofree gunichar *in = NULL;
  g_autoptr (GArray) out = NULL;
  SbSetter setter = { NULL };

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail ((guint) language < SB_N_LANGUAGES, NULL);

  valid = g_utf8_make_valid (text, -1);
  in = g_utf8_to_ucs4_fast (valid, -1, &setter.length);
  out = g_array_sized_new (FALSE, FALSE, sizeof (gunichar), setter.length);
  setter.in = in;
  setter.out = out;
  setter.language = language;

  while (setter.at < setter.length)
    {
      if (!set_address (&setter))
        set_next (&setter);
    }

  return g_ucs4_to_utf8 ((const gunichar *) out->data, out->len, NULL, NULL, NULL);
}
