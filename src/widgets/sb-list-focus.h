/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Has @list, a GtkListView, keep the keyboard when the row that has it is made anew,
 * because its record changed: GTK 4.8 leaves it with the row that is gone until the next
 * frame, and keys that are pressed meanwhile reach nobody. */
void sb_list_keep_focus (GtkListView *list);

/* Gives the keyboard to @list: now, or once it is shown, as a list is that is still being
 * read, if the keyboard is where it was by then. */
void sb_list_take_focus (GtkListView *list);

/* Brings the row at @position, which the program selected, into view; the keyboard goes
 * there if it is in the list. */
void sb_list_go_to (GtkListView *list,
                    guint position);

G_END_DECLS
