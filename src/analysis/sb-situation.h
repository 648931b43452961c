/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-certainty.h"
#include "sb-situation-input.h"

G_BEGIN_DECLS

/**
 * SbSituation:
 *
 * What holds on a day, as far as it is known: who holds what, which restrictions
 * are in force, which alliances and relations stand, who has which office, what
 * is disputed, which instruments bind, how far travellers are warned off. And,
 * between two days, what changed.
 *
 * Whether something holds is said with a certainty (sb-certainty.h). Nothing is
 * decided for the analyst: what could hold is there and marked as such, and
 * statements that disagree stand side by side.
 */

/* One thing that holds, or that changed. It leads to its record. */
typedef struct
{
  SbRecord *record; /* (owned) */
  int item; /* of the list that the section is about: a role of an actor, a party
               or a label of an alliance, a statement of a claim; -1 for the
               record itself */
  SbCertainty certainty; /* of holding on the day, of having changed between */
  gboolean is_retained; /* the version that the analyst has marked */
} SbSituationLine;

typedef enum
{
  SB_SITUATION_RESTRICTIONS,
  SB_SITUATION_ALLIANCES,
  SB_SITUATION_RELATIONS,
  SB_SITUATION_ROLES,
  SB_SITUATION_CLAIMS,
  SB_SITUATION_INSTRUMENTS,
  SB_SITUATION_ZONES, /* of travel advice, but for what their issuer replaced */
} SbSituationSection;

#define SB_N_SITUATION_SECTIONS (SB_SITUATION_ZONES + 1)

typedef enum
{
  SB_PLACE_HELD, /* by one */
  SB_PLACE_CONTESTED, /* held or not, and contested by another */
  SB_PLACE_INFLUENCED, /* nobody is said to hold or contest it */
  SB_PLACE_DISPUTED, /* the statements disagree about who has it */
} SbPlaceStatus;

/* The statements of control of a place that stand on the day.
 *
 * A later statement supersedes an earlier one of the same place where both
 * cannot be meant: who controls it now ends the control of another that has no
 * end of its own, and ends that he himself contests it; a new statement of the
 * same holder and manner replaces the old. Contesting ends no control, and
 * influence neither ends anything nor is ended but by the same holder's. A
 * statement is later when it surely began after the other could have begun.
 * Two statements contradict each other, and both stand, when it cannot be told
 * which is the later, when they are versions of one question (sb_record_get_topic),
 * when an extract supports one of them and contradicts the other, or when the
 * later one only possibly holds. */
typedef struct
{
  SbRef *place; /* (owned) */
  SbPlaceStatus status;
  GPtrArray *versions; /* (owned) (element-type SbSituationLine) controls */
} SbPlaceState;

typedef struct
{
  int as_of; /* day */
  GPtrArray *places; /* (owned) (element-type SbPlaceState) */
  GPtrArray *sections[SB_N_SITUATION_SECTIONS]; /* (owned) (element-type SbSituationLine) */
} SbSituation;

/* What holds on the day @as_of. Borrows nothing of @input. */
SbSituation *sb_situation_new (SbSituationInput *input,
                               int as_of) G_GNUC_WARN_UNUSED_RESULT;
void sb_situation_free (SbSituation *self);

/* The name of a status in files: "held", "contested", "influenced", "disputed". */
const char *sb_place_status_get_name (SbPlaceStatus status);

/* What the versions of the place on the day say; NULL when nobody has said
 * anything. */
SbPlaceState *sb_situation_find_place (SbSituation *self,
                                       SbRef *place);

SbSituationLine *sb_situation_line_new (SbRecord *record,
                                        int item,
                                        SbCertainty certainty) G_GNUC_WARN_UNUSED_RESULT;
void sb_situation_line_free (SbSituationLine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbSituation, sb_situation_free)

G_END_DECLS
