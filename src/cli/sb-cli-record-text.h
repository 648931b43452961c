/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* Records as text for people, by their schema. */

/* The value of @field in words of @language; "" when it is unset. */
char *sb_cli_format_field (SbRecord *record,
                           guint field,
                           SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
/* As above, and where a text is missing in a language, that it is. */
char *sb_cli_describe_field (SbRecord *record,
                             guint field,
                             SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
/* All that an item of a list says, with such marks, on one line. */
char *sb_cli_describe_item (SbRecord *item,
                            SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
/* What the record is called, or what it says when it has no name; with a mark
 * when its source has taken it back. */
char *sb_cli_format_title (SbRecord *record,
                           SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
/* When it was: from when to when it lasted, or else its first date; "" when it has none. */
char *sb_cli_format_date (SbRecord *record,
                          SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
