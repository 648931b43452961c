/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-page.h"

G_BEGIN_DECLS

/**
 * SbFeedsPage:
 *
 * The feeds and data services that are subscribed to, in their folders, and how each of
 * them fares. What is done with them is in sb-feeds-page-actions.c.
 */
#define SB_TYPE_FEEDS_PAGE (sb_feeds_page_get_type ())

G_DECLARE_FINAL_TYPE (SbFeedsPage, sb_feeds_page, SB, FEEDS_PAGE, SbPage)

G_END_DECLS
