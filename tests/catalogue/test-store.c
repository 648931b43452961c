/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-store.h"

#include "sb-actor.h"
#include "sb-catalogue-error.h"
#include "sb-document.h"
#include "sb-event.h"
#include "sb-record-builder.h"
#include "sb-record-compare.h"
#include "sb-test-records.h"

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

static void
put_all (Fixture *fixture)
{
  g_autoptr (SbChangeSet) changes = sb_test_make_all (NULL);
  g_autoptr (GError) error = NULL;
  int kinds = sb_store_apply (fixture->store, changes, &error);

  g_assert_no_error (error);
  g_assert_cmpint (kinds, ==, (1 << SB_N_KINDS) - 2);
}

static SbRecord *
get (Fixture *fixture,
     SbKind kind,
     guint number)
{
  g_autofree char *uuid = sb_test_make_uuid (kind, number);
  g_autoptr (GError) error = NULL;
  SbRecord *record = sb_store_get_by_uuid (fixture->store, kind, uuid, &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);
  return record;
}

static void
test_round_trip (Fixture *fixture,
                 gconstpointer data)
{
  put_all (fixture);

  for (int kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    for (guint i = 0; i < SB_TEST_N_EACH; i++)
      {
        g_autoptr (SbRecord) expected = sb_test_make_record ((SbKind) kind, i);
        g_autoptr (SbRecord) record = get (fixture, (SbKind) kind, i);

        g_test_message ("%s %u", sb_kind_get_name ((SbKind) kind), i);
        g_assert_cmpint (sb_record_get_id (record), >, 0);
        g_assert_cmpint (sb_record_get_created (record), >, 0);
        g_assert_true (_sb_record_stores_same (expected, record));
      }
}

/* What is derived, and the names in references. */
static void
test_derived (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (SbRecord) event = NULL;
  g_autoptr (SbRecord) place = NULL;
  g_autoptr (SbRecord) relation = NULL;
  SbRecord *item;
  SbRef *ref;

  put_all (fixture);
  event = get (fixture, SB_KIND_EVENT, 0);
  item = sb_record_get_item (event, SB_EVENT_PLACES, 0);
  ref = sb_record_get_ref (item, SB_EVENT_PLACE_PLACE);
  place = get (fixture, SB_KIND_PLACE, 0);

  g_assert_cmpint (sb_ref_get_id (ref), ==, sb_record_get_id (place));
  g_assert_cmpstr (sb_ref_get_name (ref, SB_LANGUAGE_FR), ==, sb_record_get_title (place, SB_LANGUAGE_FR));
  g_assert_cmpstr (sb_ref_get_name (ref, SB_LANGUAGE_EN), ==, sb_record_get_title (place, SB_LANGUAGE_EN));
  g_assert_true (sb_record_has (item, SB_EVENT_PLACE_LATITUDE));
  g_assert_cmpfloat (sb_record_get_real (item, SB_EVENT_PLACE_LATITUDE, -1), ==, sb_record_get_real (place, SB_PLACE_LATITUDE, -2));
  g_assert_cmpfloat (sb_record_get_real (item, SB_EVENT_PLACE_LONGITUDE, -1), ==, sb_record_get_real (place, SB_PLACE_LONGITUDE, -2));
}

static void
test_list_every_kind (Fixture *fixture,
                      gconstpointer data)
{
  put_all (fixture);

  for (int kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    {
      g_autoptr (SbQuery) query = sb_query_new ((SbKind) kind);
      g_autoptr (GPtrArray) records = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", sb_kind_get_name ((SbKind) kind));
      records = sb_store_list (fixture->store, query, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (records->len, ==, SB_TEST_N_EACH);
      g_assert_cmpint (sb_store_count (fixture->store, query, &error), ==, SB_TEST_N_EACH);

      query->text = g_strdup ("aucun ne s'appelle ainsi");
      g_clear_pointer (&records, g_ptr_array_unref);
      records = sb_store_list (fixture->store, query, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (records->len, ==, 0);

      g_free (query->text);
      query->text = g_strdup ("AZAWAD");
      g_assert_cmpint (sb_store_count (fixture->store, query, &error), ==, SB_TEST_N_EACH);
    }
}

static void
test_put_twice (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (SbChangeSet) changes = sb_test_make_all ("Import");
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  put_all (fixture);
  g_assert_cmpint (sb_store_apply (fixture->store, changes, &error), ==, 0);
  g_assert_no_error (error);

  /* What changed nothing is no work to be undone. */
  label = sb_store_dup_undo_label (fixture->store, &error);
  g_assert_null (label);
}

static void
test_unknown_reference (Fixture *fixture,
                        gconstpointer data)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new ("Add");
  g_autoptr (SbRecord) actor = sb_test_make_actor ("JNIM");
  g_autoptr (SbRecord) relation = sb_test_make_record (SB_KIND_RELATION, 0);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_ACTOR);
  g_autoptr (GError) error = NULL;

  sb_change_set_put (changes, actor);
  sb_change_set_put (changes, relation);
  g_assert_cmpint (sb_store_apply (fixture->store, changes, &error), ==, -1);
  g_assert_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_UNKNOWN_REFERENCE);
  g_clear_error (&error);

  /* All or nothing. */
  g_assert_cmpint (sb_store_count (fixture->store, query, &error), ==, 0);
}

static void
test_invalid (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (NULL);
  g_autoptr (SbRecord) event = sb_record_builder_end (sb_record_builder_new (&sb_event_schema));
  g_autoptr (GError) error = NULL;

  sb_change_set_put (changes, event);
  g_assert_cmpint (sb_store_apply (fixture->store, changes, &error), ==, -1);
  g_assert_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_INVALID);
}

static void
test_nothing_there (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (SbRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  record = sb_store_get (fixture->store, SB_KIND_EVENT, 42, &error);
  g_assert_no_error (error);
  g_assert_null (record);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/catalogue/store/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("derived", test_derived);
  ADD ("list-every-kind", test_list_every_kind);
  ADD ("put-twice", test_put_twice);
  ADD ("unknown-reference", test_unknown_reference);
  ADD ("invalid", test_invalid);
  ADD ("nothing-there", test_nothing_there);
#undef ADD

  return g_test_run ();
}
