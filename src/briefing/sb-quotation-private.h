/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-piece.h"
#include "sb-wording-private.h"

G_BEGIN_DECLS

/* Quotations stay in the language in which they were said or written; beside them an
 * edition in another language prints what they come to in its own, with "[trad.]". */

/* What is quoted: borrowed from the record that has it. */
typedef struct
{
  const char *words; /* (nullable) */
  const char *language; /* (nullable) a tag, as far as it is known */
  SbBilingual *translation; /* (nullable) */
  SbBilingual *translator; /* (nullable) */
} SbQuotation;

/* The words of a @statement of @claim. */
SbQuotation _sb_quotation_from_statement (const SbBriefingInput *input,
                                          SbRecord *claim,
                                          SbRecord *statement);
/* What @text, one that cites @record, quotes of it: an extract, or words of a claim.
 * Without words where @text does not have them whole. */
SbQuotation _sb_quotation_find (const SbBriefingInput *input,
                                SbRecord *record,
                                GPtrArray *evidence,
                                const char *text);

/* @words as markup, between the quotation marks of @language. */
char *_sb_quotation_dup_marked (const char *words,
                                SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
/* "“…” [trad. N. N.]" as markup, where the edition is in another language than the
 * words; NULL when it is not, or when nobody has translated them, which @wording notes
 * down for @record. */
char *_sb_quotation_dup_translation (const SbQuotation *self,
                                     SbWording *wording,
                                     SbRecord *record) G_GNUC_WARN_UNUSED_RESULT;
/* @markup, a sentence in @language about what @evidence (nullable) (element-type SbRecord)
 * says, with "[trad.]" behind each quotation of several words that stands in none of the
 * originals: where all of these are in another language, it was translated. */
char *_sb_quotation_mark_translations (const char *markup,
                                       GPtrArray *evidence,
                                       SbLanguage language) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @text is such a translation, as it was written by hand. */
gboolean _sb_quotation_is_translation (const char *text);

/* Whether a text of a piece of kind SB_PIECE_QUOTE says who said it: the last one that
 * is not the first, unless it is a translation. */
gboolean _sb_quotation_is_speaker (const SbPiece *quote,
                                   guint position);

G_END_DECLS
