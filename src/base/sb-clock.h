/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The clock of the program: seconds since 1970-01-01 UTC, and today's day.
 * SB_CLOCK in the environment (an ISO 8601 date or date-time) stops it there,
 * so that what depends on today can be tested and a picture made twice is the
 * same picture. Read once, at the first call. Any thread.
 *
 * Today is the day where the user is; of a clock that stands still, the one
 * in UTC, so that it is the same everywhere. */
gint64 sb_clock_now (void);
int sb_clock_today (void);

G_END_DECLS
