/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* What an analyst draws on the map: an area, a line, an arrow or a label, from a day
 * to a day, with what it rests on. */

typedef enum
{
  SB_DRAWING_KIND_AREA,
  SB_DRAWING_KIND_LINE,
  SB_DRAWING_KIND_ARROW, /* its head is at the last point */
  SB_DRAWING_KIND_LABEL, /* the title, at one point */
} SbDrawingKind;

typedef enum
{
  SB_DRAWING_TITLE,
  SB_DRAWING_KIND,
  SB_DRAWING_POINTS, /* in the order in which they were drawn; an area closes itself */
  SB_DRAWING_TONE, /* 0 to SB_N_DRAWING_TONES - 1: colour and dashes; unset is 0 */
  SB_DRAWING_SINCE,
  SB_DRAWING_UNTIL,
  SB_DRAWING_NOTE,
} SbDrawingField;

typedef enum
{
  SB_DRAWING_POINT_LATITUDE, /* degrees, WGS 84 */
  SB_DRAWING_POINT_LONGITUDE,
} SbDrawingPointField;

#define SB_N_DRAWING_TONES 6

/* A drawing with more of them is refused: it would be no drawing. */
#define SB_DRAWING_MAX_POINTS 2000

extern const SbVocabulary sb_drawing_kind_vocabulary;

extern const SbSchema sb_drawing_point_schema;
extern const SbSchema sb_drawing_schema;

/* The fewest points that make a drawing of @kind: 3, 2, 2, 1. */
guint sb_drawing_kind_get_min_points (SbDrawingKind kind);

/* Of when a drawing is and who it is known from: "since 3 September 2025 · Studio
 * Tamani", with @source (nullable), the first that it rests on. NULL when neither is
 * known. */
char *sb_drawing_format_caption (SbRecord *drawing,
                                 SbRef *source,
                                 SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
