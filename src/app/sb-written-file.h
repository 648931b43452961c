/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for the file that something is written to, in the folder of the last one. It is
 * shown over @widget and let go of once it was answered: connect to its "response". */
GtkFileChooserNative *sb_written_file_choose (GtkWidget *widget,
                                              const char *title,
                                              const char *name,
                                              GSettings *settings);

/* The path that was chosen, whose folder is kept for the next time; NULL when it is none
 * of this machine. */
char *sb_written_file_take_path (GtkFileChooser *chooser,
                                 GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

/* Says over @widget that the file is written, and offers to open it. */
void sb_written_file_tell (GtkWidget *widget,
                           const char *path);

G_END_DECLS
