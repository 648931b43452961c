/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-tables"

#include "config.h"

#include "sb-zip-member.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "sb-table-error.h"

/* The largest member, unpacked; and how many members are looked at. */
#define MAX_BYTES   (16 << 20)
#define MAX_MEMBERS 1000

#define CHUNK_BYTES (64 << 10)

typedef struct archive Archive;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

gboolean
sb_zip_is_archive (GBytes *bytes)
{
  gsize size;
  const char *data;

  g_return_val_if_fail (bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &size);
  return size > 4 && memcmp (data, "PK\003\004", 4) == 0;
}

static gboolean
has_suffix (const char *name,
            const char *suffix)
{
  gsize length = name != NULL ? strlen (name) : 0;

  return length >= strlen (suffix) && g_ascii_strcasecmp (name + length - strlen (suffix), suffix) == 0;
}

static GBytes *
read_member (Archive *archive,
             GError **error)
{
  g_autoptr (GByteArray) member = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  la_ssize_t size;

  while ((size = archive_read_data (archive, chunk, CHUNK_BYTES)) > 0)
    {
      if (member->len + (gsize) size > MAX_BYTES)
        {
          g_set_error (error, SB_TABLE_ERROR, SB_TABLE_ERROR_TOO_LARGE, "more than %d bytes", MAX_BYTES);
          return NULL;
        }
      g_byte_array_append (member, chunk, (guint) size);
    }

  if (size == 0)
    return g_byte_array_free_to_bytes (g_steal_pointer (&member));

  g_set_error_literal (error, SB_TABLE_ERROR, SB_TABLE_ERROR_MALFORMED, "1");
  return NULL;
}

GBytes *
sb_zip_read_member (GBytes *bytes,
                    const char *suffix,
                    GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  struct archive_entry *entry;
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, data, size) == ARCHIVE_OK)
    for (guint i = 0; i < MAX_MEMBERS && archive_read_next_header (archive, &entry) == ARCHIVE_OK; i++)
      if (has_suffix (archive_entry_pathname (entry), suffix))
        return read_member (archive, error);

  g_set_error (error, SB_TABLE_ERROR, SB_TABLE_ERROR_UNKNOWN, "an archive without a file %s", suffix);
  return NULL;
}
