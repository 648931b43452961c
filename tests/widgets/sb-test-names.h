/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds to @unnamed each control at or below @root that a screen reader could only call
 * by its class, and what there is of it: where it stands and its hint. @where says where
 * @root is. */
void sb_test_collect_unnamed (GtkWidget *root,
                              const char *where,
                              GString *unnamed);

G_END_DECLS
