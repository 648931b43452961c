/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-type-style.h"

#define SERIF   "Linux Libertine O"
#define SANS    "Inter"
#define DISPLAY "Inter Display"

#define TEXT_FEATURES   "onum, liga, kern"
#define LINING_FEATURES "lnum, kern"
#define TABLE_FEATURES  "tnum, lnum, kern"

static const SbTypeStyle styles[SB_N_TYPE_STYLES] = {
  [SB_TYPE_STYLE_BODY] = { SERIF, 10.6, SB_GRID, SB_GRID_ASCENT, PANGO_WEIGHT_NORMAL, SB_TYPE_JUSTIFIED | SB_TYPE_ON_GRID, SB_INK_TEXT, 0, TEXT_FEATURES },
  [SB_TYPE_STYLE_ITEM] = { SERIF, 10.6, SB_GRID, SB_GRID_ASCENT, PANGO_WEIGHT_NORMAL, SB_TYPE_JUSTIFIED | SB_TYPE_ON_GRID, SB_INK_TEXT, 0, TEXT_FEATURES },
  [SB_TYPE_STYLE_NARROW] = { SERIF, 10.6, SB_GRID, SB_GRID_ASCENT, PANGO_WEIGHT_NORMAL, SB_TYPE_ON_GRID, SB_INK_TEXT, 0, TEXT_FEATURES },
  [SB_TYPE_STYLE_HEADING] = { SANS, 10, SB_GRID, SB_GRID_ASCENT, PANGO_WEIGHT_BOLD, SB_TYPE_ON_GRID, SB_INK_TEXT, 0, LINING_FEATURES },
  [SB_TYPE_STYLE_SUBHEADING] = { SANS, 8.4, SB_GRID, SB_GRID_ASCENT, PANGO_WEIGHT_SEMIBOLD, SB_TYPE_ON_GRID, SB_INK_ACCENT, 0, LINING_FEATURES },
  [SB_TYPE_STYLE_TAG] = { SANS, 10, SB_GRID, SB_GRID_ASCENT, PANGO_WEIGHT_BOLD, SB_TYPE_CAPITALS, SB_INK_PAPER, 0.9, LINING_FEATURES },
  [SB_TYPE_STYLE_HEADLINE] = { DISPLAY, 18, 22, 18, PANGO_WEIGHT_BOLD, SB_TYPE_CAPITALS, SB_INK_TEXT, 0.1, LINING_FEATURES ", case" },
  [SB_TYPE_STYLE_PRODUCT] = { SERIF, 13, 16, 12, PANGO_WEIGHT_NORMAL, SB_TYPE_ITALIC, SB_INK_TEXT, 0, TEXT_FEATURES },
  [SB_TYPE_STYLE_DATE] = { SANS, 10, SB_GRID, SB_GRID_ASCENT, PANGO_WEIGHT_MEDIUM, SB_TYPE_PLAIN, SB_INK_TEXT, 0, TABLE_FEATURES },
  [SB_TYPE_STYLE_LINE] = { SANS, 7.6, 10.5, 8, PANGO_WEIGHT_NORMAL, SB_TYPE_PLAIN, SB_INK_QUIET, 0, LINING_FEATURES },
  [SB_TYPE_STYLE_IMPRINT] = { SANS, 8, 11, 8, PANGO_WEIGHT_SEMIBOLD, SB_TYPE_PLAIN, SB_INK_TEXT, 0.2, LINING_FEATURES },
  [SB_TYPE_STYLE_MARKING] = { SANS, 7.4, 11, 8, PANGO_WEIGHT_BOLD, SB_TYPE_PLAIN, SB_INK_TEXT, 0.5, LINING_FEATURES },
  [SB_TYPE_STYLE_FIGURE_TITLE] = { SANS, 8.4, 11, 8, PANGO_WEIGHT_SEMIBOLD, SB_TYPE_PLAIN, SB_INK_TEXT, 0, LINING_FEATURES },
  [SB_TYPE_STYLE_KEY_FIGURE] = { DISPLAY, 19, 22, 17, PANGO_WEIGHT_SEMIBOLD, SB_TYPE_PLAIN, SB_INK_ACCENT, 0, LINING_FEATURES },
  [SB_TYPE_STYLE_KEY_CAPTION] = { SANS, 7.2, 9.6, 7.4, PANGO_WEIGHT_NORMAL, SB_TYPE_PLAIN, SB_INK_TEXT, 0, LINING_FEATURES },
  [SB_TYPE_STYLE_TABLE_HEAD] = { SANS, 7, 10, 7.5, PANGO_WEIGHT_SEMIBOLD, SB_TYPE_PLAIN, SB_INK_QUIET, 0.1, TABLE_FEATURES },
  [SB_TYPE_STYLE_TABLE_CELL] = { SANS, 7.8, 10.4, 8, PANGO_WEIGHT_NORMAL, SB_TYPE_PLAIN, SB_INK_TEXT, 0, TABLE_FEATURES },
  [SB_TYPE_STYLE_REFERENCE] = { SERIF, 8.8, 10.6, 8, PANGO_WEIGHT_NORMAL, SB_TYPE_PLAIN, SB_INK_TEXT, 0, TEXT_FEATURES },
  [SB_TYPE_STYLE_REFERENCE_NUMBER] = { SANS, 6.8, 10.6, 8, PANGO_WEIGHT_SEMIBOLD, SB_TYPE_PLAIN, SB_INK_ACCENT, 0, TABLE_FEATURES },
  [SB_TYPE_STYLE_FOOT] = { SANS, 7, 10, 7.5, PANGO_WEIGHT_NORMAL, SB_TYPE_PLAIN, SB_INK_QUIET, 0, TABLE_FEATURES },
};

const SbTypeStyle *
sb_type_style_get (SbTypeStyleId id)
{
  g_return_val_if_fail (id < SB_N_TYPE_STYLES, &styles[SB_TYPE_STYLE_BODY]);

  return &styles[id];
}

PangoFontDescription *
sb_type_style_dup_font (const SbTypeStyle *self)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, self->family);
  pango_font_description_set_size (font, (int) (self->size * PANGO_SCALE + 0.5));
  pango_font_description_set_weight (font, self->weight);
  if ((self->flags & SB_TYPE_ITALIC) != 0)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);

  return font;
}

void
sb_ink_get_rgb (SbInk ink,
                double rgb[3])
{
  /* Night, grey, laterite, white, and a warm grey of the design; the accent is
   * darkened until a grey printer makes it as dark as bold text. */
  static const guint8 inks[][3] = {
    [SB_INK_TEXT] = { 0x14, 0x1b, 0x21 },
    [SB_INK_QUIET] = { 0x58, 0x60, 0x66 },
    [SB_INK_ACCENT] = { 0x9c, 0x42, 0x1d },
    [SB_INK_PAPER] = { 0xff, 0xff, 0xff },
    [SB_INK_RULE] = { 0xb9, 0xb3, 0xa6 },
  };

  g_return_if_fail ((guint) ink < G_N_ELEMENTS (inks));

  for (guint i = 0; i < 3; i++)
    rgb[i] = inks[ink][i] / 255.0;
}
