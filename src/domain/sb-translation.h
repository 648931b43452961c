/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* Translations of what is quoted: of the passage of an extract, or of the words of one of
 * the statements of a claim (@statement, from 0; an extract has none). */

/* What is quoted; NULL for nothing. */
const char *sb_translation_get_words (SbRecord *record,
                                      guint statement);
/* The statement of a claim that has those words; the first one where none has. */
guint sb_translation_find_statement (SbRecord *record,
                                     const char *words);

/* What they are in @language, and who put them into it; NULL for nothing. */
const char *sb_translation_get_text (SbRecord *record,
                                     guint statement,
                                     SbLanguage language);
const char *sb_translation_get_translator (SbRecord *record,
                                           guint statement,
                                           SbLanguage language);

/* The record with them in @language; "" for none any more, and for a translator who is not
 * named. The other language stays. NULL when nothing is quoted there. */
SbRecord *sb_translation_put (SbRecord *record,
                              guint statement,
                              SbLanguage language,
                              const char *text,
                              const char *translator) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
