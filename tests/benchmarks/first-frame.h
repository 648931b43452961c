/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Prints when the first window of @application has painted its first frame, in
 * microseconds of the monotonic clock, and quits. */
void print_first_frame (GtkApplication *application);

G_END_DECLS
