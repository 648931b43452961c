/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-date-phrase.h"

G_BEGIN_DECLS

/* The words of dates. All look at one token and return 0 for another word. */

typedef enum
{
  SB_MONTH_NONE,
  SB_MONTH_SURE,
  SB_MONTH_AMBIGUOUS, /* also a word of another meaning: "mai", "May" */
  SB_MONTH_SHORT, /* "janv.": only beside a day */
} SbMonthLook;

int _sb_date_read_month (const SbTokens *tokens,
                         guint index,
                         SbDateLanguages languages,
                         SbMonthLook *look);
/* 1 Monday to 7 Sunday. */
int _sb_date_read_weekday (const SbTokens *tokens,
                           guint index,
                           SbDateLanguages languages);
/* 21 to 24. */
int _sb_date_read_season (const SbTokens *tokens,
                          guint index);
/* 1 to 31: "1er", "25", "25th". */
int _sb_date_read_day (const SbTokens *tokens,
                       guint index);
/* 1900 to 2099. */
int _sb_date_read_year (const SbTokens *tokens,
                        guint index);
/* "3", "trois", "three"; at most 99. */
int _sb_date_read_count (const SbTokens *tokens,
                         guint index);
SbDateUnit _sb_date_read_unit (const SbTokens *tokens,
                               guint index);
/* "premier", "third": 1 to 4. */
int _sb_date_read_ordinal (const SbTokens *tokens,
                           guint index);

G_END_DECLS
