/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-actor.h"
#include "sb-dossier-reader.h"
#include "sb-evidence.h"
#include "sb-made-events.h"
#include "sb-record-builder.h"
#include "sb-record-json.h"
#include "sb-relation.h"
#include "sb-store-private.h"
#include "sb-test-records.h"
#include "sb-transaction.h"

/* Records that are read many at a time, by queries that give references by id, are
 * the same as those that are read one at a time by the row views. So is evidence. */

#define N_EVENTS 300

/* What sb_store_list_evidence() says, by the view. */
#define EVIDENCE_BY_VIEW                                                                                                         \
  "SELECT *, (SELECT ref FROM source_ref WHERE id = (SELECT source FROM document WHERE id = origin ->> 'id')) AS origin_source " \
  "FROM evidence_row WHERE record_id = :record ORDER BY stance = 'supports' DESC, date_first DESC NULLS LAST, start"

typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = sb_test_make_folder ();
  fixture->store = sb_test_open_store (fixture->folder);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->store);
  sb_test_remove_folder (fixture->folder);
}

/* Every field of every kind; ties, versions, and a record that was withdrawn. */
static void
fill_with_all (SbStore *store)
{
  g_autoptr (SbChangeSet) all = sb_test_make_all (NULL);
  g_autoptr (SbChangeSet) ties = sb_change_set_new (NULL);
  g_autoptr (GError) error = NULL;

  for (SbKind kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    {
      g_autoptr (SbRef) record = sb_test_make_ref (kind, 0);
      g_autofree char *topic = sb_test_make_uuid (kind, 0);
      g_autoptr (SbRecord) other = sb_test_make_record (kind, 1);
      SbRecordBuilder *builder = sb_record_builder_new_from (other);
      g_autoptr (SbRecord) withdrawn = NULL;

      for (guint i = 0; i < SB_TEST_N_EACH; i++)
        {
          g_autoptr (SbRef) extract = sb_test_make_ref (SB_KIND_EXTRACT, i);

          sb_change_set_put_evidence (ties, record, extract, i == 1 ? SB_STANCE_CONTRADICTS : SB_STANCE_SUPPORTS, SB_CREDIBILITY_2);
        }
      sb_change_set_put_version (ties, record, topic, TRUE);
      sb_record_builder_set_withdrawn (builder, TRUE);
      withdrawn = sb_record_builder_end (builder);
      sb_change_set_put (ties, withdrawn);
    }

  g_assert_true (sb_store_apply (store, all, &error) && sb_store_apply (store, ties, &error));
  g_assert_no_error (error);
}

static void
fill_with_sample (SbStore *store)
{
  g_autoptr (GError) error = NULL;

  sb_dossier_read_sample (store, NULL, &error);
  g_assert_no_error (error);
}

static void
fill_with_made (SbStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbMadeEvents) made = sb_made_events_new (store, N_EVENTS, SB_MADE_SEED, &error);

  g_assert_no_error (error);
}

/* All that a record says, and the names of what it refers to. */
static char *
describe (SbRecord *record)
{
  g_autoptr (JsonNode) node = sb_record_to_json (record, SB_RECORD_JSON_FULL);
  g_autofree char *json = json_to_string (node, FALSE);

  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u %s %d %d",
                          json, sb_record_get_id (record), sb_record_get_created (record), sb_record_get_changed (record),
                          sb_record_get_n_extracts (record), sb_record_get_topic (record), sb_record_is_retained (record),
                          sb_record_is_withdrawn (record));
}

static void
assert_same (SbRecord *a,
             SbRecord *b)
{
  g_autofree char *said_by_a = describe (a);
  g_autofree char *said_by_b = describe (b);

  g_assert_cmpstr (said_by_a, ==, said_by_b);
  g_assert_true (sb_record_equal (a, b));
}

static GArray *
list_all_ids (SbStore *store,
              SbKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStatement) statement = NULL;
  GArray *ids;

  /* In an order that is none of the catalogue's. */
  statement = sb_connection_prepare (store->connection, "SELECT id FROM record WHERE kind = :kind ORDER BY substr (uuid, 5)", &error);
  g_assert_no_error (error);
  sb_statement_bind_text (statement, ":kind", sb_kind_get_name (kind));
  ids = _sb_store_read_ids (statement, &error);
  g_assert_no_error (error);
  return ids;
}

static void
test_same (Fixture *fixture,
           gconstpointer fill)
{
  ((void (*) (SbStore * store)) fill) (fixture->store);

  for (SbKind kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    {
      g_autoptr (GArray) ids = list_all_ids (fixture->store, kind);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) together = sb_store_get_all (fixture->store, kind, ids, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (together->len, ==, ids->len);
      for (guint i = 0; i < ids->len; i++)
        {
          g_autoptr (SbRecord) alone = sb_store_get (fixture->store, kind, g_array_index (ids, gint64, i), &error);

          g_assert_no_error (error);
          assert_same (g_ptr_array_index (together, i), alone);
        }
    }
}

static GPtrArray *
list_evidence_by_view (SbStore *store,
                       gint64 record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStatement) statement = sb_connection_prepare (store->connection, EVIDENCE_BY_VIEW, &error);
  GPtrArray *evidence;

  g_assert_no_error (error);
  sb_statement_bind_int (statement, ":record", record);
  evidence = _sb_store_read_all (store, statement, &sb_evidence_schema, &error);
  g_assert_no_error (error);
  return evidence;
}

static void
test_same_evidence (Fixture *fixture,
                    gconstpointer fill)
{
  guint n_compared = 0;

  ((void (*) (SbStore * store)) fill) (fixture->store);

  for (SbKind kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    {
      g_autoptr (GArray) ids = list_all_ids (fixture->store, kind);

      for (guint i = 0; i < ids->len; i++)
        {
          gint64 id = g_array_index (ids, gint64, i);
          g_autoptr (GError) error = NULL;
          g_autoptr (GPtrArray) evidence = sb_store_list_evidence (fixture->store, id, &error);
          g_autoptr (GPtrArray) expected = list_evidence_by_view (fixture->store, id);

          g_assert_no_error (error);
          g_assert_cmpuint (evidence->len, ==, expected->len);
          for (guint j = 0; j < evidence->len; j++)
            assert_same (g_ptr_array_index (evidence, j), g_ptr_array_index (expected, j));
          n_compared += evidence->len;
        }
    }

  g_assert_cmpuint (n_compared, >, 50);
}

/* In the order of the ids; what is not there is left out, and what is asked for
 * twice is there twice. */
static void
test_order (Fixture *fixture,
            gconstpointer data)
{
  static const SbKind asked[] = { SB_KIND_RELATION, SB_KIND_ACTOR };

  fill_with_all (fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autoptr (GArray) known = list_all_ids (fixture->store, asked[i]);
      gint64 first = g_array_index (known, gint64, 0);
      gint64 second = g_array_index (known, gint64, 1);
      const gint64 ids[] = { second, 999999, first, second };
      g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) records = NULL;
      g_autoptr (GPtrArray) nothing = NULL;

      g_array_append_vals (wanted, ids, G_N_ELEMENTS (ids));
      records = sb_store_get_all (fixture->store, asked[i], wanted, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (records->len, ==, 3);
      g_assert_cmpint (sb_record_get_id (g_ptr_array_index (records, 0)), ==, second);
      g_assert_cmpint (sb_record_get_id (g_ptr_array_index (records, 1)), ==, first);
      g_assert_cmpint (sb_record_get_id (g_ptr_array_index (records, 2)), ==, second);
      nothing = sb_store_get_all (fixture->store, asked[i], none, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (nothing->len, ==, 0);
    }
}

static void
rename_actor (SbStore *store,
              gint64 actor,
              const char *name)
{
  g_autoptr (SbRecord) before = sb_store_get (store, SB_KIND_ACTOR, actor, NULL);
  SbRecordBuilder *builder = sb_record_builder_new_from (before);
  g_autoptr (SbRecord) after = NULL;

  sb_record_builder_set_words (builder, SB_ACTOR_NAME, name, name);
  after = sb_record_builder_end (builder);
  sb_test_put (store, after, "Rename");
}

static void
assert_subject (SbStore *store,
                gint64 relation,
                const char *name)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;

  g_array_append_val (ids, relation);
  records = sb_store_get_all (store, SB_KIND_RELATION, ids, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sb_ref_get_name (sb_record_get_ref (g_ptr_array_index (records, 0), SB_RELATION_SUBJECT), SB_LANGUAGE_FR), ==, name);
}

/* A name that was remembered is not told when there is another: whoever gave it,
 * and when the giving is taken back. */
static void
test_names (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (SbStore) other = sb_test_open_store (fixture->folder);
  g_autoptr (SbTransaction) transaction = NULL;
  g_autoptr (GArray) relations = NULL;
  g_autoptr (SbRecord) relation = NULL;
  g_autoptr (GError) error = NULL;
  gint64 actor;
  gint64 id;

  fill_with_all (fixture->store);
  relations = list_all_ids (fixture->store, SB_KIND_RELATION);
  id = g_array_index (relations, gint64, 0);
  relation = sb_store_get (fixture->store, SB_KIND_RELATION, id, &error);
  g_assert_no_error (error);
  actor = sb_ref_get_id (sb_record_get_ref (relation, SB_RELATION_SUBJECT));

  rename_actor (fixture->store, actor, "Un");
  assert_subject (fixture->store, id, "Un");
  assert_subject (other, id, "Un");
  rename_actor (other, actor, "Deux");
  assert_subject (fixture->store, id, "Deux");
  rename_actor (fixture->store, actor, "Trois");
  assert_subject (fixture->store, id, "Trois");
  assert_subject (other, id, "Trois");

  transaction = sb_transaction_begin (fixture->store->connection, &error);
  g_assert_no_error (error);
  rename_actor (fixture->store, actor, "Quatre");
  assert_subject (fixture->store, id, "Quatre");
  assert_subject (other, id, "Trois");
  g_clear_pointer (&transaction, sb_transaction_free);
  assert_subject (fixture->store, id, "Trois");
}

static char *
get_view (SbStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbStatement) statement = NULL;

  statement = sb_connection_prepare (store->connection, "SELECT sql FROM sqlite_schema WHERE name = 'any_ref'", &error);
  g_assert_no_error (error);
  g_assert_true (sb_statement_step (statement, &error));
  return g_strdup (sb_statement_get_text (statement, "sql"));
}

static void
execute (SbStore *store,
         const char *sql)
{
  g_autoptr (GError) error = NULL;

  sb_connection_exec (store->connection, sql, &error);
  g_assert_no_error (error);
}

/* A reading that fails half way, as one that is cancelled does, leaves nothing behind
 * that the next one takes for what the catalogue says: what could not be looked up is
 * not remembered as missing. */
static void
test_failure (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *view = NULL;
  g_autoptr (GArray) relations = NULL;
  g_autoptr (GPtrArray) failed = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  fill_with_all (fixture->store);
  relations = list_all_ids (fixture->store, SB_KIND_RELATION);
  view = get_view (fixture->store);

  execute (fixture->store, "DROP VIEW any_ref");
  failed = sb_store_get_all (fixture->store, SB_KIND_RELATION, relations, &error);
  g_assert_null (failed);
  g_assert_nonnull (error);
  g_clear_error (&error);
  execute (fixture->store, view);

  records = sb_store_get_all (fixture->store, SB_KIND_RELATION, relations, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    g_assert_nonnull (sb_record_get_ref (g_ptr_array_index (records, i), SB_RELATION_SUBJECT));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/catalogue/store-get-all/same/every-field", Fixture, fill_with_all, set_up, test_same, tear_down);
  g_test_add ("/catalogue/store-get-all/same/sample", Fixture, fill_with_sample, set_up, test_same, tear_down);
  g_test_add ("/catalogue/store-get-all/same/made", Fixture, fill_with_made, set_up, test_same, tear_down);
  g_test_add ("/catalogue/store-get-all/evidence/every-field", Fixture, fill_with_all, set_up, test_same_evidence, tear_down);
  g_test_add ("/catalogue/store-get-all/evidence/sample", Fixture, fill_with_sample, set_up, test_same_evidence, tear_down);
  g_test_add ("/catalogue/store-get-all/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/catalogue/store-get-all/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/catalogue/store-get-all/failure", Fixture, NULL, set_up, test_failure, tear_down);

  return g_test_run ();
}
