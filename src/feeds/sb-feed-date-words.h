/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to this layer: the words in dates, folded: lower case, no accents. */

/* 1 to 12; 0 when the word is no month. Words are long enough to be one from
 * three letters on. @certain: FALSE for those that name a day of the week too
 * ("mar." is mardi and mars). */
int sb_feed_date_month_from_word (const char *word,
                                  gboolean *certain);
/* Reads the name of a zone; @offset in minutes east of Greenwich. */
gboolean sb_feed_date_zone_from_word (const char *word,
                                      int *offset);

G_END_DECLS
