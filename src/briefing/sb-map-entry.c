/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-map-contents.h"

#include "sb-area-painter.h"
#include "sb-map-figure-private.h"
#include "sb-symbol.h"

/* The samples of a legend, on screen and on paper. Logical pixels. */
#define SYMBOL_SIZE   12.5
#define SMALL_SYMBOL  9.0
#define EXTENT_RADIUS 8.0
#define ROAD_MARGIN   1.0

/* A symbol of events; the ring around what is vague is as large as the others are. */
static void
draw_event (const SbMapEntry *self,
            cairo_t *cr,
            SbPoint at,
            const SbMapLegendLook *look)
{
  double size = SYMBOL_SIZE * look->unit * ((self->flags & SB_SYMBOL_VAGUE) != 0 ? 0.75 : 1);

  if (self->is_light)
    cairo_push_group (cr);
  sb_symbol_draw_event (cr, (SbEventType) self->value, at.x, at.y, size, look->style, (SbSymbolFlags) self->flags);
  if (self->is_light)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, SB_EVENT_LOOK_LIGHT);
    }
}

static void
draw_sizes (cairo_t *cr,
            SbPoint at,
            const SbMapLegendLook *look)
{
  static const struct
  {
    double offset;
    double size;
  } symbols[] = { { -6, 7 }, { 3, SYMBOL_SIZE } };

  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    sb_symbol_draw_event (cr, SB_EVENT_TYPE_BATTLE, at.x + symbols[i].offset * look->unit, at.y, symbols[i].size * look->unit, look->style,
                          SB_SYMBOL_DEFAULT);
}

static void
draw_extent (const SbMapEntry *self,
             cairo_t *cr,
             SbPoint at,
             const SbMapLegendLook *look)
{
  sb_symbol_draw_extent (cr, SB_EVENT_TYPE_BATTLE, (SbPlacePrecision) self->value, at.x, at.y, EXTENT_RADIUS * look->unit, look->style);
  sb_symbol_draw_event (cr, SB_EVENT_TYPE_BATTLE, at.x, at.y, SMALL_SYMBOL * look->unit, look->style,
                        self->value >= SB_PLACE_PRECISION_REGION ? SB_SYMBOL_VAGUE : SB_SYMBOL_DEFAULT);
}

static void
trace_line (cairo_t *cr,
            const SbRect *rect,
            double margin)
{
  cairo_new_path (cr);
  cairo_move_to (cr, rect->x + margin, rect->y + rect->height / 2);
  cairo_line_to (cr, rect->x + rect->width - margin, rect->y + rect->height / 2);
}

static SbMapWayFlags
get_way_flags (int part)
{
  switch (part)
    {
    case SB_MAP_WAY_HAS_SURE:
      return SB_MAP_WAY_SURE;

    case SB_MAP_WAY_HAS_CUT:
      return SB_MAP_WAY_CUT;

    default:
      return SB_MAP_WAY_DEFAULT;
    }
}

/* Narrower than on the map: a sample is short. */
static void
draw_way (const SbMapEntry *self,
          cairo_t *cr,
          const SbRect *rect,
          SbPoint at,
          const SbMapLegendLook *look)
{
  double unit = look->unit * 0.7;

  switch (self->value)
    {
    case SB_MAP_WAY_HAS_START:
      sb_map_way_draw_start (cr, at, unit, look->style);
      break;

    case SB_MAP_WAY_HAS_GOAL:
      sb_map_way_draw_goal (cr, at, unit, look->style);
      break;

    case SB_MAP_WAY_HAS_CUT_OFF:
      sb_map_way_draw_cut_off (cr, at, look->unit, look->style);
      break;

    default:
      trace_line (cr, rect, ROAD_MARGIN * look->unit);
      sb_map_way_stroke (cr, get_way_flags (self->value), unit, look->style);
    }
}

void
sb_map_entry_draw (const SbMapEntry *entry,
                   cairo_t *cr,
                   const SbRect *rect,
                   const SbMapLegendLook *look)
{
  SbPoint at;

  g_return_if_fail (entry != NULL && cr != NULL);
  g_return_if_fail (rect != NULL && look != NULL && look->unit > 0);

  at = (SbPoint) { rect->x + rect->width / 2, rect->y + rect->height / 2 };
  cairo_save (cr);
  switch (entry->kind)
    {
    case SB_MAP_ENTRY_EVENT:
      draw_event (entry, cr, at, look);
      break;

    case SB_MAP_ENTRY_COUNT:
      _sb_map_draw_count (cr, "5", at.x, at.y, look->unit, look->style);
      break;

    case SB_MAP_ENTRY_SIZES:
      draw_sizes (cr, at, look);
      break;

    case SB_MAP_ENTRY_EXTENT:
      draw_extent (entry, cr, at, look);
      break;

    case SB_MAP_ENTRY_ROAD:
      trace_line (cr, rect, 0);
      sb_road_stroke (cr, (SbRoadState) entry->value, (SbRoadStrokeFlags) entry->flags, look->road_width, look->style);
      break;

    case SB_MAP_ENTRY_RESTRICTION:
      sb_symbol_draw_restriction (cr, at.x, at.y, SYMBOL_SIZE * look->unit, look->style, (SbSymbolFlags) entry->flags);
      break;

    case SB_MAP_ENTRY_WAY:
      draw_way (entry, cr, rect, at, look);
      break;

    case SB_MAP_ENTRY_DRAWING:
      sb_drawings_paint_kind (cr, (SbDrawingKind) entry->value, entry->is_hollow ? SB_DRAWING_HOLLOW : SB_DRAWING_FULL, rect, look->unit, look->style);
      break;

    case SB_MAP_ENTRY_OVERLAY:
      cairo_translate (cr, rect->x, at.y);
      cairo_scale (cr, look->unit, look->unit);
      sb_drawings_paint_sample (cr, (guint) entry->value, 0, 0, rect->width / look->unit, look->style);
      break;

    case SB_MAP_ENTRY_AREA:
      sb_area_painter_draw_sample (cr, rect, look->unit, &entry->area, look->style, look->language);
      break;

    case SB_MAP_ENTRY_HEADING:
    default:
      break;
    }
  cairo_restore (cr);
}
