/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-date.h"
#include "sb-token.h"

G_BEGIN_DECLS

/* Dates as texts word them, in French and in English: "le 6 mai dernier", "in the
 * first half of 2025". */

typedef enum
{
  SB_DATE_UNIT_NONE,
  SB_DATE_UNIT_DAY,
  SB_DATE_UNIT_WEEK,
  SB_DATE_UNIT_MONTH,
  SB_DATE_UNIT_YEAR,
} SbDateUnit;

typedef enum
{
  SB_DATE_PART_ALL,
  SB_DATE_PART_EARLY,
  SB_DATE_PART_MIDDLE,
  SB_DATE_PART_LATE,
} SbDatePart;

/* What is said of a day, month or year; 0 for what is not said. */
typedef struct
{
  int year;
  int month;
  int day;
  int season; /* 21 to 24, as in EDTF */
  int half;
  int quarter;
  int decade; /* its first year */
  int weekday; /* 1 Monday to 7 Sunday */
} SbDateWords;

typedef struct
{
  guint first; /* tokens */
  guint end; /* behind the last one */
  SbDateWords from;
  SbDateWords to; /* all 0 unless it is a range */
  SbDatePart part; /* of the month or year */
  int turn; /* -1 the last such, 1 the next, 0 not said */
  gboolean is_open; /* it began then and goes on */
  /* So many units before (below 0) or behind the day of the document or, with
   * from_last, the date named last; or the unit in which that day is. */
  SbDateUnit unit;
  int n_units;
  gboolean from_last;
} SbDatePhrase;

typedef enum
{
  SB_DATE_LANGUAGE_FR = 1 << 0,
  SB_DATE_LANGUAGE_EN = 1 << 1,
} SbDateLanguages;

/* Reads the date that begins at the token @index, FALSE when none does. */
gboolean _sb_date_phrase_read (const SbTokens *tokens,
                               guint index,
                               SbDateLanguages languages,
                               SbDatePhrase *phrase);

/**
 * SbDateContext:
 *
 * By what dates without a year are understood. In days, see sb-date.h.
 */
typedef struct
{
  int reference; /* the last day on which the document can have been written */
  gboolean is_known; /* whether @reference is known at all */
  gboolean is_guessed; /* it may have been later */
  int last; /* the first day of the date named last; INT_MIN for none */
} SbDateContext;

/* The EDTF expression of @phrase; NULL when the text does not say enough. Keeps
 * in @context what dates behind it are counted from. */
char *_sb_date_phrase_resolve (const SbDatePhrase *phrase,
                               SbDateContext *context) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
