/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the pages of a document are laid out: one table for all of paper. Lengths
 * are in points. */
typedef enum
{
  SB_PAGE_LAYOUT_SHEET, /* dense; headings hang beside the text */
  SB_PAGE_LAYOUT_PAPER, /* one column of text under its headings */
  SB_PAGE_LAYOUT_BOOK, /* the same in wide margins, with a head on each page */
} SbPageLayoutId;

#define SB_N_PAGE_LAYOUTS (SB_PAGE_LAYOUT_BOOK + 1)

typedef struct
{
  double inner; /* margin at the fold of a sheet that is printed on both sides, else left */
  double outer;
  double top;
  double bottom;
  double side; /* of the column that headings hang in; 0 for none */
  double gutter; /* behind that */
  double head; /* of the page, from its edge to the top of the text; 0 for none */
} SbPageLayout;

const SbPageLayout *sb_page_layout_get (SbPageLayoutId id);

G_END_DECLS
