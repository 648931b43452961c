/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes the widgets known to GtkBuilder and their style to the display. To be
 * called once, on the main thread, with a display open. */
void sb_widgets_init (void);

G_END_DECLS
