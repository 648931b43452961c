/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-date-vocabulary.h"

G_BEGIN_DECLS

/* The parts that worded dates are made of. Each returns how many tokens it read, 0
 * for none. */

/* A day, a month with its year or without, or a weekday, as a whole: "mardi
 * 25 avril 2026", "April 25", "mai". @look is that of a month that stands alone. */
guint _sb_date_read_point (const SbTokens *tokens,
                           guint index,
                           SbDateLanguages languages,
                           SbDateWords *words,
                           SbMonthLook *look);
/* The year behind a month: "mai 2026", "May, 2026", "April of 2025". */
guint _sb_date_read_year_behind (const SbTokens *tokens,
                                 guint index,
                                 SbDateWords *words);

G_END_DECLS
