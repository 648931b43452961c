/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <sqlite3.h>

#include "sb-actor.h"
#include "sb-made-events.h"
#include "sb-record-builder.h"
#include "sb-record-json.h"
#include "sb-situation-loader.h"
#include "sb-store-private.h"
#include "sb-test-records.h"

/* A situation is of one moment: whichever statement of its loading another
 * program writes at, it is as before the writing, or as after it. */

#define N_EVENTS 400

/* At about so many of the statements, one after the other, is written. */
#define N_MOMENTS 40

typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) */
  SbStore *other; /* (owned) of the other program */
  SbMadeEvents *made; /* (owned) */
  guint n_renamed;
  guint n_statements; /* that were begun */
  guint write_at; /* which of them, from 1; 0 for none */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = sb_test_make_folder ();
  fixture->store = sb_test_open_store (fixture->folder);
  fixture->made = sb_made_events_new (fixture->store, N_EVENTS, SB_MADE_SEED, &error);
  g_assert_no_error (error);
  fixture->other = sb_test_open_store (fixture->folder);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_pointer (&fixture->made, sb_made_events_free);
  g_clear_object (&fixture->other);
  g_clear_object (&fixture->store);
  sb_test_remove_folder (fixture->folder);
}

/* The other program: the actor who is named most gets another name, so that every
 * record that was read before says something else than one that was read after. */
static void
write_meanwhile (Fixture *fixture)
{
  gint64 id = g_array_index (fixture->made->actors, gint64, 0);
  g_autoptr (SbRecord) actor = sb_store_get (fixture->other, SB_KIND_ACTOR, id, NULL);
  SbRecordBuilder *builder = sb_record_builder_new_from (actor);
  g_autofree char *name = g_strdup_printf ("Nom %u", ++fixture->n_renamed);
  g_autoptr (SbRecord) renamed = NULL;

  sb_record_builder_set_words (builder, SB_ACTOR_NAME, name, name);
  renamed = sb_record_builder_end (builder);
  sb_test_put (fixture->other, renamed, NULL);
}

static int
statement_begun_cb (unsigned type,
                    void *data,
                    void *statement,
                    void *sql)
{
  Fixture *fixture = data;

  if (++fixture->n_statements == fixture->write_at)
    write_meanwhile (fixture);
  return 0;
}

/* The whole situation as text. */
static char *
load (Fixture *fixture)
{
  const SbSituationRequest request = { .as_of = SB_MADE_LAST_DAY, .has_since = TRUE, .since = SB_MADE_LAST_DAY - 400, .limit = 20 };
  g_autoptr (SbSituationInput) input = NULL;
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (NULL);

  input = sb_situation_loader_load (fixture->store, &request, &error);
  g_assert_no_error (error);
  for (SbKind kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    {
      GPtrArray *records = sb_situation_input_get_records (input, kind);

      for (guint i = 0; i < records->len; i++)
        {
          g_autoptr (JsonNode) node = sb_record_to_json (g_ptr_array_index (records, i), SB_RECORD_JSON_FULL);
          g_autofree char *json = json_to_string (node, FALSE);

          g_string_append_printf (out, "%s\n", json);
        }
    }

  return g_string_free (out, FALSE);
}

static void
test_one_moment (Fixture *fixture,
                 gconstpointer data)
{
  sqlite3 *db = sb_connection_get_handle (fixture->store->connection);
  g_autofree char *before = load (fixture);
  guint n_statements;
  guint n_as_before = 0;
  guint n_tried = 0;

  sqlite3_trace_v2 (db, SQLITE_TRACE_STMT, statement_begun_cb, fixture);
  g_free (load (fixture));
  n_statements = fixture->n_statements;
  g_assert_cmpuint (n_statements, >, 50);

  for (guint i = 1; i <= n_statements; i += 1 + n_statements / N_MOMENTS)
    {
      g_autofree char *meanwhile = NULL;
      g_autofree char *after = NULL;

      fixture->n_statements = 0;
      fixture->write_at = i;
      meanwhile = load (fixture);
      g_assert_cmpuint (fixture->n_renamed, ==, ++n_tried);

      fixture->write_at = 0;
      after = load (fixture);
      g_assert_cmpstr (before, !=, after);
      g_assert_true (g_str_equal (meanwhile, before) || g_str_equal (meanwhile, after));
      n_as_before += g_str_equal (meanwhile, before);
      g_free (before);
      before = g_steal_pointer (&after);
    }

  sqlite3_trace_v2 (db, 0, NULL, NULL);
  g_assert_cmpuint (n_as_before, >, n_tried / 2);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/sync/situation-loader/one-moment", Fixture, NULL, set_up, test_one_moment, tear_down);

  return g_test_run ();
}
