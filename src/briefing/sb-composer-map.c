/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-composer-private.h"

#include "sb-date-format.h"
#include "sb-map-sheet-private.h"
#include "sb-translate.h"

/* "Places hit, 25–29 April 2026"; a title of its own stands as it is. */
SbRichText *
_sb_composer_new_figure_title (SbComposer *self,
                               const SbTemplateBlock *block,
                               const SbBriefingInput *input)
{
  const char *own = sb_bilingual_get_any (block->frame.title, self->language);
  const char *heading = sb_bilingual_get_any (block->heading, self->language);
  g_autofree char *period = NULL;
  g_autofree char *title = NULL;

  if (own[0] != '\0')
    return sb_rich_text_new_from_markup (own, self->language);

  period = input != NULL ? sb_period_format (sb_briefing_input_get_first (input), sb_briefing_input_get_last (input), self->language) : g_strdup ("");
  title = g_strdup_printf ("%s%s%s", heading, heading[0] != '\0' && period[0] != '\0' ? ", " : "", period);

  return sb_rich_text_new_from_markup (title, self->language);
}

/* One map of the sheet of @block, of the records as @input has them. */
static void
add_map (SbComposer *self,
         const SbTemplateBlock *block,
         SbMapSheet *sheet,
         const SbBriefingInput *input,
         const char *as_of)
{
  SbMapFigure *figure = _sb_map_figure_new (self->painter, self->language, as_of);

  _sb_map_figure_collect (figure, input, block->frame.layers);
  if ((block->frame.layers & SB_MAP_LAYER_ROADS) != 0)
    _sb_composer_draw_ways (self, block, input, figure);
  _sb_map_sheet_take (sheet, figure);
}

static SbMapSheet *
create_sheet (SbComposer *self,
              const SbTemplateBlock *block)
{
  SbMapSheet *sheet = sb_map_sheet_new (self->painter, self->language, NULL);

  if (block->frame.extent == SB_TEMPLATE_EXTENT_BOUNDS)
    sb_map_sheet_set_bounds (sheet, &block->frame.bounds);
  if (block->frame.extent == SB_TEMPLATE_EXTENT_ROADS)
    sb_map_sheet_set_around_roads (sheet);

  return sheet;
}

/* Pages are set many times over until they fit: what is on a map is worked out once. */
static SbPiece *
new_figure (SbComposer *self,
            const SbTemplateBlock *block,
            SbMapSheet *sheet,
            SbRichText *title)
{
  g_autofree char *alternative = _sb_map_sheet_describe (sheet);
  SbPiece *figure = sb_piece_new_figure (title, alternative, block->least_height + (block->height - block->least_height) * self->figure_ease, block->least_height,
                                         _sb_map_sheet_draw_figure, sb_map_sheet_ref (sheet), (GDestroyNotify) sb_map_sheet_unref);

  sb_piece_set_pair_func (figure, _sb_map_sheet_draw_pair);
  return figure;
}

static SbMapSheet *
find_sheet (SbComposer *self,
            const SbTemplateBlock *block)
{
  if (self->sheets == NULL)
    self->sheets = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sb_map_sheet_unref);

  return g_hash_table_lookup (self->sheets, block);
}

SbPiece *
_sb_composer_new_map (SbComposer *self,
                      const SbTemplateBlock *block)
{
  SbBriefingMoment moment = sb_template_frame_get_moment (&block->frame, self->input);
  g_autoptr (SbBriefingInput) view = NULL;
  g_autofree char *day = sb_day_format (moment.as_of, self->language, SB_DATE_STYLE_LONG);
  g_autofree char *as_of = g_strdup_printf (sb_translate (self->language, "Situation as of %s"), day);
  SbMapSheet *sheet;

  if (self->painter == NULL)
    return NULL;

  view = sb_briefing_input_new_view (self->input, &moment);
  sheet = find_sheet (self, block);
  if (sheet == NULL)
    {
      sheet = create_sheet (self, block);
      add_map (self, block, sheet, view, as_of);
      g_hash_table_insert (self->sheets, (gpointer) block, sheet);
    }
  /* One that keeps to an extent of its own tells that nothing is there. */
  if (_sb_map_sheet_is_empty (sheet) && block->frame.extent != SB_TEMPLATE_EXTENT_BOUNDS)
    return NULL;

  return new_figure (self, block, sheet, _sb_composer_new_figure_title (self, block, view));
}

SbPiece *
_sb_composer_new_maps (SbComposer *self,
                       const SbTemplateBlock *block)
{
  g_autoptr (GArray) moments = sb_template_frame_list_moments (&block->frame, self->input);
  SbMapSheet *sheet;

  if (self->painter == NULL || moments->len == 0)
    return NULL;

  sheet = find_sheet (self, block);
  if (sheet == NULL)
    {
      sheet = create_sheet (self, block);
      for (guint i = 0; i < moments->len; i++)
        {
          const SbBriefingMoment *moment = &g_array_index (moments, SbBriefingMoment, i);
          g_autoptr (SbBriefingInput) view = sb_briefing_input_new_view (self->input, moment);
          g_autofree char *day = sb_day_format (moment->as_of, self->language, SB_DATE_STYLE_LONG);
          g_autofree char *as_of = g_strdup_printf (sb_translate (self->language, "As of %s"), day);

          add_map (self, block, sheet, view, as_of);
        }
      g_hash_table_insert (self->sheets, (gpointer) block, sheet);
    }

  return new_figure (self, block, sheet, _sb_composer_new_figure_title (self, block, NULL));
}
