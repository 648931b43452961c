/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SbPacker:
 *
 * Packs the bytes of one member on their way to a stream, and counts and sums
 * them up. Owned by one.
 */
typedef struct _SbPacker SbPacker;

typedef enum
{
  SB_PACKING_DEFLATE,
  SB_PACKING_STORE,
} SbPacking;

/* What became of the bytes of a member. */
typedef struct
{
  SbPacking packing;
  guint32 crc;
  guint64 size;
  guint64 packed; /* bytes on the stream */
  char sha256[65]; /* of the bytes before packing, in hexadecimal */
} SbPacked;

SbPacker *sb_packer_new (GOutputStream *stream,
                         SbPacking packing) G_GNUC_WARN_UNUSED_RESULT;
gboolean sb_packer_write (SbPacker *self,
                          gconstpointer data,
                          gsize length,
                          GCancellable *cancellable,
                          GError **error);
/* Ends the member; the stream stays open. */
gboolean sb_packer_end (SbPacker *self,
                        SbPacked *packed,
                        GError **error);
void sb_packer_free (SbPacker *self);

/**
 * SbZipWriter:
 *
 * Writes a zip file from its beginning to its end, member by member. The same
 * members give the same bytes: every time is the first of 1980, every attribute
 * that of a plain file. Owned by one.
 */
typedef struct _SbZipWriter SbZipWriter;

SbZipWriter *sb_zip_writer_new (GOutputStream *stream) G_GNUC_WARN_UNUSED_RESULT;

/* Adds a member; what would be packed too tightly to be read again is stored. */
gboolean sb_zip_writer_add_bytes (SbZipWriter *self,
                                  const char *name,
                                  GBytes *bytes,
                                  GCancellable *cancellable,
                                  GError **error);

/* Adds a member that was packed before, from the place where @stream stands. */
gboolean sb_zip_writer_add_packed (SbZipWriter *self,
                                   const char *name,
                                   const SbPacked *packed,
                                   GInputStream *stream,
                                   GCancellable *cancellable,
                                   GError **error);

/* Writes the directory. The stream is not closed. */
gboolean sb_zip_writer_end (SbZipWriter *self,
                            GCancellable *cancellable,
                            GError **error);
void sb_zip_writer_free (SbZipWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbPacker, sb_packer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbZipWriter, sb_zip_writer_free)

G_END_DECLS
