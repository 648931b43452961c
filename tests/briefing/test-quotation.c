/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-quotation-private.h"

#include "briefing-fixture.h"
#include "sb-evidence.h"

static SbRecord *
new_evidence (SbRecord *event,
              gint64 document,
              const char *language,
              const char *quote)
{
  g_autoptr (SbRecord) evidence = fixture_new_evidence (event, document, 1, language, SB_STANCE_SUPPORTS);
  SbRecordBuilder *builder = sb_record_builder_new_from (evidence);

  sb_record_builder_set_text (builder, SB_EVIDENCE_QUOTE, quote);
  return sb_record_builder_end (builder);
}

/* What is said in either language of a French document and of its English translation. */
static const struct
{
  SbLanguage language;
  const char *markup;
  const char *marked;
} cases[] = {
  { SB_LANGUAGE_FR, "Il dit la situation «\302\240sous contrôle\302\240».", "Il dit la situation «\302\240sous contrôle\302\240»." },
  { SB_LANGUAGE_EN, "He calls it “under control”.", "He calls it “under control”\302\240\\[trad.]." },
  { SB_LANGUAGE_EN, "“under control”, “very grave”", "“under control”\302\240\\[trad.], “very grave”\302\240\\[trad.]" },
  { SB_LANGUAGE_EN, "He calls it “sous contrôle”.", "He calls it “sous contrôle”." }, /* as it stands */
  { SB_LANGUAGE_EN, "A “blockade” of towns.", "A “blockade” of towns." }, /* a word is not quoted */
  { SB_LANGUAGE_EN, "It is “under control” \\[trad.].", "It is “under control” \\[trad.]." },
  { SB_LANGUAGE_EN, "An “open end", "An “open end" },
};

static void
test_translations (void)
{
  g_autoptr (SbRecord) event = fixture_new_event (1, "2026-04-01", FALSE);
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *unknown = _sb_quotation_mark_translations ("“under control”", NULL, SB_LANGUAGE_EN);

  g_ptr_array_add (evidence, new_evidence (event, 1, "fr", "La situation est sous contrôle, a-t-il dit."));
  g_ptr_array_add (evidence, new_evidence (event, 2, "en", "The situation is under control, he said."));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = _sb_quotation_mark_translations (cases[i].markup, evidence, cases[i].language);

      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
  g_assert_cmpstr (unknown, ==, "“under control”");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/briefing/quotation/translations", test_translations);

  return g_test_run ();
}
