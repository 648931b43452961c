/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-map-sheet.h"

#include "sb-date-format.h"
#include "sb-map-figure-private.h"
#include "sb-picture-private.h"
#include "sb-translate.h"

#include <math.h>
#include <pango/pangocairo.h>

/* In points. */
#define MARGIN         24.0
#define TITLE_SIZE     13.0
#define TITLE_GAP      10.0
#define LEGEND_WIDTH   96.0
#define LEGEND_GUTTER  14.0
#define CAPTION_SIZE   8.5
#define CAPTION_HEIGHT 14.0
#define MAP_GUTTER     10.0

struct _SbMapSheet
{
  SbBasemapPainter *painter; /* (owned) */
  SbLanguage language;
  char *title; /* (owned) (nullable) */
  SbBounds bounds; /* empty for what there is to show */
  GPtrArray *figures; /* (owned) (element-type SbMapFigure) */
};

SbMapSheet *
sb_map_sheet_new (SbBasemapPainter *painter,
                  SbLanguage language,
                  const char *title)
{
  SbMapSheet *self;

  g_return_val_if_fail (painter != NULL, NULL);

  self = g_new0 (SbMapSheet, 1);
  self->painter = sb_basemap_painter_ref (painter);
  self->language = language;
  self->title = title != NULL && *title != '\0' ? g_strdup (title) : NULL;
  self->bounds = sb_bounds_empty ();
  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) _sb_map_figure_free);
  return self;
}

void
sb_map_sheet_free (SbMapSheet *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->figures);
  sb_basemap_painter_unref (self->painter);
  g_free (self->title);
  g_free (self);
}

/* What all maps show: what was asked for, or else what any of them holds. */
static SbBounds
get_bounds (const SbMapSheet *self)
{
  SbBounds bounds = self->bounds;

  for (guint i = 0; i < self->figures->len && sb_bounds_is_empty (&self->bounds); i++)
    {
      const SbMapFigure *figure = g_ptr_array_index (self->figures, i);
      SbBounds own;

      if (_sb_map_figure_is_empty (figure))
        continue;
      own = _sb_map_figure_get_bounds (figure);
      bounds = sb_bounds_extend (&bounds, (SbPosition) { own.west, own.south });
      bounds = sb_bounds_extend (&bounds, (SbPosition) { own.east, own.north });
    }

  return sb_bounds_is_empty (&bounds) ? SB_BOUNDS_SAHEL : bounds;
}

void
sb_map_sheet_set_bounds (SbMapSheet *self,
                         const SbBounds *bounds)
{
  g_return_if_fail (self != NULL && bounds != NULL);

  self->bounds = *bounds;
}

gboolean
sb_map_sheet_add (SbMapSheet *self,
                  const SbBriefingInput *input)
{
  g_autofree char *day = NULL;
  g_autofree char *as_of = NULL;
  g_autoptr (SbMapFigure) figure = NULL;

  g_return_val_if_fail (self != NULL && input != NULL, FALSE);

  if (self->figures->len == SB_MAP_SHEET_MAX_MAPS)
    return FALSE;

  day = sb_day_format (sb_briefing_input_get_as_of (input), self->language, SB_DATE_STYLE_LONG);
  as_of = g_strdup_printf (sb_translate (self->language, "As of %s"), day);
  figure = _sb_map_figure_new (self->painter, self->language, as_of);
  _sb_map_figure_collect (figure, input);
  g_ptr_array_add (self->figures, g_steal_pointer (&figure));
  return TRUE;
}

static void
write_text (cairo_t *cr,
            const char *text,
            double x,
            double y,
            double size,
            double width)
{
  g_autoptr (PangoLayout) layout = _sb_map_text_new (cr, text, size, PANGO_WEIGHT_SEMIBOLD, width);

  cairo_set_source_rgb (cr, 0.08, 0.1, 0.13);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* In how many columns @n maps lie, so that each is as large as can be. */
static guint
choose_columns (guint n,
                double width,
                double height)
{
  guint best = 1;
  double largest = 0;

  for (guint columns = 1; columns <= n; columns++)
    {
      guint rows = (n + columns - 1) / columns;
      double side = MIN ((width - (columns - 1) * MAP_GUTTER) / columns, (height - (rows - 1) * MAP_GUTTER) / rows);

      if (side > largest)
        {
          largest = side;
          best = columns;
        }
    }

  return best;
}

/* Draws the maps into @area; returns what the legend must explain. */
static SbMapLegend
draw_maps (const SbMapSheet *self,
           cairo_t *cr,
           const SbRect *area)
{
  guint n = self->figures->len;
  guint columns = choose_columns (n, area->width, area->height);
  guint rows = (n + columns - 1) / columns;
  double caption = n > 1 ? CAPTION_HEIGHT : 0;
  double width = (area->width - (columns - 1) * MAP_GUTTER) / columns;
  double height = (area->height - (rows - 1) * MAP_GUTTER) / rows;
  SbBounds bounds = get_bounds (self);
  SbMapLegend legend = { { 0 } };

  for (guint i = 0; i < n; i++)
    {
      SbMapFigure *figure = g_ptr_array_index (self->figures, i);
      double x = area->x + i % columns * (width + MAP_GUTTER), y = area->y + i / columns * (height + MAP_GUTTER);
      const SbRect rect = { x, y + caption, width, height - caption };
      SbMapLegend own;

      if (n > 1)
        write_text (cr, figure->as_of, x, y, CAPTION_SIZE, width);
      own = _sb_map_figure_draw_map (figure, cr, &rect, &bounds);
      _sb_map_legend_join (&legend, &own);
      legend.attribution = own.attribution;
    }

  legend.as_of = n == 1 ? ((const SbMapFigure *) g_ptr_array_index (self->figures, 0))->as_of : "";
  legend.language = self->language;
  return legend;
}

void
sb_map_sheet_draw (const SbMapSheet *self,
                   cairo_t *cr,
                   double width,
                   double height)
{
  SbRect area = { MARGIN + LEGEND_WIDTH + LEGEND_GUTTER, MARGIN, 0, 0 };
  SbMapLegend legend;

  g_return_if_fail (self != NULL && cr != NULL);

  if (self->title != NULL)
    {
      write_text (cr, self->title, MARGIN, MARGIN, TITLE_SIZE, width - 2 * MARGIN);
      area.y += TITLE_SIZE * 1.2 + TITLE_GAP;
    }

  area.width = MAX (width - MARGIN - area.x, 1);
  area.height = MAX (height - MARGIN - area.y, 1);
  if (self->figures->len == 0)
    return;

  legend = draw_maps (self, cr, &area);
  cairo_save (cr);
  cairo_translate (cr, MARGIN, area.y);
  _sb_map_legend_draw (&legend, cr, LEGEND_WIDTH, area.height);
  cairo_restore (cr);
}

gboolean
sb_map_sheet_format_from_path (const char *path,
                               SbMapSheetFormat *format)
{
  static const char *const endings[] = { ".pdf", ".svg", ".png" };
  g_autofree char *lower = NULL;

  g_return_val_if_fail (path != NULL && format != NULL, FALSE);

  lower = g_ascii_strdown (path, -1);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *format = (SbMapSheetFormat) i;
        return TRUE;
      }

  return FALSE;
}

/* An #SbFigureFunc; @data is the sheet. */
static void
draw_sheet (cairo_t *cr,
            double width,
            double height,
            gpointer data)
{
  sb_map_sheet_draw (data, cr, width, height);
}

gboolean
sb_map_sheet_write (const SbMapSheet *self,
                    const char *path,
                    SbMapSheetFormat format,
                    const SbMapSheetSize *size,
                    GError **error)
{
  g_return_val_if_fail (self != NULL && path != NULL, FALSE);
  g_return_val_if_fail (size != NULL && size->width > 0 && size->height > 0 && size->density > 0, FALSE);

  return _sb_picture_write (draw_sheet, (gpointer) self, path, format, size, error);
}
