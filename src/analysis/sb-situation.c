/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-situation-private.h"

#include "sb-actor.h"
#include "sb-alliance.h"
#include "sb-claim.h"
#include "sb-denial.h"
#include "sb-evidence.h"
#include "sb-instrument.h"
#include "sb-relation.h"
#include "sb-restriction.h"
#include "sb-zone-areas.h"
#include "sb-zone.h"

SbSituationLine *
sb_situation_line_new (SbRecord *record,
                       int item,
                       SbCertainty certainty)
{
  SbSituationLine *self = g_new0 (SbSituationLine, 1);

  self->record = g_object_ref (record);
  self->item = item;
  self->certainty = certainty;
  self->is_retained = sb_record_is_retained (record);
  return self;
}

void
sb_situation_line_free (SbSituationLine *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->record);
  g_free (self);
}

static void
add_line (GPtrArray *lines,
          SbRecord *record,
          int item,
          SbCertainty certainty)
{
  if (certainty != SB_CERTAINTY_NO)
    g_ptr_array_add (lines, sb_situation_line_new (record, item, certainty));
}

/* What has a beginning and an end, in the fields @since and @until. */
static void
add_lasting (SbSituationInput *input,
             SbKind kind,
             guint since,
             guint until,
             int as_of,
             GPtrArray *lines)
{
  GPtrArray *records = sb_situation_input_get_records (input, kind);

  for (guint i = 0; i < records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (records, i);

      add_line (lines, record, -1,
                sb_certainty_of_holding (sb_record_get_date (record, since), sb_record_get_date (record, until), as_of));
    }
}

static void
add_roles (SbSituationInput *input,
           int as_of,
           GPtrArray *lines)
{
  GPtrArray *actors = sb_situation_input_get_records (input, SB_KIND_ACTOR);

  for (guint i = 0; i < actors->len; i++)
    {
      SbRecord *actor = g_ptr_array_index (actors, i);

      for (guint j = 0; j < sb_record_get_n_items (actor, SB_ACTOR_ROLES); j++)
        {
          SbRecord *role = sb_record_get_item (actor, SB_ACTOR_ROLES, j);

          add_line (lines, actor, (int) j,
                    sb_certainty_of_holding (sb_record_get_date (role, SB_ACTOR_ROLE_SINCE),
                                             sb_record_get_date (role, SB_ACTOR_ROLE_UNTIL), as_of));
        }
    }
}

gboolean
_sb_situation_stance_asserts (int stance)
{
  return stance == SB_CLAIM_STANCE_ASSERTS || stance == SB_CLAIM_STANCE_CLAIMS || stance == SB_CLAIM_STANCE_CONFIRMS;
}

/* Whether a claim is disputed by @as_of: someone has asserted it and someone has
 * denied, minimised or contested it, in a statement or in a document. */
static SbCertainty
get_dispute (SbSituationInput *input,
             SbRecord *claim,
             int as_of)
{
  GPtrArray *evidence = sb_situation_input_get_evidence (input, sb_record_get_id (claim));
  SbCertainty asserted = SB_CERTAINTY_NO;
  SbCertainty denied = SB_CERTAINTY_NO;

  for (guint i = 0; i < sb_record_get_n_items (claim, SB_CLAIM_STATEMENTS); i++)
    {
      SbRecord *statement = sb_record_get_item (claim, SB_CLAIM_STATEMENTS, i);
      SbCertainty made = sb_certainty_of_being_past (sb_denial_get_statement_date (claim, statement), as_of);

      if (_sb_situation_stance_asserts (sb_record_get_term (statement, SB_CLAIM_STATEMENT_STANCE, SB_CLAIM_STANCE_ASSERTS)))
        asserted = MAX (asserted, made);
      else
        denied = MAX (denied, made);
    }

  /* A document that bears a claim out asserts it, one that speaks against it
   * contests it, on the day it was published. */
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      SbRecord *piece = g_ptr_array_index (evidence, i);
      SbCertainty made = sb_certainty_of_being_past (sb_record_get_date (piece, SB_EVIDENCE_DATE), as_of);

      if (sb_record_get_term (piece, SB_EVIDENCE_STANCE, SB_STANCE_SUPPORTS) == SB_STANCE_SUPPORTS)
        asserted = MAX (asserted, made);
      else
        denied = MAX (denied, made);
    }

  return MIN (asserted, denied);
}

static void
add_claims (SbSituationInput *input,
            int as_of,
            GPtrArray *lines)
{
  GPtrArray *claims = sb_situation_input_get_records (input, SB_KIND_CLAIM);

  for (guint i = 0; i < claims->len; i++)
    add_line (lines, g_ptr_array_index (claims, i), -1,
              get_dispute (input, g_ptr_array_index (claims, i), as_of));
}

/* What was only proposed binds nobody. What has lapsed, nobody has said when, is
 * not known to have been in force on any day. A contested one may be in force. */
static SbCertainty
get_force (SbRecord *instrument,
           int as_of)
{
  SbDate *end = sb_record_get_date (instrument, SB_INSTRUMENT_ENDED);
  SbCertainty force = sb_certainty_of_holding (sb_record_get_date (instrument, SB_INSTRUMENT_DATE), end, as_of);

  switch (sb_record_get_term (instrument, SB_INSTRUMENT_STATUS, SB_INSTRUMENT_STATUS_IN_FORCE))
    {
    case SB_INSTRUMENT_STATUS_LAPSED:
      return end != NULL ? force : SB_CERTAINTY_NO;

    case SB_INSTRUMENT_STATUS_CONTESTED:
      return MIN (force, SB_CERTAINTY_POSSIBLE);

    case SB_INSTRUMENT_STATUS_PROPOSED:
      return SB_CERTAINTY_NO;

    case SB_INSTRUMENT_STATUS_IN_FORCE:
    default:
      return force;
    }
}

static void
add_instruments (SbSituationInput *input,
                 int as_of,
                 GPtrArray *lines)
{
  GPtrArray *instruments = sb_situation_input_get_records (input, SB_KIND_INSTRUMENT);

  for (guint i = 0; i < instruments->len; i++)
    add_line (lines, g_ptr_array_index (instruments, i), -1, get_force (g_ptr_array_index (instruments, i), as_of));
}

static void
add_zones (SbSituationInput *input,
           int as_of,
           GPtrArray *lines)
{
  g_autoptr (GPtrArray) standing = sb_zones_list_standing (sb_situation_input_get_records (input, SB_KIND_ZONE), as_of);

  for (guint i = 0; i < standing->len; i++)
    {
      SbRecord *zone = g_ptr_array_index (standing, i);

      add_line (lines, zone, -1,
                sb_certainty_of_holding (sb_record_get_date (zone, SB_ZONE_SINCE), sb_record_get_date (zone, SB_ZONE_UNTIL), as_of));
    }
}

SbSituation *
sb_situation_new (SbSituationInput *input,
                  int as_of)
{
  SbSituation *self;

  g_return_val_if_fail (input != NULL, NULL);

  self = g_new0 (SbSituation, 1);
  self->as_of = as_of;
  self->places = _sb_situation_find_places (input, as_of);
  for (guint i = 0; i < SB_N_SITUATION_SECTIONS; i++)
    self->sections[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_situation_line_free);

  add_lasting (input, SB_KIND_RESTRICTION, SB_RESTRICTION_SINCE, SB_RESTRICTION_UNTIL, as_of, self->sections[SB_SITUATION_RESTRICTIONS]);
  add_lasting (input, SB_KIND_ALLIANCE, SB_ALLIANCE_SINCE, SB_ALLIANCE_UNTIL, as_of, self->sections[SB_SITUATION_ALLIANCES]);
  add_lasting (input, SB_KIND_RELATION, SB_RELATION_SINCE, SB_RELATION_UNTIL, as_of, self->sections[SB_SITUATION_RELATIONS]);
  add_roles (input, as_of, self->sections[SB_SITUATION_ROLES]);
  add_claims (input, as_of, self->sections[SB_SITUATION_CLAIMS]);
  add_instruments (input, as_of, self->sections[SB_SITUATION_INSTRUMENTS]);
  add_zones (input, as_of, self->sections[SB_SITUATION_ZONES]);
  return self;
}

void
sb_situation_free (SbSituation *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->places);
  for (guint i = 0; i < SB_N_SITUATION_SECTIONS; i++)
    g_ptr_array_unref (self->sections[i]);

  g_free (self);
}

SbPlaceState *
sb_situation_find_place (SbSituation *self,
                         SbRef *place)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->places->len; i++)
    {
      SbPlaceState *state = g_ptr_array_index (self->places, i);

      if (sb_ref_equal (state->place, place))
        return state;
    }

  return NULL;
}
