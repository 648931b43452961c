/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* How each kind of text is set: one table for all of paper. Lengths are in
 * points. */

/* The distance of the lines of the page's grid: all running text stands on it,
 * in every column and on both sides of a sheet. */
#define SB_GRID 13.0

/* From the top of a line of running text to its baseline; the first line of the
 * grid lies that far below the top of the page's text. */
#define SB_GRID_ASCENT 9.6

/* The OpenType feature that raises the marks of sources. */
#define SB_RAISED_FEATURES "sups"

typedef enum
{
  SB_TYPE_STYLE_BODY,
  SB_TYPE_STYLE_ITEM,
  SB_TYPE_STYLE_NARROW, /* items in columns: not justified */
  SB_TYPE_STYLE_HEADING,
  SB_TYPE_STYLE_SUBHEADING,
  SB_TYPE_STYLE_TAG,
  SB_TYPE_STYLE_HEADLINE,
  SB_TYPE_STYLE_PRODUCT,
  SB_TYPE_STYLE_DATE,
  SB_TYPE_STYLE_LINE,
  SB_TYPE_STYLE_IMPRINT,
  SB_TYPE_STYLE_MARKING,
  SB_TYPE_STYLE_FIGURE_TITLE,
  SB_TYPE_STYLE_KEY_FIGURE,
  SB_TYPE_STYLE_KEY_FIGURE_SMALL,
  SB_TYPE_STYLE_KEY_CAPTION,
  SB_TYPE_STYLE_TABLE_HEAD,
  SB_TYPE_STYLE_TABLE_CELL,
  SB_TYPE_STYLE_REFERENCE,
  SB_TYPE_STYLE_REFERENCE_NUMBER,
  SB_TYPE_STYLE_FOOT,
  SB_TYPE_STYLE_HEAD, /* of a page */
  SB_TYPE_STYLE_TITLE, /* of a paper */
  SB_TYPE_STYLE_COVER_TITLE,
  SB_TYPE_STYLE_SUBTITLE,
  SB_TYPE_STYLE_KICKER, /* over a title */
  SB_TYPE_STYLE_BYLINE,
  SB_TYPE_STYLE_LEAD,
  SB_TYPE_STYLE_PART_NUMBER, /* the numeral of a part, and its title, at the head of a page */
  SB_TYPE_STYLE_PART_TITLE,
  SB_TYPE_STYLE_SECTION, /* headings over the text, in three levels */
  SB_TYPE_STYLE_SUBSECTION,
  SB_TYPE_STYLE_POINT,
  SB_TYPE_STYLE_CONTENTS_SECTION,
  SB_TYPE_STYLE_CONTENTS_ENTRY,
  SB_TYPE_STYLE_QUOTE,
  SB_TYPE_STYLE_TRANSLATION, /* of a quotation, below it */
  SB_TYPE_STYLE_ATTRIBUTION,
  SB_TYPE_STYLE_CARD_LABEL,
  SB_TYPE_STYLE_CARD_TEXT,
  SB_TYPE_STYLE_NOTE,
} SbTypeStyleId;

#define SB_N_TYPE_STYLES (SB_TYPE_STYLE_NOTE + 1)

typedef enum
{
  SB_INK_TEXT,
  SB_INK_QUIET,
  SB_INK_ACCENT,
  SB_INK_PAPER,
  SB_INK_RULE,
  SB_INK_TINT, /* behind a card */
} SbInk;

typedef enum
{
  SB_TYPE_PLAIN = 0,
  SB_TYPE_JUSTIFIED = 1 << 0, /* and hyphenated */
  SB_TYPE_ON_GRID = 1 << 1,
  SB_TYPE_ITALIC = 1 << 2,
  SB_TYPE_CAPITALS = 1 << 3,
} SbTypeFlags;

typedef struct
{
  const char *family;
  double size;
  double leading; /* from one baseline to the next */
  double ascent; /* from the top of a line to its baseline */
  PangoWeight weight;
  SbTypeFlags flags;
  SbInk ink;
  double spacing; /* added after each letter */
  const char *features; /* OpenType */
} SbTypeStyle;

const SbTypeStyle *sb_type_style_get (SbTypeStyleId id);

/* Free with pango_font_description_free(). */
PangoFontDescription *sb_type_style_dup_font (const SbTypeStyle *self) G_GNUC_WARN_UNUSED_RESULT;

/* Each channel from 0 to 1. */
void sb_ink_get_rgb (SbInk ink,
                     double rgb[3]);

G_END_DECLS
