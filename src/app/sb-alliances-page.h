/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-page.h"

G_BEGIN_DECLS

/**
 * SbAlliancesPage:
 *
 * Alliances, and the actors of the graph, as lists; the graph of who is tied to whom on
 * the as-of day; and what is known of what is selected.
 */
#define SB_TYPE_ALLIANCES_PAGE (sb_alliances_page_get_type ())

G_DECLARE_FINAL_TYPE (SbAlliancesPage, sb_alliances_page, SB, ALLIANCES_PAGE, SbPage)

G_END_DECLS
