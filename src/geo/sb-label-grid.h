/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-geometry.h"

G_BEGIN_DECLS

/**
 * SbLabelGrid:
 *
 * The rectangles that are taken already, found by the squares they lie in.
 */
typedef struct _SbLabelGrid SbLabelGrid;

SbLabelGrid *sb_label_grid_new (void) G_GNUC_WARN_UNUSED_RESULT;
void sb_label_grid_free (SbLabelGrid *self);

gboolean sb_label_grid_is_free (const SbLabelGrid *self,
                                const SbRect *box);
void sb_label_grid_add (SbLabelGrid *self,
                        const SbRect *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbLabelGrid, sb_label_grid_free)

G_END_DECLS
