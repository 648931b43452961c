/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-attachments.h"

#include <string.h>

#include "sb-parsed-feed.h"
#include "sb-table-file.h"

/* Enclosures of an entry, and what their attachments are called and known by. */
static const struct
{
  const char *enclosure;
  const char *name; /* (nullable) NULL for none */
  const char *details;
} enclosures[] = {
  { "url=\"https://a.example/f/Rapport%20final.pdf\" type=\"application/pdf\" length=\"328459\"", "Rapport final.pdf", "PDF · 328.5\u00a0kB" },
  { "url=\"https://a.example/note.docx?v=2\" type=\"application/octet-stream\" length=\"0\"", "note.docx", "DOCX" },
  { "url=\"https://a.example/prix.csv\" type=\"Text/CSV; charset=utf-8\"", "prix.csv", "CSV" },
  { "url=\"https://a.example/get.php?id=3\" type=\"application/pdf\" length=\"-7\"", "get.php", "PDF" },
  { "url=\"https://a.example/\" type=\"application/pdf\"", "https://a.example/", "PDF" },
  { "url=\"https://a.example/son.mp3\" type=\"audio/mpeg\" length=\"9\"", NULL, NULL },
  { "url=\"https://a.example/une.jpg\" type=\"image/jpeg\"", NULL, NULL },
  { "url=\"https://a.example/liste.m3u8\" type=\"application/vnd.apple.mpegurl\"", NULL, NULL },
  { "url=\"https://a.example/x\" type=\"\"", NULL, NULL },
  { "url=\"https://a.example/rapport.pdf\" type=\"image/png\"", NULL, NULL },
};

static SbParsedFeed *
parse_entry (const char *enclosure)
{
  g_autofree char *xml = g_strdup_printf ("<rss version=\"2.0\"><channel><title>t</title><item><guid>1</guid><title>n</title>"
                                          "<enclosure %s/></item></channel></rss>",
                                          enclosure);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  SbParsedFeed *feed = sb_feed_parse (bytes, "https://a.example/fil", NULL, &error);

  g_assert_no_error (error);
  return feed;
}

static SbRecord *
make_document (const SbParsedItem *item)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_document_schema);

  sb_record_builder_set_text (builder, SB_DOCUMENT_TITLE, "n");
  sb_attachments_set_enclosures (builder, item);
  return sb_record_builder_end (builder);
}

static void
test_enclosures (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (enclosures); i++)
    {
      g_autoptr (SbParsedFeed) feed = parse_entry (enclosures[i].enclosure);
      SbParsedItem *item = sb_parsed_feed_get_item (feed, 0);
      g_autoptr (SbRecord) document = make_document (item);
      SbRecord *attachment = sb_attachments_get (document, 1);
      g_autofree char *name = attachment != NULL ? sb_attachment_dup_name (attachment) : NULL;
      g_autofree char *details = attachment != NULL ? sb_attachment_describe (attachment, SB_LANGUAGE_EN) : NULL;

      g_test_message ("%s", enclosures[i].enclosure);
      g_assert_cmpstr (name, ==, enclosures[i].name);
      g_assert_cmpstr (details, ==, enclosures[i].details);
      g_assert_true (sb_attachments_has_enclosures (document, item));
      g_assert_null (sb_attachments_get (document, 0));
      g_assert_null (sb_attachments_get (document, 2));
    }
}

/* A feed that gives another file for an entry has changed it. */
static void
test_changed (void)
{
  g_autoptr (SbParsedFeed) feed = parse_entry (enclosures[0].enclosure);
  g_autoptr (SbRecord) document = make_document (sb_parsed_feed_get_item (feed, 0));

  for (guint i = 1; i < G_N_ELEMENTS (enclosures); i++)
    {
      g_autoptr (SbParsedFeed) other = parse_entry (enclosures[i].enclosure);

      g_assert_false (sb_attachments_has_enclosures (document, sb_parsed_feed_get_item (other, 0)));
    }
}

/* Lists of files as ReliefWeb has them, how many are in each, and what is known of the
 * first. */
static const struct
{
  const char *json;
  guint n_files;
  const char *first;
} lists[] = {
  { "[]", 0, NULL },
  { "[{\"url\":\"https://a.example/a\"}]", 1, "https://a.example/a|||0|0" },
  { "[{\"id\":7,\"description\":\"Version française\",\"url\":\"u\",\"filename\":\"f.pdf\",\"mimetype\":\"application/pdf\",\"filesize\":\"12\",\"pagecount\":3}]", 1, "u|f.pdf|application/pdf|12|3" },
  { "[{\"preview\":{\"url\":\"no\",\"filename\":\"no\"},\"url\":\"u\",\"filename\":null,\"filesize\":\"many\"}]", 1, "u|||0|0" },
  { "[{\"filename\":\"f\"},{\"url\":\" \"},{\"url\":\"u\",\"filename\":\"g\"},{\"url\":\"v\"}]", 2, "u|g||0|0" },
  { "[[{\"url\":\"u\"}],\"x\",3]", 0, NULL },
  { "{\"url\":\"u\"}", 0, NULL },
  { "[{\"url\":\"u\"},{\"url\":\"v\"", 1, "u|||0|0" },
  { "rapport.pdf", 0, NULL },
  { "", 0, NULL },
};

static void
test_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GPtrArray) files = sb_table_files_new (lists[i].json);
      const SbTableFile *file = files->len > 0 ? g_ptr_array_index (files, 0) : NULL;
      g_autofree char *first = NULL;

      g_test_message ("%s", lists[i].json);
      g_assert_cmpuint (files->len, ==, lists[i].n_files);
      if (file != NULL)
        first = g_strdup_printf ("%s|%s|%s|%d|%d", file->url, file->name != NULL ? file->name : "",
                                 file->media_type != NULL ? file->media_type : "", (int) file->size, (int) file->pages);
      g_assert_cmpstr (first, ==, lists[i].first);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sync/attachments/enclosures", test_enclosures);
  g_test_add_func ("/sync/attachments/changed", test_changed);
  g_test_add_func ("/sync/attachments/files", test_files);

  return g_test_run ();
}
