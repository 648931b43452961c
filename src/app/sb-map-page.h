/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-page.h"

G_BEGIN_DECLS

/**
 * SbMapPage:
 *
 * The map of the day that the window shows, with what may be laid on it, its tools, and
 * the list of what is drawn.
 */
#define SB_TYPE_MAP_PAGE (sb_map_page_get_type ())

G_DECLARE_FINAL_TYPE (SbMapPage, sb_map_page, SB, MAP_PAGE, SbPage)

G_END_DECLS
