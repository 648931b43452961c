/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-line-reader.h"

#include <string.h>

#include "sb-exchange-error.h"

#define MAX_LINE    (64u << 20)
#define CHUNK_BYTES 65536

struct _SbLineReader
{
  SbZipCursor *cursor; /* (owned) */
  GByteArray *buffer; /* (owned) what was read and not yet given */
  gsize start; /* of what was not given */
  gsize searched; /* from there: no line ends before */
  guint number;
  guint64 position;
  gboolean is_at_end;
};

SbLineReader *
sb_line_reader_new (SbZipReader *reader,
                    const SbZipMember *member)
{
  SbLineReader *self;

  g_return_val_if_fail (reader != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  self = g_new0 (SbLineReader, 1);
  self->cursor = sb_zip_cursor_new (reader, member);
  self->buffer = g_byte_array_new ();
  return self;
}

void
sb_line_reader_free (SbLineReader *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->cursor, sb_zip_cursor_free);
  g_clear_pointer (&self->buffer, g_byte_array_unref);
  g_free (self);
}

/* Reads more; FALSE on error. */
static gboolean
fill (SbLineReader *self,
      GCancellable *cancellable,
      GError **error)
{
  guint8 chunk[CHUNK_BYTES];
  gssize n;

  if (self->start > 0)
    {
      g_byte_array_remove_range (self->buffer, 0, (guint) self->start);
      self->start = 0;
    }

  if (self->buffer->len > MAX_LINE)
    {
      g_set_error_literal (error, SB_EXCHANGE_ERROR, SB_EXCHANGE_ERROR_TOO_LARGE, "a line is too long");
      return FALSE;
    }

  n = sb_zip_cursor_read (self->cursor, chunk, sizeof chunk, cancellable, error);
  if (n > 0)
    g_byte_array_append (self->buffer, chunk, (guint) n);
  self->is_at_end = n == 0;
  return n >= 0;
}

/* The next line, be it blank; NULL at the end and on error. */
static const char *
take_line (SbLineReader *self,
           gsize *length,
           GCancellable *cancellable,
           GError **error)
{
  for (;;)
    {
      gsize left = self->buffer->len - self->start;
      const guint8 *start = left > 0 ? self->buffer->data + self->start : NULL;
      const guint8 *newline = left > self->searched ? memchr (start + self->searched, '\n', left - self->searched) : NULL;

      if (newline != NULL || (self->is_at_end && left > 0))
        {
          *length = newline != NULL ? (gsize) (newline - start) : left;
          self->start += *length + (newline != NULL ? 1 : 0);
          self->position += *length + (newline != NULL ? 1 : 0);
          self->searched = 0;
          self->number++;
          return (const char *) start;
        }

      self->searched = left;
      if (self->is_at_end || !fill (self, cancellable, error))
        return NULL;
    }
}

static gboolean
is_blank (const char *line,
          gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (line[i]))
      return FALSE;

  return TRUE;
}

const char *
sb_line_reader_next (SbLineReader *self,
                     gsize *length,
                     GCancellable *cancellable,
                     GError **error)
{
  const char *line;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (length != NULL, NULL);

  do
    line = take_line (self, length, cancellable, error);
  while (line != NULL && is_blank (line, *length));

  return line;
}

guint
sb_line_reader_get_number (SbLineReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->number;
}

guint64
sb_line_reader_get_position (SbLineReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->position;
}

const char *
sb_line_reader_get_sha256 (SbLineReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sb_zip_cursor_get_sha256 (self->cursor);
}
