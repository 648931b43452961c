/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names for screen readers, where GTK 4.8 gives none or a wrong one. */

/* Calls @row, of a list, by what is written on it: the labels that it has by now. */
void sb_spoken_name_row (GtkWidget *row);

/* Calls each #GtkCheckButton below @root by its words: GTK reads the underscore before
 * the letter of its key as well. To be called once, by whoever has such buttons in a
 * template. */
void sb_spoken_name_checks (GtkWidget *root);

G_END_DECLS
