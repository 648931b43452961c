/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-overlay-layer.h"

typedef struct
{
  GPtrArray *overlays; /* (owned) (element-type SbOverlay) (nullable elements) */
  SbBasemapStyle style;
} Scene;

static void
scene_free (gpointer data)
{
  Scene *scene = data;

  g_ptr_array_unref (scene->overlays);
  g_free (scene);
}

/* Run in the worker of the layer. */
static void
paint (cairo_t *cr,
       const SbMapFrame *frame,
       gpointer data)
{
  const Scene *scene = data;

  for (guint i = 0; i < scene->overlays->len; i++)
    {
      SbOverlay *overlay = g_ptr_array_index (scene->overlays, i);

      if (overlay != NULL)
        sb_overlay_draw (overlay, cr, frame, scene->style, i);
    }
}

void
sb_overlay_layer_show (SbPaintedLayer *layer,
                       GPtrArray *overlays,
                       SbBasemapStyle style)
{
  Scene *scene;
  guint n_shown = 0;

  g_return_if_fail (SB_IS_PAINTED_LAYER (layer));

  for (guint i = 0; overlays != NULL && i < overlays->len; i++)
    n_shown += g_ptr_array_index (overlays, i) != NULL ? 1 : 0;

  if (n_shown > 0)
    {
      scene = g_new0 (Scene, 1);
      scene->overlays = g_ptr_array_ref (overlays);
      scene->style = style;
      sb_painted_layer_set_painter (layer, paint, scene, scene_free);
    }
  else
    sb_painted_layer_set_painter (layer, NULL, NULL, NULL);
}
