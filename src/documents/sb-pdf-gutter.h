/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-pdf-line.h"

G_BEGIN_DECLS

/* Finds the white band between two columns of prose in @region (element-type
 * SbPdfLine), lines of one page, which gets sorted by tops; of several the one
 * with the most text on its lesser side. What spans both columns may go over
 * it. @x: where it stands, in points. */
gboolean _sb_pdf_find_gutter (GPtrArray *region,
                              double *x);

/* Where a region that has no gutter as a whole, sorted by tops, can be cut
 * across so that a part has one: the index of the first line below, or 0. */
guint _sb_pdf_find_cut (GPtrArray *region);

GPtrArray *_sb_pdf_copy_range (GPtrArray *region,
                               guint start,
                               guint end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
