/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Hides from a screen reader what each #GtkStack and #AdwViewStack at or below @root
 * does not show: GTK 4.8 goes on presenting the children that lie behind, so that all
 * pages ever opened would be read one after the other. Follows the stack from then on;
 * calling it again for the same one does nothing more. To be called once by whoever
 * has a stack, or makes a tree that may have some. */
void sb_stack_hide_behind_all (GtkWidget *root);

G_END_DECLS
