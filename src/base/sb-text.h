/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include <glib.h>

#include "sb-language.h"

G_BEGIN_DECLS

/* Text as it is compared: case, accents, ligatures, hyphens, apostrophes and
 * runs of space folded away, so that "L’Azawad", "l'azawad" and "L'AZAWAD"
 * meet: all are "l azawad". The result is UTF-8 of lower-case letters, digits
 * and single spaces, one between words and none around them. Letters of
 * African orthographies become the ones of newspapers ("ɓ" is "b"). Bytes that
 * are not UTF-8 are skipped. */
char *sb_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Text as it is set by the typography of @language: in French, no-break spaces
 * before ; : ! ? % » and after «, curly apostrophes, straight quotation marks
 * to « » ; in English, curly quotation marks and apostrophes. An address
 * ("https://…", "12:30") keeps its colons as they are. */
char *sb_typeset (const char *text,
                  SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* Numbers: "2,7", "10 000" (narrow no-break space) · "2.7", "10,000". At most
 * @decimals digits after the mark, trailing zeros dropped. */
char *sb_number_format (double value,
                        guint decimals,
                        SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
