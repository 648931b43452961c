/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-claim.h"
#include "sb-date.h"
#include "sb-event.h"
#include "sb-evidence.h"
#include "sb-indicator.h"
#include "sb-record-builder.h"
#include "sb-record-known.h"
#include "sb-restriction.h"

#include <string.h>

static int
day_of (const char *edtf)
{
  g_autoptr (SbDate) date = sb_date_new (edtf, NULL);

  g_assert_nonnull (date);
  return sb_date_get_last_day (date);
}

static void
set_date (SbRecordBuilder *builder,
          guint field,
          const char *edtf)
{
  g_autoptr (SbDate) date = edtf != NULL ? sb_date_new (edtf, NULL) : NULL;

  sb_record_builder_set_date (builder, field, date);
}

/* Pieces of evidence such as "+2026-05 -2025-11-18 +": for or against, and of when. The
 * extract of each is numbered from 1. */
static GPtrArray *
make_evidence (const char *pieces)
{
  GPtrArray *evidence = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) parts = g_strsplit (pieces, " ", 0);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      SbRecordBuilder *builder = sb_record_builder_new (&sb_evidence_schema);
      g_autoptr (SbRef) extract = sb_ref_new (SB_KIND_EXTRACT, i + 1, NULL, NULL);

      sb_record_builder_set_term (builder, SB_EVIDENCE_STANCE, parts[i][0] == '+' ? SB_STANCE_SUPPORTS : SB_STANCE_CONTRADICTS);
      sb_record_builder_set_ref (builder, SB_EVIDENCE_EXTRACT, extract);
      set_date (builder, SB_EVIDENCE_DATE, parts[i][1] != '\0' ? parts[i] + 1 : NULL);
      g_ptr_array_add (evidence, sb_record_builder_end (builder));
    }

  return evidence;
}

static void
test_evidence (void)
{
  static const struct
  {
    const char *event; /* when it was */
    const char *evidence;
    gboolean is_known; /* on 18 November 2025 */
    guint n_evidence; /* of it */
  } cases[] = {
    { "2025-09-03", "+2025-09-15", TRUE, 1 },
    { "2025-09-03", "+2025-11-18", TRUE, 1 },
    { "2025-09-03", "+2025-11", TRUE, 1 },
    { "2025-09-03", "+2026-05", FALSE, 0 },
    { "2025-09-03", "+2025-09-15 +2026-05", TRUE, 1 },
    { "2025-09-03", "-2025-09-15 +2026-05", FALSE, 1 },
    { "2025-09-03", "-2025-09-15", TRUE, 1 },
    { "2025-09-03", "+", TRUE, 1 },
    { "2025-11-19", "+2025-11-18", FALSE, 1 },
    { "2025-09/2025-12", "+2025-11-18", TRUE, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) evidence = make_evidence (cases[i].evidence);
      g_autoptr (GPtrArray) known_evidence = sb_evidence_list_known (evidence, day_of ("2025-11-18"));
      SbRecordBuilder *builder = sb_record_builder_new (&sb_event_schema);
      g_autoptr (SbRecord) event = NULL;
      g_autoptr (SbRecord) known = NULL;
      g_autoptr (SbRecord) unlimited = NULL;

      set_date (builder, SB_EVENT_DATE, cases[i].event);
      event = sb_record_builder_end (builder);
      known = sb_record_dup_known (event, evidence, day_of ("2025-11-18"));
      unlimited = sb_record_dup_known (event, evidence, SB_DATE_DAY_MAX);
      g_test_message ("%s %s", cases[i].event, cases[i].evidence);
      g_assert_true ((known != NULL) == cases[i].is_known);
      g_assert_cmpuint (known_evidence->len, ==, cases[i].n_evidence);
      g_assert_true (unlimited == event);
    }
}

static SbRecord *
make_statement (const char *edtf,
                gint64 extract)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_claim_statement_schema);
  g_autoptr (SbRef) ref = extract != 0 ? sb_ref_new (SB_KIND_EXTRACT, extract, NULL, NULL) : NULL;

  sb_record_builder_set_term (builder, SB_CLAIM_STATEMENT_STANCE, SB_CLAIM_STANCE_DENIES);
  sb_record_builder_set_ref (builder, SB_CLAIM_STATEMENT_EXTRACT, ref);
  set_date (builder, SB_CLAIM_STATEMENT_DATE, edtf);

  return sb_record_builder_end (builder);
}

/* A denial that is later, and one that was only published later. */
static void
test_statements (void)
{
  g_autoptr (GPtrArray) evidence = make_evidence ("+2025-09-15 +2026-05");
  SbRecordBuilder *builder = sb_record_builder_new (&sb_claim_schema);
  g_autoptr (SbRecord) claim = NULL;
  g_autoptr (SbRecord) known = NULL;
  g_autoptr (SbRecord) unspoken = NULL;

  sb_record_builder_take_item (builder, SB_CLAIM_STATEMENTS, make_statement ("2025-09-03", 1));
  sb_record_builder_take_item (builder, SB_CLAIM_STATEMENTS, make_statement ("2025-09-03", 2));
  sb_record_builder_take_item (builder, SB_CLAIM_STATEMENTS, make_statement ("2025-11-18", 1));
  claim = sb_record_builder_end (builder);

  known = sb_record_dup_known (claim, evidence, day_of ("2025-09-30"));
  g_assert_nonnull (known);
  g_assert_cmpuint (sb_record_get_n_items (known, SB_CLAIM_STATEMENTS), ==, 1);
  g_assert_true (sb_record_get_item (known, SB_CLAIM_STATEMENTS, 0) == sb_record_get_item (claim, SB_CLAIM_STATEMENTS, 0));

  unspoken = sb_record_dup_known (claim, NULL, day_of ("2025-08-31"));
  g_assert_null (unspoken);
}

/* An end and a denial that were still to come. */
static void
test_turns (void)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_restriction_schema);
  g_autoptr (SbRef) army = sb_ref_new (SB_KIND_ACTOR, 7, NULL, NULL);
  g_autoptr (SbRecord) restriction = NULL;
  g_autoptr (SbRecord) early = NULL;
  g_autoptr (SbRecord) late = NULL;

  set_date (builder, SB_RESTRICTION_SINCE, "2025-09-03");
  set_date (builder, SB_RESTRICTION_UNTIL, "2026-04-27");
  set_date (builder, SB_RESTRICTION_DENIED_ON, "2025-11-18");
  sb_record_builder_set_ref (builder, SB_RESTRICTION_DENIED_BY, army);
  restriction = sb_record_builder_end (builder);

  early = sb_record_dup_known (restriction, NULL, day_of ("2025-09-30"));
  g_assert_true (sb_record_has (early, SB_RESTRICTION_SINCE));
  g_assert_false (sb_record_has (early, SB_RESTRICTION_UNTIL));
  g_assert_false (sb_record_has (early, SB_RESTRICTION_DENIED_BY));

  late = sb_record_dup_known (restriction, NULL, day_of ("2025-11-18"));
  g_assert_false (sb_record_has (late, SB_RESTRICTION_UNTIL));
  g_assert_true (sb_record_has (late, SB_RESTRICTION_DENIED_BY));
}

/* An indicator whose signs are all later had not been seen. */
static void
test_signs (void)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_indicator_schema);
  SbRecordBuilder *sign = sb_record_builder_new (&sb_indicator_sign_schema);
  g_autoptr (SbRecord) indicator = NULL;
  g_autoptr (SbRecord) known = NULL;

  set_date (sign, SB_INDICATOR_SIGN_DATE, "2026-04-28");
  sb_record_builder_set_term (builder, SB_INDICATOR_STATE, SB_INDICATOR_STATE_SEEN);
  sb_record_builder_take_item (builder, SB_INDICATOR_SIGNS, sb_record_builder_end (sign));
  indicator = sb_record_builder_end (builder);

  known = sb_record_dup_known (indicator, NULL, day_of ("2025-09-30"));
  g_assert_cmpuint (sb_record_get_n_items (known, SB_INDICATOR_SIGNS), ==, 0);
  g_assert_cmpint (sb_record_get_term (known, SB_INDICATOR_STATE, -1), ==, SB_INDICATOR_STATE_NOT_SEEN);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/record-known/evidence", test_evidence);
  g_test_add_func ("/domain/record-known/statements", test_statements);
  g_test_add_func ("/domain/record-known/turns", test_turns);
  g_test_add_func ("/domain/record-known/signs", test_signs);
  return g_test_run ();
}
