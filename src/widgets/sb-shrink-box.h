/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SbShrinkBox:
 *
 * Holds what has its whole height, as its width makes it, where there is room, and is
 * scrolled where there is less. A GtkScrolledWindow by itself asks for the height that its
 * child has when no line of it is broken.
 *
 * Properties: "child".
 */
#define SB_TYPE_SHRINK_BOX (sb_shrink_box_get_type ())

G_DECLARE_FINAL_TYPE (SbShrinkBox, sb_shrink_box, SB, SHRINK_BOX, GtkWidget)

G_END_DECLS
