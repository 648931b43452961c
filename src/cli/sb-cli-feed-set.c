/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-cli"

#include "config.h"

#include "sb-cli-commands.h"

#include <glib/gi18n.h>

#include "sb-cli-lookup.h"
#include "sb-feed-edit.h"
#include "sb-feed.h"
#include "sb-service.h"

/* Reads a state of “on” or “off”; NULL leaves @state alone. */
static gboolean
read_state (const char *name,
            const char *text,
            int *state)
{
  gboolean is_on = g_strcmp0 (text, "on") == 0;

  if (text == NULL)
    return TRUE;
  if (!is_on && !g_str_equal (text, "off"))
    {
      sb_cli_refuse (_ ("--%s is on or off."), name);
      return FALSE;
    }

  *state = is_on;
  return TRUE;
}

static gboolean
read_interval (SbCli *self,
               SbFeedEdit *edit)
{
  guint64 minutes;

  if (self->interval_text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (self->interval_text, 10, 0, G_MAXINT, &minutes, NULL))
    {
      sb_cli_refuse (_ ("--%s needs a whole number, 0 or above."), "interval");
      return FALSE;
    }

  edit->interval = (int) minutes;
  return TRUE;
}

static gboolean
has_address (SbCli *self)
{
  return self->address != NULL || self->rss_address != NULL;
}

/* Whether the options say anything of the feeds themselves. */
static gboolean
changes_feeds (const SbFeedEdit *edit)
{
  for (guint i = 0; i < edit->n_words; i++)
    if (edit->words[i].value != NULL)
      return TRUE;

  return edit->title != NULL || edit->url != NULL || edit->source != NULL || edit->languages != NULL ||
         edit->interval != SB_FEED_EDIT_KEEP || edit->has_full_text != SB_FEED_EDIT_KEEP ||
         edit->is_paused != SB_FEED_EDIT_KEEP;
}

/* The feeds that the arguments name (element-type SbRecord); NULL when one is none. */
static GPtrArray *
find_feeds (SbCli *self,
            SbStore *store)
{
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->n_arguments; i++)
    {
      SbRecord *feed = sb_cli_find_record (store, SB_KIND_FEED, self->arguments[i]);

      if (feed == NULL)
        return NULL;

      g_ptr_array_add (feeds, feed);
    }

  return g_steal_pointer (&feeds);
}

static const SbService *
get_service (SbRecord *feed)
{
  return sb_service_get ((SbFeedKind) sb_record_get_term (feed, SB_FEED_KIND, SB_FEED_KIND_FEED));
}

/* Before anything is changed: a service that has such an address, and an address that
 * may be one. */
static SbCliStatus
check_address (SbRecord *feed,
               SbServiceAddress address,
               const char *text)
{
  const SbService *service = get_service (feed);
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return SB_CLI_DONE;
  if (service == NULL || sb_service_get_public_address (service, address) == NULL)
    return sb_cli_refuse (_ ("%s has no such address."), sb_record_get_title (feed, sb_language_get_interface ()));

  return sb_service_check_address (service, text, &error) ? SB_CLI_DONE : sb_cli_fail (text, error);
}

static SbCliStatus
check_addresses (SbCli *self,
                 GPtrArray *feeds)
{
  SbCliStatus status = SB_CLI_DONE;

  for (guint i = 0; i < feeds->len && status == SB_CLI_DONE; i++)
    {
      status = check_address (g_ptr_array_index (feeds, i), SB_SERVICE_ADDRESS_INTERFACE, self->address);
      if (status == SB_CLI_DONE)
        status = check_address (g_ptr_array_index (feeds, i), SB_SERVICE_ADDRESS_RSS, self->rss_address);
    }

  return status;
}

static SbCliStatus
set_addresses (SbCli *self,
               GPtrArray *feeds)
{
  for (guint i = 0; i < feeds->len; i++)
    {
      const SbService *service = get_service (g_ptr_array_index (feeds, i));
      g_autoptr (GError) error = NULL;

      if ((self->address != NULL &&
           !sb_service_set_address (service, SB_SERVICE_ADDRESS_INTERFACE, self->address, &error)) ||
          (self->rss_address != NULL &&
           !sb_service_set_address (service, SB_SERVICE_ADDRESS_RSS, self->rss_address, &error)))
        return sb_cli_fail (sb_service_get_label (service), error);
    }

  return SB_CLI_DONE;
}

static SbCliStatus
edit_feeds (SbCli *self,
            const SbFeedEdit *edit)
{
  g_autoptr (SbStore) store = sb_cli_open_store (self, SB_STORE_DEFAULT);
  g_autoptr (GPtrArray) feeds = store != NULL ? find_feeds (self, store) : NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  SbCliStatus status;

  if (feeds == NULL)
    return SB_CLI_FAILED;

  status = check_addresses (self, feeds);
  if (status != SB_CLI_DONE)
    return status;

  for (guint i = 0; i < feeds->len; i++)
    {
      gint64 id = sb_record_get_id (g_ptr_array_index (feeds, i));

      g_array_append_val (ids, id);
    }

  if (changes_feeds (edit) && !sb_feed_edit (store, (const gint64 *) ids->data, ids->len, edit, &error))
    return sb_cli_fail (NULL, error);

  return set_addresses (self, feeds);
}

SbCliStatus
sb_cli_feed_set (SbCli *self)
{
  const SbFeedEditWord words[] = {
    { "countries", self->countries },
    { "dataset", self->dataset },
    { "from", self->from },
    { "text", self->text },
    { "to", self->to },
    { "version", self->version },
  };
  SbFeedEdit edit = SB_FEED_EDIT_INIT;

  edit.title = self->title;
  edit.url = self->url;
  edit.source = self->source;
  edit.languages = self->languages;
  edit.words = words;
  edit.n_words = G_N_ELEMENTS (words);
  if (!read_state ("full-text", self->full_text, &edit.has_full_text) ||
      !read_state ("paused", self->paused, &edit.is_paused) || !read_interval (self, &edit))
    return SB_CLI_WRONG_ARGUMENTS;
  if (!changes_feeds (&edit) && !has_address (self))
    return sb_cli_refuse ("%s", _ ("Nothing was said to be changed: the options say what."));

  return edit_feeds (self, &edit);
}
