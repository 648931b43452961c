/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <cairo.h>
#include <poppler.h>

G_BEGIN_DECLS

/* Pictures of paper, for tests that compare what is seen with what is printed. Sizes
 * are points of the paper, @dpi pixels to the inch. */

/* White paper. */
cairo_surface_t *sb_test_picture_new (double width,
                                      double height,
                                      double dpi) G_GNUC_WARN_UNUSED_RESULT;

/* A page of a document. */
cairo_surface_t *sb_test_picture_new_for_page (PopplerDocument *document,
                                               int page,
                                               double width,
                                               double height,
                                               double dpi) G_GNUC_WARN_UNUSED_RESULT;

/* The mean difference of the channels of two pictures of one size, 0 to 255. */
double sb_test_picture_compare (cairo_surface_t *a,
                                cairo_surface_t *b);

G_END_DECLS
