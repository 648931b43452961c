/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "sb-document.h"
#include "sb-likeness-intake.h"
#include "sb-made-documents.h"
#include "sb-record-builder.h"

/* How long a document that comes waits until it is compared with 100,000 others: one
 * that is like none of them, and one that is a copy of one, with a lead of its own and
 * without a tail. What is printed is the time of a transaction for one document, all
 * that it reads and stores included. */

#define N_DOCUMENTS 100000
#define N_NEW       300

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
put_text (SbStore *store,
          const char *text)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbDate) date = sb_date_new ("2026-05-01", NULL);
  g_autoptr (SbRecord) document = NULL;

  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, "Copie");
  sb_record_builder_set_date (builder, SB_DOCUMENT_DATE, date);
  document = sb_record_builder_end (builder);
  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, text, NULL));
  sb_change_set_put_document (changes, document, blocks, NULL);
  if (sb_store_apply (store, changes, NULL) < 0)
    g_error ("A document was not stored");
}

/* Of the @number-th document: whole words of it turned round, so that it is none of
 * them, or most of it under a lead. */
static char *
make_text (SbStore *store,
           GArray *ids,
           guint number,
           gboolean is_copy)
{
  gint64 id = g_array_index (ids, gint64, number);
  g_autoptr (GPtrArray) blocks = sb_store_get_blocks (store, id, NULL);
  g_autofree char *text = sb_blocks_join (blocks);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n_words = g_strv_length (words);
  g_autoptr (GString) made = g_string_new (is_copy ? "Notre rédaction a reçu cette information ce matin. " : NULL);

  for (guint i = 0; i < (is_copy ? n_words * 4 / 5 : n_words); i++)
    g_string_append_printf (made, "%s ", words[is_copy ? i : n_words - 1 - i]);

  return g_string_free (g_steal_pointer (&made), FALSE);
}

static double
step (SbStore *store)
{
  gint64 start = g_get_monotonic_time ();
  gboolean goes_on;

  if (!sb_likeness_intake_step (store, NULL, 1, &goes_on, NULL))
    g_error ("A document was not compared");
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
measure (SbStore *store,
         GArray *ids,
         gboolean is_copy)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_NEW; i++)
    {
      g_autofree char *text = make_text (store, ids, i * (ids->len / N_NEW), is_copy);
      double time;

      put_text (store, text);
      time = step (store);
      g_array_append_val (times, time);
    }

  g_array_sort (times, compare_doubles);
  g_print ("%s: p50 %.2f ms, p95 %.2f ms, at most %.2f ms\n", is_copy ? "a copy" : "a text of its own",
           g_array_index (times, double, N_NEW / 2), g_array_index (times, double, N_NEW * 95 / 100),
           g_array_index (times, double, N_NEW - 1));
}

int
main (int argc,
      char **argv)
{
  guint n_documents = argc > 1 ? (guint) atoi (argv[1]) : N_DOCUMENTS;
  g_autofree char *folder = g_dir_make_tmp ("sb-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "catalogue.sqlite", NULL);
  g_autofree char *removal = g_strdup_printf ("rm -r '%s'", folder);
  g_autoptr (SbStore) store = sb_store_open (path, SB_STORE_CREATE, NULL);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOCUMENT);
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 start;
  gint64 n_listed;

  if (!sb_made_documents_add (store, 1, n_documents, NULL))
    g_error ("The documents were not made");

  start = g_get_monotonic_time ();
  if (!sb_likeness_intake_run (store, NULL, NULL, NULL))
    g_error ("The documents were not compared");
  g_print ("%u documents: %.1f s, %.2f ms each\n", n_documents, (double) (g_get_monotonic_time () - start) / 1e6,
           (double) (g_get_monotonic_time () - start) / 1e3 / n_documents);

  query->limit = 3000;
  documents = sb_store_list (store, query, NULL);
  for (guint i = 0; i < documents->len; i++)
    {
      gint64 id = sb_record_get_id (g_ptr_array_index (documents, i));

      g_array_append_val (ids, id);
    }

  measure (store, ids, FALSE);
  measure (store, ids, TRUE);
  query->limit = 0;
  query->flags = SB_QUERY_GROUPED;
  n_listed = sb_store_count (store, query, NULL);
  g_print ("%u stored, %" G_GINT64_FORMAT " listed\n", n_documents + 2 * N_NEW, n_listed);

  g_clear_object (&store);
  return g_spawn_command_line_sync (removal, NULL, NULL, NULL, NULL) ? 0 : 1;
}
