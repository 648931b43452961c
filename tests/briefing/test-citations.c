/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-citations.h"

#include "briefing-fixture.h"
#include "sb-evidence.h"

/* In the order of their use: the document, the first of its group, and the
 * number that it must get. */
static const struct
{
  gint64 document;
  gint64 origin;
  guint number;
} uses[] = {
  { 7, 7, 1 },
  { 3, 3, 2 },
  { 7, 7, 1 },
  { 4, 3, 2 }, /* a republication of 3 is no second source */
  { 9, 9, 3 },
  { 3, 3, 2 },
};

static void
test_numbers (void)
{
  g_autoptr (SbCitations) citations = sb_citations_new (SB_LANGUAGE_FR);
  g_autoptr (SbRecord) event = fixture_new_event (1, "2026-04-01", FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      g_autoptr (SbRecord) evidence = fixture_new_evidence (event, uses[i].document, uses[i].origin, "fr", SB_STANCE_SUPPORTS);

      g_assert_cmpuint (sb_citations_cite (citations, evidence), ==, uses[i].number);
    }
  g_assert_cmpuint (sb_citations_get_n_sources (citations), ==, 3);
}

/* Of one origin, the document in the language of the edition is cited. */
static void
test_language (void)
{
  g_autoptr (SbCitations) citations = sb_citations_new (SB_LANGUAGE_EN);
  g_autoptr (SbRecord) event = fixture_new_event (1, "2026-04-01", FALSE);
  g_autoptr (SbRecord) french = fixture_new_evidence (event, 3, 3, "fr", SB_STANCE_SUPPORTS);
  g_autoptr (SbRecord) english = fixture_new_evidence (event, 4, 3, "en-GB", SB_STANCE_SUPPORTS);

  g_assert_cmpuint (sb_citations_cite (citations, french), ==, 1);
  g_assert_cmpuint (sb_citations_cite (citations, english), ==, 1);
  g_assert_cmpstr (sb_citations_get_uri (citations, 1), ==, "https://example.org/4?a='b'");
}

static void
test_references (void)
{
  static const char *const expected[SB_N_LANGUAGES] = {
    [SB_LANGUAGE_FR] = "M. Traoré, «\302\240Chronique no 3\302\240», *Journal 3*, 1er\302\240mai\302\2402026.",
    [SB_LANGUAGE_EN] = "M. Traoré, “Chronique no 3”, *Journal 3*, 1\302\240May\302\2402026 (in French).",
  };

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      g_autoptr (SbCitations) citations = sb_citations_new (i);
      g_autoptr (SbRecord) event = fixture_new_event (1, "2026-04-01", FALSE);
      g_autoptr (SbRecord) evidence = fixture_new_evidence (event, 3, 3, "fr", SB_STANCE_SUPPORTS);
      g_autofree char *reference = NULL;

      sb_citations_cite (citations, evidence);
      reference = sb_citations_dup_reference (citations, 1);
      g_assert_cmpstr (reference, ==, expected[i]);
    }
}

/* What is known of a document, and what its reference comes to in each language. */
static const struct
{
  const char *title;
  const char *byline;
  const char *publisher;
  const char *language;
  const char *date;
  const char *written_fr;
  const char *written_en;
  const char *expected[SB_N_LANGUAGES];
} forms[] = {
  { "Jihadis encircle the capital", "David Pilling ; Aanu Adeoye", "Financial Times", "en", "2025-11-01", NULL, NULL, { "David Pilling et Aanu Adeoye, «\302\240Jihadis encircle the capital\302\240», *Financial Times*, 1er\302\240novembre\302\2402025 (en anglais).", "David Pilling and Aanu Adeoye, “Jihadis encircle the capital”, *Financial Times*, 1\302\240November\302\2402025." } },
  /* What is not known of it is said in the language of the edition. */
  { "Point de situation", "A. Maïga", NULL, "fr", NULL, NULL, NULL, { "A. Maïga, «\302\240Point de situation\302\240», éditeur non indiqué, s.\302\240d.", "A. Maïga, “Point de situation”, publisher not stated, n.d. (in French)." } },
  /* Written by hand in one language: the other one is made of the parts. */
  { "Entretien", NULL, "Africa Radio", "fr", "2025-11-18", "Entretien sur Africa Radio, 18 novembre 2025.", NULL, { "Entretien sur Africa Radio, 18 novembre 2025.", "“Entretien”, *Africa Radio*, 18\302\240November\302\2402025 (in French)." } },
  { "Entretien", NULL, "Africa Radio", "fr", "2025-11-18", "Entretien, p. 4.", "Interview, p. 4.", { "Entretien, p. 4.", "Interview, p. 4." } },
  /* Too little is known: what there is stands in both. */
  { NULL, NULL, NULL, "fr", NULL, "Tract, Kayes, 2025.", NULL, { "Tract, Kayes, 2025.", "Tract, Kayes, 2025." } },
  /* One that publishes what it wrote is named once. */
  { "Note sur Kayes", "Timbuktu Institute", "Timbuktu Institute", "fr", "2025-09", NULL, NULL, { "Timbuktu Institute, «\302\240Note sur Kayes\302\240», septembre\302\2402025.", "Timbuktu Institute, “Note sur Kayes”, September\302\2402025 (in French)." } },
};

static SbRecord *
new_evidence_of_form (SbRecord *event,
                      guint form)
{
  g_autoptr (SbRecord) evidence = fixture_new_evidence (event, 3, 3, forms[form].language, SB_STANCE_SUPPORTS);
  SbRecordBuilder *builder = sb_record_builder_new_from (evidence);
  g_autoptr (SbBilingual) title = sb_bilingual_new (forms[form].title, forms[form].title);
  g_autoptr (SbBilingual) name = sb_bilingual_new (forms[form].publisher, NULL);
  g_autoptr (SbRef) document = sb_ref_new (SB_KIND_DOCUMENT, 503, NULL, title);
  g_autoptr (SbRef) publisher = forms[form].publisher != NULL ? sb_ref_new (SB_KIND_SOURCE, 603, NULL, name) : NULL;
  g_autoptr (SbDate) date = forms[form].date != NULL ? sb_date_new (forms[form].date, NULL) : NULL;

  sb_record_builder_set_ref (builder, SB_EVIDENCE_DOCUMENT, document);
  sb_record_builder_set_ref (builder, SB_EVIDENCE_SOURCE, publisher);
  sb_record_builder_set_text (builder, SB_EVIDENCE_BYLINE, forms[form].byline);
  sb_record_builder_set_date (builder, SB_EVIDENCE_DATE, date);
  sb_record_builder_set_words (builder, SB_EVIDENCE_REFERENCE, forms[form].written_fr, forms[form].written_en);
  return sb_record_builder_end (builder);
}

static void
test_forms (void)
{
  g_autoptr (SbRecord) event = fixture_new_event (1, "2026-04-01", FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (forms) * SB_N_LANGUAGES; i++)
    {
      guint form = i / SB_N_LANGUAGES;
      g_autoptr (SbCitations) citations = sb_citations_new (i % SB_N_LANGUAGES);
      g_autoptr (SbRecord) evidence = new_evidence_of_form (event, form);
      g_autofree char *reference = NULL;

      sb_citations_cite (citations, evidence);
      reference = sb_citations_dup_reference (citations, 1);
      g_assert_cmpstr (reference, ==, forms[form].expected[i % SB_N_LANGUAGES]);
    }
}

/* Where a template asks for it, a reference ends in where the document is on the web. */
static void
test_addresses (void)
{
  static const char *const ends[SB_N_LANGUAGES] = {
    [SB_LANGUAGE_FR] = ", s.\302\240d., p.\302\2404, https://example.org/3 (consulté le 3\302\240mai\302\2402026).",
    [SB_LANGUAGE_EN] = ", n.d. (in French), p.\302\2404, https://example.org/3 (accessed 3\302\240May\302\2402026).",
  };
  g_autoptr (SbRecord) event = fixture_new_event (1, "2026-04-01", FALSE);

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      g_autoptr (SbCitations) citations = sb_citations_new (i);
      g_autoptr (SbRecord) bare = new_evidence_of_form (event, 1);
      SbRecordBuilder *builder = sb_record_builder_new_from (bare);
      g_autoptr (SbRecord) evidence = NULL;
      g_autofree char *reference = NULL;

      sb_record_builder_set_text (builder, SB_EVIDENCE_URL, "https://example.org/3");
      sb_record_builder_set_time (builder, SB_EVIDENCE_FETCHED, 1777800000); /* 3 May 2026 */
      sb_record_builder_set_integer (builder, SB_EVIDENCE_PAGE, 4);
      evidence = sb_record_builder_end (builder);
      sb_citations_set_addresses (citations, TRUE);
      sb_citations_cite (citations, evidence);
      reference = sb_citations_dup_reference (citations, 1);
      g_test_message ("%s", reference);
      g_assert_true (g_str_has_suffix (reference, ends[i]));
    }
}

static SbRecord *
new_evidence_of_page (SbRecord *event,
                      gint64 document,
                      gint64 page)
{
  g_autoptr (SbRecord) evidence = fixture_new_evidence (event, document, document, "fr", SB_STANCE_SUPPORTS);
  SbRecordBuilder *builder = sb_record_builder_new_from (evidence);

  sb_record_builder_set_integer (builder, SB_EVIDENCE_PAGE, page);
  return sb_record_builder_end (builder);
}

/* At the end, a reference has each page that is cited. */
static void
test_pages (void)
{
  static const gint64 pages[] = { 7, 3, 7, 12 };
  static const char *const ends[SB_N_LANGUAGES] = {
    [SB_LANGUAGE_FR] = ", p.\302\2403, 7, 12.",
    [SB_LANGUAGE_EN] = ", pp.\302\2403, 7, 12.",
  };

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      g_autoptr (SbCitations) citations = sb_citations_new (i);
      g_autoptr (SbRecord) event = fixture_new_event (1, "2026-04-01", FALSE);
      g_autofree char *reference = NULL;

      for (guint k = 0; k < G_N_ELEMENTS (pages); k++)
        {
          g_autoptr (SbRecord) evidence = new_evidence_of_page (event, 3, pages[k]);

          g_assert_cmpuint (sb_citations_cite (citations, evidence), ==, 1);
        }
      reference = sb_citations_dup_reference (citations, 1);
      g_test_message ("%s", reference);
      g_assert_true (g_str_has_suffix (reference, ends[i]));
    }
}

/* Notes go up as they are called; a source that was named before is named shortly, with
 * a word of that in both languages, and the page that is meant. */
static void
test_notes (void)
{
  static const struct
  {
    gint64 document;
    gint64 page;
    guint number;
  } calls[] = { { 3, 7, 1 }, { 3, 7, 1 }, { 4, 0, 2 }, { 3, 7, 3 }, { 3, 8, 4 } };
  static const char *const again[SB_N_LANGUAGES] = {
    [SB_LANGUAGE_FR] = "M. Traoré, «\302\240Chronique no 3\302\240», art. cité, p.\302\2407.",
    [SB_LANGUAGE_EN] = "M. Traoré, “Chronique no 3”, cited above, p.\302\2407.",
  };

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      g_autoptr (SbCitations) citations = sb_citations_new (i);
      g_autoptr (SbRecord) event = fixture_new_event (1, "2026-04-01", FALSE);
      g_autofree char *note = NULL;

      sb_citations_set_at_foot (citations, TRUE);
      for (guint k = 0; k < G_N_ELEMENTS (calls); k++)
        {
          g_autoptr (SbRecord) evidence = new_evidence_of_page (event, calls[k].document, calls[k].page);
          g_autoptr (GPtrArray) noted = g_ptr_array_new ();

          g_ptr_array_add (noted, evidence);
          g_assert_cmpuint (sb_citations_note (citations, noted), ==, calls[k].number);
        }
      note = sb_citations_dup_note (citations, 3, FALSE);
      g_assert_cmpstr (note, ==, again[i]);
    }
}

static void
test_marks (void)
{
  static const struct
  {
    SbLanguage language;
    const char *markup;
    const char *marked;
  } cases[] = {
    { SB_LANGUAGE_FR, "La route est coupée.", "La route est coupée\342\201\240[^1]\342\200\257[^2]." },
    { SB_LANGUAGE_FR, "La route est coupée", "La route est coupée\342\201\240[^1]\342\200\257[^2]" },
    { SB_LANGUAGE_FR, "Il a dit «\302\240non\302\240».", "Il a dit «\302\240non\302\240»\342\201\240[^1]\342\200\257[^2]." },
    { SB_LANGUAGE_EN, "The road is cut.", "The road is cut.\342\201\240[^1]\342\200\257[^2]" },
  };
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  guint number = 1;

  g_array_append_val (numbers, number);
  number = 2;
  g_array_append_val (numbers, number);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = sb_citations_append_marks (cases[i].markup, numbers, cases[i].language);

      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/briefing/citations/numbers", test_numbers);
  g_test_add_func ("/briefing/citations/language", test_language);
  g_test_add_func ("/briefing/citations/references", test_references);
  g_test_add_func ("/briefing/citations/forms", test_forms);
  g_test_add_func ("/briefing/citations/addresses", test_addresses);
  g_test_add_func ("/briefing/citations/pages", test_pages);
  g_test_add_func ("/briefing/citations/notes", test_notes);
  g_test_add_func ("/briefing/citations/marks", test_marks);

  return g_test_run ();
}
