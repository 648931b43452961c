/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SbGeoError:
 * @SB_GEO_ERROR_INVALID: the data is damaged, or is something else
 * @SB_GEO_ERROR_VERSION: the data is of a newer format than this program reads
 *
 * Why the data of a map could not be read; reading the file itself fails with
 * a G_FILE_ERROR.
 */
typedef enum
{
  SB_GEO_ERROR_INVALID,
  SB_GEO_ERROR_VERSION,
} SbGeoError;

#define SB_GEO_ERROR (sb_geo_error_quark ())

GQuark sb_geo_error_quark (void);

G_END_DECLS
