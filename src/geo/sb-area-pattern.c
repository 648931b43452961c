/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-area-pattern-private.h"

#include <math.h>

#define HEX(value)                                                     \
  {                                                                    \
    (((value) >> 16) & 0xff) / 255.0, (((value) >> 8) & 0xff) / 255.0, \
      ((value) &0xff) / 255.0                                          \
  }

/* Logical pixels: of the small symbols, and from one to the next. */
#define MARK_SIZE   4.6
#define DENSE_STEP  15.0
#define SPARSE_STEP 27.0
#define SPARSE_SIZE 6.4
#define BAND_STEP   18.0

/* Logical pixels between two lines of what is under a restriction. */
#define RESTRICTION_STEP 14.0

/* Opacity of the ground and of the symbols in it, for each style. */
static const double grounds[SB_N_BASEMAP_STYLES] = { 0.20, 0.26, 0.14 };
static const double bands[SB_N_BASEMAP_STYLES] = { 0.40, 0.46, 0.30 };
static const double marks[SB_N_BASEMAP_STYLES] = { 0.55, 0.60, 0.70 };

static const SbSymbolColour inks[SB_N_BASEMAP_STYLES] = {
  [SB_BASEMAP_STYLE_LIGHT] = HEX (0x1e2a33),
  [SB_BASEMAP_STYLE_DARK] = HEX (0xf4efe4),
  [SB_BASEMAP_STYLE_PRINT] = HEX (0x0a0c0f),
};

static const SbSymbolColour papers[SB_N_BASEMAP_STYLES] = {
  [SB_BASEMAP_STYLE_LIGHT] = HEX (0xffffff),
  [SB_BASEMAP_STYLE_DARK] = HEX (0x14191d),
  [SB_BASEMAP_STYLE_PRINT] = HEX (0xffffff),
};

/* As the zones are called; they differ from the colours of all families by
 * their purity, and by how they are drawn. */
static const SbSymbolColour zones[SB_N_AREA_ZONES][SB_N_BASEMAP_STYLES] = {
  [SB_AREA_ZONE_GREEN] = { HEX (0x1f8f4e), HEX (0x57c785), HEX (0x1f7f46) },
  [SB_AREA_ZONE_YELLOW] = { HEX (0xc9a400), HEX (0xf2d64b), HEX (0xa58700) },
  [SB_AREA_ZONE_ORANGE] = { HEX (0xe0701a), HEX (0xff9a4d), HEX (0xc65c0c) },
  [SB_AREA_ZONE_RED] = { HEX (0xd1182b), HEX (0xff5f6d), HEX (0xb30f20) },
};

/* Logical pixels between two lines of a zone: the stronger, the closer. */
static const double zone_steps[SB_N_AREA_ZONES] = { 0, 44, 30, 20, 12 };

static void
append_polygon (cairo_t *cr,
                double x,
                double y,
                double radius,
                guint n_corners,
                double turn)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < n_corners; i++)
    {
      double angle = turn + 2 * G_PI * i / n_corners;

      cairo_line_to (cr, x + radius * sin (angle), y - radius * cos (angle));
    }
  cairo_close_path (cr);
}

/* The same shapes as in sb-symbol.c, in little: outlines alone. */
static void
append_mark (cairo_t *cr,
             SbActorFamily family,
             double x,
             double y,
             double size)
{
  double radius = size / 2;

  switch (family)
    {
    case SB_ACTOR_FAMILY_STATE_FORCE:
      cairo_rectangle (cr, x - radius * 0.85, y - radius * 0.85, size * 0.85, size * 0.85);
      break;

    case SB_ACTOR_FAMILY_JIHADIST:
      append_polygon (cr, x, y + radius * 0.15, radius * 1.2, 3, 0);
      break;

    case SB_ACTOR_FAMILY_SEPARATIST:
      append_polygon (cr, x, y, radius * 1.15, 4, 0);
      break;

    case SB_ACTOR_FAMILY_MILITIA:
      append_polygon (cr, x, y, radius * 1.1, 5, 0);
      break;

    case SB_ACTOR_FAMILY_FOREIGN_FORCE:
      append_polygon (cr, x, y, radius * 1.05, 6, G_PI / 6);
      break;

    case SB_ACTOR_FAMILY_ORGANISATION:
    default:
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      break;
    }
}

/* The first place of a row of steps from @anchor on that is not before @from. */
static double
first_step (double from,
            double anchor,
            double step)
{
  return anchor + ceil ((from - anchor) / step) * step;
}

/* Rows of marks, every other one moved by half a step. */
static void
append_marks (cairo_t *cr,
              const SbAreaPattern *self,
              double size,
              double step)
{
  double row = step * 0.87;

  for (double y = first_step (self->rect.y - size, self->anchor.y, row); y < self->rect.y + self->rect.height + size; y += row)
    {
      gboolean is_odd = fmod (fabs (round ((y - self->anchor.y) / row)), 2) == 1;
      double anchor = self->anchor.x + (is_odd ? step / 2 : 0);

      for (double x = first_step (self->rect.x - size, anchor, step); x < self->rect.x + self->rect.width + size; x += step)
        append_mark (cr, self->family, x, y, size);
    }
}

void
_sb_area_pattern_fill (cairo_t *cr,
                       const SbAreaPattern *self,
                       SbAreaPatternWay way)
{
  SbSymbolColour colour = sb_symbol_get_actor_colour (self->family, self->style);
  double ground = way == SB_AREA_PATTERN_BAND ? bands[self->style] : way == SB_AREA_PATTERN_DENSE ? grounds[self->style]
                                                                                                  : 0;
  double step = way == SB_AREA_PATTERN_BAND ? BAND_STEP : way == SB_AREA_PATTERN_DENSE ? DENSE_STEP
                                                                                       : SPARSE_STEP;
  double size = way == SB_AREA_PATTERN_SPARSE ? SPARSE_SIZE : MARK_SIZE;

  cairo_save (cr);
  if (ground > 0)
    {
      cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, ground * self->strength);
      cairo_paint (cr);
    }
  cairo_new_path (cr);
  append_marks (cr, self, size * self->unit, step * self->unit);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, marks[self->style] * self->strength);
  cairo_fill (cr);
  cairo_restore (cr);
}

/* Diagonals are counted where they cross the line through the anchor: the first
 * and the last that touch the rectangle. */
static void
get_diagonals (const SbAreaBands *self,
               int *first,
               int *last)
{
  double step = self->width * G_SQRT2;
  double low = (self->rect.x - self->anchor.x) + (self->rect.y - self->anchor.y);
  double high = low + self->rect.width + self->rect.height;

  *first = (int) floor (low / step) - 1;
  *last = (int) ceil (high / step) + 1;
}

/* From the bottom to the top of the rectangle along x + y = sum. */
static void
append_diagonal (cairo_t *cr,
                 const SbAreaBands *self,
                 double sum,
                 gboolean is_back)
{
  double top = self->rect.y;
  double bottom = self->rect.y + self->rect.height;
  double at = self->anchor.x + self->anchor.y + sum;

  if (is_back)
    {
      cairo_line_to (cr, at - top, top);
      cairo_line_to (cr, at - bottom, bottom);
      return;
    }
  cairo_line_to (cr, at - bottom, bottom);
  cairo_line_to (cr, at - top, top);
}

void
_sb_area_bands_append (cairo_t *cr,
                       const SbAreaBands *self,
                       guint turn)
{
  double step = self->width * G_SQRT2;
  int first;
  int last;

  cairo_new_path (cr);
  if (self->width <= 0)
    {
      double width = self->rect.width / self->n_turns;

      cairo_rectangle (cr, self->rect.x + turn * width, self->rect.y, width, self->rect.height);
      return;
    }

  get_diagonals (self, &first, &last);
  for (int i = first; i <= last; i++)
    {
      if (((i % (int) self->n_turns) + (int) self->n_turns) % (int) self->n_turns != (int) turn)
        continue;

      cairo_new_sub_path (cr);
      append_diagonal (cr, self, i * step, FALSE);
      append_diagonal (cr, self, (i + 1) * step, TRUE);
      cairo_close_path (cr);
    }
}

void
_sb_area_bands_append_edges (cairo_t *cr,
                             const SbAreaBands *self)
{
  double step = self->width * G_SQRT2;
  int first;
  int last;

  cairo_new_path (cr);
  if (self->width <= 0)
    {
      for (guint i = 1; i < self->n_turns; i++)
        {
          double x = self->rect.x + i * self->rect.width / self->n_turns;

          cairo_move_to (cr, x, self->rect.y);
          cairo_line_to (cr, x, self->rect.y + self->rect.height);
        }
      return;
    }

  get_diagonals (self, &first, &last);
  for (int i = first; i <= last; i++)
    {
      cairo_new_sub_path (cr);
      append_diagonal (cr, self, i * step, FALSE);
    }
}

void
_sb_area_zone_append_lines (cairo_t *cr,
                            SbAreaZone zone,
                            const SbRect *rect,
                            SbPoint anchor,
                            double unit)
{
  double step = zone_steps[zone] * unit;
  double at = anchor.y - anchor.x;
  double low = rect->y - rect->x - rect->width - at;
  double high = rect->y + rect->height - rect->x - at;

  cairo_new_path (cr);
  if (zone == SB_AREA_ZONE_NONE)
    return;

  /* The other way than the bands of those who contest: along y - x. */
  for (double difference = floor (low / step) * step; difference <= high; difference += step)
    {
      cairo_move_to (cr, rect->x, at + difference + rect->x);
      cairo_line_to (cr, rect->x + rect->width, at + difference + rect->x + rect->width);
    }
}

void
_sb_area_restriction_append_lines (cairo_t *cr,
                                   const SbRect *rect,
                                   SbPoint anchor,
                                   double unit)
{
  double step = RESTRICTION_STEP * unit;

  cairo_new_path (cr);
  for (double y = first_step (rect->y, anchor.y, step); y < rect->y + rect->height; y += step)
    {
      cairo_move_to (cr, rect->x, y);
      cairo_line_to (cr, rect->x + rect->width, y);
    }
}

SbSymbolColour
_sb_area_zone_get_colour (SbAreaZone zone,
                          SbBasemapStyle style)
{
  return zones[zone][style];
}

SbSymbolColour
_sb_area_pattern_get_ink (SbBasemapStyle style)
{
  return inks[style];
}

SbSymbolColour
_sb_area_pattern_get_paper (SbBasemapStyle style)
{
  return papers[style];
}
