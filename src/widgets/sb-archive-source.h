/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

/**
 * SbArchiveSource:
 *
 * The tiles of a file in the format MBTiles, opened, read and decoded in a worker.
 * Where the file has none the tile is clear, so that what lies below it shows. Main
 * thread.
 *
 * Property "error" (boxed GError, nullable): why the file cannot be read.
 */
#define SB_TYPE_ARCHIVE_SOURCE (sb_archive_source_get_type ())

G_DECLARE_FINAL_TYPE (SbArchiveSource, sb_archive_source, SB, ARCHIVE_SOURCE, ShumateMapSource)

/* @path is in the encoding of file names; the zooms are those of its tiles of 256
 * pixels. */
SbArchiveSource *sb_archive_source_new (const char *path,
                                        guint min_zoom,
                                        guint max_zoom) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
