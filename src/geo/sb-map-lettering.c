/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-geo"

#include "config.h"

#include "sb-map-lettering.h"

#include "sb-font-hold.h"

#define FAMILY "Inter"

/* Letters are measured at this size, logical pixels. */
#define MEASURE_SIZE 100.0

typedef struct
{
  PangoWeight weight;
  PangoStyle slant;
  double size;
  double spacing; /* parts of the size */
  gboolean upper;
} Face;

static const Face faces[] = {
  [SB_BASEMAP_NAME_COUNTRY] = { PANGO_WEIGHT_MEDIUM, PANGO_STYLE_NORMAL, 10.5, 0.20, TRUE },
  [SB_BASEMAP_NAME_REGION] = { PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 9.0, 0.14, TRUE },
  [SB_BASEMAP_NAME_CAPITAL] = { PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 12.0, 0, FALSE },
  [SB_BASEMAP_NAME_SEAT] = { PANGO_WEIGHT_MEDIUM, PANGO_STYLE_NORMAL, 11.0, 0, FALSE },
  [SB_BASEMAP_NAME_TOWN] = { PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 10.5, 0, FALSE },
  [SB_BASEMAP_NAME_VILLAGE] = { PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 10.0, 0, FALSE },
  [SB_BASEMAP_NAME_SEA] = { PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, 11.0, 0.12, FALSE },
  [SB_BASEMAP_NAME_LAKE] = { PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, 10.0, 0.02, FALSE },
  [SB_BASEMAP_NAME_LANDSCAPE] = { PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, 10.0, 0.16, FALSE },
  [SB_MAP_LETTERING_RIVER] = { PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, 10.0, 0.06, FALSE },
};

struct _SbLetterTable
{
  GHashTable *advances; /* (owned): face and letter to width in Pango units */
};

SbMapLettering
_sb_map_lettering_get (guint kind,
                       guint size,
                       double zoom)
{
  const Face *face = &faces[MIN (kind, G_N_ELEMENTS (faces) - 1)];
  /* Names grow a little on the way in, and with what they name. */
  double growth = 1.0 + 0.035 * CLAMP (zoom - 5, -1, 4) + 0.12 * size;

  if (kind == SB_BASEMAP_NAME_COUNTRY)
    growth += 0.08 * CLAMP (zoom - 5, -1, 2);

  return (SbMapLettering) {
    .weight = face->weight,
    .slant = face->slant,
    .size = face->size * growth,
    .spacing = face->size * growth * face->spacing,
    .upper = face->upper,
  };
}

char *
_sb_map_lettering_prepare (const SbMapLettering *self,
                           const char *text)
{
  return self->upper ? g_utf8_strup (text, -1) : g_strdup (text);
}

/* Positions must not depend on the resolution, or neighbouring tiles of
 * different scales and the page would disagree: no hinting. */
PangoContext *
_sb_map_lettering_create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  return context;
}

PangoLayout *
_sb_map_lettering_create_layout (const SbMapLettering *self,
                                 PangoContext *context,
                                 const char *text)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();

  pango_font_description_set_family_static (font, FAMILY);
  pango_font_description_set_weight (font, self->weight);
  pango_font_description_set_style (font, self->slant);
  pango_font_description_set_absolute_size (font, self->size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  if (self->spacing > 0)
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new (self->spacing * PANGO_SCALE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_text (layout, text, -1);
  sb_font_hold_layout (layout);

  return layout;
}

SbLetterTable *
_sb_letter_table_new (void)
{
  SbLetterTable *self = g_new0 (SbLetterTable, 1);

  self->advances = g_hash_table_new (NULL, NULL);

  return self;
}

void
_sb_letter_table_free (SbLetterTable *self)
{
  g_hash_table_unref (self->advances);
  g_free (self);
}

static int
measure_letter (const SbMapLettering *lettering,
                gunichar letter)
{
  SbMapLettering large = *lettering;
  PangoContext *context = _sb_map_lettering_create_context ();
  g_autoptr (PangoLayout) layout = NULL;
  char text[8] = "";
  int width;

  g_unichar_to_utf8 (letter, text);
  large.size = MEASURE_SIZE;
  large.spacing = 0;
  layout = _sb_map_lettering_create_layout (&large, context, text);
  g_object_unref (context);
  pango_layout_get_size (layout, &width, NULL);

  return width;
}

/* The width of one letter without spacing, logical pixels. */
static double
get_advance (SbLetterTable *self,
             const SbMapLettering *lettering,
             gunichar letter)
{
  /* Weights are below 1024, letters below 2^21. */
  guint face = lettering->weight << 1 | (lettering->slant != PANGO_STYLE_NORMAL);
  gpointer key = GSIZE_TO_POINTER ((gsize) face << 21 | letter);
  gpointer value;

  if (!g_hash_table_lookup_extended (self->advances, key, NULL, &value))
    {
      value = GINT_TO_POINTER (measure_letter (lettering, letter));
      g_hash_table_insert (self->advances, key, value);
    }

  return GPOINTER_TO_INT (value) * lettering->size / (MEASURE_SIZE * PANGO_SCALE);
}

double
_sb_letter_table_measure (SbLetterTable *self,
                          const SbMapLettering *lettering,
                          const char *text)
{
  double widest = 0;
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '\n')
        {
          width = 0;
          continue;
        }
      width += get_advance (self, lettering, g_utf8_get_char (p)) + lettering->spacing;
      widest = MAX (widest, width);
    }

  return widest;
}
