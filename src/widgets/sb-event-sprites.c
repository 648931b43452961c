/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-event-sprites.h"

#include "sb-font-hold.h"

#include <math.h>

/* Logical pixels. */
#define COUNT_PADDING 4

/* So many pictures are kept of each kind; then all are drawn anew. Numbers are the
 * ones that there are many of. */
#define MAX_KEPT 2000

struct _SbEventSprites
{
  SbSpriteStyle *style; /* (owned) */
  GHashTable *symbols; /* (owned) (element-type guint SbPixels) */
  GHashTable *extents; /* (owned) (element-type guint SbPixels) */
  GHashTable *counts; /* (owned) (element-type guint SbPixels) */
  GArray *placed; /* (owned) (element-type SbLaidPixels) of these, what is not laid down yet */
};

SbSpriteStyle *
sb_sprite_style_new_for_widget (GtkWidget *widget,
                                SbBasemapStyle style)
{
  SbSpriteStyle *self = g_new0 (SbSpriteStyle, 1);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  self->style = style;
  self->scale = gtk_widget_get_scale_factor (widget);
  self->font = pango_font_description_copy (pango_context_get_font_description (gtk_widget_get_pango_context (widget)));
  self->ground = (GdkRGBA) { 1, 1, 1, 1 };
  gtk_style_context_get_color (context, &self->text);
  gtk_style_context_lookup_color (context, "window_bg_color", &self->ground);
  return self;
}

SbSpriteStyle *
sb_sprite_style_copy (const SbSpriteStyle *self)
{
  SbSpriteStyle *copy = g_memdup2 (self, sizeof *self);

  copy->font = pango_font_description_copy (self->font);
  return copy;
}

void
sb_sprite_style_free (SbSpriteStyle *self)
{
  pango_font_description_free (self->font);
  g_free (self);
}

gboolean
sb_sprite_style_equal (const SbSpriteStyle *a,
                       const SbSpriteStyle *b)
{
  return a->style == b->style && a->scale == b->scale && gdk_rgba_equal (&a->text, &b->text) &&
         gdk_rgba_equal (&a->ground, &b->ground) && pango_font_description_equal (a->font, b->font);
}

static GHashTable *
create_table (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sb_pixels_free);
}

SbEventSprites *
sb_event_sprites_new (const SbSpriteStyle *style)
{
  SbEventSprites *self = g_new0 (SbEventSprites, 1);

  self->style = sb_sprite_style_copy (style);
  self->symbols = create_table ();
  self->extents = create_table ();
  self->counts = create_table ();
  self->placed = g_array_new (FALSE, FALSE, sizeof (SbLaidPixels));
  return self;
}

void
sb_event_sprites_free (SbEventSprites *self)
{
  sb_sprite_style_free (self->style);
  g_hash_table_unref (self->symbols);
  g_hash_table_unref (self->extents);
  g_hash_table_unref (self->counts);
  g_array_unref (self->placed);
  g_free (self);
}

const SbSpriteStyle *
sb_event_sprites_get_style (const SbEventSprites *self)
{
  return self->style;
}

static SbPixels *
keep (GHashTable *sprites,
      guint key,
      SbPixels *sprite)
{
  cairo_surface_flush (sb_pixels_get_surface (sprite));
  g_hash_table_insert (sprites, GUINT_TO_POINTER (key), sprite);
  return sprite;
}

/* @width, @height: logical pixels. */
static SbPixels *
create_sprite (SbEventSprites *self,
               int width,
               int height,
               cairo_t **cr)
{
  int scale = self->style->scale;
  SbPixels *sprite = sb_pixels_new (width * scale, height * scale);

  *cr = cairo_create (sb_pixels_get_surface (sprite));
  cairo_scale (*cr, scale, scale);
  return sprite;
}

/* Ends what was drawn in a group: as it is, or lighter. */
static void
paint_group (cairo_t *cr,
             gboolean is_light)
{
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, is_light ? SB_EVENT_LOOK_LIGHT : 1);
}

/* On whole pixels of the screen. @x, @y: of its middle, or of the left end, in logical
 * pixels. */
static void
place (SbEventSprites *self,
       const SbPixels *sprite,
       double x,
       double y,
       double share)
{
  int scale = self->style->scale;
  const SbLaidPixels laid = { sprite, (int) round (x * scale - sb_pixels_get_width (sprite) * share),
                              (int) round (y * scale - sb_pixels_get_height (sprite) / 2.0) };

  g_array_append_val (self->placed, laid);
}

void
sb_event_sprites_place_symbol (SbEventSprites *self,
                               const SbSymbolLook *look,
                               double x,
                               double y)
{
  guint key = 1 + ((guint) look->type | (guint) look->flags << 8 | look->size << 16 | (look->is_light ? 1u : 0) << 24);
  SbPixels *sprite = g_hash_table_lookup (self->symbols, GUINT_TO_POINTER (key));

  if (sprite == NULL)
    {
      int side = (int) (2 * look->size * sb_symbol_get_reach (look->flags)) + 2;
      cairo_t *own;

      sprite = create_sprite (self, side, side, &own);
      cairo_push_group (own);
      sb_symbol_draw_event (own, look->type, side / 2.0, side / 2.0, look->size, self->style->style, look->flags);
      paint_group (own, look->is_light);
      cairo_destroy (own);
      keep (self->symbols, key, sprite);
    }

  place (self, sprite, x, y, 0.5);
}

void
sb_event_sprites_place_extent (SbEventSprites *self,
                               const SbSymbolLook *look,
                               SbPlacePrecision precision,
                               guint radius,
                               double x,
                               double y)
{
  guint key = 1 + ((guint) look->type | (guint) precision << 8 | radius << 16 | (look->is_light ? 1u : 0) << 24);
  SbPixels *sprite = g_hash_table_lookup (self->extents, GUINT_TO_POINTER (key));

  if (radius == 0)
    return;

  if (sprite == NULL)
    {
      int side = 2 * (int) radius + 2;
      cairo_t *own;

      sprite = create_sprite (self, side, side, &own);
      cairo_push_group (own);
      sb_symbol_draw_extent (own, look->type, precision, side / 2.0, side / 2.0, radius, self->style->style);
      paint_group (own, look->is_light);
      cairo_destroy (own);
      keep (self->extents, key, sprite);
    }

  place (self, sprite, x, y, 0.5);
}

static SbPixels *
draw_count (SbEventSprites *self,
            guint count)
{
  g_autofree char *text = sb_event_count_format (count, sb_language_get_interface ());
  cairo_surface_t *measure = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, 1);
  cairo_t *cr = cairo_create (measure);
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  SbPixels *sprite;
  double radius;
  int width;
  int height;

  pango_layout_set_font_description (layout, self->style->font);
  pango_layout_set_text (layout, text, -1);
  sb_font_hold_layout (layout);
  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_destroy (cr);
  cairo_surface_destroy (measure);

  width += 2 * COUNT_PADDING;
  radius = height / 2.0;
  sprite = create_sprite (self, width, height, &cr);
  cairo_arc (cr, radius, radius, radius, G_PI_2, 3 * G_PI_2);
  cairo_arc (cr, width - radius, radius, radius, -G_PI_2, G_PI_2);
  gdk_cairo_set_source_rgba (cr, &self->style->ground);
  cairo_fill (cr);
  cairo_move_to (cr, COUNT_PADDING, 0);
  gdk_cairo_set_source_rgba (cr, &self->style->text);
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);
  return sprite;
}

void
sb_event_sprites_place_count (SbEventSprites *self,
                              guint count,
                              double x,
                              double y)
{
  guint shown = sb_event_count_shorten (count);
  SbPixels *sprite = g_hash_table_lookup (self->counts, GUINT_TO_POINTER (shown));

  if (sprite == NULL)
    sprite = keep (self->counts, shown, draw_count (self, shown));

  place (self, sprite, x, y, 0);
}

void
sb_event_sprites_lay_down (SbEventSprites *self,
                           SbPixels *ground)
{
  GHashTable *tables[] = { self->symbols, self->extents, self->counts };

  sb_pixels_lay (ground, (const SbLaidPixels *) (gpointer) self->placed->data, self->placed->len);
  g_array_set_size (self->placed, 0);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_hash_table_size (tables[i]) >= MAX_KEPT)
      g_hash_table_remove_all (tables[i]);
}
