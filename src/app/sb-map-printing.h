/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-context.h"
#include "sb-map-view.h"

G_BEGIN_DECLS

/* Shows the print dialog for what @view has in view, and prints that; the window of
 * @view is told what went wrong. Main thread. */
void sb_map_printing_start (SbContext *context,
                            SbMapView *view);

G_END_DECLS
