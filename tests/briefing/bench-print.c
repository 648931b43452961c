/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-bench"

#include "config.h"

#include "sb-briefing.h"
#include "sb-edition.h"
#include "sb-map-sheet-private.h"
#include "sb-pdf-writer.h"
#include "sb-record-builder.h"

#include "briefing-fixture.h"

#include <stdlib.h>
#include <time.h>

/* Milliseconds of processor time: the situation report, composed and cut to two
 * pages by a typesetter that is new and by one that has done it before, and its
 * PDF; and a running text of 9,000 words. One line of JSON a figure. */

#define ROUNDS       7
#define N_EVENTS     40
#define N_PARAGRAPHS 150
#define WORDS_EACH   60
#define N_NOTES      40
#define N_PARTS      3 /* maps and tables */
#define N_ROWS       14

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static void
print_median (const char *what,
              double times[ROUNDS])
{
  qsort (times, ROUNDS, sizeof *times, compare);
  g_print ("{\"bench\":\"print\",\"what\":\"%s\",\"unit\":\"ms\",\"value\":%.1f}\n", what, times[ROUNDS / 2]);
}

static double
measure_pdf (SbSheets *sheets)
{
  double start = get_cpu_ms ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sb_pdf_render (sheets, &error);

  if (bytes == NULL)
    {
      g_printerr ("%s\n", error->message);
      exit (1);
    }

  return get_cpu_ms () - start;
}

static void
measure_situation (SbTemplate *template,
                   SbBasemapPainter *painter)
{
  double cold[ROUNDS], warm[ROUNDS], pdf[ROUNDS];
  g_autoptr (SbBriefingInput) input = fixture_new_input (N_EVENTS);

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (SB_PAPER_A4);
      double start = get_cpu_ms ();
      g_autoptr (SbEdition) first = sb_edition_new (template, input, SB_LANGUAGE_FR, typesetter, painter);
      g_autoptr (SbEdition) second = NULL;

      cold[i] = get_cpu_ms () - start;
      start = get_cpu_ms ();
      second = sb_edition_new (template, input, SB_LANGUAGE_FR, typesetter, painter);
      warm[i] = get_cpu_ms () - start;
      pdf[i] = measure_pdf (sb_edition_get_sheets (second));
    }
  print_median ("situation, first", cold);
  print_median ("situation, again", warm);
  print_median ("situation, PDF", pdf);
}

/* The analysis is written by hand, in both languages, and the French of it again and
 * again: no two alike. */
static SbRecord *
new_edited (SbRecord *briefing,
            const char *languages,
            guint number)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (briefing);
  SbRecordBuilder *section = sb_record_builder_new (&sb_briefing_section_schema);
  g_autofree char *text = g_strdup_printf ("Ce qui se joue tient en peu de mots, écrits pour la %u. fois.\n\nLes convois attendus ne passent plus.", number);

  sb_record_builder_set_text (section, SB_BRIEFING_SECTION_BLOCK, "analysis");
  sb_record_builder_set_words (section, SB_BRIEFING_SECTION_TEXT, text, "What is at stake is said in a few words.\n\nThe convoys do not pass any more.");
  sb_record_builder_take_item (builder, SB_BRIEFING_SECTIONS, sb_record_builder_end (section));
  sb_record_builder_set_text (builder, SB_BRIEFING_LANGUAGES, languages);

  return sb_record_builder_end (builder);
}

static void
measure_typing (SbTemplate *template,
                SbBasemapPainter *painter,
                const char *languages,
                const char *what)
{
  double times[ROUNDS];
  g_autoptr (SbBriefingInput) input = fixture_new_input (N_EVENTS);
  g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (SB_PAPER_A4);

  for (guint i = 0; i <= ROUNDS; i++)
    {
      g_autoptr (SbRecord) briefing = new_edited (sb_briefing_input_get_briefing (input), languages, i + 1);
      g_autoptr (SbBriefingInput) edited = sb_briefing_input_new_edited (input, briefing);
      double start = get_cpu_ms ();
      g_autoptr (SbEdition) edition = sb_edition_new (template, edited, SB_LANGUAGE_FR, typesetter, painter);

      /* The first one is set from nothing. */
      if (i > 0)
        times[i - 1] = get_cpu_ms () - start;
    }
  print_median (what, times);
}

/* No two alike: what was laid out before does not count. */
static char *
dup_paragraph (guint number,
               const char *first)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %u. ", first, number);
  for (guint k = 0; k < WORDS_EACH; k++)
    g_string_append_printf (text, "%s ", k % 7 == 0 ? "ravitaillement" : (k * 31 + number) % 3 == 0 ? "convois"
                                                                                                    : "attendus");
  if (number < N_NOTES)
    g_string_append_printf (text, "[^%u]", number + 1);

  return g_string_free (text, FALSE);
}

static SbComposition *
new_long_text (void)
{
  SbComposition *composition = sb_composition_new (SB_LANGUAGE_FR);

  for (guint i = 0; i < N_PARAGRAPHS; i++)
    {
      g_autofree char *text = dup_paragraph (i + N_NOTES, "Point");

      if (i % 8 == 0)
        sb_composition_append (composition, sb_piece_new (SB_PIECE_HEADING, 1, sb_rich_text_new_plain ("Situation")));
      sb_composition_append (composition, sb_piece_new (SB_PIECE_PARAGRAPH, 0, sb_rich_text_new_plain (text)));
    }

  return composition;
}

static SbPiece *
new_table (guint number)
{
  SbPiece *table = sb_piece_new (SB_PIECE_TABLE, 0, NULL);
  const double shares[] = { 1, 1, 2, 1 };

  for (guint i = 0; i < N_ROWS; i++)
    {
      SbPiece *row = sb_piece_new (SB_PIECE_ROW, 0, NULL);

      for (guint k = 0; k < G_N_ELEMENTS (shares); k++)
        {
          g_autofree char *text = g_strdup_printf ("Mesure %u.%u.%u, levée en partie", number, i, k);

          sb_piece_append (row, sb_piece_new (SB_PIECE_CELL, 0, sb_rich_text_new_plain (text)));
        }
      sb_piece_append (table, row);
    }
  sb_piece_set_shares (table, shares, G_N_ELEMENTS (shares));

  return table;
}

static SbPiece *
new_map (SbBasemapPainter *painter,
         SbBriefingInput *input)
{
  SbMapSheet *sheet = sb_map_sheet_new (painter, SB_LANGUAGE_FR, NULL);

  g_assert_true (sb_map_sheet_add (sheet, input, SB_MAP_LAYERS_ALL, NULL));

  return sb_piece_new_figure (sb_rich_text_new_plain ("Carte"), "Carte", 260, 200, _sb_map_sheet_draw_figure, sheet, (GDestroyNotify) sb_map_sheet_unref);
}

/* The first paragraph begins with @first. */
static SbComposition *
new_letter (SbBasemapPainter *painter,
            SbBriefingInput *input,
            const char *first)
{
  SbComposition *composition = sb_composition_new (SB_LANGUAGE_FR);

  sb_composition_set_layout (composition, SB_PAGE_LAYOUT_BOOK, TRUE);
  sb_composition_append (composition, sb_piece_new (SB_PIECE_CONTENTS, 3, NULL));
  for (guint i = 0; i < N_PARAGRAPHS; i++)
    {
      g_autofree char *text = dup_paragraph (i, i == 0 ? first : "Point");

      if (i % 8 == 0)
        {
          g_autofree char *anchor = g_strdup_printf ("heading-%u", i);
          SbPiece *heading = sb_piece_new (SB_PIECE_HEADING, i % 16 == 0 ? 1 : 2, sb_rich_text_new_plain ("Que peut-il se passer ?"));

          sb_piece_set_label (heading, "I.1", anchor);
          sb_composition_append (composition, heading);
        }
      sb_composition_append (composition, sb_piece_new (SB_PIECE_PARAGRAPH, 0, sb_rich_text_new_from_markup (text, SB_LANGUAGE_FR)));
      if (i % (N_PARAGRAPHS / N_PARTS) == 10)
        {
          sb_composition_append (composition, new_map (painter, input));
          sb_composition_append (composition, new_table (i));
        }
    }
  for (guint i = 0; i < N_NOTES; i++)
    {
      g_autofree char *note = g_strdup_printf ("Auteur %u, « Un titre assez long pour tenir deux lignes au pied de la page », *Journal*, 1er mai 2026, p. %u.", i, i + 1);

      sb_composition_add_note (composition, sb_rich_text_new_from_markup (note, SB_LANGUAGE_FR), sb_rich_text_new_plain ("art. cité"));
    }

  return composition;
}

static void
measure_letter (SbBasemapPainter *painter)
{
  double set[ROUNDS], again[ROUNDS], pdf[ROUNDS];
  g_autoptr (SbBriefingInput) input = fixture_new_input (N_EVENTS);
  g_autoptr (SbComposition) composition = new_letter (painter, input, "Point");
  g_autoptr (SbComposition) edited = new_letter (painter, input, "Reprise");
  guint n_pages = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (SB_PAPER_A4);
      double start = get_cpu_ms ();
      g_autoptr (SbSheets) sheets = sb_typesetter_set (typesetter, composition);
      g_autoptr (SbSheets) later = NULL;

      set[i] = get_cpu_ms () - start;
      start = get_cpu_ms ();
      later = sb_typesetter_set (typesetter, edited);
      again[i] = get_cpu_ms () - start;
      pdf[i] = measure_pdf (sheets);
      n_pages = sb_sheets_get_n_sheets (sheets);
    }
  print_median ("letter, set", set);
  print_median ("letter, set after an edit", again);
  print_median ("letter, PDF", pdf);
  g_print ("{\"bench\":\"print\",\"what\":\"letter\",\"unit\":\"pages\",\"value\":%u}\n", n_pages);
}

static void
measure_long_text (void)
{
  double set[ROUNDS], pdf[ROUNDS];
  g_autoptr (SbComposition) composition = new_long_text ();

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (SB_PAPER_A4);
      double start = get_cpu_ms ();
      g_autoptr (SbSheets) sheets = sb_typesetter_set (typesetter, composition);

      set[i] = get_cpu_ms () - start;
      pdf[i] = measure_pdf (sheets);
    }
  print_median ("9,000 words, set", set);
  print_median ("9,000 words, PDF", pdf);
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbBasemap) basemap = sb_basemap_new (&error);
  g_autoptr (SbTemplate) template = basemap != NULL ? sb_template_new ("situation", &error) : NULL;
  g_autoptr (SbBasemapPainter) painter = NULL;

  if (template == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  painter = sb_basemap_painter_new (basemap);
  measure_situation (template, painter);
  measure_typing (template, painter, "fr", "situation in one language, set after an edit");
  measure_typing (template, painter, "fr en", "situation in two languages, set after an edit");
  measure_long_text ();
  measure_letter (painter);

  return 0;
}
