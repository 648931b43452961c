/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-cli-table.h"
#include "sb-document-error.h"
#include "sb-document-reader.h"
#include "sb-parsed-feed.h"

static char *
format_time (SbFeedTime time)
{
  g_autoptr (GDateTime) moment = NULL;

  if ((time.flags & SB_FEED_TIME_KNOWN) == 0)
    return g_strdup ("—");

  moment = g_date_time_new_from_unix_utc (time.seconds);
  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%d %H:%M") : g_strdup ("—");
}

static void
print_feed (const SbParsedFeed *feed)
{
  g_autoptr (SbCliTable) table = sb_cli_table_new (_ ("Date"), _ ("Title"), _ ("Address"), NULL);
  const char *title = sb_parsed_feed_get_title (feed);

  sb_cli_print ("%s\n", title != NULL ? title : "—");
  for (guint i = 0; i < sb_parsed_feed_get_n_items (feed); i++)
    {
      SbParsedItem *item = sb_parsed_feed_get_item (feed, i);
      g_autofree char *date = format_time (sb_parsed_item_get_date (item));
      const char *cells[] = { date, sb_parsed_item_get_title (item), sb_parsed_item_get_link (item) };

      sb_cli_table_add (table, cells);
    }

  sb_cli_table_print (table);
}

SbCliStatus
sb_cli_parse_feed (SbCli *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sb_cli_read_file (self->arguments[0], &error);
  g_autoptr (SbParsedFeed) feed = NULL;

  if (!sb_cli_check_text (self->url) || !sb_cli_check_text (self->type))
    return SB_CLI_WRONG_ARGUMENTS;

  if (bytes != NULL)
    feed = sb_feed_parse (bytes, self->url, self->type, &error);
  if (feed == NULL)
    return sb_cli_fail (self->arguments[0], error);

  if ((sb_parsed_feed_get_damage (feed) & SB_FEED_DAMAGE_TRUNCATED) != 0)
    sb_cli_tell (_ ("The feed breaks off at line %u: what is behind it is lost."), sb_parsed_feed_get_damage_line (feed));
  if (self->wants_json)
    sb_cli_print_json (sb_parsed_feed_to_json (feed));
  else
    print_feed (feed);

  return SB_CLI_DONE;
}

SbCliStatus
sb_cli_extract (SbCli *self)
{
  const char *path = self->arguments[0];
  SbExtractScope scope = self->wants_whole ? SB_EXTRACT_WHOLE : SB_EXTRACT_ARTICLE;
  const char *type = self->type != NULL ? self->type : sb_content_type_for_name (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sb_cli_read_file (path, &error);
  g_autoptr (SbExtraction) extraction = NULL;
  g_autofree char *text = NULL;

  if (!sb_cli_check_text (self->url) || !sb_cli_check_text (self->type))
    return SB_CLI_WRONG_ARGUMENTS;

  if (bytes != NULL)
    extraction = sb_extract (bytes, type, self->url, scope, NULL, &error);
  if (extraction == NULL)
    {
      sb_cli_fail (path, error);
      return g_error_matches (error, SB_DOCUMENT_ERROR, SB_DOCUMENT_ERROR_LOCKED) ? SB_CLI_LOCKED : SB_CLI_FAILED;
    }

  text = self->wants_json ? sb_extraction_to_json (extraction) : sb_extraction_dup_text (extraction);
  sb_cli_print ("%s\n", text);
  return SB_CLI_DONE;
}
