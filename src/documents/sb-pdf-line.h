/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-pdf-letters.h"

G_BEGIN_DECLS

/* Heads and feet are what pages repeat; the order is that in which they are
 * told. */
typedef enum
{
  SB_PDF_EDGE_HEAD,
  SB_PDF_EDGE_NONE,
  SB_PDF_EDGE_FOOT,
} SbPdfEdge;

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
  SbPdfEdge edge;
  guint table; /* number of its table on the page, or 0 */
  guint row; /* in the table, from 0 */
} SbPdfLine;

/* (element-type SbPdfLine), which frees them. */
GArray *_sb_pdf_lines_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Adds the lines of the page @number, from 1, in the order in which they are
 * read. Returns the height of the page as its text stands upright, in points. */
double _sb_pdf_lines_append_page (GArray *lines,
                                  SbPdfLetters *reader,
                                  guint number);

/* Orders pointers to lines from the top of the page, then from the left. */
int _sb_pdf_line_compare_tops (gconstpointer a,
                               gconstpointer b);

G_END_DECLS
