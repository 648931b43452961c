/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-outline.h"

#include "briefing-fixture.h"
#include "sb-briefing-error.h"
#include "sb-briefing.h"
#include "sb-edition.h"
#include "sb-logo.h"
#include "sb-pdf-writer.h"
#include "sb-sheets-private.h"

#include <string.h>

static const char own_template[] = "[Template]\n"
                                   "Name=own\n"
                                   "Pages=2\n"
                                   "Blocks=masthead;situation;outlook;closing;sources\n"
                                   "[masthead]\nKind=masthead\n"
                                   "[situation]\nKind=items\nHeading=Situation\nHeading[fr]=La situation\nRecords=event\nMost=14\n"
                                   "[outlook]\nKind=columns\nBlocks=risks;advice\n"
                                   "[risks]\nKind=items\nHeading=Risks\nHeading[fr]=Risques\nRecords=judgement\nTopic=risk\n"
                                   "[advice]\nKind=items\nHeading=Advice\nHeading[fr]=Conseils\nRecords=recommendation\n"
                                   "[closing]\nKind=text\nHeading=Closing\nHeading[fr]=Pour finir\nLevel=2\nText=The end.\nText[fr]=La fin.\n"
                                   "[sources]\nKind=sources\nHeading=Sources\n";

static SbTemplate *
make_template (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (own_template, strlen (own_template));
  g_autoptr (GError) error = NULL;
  SbTemplate *template = sb_template_new_from_bytes (bytes, &error);

  g_assert_no_error (error);
  return template;
}

/* Takes @briefing over. */
static SbOutline *
outline_of (SbRecord *briefing)
{
  g_autoptr (SbTemplate) template = make_template ();
  g_autoptr (SbRecord) owned = briefing;

  g_assert_nonnull (briefing);
  return sb_outline_new (template, owned);
}

/* The names, children in brackets, hidden ones with a minus, lost ones with a question
 * mark. */
static char *
describe (const SbOutline *outline)
{
  GString *text = g_string_new (NULL);
  guint depth = 0;

  for (guint i = 0; i < sb_outline_get_n_entries (outline); i++)
    {
      const SbOutlineEntry *entry = sb_outline_get_entry (outline, i);

      if (entry->depth < depth)
        g_string_append_c (text, ')');
      g_string_append (text, entry->depth > depth ? "(" : i > 0 ? " "
                                                                : "");
      g_string_append_printf (text, "%s%s%s", entry->is_hidden ? "-" : "", entry->is_lost ? "?" : "", entry->name);
      depth = entry->depth;
    }
  if (depth > 0)
    g_string_append_c (text, ')');

  return g_string_free (text, FALSE);
}

static void
assert_order (const SbOutline *outline,
              const char *expected)
{
  g_autofree char *order = describe (outline);

  g_assert_cmpstr (order, ==, expected);
}

#define BASE_ORDER "masthead situation outlook(risks advice) closing sources"

static const struct
{
  const char *name;
  const char *parent;
  guint position;
  const char *order; /* NULL when it cannot be done */
} moves[] = {
  { "situation", NULL, 2, "masthead outlook(risks advice) situation closing sources" },
  { "sources", NULL, 0, "sources masthead situation outlook(risks advice) closing" },
  { "masthead", NULL, G_MAXUINT, "situation outlook(risks advice) closing sources masthead" },
  { "situation", NULL, 1, BASE_ORDER },
  { "advice", "outlook", 0, "masthead situation outlook(advice risks) closing sources" },
  { "advice", NULL, 1, "masthead advice situation outlook(risks) closing sources" },
  { "closing", "outlook", 1, "masthead situation outlook(risks closing advice) sources" },
  { "outlook", NULL, 0, "outlook(risks advice) masthead situation closing sources" },
  { "outlook", "outlook", 0, NULL },
  { "advice", "situation", 0, NULL },
  { "nothing", NULL, 0, NULL },
};

static void
test_move (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (SbOutline) outline = outline_of (fixture_new_briefing ());
      g_autoptr (SbRecord) moved = sb_outline_move (outline, moves[i].name, moves[i].parent, moves[i].position);
      g_autoptr (SbOutline) after = NULL;

      g_test_message ("%s to %s %u", moves[i].name, moves[i].parent != NULL ? moves[i].parent : "the page", moves[i].position);
      g_assert_true ((moved != NULL) == (moves[i].order != NULL));
      assert_order (outline, BASE_ORDER);
      if (moved == NULL)
        continue;
      after = outline_of (g_object_ref (moved));
      assert_order (after, moves[i].order);
    }
}

/* What is as it was leaves nothing behind. */
static void
test_back (void)
{
  g_autoptr (SbOutline) outline = outline_of (fixture_new_briefing ());
  SbRecord *first = sb_outline_get_briefing (outline);
  g_autoptr (SbOutline) moved = outline_of (sb_outline_move (outline, "advice", NULL, 0));
  g_autoptr (SbRecord) back = sb_outline_move (moved, "advice", "outlook", 1);
  g_autoptr (SbOutline) hidden = outline_of (sb_outline_hide (outline, "closing"));
  g_autoptr (SbRecord) shown = sb_outline_show (hidden, "closing");
  g_autoptr (SbOutline) titled = outline_of (sb_outline_set_title (outline, "closing", SB_LANGUAGE_FR, "Bilan"));
  g_autoptr (SbRecord) untitled = sb_outline_set_title (titled, "closing", SB_LANGUAGE_FR, "");
  g_autoptr (SbOutline) keyed = outline_of (sb_outline_set_key (outline, "situation", "Most", "3"));
  g_autoptr (SbRecord) unkeyed = sb_outline_set_key (keyed, "situation", "Most", "14");
  g_autoptr (SbOutline) set = outline_of (sb_outline_set_setting (outline, "Pages", "4"));
  g_autoptr (SbRecord) unset = sb_outline_set_setting (set, "Pages", NULL);

  g_assert_true (sb_record_equal (first, back));
  g_assert_true (sb_record_equal (first, shown));
  g_assert_true (sb_record_equal (first, untitled));
  g_assert_true (sb_record_equal (first, unkeyed));
  g_assert_true (sb_record_equal (first, unset));
  g_assert_false (sb_record_equal (first, sb_outline_get_briefing (keyed)));
  g_assert_cmpuint (sb_template_get_max_pages (sb_outline_get_template (set)), ==, 4);
}

static void
test_hide (void)
{
  g_autoptr (SbOutline) outline = outline_of (fixture_new_briefing ());
  g_autoptr (SbOutline) one = outline_of (sb_outline_hide (outline, "risks"));
  g_autoptr (SbOutline) both = outline_of (sb_outline_hide (one, "advice"));
  g_autoptr (SbOutline) columns = outline_of (sb_outline_hide (outline, "outlook"));
  SbTemplate *template = sb_outline_get_template (one);

  assert_order (one, "masthead situation outlook(-risks advice) closing sources");
  g_assert_cmpuint (sb_template_get_n_blocks (template), ==, 5);
  g_assert_cmpuint (sb_template_get_block (template, 2)->blocks->len, ==, 1);
  /* Columns without anything in them do not print. */
  g_assert_cmpuint (sb_template_get_n_blocks (sb_outline_get_template (both)), ==, 4);
  assert_order (columns, "masthead situation -outlook(-risks -advice) closing sources");
  g_assert_cmpuint (sb_template_get_n_blocks (sb_outline_get_template (columns)), ==, 4);
}

static void
test_all_hidden (void)
{
  static const char *const names[] = { "masthead", "situation", "outlook", "closing", "sources" };
  g_autoptr (SbOutline) outline = outline_of (fixture_new_briefing ());
  g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (SB_PAPER_A4);
  g_autoptr (SbTemplate) template = make_template ();
  g_autoptr (SbBriefingInput) input = NULL;
  g_autoptr (SbEdition) edition = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      SbOutline *next = outline_of (sb_outline_hide (outline, names[i]));

      sb_outline_unref (outline);
      outline = next;
    }

  g_assert_cmpuint (sb_template_get_n_blocks (sb_outline_get_template (outline)), ==, 0);
  g_assert_null (sb_outline_get_problem (outline));
  input = sb_briefing_input_new (sb_outline_get_briefing (outline));
  edition = sb_edition_new (template, input, SB_LANGUAGE_FR, typesetter, NULL);
  g_assert_cmpuint (sb_edition_get_n_words (edition), ==, 0);
}

static void
test_add (void)
{
  g_autoptr (SbOutline) outline = outline_of (fixture_new_briefing ());
  g_autofree char *name = sb_outline_dup_free_name (outline, SB_TEMPLATE_BLOCK_TEXT);
  g_autoptr (SbOutline) added = outline_of (sb_outline_add (outline, SB_TEMPLATE_BLOCK_TEXT, name, NULL, NULL, 1));
  g_autofree char *second = sb_outline_dup_free_name (added, SB_TEMPLATE_BLOCK_TEXT);
  g_autoptr (SbOutline) filled = outline_of (sb_outline_add (added, SB_TEMPLATE_BLOCK_ITEMS, "facts", "Records=event;claim\nMost=3\nHeading[fr]=Les faits", "outlook", 0));
  const SbOutlineEntry *entry = sb_outline_find (filled, "facts");
  g_autoptr (SbRecord) removed = sb_outline_remove (filled, "facts");
  g_autoptr (SbRecord) wrong = sb_outline_add (outline, SB_TEMPLATE_BLOCK_ITEMS, "wrong", "Records=documents", NULL, 0);
  g_autoptr (SbRecord) taken = sb_outline_add (outline, SB_TEMPLATE_BLOCK_TEXT, "closing", NULL, NULL, 0);
  g_autoptr (SbRecord) named = sb_outline_add (outline, SB_TEMPLATE_BLOCK_TEXT, "a;b", NULL, NULL, 0);
  g_autoptr (SbRecord) own = sb_outline_remove (outline, "closing");

  g_assert_cmpstr (name, ==, "text");
  g_assert_cmpstr (second, ==, "text-2");
  assert_order (added, "masthead text situation outlook(risks advice) closing sources");
  assert_order (filled, "masthead text situation outlook(facts risks advice) closing sources");
  g_assert_true (entry->is_added);
  g_assert_cmpint (entry->state, ==, SB_OUTLINE_FILLED);
  g_assert_cmpstr (sb_bilingual_get (entry->heading, SB_LANGUAGE_FR), ==, "Les faits");
  g_assert_cmpuint (entry->missing, ==, 1u << SB_LANGUAGE_EN);
  g_assert_true (sb_record_equal (removed, sb_outline_get_briefing (added)));
  g_assert_null (wrong);
  g_assert_null (taken);
  g_assert_null (named);
  /* A block of the template is hidden, not removed. */
  g_assert_null (own);
}

/* Columns that are taken out leave what they held. */
static void
test_columns (void)
{
  g_autoptr (SbOutline) outline = outline_of (fixture_new_briefing ());
  g_autoptr (SbOutline) added = outline_of (sb_outline_add (outline, SB_TEMPLATE_BLOCK_COLUMNS, "pair", NULL, NULL, 1));
  g_autoptr (SbOutline) one = outline_of (sb_outline_move (added, "situation", "pair", 0));
  g_autoptr (SbOutline) two = outline_of (sb_outline_move (one, "closing", "pair", 1));
  g_autoptr (SbOutline) removed = outline_of (sb_outline_remove (two, "pair"));

  g_assert_cmpuint (sb_template_get_n_blocks (sb_outline_get_template (added)), ==, 5);
  assert_order (two, "masthead pair(situation closing) outlook(risks advice) sources");
  g_assert_cmpuint (sb_template_get_block (sb_outline_get_template (two), 1)->blocks->len, ==, 2);
  assert_order (removed, "masthead situation closing outlook(risks advice) sources");
}

static void
test_text (void)
{
  g_autoptr (SbOutline) outline = outline_of (fixture_new_briefing ());
  g_autoptr (SbOutline) french = outline_of (sb_outline_set_text (outline, "situation", SB_LANGUAGE_FR, "À la main."));
  g_autoptr (SbOutline) both = outline_of (sb_outline_set_text (french, "situation", SB_LANGUAGE_EN, "By hand."));
  g_autoptr (SbOutline) filled = outline_of (sb_outline_fill (both, "situation"));
  g_autoptr (SbRecord) columns = sb_outline_set_text (outline, "outlook", SB_LANGUAGE_FR, "…");
  const SbOutlineEntry *entry = sb_outline_find (french, "situation");

  g_assert_cmpint (entry->state, ==, SB_OUTLINE_BY_HAND);
  g_assert_cmpuint (entry->missing, ==, 1u << SB_LANGUAGE_EN);
  g_assert_true (sb_record_get_boolean (entry->section, SB_BRIEFING_SECTION_MANUAL));
  g_assert_cmpstr (sb_outline_get_text (french, "situation", SB_LANGUAGE_FR), ==, "À la main.");
  g_assert_null (sb_outline_get_text (french, "situation", SB_LANGUAGE_EN));
  g_assert_cmpuint (sb_outline_find (both, "situation")->missing, ==, 0);
  g_assert_true (sb_record_equal (sb_outline_get_briefing (filled), sb_outline_get_briefing (outline)));
  g_assert_cmpint (sb_outline_find (outline, "closing")->state, ==, SB_OUTLINE_WRITTEN);
  g_assert_cmpstr (sb_outline_get_text (outline, "closing", SB_LANGUAGE_FR), ==, "La fin.");
  g_assert_null (columns);
}

static void
test_take_over (void)
{
  g_autoptr (SbOutline) outline = outline_of (fixture_new_briefing ());
  g_autoptr (SbBilingual) made = sb_bilingual_new ("Fait.", "Done.");
  g_autoptr (SbOutline) taken = outline_of (sb_outline_take_over (outline, "situation", made));
  g_autoptr (SbOutline) edited = outline_of (sb_outline_set_text (taken, "situation", SB_LANGUAGE_FR, "Refait."));
  g_autoptr (SbRecord) written = sb_outline_take_over (outline, "closing", made);
  SbRecord *section = sb_outline_find (edited, "situation")->section;

  g_assert_true (sb_bilingual_equal (sb_record_get_bilingual (section, SB_BRIEFING_SECTION_MADE_FROM), made));
  g_assert_cmpstr (sb_outline_get_text (edited, "situation", SB_LANGUAGE_FR), ==, "Refait.");
  g_assert_cmpstr (sb_outline_get_text (edited, "situation", SB_LANGUAGE_EN), ==, "Done.");
  g_assert_null (written);
}

static void
test_wrong_keys (void)
{
  g_autoptr (SbOutline) outline = outline_of (fixture_new_briefing ());
  g_autoptr (SbOutline) wrong = outline_of (sb_outline_set_key (outline, "situation", "Order", "sideways"));
  g_autoptr (SbOutline) setting = outline_of (sb_outline_set_setting (outline, "Notes", "margin"));
  g_autoptr (SbRecord) kind = sb_outline_set_key (outline, "situation", "Kind", "text");

  g_assert_nonnull (strstr (sb_outline_find (wrong, "situation")->problem, "sideways"));
  g_assert_cmpuint (sb_template_get_n_blocks (sb_outline_get_template (wrong)), ==, 5);
  g_assert_cmpuint (sb_template_get_block (sb_outline_get_template (wrong), 1)->most, ==, 14);
  g_assert_nonnull (strstr (sb_outline_get_problem (setting), "margin"));
  g_assert_null (kind);
}

static void
test_level (void)
{
  g_autoptr (SbOutline) outline = outline_of (fixture_new_briefing ());
  g_autoptr (SbOutline) lower = outline_of (sb_outline_set_level (outline, "situation", 3));
  g_autoptr (SbRecord) back = sb_outline_set_level (lower, "situation", 1);
  g_autoptr (SbRecord) none = sb_outline_set_level (outline, "situation", 4);

  g_assert_cmpuint (sb_outline_find (lower, "situation")->level, ==, 3);
  g_assert_cmpuint (sb_template_get_block (sb_outline_get_template (lower), 1)->level, ==, 3);
  g_assert_true (sb_record_equal (back, sb_outline_get_briefing (outline)));
  g_assert_null (none);
}

static void
test_comments (void)
{
  g_autoptr (SbOutline) outline = outline_of (fixture_new_briefing ());
  g_autoptr (SbOutline) one = outline_of (sb_outline_add_comment (outline, "closing", "Awa", "fin", "Trop court"));
  g_autoptr (SbOutline) two = outline_of (sb_outline_add_comment (one, NULL, NULL, NULL, "À relire"));
  g_autoptr (SbOutline) closed = outline_of (sb_outline_close_comment (two, 0));
  g_autoptr (SbRecord) reopened = sb_outline_reopen_comment (closed, 0);
  g_autoptr (SbRecord) removed = sb_outline_remove_comment (two, 1);
  g_autoptr (SbRecord) nowhere = sb_outline_add_comment (outline, "nothing", NULL, NULL, "?");
  g_autoptr (SbRecord) empty = sb_outline_add_comment (outline, NULL, NULL, NULL, "");
  SbRecord *comment = sb_record_get_item (sb_outline_get_briefing (two), SB_BRIEFING_COMMENTS, 0);

  g_assert_cmpstr (sb_record_get_text (comment, SB_BRIEFING_COMMENT_AUTHOR), ==, "Awa");
  g_assert_cmpint (sb_record_get_time (comment, SB_BRIEFING_COMMENT_WRITTEN), >, 0);
  g_assert_cmpuint (sb_outline_find (two, "closing")->n_comments, ==, 1);
  g_assert_cmpuint (sb_outline_find (closed, "closing")->n_comments, ==, 0);
  g_assert_true (sb_record_equal (reopened, sb_outline_get_briefing (two)));
  g_assert_true (sb_record_equal (removed, sb_outline_get_briefing (one)));
  g_assert_null (nowhere);
  g_assert_null (empty);
}

/* A text for a block that the template does not have is told, and can be dropped. */
static void
test_lost (void)
{
  g_autoptr (SbOutline) outline = outline_of (fixture_new_briefing ());
  g_autoptr (SbRecord) written = sb_outline_set_text (outline, "closing", SB_LANGUAGE_FR, "Texte");
  g_autoptr (SbTemplate) other = sb_template_new ("situation", NULL);
  g_autoptr (SbOutline) lost = sb_outline_new (other, written);
  const SbOutlineEntry *entry = sb_outline_find (lost, "closing");
  g_autoptr (SbRecord) removed = sb_outline_remove (lost, "closing");

  g_assert_nonnull (entry);
  g_assert_true (entry->is_lost);
  g_assert_cmpstr (sb_outline_get_text (lost, "closing", SB_LANGUAGE_FR), ==, "Texte");
  g_assert_true (sb_record_equal (removed, sb_outline_get_briefing (outline)));
}

/* What was issued is not edited: the next issue is. */
static void
test_issued (void)
{
  g_autoptr (SbRecord) plain = fixture_new_briefing ();
  SbRecordBuilder *builder = sb_record_builder_new_from (plain);
  g_autoptr (SbOutline) outline = NULL;
  g_autoptr (SbRecord) hidden = NULL;

  sb_record_builder_set_integer (builder, SB_BRIEFING_NUMBER, 4);
  sb_record_builder_set_time (builder, SB_BRIEFING_ISSUED, 1777485600);
  outline = outline_of (sb_record_builder_end (builder));
  hidden = sb_outline_hide (outline, "closing");
  g_assert_cmpint (sb_record_get_integer (hidden, SB_BRIEFING_NUMBER, 0), ==, 5);
  g_assert_false (sb_record_has (hidden, SB_BRIEFING_ISSUED));
}

/* The template was changed since the briefing put its blocks in order. */
static void
test_new_block (void)
{
  g_autoptr (SbOutline) outline = outline_of (fixture_new_briefing ());
  g_autoptr (SbRecord) moved = sb_outline_move (outline, "sources", NULL, 0);
  g_autoptr (GString) text = g_string_new (own_template);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SbTemplate) template = NULL;
  g_autoptr (SbOutline) after = NULL;

  g_string_replace (text, "outlook;closing;", "outlook;extra;", 0);
  g_string_replace (text, "[closing]", "[extra]", 0);
  bytes = g_bytes_new (text->str, text->len);
  template = sb_template_new_from_bytes (bytes, NULL);
  after = sb_outline_new (template, moved);
  assert_order (after, "sources masthead situation outlook(risks advice) extra");
}

/* The outline decides what prints; the paper tells where each block stands. */
static void
test_paper (void)
{
  g_autoptr (SbTemplate) template = make_template ();
  g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (SB_PAPER_A4);
  g_autoptr (SbOutline) outline = outline_of (fixture_new_briefing ());
  g_autoptr (SbOutline) first = outline_of (sb_outline_move (outline, "closing", NULL, 1));
  g_autoptr (SbOutline) written = outline_of (sb_outline_set_text (first, "closing", SB_LANGUAGE_FR, "Premier paragraphe.\n\n- un\n- deux\n\nDernier paragraphe."));
  g_autoptr (SbOutline) hidden = outline_of (sb_outline_hide (written, "sources"));
  g_autoptr (SbBriefingInput) events = fixture_new_input (5);
  g_autoptr (SbBriefingInput) input = sb_briefing_input_new (sb_outline_get_briefing (hidden));
  g_autoptr (SbEdition) edition = NULL;
  SbSheets *sheets;
  SbSheetPlace closing, situation, last, risks, advice, outlook;
  const SbSheetPlace *at;

  for (guint i = 0; i < SB_N_KINDS; i++)
    {
      GPtrArray *records = sb_briefing_input_get_all (events, i);

      for (guint k = 0; k < records->len; k++)
        sb_briefing_input_add (input, g_ptr_array_index (records, k));
    }
  edition = sb_edition_new (template, input, SB_LANGUAGE_FR, typesetter, NULL);
  sheets = sb_edition_get_sheets (edition);

  g_assert_true (sb_sheets_find_block (sheets, "closing", 0, &closing));
  g_assert_true (sb_sheets_find_block (sheets, "situation", 0, &situation));
  g_assert_true (sb_sheets_find_block (sheets, "outlook", 0, &outlook));
  g_assert_true (sb_sheets_find_block (sheets, "risks", 0, &risks));
  g_assert_true (sb_sheets_find_block (sheets, "advice", 0, &advice));
  g_assert_false (sb_sheets_find_block (sheets, "sources", 0, &last));
  g_assert_cmpuint (closing.sheet, ==, 0);
  g_assert_cmpfloat (closing.y + closing.height, <=, situation.y + 1);
  g_assert_cmpfloat (risks.x + risks.width, <, advice.x);
  g_assert_cmpfloat (outlook.width, >, risks.width + advice.width);
  g_assert_cmpfloat (closing.x + closing.width, <, sb_paper_get_width (SB_PAPER_A4));

  /* From the line of the text to the paper, and back. */
  g_assert_true (sb_sheets_find_block (sheets, "closing", 6, &last));
  g_assert_cmpuint (last.line, ==, 6);
  g_assert_cmpfloat (last.y, >, closing.y);
  at = sb_sheets_find_at (sheets, 0, last.x + last.width / 2, last.y + last.height / 2);
  g_assert_nonnull (at);
  g_assert_cmpstr (at->block, ==, "closing");
  g_assert_cmpuint (at->line, ==, 6);
  g_assert_true (sb_sheets_find_block (sheets, "closing", 4, &last));
  g_assert_cmpuint (last.line, ==, 3);
  g_assert_cmpstr (sb_sheets_find_at (sheets, risks.sheet, risks.x + 5, risks.y + 5)->block, ==, "risks");
  g_assert_null (sb_sheets_find_at (sheets, 0, 2, 2));
}

/* A cover with a logo and without an institution can be written as PDF. */
static void
check_cover (SbRecord *briefing,
             SbTypesetter *typesetter)
{
  g_autoptr (SbTemplate) letter = sb_template_new ("letter", NULL);
  SbRecordBuilder *builder = sb_record_builder_new_from (briefing);
  g_autoptr (SbRecord) bare = NULL;
  g_autoptr (SbBriefingInput) input = NULL;
  g_autoptr (SbEdition) edition = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  sb_record_builder_clear (builder, SB_BRIEFING_INSTITUTION);
  bare = sb_record_builder_end (builder);
  input = sb_briefing_input_new (bare);
  edition = sb_edition_new (letter, input, SB_LANGUAGE_FR, typesetter, NULL);
  pdf = sb_pdf_render (sb_edition_get_sheets (edition), &error);
  g_assert_no_error (error);
  g_assert_nonnull (pdf);
}

/* Pictures of 2 × 1 pixels, in colours and, in several scans, in greys; one of four inks, and
 * one of 4097 × 1 pixels. */
#define COLOURED_JPEG "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAABAAIDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABAX/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCeAEpP/9k="
#define GREY_JPEG     "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/wgALCAABAAIBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAf/aAAgBAQAAAAE//8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABBQJ//8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQAGPwJ//8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPyF//9oACAEBAAAAEP8A/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxB//9k="
#define INKED_JPEG    "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAUDg8SDw0UEhASFxUUGB4yIR4cHB49LC4kMklATEtHQEZFUFpzYlBVbVZFRmSIZW13e4GCgU5gjZeMfZZzfoF8/9sAQwEVFxceGh47ISE7fFNGU3x8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8/8AAFAgAAQACBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAABBv/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAUAQEAAAAAAAAAAAAAAAAAAAAA/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAA4EAQACEQMRBAAAPwDGAAgD/9k="
#define WIDE_JPEG     "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////wAALCAABEAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA//9k="

/* What is kept of a file; the first @n_bytes of it, or all. */
static void
test_logo_file (void)
{
  static const struct
  {
    const char *file; /* in base64 */
    gsize n_bytes;
    const char *start; /* (nullable) of the address */
    SbBriefingError code;
  } files[] = {
    { COLOURED_JPEG, G_MAXSIZE, "data:image/jpeg;base64,/9j/", 0 },
    { GREY_JPEG, G_MAXSIZE, "data:image/jpeg;base64,/9j/", 0 },
    { "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGPYGqwFRAAJewJlZppzlQAAAABJRU5ErkJggg==", G_MAXSIZE, "data:image/png;base64,iVBO", 0 },
    { COLOURED_JPEG, 100, NULL, SB_BRIEFING_ERROR_LOGO },
    { COLOURED_JPEG, 283, NULL, SB_BRIEFING_ERROR_LOGO },
    { COLOURED_JPEG, 0, NULL, SB_BRIEFING_ERROR_LOGO },
    { INKED_JPEG, G_MAXSIZE, NULL, SB_BRIEFING_ERROR_LOGO },
    { WIDE_JPEG, G_MAXSIZE, NULL, SB_BRIEFING_ERROR_LOGO_SIZE },
    { "iVBORw0KGgoAAAANSUhEUgAA//8AAAAB", G_MAXSIZE, NULL, SB_BRIEFING_ERROR_LOGO_SIZE },
    { "R0lGODlhAQABAAAAACw=", G_MAXSIZE, NULL, SB_BRIEFING_ERROR_LOGO },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      gsize length;
      g_autofree guchar *data = g_base64_decode (files[i].file, &length);
      g_autoptr (GBytes) file = g_bytes_new (data, MIN (length, files[i].n_bytes));
      g_autoptr (GError) error = NULL;
      g_autofree char *address = sb_logo_new_address (file, &error);

      g_assert_true (address != NULL ? error == NULL : g_error_matches (error, SB_BRIEFING_ERROR, (int) files[i].code));
      g_assert_true (files[i].start != NULL ? g_str_has_prefix (address, files[i].start) : address == NULL);
      g_assert_true (address == NULL || sb_logo_is_readable (address));
    }
}

/* A picture of 2 × 1 pixels; what is none prints nothing. */
static void
test_logo (void)
{
  static const struct
  {
    const char *address;
    gboolean prints;
  } logos[] = {
    { "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGPYGqwFRAAJewJlZppzlQAAAABJRU5ErkJggg==", TRUE },
    { "data:image/jpeg;base64," COLOURED_JPEG, TRUE },
    { "data:image/png;base64," COLOURED_JPEG, TRUE }, /* what it is, its bytes say */
    { "data:image/jpeg;base64,/9j/4AAQ", FALSE },
    { "data:image/png;base64,iVBORw0KGgo=", FALSE },
    { "https://example.org/logo.png", FALSE },
    { NULL, FALSE },
  };
  g_autoptr (SbTemplate) template = make_template ();
  g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (SB_PAPER_A4);

  for (guint i = 0; i < G_N_ELEMENTS (logos); i++)
    {
      g_autoptr (SbRecord) plain = fixture_new_briefing ();
      SbRecordBuilder *builder = sb_record_builder_new_from (plain);
      g_autoptr (SbRecord) briefing = NULL;
      g_autoptr (SbBriefingInput) input = NULL;
      g_autoptr (SbEdition) edition = NULL;
      GArray *marks;
      gboolean is_found = FALSE;

      sb_record_builder_set_text (builder, SB_BRIEFING_LOGO, logos[i].address);
      briefing = sb_record_builder_end (builder);
      input = sb_briefing_input_new (briefing);
      edition = sb_edition_new (template, input, SB_LANGUAGE_FR, typesetter, NULL);
      marks = _sb_sheets_get_marks (sb_edition_get_sheets (edition), 0);
      for (guint k = 0; k < marks->len; k++)
        {
          const SbMark *mark = &g_array_index (marks, SbMark, k);

          if (mark->kind != SB_MARK_FIGURE)
            continue;
          is_found = TRUE;
          g_assert_cmpfloat_with_epsilon (mark->width, 2 * mark->height, 0.01);
          g_assert_cmpfloat (mark->x + mark->width, <, sb_paper_get_width (SB_PAPER_A4));
          g_assert_cmpstr (sb_piece_get_alternative (mark->piece), ==, "Atelier du Sahel");
        }
      g_assert_true (is_found == logos[i].prints);
      if (is_found)
        check_cover (briefing, typesetter);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/briefing/outline/move", test_move);
  g_test_add_func ("/briefing/outline/back", test_back);
  g_test_add_func ("/briefing/outline/hide", test_hide);
  g_test_add_func ("/briefing/outline/all-hidden", test_all_hidden);
  g_test_add_func ("/briefing/outline/add", test_add);
  g_test_add_func ("/briefing/outline/columns", test_columns);
  g_test_add_func ("/briefing/outline/text", test_text);
  g_test_add_func ("/briefing/outline/take-over", test_take_over);
  g_test_add_func ("/briefing/outline/wrong-keys", test_wrong_keys);
  g_test_add_func ("/briefing/outline/level", test_level);
  g_test_add_func ("/briefing/outline/comments", test_comments);
  g_test_add_func ("/briefing/outline/lost", test_lost);
  g_test_add_func ("/briefing/outline/issued", test_issued);
  g_test_add_func ("/briefing/outline/new-block", test_new_block);
  g_test_add_func ("/briefing/outline/paper", test_paper);
  g_test_add_func ("/briefing/outline/logo", test_logo);
  g_test_add_func ("/briefing/outline/logo-file", test_logo_file);

  return g_test_run ();
}
