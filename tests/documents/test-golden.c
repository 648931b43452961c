/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */

/* Reads each file of tests/documents/data and compares with the file of the
 * same name that ends in ".expected.json". SB_UPDATE_EXPECTED=1 writes those. */

#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-document-reader.h"

#include <string.h>

static char *
extract_file (const char *path)
{
  g_autofree char *data = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbExtraction) extraction = NULL;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&data), size);
  extraction = sb_extract (bytes, sb_content_type_for_name (path), "https://example.org/2025/page.html",
                           SB_EXTRACT_ARTICLE, NULL, &error);
  g_assert_no_error (error);
  json = sb_extraction_to_json (extraction);
  return g_strconcat (json, "\n", NULL);
}

static void
test_file (gconstpointer data)
{
  const char *path = data;
  g_autofree char *expected_path = g_strconcat (path, ".expected.json", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *actual = extract_file (path);
  g_autoptr (GError) error = NULL;

  if (g_getenv ("SB_UPDATE_EXPECTED") != NULL)
    {
      g_file_set_contents (expected_path, actual, -1, &error);
      g_assert_no_error (error);
      return;
    }
  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (actual, ==, expected);
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *folder = g_build_filename (g_getenv ("SB_SOURCE_ROOT"), "tests", "documents", "data", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *test = g_strconcat ("/documents/golden/", name, NULL);

      if (!g_str_has_suffix (name, ".expected.json"))
        g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_file, g_free);
    }
  return g_test_run ();
}
