/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-sheets.h"
#include "sb-worker.h"

G_BEGIN_DECLS

/**
 * SbPagePreview:
 *
 * The sheets of a briefing as they will print, one under the other, as wide as
 * there is room for; those of a second edition follow. They are drawn in a worker by
 * the code that draws them on paper, and stay as they were until the new ones are
 * ready. Only those that can be seen, or soon can, are drawn and kept.
 *
 * Sheets are numbered from 0 through all editions; rectangles are in points.
 *
 * Signal "point-chosen" (guint sheet, double x, double y): a point of a sheet was
 * clicked; "flag-chosen" (guint number): the sign of what is flagged was; "record-dropped" (SbRecord, guint sheet, double x, double y) and
 * "figure-dropped" (SbFigureRow, guint sheet, double x, double y): something of the tray
 * was dropped there.
 */
#define SB_TYPE_PAGE_PREVIEW (sb_page_preview_get_type ())

G_DECLARE_FINAL_TYPE (SbPagePreview, sb_page_preview, SB, PAGE_PREVIEW, GtkWidget)

typedef struct
{
  guint sheet;
  graphene_rect_t rect;
} SbPreviewPlace;

/* What draws the sheets. Who sets them with fonts that they share does so in the same
 * one. Borrowed. */
SbWorker *sb_page_preview_get_worker (SbPagePreview *self);

/* Up to two editions, each (nullable). What is shown of the pages stays in place as far
 * as they go. */
void sb_page_preview_set_sheets (SbPagePreview *self,
                                 SbSheets *first,
                                 SbSheets *second);

/* What is marked. */
void sb_page_preview_set_marked (SbPagePreview *self,
                                 const SbPreviewPlace *places,
                                 guint n_places);
/* What has something to settle, and in @texts what that is: a sign in the margin of the
 * page, which is on the screen alone. The number of a place is its number here. */
void sb_page_preview_set_flagged (SbPagePreview *self,
                                  const SbPreviewPlace *places,
                                  const char *const *texts,
                                  guint n_places);
/* The sheet that is looked at: the one in the middle of the view. */
guint sb_page_preview_get_sheet (SbPagePreview *self);
/* Scrolls so that the place is seen, if it is not. */
void sb_page_preview_show_place (SbPagePreview *self,
                                 const SbPreviewPlace *place);

G_END_DECLS
