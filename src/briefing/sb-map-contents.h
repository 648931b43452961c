/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-area-legend.h"
#include "sb-drawings.h"
#include "sb-event-look.h"
#include "sb-map-way.h"
#include "sb-overlay.h"
#include "sb-road-lines.h"

G_BEGIN_DECLS

/* What a map shows and its legend explains: of what is drawn in view, and nothing else.
 * All zero: nothing. A plain value, which borrows what it points to. */
typedef struct
{
  SbEventContents events;
  gboolean has_vague; /* a symbol of events alone, in the ring of what is not a point */
  SbRoadContents roads;
  SbMapWayParts way;
  SbDrawingContents drawings;
  GPtrArray *overlays; /* (not owned) (nullable) (element-type SbOverlay) (nullable elements) */
  guint shown_overlays; /* of them: 1 << the place of each, as far as there are bits */
  SbAreaContents areas;
  const char *zone_issuers; /* (not owned) (nullable) of the travel advice */
} SbMapContents;

/* Adds what @other has. */
void sb_map_contents_join (SbMapContents *self,
                           const SbMapContents *other);
/* Those of @overlays (nullable) (element-type SbOverlay, NULL for one that is not to be
 * seen) of which @frame shows something. */
void sb_map_contents_add_overlays (SbMapContents *self,
                                   GPtrArray *overlays,
                                   const SbMapFrame *frame);

typedef enum
{
  SB_MAP_ENTRY_HEADING, /* stands over those that follow; has no sample */
  SB_MAP_ENTRY_EVENT,
  SB_MAP_ENTRY_COUNT,
  SB_MAP_ENTRY_SIZES,
  SB_MAP_ENTRY_EXTENT,
  SB_MAP_ENTRY_ROAD,
  SB_MAP_ENTRY_RESTRICTION,
  SB_MAP_ENTRY_WAY,
  SB_MAP_ENTRY_DRAWING,
  SB_MAP_ENTRY_OVERLAY,
  SB_MAP_ENTRY_AREA,
} SbMapEntryKind;

/* One row of a legend: what its sample is drawn of, and what it stands for. */
typedef struct
{
  SbMapEntryKind kind;
  int value; /* an SbEventType, SbPlacePrecision, SbRoadState, SbMapWayParts, SbDrawingKind or a tone */
  guint flags; /* SbSymbolFlags or SbRoadStrokeFlags */
  gboolean is_light; /* of an event: it need not have been in the period */
  gboolean is_hollow; /* of a drawing: it rests on no extract */
  SbArea area;
  char *text; /* (owned) */
} SbMapEntry;

/* What there is to explain, each thing once, in the order in which it is read: the same
 * for screen and paper. (element-type SbMapEntry) */
GArray *sb_map_contents_list_entries (const SbMapContents *self,
                                      SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* How a legend is drawn. */
typedef struct
{
  SbBasemapStyle style;
  SbLanguage language;
  double unit; /* user units in a logical pixel */
  double road_width; /* of the roads on the map, in user units */
} SbMapLegendLook;

/* The sample of @entry in @rect. The state of @cr is left as it was but for its path. */
void sb_map_entry_draw (const SbMapEntry *entry,
                        cairo_t *cr,
                        const SbRect *rect,
                        const SbMapLegendLook *look);

G_END_DECLS
