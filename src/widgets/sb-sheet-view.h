/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-sheets.h"
#include "sb-worker.h"

G_BEGIN_DECLS

/**
 * SbSheetView:
 *
 * One sheet on the screen: white paper, whatever the style of the window.
 */
#define SB_TYPE_SHEET_VIEW (sb_sheet_view_get_type ())

G_DECLARE_FINAL_TYPE (SbSheetView, sb_sheet_view, SB, SHEET_VIEW, GtkWidget)

/* How near to what can be seen a sheet is. One that is far is not drawn, and nothing is
 * kept of it. */
typedef enum
{
  SB_SHEET_FAR,
  SB_SHEET_NEAR, /* drawn when there is nothing else to do */
  SB_SHEET_SEEN,
} SbSheetNearness;

/* @worker draws all sheets of a preview, one at a time. */
GtkWidget *sb_sheet_view_new (SbWorker *worker);

void sb_sheet_view_set_sheet (SbSheetView *self,
                              SbSheets *sheets,
                              guint sheet);
void sb_sheet_view_set_nearness (SbSheetView *self,
                                 SbSheetNearness nearness);

/* What is marked on it; rectangles in points of the paper. */
void sb_sheet_view_set_marked (SbSheetView *self,
                               const graphene_rect_t *rects,
                               guint n_rects);

/* What has something to settle: a sign for each rectangle, in the margin of the paper
 * beside it, on the screen alone. */
void sb_sheet_view_set_flagged (SbSheetView *self,
                                const graphene_rect_t *rects,
                                guint n_rects);
/* The number of the rectangle whose sign is at a @place of the widget; -1 for none. */
int sb_sheet_view_find_flag (SbSheetView *self,
                             const graphene_point_t *place);
/* The place in the widget of the sign of a rectangle of the paper. */
void sb_sheet_view_find_sign (SbSheetView *self,
                              const graphene_rect_t *rect,
                              graphene_rect_t *place);

/* The point of the paper at a @place of the widget; FALSE beside the paper. */
gboolean sb_sheet_view_find_point (SbSheetView *self,
                                   const graphene_point_t *place,
                                   graphene_point_t *point);
/* The place in the widget of a rectangle of the paper. */
void sb_sheet_view_find_place (SbSheetView *self,
                               const graphene_rect_t *rect,
                               graphene_rect_t *place);

/* The sheet as it is drawn; NULL until it is. */
GdkTexture *sb_sheet_view_get_texture (SbSheetView *self);

G_END_DECLS
