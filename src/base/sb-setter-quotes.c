/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-base"

#include "config.h"

#include "sb-setter-private.h"

/* What can end a text in quotes, before the mark. */
static gboolean
ends_word (gunichar c)
{
  return g_unichar_isalnum (c) || (_sb_is_closing (c) && c != '"' && c != '\'') || c == '%';
}

static gboolean
has_later (const SbSetter *self,
           gunichar c)
{
  for (long i = self->at + 1; i < self->length; i++)
    {
      if (self->in[i] == c)
        return TRUE;
    }

  return FALSE;
}

static void
append_guillemet (SbSetter *self)
{
  _sb_setter_append (self, GUILLEMET_L);
  _sb_setter_skip_blanks (self);
  if (_sb_setter_peek (self, 0) != NONE)
    _sb_setter_append (self, NBSP);
}

/* Opens a quotation that @expected will close, with the marks of its depth. */
static void
set_opening_quote (SbSetter *self,
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
      _sb_setter_append (self, DOUBLE_L);
    }
  else
    {
      quotation->closing = SINGLE_R;
      _sb_setter_append (self, SINGLE_L);
    }
  _sb_setter_skip_blanks (self);
}

static void
append_closing (SbSetter *self,
                gunichar closing)
{
  if (_sb_setter_get_last_mark (self) != GUILLEMET_L && _sb_setter_get_last_mark (self) != NONE)
    _sb_setter_strip_blanks (self);
  if (closing == GUILLEMET_R && !_sb_is_blank (_sb_setter_get_last (self)) && _sb_setter_get_last (self) != NONE)
    _sb_setter_append (self, NBSP);
  _sb_setter_append (self, closing);
}

/* Closes the innermost quotation that @c closes, and what was left open in it.
 * FALSE when there is none. */
static gboolean
set_closing_quote (SbSetter *self,
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
void
_sb_setter_set_straight_quote (SbSetter *self)
{
  gunichar before = _sb_setter_get_last (self), after = _sb_setter_peek (self, 1);
  gboolean opens = _sb_is_space_or_none (before) || _sb_is_opening (before) || before == APOSTROPHE;
  gboolean closes = _sb_is_space_or_none (after) || _sb_is_closing (after);

  /* What could do both closes what is open: " so ", or 'so'". */
  if (closes && self->depth > 0 && !is_bracket (before))
    opens = FALSE;

  if (opens && self->depth < DEPTH_MAX && has_later (self, '"'))
    set_opening_quote (self, '"');
  else if (opens || !set_closing_quote (self, '"'))
    _sb_setter_append (self, self->in[self->at++]); /* a unit, or alone */
}

/* « and “. */
void
_sb_setter_set_curly_opening (SbSetter *self)
{
  gunichar c = _sb_setter_peek (self, 0);
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
    _sb_setter_append (self, c);
}

/* » and ”. */
void
_sb_setter_set_curly_closing (SbSetter *self)
{
  gunichar c = _sb_setter_peek (self, 0);

  if (set_closing_quote (self, c))
    return;

  self->at++;
  if (c == GUILLEMET_R && self->language == SB_LANGUAGE_FR)
    append_closing (self, c);
  else
    _sb_setter_append (self, c);
}

/* Whether a straight quote further on ends a word: 'so'. */
static gboolean
has_closing_single (const SbSetter *self)
{
  for (long i = self->at + 2; i < self->length; i++)
    {
      if (self->in[i] == '\'' && ends_word (self->in[i - 1]) &&
          (i + 1 == self->length || !g_unichar_isalnum (self->in[i + 1])))
        return TRUE;
    }

  return FALSE;
}

/* 'so', l'Azawad, Peuls', the '90s; 14°30' stays. */
void
_sb_setter_set_straight_single (SbSetter *self)
{
  gunichar before = _sb_setter_get_last (self), after = _sb_setter_peek (self, 1);
  gboolean is_year = _sb_is_digit (after) && _sb_is_digit (_sb_setter_peek (self, 2)) && !_sb_is_digit (_sb_setter_peek (self, 3));
  gboolean is_unit = _sb_is_digit (before) && self->n_single == 0 && !g_unichar_isalpha (after);
  gunichar c = '\'';

  if (ends_word (before) && !is_unit)
    c = APOSTROPHE;
  else if ((_sb_is_space_or_none (before) || _sb_is_opening (before)) && after == '"' && has_closing_single (self))
    c = SINGLE_L;
  else if ((_sb_is_space_or_none (before) || _sb_is_opening (before)) && g_unichar_isalnum (after))
    c = !is_year && has_closing_single (self) ? SINGLE_L : APOSTROPHE;

  if (c == SINGLE_L)
    self->n_single++;
  else if (c == APOSTROPHE && self->n_single > 0 && !g_unichar_isalnum (after))
    self->n_single--;

  _sb_setter_append (self, c);
  self->at++;
}
