/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-date-format.h"
#include "sb-record.h"

G_BEGIN_DECLS

/* Dates of records in words. What a date that is partly known says depends on
 * what it is the date of: "2007/" is a beginning or an end not before 2007, and
 * otherwise something that went on from then. The field tells. */

/* The date in @field, as it stands beside its label; "" when it is unset. */
char *sb_record_format_date (SbRecord *record,
                             guint field,
                             SbLanguage language,
                             SbDateStyle style) G_GNUC_WARN_UNUSED_RESULT;
/* From when to when it lasted, in one phrase; "" when neither is known, and NULL
 * when the records of its kind have no "since" and "until". */
char *sb_record_format_lasting (SbRecord *record,
                                SbLanguage language,
                                SbDateStyle style) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
