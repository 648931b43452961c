/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SbFoldBox:
 *
 * Holds what stands side by side, and tells when there is no room for that: it is folded
 * then, and who made it shows less. It asks for no more room than a narrow window has.
 *
 * Properties: "child", "folded" (boolean, read-only).
 */
#define SB_TYPE_FOLD_BOX (sb_fold_box_get_type ())

G_DECLARE_FINAL_TYPE (SbFoldBox, sb_fold_box, SB, FOLD_BOX, GtkWidget)

gboolean sb_fold_box_is_folded (SbFoldBox *self);

G_END_DECLS
