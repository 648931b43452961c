/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets the button of each #GtkDropDown below @root, and the entry that its list is
 * searched with, be called as it is called: they have the keyboard, and GTK 4.8 gives
 * them no name, so that a screen reader would read that of their class. To be called
 * once by whoever has such lists in a template. */
void sb_drop_down_name_all (GtkWidget *root);

G_END_DECLS
