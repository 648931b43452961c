/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-hypotheses.h"

#include "sb-evidence.h"
#include "sb-indicator.h"
#include "sb-record-builder.h"
#include "sb-scenario.h"

#define N_SCENARIOS 3

static SbRecord *
create_scenario (gint64 id)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_scenario_schema);

  sb_record_builder_set_id (builder, id);
  return sb_record_builder_end (builder);
}

static SbRecord *
create_evidence (gint64 extract,
                 SbStance stance)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_evidence_schema);
  g_autoptr (SbRef) ref = sb_ref_new (SB_KIND_EXTRACT, extract, NULL, NULL);

  sb_record_builder_set_ref (builder, SB_EVIDENCE_EXTRACT, ref);
  sb_record_builder_set_term (builder, SB_EVIDENCE_STANCE, stance);
  return sb_record_builder_end (builder);
}

static SbRecord *
create_indicator (gint64 scenario,
                  SbIndicatorPolarity polarity,
                  SbIndicatorState state)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_indicator_schema);
  g_autoptr (SbRef) ref = sb_ref_new (SB_KIND_SCENARIO, scenario, NULL, NULL);

  sb_record_builder_set_ref (builder, SB_INDICATOR_SCENARIO, ref);
  sb_record_builder_set_term (builder, SB_INDICATOR_POLARITY, polarity);
  sb_record_builder_set_term (builder, SB_INDICATOR_STATE, state);
  return sb_record_builder_end (builder);
}

/* By scenario: the extracts for it and, below 0, against it. */
static SbHypotheses *
create_hypotheses (const int extracts[N_SCENARIOS][4],
                   GPtrArray *indicators)
{
  g_autoptr (GPtrArray) scenarios = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < N_SCENARIOS; i++)
    {
      GPtrArray *pieces = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint j = 0; extracts[i][j] != 0; j++)
        g_ptr_array_add (pieces, create_evidence (ABS (extracts[i][j]), extracts[i][j] > 0 ? SB_STANCE_SUPPORTS : SB_STANCE_CONTRADICTS));
      g_ptr_array_add (scenarios, create_scenario (i + 1));
      g_ptr_array_add (evidence, pieces);
    }

  return sb_hypotheses_new (scenarios, evidence, indicators, SB_LANGUAGE_FR);
}

/* The scenario with least against it first; what tells most apart before what fits
 * all. */
static void
test_order (void)
{
  static const int extracts[N_SCENARIOS][4] = { { 11, -12, 0 }, { 11, 12, 13, 0 }, { 11, 0 } };
  static const char *const expected[] = { "+−·", "+··", "+++" };
  static const gint64 columns[] = { 2, 3, 1 };
  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();
  g_autoptr (SbHypotheses) hypotheses = create_hypotheses (extracts, indicators);
  const char *const signs[] = { "·", "+", "−" };

  g_assert_cmpuint (sb_hypotheses_get_n_scenarios (hypotheses), ==, N_SCENARIOS);
  for (guint i = 0; i < N_SCENARIOS; i++)
    g_assert_cmpint (sb_record_get_id (sb_hypotheses_get_scenario (hypotheses, i)), ==, columns[i]);

  g_assert_cmpuint (sb_hypotheses_get_n_rows (hypotheses), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *row = g_strconcat (signs[sb_hypotheses_get_consistency (hypotheses, i, 0)],
                                          signs[sb_hypotheses_get_consistency (hypotheses, i, 2)],
                                          signs[sb_hypotheses_get_consistency (hypotheses, i, 1)], NULL);

      g_assert_cmpstr (row, ==, expected[i]);
    }
  g_assert_cmpuint (sb_hypotheses_count (hypotheses, 2, SB_CONSISTENCY_AGAINST), ==, 1);
  g_assert_cmpuint (sb_hypotheses_count (hypotheses, 0, SB_CONSISTENCY_FOR), ==, 3);
}

/* An indicator that was not seen says nothing. */
static void
test_indicators (void)
{
  static const int extracts[N_SCENARIOS][4] = { { 0 }, { 0 }, { 0 } };
  g_autoptr (GPtrArray) indicators = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SbHypotheses) hypotheses = NULL;

  g_ptr_array_add (indicators, create_indicator (1, SB_INDICATOR_POLARITY_FOR, SB_INDICATOR_STATE_NOT_SEEN));
  g_ptr_array_add (indicators, create_indicator (1, SB_INDICATOR_POLARITY_AGAINST, SB_INDICATOR_STATE_SEEN));
  g_ptr_array_add (indicators, create_indicator (2, SB_INDICATOR_POLARITY_FOR, SB_INDICATOR_STATE_EMERGING));
  hypotheses = create_hypotheses (extracts, indicators);
  g_assert_cmpuint (sb_hypotheses_get_n_rows (hypotheses), ==, 2);
  g_assert_cmpint (sb_record_get_id (sb_hypotheses_get_scenario (hypotheses, 0)), ==, 2);
  g_assert_cmpint (sb_record_get_id (sb_hypotheses_get_scenario (hypotheses, 2)), ==, 1);
  g_assert_cmpuint (sb_hypotheses_count (hypotheses, 2, SB_CONSISTENCY_AGAINST), ==, 1);
}

static SbRecord *
create_version (gint64 extract,
                gint64 origin,
                const char *language)
{
  g_autoptr (SbRecord) evidence = create_evidence (extract, SB_STANCE_SUPPORTS);
  SbRecordBuilder *builder = sb_record_builder_new_from (evidence);
  g_autoptr (SbRef) ref = sb_ref_new (SB_KIND_DOCUMENT, origin, NULL, NULL);

  sb_record_builder_set_ref (builder, SB_EVIDENCE_ORIGIN, ref);
  sb_record_builder_set_text (builder, SB_EVIDENCE_LANGUAGE, language);
  return sb_record_builder_end (builder);
}

/* A text and its translation are one piece of evidence, in the language of who reads;
 * what was not translated counts as it is. */
static void
test_translations (void)
{
  g_autoptr (GPtrArray) scenarios = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (scenarios, create_scenario (1));
  g_ptr_array_add (evidence, pieces);
  g_ptr_array_add (pieces, create_version (11, 1, "fr"));
  g_ptr_array_add (pieces, create_version (12, 1, "en"));
  g_ptr_array_add (pieces, create_version (13, 2, "en"));
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      g_autoptr (SbHypotheses) hypotheses = sb_hypotheses_new (scenarios, evidence, indicators, (SbLanguage) i);

      g_assert_cmpuint (sb_hypotheses_get_n_rows (hypotheses), ==, 2);
      g_assert_cmpuint (sb_hypotheses_count (hypotheses, 0, SB_CONSISTENCY_FOR), ==, 2);
      g_assert_cmpint (sb_ref_get_id (sb_record_get_ref (sb_hypotheses_get_row (hypotheses, 0), SB_EVIDENCE_EXTRACT)), ==,
                       i == SB_LANGUAGE_FR ? 11 : 12);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/hypotheses/order", test_order);
  g_test_add_func ("/analysis/hypotheses/indicators", test_indicators);
  g_test_add_func ("/analysis/hypotheses/translations", test_translations);

  return g_test_run ();
}
