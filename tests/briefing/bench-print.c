/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-bench"

#include "config.h"

#include "sb-edition.h"
#include "sb-pdf-writer.h"

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

static SbComposition *
new_long_text (void)
{
  SbComposition *composition = sb_composition_new (SB_LANGUAGE_FR);

  for (guint i = 0; i < N_PARAGRAPHS; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      /* No two alike: what was laid out before does not count here. */
      g_string_append_printf (text, "Point %u. ", i);
      for (guint k = 0; k < WORDS_EACH; k++)
        g_string_append_printf (text, "%s ", k % 7 == 0 ? "ravitaillement" : (k * 31 + i) % 3 == 0 ? "convois"
                                                                                                   : "attendus");
      if (i % 8 == 0)
        sb_composition_append (composition, sb_piece_new (SB_PIECE_HEADING, 1, sb_rich_text_new_plain ("Situation")));
      sb_composition_append (composition, sb_piece_new (SB_PIECE_PARAGRAPH, 0, sb_rich_text_new_plain (text->str)));
    }

  return composition;
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
  measure_long_text ();

  return 0;
}
