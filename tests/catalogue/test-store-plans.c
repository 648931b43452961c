/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <string.h>

#include "sb-statement.h"
#include "sb-store-private.h"
#include "sb-test-records.h"

/* By which index a query finds what it is asked for. */

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

/* How SQLite goes about a query, a line a step. */
static char *
explain (Fixture *fixture,
         const char *query)
{
  g_autofree char *file = g_strconcat ("queries/", query, NULL);
  const char *text = _sb_store_get_sql (file);
  const char *with = strstr (text, "\nWITH ");
  g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", (with != NULL ? with : strstr (text, "\nSELECT")) + 1, NULL);
  g_autoptr (SbStatement) statement = NULL;
  g_autoptr (GError) error = NULL;
  GString *plan = g_string_new (NULL);

  statement = sb_connection_prepare (fixture->store->connection, sql, &error);
  g_assert_no_error (error);
  while (sb_statement_step (statement, &error))
    g_string_append_printf (plan, "%s\n", sb_statement_get_text (statement, "detail"));

  g_assert_no_error (error);
  return g_string_free (plan, FALSE);
}

static void
test_plans (Fixture *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *query;
    const char *index;
    gboolean is_sorted; /* by the index: no sorting */
  } cases[] = {
    { "list-event", "SEARCH t USING INDEX event_date_index (date_first>? AND date_first<?)", TRUE },
    { "list-event", "SEARCH t USING INDEX event_long_index", TRUE },
    { "list-event-oldest", "SEARCH t USING INDEX event_date_index (date_first>? AND date_first<?)", TRUE },
    { "list-event-of-actor", "COVERING INDEX event_actor_day_index (actor=? AND day>? AND day<?)", TRUE },
    { "list-event-of-actor-oldest", "COVERING INDEX event_actor_day_index (actor=? AND day>? AND day<?)", TRUE },
    { "list-event-of-place", "COVERING INDEX event_place_day_index (place=? AND day>? AND day<?)", TRUE },
    { "list-event-of-place-oldest", "COVERING INDEX event_place_day_index (place=? AND day>? AND day<?)", TRUE },
    { "list-event-of-actor", "SEARCH event_place USING PRIMARY KEY (owner=?)", TRUE },
    { "list-event-of-place", "SEARCH event_actor USING PRIMARY KEY (owner=?)", TRUE },
    { "list-event", "SEARCH e USING PRIMARY KEY (record=?)", TRUE },
    { "list-extract-of-document", "extract_document_index (document=?)", FALSE },
    { "list-event-key", "SEARCH t USING INDEX event_key_fact_index (date_first>? AND date_first<?)", TRUE },
    { "list-event-of-document", "SEARCH t USING COVERING INDEX event_day_index (id=?)", FALSE },
    { "list-event-of-dossier", "SEARCH t USING COVERING INDEX event_day_index (id=?)", FALSE },
    { "list-event-of-source", "SEARCH s USING PRIMARY KEY (source=? AND day>? AND day<?)", TRUE },
    { "list-event-of-source-oldest", "SEARCH s USING PRIMARY KEY (source=? AND day>? AND day<?)", TRUE },
    { "list-document", "SEARCH t USING INDEX document_day_index", TRUE },
    { "list-document-oldest", "SEARCH t USING INDEX document_day_index (<expr>>? AND <expr><?)", TRUE },
    { "list-document-of-feed", "SEARCH t USING INDEX document_feed_index (feed=?", TRUE },
    { "list-document-of-source", "SEARCH t USING INDEX document_source_index (source=?)", FALSE },
    { "list-document-unread", "SEARCH t USING INDEX document_unread_index", TRUE },
    { "list-document-unread-oldest", "SEARCH t USING INDEX document_unread_index (<expr>>? AND <expr><?)", TRUE },
    { "list-document-of-feed-oldest", "SEARCH t USING INDEX document_feed_index (feed=?", TRUE },
    { "list-extract", "SEARCH t USING INTEGER PRIMARY KEY (rowid<?)", TRUE },
    { "list-extract-oldest", "SEARCH t USING INTEGER PRIMARY KEY (rowid>?)", TRUE },
    { "list-claim", "SEARCH t USING INDEX claim_day_index (<expr>>? AND <expr><?)", TRUE },
    { "list-document-all", "SEARCH t USING COVERING INDEX document_list_index (<expr><?)", TRUE },
    { "list-claim-oldest", "SEARCH t USING INDEX claim_day_index (<expr>>? AND <expr><?)", TRUE },
    { "list-claim-disputed", "SEARCH t USING INDEX claim_day_index (<expr>>? AND <expr><?)", TRUE },
    { "list-claim-of-actor", "SEARCH t USING INTEGER PRIMARY KEY", FALSE },
    { "list-control", "SEARCH t USING INDEX control_day_index (<expr>>? AND <expr><?)", TRUE },
    { "list-control-oldest", "SEARCH t USING INDEX control_day_index (<expr>>? AND <expr><?)", TRUE },
    { "list-control-of-place", "SEARCH t USING INDEX control_place_index (place=? AND <expr><?)", TRUE },
    { "list-control-of-place-oldest", "SEARCH t USING INDEX control_place_index (place=? AND <expr>>?)", TRUE },
    { "list-control-of-holder", "SEARCH t USING INDEX control_holder_index (holder=? AND <expr><?)", TRUE },
    { "list-control-on-day", "SEARCH c USING INDEX control_place_index (place=? AND <expr><?)", TRUE },
    { "list-relation", "SEARCH t USING INDEX relation_day_index (<expr>>? AND <expr><?)", TRUE },
    { "list-restriction", "SEARCH t USING INDEX restriction_day_index (<expr>>? AND <expr><?)", TRUE },
    { "list-figure", "SEARCH t USING INDEX figure_day_index (<expr>>? AND <expr><?)", TRUE },
    { "list-event-of-words", "SEARCH t USING INTEGER PRIMARY KEY", FALSE },
    { "list-claim-of-words", "SEARCH t USING INTEGER PRIMARY KEY", FALSE },
    { "list-document-of-words-oldest", "SEARCH t USING INTEGER PRIMARY KEY", FALSE },
    { "list-extract-of-words", "SEARCH t USING INTEGER PRIMARY KEY", FALSE },
    { "list-place-of-words", "SEARCH t USING INTEGER PRIMARY KEY", FALSE },
    { "count-brought-by-feeds", "SEARCH h USING INDEX history_time_index (time>?)", FALSE },
    { "count-brought-by-feeds", "SEARCH e USING PRIMARY KEY (history=?)", FALSE },
    { "count-brought-by-feeds", "SEARCH v USING PRIMARY KEY (record=?)", FALSE },
    { "find-document-by-entry", "document_entry_index (feed=? AND entry=?)", TRUE },
    { "find-document-by-url", "document_url_index (url=?)", TRUE },
    { "get-event", "SEARCH t USING INTEGER PRIMARY KEY", TRUE },
    { "get-document", "SEARCH t USING INTEGER PRIMARY KEY", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plan = explain (fixture, cases[i].query);

      g_test_message ("%s:\n%s", cases[i].query, plan);
      g_assert_nonnull (strstr (plan, cases[i].index));
      g_assert_null (strstr (plan, "SCAN t"));
      g_assert_null (strstr (plan, "SCAN n"));
      g_assert_true (!cases[i].is_sorted || strstr (plan, "TEMP B-TREE FOR ORDER BY") == NULL);
    }
}

/* What began, ended or was said between two days is found by an index of each. */
static void
test_turned_plan (Fixture *fixture,
                  gconstpointer data)
{
  static const char *const indexes[] = {
    "SEARCH restriction USING INDEX restriction_day_index (<expr>>? AND <expr><?)",
    "SEARCH restriction USING COVERING INDEX restriction_until_index (until_first>? AND until_first<?)",
    "SEARCH control USING INDEX control_day_index (<expr>>? AND <expr><?)",
    "SEARCH control USING COVERING INDEX control_until_index (until_first>? AND until_first<?)",
    "SEARCH relation USING INDEX relation_day_index (<expr>>? AND <expr><?)",
    "SEARCH relation USING COVERING INDEX relation_until_index (until_first>? AND until_first<?)",
    "SEARCH claim USING INDEX claim_day_index (<expr>>? AND <expr><?)",
    "SEARCH claim_statement USING COVERING INDEX claim_statement_date_index (date_first>? AND date_first<?)",
  };
  g_autofree char *plan = explain (fixture, "list-turned");

  g_test_message ("%s", plan);
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    g_assert_nonnull (strstr (plan, indexes[i]));
}

/* Looking for what names a record that goes reads no table from end to end. */
static void
test_referrers_plan (Fixture *fixture,
                     gconstpointer data)
{
  g_autofree char *plan = explain (fixture, "list-referrers");

  g_assert_null (strstr (plan, "SCAN event"));
  g_assert_null (strstr (plan, "SCAN document"));
  g_assert_null (strstr (plan, "SCAN claim"));
  g_assert_null (strstr (plan, "SCAN record"));
}

/* How many extracts a record rests on is counted without those of others. */
static void
test_extracts_plan (Fixture *fixture,
                    gconstpointer data)
{
  static const char *const queries[] = { "get-alliance", "get-claim", "get-indicator", "get-judgement" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *plan = explain (fixture, queries[i]);

      g_assert_nonnull (strstr (plan, "SEARCH evidence USING PRIMARY KEY (record=?)"));
      g_assert_null (strstr (plan, "SCAN evidence"));
      g_assert_null (strstr (plan, "SCAN claim_statement"));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/catalogue/store-plans/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("lists", test_plans);
  ADD ("turned", test_turned_plan);
  ADD ("referrers", test_referrers_plan);
  ADD ("extracts", test_extracts_plan);
#undef ADD

  return g_test_run ();
}
