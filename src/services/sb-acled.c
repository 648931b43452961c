/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-services"

#include "config.h"

#include "sb-service-private.h"

/* ACLED: events, and the list of those that were taken back.
 *
 * API of acleddata.com since September 2025: /api/acled/read and /api/deleted/read
 * with "Authorization: Bearer"; rows under "data"; "count" only where it is asked
 * for, so that a page is the last one when it is not full. "timestamp" is when a row
 * was last changed: what is newer is what is asked for. Documentation: "API
 * documentation" of acleddata.com; the client acledR.
 *
 * Cursor: "since", the newest timestamp of the walks that ended; "top", that of this
 * one; "page", the next; "phase" is "deleted" when the events are through; "deleted",
 * up to when deletions are known. */

#define EVENTS_PATH  "/api/acled/read"
#define DELETED_PATH "/api/deleted/read"

#define SECONDS_PER_DAY 86400

static const char *const query_names[] = { "countries", "from", "to", NULL };

static gboolean
is_in_deleted (SbServicePoll *poll)
{
  return g_strcmp0 (sb_service_words_get (poll->cursor, "phase"), "deleted") == 0;
}

static void
add_bearer (SbServicePoll *poll,
            SbServiceRequest *request)
{
  g_autofree char *value = g_strconcat ("Bearer ", sb_service_words_get (poll->secret, "access"), NULL);

  sb_fetch_message_add_secret (request->message, "Authorization", value);
}

/* The days of the query: "from|to" between, or one of them as a bound. */
static char *
make_days (SbServicePoll *poll,
           const char **where)
{
  const char *from = sb_service_words_get (poll->query, "from");
  const char *to = sb_service_words_get (poll->query, "to");

  *where = NULL;
  if (from == NULL && to == NULL)
    return NULL;

  *where = to == NULL ? ">=" : from == NULL ? "<="
                                            : "BETWEEN";
  return from != NULL && to != NULL ? g_strdup_printf ("%s|%s", from, to) : g_strdup (from != NULL ? from : to);
}

static SbServiceRequest *
ask_events (SbServicePoll *poll,
            const char *limit,
            const char *page)
{
  g_autofree char *countries = _sb_service_join_countries (poll, SB_SERVICE_COUNTRY_NAME, "|");
  const char *where;
  g_autofree char *days = make_days (poll, &where);
  const char *since = sb_service_words_get (poll->cursor, "since");

  return _sb_service_make_request (poll->place, EVENTS_PATH, "_format", "json", "country", countries, "event_date", days,
                                   "event_date_where", where, "timestamp", since, "timestamp_where",
                                   since != NULL ? ">=" : NULL, "limit", limit, "page", page, NULL);
}

static SbServiceRequest *
ask (SbServicePoll *poll,
     GError **error)
{
  g_autofree char *limit = g_strdup_printf ("%u", poll->page_size);
  g_autofree char *page = g_strdup_printf ("%" G_GINT64_FORMAT, sb_service_words_get_integer (poll->cursor, "page", 1));
  SbServiceRequest *request;

  /* What was taken back before the first walk is in none. */
  if (sb_service_words_get (poll->cursor, "deleted") == NULL)
    sb_service_words_set_integer (poll->cursor, "deleted", poll->now - SECONDS_PER_DAY);

  if (is_in_deleted (poll))
    request = _sb_service_make_request (poll->place, DELETED_PATH, "_format", "json", "deleted_timestamp",
                                        sb_service_words_get (poll->cursor, "deleted"), "deleted_timestamp_where", ">=",
                                        "limit", limit, "page", page, NULL);
  else
    request = ask_events (poll, limit, page);
  add_bearer (poll, request);
  return request;
}

static void
note_newest (const char *value,
             gpointer data)
{
  gint64 *newest = data;
  gint64 timestamp = g_ascii_strtoll (value, NULL, 10);

  *newest = MAX (*newest, timestamp);
}

/* The page was the last one: the events are followed by what was taken back. */
static void
end_walk (SbServicePoll *poll,
          gint64 newest)
{
  gboolean was_in_deleted = is_in_deleted (poll);

  if (newest > 0)
    sb_service_words_set_integer (poll->cursor, was_in_deleted ? "deleted" : "since", newest);
  sb_service_words_set (poll->cursor, "top", NULL);
  sb_service_words_set (poll->cursor, "page", NULL);
  sb_service_words_set (poll->cursor, "phase", was_in_deleted ? NULL : "deleted");
  g_clear_pointer (&poll->mark, g_free);
  poll->is_over = was_in_deleted;
}

static gboolean
take (SbServicePoll *poll,
      GBytes *body,
      SbServicePage *page,
      GError **error)
{
  g_autoptr (SbJsonEnvelope) envelope = _sb_service_read_envelope (body, "data", error);
  gboolean in_deleted = is_in_deleted (poll);
  gint64 newest = sb_service_words_get_integer (poll->cursor, "top", 0);

  if (envelope == NULL)
    return FALSE;

  page->shape = in_deleted ? SB_TABLE_SHAPE_ACLED_DELETED : SB_TABLE_SHAPE_ACLED;
  if (!_sb_service_read_rows (poll, body, "event_id_cnty", in_deleted ? "deleted_timestamp" : "timestamp", note_newest,
                              &newest, page, error))
    return FALSE;

  if (page->n_rows < poll->page_size)
    {
      end_walk (poll, newest);
      return TRUE;
    }

  sb_service_words_set_integer (poll->cursor, "top", newest);
  sb_service_words_set_integer (poll->cursor, "page", sb_service_words_get_integer (poll->cursor, "page", 1) + 1);
  return TRUE;
}

const SbService _sb_service_acled = {
  .kind = SB_FEED_KIND_ACLED,
  .label = "ACLED",
  .address = "https://acleddata.com",
  .home = "https://acleddata.com/",
  .credential = SB_CREDENTIAL_PASSWORD,
  .needs_credential = TRUE,
  .needs_countries = TRUE,
  .interval = 1440,
  .page_size = 5000,
  .max_pages = 40,
  .forbidden = SB_SERVICES_ERROR_NO_ACCESS,
  .query_names = query_names,
  .ask = ask,
  .take = take,
};
