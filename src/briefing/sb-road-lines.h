/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <cairo.h>

#include "sb-basemap-style.h"
#include "sb-mercator.h"
#include "sb-record.h"
#include "sb-road-conditions.h"
#include "sb-road-stroke.h"

G_BEGIN_DECLS

/**
 * SbRoadLines:
 *
 * Every road of a network in its state, and the signs at the places that restrictions
 * weigh on, as a map shows them, on screen and on paper alike. Filled by one thread,
 * then left alone and painted by any. Reference counted.
 */
typedef struct _SbRoadLines SbRoadLines;

#define SB_TYPE_ROAD_LINES (sb_road_lines_get_type ())

GType sb_road_lines_get_type (void);

/* The roads of @conditions (nullable) on their day. */
SbRoadLines *sb_road_lines_new (const SbRoadConditions *conditions) G_GNUC_WARN_UNUSED_RESULT;
SbRoadLines *sb_road_lines_ref (SbRoadLines *self);
void sb_road_lines_unref (SbRoadLines *self);

typedef enum
{
  SB_ROAD_SIGN_DEFAULT = 0,
  SB_ROAD_SIGN_DENIED = 1 << 0, /* somebody denies the restriction, or a document does */
} SbRoadSignFlags;

/* A sign at each place of @restriction that has a position. Several at one place are one
 * sign, which is denied when all of them are. */
void sb_road_lines_add_restriction (SbRoadLines *self,
                                    SbRecord *restriction,
                                    SbRoadSignFlags flags);

gboolean sb_road_lines_is_empty (const SbRoadLines *self);
guint sb_road_lines_get_n_legs (const SbRoadLines *self);
/* How many legs are not open, and how many of these are cut. */
guint sb_road_lines_count_restricted (const SbRoadLines *self,
                                      guint *n_cut);
/* Of all legs that are not open; empty when there are none. */
SbBounds sb_road_lines_get_bounds (const SbRoadLines *self);

/* Paints what @frame shows: the worst of the roads last, then the signs. @width: of a
 * road that is not open, in user units. */
void sb_road_lines_paint (const SbRoadLines *self,
                          cairo_t *cr,
                          const SbMapFrame *frame,
                          SbBasemapStyle style,
                          double width);

/* What a map shows of them, for its legend. */
typedef struct
{
  guint states; /* 1 << each #SbRoadState of what nobody denies */
  guint disputed_states; /* likewise, of what is denied or contradicted */
  gboolean has_signs;
  gboolean has_denied_signs;
} SbRoadContents;

SbRoadContents sb_road_lines_get_contents (const SbRoadLines *self,
                                           const SbMapFrame *frame);

/* The part of a leg that is not open and that @frame shows: called for each. */
typedef void (*SbRoadLinesFunc) (SbPoint from,
                                 SbPoint to,
                                 gpointer data);

void sb_road_lines_foreach_restricted (const SbRoadLines *self,
                                       const SbMapFrame *frame,
                                       SbRoadLinesFunc func,
                                       gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbRoadLines, sb_road_lines_unref)

G_END_DECLS
