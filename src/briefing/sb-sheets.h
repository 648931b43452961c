/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <cairo.h>
#include <glib-object.h>

#include "sb-language.h"

G_BEGIN_DECLS

/**
 * SbSheets:
 *
 * A document as it prints: its sheets, one after the other, and what a PDF says
 * about it. The preview in the window, the printer and the PDF all draw the same
 * sheets. Immutable and reference counted, safe to share between threads: sheets
 * of one typesetter are drawn one at a time, and not while it sets others.
 */
typedef struct _SbSheets SbSheets;

#define SB_TYPE_SHEETS (sb_sheets_get_type ())

typedef enum
{
  SB_PAPER_A4,
  SB_PAPER_LETTER,
} SbPaper;

/* Reads "a4" or "letter"; returns FALSE for another word. */
gboolean sb_paper_parse (const char *name,
                         SbPaper *paper);
/* The paper of a page of @width × @height points; returns FALSE when it is another one. */
gboolean sb_paper_find (double width,
                        double height,
                        SbPaper *paper);
/* "a4", "letter"; static. */
const char *sb_paper_get_name (SbPaper paper);
/* In points of 1/72 inch. */
double sb_paper_get_width (SbPaper paper);
double sb_paper_get_height (SbPaper paper);

/* Where a part of a block of the briefing stands: a paragraph, a list, a table, a
 * picture; one place for each sheet that it reaches. In points from the top left corner
 * of the sheet. Borrowed from the sheets. */
typedef struct
{
  const char *block; /* its name in the outline */
  guint line; /* of the block's Markdown that the part begins on, from 1; 0 for a heading,
                 and for what is filled from the catalogue */
  guint sheet; /* from 0 */
  double x;
  double y;
  double width;
  double height;
} SbSheetPlace;

GType sb_sheets_get_type (void);

SbSheets *sb_sheets_ref (SbSheets *self);
void sb_sheets_unref (SbSheets *self);

guint sb_sheets_get_n_sheets (const SbSheets *self);
SbPaper sb_sheets_get_paper (const SbSheets *self);
SbLanguage sb_sheets_get_language (const SbSheets *self);

/* Draws one sheet on the rectangle from (0, 0) to the paper's size in points;
 * what lies under it is left as it is, so that white is the caller's. */
void sb_sheets_draw (const SbSheets *self,
                     guint sheet,
                     cairo_t *cr);

/* All places, in reading order: sheet by sheet, and on each as they were composed;
 * columns come after what stands in them. */
const SbSheetPlace *sb_sheets_get_places (const SbSheets *self,
                                          guint *n_places);
/* Where a block begins, with all of it that stands on that sheet, or the part of it that
 * holds @line of its Markdown, which is 0 for the whole block. FALSE when it is not on
 * paper. */
gboolean sb_sheets_find_block (const SbSheets *self,
                               const char *block,
                               guint line,
                               SbSheetPlace *place);
/* The part of a block at a point of a sheet, of several the smallest; NULL when there is
 * none. */
const SbSheetPlace *sb_sheets_find_at (const SbSheets *self,
                                       guint sheet,
                                       double x,
                                       double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbSheets, sb_sheets_unref)

G_END_DECLS
