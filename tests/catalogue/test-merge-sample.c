/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <sqlite3.h>

#include "sb-dossier-reader.h"
#include "sb-merge.h"
#include "sb-store-private.h"
#include "sb-test-records.h"

/* Merges and partings of the sample dossier, whose actors and places are woven
 * into each other as real ones are: whatever was merged, and in whatever order it
 * is parted, every table is what it was. */

#define N_RECORDS     16
#define N_PAIRED      5
#define N_ROUNDS_SLOW 40
#define N_MERGES      8

/* Rounds that went wrong once: what came by way of three merges, and was parted
 * from the middle. */
static const guint32 seeds[] = { 3396518704, 2158838767, 3892619414, 3173163783 };

typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) */
  GArray *actors; /* (owned) (element-type gint64) those that most is tied to */
  GArray *places; /* (owned) (element-type gint64) */
} Fixture;

/* The ids of the records of @kind that are named most. */
static GArray *
list_most_named (SbStore *store,
                 const char *kind,
                 guint limit)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) error = NULL;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  statement = sb_connection_prepare (store->connection,
                                     "SELECT r.id FROM record AS r JOIN reference AS n ON n.target = r.id WHERE r.kind = :kind "
                                     "GROUP BY r.id ORDER BY count (*) DESC LIMIT :limit",
                                     &error);
  g_assert_no_error (error);
  sb_statement_bind_text (statement, ":kind", kind);
  sb_statement_bind_int (statement, ":limit", limit);
  while (sb_statement_step (statement, &error))
    {
      gint64 id = sb_statement_get_int (statement, "id");

      g_array_append_val (ids, id);
    }
  g_assert_no_error (error);
  return ids;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = sb_test_make_folder ();
  fixture->store = sb_test_open_store (fixture->folder);
  sb_dossier_read_sample (fixture->store, NULL, &error);
  g_assert_no_error (error);
  /* What comes back is as old as it was. */
  sb_connection_exec (fixture->store->connection, "UPDATE record SET created = 1000000 + id", &error);
  g_assert_no_error (error);
  fixture->actors = list_most_named (fixture->store, "actor", N_RECORDS);
  fixture->places = list_most_named (fixture->store, "place", N_RECORDS);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_array_unref (fixture->actors);
  g_array_unref (fixture->places);
  g_clear_object (&fixture->store);
  sb_test_remove_folder (fixture->folder);
}

static void
add_rows (SbStore *store,
          const char *table,
          GString *text)
{
  /* When a record was changed is not what it says. */
  g_autofree char *sql = g_str_equal (table, "record")
                           ? g_strdup ("SELECT id, uuid, kind, created, withdrawn FROM record ORDER BY id")
                           : g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2", table);
  sqlite3_stmt *rows;

  g_assert_cmpint (sqlite3_prepare_v2 (sb_connection_get_handle (store->connection), sql, -1, &rows, NULL), ==, SQLITE_OK);
  while (sqlite3_step (rows) == SQLITE_ROW)
    {
      g_string_append (text, table);
      for (int i = 0; i < sqlite3_column_count (rows); i++)
        {
          const char *value = (const char *) sqlite3_column_text (rows, i);

          g_string_append_printf (text, "|%s", value != NULL ? value : "");
        }
      g_string_append_c (text, '\n');
    }
  g_assert_cmpint (sqlite3_finalize (rows), ==, SQLITE_OK);
}

/* All rows of all tables but those of the history, which counts of changes are, of
 * the merges, of the search, of what texts name and of what waits to be compared, which
 * follow behind. */
static char *
describe (SbStore *store)
{
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);

  statement = sb_connection_prepare (store->connection,
                                     "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%' "
                                     "AND name NOT LIKE 'history%' AND name NOT LIKE 'merge%' AND name NOT LIKE 'mention%' AND name NOT LIKE '%_pending' AND name <> 'change_count' ORDER BY name",
                                     &error);
  g_assert_no_error (error);
  while (sb_statement_step (statement, &error))
    add_rows (store, sb_statement_get_text (statement, "name"), text);
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

/* Line by line, so that a failure shows the one that differs. */
static void
check_same (SbStore *store,
            const char *expected)
{
  g_autofree char *text = describe (store);
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) expected_lines = NULL;

  if (g_str_equal (text, expected))
    return;

  lines = g_strsplit (text, "\n", -1);
  expected_lines = g_strsplit (expected, "\n", -1);
  for (guint i = 0; lines[i] != NULL && expected_lines[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, expected_lines[i]);
  g_assert_not_reached ();
}

/* What no row may be. */
static void
check_none (SbStore *store,
            const char *from)
{
  g_autofree char *sql = g_strconcat ("SELECT count (*) FROM ", from, NULL);
  g_autoptr (GError) error = NULL;
  gint64 count;

  sb_connection_get_integer (store->connection, sql, &count, &error);
  g_assert_no_error (error);
  if (count != 0)
    g_test_message ("%s", from);
  g_assert_cmpint (count, ==, 0);
}

/* What lists and the time bar go by is as the records are. */
static void
check_sound (SbStore *store)
{
  check_none (store, "event_actor AS n JOIN event AS e ON e.id = n.owner WHERE n.day IS NOT "
                     "CASE WHEN NOT EXISTS (SELECT 1 FROM event_actor AS o WHERE o.owner = n.owner AND +o.actor = n.actor "
                     "AND o.position < n.position) THEN e.date_first END");
  check_none (store, "event_place AS n JOIN event AS e ON e.id = n.owner WHERE n.day IS NOT "
                     "CASE WHEN NOT EXISTS (SELECT 1 FROM event_place AS o WHERE o.owner = n.owner AND +o.place = n.place "
                     "AND o.position < n.position) THEN e.date_first END");
  check_none (store, "event_day AS d WHERE d.n <> (SELECT count (*) FROM event WHERE date_first = d.day)");
  check_none (store, "event AS e WHERE NOT EXISTS (SELECT 1 FROM event_day WHERE day = e.date_first)");
  check_none (store, "(SELECT source, day, event FROM event_source EXCEPT SELECT source, day, event FROM event_source_row)");
  check_none (store, "(SELECT source, day, event FROM event_source_row EXCEPT SELECT source, day, event FROM event_source)");
  check_none (store, "reference AS n WHERE NOT EXISTS (SELECT 1 FROM record WHERE id = n.target)");
  check_none (store, "event_place AS n JOIN event_place AS o ON o.owner = n.owner AND o.place = n.place AND o.position < n.position");
  check_none (store, "relation WHERE subject = object");
  check_none (store, "actor WHERE id IN (WITH RECURSIVE up (start, id) AS (SELECT id, parent FROM actor UNION "
                     "SELECT u.start, a.parent FROM up AS u JOIN actor AS a ON a.id = u.id) SELECT start FROM up WHERE start = id)");
  check_none (store, "place WHERE id IN (WITH RECURSIVE up (start, id) AS (SELECT id, parent FROM place UNION "
                     "SELECT u.start, a.parent FROM up AS u JOIN place AS a ON a.id = u.id) SELECT start FROM up WHERE start = id)");
}

static gint64
merge (SbStore *store,
       SbKind kind,
       gint64 kept,
       gint64 gone)
{
  const SbMergeQuery query = { .gone_id = gone };
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) merges = NULL;
  g_autoptr (GError) error = NULL;

  g_test_message ("%s: %" G_GINT64_FORMAT " into %" G_GINT64_FORMAT, sb_kind_get_name (kind), gone, kept);
  notes = sb_store_merge (store, kind, kept, gone, "Merge", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (notes);
  merges = sb_store_list_merges (store, &query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (merges->len, ==, 1);
  return ((const SbMerge *) g_ptr_array_index (merges, 0))->id;
}

static void
part (SbStore *store,
      gint64 number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  g_test_message ("part %" G_GINT64_FORMAT, number);
  notes = sb_store_unmerge (store, number, "Part", NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < notes->len; i++)
    {
      const SbMergeNote *note = g_ptr_array_index (notes, i);

      g_test_message ("%s: %s %" G_GINT64_FORMAT " %s", sb_merge_note_type_get_name (note->type), sb_kind_get_name (sb_ref_get_kind (note->ref)),
                      sb_ref_get_id (note->ref), note->field != NULL ? note->field->name : "");
    }
  /* Nobody did anything meanwhile. */
  g_assert_cmpuint (notes->len, ==, 0);
}

static void
test_pairs (Fixture *fixture,
            gconstpointer data)
{
  SbKind kind = sb_kind_parse (data);
  GArray *ids = kind == SB_KIND_ACTOR ? fixture->actors : fixture->places;
  guint n_paired = g_getenv ("SB_TEST_SLOW") != NULL ? ids->len : N_PAIRED;
  g_autofree char *before = describe (fixture->store);

  for (guint i = 0; i < n_paired; i++)
    for (guint j = 0; j < n_paired; j++)
      {
        gint64 number;

        if (i == j)
          continue;

        number = merge (fixture->store, kind, g_array_index (ids, gint64, i), g_array_index (ids, gint64, j));
        check_sound (fixture->store);
        part (fixture->store, number);
        check_same (fixture->store, before);
      }
  check_sound (fixture->store);
}

/* Undoes and redoes what was done last. */
static void
go_back_and_forth (SbStore *store)
{
  g_autofree char *before = describe (store);
  g_autofree char *undone = sb_store_undo (store, NULL);
  g_autofree char *redone = NULL;

  g_assert_nonnull (undone);
  check_sound (store);
  redone = sb_store_redo (store, NULL);
  g_assert_cmpstr (redone, ==, undone);
  check_same (store, before);
}

static gint64
pick (GArray *ids,
      GRand *rand)
{
  return g_array_index (ids, gint64, g_rand_int_range (rand, 0, (gint32) ids->len));
}

/* Takes one of @numbers out of them, and parts it. */
static void
part_any (SbStore *store,
          GArray *numbers,
          GRand *rand)
{
  guint position = (guint) g_rand_int_range (rand, 0, (gint32) numbers->len);

  part (store, g_array_index (numbers, gint64, position));
  g_array_remove_index (numbers, position);
  check_sound (store);
}

static gboolean
is_there (SbStore *store,
          SbKind kind,
          gint64 id)
{
  g_autoptr (SbRecord) record = sb_store_get (store, kind, id, NULL);

  return record != NULL;
}

static void
do_something (Fixture *fixture,
              GArray *numbers,
              GRand *rand)
{
  gboolean is_actor = g_rand_boolean (rand);
  SbKind kind = is_actor ? SB_KIND_ACTOR : SB_KIND_PLACE;
  gint64 kept = pick (is_actor ? fixture->actors : fixture->places, rand);
  gint64 gone = pick (is_actor ? fixture->actors : fixture->places, rand);
  gint64 number;

  if (g_rand_int_range (rand, 0, 4) == 0 && numbers->len > 0)
    {
      part_any (fixture->store, numbers, rand);
      return;
    }

  if (kept == gone || !is_there (fixture->store, kind, kept) || !is_there (fixture->store, kind, gone))
    return;

  number = merge (fixture->store, kind, kept, gone);
  g_array_append_val (numbers, number);
  check_sound (fixture->store);
}

/* Chains of merges, parted in any order. */
static void
test_any_order (Fixture *fixture,
                gconstpointer data)
{
  const char *given = g_getenv ("SB_TEST_SEED");
  guint n_rounds = g_getenv ("SB_TEST_SLOW") != NULL ? N_ROUNDS_SLOW : G_N_ELEMENTS (seeds);
  g_autofree char *before = describe (fixture->store);

  for (guint round = 0; round < n_rounds; round++)
    {
      guint32 chosen = round < G_N_ELEMENTS (seeds) ? seeds[round] : round;
      guint32 seed = given != NULL ? (guint32) g_ascii_strtoull (given, NULL, 10) : chosen;
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

      g_test_message ("SB_TEST_SEED=%u", seed);
      for (guint i = 0; i < N_MERGES; i++)
        do_something (fixture, numbers, rand);
      go_back_and_forth (fixture->store);
      while (numbers->len > 0)
        part_any (fixture->store, numbers, rand);
      go_back_and_forth (fixture->store);
      check_same (fixture->store, before);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, data, func) g_test_add ("/catalogue/merge-sample/" name, Fixture, data, set_up, func, tear_down)
  ADD ("pairs/actor", "actor", test_pairs);
  ADD ("pairs/place", "place", test_pairs);
  ADD ("any-order", NULL, test_any_order);
#undef ADD
  return g_test_run ();
}
