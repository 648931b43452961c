/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <cairo.h>

#include "sb-basemap-style.h"
#include "sb-language.h"
#include "sb-map-area.h"

G_BEGIN_DECLS

/* Draws areas over a map, on screen and on paper alike. Each family of actors has
 * its colour and its symbol (sb-symbol.h), and no area is told by colour alone:
 *
 * - who controls it: a pale ground in the colour of the family with small symbols
 *   of it close together, and a line around a region;
 * - who contests it: bands from one corner to the other, in turn of each of those
 *   who have it or contest it, or of nobody;
 * - who has influence: symbols far apart, no ground and no line;
 * - versions that exclude each other: wide bands, in each of which one version is
 *   drawn, with a line between; a disc is split down its middle;
 * - what only possibly holds: half as strong, and a broken line;
 * - a restriction that lies on all of it: level lines, and a broken line around a
 *   region, in the colour of roads that are cut;
 * - zones of travel advice: a line around, single diagonal lines that lie closer
 *   the stronger the advice, and a letter in a disc.
 *
 * Pure drawing: any thread, each on its own cairo_t. As vectors where the surface
 * keeps them. */

/* Draws the @areas (element-type SbMapArea) that lie in the rectangle of @frame,
 * the widest first, with an opacity of 0 to 1. The letters of zones are those of
 * @language. The state of @cr is left as it was. */
void sb_area_painter_draw (cairo_t *cr,
                           const SbMapFrame *frame,
                           GPtrArray *areas,
                           SbBasemapStyle style,
                           SbLanguage language,
                           double opacity);

/* The outline of @area alone, strong: of the one that is chosen. */
void sb_area_painter_draw_focus (cairo_t *cr,
                                 const SbMapFrame *frame,
                                 const SbArea *area,
                                 SbBasemapStyle style);

/* What is drawn in an area, in @rect: for a legend. Its shape and place do not
 * matter. @unit: user units in a logical pixel. */
void sb_area_painter_draw_sample (cairo_t *cr,
                                  const SbRect *rect,
                                  double unit,
                                  const SbArea *area,
                                  SbBasemapStyle style,
                                  SbLanguage language);

/* The letter of a zone: R, O, J or V in French; R, O, Y or G in English. */
const char *sb_area_zone_get_letter (SbAreaZone zone,
                                     SbLanguage language);

G_END_DECLS
