/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SbMapCredit:
 *
 * Whom a map is owed to, on its ground. A label whose lines are broken is as wide as it
 * may be, and covers the map to no end; this one is as wide as its longest line, at the
 * right of the room that it has.
 */
#define SB_TYPE_MAP_CREDIT (sb_map_credit_get_type ())

G_DECLARE_FINAL_TYPE (SbMapCredit, sb_map_credit, SB, MAP_CREDIT, GtkWidget)

/* @text is shown; @whole says more, to whoever points at it and to screen readers. */
void sb_map_credit_set_text (SbMapCredit *self,
                             const char *text,
                             const char *whole);

G_END_DECLS
