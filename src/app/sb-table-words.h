/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-table-sample.h"

G_BEGIN_DECLS

/* What is said of a table that comes in, in the language of the window. */

/* What a column of rows about @subject can hold: "Deaths, lowest estimate". Static. */
const char *sb_table_words_get_field (SbTableField field,
                                      SbTableSubject subject);

/* What rows are about: "Events". Static. */
const char *sb_table_words_get_subject (SbTableSubject subject);

/* Whether the rows of @sample can be taken, and why not, in one or two sentences. */
char *sb_table_words_judge (const SbTableSample *sample) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
