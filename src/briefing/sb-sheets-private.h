/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-composition.h"
#include "sb-sheets.h"
#include "sb-slab-private.h"
#include "sb-type-case-private.h"

G_BEGIN_DECLS

/* Takes @sheets (element-type GArray of SbMark) over, which are set in the fonts of
 * @type_case. */
SbSheets *_sb_sheets_new (SbTypeCase *type_case,
                          SbPaper paper,
                          SbComposition *composition,
                          GPtrArray *sheets) G_GNUC_WARN_UNUSED_RESULT;

SbComposition *_sb_sheets_get_composition (const SbSheets *self);
/* To be locked while marks are drawn. */
SbTypeCase *_sb_sheets_get_type_case (const SbSheets *self);
/* (element-type SbMark) */
GArray *_sb_sheets_get_marks (const SbSheets *self,
                              guint sheet);

/* Draws one mark that leaves ink; the others leave @cr alone. */
void _sb_mark_draw (const SbMark *mark,
                    cairo_t *cr);
/* The number of the sheet, from 1, that the place called @anchor is on; 1 when it is on
 * none. */
guint _sb_sheets_find_page (const SbSheets *self,
                            const char *anchor);

G_END_DECLS
