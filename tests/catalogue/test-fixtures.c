/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <json-glib/json-glib.h>
#include <sqlite3.h>

#include "sb-evidence.h"
#include "sb-mention-store.h"
#include "sb-record-json.h"
#include "sb-store-check.h"
#include "sb-test-records.h"

/* Catalogues that earlier versions stored, opened by this one: all that was in
 * them is there, as make-fixture.py wrote it down at the time. */

typedef struct
{
  int version;
  const char *lines; /* what is in it */
} Stored;

static const Stored stored_versions[] = {
  /* Version 1 had the tables of version 2, and none of its views. */
  { 1, "version-2.ndjson" },
  { 2, "version-2.ndjson" },
  { 3, "version-3.ndjson" },
  { 4, "version-4.ndjson" },
  { 5, "version-5.ndjson" },
  { 6, "version-6.ndjson" },
  { 7, "version-7.ndjson" },
  { 8, "version-8.ndjson" },
  { 9, "version-9.ndjson" },
  { 10, "version-10.ndjson" },
  { 11, "version-11.ndjson" },
  { 12, "version-12.ndjson" },
  { 13, "version-13.ndjson" },
  { 14, "version-14.ndjson" },
  { 15, "version-15.ndjson" },
  { 16, "version-16.ndjson" },
  { 17, "version-17.ndjson" },
  { 18, "version-18.ndjson" },
  { 19, "version-19.ndjson" },
  { 20, "version-20.ndjson" },
  { 21, "version-21.ndjson" },
  { 22, "version-22.ndjson" },
  { 23, "version-23.ndjson" },
};

/* What is elsewhere since. */
static const struct
{
  const char *kind;
  const char *member;
} moved[] = {
  { "control", "retained" }, /* a version tie, from 3 on */
};

/* What was one text and is in two languages since: 24 takes it as English where the
 * record is, and else as French. */
static const struct
{
  const char *kind;
  const char *member;
} widened[] = {
  { "document", "reference" },
  { "source", "name" },
};

static char *
read_fixture (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("SB_SOURCE_ROOT"), "tests", "catalogue", "fixtures", name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return contents;
}

static void
make_file (const char *folder,
           int version)
{
  g_autofree char *name = g_strdup_printf ("version-%d.sql", version);
  g_autofree char *sql = read_fixture (name);
  g_autofree char *path = g_build_filename (folder, "catalogue.sqlite", NULL);
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

static gboolean
is_moved (const char *kind,
          const char *member)
{
  for (guint i = 0; i < G_N_ELEMENTS (moved); i++)
    if (g_str_equal (moved[i].kind, kind) && g_str_equal (moved[i].member, member))
      return TRUE;

  return FALSE;
}

static gboolean
is_widened (const char *kind,
            const char *member,
            JsonNode *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (widened); i++)
    if (g_str_equal (widened[i].kind, kind) && g_str_equal (widened[i].member, member))
      return JSON_NODE_HOLDS_VALUE (value);

  return FALSE;
}

/* Every member of @expected is in the record as it is now. */
static void
check_record (SbStore *store,
              JsonObject *expected)
{
  const char *kind = json_object_get_string_member (expected, "@kind");
  const char *uuid = json_object_get_string_member (expected, "uuid");
  g_autoptr (GError) error = NULL;
  g_autoptr (SbRecord) record = sb_store_get_by_uuid (store, sb_kind_parse (kind), uuid, &error);
  g_autoptr (JsonNode) node = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  g_assert_no_error (error);
  g_assert_nonnull (record);
  node = sb_record_to_json (record, SB_RECORD_JSON_DEFAULT);
  json_object_iter_init (&iter, expected);
  while (json_object_iter_next (&iter, &name, &value))
    {
      JsonNode *now = json_object_get_member (json_node_get_object (node), name);
      g_autofree char *text = json_to_string (value, FALSE);
      g_autofree char *text_now = now != NULL ? json_to_string (now, FALSE) : NULL;

      if (is_moved (kind, name))
        continue;
      if (is_widened (kind, name, value))
        {
          g_assert_cmpstr (json_object_get_string_member (json_node_get_object (now), "fr"), ==, json_node_get_string (value));
          continue;
        }
      if (g_strcmp0 (text, text_now) != 0)
        g_test_message ("%s %s: %s", kind, uuid, name);
      g_assert_cmpstr (text_now, ==, text);
    }
}

static SbRecord *
get_named (SbStore *store,
           JsonObject *line,
           const char *member)
{
  JsonObject *ref = json_object_get_object_member (line, member);
  SbKind kind = sb_kind_parse (json_object_get_string_member (ref, "kind"));

  return sb_store_get_by_uuid (store, kind, json_object_get_string_member (ref, "uuid"), NULL);
}

static void
check_evidence (SbStore *store,
                JsonObject *line)
{
  g_autoptr (SbRecord) record = get_named (store, line, "record");
  g_autoptr (SbRecord) extract = get_named (store, line, "extract");
  g_autoptr (GPtrArray) evidence = NULL;
  gboolean is_found = FALSE;

  g_assert_nonnull (record);
  g_assert_nonnull (extract);
  evidence = sb_store_list_evidence (store, sb_record_get_id (record), NULL);
  for (guint i = 0; i < evidence->len; i++)
    {
      SbRecord *tie = g_ptr_array_index (evidence, i);
      const SbTerm *stance = sb_vocabulary_find (&sb_stance_vocabulary, sb_record_get_term (tie, SB_EVIDENCE_STANCE, 0));
      const SbTerm *credibility = sb_vocabulary_find (&sb_credibility_vocabulary, sb_record_get_term (tie, SB_EVIDENCE_CREDIBILITY, 0));

      if (sb_ref_get_id (sb_record_get_ref (tie, SB_EVIDENCE_EXTRACT)) != sb_record_get_id (extract))
        continue;
      is_found = TRUE;
      g_assert_cmpstr (stance->name, ==, json_object_get_string_member (line, "stance"));
      g_assert_cmpstr (credibility != NULL ? credibility->name : NULL, ==,
                       json_object_get_string_member_with_default (line, "credibility", NULL));
    }
  g_assert_true (is_found);
}

static void
check_member (SbStore *store,
              JsonObject *line)
{
  g_autoptr (SbRecord) dossier = get_named (store, line, "dossier");
  g_autoptr (SbRecord) record = get_named (store, line, "record");
  g_autoptr (SbQuery) query = sb_query_new (sb_record_get_kind (record));
  g_autoptr (GPtrArray) members = NULL;
  gboolean is_found = FALSE;

  query->dossier = sb_record_get_id (dossier);
  query->flags = SB_QUERY_WITHDRAWN;
  members = sb_store_list (store, query, NULL);
  for (guint i = 0; i < members->len; i++)
    is_found = is_found || sb_record_get_id (g_ptr_array_index (members, i)) == sb_record_get_id (record);
  g_assert_true (is_found);
}

static void
check_version (SbStore *store,
               JsonObject *line)
{
  g_autoptr (SbRecord) record = get_named (store, line, "record");

  g_assert_cmpstr (sb_record_get_topic (record), ==, json_object_get_string_member (line, "topic"));
  g_assert_cmpint (sb_record_is_retained (record), ==, json_object_get_boolean_member_with_default (line, "retained", FALSE));
}

static void
check_lines (SbStore *store,
             const char *name)
{
  static const struct
  {
    const char *kind;
    void (*check) (SbStore *store,
                   JsonObject *line);
  } ties[] = {
    { "evidence", check_evidence },
    { "member", check_member },
    { "version", check_version },
  };
  g_autofree char *contents = read_fixture (name);
  g_auto (GStrv) lines = g_strsplit (contents, "\n", 0);

  for (guint i = 0; *lines[i] != '\0'; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = json_from_string (lines[i], &error);
      const char *kind;
      guint tie = 0;

      g_assert_no_error (error);
      kind = json_object_get_string_member (json_node_get_object (node), "@kind");
      while (tie < G_N_ELEMENTS (ties) && !g_str_equal (ties[tie].kind, kind))
        tie++;
      if (tie < G_N_ELEMENTS (ties))
        ties[tie].check (store, json_node_get_object (node));
      else
        check_record (store, json_node_get_object (node));
    }
}

static void
check_sound (SbStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = sb_store_check (store, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((SbFinding *) g_ptr_array_index (findings, i))->detail);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
check_reverted (char *(*revert) (SbStore *, GError **),
                SbStore *store,
                const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = revert (store, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, expected);
}

/* The units of work of make-fixture.c, one of which was undone. */
static void
check_history (SbStore *store)
{
  check_reverted (sb_store_undo, store, "Change");
  check_reverted (sb_store_undo, store, "Tie");
  check_reverted (sb_store_undo, store, NULL);
  check_reverted (sb_store_redo, store, "Tie");
  check_reverted (sb_store_redo, store, "Change");
  check_reverted (sb_store_redo, store, "Remove");
  check_reverted (sb_store_undo, store, "Remove");
}

static void
check_text (SbStore *store)
{
  g_autofree char *uuid = sb_test_make_uuid (SB_KIND_DOCUMENT, 0);
  g_autoptr (SbRecord) document = sb_store_get_by_uuid (store, SB_KIND_DOCUMENT, uuid, NULL);
  g_autoptr (GPtrArray) blocks = sb_store_get_blocks (store, sb_record_get_id (document), NULL);
  g_autoptr (GBytes) original = sb_store_get_original (store, sb_record_get_id (document), NULL);
  g_autofree char *text = sb_blocks_join (blocks);

  g_assert_cmpstr (text, ==, "Kidal\n\nde nouveau contestée");
  g_assert_nonnull (original);
}

static void
test_version (gconstpointer data)
{
  const Stored *version = data;
  g_autofree char *folder = sb_test_make_folder ();
  g_autoptr (SbStore) store = NULL;

  make_file (folder, version->version);
  store = sb_test_open_store (folder);
  check_lines (store, version->lines);
  check_text (store);
  check_sound (store);

  /* Undone and done again, it is all there still. */
  check_history (store);
  check_lines (store, version->lines);
  check_sound (store);
  g_clear_object (&store);
  sb_test_remove_folder (g_steal_pointer (&folder));
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

/* Control of one place became versions of one question; where several had been
 * retained, the last one stays with those that were not. */
static void
test_retained (void)
{
  static const struct
  {
    const char *retained; /* which of the three, all of one place */
    const char *topics; /* the number of the control whose UUID each has */
    const char *are_retained;
  } cases[] = {
    { "000", "000", "000" },
    { "010", "111", "010" },
    { "101", "022", "101" },
    { "111", "012", "111" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = sb_test_make_folder ();
      g_autoptr (SbStore) store = NULL;

      make_file (folder, 2);
      exec_on (folder, "UPDATE control SET place = (SELECT min (id) FROM place), retained = 0");
      for (guint k = 0; k < 3; k++)
        {
          g_autofree char *uuid = sb_test_make_uuid (SB_KIND_CONTROL, k);
          g_autofree char *sql = g_strdup_printf ("UPDATE control SET retained = %c, since_first = %u WHERE id = (SELECT id FROM record WHERE uuid = '%s')",
                                                  cases[i].retained[k], 20000 + k, uuid);

          exec_on (folder, sql);
        }

      store = sb_test_open_store (folder);
      for (guint k = 0; k < 3; k++)
        {
          g_autofree char *uuid = sb_test_make_uuid (SB_KIND_CONTROL, k);
          g_autofree char *topic = sb_test_make_uuid (SB_KIND_CONTROL, (guint) (cases[i].topics[k] - '0'));
          g_autoptr (SbRecord) control = sb_store_get_by_uuid (store, SB_KIND_CONTROL, uuid, NULL);

          g_assert_cmpstr (sb_record_get_topic (control), ==, topic);
          g_assert_cmpint (sb_record_is_retained (control), ==, cases[i].are_retained[k] == '1');
        }
      g_clear_object (&store);
      sb_test_remove_folder (g_steal_pointer (&folder));
    }
}

/* What was said of texts is kept by the migration that lets it outlive records. */
static void
test_mention_rules (void)
{
  g_autofree char *folder = sb_test_make_folder ();
  g_autoptr (SbStore) store = NULL;
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GError) error = NULL;

  make_file (folder, 12);
  exec_on (folder, "INSERT INTO mention_rule (words, text, record, time) "
                   "SELECT 'les gens', 'Les gens', min (id), 7 FROM actor UNION SELECT 'puits', 'puits', NULL, 8");
  store = sb_test_open_store (folder);
  rules = sb_store_list_mention_rules (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rules->len, ==, 2);
  g_assert_cmpstr (((SbMentionRule *) rules->pdata[0])->text, ==, "Les gens");
  g_assert_cmpint (((SbMentionRule *) rules->pdata[0])->record_kind, ==, SB_KIND_ACTOR);
  g_assert_cmpint (((SbMentionRule *) rules->pdata[1])->record, ==, 0);
  g_clear_object (&store);
  sb_test_remove_folder (g_steal_pointer (&folder));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (stored_versions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/catalogue/fixtures/version-%d", stored_versions[i].version);

      g_test_add_data_func (path, &stored_versions[i], test_version);
    }
  g_test_add_func ("/catalogue/fixtures/retained", test_retained);
  g_test_add_func ("/catalogue/fixtures/mention-rules", test_mention_rules);

  return g_test_run ();
}
