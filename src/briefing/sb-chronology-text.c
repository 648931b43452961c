/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-chronology-painter-private.h"

#include "sb-font-hold.h"

#include <math.h>

/* The texts of a chronology, each laid out once: the same ones are drawn frame after
 * frame. */

/* So many texts are kept of each size; then all are made anew. */
#define MAX_KEPT 4000

typedef struct
{
  PangoLayout *layout; /* (owned) */
  double width; /* in units, when nothing of it is cut */
} Text;

static void
text_free (gpointer data)
{
  Text *text = data;

  g_object_unref (text->layout);
  g_free (text);
}

GHashTable *
_sb_chronology_texts_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, text_free);
}

static const Text *
get_text (SbChronologyPainter *self,
          SbChronologyTextSize size,
          const char *words)
{
  Text *text = g_hash_table_lookup (self->texts[size], words);
  PangoRectangle logical;

  if (text != NULL)
    return text;

  if (g_hash_table_size (self->texts[size]) >= MAX_KEPT)
    g_hash_table_remove_all (self->texts[size]);

  text = g_new (Text, 1);
  text->layout = pango_layout_new (self->context);
  pango_layout_set_font_description (text->layout, self->fonts[size]);
  pango_layout_set_single_paragraph_mode (text->layout, TRUE);
  pango_layout_set_ellipsize (text->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (text->layout, words, -1);
  sb_font_hold_layout (text->layout);
  pango_layout_get_extents (text->layout, NULL, &logical);
  text->width = pango_units_to_double (logical.width);
  g_hash_table_insert (self->texts[size], g_strdup (words), text);
  return text;
}

double
_sb_chronology_show_text (SbChronologyPainter *self,
                          cairo_t *cr,
                          SbChronologyTextSize size,
                          const char *words,
                          double x,
                          double y,
                          double width)
{
  const Text *text = get_text (self, size, words);
  /* Whole units: what grows by less need not be laid out anew. */
  int cut = text->width > width ? (int) ceil (MAX (width, 1)) * PANGO_SCALE : -1;
  PangoRectangle logical;

  if (pango_layout_get_width (text->layout) != cut)
    pango_layout_set_width (text->layout, cut);

  pango_layout_get_extents (text->layout, NULL, &logical);
  cairo_move_to (cr, x, y - pango_units_to_double (logical.height) / 2);
  pango_cairo_show_layout (cr, text->layout);
  return pango_units_to_double (logical.width);
}

double
_sb_chronology_measure_text (SbChronologyPainter *self,
                             SbChronologyTextSize size,
                             const char *words)
{
  return get_text (self, size, words)->width;
}
