/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-fold-box.h"

G_BEGIN_DECLS

/* Keeps the size of the first pane of @paned, in logical pixels, in the setting @key, an
 * integer of @settings: as it was chosen, and not as it is where there is less room, or while
 * @fold, around it, is folded. Neither @fold nor @paned is kept alive. */
void sb_fold_panes_keep (SbFoldBox *fold,
                         GtkPaned *paned,
                         GSettings *settings,
                         const char *key);

/* Lets the two panes of @paned stand one above the other while @fold is folded as well. */
void sb_fold_panes (SbFoldBox *fold,
                    GtkPaned *paned,
                    GSettings *settings,
                    const char *key);

G_END_DECLS
