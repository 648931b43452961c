/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "sb-block.h"
#include "sb-document.h"
#include "sb-dossier-reader.h"
#include "sb-extract.h"
#include "sb-record-builder.h"
#include "sb-store-backup.h"
#include "sb-store-check.h"
#include "sb-store-private.h"
#include "sb-test-records.h"

/* What the check finds that SQLite cannot know of, and what of it is mended. */

static void
exec_on (const char *folder,
         const char *sql)
{
  g_autofree char *path = g_build_filename (folder, "catalogue.sqlite", NULL);
  g_autofree char *message = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

static void
make_catalogue (const char *folder)
{
  g_autoptr (SbStore) store = sb_test_open_store (folder);
  g_autoptr (GError) error = NULL;

  sb_dossier_read_sample (store, NULL, &error);
  g_assert_no_error (error);
}

static GPtrArray *
check (SbStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = sb_store_check (store, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const SbFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%s: %" G_GUINT64_FORMAT ", %s", sb_finding_code_get_name (finding->code), finding->count,
                      finding->detail);
    }

  return findings;
}

static void
note_progress (double fraction,
               gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  *last = fraction;
}

static void
test_sound (void)
{
  char *folder = sb_test_make_folder ();
  g_autoptr (SbStore) store = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  double progress = 0;

  make_catalogue (folder);
  store = sb_test_open_store (folder);
  findings = sb_store_check (store, note_progress, &progress, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpfloat (progress, ==, 1);
  g_clear_object (&store);
  sb_test_remove_folder (folder);
}

/* With every field of every kind, so that no field that is stored as it should
 * be is taken for a fault. */
static void
test_all_kinds_sound (void)
{
  char *folder = sb_test_make_folder ();
  g_autoptr (SbStore) store = sb_test_open_store (folder);
  g_autoptr (SbChangeSet) changes = sb_test_make_all ("All");
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  sb_store_apply (store, changes, &error);
  g_assert_no_error (error);
  findings = check (store);

  /* The quotations of these extracts are of no text. */
  g_assert_cmpuint (findings->len, ==, 0);
  g_clear_object (&store);
  sb_test_remove_folder (folder);
}

static void
test_cancelled (void)
{
  char *folder = sb_test_make_folder ();
  g_autoptr (SbStore) store = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  make_catalogue (folder);
  store = sb_test_open_store (folder);
  g_cancellable_cancel (cancellable);
  findings = sb_store_check (store, NULL, NULL, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (findings);
  g_clear_object (&store);
  sb_test_remove_folder (folder);
}

static void
test_findings (void)
{
  static const struct
  {
    const char *sql;
    SbFindingCode code; /* found, and no other but those */
    SbFindingCode other; /* that comes with it, or the same */
    guint count;
  } cases[] = {
    { "INSERT INTO record (uuid, kind, created, changed) VALUES ('0198c0de-0000-7000-8000-000000000001', 'event', 0, 0)",
      SB_FINDING_NO_FIELDS, SB_FINDING_NO_FIELDS, 1 },
    { "UPDATE record SET kind = 'unicorn' WHERE id = (SELECT min (id) FROM event)", SB_FINDING_KIND, SB_FINDING_NO_FIELDS, 1 },
    { "UPDATE record SET kind = 'actor' WHERE id = (SELECT min (id) FROM event)", SB_FINDING_KIND, SB_FINDING_NO_FIELDS, 1 },
    { "UPDATE record SET uuid = 'x' WHERE id = (SELECT min (id) FROM event)", SB_FINDING_UUID, SB_FINDING_UUID, 1 },
    { "DELETE FROM document WHERE id = (SELECT min (document) FROM body)", SB_FINDING_REFERENCE, SB_FINDING_NO_FIELDS, 1 },
    { "INSERT INTO evidence (record, extract, stance) SELECT 999999, id, 'supports' FROM extract LIMIT 1",
      SB_FINDING_REFERENCE, SB_FINDING_REFERENCE, 1 },
    { "INSERT INTO member (dossier, record) SELECT id, 999999 FROM dossier LIMIT 1", SB_FINDING_REFERENCE, SB_FINDING_REFERENCE, 1 },
    { "UPDATE event SET date_first = date_first + 1 WHERE id IN (SELECT id FROM event LIMIT 3)", SB_FINDING_DATE, SB_FINDING_DATE, 3 },
    { "UPDATE restriction SET since = 'soon' WHERE id = (SELECT min (id) FROM restriction)", SB_FINDING_DATE, SB_FINDING_DATE, 1 },
    { "UPDATE document SET text_hash = 'x' WHERE id = (SELECT min (document) FROM body)", SB_FINDING_TEXT, SB_FINDING_TEXT, 1 },
    { "UPDATE body SET blocks = '[]' WHERE document = (SELECT min (document) FROM body)", SB_FINDING_BLOCKS, SB_FINDING_BLOCKS, 1 },
    { "UPDATE body SET blocks = 'x' WHERE document = (SELECT min (document) FROM body)", SB_FINDING_BLOCKS, SB_FINDING_BLOCKS, 1 },
    { "UPDATE extract SET start = start + 1 WHERE id IN (SELECT id FROM extract LIMIT 2)", SB_FINDING_EXTRACT, SB_FINDING_EXTRACT, 2 },
    { "UPDATE extract SET start = -1 WHERE id = (SELECT min (id) FROM extract)", SB_FINDING_EXTRACT, SB_FINDING_EXTRACT, 1 },
    { "UPDATE extract SET quote = 'Unicorn' WHERE id = (SELECT min (id) FROM extract)", SB_FINDING_EXTRACT, SB_FINDING_EXTRACT, 1 },
    { "INSERT INTO original (hash, bytes) VALUES ('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d', x'00')",
      SB_FINDING_ORPHAN, SB_FINDING_ORPHAN, 1 },
    { "INSERT INTO original (hash, bytes) VALUES ('abc', x'00')", SB_FINDING_ORIGINAL, SB_FINDING_ORPHAN, 1 },
    { "INSERT INTO briefing_issue (briefing, number, time, record, hash, history) SELECT uuid, 1, 0, '{}', 'abc', 1 FROM record WHERE id = (SELECT min (id) FROM briefing)",
      SB_FINDING_ISSUE, SB_FINDING_ISSUE, 1 },
    { "INSERT INTO briefing_issue (id, briefing, number, time, record, hash, history) VALUES (7, 'gone', 1, 0, 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 1);"
      "INSERT INTO briefing_issue_edition (issue, language, sheets, content, hash, pdf) VALUES (7, 'fr', 1, '[]', 'x', x'00'), (7, 'en', 1, '[]', 'x', x'00')",
      SB_FINDING_ISSUE, SB_FINDING_ISSUE, 1 },
    { "INSERT INTO history (id, label, time, state) VALUES (1000, 'x', 0, 'done');"
      "INSERT INTO history_entry (history, position, record, kind, before) VALUES (1000, 0, 5, 'event', '{')",
      SB_FINDING_HISTORY, SB_FINDING_HISTORY, 1 },
    { "INSERT INTO history (id, label, time, state) VALUES (1000, 'x', 0, 'done');"
      "INSERT INTO history_entry (history, position, record, kind) VALUES (1000, 0, 5, 'event');"
      "INSERT INTO history_entry (history, position, record, kind) VALUES (1000, 1, 5, 'member')",
      SB_FINDING_HISTORY, SB_FINDING_HISTORY, 1 },
  };
  char *folder = sb_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "catalogue.sqlite", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  make_catalogue (folder);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbStore) store = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      gboolean is_found = FALSE;

      g_test_message ("%s", cases[i].sql);
      g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
      exec_on (folder, cases[i].sql);
      store = sb_test_open_store (folder);
      findings = check (store);
      for (guint j = 0; j < findings->len; j++)
        {
          const SbFinding *finding = g_ptr_array_index (findings, j);

          g_assert_true (finding->code == cases[i].code || finding->code == cases[i].other);
          if (finding->code != cases[i].code)
            continue;
          is_found = TRUE;
          g_assert_cmpuint (finding->count, >=, cases[i].count);
          if (finding->code != SB_FINDING_REFERENCE)
            g_assert_cmpuint (finding->count, ==, cases[i].count);
        }
      g_assert_true (is_found);
    }

  sb_test_remove_folder (folder);
}

/* Every date that the schema of the file has is looked at: a column that is
 * added is to be added to check-date.sql. */
static void
test_all_dates (void)
{
  const char *check_dates = _sb_store_get_sql ("queries/check-date");
  char *folder = sb_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "catalogue.sqlite", NULL);
  sqlite3_stmt *statement = NULL;
  sqlite3 *db = NULL;
  guint n_dates = 0;

  make_catalogue (folder);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db,
                                       "SELECT t.name, substr (c.name, 1, length (c.name) - 6) FROM sqlite_schema AS t, pragma_table_info (t.name) AS c"
                                       " WHERE t.type = 'table' AND c.name LIKE '%\\_first' ESCAPE '\\'",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *table = (const char *) sqlite3_column_text (statement, 0);
      const char *date = (const char *) sqlite3_column_text (statement, 1);
      g_autofree char *clause = g_strdup_printf ("FROM %s WHERE NOT fits_date (%s, %s_first, %s_last)", table, date, date, date);

      if (strstr (check_dates, clause) == NULL)
        g_error ("check-date.sql lacks: %s", clause);
      n_dates++;
    }

  g_assert_cmpuint (n_dates, >, 20);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  sb_test_remove_folder (folder);
}

/* A document with a text, and an extract of a place of it that says it is at
 * @start. */
static void
put_extract (SbStore *store,
             const char *text,
             const char *quote,
             gint64 start)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_block_unref);
  g_autoptr (SbRecordBuilder) document_builder = sb_record_builder_new (&sb_document_schema);
  g_autoptr (SbRecordBuilder) extract_builder = sb_record_builder_new (&sb_extract_schema);
  g_autoptr (SbRecord) document = NULL;
  g_autoptr (SbRecord) extract = NULL;
  g_autoptr (SbRef) ref = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (blocks, sb_block_new (SB_BLOCK_PARAGRAPH, 0, 0, text, NULL));
  sb_record_builder_set_text (document_builder, SB_DOCUMENT_TITLE, "Le convoi");
  document = sb_record_builder_end (g_steal_pointer (&document_builder));
  ref = sb_record_dup_ref (document);
  sb_record_builder_set_ref (extract_builder, SB_EXTRACT_DOCUMENT, ref);
  sb_record_builder_set_text (extract_builder, SB_EXTRACT_QUOTE, quote);
  sb_record_builder_set_integer (extract_builder, SB_EXTRACT_START, start);
  sb_record_builder_set_integer (extract_builder, SB_EXTRACT_END, start + g_utf8_strlen (quote, -1));
  extract = sb_record_builder_end (g_steal_pointer (&extract_builder));
  sb_change_set_put_document (changes, document, blocks, NULL);
  sb_change_set_put (changes, extract);
  g_assert_cmpint (sb_store_apply (store, changes, &error), >, 0);
  g_assert_no_error (error);
}

static gint64
get_start (SbStore *store)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EXTRACT);
  g_autoptr (GPtrArray) extracts = sb_store_list (store, query, NULL);

  g_assert_cmpuint (extracts->len, ==, 1);
  return sb_record_get_integer (g_ptr_array_index (extracts, 0), SB_EXTRACT_START, -1);
}

static void
test_repair (void)
{
  static const struct
  {
    const char *text;
    const char *quote;
    gint64 start;
    gint64 mended; /* the start that it has then */
  } cases[] = {
    { "Le convoi est arrivé à Kayes.", "à Kayes", 2, 21 },
    { "Le convoi est arrivé à Kayes.", "à Kayes", 21, 21 },
    /* Which of the two is meant, nobody knows. */
    { "Kayes, dit Kayes.", "Kayes", 3, 3 },
    { "Le convoi est arrivé.", "unicorn", 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char *folder = sb_test_make_folder ();
      g_autoptr (SbStore) store = sb_test_open_store (folder);
      g_autoptr (SbRepair) repair = NULL;
      g_autoptr (GError) error = NULL;
      gboolean is_moved = cases[i].mended != cases[i].start;

      put_extract (store, cases[i].text, cases[i].quote, cases[i].start);
      repair = sb_store_repair (store, "Repair", NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (repair->n_moved, ==, is_moved);
      g_assert_cmpint (get_start (store), ==, cases[i].mended);
      if (is_moved)
        {
          g_autofree char *label = sb_store_undo (store, NULL);

          g_assert_true (g_file_test (repair->backup, G_FILE_TEST_EXISTS));
          g_assert_cmpstr (label, ==, "Repair");
          g_assert_cmpint (get_start (store), ==, cases[i].start);
        }
      g_clear_object (&store);
      sb_test_remove_folder (folder);
    }
}

static void
test_repair_orphans (void)
{
  char *folder = sb_test_make_folder ();
  g_autoptr (SbStore) store = NULL;
  g_autoptr (SbRepair) repair = NULL;
  g_autoptr (SbRepair) again = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  make_catalogue (folder);
  exec_on (folder, "INSERT INTO original (hash, bytes) VALUES ('abc', x'00'), ('def', x'01')");
  store = sb_test_open_store (folder);
  repair = sb_store_repair (store, "Repair", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (repair->n_orphans, ==, 2);
  findings = check (store);
  g_assert_cmpuint (findings->len, ==, 0);
  again = sb_store_repair (store, "Repair", NULL, &error);
  g_assert_no_error (error);
  g_assert_null (again->backup);
  g_clear_object (&store);
  sb_test_remove_folder (folder);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add_func ("/catalogue/store-check/" path, func)
  ADD ("sound", test_sound);
  ADD ("all-kinds-sound", test_all_kinds_sound);
  ADD ("cancelled", test_cancelled);
  ADD ("findings", test_findings);
  ADD ("all-dates", test_all_dates);
  ADD ("repair", test_repair);
  ADD ("repair-orphans", test_repair_orphans);
#undef ADD
  return g_test_run ();
}
