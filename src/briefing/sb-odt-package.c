/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-odt-package-private.h"

#include "sb-clock.h"
#include "sb-crc32.h"

#include <string.h>

#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"

/* APPNOTE.TXT of PKWARE, 4.3: signatures and what else is always the same. */
#define LOCAL_SIGNATURE     0x04034b50u
#define DIRECTORY_SIGNATURE 0x02014b50u
#define END_SIGNATURE       0x06054b50u
#define VERSION             20
#define FLAG_UTF8           0x0800
#define STORED              0
#define DEFLATED            8

#define COMPRESSION_LEVEL 6

struct _SbOdtPackage
{
  GByteArray *file; /* (owned) */
  GByteArray *directory; /* (owned) */
  GString *manifest; /* (owned) */
  guint n_members;
  guint16 time; /* as MS-DOS had it */
  guint16 date;
  GError *error; /* (owned) (nullable) the first that happened */
};

static void
append_16 (GByteArray *out,
           guint value)
{
  guint16 little = GUINT16_TO_LE ((guint16) value);

  g_byte_array_append (out, (const guint8 *) &little, sizeof little);
}

static void
append_32 (GByteArray *out,
           gsize value)
{
  guint32 little = GUINT32_TO_LE ((guint32) value);

  g_byte_array_append (out, (const guint8 *) &little, sizeof little);
}

/* What a member is, in its own header and in the directory alike. */
typedef struct
{
  const char *name;
  guint method;
  guint32 crc;
  gsize packed;
  gsize size;
} Member;

static void
append_member (const SbOdtPackage *self,
               GByteArray *out,
               const Member *member)
{
  append_16 (out, VERSION);
  append_16 (out, FLAG_UTF8);
  append_16 (out, member->method);
  append_16 (out, self->time);
  append_16 (out, self->date);
  append_32 (out, member->crc);
  append_32 (out, member->packed);
  append_32 (out, member->size);
  append_16 (out, (guint) strlen (member->name));
  append_16 (out, 0);
}

static void
append_name (GByteArray *out,
             const char *name)
{
  g_byte_array_append (out, (const guint8 *) name, (guint) strlen (name));
}

static void
write_member (SbOdtPackage *self,
              const Member *member,
              gconstpointer packed)
{
  gsize offset = self->file->len;

  append_32 (self->file, LOCAL_SIGNATURE);
  append_member (self, self->file, member);
  append_name (self->file, member->name);
  g_byte_array_append (self->file, packed, (guint) member->packed);

  append_32 (self->directory, DIRECTORY_SIGNATURE);
  append_16 (self->directory, VERSION);
  append_member (self, self->directory, member);
  append_16 (self->directory, 0); /* of a comment */
  append_16 (self->directory, 0); /* the disk */
  append_16 (self->directory, 0); /* attributes */
  append_32 (self->directory, 0);
  append_32 (self->directory, offset);
  append_name (self->directory, member->name);
  self->n_members++;
}

static GBytes *
deflate_bytes (GBytes *bytes,
               GError **error)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, COMPRESSION_LEVEL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (compressor));

  if (!g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, NULL, error) ||
      !g_output_stream_close (stream, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
add_bytes (SbOdtPackage *self,
           const char *name,
           guint method,
           GBytes *bytes)
{
  g_autoptr (GBytes) packed = method == DEFLATED ? deflate_bytes (bytes, &self->error) : g_bytes_ref (bytes);
  Member member = { name, method, 0, 0, g_bytes_get_size (bytes) };

  if (packed == NULL)
    return;

  member.crc = sb_crc32_update (0, g_bytes_get_data (bytes, NULL), member.size);
  member.packed = g_bytes_get_size (packed);
  write_member (self, &member, g_bytes_get_data (packed, NULL));
}

/* MS-DOS counts from 1980, in steps of two seconds. */
static void
set_time (SbOdtPackage *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (sb_clock_now ());
  int year = now != NULL ? g_date_time_get_year (now) - 1980 : -1;

  self->date = 1 << 5 | 1;
  if (year < 0 || year > 127)
    return;

  self->date = (guint16) (year << 9 | g_date_time_get_month (now) << 5 | g_date_time_get_day_of_month (now));
  self->time = (guint16) (g_date_time_get_hour (now) << 11 | g_date_time_get_minute (now) << 5 | g_date_time_get_second (now) / 2);
}

SbOdtPackage *
_sb_odt_package_new (void)
{
  SbOdtPackage *self = g_new0 (SbOdtPackage, 1);
  g_autoptr (GBytes) type = g_bytes_new_static (MEDIA_TYPE, strlen (MEDIA_TYPE));

  self->file = g_byte_array_new ();
  self->directory = g_byte_array_new ();
  self->manifest = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                 "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">\n"
                                 " <manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" manifest:media-type=\"" MEDIA_TYPE "\"/>\n");
  set_time (self);
  add_bytes (self, "mimetype", STORED, type);

  return self;
}

void
_sb_odt_package_free (SbOdtPackage *self)
{
  g_byte_array_unref (self->file);
  g_byte_array_unref (self->directory);
  g_string_free (self->manifest, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

void
_sb_odt_package_add (SbOdtPackage *self,
                     const char *name,
                     const char *type,
                     GBytes *bytes)
{
  if (self->error != NULL)
    return;

  g_string_append_printf (self->manifest, " <manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"%s\"/>\n", name, type);
  add_bytes (self, name, g_str_equal (type, "image/png") ? STORED : DEFLATED, bytes);
}

GBytes *
_sb_odt_package_end (SbOdtPackage *self,
                     GError **error)
{
  g_autoptr (GBytes) manifest = NULL;
  gsize offset;

  g_string_append (self->manifest, "</manifest:manifest>\n");
  manifest = g_bytes_new (self->manifest->str, self->manifest->len);
  if (self->error == NULL)
    add_bytes (self, "META-INF/manifest.xml", DEFLATED, manifest);
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return NULL;
    }

  offset = self->file->len;
  g_byte_array_append (self->file, self->directory->data, self->directory->len);
  append_32 (self->file, END_SIGNATURE);
  append_16 (self->file, 0);
  append_16 (self->file, 0);
  append_16 (self->file, self->n_members);
  append_16 (self->file, self->n_members);
  append_32 (self->file, self->directory->len);
  append_32 (self->file, offset);
  append_16 (self->file, 0);

  return g_bytes_new (self->file->data, self->file->len);
}
