/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-parsed-item.h"

G_BEGIN_DECLS

/* Private to this layer. Reads a date as feeds write it: RFC 822 and its
 * abuses, ISO 8601, seconds since 1970, names of months in French, English,
 * Spanish, Portuguese, German and some more. Where a day and a month are both
 * numbers and either could be either, the day comes first. No flags: not a
 * date. */
SbFeedTime sb_feed_date_parse (const char *text);

G_END_DECLS
