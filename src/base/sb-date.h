/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SbDate:
 *
 * When something was, as well as it is known: an Extended Date/Time Format
 * expression (EDTF level 1, ISO 8601-2:2019 annex A) and the wording of the
 * document that it was read in. It covers all days from a first to a last one,
 * either of which may be open.
 *
 * Immutable and reference counted, safe to share between threads. Days are
 * counted from 1970-01-01, which is day 0, in the proleptic Gregorian calendar.
 */
typedef struct _SbDate SbDate;

#define SB_TYPE_DATE (sb_date_get_type ())

/* The first and last day of a date that is open at that end. */
#define SB_DATE_DAY_MIN (G_MININT / 2)
#define SB_DATE_DAY_MAX (G_MAXINT / 2)

typedef enum
{
  SB_DATE_PRECISION_DAY,
  SB_DATE_PRECISION_MONTH,
  SB_DATE_PRECISION_SEASON,
  SB_DATE_PRECISION_YEAR,
  SB_DATE_PRECISION_DECADE,
  SB_DATE_PRECISION_CENTURY,
  SB_DATE_PRECISION_INTERVAL,
} SbDatePrecision;

typedef enum
{
  SB_DATE_CERTAIN = 0,
  SB_DATE_APPROXIMATE = 1 << 0, /* "~": near that date */
  SB_DATE_UNCERTAIN = 1 << 1, /* "?": perhaps not that date */
} SbDateQualifier;

GType sb_date_get_type (void);

/* Reads an EDTF level 1 expression: 2025-09-03, 2025-09, 2025, 2025-21 to
 * 2025-24 (seasons), 202X, 20XX, 2025-XX, 2025-09-XX, 2025-XX-XX, each with ?, ~
 * or %, and intervals of them: 2025-09/2025-11, 2025-09-03/.. (which still goes
 * on), ../2025, 2025/ (which ended nobody knows when). @wording is the original text, kept as it is; it may be NULL.
 * Returns NULL for an expression that is not valid. Winter (-24) is the one that
 * starts in December of its year.
 *
 * Three things of the standard are refused, because nothing that the program is
 * for needs them and each would take the day out of reach of a calendar or of a
 * reader: years of more than four digits (Y17000), years before 0 (-0044), and
 * times of day (2025-09-03T10:00Z). An interval that is open at both ends says
 * nothing, and is refused as well. */
SbDate *sb_date_new (const char *edtf,
                     const char *wording) G_GNUC_WARN_UNUSED_RESULT;
SbDate *sb_date_new_for_day (int day) G_GNUC_WARN_UNUSED_RESULT;
SbDate *sb_date_ref (SbDate *self);
void sb_date_unref (SbDate *self);

const char *sb_date_get_edtf (const SbDate *self);
const char *sb_date_get_wording (const SbDate *self); /* (nullable) */
int sb_date_get_first_day (const SbDate *self);
int sb_date_get_last_day (const SbDate *self);
SbDatePrecision sb_date_get_precision (const SbDate *self);
SbDateQualifier sb_date_get_qualifier (const SbDate *self);

/* Whether it is an interval that still goes on, "2025-09-03/..". One that ended
 * nobody knows when, "2025-09-03/", is not open; both have no last day. */
gboolean sb_date_is_open (const SbDate *self);

/* A total order: by the first day, then by the last, so that what began earlier
 * comes first and, of what began together, what is known better or ended sooner.
 * An open beginning is before all days, an open end after them. Of dates that
 * cover the same days the certain one comes before the approximate, the
 * uncertain, and the one that is both; of those, the finer precision (a day
 * before an interval of one day); and what is still equal goes by its
 * expression, byte by byte. A NULL date comes after all others. Wordings do not
 * count. */
int sb_date_compare (const SbDate *a,
                     const SbDate *b);
gboolean sb_date_equal (const SbDate *a,
                        const SbDate *b);

/* TRUE when the date could fall on one of the days from @first to @last: the days
 * it covers and those overlap. Whether it surely does: sb-certainty.h. */
gboolean sb_date_overlaps (const SbDate *self,
                           int first,
                           int last);

/* Civil days. sb_day_from_ymd() takes a valid date; sb_day_parse() reads
 * "YYYY-MM-DD" and nothing else. */
int sb_day_from_ymd (int year,
                     int month,
                     int day);
void sb_day_to_ymd (int days,
                    int *year,
                    int *month,
                    int *day);
gboolean sb_day_parse (const char *text,
                       int *day);
char *sb_day_to_string (int day) G_GNUC_WARN_UNUSED_RESULT;
/* The day, in UTC, of a time in seconds since 1970-01-01. */
int sb_day_from_time (gint64 seconds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbDate, sb_date_unref)

G_END_DECLS
