/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SbGeoError:
 * @SB_GEO_ERROR_INVALID: the data is damaged, or is something else
 * @SB_GEO_ERROR_VERSION: the data is of a newer format than this program reads
 * @SB_GEO_ERROR_ADDRESS: not the address of a server of tiles
 * @SB_GEO_ERROR_ARCHIVE: a file that holds no tiles
 * @SB_GEO_ERROR_VECTOR_TILES: tiles of vectors, which are not painted
 * @SB_GEO_ERROR_PICTURE: what came for a tile is no picture of one
 *
 * Why the data of a map could not be read; reading the file itself fails with
 * a G_FILE_ERROR.
 */
typedef enum
{
  SB_GEO_ERROR_INVALID,
  SB_GEO_ERROR_VERSION,
  SB_GEO_ERROR_ADDRESS,
  SB_GEO_ERROR_ARCHIVE,
  SB_GEO_ERROR_VECTOR_TILES,
  SB_GEO_ERROR_PICTURE,
} SbGeoError;

#define SB_GEO_ERROR (sb_geo_error_quark ())

GQuark sb_geo_error_quark (void);

G_END_DECLS
