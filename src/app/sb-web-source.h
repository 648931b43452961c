/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <shumate/shumate.h>

#include "sb-fetcher.h"

G_BEGIN_DECLS

/**
 * SbWebSource:
 *
 * The tiles of a server, by its address pattern (sb-tile-address.h). They are kept on
 * disk: one of an age that the settings allow is not asked for again, an older one
 * with its validators, and it stays when the server does not answer. After a failure
 * the server is left alone for half a minute, or for as long as it wants; what is
 * missing is clear, so that what lies below shows. Main thread.
 *
 * Property "error" (SbFeedsError or SbGeoError, boxed GError, nullable): why the last
 * tile did not come.
 */
#define SB_TYPE_WEB_SOURCE (sb_web_source_get_type ())

G_DECLARE_FINAL_TYPE (SbWebSource, sb_web_source, SB, WEB_SOURCE, ShumateMapSource)

/* How tiles are kept. */
typedef struct
{
  const char *folder; /* (nullable) that of the user's caches */
  guint max_megabytes;
  guint max_days; /* before the server is asked whether they have changed */
} SbTileCacheRules;

/* @pattern must have been checked; @max_zoom is that of its tiles of 256 pixels. */
SbWebSource *sb_web_source_new (SbFetcher *fetcher,
                                const char *pattern,
                                guint max_zoom,
                                const SbTileCacheRules *rules) G_GNUC_WARN_UNUSED_RESULT;

const GError *sb_web_source_get_error (SbWebSource *self); /* (nullable) */

G_END_DECLS
