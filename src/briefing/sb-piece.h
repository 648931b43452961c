/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <cairo.h>

#include "sb-rich-text.h"

G_BEGIN_DECLS

/**
 * SbPiece:
 *
 * One piece of a composed document, ready to be set: a heading, a paragraph, a
 * list and its items, a table, a figure; pieces may hold others. What it is, not
 * how it looks: that is the typesetter's. Built by one thread, then left alone;
 * reference counted.
 */
typedef struct _SbPiece SbPiece;

#define SB_TYPE_PIECE (sb_piece_get_type ())

typedef enum
{
  SB_PIECE_MASTHEAD, /* holds texts with a role of their own */
  SB_PIECE_HEADING, /* level 1 to 3 */
  SB_PIECE_PARAGRAPH, /* justified running text */
  SB_PIECE_LIST, /* holds items */
  SB_PIECE_ITEM, /* with a bullet, or its number when it has one */
  SB_PIECE_REFERENCES, /* holds items: the numbered sources */
  SB_PIECE_TABLE, /* holds rows; the first is the head */
  SB_PIECE_ROW, /* holds cells */
  SB_PIECE_CELL,
  SB_PIECE_STRIP, /* holds key figures: side by side */
  SB_PIECE_KEY_FIGURE, /* holds two texts: the figure and its caption */
  SB_PIECE_COLUMNS, /* holds columns: side by side */
  SB_PIECE_COLUMN, /* holds anything but columns */
  SB_PIECE_FIGURE, /* drawn by a function; its text is the title */
  SB_PIECE_COVER, /* holds texts with a role; a page of its own */
  SB_PIECE_CONTENTS, /* the headings that have an anchor, up to its level */
  SB_PIECE_QUOTE, /* holds a quotation and, if it is known, where it is from */
  SB_PIECE_CARD, /* holds rows of two cells: a label and what it is */
  SB_PIECE_BREAK, /* what follows starts a page, which of level 1 is bare; of level 2 only
                     where that leaves no page nearly empty */
  SB_PIECE_PAIR, /* holds two columns, which may be empty: the same in two languages */
} SbPieceKind;

/* What a text in a masthead is. */
typedef enum
{
  SB_ROLE_NONE,
  SB_ROLE_TAG, /* the country */
  SB_ROLE_HEADLINE, /* printed in capitals */
  SB_ROLE_DATE,
  SB_ROLE_PRODUCT, /* what kind of document it is */
  SB_ROLE_LINE, /* period, as-of date, author: one line */
  SB_ROLE_IMPRINT, /* who publishes it */
  SB_ROLE_MARKING,
  SB_ROLE_SERIES,
  SB_ROLE_LABEL, /* "Opinion" */
  SB_ROLE_SUBTITLE,
  SB_ROLE_BYLINE,
  SB_ROLE_LEAD, /* a paragraph that opens a text */
  SB_ROLE_TRANSLATION, /* of a quotation, below it */
} SbRole;

/* Draws a figure into the rectangle from (0, 0) to (@width, @height) points, in
 * any thread, any number of times, always the same. */
typedef void (*SbFigureFunc) (cairo_t *cr,
                              double width,
                              double height,
                              gpointer data);

/* Draws the figure of @data so that a reader of the language of @other, which is the same
 * figure of another edition, has what they need as well. */
typedef void (*SbFigurePairFunc) (cairo_t *cr,
                                  double width,
                                  double height,
                                  gpointer data,
                                  gpointer other);

GType sb_piece_get_type (void);

/* @text is taken over; NULL for none. */
SbPiece *sb_piece_new (SbPieceKind kind,
                       guint level,
                       SbRichText *text) G_GNUC_WARN_UNUSED_RESULT;
SbPiece *sb_piece_new_for_role (SbRole role,
                                SbRichText *text) G_GNUC_WARN_UNUSED_RESULT;
/* A figure as high as @height points on a page that has the room, never lower
 * than @min_height; @alternative says in words what is to be seen. @data goes
 * to @func and then to @free_data. */
SbPiece *sb_piece_new_figure (SbRichText *title,
                              const char *alternative,
                              double height,
                              double min_height,
                              SbFigureFunc func,
                              gpointer data,
                              GDestroyNotify free_data) G_GNUC_WARN_UNUSED_RESULT;
/* Draws it where two editions stand side by side. A figure without it is drawn once for
 * each, in half the width. */
void sb_piece_set_pair_func (SbPiece *self,
                             SbFigurePairFunc func);
SbPiece *sb_piece_ref (SbPiece *self);
void sb_piece_unref (SbPiece *self);

/* Takes @child over. */
void sb_piece_append (SbPiece *self,
                      SbPiece *child);
/* Another text, which is taken over, while the piece is being built. */
void sb_piece_set_text (SbPiece *self,
                        SbRichText *text);
/* The number of an item, printed in the place of its bullet, and the address
 * that it leads to (nullable). */
void sb_piece_set_reference (SbPiece *self,
                             guint number,
                             const char *uri);
/* The number of a heading, "I.1", and the name of the place that it is, for the
 * contents to lead to; either may be NULL. */
void sb_piece_set_label (SbPiece *self,
                         const char *label,
                         const char *anchor);
/* The block of the briefing that it comes from (nullable), and the line of the block's
 * Markdown that it begins on, from 1; 0 when it does not come from a text. */
void sb_piece_set_block (SbPiece *self,
                         const char *block,
                         guint line);
/* The share of the width of each column of a table or of columns; any unit. */
void sb_piece_set_shares (SbPiece *self,
                          const double *shares,
                          guint n_shares);

/* How wide a figure is by itself, in points, where it is not as wide as what holds it. */
void sb_piece_set_natural_width (SbPiece *self,
                                 double width);

SbPieceKind sb_piece_get_kind (const SbPiece *self);
guint sb_piece_get_level (const SbPiece *self);
SbRole sb_piece_get_role (const SbPiece *self);
SbRichText *sb_piece_get_text (const SbPiece *self); /* (nullable) */
guint sb_piece_get_n_children (const SbPiece *self);
SbPiece *sb_piece_get_child (const SbPiece *self,
                             guint position);
guint sb_piece_get_number (const SbPiece *self);
const char *sb_piece_get_uri (const SbPiece *self); /* (nullable) */
const char *sb_piece_get_label (const SbPiece *self); /* (nullable) */
const char *sb_piece_get_anchor (const SbPiece *self); /* (nullable) */
const char *sb_piece_get_block (const SbPiece *self); /* (nullable) */
guint sb_piece_get_line (const SbPiece *self);
const char *sb_piece_get_alternative (const SbPiece *self); /* (nullable) */
double sb_piece_get_height (const SbPiece *self);
double sb_piece_get_natural_width (const SbPiece *self); /* 0 when it was not set */
double sb_piece_get_min_height (const SbPiece *self);
/* From 0 to 1; equal shares when none were set. */
double sb_piece_get_share (const SbPiece *self,
                           guint column);
void sb_piece_draw_figure (const SbPiece *self,
                           cairo_t *cr,
                           double width,
                           double height);
/* For the readers of both. */
void sb_piece_draw_figure_pair (const SbPiece *left,
                                const SbPiece *right,
                                cairo_t *cr,
                                double width,
                                double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbPiece, sb_piece_unref)

G_END_DECLS
