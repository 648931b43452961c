/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

#include "sb-actor.h"
#include "sb-mercator.h"
#include "sb-place.h"
#include "sb-ref.h"
#include "sb-region-shapes.h"

G_BEGIN_DECLS

/**
 * SbMapArea:
 *
 * A part of the ground that something is said of on a map: who holds it, or
 * how far travellers are warned off it. A region or a country has the shape of
 * itself, a town is a disc whose edge is uncertain, and what has no shape of
 * its own is a wide one. Immutable, safe to share between threads.
 */
#define SB_TYPE_MAP_AREA (sb_map_area_get_type ())

G_DECLARE_FINAL_TYPE (SbMapArea, sb_map_area, SB, MAP_AREA, GObject)

typedef enum
{
  SB_AREA_MANNER_CONTROLS,
  SB_AREA_MANNER_CONTESTS,
  SB_AREA_MANNER_INFLUENCES,
} SbAreaManner;

#define SB_N_AREA_MANNERS (SB_AREA_MANNER_INFLUENCES + 1)

/* One who has it, or is said to. */
typedef struct
{
  SbAreaManner manner;
  SbActorFamily family;
  gboolean is_possible; /* it is not sure that this holds on the day */
} SbAreaHold;

/* How far travellers are warned off, least first. */
typedef enum
{
  SB_AREA_ZONE_NONE,
  SB_AREA_ZONE_GREEN,
  SB_AREA_ZONE_YELLOW,
  SB_AREA_ZONE_ORANGE,
  SB_AREA_ZONE_RED,
} SbAreaZone;

#define SB_N_AREA_ZONES (SB_AREA_ZONE_RED + 1)

/* More are not told apart in one place. */
#define SB_AREA_MAX_HOLDS 4

/* What is drawn. */
typedef struct
{
  const SbRegionShape *shape; /* (nullable) NULL for a disc; lives as long as the shapes */
  SbPoint centre; /* on the unit square: of the disc, and of what is written */
  double radius_km; /* of the disc, as far as its edge is known */
  SbAreaHold holds[SB_AREA_MAX_HOLDS];
  guint n_holds;
  gboolean is_disputed; /* the holds are versions that exclude each other */
  SbAreaZone zone;
  gboolean is_restricted; /* a restriction lies on all of it */
} SbArea;

/* @shapes holds the area's shape, and may be NULL when it has none. @place is
 * what it is the area of, @record what choosing it selects; @lines what is said
 * of it, a line each, in each language (element-type char), the first one its
 * name. Takes references. */
SbMapArea *sb_map_area_new (const SbArea *area,
                            SbRegionShapes *shapes,
                            SbRef *place,
                            SbRef *record,
                            GPtrArray *const lines[SB_N_LANGUAGES]) G_GNUC_WARN_UNUSED_RESULT;

/* Each borrowed; lives as long as the area. */
const SbArea *sb_map_area_get_area (SbMapArea *self);
SbRef *sb_map_area_get_place (SbMapArea *self);
SbRef *sb_map_area_get_record (SbMapArea *self);

/* (element-type char) */
GPtrArray *sb_map_area_get_lines (SbMapArea *self,
                                  SbLanguage language);

/* All of it as one text, a line below the other. */
char *sb_map_area_dup_text (SbMapArea *self,
                            SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* The kilometres around a place's position within which it lies: what is named
 * as a place is somewhere there, and where it ends nobody says. */
double sb_area_get_radius_km (SbPlaceKind kind,
                              SbPlacePrecision precision);

/* The radius of the disc in the user units of @frame: never so small that it
 * could be taken for a point. */
double sb_area_get_disc_radius (const SbArea *self,
                                const SbMapFrame *frame);
/* Whether it is a disc that is shown larger than the place is. */
gboolean sb_area_is_small (const SbArea *self,
                           const SbMapFrame *frame);

/* Whether @point of the page is in the area as @frame shows it. */
gboolean sb_area_contains (const SbArea *self,
                           const SbMapFrame *frame,
                           SbPoint point);

/* The same of the sign in its middle alone: what is said of a whole country must not
 * hide what is said of its towns. */
gboolean sb_area_is_sign_at (const SbArea *self,
                             const SbMapFrame *frame,
                             SbPoint point);

/* What of @frame's page it covers, its edge included. */
SbRect sb_area_get_rect (const SbArea *self,
                         const SbMapFrame *frame);

G_END_DECLS
