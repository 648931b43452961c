/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "sb-actor.h"
#include "sb-record-builder.h"
#include "sb-search-private.h"
#include "sb-store-check.h"
#include "sb-test-records.h"
#include "sb-test-search.h"

/* That the full-text index follows the records, whatever happens to it. */

#define N_KILLS 12

static const char *program;

/* Each member by itself: there may be anything between them. */
static void
check_row (const SbSearchRow *row,
           const SbSearchRow *expected)
{
  g_assert_cmpint (row->key, ==, expected->key);
  g_assert_cmpint (row->record, ==, expected->record);
  g_assert_cmpint (row->first_day, ==, expected->first_day);
  g_assert_cmpint (row->last_day, ==, expected->last_day);
  g_assert_cmpuint (row->n_words, ==, expected->n_words);
  g_assert_cmpuint (row->kind, ==, expected->kind);
  g_assert_cmpuint (row->languages, ==, expected->languages);
}

/* Compares what @reader has in memory with what a store has that reads all of it
 * now. */
static void
check_rows (SbTestSearch *fixture,
            SbStore *reader)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStore) fresh = sb_store_open (sb_store_get_path (fixture->store), SB_STORE_READ_ONLY, &error);
  g_autoptr (SbSearchAnswer) first = NULL;
  g_autoptr (SbSearchAnswer) second = NULL;
  const SbSearchRows *rows;
  const SbSearchRows *expected;

  g_assert_no_error (error);
  first = sb_test_search_for (reader, "assaut");
  second = sb_test_search_for (fresh, "assaut");
  g_assert_cmpint (first->total, ==, second->total);

  rows = _sb_search_index_get_rows (reader->search);
  expected = _sb_search_index_get_rows (fresh->search);
  g_assert_cmpuint (rows->rows->len, ==, expected->rows->len);
  for (guint i = 0; i < rows->rows->len; i++)
    check_row (&g_array_index (rows->rows, SbSearchRow, i), &g_array_index (expected->rows, SbSearchRow, i));
  g_assert_cmpfloat (rows->n_words, ==, expected->n_words);
  g_assert_cmpint (rows->n_live, ==, expected->n_live);
  g_assert_cmpint (rows->change, ==, expected->change);
}

/* What a store has in memory follows what others write: records that are added
 * and removed, what is undone, and an index that is made anew. */
static void
test_rows (SbTestSearch *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStore) reader = sb_store_open (sb_store_get_path (fixture->store), SB_STORE_READ_ONLY, &error);
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_ref_unref);

  g_assert_no_error (error);
  for (guint i = 0; i < 32; i++)
    {
      g_autofree char *day = g_strdup_printf ("2026-%02u-%02u", 1 + i * 7 % 12, 1 + i * 5 % 28);
      g_autoptr (SbRecord) event = sb_test_make_event (i % 3 == 0 ? "Assaut" : "Retrait", day);

      sb_test_put (fixture->store, event, NULL);
      g_ptr_array_add (refs, sb_record_dup_ref (event));
      if (i % 4 == 3)
        {
          g_autoptr (SbChangeSet) changes = sb_change_set_new ("Remove");

          sb_change_set_remove (changes, g_ptr_array_index (refs, i / 2));
          g_assert_cmpint (sb_store_apply (fixture->store, changes, NULL), >, 0);
          check_rows (fixture, reader);
        }
      if (i % 8 == 7)
        g_free (sb_store_undo (fixture->store, NULL));
      if (i % 2 == 1)
        sb_test_search_index (fixture->store);
      if (i == 20)
        g_assert_true (sb_store_rebuild_index (fixture->store, NULL, NULL, NULL));
      check_rows (fixture, reader);
    }
}

/* The child: stores documents and indexes them, until it is killed. */
static int
index_until_killed (const char *folder)
{
  g_autoptr (SbStore) store = sb_test_open_store (folder);

  for (guint i = 0;; i++)
    {
      for (guint j = 0; j < 20; j++)
        sb_test_search_add (store, "essai", "fr", "2026-04-25", "Une embuscade et un blocus, comme toujours.");
      puts ("stored");
      fflush (stdout);
      if (!sb_store_index (store, NULL, NULL, NULL))
        return 1;
    }
}

static void
test_killed (SbTestSearch *fixture,
             gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260425);

  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) child = NULL;
      g_autoptr (GDataInputStream) lines = NULL;
      g_autoptr (SbQuery) query = sb_query_new (SB_KIND_DOCUMENT);
      g_autoptr (SbSearchAnswer) answer = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *line = NULL;

      child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--index-until-killed", fixture->folder, NULL);
      g_assert_no_error (error);
      lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
      line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
      g_assert_nonnull (line);

      /* Somewhere in the middle of indexing, or of the next documents. */
      g_usleep ((gulong) g_rand_int_range (rand, 0, 6000));
      g_subprocess_send_signal (child, SIGKILL);
      g_subprocess_wait (child, NULL, NULL);

      answer = sb_test_search_for (fixture->store, "embuscade");
      g_assert_cmpint (answer->total + answer->n_unindexed, ==, sb_store_count (fixture->store, query, NULL));
      sb_test_search_index (fixture->store);
      g_clear_pointer (&answer, sb_search_answer_unref);
      answer = sb_test_search_for (fixture->store, "embuscades");
      g_assert_cmpint (answer->total, ==, sb_store_count (fixture->store, query, NULL));

      findings = sb_store_check (fixture->store, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (findings->len, ==, 0);
    }
}

static void
exec_on (const char *folder,
         const char *sql)
{
  g_autofree char *path = g_build_filename (folder, "catalogue.sqlite", NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* A damaged index is found out, told from damaged records, and made anew. */
static void
test_damaged (SbTestSearch *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *sql;
    guint count;
  } cases[] = {
    { "DELETE FROM search_row", 2 },
    { "UPDATE search_data SET block = zeroblob (length (block)) WHERE id > 10", 2 },
  };

  sb_test_search_add (fixture->store, "un", "fr", "2026-04-25", "Une embuscade.");
  sb_test_search_add (fixture->store, "deux", "fr", "2026-04-25", "Rien.");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GPtrArray) after = NULL;
      g_autoptr (SbRepair) repair = NULL;
      g_autoptr (GError) error = NULL;
      SbFinding *finding;

      sb_test_search_index (fixture->store);
      exec_on (fixture->folder, cases[i].sql);
      g_clear_object (&fixture->store);
      fixture->store = sb_test_open_store (fixture->folder);
      findings = sb_store_check (fixture->store, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (findings->len, ==, 1);
      finding = g_ptr_array_index (findings, 0);
      g_assert_cmpint (finding->code, ==, SB_FINDING_SEARCH_INDEX);
      g_assert_cmpuint (finding->count, ==, cases[i].count);

      repair = sb_store_repair (fixture->store, "Repair", NULL, &error);
      g_assert_no_error (error);
      g_assert_true (repair->is_indexed);
      after = sb_store_check (fixture->store, NULL, NULL, NULL, &error);
      g_assert_cmpuint (after->len, ==, 0);
      g_assert_cmpint (sb_test_search_count (fixture->store, "embuscade"), ==, 1);
    }
}

/* A record that is changed again and again does not make the index grow without
 * end, nor come up twice. */
static void
test_rewritten (SbTestSearch *fixture,
                gconstpointer data)
{
  g_autoptr (SbRecord) actor = sb_test_make_actor ("Katiba");

  for (guint i = 0; i < 50; i++)
    {
      SbRecordBuilder *builder = sb_record_builder_new_from (actor);
      g_autofree char *summary = g_strdup_printf ("Version %u", i);
      g_autoptr (SbRecord) changed = NULL;

      sb_record_builder_set_words (builder, SB_ACTOR_SUMMARY, summary, NULL);
      changed = sb_record_builder_end (builder);
      sb_test_put (fixture->store, changed, NULL);
      sb_test_search_index (fixture->store);
    }

  g_assert_cmpint (sb_test_search_count (fixture->store, "katiba"), ==, 1);
  g_assert_cmpint (sb_test_search_count (fixture->store, "49"), ==, 1);
  g_assert_cmpint (sb_test_search_count (fixture->store, "48"), ==, 0);
  g_assert_true (sb_store_rebuild_index (fixture->store, NULL, NULL, NULL));
  g_assert_cmpint (sb_test_search_count (fixture->store, "katiba"), ==, 1);
}

/* An index most of whose rows are of no record is made anew; fewer are left. */
static void
test_worn (SbTestSearch *fixture,
           gconstpointer data)
{
  static const struct
  {
    guint n_rows;
    gboolean is_anew;
  } cases[] = { { 3998, FALSE }, { 5998, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM search_row; WITH RECURSIVE n (i) AS "
                                              "(SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u) "
                                              "INSERT INTO search_row (key, kind, words, languages) SELECT i, 'document', 0, 0 FROM n; "
                                              "UPDATE search_state SET next = %u",
                                              cases[i].n_rows, cases[i].n_rows);
      const SbSearchRows *rows;

      sb_test_search_index (fixture->store);
      exec_on (fixture->folder, sql);
      for (guint j = 0; j < 2; j++)
        {
          g_autoptr (SbRecord) event = sb_test_make_event ("Assaut", "2026-04-25");

          sb_test_put (fixture->store, event, NULL);
        }
      sb_test_search_index (fixture->store);

      g_assert_cmpint (sb_test_search_count (fixture->store, "assaut"), ==, i == 0 ? 2 : 4);
      rows = _sb_search_index_get_rows (fixture->store->search);
      g_assert_cmpint (rows->rows->len, ==, cases[i].is_anew ? rows->n_live : cases[i].n_rows + 2);
    }
}

int
main (int argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*func) (SbTestSearch *, gconstpointer);
  } tests[] = {
    { "rows", test_rows },
    { "killed", test_killed },
    { "damaged", test_damaged },
    { "rewritten", test_rewritten },
    { "worn", test_worn },
  };

  if (argc == 3 && strcmp (argv[1], "--index-until-killed") == 0)
    return index_until_killed (argv[2]);

  program = argv[0];
  g_setenv ("SB_CLOCK", "2026-05-01T09:00:00Z", TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/catalogue/search-index/", tests[i].name, NULL);

      g_test_add (path, SbTestSearch, NULL, sb_test_search_open, tests[i].func, sb_test_search_close);
    }

  return g_test_run ();
}
