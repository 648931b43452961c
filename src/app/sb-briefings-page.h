/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-page.h"

G_BEGIN_DECLS

/**
 * SbBriefingsPage:
 *
 * The briefings, and the one that is written: its outline, the text of the block that is
 * chosen, and the pages as they would be printed. Its parts are in sb-briefings-page-*.c.
 */
#define SB_TYPE_BRIEFINGS_PAGE (sb_briefings_page_get_type ())

G_DECLARE_FINAL_TYPE (SbBriefingsPage, sb_briefings_page, SB, BRIEFINGS_PAGE, SbPage)

G_END_DECLS
