/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-event-sprites.h"

#include "sb-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* Logical pixels. */
#define COUNT_PADDING 4
#define RADIUS_STEP   4
#define MAX_RADIUS    72

/* How much is left of what is shown lighter. */
#define LIGHT 0.45

/* So many pictures are kept of each kind; then all are drawn anew. Numbers are the
 * ones that there are many of. */
#define MAX_KEPT 2000

typedef struct
{
  GdkTexture *texture; /* (owned) */
  float width; /* logical pixels */
  float height;
} Sprite;

struct _SbEventSprites
{
  SbBasemapStyle style;
  int scale;
  GHashTable *symbols; /* (owned) (element-type guint Sprite) */
  GHashTable *extents; /* (owned) (element-type guint Sprite) */
  GHashTable *counts; /* (owned) (element-type guint Sprite) */
};

/* From so many deaths on, and how tall the symbol then is. */
static const struct
{
  guint fatalities;
  guint size;
} sizes[] = {
  { 100, 27 },
  { 25, 23 },
  { 5, 19 },
  { 1, 16 },
  { 0, 13 },
};

/* What each precision may be off by, in kilometres, and the least and the most
 * pixels that it is shown by. */
static const struct
{
  double km;
  guint least;
  guint most;
} extents[] = {
  [SB_PLACE_PRECISION_EXACT] = { 0, 0, 0 },
  [SB_PLACE_PRECISION_NEAR] = { 5, 13, 40 },
  [SB_PLACE_PRECISION_AREA] = { 20, 18, 64 },
  [SB_PLACE_PRECISION_REGION] = { 100, 24, MAX_RADIUS },
  [SB_PLACE_PRECISION_COUNTRY] = { 300, 32, MAX_RADIUS },
};

static void
sprite_free (Sprite *sprite)
{
  g_object_unref (sprite->texture);
  g_free (sprite);
}

SbEventSprites *
sb_event_sprites_new (SbBasemapStyle style,
                      int scale)
{
  SbEventSprites *self = g_new0 (SbEventSprites, 1);

  self->style = style;
  self->scale = scale;
  self->symbols = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sprite_free);
  self->extents = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sprite_free);
  self->counts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sprite_free);
  return self;
}

void
sb_event_sprites_free (SbEventSprites *self)
{
  g_hash_table_unref (self->symbols);
  g_hash_table_unref (self->extents);
  g_hash_table_unref (self->counts);
  g_free (self);
}

guint
sb_event_sprites_get_size (guint fatalities)
{
  guint i = 0;

  while (fatalities < sizes[i].fatalities)
    i++;

  return sizes[i].size;
}

guint
sb_event_sprites_get_radius (SbPlacePrecision precision,
                             double pixels_per_km)
{
  double radius;

  if (precision == SB_PLACE_PRECISION_EXACT || precision >= G_N_ELEMENTS (extents))
    return 0;

  radius = CLAMP (extents[precision].km * pixels_per_km, extents[precision].least, extents[precision].most);
  /* In steps, so that zooming does not draw a picture a frame. */
  return (guint) round (radius / RADIUS_STEP) * RADIUS_STEP;
}

/* Keeps what was drawn on @surface, which is taken over. */
static Sprite *
keep (SbEventSprites *self,
      GHashTable *sprites,
      guint key,
      cairo_surface_t *surface)
{
  Sprite *sprite = g_new0 (Sprite, 1);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  sprite->texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
  sprite->width = (float) width / (float) self->scale;
  sprite->height = (float) height / (float) self->scale;
  if (g_hash_table_size (sprites) >= MAX_KEPT)
    g_hash_table_remove_all (sprites);

  g_hash_table_insert (sprites, GUINT_TO_POINTER (key), sprite);
  return sprite;
}

static cairo_surface_t *
create_surface (SbEventSprites *self,
                int width,
                int height,
                cairo_t **cr)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * self->scale, height * self->scale);

  *cr = cairo_create (surface);
  cairo_scale (*cr, self->scale, self->scale);
  return surface;
}

/* On whole pixels of the screen: what lies between two of them is blurred, and is
 * slower to draw. */
static float
snap (SbEventSprites *self,
      double position)
{
  return (float) (round (position * self->scale) / self->scale);
}

static void
snapshot_sprite (SbEventSprites *self,
                 GtkSnapshot *snapshot,
                 const Sprite *sprite,
                 double x,
                 double y)
{
  gtk_snapshot_append_texture (snapshot, sprite->texture,
                               &GRAPHENE_RECT_INIT (snap (self, x), snap (self, y), sprite->width, sprite->height));
}

/* Ends what was drawn in a group: as it is, or lighter. */
static void
paint_group (cairo_t *cr,
             gboolean is_light)
{
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, is_light ? LIGHT : 1);
}

void
sb_event_sprites_snapshot_symbol (SbEventSprites *self,
                                  GtkSnapshot *snapshot,
                                  const SbSymbolLook *look,
                                  double x,
                                  double y)
{
  guint key = 1 + ((guint) look->type | (guint) look->flags << 8 | look->size << 16 | (look->is_light ? 1u : 0) << 24);
  Sprite *sprite = g_hash_table_lookup (self->symbols, GUINT_TO_POINTER (key));

  if (sprite == NULL)
    {
      int side = (int) (2 * look->size * sb_symbol_get_reach (look->flags)) + 2;
      cairo_t *cr;
      cairo_surface_t *surface = create_surface (self, side, side, &cr);

      cairo_push_group (cr);
      sb_symbol_draw_event (cr, look->type, side / 2.0, side / 2.0, look->size, self->style, look->flags);
      paint_group (cr, look->is_light);
      cairo_destroy (cr);
      sprite = keep (self, self->symbols, key, surface);
    }

  snapshot_sprite (self, snapshot, sprite, x - sprite->width / 2, y - sprite->height / 2);
}

void
sb_event_sprites_snapshot_extent (SbEventSprites *self,
                                  GtkSnapshot *snapshot,
                                  const SbSymbolLook *look,
                                  SbPlacePrecision precision,
                                  guint radius,
                                  double x,
                                  double y)
{
  guint key = 1 + ((guint) look->type | (guint) precision << 8 | radius << 16 | (look->is_light ? 1u : 0) << 24);
  Sprite *sprite = g_hash_table_lookup (self->extents, GUINT_TO_POINTER (key));

  if (radius == 0)
    return;

  if (sprite == NULL)
    {
      int side = 2 * (int) radius + 2;
      cairo_t *cr;
      cairo_surface_t *surface = create_surface (self, side, side, &cr);

      cairo_push_group (cr);
      sb_symbol_draw_extent (cr, look->type, precision, side / 2.0, side / 2.0, radius, self->style);
      paint_group (cr, look->is_light);
      cairo_destroy (cr);
      sprite = keep (self, self->extents, key, surface);
    }

  snapshot_sprite (self, snapshot, sprite, x - sprite->width / 2, y - sprite->height / 2);
}

/* Cut to the digits that are shown, so that what looks the same is the same. Cut and
 * not rounded: 999,900 is no million. */
static guint
shorten (guint count)
{
  guint step = count < 1000 ? 1 : count < 10000    ? 100
                                : count < 1000000  ? 1000
                                : count < 10000000 ? 100000
                                                   : 1000000;

  return count / step * step;
}

char *
sb_event_count_format (guint count)
{
  guint unit = count < 1000 ? 1 : count < 1000000 ? 1000
                                                  : 1000000;
  g_autofree char *number = sb_number_format ((double) shorten (count) / unit, 1, sb_language_get_interface ());

  if (unit == 1)
    return g_steal_pointer (&number);
  if (unit == 1000)
    /* Translators: a number of thousands on a map, as short as can be. */
    return g_strdup_printf (C_ ("number", "%sk"), number);

  /* Translators: a number of millions on a map, as short as can be. */
  return g_strdup_printf (C_ ("number", "%sM"), number);
}

static Sprite *
draw_count (SbEventSprites *self,
            GtkWidget *widget,
            guint count)
{
  g_autofree char *text = sb_event_count_format (count);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA colour;
  GdkRGBA ground = { 1, 1, 1, 1 };
  cairo_surface_t *surface;
  cairo_t *cr;
  double radius;
  int width;
  int height;

  gtk_style_context_get_color (style, &colour);
  gtk_style_context_lookup_color (style, "window_bg_color", &ground);
  pango_layout_get_pixel_size (layout, &width, &height);
  surface = create_surface (self, width + 2 * COUNT_PADDING, height, &cr);
  radius = height / 2.0;
  cairo_arc (cr, radius, radius, radius, G_PI_2, 3 * G_PI_2);
  cairo_arc (cr, width + 2 * COUNT_PADDING - radius, radius, radius, -G_PI_2, G_PI_2);
  gdk_cairo_set_source_rgba (cr, &ground);
  cairo_fill (cr);
  cairo_move_to (cr, COUNT_PADDING, 0);
  gdk_cairo_set_source_rgba (cr, &colour);
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);
  return keep (self, self->counts, count, surface);
}

void
sb_event_sprites_snapshot_count (SbEventSprites *self,
                                 GtkSnapshot *snapshot,
                                 GtkWidget *widget,
                                 guint count,
                                 double x,
                                 double y)
{
  guint shown = shorten (count);
  Sprite *sprite = g_hash_table_lookup (self->counts, GUINT_TO_POINTER (shown));

  if (sprite == NULL)
    sprite = draw_count (self, widget, shown);

  snapshot_sprite (self, snapshot, sprite, x, y - sprite->height / 2);
}
