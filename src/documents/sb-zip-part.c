/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

#define G_LOG_DOMAIN "sb-documents"

#include "config.h"

#include "sb-zip-part.h"

#include "sb-document-error.h"

#include <archive.h>
#include <archive_entry.h>

/* The largest part that is unpacked, in bytes: a small archive may hold
 * gigabytes of zeros. And the most parts that are looked at. */
#define MAX_PART    (64 << 20)
#define MAX_ENTRIES 20000

typedef struct archive Archive;

static void
free_archive (Archive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, free_archive)

static GBytes *
set_damaged (Archive *archive,
             GError **error)
{
  const char *reason = archive_error_string (archive);

  g_set_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_BROKEN, "The file is damaged or truncated: %s",
               reason != NULL ? reason : "no ZIP archive");
  return NULL;
}

static GBytes *
read_entry (Archive *archive,
            GError **error)
{
  g_autoptr (GByteArray) part = g_byte_array_new ();
  guint8 buffer[65536];

  for (;;)
    {
      gssize n = archive_read_data (archive, buffer, sizeof buffer);

      if (n < 0)
        return set_damaged (archive, error);
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&part));
      if (part->len + (guint) n > MAX_PART)
        {
          g_set_error (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_TOO_LARGE,
                       "A part of the file has more than %d bytes", MAX_PART);
          return NULL;
        }
      g_byte_array_append (part, buffer, (guint) n);
    }
}

GBytes *
_sb_zip_read_part (GBytes *zip,
                   const char *name,
                   GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  struct archive_entry *entry;
  gsize size;
  const void *data = g_bytes_get_data (zip, &size);

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, data, size) != ARCHIVE_OK)
    return set_damaged (archive, error);
  for (guint i = 0; i < MAX_ENTRIES; i++)
    {
      int result = archive_read_next_header (archive, &entry);
      const char *path;

      if (result == ARCHIVE_EOF)
        return NULL;
      if (result < ARCHIVE_WARN)
        return set_damaged (archive, error);
      path = archive_entry_pathname (entry);
      if (path != NULL && g_str_equal (path, name))
        return read_entry (archive, error);
    }
  return NULL;
}
