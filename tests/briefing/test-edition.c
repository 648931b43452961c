/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-edition.h"

#include "briefing-fixture.h"
#include "sb-briefing.h"
#include "sb-evidence.h"
#include "sb-fit-memory-private.h"
#include "sb-pdf-writer.h"

#include <locale.h>
#include <poppler.h>
#include <string.h>

typedef struct
{
  SbTemplate *template;
  SbTypesetter *typesetter;
  SbBasemapPainter *painter;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbBasemap) basemap = sb_basemap_new (&error);

  g_assert_no_error (error);
  fixture->painter = sb_basemap_painter_new (basemap);
  fixture->template = sb_template_new ("situation", &error);
  g_assert_no_error (error);
  fixture->typesetter = sb_typesetter_new (SB_PAPER_A4);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  sb_template_unref (fixture->template);
  sb_typesetter_free (fixture->typesetter);
  sb_basemap_painter_unref (fixture->painter);
}

static SbEdition *
make (Fixture *fixture,
      SbBriefingInput *input,
      SbLanguage language)
{
  return sb_edition_new (fixture->template, input, language, fixture->typesetter, fixture->painter);
}

/* What a reader finds on the paper, lines joined by spaces and broken
 * words whole. */
static char *
read_text (SbEdition *edition)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sb_pdf_render (sb_edition_get_sheets (edition), &error);
  PopplerDocument *document;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  document = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *page_text = poppler_page_get_text (page);

      g_string_append (text, page_text);
      g_object_unref (page);
    }
  g_object_unref (document);
  g_string_replace (text, "-\n", "", 0);
  g_string_replace (text, "\n", " ", 0);
  g_string_replace (text, "\302\240", " ", 0);
  g_string_replace (text, "\342\200\257", " ", 0);

  return g_string_free (text, FALSE);
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_test_fail_printf ("“%s” is not in: %s", part, text);
}

/* However much there is, two pages; and all of it is accounted for. */
static void
test_budget (Fixture *fixture,
             gconstpointer data)
{
  static const guint counts[] = { 0, 1, 5, 14, 40, 120 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (SbBriefingInput) input = fixture_new_input (counts[i]);
      g_autoptr (SbEdition) edition = make (fixture, input, SB_LANGUAGE_FR);

      g_assert_cmpuint (sb_sheets_get_n_sheets (sb_edition_get_sheets (edition)), <=, 2);
      g_assert_false (sb_edition_is_over_budget (edition));
      g_assert_cmpuint (sb_edition_get_n_unsourced (edition), ==, 0);
      if (counts[i] <= 5)
        g_assert_cmpuint (sb_edition_get_left_out (edition)->len, ==, 0);
      if (counts[i] > 14)
        {
          g_autofree char *text = read_text (edition);
          g_autofree char *told = g_strdup_printf ("%u éléments n’ont pas été retenus", sb_edition_get_left_out (edition)->len);

          g_assert_cmpuint (sb_edition_get_left_out (edition)->len, >=, counts[i] - 14);
          assert_has (text, told);
        }
    }
}

static void
assert_same_left_out (SbEdition *one,
                      SbEdition *other)
{
  GPtrArray *left_out = sb_edition_get_left_out (one);
  GPtrArray *others = sb_edition_get_left_out (other);

  g_assert_cmpuint (left_out->len, ==, others->len);
  for (guint i = 0; i < left_out->len; i++)
    g_assert_true (g_ptr_array_index (left_out, i) == g_ptr_array_index (others, i));
}

/* The records that end up in one language are those of the other, though French is
 * longer; side by side, both have two pages together. */
static void
test_languages_agree (Fixture *fixture,
                      gconstpointer data)
{
  for (guint n = 10; n <= 30; n += 4)
    {
      g_autoptr (SbBriefingInput) input = fixture_new_input (n);
      g_autoptr (SbEdition) french = make (fixture, input, SB_LANGUAGE_FR);
      g_autoptr (SbEdition) english = make (fixture, input, SB_LANGUAGE_EN);
      g_autoptr (GPtrArray) both = sb_edition_new_columns (fixture->template, input, fixture->typesetter, fixture->painter);
      SbEdition *left = g_ptr_array_index (both, SB_LANGUAGE_FR);
      SbEdition *right = g_ptr_array_index (both, SB_LANGUAGE_EN);
      SbSheets *columns = sb_edition_get_columns (left);

      assert_same_left_out (french, english);
      assert_same_left_out (left, right);
      g_assert_null (sb_edition_get_columns (french));
      g_assert_true (sb_edition_get_columns (right) == columns);
      g_assert_cmpuint (sb_edition_get_left_out (left)->len, >=, sb_edition_get_left_out (french)->len);
      g_assert_cmpuint (sb_sheets_get_n_sheets (columns), <=, 2);
      g_assert_false (sb_edition_is_over_budget (left));
    }
}

/* The analysis by hand, @n_words long in each language. */
static SbBriefingInput *
new_edit (SbBriefingInput *input,
          const guint n_words[SB_N_LANGUAGES])
{
  SbRecordBuilder *builder = sb_record_builder_new_from (sb_briefing_input_get_briefing (input));
  SbRecordBuilder *section = sb_record_builder_new (&sb_briefing_section_schema);
  g_autoptr (SbRecord) briefing = NULL;
  char *texts[SB_N_LANGUAGES] = { NULL };

  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    {
      GString *text = g_string_new (NULL);

      for (guint k = 0; k < n_words[i]; k++)
        g_string_append (text, k % 40 == 39 ? "passent.\n\n" : "convois ");
      texts[i] = g_string_free (text, FALSE);
    }
  sb_record_builder_set_text (section, SB_BRIEFING_SECTION_BLOCK, "analysis");
  sb_record_builder_set_words (section, SB_BRIEFING_SECTION_TEXT, texts[SB_LANGUAGE_FR], texts[SB_LANGUAGE_EN]);
  sb_record_builder_take_item (builder, SB_BRIEFING_SECTIONS, sb_record_builder_end (section));
  briefing = sb_record_builder_end (builder);
  for (guint i = 0; i < SB_N_LANGUAGES; i++)
    g_free (texts[i]);

  return sb_briefing_input_new_edited (input, briefing);
}

/* Whatever is typed in whichever language, a typesetter that remembers what fitted makes
 * the same of it as a new one. */
static void
test_typing (Fixture *fixture,
             gconstpointer data)
{
  static const guint edits[][SB_N_LANGUAGES] = {
    { 10, 10 },
    { 11, 10 },
    { 300, 10 },
    { 300, 11 },
    { 300, 500 },
    { 20, 500 },
    { 20, 0 },
    { 400, 0 },
    { 0, 40 },
    { 700, 40 },
    { 10, 10 }
  };
  g_autoptr (SbBriefingInput) input = fixture_new_input (24);

  for (guint i = 0; i < G_N_ELEMENTS (edits) * 2 * SB_N_LANGUAGES; i++)
    {
      gboolean has_map = (i / SB_N_LANGUAGES) % 2 == 0;
      g_autoptr (SbBriefingInput) edited = new_edit (input, edits[i / 2 / SB_N_LANGUAGES]);
      g_autoptr (SbTypesetter) fresh = sb_typesetter_new (SB_PAPER_A4);
      g_autoptr (SbEdition) again = sb_edition_new (fixture->template, edited, i % SB_N_LANGUAGES, fixture->typesetter, has_map ? fixture->painter : NULL);
      g_autoptr (SbEdition) anew = sb_edition_new (fixture->template, edited, i % SB_N_LANGUAGES, fresh, has_map ? fixture->painter : NULL);

      assert_same_left_out (again, anew);
      g_assert_cmpuint (sb_sheets_get_n_sheets (sb_edition_get_sheets (again)), ==, sb_sheets_get_n_sheets (sb_edition_get_sheets (anew)));
      g_assert_cmpint (sb_edition_is_over_budget (again), ==, sb_edition_is_over_budget (anew));
    }
}

/* Of each edit: how long the analysis is in each language, and whether what was tried of
 * the last edit is known of this one. */
static const struct
{
  guint n_words[SB_N_LANGUAGES];
  gboolean is_known[SB_N_LANGUAGES];
} remembered[] = {
  { { 10, 10 }, { FALSE, FALSE } },
  { { 10, 10 }, { TRUE, TRUE } },
  { { 11, 10 }, { FALSE, TRUE } },
  { { 11, 12 }, { TRUE, FALSE } },
  /* What has no English is read in French by both. */
  { { 11, 0 }, { FALSE, FALSE } },
  { { 12, 0 }, { FALSE, FALSE } },
};

static void
test_memory (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (SbBriefingInput) input = fixture_new_input (5);
  g_autoptr (SbBriefingInput) first = new_edit (input, remembered[0].n_words);
  SbFitMemory *memory = _sb_fit_memory_new ();
  gboolean fits;

  for (guint i = 0; i < G_N_ELEMENTS (remembered); i++)
    {
      g_autoptr (SbBriefingInput) edited = new_edit (input, remembered[i].n_words);

      _sb_fit_memory_begin (memory, fixture->template, edited, fixture->painter);
      for (SbLanguage k = 0; k < SB_N_LANGUAGES; k++)
        {
          g_assert_cmpint (_sb_fit_memory_find (memory, k, 3, 0.5, &fits), ==, remembered[i].is_known[k]);
          _sb_fit_memory_note (memory, k, 3, 0.5, TRUE);
          g_assert_false (_sb_fit_memory_find (memory, k, 3, 0.25, &fits));
        }
    }

  /* With the map and without it are two things; of what is no edit nothing is kept. */
  _sb_fit_memory_begin (memory, fixture->template, first, fixture->painter);
  _sb_fit_memory_note (memory, SB_LANGUAGE_EN, 3, 0.5, TRUE);
  _sb_fit_memory_begin (memory, fixture->template, first, NULL);
  g_assert_false (_sb_fit_memory_find (memory, SB_LANGUAGE_EN, 3, 0.5, &fits));
  _sb_fit_memory_begin (memory, fixture->template, input, NULL);
  _sb_fit_memory_note (memory, SB_LANGUAGE_EN, 3, 0.5, TRUE);
  g_assert_false (_sb_fit_memory_find (memory, SB_LANGUAGE_EN, 3, 0.5, &fits));
  _sb_fit_memory_free (memory);
}

/* The key fact is the oldest and stays; of the others the newest do. */
static void
test_what_gives_way (Fixture *fixture,
                     gconstpointer data)
{
  g_autoptr (SbBriefingInput) input = fixture_new_input (28);
  g_autoptr (SbEdition) edition = make (fixture, input, SB_LANGUAGE_FR);
  GPtrArray *left_out = sb_edition_get_left_out (edition);
  g_autofree char *text = read_text (edition);

  assert_has (text, "Fait 100 :");
  assert_has (text, "Fait 127 :");
  g_assert_null (strstr (text, "Fait 101 :"));
  for (guint i = 0; i < left_out->len; i++)
    g_assert_cmpint (sb_record_get_id (g_ptr_array_index (left_out, i)), !=, 100);
}

/* One process, one input, two languages, whatever the locale is. */
static void
test_languages (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (SbBriefingInput) input = fixture_new_input (3);
  g_autoptr (SbEdition) fr = make (fixture, input, SB_LANGUAGE_FR);
  g_autoptr (SbEdition) en = make (fixture, input, SB_LANGUAGE_EN);
  g_autofree char *french = read_text (fr);
  g_autofree char *english = read_text (en);

  g_assert_cmpstr (setlocale (LC_ALL, NULL), ==, "C");
  assert_has (french, "Point de situation politico-sécuritaire et recommandations");
  assert_has (french, "29.04.2026");
  assert_has (french, "1er avril 2026 – Riposte de l’armée.");
  assert_has (french, "Situation au 29 avril 2026");
  assert_has (french, "« Chronique no 1 »");
  assert_has (french, "selon les rebelles ; démenti par l’armée (« pure invention »)");
  assert_has (french, "selon Journal 1");
  assert_has (french, "55–80 %");
  assert_has (english, "Political and security situation report and recommendations");
  assert_has (english, "1 April 2026 – The army strikes back.");
  assert_has (english, "Situation as of 29 April 2026");
  assert_has (english, "“Chronique no 1”");
  assert_has (english, "according to Rebelles; denied by Armée (“pure invention”)");
  g_assert_null (strstr (english, "démenti"));
  g_assert_null (strstr (french, "according"));
}

/* Likelihood and confidence never share a sentence; ended restrictions are not
 * in force; what lies outside of the period is not told. */
static void
test_rules (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (SbBriefingInput) input = fixture_new_input (2);
  g_autoptr (SbRecord) early = fixture_new_event (190, "2026-03-30", TRUE);
  g_autoptr (SbRecord) late = fixture_new_event (191, "2026-04-30", TRUE);
  g_autoptr (SbEdition) edition = NULL;
  g_autofree char *text = NULL;

  sb_briefing_input_add (input, early);
  sb_briefing_input_add (input, late);
  edition = make (fixture, input, SB_LANGUAGE_FR);
  text = read_text (edition);

  assert_has (text, "Couvre-feu 320");
  g_assert_null (strstr (text, "Couvre-feu 321"));
  g_assert_null (strstr (text, "Fait 190"));
  g_assert_null (strstr (text, "Fait 191")); /* after the as-of day */
  g_assert_null (strstr (text, "onfiance"));
}

static void
test_unsourced (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (SbBriefingInput) input = fixture_new_input (1);
  g_autoptr (SbRecord) bare = fixture_new_event (150, "2026-04-15", FALSE);
  g_autoptr (SbEdition) edition = NULL;
  g_autofree char *text = NULL;

  sb_briefing_input_add (input, bare);
  edition = make (fixture, input, SB_LANGUAGE_FR);
  text = read_text (edition);

  g_assert_cmpuint (sb_edition_get_n_unsourced (edition), ==, 1);
  assert_has (text, "sans source");
}

/* A republication next to its original is one source. */
static void
test_one_origin (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (SbRecord) briefing = fixture_new_briefing ();
  g_autoptr (SbBriefingInput) input = sb_briefing_input_new (briefing);
  g_autoptr (SbRecord) event = fixture_new_event (150, "2026-04-15", FALSE);
  g_autoptr (SbRecord) original = fixture_new_evidence (event, 1, 1, "fr", SB_STANCE_SUPPORTS);
  g_autoptr (SbRecord) reprint = fixture_new_evidence (event, 2, 1, "fr", SB_STANCE_SUPPORTS);
  g_autoptr (SbRecord) opponent = fixture_new_evidence (event, 3, 3, "fr", SB_STANCE_CONTRADICTS);
  g_autoptr (SbEdition) edition = NULL;
  g_autofree char *text = NULL;

  sb_briefing_input_add (input, event);
  sb_briefing_input_add (input, original);
  sb_briefing_input_add (input, reprint);
  sb_briefing_input_add (input, opponent);
  edition = make (fixture, input, SB_LANGUAGE_FR);
  text = read_text (edition);

  g_assert_cmpuint (sb_edition_get_n_sources (edition), ==, 2);
  assert_has (text, "Contredit par Journal 3");
}

/* A block that was written by hand is printed in the place of its records. */
static void
test_section (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (SbRecord) plain = fixture_new_briefing ();
  SbRecordBuilder *builder = sb_record_builder_new_from (plain);
  SbRecordBuilder *section = sb_record_builder_new (&sb_briefing_section_schema);
  g_autoptr (SbRecord) briefing = NULL;
  g_autoptr (SbBriefingInput) input = NULL;
  g_autoptr (SbRecord) event = fixture_new_event (150, "2026-04-15", FALSE);
  g_autoptr (SbEdition) edition = NULL;
  g_autofree char *text = NULL;

  sb_record_builder_set_text (section, SB_BRIEFING_SECTION_BLOCK, "situation");
  sb_record_builder_set_words (section, SB_BRIEFING_SECTION_TEXT, "Écrit **à la main**.\n- un point\n- un autre", "By hand.");
  sb_record_builder_take_item (builder, SB_BRIEFING_SECTIONS, sb_record_builder_end (section));
  briefing = sb_record_builder_end (builder);
  input = sb_briefing_input_new (briefing);
  sb_briefing_input_add (input, event);
  edition = make (fixture, input, SB_LANGUAGE_FR);
  text = read_text (edition);

  assert_has (text, "Écrit à la main.");
  assert_has (text, "un autre");
  g_assert_null (strstr (text, "Fait 150"));
}

static void
test_nothing (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (SbRecord) briefing = fixture_new_briefing ();
  g_autoptr (SbBriefingInput) input = sb_briefing_input_new (briefing);
  g_autoptr (SbEdition) edition = sb_edition_new (fixture->template, input, SB_LANGUAGE_FR, fixture->typesetter, NULL);
  g_autofree char *text = read_text (edition);

  g_assert_cmpuint (sb_sheets_get_n_sheets (sb_edition_get_sheets (edition)), ==, 1);
  assert_has (text, "Rien n’est enregistré pour cette période.");
}

typedef struct
{
  Fixture *fixture;
  SbBriefingInput *input;
  GAsyncQueue *made; /* (element-type SbEdition) */
} Setter;

#define N_SETTINGS 12

static gpointer
set_editions (gpointer data)
{
  Setter *setter = data;

  for (guint i = 0; i < N_SETTINGS; i++)
    g_async_queue_push (setter->made, make (setter->fixture, setter->input, (SbLanguage) (i % SB_N_LANGUAGES)));
  return NULL;
}

/* Sheets are drawn and let go of in one thread while the typesetter that made them sets
 * others in another. */
static void
test_threads (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (SbBriefingInput) input = fixture_new_input (6);
  g_autoptr (GAsyncQueue) made = g_async_queue_new ();
  Setter setter = { fixture, input, made };
  GThread *thread = g_thread_new ("setter", set_editions, &setter);

  for (guint i = 0; i < N_SETTINGS; i++)
    {
      g_autoptr (SbEdition) edition = g_async_queue_pop (made);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 400);
      cairo_t *cr = cairo_create (surface);

      cairo_scale (cr, 0.5, 0.5);
      sb_sheets_draw (sb_edition_get_sheets (edition), 0, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  g_thread_join (thread);
}

int
main (int argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/briefing/edition/budget", test_budget },
    { "/briefing/edition/languages-agree", test_languages_agree },
    { "/briefing/edition/typing", test_typing },
    { "/briefing/edition/memory", test_memory },
    { "/briefing/edition/what-gives-way", test_what_gives_way },
    { "/briefing/edition/languages", test_languages },
    { "/briefing/edition/rules", test_rules },
    { "/briefing/edition/unsourced", test_unsourced },
    { "/briefing/edition/one-origin", test_one_origin },
    { "/briefing/edition/section", test_section },
    { "/briefing/edition/nothing", test_nothing },
    { "/briefing/edition/threads", test_threads },
  };

  g_setenv ("LC_ALL", "C", TRUE);
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C");
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
