/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-base"

#include "config.h"

#include "sb-text.h"

#include <string.h>

/* What the Lexique of the Imprimerie nationale asks for in French, and New
 * Hart's Rules in English, as far as characters alone can tell. Every rule
 * leaves alone what it has made. */

#define NBSP        0x00A0
#define NARROW_NBSP 0x202F
#define THIN_SPACE  0x2009
#define APOSTROPHE  0x2019
#define ELLIPSIS    0x2026
#define GUILLEMET_L 0x00AB
#define GUILLEMET_R 0x00BB
#define DOUBLE_L    0x201C
#define DOUBLE_R    0x201D
#define SINGLE_L    0x2018
#define SINGLE_R    APOSTROPHE

/* Quotations deeper than this are left as they are. */
#define DEPTH_MAX 8

/* What is before the start of the text, and after its end. */
#define NONE 0

typedef struct
{
  gunichar expected; /* the mark that closes it in the input */
  gunichar closing; /* and the one that is set */
} Quotation;

typedef struct
{
  const gunichar *in;
  glong length;
  glong at;
  GArray *out; /* (owned) (element-type gunichar) */
  SbLanguage language;

  Quotation quotations[DEPTH_MAX]; /* the ones that are open */
  guint depth;
  guint n_single; /* straight single quotes that are open */
} Setter;

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

static gunichar
peek (const Setter *self,
      glong offset)
{
  glong at = self->at + offset;

  return at >= 0 && at < self->length ? self->in[at] : NONE;
}

static gunichar
get_last (const Setter *self)
{
  return self->out->len > 0 ? g_array_index (self->out, gunichar, self->out->len - 1) : NONE;
}

static void
append (Setter *self,
        gunichar c)
{
  g_array_append_val (self->out, c);
}

/* A space within a line, of any width. */
static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == '\t' || c == NBSP || c == NARROW_NBSP || c == THIN_SPACE;
}

static gboolean
is_space_or_none (gunichar c)
{
  return c == NONE || g_unichar_isspace (c) || is_blank (c);
}

static gboolean
is_opening (gunichar c)
{
  return c == '(' || c == '[' || c == '{' || c == GUILLEMET_L || c == DOUBLE_L || c == SINGLE_L ||
         c == 0x2014 || c == 0x2013 || c == '/';
}

static gboolean
is_closing (gunichar c)
{
  return c == ')' || c == ']' || c == '}' || c == GUILLEMET_R || c == DOUBLE_R || c == SINGLE_R ||
         c == '"' || c == '\'' || c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' ||
         c == ELLIPSIS || c == 0x2014 || c == 0x2013;
}

static gboolean
is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

/* What can end a text in quotes, before the mark. */
static gboolean
ends_word (gunichar c)
{
  return g_unichar_isalnum (c) || (is_closing (c) && c != '"' && c != '\'') || c == '%';
}

static void
strip_blanks (Setter *self)
{
  while (is_blank (get_last (self)))
    g_array_set_size (self->out, self->out->len - 1);
}

static void
skip_blanks (Setter *self)
{
  while (is_blank (peek (self, 0)))
    self->at++;
}

/* What the text ends in so far, apart from blanks. */
static gunichar
get_last_mark (const Setter *self)
{
  for (guint i = self->out->len; i > 0; i--)
    {
      gunichar c = g_array_index (self->out, gunichar, i - 1);

      if (!is_blank (c))
        return c;
    }

  return NONE;
}

static gboolean
has_later (const Setter *self,
           gunichar c)
{
  for (glong i = self->at + 1; i < self->length; i++)
    {
      if (self->in[i] == c)
        return TRUE;
    }

  return FALSE;
}

static gboolean
looking_at (const Setter *self,
            const char *ascii)
{
  for (glong i = 0; ascii[i] != '\0'; i++)
    {
      if (peek (self, i) != (gunichar) ascii[i])
        return FALSE;
    }

  return TRUE;
}

/* Where the scheme of an address ends, or 0 when there is none here. */
static glong
measure_scheme (const Setter *self)
{
  glong length = 0;

  if (looking_at (self, "www."))
    return 4;
  if (looking_at (self, "mailto:"))
    return 7;

  while (peek (self, length) < 0x80 && g_ascii_isalpha (peek (self, length)))
    length++;

  if (length == 0 || peek (self, length) != ':' || peek (self, length + 1) != '/' || peek (self, length + 2) != '/')
    return 0;

  return length + 3;
}

/* Copies an address as it is, without the punctuation that follows it. */
static gboolean
set_address (Setter *self)
{
  glong length = g_unichar_isalnum (get_last (self)) ? 0 : measure_scheme (self);
  gboolean has_parenthesis = FALSE;
  gunichar c;

  if (length == 0)
    return FALSE;

  while (!is_space_or_none (c = peek (self, length)) && c != '<' && c != '>' && c != '"' &&
         c != GUILLEMET_L && c != GUILLEMET_R && c != DOUBLE_L && c != DOUBLE_R)
    {
      has_parenthesis |= c == '(';
      length++;
    }

  while (is_closing (c = peek (self, length - 1)) && !(c == ')' && has_parenthesis))
    length--;

  g_array_append_vals (self->out, self->in + self->at, length);
  self->at += length;

  return TRUE;
}

static void
append_guillemet (Setter *self)
{
  append (self, GUILLEMET_L);
  skip_blanks (self);
  if (peek (self, 0) != NONE)
    append (self, NBSP);
}

/* Opens a quotation that @expected will close, with the marks of its depth. */
static void
set_opening_quote (Setter *self,
                   gunichar expected)
{
  gboolean is_outer = self->depth % 2 == 0;
  Quotation *quotation = &self->quotations[self->depth++];

  self->at++;
  quotation->expected = expected;

  if (self->language == SB_LANGUAGE_FR && is_outer)
    {
      quotation->closing = GUILLEMET_R;
      append_guillemet (self);
      return;
    }

  if (self->language == SB_LANGUAGE_FR || is_outer)
    {
      quotation->closing = DOUBLE_R;
      append (self, DOUBLE_L);
    }
  else
    {
      quotation->closing = SINGLE_R;
      append (self, SINGLE_L);
    }
  skip_blanks (self);
}

static void
append_closing (Setter *self,
                gunichar closing)
{
  if (get_last_mark (self) != GUILLEMET_L && get_last_mark (self) != NONE)
    strip_blanks (self);
  if (closing == GUILLEMET_R && !is_blank (get_last (self)) && get_last (self) != NONE)
    append (self, NBSP);
  append (self, closing);
}

/* Closes the innermost quotation that @c closes, and what was left open in it.
 * FALSE when there is none. */
static gboolean
set_closing_quote (Setter *self,
                   gunichar c)
{
  for (guint i = self->depth; i > 0; i--)
    {
      if (self->quotations[i - 1].expected != c)
        continue;

      self->depth = i - 1;
      self->at++;
      append_closing (self, self->quotations[self->depth].closing);
      return TRUE;
    }

  return FALSE;
}

static gboolean
is_bracket (gunichar c)
{
  return c == '(' || c == '[' || c == '{' || c == GUILLEMET_L || c == DOUBLE_L || c == SINGLE_L;
}

/* A straight double quote does not say whether it opens. */
static void
set_straight_quote (Setter *self)
{
  gunichar before = get_last (self), after = peek (self, 1);
  gboolean opens = is_space_or_none (before) || is_opening (before) || before == APOSTROPHE;
  gboolean closes = is_space_or_none (after) || is_closing (after);

  /* What could do both closes what is open: " so ", or 'so'". */
  if (closes && self->depth > 0 && !is_bracket (before))
    opens = FALSE;

  if (opens && self->depth < DEPTH_MAX && has_later (self, '"'))
    set_opening_quote (self, '"');
  else if (opens || !set_closing_quote (self, '"'))
    append (self, self->in[self->at++]); /* a unit, or alone */
}

/* « and “. */
static void
set_curly_opening (Setter *self)
{
  gunichar c = peek (self, 0);
  gunichar expected = c == GUILLEMET_L ? GUILLEMET_R : DOUBLE_R;
  /* Inside another quotation, French text says itself which marks it wants. */
  gboolean is_free = self->depth == 0 || (self->language == SB_LANGUAGE_EN && c == GUILLEMET_L);

  if (self->depth < DEPTH_MAX && has_later (self, expected))
    {
      if (is_free)
        {
          set_opening_quote (self, expected);
          return;
        }

      self->quotations[self->depth].expected = expected;
      self->quotations[self->depth++].closing = expected;
    }

  self->at++;
  if (c == GUILLEMET_L && self->language == SB_LANGUAGE_FR)
    append_guillemet (self);
  else
    append (self, c);
}

/* » and ”. */
static void
set_curly_closing (Setter *self)
{
  gunichar c = peek (self, 0);

  if (set_closing_quote (self, c))
    return;

  self->at++;
  if (c == GUILLEMET_R && self->language == SB_LANGUAGE_FR)
    append_closing (self, c);
  else
    append (self, c);
}

/* Whether a straight quote further on ends a word: 'so'. */
static gboolean
has_closing_single (const Setter *self)
{
  for (glong i = self->at + 2; i < self->length; i++)
    {
      if (self->in[i] == '\'' && ends_word (self->in[i - 1]) &&
          (i + 1 == self->length || !g_unichar_isalnum (self->in[i + 1])))
        return TRUE;
    }

  return FALSE;
}

/* 'so', l'Azawad, Peuls', the '90s; 14°30' stays. */
static void
set_straight_single (Setter *self)
{
  gunichar before = get_last (self), after = peek (self, 1);
  gboolean is_year = is_digit (after) && is_digit (peek (self, 2)) && !is_digit (peek (self, 3));
  gboolean is_unit = is_digit (before) && self->n_single == 0 && !g_unichar_isalpha (after);
  gunichar c = '\'';

  if (ends_word (before) && !is_unit)
    c = APOSTROPHE;
  else if ((is_space_or_none (before) || is_opening (before)) && after == '"' && has_closing_single (self))
    c = SINGLE_L;
  else if ((is_space_or_none (before) || is_opening (before)) && g_unichar_isalnum (after))
    c = !is_year && has_closing_single (self) ? SINGLE_L : APOSTROPHE;

  if (c == SINGLE_L)
    self->n_single++;
  else if (c == APOSTROPHE && self->n_single > 0 && !g_unichar_isalnum (after))
    self->n_single--;

  append (self, c);
  self->at++;
}

/* ; : ! ? of French, which stand off from their word, but not in 12:30, in
 * page?id=3, in (?) or after one another. */
static void
set_high_mark (Setter *self)
{
  gunichar c = peek (self, 0), before = get_last_mark (self), after = peek (self, 1);
  gboolean stands_alone = is_space_or_none (after) || is_closing (after) || after == '[' ||
                          g_unichar_type (after) == G_UNICODE_OTHER_NUMBER;

  self->at++;

  if (stands_alone && !is_space_or_none (before) && !is_opening (before))
    {
      gboolean follows_mark = before == ';' || before == ':' || before == '!' || before == '?';

      if (!follows_mark || is_blank (get_last (self)))
        {
          strip_blanks (self);
          append (self, c == ':' ? NBSP : NARROW_NBSP);
        }
    }

  append (self, c);
}

/* Whether the input goes on with @word as a word of its own. */
static gboolean
is_at_word (const Setter *self,
            glong offset,
            const char *word)
{
  glong length = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p), length++)
    {
      if (peek (self, offset + length) != g_utf8_get_char (p))
        return FALSE;
    }

  return !g_unichar_isalnum (peek (self, offset + length));
}

/* Whether what was set ends with @word as a word of its own. */
static gboolean
ends_with_word (const Setter *self,
                const char *word)
{
  glong length = g_utf8_strlen (word, -1);
  glong start = (glong) self->out->len - length;

  if (start < 0 || (start > 0 && g_unichar_isalnum (g_array_index (self->out, gunichar, start - 1))))
    return FALSE;

  for (glong i = 0; i < length; i++, word = g_utf8_next_char (word))
    {
      if (g_array_index (self->out, gunichar, start + i) != g_utf8_get_char (word))
        return FALSE;
    }

  return TRUE;
}

static gboolean
ends_with_any (const Setter *self,
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
is_at_unit (const Setter *self)
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
is_at_thousands (const Setter *self)
{
  guint n_digits = 0;

  while (n_digits < self->out->len && n_digits < 4 &&
         is_digit (g_array_index (self->out, gunichar, self->out->len - 1 - n_digits)))
    n_digits++;

  return n_digits >= 1 && n_digits <= 3 && is_digit (peek (self, 1)) && is_digit (peek (self, 2)) &&
         is_digit (peek (self, 3)) && !g_unichar_isalnum (peek (self, 4));
}

/* A plain space: does it have to hold? */
static void
set_space (Setter *self)
{
  gunichar before = get_last (self), after = peek (self, 1), c = ' ';

  if (is_digit (before) && is_at_unit (self))
    c = NBSP;
  else if (self->language == SB_LANGUAGE_FR && is_digit (before) && is_at_thousands (self))
    c = NARROW_NBSP;
  else if (self->language == SB_LANGUAGE_FR && ends_with_word (self, "1er") && is_at_unit (self))
    c = NBSP;
  else if (is_digit (after) && ends_with_any (self, before_number, G_N_ELEMENTS (before_number)))
    c = NBSP;
  else if (g_unichar_isupper (after) && ends_with_any (self, before_name, G_N_ELEMENTS (before_name)))
    c = NBSP;

  self->at++;
  append (self, c);
}

/* 12 % and 12 € in French, with whatever space or none before. */
static void
set_percent (Setter *self)
{
  if (self->language == SB_LANGUAGE_FR && is_digit (get_last_mark (self)) && !g_unichar_isalnum (peek (self, 1)))
    {
      strip_blanks (self);
      append (self, NBSP);
    }

  append (self, self->in[self->at++]);
}

static void
set_dots (Setter *self)
{
  gboolean is_ellipsis = looking_at (self, "...") && peek (self, 3) != '.' && get_last (self) != '.';

  append (self, is_ellipsis ? ELLIPSIS : '.');
  self->at += is_ellipsis ? 3 : 1;
}

static void
set_next (Setter *self)
{
  gunichar c = peek (self, 0);

  switch (c)
    {
    case '"':
      set_straight_quote (self);
      return;

    case GUILLEMET_L:
    case DOUBLE_L:
      set_curly_opening (self);
      return;

    case GUILLEMET_R:
    case DOUBLE_R:
      set_curly_closing (self);
      return;

    case '\'':
      set_straight_single (self);
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

  append (self, c);
  self->at++;
}

char *
sb_typeset (const char *text,
            SbLanguage language)
{
  g_autofree char *valid = NULL;
  g_autofree gunichar *in = NULL;
  g_autoptr (GArray) out = NULL;
  Setter setter = { NULL };

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
