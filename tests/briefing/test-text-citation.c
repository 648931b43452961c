/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-text-citation.h"

#include "briefing-fixture.h"
#include "sb-briefing.h"
#include "sb-edition.h"
#include "sb-evidence.h"
#include "sb-outline.h"
#include "sb-sheets-private.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *uuids; /* joined by spaces; NULL when there is no citation */
  const char *rest;
} cases[] = {
  { "A fact [@0a-1].", "0a-1", "." },
  { "A fact [@0A-1; @0b-2] more", "0a-1 0b-2", " more" },
  { "[@a,@b @c]", "a b c", "" },
  { "[@a\n@b]", "a b", "" },
  { "A fact [@a] [@b][@c].", "a b c", "." },
  { "[@] and [@a", NULL, NULL },
  { "[@@x] [@ok]", "ok", "" },
  { "[^1] [a](b) user@example.org", NULL, NULL },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (SbTextCitation) found = { 0 };
      gboolean is_found = sb_text_citation_find (cases[i].text, 0, &found);

      g_assert_true (is_found == (cases[i].uuids != NULL));
      if (is_found)
        {
          g_autofree char *joined = NULL;

          g_ptr_array_add (found.uuids, NULL);
          joined = g_strjoinv (" ", (char **) found.uuids->pdata);
          g_assert_cmpstr (joined, ==, cases[i].uuids);
          g_assert_cmpstr (cases[i].text + found.end, ==, cases[i].rest);
        }
    }
}

static void
test_collect (void)
{
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  sb_text_citation_collect ("One [@a]. Two [@b; @a].", uuids);
  sb_text_citation_collect (NULL, uuids);
  text = sb_text_citation_format (uuids);
  g_assert_cmpstr (text, ==, "[@a; @b]");
}

/* What a paragraph of a text block comes to: of @text, in which %s is the UUID of an event
 * that documents 1 and 2 support, and document 3 contradicts when @is_disputed. */
static char *
compose (const char *text,
         SbLanguage language,
         const char *notes,
         gboolean is_disputed,
         guint *n_unsourced)
{
  g_autoptr (SbRecord) event = fixture_new_event (50, "2026-04-25", TRUE);
  g_autoptr (GString) written = g_string_new (text);
  g_autofree char *file = g_strdup_printf ("[Template]\nName=own\nNotes=%s\nBlocks=own;sources\n[own]\nKind=text\n[sources]\nKind=sources\n", notes);
  g_autoptr (GBytes) bytes = g_bytes_new (file, strlen (file));
  g_autoptr (SbTemplate) template = sb_template_new_from_bytes (bytes, NULL);
  g_autoptr (SbRecord) plain = fixture_new_briefing ();
  g_autoptr (SbOutline) outline = sb_outline_new (template, plain);
  g_autoptr (SbRecord) briefing = NULL;
  g_autoptr (SbBriefingInput) input = NULL;
  g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (SB_PAPER_A4);
  g_autoptr (SbEdition) edition = NULL;
  SbComposition *composition;

  g_string_replace (written, "%s", sb_record_get_uuid (event), 0);
  briefing = sb_outline_set_text (outline, "own", language, written->str);
  input = sb_briefing_input_new (briefing);
  sb_briefing_input_add (input, event);
  for (guint i = 1; i <= (is_disputed ? 3 : 2); i++)
    {
      g_autoptr (SbRecord) evidence = fixture_new_evidence (event, i, i, "fr", i == 3 ? SB_STANCE_CONTRADICTS : SB_STANCE_SUPPORTS);

      sb_briefing_input_add (input, evidence);
    }
  edition = sb_edition_new (template, input, language, typesetter, NULL);
  composition = _sb_sheets_get_composition (sb_edition_get_sheets (edition));
  *n_unsourced = sb_edition_get_n_unsourced (edition);
  g_assert_cmpint (sb_piece_get_kind (sb_composition_get_piece (composition, 0)), ==, SB_PIECE_PARAGRAPH);

  return g_strdup (sb_rich_text_get_text (sb_piece_get_text (sb_composition_get_piece (composition, 0))));
}

static const struct
{
  const char *text;
  SbLanguage language;
  const char *notes;
  gboolean is_disputed;
  const char *printed;
} printed[] = {
  /* Marks stand before the stop in French and behind it in English. */
  { "Bamako est attaquée [@%s]. Suite.", SB_LANGUAGE_FR, "end", FALSE, "Bamako est attaquée\342\201\2401\342\200\2572. Suite." },
  { "Bamako est attaquée. [@%s] Suite.", SB_LANGUAGE_FR, "end", FALSE, "Bamako est attaquée\342\201\2401\342\200\2572. Suite." },
  { "Bamako is attacked [@%s]. More.", SB_LANGUAGE_EN, "end", FALSE, "Bamako is attacked.\342\201\2401\342\200\2572 More." },
  { "Bamako is attacked. [@%s] More.", SB_LANGUAGE_EN, "end", FALSE, "Bamako is attacked.\342\201\2401\342\200\2572 More." },
  { "Bamako est attaquée [@%s].", SB_LANGUAGE_FR, "foot", FALSE, "Bamako est attaquée\342\201\2401." },
  { "**Bamako** [@%s] est attaquée.", SB_LANGUAGE_FR, "foot", FALSE, "Bamako\342\201\2401 est attaquée." },
  /* An unknown source is said to be one. */
  { "Bamako [@00000000-dead].", SB_LANGUAGE_FR, "end", FALSE, "Bamako source\302\240inconnue." },
};

static void
test_printed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (printed); i++)
    {
      guint n_unsourced;
      g_autofree char *text = compose (printed[i].text, printed[i].language, printed[i].notes, printed[i].is_disputed, &n_unsourced);

      g_assert_cmpstr (text, ==, printed[i].printed);
      g_assert_cmpuint (n_unsourced, ==, 0);
    }
}

/* Sources are all listed, though the block that cites them stands behind the list. */
static void
test_sources_first (void)
{
  static const char file[] = "[Template]\nName=own\nBlocks=sources;own\n[own]\nKind=text\nHeading=Own\n[sources]\nKind=sources\nHeading=Sources\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (file, strlen (file));
  g_autoptr (SbTemplate) template = sb_template_new_from_bytes (bytes, NULL);
  g_autoptr (SbRecord) event = fixture_new_event (50, "2026-04-25", TRUE);
  g_autoptr (SbRecord) evidence = fixture_new_evidence (event, 1, 1, "fr", SB_STANCE_SUPPORTS);
  g_autofree char *text = g_strdup_printf ("Fact [@%s].", sb_record_get_uuid (event));
  g_autoptr (SbRecord) plain = fixture_new_briefing ();
  g_autoptr (SbOutline) outline = sb_outline_new (template, plain);
  g_autoptr (SbRecord) briefing = sb_outline_set_text (outline, "own", SB_LANGUAGE_EN, text);
  g_autoptr (SbBriefingInput) input = sb_briefing_input_new (briefing);
  g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (SB_PAPER_A4);
  g_autoptr (SbEdition) edition = NULL;
  SbComposition *composition;

  sb_briefing_input_add (input, event);
  sb_briefing_input_add (input, evidence);
  edition = sb_edition_new (template, input, SB_LANGUAGE_EN, typesetter, NULL);
  composition = _sb_sheets_get_composition (sb_edition_get_sheets (edition));
  g_assert_cmpuint (sb_edition_get_n_sources (edition), ==, 1);
  g_assert_cmpint (sb_piece_get_kind (sb_composition_get_piece (composition, 0)), ==, SB_PIECE_HEADING);
  g_assert_cmpint (sb_piece_get_kind (sb_composition_get_piece (composition, 1)), ==, SB_PIECE_REFERENCES);
  g_assert_cmpuint (sb_piece_get_n_children (sb_composition_get_piece (composition, 1)), ==, 1);
  g_assert_cmpint (sb_piece_get_kind (sb_composition_get_piece (composition, 3)), ==, SB_PIECE_PARAGRAPH);
}

/* Sources that disagree are named, before the stop. */
static void
test_disputed (void)
{
  guint n_unsourced;
  g_autofree char *french = compose ("Bamako est attaquée [@%s]. Suite.", SB_LANGUAGE_FR, "end", TRUE, &n_unsourced);
  g_autofree char *english = compose ("Bamako is attacked [@%s]. More.", SB_LANGUAGE_EN, "foot", TRUE, &n_unsourced);

  g_test_message ("%s", french);
  g_test_message ("%s", english);
  g_assert_nonnull (strstr (french, "attaquée (selon "));
  g_assert_nonnull (strstr (french, "; contredit par "));
  g_assert_nonnull (strstr (french, "). Suite."));
  g_assert_nonnull (strstr (english, "attacked (according to "));
  g_assert_nonnull (strstr (english, "; contradicted by "));
  g_assert_nonnull (strstr (english, "). More."));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/briefing/text-citation/find", test_find);
  g_test_add_func ("/briefing/text-citation/collect", test_collect);
  g_test_add_func ("/briefing/text-citation/printed", test_printed);
  g_test_add_func ("/briefing/text-citation/sources-first", test_sources_first);
  g_test_add_func ("/briefing/text-citation/disputed", test_disputed);

  return g_test_run ();
}
