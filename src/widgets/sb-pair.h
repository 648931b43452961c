/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SbPair:
 *
 * Two widgets side by side, of one width, or one above the other and of one height where
 * there is no room for that.
 *
 * Properties: "first", "second" (widgets), "turn-width" (int, logical pixels: from there
 * on they stand side by side).
 */
#define SB_TYPE_PAIR (sb_pair_get_type ())

G_DECLARE_FINAL_TYPE (SbPair, sb_pair, SB, PAIR, GtkWidget)

/* Whether they stand side by side at that width. */
gboolean sb_pair_is_beside (SbPair *self,
                            int width);

G_END_DECLS
