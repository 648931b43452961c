/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <cairo.h>

#include "sb-chronology.h"
#include "sb-map-sheet.h"

G_BEGIN_DECLS

/**
 * SbChronologySheet:
 *
 * A chronology as it is printed: the same drawing as in the window, in the look of
 * paper, with its title, its period and a legend. On paper it goes on from sheet to
 * sheet, lane by lane; a picture is one sheet, as high as it must be. Filled by one
 * thread, then left alone.
 */
typedef struct _SbChronologySheet SbChronologySheet;

/* The lanes of a sheet are those with most events, so many; what is left out is told. */
#define SB_CHRONOLOGY_SHEET_MAX_LANES 60

/* @title (nullable) stands above. @moment: what the sheet shows; a period that is open
 * goes as far as there is something. Takes a reference of @chronology. */
SbChronologySheet *sb_chronology_sheet_new (SbChronology *chronology,
                                            SbLanguage language,
                                            const SbChronologyMoment *moment,
                                            const char *title) G_GNUC_WARN_UNUSED_RESULT;
void sb_chronology_sheet_free (SbChronologySheet *self);

/* The events that there may be room for to name, on a sheet of @width points, and the
 * name of one of them. (element-type gint64) */
GArray *sb_chronology_sheet_list_titled (SbChronologySheet *self,
                                         double width) G_GNUC_WARN_UNUSED_RESULT;
void sb_chronology_sheet_set_title_of (SbChronologySheet *self,
                                       gint64 event,
                                       const char *title);

/* How many sheets of @width by @height points it takes; at least one. */
guint sb_chronology_sheet_count (SbChronologySheet *self,
                                 double width,
                                 double height);
/* How high one sheet with all lanes is. */
double sb_chronology_sheet_measure (SbChronologySheet *self,
                                    double width);
/* Draws the sheet number @number, from 0, on what is there. */
void sb_chronology_sheet_draw (SbChronologySheet *self,
                               cairo_t *cr,
                               guint number,
                               double width,
                               double height);

/* Writes it into a file, which is there whole or as it was before; of a picture, the
 * height of @size does not count. Fails with SB_BRIEFING_ERROR_DRAWING or a
 * #GFileError. Blocks. */
gboolean sb_chronology_sheet_write (SbChronologySheet *self,
                                    const char *path,
                                    SbMapSheetFormat format,
                                    const SbMapSheetSize *size,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbChronologySheet, sb_chronology_sheet_free)

G_END_DECLS
