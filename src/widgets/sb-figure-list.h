/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SbFigureRow:
 *
 * A figure that a briefing can be given: a block of the kind "map", with the lines
 * "Key=value" that make it what it is. It is what is dragged.
 */
#define SB_TYPE_FIGURE_ROW (sb_figure_row_get_type ())

G_DECLARE_FINAL_TYPE (SbFigureRow, sb_figure_row, SB, FIGURE_ROW, GtkListBoxRow)

const char *sb_figure_row_get_kind (SbFigureRow *self);
const char *sb_figure_row_get_keys (SbFigureRow *self); /* (nullable) */
/* Whether it is the map that was looked at last: who has that adds its extent. */
gboolean sb_figure_row_is_of_view (SbFigureRow *self);

/* The figures there are, maps first: a #GtkListBox of SbFigureRow, whose rows can be
 * dragged. A row is activated to be put in. */
GtkWidget *sb_figure_list_new (void);

G_END_DECLS
