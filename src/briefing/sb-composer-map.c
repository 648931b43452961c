/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-composer-private.h"

#include "sb-briefing.h"
#include "sb-date-format.h"
#include "sb-map-figure-private.h"

/* "Places hit, 25–29 April 2026" */
static SbRichText *
new_title (SbComposer *self,
           const SbTemplateBlock *block)
{
  const char *heading = sb_bilingual_get_any (block->heading, self->language);
  g_autofree char *period = sb_period_format (sb_briefing_input_get_first (self->input), sb_briefing_input_get_last (self->input), self->language);
  g_autofree char *title = g_strdup_printf ("%s%s%s", heading, heading[0] != '\0' && period[0] != '\0' ? ", " : "", period);

  return sb_rich_text_new_from_markup (title, self->language);
}

SbPiece *
_sb_composer_new_map (SbComposer *self,
                      const SbTemplateBlock *block)
{
  g_autoptr (SbMapFigure) figure = NULL;
  g_autofree char *as_of = _sb_composer_dup_as_of (self);
  g_autofree char *alternative = NULL;

  if (self->painter == NULL)
    return NULL;

  figure = _sb_map_figure_new (self->painter, self->language, as_of);
  _sb_map_figure_collect (figure, self->input);
  _sb_composer_draw_ways (self, block, figure);
  if (_sb_map_figure_is_empty (figure))
    return NULL;

  alternative = _sb_map_figure_describe (figure);

  return sb_piece_new_figure (new_title (self, block), alternative, block->least_height + (block->height - block->least_height) * self->figure_ease, block->least_height,
                              _sb_map_figure_draw, g_steal_pointer (&figure), (GDestroyNotify) _sb_map_figure_free);
}
