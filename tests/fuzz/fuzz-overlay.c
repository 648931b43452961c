/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-fuzz"

#include "config.h"

#include "sb-overlay-reader.h"

#define SIDE 64

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

/* Any bytes give an overlay or an error, and any overlay can be drawn. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbOverlay) overlay = sb_overlay_read (bytes, &error);
  /* From so far away that no name is drawn: fonts keep memory, which the leak checker
   * would take for ours. */
  const SbBounds bounds = { -180, -80, 180, 80 };
  const SbRect rect = { 0, 0, SIDE, SIDE };
  SbMapFrame frame;
  cairo_surface_t *surface;
  cairo_t *cr;

  g_assert_true ((overlay == NULL) == (error != NULL));
  if (overlay == NULL)
    return 0;

  frame = sb_map_frame_new (&bounds, &rect, 1);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cr = cairo_create (surface);
  sb_overlay_draw (overlay, cr, &frame, SB_BASEMAP_STYLE_LIGHT, 0);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return 0;
}
