/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-fuzz"

#include "config.h"

#include "sb-dossier-import.h"
#include "sb-dossier-manifest.h"
#include "sb-line-reader.h"
#include "sb-zip-reader.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

/* A member that says more is not unpacked whole: the time is for other inputs. */
#define MAX_MEMBER (1 << 20)

static void
read_member (SbZipReader *zip,
             const SbZipMember *member)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sb_zip_reader_load (zip, member, NULL, &error);
  g_autoptr (SbLineReader) lines = sb_line_reader_new (zip, member);
  g_autoptr (GError) unread = NULL;
  g_autoptr (GError) unknown = NULL;
  gsize length;

  g_assert_true ((bytes == NULL) == (error != NULL));
  while (sb_line_reader_next (lines, &length, NULL, &unread) != NULL)
    g_assert_cmpuint (length, <=, member->size);
  g_assert_true ((error == NULL) == (unread == NULL));

  if (bytes != NULL)
    {
      g_autoptr (SbDossierManifest) manifest = sb_dossier_manifest_read (bytes, &unknown);

      g_assert_cmpuint (g_bytes_get_size (bytes), ==, member->size);
      g_assert_true ((manifest == NULL) == (unknown != NULL));
    }
}

/* Any bytes are a container that keeps to the limits, or an error. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbZipReader) zip = NULL;

  sb_dossier_sniff (stream);
  zip = sb_zip_reader_new (stream, NULL, &error);
  g_assert_true ((zip == NULL) == (error != NULL));
  for (guint i = 0; zip != NULL && i < sb_zip_reader_get_n_members (zip); i++)
    {
      const SbZipMember *member = sb_zip_reader_get_member (zip, i);

      g_assert_true (sb_zip_reader_find (zip, member->name) == member);
      if (member->size <= MAX_MEMBER)
        read_member (zip, member);
    }

  return 0;
}
