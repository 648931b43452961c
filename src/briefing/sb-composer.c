/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-block-kind-private.h"

#include "sb-briefing.h"
#include "sb-date-format.h"
#include "sb-outline.h"
#include "sb-translate.h"

#include <stdarg.h>
#include <string.h>

/* Words that are read in a minute, in a text of analysis. */
#define WORDS_A_MINUTE 180

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

void
_sb_composer_take (SbComposer *self,
                   SbPiece *piece)
{
  if (piece == NULL)
    return;

  if (self->block != NULL)
    sb_piece_set_block (piece, self->block, self->line);
  if (self->holder != NULL)
    sb_piece_append (self->holder, piece);
  else
    sb_composition_append (self->composition, piece);
}

void
_sb_composer_take_text (SbComposer *self,
                        SbPieceKind kind,
                        guint level,
                        const char *markup)
{
  _sb_composer_take (self, _sb_composer_new_text (self, kind, level, markup));
}

void
_sb_composer_take_heading (SbComposer *self,
                           const SbTemplateBlock *block)
{
  const char *heading = sb_bilingual_get_any (block->heading, self->language);
  SbPiece *piece;

  if (heading[0] == '\0')
    return;

  piece = _sb_composer_new_text (self, SB_PIECE_HEADING, block->level, heading);
  sb_piece_set_reference (piece, block->is_unnumbered ? 0 : 1, NULL);
  _sb_composer_take (self, piece);
}

void
_sb_composer_take_subheading (SbComposer *self,
                              const SbTemplateBlock *block,
                              const char *markup)
{
  SbPiece *piece = _sb_composer_new_text (self, SB_PIECE_HEADING, block->level + 1, markup);

  sb_piece_set_reference (piece, block->is_unnumbered ? 0 : 1, NULL);
  _sb_composer_take (self, piece);
}

gboolean
_sb_composer_take_nothing (SbComposer *self,
                           const SbTemplateBlock *block,
                           guint n_records)
{
  if (n_records > 0)
    return FALSE;

  if (block->level <= 1)
    {
      _sb_composer_take_heading (self, block);
      _sb_composer_take_text (self, SB_PIECE_PARAGRAPH, 0, sb_translate (self->language, "Nothing on record for this period."));
    }

  return TRUE;
}

GPtrArray *
_sb_composer_list (SbComposer *self,
                   const SbTemplateBlock *block)
{
  return _sb_selection_list (self->selection, block, self->n_dropped);
}

SbPiece *
_sb_composer_add_row (SbComposer *self,
                      SbPiece *table,
                      ...)
{
  SbPiece *row = sb_piece_new (SB_PIECE_ROW, 0, NULL);
  const char *markup;
  va_list cells;

  va_start (cells, table);
  while ((markup = va_arg (cells, const char *)) != NULL)
    sb_piece_append (row, _sb_composer_new_text (self, SB_PIECE_CELL, 0, markup));
  va_end (cells);
  sb_piece_append (table, row);

  return row;
}

void
_sb_composer_add_line (SbComposer *self,
                       SbPiece *card,
                       const char *label,
                       const char *markup)
{
  if (markup != NULL && markup[0] != '\0')
    _sb_composer_add_row (self, card, label, markup, NULL);
}

const char *
_sb_composer_get_words (const SbComposer *self,
                        SbTemplateWords words)
{
  SbRecord *briefing = sb_briefing_input_get_briefing (self->input);
  const char *asked = sb_briefing_input_get_words (self->input, words);
  const char *own = NULL;

  if (words == SB_TEMPLATE_WORDS_AUTHOR)
    own = sb_record_get_text (briefing, SB_BRIEFING_AUTHOR);
  if (words == SB_TEMPLATE_WORDS_INSTITUTION)
    own = sb_record_get_text (briefing, SB_BRIEFING_INSTITUTION);
  if (words == SB_TEMPLATE_WORDS_MARKING)
    own = sb_record_get_text (briefing, SB_BRIEFING_MARKING);
  if (words == SB_TEMPLATE_WORDS_DISTRIBUTION)
    own = sb_record_get_text (briefing, SB_BRIEFING_DISTRIBUTION);

  if (asked != NULL)
    return asked;

  return own != NULL ? own : sb_template_get_words (self->template, words, self->language);
}

const char *
_sb_composer_get_section_text (const SbComposer *self,
                               const SbTemplateBlock *block)
{
  SbRecord *section = sb_briefing_input_get_section (self->input, block->name);

  return section != NULL ? sb_record_get_words (section, SB_BRIEFING_SECTION_TEXT, self->language) : "";
}

/* Text written by hand in the place of what the block would say itself. */
static void
add_section (SbComposer *self,
             const SbTemplateBlock *block,
             SbRecord *section)
{
  _sb_composer_take_heading (self, block);
  _sb_composer_take_markdown (self, sb_record_get_words (section, SB_BRIEFING_SECTION_TEXT, self->language), block->level);
}

/* Composes one block, by hand or by its kind. */
static void
add_block (SbComposer *self,
           const SbTemplateBlock *block)
{
  SbRecord *section = sb_briefing_input_get_section (self->input, block->name);
  const char *outer = self->block;

  self->block = block->name;
  self->wording.block = block->name;
  self->wording.line = 0;
  if (section != NULL && block->kind == SB_TEMPLATE_BLOCK_QUOTE && sb_record_has (section, SB_BRIEFING_SECTION_MADE_FROM))
    _sb_block_pass_quote (self);
  if (section != NULL && sb_outline_can_write (block->kind))
    add_section (self, block, section);
  else
    _sb_block_kind_get (block->kind)->compose (self, block);
  self->block = outer;
  self->wording.block = outer;
}

void
_sb_block_compose_columns (SbComposer *self,
                           const SbTemplateBlock *block)
{
  SbPiece *outer = self->holder;
  SbPiece *columns = sb_piece_new (SB_PIECE_COLUMNS, 0, NULL);

  for (guint i = 0; i < block->blocks->len; i++)
    {
      self->holder = sb_piece_new (SB_PIECE_COLUMN, 0, NULL);
      add_block (self, g_ptr_array_index (block->blocks, i));
      sb_piece_append (columns, self->holder);
    }
  self->holder = outer;
  _sb_composer_take (self, columns);
}

void
_sb_block_compose_map (SbComposer *self,
                       const SbTemplateBlock *block)
{
  _sb_composer_take (self, _sb_composer_new_map (self, block));
}

void
_sb_block_compose_maps (SbComposer *self,
                        const SbTemplateBlock *block)
{
  _sb_composer_take (self, _sb_composer_new_maps (self, block));
}

void
_sb_block_compose_roads (SbComposer *self,
                         const SbTemplateBlock *block)
{
  SbPiece *table = block->frame.n_dates > 0 ? _sb_composer_new_road_days (self, block) : _sb_composer_new_road_table (self, block);
  SbPiece *shares;

  if (table == NULL && block->level > 1)
    return;

  _sb_composer_take_heading (self, block);
  if (table == NULL)
    table = _sb_composer_new_text (self, SB_PIECE_PARAGRAPH, 0, sb_translate (self->language, "Nothing is known of the roads."));
  _sb_composer_take (self, table);
  shares = block->frame.n_dates > 0 ? _sb_composer_new_road_days_shares (self, block) : _sb_composer_new_road_shares (self, block);
  if (shares != NULL)
    _sb_composer_take (self, shares);
}

void
_sb_block_compose_control (SbComposer *self,
                           const SbTemplateBlock *block)
{
  SbPiece *table = _sb_composer_new_control_days (self, block);

  if (table == NULL && block->level > 1)
    return;

  _sb_composer_take_heading (self, block);
  if (table == NULL)
    table = _sb_composer_new_text (self, SB_PIECE_PARAGRAPH, 0, sb_translate (self->language, "Nothing is known of who holds what."));
  _sb_composer_take (self, table);
}

/* What is said about the document, set by the rules of its language but as
 * plain text. */
static void
set_property (SbComposer *self,
              SbProperty property,
              const char *markup)
{
  g_autoptr (SbRichText) text = sb_rich_text_new_from_markup (markup, self->language);

  sb_composition_set_property (self->composition, property, sb_rich_text_get_text (text));
}

static void
append_part (GString *line,
             const char *separator,
             const char *part)
{
  if (part == NULL || part[0] == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, separator);
  g_string_append (line, part);
}

/* "Institute / Letter of the Observatory / Security in the Sahel / May 2026" */
static void
set_head (SbComposer *self)
{
  g_autofree char *month = _sb_composer_dup_month (self);
  GString *head = g_string_new (NULL);

  append_part (head, " / ", _sb_composer_get_words (self, SB_TEMPLATE_WORDS_INSTITUTION));
  append_part (head, " / ", _sb_composer_get_words (self, SB_TEMPLATE_WORDS_SERIES));
  append_part (head, " / ", _sb_composer_get_words (self, SB_TEMPLATE_WORDS_THEME));
  append_part (head, " / ", month);
  set_property (self, SB_PROPERTY_HEAD, head->str);
  g_string_free (head, TRUE);
}

static void
set_properties (SbComposer *self)
{
  SbRecord *briefing = sb_briefing_input_get_briefing (self->input);
  const char *title = sb_record_get_words (briefing, SB_BRIEFING_TITLE, self->language);
  const char *tag = sb_record_get_words (briefing, SB_BRIEFING_TAG, self->language);
  const char *author = _sb_composer_get_words (self, SB_TEMPLATE_WORDS_AUTHOR);
  const char *institution = _sb_composer_get_words (self, SB_TEMPLATE_WORDS_INSTITUTION);
  g_autofree char *as_of = _sb_composer_dup_as_of (self);
  g_autofree char *period = sb_period_format (sb_briefing_input_get_first (self->input), sb_briefing_input_get_last (self->input), self->language);
  g_autofree char *foot = g_strdup_printf ("%s%s%s · %s", institution, institution[0] != '\0' ? " · " : "", title, as_of);
  g_autofree char *keywords = g_strdup_printf ("%s%s%s", tag, tag[0] != '\0' && period[0] != '\0' ? ", " : "", period);

  set_property (self, SB_PROPERTY_TITLE, title);
  set_property (self, SB_PROPERTY_AUTHOR, author[0] != '\0' ? author : institution);
  set_property (self, SB_PROPERTY_SUBJECT, sb_template_get_product (self->template, self->language));
  set_property (self, SB_PROPERTY_KEYWORDS, keywords);
  set_property (self, SB_PROPERTY_FOOT, foot);
  set_property (self, SB_PROPERTY_MARKING, _sb_composer_get_words (self, SB_TEMPLATE_WORDS_MARKING));
  set_head (self);
}

/* A text with a label, an opinion, tells how long it takes to read. */
static void
add_reading_time (SbComposer *self)
{
  guint minutes = MAX (1, (sb_composition_count_words (self->composition) + WORDS_A_MINUTE / 2) / WORDS_A_MINUTE);
  g_autofree char *line = NULL;

  if (self->masthead == NULL || _sb_composer_get_words (self, SB_TEMPLATE_WORDS_LABEL)[0] == '\0')
    return;

  line = g_strdup_printf (sb_translate_plural (self->language, "Reading time: %u minute", "Reading time: %u minutes", minutes), minutes);
  _sb_composer_append_role (self, self->masthead, SB_ROLE_LINE, line);
}

static void
add_notes (SbComposer *self)
{
  for (guint i = 1; i <= sb_citations_get_n_notes (self->citations); i++)
    {
      g_autofree char *text = sb_citations_dup_note (self->citations, i, FALSE);
      g_autofree char *short_text = sb_citations_dup_note (self->citations, i, TRUE);

      sb_composition_add_note (self->composition, sb_rich_text_new_from_markup (text, self->language), sb_rich_text_new_from_markup (short_text, self->language));
    }
}

/* The sources are known when all that cites them is composed, wherever they stand. */
static void
add_blocks (SbComposer *self)
{
  const SbTemplateBlock *sources = NULL;
  guint position = 0;
  guint first;

  for (guint i = 0; i < sb_template_get_n_blocks (self->template); i++)
    {
      const SbTemplateBlock *block = sb_template_get_block (self->template, i);

      if (block->kind == SB_TEMPLATE_BLOCK_SOURCES && sources == NULL)
        {
          sources = block;
          position = sb_composition_get_n_pieces (self->composition);
        }
      else
        add_block (self, block);
    }
  if (sources == NULL)
    return;

  first = sb_composition_get_n_pieces (self->composition);
  add_block (self, sources);
  sb_composition_move_last (self->composition, first, position);
}

SbComposition *
_sb_composer_run (SbComposer *self)
{
  SbComposition *composition = sb_composition_new (self->language);

  g_clear_pointer (&self->citations, sb_citations_free);
  self->citations = sb_citations_new (self->language);
  sb_citations_set_at_foot (self->citations, !self->writes_uuids && sb_template_get_notes (self->template) == SB_TEMPLATE_NOTES_FOOT);
  sb_citations_set_graded (self->citations, sb_template_has_grades (self->template));
  sb_citations_set_addresses (self->citations, sb_template_has_addresses (self->template));
  self->quoted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_clear_pointer (&self->lacks, g_ptr_array_unref);
  self->lacks = g_ptr_array_new_with_free_func (_sb_lack_free);
  self->wording = (SbWording) { .input = self->input, .citations = self->citations, .language = self->language, .lacks = self->lacks, .writes_uuids = self->writes_uuids };
  self->composition = composition;
  self->holder = NULL;
  self->masthead = NULL;
  self->plan = NULL;
  sb_composition_set_layout (composition, sb_template_get_layout (self->template), sb_template_is_duplex (self->template));

  add_blocks (self);
  _sb_composer_finish_headings (self);
  _sb_composer_finish_plan (self);
  add_notes (self);
  add_reading_time (self);
  set_properties (self);
  self->composition = NULL;
  g_clear_pointer (&self->quoted, g_hash_table_unref);

  return composition;
}
