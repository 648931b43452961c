/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SbWrapLayout:
 *
 * Children beside each other, at their natural widths, as long as there is room, and on a
 * further line below where there is none: the buttons of a bar in a narrow window. What
 * expands takes what is left of its line, and gives way down to its minimum before
 * something goes to the next one.
 */
#define SB_TYPE_WRAP_LAYOUT (sb_wrap_layout_get_type ())

G_DECLARE_FINAL_TYPE (SbWrapLayout, sb_wrap_layout, SB, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *sb_wrap_layout_new (void);

G_END_DECLS
