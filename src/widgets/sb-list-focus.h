/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Has @list, a GtkListView, keep the keyboard when the row that has it is made anew,
 * because its record changed: GTK 4.8 leaves it with the row that is gone until the next
 * frame, and keys that are pressed meanwhile reach nobody. */
void sb_list_keep_focus (GtkListView *list);

G_END_DECLS
