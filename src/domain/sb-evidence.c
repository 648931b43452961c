/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-domain"

#include "config.h"

#include "sb-evidence.h"

#include "sb-grade.h"

#include <glib/gi18n.h>

static const SbTerm stance_terms[] = {
  { SB_STANCE_SUPPORTS, "supports", N_ ("supports") },
  { SB_STANCE_CONTRADICTS, "contradicts", N_ ("contradicts") },
};

const SbVocabulary sb_stance_vocabulary = SB_VOCABULARY (stance_terms);

static const SbField fields[] = {
  [SB_EVIDENCE_RECORD] = { .name = "record", .type = SB_FIELD_REF },
  [SB_EVIDENCE_EXTRACT] = { .name = "extract", .type = SB_FIELD_REF, .target = SB_KIND_EXTRACT, .label = N_ ("Extract") },
  [SB_EVIDENCE_STANCE] = { .name = "stance", .type = SB_FIELD_TERM, .vocabulary = &sb_stance_vocabulary, .label = N_ ("Stance") },
  [SB_EVIDENCE_CREDIBILITY] = { .name = "credibility", .type = SB_FIELD_TERM, .vocabulary = &sb_credibility_vocabulary, .label = N_ ("Credibility") },
  [SB_EVIDENCE_QUOTE] = { .name = "quote", .type = SB_FIELD_TEXT, .label = N_ ("Quotation") },
  [SB_EVIDENCE_PAGE] = { .name = "page", .type = SB_FIELD_INTEGER, .label = N_ ("Page") },
  [SB_EVIDENCE_START] = { .name = "start", .type = SB_FIELD_INTEGER, .label = N_ ("Start") },
  [SB_EVIDENCE_DOCUMENT] = { .name = "document", .type = SB_FIELD_REF, .target = SB_KIND_DOCUMENT, .label = N_ ("Document") },
  [SB_EVIDENCE_BYLINE] = { .name = "byline", .type = SB_FIELD_TEXT, .label = N_ ("Author") },
  [SB_EVIDENCE_DATE] = { .name = "date", .type = SB_FIELD_DATE, .label = N_ ("Date") },
  [SB_EVIDENCE_LANGUAGE] = { .name = "language", .type = SB_FIELD_TEXT, .label = N_ ("Language") },
  [SB_EVIDENCE_URL] = { .name = "url", .type = SB_FIELD_TEXT, .label = N_ ("Address") },
  [SB_EVIDENCE_REFERENCE] = { .name = "reference", .type = SB_FIELD_TEXT, .label = N_ ("Bibliographic reference") },
  [SB_EVIDENCE_SOURCE] = { .name = "source", .type = SB_FIELD_REF, .target = SB_KIND_SOURCE, .label = N_ ("Source") },
  [SB_EVIDENCE_RELIABILITY] = { .name = "reliability", .type = SB_FIELD_TERM, .vocabulary = &sb_reliability_vocabulary, .label = N_ ("Reliability") },
  [SB_EVIDENCE_ORIGIN] = { .name = "origin", .type = SB_FIELD_REF, .target = SB_KIND_DOCUMENT, .label = N_ ("Origin") },
};

const SbSchema sb_evidence_schema = {
  .kind = SB_KIND_NONE,
  .name = "evidence",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = SB_EVIDENCE_QUOTE,
};
