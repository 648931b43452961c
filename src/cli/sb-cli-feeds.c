/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-catalogue-error.h"
#include "sb-cli-lookup.h"
#include "sb-cli-table.h"
#include "sb-clock.h"
#include "sb-feed-health.h"
#include "sb-feed-outcome.h"
#include "sb-feed-schedule.h"
#include "sb-feed-subscriptions.h"
#include "sb-feeds-error.h"

static SbFeedTally
find_tally (GArray *week,
            SbRecord *feed)
{
  for (guint i = 0; i < week->len; i++)
    if (g_array_index (week, SbFeedTally, i).feed == sb_record_get_id (feed))
      return g_array_index (week, SbFeedTally, i);

  return (SbFeedTally) { .feed = sb_record_get_id (feed) };
}

static void
write_feed_json (SbRecord *feed,
                 GArray *week,
                 JsonBuilder *builder)
{
  SbFeedTally tally = find_tally (week, feed);
  g_autofree char *reason = sb_feed_dup_reason (feed, sb_language_get_interface ());
  const char *code = sb_record_get_text (feed, SB_FEED_ERROR_CODE);
  SbFeedState state = sb_record_get_term (feed, SB_FEED_STATE, SB_FEED_STATE_NEW);
  int kind = sb_record_get_term (feed, SB_FEED_KIND, SB_FEED_KIND_FEED);
  SbRef *source = sb_record_get_ref (feed, SB_FEED_SOURCE);

  json_builder_begin_object (builder);
  sb_cli_add_integer (builder, "id", sb_record_get_id (feed));
  sb_cli_add_text (builder, "kind", sb_vocabulary_find (&sb_feed_kind_vocabulary, kind)->name);
  sb_cli_add_text (builder, "title", sb_record_get_text (feed, SB_FEED_TITLE));
  sb_cli_add_text (builder, "url", sb_record_get_text (feed, SB_FEED_URL));
  sb_cli_add_text (builder, "query", sb_record_get_text (feed, SB_FEED_QUERY));
  sb_cli_add_text (builder, "folder", sb_record_get_text (feed, SB_FEED_FOLDER));
  sb_cli_add_text (builder, "state", sb_vocabulary_find (&sb_feed_state_vocabulary, state)->name);
  sb_cli_add_time (builder, "last_attempt", sb_record_get_time (feed, SB_FEED_LAST_ATTEMPT));
  sb_cli_add_time (builder, "last_good", sb_record_get_time (feed, SB_FEED_LAST_GOOD));
  sb_cli_add_time (builder, "next_due", sb_record_get_time (feed, SB_FEED_NEXT_DUE));
  sb_cli_add_integer (builder, "interval", sb_record_get_integer (feed, SB_FEED_INTERVAL, SB_FEED_DEFAULT_INTERVAL));
  sb_cli_add_text (builder, "source", source != NULL ? sb_ref_get_name (source, sb_language_get_interface ()) : NULL);
  json_builder_set_member_name (builder, "full_text");
  json_builder_add_boolean_value (builder, sb_record_get_boolean (feed, SB_FEED_FULL_TEXT));
  json_builder_set_member_name (builder, "paused");
  json_builder_add_boolean_value (builder, sb_record_get_boolean (feed, SB_FEED_PAUSED));
  sb_cli_add_integer (builder, "failures", sb_record_get_integer (feed, SB_FEED_FAILURES, 0));
  sb_cli_add_integer (builder, "week_new", tally.n_added);
  sb_cli_add_integer (builder, "week_updated", tally.n_updated);
  sb_cli_add_integer (builder, "week_new_events", tally.n_events_added);
  sb_cli_add_integer (builder, "week_updated_events", tally.n_events_updated);
  sb_cli_add_error (builder, code != NULL ? code : "empty", reason);
  json_builder_end_object (builder);
}

static void
print_feeds_json (GPtrArray *feeds,
                  GArray *week)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < feeds->len; i++)
    write_feed_json (g_ptr_array_index (feeds, i), week, builder);
  json_builder_end_array (builder);
  sb_cli_print_json (json_builder_get_root (builder));
}

static char *
format_day (gint64 seconds)
{
  g_autoptr (GDateTime) time = seconds != 0 ? g_date_time_new_from_unix_local (seconds) : NULL;

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : g_strdup ("—");
}

static void
print_feeds (GPtrArray *feeds,
             GArray *week)
{
  SbLanguage language = sb_language_get_interface ();
  g_autoptr (SbCliTable) table =
    sb_cli_table_new (_ ("Id"), _ ("Title"), _ ("State"), _ ("Last good"), _ ("New this week"), _ ("Updated"), _ ("Next attempt"),
                      _ ("Address"), _ ("Reason"), NULL);

  for (guint i = 0; i < feeds->len; i++)
    {
      SbRecord *feed = g_ptr_array_index (feeds, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, sb_record_get_id (feed));
      g_autofree char *last_good = format_day (sb_record_get_time (feed, SB_FEED_LAST_GOOD));
      gboolean is_paused = sb_record_get_boolean (feed, SB_FEED_PAUSED);
      g_autofree char *next = is_paused ? g_strdup (_ ("Paused")) : format_day (sb_record_get_time (feed, SB_FEED_NEXT_DUE));
      SbFeedTally tally = find_tally (week, feed);
      g_autofree char *n_new = g_strdup_printf ("%u", tally.n_added + tally.n_events_added);
      g_autofree char *n_updated = g_strdup_printf ("%u", tally.n_updated + tally.n_events_updated);
      g_autofree char *reason = sb_feed_dup_reason (feed, language);
      const char *cells[] = {
        id,
        sb_record_get_text (feed, SB_FEED_TITLE),
        sb_record_get_term_label (feed, SB_FEED_STATE, language),
        last_good,
        n_new,
        n_updated,
        next,
        sb_record_get_text (feed, SB_FEED_URL),
        reason,
      };

      sb_cli_table_add (table, cells);
    }

  sb_cli_table_print (table);
}

static int
compare_feeds (gconstpointer a,
               gconstpointer b)
{
  return sb_feed_compare_health (*(SbRecord *const *) a, *(SbRecord *const *) b);
}

SbCliStatus
sb_cli_feed_list (SbCli *self)
{
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_FEED);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) feeds = NULL;
  g_autoptr (GArray) week = NULL;

  if (store == NULL)
    return SB_CLI_FAILED;

  feeds = sb_store_list (store, query, &error);
  week = feeds != NULL ? sb_store_count_brought_by_feeds (store, sb_clock_now () - SB_FEED_WEEK_S, &error) : NULL;
  if (week == NULL)
    return sb_cli_fail (self->catalogue, error);

  /* Those that somebody has to look at come first. */
  g_ptr_array_sort (feeds, compare_feeds);
  if (self->wants_json)
    print_feeds_json (feeds, week);
  else if (feeds->len > 0)
    print_feeds (feeds, week);
  else
    sb_cli_tell ("%s", _ ("There are no feeds yet: “feed add” subscribes to one."));

  return SB_CLI_DONE;
}

/* Adds the removal of feed @argument to @changes. */
static SbCliStatus
remove_feed (SbStore *store,
             const char *argument,
             SbChangeSet *changes)
{
  g_autoptr (SbRecord) feed = NULL;
  g_autoptr (SbRef) ref = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *quoted = sb_cli_quote (argument);
  gint64 id;

  if (!sb_cli_read_id (argument, &id))
    return sb_cli_refuse (_ ("“%s” is not the id of a feed."), quoted);

  feed = sb_store_get (store, SB_KIND_FEED, id, &error);
  if (error != NULL)
    return sb_cli_fail (argument, error);

  if (feed == NULL)
    {
      sb_cli_tell (_ ("There is no feed %s."), quoted);
      return SB_CLI_FAILED;
    }

  ref = sb_record_dup_ref (feed);
  sb_change_set_remove (changes, ref);
  return SB_CLI_DONE;
}

SbCliStatus
sb_cli_feed_remove (SbCli *self)
{
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_DEFAULT);
  g_autoptr (SbChangeSet) changes = sb_change_set_new (_ ("Remove feeds"));
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return SB_CLI_FAILED;

  for (guint i = 0; i < self->n_arguments; i++)
    {
      SbCliStatus status = remove_feed (store, self->arguments[i], changes);

      if (status != SB_CLI_DONE)
        return status;
    }

  if (sb_store_apply (store, changes, &error) < 0)
    return sb_cli_fail (self->catalogue, error);

  if (self->wants_json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      sb_cli_add_integer (builder, "removed", self->n_arguments);
      json_builder_end_object (builder);
      sb_cli_print_json (json_builder_get_root (builder));
    }

  return SB_CLI_DONE;
}

/* What is no list of feeds did not come from a server here. */
static SbCliStatus
fail_to_read (const char *path,
              const GError *error)
{
  g_autoptr (GError) format = NULL;

  if (error->domain != SB_FEEDS_ERROR)
    return sb_cli_fail (path, error);

  format = g_error_new_literal (SB_CATALOGUE_ERROR, SB_CATALOGUE_ERROR_FORMAT, error->message);
  return sb_cli_fail (path, format);
}

SbCliStatus
sb_cli_feed_import (SbCli *self)
{
  for (guint i = 0; i < self->n_arguments; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = sb_cli_read_file (self->arguments[i], &error);
      g_autoptr (SbFeedList) list = bytes != NULL ? sb_feed_list_new_from_opml (bytes, &error) : NULL;

      if (list == NULL)
        return fail_to_read (self->arguments[i], error);
    }

  return sb_cli_import (self);
}

SbCliStatus
sb_cli_feed_export (SbCli *self)
{
  const char *path = self->output != NULL ? self->output : self->arguments[0];
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_READ_ONLY);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbFeedList) list = NULL;
  g_autofree char *opml = NULL;

  if (store == NULL)
    return SB_CLI_FAILED;

  list = sb_feeds_list_subscriptions (store, &error);
  if (list == NULL)
    return sb_cli_fail (self->catalogue, error);

  opml = sb_feed_list_to_opml (list, sb_clock_now ());
  if (path != NULL && !g_file_set_contents (path, opml, -1, &error))
    return sb_cli_fail (path, error);

  if (self->wants_json)
    sb_cli_print_json (sb_feed_list_to_json (list));
  else if (path == NULL)
    sb_cli_print ("%s", opml);

  return SB_CLI_DONE;
}
