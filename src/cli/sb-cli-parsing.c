/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include "sb-document-error.h"
#include "sb-document-reader.h"
#include "sb-feed-list.h"
#include "sb-parsed-feed.h"

#include <glib/gi18n.h>

/* What is said of a file beside its bytes. */
typedef struct
{
  char *url; /* (owned) (nullable) */
  char *type; /* (owned) (nullable) */
  char *as; /* (owned) (nullable) */
  gboolean whole;
} FileOptions;

static void
file_options_clear (FileOptions *options)
{
  g_free (options->url);
  g_free (options->type);
  g_free (options->as);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FileOptions, file_options_clear)

/* JSON that a lower layer has written, as it is or a few lines of it for a
 * person to read. */
static void
print_text_members (const char *json,
                    const char *const *members)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  JsonObject *object = json_node_get_object (node);

  for (guint i = 0; members[i] != NULL; i++)
    {
      const char *text = json_object_get_string_member_with_default (object, members[i], NULL);

      if (text != NULL && *text != '\0')
        sb_cli_print_line (text);
    }
}

SbCliStatus
sb_cli_parse_feed (SbCli *self,
                   char **arguments)
{
  g_auto (FileOptions) given = { 0 };
  const GOptionEntry options[] = {
    { "url", 0, 0, G_OPTION_ARG_STRING, &given.url, N_ ("The address that it came from"), N_ ("URL") },
    { "type", 0, 0, G_OPTION_ARG_STRING, &given.type, N_ ("Its content type"), N_ ("TYPE") },
    { NULL }
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SbParsedFeed) feed = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_auto (GStrv) left = NULL;
  SbCliStatus status;

  left = sb_cli_parse (self, "parse-feed", options, arguments, 1, 1, &status);
  if (left == NULL)
    return status;

  if (!(bytes = sb_cli_read_file (self, left[0])))
    return SB_CLI_FAILED;

  if (!(feed = sb_feed_parse (bytes, given.url, given.type, &error)))
    return sb_cli_fail (self, error);

  node = sb_parsed_feed_to_json (feed);
  sb_cli_print_json (node);
  return SB_CLI_DONE;
}

SbCliStatus
sb_cli_extract (SbCli *self,
                char **arguments)
{
  static const char *const members[] = { "title", "byline", "date", "text", NULL };
  g_auto (FileOptions) given = { 0 };
  const GOptionEntry options[] = {
    { "url", 0, 0, G_OPTION_ARG_STRING, &given.url, N_ ("The address that it came from"), N_ ("URL") },
    { "type", 0, 0, G_OPTION_ARG_STRING, &given.type, N_ ("Its content type"), N_ ("TYPE") },
    { "whole", 0, 0, G_OPTION_ARG_NONE, &given.whole, N_ ("Keep all of the page, not the article alone"), NULL },
    { NULL }
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SbExtraction) extraction = NULL;
  g_autofree char *json = NULL;
  const char *type;
  g_auto (GStrv) left = NULL;
  SbCliStatus status;

  left = sb_cli_parse (self, "extract", options, arguments, 1, 1, &status);
  if (left == NULL)
    return status;

  if (!(bytes = sb_cli_read_file (self, left[0])))
    return SB_CLI_FAILED;

  type = given.type != NULL ? given.type : sb_content_type_for_name (left[0]);
  extraction = sb_extract (bytes, type, given.url, given.whole ? SB_EXTRACT_WHOLE : SB_EXTRACT_ARTICLE, NULL, &error);
  if (extraction == NULL)
    {
      sb_cli_fail (self, error);
      return g_error_matches (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_LOCKED) ? SB_CLI_PASSWORD : SB_CLI_FAILED;
    }

  json = sb_extraction_to_json (extraction);
  if (self->json)
    sb_cli_print_line (json);
  else
    print_text_members (json, members);

  return SB_CLI_DONE;
}

static SbCliStatus
read_feeds (SbCli *self,
            GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbFeedList) feeds = sb_feed_list_new_from_opml (bytes, &error);
  g_autoptr (JsonNode) node = NULL;

  if (feeds == NULL)
    return sb_cli_fail (self, error);

  node = sb_feed_list_to_json (feeds);
  sb_cli_print_json (node);
  return SB_CLI_DONE;
}

SbCliStatus
sb_cli_read (SbCli *self,
             char **arguments)
{
  g_auto (FileOptions) given = { 0 };
  const GOptionEntry options[] = {
    { "as", 0, 0, G_OPTION_ARG_STRING, &given.as, N_ ("What to read it as: feeds"), N_ ("KIND") },
    { NULL }
  };
  g_autoptr (GBytes) bytes = NULL;
  g_auto (GStrv) left = NULL;
  SbCliStatus status;

  left = sb_cli_parse (self, "read", options, arguments, 1, 1, &status);
  if (left == NULL)
    return status;

  if (given.as != NULL && !g_str_equal (given.as, "feeds"))
    return sb_cli_fail_usage (self, _ ("Only lists of feeds can be read without a catalogue: --as feeds."));

  if (!(bytes = sb_cli_read_file (self, left[0])))
    return SB_CLI_FAILED;

  return read_feeds (self, bytes);
}
