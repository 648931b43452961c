/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-map-sheet-loader.h"
#include "sb-session.h"

G_BEGIN_DECLS

/* What a map of the window has in view. A plain value, which owns nothing. */
typedef struct
{
  SbBounds bounds;
  SbMapLayers layers; /* that are on */
  double opacities[SB_N_MAP_LAYERS]; /* from 0 to 1: of the layer 1 << i */
  GPtrArray *overlays; /* (nullable) (element-type SbOverlay, NULL for one that is not to be seen) */
  SbMapWay *way; /* (nullable) that was asked for */
} SbMapInView;

/**
 * SbMapRequest:
 *
 * A map of the window that is to be put on paper, as it is at the moment that it is asked
 * for. Made by the main thread, read by any.
 */
typedef struct _SbMapRequest SbMapRequest;

/* Of @view, of the period, the day and the events that @session asks for; or, with @days
 * (at most SB_MAP_SHEET_MAX_MAPS), maps side by side of each of these and the thirty days
 * up to it. */
SbMapRequest *sb_map_request_new (SbSession *session,
                                  const SbMapInView *view,
                                  const int *days,
                                  guint n_days) G_GNUC_WARN_UNUSED_RESULT;
void sb_map_request_free (SbMapRequest *self);

const SbMapSheetRequest *sb_map_request_get_order (const SbMapRequest *self);

/* Run in the worker. SB_BRIEFING_ERROR, the errors of the base map or of the catalogue. */
SbMapSheet *sb_map_request_load (const SbMapRequest *self,
                                 SbStore *store,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbMapRequest, sb_map_request_free)

G_END_DECLS
