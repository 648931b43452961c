/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-base"

#include "config.h"

#include "sb-setter-private.h"

gunichar
_sb_setter_peek (const SbSetter *self,
                 long offset)
{
  long at = self->at + offset;

  return at >= 0 && at < self->length ? self->in[at] : NONE;
}

gunichar
_sb_setter_get_last (const SbSetter *self)
{
  return self->out->len > 0 ? g_array_index (self->out, gunichar, self->out->len - 1) : NONE;
}

void
_sb_setter_append (SbSetter *self,
                   gunichar c)
{
  g_array_append_val (self->out, c);
}

void
_sb_setter_strip_blanks (SbSetter *self)
{
  while (_sb_is_blank (_sb_setter_get_last (self)))
    g_array_set_size (self->out, self->out->len - 1);
}

void
_sb_setter_skip_blanks (SbSetter *self)
{
  while (_sb_is_blank (_sb_setter_peek (self, 0)))
    self->at++;
}

gunichar
_sb_setter_get_last_mark (const SbSetter *self)
{
  for (guint i = self->out->len; i > 0; i--)
    {
      gunichar c = g_array_index (self->out, gunichar, i - 1);

      if (!_sb_is_blank (c))
        return c;
    }

  return NONE;
}

gboolean
_sb_is_blank (gunichar c)
{
  return c == ' ' || c == '\t' || c == NBSP || c == NARROW_NBSP || c == THIN_SPACE;
}

gboolean
_sb_is_space_or_none (gunichar c)
{
  return c == NONE || g_unichar_isspace (c) || _sb_is_blank (c);
}

gboolean
_sb_is_opening (gunichar c)
{
  return c == '(' || c == '[' || c == '{' || c == GUILLEMET_L || c == DOUBLE_L || c == SINGLE_L ||
         c == 0x2014 || c == 0x2013 || c == '/';
}

gboolean
_sb_is_closing (gunichar c)
{
  return c == ')' || c == ']' || c == '}' || c == GUILLEMET_R || c == DOUBLE_R || c == SINGLE_R ||
         c == '"' || c == '\'' || c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' ||
         c == ELLIPSIS || c == 0x2014 || c == 0x2013;
}

gboolean
_sb_is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}
