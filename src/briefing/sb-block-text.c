/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"

#include "sb-translate.h"

#include <string.h>

void
_sb_block_compose_text (SbComposer *self,
                        const SbTemplateBlock *block)
{
  _sb_composer_take_heading (self, block);
  _sb_composer_take_markdown (self, sb_bilingual_get_any (block->text, self->language), block->level);
}

/* Where the words of a heading end, without a stop or a question mark and the space
 * before it. */
static gsize
find_last_letter (const char *heading)
{
  const char *end = heading + strlen (heading);

  while (end > heading)
    {
      const char *last = g_utf8_find_prev_char (heading, end);

      if (last == NULL || (strchr ("?!.", *last) == NULL && !g_unichar_isspace (g_utf8_get_char (last))))
        break;
      end = last;
    }

  return (gsize) (end - heading);
}

/* A heading inside a sentence: its first letter small, unless the word is written in
 * capitals, and no mark at its end. */
static char *
dup_inner_heading (const char *heading)
{
  g_autofree char *bare = g_strndup (heading, find_last_letter (heading));
  const char *rest = bare[0] != '\0' ? g_utf8_next_char (bare) : bare;
  g_autofree char *initial = NULL;

  if (bare[0] == '\0' || g_unichar_isupper (g_utf8_get_char (rest)))
    return g_steal_pointer (&bare);

  initial = g_utf8_strdown (bare, rest - bare);

  return g_strconcat (initial, rest, NULL);
}

/* Which sections there are is known when all is composed. */
void
_sb_block_compose_plan (SbComposer *self,
                        const SbTemplateBlock *block)
{
  _sb_composer_take_heading (self, block);
  _sb_composer_take_markdown (self, sb_bilingual_get_any (block->text, self->language), block->level);
  if (self->holder != NULL || self->plan != NULL)
    return;

  self->plan = _sb_composer_new_text (self, SB_PIECE_PARAGRAPH, 0, NULL);
  _sb_composer_take (self, self->plan);
}

/* Those behind the plan: all headings of the first level that count as sections. */
static GPtrArray *
list_sections (SbComposer *self)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func (g_free);
  gboolean is_behind = FALSE;

  for (guint i = 0; i < sb_composition_get_n_pieces (self->composition); i++)
    {
      SbPiece *piece = sb_composition_get_piece (self->composition, i);

      if (is_behind && sb_piece_get_kind (piece) == SB_PIECE_HEADING && sb_piece_get_level (piece) <= 1 && sb_piece_get_number (piece) > 0)
        {
          g_autofree char *escaped = sb_rich_text_escape (sb_rich_text_get_text (sb_piece_get_text (piece)));
          g_autofree char *inner = dup_inner_heading (escaped);

          g_ptr_array_add (sections, g_strdup_printf ("(%u)\302\240%s", sections->len + 1, inner));
        }
      is_behind = is_behind || piece == self->plan;
    }

  return sections;
}

void
_sb_composer_finish_plan (SbComposer *self)
{
  g_autoptr (GPtrArray) sections = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *sentence = NULL;

  if (self->plan == NULL)
    return;

  sections = list_sections (self);
  if (sections->len == 0)
    return;

  joined = _sb_wording_join (sections, self->language);
  /* Translators: the sections of a document, in a row: "(1) the facts and (2) …". */
  sentence = g_strdup_printf (sb_translate (self->language, "It takes up, in turn: %s."), joined);
  sb_piece_set_text (self->plan, sb_rich_text_new_from_markup (sentence, self->language));
}
