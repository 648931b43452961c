/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* A proposition, and who asserts, denies, minimises or confirms it. */

typedef enum
{
  SB_CLAIM_STANCE_ASSERTS,
  SB_CLAIM_STANCE_CLAIMS,
  SB_CLAIM_STANCE_DENIES,
  SB_CLAIM_STANCE_MINIMISES,
  SB_CLAIM_STANCE_CONFIRMS,
  SB_CLAIM_STANCE_CONTESTS,
} SbClaimStance;

typedef enum
{
  SB_CLAIM_PROPOSITION,
  SB_CLAIM_ABOUT,
  SB_CLAIM_DATE,
  SB_CLAIM_STATEMENTS,
  SB_CLAIM_RETAINED,
} SbClaimField;

typedef enum
{
  SB_CLAIM_STATEMENT_SPEAKER,
  SB_CLAIM_STATEMENT_ATTRIBUTION,
  SB_CLAIM_STATEMENT_ANONYMITY,
  SB_CLAIM_STATEMENT_ROLE,
  SB_CLAIM_STATEMENT_STANCE,
  SB_CLAIM_STATEMENT_DATE,
  SB_CLAIM_STATEMENT_VENUE,
  SB_CLAIM_STATEMENT_WORDS,
  SB_CLAIM_STATEMENT_LANGUAGE,
  SB_CLAIM_STATEMENT_TRANSLATION, /* of the words, where they are in another language */
  SB_CLAIM_STATEMENT_TRANSLATOR, /* who put them into that language */
  SB_CLAIM_STATEMENT_EXTRACT,
  SB_CLAIM_STATEMENT_CREDIBILITY,
} SbClaimStatementField;

extern const SbVocabulary sb_claim_stance_vocabulary;

extern const SbSchema sb_claim_statement_schema;
extern const SbSchema sb_claim_schema;

/* Who makes a statement: by name, or else as they are described ("a security source").
 * Lives as long as @statement; "" when neither is known. */
const char *sb_claim_statement_get_speaker (SbRecord *statement,
                                            SbLanguage language);

G_END_DECLS
