/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-date.h"

G_BEGIN_DECLS

/* Reads a date as people write it, in French or in English: “le 6 mai”, “last Tuesday”,
 * or as EDTF. @day is the one that it is said on. NULL for what is no date, or has more
 * to it than one. The wording is kept. Any thread. */
SbDate *sb_worded_date_read (const char *text,
                             int day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
