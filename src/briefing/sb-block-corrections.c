/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"

#include "sb-date-format.h"
#include "sb-translate.h"

static void
add_row (SbComposer *self,
         SbPiece *table,
         const SbIssueDifference *line)
{
  g_autofree char *heading = sb_rich_text_escape (line->heading);
  g_autofree char *section = g_strdup_printf ("**%s**", heading[0] != '\0' ? heading : "–");
  g_autofree char *before = line->before != NULL ? sb_rich_text_escape (line->before) : g_strdup ("–");
  g_autofree char *after = line->after != NULL ? sb_rich_text_escape (line->after) : g_strdup_printf ("*%s*", sb_translate (self->language, "to be left out"));

  _sb_composer_add_row (self, table, section, before, after, NULL);
}

/* What is to be read in the place of what, and why. */
void
_sb_block_compose_corrections (SbComposer *self,
                               const SbTemplateBlock *block)
{
  static const double shares[] = { 2.2, 4.9, 4.9 };
  const SbCorrection *correction = sb_briefing_input_get_correction (self->input);
  GPtrArray *lines = correction != NULL ? correction->lines[self->language] : NULL;
  g_autofree char *day = NULL;
  g_autofree char *next_day = NULL;
  g_autofree char *intro = NULL;
  SbPiece *table;

  if (correction == NULL)
    {
      _sb_composer_take_nothing (self, block, 0);
      return;
    }

  _sb_composer_take_heading (self, block);
  day = sb_day_format (correction->day, self->language, SB_DATE_STYLE_LONG);
  next_day = sb_day_format (correction->next_day, self->language, SB_DATE_STYLE_LONG);
  /* Translators: the number of an issue and its day, and those of the one that replaces it. */
  intro = g_strdup_printf (sb_translate (self->language, "This notice corrects issue no. %u of %s, which issue no. %u of %s replaces."), correction->number, day, correction->next_number, next_day);
  _sb_composer_take_text (self, SB_PIECE_PARAGRAPH, 0, intro);
  if (!sb_bilingual_is_empty (correction->reason))
    _sb_composer_take_markdown (self, sb_bilingual_get_any (correction->reason, self->language), block->level);
  if (lines == NULL || lines->len == 0)
    {
      _sb_composer_take_text (self, SB_PIECE_PARAGRAPH, 0, sb_translate (self->language, "The texts of the two issues are the same."));
      return;
    }

  table = sb_piece_new (SB_PIECE_TABLE, 0, NULL);
  _sb_composer_add_row (self, table, sb_translate (self->language, "Section"), sb_translate (self->language, "Instead of"), sb_translate_context (self->language, "correction", "Read"), NULL);
  for (guint i = 0; i < lines->len; i++)
    add_row (self, table, g_ptr_array_index (lines, i));
  sb_piece_set_shares (table, shares, G_N_ELEMENTS (shares));
  _sb_composer_take (self, table);
}
