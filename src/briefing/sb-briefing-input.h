/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-correction.h"
#include "sb-record.h"
#include "sb-road-conditions.h"
#include "sb-situation-changes.h"
#include "sb-template-words.h"

G_BEGIN_DECLS

/**
 * SbBriefingInput:
 *
 * All that a briefing is made from, loaded by whoever asks for it: the record
 * of the briefing itself (title, period, as-of date, cutoff, marking, author,
 * edited sections), and the records that may go into it with their evidence.
 * More may be added than is printed: what lies outside of the period, is no
 * longer in force on the as-of date or was taken back is passed over here. The
 * same input makes the French and the English edition. Built by one thread, then
 * left alone; reference counted.
 */
typedef struct _SbBriefingInput SbBriefingInput;

/* The days that something is told of: what happened from the first to the last, and
 * what holds on the day as_of. SB_DATE_DAY_MIN and SB_DATE_DAY_MAX are open ends. */
typedef struct
{
  int first;
  int last;
  int as_of;
} SbBriefingMoment;

#define SB_TYPE_BRIEFING_INPUT (sb_briefing_input_get_type ())

GType sb_briefing_input_get_type (void);

/* @briefing is of %SB_KIND_BRIEFING. */
SbBriefingInput *sb_briefing_input_new (SbRecord *briefing) G_GNUC_WARN_UNUSED_RESULT;
SbBriefingInput *sb_briefing_input_ref (SbBriefingInput *self);
void sb_briefing_input_unref (SbBriefingInput *self);

/* Adds a record of any kind, in the order of their coming; kinds that no block
 * uses do no harm. Corridors are needed for the stretches of restrictions to be
 * drawn on the map, places to tell towns from countries, and actors for their
 * short names. A record of sb_evidence_schema is evidence of the record that
 * it names. Takes a reference. */
void sb_briefing_input_add (SbBriefingInput *self,
                            SbRecord *record);

SbRecord *sb_briefing_input_get_briefing (const SbBriefingInput *self);
/* The roads on a day (sb_road_conditions_get_day()), for blocks that tell of ways.
 * Takes a reference. */
void sb_briefing_input_add_roads (SbBriefingInput *self,
                                  SbRoadConditions *roads);
/* Those of the as-of day; NULL when they were not added. */
SbRoadConditions *sb_briefing_input_get_roads (const SbBriefingInput *self);

/* The same records as they stand at another moment; what is added to one of the two
 * later is in both. */
SbBriefingInput *sb_briefing_input_new_view (const SbBriefingInput *self,
                                             const SbBriefingMoment *moment) G_GNUC_WARN_UNUSED_RESULT;

/* The same records for another state of the briefing, whose days they were loaded for:
 * for what is typed. What is added to one of the two later is in both. */
SbBriefingInput *sb_briefing_input_new_edited (const SbBriefingInput *self,
                                               SbRecord *briefing) G_GNUC_WARN_UNUSED_RESULT;

/* The days that are compared, in the place of those that a template names, in their
 * order; at most SB_BRIEFING_MAX_DAYS are kept. */
#define SB_BRIEFING_MAX_DAYS 6

void sb_briefing_input_set_days (SbBriefingInput *self,
                                 const int *days,
                                 guint n_days);
const int *sb_briefing_input_get_days (const SbBriefingInput *self,
                                       guint *n_days);

/* The region and the actor that the briefing is about, where it was said; what its
 * blocks are about else is the one that most is known of. Nullable; a reference is
 * taken. */
void sb_briefing_input_set_place (SbBriefingInput *self,
                                  SbRecord *place);
SbRecord *sb_briefing_input_get_place (const SbBriefingInput *self);
void sb_briefing_input_set_actor (SbBriefingInput *self,
                                  SbRecord *actor);
SbRecord *sb_briefing_input_get_actor (const SbBriefingInput *self);
/* What changed since the last issue; NULL when nobody asked. Takes @changes over. */
void sb_briefing_input_take_changes (SbBriefingInput *self,
                                     SbSituationChanges *changes);
const SbSituationChanges *sb_briefing_input_get_changes (const SbBriefingInput *self);
/* What a correction notice tells; NULL for other products. Takes @correction over. */
void sb_briefing_input_take_correction (SbBriefingInput *self,
                                        SbCorrection *correction);
const SbCorrection *sb_briefing_input_get_correction (const SbBriefingInput *self);
/* Words that go before those of the template. */
void sb_briefing_input_set_words (SbBriefingInput *self,
                                  SbTemplateWords words,
                                  const char *text);
const char *sb_briefing_input_get_words (const SbBriefingInput *self,
                                         SbTemplateWords words); /* (nullable) */

/* First and last day of the period, and the as-of day; open ends are
 * %SB_DATE_DAY_MIN and %SB_DATE_DAY_MAX, and the as-of day is then the last day
 * or else today (sb_clock_today()). */
int sb_briefing_input_get_first (const SbBriefingInput *self);
int sb_briefing_input_get_last (const SbBriefingInput *self);
int sb_briefing_input_get_as_of (const SbBriefingInput *self);

/* Those of a kind that belong to the period or are in force on the as-of day,
 * in the order of their coming (element-type SbRecord). */
GPtrArray *sb_briefing_input_list (const SbBriefingInput *self,
                                   SbKind kind) G_GNUC_WARN_UNUSED_RESULT;
/* The corridor, place … that a reference means; NULL when it was not added. */
SbRecord *sb_briefing_input_find (const SbBriefingInput *self,
                                  const SbRef *ref);
/* All of a kind that were added, whatever their time, borrowed (element-type
 * SbRecord). */
GPtrArray *sb_briefing_input_get_all (const SbBriefingInput *self,
                                      SbKind kind);
/* What stands behind @record, in the order of its coming (element-type
 * SbRecord), borrowed; NULL when there is none. */
GPtrArray *sb_briefing_input_get_evidence (const SbBriefingInput *self,
                                           SbRecord *record);
/* What texts cite under @uuid ([@UUID], sb-text-citation.h): a record that need not be
 * one of those that may be printed, and what stands behind it (element-type SbRecord of
 * sb_evidence_schema), for an extract the extract itself. Takes references. */
void sb_briefing_input_add_citation (SbBriefingInput *self,
                                     const char *uuid,
                                     SbRecord *record,
                                     GPtrArray *evidence);
/* What is cited under @uuid, or a record that was added and has it, with what stands
 * behind it in *@evidence (nullable); both borrowed. NULL when it is not known. */
SbRecord *sb_briefing_input_find_citation (const SbBriefingInput *self,
                                           const char *uuid,
                                           GPtrArray **evidence);
/* The newest event of the dossier, or of all of the catalogue, whatever the period:
 * what the as-of day is checked against. (nullable) */
void sb_briefing_input_set_newest (SbBriefingInput *self,
                                   SbRecord *event);
SbRecord *sb_briefing_input_get_newest (const SbBriefingInput *self);
/* How many records of the period, or in force on the as-of day, were left out because
 * they were known only after the data cutoff. */
void sb_briefing_input_set_n_later (SbBriefingInput *self,
                                    guint n_later);
guint sb_briefing_input_get_n_later (const SbBriefingInput *self);
/* How many facts of the period are told though nobody had written of them by the as-of day:
 * of a briefing without a data cutoff. */
void sb_briefing_input_set_n_hindsight (SbBriefingInput *self,
                                        guint n_hindsight);
guint sb_briefing_input_get_n_hindsight (const SbBriefingInput *self);
/* Who controls what, with its evidence, as sb_situation_new() takes it. */
SbSituationInput *sb_briefing_input_dup_situation (const SbBriefingInput *self) G_GNUC_WARN_UNUSED_RESULT;
/* The text that was written by hand for a block; NULL when there is none in any
 * language. */
SbRecord *sb_briefing_input_get_section (const SbBriefingInput *self,
                                         const char *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbBriefingInput, sb_briefing_input_unref)

G_END_DECLS
