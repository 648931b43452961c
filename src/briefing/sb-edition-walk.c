/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-edition-walk-private.h"

#include "sb-quotation-private.h"
#include "sb-rich-text-spans-private.h"

/* Calls a function of the syntax, if it has it. */
#define TELL(self, name, ...)                               \
  G_STMT_START                                              \
  {                                                         \
    if ((self)->syntax->name != NULL)                       \
      (self)->syntax->name ((self)->writer, ##__VA_ARGS__); \
  }                                                         \
  G_STMT_END

typedef struct
{
  const SbEditionSyntax *syntax;
  SbComposition *composition;
  gpointer writer;
} Walk;

static void walk_piece (Walk *self,
                        SbPiece *piece);

static void
walk_head (Walk *self,
           SbPiece *holder)
{
  gboolean is_cover = sb_piece_get_kind (holder) == SB_PIECE_COVER;

  TELL (self, begin, holder);
  for (guint i = 0; i < sb_piece_get_n_children (holder); i++)
    {
      SbPiece *child = sb_piece_get_child (holder, i);

      if (sb_piece_get_kind (child) == SB_PIECE_FIGURE)
        TELL (self, logo, child);
      if (!sb_rich_text_is_empty (sb_piece_get_text (child)))
        TELL (self, head_text, sb_piece_get_text (child), sb_piece_get_role (child), is_cover);
    }
  TELL (self, end, holder);
}

gboolean
_sb_edition_is_numbered (SbPiece *list)
{
  return sb_piece_get_n_children (list) > 0 && sb_piece_get_number (sb_piece_get_child (list, 0)) > 0;
}

/* Closes and opens levels until the next item is one of @level; 0 closes all. */
static void
move_to_level (Walk *self,
               guint *depth,
               guint level)
{
  if (*depth > 0 && *depth >= level)
    TELL (self, close_item);
  for (; *depth > level; (*depth)--)
    TELL (self, close_level, *depth - 1);
  for (; *depth < level; (*depth)++)
    TELL (self, open_level, *depth, *depth + 1 < level);
}

static void
walk_list (Walk *self,
           SbPiece *list)
{
  guint depth = 0;

  TELL (self, begin, list);
  for (guint i = 0; i < sb_piece_get_n_children (list); i++)
    {
      SbPiece *item = sb_piece_get_child (list, i);

      move_to_level (self, &depth, CLAMP (sb_piece_get_level (item), 1, 3));
      TELL (self, item, item, _sb_edition_is_numbered (list));
    }
  move_to_level (self, &depth, 0);
  TELL (self, end, list);
}

static void
walk_references (Walk *self,
                 SbPiece *references)
{
  guint n_items = sb_piece_get_n_children (references);

  if (n_items == 0)
    return;

  TELL (self, begin, references);
  for (guint i = 0; i < n_items; i++)
    TELL (self, reference, sb_piece_get_child (references, i));
  TELL (self, end, references);
}

guint
_sb_edition_count_columns (SbPiece *table)
{
  guint n_columns = 0;

  for (guint i = 0; i < sb_piece_get_n_children (table); i++)
    n_columns = MAX (n_columns, sb_piece_get_n_children (sb_piece_get_child (table, i)));

  return n_columns;
}

static void
walk_table (Walk *self,
            SbPiece *table)
{
  if (_sb_edition_count_columns (table) == 0)
    return;

  TELL (self, begin, table);
  for (guint i = 0; i < sb_piece_get_n_children (table); i++)
    TELL (self, row, sb_piece_get_child (table, i), i);
  TELL (self, end, table);
}

static SbRichText *
get_cell (SbPiece *row,
          guint column)
{
  return column < sb_piece_get_n_children (row) ? sb_piece_get_text (sb_piece_get_child (row, column)) : NULL;
}

static void
walk_card (Walk *self,
           SbPiece *card)
{
  if (sb_piece_get_n_children (card) == 0)
    return;

  TELL (self, begin, card);
  for (guint i = 0; i < sb_piece_get_n_children (card); i++)
    {
      SbPiece *row = sb_piece_get_child (card, i);

      TELL (self, line, get_cell (row, 0), get_cell (row, 1));
    }
  TELL (self, end, card);
}

static void
walk_strip (Walk *self,
            SbPiece *strip)
{
  if (sb_piece_get_n_children (strip) == 0)
    return;

  TELL (self, begin, strip);
  for (guint i = 0; i < sb_piece_get_n_children (strip); i++)
    TELL (self, key_figure, sb_piece_get_child (strip, i));
  TELL (self, end, strip);
}

static void
walk_quote (Walk *self,
            SbPiece *quote)
{
  TELL (self, begin, quote);
  for (guint i = 0; i < sb_piece_get_n_children (quote); i++)
    {
      SbPiece *child = sb_piece_get_child (quote, i);
      gboolean is_translation = sb_piece_get_role (child) == SB_ROLE_TRANSLATION;

      if (sb_rich_text_is_empty (sb_piece_get_text (child)))
        continue;
      if (_sb_quotation_is_speaker (quote, i))
        TELL (self, quoted, sb_piece_get_text (child), SB_QUOTED_SPEAKER);
      else
        TELL (self, quoted, sb_piece_get_text (child), is_translation ? SB_QUOTED_TRANSLATION : SB_QUOTED_WORDS);
    }
  TELL (self, end, quote);
}

static void
walk_columns (Walk *self,
              SbPiece *columns)
{
  if (sb_piece_get_n_children (columns) == 0)
    return;

  TELL (self, begin, columns);
  for (guint i = 0; i < sb_piece_get_n_children (columns); i++)
    {
      SbPiece *column = sb_piece_get_child (columns, i);

      TELL (self, begin, column);
      for (guint k = 0; k < sb_piece_get_n_children (column); k++)
        walk_piece (self, sb_piece_get_child (column, k));
      TELL (self, end, column);
    }
  TELL (self, end, columns);
}

/* The headings behind the contents. */
static void
walk_contents (Walk *self,
               SbPiece *contents,
               SbPiece *title)
{
  gboolean is_behind = FALSE;
  guint depth = 0;

  TELL (self, begin_contents, contents, title);
  for (guint i = 0; i < sb_composition_get_n_pieces (self->composition); i++)
    {
      SbPiece *piece = sb_composition_get_piece (self->composition, i);
      guint level = CLAMP (sb_piece_get_level (piece), 1, 3);

      if (is_behind && sb_piece_get_kind (piece) == SB_PIECE_HEADING && sb_piece_get_anchor (piece) != NULL &&
          level <= CLAMP (sb_piece_get_level (contents), 1, 3))
        {
          if (self->syntax->nests_entries)
            move_to_level (self, &depth, level);
          TELL (self, entry, piece, level);
        }
      is_behind = is_behind || piece == contents;
    }
  move_to_level (self, &depth, 0);
  TELL (self, end, contents);
}

static void
walk_text_piece (Walk *self,
                 SbPiece *piece)
{
  if (sb_rich_text_is_empty (sb_piece_get_text (piece)))
    return;

  if (sb_piece_get_kind (piece) == SB_PIECE_HEADING)
    TELL (self, heading, piece);
  else
    TELL (self, paragraph, sb_piece_get_text (piece), sb_piece_get_role (piece));
}

static void
walk_piece (Walk *self,
            SbPiece *piece)
{
  switch (sb_piece_get_kind (piece))
    {
    case SB_PIECE_MASTHEAD:
    case SB_PIECE_COVER:
      walk_head (self, piece);
      break;
    case SB_PIECE_HEADING:
    case SB_PIECE_PARAGRAPH:
      walk_text_piece (self, piece);
      break;
    case SB_PIECE_LIST:
      walk_list (self, piece);
      break;
    case SB_PIECE_REFERENCES:
      walk_references (self, piece);
      break;
    case SB_PIECE_TABLE:
      walk_table (self, piece);
      break;
    case SB_PIECE_CARD:
      walk_card (self, piece);
      break;
    case SB_PIECE_STRIP:
      walk_strip (self, piece);
      break;
    case SB_PIECE_QUOTE:
      walk_quote (self, piece);
      break;
    case SB_PIECE_COLUMNS:
      walk_columns (self, piece);
      break;
    case SB_PIECE_FIGURE:
      TELL (self, figure, piece);
      break;
    case SB_PIECE_CONTENTS:
      walk_contents (self, piece, NULL);
      break;
    case SB_PIECE_BREAK:
      TELL (self, page_break, sb_piece_get_level (piece) == 1);
      break;
    case SB_PIECE_ITEM:
    case SB_PIECE_ROW:
    case SB_PIECE_CELL:
    case SB_PIECE_KEY_FIGURE:
    case SB_PIECE_COLUMN:
    case SB_PIECE_PAIR:
    default:
      /* Only inside the piece that holds them; two languages side by side are printed alone. */
      break;
    }
}

void
_sb_edition_walk (const SbEditionSyntax *syntax,
                  SbComposition *composition,
                  gpointer writer)
{
  Walk self = { syntax, composition, writer };
  guint n_pieces = sb_composition_get_n_pieces (composition);
  guint n_notes = sb_composition_get_n_notes (composition);

  for (guint i = 0; i < n_pieces; i++)
    {
      SbPiece *piece = sb_composition_get_piece (composition, i);
      SbPiece *next = i + 1 < n_pieces ? sb_composition_get_piece (composition, i + 1) : NULL;

      if (syntax->holds_title && next != NULL && sb_piece_get_kind (piece) == SB_PIECE_HEADING && sb_piece_get_kind (next) == SB_PIECE_CONTENTS)
        {
          walk_contents (&self, next, piece);
          i++;
        }
      else
        walk_piece (&self, piece);
    }
  for (guint i = 1; i <= n_notes; i++)
    TELL (&self, note, sb_composition_get_note (composition, i, FALSE), i, n_notes);
  TELL (&self, foot, sb_composition_get_property (composition, SB_PROPERTY_FOOT), sb_composition_get_property (composition, SB_PROPERTY_MARKING));
}

void
_sb_edition_walk_text (const SbEditionSyntax *syntax,
                       SbRichText *text,
                       gpointer writer)
{
  g_autoptr (GArray) spans = _sb_rich_text_list_spans (text);

  for (guint i = 0; i < spans->len; i++)
    {
      const SbSpan *span = &g_array_index (spans, SbSpan, i);

      if (span->note > 0)
        syntax->mark (writer, span->note);
      else
        syntax->run (writer, sb_rich_text_get_text (text) + span->start, span->end - span->start, span->is_bold, span->is_italic, span->is_label);
    }
}
