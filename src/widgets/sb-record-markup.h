/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* Records as Pango markup for labels; all text is escaped. A reference becomes
 * a link whose address sb_record_markup_parse_link() reads. */

/* The value of a field in @language; NULL when it is unset. A text that is
 * missing in @language is followed by the other language's code, so that the
 * reader sees what it is. The items of a list stand on lines of their own. */
char *sb_record_markup_field (SbRecord *record,
                              guint field,
                              SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* One item of a list: its fields in their order. */
char *sb_record_markup_item (SbRecord *item,
                             SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

char *sb_record_markup_ref (SbRef *ref,
                            SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* The record that a link leads to; NULL when it is none of ours. */
SbRef *sb_record_markup_parse_link (const char *address) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
