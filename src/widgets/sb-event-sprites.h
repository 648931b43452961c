/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-event-look.h"
#include "sb-pixels.h"

G_BEGIN_DECLS

/**
 * SbEventSprites:
 *
 * The symbols, extents and numbers of events as pictures, each drawn once and then
 * laid on others: what a map shows is put together of a few hundred of them, some
 * thousand times a frame. For one look and one thread at a time, any of them.
 */
typedef struct _SbEventSprites SbEventSprites;

/* What sprites are drawn for. */
typedef struct
{
  SbBasemapStyle style;
  int scale; /* pixels of the screen in a logical one */
  PangoFontDescription *font; /* (owned) (nullable) of numbers, with an absolute size */
  GdkRGBA text; /* of numbers */
  GdkRGBA ground;
} SbSpriteStyle;

SbSpriteStyle *sb_sprite_style_new_for_widget (GtkWidget *widget,
                                               SbBasemapStyle style) G_GNUC_WARN_UNUSED_RESULT;
SbSpriteStyle *sb_sprite_style_copy (const SbSpriteStyle *self) G_GNUC_WARN_UNUSED_RESULT;
void sb_sprite_style_free (SbSpriteStyle *self);
gboolean sb_sprite_style_equal (const SbSpriteStyle *a,
                                const SbSpriteStyle *b);

SbEventSprites *sb_event_sprites_new (const SbSpriteStyle *style) G_GNUC_WARN_UNUSED_RESULT;
void sb_event_sprites_free (SbEventSprites *self);
const SbSpriteStyle *sb_event_sprites_get_style (const SbEventSprites *self);

/* Each of them around (@x, @y), in logical pixels, over what was placed before. */
void sb_event_sprites_place_symbol (SbEventSprites *self,
                                    const SbSymbolLook *look,
                                    double x,
                                    double y);
/* Of the look, the type and the lightness count. */
void sb_event_sprites_place_extent (SbEventSprites *self,
                                    const SbSymbolLook *look,
                                    SbPlacePrecision precision,
                                    guint radius,
                                    double x,
                                    double y);
/* The number on a ground of its own, the middle of its left end at (@x, @y). */
void sb_event_sprites_place_count (SbEventSprites *self,
                                   guint count,
                                   double x,
                                   double y);

/* Lays all that was placed on @ground, which has pixels of the screen. */
void sb_event_sprites_lay_down (SbEventSprites *self,
                                SbPixels *ground);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbSpriteStyle, sb_sprite_style_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbEventSprites, sb_event_sprites_free)

G_END_DECLS
