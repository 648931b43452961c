/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-denial.h"

#include "sb-claim.h"
#include "sb-evidence.h"
#include "sb-record-builder.h"
#include "sb-restriction.h"

static int
get_day (const char *edtf)
{
  g_autoptr (SbDate) date = sb_date_new (edtf, NULL);

  return sb_date_get_first_day (date);
}

static void
set_date (SbRecordBuilder *builder,
          guint field,
          const char *edtf)
{
  g_autoptr (SbDate) date = edtf != NULL ? sb_date_new (edtf, NULL) : NULL;

  sb_record_builder_set_date (builder, field, date);
}

static SbRecord *
new_restriction (gboolean is_denied,
                 const char *denied_on)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_restriction_schema);
  g_autoptr (SbRef) army = is_denied ? sb_ref_new (SB_KIND_ACTOR, 1, NULL, NULL) : NULL;

  sb_record_builder_set_ref (builder, SB_RESTRICTION_DENIED_BY, army);
  set_date (builder, SB_RESTRICTION_DENIED_ON, denied_on);
  return sb_record_builder_end (builder);
}

static GPtrArray *
new_evidence (SbStance stance,
              const char *date)
{
  GPtrArray *evidence = g_ptr_array_new_with_free_func (g_object_unref);
  SbRecordBuilder *builder = sb_record_builder_new (&sb_evidence_schema);

  sb_record_builder_set_term (builder, SB_EVIDENCE_STANCE, stance);
  set_date (builder, SB_EVIDENCE_DATE, date);
  g_ptr_array_add (evidence, sb_record_builder_end (builder));
  return evidence;
}

/* What is denied in November was not denied in September. */
static void
test_speaker (void)
{
  static const struct
  {
    const char *what;
    gboolean is_denied;
    const char *denied_on;
    const char *day;
    gboolean is_so;
  } cases[] = {
    { "nobody denies it", FALSE, NULL, "2025-09-10", FALSE },
    { "nobody dated it", TRUE, NULL, "2025-09-10", TRUE },
    { "the day before", TRUE, "2025-11-18", "2025-11-17", FALSE },
    { "the day", TRUE, "2025-11-18", "2025-11-18", TRUE },
    { "at some time in the month", TRUE, "2025-11", "2025-11-02", TRUE },
    { "before that month", TRUE, "2025-11", "2025-10-31", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbRecord) restriction = new_restriction (cases[i].is_denied, cases[i].denied_on);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (sb_denial_get_speaker (restriction, get_day (cases[i].day)) != NULL, ==, cases[i].is_so);
      g_assert_cmpint (sb_denial_is_disputed (restriction, NULL, get_day (cases[i].day)), ==, cases[i].is_so);
    }
}

static void
test_contradicted (void)
{
  static const struct
  {
    const char *what;
    SbStance stance;
    const char *date;
    const char *day;
    gboolean is_so;
  } cases[] = {
    { "bears it out", SB_STANCE_SUPPORTS, NULL, "2025-09-10", FALSE },
    { "nobody dated it", SB_STANCE_CONTRADICTS, NULL, "2025-09-10", TRUE },
    { "the day before", SB_STANCE_CONTRADICTS, "2025-11-18", "2025-11-17", FALSE },
    { "the day", SB_STANCE_CONTRADICTS, "2025-11-18", "2025-11-18", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbRecord) restriction = new_restriction (FALSE, NULL);
      g_autoptr (GPtrArray) evidence = new_evidence (cases[i].stance, cases[i].date);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (sb_denial_is_contradicted (evidence, get_day (cases[i].day)), ==, cases[i].is_so);
      g_assert_cmpint (sb_denial_is_disputed (restriction, evidence, get_day (cases[i].day)), ==, cases[i].is_so);
    }
}

static void
test_statement_date (void)
{
  SbRecordBuilder *claim_builder = sb_record_builder_new (&sb_claim_schema);
  SbRecordBuilder *dated_builder = sb_record_builder_new (&sb_claim_statement_schema);
  g_autoptr (SbRecord) claim = NULL;
  g_autoptr (SbRecord) dated = NULL;
  g_autoptr (SbRecord) undated = sb_record_builder_end (sb_record_builder_new (&sb_claim_statement_schema));

  set_date (claim_builder, SB_CLAIM_DATE, "2025-09-03");
  claim = sb_record_builder_end (claim_builder);
  set_date (dated_builder, SB_CLAIM_STATEMENT_DATE, "2025-11-18");
  dated = sb_record_builder_end (dated_builder);
  g_assert_cmpint (sb_date_get_first_day (sb_denial_get_statement_date (claim, dated)), ==, get_day ("2025-11-18"));
  g_assert_cmpint (sb_date_get_first_day (sb_denial_get_statement_date (claim, undated)), ==, get_day ("2025-09-03"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/domain/denial/speaker", test_speaker);
  g_test_add_func ("/domain/denial/contradicted", test_contradicted);
  g_test_add_func ("/domain/denial/statement-date", test_statement_date);

  return g_test_run ();
}
