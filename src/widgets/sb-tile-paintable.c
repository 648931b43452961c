/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-tile-paintable.h"

#include <gtk/gtk.h>

/* How far it reaches over each edge; logical pixels. */
#define OVERLAP 0.5f

struct _SbTilePaintable
{
  GObject parent_instance;

  GdkTexture *texture; /* (owned) */
};

static void sb_tile_paintable_init_interface (GdkPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SbTilePaintable, sb_tile_paintable, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, sb_tile_paintable_init_interface))

static void
sb_tile_paintable_snapshot (GdkPaintable *paintable,
                            GdkSnapshot *snapshot,
                            double width,
                            double height)
{
  SbTilePaintable *self = SB_TILE_PAINTABLE (paintable);

  gtk_snapshot_append_texture (GTK_SNAPSHOT (snapshot), self->texture,
                               &GRAPHENE_RECT_INIT (-OVERLAP, -OVERLAP, (float) width + 2 * OVERLAP, (float) height + 2 * OVERLAP));
}

static GdkPaintableFlags
sb_tile_paintable_get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_SIZE | GDK_PAINTABLE_STATIC_CONTENTS;
}

static int
sb_tile_paintable_get_intrinsic_width (GdkPaintable *paintable)
{
  return gdk_texture_get_width (SB_TILE_PAINTABLE (paintable)->texture);
}

static int
sb_tile_paintable_get_intrinsic_height (GdkPaintable *paintable)
{
  return gdk_texture_get_height (SB_TILE_PAINTABLE (paintable)->texture);
}

static void
sb_tile_paintable_finalize (GObject *object)
{
  g_clear_object (&SB_TILE_PAINTABLE (object)->texture);

  G_OBJECT_CLASS (sb_tile_paintable_parent_class)->finalize (object);
}

static void
sb_tile_paintable_init_interface (GdkPaintableInterface *iface)
{
  iface->snapshot = sb_tile_paintable_snapshot;
  iface->get_flags = sb_tile_paintable_get_flags;
  iface->get_intrinsic_width = sb_tile_paintable_get_intrinsic_width;
  iface->get_intrinsic_height = sb_tile_paintable_get_intrinsic_height;
}

static void
sb_tile_paintable_class_init (SbTilePaintableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sb_tile_paintable_finalize;
}

static void
sb_tile_paintable_init (SbTilePaintable *self)
{
}

GdkPaintable *
sb_tile_paintable_new (GdkTexture *texture)
{
  SbTilePaintable *self;

  g_return_val_if_fail (GDK_IS_TEXTURE (texture), NULL);

  self = g_object_new (SB_TYPE_TILE_PAINTABLE, NULL);
  self->texture = g_object_ref (texture);
  return GDK_PAINTABLE (self);
}
