/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-table-sample.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sb-import-spec-folder.h"
#include "sb-table-error.h"

static const char nameless[] = "c1,c2,c3,date\n"
                               "12/05/2026,Kidal,4,imprimé le 14\n"
                               "13/05/2026,Kidal,2,imprimé le 14\n"
                               "soon,Gao,2,imprimé le 14\n";

static SbTableSample *
take (const char *text,
      SbImportSpec *spec)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  SbTableSample *sample = sb_table_sample_new (bytes, spec, &error);

  g_assert_no_error (error);
  return sample;
}

/* "c1: 12/05/2026 · 13/05/2026" of a column. */
static void
check_column (SbTableSample *sample,
              guint position,
              const char *expected)
{
  const SbTableSampleColumn *column = g_ptr_array_index (sample->columns, position);
  g_autofree char *text = g_strdup_printf ("%s: %s", column->name, column->examples);

  g_assert_cmpstr (text, ==, expected);
}

/* By itself an import takes the column that is called "date", whatever is in it. */
static void
test_by_itself (void)
{
  g_autoptr (SbTableSample) sample = take (nameless, NULL);

  g_assert_no_error (sample->error);
  g_assert_cmpuint (sample->columns->len, ==, 4);
  check_column (sample, 0, "c1: 12/05/2026 · 13/05/2026 · soon");
  check_column (sample, 1, "c2: Kidal · Gao");
  g_assert_cmpstr (sb_import_spec_get_column (sample->spec, SB_TABLE_FIELD_DATE), ==, "date");
  g_assert_cmpuint (sample->n_rows, ==, 3);
  g_assert_cmpuint (sample->n_usable, ==, 0);
  g_assert_true (sample->is_whole);
}

static void
test_edited (void)
{
  g_autoptr (SbTableSample) first = take (nameless, NULL);
  const SbImportSpecEdit edit = {
    .subject = SB_TABLE_EVENTS,
    .columns = { [SB_TABLE_FIELD_DATE] = "c1", [SB_TABLE_FIELD_LOCATION] = "c2", [SB_TABLE_FIELD_FATALITIES] = "c3" },
    .source = "Veille",
  };
  g_autoptr (SbImportSpec) spec = sb_import_spec_new_edited (first->spec, &edit);
  g_autoptr (SbTableSample) sample = take (nameless, spec);
  g_autoptr (SbTableSample) copy = sb_table_sample_copy (sample);

  g_assert_no_error (copy->error);
  g_assert_cmpuint (copy->n_usable, ==, 2);
  g_assert_cmpuint (copy->refused_line, ==, 4);
  g_assert_nonnull (copy->reason);
  check_column (copy, 1, "c2: Kidal · Gao");
}

/* What is not named is not used: a column of that name is no column of it. */
static void
test_exact (void)
{
  g_autoptr (SbTableSample) first = take (nameless, NULL);
  const SbImportSpecEdit edit = { .subject = SB_TABLE_EVENTS, .columns = { [SB_TABLE_FIELD_LOCATION] = "c2" } };
  g_autoptr (SbImportSpec) spec = sb_import_spec_new_edited (first->spec, &edit);
  g_autoptr (SbTableSample) sample = take (nameless, spec);

  g_assert_true (sb_import_spec_is_exact (spec));
  g_assert_error (sample->error, SB_TABLE_ERROR, SB_TABLE_ERROR_COLUMNS);
  g_assert_cmpuint (sample->n_rows, ==, 0);
}

static void
test_no_table (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbTableSample) sample = sb_table_sample_new (bytes, NULL, &error);

  g_assert_null (sample);
  g_assert_error (error, SB_TABLE_ERROR, SB_TABLE_ERROR_EMPTY);
}

/* A long cell of several lines is one short line. */
static void
test_long (void)
{
  g_autoptr (SbTableSample) sample =
    take ("title,text\nA,\"L’armée a annoncé\nêtre entrée dans la ville ce matin à l’aube\"\nB,\n", NULL);

  check_column (sample, 1, "text: L’armée a annoncé être entrée d…");
}

static void
test_kept (void)
{
  g_autofree char *base = g_dir_make_tmp ("sb-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (base, "specifications", NULL);
  g_autoptr (SbTableSample) sample = take (nameless, NULL);
  g_autoptr (SbTableSample) other = take ("c1,c2c3,date\n1,2,3\n", NULL);
  g_autofree char *key = sb_table_sample_make_key (sample);
  g_autofree char *other_key = sb_table_sample_make_key (other);
  g_autofree char *path = g_strdup_printf ("%s/%s.json", folder, key);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbImportSpec) none = sb_import_spec_folder_find (folder, key);
  g_autoptr (SbImportSpec) found = NULL;
  g_autoptr (SbImportSpec) broken = NULL;

  g_assert_null (none);
  g_assert_cmpstr (key, !=, other_key);
  g_assert_true (sb_import_spec_folder_keep (folder, key, sample->spec, &error));
  g_assert_no_error (error);
  found = sb_import_spec_folder_find (folder, key);
  g_assert_cmpstr (sb_import_spec_get_column (found, SB_TABLE_FIELD_DATE), ==, "date");

  g_assert_true (g_file_set_contents (path, "{", -1, NULL));
  broken = sb_import_spec_folder_find (folder, key);
  g_assert_null (broken);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (g_rmdir (base), ==, 0);
}

/* A file without names is known again by what is in its columns. */
static void
test_nameless_key (void)
{
  static const struct
  {
    const char *text;
    gboolean same;
  } cases[] = {
    { "01/06/2026,Ménaka,11\n", TRUE },
    { "2026-06-01,Ménaka,\"1,5\"\n,,\n", TRUE },
    { "Ménaka,01/06/2026,11\n", FALSE },
    { "01/06/2026,Ménaka,onze\n", FALSE },
    { "01/06/2026,Ménaka,11,\n", FALSE },
  };
  g_autoptr (SbTableSample) named = take ("12/05/2026,Kidal,4\n13/05/2026,Gao,2\n", NULL);
  const SbImportSpecEdit edit = { .subject = SB_TABLE_EVENTS, .has_no_header = TRUE };
  g_autoptr (SbImportSpec) spec = sb_import_spec_new_edited (named->spec, &edit);
  g_autoptr (SbTableSample) sample = take ("12/05/2026,Kidal,4\n13/05/2026,Gao,2\n", spec);
  g_autofree char *key = sb_table_sample_make_key (sample);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbTableSample) other = take (cases[i].text, spec);
      g_autofree char *other_key = sb_table_sample_make_key (other);

      g_assert_cmpint (g_str_equal (key, other_key), ==, cases[i].same);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tables/sample/by-itself", test_by_itself);
  g_test_add_func ("/tables/sample/edited", test_edited);
  g_test_add_func ("/tables/sample/exact", test_exact);
  g_test_add_func ("/tables/sample/no-table", test_no_table);
  g_test_add_func ("/tables/sample/long", test_long);
  g_test_add_func ("/tables/sample/kept", test_kept);
  g_test_add_func ("/tables/sample/nameless-key", test_nameless_key);
  return g_test_run ();
}
