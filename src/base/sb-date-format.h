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
 * on is "depuis", "since". One that began no one knows when is a moment of which
 * only the latest possible one is known: "avant le 25 avril 2026", "before
 * 25 April 2026", and of what is longer than a day, in which it can still be, "au
 * plus tard en mai 2025", "by May 2025". A NULL date gives "". */
char *sb_date_format (const SbDate *date,
                      SbLanguage language,
                      SbDateStyle style) G_GNUC_WARN_UNUSED_RESULT;
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
