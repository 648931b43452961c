/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-date.h"
#include "sb-language.h"

G_BEGIN_DECLS

typedef enum
{
  SB_DATE_STYLE_LONG, /* 25 avril 2026 · 25 April 2026 */
  SB_DATE_STYLE_MEDIUM, /* 25 avr. 2026 · 25 Apr 2026 */
  SB_DATE_STYLE_NUMERIC, /* 25.04.2026 · 25/04/2026 */
} SbDateStyle;

/* Writes a date by the rules of @language, whatever the locale: 1er for the
 * first of a month in French, no-break spaces inside, "vers mai 2025", "du 5
 * au 6 septembre 2025", "depuis le 3 septembre 2025", "été 2022". The original
 * wording is not used. A date that is about right is "vers mai 2025", "around
 * May 2025"; one that may be wrong is followed by "(?)". An interval that goes
 * on is "depuis", "since"; one that ended no one knows when is "à partir de 2007,
 * fin inconnue", "from 2007, end unknown". One that began no one knows when is a moment of which
 * only the latest possible one is known: "avant le 25 avril 2026", "before
 * 25 April 2026", and of what is longer than a day, in which it can still be, "au
 * plus tard en mai 2025", "by May 2025". A NULL date gives "". */
char *sb_date_format (const SbDate *date,
                      SbLanguage language,
                      SbDateStyle style) G_GNUC_WARN_UNUSED_RESULT;
/* The dates of a period that has its beginning and its end in two fields, as they
 * stand beside a label such as "Since" or "Until". They are moments: of a
 * beginning that goes on ("2007/..") the start is written, an end like that is
 * "toujours en cours", "still going on", and of one that is only known not to be
 * before a day ("2007/") that day: "date inconnue, au plus tôt en 2007", "an
 * unknown date, 2007 at the earliest". Between two days it is "entre le 5 et le
 * 6 septembre 2025", "between 5 and 6 September 2025". All else is as in
 * sb_date_format(). */
char *sb_date_format_beginning (const SbDate *since,
                                SbLanguage language,
                                SbDateStyle style) G_GNUC_WARN_UNUSED_RESULT;
char *sb_date_format_ending (const SbDate *until,
                             SbLanguage language,
                             SbDateStyle style) G_GNUC_WARN_UNUSED_RESULT;
/* Both in one phrase: "du 3 septembre au 5 novembre 2025", "depuis 2012, jusqu’à
 * une date inconnue, au plus tôt en 2017", "until around April 2026". Either may
 * be NULL; "" when both are. */
char *sb_date_format_lasting (const SbDate *since,
                              const SbDate *until,
                              SbLanguage language,
                              SbDateStyle style) G_GNUC_WARN_UNUSED_RESULT;

/* A day by its number (sb-date.h). */
char *sb_day_format (int day,
                     SbLanguage language,
                     SbDateStyle style) G_GNUC_WARN_UNUSED_RESULT;

/* A period of days: "du 1er au 30 avril 2026", "1–30 April 2026". Either end
 * may be open, SB_DATE_DAY_MIN or SB_DATE_DAY_MAX; a period that is open at
 * both gives "". */
char *sb_period_format (int first,
                        int last,
                        SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
