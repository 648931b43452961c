/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

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

/* Where running text starts. */
double _sb_flow_get_text_x (const SbFlow *self);

G_END_DECLS
