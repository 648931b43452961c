/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-symbol.h"

#include <math.h>

/* Shapes fill the square from -1 to 1; the size of a symbol is that of the
 * square. */

/* Of the half size: the casing that parts a symbol from the map, a line drawn
 * in a symbol, the ring of the selected one, and that of a vague place. */
#define CASING          0.22
#define INNER_LINE      0.26
#define SELECTED_RADIUS 1.45
#define VAGUE_RADIUS    1.5
#define VAGUE_SCALE     0.62

/* The question mark of what is denied, in half sizes of the symbol. */
#define DOUBT_SHIFT 0.86
#define DOUBT_SCALE 0.5

#define HEX(value)                                                     \
  {                                                                    \
    (((value) >> 16) & 0xff) / 255.0, (((value) >> 8) & 0xff) / 255.0, \
      ((value) &0xff) / 255.0                                          \
  }

/* Between the lines of a hatched area; user units. */
#define HATCH_SPACING 6.0

typedef struct
{
  double x;
  double y;
} Point;

typedef void (*ShapeFunc) (cairo_t *cr);

/* One symbol: its outline, what is cut out of it in the colour of the casing
 * (may be NULL), and its colour in each style. */
typedef struct
{
  ShapeFunc outline;
  ShapeFunc inner;
  SbSymbolColour colours[SB_N_BASEMAP_STYLES];
} Symbol;

static const SbSymbolColour casings[SB_N_BASEMAP_STYLES] = {
  [SB_BASEMAP_STYLE_LIGHT] = HEX (0xffffff),
  [SB_BASEMAP_STYLE_DARK] = HEX (0x14191d),
  [SB_BASEMAP_STYLE_PRINT] = HEX (0xffffff),
};

static const SbSymbolColour rings[SB_N_BASEMAP_STYLES] = {
  [SB_BASEMAP_STYLE_LIGHT] = HEX (0x1e2a33),
  [SB_BASEMAP_STYLE_DARK] = HEX (0xf4efe4),
  [SB_BASEMAP_STYLE_PRINT] = HEX (0x000000),
};

static const SbSymbolColour barriers[SB_N_BASEMAP_STYLES] = {
  [SB_BASEMAP_STYLE_LIGHT] = HEX (0x8e2f1f),
  [SB_BASEMAP_STYLE_DARK] = HEX (0xf08a6c),
  [SB_BASEMAP_STYLE_PRINT] = HEX (0x5e1e12),
};

static void
add_polygon (cairo_t *cr,
             const Point *points,
             guint n_points)
{
  for (guint i = 0; i < n_points; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  cairo_close_path (cr);
}

/* A regular polygon with a corner at the top. @radius makes the areas of the
 * shapes alike. */
static void
add_regular (cairo_t *cr,
             guint n_corners,
             double radius,
             double turn)
{
  for (guint i = 0; i < n_corners; i++)
    {
      double angle = turn - G_PI_2 + 2 * G_PI * i / n_corners;

      cairo_line_to (cr, radius * cos (angle), radius * sin (angle));
    }
  cairo_close_path (cr);
}

static void
add_disc (cairo_t *cr)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, 0.92, 0, 2 * G_PI);
}

/* Battles: crossed blades. */
static void
add_saltire (cairo_t *cr)
{
  static const Point points[] = {
    { -0.94, -0.52 },
    { -0.52, -0.94 },
    { 0, -0.42 },
    { 0.52, -0.94 },
    { 0.94, -0.52 },
    { 0.42, 0 },
    { 0.94, 0.52 },
    { 0.52, 0.94 },
    { 0, 0.42 },
    { -0.52, 0.94 },
    { -0.94, 0.52 },
    { -0.42, 0 }
  };

  add_polygon (cr, points, G_N_ELEMENTS (points));
}

/* Explosions and remote violence: a burst. */
static void
add_burst (cairo_t *cr)
{
  for (guint i = 0; i < 16; i++)
    {
      double angle = -G_PI_2 + G_PI * i / 8;
      double radius = i % 2 == 0 ? 1.08 : 0.52;

      cairo_line_to (cr, radius * cos (angle), radius * sin (angle));
    }
  cairo_close_path (cr);
}

/* Violence against civilians: a disc with a hole. */
static void
add_eye (cairo_t *cr)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, 0.36, 0, 2 * G_PI);
}

/* Protests: a flag. */
static void
add_flag (cairo_t *cr)
{
  static const Point points[] = {
    { -0.78, -1 },
    { 0.9, -0.72 },
    { 0.55, -0.3 },
    { 0.9, 0.12 },
    { -0.46, 0.12 },
    { -0.46, 1 },
    { -0.78, 1 }
  };

  add_polygon (cr, points, G_N_ELEMENTS (points));
}

/* Riots: a flame. */
static void
add_flame (cairo_t *cr)
{
  cairo_move_to (cr, 0.05, -1.05);
  cairo_curve_to (cr, 0.25, -0.55, 0.85, -0.3, 0.75, 0.35);
  cairo_curve_to (cr, 0.7, 0.8, 0.35, 1, 0, 1);
  cairo_curve_to (cr, -0.4, 1, -0.75, 0.75, -0.75, 0.3);
  cairo_curve_to (cr, -0.75, 0, -0.55, -0.2, -0.45, -0.5);
  cairo_curve_to (cr, -0.3, -0.35, -0.2, -0.25, -0.15, -0.1);
  cairo_curve_to (cr, 0.05, -0.4, 0.05, -0.7, 0.05, -1.05);
  cairo_close_path (cr);
}

/* Strategic developments: a frame. */
static void
add_square (cairo_t *cr)
{
  cairo_rectangle (cr, -0.82, -0.82, 1.64, 1.64);
}

static void
add_small_square (cairo_t *cr)
{
  cairo_rectangle (cr, -0.36, -0.36, 0.72, 0.72);
}

/* Politics and diplomacy: something said. */
static void
add_bubble (cairo_t *cr)
{
  static const Point points[] = {
    { -0.98, -0.82 },
    { 0.98, -0.82 },
    { 0.98, 0.42 },
    { 0.1, 0.42 },
    { -0.45, 1 },
    { -0.45, 0.42 },
    { -0.98, 0.42 }
  };

  add_polygon (cr, points, G_N_ELEMENTS (points));
}

static void
add_lines (cairo_t *cr)
{
  cairo_rectangle (cr, -0.62, -0.5, 1.24, INNER_LINE * 0.7);
  cairo_rectangle (cr, -0.62, -0.1, 0.8, INNER_LINE * 0.7);
}

/* Restrictions: no entry. */
static void
add_bar (cairo_t *cr)
{
  cairo_rectangle (cr, -0.58, -INNER_LINE / 2 - 0.04, 1.16, INNER_LINE + 0.08);
}

static void
add_triangle (cairo_t *cr)
{
  static const Point points[] = { { 0, -1 }, { 1.02, 0.84 }, { -1.02, 0.84 } };

  add_polygon (cr, points, G_N_ELEMENTS (points));
}

static void
add_diamond (cairo_t *cr)
{
  add_regular (cr, 4, 1.12, 0);
}

static void
add_pentagon (cairo_t *cr)
{
  add_regular (cr, 5, 1.03, 0);
}

static void
add_hexagon (cairo_t *cr)
{
  add_regular (cr, 6, 1, G_PI / 6);
}

static const Symbol event_symbols[] = {
  [SB_EVENT_TYPE_BATTLE] = { add_saltire, NULL, { HEX (0x8e2f1f), HEX (0xf08a6c), HEX (0x1a0d09) } },
  [SB_EVENT_TYPE_EXPLOSION] = { add_burst, NULL, { HEX (0xb5532a), HEX (0xf2a97e), HEX (0x7a2f12) } },
  [SB_EVENT_TYPE_VIOLENCE_AGAINST_CIVILIANS] = { add_disc, add_eye, { HEX (0x1e2a33), HEX (0xdfe6ea), HEX (0x10161b) } },
  [SB_EVENT_TYPE_PROTEST] = { add_flag, NULL, { HEX (0x6b7f3a), HEX (0xb9cc85), HEX (0x4e5f24) } },
  [SB_EVENT_TYPE_RIOT] = { add_flame, NULL, { HEX (0xa8700f), HEX (0xe5b45a), HEX (0x7d520a) } },
  [SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT] = { add_square, add_small_square, { HEX (0x2f6f8f), HEX (0x84bcd6), HEX (0x1f5470) } },
  [SB_EVENT_TYPE_POLITICS] = { add_bubble, add_lines, { HEX (0x5f666b), HEX (0xaeb5ba), HEX (0x55595c) } },
};

static const Symbol actor_symbols[] = {
  [SB_ACTOR_FAMILY_STATE_FORCE] = { add_square, NULL, { HEX (0x2f6f8f), HEX (0x84bcd6), HEX (0x2f6f8f) } },
  [SB_ACTOR_FAMILY_JIHADIST] = { add_triangle, NULL, { HEX (0x1e2a33), HEX (0xdfe6ea), HEX (0x10161b) } },
  [SB_ACTOR_FAMILY_SEPARATIST] = { add_diamond, NULL, { HEX (0xc98a1b), HEX (0xe5b45a), HEX (0xb57a12) } },
  [SB_ACTOR_FAMILY_MILITIA] = { add_pentagon, NULL, { HEX (0x6e5a8c), HEX (0xb8a6d6), HEX (0x5a4877) } },
  [SB_ACTOR_FAMILY_FOREIGN_FORCE] = { add_hexagon, NULL, { HEX (0x9c3f31), HEX (0xec9482), HEX (0x7d2d21) } },
  [SB_ACTOR_FAMILY_ORGANISATION] = { add_disc, NULL, { HEX (0x6d7276), HEX (0xb4babe), HEX (0x6d7276) } },
};

static const Symbol restriction_symbol = {
  add_disc,
  add_bar,
  { HEX (0x8e2f1f), HEX (0xf08a6c), HEX (0x5e1e12) }
};

static const Symbol unknown_symbol = {
  add_disc,
  NULL,
  { HEX (0x6d7276), HEX (0xb4babe), HEX (0x6d7276) }
};

static const Symbol *
find_symbol (const Symbol *symbols,
             guint n_symbols,
             int value)
{
  return value >= 0 && (guint) value < n_symbols ? &symbols[value] : &unknown_symbol;
}

static void
set_colour (cairo_t *cr,
            const SbSymbolColour *colour)
{
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

/* The ring of a selected symbol, or the broken one of a vague place. */
static void
draw_ring (cairo_t *cr,
           double radius,
           const SbSymbolColour *colour,
           gboolean broken)
{
  double dashes[] = { 0.42, 0.3 };

  cairo_new_path (cr);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  if (broken)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, 0.2);
  set_colour (cr, colour);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_body (cairo_t *cr,
           const Symbol *symbol,
           SbBasemapStyle style,
           gboolean hollow)
{
  cairo_new_path (cr);
  symbol->outline (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2 * CASING + (hollow ? 0.3 : 0));
  set_colour (cr, &casings[style]);
  cairo_stroke_preserve (cr);

  if (hollow)
    {
      cairo_fill_preserve (cr);
      cairo_set_line_width (cr, 0.3);
      set_colour (cr, &symbol->colours[style]);
      cairo_stroke (cr);
      return;
    }

  set_colour (cr, &symbol->colours[style]);
  cairo_fill (cr);
  if (symbol->inner == NULL)
    return;

  symbol->inner (cr);
  set_colour (cr, &casings[style]);
  cairo_fill (cr);
}

/* A question mark in a disc, at the upper right: as lines, which need no font. */
static void
draw_doubt (cairo_t *cr,
            SbBasemapStyle style)
{
  cairo_save (cr);
  cairo_translate (cr, DOUBT_SHIFT, -DOUBT_SHIFT);
  cairo_scale (cr, DOUBT_SCALE, DOUBT_SCALE);
  cairo_new_path (cr);
  cairo_arc (cr, 0, 0, 1.25, 0, 2 * G_PI);
  set_colour (cr, &casings[style]);
  cairo_fill_preserve (cr);
  set_colour (cr, &barriers[style]);
  cairo_set_line_width (cr, 0.2);
  cairo_stroke (cr);

  cairo_set_line_width (cr, 0.36);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_arc (cr, 0, -0.34, 0.42, -G_PI, G_PI / 4);
  cairo_line_to (cr, 0, 0.3);
  cairo_stroke (cr);
  cairo_arc (cr, 0, 0.76, 0.22, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_symbol (cairo_t *cr,
             const Symbol *symbol,
             double x,
             double y,
             double size,
             SbBasemapStyle style,
             SbSymbolFlags flags)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / 2, size / 2);

  if ((flags & SB_SYMBOL_SELECTED) != 0)
    draw_ring (cr, SELECTED_RADIUS, &rings[style], FALSE);
  if ((flags & SB_SYMBOL_VAGUE) != 0)
    {
      draw_ring (cr, VAGUE_RADIUS * (flags & SB_SYMBOL_SELECTED ? 0.8 : 1), &symbol->colours[style], TRUE);
      cairo_scale (cr, VAGUE_SCALE, VAGUE_SCALE);
    }

  draw_body (cr, symbol, style, (flags & SB_SYMBOL_UNSOURCED) != 0);
  if ((flags & SB_SYMBOL_DENIED) != 0)
    draw_doubt (cr, style);
  cairo_restore (cr);
  cairo_new_path (cr);
}

void
sb_symbol_draw_event (cairo_t *cr,
                      SbEventType type,
                      double x,
                      double y,
                      double size,
                      SbBasemapStyle style,
                      SbSymbolFlags flags)
{
  g_return_if_fail (cr != NULL && style < SB_N_BASEMAP_STYLES);

  draw_symbol (cr, find_symbol (event_symbols, G_N_ELEMENTS (event_symbols), (int) type),
               x, y, size, style, flags);
}

/* Lines from below left to above right across the disc of radius @radius. */
static void
stroke_hatching (cairo_t *cr,
                 double radius)
{
  cairo_save (cr);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  cairo_clip (cr);
  for (double offset = -2 * radius; offset <= 2 * radius; offset += HATCH_SPACING)
    {
      cairo_move_to (cr, offset - radius, radius);
      cairo_line_to (cr, offset + radius, -radius);
    }
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
sb_symbol_draw_extent (cairo_t *cr,
                       SbEventType type,
                       SbPlacePrecision precision,
                       double x,
                       double y,
                       double radius,
                       SbBasemapStyle style)
{
  const double dashes[] = { 5, 4 };
  SbSymbolColour colour;

  g_return_if_fail (cr != NULL && style < SB_N_BASEMAP_STYLES);

  if (precision == SB_PLACE_PRECISION_EXACT)
    return;

  colour = sb_symbol_get_event_colour (type, style);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_new_path (cr);
  if (precision >= SB_PLACE_PRECISION_REGION)
    {
      cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, 0.4);
      stroke_hatching (cr, radius);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
    }
  else
    {
      cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, 0.2);
      cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
      cairo_fill (cr);
    }

  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, 0.6);
  cairo_arc (cr, 0, 0, radius - 0.5, 0, 2 * G_PI);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
sb_symbol_draw_actor (cairo_t *cr,
                      SbActorFamily family,
                      double x,
                      double y,
                      double size,
                      SbBasemapStyle style,
                      SbSymbolFlags flags)
{
  g_return_if_fail (cr != NULL && style < SB_N_BASEMAP_STYLES);

  draw_symbol (cr, find_symbol (actor_symbols, G_N_ELEMENTS (actor_symbols), (int) family),
               x, y, size, style, flags);
}

void
sb_symbol_draw_restriction (cairo_t *cr,
                            double x,
                            double y,
                            double size,
                            SbBasemapStyle style,
                            SbSymbolFlags flags)
{
  g_return_if_fail (cr != NULL && style < SB_N_BASEMAP_STYLES);

  draw_symbol (cr, &restriction_symbol, x, y, size, style, flags);
}

/* The line of a road that is closed; dashes wider than the road are bars across it. */
static void
stroke_closed (cairo_t *cr,
               double width,
               SbBasemapStyle style,
               gboolean is_hollow)
{
  double bars[] = { width * 0.6, width * 2.4 };

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);

  cairo_set_line_width (cr, width * (is_hollow ? 3.0 : 2.2));
  set_colour (cr, &casings[style]);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, width * (is_hollow ? 2.0 : 1));
  set_colour (cr, &barriers[style]);
  cairo_stroke_preserve (cr);
  if (is_hollow)
    {
      cairo_set_line_width (cr, width * 1.1);
      set_colour (cr, &casings[style]);
      cairo_stroke_preserve (cr);
      bars[1] = width * 4.4;
      set_colour (cr, &barriers[style]);
    }

  cairo_set_dash (cr, bars, G_N_ELEMENTS (bars), -width);
  cairo_set_line_width (cr, width * (is_hollow ? 4.2 : 3.6));
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
sb_symbol_stroke_cut (cairo_t *cr,
                      double width,
                      SbBasemapStyle style)
{
  g_return_if_fail (cr != NULL && style < SB_N_BASEMAP_STYLES);

  stroke_closed (cr, width, style, FALSE);
}

void
sb_symbol_stroke_denied_cut (cairo_t *cr,
                             double width,
                             SbBasemapStyle style)
{
  g_return_if_fail (cr != NULL && style < SB_N_BASEMAP_STYLES);

  stroke_closed (cr, width, style, TRUE);
}

SbSymbolColour
sb_symbol_get_event_colour (SbEventType type,
                            SbBasemapStyle style)
{
  g_return_val_if_fail (style < SB_N_BASEMAP_STYLES, rings[0]);

  return find_symbol (event_symbols, G_N_ELEMENTS (event_symbols), (int) type)->colours[style];
}

SbSymbolColour
sb_symbol_get_actor_colour (SbActorFamily family,
                            SbBasemapStyle style)
{
  g_return_val_if_fail (style < SB_N_BASEMAP_STYLES, rings[0]);

  return find_symbol (actor_symbols, G_N_ELEMENTS (actor_symbols), (int) family)->colours[style];
}

SbSymbolColour
sb_symbol_get_casing_colour (SbBasemapStyle style)
{
  g_return_val_if_fail (style < SB_N_BASEMAP_STYLES, casings[0]);

  return casings[style];
}

SbSymbolColour
sb_symbol_get_restriction_colour (SbBasemapStyle style)
{
  g_return_val_if_fail (style < SB_N_BASEMAP_STYLES, rings[0]);

  return restriction_symbol.colours[style];
}

double
sb_symbol_get_reach (SbSymbolFlags flags)
{
  if ((flags & (SB_SYMBOL_SELECTED | SB_SYMBOL_VAGUE)) != 0)
    return (VAGUE_RADIUS + 0.1) / 2;
  if ((flags & SB_SYMBOL_DENIED) != 0)
    return (DOUBT_SHIFT + 1.35 * DOUBT_SCALE) / 2;

  return (1.12 + CASING + 0.15) / 2;
}
