/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-geometry.h"

G_BEGIN_DECLS

/* Logical pixels between two names of one river. */
#define SB_RIVER_LABEL_DISTANCE 640.0

/**
 * SbRiverTrack:
 *
 * A river as a line to write along: smoothed, in even steps of logical pixels,
 * with the stretches that bend too much for letters known.
 */
typedef struct _SbRiverTrack SbRiverTrack;

/* @points are of the unit square; @width is that of the name. */
SbRiverTrack *_sb_river_track_new (const SbPoint *points,
                                   guint n_points,
                                   double world_size,
                                   double width) G_GNUC_WARN_UNUSED_RESULT;
void _sb_river_track_free (SbRiverTrack *self);

/* Moves @start, in pixels along the track, on to where the name can stand;
 * FALSE when there is no such place any more. */
gboolean _sb_river_track_find (const SbRiverTrack *self,
                               double *start);

/* The line that letters of @size stand on from @start, beside the river and in
 * the direction of reading: an array of SbPoint. */
GArray *_sb_river_track_cut (const SbRiverTrack *self,
                             double start,
                             double size) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbRiverTrack, _sb_river_track_free)

G_END_DECLS
