/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-briefing"

#include "config.h"

#include "sb-page-layout.h"

/* On A4, a line of the paper and of the book holds some 75 to 85 letters. */
static const SbPageLayout layouts[SB_N_PAGE_LAYOUTS] = {
  [SB_PAGE_LAYOUT_SHEET] = { 50, 50, 42, 56, 96, 14, 0 },
  [SB_PAGE_LAYOUT_PAPER] = { 84, 84, 56, 64, 0, 0, 0 },
  [SB_PAGE_LAYOUT_BOOK] = { 82, 104, 84, 78, 0, 0, 48 },
};

const SbPageLayout *
sb_page_layout_get (SbPageLayoutId id)
{
  g_return_val_if_fail ((guint) id < SB_N_PAGE_LAYOUTS, &layouts[0]);

  return &layouts[id];
}
