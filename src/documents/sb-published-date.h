/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In which order a date of three numbers is to be read where it can be both. */
typedef enum
{
  SB_DATE_ORDER_DAY_FIRST,
  SB_DATE_ORDER_MONTH_FIRST,
} SbDateOrder;

/* The first whole date in @text, which may be of any of the forms that pages
 * have: ISO 8601, "3 septembre 2025", "Sept. 3rd, 2025", "03.09.2025". Returns
 * "YYYY-MM-DD", with the time and its offset where ISO 8601 gives them, or
 * NULL. Only the first few hundred bytes are looked at. */
char *_sb_find_date (const char *text,
                     SbDateOrder order) G_GNUC_WARN_UNUSED_RESULT;

/* The text without that date and the punctuation around it. */
char *_sb_cut_date (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* TRUE for "Mai 2026" and the like anywhere in @text. */
gboolean _sb_has_month_and_year (const char *text);

G_END_DECLS
