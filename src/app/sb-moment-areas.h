/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-catalogue.h"
#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbMomentAreas:
 *
 * What is said of the ground on the as-of day of a session: who holds what,
 * and how far travellers are warned off. It is loaded by the reader, and anew when the day or the catalogue changes, a
 * little behind while the day is dragged. Main thread.
 */
#define SB_TYPE_MOMENT_AREAS (sb_moment_areas_get_type ())

G_DECLARE_FINAL_TYPE (SbMomentAreas, sb_moment_areas, SB, MOMENT_AREAS, GObject)

SbMomentAreas *sb_moment_areas_new (SbCatalogue *catalogue,
                                    SbSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Borrowed. (element-type SbMapArea) */
GListModel *sb_moment_areas_get_held (SbMomentAreas *self);
GListModel *sb_moment_areas_get_zones (SbMomentAreas *self);
GListModel *sb_moment_areas_get_restrictions (SbMomentAreas *self);

G_END_DECLS
