/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-claim.h"

#include "sb-grade.h"

#include <glib/gi18n.h>

static const SbTerm claim_stance_terms[] = {
  { SB_CLAIM_STANCE_ASSERTS, "asserts", N_ ("asserts") },
  { SB_CLAIM_STANCE_CLAIMS, "claims", N_ ("claims responsibility") },
  { SB_CLAIM_STANCE_DENIES, "denies", N_ ("denies") },
  { SB_CLAIM_STANCE_MINIMISES, "minimises", N_ ("minimises") },
  { SB_CLAIM_STANCE_CONFIRMS, "confirms", N_ ("confirms") },
  { SB_CLAIM_STANCE_CONTESTS, "contests", N_ ("contests") },
};

const SbVocabulary sb_claim_stance_vocabulary = SB_VOCABULARY (claim_stance_terms);

static const SbField statement_fields[] = {
  [SB_CLAIM_STATEMENT_SPEAKER] = { .name = "speaker", .type = SB_FIELD_REF, .target = SB_KIND_ACTOR, .label = N_ ("Speaker") },
  [SB_CLAIM_STATEMENT_ATTRIBUTION] = { .name = "attribution", .type = SB_FIELD_BILINGUAL, .label = N_ ("How the speaker is described") },
  [SB_CLAIM_STATEMENT_ANONYMITY] = { .name = "anonymity", .type = SB_FIELD_BILINGUAL, .label = N_ ("Why the speaker is not named") },
  [SB_CLAIM_STATEMENT_ROLE] = { .name = "role", .type = SB_FIELD_BILINGUAL, .label = N_ ("Role that day") },
  [SB_CLAIM_STATEMENT_STANCE] = { .name = "stance", .type = SB_FIELD_TERM, .flags = SB_FIELD_REQUIRED, .vocabulary = &sb_claim_stance_vocabulary, .label = N_ ("Stance") },
  [SB_CLAIM_STATEMENT_DATE] = { .name = "date", .type = SB_FIELD_DATE, .label = N_ ("Date") },
  [SB_CLAIM_STATEMENT_VENUE] = { .name = "venue", .type = SB_FIELD_BILINGUAL, .label = N_ ("Where it was said") },
  [SB_CLAIM_STATEMENT_WORDS] = { .name = "words", .type = SB_FIELD_TEXT, .label = N_ ("Words") },
  [SB_CLAIM_STATEMENT_LANGUAGE] = { .name = "language", .type = SB_FIELD_TEXT, .label = N_ ("Language of the words") },
  [SB_CLAIM_STATEMENT_TRANSLATION] = { .name = "translation", .type = SB_FIELD_BILINGUAL, .label = N_ ("Translation of the words") },
  [SB_CLAIM_STATEMENT_TRANSLATOR] = { .name = "translator", .type = SB_FIELD_BILINGUAL, .label = N_ ("Who translated them") },
  [SB_CLAIM_STATEMENT_EXTRACT] = { .name = "extract", .type = SB_FIELD_REF, .target = SB_KIND_EXTRACT, .label = N_ ("Extract") },
  [SB_CLAIM_STATEMENT_CREDIBILITY] = { .name = "credibility", .type = SB_FIELD_TERM, .vocabulary = &sb_credibility_vocabulary, .label = N_ ("Credibility") },
};

const SbSchema sb_claim_statement_schema = {
  .kind = SB_KIND_NONE,
  .name = "claim_statement",
  .fields = statement_fields,
  .n_fields = G_N_ELEMENTS (statement_fields),
  .title = -1,
};

static const SbField fields[] = {
  [SB_CLAIM_PROPOSITION] = { .name = "proposition", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Proposition") },
  [SB_CLAIM_ABOUT] = { .name = "about", .type = SB_FIELD_REF, .label = N_ ("About") },
  [SB_CLAIM_DATE] = { .name = "date", .type = SB_FIELD_DATE, .label = N_ ("Date") },
  [SB_CLAIM_STATEMENTS] = { .name = "statements", .type = SB_FIELD_LIST, .item = &sb_claim_statement_schema, .label = N_ ("Statements") },
  [SB_CLAIM_RETAINED] = { .name = "retained", .type = SB_FIELD_BILINGUAL, .label = N_ ("Version retained") },
};

const SbSchema sb_claim_schema = {
  .kind = SB_KIND_CLAIM,
  .name = "claim",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_CLAIM_PROPOSITION,
};

const char *
sb_claim_statement_get_speaker (SbRecord *statement,
                                SbLanguage language)
{
  SbRef *speaker = sb_record_get_ref (statement, SB_CLAIM_STATEMENT_SPEAKER);

  return speaker != NULL ? sb_ref_get_name (speaker, language) : sb_record_get_words (statement, SB_CLAIM_STATEMENT_ATTRIBUTION, language);
}
