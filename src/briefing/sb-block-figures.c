/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"

#include "sb-figure.h"
#include "sb-text.h"
#include "sb-translate.h"

#include <math.h>

/* A unit that is longer stands in the caption. */
#define SHORT_UNIT 3

/* "2.7 M", "2.5 bn": a figure that is set large has few digits. */
static char *
dup_large_number (double value,
                  SbLanguage language)
{
  gboolean is_thousand_million = fabs (value) >= 1e9;
  g_autofree char *number = NULL;

  if (fabs (value) < 1e6)
    return sb_number_format (value, 2, language);

  number = sb_number_format (value / (is_thousand_million ? 1e9 : 1e6), 2, language);

  /* Translators: million and thousand million, as short as they can be. */
  return g_strdup_printf ("%s\302\240%s", number, is_thousand_million ? sb_translate_context (language, "large number", "bn") : sb_translate_context (language, "large number", "M"));
}

/* "20–30", "2.7 million tonnes": the unit stays with the number when short. */
static char *
dup_value (SbComposer *self,
           SbRecord *figure)
{
  double low = sb_record_get_real (figure, SB_FIGURE_LOW, 0);
  double high = sb_record_get_real (figure, SB_FIGURE_HIGH, low);
  const char *unit = sb_record_get_words (figure, SB_FIGURE_UNIT, self->language);
  const char *qualifier = sb_record_get_words (figure, SB_FIGURE_QUALIFIER, self->language);
  g_autofree char *from = dup_large_number (low, self->language);
  g_autofree char *to = dup_large_number (high, self->language);
  gboolean is_short = g_utf8_strlen (unit, -1) <= SHORT_UNIT;

  return g_strdup_printf ("%s%s%s%s%s%s", qualifier[0] != '\0' ? "≈\302\240" : "", from,
                          high > low ? "–" : "", high > low ? to : "",
                          is_short ? sb_figure_get_unit_gap (unit, self->language) : "", is_short ? unit : "");
}

/* A figure with what it counts under it. */
static SbPiece *
new_key_figure (SbComposer *self,
                SbRecord *figure)
{
  SbPiece *piece = sb_piece_new (SB_PIECE_KEY_FIGURE, 0, NULL);
  const char *unit = sb_record_get_words (figure, SB_FIGURE_UNIT, self->language);
  const char *label = sb_record_get_words (figure, SB_FIGURE_LABEL, self->language);
  g_autofree char *value = dup_value (self, figure);
  g_autofree char *caption = g_utf8_strlen (unit, -1) > SHORT_UNIT ? g_strdup_printf ("%s: %s", unit, label) : g_strdup (label);
  g_autofree char *sourced = _sb_wording_source (&self->wording, figure, caption);

  sb_piece_append (piece, _sb_composer_new_text (self, SB_PIECE_PARAGRAPH, 0, value));
  sb_piece_append (piece, _sb_composer_new_text (self, SB_PIECE_PARAGRAPH, 0, sourced));
  return piece;
}

/* The first ones that are admitted (element-type SbRecord). */
static GPtrArray *
list_first (SbComposer *self,
            guint most,
            SbTemplateFilter filter)
{
  g_autoptr (GPtrArray) figures = sb_briefing_input_list (self->input, SB_KIND_FIGURE);
  GPtrArray *first = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < figures->len && first->len < most; i++)
    if (_sb_selection_admits (self->selection, self->input, filter, g_ptr_array_index (figures, i)))
      g_ptr_array_add (first, g_object_ref (g_ptr_array_index (figures, i)));

  return first;
}

/* Those that somebody chose, as far as they are known by the day of the briefing. */
static GPtrArray *
list_chosen (SbComposer *self,
             char **uuids)
{
  g_autoptr (GPtrArray) figures = sb_briefing_input_list (self->input, SB_KIND_FIGURE);
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; uuids[i] != NULL; i++)
    for (guint k = 0; k < figures->len; k++)
      if (g_strcmp0 (sb_record_get_uuid (g_ptr_array_index (figures, k)), uuids[i]) == 0)
        g_ptr_array_add (chosen, g_object_ref (g_ptr_array_index (figures, k)));

  return chosen;
}

/* NULL for a strip without figures. */
static SbPiece *
new_strip (SbComposer *self,
           GPtrArray *figures)
{
  SbPiece *strip = figures->len > 0 ? sb_piece_new (SB_PIECE_STRIP, 0, NULL) : NULL;

  for (guint i = 0; i < figures->len; i++)
    sb_piece_append (strip, new_key_figure (self, g_ptr_array_index (figures, i)));

  return strip;
}

SbPiece *
_sb_composer_new_strip (SbComposer *self,
                        guint most,
                        SbTemplateFilter filter)
{
  g_autoptr (GPtrArray) figures = list_first (self, most, filter);

  return new_strip (self, figures);
}

void
_sb_block_compose_figures (SbComposer *self,
                           const SbTemplateBlock *block)
{
  g_autoptr (GPtrArray) figures = block->figures != NULL ? list_chosen (self, block->figures) : list_first (self, block->most, block->filter);
  SbPiece *strip = new_strip (self, figures);

  if (self->strips != NULL)
    g_hash_table_insert (self->strips, g_strdup (block->name), g_ptr_array_ref (figures));
  if (strip == NULL)
    return;

  _sb_composer_take_heading (self, block);
  _sb_composer_take (self, strip);
}
