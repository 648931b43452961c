/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-import-spec.h"

#include <string.h>

#include "sb-table-error.h"
#include "sb-table-event.h"

static SbImportSpec *
read_spec (const char *json,
           GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return sb_import_spec_new (bytes, error);
}

static const struct
{
  const char *json;
  const char *member; /* that is wrong */
} bad[] = {
  { "", "JSON" },
  { "[]", "JSON" },
  { "{\"rows\":\"events\",}", "JSON" },
  { "{\"rows\":\"unicorns\"}", "rows" },
  { "{\"separator\":\";;\"}", "separator" },
  { "{\"date_format\":\"%q\"}", "date_format" },
  { "{\"date_format\":\"%d\\udefault%m%Y\"}", "date_format" },
  { "{\"grade\":\"G7\"}", "grade" },
  { "{\"complete\":\"yes\"}", "complete" },
  { "{\"columns\":{\"when\":\"x\"}}", "when" },
  { "{\"columns\":{\"date\":7}}", "date" },
  { "{\"colums\":{}}", "colums" },
};

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SbImportSpec) spec = read_spec (bad[i].json, &error);

      g_test_message ("%s", bad[i].json);
      g_assert_null (spec);
      g_assert_error (error, SB_TABLE_ERROR, SB_TABLE_ERROR_SPECIFICATION);
      g_assert_cmpstr (error->message, ==, bad[i].member);
    }
}

/* What is written is read again as it was. */
static void
test_again (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbImportSpec) spec = read_spec ("{\"rows\":\"events\",\"source\":\"Veille\",\"grade\":\"C3\",\"separator\":\";\",\"date_format\":\"%d.%m.%Y\","
                                             "\"complete\":true,\"columns\":{\"date\":\"Quand\",\"location\":\"Où\"},\"defaults\":{\"country\":\"Mali\"}}",
                                             &error);
  g_autofree char *json = NULL;
  g_autofree char *json_again = NULL;
  g_autoptr (SbImportSpec) again = NULL;

  g_assert_no_error (error);
  json = sb_import_spec_to_json (spec);
  again = read_spec (json, &error);
  g_assert_no_error (error);
  json_again = sb_import_spec_to_json (again);
  g_assert_cmpstr (json_again, ==, json);
  g_assert_cmpstr (sb_import_spec_get_column (again, SB_TABLE_FIELD_LOCATION), ==, "Où");
  g_assert_true (sb_import_spec_is_complete (again));
}

/* Columns that nobody could guess, days in a way of their own, and what all rows
 * have in common. */
static void
test_used (void)
{
  static const char text[] = "Quand;Où;Qui\n03.09.2025;Kayes;JNIM\n2025-09-04;Kayes;JNIM\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (SbImportSpec) spec = read_spec ("{\"rows\":\"events\",\"date_format\":\"%d.%m.%Y\",\"columns\":{\"date\":\"Quand\",\"location\":\"Où\",\"actor1\":\"Qui\"},"
                                             "\"defaults\":{\"country\":\"Mali\",\"type\":\"Battles\"}}",
                                             &error);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (SbTable) table = sb_table_new (bytes, sb_import_spec_get_options (spec), &error);
  g_autoptr (SbEventReader) reader = sb_event_reader_new (table, spec, &error);
  SbTableEvent event;
  const char *reason;

  g_assert_no_error (error);
  g_assert_true (sb_event_reader_next (reader, &event, &reason));
  g_assert_null (reason);
  g_assert_cmpint (event.first_day, ==, 20334);
  g_assert_cmpstr (event.location, ==, "Kayes");
  g_assert_cmpstr (event.actor1, ==, "JNIM");
  g_assert_cmpstr (event.country, ==, "Mali");
  g_assert_cmpstr (event.type, ==, "Battles");
  g_assert_true (sb_event_reader_next (reader, &event, &reason));
  g_assert_nonnull (reason);
}

static void
test_missing_column (void)
{
  static const char text[] = "a,b\n1,2\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (SbImportSpec) spec = read_spec ("{\"columns\":{\"date\":\"c\"}}", &error);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (SbTable) table = sb_table_new (bytes, NULL, &error);
  g_autoptr (SbEventReader) reader = NULL;

  g_assert_no_error (error);
  reader = sb_event_reader_new (table, spec, &error);
  g_assert_error (error, SB_TABLE_ERROR, SB_TABLE_ERROR_COLUMNS);
  g_assert_cmpstr (error->message, ==, "c");
}

/* A specification to begin with has the columns that were found. */
static void
test_for_table (void)
{
  static const char text[] = "Date,Lieu,Acteur 1\n2025-09-03,Kayes,JNIM\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (SbTable) table = sb_table_new (bytes, NULL, NULL);
  g_autoptr (SbImportSpec) spec = sb_import_spec_new_for_table (table, SB_TABLE_EVENTS);

  g_assert_cmpstr (sb_import_spec_get_column (spec, SB_TABLE_FIELD_ACTOR1), ==, "Acteur 1");
  g_assert_null (sb_import_spec_get_column (spec, SB_TABLE_FIELD_ACTOR2));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tables/import-spec/bad", test_bad);
  g_test_add_func ("/tables/import-spec/again", test_again);
  g_test_add_func ("/tables/import-spec/used", test_used);
  g_test_add_func ("/tables/import-spec/missing-column", test_missing_column);
  g_test_add_func ("/tables/import-spec/for-table", test_for_table);

  return g_test_run ();
}
