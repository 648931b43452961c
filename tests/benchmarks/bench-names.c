/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "sb-gazetteer.h"
#include "sb-name-table.h"
#include "sb-recogniser.h"

/* How fast twenty thousand names are found in twenty megabytes of French, folding
 * included; beside ripgrep's time for the same names without any folding, where
 * it is installed. The text is that of the sample dossier, over and over with
 * other digits in it; the names are the gazetteer's and, to fill up, persons made of
 * the first names and surnames that ship. */

#define N_NAMES    20000
#define TEXT_BYTES (20 * 1000 * 1000)
#define N_TURNS    9

/* For the recogniser as a whole. */
#define DOCUMENT_BYTES   6000
#define RECOGNISED_BYTES (4 * 1000 * 1000)

static const char *const sources[] = {
  "data/sample/document-kayes.json",
  "data/sample/document-letter.json",
  "data/sample/document-oped.json",
  "data/sample/document-press.json",
  "data/sample/document-sitrep.json",
  "data/sample/documents-cited-kayes.json",
  "data/sample/events-2025.json",
  "data/sample/events-2026.json",
  "data/sample/claims.json",
  "data/sample/recommendations.json",
  "data/sample/actors-armed.json",
  "data/sample/restrictions.json",
  "data/sample/actors-persons.json",
  "data/sample/actors-institutions.json",
  "data/sample/judgements.json",
};

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* The time of the processor that this thread, or those programs that it ran, have
 * used; in seconds. Others may be at work on the machine. */
static double
get_own_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static double
get_time_of_children (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static GString *
make_text (void)
{
  g_autoptr (GString) once = g_string_new (NULL);
  GString *text = g_string_sized_new (TEXT_BYTES + 1024);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("SB_SOURCE_ROOT"), sources[i], NULL);
      g_autofree char *contents = NULL;
      gsize length;

      if (g_file_get_contents (path, &contents, &length, NULL))
        g_string_append_len (once, contents, (gssize) length);
    }

  g_assert_cmpuint (once->len, >, 0);
  while (text->len < TEXT_BYTES)
    g_string_append_printf (text, "%s\n%u\n", once->str, (guint) text->len);
  g_string_truncate (text, TEXT_BYTES);
  /* Lines as those of a text, for who goes by lines. */
  for (gsize i = 1; i < text->len; i++)
    if (text->str[i] == ' ' && text->str[i - 1] == '.')
      text->str[i] = '\n';
  while (!g_utf8_validate (text->str, (gssize) text->len, NULL))
    g_string_truncate (text, text->len - 1);
  return text;
}

/* The words of a file of data/names. */
static GStrv
read_words (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("SB_SOURCE_ROOT"), "data", "names", name, NULL);
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  return g_strsplit_set (contents, " \n#", -1);
}

static GPtrArray *
make_names (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbGazetteer) gazetteer = sb_gazetteer_new (&error);
  g_auto (GStrv) given = read_words ("given-names.txt");
  g_auto (GStrv) surnames = read_words ("surnames.txt");
  guint n_given = g_strv_length (given), n_surnames = g_strv_length (surnames);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  for (guint i = 0; i < sb_gazetteer_get_n_places (gazetteer); i++)
    for (guint j = 0; j < SB_N_LANGUAGES; j++)
      g_ptr_array_add (names, g_strdup (sb_gazetteer_get_place (gazetteer, i)->names[j]));

  for (guint i = 0; names->len < N_NAMES; i++)
    {
      const char *first = given[i % n_given], *last = surnames[(i / 7) % n_surnames];

      if (*first != '\0' && *last != '\0')
        g_ptr_array_add (names, g_strdup_printf ("%s %s", first, last));
    }

  return names;
}

/* The time that ripgrep takes, in seconds; below nought when it is not there. */
static double
time_ripgrep (GPtrArray *names,
              GString *text)
{
  g_autofree char *folder = g_dir_make_tmp ("sb-bench-XXXXXX", NULL);
  g_autofree char *names_path = g_build_filename (folder, "names", NULL);
  g_autofree char *text_path = g_build_filename (folder, "text", NULL);
  g_autofree char *program = g_find_program_in_path ("rg");
  g_autoptr (GString) lines = g_string_new (NULL);
  double times[3] = { -1 };

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (lines, "%s\n", (const char *) g_ptr_array_index (names, i));
  g_file_set_contents (names_path, lines->str, -1, NULL);
  g_file_set_contents (text_path, text->str, (gssize) text->len, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (times) && program != NULL; i++)
    {
      const char *arguments[] = { program, "-F", "-c", "-j1", "-f", names_path, text_path, NULL };
      double start = get_time_of_children ();

      g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, NULL, NULL);
      times[i] = get_time_of_children () - start;
    }

  g_unlink (names_path);
  g_unlink (text_path);
  g_rmdir (folder);
  if (program == NULL)
    return -1;

  qsort (times, G_N_ELEMENTS (times), sizeof (double), compare_doubles);
  return times[G_N_ELEMENTS (times) / 2];
}

/* All of the work on documents, and not the finding of names alone. */
static void
time_recogniser (GString *text)
{
  g_autoptr (GError) error = NULL;
  double start = get_own_time (), ready, done;
  g_autoptr (SbNameSet) names = sb_name_set_new_shipped (&error);
  const SbTextFacts facts = { .language = "fr" };
  guint n, n_mentions = 0;
  gsize n_bytes = 0;

  g_assert_no_error (error);
  ready = get_own_time ();
  while (n_bytes + DOCUMENT_BYTES < RECOGNISED_BYTES)
    {
      const char *document = g_utf8_find_next_char (text->str + n_bytes, NULL);
      g_autofree char *valid = g_utf8_make_valid (document, DOCUMENT_BYTES);
      g_autoptr (SbMentions) mentions = sb_recognise (names, valid, strlen (valid), &facts);

      sb_mentions_get (mentions, &n);
      n_mentions += n;
      n_bytes += DOCUMENT_BYTES;
    }

  done = get_own_time () - ready;
  g_print ("names that ship, read: %.1f ms\n", (ready - start) * 1000);
  g_print ("documents of %d kB, recognised: %.1f MB/s, %u mentions\n", DOCUMENT_BYTES / 1000,
           (double) n_bytes / 1e6 / done, n_mentions);
}

int
main (void)
{
  g_autoptr (GString) text = make_text ();
  g_autoptr (GPtrArray) names = make_names ();
  double build[N_TURNS], scan[N_TURNS], ripgrep;
  guint n_matches = 0;

  for (guint i = 0; i < N_TURNS; i++)
    {
      g_autoptr (SbNameTable) table = NULL;
      SbNameScan matches;
      SbNameMatch match;
      double start = get_own_time ();

      table = sb_name_table_new ((const char *const *) names->pdata, names->len);
      build[i] = get_own_time () - start;

      n_matches = 0;
      start = get_own_time ();
      sb_name_scan_init (&matches, table, text->str, text->len);
      while (sb_name_scan_next (&matches, &match))
        n_matches++;
      scan[i] = get_own_time () - start;
    }

  qsort (build, N_TURNS, sizeof (double), compare_doubles);
  qsort (scan, N_TURNS, sizeof (double), compare_doubles);
  ripgrep = time_ripgrep (names, text);
  g_print ("table of %u names: %.1f ms\n", names->len, build[N_TURNS / 2] * 1000);
  g_print ("%.1f MB, folding included: %.3f s, %.0f MB/s, %u names found\n", (double) text->len / 1e6,
           scan[N_TURNS / 2], (double) text->len / 1e6 / scan[N_TURNS / 2], n_matches);
  if (ripgrep > 0)
    g_print ("ripgrep -F, nothing folded: %.3f s, %.1f times as long\n", ripgrep, ripgrep / scan[N_TURNS / 2]);
  else
    g_print ("ripgrep is not installed\n");
  time_recogniser (text);
  return 0;
}
