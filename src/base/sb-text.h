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

/* Text as it is set by the typography of @language. In French: a narrow
 * no-break space (U+202F) before ; ! ? and inside 10 000, a no-break space
 * (U+00A0) before : and % and inside « ». In English: “ ” and, inside them,
 * ‘ ’. In both: curly apostrophes, "..." as one character, quotation marks
 * straight or of the other language as those of this one, and a number kept on
 * the line of its unit or month, "M." on that of the name.
 *
 * An address ("https://…"), a time ("12:30"), minutes of arc and a query are
 * left as they are. To set a text twice is to set it once, if its quotation
 * marks are in pairs. Bytes that are not UTF-8 become U+FFFD. */
char *sb_typeset (const char *text,
                  SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* Numbers: "2,7", "10 000" (narrow no-break space) · "2.7", "10,000". At most
 * @decimals digits after the mark, trailing zeros dropped. Below nought with a
 * minus sign (U+2212); what is not finite is an en dash. */
char *sb_number_format (double value,
                        guint decimals,
                        SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/* Reads one as a person types it: as sb_number_format() writes it, with other spaces or
 * none, and with a point for the mark. FALSE for what is no number, or not finite. */
gboolean sb_number_read (const char *text,
                         SbLanguage language,
                         double *value);

/* The size of a file, in units of a thousand: "2,9 Mo", "812 octets" · "2.9 MB",
 * "812 bytes". */
char *sb_size_format (guint64 bytes,
                      SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
