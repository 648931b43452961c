/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-zip-reader.h"

#include <string.h>

#include "sb-crc32.h"
#include "sb-exchange-error.h"
#include "sb-zip-format.h"
#include "sb-zip-private.h"

#define BUFFER_BYTES 65536

struct _SbZipCursor
{
  SbZipReader *reader; /* (unowned) */
  const SbZipMember *member; /* (unowned) */
  GConverter *inflater; /* (owned) (nullable) of packed bytes */
  guint64 position; /* of the packed bytes that were taken from the file */
  guint64 size; /* bytes given so far */
  guint32 crc;
  GChecksum *checksum; /* (owned) */
  gboolean is_inflated; /* the packed bytes came to their end */
  gsize start; /* what is left in the buffer */
  gsize end;
  guint8 buffer[BUFFER_BYTES];
};

static gssize
fail (GError **error,
      const char *reason)
{
  g_set_error_literal (error, SB_EXCHANGE_ERROR, SB_EXCHANGE_ERROR_DAMAGED, reason);
  return -1;
}

SbZipCursor *
sb_zip_cursor_new (SbZipReader *reader,
                   const SbZipMember *member)
{
  SbZipCursor *self;

  g_return_val_if_fail (reader != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  self = g_new0 (SbZipCursor, 1);
  self->reader = reader;
  self->member = member;
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  if (member->method == SB_ZIP_DEFLATED)
    self->inflater = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
  return self;
}

void
sb_zip_cursor_free (SbZipCursor *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->inflater);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_free (self);
}

/* Takes more of the file into the buffer, behind what is left there. */
static gboolean
fill (SbZipCursor *self,
      GCancellable *cancellable,
      GError **error)
{
  gsize wanted;

  memmove (self->buffer, self->buffer + self->start, self->end - self->start);
  self->end -= self->start;
  self->start = 0;
  wanted = (gsize) MIN (BUFFER_BYTES - self->end, self->member->packed - self->position);
  if (wanted == 0)
    return TRUE;

  if (!_sb_zip_reader_read_at (self->reader, self->member->data + self->position, self->buffer + self->end, wanted,
                               cancellable, error))
    return FALSE;

  self->position += wanted;
  self->end += wanted;
  return TRUE;
}

static gssize
take_stored (SbZipCursor *self,
             gpointer buffer,
             gsize length)
{
  gsize n = MIN (length, self->end - self->start);

  memcpy (buffer, self->buffer + self->start, n);
  self->start += n;
  return (gssize) n;
}

/* Unpacks something of what is in the buffer; 0 when the packed bytes are at
 * their end. */
static gssize
inflate_some (SbZipCursor *self,
              gpointer buffer,
              gsize length,
              GError **error)
{
  gboolean is_last = self->position == self->member->packed;
  g_autoptr (GError) failure = NULL;
  gsize n_read = 0;
  gsize n_written = 0;
  GConverterResult result;

  if (self->is_inflated)
    return 0;

  result = g_converter_convert (self->inflater, self->buffer + self->start, self->end - self->start, buffer, length,
                                is_last ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS, &n_read, &n_written, &failure);
  if (result == G_CONVERTER_ERROR)
    return fail (error, failure->message);

  self->start += n_read;
  self->is_inflated = result == G_CONVERTER_FINISHED;
  if (n_written == 0 && !self->is_inflated && n_read == 0)
    return fail (error, "packed bytes do not go on");

  return (gssize) n_written;
}

static gssize
check_end (SbZipCursor *self,
           GError **error)
{
  if (self->size != self->member->size)
    return fail (error, "a member is shorter than it says");
  if (self->position != self->member->packed || self->start != self->end)
    return fail (error, "a member has bytes behind its end");
  if (self->crc != self->member->crc)
    return fail (error, "a member has another checksum than it says");

  return 0;
}

gssize
sb_zip_cursor_read (SbZipCursor *self,
                    gpointer buffer,
                    gsize length,
                    GCancellable *cancellable,
                    GError **error)
{
  gssize n = 0;

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (buffer != NULL && length > 0, -1);

  while (n == 0 && !self->is_inflated)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !fill (self, cancellable, error))
        return -1;

      n = self->inflater != NULL ? inflate_some (self, buffer, length, error) : take_stored (self, buffer, length);
      if (self->inflater == NULL && n == 0)
        self->is_inflated = TRUE;
    }

  if (n < 0)
    return -1;
  if (n == 0)
    return check_end (self, error);

  self->size += (guint64) n;
  if (self->size > self->member->size)
    return fail (error, "a member is longer than it says");

  self->crc = sb_crc32_update (self->crc, buffer, (gsize) n);
  g_checksum_update (self->checksum, buffer, n);
  return n;
}

const char *
sb_zip_cursor_get_sha256 (SbZipCursor *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_checksum_get_string (self->checksum);
}
