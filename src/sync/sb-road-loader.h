/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-road-route.h"
#include "sb-store.h"

G_BEGIN_DECLS

/**
 * SbRoadPicture:
 *
 * The roads on a day, as the program and a catalogue know them. Made by one
 * thread, then left alone.
 */
typedef struct
{
  SbSituationInput *input; /* (owned): the corridors, what could be in force on the day
                              and the figures about corridors, with their evidence; and
                              the places that they name */
  SbRoadConditions *conditions; /* (owned) */
} SbRoadPicture;

/* @shipped: (nullable): the roads that ship with the program, read anew when it is
 * NULL. @dossier: the id of that to which restrictions must belong, 0 for any.
 * @known_by: the last day of which anything is known (sb-record-known.h), SB_DATE_DAY_MAX
 * for all. Blocks; of the errors of the catalogue and of SB_GEO_ERROR. All of it is of one
 * moment, whoever writes meanwhile. */
SbRoadPicture *sb_road_picture_load (SbStore *store,
                                     SbCorridorNetwork *shipped,
                                     int day,
                                     gint64 dossier,
                                     int known_by,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sb_road_picture_free (SbRoadPicture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbRoadPicture, sb_road_picture_free)

G_END_DECLS
