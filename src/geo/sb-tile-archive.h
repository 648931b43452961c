/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

#include "sb-mercator.h"

G_BEGIN_DECLS

/**
 * SbTileArchive:
 *
 * A file of tiles in the format MBTiles 1.3, whose tiles are pictures; those of
 * vectors are not read. The file is never written to. Reference counted; any
 * thread, several at once take turns.
 */
typedef struct _SbTileArchive SbTileArchive;

#define SB_TYPE_TILE_ARCHIVE (sb_tile_archive_get_type ())

GType sb_tile_archive_get_type (void);

/* Opens the file at @path, which is in the encoding of file names. Fails with
 * SB_GEO_ERROR_ARCHIVE for what is none, SB_GEO_ERROR_VECTOR_TILES, or a
 * G_FILE_ERROR. Blocks. */
SbTileArchive *sb_tile_archive_open (const char *path,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
SbTileArchive *sb_tile_archive_ref (SbTileArchive *self);
void sb_tile_archive_unref (SbTileArchive *self);

/* What the file says of itself, without markup; NULL for nothing. */
const char *sb_tile_archive_get_name (SbTileArchive *self);
const char *sb_tile_archive_get_attribution (SbTileArchive *self);

/* The zooms that it has tiles of, for tiles of 256 logical pixels. */
guint sb_tile_archive_get_min_zoom (SbTileArchive *self);
guint sb_tile_archive_get_max_zoom (SbTileArchive *self);

/* The picture of @tile as it is in the file, of at most 4 MiB; NULL without an error
 * when there is none. Blocks. */
GBytes *sb_tile_archive_read (SbTileArchive *self,
                              SbTile tile,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbTileArchive, sb_tile_archive_unref)

G_END_DECLS
