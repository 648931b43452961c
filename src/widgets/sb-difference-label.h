/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A #GtkLabel of what leads from @before to @after (both nullable): what is removed is
 * struck through, what is added is underlined and bold, each in a colour besides; a screen
 * reader is told both in words. Lines in which nothing changed are left out. */
GtkWidget *sb_difference_label_new (const char *before,
                                    const char *after);
/* Shows others in one of these. */
void sb_difference_label_set (GtkLabel *label,
                              const char *before,
                              const char *after);

G_END_DECLS
