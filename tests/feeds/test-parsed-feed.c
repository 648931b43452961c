/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-feeds-error.h"
#include "sb-parsed-feed.h"

#include <string.h>

#define FEED_URL "https://journal.example/fil/index.xml"

static char *
dup_data_path (const char *name)
{
  return g_build_filename (g_getenv ("SB_SOURCE_ROOT"), "tests", "feeds", "data", name, NULL);
}

static char *
dup_json (const SbParsedFeed *feed)
{
  g_autoptr (JsonNode) node = sb_parsed_feed_to_json (feed);
  g_autofree char *json = json_to_string (node, TRUE);

  return g_strconcat (json, "\n", NULL);
}

static SbParsedFeed *
parse (const char *text,
       gssize length,
       GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length < 0 ? strlen (text) : (gsize) length);

  return sb_feed_parse (bytes, FEED_URL, NULL, error);
}

/* The input is read and what comes out compared with the file beside it. */
static void
test_golden (gconstpointer data)
{
  g_autofree char *path = dup_data_path (data);
  g_autofree char *expected_path = g_strconcat (path, ".expected.json", NULL);
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *json = NULL;
  g_autoptr (SbParsedFeed) feed = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, &error));
  g_assert_no_error (error);
  feed = parse (text, (gssize) length, &error);
  g_assert_no_error (error);
  json = dup_json (feed);
  if (g_getenv ("SB_UPDATE_EXPECTED") != NULL)
    g_file_set_contents (expected_path, json, -1, &error);
  else
    g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  if (expected != NULL)
    g_assert_cmpstr (json, ==, expected);
}

typedef struct
{
  const char *name;
  const char *text;
  SbFeedsError code;
} ErrorCase;

static const ErrorCase error_cases[] = {
  { "nothing", "", SB_FEEDS_ERROR_EMPTY },
  { "spaces", "\xef\xbb\xbf \n\t", SB_FEEDS_ERROR_EMPTY },
  { "words", "Service unavailable", SB_FEEDS_ERROR_NOT_A_FEED },
  { "html", "<!DOCTYPE html>\n<html><head><title>x</title></head></html>", SB_FEEDS_ERROR_HTML },
  { "html-upper", "  <!-- x --><HTML lang=fr>", SB_FEEDS_ERROR_HTML },
  { "html-piece", "<div>Access denied</div>", SB_FEEDS_ERROR_HTML },
  { "xhtml", "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>", SB_FEEDS_ERROR_HTML },
  { "other-xml", "<?xml version=\"1.0\"?><opml><body/></opml>", SB_FEEDS_ERROR_NOT_A_FEED },
  { "other-json", "{\"error\": \"quota\"}", SB_FEEDS_ERROR_NOT_A_FEED },
  { "broken-json", "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [", SB_FEEDS_ERROR_MALFORMED },
  { "cut-early", "<?xml version=\"1.0\"?><rss version=\"2.0\"><chan", SB_FEEDS_ERROR_MALFORMED },
  { "bomb",
    "<!DOCTYPE r [<!ENTITY a \"xx\"><!ENTITY b \"&a;&a;\"><!ENTITY c \"&b;&b;\">]><rss><channel>"
    "<title>&c;</title></channel></rss>",
    SB_FEEDS_ERROR_UNSAFE_XML },
  { "parameter-entity",
    "<!DOCTYPE r [<!ENTITY % a SYSTEM \"http://evil.example/x.dtd\"> %a;]><rss><channel/></rss>",
    SB_FEEDS_ERROR_UNSAFE_XML },
};

static void
test_error (gconstpointer data)
{
  const ErrorCase *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SbParsedFeed) feed = parse (test->text, -1, &error);

  g_assert_error (error, SB_FEEDS_ERROR, (int) test->code);
  g_assert_null (feed);
}

/* An answer without a body: no bytes may have no address. */
static void
test_no_bytes (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new (NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbParsedFeed) feed = sb_feed_parse (bytes, NULL, NULL, &error);

  g_assert_error (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_EMPTY);
  g_assert_null (feed);
}

/* No entity is expanded and no file is read. */
static void
test_external_entity (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbParsedFeed) feed = NULL;

  feed = parse ("<!DOCTYPE r [<!ENTITY f SYSTEM \"file:///etc/passwd\"><!ENTITY g \"grown\">]>"
                "<rss><channel><title>a&f;b&g;c</title></channel></rss>",
                -1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sb_parsed_feed_get_title (feed), ==, "a&f;b&g;c");
}

static void
test_damage (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbParsedFeed) whole = NULL;
  g_autoptr (SbParsedFeed) repaired = NULL;
  g_autoptr (SbParsedFeed) cut = NULL;

  whole = parse ("<rss><channel><item><title>a</title></item></channel></rss>", -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sb_parsed_feed_get_damage (whole), ==, SB_FEED_DAMAGE_NONE);
  g_assert_cmpuint (sb_parsed_feed_get_damage_line (whole), ==, 0);

  repaired = parse ("<rss><channel>\n<item><title>a & b</title></item></channel></rss>", -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sb_parsed_feed_get_damage (repaired), ==, SB_FEED_DAMAGE_REPAIRED);
  g_assert_cmpuint (sb_parsed_feed_get_damage_line (repaired), ==, 2);

  cut = parse ("<rss><channel><item><title>a</title></item><item><title>b</ti", -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sb_parsed_feed_get_damage (cut), ==,
                   SB_FEED_DAMAGE_REPAIRED | SB_FEED_DAMAGE_TRUNCATED);
  g_assert_cmpuint (sb_parsed_feed_get_n_items (cut), ==, 1);
}

static void
test_item_values (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbParsedFeed) feed = NULL;
  SbParsedItem *item;

  feed = parse ("<rss xml:lang='ff'><channel><language>fr</language><item xml:base='a/'>"
                "<pubDate>2025-09-03</pubDate><link>b</link></item></channel></rss>",
                -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sb_parsed_feed_get_format (feed), ==, SB_FEED_FORMAT_RSS);
  item = sb_parsed_feed_get_item (feed, 0);
  g_assert_cmpstr (sb_parsed_item_get_base (item), ==, "https://journal.example/fil/a/");
  g_assert_cmpstr (sb_parsed_item_get_link (item), ==, "https://journal.example/fil/a/b");
  g_assert_cmpstr (sb_parsed_item_get_id (item), ==, "https://journal.example/fil/a/b");
  g_assert_cmpint (sb_parsed_item_get_date (item).seconds, ==, 1756857600);
  g_assert_cmpint (sb_parsed_item_get_date (item).flags, ==,
                   SB_FEED_TIME_KNOWN | SB_FEED_TIME_DAY_ONLY | SB_FEED_TIME_WITHOUT_ZONE);
  g_assert_cmpint (sb_parsed_item_get_updated (item).flags, ==, 0);
  g_assert_null (sb_parsed_item_get_categories (item)[0]);
  g_assert_cmpint (sb_parsed_item_get_position (item).kind, ==, SB_FEED_POSITION_NONE);
}

typedef struct
{
  const char *name;
  const char *head;
  const char *body; /* repeated */
  gsize n_bytes; /* of all the bodies */
  int code; /* SbFeedsError; -1: read, perhaps in part */
} HostileCase;

#define MEGABYTE 1000000

/* Each is to be answered in little time and memory: the limit on the time of the
 * test program and the sanitizers see to the rest. */
static const HostileCase hostile_cases[] = {
  { "long-line", "<rss><channel><title>", "x", 50 * MEGABYTE, SB_FEEDS_ERROR_TOO_LARGE },
  { "deep", "<rss><channel>", "<a>", 300000, SB_FEEDS_ERROR_TOO_COMPLEX },
  { "less-thans", "<rss><channel>", "<", 15 * MEGABYTE, SB_FEEDS_ERROR_TOO_COMPLEX },
  { "ampersands", "<rss><channel><title>", "&", 4 * MEGABYTE, -1 },
  { "attributes", "<rss><channel><item ", "a=\"\" ", 5 * MEGABYTE, SB_FEEDS_ERROR_TOO_COMPLEX },
  { "quotes", "<rss><channel>", "<a b=\"", 15 * MEGABYTE, SB_FEEDS_ERROR_TOO_COMPLEX },
  { "open-cdata", "<rss><channel>", "<a><![CDATA[</a>", 15 * MEGABYTE, SB_FEEDS_ERROR_TOO_COMPLEX },
  { "open-comments", "<rss><channel>", "<!--x", 15 * MEGABYTE, SB_FEEDS_ERROR_MALFORMED },
  { "declarations", "<!DOCTYPE r [", "<!ENTITY", 15 * MEGABYTE, SB_FEEDS_ERROR_NOT_A_FEED },
  { "comments-in-title", "<rss><channel><title>", "&lt;!--", 15 * MEGABYTE, -1 },
  { "tags-in-text", "<feed><title>a</title><entry><content>", "&lt;b ", 10 * MEGABYTE, -1 },
  { "items", "<rss><channel>", "<item/>", 10 * MEGABYTE, -1 },
  { "prefixes", "<rss><channel>", "<z:a/>", 10 * MEGABYTE, SB_FEEDS_ERROR_TOO_COMPLEX },
  { "json-depth", "{\"items\":", "[", MEGABYTE, SB_FEEDS_ERROR_TOO_COMPLEX },
  { "json-values", "{\"items\":[", "{},", 10 * MEGABYTE, SB_FEEDS_ERROR_TOO_COMPLEX },
  { "zeros", "\1", "\0", 10 * MEGABYTE, SB_FEEDS_ERROR_NOT_A_FEED },
  { "stray-bytes", "<rss><channel><title>a</title><item>", "\xff", 4 * MEGABYTE, -1 },
};

static void
test_hostile (gconstpointer data)
{
  const HostileCase *test = data;
  GString *text = g_string_new (test->head);
  gsize step = MAX (strlen (test->body), 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SbParsedFeed) feed = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize n = 0; n < test->n_bytes; n += step)
    g_string_append_len (text, test->body, step);
  bytes = g_string_free_to_bytes (text);
  feed = sb_feed_parse (bytes, FEED_URL, NULL, &error);
  if (test->code >= 0)
    g_assert_error (error, SB_FEEDS_ERROR, test->code);
  else
    g_assert_no_error (error);
  g_assert_true ((feed == NULL) == (error != NULL));
}

/* A feed cut anywhere gives its whole items, and never a part of one. */
static void
test_cut_anywhere (void)
{
  g_autofree char *path = dup_data_path ("rss2.xml");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  guint n_items = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, &error));
  for (gsize n = 0; n <= length; n++)
    {
      g_autoptr (SbParsedFeed) feed = parse (text, (gssize) n, NULL);

      if (feed == NULL)
        continue;
      g_assert_cmpuint (sb_parsed_feed_get_n_items (feed), >=, n_items);
      n_items = sb_parsed_feed_get_n_items (feed);
      if (n_items > 0)
        g_assert_cmpstr (sb_parsed_item_get_id (sb_parsed_feed_get_item (feed, 0)), ==, "jf-2025-118");
      if (n_items > 0)
        g_assert_nonnull (sb_parsed_item_get_text (sb_parsed_feed_get_item (feed, 0)));
    }
  g_assert_cmpuint (n_items, ==, 2);
}

int
main (int argc,
      char *argv[])
{
  static const char *const golden[] = { "rss2.xml", "rss091.xml", "rss1.rdf", "atom1.xml", "atom03.xml",
                                        "feed.json", "broken.xml", "truncated.xml", "windows-1252.xml",
                                        "mislabelled.xml", "utf16.xml", "georss.xml", "podcast.xml" };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (golden); i++)
    {
      g_autofree char *path = g_strconcat ("/feeds/parsed-feed/golden/", golden[i], NULL);

      g_test_add_data_func (path, golden[i], test_golden);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (error_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/feeds/parsed-feed/error/", error_cases[i].name, NULL);

      g_test_add_data_func (path, &error_cases[i], test_error);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (hostile_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/feeds/parsed-feed/hostile/", hostile_cases[i].name, NULL);

      g_test_add_data_func (path, &hostile_cases[i], test_hostile);
    }
  g_test_add_func ("/feeds/parsed-feed/no-bytes", test_no_bytes);
  g_test_add_func ("/feeds/parsed-feed/external-entity", test_external_entity);
  g_test_add_func ("/feeds/parsed-feed/damage", test_damage);
  g_test_add_func ("/feeds/parsed-feed/item-values", test_item_values);
  g_test_add_func ("/feeds/parsed-feed/cut-anywhere", test_cut_anywhere);

  return g_test_run ();
}
