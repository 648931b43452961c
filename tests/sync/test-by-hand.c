/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-briefing-checks.h"
#include "sb-briefing-loader.h"
#include "sb-briefing.h"
#include "sb-dossier-reader.h"
#include "sb-filled-text.h"
#include "sb-test-records.h"

/* What fills a block from the catalogue, taken over to be written by hand, must pass the
 * checks that it passed before: nothing was changed. */

typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SbImportCounts counts;

  fixture->folder = sb_test_make_folder ();
  fixture->store = sb_test_open_store (fixture->folder);
  sb_dossier_read_sample (fixture->store, &counts, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->store);
  sb_test_remove_folder (fixture->folder);
}

static SbBriefingInput *
load (Fixture *fixture,
      SbTemplate *template,
      SbRecord *briefing)
{
  g_autoptr (GError) error = NULL;
  SbBriefingInput *input = sb_briefing_loader_load (fixture->store, briefing, template, &error);

  g_assert_no_error (error);
  return input;
}

/* Both editions. */
static GPtrArray *
check (SbTemplate *template,
       const SbBriefingInput *input)
{
  g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (SB_PAPER_A4);
  SbEdition *editions[SB_N_LANGUAGES];
  GPtrArray *findings;

  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    editions[language] = sb_edition_new (template, input, language, typesetter, NULL);
  findings = sb_briefing_checks_run (template, input, editions, SB_N_LANGUAGES);
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    sb_edition_unref (editions[language]);

  return findings;
}

static guint
count (GPtrArray *findings,
       const char *block)
{
  guint n_found = 0;

  for (guint i = 0; i < findings->len; i++)
    n_found += g_strcmp0 (((const SbBriefingFinding *) g_ptr_array_index (findings, i))->block, block) == 0;

  return n_found;
}

static void
tell (GPtrArray *findings,
      const char *block)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const SbBriefingFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *sentence = sb_briefing_finding_dup_sentence (finding, SB_LANGUAGE_EN);

      if (g_strcmp0 (finding->block, block) == 0)
        g_test_message ("%s, line %u: %s", sb_briefing_finding_get_code (finding), finding->line, sentence);
    }
}

/* The briefing with every block that the catalogue fills taken over. */
static SbRecord *
take_all_over (SbTemplate *template,
               const SbBriefingInput *input)
{
  SbRecord *briefing = g_object_ref (sb_briefing_input_get_briefing (input));
  g_autoptr (SbOutline) outline = sb_outline_new (template, briefing);

  for (guint i = 0; i < sb_outline_get_n_entries (outline); i++)
    {
      const SbOutlineEntry *entry = sb_outline_get_entry (outline, i);
      g_autoptr (SbOutline) so_far = sb_outline_new (template, briefing);
      g_autoptr (SbBilingual) text = entry->state == SB_OUTLINE_FILLED && !entry->is_hidden ? sb_filled_text_new (outline, input, entry->name) : NULL;

      if (text != NULL)
        {
          g_object_unref (briefing);
          briefing = sb_outline_take_over (so_far, entry->name, text);
        }
    }

  return briefing;
}

static GPtrArray *
list_briefings (Fixture *fixture)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_BRIEFING);
  g_autoptr (GError) error = NULL;
  GPtrArray *briefings = sb_store_list (fixture->store, query, &error);

  g_assert_no_error (error);
  return briefings;
}

static void
test_findings (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (GPtrArray) briefings = list_briefings (fixture);
  guint n_blocks = 0;
  guint n_worse = 0;

  for (guint i = 0; i < briefings->len; i++)
    {
      SbRecord *briefing = g_ptr_array_index (briefings, i);
      const char *name = sb_record_get_text (briefing, SB_BRIEFING_TEMPLATE);
      g_autoptr (SbTemplate) template = sb_template_new (name, NULL);
      g_autoptr (SbBriefingInput) input = load (fixture, template, briefing);
      g_autoptr (SbRecord) written = take_all_over (template, input);
      g_autoptr (SbBriefingInput) own = load (fixture, template, written);
      g_autoptr (SbOutline) outline = sb_outline_new (template, written);
      g_autoptr (GPtrArray) before = check (template, input);
      g_autoptr (GPtrArray) after = check (template, own);

      for (guint k = 0; k < sb_outline_get_n_entries (outline); k++)
        {
          const char *block = sb_outline_get_entry (outline, k)->name;

          n_blocks += sb_record_has (sb_outline_get_entry (outline, k)->section, SB_BRIEFING_SECTION_MADE_FROM);
          if (count (after, block) <= count (before, block))
            continue;
          g_test_message ("%s, %s: %u before, %u after", name, block, count (before, block), count (after, block));
          tell (before, block);
          g_test_message ("->");
          tell (after, block);
          n_worse++;
        }
    }
  g_assert_cmpuint (n_blocks, >, 20);
  g_assert_cmpuint (n_worse, ==, 0);
}

/* How many more findings than when it was filled the block "situation" has, with @find in
 * its French text replaced. */
static int
count_edited (SbTemplate *template,
              const SbBriefingInput *input,
              const char *find,
              const char *replacement)
{
  g_autoptr (SbOutline) outline = sb_outline_new (template, sb_briefing_input_get_briefing (input));
  g_autoptr (SbBilingual) made = sb_filled_text_new (outline, input, "situation");
  g_autoptr (SbRecord) taken = sb_outline_take_over (outline, "situation", made);
  g_autoptr (SbOutline) own = sb_outline_new (template, taken);
  g_autoptr (GString) text = g_string_new (sb_bilingual_get (made, SB_LANGUAGE_FR));
  g_autoptr (SbRecord) edited = NULL;
  g_autoptr (SbBriefingInput) edited_input = NULL;
  g_autoptr (GPtrArray) before = check (template, input);
  g_autoptr (GPtrArray) after = NULL;

  g_assert_cmpuint (g_string_replace (text, find, replacement, 1), ==, 1);
  edited = sb_outline_set_text (own, "situation", SB_LANGUAGE_FR, text->str);
  edited_input = sb_briefing_input_new_edited (input, edited);
  after = check (template, edited_input);
  tell (after, "situation");

  return (int) count (after, "situation") - (int) count (before, "situation");
}

/* What the author adds or changes is looked through, the rest of the block is not. */
static void
test_edited (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GPtrArray) briefings = list_briefings (fixture);

  for (guint i = 0; i < briefings->len; i++)
    {
      SbRecord *briefing = g_ptr_array_index (briefings, i);
      g_autoptr (SbTemplate) template = NULL;
      g_autoptr (SbBriefingInput) input = NULL;

      if (g_strcmp0 (sb_record_get_text (briefing, SB_BRIEFING_TEMPLATE), "situation") != 0)
        continue;
      template = sb_template_new ("situation", NULL);
      input = load (fixture, template, briefing);
      g_assert_cmpint (count_edited (template, input, "].", "]. Les FAMa ont perdu 12 hommes."), ==, 1);
      g_assert_cmpint (count_edited (template, input, "- **25", "- **Le 25"), ==, 0);
      g_assert_cmpint (count_edited (template, input, "- ", "Kidal est prise.\n\n- "), ==, 1);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (g_setenv ("SB_CLOCK", "2026-05-31T12:00:00Z", TRUE));
  g_test_add ("/sync/by-hand/findings", Fixture, NULL, set_up, test_findings, tear_down);
  g_test_add ("/sync/by-hand/edited", Fixture, NULL, set_up, test_edited, tear_down);

  return g_test_run ();
}
