/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <shumate/shumate.h>

#include "sb-mercator.h"

G_BEGIN_DECLS

/* What @widget, a layer of the map of @viewport, shows, in its own coordinates, grown by
 * @margin of its size on each side: the frame that everything of a map is painted by,
 * here and on paper. Its scale is 0 before it is shown. Main thread. */
SbMapFrame sb_map_viewport_get_frame (ShumateViewport *viewport,
                                      GtkWidget *widget,
                                      double margin);

G_END_DECLS
