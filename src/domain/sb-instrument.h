/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-kind.h"

G_BEGIN_DECLS

/* A treaty, charter, law or strategy. */

typedef enum
{
  SB_INSTRUMENT_KIND_TREATY,
  SB_INSTRUMENT_KIND_CHARTER,
  SB_INSTRUMENT_KIND_LAW,
  SB_INSTRUMENT_KIND_STRATEGY,
  SB_INSTRUMENT_KIND_AGREEMENT,
  SB_INSTRUMENT_KIND_APPEAL,
  SB_INSTRUMENT_KIND_CONTRACT,
} SbInstrumentKind;

typedef enum
{
  SB_INSTRUMENT_STATUS_IN_FORCE,
  SB_INSTRUMENT_STATUS_LAPSED,
  SB_INSTRUMENT_STATUS_CONTESTED,
  SB_INSTRUMENT_STATUS_PROPOSED,
} SbInstrumentStatus;

typedef enum
{
  SB_INSTRUMENT_TITLE,
  SB_INSTRUMENT_KIND,
  SB_INSTRUMENT_OWNER,
  SB_INSTRUMENT_DATE,
  SB_INSTRUMENT_STATUS,
  SB_INSTRUMENT_ENDED,
  SB_INSTRUMENT_PARTIES,
  SB_INSTRUMENT_CLAUSES,
  SB_INSTRUMENT_MEETINGS,
  SB_INSTRUMENT_SUMMARY,
} SbInstrumentField;

typedef enum
{
  SB_INSTRUMENT_PARTY_ACTOR,
} SbInstrumentPartyField;

typedef enum
{
  SB_INSTRUMENT_CLAUSE_NUMBER,
  SB_INSTRUMENT_CLAUSE_TEXT,
} SbInstrumentClauseField;

typedef enum
{
  SB_INSTRUMENT_MEETING_EVENT,
} SbInstrumentMeetingField;

extern const SbVocabulary sb_instrument_kind_vocabulary;
extern const SbVocabulary sb_instrument_status_vocabulary;

extern const SbSchema sb_instrument_party_schema;
extern const SbSchema sb_instrument_clause_schema;
extern const SbSchema sb_instrument_meeting_schema;
extern const SbSchema sb_instrument_schema;

G_END_DECLS
