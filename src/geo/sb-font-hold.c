/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-font-hold.h"

#include <cairo-ft.h>
#include <pango/pangocairo.h>

static GQuark
get_held_quark (void)
{
  static gsize quark;

  if (g_once_init_enter (&quark))
    g_once_init_leave (&quark, g_quark_from_static_string ("sb-held"));

  return (GQuark) quark;
}

/* A file is held by the first of its fonts that comes, in whatever size: by a lock that
 * is never given back, and by a reference to the font, with which it would be closed. One
 * thread at a time, so that what is being opened for one is not closed for another. */
static void
hold_file (cairo_scaled_font_t *font)
{
  static GMutex lock;
  static GHashTable *held; /* (element-type FT_Face) */
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  FT_Face face = cairo_ft_scaled_font_lock_face (font);

  if (face == NULL)
    return;

  if (held == NULL)
    held = g_hash_table_new (NULL, NULL);
  if (g_hash_table_add (held, face))
    cairo_scaled_font_reference (font);
  else
    cairo_ft_scaled_font_unlock_face (font);
}

static void
hold (PangoFont *font)
{
  cairo_scaled_font_t *scaled;

  if (!PANGO_IS_CAIRO_FONT (font) || g_object_get_qdata (G_OBJECT (font), get_held_quark ()) != NULL)
    return;

  scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  if (scaled != NULL && cairo_scaled_font_get_type (scaled) == CAIRO_FONT_TYPE_FT)
    hold_file (scaled);
  g_object_set_qdata (G_OBJECT (font), get_held_quark (), font);
}

/* The font that Pango chooses for @description. */
static void
hold_described (PangoContext *context,
                const PangoFontDescription *description)
{
  PangoFont *font = pango_context_load_font (context, description);

  if (font != NULL)
    hold (font);
  g_clear_object (&font);
}

/* Pango writes the number of a character that no font has in this one, and asks how wide
 * it would be even of characters that are not written, as those that join words. */
static void
hold_numbers (PangoFontMap *fonts)
{
  static gsize is_held;
  g_autoptr (PangoFontDescription) description = NULL;
  PangoContext *context;

  if (!g_once_init_enter (&is_held))
    return;

  description = pango_font_description_from_string ("monospace 10");
  context = pango_font_map_create_context (fonts);
  pango_context_set_language (context, pango_language_from_string ("en"));
  hold_described (context, description);
  g_object_unref (context);
  g_once_init_leave (&is_held, 1);
}

void
sb_font_hold_families (const char *const *families)
{
  static const PangoWeight weights[] = { PANGO_WEIGHT_NORMAL, PANGO_WEIGHT_SEMIBOLD, PANGO_WEIGHT_BOLD, PANGO_WEIGHT_ULTRABOLD };
  static const PangoStyle styles[] = { PANGO_STYLE_NORMAL, PANGO_STYLE_ITALIC };
  const guint n_faces = G_N_ELEMENTS (weights) * G_N_ELEMENTS (styles);
  PangoContext *context;

  g_return_if_fail (families != NULL);

  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  for (guint i = 0; i < g_strv_length ((GStrv) families) * n_faces; i++)
    {
      g_autoptr (PangoFontDescription) description = pango_font_description_new ();

      pango_font_description_set_family (description, families[i / n_faces]);
      pango_font_description_set_weight (description, weights[i % n_faces / G_N_ELEMENTS (styles)]);
      pango_font_description_set_style (description, styles[i % G_N_ELEMENTS (styles)]);
      pango_font_description_set_size (description, 10 * PANGO_SCALE);
      hold_described (context, description);
    }
  g_object_unref (context);
}

void
sb_font_hold_layout (PangoLayout *layout)
{
  g_return_if_fail (PANGO_IS_LAYOUT (layout));

  hold_numbers (pango_context_get_font_map (pango_layout_get_context (layout)));
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    for (GSList *k = ((PangoLayoutLine *) l->data)->runs; k != NULL; k = k->next)
      {
        const PangoGlyphItem *run = k->data;

        if (run->item->analysis.font != NULL)
          hold (run->item->analysis.font);
      }
}
