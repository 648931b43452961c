/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-exchange"

#include "config.h"

#include "sb-zip-writer.h"

#include <string.h>

#include "sb-crc32.h"
#include "sb-exchange-error.h"
#include "sb-zip-format.h"

/* Of zlib: the best for its time. Another level gives other bytes. */
#define LEVEL 6

#define COPY_BYTES 65536

/* What every member says of itself: version 2.0 is needed to read it, names are
 * UTF-8, changed on 1 January 1980, made on Unix, a file all may read. */
#define VERSION_NEEDED  20
#define VERSION_MADE_BY ((3 << 8) | VERSION_NEEDED)
#define FLAGS           0x0800
#define DATE            0x0021
#define ATTRIBUTES      (0100644u << 16)

struct _SbPacker
{
  GOutputStream *stream; /* (owned) what packs, or the stream itself */
  GOutputStream *base; /* (owned) */
  GChecksum *checksum; /* (owned) */
  goffset start; /* of the member on the stream */
  SbPacked packed;
};

struct _SbZipWriter
{
  GOutputStream *stream; /* (owned) */
  GByteArray *directory; /* (owned) */
  guint64 offset;
  guint n_members;
};

SbPacker *
sb_packer_new (GOutputStream *stream,
               SbPacking packing)
{
  SbPacker *self;

  g_return_val_if_fail (G_IS_SEEKABLE (stream), NULL);

  self = g_new0 (SbPacker, 1);
  self->base = g_object_ref (stream);
  self->start = g_seekable_tell (G_SEEKABLE (stream));
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->packed.packing = packing;
  if (packing == SB_PACKING_STORE)
    self->stream = g_object_ref (stream);
  else
    {
      g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, LEVEL);

      self->stream = g_converter_output_stream_new (stream, G_CONVERTER (compressor));
      g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (self->stream), FALSE);
    }

  return self;
}

void
sb_packer_free (SbPacker *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->stream);
  g_clear_object (&self->base);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_free (self);
}

gboolean
sb_packer_write (SbPacker *self,
                 gconstpointer data,
                 gsize length,
                 GCancellable *cancellable,
                 GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  self->packed.size += length;
  self->packed.crc = sb_crc32_update (self->packed.crc, data, length);
  /* GChecksum counts in signed numbers. */
  for (gsize done = 0; done < length; done += COPY_BYTES)
    g_checksum_update (self->checksum, (const guchar *) data + done, (gssize) MIN (COPY_BYTES, length - done));

  return g_output_stream_write_all (self->stream, data, length, NULL, cancellable, error);
}

gboolean
sb_packer_end (SbPacker *self,
               SbPacked *packed,
               GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (packed != NULL, FALSE);

  if (self->packed.packing == SB_PACKING_DEFLATE && !g_output_stream_close (self->stream, NULL, error))
    return FALSE;

  self->packed.packed = (guint64) (g_seekable_tell (G_SEEKABLE (self->base)) - self->start);
  g_strlcpy (self->packed.sha256, g_checksum_get_string (self->checksum), sizeof self->packed.sha256);
  *packed = self->packed;
  return TRUE;
}

SbZipWriter *
sb_zip_writer_new (GOutputStream *stream)
{
  SbZipWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = g_new0 (SbZipWriter, 1);
  self->stream = g_object_ref (stream);
  self->directory = g_byte_array_new ();
  return self;
}

void
sb_zip_writer_free (SbZipWriter *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->stream);
  g_clear_pointer (&self->directory, g_byte_array_unref);
  g_free (self);
}

static void
put_16 (GByteArray *bytes,
        guint value)
{
  guint16 little = GUINT16_TO_LE ((guint16) value);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

static void
put_32 (GByteArray *bytes,
        guint64 value)
{
  guint32 little = GUINT32_TO_LE ((guint32) value);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

/* What the header of a member and its entry in the directory have in common. */
static void
put_member (GByteArray *bytes,
            const char *name,
            const SbPacked *packed)
{
  put_16 (bytes, VERSION_NEEDED);
  put_16 (bytes, FLAGS);
  put_16 (bytes, packed->packing == SB_PACKING_STORE ? SB_ZIP_STORED : SB_ZIP_DEFLATED);
  put_16 (bytes, 0);
  put_16 (bytes, DATE);
  put_32 (bytes, packed->crc);
  put_32 (bytes, packed->packed);
  put_32 (bytes, packed->size);
  put_16 (bytes, (guint) strlen (name));
  put_16 (bytes, 0);
}

static void
put_entry (SbZipWriter *self,
           const char *name,
           const SbPacked *packed)
{
  put_32 (self->directory, SB_ZIP_CENTRAL);
  put_16 (self->directory, VERSION_MADE_BY);
  put_member (self->directory, name, packed);
  put_16 (self->directory, 0);
  put_16 (self->directory, 0);
  put_16 (self->directory, 0);
  put_32 (self->directory, ATTRIBUTES);
  put_32 (self->directory, self->offset);
  g_byte_array_append (self->directory, (const guint8 *) name, strlen (name));
}

static gboolean
write_header (SbZipWriter *self,
              const char *name,
              const SbPacked *packed,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GByteArray) header = g_byte_array_new ();
  guint64 end = self->offset + SB_ZIP_LOCAL_BYTES + strlen (name) + packed->packed;

  if (self->n_members >= SB_ZIP_MAX_MEMBERS || packed->size > SB_ZIP_MAX_BYTES ||
      end + self->directory->len + SB_ZIP_CENTRAL_BYTES + strlen (name) > SB_ZIP_MAX_BYTES)
    {
      g_set_error_literal (error, SB_EXCHANGE_ERROR, SB_EXCHANGE_ERROR_TOO_LARGE, "more than a container holds");
      return FALSE;
    }

  put_32 (header, SB_ZIP_LOCAL);
  put_member (header, name, packed);
  g_byte_array_append (header, (const guint8 *) name, strlen (name));
  put_entry (self, name, packed);
  self->n_members++;
  self->offset = end;
  return g_output_stream_write_all (self->stream, header->data, header->len, NULL, cancellable, error);
}

/* Packs @bytes in memory. */
static GBytes *
pack_bytes (GBytes *bytes,
            SbPacking packing,
            SbPacked *packed,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (SbPacker) packer = sb_packer_new (memory, packing);
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (!sb_packer_write (packer, data, size, cancellable, error) || !sb_packer_end (packer, packed, error) ||
      !g_output_stream_close (memory, cancellable, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

gboolean
sb_zip_writer_add_bytes (SbZipWriter *self,
                         const char *name,
                         GBytes *bytes,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GBytes) data = NULL;
  SbPacked packed;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  data = pack_bytes (bytes, SB_PACKING_DEFLATE, &packed, cancellable, error);
  if (data != NULL && sb_zip_is_dense (packed.size, packed.packed))
    {
      g_bytes_unref (data);
      data = pack_bytes (bytes, SB_PACKING_STORE, &packed, cancellable, error);
    }
  if (data == NULL || !write_header (self, name, &packed, cancellable, error))
    return FALSE;

  return g_output_stream_write_all (self->stream, g_bytes_get_data (data, NULL), g_bytes_get_size (data), NULL,
                                    cancellable, error);
}

gboolean
sb_zip_writer_add_packed (SbZipWriter *self,
                          const char *name,
                          const SbPacked *packed,
                          GInputStream *stream,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autofree guint8 *buffer = g_malloc (COPY_BYTES);
  guint64 left;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (packed != NULL, FALSE);

  if (!write_header (self, name, packed, cancellable, error))
    return FALSE;

  for (left = packed->packed; left > 0;)
    {
      gssize n = g_input_stream_read (stream, buffer, MIN (left, COPY_BYTES), cancellable, error);

      if (n < 0 || (n > 0 && !g_output_stream_write_all (self->stream, buffer, (gsize) n, NULL, cancellable, error)))
        return FALSE;
      if (n == 0)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "what was packed is gone");
          return FALSE;
        }
      left -= (guint64) n;
    }

  return TRUE;
}

gboolean
sb_zip_writer_end (SbZipWriter *self,
                   GCancellable *cancellable,
                   GError **error)
{
  guint32 size;

  g_return_val_if_fail (self != NULL, FALSE);

  size = self->directory->len;
  put_32 (self->directory, SB_ZIP_END);
  put_16 (self->directory, 0);
  put_16 (self->directory, 0);
  put_16 (self->directory, self->n_members);
  put_16 (self->directory, self->n_members);
  put_32 (self->directory, size);
  put_32 (self->directory, self->offset);
  put_16 (self->directory, 0);
  return g_output_stream_write_all (self->stream, self->directory->data, self->directory->len, NULL, cancellable, error);
}
