/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-map-sheet-private.h"

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
#define FRAME_LINE     0.6
#define LEGEND_WIDTH   96.0
#define LEGEND_GUTTER  14.0
#define PAIR_WIDTH     150.0 /* of a legend in two languages, */
#define PAIR_SHARE     0.36 /* but no more than this of a narrow page */
#define CAPTION_SIZE   8.5
#define CAPTION_HEIGHT 14.0
#define SUMMARY_SIZE   7.0
#define SUMMARY_HEIGHT 10.0 /* of a line, below a caption */
#define MAP_GUTTER     10.0

/* The least height, and the most width, of a legend in a cell of its own, and how far
 * it stands from the left of it. */
#define CELL_HEIGHT 150.0
#define CELL_WIDTH  300.0
#define CELL_INDENT 12.0

struct _SbMapSheet
{
  gatomicrefcount ref_count;
  SbBasemapPainter *painter; /* (owned) */
  SbLanguage language;
  char *title; /* (owned) (nullable) */
  SbBounds bounds; /* empty for what there is to show */
  gboolean is_around_roads;
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
  g_atomic_ref_count_init (&self->ref_count);
  self->painter = sb_basemap_painter_ref (painter);
  self->language = language;
  self->title = title != NULL && *title != '\0' ? g_strdup (title) : NULL;
  self->bounds = sb_bounds_empty ();
  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) _sb_map_figure_free);
  return self;
}

SbMapSheet *
sb_map_sheet_ref (SbMapSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sb_map_sheet_unref (SbMapSheet *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

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
      SbBounds own = self->is_around_roads ? _sb_map_figure_get_road_bounds (figure) : _sb_map_figure_get_bounds (figure);

      if (sb_bounds_is_empty (&own))
        continue;
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

void
sb_map_sheet_set_around_roads (SbMapSheet *self)
{
  g_return_if_fail (self != NULL);

  self->is_around_roads = TRUE;
}

gboolean
_sb_map_sheet_take (SbMapSheet *self,
                    SbMapFigure *figure)
{
  if (self->figures->len == SB_MAP_SHEET_MAX_MAPS)
    {
      _sb_map_figure_free (figure);
      return FALSE;
    }

  g_ptr_array_add (self->figures, figure);
  return TRUE;
}

gboolean
sb_map_sheet_add (SbMapSheet *self,
                  const SbBriefingInput *input,
                  SbMapLayers layers,
                  const SbMapScene *scene)
{
  g_autofree char *day = NULL;
  g_autofree char *as_of = NULL;
  g_autoptr (SbMapFigure) figure = NULL;

  g_return_val_if_fail (self != NULL && input != NULL, FALSE);

  day = sb_day_format (sb_briefing_input_get_as_of (input), self->language, SB_DATE_STYLE_LONG);
  as_of = g_strdup_printf (sb_translate (self->language, "As of %s"), day);
  figure = _sb_map_figure_new (self->painter, self->language, as_of);
  if (scene != NULL)
    _sb_map_figure_set_scene (figure, scene, layers);
  if (scene != NULL && (layers & SB_MAP_LAYER_EVENTS) != 0)
    _sb_map_figure_set_events (figure, input, scene);
  _sb_map_figure_collect (figure, input, layers);
  return _sb_map_sheet_take (self, g_steal_pointer (&figure));
}

gboolean
_sb_map_sheet_is_empty (const SbMapSheet *self)
{
  for (guint i = 0; i < self->figures->len; i++)
    if (!_sb_map_figure_is_empty (g_ptr_array_index (self->figures, i)))
      return FALSE;

  return TRUE;
}

char *
_sb_map_sheet_describe (const SbMapSheet *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->figures->len; i++)
    {
      g_autofree char *own = _sb_map_figure_describe (g_ptr_array_index (self->figures, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", own);
    }

  return g_string_free (text, FALSE);
}

static void
write_text (cairo_t *cr,
            const char *text,
            double x,
            double y,
            double size,
            PangoWeight weight,
            double width)
{
  g_autoptr (PangoLayout) layout = _sb_map_text_new (cr, text, size, weight, width);

  cairo_set_source_rgb (cr, 0.08, 0.1, 0.13);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* (nullable): what is said of the way on the map. */
static const char *
get_summary (const SbMapFigure *figure,
             SbLanguage language)
{
  return figure->way != NULL ? sb_map_way_get_summary (figure->way, language) : NULL;
}

/* Above each of several maps: its day, and a line on its way where one has one. */
static double
get_caption_height (const SbMapSheet *self)
{
  if (self->figures->len == 1)
    return 0;

  for (guint i = 0; i < self->figures->len; i++)
    if (get_summary (g_ptr_array_index (self->figures, i), self->language) != NULL)
      return CAPTION_HEIGHT + SUMMARY_HEIGHT;

  return CAPTION_HEIGHT;
}

/* Where the maps lie, and their legend. */
typedef struct
{
  guint n_columns;
  guint n_rows;
  SbRect maps;
  SbRect legend;
  double scale; /* how large the extent comes out, for comparing */
} Layout;

/* Of all ways to lay out @n maps in @room, the one in which they are largest. The
 * legend has a column of its own at the left, or is in the cell that is left over,
 * if there is one that is high enough. */
static Layout
choose_layout (guint n,
               double caption,
               const SbRect *room,
               const SbBounds *bounds,
               double legend_width)
{
  SbPoint top = sb_mercator_project ((SbPosition) { bounds->west, bounds->north });
  SbPoint foot = sb_mercator_project ((SbPosition) { bounds->east, bounds->south });
  Layout best = { .scale = -1 };

  for (guint columns = 1; columns <= n; columns++)
    for (guint has_cell = 0; has_cell < 2; has_cell++)
      {
        Layout layout = { columns, (n + columns - 1) / columns, *room, *room };
        double width;
        double height;

        if (has_cell && columns * layout.n_rows == n)
          continue;
        if (!has_cell)
          {
            layout.legend.width = legend_width;
            layout.maps.x += legend_width + LEGEND_GUTTER;
            layout.maps.width = MAX (layout.maps.width - legend_width - LEGEND_GUTTER, 1);
          }
        width = (layout.maps.width - (columns - 1) * MAP_GUTTER) / columns;
        height = (layout.maps.height - (layout.n_rows - 1) * MAP_GUTTER) / layout.n_rows;
        if (has_cell)
          layout.legend = (SbRect) { room->x + room->width - width + CELL_INDENT, room->y + room->height - height + caption,
                                     MIN (width - CELL_INDENT, CELL_WIDTH), height - caption };
        if (has_cell && (layout.legend.height < CELL_HEIGHT || layout.legend.width < legend_width))
          continue;

        layout.scale = MIN (width / (foot.x - top.x), (height - caption) / (foot.y - top.y));
        if (layout.scale > best.scale)
          best = layout;
      }

  return best;
}

/* The day of map @i; in both languages with @other (nullable). */
static char *
dup_caption (const SbMapSheet *self,
             const SbMapSheet *other,
             guint i)
{
  const char *own = ((const SbMapFigure *) g_ptr_array_index (self->figures, i))->as_of;

  if (other == NULL || i >= other->figures->len)
    return g_strdup (own);

  return g_strdup_printf ("%s · %s", own, ((const SbMapFigure *) g_ptr_array_index (other->figures, i))->as_of);
}

/* (nullable): what is said of the way on map @i, in both languages where @is_pair. */
static char *
dup_summary (const SbMapSheet *self,
             gboolean is_pair,
             guint i)
{
  const SbMapFigure *figure = g_ptr_array_index (self->figures, i);
  const char *own = get_summary (figure, self->language);
  const char *other = is_pair ? get_summary (figure, !self->language) : NULL;

  return own != NULL && other != NULL ? g_strdup_printf ("%s · %s", own, other) : g_strdup (own);
}

/* Draws the maps; returns what the legend must explain, in two languages with @other
 * (nullable). */
static SbPaperLegend
draw_maps (const SbMapSheet *self,
           const SbMapSheet *other,
           cairo_t *cr,
           const Layout *layout,
           const SbBounds *bounds)
{
  guint n = self->figures->len;
  double caption = get_caption_height (self);
  double width = (layout->maps.width - (layout->n_columns - 1) * MAP_GUTTER) / layout->n_columns;
  double height = (layout->maps.height - (layout->n_rows - 1) * MAP_GUTTER) / layout->n_rows;
  SbPaperLegend legend = { 0 };

  for (guint i = 0; i < n; i++)
    {
      SbMapFigure *figure = g_ptr_array_index (self->figures, i);
      double x = layout->maps.x + i % layout->n_columns * (width + MAP_GUTTER);
      double y = layout->maps.y + i / layout->n_columns * (height + MAP_GUTTER);
      const SbRect rect = { x, y + caption, width, height - caption };
      SbPaperLegend own;

      if (n > 1)
        {
          g_autofree char *caption_text = dup_caption (self, other, i);
          g_autofree char *summary = dup_summary (self, other != NULL, i);

          write_text (cr, caption_text, x, y, CAPTION_SIZE, PANGO_WEIGHT_SEMIBOLD, width);
          if (summary != NULL)
            write_text (cr, summary, x, y + CAPTION_HEIGHT - 2, SUMMARY_SIZE, PANGO_WEIGHT_NORMAL, width);
        }
      own = _sb_map_figure_draw_map (figure, cr, &rect, bounds);
      _sb_map_legend_join (&legend, &own);
      legend.attribution = own.attribution;
    }

  legend.summary = n == 1 ? get_summary (g_ptr_array_index (self->figures, 0), self->language) : NULL;
  legend.other_summary = n == 1 ? get_summary (g_ptr_array_index (self->figures, 0), !self->language) : NULL;
  legend.as_of = n == 1 ? ((const SbMapFigure *) g_ptr_array_index (self->figures, 0))->as_of : "";
  legend.language = self->language;
  legend.is_pair = other != NULL;
  legend.other_as_of = n == 1 && other != NULL && other->figures->len == 1 ? ((const SbMapFigure *) g_ptr_array_index (other->figures, 0))->as_of : legend.as_of;
  return legend;
}

/* With the legend in a second language for @other (nullable), the same maps. */
static void
draw_all (const SbMapSheet *self,
          const SbMapSheet *other,
          cairo_t *cr,
          const SbRect *room)
{
  double legend_width = other != NULL ? MAX (MIN (PAIR_WIDTH, room->width * PAIR_SHARE), LEGEND_WIDTH) : LEGEND_WIDTH;
  SbBounds bounds = get_bounds (self);
  Layout layout;
  SbPaperLegend legend;

  if (self->figures->len == 0)
    return;

  layout = choose_layout (self->figures->len, get_caption_height (self), room, &bounds, legend_width);
  legend = draw_maps (self, other, cr, &layout, &bounds);
  cairo_save (cr);
  cairo_translate (cr, layout.legend.x, layout.legend.y);
  _sb_map_legend_draw (&legend, cr, layout.legend.width, layout.legend.height);
  cairo_restore (cr);
}

void
sb_map_sheet_draw (const SbMapSheet *self,
                   cairo_t *cr,
                   double width,
                   double height)
{
  SbRect room = { MARGIN, MARGIN, MAX (width - 2 * MARGIN, 1), 0 };

  g_return_if_fail (self != NULL && cr != NULL);

  if (self->title != NULL)
    {
      write_text (cr, self->title, MARGIN, MARGIN, TITLE_SIZE, PANGO_WEIGHT_SEMIBOLD, width - 2 * MARGIN);
      room.y += TITLE_SIZE * 1.2 + TITLE_GAP;
    }

  room.height = MAX (height - MARGIN - room.y, 1);
  draw_all (self, NULL, cr, &room);
}

void
_sb_map_sheet_draw_figure (cairo_t *cr,
                           double width,
                           double height,
                           gpointer data)
{
  const SbRect room = { 0, FRAME_LINE / 2, width, height - FRAME_LINE };

  draw_all (data, NULL, cr, &room);
}

void
_sb_map_sheet_draw_pair (cairo_t *cr,
                         double width,
                         double height,
                         gpointer data,
                         gpointer other)
{
  const SbRect room = { 0, FRAME_LINE / 2, width, height - FRAME_LINE };

  draw_all (data, other, cr, &room);
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
