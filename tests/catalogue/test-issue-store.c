/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-issue-store.h"

#include <sqlite3.h>

#include "sb-briefing.h"
#include "sb-catalogue-error.h"
#include "sb-record-builder.h"
#include "sb-test-records.h"

/* As much of a file as tells the size of its pages. */
#define PDF "%PDF-1.7 pages /MediaBox [ 0 0 595.275591 841.889764 ]"

typedef struct
{
  char *folder;
  SbStore *store;
  SbRecord *briefing; /* as it is stored */
} Fixture;

static SbRecord *
reload (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SbRecord *briefing = sb_store_get_by_uuid (fixture->store, SB_KIND_BRIEFING, sb_record_get_uuid (fixture->briefing), &error);

  g_assert_no_error (error);
  g_object_unref (fixture->briefing);
  fixture->briefing = briefing;

  return briefing;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_briefing_schema);

  fixture->folder = sb_test_make_folder ();
  fixture->store = sb_test_open_store (fixture->folder);
  sb_record_builder_set_words (builder, SB_BRIEFING_TITLE, "Avril", "April");
  sb_record_builder_set_text (builder, SB_BRIEFING_TEMPLATE, "situation");
  fixture->briefing = sb_record_builder_end (builder);
  sb_test_put (fixture->store, fixture->briefing, "Add briefing");
  reload (fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->briefing);
  g_object_unref (fixture->store);
  sb_test_remove_folder (fixture->folder);
}

/* Takes @title over as the headline in French. */
static void
rename_briefing (Fixture *fixture,
                 const char *title)
{
  SbRecordBuilder *builder = sb_record_builder_new_from (fixture->briefing);
  g_autoptr (SbRecord) renamed = NULL;

  sb_record_builder_set_words (builder, SB_BRIEFING_TITLE, title, "April");
  renamed = sb_record_builder_end (builder);
  sb_test_put (fixture->store, renamed, "Edit briefing");
  reload (fixture);
}

static gboolean
issue (Fixture *fixture,
       guint number,
       GError **error)
{
  g_autoptr (SbIssue) made = sb_issue_new ();
  g_autoptr (GBytes) pdf = g_bytes_new_static (PDF, strlen (PDF));
  SbRecordBuilder *builder = sb_record_builder_new_from (fixture->briefing);

  sb_record_builder_set_integer (builder, SB_BRIEFING_NUMBER, number);
  sb_record_builder_set_time (builder, SB_BRIEFING_ISSUED, 1777485600 + number);
  made->record = sb_record_builder_end (builder);
  made->findings = g_strdup ("[]");
  made->reason = sb_bilingual_new ("Une date.", "A date.");
  sb_issue_add_edition (made, SB_LANGUAGE_FR, 2, "[]", pdf);

  return sb_issue_store_add (fixture->store, made, error);
}

static void
test_add (Fixture *fixture,
          gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbIssue) stored = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) english = NULL;
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, PDF, -1);

  g_assert_cmpuint (sb_issue_store_get_next_number (fixture->store, fixture->briefing, &error), ==, 1);
  g_assert_true (issue (fixture, 1, &error));
  g_assert_no_error (error);
  stored = sb_issue_store_get (fixture->store, sb_record_get_uuid (fixture->briefing), 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sb_record_get_uuid (stored->record), ==, sb_record_get_uuid (reload (fixture)));
  g_assert_cmpint (sb_record_get_integer (fixture->briefing, SB_BRIEFING_NUMBER, 0), ==, 1);
  g_assert_cmpint (sb_record_get_time (fixture->briefing, SB_BRIEFING_ISSUED), ==, sb_record_get_time (stored->record, SB_BRIEFING_ISSUED));
  g_assert_cmpint (stored->time, ==, 1777485601);
  g_assert_cmpint (stored->history, >, 0);
  g_assert_cmpstr (sb_bilingual_get (stored->reason, SB_LANGUAGE_EN), ==, "A date.");
  g_assert_cmpstr (sb_issue_find_edition (stored, SB_LANGUAGE_FR)->hash, ==, hash);
  g_assert_cmpfloat_with_epsilon (sb_issue_find_edition (stored, SB_LANGUAGE_FR)->page_width, 595.28, 0.01);
  g_assert_cmpfloat_with_epsilon (sb_issue_find_edition (stored, SB_LANGUAGE_FR)->page_height, 841.89, 0.01);
  g_assert_null (sb_issue_find_edition (stored, SB_LANGUAGE_EN));
  pdf = sb_issue_store_get_pdf (fixture->store, sb_record_get_uuid (fixture->briefing), 1, SB_LANGUAGE_FR, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (pdf), ==, strlen (PDF));
  english = sb_issue_store_get_pdf (fixture->store, sb_record_get_uuid (fixture->briefing), 1, SB_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  g_assert_null (english);

  /* A number is given once. */
  g_assert_false (issue (fixture, 1, &error));
  g_assert_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_INVALID);
}

/* It is no work of the user's that is undone, but there to be found. */
static void
test_undo (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GPtrArray) issues = NULL;

  rename_briefing (fixture, "Avril 2026");
  g_assert_true (issue (fixture, 1, &error));
  g_assert_no_error (error);
  label = sb_store_dup_undo_label (fixture->store, &error);
  g_assert_cmpstr (label, ==, "Edit briefing");

  /* Undoing what was done before is an edit of what was issued. */
  undone = sb_store_undo (fixture->store, &error);
  g_assert_cmpstr (undone, ==, "Edit briefing");
  reload (fixture);
  g_assert_cmpstr (sb_record_get_title (fixture->briefing, SB_LANGUAGE_FR), ==, "Avril");
  g_assert_false (sb_record_has (fixture->briefing, SB_BRIEFING_ISSUED));
  g_assert_cmpint (sb_record_get_integer (fixture->briefing, SB_BRIEFING_NUMBER, 0), ==, 2);
  issues = sb_issue_store_list (fixture->store, sb_record_get_uuid (fixture->briefing), &error);
  g_assert_cmpuint (issues->len, ==, 1);
  g_assert_cmpstr (sb_record_get_title (((SbIssue *) g_ptr_array_index (issues, 0))->record, SB_LANGUAGE_FR), ==, "Avril 2026");
}

/* An edit that says nothing of it makes the draft of the next issue. */
static void
test_frozen (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbIssue) first = NULL;
  g_autoptr (SbIssue) second = NULL;

  g_assert_true (issue (fixture, 1, &error));
  reload (fixture);
  rename_briefing (fixture, "Mai");
  g_assert_false (sb_record_has (fixture->briefing, SB_BRIEFING_ISSUED));
  g_assert_cmpuint (sb_issue_store_get_next_number (fixture->store, fixture->briefing, &error), ==, 2);
  rename_briefing (fixture, "Juin");
  g_assert_cmpint (sb_record_get_integer (fixture->briefing, SB_BRIEFING_NUMBER, 0), ==, 2);
  g_assert_true (issue (fixture, 2, &error));
  g_assert_no_error (error);
  first = sb_issue_store_get (fixture->store, sb_record_get_uuid (fixture->briefing), 1, &error);
  second = sb_issue_store_get (fixture->store, sb_record_get_uuid (fixture->briefing), 2, &error);
  g_assert_cmpstr (sb_record_get_title (first->record, SB_LANGUAGE_FR), ==, "Avril");
  g_assert_cmpstr (sb_record_get_title (second->record, SB_LANGUAGE_FR), ==, "Juin");
  g_assert_cmpstr (first->hash, !=, second->hash);
}

/* Pages that somebody changed are not handed out as what was issued. */
static void
test_damaged (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GArray) damage = NULL;
  sqlite3 *db = NULL;

  g_assert_true (issue (fixture, 1, &error));
  g_assert_cmpint (sqlite3_open (sb_store_get_path (fixture->store), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE briefing_issue_edition SET pdf = x'00'", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  pdf = sb_issue_store_get_pdf (fixture->store, sb_record_get_uuid (fixture->briefing), 1, SB_LANGUAGE_FR, &error);
  g_assert_null (pdf);
  g_assert_error (error, SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_FORMAT);
  g_clear_error (&error);

  damage = sb_issue_store_list_damage (fixture->store, sb_record_get_uuid (fixture->briefing), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (damage->len, ==, 1);
  g_assert_cmpuint (g_array_index (damage, SbIssueDamage, 0).number, ==, 1);
  g_assert_false (g_array_index (damage, SbIssueDamage, 0).is_record);
  g_assert_cmpint (g_array_index (damage, SbIssueDamage, 0).language, ==, SB_LANGUAGE_FR);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/catalogue/issue-store/add", Fixture, NULL, set_up, test_add, tear_down);
  g_test_add ("/catalogue/issue-store/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/catalogue/issue-store/frozen", Fixture, NULL, set_up, test_frozen, tear_down);
  g_test_add ("/catalogue/issue-store/damaged", Fixture, NULL, set_up, test_damaged, tear_down);

  return g_test_run ();
}
