/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-briefing.h"
#include "sb-claim.h"
#include "sb-edition.h"
#include "sb-figure.h"
#include "sb-likelihood-check-private.h"
#include "sb-restriction.h"
#include "sb-rich-text-spans-private.h"
#include "sb-sheets-private.h"

#include "briefing-fixture.h"

#include <string.h>

/* An edition of @input by a template that is this text. */
static SbEdition *
new_edition (const char *text,
             SbBriefingInput *input,
             SbLanguage language)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (SbTemplate) template = sb_template_new_from_bytes (bytes, &error);
  g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (SB_PAPER_A4);

  g_assert_no_error (error);

  return sb_edition_new (template, input, language, typesetter, NULL);
}

static SbComposition *
get_composition (SbEdition *edition)
{
  return _sb_sheets_get_composition (sb_edition_get_sheets (edition));
}

static void
append_piece (GString *text,
              const SbPiece *piece)
{
  SbRichText *own = sb_piece_get_text (piece);

  if (own != NULL)
    g_string_append_printf (text, "%s%s%s|", sb_piece_get_label (piece) != NULL ? sb_piece_get_label (piece) : "", sb_piece_get_label (piece) != NULL ? ":" : "", sb_rich_text_get_text (own));
  for (guint i = 0; i < sb_piece_get_n_children (piece); i++)
    append_piece (text, sb_piece_get_child (piece, i));
}

/* All texts of a document, with the numbers of headings before them. */
static char *
dup_text (SbEdition *edition)
{
  SbComposition *composition = get_composition (edition);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sb_composition_get_n_pieces (composition); i++)
    append_piece (text, sb_composition_get_piece (composition, i));

  return g_string_free (text, FALSE);
}

/* The keys without which a block of that kind is wrong. */
static const char *
get_needed_keys (const char *kind)
{
  if (g_str_equal (kind, "columns"))
    return "Blocks=b\n[b]\nKind=text\nText=x\n";
  if (g_str_equal (kind, "table"))
    return "Records=restriction\n";
  if (g_str_equal (kind, "items"))
    return "Records=event\n";
  if (g_str_equal (kind, "maps"))
    return "Dates=first;last\n";

  return "";
}

/* Each kind of block, alone on a page, has something to say of the fixture or says
 * nothing; of a dossier without records it says that there are none. */
static void
test_each (void)
{
  g_autoptr (SbRecord) briefing = fixture_new_briefing ();
  g_autoptr (SbBriefingInput) empty = sb_briefing_input_new (briefing);
  g_autoptr (SbBriefingInput) full = fixture_new_input (6);

  for (guint i = 0; i < SB_N_TEMPLATE_BLOCKS; i++)
    {
      const char *name = sb_template_get_block_name ((SbTemplateBlockKind) i);
      const char *more = get_needed_keys (name);
      g_autofree char *text = g_strdup_printf ("[Template]\nName=x\nLayout=%s\nBlocks=a;t\n[t]\nKind=text\nText=Last.\n[a]\nKind=%s\nHeading=Head\n%s", i % 2 == 0 ? "paper" : "book", name, more);
      g_autoptr (SbEdition) of_empty = new_edition (text, empty, SB_LANGUAGE_EN);
      g_autoptr (SbEdition) of_full = new_edition (text, full, SB_LANGUAGE_FR);
      g_autofree char *said = dup_text (of_full);

      g_test_message ("%s: %s", name, said);
      g_assert_cmpuint (sb_sheets_get_n_sheets (sb_edition_get_sheets (of_empty)), >, 0);
      g_assert_nonnull (strstr (said, "Last."));
    }
}

static void
set_date (SbRecordBuilder *builder,
          guint field,
          const char *edtf)
{
  g_autoptr (SbDate) date = sb_date_new (edtf, NULL);

  sb_record_builder_set_date (builder, field, date);
}

/* A blockade and a claim, both denied on @day. */
static void
add_denied (SbBriefingInput *input,
            const char *day)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_restriction_schema);
  SbRecordBuilder *claim_builder = sb_record_builder_new (&sb_claim_schema);
  SbRecordBuilder *statement = sb_record_builder_new (&sb_claim_statement_schema);
  g_autoptr (SbRef) denier = fixture_new_ref (SB_KIND_ACTOR, 899, "Commandement", "Command");
  g_autoptr (SbRecord) restriction = NULL;
  g_autoptr (SbRecord) claim = NULL;

  sb_record_builder_set_id (builder, 390);
  sb_record_builder_set_words (builder, SB_RESTRICTION_TITLE, "Blocus", "Blockade");
  set_date (builder, SB_RESTRICTION_SINCE, "2026-04-05");
  sb_record_builder_set_ref (builder, SB_RESTRICTION_DENIED_BY, denier);
  set_date (builder, SB_RESTRICTION_DENIED_ON, day);
  restriction = sb_record_builder_end (builder);
  sb_briefing_input_add (input, restriction);

  sb_record_builder_set_id (claim_builder, 391);
  sb_record_builder_set_words (claim_builder, SB_CLAIM_PROPOSITION, "La ville est assiégée.", "The town is besieged.");
  set_date (claim_builder, SB_CLAIM_DATE, "2026-04-05");
  sb_record_builder_set_ref (statement, SB_CLAIM_STATEMENT_SPEAKER, denier);
  sb_record_builder_set_term (statement, SB_CLAIM_STATEMENT_STANCE, SB_CLAIM_STANCE_DENIES);
  set_date (statement, SB_CLAIM_STATEMENT_DATE, day);
  sb_record_builder_take_item (claim_builder, SB_CLAIM_STATEMENTS, sb_record_builder_end (statement));
  claim = sb_record_builder_end (claim_builder);
  sb_briefing_input_add (input, claim);
}

/* A page as of the 29th tells of what was denied on that day, and nothing of what was
 * denied on the next: in a table, in prose and among what is said. */
static void
test_denials (void)
{
  static const char text[] = "[Template]\nName=x\nLayout=book\nBlocks=a;b;c\n[a]\nKind=table\nRecords=restriction\n"
                             "[b]\nKind=items\nRecords=restriction\n[c]\nKind=items\nRecords=claim\n";
  static const struct
  {
    const char *day;
    gboolean is_told;
  } cases[] = { { "2026-04-29", TRUE }, { "2026-04-30", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbBriefingInput) input = fixture_new_input (6);
      g_autoptr (SbEdition) edition = NULL;
      g_autofree char *said = NULL;

      add_denied (input, cases[i].day);
      edition = new_edition (text, input, SB_LANGUAGE_EN);
      said = dup_text (edition);
      g_test_message ("%s: %s", cases[i].day, said);
      g_assert_nonnull (strstr (said, "The town is besieged"));
      g_assert_cmpint (strstr (said, "–; denied by Command") != NULL, ==, cases[i].is_told);
      g_assert_cmpint (strstr (said, "Denied by Command.") != NULL, ==, cases[i].is_told);
      g_assert_cmpint (strstr (said, "besieged: denied by Command") != NULL, ==, cases[i].is_told);
    }
}

/* Headings are numbered in three levels; one that nothing follows takes no number and
 * is not there, and one that is set so has none. */
static void
test_numbers (void)
{
  static const char text[] =
    "[Template]\nName=x\nLayout=book\nNumbered=yes\nBlocks=a;b;c;d;e;f;g;h\n"
    "[a]\nKind=text\nHeading=Before\nUnnumbered=yes\nText=x\n"
    "[b]\nKind=text\nHeading=One\n"
    "[c]\nKind=text\nHeading=Sub\nLevel=2\nText=x\n"
    "[d]\nKind=text\nHeading=Deep\nLevel=3\nText=x\n"
    "[e]\nKind=text\nHeading=Empty\n"
    "[f]\nKind=text\nHeading=Hollow\nLevel=2\n"
    "[g]\nKind=text\nHeading=Two\nText=x\n"
    "[h]\nKind=text\nHeading=End\nLevel=2\n";
  g_autoptr (SbBriefingInput) input = fixture_new_input (1);
  g_autoptr (SbEdition) edition = new_edition (text, input, SB_LANGUAGE_EN);
  g_autofree char *said = dup_text (edition);

  g_assert_cmpstr (said, ==, "Before|x|I:One|I.1:Sub|x|I.1.a:Deep|x|II:Two|x|");
}

/* The parts of a document begin a page each, which their numbers and anchors know. */
static void
test_parts (void)
{
  static const char text[] =
    "[Template]\nName=x\nLayout=book\nNumbered=yes\nParts=%s\nBlocks=a;b;c;d;e;f\n"
    "[a]\nKind=text\nHeading=Before\nUnnumbered=yes\nText=x\n"
    "[b]\nKind=text\nHeading=One\nText=x\n"
    "[c]\nKind=text\nLevel=2\nHeading=Sub\nText=x\n"
    "[d]\nKind=text\nHeading=Nothing\n"
    "[e]\nKind=text\nHeading=Two\nText=x\n"
    "[f]\nKind=text\nHeading=After\nUnnumbered=yes\nText=x\n";
  g_autoptr (SbBriefingInput) input = fixture_new_input (1);

  for (guint parts = 0; parts < 2; parts++)
    {
      g_autofree char *template = g_strdup_printf (text, parts ? "yes" : "no");
      g_autoptr (SbEdition) edition = new_edition (template, input, SB_LANGUAGE_EN);
      g_autofree char *said = dup_text (edition);

      g_assert_cmpstr (said, ==, "Before|x|I:One|x|I.1:Sub|x|II:Two|x|After|x|");
      g_assert_cmpuint (sb_sheets_get_n_sheets (sb_edition_get_sheets (edition)), ==, parts ? 3 : 1);
    }
}

/* The plan announces the sections that are there, and those alone; a question loses its
 * mark inside of the sentence, and its capital. */
static void
test_plan (void)
{
  static const char text[] =
    "[Template]\nName=x\nLayout=book\nNumbered=yes\nBlocks=p;a;b;c;d\n[p]\nKind=plan\n"
    "[a]\nKind=text\nHeading=What happened?\nText=x\n"
    "[b]\nKind=text\nHeading=Nothing\n"
    "[c]\nKind=text\nHeading=UN and others\nText=x\n"
    "[d]\nKind=text\nHeading=Sources\nUnnumbered=yes\nText=x\n";
  g_autoptr (SbBriefingInput) input = fixture_new_input (1);
  g_autoptr (SbEdition) edition = new_edition (text, input, SB_LANGUAGE_EN);
  g_autofree char *said = dup_text (edition);

  g_assert_true (g_str_has_prefix (said, "It takes up, in turn: (1)\302\240what happened and (2)\302\240UN and others.|"));
}

/* Texts are Markdown; what it does not know is text. */
static void
test_markdown (void)
{
  static const char text[] =
    "[Template]\nName=x\nLayout=paper\nNotes=%s\nBlocks=a;s\n[s]\nKind=sources\n"
    "[a]\nKind=text\nLevel=1\nText=Une *note*[^n] et **deux** [liens](x).\\n\\n- un\\n- deux\\n  - trois\\n\\n> Dit.\\n\\n## Titre\\n\\nFin * seule.\\n\\n[^n]: Voir *là*.\n";
  g_autoptr (SbBriefingInput) input = fixture_new_input (1);

  for (guint at_foot = 0; at_foot < 2; at_foot++)
    {
      g_autofree char *template = g_strdup_printf (text, at_foot ? "foot" : "end");
      g_autoptr (SbEdition) edition = new_edition (template, input, SB_LANGUAGE_FR);
      SbComposition *composition = get_composition (edition);
      g_autofree char *said = dup_text (edition);

      g_test_message ("%s", said);
      g_assert_true (g_str_has_prefix (said, "Une note\342\201\2401 et deux liens.|un|deux|trois|Dit.|Titre|Fin * seule.|"));
      g_assert_cmpuint (sb_composition_get_n_notes (composition), ==, at_foot);
      if (at_foot)
        g_assert_cmpstr (sb_rich_text_get_text (sb_composition_get_note (composition, 1, FALSE)), ==, "Voir là.");
      else
        g_assert_nonnull (strstr (said, "Voir là."));
    }
}

/* The sources of a fact are one note; its number goes up from fact to fact, also where the
 * same sources come again, and the second time a source is named, it is named shortly. */
static void
test_notes (void)
{
  static const char text[] = "[Template]\nName=x\nLayout=book\nNotes=foot\nBlocks=a\n[a]\nKind=items\nRecords=event\nOrder=oldest-first\n";
  g_autoptr (SbBriefingInput) input = fixture_new_input (6); /* of three documents, in turn */
  g_autoptr (SbEdition) edition = new_edition (text, input, SB_LANGUAGE_FR);
  SbComposition *composition = get_composition (edition);

  g_assert_cmpuint (sb_composition_get_n_notes (composition), ==, 6);
  g_assert_cmpuint (sb_edition_get_n_sources (edition), ==, 3);
  for (guint i = 1; i <= 3; i++)
    {
      const char *full = sb_rich_text_get_text (sb_composition_get_note (composition, i, FALSE));
      const char *brief = sb_rich_text_get_text (sb_composition_get_note (composition, i, TRUE));

      g_assert_nonnull (strstr (full, "1er\302\240mai\302\2402026."));
      g_assert_true (g_str_has_suffix (brief, "art. cité."));
      g_assert_cmpuint (strlen (brief), <, strlen (full));
      g_assert_cmpstr (sb_rich_text_get_text (sb_composition_get_note (composition, i + 3, FALSE)), ==, brief);
    }
}

static const struct
{
  SbLanguage language;
  const char *text;
  guint n_off_scale;
  guint n_mixed;
} likelihoods[] = {
  { SB_LANGUAGE_EN, "The truce will likely hold.", 0, 0 },
  { SB_LANGUAGE_EN, "Perhaps it will. It is plausible.", 2, 0 },
  { SB_LANGUAGE_EN, "He said “perhaps” and left.", 0, 0 },
  { SB_LANGUAGE_EN, "We judge with high confidence that it is very likely.", 0, 1 },
  { SB_LANGUAGE_EN, "It is very likely. We have high confidence.", 0, 0 },
  { SB_LANGUAGE_EN, "The perhapses of a plausibility", 0, 0 },
  { SB_LANGUAGE_FR, "Il n’est pas exclu qu’il cède ; c’est peut-être sûr.", 2, 0 },
  { SB_LANGUAGE_FR, "La route peut être coupée, et peut\302\240être rouverte.", 0, 0 },
  { SB_LANGUAGE_FR, "La route peut être coupée ; elle l’est peut\342\200\221être déjà.", 1, 0 },
  { SB_LANGUAGE_FR, "Probable, avec une confiance élevée.", 0, 1 },
};

static void
test_likelihoods (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (likelihoods); i++)
    {
      g_autoptr (SbComposition) composition = sb_composition_new (likelihoods[i].language);
      SbLikelihoodCheck check;

      sb_composition_append (composition, sb_piece_new (SB_PIECE_PARAGRAPH, 0, sb_rich_text_new_plain (likelihoods[i].text)));
      check = _sb_likelihood_check (composition);
      g_test_message ("%s", likelihoods[i].text);
      g_assert_cmpuint (check.n_off_scale, ==, likelihoods[i].n_off_scale);
      g_assert_cmpuint (check.n_mixed, ==, likelihoods[i].n_mixed);
    }
}

/* What the caller says goes before the template, and the briefing before that. */
static void
test_words (void)
{
  static const char text[] = "[Template]\nName=x\nLayout=book\nSeries=Series\nAuthor=Nobody\nMarking=None\nBlocks=a\n[a]\nKind=cover\n";
  g_autoptr (SbBriefingInput) input = fixture_new_input (1);
  g_autofree char *said = NULL;
  g_autoptr (SbEdition) edition = NULL;

  sb_briefing_input_set_words (input, SB_TEMPLATE_WORDS_MARKING, "TLP:RED");
  edition = new_edition (text, input, SB_LANGUAGE_EN);
  said = dup_text (edition);
  g_assert_nonnull (strstr (said, "Series|"));
  g_assert_nonnull (strstr (said, "Awa Keïta|"));
  g_assert_nonnull (strstr (said, "TLP:RED|"));
  g_assert_null (strstr (said, "TLP:GREEN"));
  g_assert_null (strstr (said, "Nobody"));
}

/* A table has no column that nothing is known for: these judgements have neither a place
 * nor a horizon. */
static void
test_columns (void)
{
  static const char text[] = "[Template]\nName=x\nLayout=paper\nBlocks=a\n[a]\nKind=risks\nLevel=2\n";
  g_autoptr (SbBriefingInput) input = fixture_new_input (1);
  g_autoptr (SbEdition) edition = new_edition (text, input, SB_LANGUAGE_EN);
  g_autofree char *said = dup_text (edition);

  g_test_message ("%s", said);
  g_assert_true (g_str_has_prefix (said, "What may come|Likelihood|Confidence|The pressure will last"));
}

static void
add_figure (SbBriefingInput *input,
            gint64 id,
            const char *uuid,
            const char *label)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_figure_schema);
  g_autoptr (SbRecord) figure = NULL;

  sb_record_builder_set_id (builder, id);
  sb_record_builder_set_uuid (builder, uuid);
  sb_record_builder_set_words (builder, SB_FIGURE_LABEL, label, label);
  sb_record_builder_set_real (builder, SB_FIGURE_LOW, 7);
  figure = sb_record_builder_end (builder);
  sb_briefing_input_add (input, figure);
}

/* The figures that were chosen print in the order of the choice, however few there may
 * be else; one that is not known any more is passed over. */
static void
test_chosen_figures (void)
{
  static const char text[] =
    "[Template]\nName=x\nBlocks=a\n[a]\nKind=figures\nMost=1\n"
    "Figures=0192f3a4-0000-7000-8000-000000000013;0192f3a4-0000-7000-8000-000000000019;0192f3a4-0000-7000-8000-000000000011\n";
  g_autoptr (SbBriefingInput) input = fixture_new_input (1);
  g_autoptr (SbEdition) edition = NULL;
  g_autofree char *said = NULL;
  GPtrArray *figures;

  add_figure (input, 801, "0192f3a4-0000-7000-8000-000000000011", "One");
  add_figure (input, 802, "0192f3a4-0000-7000-8000-000000000012", "Two");
  add_figure (input, 803, "0192f3a4-0000-7000-8000-000000000013", "Three");
  edition = new_edition (text, input, SB_LANGUAGE_EN);
  said = dup_text (edition);
  g_assert_nonnull (strstr (said, "Three"));
  g_assert_nonnull (strstr (said, "One"));
  g_assert_null (strstr (said, "Two"));
  g_assert_true (strstr (said, "Three") < strstr (said, "One"));

  figures = sb_edition_get_key_figures (edition, "a");
  g_assert_cmpuint (figures->len, ==, 2);
  g_assert_cmpstr (sb_record_get_words (g_ptr_array_index (figures, 0), SB_FIGURE_LABEL, SB_LANGUAGE_EN), ==, "Three");
  g_assert_null (sb_edition_get_key_figures (edition, "b"));
}

static guint
count_items (SbEdition *edition)
{
  SbComposition *composition = get_composition (edition);
  guint n_items = 0;

  for (guint i = 0; i < sb_composition_get_n_pieces (composition); i++)
    if (sb_piece_get_kind (sb_composition_get_piece (composition, i)) == SB_PIECE_LIST)
      n_items += sb_piece_get_n_children (sb_composition_get_piece (composition, i));

  return n_items;
}

/* What was told is not told again where that is said, and may be where it is not. */
static void
test_once (void)
{
  static const char text[] = "[Template]\nName=x\nLayout=paper\nBlocks=a;b\n[a]\nKind=items\nRecords=event\nMost=2\n[b]\nKind=items\nRecords=event\nOnce=%s\n";
  g_autoptr (SbBriefingInput) input = fixture_new_input (5);

  for (guint once = 0; once < 2; once++)
    {
      g_autofree char *template = g_strdup_printf (text, once ? "yes" : "no");
      g_autoptr (SbEdition) edition = new_edition (template, input, SB_LANGUAGE_EN);

      g_assert_cmpuint (count_items (edition), ==, once ? 5 : 7);
    }
}

/* The strong words of a text, each run with a stroke behind it. */
static char *
dup_strong (SbRichText *text)
{
  g_autoptr (GArray) spans = _sb_rich_text_list_spans (text);
  GString *strong = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const SbSpan *span = &g_array_index (spans, SbSpan, i);

      if (span->is_bold)
        g_string_append_printf (strong, "%.*s|", (int) (span->end - span->start), sb_rich_text_get_text (text) + span->start);
    }

  return g_string_free (strong, FALSE);
}

/* In a notice, the words that are not those of the other issue stand out. */
static void
test_correction (void)
{
  static const char text[] = "[Template]\nName=x\nLayout=paper\nBlocks=a\n[a]\nKind=corrections\n";
  static const struct
  {
    const char *before;
    const char *after;
    const char *cells[2];
    const char *strong[2];
  } lines[] = {
    { "The army left Kidal.", "The army fled Kidal. Later it came back.", { "The army left Kidal.", "The army fled Kidal. Later it came back." }, { "left|", "fled|Later it came back.|" } },
    { "A line * that goes.", NULL, { "A line * that goes.", "to be left out" }, { "", "" } },
    { NULL, "A new one.", { "–", "A new one." }, { "", "" } },
  };
  g_autoptr (SbBriefingInput) input = fixture_new_input (1);
  g_autoptr (SbEdition) edition = NULL;
  SbCorrection *correction = g_new0 (SbCorrection, 1);
  SbPiece *table;

  correction->lines[SB_LANGUAGE_EN] = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_issue_difference_free);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      SbIssueDifference *line = g_new0 (SbIssueDifference, 1);

      *line = (SbIssueDifference) { g_strdup ("b"), g_strdup ("Facts"), g_strdup (lines[i].before), g_strdup (lines[i].after) };
      g_ptr_array_add (correction->lines[SB_LANGUAGE_EN], line);
    }
  sb_briefing_input_take_correction (input, correction);
  edition = new_edition (text, input, SB_LANGUAGE_EN);
  table = sb_composition_get_piece (get_composition (edition), sb_composition_get_n_pieces (get_composition (edition)) - 1);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    for (guint k = 0; k < 2; k++)
      {
        SbRichText *cell = sb_piece_get_text (sb_piece_get_child (sb_piece_get_child (table, i + 1), k + 1));
        g_autofree char *strong = dup_strong (cell);

        g_assert_cmpstr (sb_rich_text_get_text (cell), ==, lines[i].cells[k]);
        g_assert_cmpstr (strong, ==, lines[i].strong[k]);
      }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/briefing/blocks/chosen-figures", test_chosen_figures);
  g_test_add_func ("/briefing/blocks/each", test_each);
  g_test_add_func ("/briefing/blocks/denials", test_denials);
  g_test_add_func ("/briefing/blocks/numbers", test_numbers);
  g_test_add_func ("/briefing/blocks/parts", test_parts);
  g_test_add_func ("/briefing/blocks/plan", test_plan);
  g_test_add_func ("/briefing/blocks/markdown", test_markdown);
  g_test_add_func ("/briefing/blocks/notes", test_notes);
  g_test_add_func ("/briefing/blocks/likelihoods", test_likelihoods);
  g_test_add_func ("/briefing/blocks/words", test_words);
  g_test_add_func ("/briefing/blocks/columns", test_columns);
  g_test_add_func ("/briefing/blocks/once", test_once);
  g_test_add_func ("/briefing/blocks/correction", test_correction);

  return g_test_run ();
}
