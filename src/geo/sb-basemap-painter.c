/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-basemap-painter.h"
#include "sb-basemap-scene.h"
#include "sb-label-drawing.h"

#include <math.h>

/* Layouts that are kept: the zooms of a window in two languages, and some. */
#define MAX_LAYOUTS 16

/* Logical pixels between the edge of a printed map and its names. */
#define FRAME_MARGIN 3.0

struct _SbBasemapPainter
{
  gatomicrefcount ref_count;
  SbBasemap *basemap; /* (owned) */
  GMutex lock; /* of what follows */
  SbLetterTable *letters; /* (owned) */
  GQueue layouts; /* (owned) (element-type Kept), the last used first */
};

typedef struct
{
  double zoom;
  SbLanguage language;
  SbLabelLayout *layout; /* (owned) */
} Kept;

G_DEFINE_BOXED_TYPE (SbBasemapPainter, sb_basemap_painter, sb_basemap_painter_ref, sb_basemap_painter_unref)

static void
kept_free (Kept *kept)
{
  _sb_label_layout_unref (kept->layout);
  g_free (kept);
}

SbBasemapPainter *
sb_basemap_painter_new (SbBasemap *basemap)
{
  SbBasemapPainter *self;

  g_return_val_if_fail (basemap != NULL, NULL);

  self = g_new0 (SbBasemapPainter, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->basemap = sb_basemap_ref (basemap);
  self->letters = _sb_letter_table_new ();
  g_mutex_init (&self->lock);
  g_queue_init (&self->layouts);

  return self;
}

SbBasemapPainter *
sb_basemap_painter_ref (SbBasemapPainter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
sb_basemap_painter_unref (SbBasemapPainter *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_queue_clear_full (&self->layouts, (GDestroyNotify) kept_free);
  g_clear_pointer (&self->letters, _sb_letter_table_free);
  g_clear_pointer (&self->basemap, sb_basemap_unref);
  g_mutex_clear (&self->lock);
  g_free (self);
}

SbBasemap *
sb_basemap_painter_get_basemap (SbBasemapPainter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->basemap;
}

static SbLabelLayout *
find_layout (SbBasemapPainter *self,
             double zoom,
             SbLanguage language)
{
  for (GList *link = self->layouts.head; link != NULL; link = link->next)
    {
      Kept *kept = link->data;

      if (kept->zoom != zoom || kept->language != language)
        continue;
      g_queue_unlink (&self->layouts, link);
      g_queue_push_head_link (&self->layouts, link);
      return _sb_label_layout_ref (kept->layout);
    }

  return NULL;
}

/* The names of a whole zoom. Two threads that want the same one wait for each
 * other rather than do it twice. */
static SbLabelLayout *
get_layout (SbBasemapPainter *self,
            double zoom,
            SbLanguage language)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  SbLabelLayout *layout = find_layout (self, zoom, language);
  Kept *kept;

  if (layout != NULL)
    return layout;

  layout = _sb_label_layout_new (self->basemap, self->letters, zoom, language, NULL, NULL, 0);
  kept = g_new0 (Kept, 1);
  kept->zoom = zoom;
  kept->language = language;
  kept->layout = _sb_label_layout_ref (layout);
  g_queue_push_head (&self->layouts, kept);
  if (self->layouts.length > MAX_LAYOUTS)
    kept_free (g_queue_pop_tail (&self->layouts));

  return layout;
}

static SbLabelLayout *
create_frame_layout (SbBasemapPainter *self,
                     const SbBasemapView *view,
                     SbLanguage language,
                     GArray *taken)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  SbRect frame = { view->x + FRAME_MARGIN, view->y + FRAME_MARGIN, view->width - 2 * FRAME_MARGIN,
                   view->height - 2 * FRAME_MARGIN };

  return _sb_label_layout_new (self->basemap, self->letters, view->zoom, language, &frame,
                               (const SbRect *) (gpointer) taken->data, taken->len);
}

void
sb_basemap_painter_draw_tile (SbBasemapPainter *self,
                              cairo_t *cr,
                              SbTile tile,
                              guint tile_size,
                              double scale,
                              SbBasemapStyle style,
                              SbLanguage language,
                              SbBasemapParts parts)
{
  const SbBasemapPalette *palette = _sb_basemap_get_palette (style);
  SbBasemapView view = { .width = tile_size, .height = tile_size };

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (tile_size >= 128 && tile_size <= 2048 && (tile_size & (tile_size - 1)) == 0);
  g_return_if_fail (scale > 0);
  g_return_if_fail (language < SB_N_LANGUAGES);

  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  if (!sb_tile_is_valid (tile))
    {
      cairo_rectangle (cr, 0, 0, tile_size, tile_size);
      _sb_basemap_set_colour (cr, &palette->water);
      cairo_fill (cr);
      cairo_restore (cr);
      return;
    }

  view.zoom = tile.zoom + log2 ((double) tile_size / SB_MERCATOR_TILE_SIZE);
  view.world_size = sb_mercator_get_world_size (view.zoom);
  view.x = (double) tile.x * tile_size;
  view.y = (double) tile.y * tile_size;
  if ((parts & SB_BASEMAP_GEOMETRY) != 0)
    _sb_basemap_scene_draw (self->basemap, cr, &view, palette);
  if ((parts & SB_BASEMAP_LABELS) != 0)
    {
      g_autoptr (SbLabelLayout) layout = get_layout (self, view.zoom, language);

      _sb_label_layout_draw (layout, cr, &view, palette);
    }
  cairo_restore (cr);
}

/* Rectangles of the page as rectangles of the world in logical pixels. */
static GArray *
convert_taken (const SbMapFrame *frame,
               const SbBasemapView *view,
               const SbRect *taken,
               guint n_taken)
{
  GArray *converted = g_array_sized_new (FALSE, FALSE, sizeof (SbRect), n_taken);

  for (guint i = 0; i < n_taken; i++)
    {
      SbRect rect = { (taken[i].x - frame->rect.x) / frame->unit + view->x, (taken[i].y - frame->rect.y) / frame->unit + view->y,
                      taken[i].width / frame->unit, taken[i].height / frame->unit };

      g_array_append_val (converted, rect);
    }

  return converted;
}

void
sb_basemap_painter_draw_area (SbBasemapPainter *self,
                              cairo_t *cr,
                              const SbMapFrame *frame,
                              SbBasemapStyle style,
                              SbLanguage language,
                              SbBasemapParts parts)
{
  sb_basemap_painter_draw_area_around (self, cr, frame, style, language, parts, NULL, 0);
}

void
sb_basemap_painter_draw_area_around (SbBasemapPainter *self,
                                     cairo_t *cr,
                                     const SbMapFrame *frame,
                                     SbBasemapStyle style,
                                     SbLanguage language,
                                     SbBasemapParts parts,
                                     const SbRect *taken,
                                     guint n_taken)
{
  const SbBasemapPalette *palette = _sb_basemap_get_palette (style);
  SbBasemapView view;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (frame != NULL && frame->unit > 0 && frame->scale > 0);
  g_return_if_fail (language < SB_N_LANGUAGES);

  view.zoom = sb_map_frame_get_zoom (frame);
  view.world_size = frame->scale / frame->unit;
  view.x = frame->origin.x * view.world_size;
  view.y = frame->origin.y * view.world_size;
  view.width = frame->rect.width / frame->unit;
  view.height = frame->rect.height / frame->unit;

  cairo_save (cr);
  cairo_translate (cr, frame->rect.x, frame->rect.y);
  cairo_scale (cr, frame->unit, frame->unit);
  if ((parts & SB_BASEMAP_GEOMETRY) != 0)
    _sb_basemap_scene_draw (self->basemap, cr, &view, palette);
  if ((parts & SB_BASEMAP_LABELS) != 0)
    {
      g_autoptr (GArray) converted = convert_taken (frame, &view, taken, n_taken);
      g_autoptr (SbLabelLayout) layout = create_frame_layout (self, &view, language, converted);

      _sb_label_layout_draw (layout, cr, &view, palette);
    }
  cairo_restore (cr);
}
