/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-services"

#include "config.h"

#include <json-glib/json-glib.h>

#include "sb-service-private.h"

/* ReliefWeb: reports, by its API version 2, or by its RSS where nobody has a name for
 * an application that it approved.
 *
 * POST /reports?appname=…, at most 1000 rows and 1000 calls a day; since November
 * 2025 an unknown name is answered 403, and version 1 answers 410. Fields are those
 * of the indexer (UN-OCHA/rwint-api-indexer, src/RWAPIIndexer/Resources/Report.php);
 * documentation: apidoc.reliefweb.int. The RSS is that of the river of updates.
 *
 * Reports are walked through by the time of their last change, oldest first, and each
 * page begins with the time that the last one ended with: what changes meanwhile
 * moves to the end, where it is met again, and pushes nothing past the reader.
 *
 * Cursor: "since", that time; "offset", how many reports of that very second are read
 * when they fill more than a page. */

#define REPORTS_PATH "/reports"
#define RSS_PATH     "/updates/rss.xml"

/* How far back the first walk goes when the query does not say. */
#define FIRST_DAYS 30

static const char *const query_names[] = { "countries", "from", "text", NULL };

static const char *const fields[] = {
  "title",
  "body",
  "url",
  "url_alias",
  "date.original",
  "date.created",
  "date.changed",
  "source.name",
  "source.shortname",
  "primary_country.name",
  "primary_country.iso3",
  "country.name",
  "country.iso3",
  "language.code",
  "format.name",
  "theme.name",
  "disaster.name",
  "disaster.glide",
  "file.url",
  "file.mimetype",
  "file.filename",
  "file.filesize",
  "file.description",
};

static char *
get_since (SbServicePoll *poll)
{
  const char *since = sb_service_words_get (poll->cursor, "since");
  const char *from = sb_service_words_get (poll->query, "from");
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) first = NULL;

  if (since != NULL)
    return g_strdup (since);
  if (from != NULL)
    return g_strconcat (from, "T00:00:00+00:00", NULL);

  now = g_date_time_new_from_unix_utc (poll->now);
  first = g_date_time_add_days (now, -FIRST_DAYS);
  return g_date_time_format (first, "%Y-%m-%dT00:00:00+00:00");
}

static void
add_text (JsonBuilder *builder,
          const char *name,
          const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_time_condition (JsonBuilder *builder,
                    const char *field,
                    const char *from)
{
  json_builder_begin_object (builder);
  add_text (builder, "field", field);
  json_builder_set_member_name (builder, "value");
  json_builder_begin_object (builder);
  add_text (builder, "from", from);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_country_condition (JsonBuilder *builder,
                       SbServicePoll *poll)
{
  g_autofree char *line = _sb_service_join_countries (poll, SB_SERVICE_COUNTRY_ALPHA3, ",");
  g_auto (GStrv) codes = g_strsplit (line, ",", -1);

  json_builder_begin_object (builder);
  add_text (builder, "field", "country.iso3");
  add_text (builder, "operator", "OR");
  json_builder_set_member_name (builder, "value");
  json_builder_begin_array (builder);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *lower = g_ascii_strdown (codes[i], -1);

      json_builder_add_string_value (builder, lower);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_filter (JsonBuilder *builder,
            SbServicePoll *poll)
{
  g_autofree char *since = get_since (poll);
  const char *from = sb_service_words_get (poll->query, "from");

  json_builder_set_member_name (builder, "filter");
  json_builder_begin_object (builder);
  add_text (builder, "operator", "AND");
  json_builder_set_member_name (builder, "conditions");
  json_builder_begin_array (builder);
  add_country_condition (builder, poll);
  add_time_condition (builder, "date.changed", since);
  if (from != NULL)
    {
      g_autofree char *created = g_strconcat (from, "T00:00:00+00:00", NULL);

      add_time_condition (builder, "date.created", created);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_list (JsonBuilder *builder,
          const char *name,
          const char *const *items,
          guint n_items)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_items; i++)
    json_builder_add_string_value (builder, items[i]);
  json_builder_end_array (builder);
}

static char *
make_body (SbServicePoll *poll)
{
  static const char *const sort[] = { "date.changed:asc", "id:asc" };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  const char *text = sb_service_words_get (poll->query, "text");

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "limit");
  json_builder_add_int_value (builder, poll->page_size);
  json_builder_set_member_name (builder, "offset");
  json_builder_add_int_value (builder, sb_service_words_get_integer (poll->cursor, "offset", 0));
  add_list (builder, "sort", sort, G_N_ELEMENTS (sort));
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_object (builder);
  add_list (builder, "include", fields, G_N_ELEMENTS (fields));
  json_builder_end_object (builder);
  add_filter (builder, poll);
  if (text != NULL)
    {
      json_builder_set_member_name (builder, "query");
      json_builder_begin_object (builder);
      add_text (builder, "value", text);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/* "country.iso3:(mli OR ner) AND (text)", as the search of the site has it. */
static SbServiceRequest *
ask_rss (SbServicePoll *poll)
{
  g_autofree char *codes = _sb_service_join_countries (poll, SB_SERVICE_COUNTRY_ALPHA3, " OR ");
  const char *text = sb_service_words_get (poll->query, "text");
  g_autofree char *search =
    text != NULL ? g_strdup_printf ("primary_country.iso3:(%s) AND (%s)", codes, text) : g_strdup_printf ("primary_country.iso3:(%s)", codes);
  g_autofree char *address = g_strconcat (poll->place->feed_address, RSS_PATH, NULL);
  SbServiceRequest *request = _sb_service_make_request_to (poll->place, address, "search", search, NULL);

  sb_fetch_message_set_accept (request->message, "application/rss+xml, application/xml;q=0.9");
  request->has_validators = TRUE;
  return request;
}

static SbServiceRequest *
ask (SbServicePoll *poll,
     GError **error)
{
  const char *name = sb_service_words_get (poll->secret, "appname");
  SbServiceRequest *request;

  if (name == NULL)
    return ask_rss (poll);

  request = _sb_service_make_request (poll->place, REPORTS_PATH, "appname", name, NULL);
  _sb_service_request_post (request, "application/json", make_body (poll));
  return request;
}

/* The times of last change on a page, in its order. */
typedef struct
{
  char *first; /* (owned) (nullable) */
  char *last; /* (owned) (nullable) */
} Span;

static void
note_time (const char *value,
           gpointer data)
{
  Span *span = data;

  if (span->first == NULL)
    span->first = g_strdup (value);
  if (g_strcmp0 (span->last, value) != 0)
    {
      g_free (span->last);
      span->last = g_strdup (value);
    }
}

static void
move_on (SbServicePoll *poll,
         const Span *span,
         guint n_rows)
{
  gint64 offset = sb_service_words_get_integer (poll->cursor, "offset", 0);
  gboolean is_same = g_strcmp0 (span->last, sb_service_words_get (poll->cursor, "since")) == 0;

  if (span->last == NULL)
    offset += n_rows;
  else if (g_str_equal (span->first, span->last))
    offset = is_same ? offset + n_rows : n_rows;
  else
    offset = 0;

  if (span->last != NULL)
    sb_service_words_set (poll->cursor, "since", span->last);
  sb_service_words_set (poll->cursor, "offset", NULL);
  if (offset > 0)
    sb_service_words_set_integer (poll->cursor, "offset", offset);
}

/* The next walk begins with the second that this one ended in. */
static void
end_walk (SbServicePoll *poll,
          const Span *span)
{
  if (span->last != NULL)
    sb_service_words_set (poll->cursor, "since", span->last);
  sb_service_words_set (poll->cursor, "offset", NULL);
  poll->is_over = TRUE;
}

/* A server may give fewer rows than it was asked for; where it says how many there
 * are in all, that tells. */
static gboolean
is_last_page (SbServicePoll *poll,
              const SbJsonEnvelope *envelope,
              guint n_rows)
{
  const char *text = sb_json_envelope_get (envelope, "totalCount");
  gint64 offset = sb_service_words_get_integer (poll->cursor, "offset", 0);

  return n_rows == 0 ||
         (n_rows < poll->page_size && (text == NULL || g_ascii_strtoll (text, NULL, 10) <= offset + n_rows));
}

static gboolean
take (SbServicePoll *poll,
      GBytes *body,
      SbServicePage *page,
      GError **error)
{
  g_autoptr (SbJsonEnvelope) envelope = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  Span span = { 0 };
  gboolean is_read;

  if (sb_service_words_get (poll->secret, "appname") == NULL)
    {
      page->is_feed = TRUE;
      poll->is_over = TRUE;
      return TRUE;
    }

  envelope = _sb_service_read_envelope (body, "data", error);
  if (envelope == NULL)
    return FALSE;

  page->shape = SB_TABLE_SHAPE_RELIEFWEB;
  is_read = _sb_service_read_rows (poll, body, "id", "fields.date.changed", note_time, &span, page, error);
  first = span.first;
  last = span.last;
  if (!is_read)
    return FALSE;

  if (is_last_page (poll, envelope, page->n_rows))
    end_walk (poll, &span);
  else
    move_on (poll, &span, page->n_rows);
  return TRUE;
}

const SbService _sb_service_reliefweb = {
  .kind = SB_FEED_KIND_RELIEFWEB,
  .label = "ReliefWeb",
  .address = "https://api.reliefweb.int/v2",
  .home = "https://reliefweb.int/",
  .feed_address = "https://reliefweb.int",
  .credential = SB_CREDENTIAL_APP_NAME,
  .needs_countries = TRUE,
  .interval = 60,
  .page_size = 100,
  .max_pages = 100,
  .daily_quota = 1000,
  .forbidden = SB_SERVICES_ERROR_APP_NAME,
  .query_names = query_names,
  .ask = ask,
  .take = take,
};
