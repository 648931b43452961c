/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows and hides widgets that the keyboard may be in. */

/* Whether the keyboard is in @widget. */
gboolean sb_seen_has_keyboard (GtkWidget *widget);

/* Makes @widget visible or not. What is hidden while the keyboard is in it keeps it, in
 * GTK 4.8, beyond its own end: it is taken from there first. */
void sb_seen_set (GtkWidget *widget,
                  gboolean is_seen);

G_END_DECLS
