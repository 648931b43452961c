/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-analysis"

#include "config.h"

#include "sb-situation-changes.h"

#include "sb-actor.h"
#include "sb-alliance.h"
#include "sb-claim.h"
#include "sb-control.h"
#include "sb-event.h"
#include "sb-evidence.h"
#include "sb-instrument.h"
#include "sb-relation.h"
#include "sb-restriction.h"
#include "sb-situation-private.h"
#include "sb-translate.h"

#include <glib/gi18n.h>

static void
turn_free (gpointer data)
{
  SbSituationTurn *turn = data;

  sb_situation_line_free (turn->line);
  sb_date_unref (turn->date);
  g_free (turn);
}

static void
place_turn_free (gpointer data)
{
  SbPlaceTurn *turn = data;

  sb_ref_unref (turn->place);
  g_ptr_array_unref (turn->lost);
  g_ptr_array_unref (turn->won);
  g_ptr_array_unref (turn->passing);
  g_free (turn);
}

/* Whether a beginning or an end at @date came after the one day and by the other. */
static SbCertainty
get_certainty (const SbSituationChanges *self,
               SbDate *date)
{
  SbCertainty by_then;
  SbCertainty before;

  if (date == NULL || self->since == self->as_of)
    return SB_CERTAINTY_NO;

  by_then = sb_certainty_of_being_past (date, self->as_of);
  before = sb_certainty_of_being_past (date, self->since);
  if (by_then == SB_CERTAINTY_NO || before == SB_CERTAINTY_SURE)
    return SB_CERTAINTY_NO;

  return by_then == SB_CERTAINTY_SURE && before == SB_CERTAINTY_NO ? SB_CERTAINTY_SURE : SB_CERTAINTY_POSSIBLE;
}

static gboolean
add_turn (SbSituationChanges *self,
          SbTurn kind,
          SbRecord *record,
          int item,
          SbDate *date)
{
  SbCertainty certainty = get_certainty (self, date);
  SbSituationTurn *turn;

  if (certainty == SB_CERTAINTY_NO)
    return FALSE;

  turn = g_new0 (SbSituationTurn, 1);
  turn->turn = kind;
  turn->line = sb_situation_line_new (record, item, certainty);
  turn->date = sb_date_ref (date);
  g_ptr_array_add (self->turns, turn);
  return TRUE;
}

/* An end that is open has not come. */
static void
add_end (SbSituationChanges *self,
         SbTurn kind,
         SbRecord *record,
         int item,
         SbDate *until)
{
  if (until != NULL && !sb_date_is_open (until))
    add_turn (self, kind, record, item, until);
}

static void
add_event (SbSituationChanges *self,
           SbSituationInput *input,
           SbRecord *event)
{
  add_turn (self, SB_TURN_EVENT, event, -1, sb_record_get_date (event, SB_EVENT_DATE));
}

static void
add_restriction (SbSituationChanges *self,
                 SbSituationInput *input,
                 SbRecord *restriction)
{
  add_turn (self, SB_TURN_RESTRICTION_LAID, restriction, -1, sb_record_get_date (restriction, SB_RESTRICTION_SINCE));
  add_end (self, SB_TURN_RESTRICTION_LIFTED, restriction, -1, sb_record_get_date (restriction, SB_RESTRICTION_UNTIL));
}

static void
add_relation (SbSituationChanges *self,
              SbSituationInput *input,
              SbRecord *relation)
{
  add_turn (self, SB_TURN_RELATION_BEGUN, relation, -1, sb_record_get_date (relation, SB_RELATION_SINCE));
  add_end (self, SB_TURN_RELATION_ENDED, relation, -1, sb_record_get_date (relation, SB_RELATION_UNTIL));
}

/* The date of the document that an extract of @record's evidence is in. */
static SbDate *
get_date_of_extract (SbSituationInput *input,
                     SbRecord *record,
                     SbRef *extract)
{
  GPtrArray *evidence = sb_situation_input_get_evidence (input, sb_record_get_id (record));

  for (guint i = 0; extract != NULL && evidence != NULL && i < evidence->len; i++)
    {
      SbRecord *piece = g_ptr_array_index (evidence, i);

      if (sb_ref_equal (sb_record_get_ref (piece, SB_EVIDENCE_EXTRACT), extract))
        return sb_record_get_date (piece, SB_EVIDENCE_DATE);
    }

  return NULL;
}

static void
add_parties (SbSituationChanges *self,
             SbRecord *alliance,
             gboolean was_formed)
{
  for (guint i = 0; i < sb_record_get_n_items (alliance, SB_ALLIANCE_PARTIES); i++)
    {
      SbRecord *party = sb_record_get_item (alliance, SB_ALLIANCE_PARTIES, i);
      SbDate *since = sb_record_get_date (party, SB_ALLIANCE_PARTY_SINCE);

      /* Who was there from the beginning did not join. */
      if (!was_formed || !sb_date_equal (since, sb_record_get_date (alliance, SB_ALLIANCE_SINCE)))
        add_turn (self, SB_TURN_PARTY_JOINED, alliance, (int) i, since);
      add_end (self, SB_TURN_PARTY_LEFT, alliance, (int) i, sb_record_get_date (party, SB_ALLIANCE_PARTY_UNTIL));
    }
}

static void
add_alliance (SbSituationChanges *self,
              SbSituationInput *input,
              SbRecord *alliance)
{
  gboolean was_formed;

  was_formed = add_turn (self, SB_TURN_ALLIANCE_FORMED, alliance, -1, sb_record_get_date (alliance, SB_ALLIANCE_SINCE));
  add_end (self, SB_TURN_ALLIANCE_ENDED, alliance, -1, sb_record_get_date (alliance, SB_ALLIANCE_UNTIL));
  add_parties (self, alliance, was_formed);
  for (guint i = 0; i < sb_record_get_n_items (alliance, SB_ALLIANCE_LABELS); i++)
    {
      SbRecord *label = sb_record_get_item (alliance, SB_ALLIANCE_LABELS, i);

      add_turn (self, SB_TURN_ALLIANCE_LABELLED, alliance, (int) i,
                get_date_of_extract (input, alliance, sb_record_get_ref (label, SB_ALLIANCE_LABEL_EXTRACT)));
    }

  add_turn (self, SB_TURN_ALLIANCE_JUDGED, alliance, -1, sb_record_get_date (alliance, SB_ALLIANCE_JUDGED_ON));
}

static void
add_roles (SbSituationChanges *self,
           SbSituationInput *input,
           SbRecord *actor)
{
  for (guint i = 0; i < sb_record_get_n_items (actor, SB_ACTOR_ROLES); i++)
    {
      SbRecord *role = sb_record_get_item (actor, SB_ACTOR_ROLES, i);

      add_turn (self, SB_TURN_ROLE_TAKEN, actor, (int) i, sb_record_get_date (role, SB_ACTOR_ROLE_SINCE));
      add_end (self, SB_TURN_ROLE_LEFT, actor, (int) i, sb_record_get_date (role, SB_ACTOR_ROLE_UNTIL));
    }
}

/* What is first said of a claim is its making, not an answer to it. */
static gboolean
makes_claim (SbRecord *claim,
             SbRecord *statement)
{
  SbDate *date = sb_record_get_date (statement, SB_CLAIM_STATEMENT_DATE);

  return _sb_situation_stance_asserts (sb_record_get_term (statement, SB_CLAIM_STATEMENT_STANCE, SB_CLAIM_STANCE_ASSERTS)) &&
         (date == NULL || sb_date_overlaps (date, sb_date_get_first_day (sb_record_get_date (claim, SB_CLAIM_DATE)),
                                            sb_date_get_last_day (sb_record_get_date (claim, SB_CLAIM_DATE))));
}

static void
add_claim (SbSituationChanges *self,
           SbSituationInput *input,
           SbRecord *claim)
{
  gboolean was_made = add_turn (self, SB_TURN_CLAIM_MADE, claim, -1, sb_record_get_date (claim, SB_CLAIM_DATE));

  for (guint i = 0; i < sb_record_get_n_items (claim, SB_CLAIM_STATEMENTS); i++)
    {
      SbRecord *statement = sb_record_get_item (claim, SB_CLAIM_STATEMENTS, i);

      if (!was_made || !makes_claim (claim, statement))
        add_turn (self, SB_TURN_CLAIM_ANSWERED, claim, (int) i, sb_record_get_date (statement, SB_CLAIM_STATEMENT_DATE));
    }
}

static void
add_instrument (SbSituationChanges *self,
                SbSituationInput *input,
                SbRecord *instrument)
{
  add_turn (self, SB_TURN_INSTRUMENT_MADE, instrument, -1, sb_record_get_date (instrument, SB_INSTRUMENT_DATE));
  add_end (self, SB_TURN_INSTRUMENT_ENDED, instrument, -1, sb_record_get_date (instrument, SB_INSTRUMENT_ENDED));
}

static gboolean
has_record (GPtrArray *lines,
            SbRecord *record)
{
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    if (sb_record_get_id (((SbSituationLine *) g_ptr_array_index (lines, i))->record) == sb_record_get_id (record))
      return TRUE;

  return FALSE;
}

/* Those of @lines whose record is not in @others. */
static void
add_missing (GPtrArray *missing,
             GPtrArray *lines,
             GPtrArray *others)
{
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const SbSituationLine *line = g_ptr_array_index (lines, i);

      if (!has_record (others, line->record))
        g_ptr_array_add (missing, sb_situation_line_new (line->record, -1, line->certainty));
    }
}

/* Of @controls, those of the place that began and ended between the two days. */
static void
add_passing (SbSituationChanges *self,
             GPtrArray *controls,
             SbPlaceTurn *turn,
             GPtrArray *before,
             GPtrArray *after)
{
  for (guint i = 0; i < controls->len; i++)
    {
      SbRecord *control = g_ptr_array_index (controls, i);
      SbCertainty certainty = MIN (get_certainty (self, sb_record_get_date (control, SB_CONTROL_SINCE)),
                                   get_certainty (self, sb_record_get_date (control, SB_CONTROL_UNTIL)));

      if (certainty != SB_CERTAINTY_NO && !has_record (before, control) && !has_record (after, control))
        g_ptr_array_add (turn->passing, sb_situation_line_new (control, -1, certainty));
    }
}

/* All that is said of a place, and what of it stands on either day. */
typedef struct
{
  GPtrArray *controls; /* (owned) (element-type SbRecord) borrowed of the input */
  SbPlaceState *before; /* (unowned) (nullable) */
  SbPlaceState *after; /* (unowned) (nullable) */
} Sayings;

static void
sayings_free (gpointer data)
{
  Sayings *sayings = data;

  g_ptr_array_unref (sayings->controls);
  g_free (sayings);
}

static SbRef *
get_place (const Sayings *sayings)
{
  return sb_record_get_ref (g_ptr_array_index (sayings->controls, 0), SB_CONTROL_PLACE);
}

static void
add_place (SbSituationChanges *self,
           const Sayings *sayings)
{
  SbPlaceTurn *turn = g_new0 (SbPlaceTurn, 1);
  GPtrArray *stood = sayings->before != NULL ? sayings->before->versions : NULL;
  GPtrArray *stand = sayings->after != NULL ? sayings->after->versions : NULL;

  turn->place = sb_ref_ref (get_place (sayings));
  turn->lost = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_situation_line_free);
  turn->won = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_situation_line_free);
  turn->passing = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_situation_line_free);
  add_missing (turn->lost, stood, stand);
  add_missing (turn->won, stand, stood);
  add_passing (self, sayings->controls, turn, stood, stand);

  if (turn->lost->len + turn->won->len + turn->passing->len > 0)
    g_ptr_array_add (self->places, turn);
  else
    place_turn_free (turn);
}

/* What is said of each place, in the order in which the places are first named;
 * @by_place finds it by the id of the place. (element-type Sayings) */
static GPtrArray *
collect_sayings (SbSituationInput *input,
                 GHashTable *by_place)
{
  GPtrArray *controls = sb_situation_input_get_records (input, SB_KIND_CONTROL);
  GPtrArray *all = g_ptr_array_new_with_free_func (sayings_free);

  for (guint i = 0; i < controls->len; i++)
    {
      SbRecord *control = g_ptr_array_index (controls, i);
      gint64 id = sb_ref_get_id (sb_record_get_ref (control, SB_CONTROL_PLACE));
      Sayings *sayings = g_hash_table_lookup (by_place, &id);

      if (sayings == NULL)
        {
          sayings = g_new0 (Sayings, 1);
          sayings->controls = g_ptr_array_new ();
          g_ptr_array_add (all, sayings);
          g_hash_table_insert (by_place, g_memdup2 (&id, sizeof id), sayings);
        }

      g_ptr_array_add (sayings->controls, control);
    }

  return all;
}

static Sayings *
find_sayings (GHashTable *by_place,
              SbPlaceState *state)
{
  gint64 id = sb_ref_get_id (state->place);

  return g_hash_table_lookup (by_place, &id);
}

/* Each place that anything is said of, once. */
static void
add_places (SbSituationChanges *self,
            SbSituationInput *input)
{
  g_autoptr (GPtrArray) before = _sb_situation_find_places (input, self->since);
  g_autoptr (GPtrArray) after = _sb_situation_find_places (input, self->as_of);
  g_autoptr (GHashTable) by_place = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) sayings = collect_sayings (input, by_place);

  for (guint i = 0; i < before->len; i++)
    find_sayings (by_place, g_ptr_array_index (before, i))->before = g_ptr_array_index (before, i);
  for (guint i = 0; i < after->len; i++)
    find_sayings (by_place, g_ptr_array_index (after, i))->after = g_ptr_array_index (after, i);
  for (guint i = 0; i < sayings->len; i++)
    add_place (self, g_ptr_array_index (sayings, i));
}

static int
compare_turns (gconstpointer a,
               gconstpointer b)
{
  const SbSituationTurn *turn_a = *(const SbSituationTurn *const *) a;
  const SbSituationTurn *turn_b = *(const SbSituationTurn *const *) b;
  int order = sb_date_compare (turn_a->date, turn_b->date);
  gint64 id_a = sb_record_get_id (turn_a->line->record);
  gint64 id_b = sb_record_get_id (turn_b->line->record);

  if (order != 0)
    return order;
  if (turn_a->turn != turn_b->turn)
    return turn_a->turn < turn_b->turn ? -1 : 1;
  if (id_a != id_b)
    return id_a < id_b ? -1 : 1;

  return turn_a->line->item - turn_b->line->item;
}

SbSituationChanges *
sb_situation_changes_new (SbSituationInput *input,
                          int since,
                          int as_of)
{
  static const struct
  {
    SbKind kind;
    void (*add) (SbSituationChanges *self, SbSituationInput *input, SbRecord *record);
  } kinds[] = {
    { SB_KIND_EVENT, add_event },
    { SB_KIND_RESTRICTION, add_restriction },
    { SB_KIND_ALLIANCE, add_alliance },
    { SB_KIND_RELATION, add_relation },
    { SB_KIND_ACTOR, add_roles },
    { SB_KIND_CLAIM, add_claim },
    { SB_KIND_INSTRUMENT, add_instrument },
  };
  SbSituationChanges *self;

  g_return_val_if_fail (input != NULL, NULL);
  g_return_val_if_fail (since <= as_of, NULL);

  self = g_new0 (SbSituationChanges, 1);
  self->since = since;
  self->as_of = as_of;
  self->turns = g_ptr_array_new_with_free_func (turn_free);
  self->places = g_ptr_array_new_with_free_func (place_turn_free);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GPtrArray *records = sb_situation_input_get_records (input, kinds[i].kind);

      for (guint j = 0; j < records->len; j++)
        kinds[i].add (self, input, g_ptr_array_index (records, j));
    }

  g_ptr_array_sort (self->turns, compare_turns);
  add_places (self, input);
  return self;
}

void
sb_situation_changes_free (SbSituationChanges *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->turns);
  g_ptr_array_unref (self->places);
  g_free (self);
}

const char *
sb_turn_get_name (SbTurn turn)
{
  static const char *const names[SB_N_TURNS] = {
    [SB_TURN_EVENT] = "event",
    [SB_TURN_RESTRICTION_LAID] = "restriction-laid",
    [SB_TURN_RESTRICTION_LIFTED] = "restriction-lifted",
    [SB_TURN_ALLIANCE_FORMED] = "alliance-formed",
    [SB_TURN_ALLIANCE_ENDED] = "alliance-ended",
    [SB_TURN_PARTY_JOINED] = "party-joined",
    [SB_TURN_PARTY_LEFT] = "party-left",
    [SB_TURN_ALLIANCE_LABELLED] = "alliance-labelled",
    [SB_TURN_ALLIANCE_JUDGED] = "alliance-judged",
    [SB_TURN_RELATION_BEGUN] = "relation-begun",
    [SB_TURN_RELATION_ENDED] = "relation-ended",
    [SB_TURN_ROLE_TAKEN] = "role-taken",
    [SB_TURN_ROLE_LEFT] = "role-left",
    [SB_TURN_CLAIM_MADE] = "claim-made",
    [SB_TURN_CLAIM_ANSWERED] = "claim-answered",
    [SB_TURN_INSTRUMENT_MADE] = "instrument-made",
    [SB_TURN_INSTRUMENT_ENDED] = "instrument-ended",
  };

  return (guint) turn < SB_N_TURNS ? names[turn] : NULL;
}

const char *
sb_turn_get_label (SbTurn turn,
                   SbLanguage language)
{
  static const char *const labels[SB_N_TURNS] = {
    [SB_TURN_EVENT] = N_ ("Event"),
    [SB_TURN_RESTRICTION_LAID] = N_ ("Restriction laid"),
    [SB_TURN_RESTRICTION_LIFTED] = N_ ("Restriction lifted"),
    [SB_TURN_ALLIANCE_FORMED] = N_ ("Alliance formed"),
    [SB_TURN_ALLIANCE_ENDED] = N_ ("Alliance ended"),
    [SB_TURN_PARTY_JOINED] = N_ ("Alliance joined"),
    [SB_TURN_PARTY_LEFT] = N_ ("Alliance left"),
    [SB_TURN_ALLIANCE_LABELLED] = N_ ("Alliance described"),
    [SB_TURN_ALLIANCE_JUDGED] = N_ ("Alliance judged anew"),
    [SB_TURN_RELATION_BEGUN] = N_ ("Relation begun"),
    [SB_TURN_RELATION_ENDED] = N_ ("Relation ended"),
    [SB_TURN_ROLE_TAKEN] = N_ ("Office taken"),
    [SB_TURN_ROLE_LEFT] = N_ ("Office left"),
    [SB_TURN_CLAIM_MADE] = N_ ("Claim made"),
    [SB_TURN_CLAIM_ANSWERED] = N_ ("Statement on a claim"),
    [SB_TURN_INSTRUMENT_MADE] = N_ ("Instrument made"),
    [SB_TURN_INSTRUMENT_ENDED] = N_ ("Instrument lapsed"),
  };

  g_return_val_if_fail ((guint) turn < SB_N_TURNS, NULL);

  return sb_translate (language, labels[turn]);
}
