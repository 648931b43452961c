/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/* A line of text on a page; lengths in points, y downwards. */
typedef struct
{
  char *text; /* (owned) without space around it */
  PopplerRectangle box;
  double size; /* of most of its letters */
  guint n_chars;
  guint page; /* from 1 */
  gboolean is_bold; /* most of it */
  gboolean is_dropped;
  guint table; /* number of its table on the page, or 0 */
  guint row; /* in the table, from 0 */
} SbPdfLine;

/* Adds the lines of @page to @lines (element-type SbPdfLine), which frees
 * them. */
GArray *_sb_pdf_lines_new (void) G_GNUC_WARN_UNUSED_RESULT;
void _sb_pdf_lines_append_page (GArray *lines,
                                PopplerPage *page);

/* Orders pointers to lines from the top of the page, then from the left. */
int _sb_pdf_line_compare_tops (gconstpointer a,
                               gconstpointer b);

G_END_DECLS
