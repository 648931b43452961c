/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SbFileSink:
 *
 * A file that is there whole or not at all: what is written takes the name only
 * when it is committed, over a file that had it before. One that is given up, by
 * an error or by the end of the program, leaves that file as it was. A path that
 * leads to something else than a file (a pipe, a terminal) is written as it
 * comes. "-" is standard output. Owned by one; any thread.
 */
typedef struct _SbFileSink SbFileSink;

SbFileSink *sb_file_sink_new (const char *path,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Where to write; buffered, borrowed. */
GOutputStream *sb_file_sink_get_stream (SbFileSink *self);

/* A file without a name on the same disk, for what must wait; it goes when the
 * stream is closed. */
GIOStream *sb_file_sink_make_spool (SbFileSink *self,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Gives the file its name, once all of it is on the disk. At most once. */
gboolean sb_file_sink_commit (SbFileSink *self,
                              GError **error);
void sb_file_sink_free (SbFileSink *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbFileSink, sb_file_sink_free)

G_END_DECLS
