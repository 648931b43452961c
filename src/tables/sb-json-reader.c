/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-json-reader.h"

#include <string.h>

/* What may come next. */
enum
{
  STATE_VALUE,
  STATE_FIRST_KEY, /* or the end of the object */
  STATE_KEY,
  STATE_FIRST_ITEM, /* or the end of the array */
  STATE_AFTER, /* a comma, or the end of what is open */
};

#define REPLACEMENT 0xFFFD

void
sb_json_reader_init (SbJsonReader *self,
                     const char *text,
                     gsize length,
                     guint line)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL || length == 0);

  *self = (SbJsonReader) { .text = text, .length = length, .line = line, .state = STATE_VALUE };
  self->value = g_string_new (NULL);
}

void
sb_json_reader_clear (SbJsonReader *self)
{
  g_return_if_fail (self != NULL);

  if (self->value != NULL)
    g_string_free (self->value, TRUE);
  self->value = NULL;
}

static SbJsonToken
fail (SbJsonReader *self,
      SbJsonFault fault)
{
  if (self->fault == SB_JSON_FAULT_NONE)
    self->fault = fault;
  return SB_JSON_ERROR;
}

/* The next character, or -1 at the end. */
static int
peek (const SbJsonReader *self)
{
  return self->position < self->length ? (guchar) self->text[self->position] : -1;
}

static void
skip_space (SbJsonReader *self)
{
  while (self->position < self->length)
    {
      char c = self->text[self->position];

      if (c == '\n')
        self->line++;
      else if (c != ' ' && c != '\t' && c != '\r')
        return;
      self->position++;
    }
}

static gboolean
read_four_digits (SbJsonReader *self,
                  gunichar *code)
{
  *code = 0;
  for (guint i = 0; i < 4; i++)
    {
      int c = peek (self);

      if (c < 0 || !g_ascii_isxdigit (c))
        return FALSE;
      *code = *code * 16 + (gunichar) g_ascii_xdigit_value ((char) c);
      self->position++;
    }

  return TRUE;
}

/* Stands behind "\u". */
static gboolean
read_unicode (SbJsonReader *self)
{
  gunichar code;
  gunichar low;

  if (!read_four_digits (self, &code))
    return FALSE;

  if (code >= 0xD800 && code < 0xDC00 && self->length - self->position >= 6 &&
      memcmp (self->text + self->position, "\\u", 2) == 0)
    {
      gsize start = self->position;

      self->position += 2;
      if (!read_four_digits (self, &low))
        return FALSE;
      if (low >= 0xDC00 && low < 0xE000)
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
      else
        self->position = start;
    }

  g_string_append_unichar (self->value, code == 0 || (code >= 0xD800 && code < 0xE000) ? REPLACEMENT : code);
  return TRUE;
}

/* Stands behind the backslash. */
static gboolean
read_escape (SbJsonReader *self)
{
  static const char names[] = "\"\\/bfnrt";
  static const char meant[] = "\"\\/\b\f\n\r\t";
  int c = peek (self);
  const char *found;

  if (c <= 0)
    return FALSE;

  self->position++;
  if (c == 'u')
    return read_unicode (self);

  found = strchr (names, c);
  if (found == NULL)
    return FALSE;

  g_string_append_c (self->value, meant[found - names]);
  return TRUE;
}

/* Stands behind the quotation mark. */
static gboolean
read_string (SbJsonReader *self)
{
  g_string_truncate (self->value, 0);
  while (self->position < self->length)
    {
      gsize start = self->position;
      guchar c = '\0';

      while (self->position < self->length)
        {
          c = (guchar) self->text[self->position];
          if (c == '"' || c == '\\' || c < 0x20)
            break;
          self->position++;
        }
      g_string_append_len (self->value, self->text + start, (gssize) (self->position - start));
      if (self->position >= self->length || c < 0x20)
        return FALSE;

      self->position++;
      if (c == '"')
        return TRUE;
      if (!read_escape (self))
        return FALSE;
    }

  return FALSE;
}

static gboolean
skip_digits (SbJsonReader *self)
{
  gsize start = self->position;

  while (self->position < self->length && g_ascii_isdigit (self->text[self->position]))
    self->position++;
  return self->position > start;
}

static gboolean
read_number (SbJsonReader *self)
{
  gsize start = self->position;

  if (peek (self) == '-')
    self->position++;
  if (peek (self) == '0')
    self->position++;
  else if (!skip_digits (self))
    return FALSE;

  if (peek (self) == '.')
    {
      self->position++;
      if (!skip_digits (self))
        return FALSE;
    }
  if (peek (self) == 'e' || peek (self) == 'E')
    {
      self->position++;
      if (peek (self) == '+' || peek (self) == '-')
        self->position++;
      if (!skip_digits (self))
        return FALSE;
    }

  g_string_truncate (self->value, 0);
  g_string_append_len (self->value, self->text + start, (gssize) (self->position - start));
  return TRUE;
}

static SbJsonToken
read_word (SbJsonReader *self)
{
  static const struct
  {
    const char *word;
    SbJsonToken token;
  } words[] = {
    { "true", SB_JSON_TRUE },
    { "false", SB_JSON_FALSE },
    { "null", SB_JSON_NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize size = strlen (words[i].word);

      if (self->length - self->position >= size && memcmp (self->text + self->position, words[i].word, size) == 0)
        {
          self->position += size;
          self->state = STATE_AFTER;
          return words[i].token;
        }
    }

  return fail (self, SB_JSON_FAULT_SYNTAX);
}

static SbJsonToken
open_nest (SbJsonReader *self,
           gboolean is_object)
{
  if (self->depth >= SB_JSON_MAX_DEPTH)
    return fail (self, SB_JSON_FAULT_DEPTH);

  self->position++;
  self->is_object[self->depth++] = is_object;
  self->state = is_object ? STATE_FIRST_KEY : STATE_FIRST_ITEM;
  return is_object ? SB_JSON_OBJECT : SB_JSON_ARRAY;
}

static SbJsonToken
close_nest (SbJsonReader *self)
{
  self->position++;
  self->depth--;
  self->state = STATE_AFTER;
  return self->is_object[self->depth] ? SB_JSON_OBJECT_END : SB_JSON_ARRAY_END;
}

static SbJsonToken
read_value (SbJsonReader *self)
{
  int c = peek (self);

  switch (c)
    {
    case '{':
      return open_nest (self, TRUE);

    case '[':
      return open_nest (self, FALSE);

    case '"':
      self->position++;
      self->state = STATE_AFTER;
      return read_string (self) ? SB_JSON_STRING : fail (self, SB_JSON_FAULT_SYNTAX);

    case 't':
    case 'f':
    case 'n':
      return read_word (self);

    default:
      self->state = STATE_AFTER;
      return read_number (self) ? SB_JSON_NUMBER : fail (self, SB_JSON_FAULT_SYNTAX);
    }
}

static SbJsonToken
read_key (SbJsonReader *self)
{
  if (peek (self) != '"')
    return fail (self, SB_JSON_FAULT_SYNTAX);

  self->position++;
  if (!read_string (self))
    return fail (self, SB_JSON_FAULT_SYNTAX);

  skip_space (self);
  if (peek (self) != ':')
    return fail (self, SB_JSON_FAULT_SYNTAX);

  self->position++;
  self->state = STATE_VALUE;
  return SB_JSON_KEY;
}

/* Behind a value: what is open goes on, or ends. */
static SbJsonToken
read_after (SbJsonReader *self)
{
  gboolean is_object;

  if (self->depth == 0)
    return peek (self) < 0 ? SB_JSON_END : fail (self, SB_JSON_FAULT_TRAILING);

  is_object = self->is_object[self->depth - 1];
  if (peek (self) == (is_object ? '}' : ']'))
    return close_nest (self);
  if (peek (self) != ',')
    return fail (self, SB_JSON_FAULT_SYNTAX);

  self->position++;
  skip_space (self);
  return is_object ? read_key (self) : read_value (self);
}

SbJsonToken
sb_json_reader_next (SbJsonReader *self)
{
  g_return_val_if_fail (self != NULL, SB_JSON_ERROR);

  if (self->fault != SB_JSON_FAULT_NONE)
    return SB_JSON_ERROR;

  skip_space (self);
  switch (self->state)
    {
    case STATE_FIRST_KEY:
      return peek (self) == '}' ? close_nest (self) : read_key (self);

    case STATE_FIRST_ITEM:
      return peek (self) == ']' ? close_nest (self) : read_value (self);

    case STATE_AFTER:
      return read_after (self);

    case STATE_VALUE:
    default:
      return read_value (self);
    }
}

void
sb_json_reader_enter (SbJsonReader *self,
                      gsize position,
                      guint line)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (position <= self->length);

  self->position = position;
  self->line = line;
  self->depth = 1;
  self->is_object[0] = FALSE;
  self->state = STATE_FIRST_ITEM;
}

gboolean
sb_json_reader_skip (SbJsonReader *self,
                     SbJsonToken token)
{
  guint depth;

  g_return_val_if_fail (self != NULL, FALSE);

  if (token != SB_JSON_OBJECT && token != SB_JSON_ARRAY)
    return token != SB_JSON_ERROR;

  depth = self->depth;
  while (self->depth >= depth)
    if (sb_json_reader_next (self) == SB_JSON_ERROR)
      return FALSE;

  return TRUE;
}
