/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-tone.h"

/* Dashes in logical pixels. */
static const struct
{
  guint32 light;
  guint32 dark;
  double dashes[4];
  int n_dashes;
} tones[SB_N_OVERLAY_TONES] = {
  { 0x7a3b8f, 0xc79ad8, { 0 }, 0 },
  { 0x00707a, 0x63c4cc, { 8, 3 }, 2 },
  { 0xa3195b, 0xf08bb8, { 2, 3 }, 2 },
  { 0x3d5a00, 0xa9c96a, { 8, 3, 2, 3 }, 4 },
  { 0x8a4b00, 0xe0a45c, { 4, 2 }, 2 },
  { 0x2a3f9d, 0x97a8f0, { 12, 4 }, 2 },
};

void
_sb_tone_set_colour (cairo_t *cr,
                     SbBasemapStyle style,
                     guint tone,
                     double opacity)
{
  guint number = tone % SB_N_OVERLAY_TONES;
  guint32 colour = style == SB_BASEMAP_STYLE_DARK ? tones[number].dark : tones[number].light;

  cairo_set_source_rgba (cr, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0, (colour & 255) / 255.0, opacity);
}

void
_sb_tone_set_dashes (cairo_t *cr,
                     guint tone,
                     double unit)
{
  guint number = tone % SB_N_OVERLAY_TONES;
  double dashes[4];

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    dashes[i] = tones[number].dashes[i] * unit;
  cairo_set_dash (cr, dashes, tones[number].n_dashes, 0);
}
