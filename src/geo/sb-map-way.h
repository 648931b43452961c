/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <cairo.h>

#include "sb-basemap-style.h"
#include "sb-language.h"
#include "sb-mercator.h"

G_BEGIN_DECLS

/**
 * SbMapWay:
 *
 * A way that was asked for, as it lies on a map: the line along the roads, its two
 * ends, and the places that are cut off. Painted the same on screen and on paper.
 * Immutable and reference counted: made by one thread, painted by any.
 */
typedef struct _SbMapWay SbMapWay;

#define SB_TYPE_MAP_WAY (sb_map_way_get_type ())

GType sb_map_way_get_type (void);

typedef enum
{
  SB_MAP_WAY_DEFAULT = 0,
  SB_MAP_WAY_SURE = 1 << 0, /* it is open whatever is in force; others are broken lines */
  SB_MAP_WAY_CUT = 1 << 1, /* nobody gets through by any other: the usual way, which is dotted */
} SbMapWayFlags;

typedef enum
{
  SB_MAP_WAY_START,
  SB_MAP_WAY_GOAL,
} SbMapWayEnd;

#define SB_N_MAP_WAY_ENDS (SB_MAP_WAY_GOAL + 1)

/* What of it a map shows, for its legend. */
typedef enum
{
  SB_MAP_WAY_HAS_SURE = 1 << 0,
  SB_MAP_WAY_HAS_UNSURE = 1 << 1,
  SB_MAP_WAY_HAS_START = 1 << 2,
  SB_MAP_WAY_HAS_GOAL = 1 << 3,
  SB_MAP_WAY_HAS_CUT_OFF = 1 << 4,
  SB_MAP_WAY_HAS_CUT = 1 << 5,
} SbMapWayParts;

/* @line (nullable) (element-type SbPosition): the places that it goes by; @from and @to
 * (nullable): its ends, which are known before it is; @cut_off (nullable) (element-type
 * SbPosition). All are copied. */
SbMapWay *sb_map_way_new (const GArray *line,
                          SbMapWayFlags flags,
                          const SbPosition *from,
                          const SbPosition *to,
                          const GArray *cut_off) G_GNUC_WARN_UNUSED_RESULT;
/* What its ends are called, by language (SB_N_LANGUAGES each), for the names of a map on
 * paper. Before anybody else has it. */
void sb_map_way_set_names (SbMapWay *self,
                           const char *const *start,
                           const char *const *goal);
/* What is to be said of it in a line, by language (SB_N_LANGUAGES; nullable elements), on
 * paper, which has nothing beside the map that says it. Before anybody else has it. */
void sb_map_way_set_summary (SbMapWay *self,
                             const char *const *summary);
SbMapWay *sb_map_way_ref (SbMapWay *self);
void sb_map_way_unref (SbMapWay *self);

gboolean sb_map_way_is_empty (const SbMapWay *self);
/* FALSE when it is not known. */
gboolean sb_map_way_get_end (const SbMapWay *self,
                             SbMapWayEnd end,
                             SbPosition *position);
/* (nullable) */
const char *sb_map_way_get_name (const SbMapWay *self,
                                 SbMapWayEnd end,
                                 SbLanguage language);
/* (nullable) */
const char *sb_map_way_get_summary (const SbMapWay *self,
                                    SbLanguage language);
/* The room that the mark of an end takes, around @at. */
SbRect sb_map_way_get_mark (SbPoint at,
                            double unit);
/* Of the line and its ends; empty for none. */
SbBounds sb_map_way_get_bounds (const SbMapWay *self);
/* How many places are marked as cut off. */
guint sb_map_way_get_n_cut_off (const SbMapWay *self);

/* Paints what @frame shows. The state of @cr is left as it was but for its path. */
void sb_map_way_paint (const SbMapWay *self,
                       cairo_t *cr,
                       const SbMapFrame *frame,
                       SbBasemapStyle style);
/* What of it @frame shows. */
SbMapWayParts sb_map_way_list_parts (const SbMapWay *self,
                                     const SbMapFrame *frame);

/* Strokes the current path as a way, and consumes it; @unit: user units in a logical
 * pixel. */
void sb_map_way_stroke (cairo_t *cr,
                        SbMapWayFlags flags,
                        double unit,
                        SbBasemapStyle style);
/* The marks of an end and of a place that is cut off, around @at. */
void sb_map_way_draw_start (cairo_t *cr,
                            SbPoint at,
                            double unit,
                            SbBasemapStyle style);
void sb_map_way_draw_goal (cairo_t *cr,
                           SbPoint at,
                           double unit,
                           SbBasemapStyle style);
void sb_map_way_draw_cut_off (cairo_t *cr,
                              SbPoint at,
                              double unit,
                              SbBasemapStyle style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbMapWay, sb_map_way_unref)

G_END_DECLS
