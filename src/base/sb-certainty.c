/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-base"

#include "config.h"

#include "sb-certainty.h"

#include "sb-date-private.h"

/* The days between which something began or ended: it could be on each of them,
 * and with the margins on those beside. */
typedef struct
{
  int first;
  int last;
  int margin_before;
  int margin_after;
} Window;

static int
get_margin (const SbDatePoint *point)
{
  if (!point->is_known || point->qualifier == SB_DATE_CERTAIN)
    return 0;

  switch (point->precision)
    {
    case SB_DATE_PRECISION_DAY:
      return 1;

    case SB_DATE_PRECISION_MONTH:
      return 31;

    case SB_DATE_PRECISION_SEASON:
      return 92;

    case SB_DATE_PRECISION_DECADE:
      return 3653;

    case SB_DATE_PRECISION_CENTURY:
      return 36525;

    case SB_DATE_PRECISION_YEAR:
    case SB_DATE_PRECISION_INTERVAL:
    default:
      return 366;
    }
}

/* The last days are far from those of the calendar, so that a margin can be
 * added to any of them. */
static Window
get_window (const SbDate *date)
{
  const SbDatePoint *start = _sb_date_get_start (date);
  const SbDatePoint *end = _sb_date_get_end (date);

  return (Window) { start->first, end->last, get_margin (start), get_margin (end) };
}

/* The days between which something ended or began. */
static Window
get_moment (const SbDate *date)
{
  Window window = get_window (date);

  if (window.first == SB_DATE_DAY_MIN)
    window.first = window.last - SB_CERTAINTY_REACH;
  if (window.last == SB_DATE_DAY_MAX)
    window.last = window.first + SB_CERTAINTY_REACH;

  return window;
}

static Window
get_beginning (const SbDate *since)
{
  const SbDatePoint *start = _sb_date_get_start (since);
  Window window = get_moment (since);

  if (!sb_date_is_open (since))
    return window;

  window.last = start->last;
  window.margin_after = window.margin_before;
  return window;
}

SbCertainty
sb_certainty_of_falling (const SbDate *date,
                         int first,
                         int last)
{
  Window window;

  if (first > last)
    return SB_CERTAINTY_NO;
  if (date == NULL)
    return first == SB_DATE_DAY_MIN && last == SB_DATE_DAY_MAX ? SB_CERTAINTY_SURE : SB_CERTAINTY_POSSIBLE;
  if (!sb_date_overlaps (date, first, last))
    return SB_CERTAINTY_NO;

  window = get_window (date);
  if ((first == SB_DATE_DAY_MIN || window.first - window.margin_before >= first) &&
      (last == SB_DATE_DAY_MAX || window.last + window.margin_after <= last))
    return SB_CERTAINTY_SURE;

  return SB_CERTAINTY_POSSIBLE;
}

SbCertainty
sb_certainty_of_being_past (const SbDate *date,
                            int day)
{
  Window window;

  if (date == NULL)
    return SB_CERTAINTY_POSSIBLE;

  window = get_beginning (date);
  if (window.first > day)
    return SB_CERTAINTY_NO;

  return window.last + window.margin_after <= day ? SB_CERTAINTY_SURE : SB_CERTAINTY_POSSIBLE;
}

/* Whether what ended at @until still held on @day. */
static SbCertainty
get_certainty_of_lasting (const SbDate *until,
                          int day)
{
  Window window;

  if (until == NULL || sb_date_is_open (until))
    return SB_CERTAINTY_SURE;

  window = get_moment (until);
  if (window.last < day)
    return SB_CERTAINTY_NO;

  return window.first - window.margin_before >= day ? SB_CERTAINTY_SURE : SB_CERTAINTY_POSSIBLE;
}

SbCertainty
sb_certainty_of_holding (const SbDate *since,
                         const SbDate *until,
                         int day)
{
  return MIN (sb_certainty_of_being_past (since, day), get_certainty_of_lasting (until, day));
}

gboolean
sb_certainty_begins_after (const SbDate *since,
                           const SbDate *other)
{
  Window later;
  Window earlier;

  if (since == NULL || other == NULL)
    return FALSE;

  later = get_beginning (since);
  earlier = get_beginning (other);
  return later.first - later.margin_before > earlier.last + earlier.margin_after;
}

const char *
sb_certainty_get_name (SbCertainty self)
{
  static const char *const names[] = { "no", "possibly", "surely" };

  return (guint) self < G_N_ELEMENTS (names) ? names[self] : NULL;
}
