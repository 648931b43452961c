/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* Records in a line of plain text. */

/* What one line of a list says of a record below its title: its date, its places, who
 * acts, who asserts or denies it. Where nothing is known, what kind of record it is. */
char *sb_record_describe (SbRecord *record,
                          SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* What a record is called: its title, or else, as for most relations, what can
 * be said of it. */
char *sb_record_dup_name (SbRecord *record,
                          SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
