/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-feed-list.h"
#include "sb-feeds-error.h"

#include <string.h>

static SbFeedList *
read_text (const char *text,
           GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return sb_feed_list_new_from_opml (bytes, error);
}

static void
test_golden (gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("SB_SOURCE_ROOT"), "tests", "feeds", "data", data, NULL);
  g_autofree char *expected_path = g_strconcat (path, ".expected.json", NULL);
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *json = NULL;
  g_autofree char *json_line = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (SbFeedList) list = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_no_error (error);
  list = read_text (text, &error);
  g_assert_no_error (error);
  node = sb_feed_list_to_json (list);
  json = json_to_string (node, TRUE);
  json_line = g_strconcat (json, "\n", NULL);
  if (g_getenv ("SB_UPDATE_EXPECTED") != NULL)
    g_file_set_contents (expected_path, json_line, -1, &error);
  else
    g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  if (expected != NULL)
    g_assert_cmpstr (json_line, ==, expected);
}

/* What is written is read back the same. */
static void
test_round_trip (void)
{
  static const char *const mali[] = { "Sahel", "Mali & co", NULL };
  static const char *const niger[] = { "Sahel", "« Niger »", NULL };
  g_autoptr (SbFeedList) list = sb_feed_list_new ("Ma <veille>");
  g_autoptr (SbFeedList) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *opml = NULL;
  const SbFeedListEntry *entries;
  guint n = 0;

  sb_feed_list_add (list, "http://a.example/?x=1&y=\"2\"", "A", "http://a.example/", mali);
  sb_feed_list_add (list, "http://b.example/", NULL, NULL, mali);
  sb_feed_list_add (list, "http://c.example/", "C", NULL, niger);
  sb_feed_list_add (list, "http://d.example/", "D", NULL, NULL);
  opml = sb_feed_list_to_opml (list, 1757147400);
  g_assert_nonnull (strstr (opml, "<dateCreated>Sat, 06 Sep 2025 08:30:00 GMT</dateCreated>"));

  again = read_text (opml, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sb_feed_list_get_title (again), ==, "Ma <veille>");
  sb_feed_list_get_rejections (again, &n);
  g_assert_cmpuint (n, ==, 0);
  entries = sb_feed_list_get_entries (again, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpstr (entries[0].url, ==, "http://a.example/?x=1&y=\"2\"");
  g_assert_cmpstr (entries[0].link, ==, "http://a.example/");
  g_assert_true (g_strv_equal ((const char *const *) entries[0].folders, mali));
  g_assert_cmpstr (entries[1].title, ==, "http://b.example/");
  g_assert_true (g_strv_equal ((const char *const *) entries[1].folders, mali));
  g_assert_true (g_strv_equal ((const char *const *) entries[2].folders, niger));
  g_assert_cmpuint (g_strv_length (entries[3].folders), ==, 0);
  /* Neighbours share their folders. */
  g_assert_null (strstr (strstr (opml, "\"Sahel\"") + 1, "\"Sahel\""));
}

typedef struct
{
  const char *text;
  SbFeedsError code;
} ErrorCase;

static const ErrorCase error_cases[] = {
  { " \n", SB_FEEDS_ERROR_EMPTY },
  { "<!doctype html><html></html>", SB_FEEDS_ERROR_HTML },
  { "<rss version=\"2.0\"><channel/></rss>", SB_FEEDS_ERROR_NOT_A_FEED },
  { "une liste", SB_FEEDS_ERROR_NOT_A_FEED },
  { "<opml", SB_FEEDS_ERROR_MALFORMED },
  { "<!DOCTYPE opml [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]><opml/>", SB_FEEDS_ERROR_UNSAFE_XML },
};

static void
test_errors (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (error_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SbFeedList) list = read_text (error_cases[i].text, &error);

      g_assert_error (error, SB_FEEDS_ERROR, (int) error_cases[i].code);
      g_assert_null (list);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/feeds/feed-list/nested", "nested.opml", test_golden);
  g_test_add_data_func ("/feeds/feed-list/broken", "broken.opml", test_golden);
  g_test_add_func ("/feeds/feed-list/round-trip", test_round_trip);
  g_test_add_func ("/feeds/feed-list/errors", test_errors);

  return g_test_run ();
}
