/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-date.h"

G_BEGIN_DECLS

/**
 * SbCertainty:
 *
 * What a date that is only partly known lets one say of a day or a period. Three
 * answers, never two: "no" is that it cannot be, "surely" that it cannot be
 * otherwise, and what lies between is possible.
 *
 * The rules, all of them in whole days:
 *
 * - *Could.* A date could be on each day that it covers, from its first to its
 *   last. Lists go by this, and are complete by it. A qualifier changes nothing
 *   here: what is written is looked for where it is written.
 * - *Surely.* A date is surely in a period when each day that it could be on is
 *   in it. With a qualifier ("~", "?", "%") it could be one unit of its own
 *   beside: a day, 31 days, a season of 92, 366 for a year, 3653 for a decade,
 *   36525 for a century. An interval has such a margin at each of its ends.
 * - *An open beginning*, as in "../2026-04-25", is not one without end: it says
 *   that something began before a day. It is taken to reach back
 *   SB_CERTAINTY_REACH days from the last day it can have been and no farther,
 *   because nothing speaks for it there.
 * - *An unknown end*, as in "2007/", is its mirror: something was at that day or
 *   later, and no one says when. It reaches SB_CERTAINTY_REACH days on from the
 *   first day it can have been and no farther.
 * - *As of a day* something with a beginning and an end (`since`, `until`) could
 *   hold when it can have begun by then and need not be over. It surely holds
 *   when it has begun by then and cannot be over. The first and the last day
 *   count as days on which it held.
 *   - Each of the two is a moment, and an interval the days in which that moment
 *     lies: began "../2026-04-25", by that day and no one knows when; ended
 *     "2007/", not before 2007 and no one knows when; ended "../2025-11", by
 *     then. Each with the reach above.
 *   - Of a `since` that is an interval with an open end ("2025-09-03/..") the
 *     start is meant: it began then and goes on.
 *   - Without a `since` nobody has said when it began: possible on every day
 *     until it ended, surely on none.
 *   - Without an `until`, or with one whose end is open ("2026-04-25/.."), it
 *     still holds. What is only last heard of on a day, and need not hold any
 *     more, has the `until` "2026-04-25/" instead.
 */
typedef enum
{
  SB_CERTAINTY_NO,
  SB_CERTAINTY_POSSIBLE,
  SB_CERTAINTY_SURE,
} SbCertainty;

/* How far an open beginning reaches back and an unknown end on, in days. The lists of the catalogue
 * (queries/list-*.sql) have the same number. */
#define SB_CERTAINTY_REACH 365

/* Whether @date is on one of the days from @first to @last; either may be
 * SB_DATE_DAY_MIN or SB_DATE_DAY_MAX. A NULL date could be on any. */
SbCertainty sb_certainty_of_falling (const SbDate *date,
                                     int first,
                                     int last);

/* Whether what began at @since and ended at @until, either of them perhaps NULL,
 * held on @day. */
SbCertainty sb_certainty_of_holding (const SbDate *since,
                                     const SbDate *until,
                                     int day);

/* Whether @date, of a beginning or an end, was by @day: not after it. A NULL
 * date could be. */
SbCertainty sb_certainty_of_being_past (const SbDate *date,
                                        int day);

/* Whether what began at @since surely began after what began at @other, margins
 * and all. FALSE when either is NULL. */
gboolean sb_certainty_begins_after (const SbDate *since,
                                    const SbDate *other);

/* The name of @self in files and on the command line: "no", "possibly",
 * "surely". */
const char *sb_certainty_get_name (SbCertainty self);

G_END_DECLS
