/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <shumate/shumate.h>

#include "sb-mercator.h"

G_BEGIN_DECLS

/**
 * SbPaintedLayer:
 *
 * A layer of a map that takes too long to paint for the main loop: it is painted with
 * Cairo in a worker, somewhat larger than the view; while the map moves, the last
 * picture is shown where it belongs, until the next one is there. One picture is made
 * at a time, so that a slow machine is not given more than it can paint. What is not
 * shown is not painted. Main thread.
 *
 * It may be derived from; who overrides snapshot() chains up.
 *
 * Signal "painted": another picture is shown.
 */
#define SB_TYPE_PAINTED_LAYER (sb_painted_layer_get_type ())

G_DECLARE_DERIVABLE_TYPE (SbPaintedLayer, sb_painted_layer, SB, PAINTED_LAYER, ShumateLayer)

struct _SbPaintedLayerClass
{
  ShumateLayerClass parent_class;
};

/* Run in the worker: paints what @frame shows; @data must not change meanwhile. */
typedef void (*SbPaintFunc) (cairo_t *cr,
                             const SbMapFrame *frame,
                             gpointer data);

SbPaintedLayer *sb_painted_layer_new (ShumateViewport *viewport) G_GNUC_WARN_UNUSED_RESULT;

/* From now on @paint paints it, with @data, which is taken over and freed by @free_data
 * (nullable), in any thread. NULL for nothing. The last picture is shown until there is
 * another. */
void sb_painted_layer_set_painter (SbPaintedLayer *self,
                                   SbPaintFunc paint,
                                   gpointer data,
                                   GDestroyNotify free_data);

/* What the widget shows now, in its own coordinates; its scale is 0 before it is shown. */
SbMapFrame sb_painted_layer_get_view (SbPaintedLayer *self);

G_END_DECLS
