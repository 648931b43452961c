/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-map-area.h"
#include "sb-situation.h"

G_BEGIN_DECLS

/* Finds the record that a reference means; borrowed, NULL when it is not there. */
typedef SbRecord *(*SbRecordLookup) (const SbRef *ref,
                                     gpointer data);

/* Who holds what on the day @as_of, as areas to be drawn: one for each place of
 * which a control of @input could hold, that has a position or a shape. Versions
 * that disagree are the holds of one area, which says so. The lines of an area are
 * the place with its status, and each version with since when and according to
 * whom. Choosing an area selects the place.
 *
 * @lookup finds places and actors: of an actor that is not there the family is
 * not known. @shapes may be NULL: all are discs then. (element-type SbMapArea) */
GPtrArray *sb_held_areas_new (SbSituationInput *input,
                              int as_of,
                              SbRegionShapes *shapes,
                              SbRecordLookup lookup,
                              gpointer data) G_GNUC_WARN_UNUSED_RESULT;

/* The ground of @place, a record of %SB_KIND_PLACE, without anything said of it;
 * FALSE when it has neither a position nor a shape. */
gboolean sb_area_init_for_place (SbArea *area,
                                 SbRecord *place,
                                 SbRegionShapes *shapes);

G_END_DECLS
