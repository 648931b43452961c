/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-services"

#include "config.h"

#include <string.h>

#include "sb-service-private.h"
#include "sb-table-country.h"

/* UCDP: the Georeferenced Event Dataset, a version a year ("25.1"), and the candidate
 * events, one a month ("26.0.7").
 *
 * GET /gedevents/{version} with the header "x-ucdp-access-token", 5000 requests a day;
 * records under "Result", "NextPageUrl" empty on the last page. Of that address only
 * the number of the page is believed, which also tells from what number the service
 * counts. Documentation: ucdp.uu.se/apidocs.
 *
 * A version never changes once it is there. What is new is the next one: after the
 * last page of one the next is asked for, and each sync looks for it again.
 *
 * Cursor: "version", the one that is being read or looked for; "page". */

#define EVENTS_PATH "/gedevents/"

/* The first pages of versions that are there since so many months are what a first
 * walk begins with. */
#define CANDIDATE_MONTHS 2

static const char *const query_names[] = { "countries", "dataset", "from", "to", "version", NULL };

static const char *const datasets[] = { "ged", "candidate", NULL };

/* "25.1", "26.0.7" */
static gboolean
parse_version (const char *text,
               guint *year,
               guint *month)
{
  g_auto (GStrv) parts = g_strsplit (text, ".", -1);
  guint n_parts = g_strv_length (parts);
  guint64 numbers[3] = { 0 };

  if (n_parts < 2 || n_parts > 3)
    return FALSE;

  for (guint i = 0; i < n_parts; i++)
    if (!g_ascii_string_to_unsigned (parts[i], 10, 0, 99, &numbers[i], NULL))
      return FALSE;

  *year = (guint) numbers[0];
  *month = (guint) numbers[2];
  return n_parts == 2 ? numbers[1] > 0 : numbers[1] == 0 && numbers[2] >= 1 && numbers[2] <= 12;
}

static gboolean
check (SbServiceWords *query,
       GError **error)
{
  const char *dataset = sb_service_words_get (query, "dataset");
  const char *version = sb_service_words_get (query, "version");
  g_auto (GStrv) names = sb_service_words_split (query, "countries");
  const char *wrong = NULL;
  guint year;
  guint month;

  if (dataset != NULL && !g_strv_contains (datasets, dataset))
    wrong = dataset;
  else if (version != NULL && !parse_version (version, &year, &month))
    wrong = version;
  for (guint i = 0; names[i] != NULL; i++)
    {
      const SbTableCountry *country = sb_table_country_find (names[i]);

      if (country != NULL && country->gleditsch_ward == 0)
        wrong = names[i];
    }
  if (wrong == NULL)
    return TRUE;

  g_set_error_literal (error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_QUERY, wrong);
  return FALSE;
}

/* Where a first walk begins: the yearly version that is surely there, or the first
 * month of the year that the candidates are of. */
static char *
make_first_version (SbServicePoll *poll)
{
  const char *dataset = sb_service_words_get (poll->query, "dataset");
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (poll->now);
  int year = g_date_time_get_year (now) % 100;

  if (g_strcmp0 (dataset, "candidate") != 0)
    return g_strdup_printf ("%d.1", year - 1);

  return g_strdup_printf ("%d.0.1", g_date_time_get_month (now) > CANDIDATE_MONTHS ? year : year - 1);
}

static char *
make_next_version (const char *version)
{
  guint year = 0;
  guint month = 0;

  if (!parse_version (version, &year, &month))
    return g_strdup (version);
  if (month == 0)
    return g_strdup_printf ("%u.1", year + 1);

  return month < 12 ? g_strdup_printf ("%u.0.%u", year, month + 1) : g_strdup_printf ("%u.0.1", year + 1);
}

static char *
dup_version (SbServicePoll *poll)
{
  const char *version = sb_service_words_get (poll->cursor, "version");
  char *found;

  if (version == NULL)
    version = sb_service_words_get (poll->query, "version");

  found = version != NULL ? g_strdup (version) : make_first_version (poll);
  for (guint i = 0; i < poll->n_ahead; i++)
    {
      g_autofree char *before = found;

      found = make_next_version (before);
    }

  return found;
}

/* Whether a version could be there by now. */
static gboolean
is_of_the_future (SbServicePoll *poll,
                  const char *version)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (poll->now);
  guint this_year = (guint) g_date_time_get_year (now) % 100;
  guint year = 0;
  guint month = 0;

  return !parse_version (version, &year, &month) || year > this_year ||
         (year == this_year && month > (guint) g_date_time_get_month (now));
}

static SbServiceRequest *
ask (SbServicePoll *poll,
     GError **error)
{
  g_autofree char *version = dup_version (poll);
  g_autofree char *path = g_strconcat (EVENTS_PATH, version, NULL);
  g_autofree char *size = g_strdup_printf ("%u", poll->page_size);
  g_autofree char *countries = _sb_service_join_countries (poll, SB_SERVICE_COUNTRY_GLEDITSCH_WARD, ",");
  SbServiceRequest *request =
    _sb_service_make_request (poll->place, path, "pagesize", size, "Country", countries, "StartDate",
                              sb_service_words_get (poll->query, "from"), "EndDate",
                              sb_service_words_get (poll->query, "to"), "page",
                              sb_service_words_get (poll->cursor, "page"), NULL);

  sb_fetch_message_add_secret (request->message, "x-ucdp-access-token", sb_service_words_get (poll->secret, "token"));
  return request;
}

/* The number of the page in the address of the next one; -1 when there is none. */
static gint64
read_next_page (const char *address)
{
  const char *query = address != NULL ? strchr (address, '?') : NULL;
  g_autoptr (GHashTable) words =
    query != NULL ? g_uri_parse_params (query + 1, -1, "&", G_URI_PARAMS_CASE_INSENSITIVE, NULL) : NULL;
  const char *page = words != NULL ? g_hash_table_lookup (words, "page") : NULL;
  gint64 number;

  return page != NULL && g_ascii_string_to_signed (page, 10, 0, G_MAXINT32, &number, NULL) ? number : -1;
}

static void
end_version (SbServicePoll *poll)
{
  g_autofree char *version = dup_version (poll);
  g_autofree char *next = make_next_version (version);

  sb_service_words_set (poll->cursor, "version", next);
  sb_service_words_set (poll->cursor, "page", NULL);
  poll->n_ahead = 0;
  g_clear_pointer (&poll->mark, g_free);
}

/* There was nothing in it: either nothing happened in these countries, or it is not
 * there yet and the server says so in this way. The ones after it tell; until one of
 * them has something, this is the one that is looked for. */
static void
look_ahead (SbServicePoll *poll)
{
  g_autofree char *version = NULL;

  poll->n_ahead++;
  version = dup_version (poll);
  poll->is_over = is_of_the_future (poll, version);
}

static void
go_to_page (SbServicePoll *poll,
            gint64 page)
{
  g_autofree char *version = dup_version (poll);

  sb_service_words_set (poll->cursor, "version", version);
  sb_service_words_set_integer (poll->cursor, "page", page);
  poll->n_ahead = 0;
}

static gboolean
take (SbServicePoll *poll,
      GBytes *body,
      SbServicePage *page,
      GError **error)
{
  g_autoptr (SbJsonEnvelope) envelope = _sb_service_read_envelope (body, "Result", error);
  const char *next_address;
  gint64 next;

  if (envelope == NULL)
    return FALSE;

  page->shape = SB_TABLE_SHAPE_UCDP;
  if (!_sb_service_read_rows (poll, body, "id", NULL, NULL, NULL, page, error))
    return FALSE;

  next_address = sb_json_envelope_get (envelope, "NextPageUrl");
  next = read_next_page (next_address);
  if (page->n_rows == 0 && sb_service_words_get (poll->cursor, "page") == NULL)
    look_ahead (poll);
  else if (page->n_rows == 0 || next_address == NULL || *next_address == '\0')
    end_version (poll);
  else if (next >= 0)
    go_to_page (poll, next);
  else
    {
      _sb_service_set_answer_error (error, "The address of the next page has no number");
      return FALSE;
    }

  return TRUE;
}

/* The next version is not there yet. The one that the user named has to be. */
static gboolean
pass_over (SbServicePoll *poll,
           guint status)
{
  gboolean is_next = sb_service_words_get (poll->cursor, "version") != NULL || poll->n_ahead > 0;

  if ((status != 404 && status != 400) || !is_next || sb_service_words_get (poll->cursor, "page") != NULL)
    return FALSE;

  poll->is_over = TRUE;
  return TRUE;
}

const SbService _sb_service_ucdp = {
  .kind = SB_FEED_KIND_UCDP,
  .label = "UCDP",
  .address = "https://ucdpapi.pcr.uu.se/api",
  .home = "https://ucdp.uu.se/",
  .credential = SB_CREDENTIAL_TOKEN,
  .needs_credential = TRUE,
  .needs_countries = TRUE,
  .interval = 1440,
  .page_size = 1000,
  .max_pages = 200,
  .daily_quota = 5000,
  .forbidden = SB_SERVICES_ERROR_CREDENTIALS,
  .query_names = query_names,
  .datasets = datasets,
  .check = check,
  .ask = ask,
  .take = take,
  .pass_over = pass_over,
};
