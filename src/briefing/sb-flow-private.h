/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-composition.h"
#include "sb-paragraph-private.h"

G_BEGIN_DECLS

/* A column that pieces are set in, one under the other. Headings of the first
 * level hang in a column at its left when there is one. */
typedef struct
{
  SbSetting *setting; /* not owned */
  GPtrArray *slabs; /* (owned) (element-type SbSlab) */
  double width; /* of all of it */
  double side; /* of the column for headings; 0 for none */
  double gutter; /* behind that */
  SbTypeStyleId item_style;
  gboolean is_paper; /* headings of three sizes stand over the text */
  double height; /* of a page; 0 in a column */
  const SbComposition *composition; /* not owned; (nullable) in a column */
  SbSetting *other_setting; /* not owned; (nullable) of the right one of two languages */
  const SbComposition *left_composition; /* not owned; (nullable) of two languages */
  const SbComposition *right_composition; /* not owned; (nullable) */
} SbFlow;

void _sb_flow_add (SbFlow *self,
                   SbPiece *piece);

/* The pieces that are grids: tables, key figures, columns (sb-flow-grid.c). */
void _sb_flow_add_table (SbFlow *self,
                         SbPiece *table);
void _sb_flow_add_strip (SbFlow *self,
                         SbPiece *strip);
void _sb_flow_add_columns (SbFlow *self,
                           SbPiece *columns);

void _sb_flow_add_card (SbFlow *self,
                        SbPiece *card);

/* The pieces of papers: headings, quotations, contents, covers (sb-flow-paper.c). */
void _sb_flow_add_paper_heading (SbFlow *self,
                                 SbPiece *heading);
void _sb_flow_add_quote (SbFlow *self,
                         SbPiece *quote);
void _sb_flow_add_contents (SbFlow *self,
                            SbPiece *contents);
void _sb_flow_add_cover (SbFlow *self,
                         SbPiece *cover);
void _sb_flow_add_break (SbFlow *self,
                         SbPiece *piece);
/* One note for the foot of a page. The @first time it is printed it is a place that
 * marks lead to. */
SbSlab *_sb_flow_new_note (SbSetting *setting,
                           SbRichText *text,
                           guint number,
                           double width,
                           gboolean first) G_GNUC_WARN_UNUSED_RESULT;

/* The same in two languages, side by side (sb-flow-pair.c); notes as well, of which the
 * right one may be missing. */
void _sb_flow_add_pair (SbFlow *self,
                        SbPiece *pair);
SbSlab *_sb_flow_new_note_pair (SbSetting *left_setting,
                                SbRichText *left,
                                SbSetting *right_setting,
                                SbRichText *right,
                                guint number,
                                double width,
                                gboolean first) G_GNUC_WARN_UNUSED_RESULT;

/* Where running text starts. */
double _sb_flow_get_text_x (const SbFlow *self);

G_END_DECLS
