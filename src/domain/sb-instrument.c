/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-instrument.h"

#include <glib/gi18n.h>

static const SbTerm instrument_kind_terms[] = {
  { SB_INSTRUMENT_KIND_TREATY, "treaty", N_ ("Treaty") },
  { SB_INSTRUMENT_KIND_CHARTER, "charter", N_ ("Charter") },
  { SB_INSTRUMENT_KIND_LAW, "law", N_ ("Law") },
  { SB_INSTRUMENT_KIND_STRATEGY, "strategy", N_ ("Strategy") },
  { SB_INSTRUMENT_KIND_AGREEMENT, "agreement", N_ ("Agreement") },
  { SB_INSTRUMENT_KIND_APPEAL, "appeal", N_ ("Appeal") },
  { SB_INSTRUMENT_KIND_CONTRACT, "contract", N_ ("Contract") },
};

const SbVocabulary sb_instrument_kind_vocabulary = SB_VOCABULARY (instrument_kind_terms);

static const SbTerm instrument_status_terms[] = {
  { SB_INSTRUMENT_STATUS_IN_FORCE, "in-force", N_ ("In force") },
  { SB_INSTRUMENT_STATUS_LAPSED, "lapsed", N_ ("Lapsed") },
  { SB_INSTRUMENT_STATUS_CONTESTED, "contested", N_ ("Contested") },
  { SB_INSTRUMENT_STATUS_PROPOSED, "proposed", N_ ("Proposed") },
};

const SbVocabulary sb_instrument_status_vocabulary = SB_VOCABULARY (instrument_status_terms);

static const SbField party_fields[] = {
  [SB_INSTRUMENT_PARTY_ACTOR] = { .name = "actor", .type = SB_FIELD_REF, .flags = SB_FIELD_REQUIRED, .target = SB_KIND_ACTOR, .label = N_ ("Actor") },
};

const SbSchema sb_instrument_party_schema = {
  .kind = SB_KIND_NONE,
  .name = "instrument_party",
  .fields = party_fields,
  .n_fields = G_N_ELEMENTS (party_fields),
  .title = -1,
};

static const SbField clause_fields[] = {
  [SB_INSTRUMENT_CLAUSE_NUMBER] = { .name = "number", .type = SB_FIELD_TEXT, .label = N_ ("Number") },
  [SB_INSTRUMENT_CLAUSE_TEXT] = { .name = "text", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Text") },
};

const SbSchema sb_instrument_clause_schema = {
  .kind = SB_KIND_NONE,
  .name = "instrument_clause",
  .fields = clause_fields,
  .n_fields = G_N_ELEMENTS (clause_fields),
  .title = -1,
};

static const SbField meeting_fields[] = {
  [SB_INSTRUMENT_MEETING_EVENT] = { .name = "event", .type = SB_FIELD_REF, .flags = SB_FIELD_REQUIRED, .target = SB_KIND_EVENT, .label = N_ ("Event") },
};

const SbSchema sb_instrument_meeting_schema = {
  .kind = SB_KIND_NONE,
  .name = "instrument_meeting",
  .fields = meeting_fields,
  .n_fields = G_N_ELEMENTS (meeting_fields),
  .title = -1,
};

static const SbField fields[] = {
  [SB_INSTRUMENT_TITLE] = { .name = "title", .type = SB_FIELD_BILINGUAL, .flags = SB_FIELD_REQUIRED, .label = N_ ("Title") },
  [SB_INSTRUMENT_KIND] = { .name = "kind", .type = SB_FIELD_TERM, .vocabulary = &sb_instrument_kind_vocabulary, .label = N_ ("Kind") },
  [SB_INSTRUMENT_OWNER] = { .name = "owner", .type = SB_FIELD_REF, .target = SB_KIND_ACTOR, .label = N_ ("Whose it is") },
  [SB_INSTRUMENT_DATE] = { .name = "date", .type = SB_FIELD_DATE, .label = N_ ("Date") },
  [SB_INSTRUMENT_STATUS] = { .name = "status", .type = SB_FIELD_TERM, .vocabulary = &sb_instrument_status_vocabulary, .label = N_ ("Status") },
  [SB_INSTRUMENT_ENDED] = { .name = "ended", .type = SB_FIELD_DATE, .label = N_ ("No longer in force since") },
  [SB_INSTRUMENT_PARTIES] = { .name = "parties", .type = SB_FIELD_LIST, .item = &sb_instrument_party_schema, .label = N_ ("Parties") },
  [SB_INSTRUMENT_CLAUSES] = { .name = "clauses", .type = SB_FIELD_LIST, .item = &sb_instrument_clause_schema, .label = N_ ("Clauses or pillars") },
  [SB_INSTRUMENT_MEETINGS] = { .name = "meetings", .type = SB_FIELD_LIST, .item = &sb_instrument_meeting_schema, .label = N_ ("Meetings") },
  [SB_INSTRUMENT_SUMMARY] = { .name = "summary", .type = SB_FIELD_BILINGUAL, .label = N_ ("Summary") },
};

const SbSchema sb_instrument_schema = {
  .kind = SB_KIND_INSTRUMENT,
  .name = "instrument",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_INSTRUMENT_TITLE,
};
