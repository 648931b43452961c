/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-zip-reader.h"

G_BEGIN_DECLS

/**
 * SbLineReader:
 *
 * The lines of a member, one in memory at a time. Owned by one.
 */
typedef struct _SbLineReader SbLineReader;

SbLineReader *sb_line_reader_new (SbZipReader *reader,
                                  const SbZipMember *member) G_GNUC_WARN_UNUSED_RESULT;
/* The next line that is not blank, without its end and borrowed until the next
 * call; NULL at the end of the member, and on error. A line is of 64 MiB at
 * most. */
const char *sb_line_reader_next (SbLineReader *self,
                                 gsize *length,
                                 GCancellable *cancellable,
                                 GError **error);
/* The number of that line, from 1, and the bytes of all until then. */
guint sb_line_reader_get_number (SbLineReader *self);
guint64 sb_line_reader_get_position (SbLineReader *self);
/* The SHA-256 of the member, at its end. */
const char *sb_line_reader_get_sha256 (SbLineReader *self);
void sb_line_reader_free (SbLineReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbLineReader, sb_line_reader_free)

G_END_DECLS
