/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/* What a record rests on: one extract, its stance towards the record, and all
 * that is needed to show and cite it without a look-up. A record of this schema
 * is read from the catalogue; it is not stored as such. */

typedef enum
{
  SB_STANCE_SUPPORTS,
  SB_STANCE_CONTRADICTS,
} SbStance;

typedef enum
{
  SB_EVIDENCE_RECORD, /* what it is evidence of */
  SB_EVIDENCE_EXTRACT,
  SB_EVIDENCE_STANCE,
  SB_EVIDENCE_CREDIBILITY, /* SbCredibility of the item */
  SB_EVIDENCE_QUOTE,
  SB_EVIDENCE_PAGE,
  SB_EVIDENCE_START, /* of the extract, in characters of the document */
  SB_EVIDENCE_DOCUMENT,
  SB_EVIDENCE_BYLINE,
  SB_EVIDENCE_DATE, /* of the document */
  SB_EVIDENCE_LANGUAGE, /* of the document */
  SB_EVIDENCE_URL,
  SB_EVIDENCE_FETCHED, /* when the document was */
  SB_EVIDENCE_REFERENCE, /* bibliographic reference as the analyst wrote it */
  SB_EVIDENCE_SOURCE,
  SB_EVIDENCE_RELIABILITY, /* SbReliability of the source */
  SB_EVIDENCE_ORIGIN, /* the first document of its group of republications
                              and translations: two of one origin count once */
  SB_EVIDENCE_ORIGIN_SOURCE, /* who published that: two texts of one institute
                                count once as well */
} SbEvidenceField;

extern const SbVocabulary sb_stance_vocabulary;
extern const SbSchema sb_evidence_schema;

/* How many stand behind a record independently of each other, and against it. */
typedef struct
{
  guint supporting;
  guint contradicting;
} SbSourceCounts;

/* Counts the independent sources of @evidence (element-type SbRecord, of one
 * record). A republication or a translation is no second source, and neither is
 * another text of the same source: what counts is who published the origin, or
 * the origin itself where that is not known. One source on both sides counts on
 * both. Any thread. */
SbSourceCounts sb_evidence_count_sources (GPtrArray *evidence);

/* A document and its translation are one source: whether the one at @index of @evidence
 * (element-type SbRecord, of one record) is left to another of the same origin that is in
 * @language, while it is not. Any thread. */
gboolean sb_evidence_is_told_in (GPtrArray *evidence,
                                 guint index,
                                 SbLanguage language);

G_END_DECLS
