/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SbBasemap:
 *
 * The base map that ships with the program: land, borders, regions, water and
 * names as compact vectors, cut to cells at a few levels of detail beforehand
 * (docs/basemap-format.md). Immutable and reference counted, safe to share
 * between threads; the bytes are read in place.
 */
typedef struct _SbBasemap SbBasemap;

#define SB_TYPE_BASEMAP (sb_basemap_get_type ())

GType sb_basemap_get_type (void);

/* The base map built into the program; cheap: nothing is copied or decoded. */
SbBasemap *sb_basemap_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Checks all of @bytes that later reading relies on: SB_GEO_ERROR. */
SbBasemap *sb_basemap_new_from_bytes (GBytes *bytes,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
SbBasemap *sb_basemap_ref (SbBasemap *self);
void sb_basemap_unref (SbBasemap *self);

/* "Natural Earth · GeoNames (CC BY 4.0)": to be shown with every map; a text
 * without words, the same in each language. */
const char *sb_basemap_get_attribution (SbBasemap *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbBasemap, sb_basemap_unref)

G_END_DECLS
