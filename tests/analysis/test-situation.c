/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-actor.h"
#include "sb-alliance.h"
#include "sb-claim.h"
#include "sb-control.h"
#include "sb-evidence.h"
#include "sb-grade.h"
#include "sb-instrument.h"
#include "sb-record-builder.h"
#include "sb-restriction.h"
#include "sb-situation-changes.h"
#include "sb-zone.h"

/* Records made for the purpose. Ids: places from 100, actors from 200, statements
 * of control from 1, extracts from 300, documents from 400, sources from 500. */

#define MAX_STATEMENTS 4

typedef struct
{
  int place; /* 0 ends the list */
  int holder;
  SbControlKind kind;
  const char *since;
  const char *until;
} Statement;

static SbDate *
read_date (const char *edtf)
{
  SbDate *date = edtf != NULL ? sb_date_new (edtf, NULL) : NULL;

  g_assert_true (edtf == NULL || date != NULL);
  return date;
}

static int
read_day (const char *text)
{
  int day;

  g_assert_true (sb_day_parse (text, &day));
  return day;
}

static void
set_date (SbRecordBuilder *builder,
          guint field,
          const char *edtf)
{
  g_autoptr (SbDate) date = read_date (edtf);

  sb_record_builder_set_date (builder, field, date);
}

static void
set_ref (SbRecordBuilder *builder,
         guint field,
         SbKind kind,
         gint64 id)
{
  g_autoptr (SbRef) ref = sb_ref_new (kind, id, NULL, NULL);

  sb_record_builder_set_ref (builder, field, ref);
}

static void
take_record (SbSituationInput *input,
             SbRecordBuilder *builder)
{
  g_autoptr (SbRecord) record = sb_record_builder_end (builder);

  sb_situation_input_add (input, record);
}

static void
add_statement (SbSituationInput *input,
               const Statement *statement,
               gint64 id)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_control_schema);

  sb_record_builder_set_id (builder, id);
  set_ref (builder, SB_CONTROL_PLACE, SB_KIND_PLACE, 100 + statement->place);
  set_ref (builder, SB_CONTROL_HOLDER, SB_KIND_ACTOR, 200 + statement->holder);
  sb_record_builder_set_term (builder, SB_CONTROL_KIND, (int) statement->kind);
  set_date (builder, SB_CONTROL_SINCE, statement->since);
  set_date (builder, SB_CONTROL_UNTIL, statement->until);
  take_record (input, builder);
}

static SbRecord *
make_evidence (SbStance stance,
               gint64 extract,
               gint64 document,
               gint64 origin,
               gint64 source)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_evidence_schema);

  sb_record_builder_set_term (builder, SB_EVIDENCE_STANCE, (int) stance);
  sb_record_builder_set_term (builder, SB_EVIDENCE_RELIABILITY, SB_RELIABILITY_B);
  sb_record_builder_set_term (builder, SB_EVIDENCE_CREDIBILITY, (int) (1 + extract % 3));
  set_ref (builder, SB_EVIDENCE_EXTRACT, SB_KIND_EXTRACT, 300 + extract);
  set_ref (builder, SB_EVIDENCE_DOCUMENT, SB_KIND_DOCUMENT, 400 + document);
  if (origin > 0)
    set_ref (builder, SB_EVIDENCE_ORIGIN, SB_KIND_DOCUMENT, 400 + origin);
  if (source > 0)
    set_ref (builder, SB_EVIDENCE_SOURCE, SB_KIND_SOURCE, 500 + source);
  return sb_record_builder_end (builder);
}

/* An extract that supports @record and contradicts the next one. */
static void
oppose (SbSituationInput *input,
        gint64 record)
{
  g_autoptr (GPtrArray) of_record = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) of_next = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (of_record, make_evidence (SB_STANCE_SUPPORTS, 1, 1, 1, 1));
  g_ptr_array_add (of_next, make_evidence (SB_STANCE_CONTRADICTS, 1, 1, 1, 1));
  sb_situation_input_set_evidence (input, record, of_record);
  sb_situation_input_set_evidence (input, record + 1, of_next);
}

/* "1 held 2! 3?": of the place 1 the statements 2, surely, and 3, possibly. */
static char *
spell_places (SbSituation *situation)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < situation->places->len; i++)
    {
      const SbPlaceState *state = g_ptr_array_index (situation->places, i);

      g_string_append_printf (text, "%s%d %s", i > 0 ? ", " : "", (int) sb_ref_get_id (state->place) - 100,
                              sb_place_status_get_name (state->status));
      for (guint j = 0; j < state->versions->len; j++)
        {
          const SbSituationLine *line = g_ptr_array_index (state->versions, j);

          g_string_append_printf (text, " %d%c", (int) sb_record_get_id (line->record), " ?!"[line->certainty]);
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define CONTROLS   SB_CONTROL_KIND_CONTROLS
#define CONTESTS   SB_CONTROL_KIND_CONTESTS
#define INFLUENCES SB_CONTROL_KIND_INFLUENCES

static void
test_control (void)
{
  static const struct
  {
    const char *day;
    Statement statements[MAX_STATEMENTS];
    gboolean are_opposed; /* the first two, by an extract */
    const char *expected;
  } cases[] = {
    { "2026-04-30", { { 0 } }, FALSE, "" },
    { "2026-04-30", { { 1, 1, CONTROLS, "2023", NULL } }, FALSE, "1 held 1!" },
    { "2022-04-30", { { 1, 1, CONTROLS, "2023", NULL } }, FALSE, "" },
    { "2023-04-30", { { 1, 1, CONTROLS, "2023", NULL } }, FALSE, "1 held 1?" },
    { "2026-04-30", { { 1, 1, CONTROLS, NULL, NULL } }, FALSE, "1 held 1?" },
    { "2026-04-30", { { 1, 1, CONTROLS, "2023", "2026-04-25" } }, FALSE, "" },
    /* The later statement supersedes the earlier. */
    { "2026-04-30", { { 1, 1, CONTROLS, "2023", NULL }, { 1, 2, CONTROLS, "2026-04-26", NULL } }, FALSE, "1 held 2!" },
    { "2026-04-25", { { 1, 1, CONTROLS, "2023", NULL }, { 1, 2, CONTROLS, "2026-04-26", NULL } }, FALSE, "1 held 1!" },
    { "2026-04-30", { { 1, 1, CONTROLS, NULL, NULL }, { 1, 2, CONTROLS, "2026-04-26", NULL } }, FALSE, "1 held 2!" },
    /* … in whatever order they come, and of its own place alone. */
    { "2026-04-30", { { 1, 2, CONTROLS, "2026-04-26", NULL }, { 1, 1, CONTROLS, "2023", NULL } }, FALSE, "1 held 1!" },
    { "2026-04-30", { { 1, 1, CONTROLS, "2023", NULL }, { 2, 2, CONTROLS, "2026-04-26", NULL } }, FALSE, "1 held 1!, 2 held 2!" },
    /* … but not while it only possibly holds, */
    { "2026-04-26", { { 1, 1, CONTROLS, "2023", NULL }, { 1, 2, CONTROLS, "2026-04", NULL } }, FALSE, "1 disputed 1! 2?" },
    /* nor when it cannot be told which is the later, */
    { "2026-04-30", { { 1, 1, CONTROLS, "2026-04", NULL }, { 1, 2, CONTROLS, "2026-04-26", NULL } }, FALSE, "1 disputed 1! 2!" },
    { "2026-04-30", { { 1, 1, CONTROLS, "2026-04-25", NULL }, { 1, 2, CONTROLS, "2026-04-26~", NULL } }, FALSE, "1 disputed 1! 2!" },
    /* nor when an extract sets them against each other, */
    { "2026-04-30", { { 1, 1, CONTROLS, "2023", NULL }, { 1, 2, CONTROLS, "2026-04-26", NULL } }, TRUE, "1 disputed 1! 2!" },
    /* nor when the earlier has an end of its own that is still to come. */
    { "2026-04-30", { { 1, 1, CONTROLS, "2023", "2026-05" }, { 1, 2, CONTROLS, "2026-04-26", NULL } }, FALSE, "1 disputed 1! 2!" },
    /* The same again replaces itself. */
    { "2026-04-30", { { 1, 1, CONTROLS, "2023", NULL }, { 1, 1, CONTROLS, "2025", NULL } }, FALSE, "1 held 2!" },
    { "2026-04-30", { { 1, 1, CONTROLS, "2025", NULL }, { 1, 1, CONTROLS, "2025", NULL } }, FALSE, "1 held 1! 2!" },
    /* To contest is not to take: both stand. */
    { "2026-04-30", { { 1, 1, CONTROLS, "2023", NULL }, { 1, 2, CONTESTS, "2026-04-26", NULL } }, FALSE, "1 contested 1! 2!" },
    { "2026-04-30", { { 1, 2, CONTESTS, "2026-04-26", NULL } }, FALSE, "1 contested 1!" },
    /* Who takes it no longer contests it, */
    { "2026-04-30", { { 1, 2, CONTESTS, "2025", NULL }, { 1, 2, CONTROLS, "2026-04-26", NULL } }, FALSE, "1 held 2!" },
    /* but a document that says so of the same days disagrees. */
    { "2026-04-30", { { 1, 2, CONTESTS, "2026-04-25", NULL }, { 1, 2, CONTROLS, "2026-04-26~", NULL } }, FALSE, "1 disputed 1! 2!" },
    /* A third one's contest outlives a change of hands. */
    { "2026-04-30", { { 1, 3, CONTESTS, "2024", NULL }, { 1, 1, CONTROLS, "2023", NULL }, { 1, 2, CONTROLS, "2026", "2027" } }, FALSE, "1 disputed 1! 2! 3?" },
    /* Influence is beside the point of who holds it. */
    { "2026-04-30", { { 1, 1, INFLUENCES, "2023", NULL } }, FALSE, "1 influenced 1!" },
    { "2026-04-30", { { 1, 1, INFLUENCES, "2023", NULL }, { 1, 2, CONTROLS, "2024", NULL } }, FALSE, "1 held 1! 2!" },
    { "2026-04-30", { { 1, 1, INFLUENCES, "2023", NULL }, { 1, 2, INFLUENCES, "2024", NULL } }, FALSE, "1 influenced 1! 2!" },
    { "2026-04-30", { { 1, 1, INFLUENCES, "2023", NULL }, { 1, 1, INFLUENCES, "2024", NULL } }, FALSE, "1 influenced 2!" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbSituationInput) input = sb_situation_input_new ();
      g_autoptr (SbSituation) situation = NULL;
      g_autofree char *places = NULL;

      for (guint j = 0; j < MAX_STATEMENTS && cases[i].statements[j].place != 0; j++)
        add_statement (input, &cases[i].statements[j], j + 1);
      if (cases[i].are_opposed)
        oppose (input, 1);

      situation = sb_situation_new (input, read_day (cases[i].day));
      places = spell_places (situation);
      g_test_message ("case %u", i);
      g_assert_cmpstr (places, ==, cases[i].expected);
    }
}

static char *
spell_ids (GPtrArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%d", (int) sb_record_get_id (((SbSituationLine *) g_ptr_array_index (lines, i))->record));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_places_turned (void)
{
  static const struct
  {
    const char *since;
    const char *as_of;
    Statement statements[MAX_STATEMENTS];
    const char *expected; /* lost/won/passing of each place */
  } cases[] = {
    { "2026-04-24", "2026-04-30", { { 1, 1, CONTROLS, "2023", "2026-04-25" }, { 1, 2, CONTROLS, "2026-04-26", NULL } }, "1/2/ " },
    { "2026-04-24", "2026-04-30", { { 1, 1, CONTROLS, "2023", NULL }, { 1, 2, CONTROLS, "2026-04-26", NULL } }, "1/2/ " },
    { "2026-04-24", "2026-04-30", { { 1, 1, CONTROLS, "2023", NULL }, { 1, 2, CONTESTS, "2026-04-26", NULL } }, "/2/ " },
    { "2026-04-24", "2026-04-25", { { 1, 1, CONTROLS, "2023", NULL }, { 1, 2, CONTROLS, "2026-04-26", NULL } }, "" },
    { "2026-04-26", "2026-04-30", { { 1, 1, CONTROLS, "2023", NULL }, { 1, 2, CONTROLS, "2026-04-26", NULL } }, "" },
    { "2026-04-24", "2026-04-30", { { 1, 1, CONTROLS, "2023", "2026-04-27" } }, "1// " },
    { "2025-06-30", "2025-07-31", { { 1, 1, CONTESTS, "2025-07-01", "2025-07-01" }, { 2, 1, CONTROLS, "2020", NULL } }, "//1 " },
    { "2025-06-30", "2025-07-31", { { 1, 1, CONTROLS, "2025-07-01", NULL }, { 2, 1, CONTROLS, "2025-07-02", NULL } }, "/1/ /2/ " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbSituationInput) input = sb_situation_input_new ();
      g_autoptr (SbSituationChanges) changes = NULL;
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < MAX_STATEMENTS && cases[i].statements[j].place != 0; j++)
        add_statement (input, &cases[i].statements[j], j + 1);

      changes = sb_situation_changes_new (input, read_day (cases[i].since), read_day (cases[i].as_of));
      for (guint j = 0; j < changes->places->len; j++)
        {
          const SbPlaceTurn *turn = g_ptr_array_index (changes->places, j);
          g_autofree char *lost = spell_ids (turn->lost);
          g_autofree char *won = spell_ids (turn->won);
          g_autofree char *passing = spell_ids (turn->passing);

          g_string_append_printf (text, "%s/%s/%s ", lost, won, passing);
        }

      g_test_message ("case %u", i);
      g_assert_cmpstr (text->str, ==, cases[i].expected);
    }
}

static void
add_restriction (SbSituationInput *input,
                 gint64 id,
                 const char *since,
                 const char *until)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_restriction_schema);

  sb_record_builder_set_id (builder, id);
  sb_record_builder_set_words (builder, SB_RESTRICTION_TITLE, "Blocus", NULL);
  set_date (builder, SB_RESTRICTION_SINCE, since);
  set_date (builder, SB_RESTRICTION_UNTIL, until);
  take_record (input, builder);
}

/* An alliance of three: the second joined later, the third left. */
static void
add_alliance (SbSituationInput *input,
              gint64 id)
{
  static const struct
  {
    const char *since;
    const char *until;
  } parties[] = { { "2023-09-16", NULL }, { "2025-03", NULL }, { NULL, "2026-01-10" } };
  SbRecordBuilder *builder = sb_record_builder_new (&sb_alliance_schema);

  sb_record_builder_set_id (builder, id);
  sb_record_builder_set_words (builder, SB_ALLIANCE_NAME, "Alliance", NULL);
  set_date (builder, SB_ALLIANCE_SINCE, "2023-09-16");
  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    {
      SbRecordBuilder *party = sb_record_builder_new (&sb_alliance_party_schema);

      set_ref (party, SB_ALLIANCE_PARTY_ACTOR, SB_KIND_ACTOR, 200 + i);
      set_date (party, SB_ALLIANCE_PARTY_SINCE, parties[i].since);
      set_date (party, SB_ALLIANCE_PARTY_UNTIL, parties[i].until);
      sb_record_builder_take_item (builder, SB_ALLIANCE_PARTIES, sb_record_builder_end (party));
    }

  take_record (input, builder);
}

static void
add_person (SbSituationInput *input,
            gint64 id)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_actor_schema);
  SbRecordBuilder *role = sb_record_builder_new (&sb_actor_role_schema);

  sb_record_builder_set_id (builder, id);
  sb_record_builder_set_words (builder, SB_ACTOR_NAME, "Camara", NULL);
  sb_record_builder_set_words (role, SB_ACTOR_ROLE_TITLE, "Ministre", NULL);
  set_date (role, SB_ACTOR_ROLE_SINCE, "2020-10-05");
  set_date (role, SB_ACTOR_ROLE_UNTIL, "2026-04-25");
  sb_record_builder_take_item (builder, SB_ACTOR_ROLES, sb_record_builder_end (role));
  take_record (input, builder);
}

static void
add_claim (SbSituationInput *input,
           gint64 id)
{
  static const struct
  {
    SbClaimStance stance;
    const char *date;
  } statements[] = {
    { SB_CLAIM_STANCE_ASSERTS, "2025-09-03" },
    { SB_CLAIM_STANCE_CONFIRMS, "2025-09-06" },
    { SB_CLAIM_STANCE_DENIES, "2025-11-18~" },
  };
  SbRecordBuilder *builder = sb_record_builder_new (&sb_claim_schema);

  sb_record_builder_set_id (builder, id);
  sb_record_builder_set_words (builder, SB_CLAIM_PROPOSITION, "Kayes est sous blocus.", NULL);
  set_date (builder, SB_CLAIM_DATE, "2025-09-03");
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      SbRecordBuilder *statement = sb_record_builder_new (&sb_claim_statement_schema);

      set_ref (statement, SB_CLAIM_STATEMENT_SPEAKER, SB_KIND_ACTOR, 200 + i);
      sb_record_builder_set_term (statement, SB_CLAIM_STATEMENT_STANCE, (int) statements[i].stance);
      set_date (statement, SB_CLAIM_STATEMENT_DATE, statements[i].date);
      sb_record_builder_take_item (builder, SB_CLAIM_STATEMENTS, sb_record_builder_end (statement));
    }

  take_record (input, builder);
}

static void
add_instrument (SbSituationInput *input,
                gint64 id,
                SbInstrumentStatus status,
                const char *date)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_instrument_schema);

  sb_record_builder_set_id (builder, id);
  sb_record_builder_set_words (builder, SB_INSTRUMENT_TITLE, "Charte", NULL);
  sb_record_builder_set_term (builder, SB_INSTRUMENT_STATUS, (int) status);
  set_date (builder, SB_INSTRUMENT_DATE, date);
  take_record (input, builder);
}

static void
add_zone (SbSituationInput *input,
          gint64 id,
          gint64 issuer,
          const char *since)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_zone_schema);

  sb_record_builder_set_id (builder, id);
  set_ref (builder, SB_ZONE_PLACE, SB_KIND_PLACE, 100);
  set_ref (builder, SB_ZONE_ISSUER, SB_KIND_SOURCE, issuer);
  sb_record_builder_set_term (builder, SB_ZONE_LEVEL, SB_ZONE_LEVEL_RED);
  set_date (builder, SB_ZONE_SINCE, since);
  take_record (input, builder);
}

static SbSituationInput *
make_input (void)
{
  SbSituationInput *input = sb_situation_input_new ();

  add_restriction (input, 1, "2025-09-03", NULL);
  add_restriction (input, 2, "2025-09", NULL);
  add_restriction (input, 3, "2026-04-25", "2026-04-27");
  add_alliance (input, 10);
  add_person (input, 20);
  add_claim (input, 30);
  add_instrument (input, 40, SB_INSTRUMENT_STATUS_IN_FORCE, "2023");
  add_instrument (input, 41, SB_INSTRUMENT_STATUS_LAPSED, "2015");
  add_instrument (input, 42, SB_INSTRUMENT_STATUS_CONTESTED, "2020");
  add_instrument (input, 43, SB_INSTRUMENT_STATUS_PROPOSED, "2024");
  /* The newest first: of one issuer it replaces the one before. */
  add_zone (input, 52, 500, "2026-04-27");
  add_zone (input, 51, 501, "2025-11-18");
  add_zone (input, 50, 500, "2025-09-10~");
  return input;
}

static void
test_sections (void)
{
  static const struct
  {
    const char *day;
    const char *expected; /* restrictions; alliances; relations; offices; claims; instruments; zones */
  } cases[] = {
    { "2019-01-01", "; ; ; ; ; ; " },
    { "2023-06-01", "; ; ; 20.0!; ; 40? 42?; " },
    { "2025-09-10", "1! 2?; 10!; ; 20.0!; ; 40! 42?; 50?" },
    { "2025-11-18", "1! 2!; 10!; ; 20.0!; 30?; 40! 42?; 51! 50!" },
    { "2025-11-20", "1! 2!; 10!; ; 20.0!; 30!; 40! 42?; 51! 50!" },
    { "2026-04-27", "1! 2! 3!; 10!; ; ; 30!; 40! 42?; 52! 51!" },
    { "2026-04-28", "1! 2!; 10!; ; ; 30!; 40! 42?; 52! 51!" },
  };
  g_autoptr (SbSituationInput) input = make_input ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbSituation) situation = sb_situation_new (input, read_day (cases[i].day));
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < SB_N_SITUATION_SECTIONS; j++)
        {
          g_string_append (text, j > 0 ? "; " : "");
          for (guint k = 0; k < situation->sections[j]->len; k++)
            {
              const SbSituationLine *line = g_ptr_array_index (situation->sections[j], k);

              g_string_append_printf (text, "%s%d", k > 0 ? " " : "", (int) sb_record_get_id (line->record));
              if (line->item >= 0)
                g_string_append_printf (text, ".%d", line->item);
              g_string_append_c (text, " ?!"[line->certainty]);
            }
        }

      g_test_message ("%s", cases[i].day);
      g_assert_cmpstr (text->str, ==, cases[i].expected);
    }
}

static void
test_turns (void)
{
  static const struct
  {
    const char *since;
    const char *as_of;
    const char *expected;
  } cases[] = {
    { "2026-04-24", "2026-04-30", "restriction-laid 3!, role-left 20.0!, restriction-lifted 3!" },
    { "2026-04-25", "2026-04-30", "restriction-lifted 3!" },
    { "2026-04-24", "2026-04-26", "restriction-laid 3!, role-left 20.0!" },
    { "2026-04-28", "2026-04-30", "" },
    { "2025-08-31", "2025-09-30", "restriction-laid 2!, restriction-laid 1!, claim-made 30!, claim-answered 30.1!" },
    { "2025-09-02", "2025-09-10", "restriction-laid 2?, restriction-laid 1!, claim-made 30!, claim-answered 30.1!" },
    { "2025-09-03", "2025-11-17", "restriction-laid 2?, claim-answered 30.1!" },
    { "2025-11-17", "2025-11-18", "claim-answered 30.2?" },
    { "2025-12-31", "2026-01-31", "party-left 10.2!" },
    { "2023-01-01", "2025-04-30", "instrument-made 40?, alliance-formed 10!, instrument-made 43!, party-joined 10.1!" },
  };
  g_autoptr (SbSituationInput) input = make_input ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbSituationChanges) changes = sb_situation_changes_new (input, read_day (cases[i].since), read_day (cases[i].as_of));
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < changes->turns->len; j++)
        {
          const SbSituationTurn *turn = g_ptr_array_index (changes->turns, j);

          g_string_append_printf (text, "%s%s %d", j > 0 ? ", " : "", sb_turn_get_name (turn->turn), (int) sb_record_get_id (turn->line->record));
          if (turn->line->item >= 0)
            g_string_append_printf (text, ".%d", turn->line->item);
          g_string_append_c (text, " ?!"[turn->line->certainty]);
        }

      g_test_message ("%s to %s", cases[i].since, cases[i].as_of);
      g_assert_cmpstr (text->str, ==, cases[i].expected);
    }
}

static void
test_sources (void)
{
  static const struct
  {
    struct
    {
      int document; /* 0 ends the list */
      int origin;
      int source;
      SbStance stance;
    } pieces[4];
    int expected;
    const char *grades;
  } cases[] = {
    { { { 0 } }, 0, "" },
    { { { 1, 1, 1 } }, 1, "B1" },
    { { { 1, 1, 1 }, { 2, 2, 2 } }, 2, "B1, B2" },
    /* Two texts of one institute; a republication; one whose original is not here. */
    { { { 1, 1, 1 }, { 2, 2, 1 } }, 1, "B1, B2" },
    { { { 1, 1, 1 }, { 2, 1, 2 } }, 1, "B1, B2" },
    { { { 2, 1, 2 }, { 3, 1, 3 } }, 1, "B1, B2" },
    { { { 1, 0, 1 }, { 2, 0, 0 } }, 2, "B1, B2" },
    /* What contradicts it is no source of it. */
    { { { 1, 1, 1 }, { 2, 2, 2, SB_STANCE_CONTRADICTS } }, 1, "B1" },
    { { { 1, 1, 1 }, { 2, 2, 2 }, { 3, 3, 3 }, { 4, 4, 4 } }, 4, "B1, B2, B3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbSituationInput) input = sb_situation_input_new ();
      g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *grades = NULL;

      for (guint j = 0; j < 4 && cases[i].pieces[j].document != 0; j++)
        g_ptr_array_add (evidence, make_evidence (cases[i].pieces[j].stance, j, cases[i].pieces[j].document,
                                                  cases[i].pieces[j].origin, cases[i].pieces[j].source));

      g_test_message ("case %u", i);
      g_assert_cmpint (sb_situation_input_count_sources (input, 7), ==, -1);
      sb_situation_input_set_evidence (input, 7, evidence);
      g_assert_cmpint (sb_situation_input_count_sources (input, 7), ==, cases[i].expected);
      grades = sb_situation_input_format_grades (input, 7);
      g_assert_cmpstr (grades, ==, cases[i].grades);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/situation/control", test_control);
  g_test_add_func ("/analysis/situation/places-turned", test_places_turned);
  g_test_add_func ("/analysis/situation/sections", test_sections);
  g_test_add_func ("/analysis/situation/turns", test_turns);
  g_test_add_func ("/analysis/situation/sources", test_sources);

  return g_test_run ();
}
