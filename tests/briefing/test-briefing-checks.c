/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-briefing-checks.h"

#include "briefing-fixture.h"
#include "sb-actor.h"
#include "sb-briefing.h"
#include "sb-text-facts-private.h"

#include <string.h>

/* A briefing of one text block and what is found in it. */
typedef struct
{
  SbTemplate *template;
  SbRecord *event; /* of 25 April 2026, with a source */
  SbRecord *briefing;
} Fixture;

/* The document that the event rests on is of 1 May 2026. */
#define APRIL_30 1777507200
#define MAY_2    1777680000

static void
set_cutoff (Fixture *fixture,
            gint64 time)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (fixture->briefing);

  sb_record_builder_set_time (builder, SB_BRIEFING_CUTOFF, time);
  g_object_unref (fixture->briefing);
  fixture->briefing = sb_record_builder_end (builder);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  static const char text[] = "[Template]\nName=own\nPages=1\nBlocks=own;risks;sources\n[own]\nKind=text\nHeading=Facts\nHeading[fr]=Les faits\n"
                             "[risks]\nKind=risks\nHeading=Risks\nHeading[fr]=Risques\n[sources]\nKind=sources\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  fixture->template = sb_template_new_from_bytes (bytes, NULL);
  fixture->event = fixture_new_event (50, "2026-04-25", TRUE);
  fixture->briefing = fixture_new_briefing ();
  set_cutoff (fixture, MAY_2);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  sb_template_unref (fixture->template);
  g_object_unref (fixture->event);
  g_object_unref (fixture->briefing);
}

/* Takes @edited over. */
static void
edit (Fixture *fixture,
      SbRecord *edited)
{
  g_assert_nonnull (edited);
  g_object_unref (fixture->briefing);
  fixture->briefing = edited;
}

static SbOutline *
outline_of (Fixture *fixture)
{
  return sb_outline_new (fixture->template, fixture->briefing);
}

/* Writes both texts, %s being the UUID of the event. */
static void
write_texts (Fixture *fixture,
             const char *fr,
             const char *en)
{
  const char *const texts[] = { [SB_LANGUAGE_FR] = fr, [SB_LANGUAGE_EN] = en };

  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    {
      g_autoptr (SbOutline) outline = outline_of (fixture);
      g_autoptr (GString) text = g_string_new (texts[language]);

      g_string_replace (text, "%s", sb_record_get_uuid (fixture->event), 0);
      edit (fixture, sb_outline_set_text (outline, "own", language, text->str));
    }
}

static GPtrArray *
check (Fixture *fixture)
{
  g_autoptr (SbBriefingInput) input = sb_briefing_input_new (fixture->briefing);
  g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (SB_PAPER_A4);
  g_autoptr (SbRecord) evidence = fixture_new_evidence (fixture->event, 1, 1, "fr", 0);
  SbRecordBuilder *actor = sb_record_builder_new (&sb_actor_schema);
  g_autoptr (SbRecord) army = NULL;
  SbEdition *editions[SB_N_LANGUAGES];
  GPtrArray *findings;

  sb_record_builder_set_words (actor, SB_ACTOR_NAME, "Forces armées maliennes", "Malian Armed Forces");
  sb_record_builder_set_text (actor, SB_ACTOR_SHORT_NAME, "FAMa");
  army = sb_record_builder_end (actor);
  sb_briefing_input_add (input, fixture->event);
  sb_briefing_input_add (input, evidence);
  sb_briefing_input_add (input, army);
  sb_briefing_input_set_newest (input, fixture->event);
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    editions[language] = sb_edition_new (fixture->template, input, language, typesetter, NULL);
  findings = sb_briefing_checks_run (fixture->template, input, editions, SB_N_LANGUAGES);
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    sb_edition_unref (editions[language]);

  return findings;
}

static char *
describe (GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const SbBriefingFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *sentence = sb_briefing_finding_dup_sentence (finding, SB_LANGUAGE_FR);

      g_test_message ("%s %s:%u %s", sb_briefing_finding_get_code (finding), finding->block, finding->line, sentence);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", sb_briefing_finding_get_code (finding));
      if (finding->line > 0)
        g_string_append_printf (text, ":%u", finding->line);
    }

  return g_string_free (text, FALSE);
}

static const struct
{
  const char *fr;
  const char *en;
  const char *found;
} texts[] = {
  { "Les forces ont attaqué le 25 avril 2026 [@%s].", "They attacked on 25 April 2026 [@%s].", "" },
  { "Les forces ont attaqué le 25 avril [@%s].", "They attacked on April 25th [@%s].", "" },
  { "Les forces ont attaqué le 12 mars 2026 [@%s].", "They attacked on 25 April 2026 [@%s].", "date:1" },
  { "Entre le 20 et le 25 avril 2026, elles ont attaqué [@%s].", "Attacked [@%s].", "" },
  { "**25 avril 2026 – Les FAMa partent.** Elles ont attaqué [@%s].", "- *April 25.* The FAMa attacked [@%s].", "" },
  { "- **Les FAMa partent.** Elles ont attaqué.", "**FAMa.** It is so. So it is.", "unsourced:1 unsourced:1" },
  { "- **25 avr. 2026.** Elles ont attaqué [@%s]. Les FAMa ont quitté la ville.", "- **25 Apr. 2026** – Attacked [@%s].", "unsourced:1" },
  { "Introduction.\n\nLes FAMa ont quitté la ville.", "Introduction.\n\nThey left [@%s].", "unsourced:3" },
  { "Elles ont perdu 12 hommes.[^1]\n\n[^1]: Entretien.", "They left.", "" },
  { "Les FAMa pourraient très probablement revenir.", "Will the FAMa return in 2027?", "" },
  { "Il faut éviter Bamako avant le 3 mai.", "Travellers should avoid 12 roads.", "" },
  { "Les faits [@00000000-dead].", "The facts [@%s].", "unknown-source:1" },
  { "C’est sans doute vrai.", "It is so.", "off-scale:1" },
  { "Les FAMa ont quitté une ville qui peut être reprise.", "It is so.", "unsourced:1" },
  { "Les FAMa ont de bonnes chances de revenir avant le 3 mai.", "There is a fair chance that the FAMa return before 3 May.", "off-scale:1 off-scale:1" },
  { "> Dix morts le 3 mai, dit-il.", "> Ten dead on 3 May, he says.", "" },
};

static void
test_texts (Fixture *fixture,
            gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *found = NULL;

      write_texts (fixture, texts[i].fr, texts[i].en);
      findings = check (fixture);
      found = describe (findings);
      g_test_message ("%s", texts[i].fr);
      g_assert_cmpstr (found, ==, texts[i].found);
    }
}

/* Each leads to its place. */
static void
test_place (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  const SbBriefingFinding *finding;

  write_texts (fixture, "Introduction.\n\nLes FAMa ont quitté la ville.", "Introduction.\n\nThey left.");
  findings = check (fixture);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_true (finding->is_on_paper);
  g_assert_cmpuint (finding->place.sheet, ==, 0);
  g_assert_cmpuint (finding->place.line, ==, 3);
  g_assert_cmpstr (finding->place.block, ==, "own");
  g_assert_cmpuint (finding->languages, ==, 1u << SB_LANGUAGE_FR);
  g_assert_cmpstr (finding->passage, ==, "Les FAMa ont quitté la ville.");
}

/* The word that is on no scale is told as it was written. */
static void
test_off_scale (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  const SbBriefingFinding *finding;

  write_texts (fixture, "La ville peut être reprise ; qu’elle le soit n’est pas à exclure.", "It is so.");
  findings = check (fixture);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpint (finding->kind, ==, SB_BRIEFING_FINDING_OFF_SCALE);
  g_assert_cmpstr (finding->passage, ==, "n’est pas à exclure");
}

static void
test_outline (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (SbOutline) outline = outline_of (fixture);
  g_autoptr (SbOutline) french = NULL;
  g_autoptr (SbOutline) commented = NULL;
  g_autoptr (SbOutline) wrong = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *found = NULL;

  edit (fixture, sb_outline_set_text (outline, "own", SB_LANGUAGE_FR, "Rien à dire."));
  french = outline_of (fixture);
  edit (fixture, sb_outline_add_comment (french, "own", "Awa", NULL, "À relire"));
  commented = outline_of (fixture);
  edit (fixture, sb_outline_set_key (commented, "risks", "Most", "beaucoup"));
  wrong = outline_of (fixture);
  edit (fixture, sb_outline_set_setting (wrong, "Notes", "nowhere"));
  findings = check (fixture);
  found = describe (findings);
  g_assert_cmpstr (found, ==, "setting untranslated:1 comment setting");
}

/* Too long, and told of a day before the newest event. */
static void
test_budget (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SbDate) day = sb_date_new ("2026-04-20", NULL);
  SbRecordBuilder *builder;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *found = NULL;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < 120; i++)
    g_string_append (text, "Une phrase qui ne dit rien.\n\n");
  write_texts (fixture, text->str, "Short.");
  builder = sb_record_builder_new_from (fixture->briefing);
  sb_record_builder_set_date (builder, SB_BRIEFING_AS_OF, day);
  edit (fixture, sb_record_builder_end (builder));
  findings = check (fixture);
  found = describe (findings);
  g_assert_cmpstr (found, ==, "pages as-of");
  sentence = sb_briefing_finding_dup_sentence (g_ptr_array_index (findings, 1), SB_LANGUAGE_FR);
  g_assert_nonnull (strstr (sentence, "20\302\240avril\302\2402026"));
}

/* Side by side, both languages are too long for the one page that each of them fills. */
static void
test_columns (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SbBriefingInput) input = NULL;
  g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (SB_PAPER_A4);
  g_autoptr (GPtrArray) editions = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  const SbBriefingFinding *finding;

  for (guint i = 0; i < 20; i++)
    g_string_append (text, "Une phrase qui ne dit rien, et qui le dit longuement et sans fin.\n\n");
  write_texts (fixture, text->str, text->str);
  input = sb_briefing_input_new (fixture->briefing);
  editions = sb_edition_new_columns (fixture->template, input, typesetter, NULL);
  findings = sb_briefing_checks_run (fixture->template, input, (SbEdition *const *) editions->pdata, editions->len);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpint (finding->kind, ==, SB_BRIEFING_FINDING_PAGES);
  g_assert_cmpuint (finding->languages, ==, 1u << SB_LANGUAGE_FR | 1u << SB_LANGUAGE_EN);
  g_assert_cmpuint (finding->n_pages, ==, 2);
  g_assert_cmpuint (finding->max_pages, ==, 1);
}

/* The event is of 25 April, but nobody had written of it before 1 May. */
static void
test_later (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *found = NULL;
  g_autofree char *sentence = NULL;
  const SbBriefingFinding *finding;

  write_texts (fixture, "Introduction.\n\nLes forces ont attaqué [@%s].", "Introduction.");
  set_cutoff (fixture, APRIL_30);
  findings = check (fixture);
  found = describe (findings);
  g_assert_cmpstr (found, ==, "later:3");

  finding = g_ptr_array_index (findings, 0);
  g_assert_true (finding->is_on_paper);
  g_assert_cmpstr (finding->place.block, ==, "own");
  g_assert_cmpuint (finding->languages, ==, 1u << SB_LANGUAGE_FR);
  g_assert_true (finding->record == fixture->event);
  sentence = sb_briefing_finding_dup_sentence (finding, SB_LANGUAGE_FR);
  g_assert_nonnull (strstr (sentence, "30\302\240avril\302\2402026"));
}

/* What the cutoff leaves out is told, though it is in no text. */
static void
test_cutoff (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (SbBriefingInput) input = sb_briefing_input_new (fixture->briefing);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *found = NULL;
  const SbBriefingFinding *finding;

  set_cutoff (fixture, APRIL_30);
  sb_briefing_input_set_n_later (input, 0);
  findings = sb_briefing_checks_run (fixture->template, input, NULL, 0);
  g_assert_cmpuint (findings->len, ==, 0);
  g_clear_pointer (&findings, g_ptr_array_unref);
  g_clear_pointer (&input, sb_briefing_input_unref);

  input = sb_briefing_input_new (fixture->briefing);
  sb_briefing_input_set_n_later (input, 2);
  findings = sb_briefing_checks_run (fixture->template, input, NULL, 0);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (sb_briefing_finding_get_code (finding), ==, "cutoff");
  g_assert_null (finding->block);
  g_assert_true (sb_briefing_finding_is_of_imprint (finding));
  found = sb_briefing_finding_dup_sentence (finding, SB_LANGUAGE_EN);
  g_assert_cmpstr (found, ==, "2 facts were left out because they were known only after the data cutoff (30\302\240April\302\2402026)");
}

/* A page that does not say until when it knew: what only later documents have is said. */
static void
test_hindsight (Fixture *fixture,
                gconstpointer data)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (fixture->briefing);
  g_autoptr (SbBriefingInput) input = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *found = NULL;
  const SbBriefingFinding *finding;

  sb_record_builder_clear (builder, SB_BRIEFING_CUTOFF);
  g_object_unref (fixture->briefing);
  fixture->briefing = sb_record_builder_end (builder);
  input = sb_briefing_input_new (fixture->briefing);
  sb_briefing_input_set_n_hindsight (input, 2);
  findings = sb_briefing_checks_run (fixture->template, input, NULL, 0);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (sb_briefing_finding_get_code (finding), ==, "hindsight");
  g_assert_null (finding->block);
  g_assert_true (sb_briefing_finding_is_of_imprint (finding));
  found = sb_briefing_finding_dup_sentence (finding, SB_LANGUAGE_EN);
  g_assert_cmpstr (found, ==, "There is no data cutoff: 2 facts are told that nobody had written of by the as-of day (29\302\240April\302\2402026)");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/briefing/checks/texts", Fixture, NULL, set_up, test_texts, tear_down);
  g_test_add ("/briefing/checks/place", Fixture, NULL, set_up, test_place, tear_down);
  g_test_add ("/briefing/checks/off-scale", Fixture, NULL, set_up, test_off_scale, tear_down);
  g_test_add ("/briefing/checks/outline", Fixture, NULL, set_up, test_outline, tear_down);
  g_test_add ("/briefing/checks/columns", Fixture, NULL, set_up, test_columns, tear_down);
  g_test_add ("/briefing/checks/later", Fixture, NULL, set_up, test_later, tear_down);
  g_test_add ("/briefing/checks/cutoff", Fixture, NULL, set_up, test_cutoff, tear_down);
  g_test_add ("/briefing/checks/hindsight", Fixture, NULL, set_up, test_hindsight, tear_down);
  g_test_add ("/briefing/checks/budget", Fixture, NULL, set_up, test_budget, tear_down);

  return g_test_run ();
}
