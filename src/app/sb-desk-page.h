/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-page.h"

G_BEGIN_DECLS

/**
 * SbDeskPage:
 *
 * What a day begins with: the documents that nobody has read, newest first, beside the one
 * that is read; the actors and alliances of the period, and its map.
 */
#define SB_TYPE_DESK_PAGE (sb_desk_page_get_type ())

G_DECLARE_FINAL_TYPE (SbDeskPage, sb_desk_page, SB, DESK_PAGE, SbPage)

G_END_DECLS
