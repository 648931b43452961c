/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-typesetter.h"

#include "sb-flow-private.h"
#include "sb-paginator-private.h"
#include "sb-sheets-private.h"

#include <pango/pangocairo.h>

/* In points. */
#define MARGIN_LEFT   50.0
#define MARGIN_RIGHT  50.0
#define MARGIN_TOP    42.0
#define MARGIN_BOTTOM 56.0
#define FOOT_RULE     40.0 /* above the edge of the paper */
#define FOOT_TEXT     35.0
#define FOOT_SHARE    0.78 /* of the width, for what stands left */

/* Between the marking and the number of the page. */
#define FOOT_GAP "\342\200\203" /* U+2003 */

#define HAIRLINE    0.5
#define SIDE_WIDTH  96.0
#define SIDE_GUTTER 14.0

/* Layouts are kept from one setting to the next, up to so many. */
#define MAX_LAYOUTS 4000

/* A point is a unit. */
#define RESOLUTION 72.0

struct _SbTypesetter
{
  SbPaper paper;
  PangoFontMap *font_map; /* (owned) */
  SbHyphenator *hyphenators[SB_N_LANGUAGES]; /* (owned) (nullable) until used */
  GHashTable *layouts; /* (owned) see SbSetting */
};

SbTypesetter *
sb_typesetter_new (SbPaper paper)
{
  SbTypesetter *self = g_new0 (SbTypesetter, 1);

  self->paper = paper;
  self->font_map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->font_map), RESOLUTION);
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  return self;
}

void
sb_typesetter_free (SbTypesetter *self)
{
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    g_clear_pointer (&self->hyphenators[i], sb_hyphenator_free);
  g_hash_table_unref (self->layouts);
  g_clear_object (&self->font_map);
  g_free (self);
}

/* Paper has no pixels: glyphs stand where the font's own metrics put them. */
static PangoContext *
new_context (SbTypesetter *self,
             SbLanguage language)
{
  PangoContext *context = pango_font_map_create_context (self->font_map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (sb_language_get_code (language)));
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);

  return context;
}

static SbHyphenator *
get_hyphenator (SbTypesetter *self,
                SbLanguage language)
{
  if (self->hyphenators[language] == NULL)
    self->hyphenators[language] = sb_hyphenator_new (language);

  return self->hyphenators[language];
}

static void
add_foot_text (SbSetting *setting,
               GArray *marks,
               const char *text,
               double y,
               double width,
               PangoAlignment alignment)
{
  g_autoptr (SbRichText) rich = sb_rich_text_new_plain (text);

  _sb_paragraph_add (setting, marks, rich, SB_TYPE_STYLE_FOOT, MARGIN_LEFT, y, width, alignment);
}

/* What is said of the document left, its marking and page x of y right. */
static void
add_foot (SbTypesetter *self,
          SbSetting *setting,
          SbComposition *composition,
          GArray *marks,
          guint page,
          guint n_pages)
{
  double width = sb_paper_get_width (self->paper) - MARGIN_LEFT - MARGIN_RIGHT;
  double bottom = sb_paper_get_height (self->paper);
  const char *marking = sb_composition_get_property (composition, SB_PROPERTY_MARKING);
  g_autofree char *number = g_strdup_printf ("%s%s%u/%u", marking, marking[0] != '\0' ? FOOT_GAP : "", page, n_pages);

  _sb_marks_add_fill (marks, MARGIN_LEFT, bottom - FOOT_RULE, width, HAIRLINE, SB_INK_RULE);
  add_foot_text (setting, marks, sb_composition_get_property (composition, SB_PROPERTY_FOOT), bottom - FOOT_TEXT, width * FOOT_SHARE, PANGO_ALIGN_LEFT);
  add_foot_text (setting, marks, number, bottom - FOOT_TEXT, width, PANGO_ALIGN_RIGHT);
}

SbSheets *
sb_typesetter_set (SbTypesetter *self,
                   SbComposition *composition)
{
  SbLanguage language = sb_composition_get_language (composition);
  PangoContext *context = new_context (self, language);
  SbSetting setting = { context, get_hyphenator (self, language), language, self->layouts, 0 };
  double width = sb_paper_get_width (self->paper) - MARGIN_LEFT - MARGIN_RIGHT;
  double height = sb_paper_get_height (self->paper) - MARGIN_TOP - MARGIN_BOTTOM;
  g_autoptr (GPtrArray) slabs = g_ptr_array_new_with_free_func ((GDestroyNotify) _sb_slab_free);
  SbFlow flow = { &setting, slabs, width, SIDE_WIDTH, SIDE_GUTTER, SB_TYPE_STYLE_ITEM };
  GPtrArray *pages;

  if (g_hash_table_size (self->layouts) > MAX_LAYOUTS)
    g_hash_table_remove_all (self->layouts);
  for (guint i = 0; i < sb_composition_get_n_pieces (composition); i++)
    _sb_flow_add (&flow, sb_composition_get_piece (composition, i));

  pages = _sb_paginate (slabs, MARGIN_LEFT, MARGIN_TOP, height);
  for (guint i = 0; i < pages->len; i++)
    add_foot (self, &setting, composition, g_ptr_array_index (pages, i), i + 1, pages->len);
  g_object_unref (context);

  return _sb_sheets_new (self->paper, composition, pages);
}
