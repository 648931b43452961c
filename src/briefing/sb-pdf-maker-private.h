/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <cairo.h>

#include <glib.h>

G_BEGIN_DECLS

/* Says in the metadata of a PDF surface what program made it, and when by the clock of
 * the program: of a clock that stands still, the same file comes out twice. */
void _sb_pdf_set_maker (cairo_surface_t *surface);

G_END_DECLS
