/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#pragma once

#include "sb-situation.h"

G_BEGIN_DECLS

/**
 * SbSituationChanges:
 *
 * What changed after one day and by another. Each turn is dated and leads to its
 * record. A turn whose date only partly lies between the two days is possible;
 * one without a date is none.
 */
typedef enum
{
  SB_TURN_EVENT,
  SB_TURN_RESTRICTION_LAID,
  SB_TURN_RESTRICTION_LIFTED,
  SB_TURN_ALLIANCE_FORMED,
  SB_TURN_ALLIANCE_ENDED,
  SB_TURN_PARTY_JOINED, /* item: of the parties */
  SB_TURN_PARTY_LEFT,
  SB_TURN_ALLIANCE_LABELLED, /* item: of the labels; by the date of the document */
  SB_TURN_ALLIANCE_JUDGED,
  SB_TURN_RELATION_BEGUN,
  SB_TURN_RELATION_ENDED,
  SB_TURN_ROLE_TAKEN, /* item: of the roles of the actor */
  SB_TURN_ROLE_LEFT,
  SB_TURN_CLAIM_MADE,
  SB_TURN_CLAIM_ANSWERED, /* item: of the statements: denied, confirmed… */
  SB_TURN_INSTRUMENT_MADE,
  SB_TURN_INSTRUMENT_ENDED,
} SbTurn;

#define SB_N_TURNS (SB_TURN_INSTRUMENT_ENDED + 1)

/* "Restriction laid": beside what it is of. */
const char *sb_turn_get_label (SbTurn turn,
                               SbLanguage language);

typedef struct
{
  SbTurn turn;
  SbSituationLine *line; /* (owned) */
  SbDate *date; /* (owned) */
} SbSituationTurn;

/* A place whose statements of control are others than before. */
typedef struct
{
  SbRef *place; /* (owned) */
  GPtrArray *lost; /* (owned) (element-type SbSituationLine) stand no longer */
  GPtrArray *won; /* (owned) (element-type SbSituationLine) stand now */
  GPtrArray *passing; /* (owned) (element-type SbSituationLine) came and went */
} SbPlaceTurn;

typedef struct
{
  int since; /* day; what was so on it is no change */
  int as_of; /* day */
  GPtrArray *turns; /* (owned) (element-type SbSituationTurn) by date */
  GPtrArray *places; /* (owned) (element-type SbPlaceTurn) */
} SbSituationChanges;

/* What changed after the day @since and by the day @as_of. @input must hold what
 * stood on either day and what came between. */
SbSituationChanges *sb_situation_changes_new (SbSituationInput *input,
                                              int since,
                                              int as_of) G_GNUC_WARN_UNUSED_RESULT;
void sb_situation_changes_free (SbSituationChanges *self);

/* The name of a turn in files: "restriction-laid". Static. */
const char *sb_turn_get_name (SbTurn turn);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SbSituationChanges, sb_situation_changes_free)

G_END_DECLS
