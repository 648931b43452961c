/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SbZipReader:
 *
 * The members of a zip file that a stranger made. All of the directory and of
 * the headers is held against each other before anything is read: members that
 * share bytes, are there twice, are links, encrypted, or packed more tightly than
 * texts and documents are, are refused with an error of SB_EXCHANGE_ERROR. Holds
 * the directory in memory and none of the members. Owned by one; the stream,
 * which can seek, is read by it alone meanwhile.
 */
typedef struct _SbZipReader SbZipReader;

typedef struct
{
  char *name; /* (owned) ASCII: letters, digits, "-", "_", "." and "/" */
  guint method;
  guint32 crc;
  guint64 size;
  guint64 packed; /* bytes in the file */
  guint64 header; /* where it begins */
  guint64 data; /* where its bytes begin */
} SbZipMember;

SbZipReader *sb_zip_reader_new (GInputStream *stream,
                                GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sb_zip_reader_free (SbZipReader *self);

/* The members, folders left out. */
guint sb_zip_reader_get_n_members (SbZipReader *self);
const SbZipMember *sb_zip_reader_get_member (SbZipReader *self,
                                             guint position);
/* NULL when there is none. */
const SbZipMember *sb_zip_reader_find (SbZipReader *self,
                                       const char *name);

/* All of a small member. */
GBytes *sb_zip_reader_load (SbZipReader *self,
                            const SbZipMember *member,
                            GCancellable *cancellable,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SbZipCursor:
 *
 * The bytes of one member, from its beginning to its end; one at a time.
 */
typedef struct _SbZipCursor SbZipCursor;

SbZipCursor *sb_zip_cursor_new (SbZipReader *reader,
                                const SbZipMember *member) G_GNUC_WARN_UNUSED_RESULT;
/* Unpacks up to @length bytes; 0 at the end, where the size and the checksum were
 * found right; -1 on error. */
gssize sb_zip_cursor_read (SbZipCursor *self,
                           gpointer buffer,
                           gsize length,
                           GCancellable *cancellable,
                           GError **error);
/* The SHA-256 of the member, in hexadecimal, once it was read to its end. */
const char *sb_zip_cursor_get_sha256 (SbZipCursor *self);
void sb_zip_cursor_free (SbZipCursor *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbZipReader, sb_zip_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbZipCursor, sb_zip_cursor_free)

G_END_DECLS
