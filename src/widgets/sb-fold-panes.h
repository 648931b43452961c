/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-fold-box.h"

G_BEGIN_DECLS

/* Lets the two panes of @paned, which is inside @fold, stand one above the other while
 * there is no room for them side by side.
 *
 * The width of the first pane, in logical pixels, is kept in the setting @key, an integer
 * of @settings: as it was chosen, and not as it is where there is less room. Neither
 * @fold nor @paned is kept alive. */
void sb_fold_panes (SbFoldBox *fold,
                    GtkPaned *paned,
                    GSettings *settings,
                    const char *key);

G_END_DECLS
