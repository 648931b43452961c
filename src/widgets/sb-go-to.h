/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

#include "sb-place-finder.h"

G_BEGIN_DECLS

/**
 * SbGoTo:
 *
 * Asks where a map is to go: an entry, and below it the places that are meant by what
 * was typed so far, or the position when it is one. The arrow keys choose, Enter
 * goes, Escape closes. Main thread.
 *
 * Property: "finder" (SbPlaceFinder; NULL while it is made).
 *
 * Signals: "chosen" (name, SbBounds, latitude, longitude, SbRef or NULL): go there, so
 * that the bounds are in view. "closed": the user has done.
 */
#define SB_TYPE_GO_TO (sb_go_to_get_type ())

G_DECLARE_FINAL_TYPE (SbGoTo, sb_go_to, SB, GO_TO, GtkWidget)

GtkWidget *sb_go_to_new (void);

void sb_go_to_set_finder (SbGoTo *self,
                          SbPlaceFinder *finder); /* (nullable) */

/* Gives it the keyboard, with all that is there selected. */
void sb_go_to_focus (SbGoTo *self);

G_END_DECLS
