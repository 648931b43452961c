/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include <string.h>

#include "sb-catalogue-error.h"
#include "sb-dossier-reader.h"
#include "sb-record-json.h"
#include "sb-test-records.h"

/* Records that answer one question differently. */

#define QUESTION "11111111-1111-4111-8111-111111111111"
#define ANOTHER  "22222222-2222-4222-8222-222222222222"

typedef struct
{
  char *folder; /* (owned) */
  SbStore *store; /* (owned) */
} Fixture;

static void
apply (Fixture *fixture,
       SbChangeSet *changes)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sb_store_apply (fixture->store, changes, &error), >=, 0);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (SbChangeSet) all = sb_test_make_all (NULL);

  fixture->folder = sb_test_make_folder ();
  fixture->store = sb_test_open_store (fixture->folder);
  apply (fixture, all);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->store);
  sb_test_remove_folder (fixture->folder);
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
  return record;
}

static void
put (Fixture *fixture,
     SbKind kind,
     guint number,
     const char *topic,
     gboolean is_retained,
     const char *label)
{
  g_autoptr (SbChangeSet) changes = sb_change_set_new (label);
  g_autoptr (SbRef) ref = sb_test_make_ref (kind, number);

  if (topic != NULL)
    sb_change_set_put_version (changes, ref, topic, is_retained);
  else
    sb_change_set_remove_version (changes, ref);
  apply (fixture, changes);
}

/* What the three controls are: "-" no version, "v" one, "R" the retained one. */
static void
check_controls (Fixture *fixture,
                const char *expected)
{
  char found[SB_TEST_N_EACH + 1] = { 0 };

  for (guint i = 0; i < SB_TEST_N_EACH; i++)
    {
      g_autoptr (SbRecord) record = get (fixture, SB_KIND_CONTROL, i);

      found[i] = record == NULL ? 'x' : sb_record_get_topic (record) == NULL ? '-'
                                      : sb_record_is_retained (record)       ? 'R'
                                                                             : 'v';
    }
  g_assert_cmpstr (found, ==, expected);
}

static void
check_reverted (Fixture *fixture,
                char *(*revert) (SbStore *, GError **),
                const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = revert (fixture->store, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, expected);
}

/* Any kind can have versions, also across kinds: a claim against an event. */
static void
test_every_kind (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (SbRecord) first = NULL;
  g_autoptr (GError) error = NULL;

  for (int kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    put (fixture, (SbKind) kind, 0, QUESTION, kind == SB_KIND_CLAIM, NULL);

  for (int kind = SB_KIND_NONE + 1; kind < SB_N_KINDS; kind++)
    {
      g_autoptr (SbRecord) version = get (fixture, (SbKind) kind, 0);
      g_autoptr (SbRecord) other = get (fixture, (SbKind) kind, 1);

      g_assert_cmpstr (sb_record_get_topic (version), ==, QUESTION);
      g_assert_cmpint (sb_record_is_retained (version), ==, kind == SB_KIND_CLAIM);
      g_assert_null (sb_record_get_topic (other));
    }

  first = get (fixture, SB_KIND_EVENT, 0);
  versions = sb_store_list_versions (fixture->store, sb_record_get_id (first), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, ==, SB_N_KINDS - 1);
  g_assert_cmpint (sb_record_get_kind (g_ptr_array_index (versions, 0)), ==, SB_KIND_CLAIM);
}

static void
test_none (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (SbRecord) event = get (fixture, SB_KIND_EVENT, 0);
  g_autoptr (GPtrArray) versions = sb_store_list_versions (fixture->store, sb_record_get_id (event), NULL);

  g_assert_cmpuint (versions->len, ==, 0);
  put (fixture, SB_KIND_EVENT, 0, NULL, FALSE, "Nothing");
  check_reverted (fixture, sb_store_undo, NULL);
}

static void
test_retain_one (Fixture *fixture,
                 gconstpointer data)
{
  put (fixture, SB_KIND_CONTROL, 0, QUESTION, TRUE, "First");
  put (fixture, SB_KIND_CONTROL, 1, QUESTION, FALSE, "Second");
  check_controls (fixture, "Rv-");
  put (fixture, SB_KIND_CONTROL, 1, QUESTION, TRUE, "Retain");
  check_controls (fixture, "vR-");
  put (fixture, SB_KIND_CONTROL, 1, QUESTION, TRUE, "Again");

  /* Doing it again is no work. */
  check_reverted (fixture, sb_store_undo, "Retain");
  check_controls (fixture, "Rv-");
  check_reverted (fixture, sb_store_redo, "Retain");
  check_controls (fixture, "vR-");
  check_reverted (fixture, sb_store_undo, "Retain");
  check_reverted (fixture, sb_store_undo, "Second");
  check_controls (fixture, "R--");
  check_reverted (fixture, sb_store_undo, "First");
  check_controls (fixture, "---");
}

/* A record leaves its question for another; retained ones do not meet. */
static void
test_other_question (Fixture *fixture,
                     gconstpointer data)
{
  put (fixture, SB_KIND_CONTROL, 0, QUESTION, TRUE, NULL);
  put (fixture, SB_KIND_CONTROL, 1, ANOTHER, TRUE, NULL);
  check_controls (fixture, "RR-");
  put (fixture, SB_KIND_CONTROL, 1, QUESTION, FALSE, "Move");
  check_controls (fixture, "Rv-");
  check_reverted (fixture, sb_store_undo, "Move");
  check_controls (fixture, "RR-");
  put (fixture, SB_KIND_CONTROL, 1, QUESTION, TRUE, NULL);
  check_controls (fixture, "vR-");
  put (fixture, SB_KIND_CONTROL, 1, NULL, FALSE, "Leave");
  check_controls (fixture, "v--");
  check_reverted (fixture, sb_store_undo, "Leave");
  check_controls (fixture, "vR-");
}

static void
test_remove (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (SbChangeSet) removal = sb_change_set_new ("Remove");
  g_autoptr (SbRef) ref = sb_test_make_ref (SB_KIND_CONTROL, 0);

  put (fixture, SB_KIND_CONTROL, 0, QUESTION, TRUE, NULL);
  put (fixture, SB_KIND_CONTROL, 1, QUESTION, FALSE, NULL);
  sb_change_set_remove (removal, ref);
  apply (fixture, removal);
  check_controls (fixture, "xv-");
  check_reverted (fixture, sb_store_undo, "Remove");
  check_controls (fixture, "Rv-");
  check_reverted (fixture, sb_store_redo, "Remove");
  check_controls (fixture, "xv-");
}

static gboolean
read_line (Fixture *fixture,
           const char *record,
           const char *rest,
           GError **error)
{
  g_autofree char *line = g_strdup_printf ("{\"@kind\":\"version\",\"record\":{\"kind\":\"control\",\"uuid\":\"%s\"}%s}", record, rest);
  g_autoptr (GBytes) bytes = g_bytes_new (line, strlen (line));

  return sb_dossier_read_ndjson (fixture->store, bytes, NULL, NULL, NULL, error);
}

static void
test_dossier (Fixture *fixture,
              gconstpointer data)
{
  static const char *const refused[] = {
    "",
    ",\"topic\":\"kidal\"",
    ",\"topic\":7",
    ",\"topic\":\"" QUESTION "\",\"retained\":1",
    ",\"topic\":\"" QUESTION "\",\"stance\":\"supports\"",
  };
  g_autofree char *uuid = sb_test_make_uuid (SB_KIND_CONTROL, 0);
  g_autoptr (SbRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_assert_false (read_line (fixture, uuid, refused[i], &error));
      g_assert_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_FORMAT);
      g_test_message ("%s", error->message);
      g_clear_error (&error);
    }
  check_controls (fixture, "---");

  g_assert_false (read_line (fixture, ANOTHER, ",\"topic\":\"" QUESTION "\"", &error));
  g_assert_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_UNKNOWN_REFERENCE);
  g_clear_error (&error);

  g_assert_true (read_line (fixture, uuid, ",\"topic\":\"" QUESTION "\",\"retained\":true", &error));
  g_assert_no_error (error);
  check_controls (fixture, "R--");
}

/* It is shown with the record, and ignored where a record is read. */
static void
test_json (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (SbRecord) record = NULL;
  g_autoptr (SbRecord) back = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *version;

  put (fixture, SB_KIND_CONTROL, 0, QUESTION, TRUE, NULL);
  record = get (fixture, SB_KIND_CONTROL, 0);
  node = sb_record_to_json (record, SB_RECORD_JSON_FULL);
  version = json_object_get_object_member (json_node_get_object (node), "version");
  g_assert_cmpstr (json_object_get_string_member (version, "topic"), ==, QUESTION);
  g_assert_true (json_object_get_boolean_member (version, "retained"));

  back = sb_record_from_json (sb_record_get_schema (record), json_node_get_object (node), &error);
  g_assert_no_error (error);
  g_assert_null (sb_record_get_topic (back));
}

int
main (int argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture,
                  gconstpointer data);
  } tests[] = {
    { "/catalogue/versions/every-kind", test_every_kind },
    { "/catalogue/versions/none", test_none },
    { "/catalogue/versions/retain-one", test_retain_one },
    { "/catalogue/versions/other-question", test_other_question },
    { "/catalogue/versions/remove", test_remove },
    { "/catalogue/versions/dossier", test_dossier },
    { "/catalogue/versions/json", test_json },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
