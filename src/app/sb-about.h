/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The windows that tell of the program: who made it and what it is made of, and
 * all its keys. */
void sb_about_show (GtkWindow *parent);
void sb_about_show_keys (GtkWindow *parent);

G_END_DECLS
