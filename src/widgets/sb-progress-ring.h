/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SbProgressRing:
 *
 * How far a piece of work is, as a ring to be laid round the icon of the button
 * that stops it. Nothing for assistive technology: the same work is told of in
 * words by an SbOperationRow.
 *
 * Property: "fraction" (double, 0 to 1; -1 when unknown, shown as a short arc).
 */
#define SB_TYPE_PROGRESS_RING (sb_progress_ring_get_type ())

G_DECLARE_FINAL_TYPE (SbProgressRing, sb_progress_ring, SB, PROGRESS_RING, GtkWidget)

GtkWidget *sb_progress_ring_new (void);

double sb_progress_ring_get_fraction (SbProgressRing *self);
void sb_progress_ring_set_fraction (SbProgressRing *self,
                                    double fraction);

G_END_DECLS
