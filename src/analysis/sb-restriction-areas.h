/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-held-areas.h"

G_BEGIN_DECLS

/* What is said of the places that @restrictions (element-type SbRecord) weigh on,
 * for the signs that a map draws there: one area for each place with a position, of
 * nobody, that tells of each restriction who imposed it, since when, on what terms
 * and whom it spares. Choosing one selects the restriction, the first of several.
 *
 * What is named as a region, a country or an area, and could touch traffic, has its
 * ground and is restricted as a whole (which roads are meant nobody says): @lookup
 * finds the place. @shapes may be NULL: those are discs then. (element-type SbMapArea) */
GPtrArray *sb_restriction_areas_new (GPtrArray *restrictions,
                                     SbRegionShapes *shapes,
                                     SbRecordLookup lookup,
                                     gpointer data) G_GNUC_WARN_UNUSED_RESULT;

/* The ground of those of them that weigh on an area or a region rather than on a
 * town: the same of each, with its shape if it has one. @lookup finds places.
 * (element-type SbMapArea) */
GPtrArray *sb_restriction_grounds_new (GPtrArray *restrictions,
                                       SbRegionShapes *shapes,
                                       SbRecordLookup lookup,
                                       gpointer data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
