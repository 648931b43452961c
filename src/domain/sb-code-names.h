/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* The names of countries (ISO 3166-1 alpha-2) and of languages (ISO 639-1, a BCP
 * 47 tag that starts with one) that the field speaks of, in words of @language:
 * "Mali", "français". Static; NULL for a code that is not among them. */
const char *sb_country_get_name (const char *code,
                                 SbLanguage language);
const char *sb_tongue_get_name (const char *code,
                                SbLanguage language);

/* The code of the country that is called so in @language, in letters of any case. Static;
 * NULL when none is. */
const char *sb_country_find (const char *name,
                             SbLanguage language);

/* The text of @field in words when it holds codes of countries or languages, one
 * or several with spaces between; what has no name stays as it is. Of a picture, its type
 * and its size. NULL when the field holds neither, or is unset. */
char *sb_record_format_codes (SbRecord *record,
                              guint field,
                              SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
