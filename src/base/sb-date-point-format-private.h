/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-date-format.h"
#include "sb-date-private.h"

G_BEGIN_DECLS

/* How a date takes its preposition. */
typedef enum
{
  SB_DATE_NOUN_BARE, /* mai 2025, 2025 */
  SB_DATE_NOUN_VOWEL, /* avril 2025 */
  SB_DATE_NOUN_MASCULINE, /* le 3 mai, le printemps */
  SB_DATE_NOUN_ELIDED, /* l’été */
  SB_DATE_NOUN_PLURAL, /* les années 1990 */
  SB_DATE_NOUN_CENTURY, /* le XXe siècle, which takes its article in English as well */
  SB_DATE_N_NOUNS
} SbDateNoun;

/* What is left out of the start of an interval, because its end says it. */
typedef enum
{
  SB_DATE_OMIT_NOTHING,
  SB_DATE_OMIT_YEAR,
  SB_DATE_OMIT_MONTH, /* and the year */
} SbDateOmission;

/* The date itself, with neither its preposition nor its qualifier. */
char *_sb_date_point_format (const SbDatePoint *self,
                             SbLanguage language,
                             SbDateStyle style,
                             SbDateOmission omission);

SbDateNoun _sb_date_point_get_noun (const SbDatePoint *self,
                                    SbDateStyle style);

G_END_DECLS
