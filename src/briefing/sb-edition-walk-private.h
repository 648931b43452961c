/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-composition.h"

G_BEGIN_DECLS

/* What a text of a quotation is. */
typedef enum
{
  SB_QUOTED_WORDS,
  SB_QUOTED_TRANSLATION,
  SB_QUOTED_SPEAKER, /* who said it, the last of them */
} SbQuoted;

/**
 * SbEditionSyntax:
 *
 * How a format writes what a composition says: a function for each thing that is met on
 * the way through it, in the order in which it is printed. What a format has no words for
 * is NULL. The walk knows what stands where, what is empty and how lists are nested; the
 * functions know the format alone, and are handed the writer that the walk was given.
 */
typedef struct
{
  /* Around what a piece holds, unless it holds nothing: a head or cover, a list, the
   * references, a table, a card, a strip, a quotation, columns and each of them, and at
   * the end of contents. */
  void (*begin) (gpointer writer, SbPiece *holder);
  void (*end) (gpointer writer, SbPiece *holder);

  /* In a head or on a cover. */
  void (*head_text) (gpointer writer, SbRichText *text, SbRole role, gboolean is_cover);
  void (*logo) (gpointer writer, SbPiece *figure);

  void (*heading) (gpointer writer, SbPiece *heading);
  void (*paragraph) (gpointer writer, SbRichText *text, SbRole role);
  void (*figure) (gpointer writer, SbPiece *figure);
  void (*page_break) (gpointer writer, gboolean is_bare);

  /* What lists hold, and contents that nest. A level that nothing stands on has an item without
   * text: @is_skipped. The outermost has depth 0. */
  void (*item) (gpointer writer, SbPiece *item, gboolean is_numbered);
  void (*open_level) (gpointer writer, guint depth, gboolean is_skipped);
  void (*close_level) (gpointer writer, guint depth);
  void (*close_item) (gpointer writer);

  /* The contents: @title is the heading over them, where the format has it inside of
   * them (@holds_title) and it is there. */
  void (*begin_contents) (gpointer writer, SbPiece *contents, SbPiece *title);
  void (*entry) (gpointer writer, SbPiece *heading, guint level);
  gboolean holds_title;
  gboolean nests_entries; /* in levels, as items are */

  void (*reference) (gpointer writer, SbPiece *item);
  /* Of a table; the first, 0, is its head. */
  void (*row) (gpointer writer, SbPiece *row, guint number);
  /* Of a card: a label, which may be empty, and what it is of. */
  void (*line) (gpointer writer, SbRichText *label, SbRichText *text);
  void (*key_figure) (gpointer writer, SbPiece *figure);
  void (*quoted) (gpointer writer, SbRichText *text, SbQuoted what);

  /* What stands at the foot of pages, behind all: the notes, numbered from 1 to
   * @n_notes, and the lines of the edition, each of which may be "". */
  void (*note) (gpointer writer, SbRichText *text, guint number, guint n_notes);
  void (*foot) (gpointer writer, const char *line, const char *marking);

  /* The inside of a text: a run of characters in one manner, and the mark of a note. */
  void (*run) (gpointer writer, const char *characters, gsize length, gboolean is_bold, gboolean is_italic, gboolean is_label);
  void (*mark) (gpointer writer, guint number);
} SbEditionSyntax;

/* Whether a list or the references count their items. */
gboolean _sb_edition_is_numbered (SbPiece *list);
/* The most cells that a row of @table has. */
guint _sb_edition_count_columns (SbPiece *table);

/* Goes through @composition from its head to its foot. */
void _sb_edition_walk (const SbEditionSyntax *syntax,
                       SbComposition *composition,
                       gpointer writer);
/* Goes through @text, which may be NULL: the runs and marks of it. */
void _sb_edition_walk_text (const SbEditionSyntax *syntax,
                            SbRichText *text,
                            gpointer writer);

G_END_DECLS
