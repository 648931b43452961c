/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-area-legend.h"
#include "sb-area-painter.h"
#include "sb-painted-layer.h"
#include "sb-session.h"

G_BEGIN_DECLS

/**
 * SbAreaLayer:
 *
 * Areas on the map: who holds what, or zones of travel advice. The pointer
 * over one tells what is said of it, a click selects it; from the keyboard, the
 * arrows lead from one to the next and Enter selects. A screen reader finds a
 * list of them.
 *
 * Signal "changed": what the legend has to explain may have changed.
 */
#define SB_TYPE_AREA_LAYER (sb_area_layer_get_type ())

G_DECLARE_FINAL_TYPE (SbAreaLayer, sb_area_layer, SB, AREA_LAYER, SbPaintedLayer)

/* @label says what the areas are, for those who do not see them. */
SbAreaLayer *sb_area_layer_new (ShumateViewport *viewport,
                                const char *label) G_GNUC_WARN_UNUSED_RESULT;

void sb_area_layer_set_session (SbAreaLayer *self,
                                SbSession *session);
/* (nullable) (element-type SbMapArea) */
void sb_area_layer_set_areas (SbAreaLayer *self,
                              GListModel *areas);
void sb_area_layer_set_map_style (SbAreaLayer *self,
                                  SbBasemapStyle style);

/* Adds what is in view, for the legend; valid until the areas change. */
void sb_area_layer_add_contents (SbAreaLayer *self,
                                 SbAreaContents *contents);

/* What is said of the place below the point, in the coordinates of the layer, by it and by
 * the shown layers of areas below it, a blank line between them: the pointer meets the
 * topmost alone, and the zone of a town is not all that is known of it. In the language of
 * the interface; NULL where there is nothing. */
char *sb_area_layer_dup_text_at (SbAreaLayer *self,
                                 double x,
                                 double y) G_GNUC_WARN_UNUSED_RESULT;

/* The area that the keyboard is at; NULL when it is at none. Borrowed. */
SbMapArea *sb_area_layer_get_current (SbAreaLayer *self);

G_END_DECLS
