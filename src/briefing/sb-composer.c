/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-composer-private.h"

#include "sb-briefing.h"
#include "sb-date-format.h"
#include "sb-translate.h"

#include <string.h>

/* A block may come to hold several pieces: where they go. */
typedef void (*TakePieceFunc) (gpointer target,
                               SbPiece *piece);

static void compose_block (SbComposer *self,
                           const SbTemplateBlock *block,
                           TakePieceFunc take,
                           gpointer target);

SbPiece *
_sb_composer_new_text (const SbComposer *self,
                       SbPieceKind kind,
                       guint level,
                       const char *markup)
{
  return sb_piece_new (kind, level, sb_rich_text_new_from_markup (markup, self->language));
}

char *
_sb_composer_dup_as_of (const SbComposer *self)
{
  g_autofree char *day = sb_day_format (sb_briefing_input_get_as_of (self->input), self->language, SB_DATE_STYLE_LONG);

  return g_strdup_printf (sb_translate (self->language, "Situation as of %s"), day);
}

static void
take_heading (SbComposer *self,
              const SbTemplateBlock *block,
              const char *heading,
              TakePieceFunc take,
              gpointer target)
{
  if (heading != NULL && heading[0] != '\0')
    take (target, _sb_composer_new_text (self, SB_PIECE_HEADING, block->level, heading));
}

/* Text written by hand: paragraphs parted by blank lines, and lines that start
 * with a dash are items. */
static void
compose_section (SbComposer *self,
                 const SbTemplateBlock *block,
                 SbRecord *section,
                 TakePieceFunc take,
                 gpointer target)
{
  const char *title = sb_record_get_words (section, SB_BRIEFING_SECTION_TITLE, self->language);
  const char *text = sb_record_get_words (section, SB_BRIEFING_SECTION_TEXT, self->language);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  SbPiece *list = NULL;

  take_heading (self, block, title[0] != '\0' ? title : sb_bilingual_get_any (block->heading, self->language), take, target);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);
      gboolean is_item = g_str_has_prefix (line, "- ");

      if (list != NULL && !is_item)
        take (target, g_steal_pointer (&list));
      if (is_item)
        {
          if (list == NULL)
            list = sb_piece_new (SB_PIECE_LIST, 0, NULL);
          sb_piece_append (list, _sb_composer_new_text (self, SB_PIECE_ITEM, 1, line + 2));
        }
      else if (line[0] != '\0')
        take (target, _sb_composer_new_text (self, SB_PIECE_PARAGRAPH, 0, line));
    }
  if (list != NULL)
    take (target, list);
}

static SbPiece *
new_list (SbComposer *self,
          GPtrArray *records)
{
  SbPiece *list = sb_piece_new (SB_PIECE_LIST, 0, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *markup = _sb_wording_for_record (&self->wording, g_ptr_array_index (records, i));

      sb_piece_append (list, _sb_composer_new_text (self, SB_PIECE_ITEM, 1, markup));
    }

  return list;
}

/* A section that has nothing to say says so; a lesser block is left out. */
static void
compose_records (SbComposer *self,
                 const SbTemplateBlock *block,
                 TakePieceFunc take,
                 gpointer target)
{
  g_autoptr (GPtrArray) records = _sb_selection_list (self->selection, block, self->n_dropped);

  if (records->len == 0 && block->level > 1)
    return;

  take_heading (self, block, sb_bilingual_get_any (block->heading, self->language), take, target);
  if (records->len == 0)
    take (target, _sb_composer_new_text (self, SB_PIECE_PARAGRAPH, 0, sb_translate (self->language, "Nothing on record for this period.")));
  else if (block->kind == SB_TEMPLATE_BLOCK_TABLE)
    take (target, _sb_composer_new_restriction_table (self, records));
  else
    take (target, new_list (self, records));
}

static void
append_child (gpointer target,
              SbPiece *piece)
{
  sb_piece_append (target, piece);
}

static void
compose_columns (SbComposer *self,
                 const SbTemplateBlock *block,
                 TakePieceFunc take,
                 gpointer target)
{
  SbPiece *columns = sb_piece_new (SB_PIECE_COLUMNS, 0, NULL);

  for (guint i = 0; i < block->blocks->len; i++)
    {
      SbPiece *column = sb_piece_new (SB_PIECE_COLUMN, 0, NULL);

      compose_block (self, g_ptr_array_index (block->blocks, i), append_child, column);
      sb_piece_append (columns, column);
    }
  take (target, columns);
}

/* What did not find room, in a quiet line under the sources. */
static void
take_omissions (SbComposer *self,
                TakePieceFunc take,
                gpointer target)
{
  g_autoptr (GPtrArray) left_out = _sb_selection_list_left_out (self->selection, self->n_dropped);
  g_autofree char *text = NULL;

  if (left_out->len == 0)
    return;

  text = g_strdup_printf (sb_translate_plural (self->language, "%u item was left out for want of room.",
                                               "%u items were left out for want of room.", left_out->len),
                          left_out->len);
  take (target, sb_piece_new_for_role (SB_ROLE_LINE, sb_rich_text_new_from_markup (text, self->language)));
}

static void
compose_sources (SbComposer *self,
                 const SbTemplateBlock *block,
                 TakePieceFunc take,
                 gpointer target)
{
  SbPiece *references;
  guint n_sources = sb_citations_get_n_sources (self->citations);

  take_heading (self, block, sb_bilingual_get_any (block->heading, self->language), take, target);
  if (n_sources == 0)
    take (target, _sb_composer_new_text (self, SB_PIECE_PARAGRAPH, 0, sb_translate (self->language, "No source is cited.")));

  references = sb_piece_new (SB_PIECE_REFERENCES, 0, NULL);
  for (guint i = 1; i <= n_sources; i++)
    {
      g_autofree char *reference = sb_citations_dup_reference (self->citations, i);
      SbPiece *item = _sb_composer_new_text (self, SB_PIECE_ITEM, 1, reference);

      sb_piece_set_reference (item, i, sb_citations_get_uri (self->citations, i));
      sb_piece_append (references, item);
    }
  take (target, references);
  take_omissions (self, take, target);
}

static void
take_some (TakePieceFunc take,
           gpointer target,
           SbPiece *piece)
{
  if (piece != NULL)
    take (target, piece);
}

static void
compose_roads (SbComposer *self,
               const SbTemplateBlock *block,
               TakePieceFunc take,
               gpointer target)
{
  SbPiece *table = _sb_composer_new_road_table (self, block);

  if (table == NULL && block->level > 1)
    return;

  take_heading (self, block, sb_bilingual_get_any (block->heading, self->language), take, target);
  if (table == NULL)
    table = _sb_composer_new_text (self, SB_PIECE_PARAGRAPH, 0, sb_translate (self->language, "Nothing is known of the roads."));
  take (target, table);
}

static void
compose_block (SbComposer *self,
               const SbTemplateBlock *block,
               TakePieceFunc take,
               gpointer target)
{
  SbRecord *section = sb_briefing_input_get_section (self->input, block->name);

  if (section != NULL)
    {
      compose_section (self, block, section, take, target);
      return;
    }

  switch (block->kind)
    {
    case SB_TEMPLATE_BLOCK_MASTHEAD:
      take (target, _sb_composer_new_masthead (self));
      break;
    case SB_TEMPLATE_BLOCK_FIGURES:
      take_some (take, target, _sb_composer_new_strip (self, block));
      break;
    case SB_TEMPLATE_BLOCK_MAP:
      take_some (take, target, _sb_composer_new_map (self, block));
      break;
    case SB_TEMPLATE_BLOCK_ROADS:
      compose_roads (self, block, take, target);
      break;
    case SB_TEMPLATE_BLOCK_COLUMNS:
      compose_columns (self, block, take, target);
      break;
    case SB_TEMPLATE_BLOCK_SOURCES:
      compose_sources (self, block, take, target);
      break;
    case SB_TEMPLATE_BLOCK_ITEMS:
    case SB_TEMPLATE_BLOCK_TABLE:
    default:
      compose_records (self, block, take, target);
      break;
    }
}

static void
append_to_composition (gpointer target,
                       SbPiece *piece)
{
  sb_composition_append (target, piece);
}

/* What is said about the document, set by the rules of its language but as
 * plain text. */
static void
set_property (SbComposer *self,
              SbComposition *composition,
              SbProperty property,
              const char *markup)
{
  g_autoptr (SbRichText) text = sb_rich_text_new_from_markup (markup, self->language);

  sb_composition_set_property (composition, property, sb_rich_text_get_text (text));
}

static void
set_properties (SbComposer *self,
                SbComposition *composition)
{
  SbRecord *briefing = sb_briefing_input_get_briefing (self->input);
  const char *title = sb_record_get_words (briefing, SB_BRIEFING_TITLE, self->language);
  const char *tag = sb_record_get_words (briefing, SB_BRIEFING_TAG, self->language);
  const char *author = sb_record_get_text (briefing, SB_BRIEFING_AUTHOR);
  const char *institution = sb_record_get_text (briefing, SB_BRIEFING_INSTITUTION);
  g_autofree char *as_of = _sb_composer_dup_as_of (self);
  g_autofree char *period = sb_period_format (sb_briefing_input_get_first (self->input), sb_briefing_input_get_last (self->input), self->language);
  g_autofree char *foot = g_strdup_printf ("%s%s%s · %s", institution != NULL ? institution : "", institution != NULL ? " · " : "", title, as_of);
  g_autofree char *keywords = g_strdup_printf ("%s%s%s", tag, tag[0] != '\0' && period[0] != '\0' ? ", " : "", period);

  set_property (self, composition, SB_PROPERTY_TITLE, title);
  set_property (self, composition, SB_PROPERTY_AUTHOR, author != NULL ? author : institution);
  set_property (self, composition, SB_PROPERTY_SUBJECT, sb_template_get_product (self->template, self->language));
  set_property (self, composition, SB_PROPERTY_KEYWORDS, keywords);
  set_property (self, composition, SB_PROPERTY_FOOT, foot);
  set_property (self, composition, SB_PROPERTY_MARKING, sb_record_get_text (briefing, SB_BRIEFING_MARKING));
}

SbComposition *
_sb_composer_run (SbComposer *self)
{
  SbComposition *composition = sb_composition_new (self->language);

  g_clear_pointer (&self->citations, sb_citations_free);
  self->citations = sb_citations_new (self->language);
  self->wording = (SbWording) { self->input, self->citations, self->language, 0 };

  for (guint i = 0; i < sb_template_get_n_blocks (self->template); i++)
    compose_block (self, sb_template_get_block (self->template, i), append_to_composition, composition);
  set_properties (self, composition);

  return composition;
}
