/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-record.h"

G_BEGIN_DECLS

/**
 * SbSituationInput:
 *
 * The records that a situation is worked out from, and what they rest on. The
 * analysis reads no catalogue: whoever calls it hands in what is to be thought
 * of, in the order in which it is to be shown. Belongs to one thread.
 */
typedef struct _SbSituationInput SbSituationInput;

SbSituationInput *sb_situation_input_new (void) G_GNUC_WARN_UNUSED_RESULT;
void sb_situation_input_free (SbSituationInput *self);

/* Adds a control, restriction, alliance, relation, actor (for its roles), claim,
 * instrument, zone or event; one that is there already is left where it is. Takes a
 * reference. */
void sb_situation_input_add (SbSituationInput *self,
                             SbRecord *record);
gboolean sb_situation_input_has (SbSituationInput *self,
                                 gint64 record);

/* What a record rests on: records of sb_evidence_schema. (element-type SbRecord)
 * Needed for the places with several statements of control, and for claims and
 * alliances; elsewhere it only makes the grades and the number of independent
 * sources known. Takes a reference. */
void sb_situation_input_set_evidence (SbSituationInput *self,
                                      gint64 record,
                                      GPtrArray *evidence);

/* What of @self was known on @day (sb-record-known.h). */
SbSituationInput *sb_situation_input_new_known (SbSituationInput *self,
                                                int day) G_GNUC_WARN_UNUSED_RESULT;

/* The records of @kind, in their order. (element-type SbRecord) Borrowed. */
GPtrArray *sb_situation_input_get_records (SbSituationInput *self,
                                           SbKind kind);
/* The evidence of a record; NULL when it was not handed in. Borrowed. */
GPtrArray *sb_situation_input_get_evidence (SbSituationInput *self,
                                            gint64 record);

/* Marks that there is more of @kind than was handed in. */
void sb_situation_input_set_truncated (SbSituationInput *self,
                                       SbKind kind);
gboolean sb_situation_input_is_truncated (SbSituationInput *self,
                                          SbKind kind);

/* How many sources that are independent of each other support the record: texts
 * of one source count once, and so do republications and translations of one
 * text, whoever printed them. -1 when the evidence was not handed in. */
int sb_situation_input_count_sources (SbSituationInput *self,
                                      gint64 record);

/* The grades of what supports the record, each once, in the order of the
 * evidence: "B2, C3"; "" when there is none. They are never averaged. */
char *sb_situation_input_format_grades (SbSituationInput *self,
                                        gint64 record) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbSituationInput, sb_situation_input_free)

G_END_DECLS
