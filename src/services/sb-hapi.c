/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-services"

#include "config.h"

#include "sb-service-private.h"

/* HDX HAPI: figures. One dataset a feed, country by country.
 *
 * GET {path}?app_identifier=…&output_format=json&location_code=…, at most 10 000 rows;
 * records under "data". Documentation: hapi.humdata.org/docs, version 2; the models of
 * OCHA-DAP/hdx-hapi.
 *
 * Rows have no time of their last change, but "metadata/data-availability" says when a
 * dataset of a country was last brought up to date: one that was not since is not asked
 * for. Where that is not answered, it is.
 *
 * Cursor: "place", the number of the country; "phase" is "data" when its rows are read;
 * "page"; "pending", when they were brought up to date; "updated-MLI", up to what they
 * are known. */

#define AVAILABILITY_PATH "/metadata/data-availability"

static const char *const query_names[] = { "countries", "dataset", "from", "to", NULL };

static const char *const datasets[] = {
  "conflict-events",
  "national-risk",
  "funding",
  "idps",
  "refugees-persons-of-concern",
  "returnees",
  "humanitarian-needs",
  "food-security",
  "food-prices-market-monitor",
  "poverty-rate",
  "baseline-population",
  NULL,
};

/* Of each of them. */
static const char *const categories[] = {
  "coordination-context",
  "coordination-context",
  "coordination-context",
  "affected-people",
  "affected-people",
  "affected-people",
  "affected-people",
  "food-security-nutrition-poverty",
  "food-security-nutrition-poverty",
  "food-security-nutrition-poverty",
  "geography-infrastructure",
};

static const char *
find_category (const char *dataset)
{
  for (guint i = 0; dataset != NULL && datasets[i] != NULL; i++)
    if (g_str_equal (datasets[i], dataset))
      return categories[i];

  return NULL;
}

static gboolean
check (SbServiceWords *query,
       GError **error)
{
  const char *dataset = sb_service_words_get (query, "dataset");

  if (find_category (dataset) != NULL)
    return TRUE;

  g_set_error_literal (error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_QUERY, dataset != NULL ? dataset : "dataset");
  return FALSE;
}

static gboolean
is_in_data (SbServicePoll *poll)
{
  return g_strcmp0 (sb_service_words_get (poll->cursor, "phase"), "data") == 0;
}

/* The country that is next, alpha-3; NULL at the end. */
static char *
dup_place (SbServicePoll *poll)
{
  g_autofree char *line = _sb_service_join_countries (poll, SB_SERVICE_COUNTRY_ALPHA3, ",");
  g_auto (GStrv) codes = g_strsplit (line, ",", -1);
  gint64 place = sb_service_words_get_integer (poll->cursor, "place", 0);

  return place >= 0 && place < g_strv_length (codes) ? g_strdup (codes[place]) : NULL;
}

static SbServiceRequest *
ask_data (SbServicePoll *poll,
          const char *place,
          const char *identifier)
{
  const char *dataset = sb_service_words_get (poll->query, "dataset");
  g_autofree char *path = g_strdup_printf ("/%s/%s", find_category (dataset), dataset);
  g_autofree char *limit = g_strdup_printf ("%u", poll->page_size);
  gint64 page = sb_service_words_get_integer (poll->cursor, "page", 1);
  g_autofree char *offset = g_strdup_printf ("%" G_GINT64_FORMAT, (page - 1) * poll->page_size);

  return _sb_service_make_request (poll->place, path, "app_identifier", identifier, "output_format", "json",
                                   "location_code", place, "start_date", sb_service_words_get (poll->query, "from"),
                                   "end_date", sb_service_words_get (poll->query, "to"), "limit", limit, "offset", offset,
                                   NULL);
}

static SbServiceRequest *
ask (SbServicePoll *poll,
     GError **error)
{
  const char *identifier = sb_service_words_get (poll->secret, "identifier");
  const char *dataset = sb_service_words_get (poll->query, "dataset");
  g_autofree char *place = dup_place (poll);

  if (place == NULL)
    {
      sb_service_words_set (poll->cursor, "place", NULL);
      return NULL;
    }
  if (is_in_data (poll))
    return ask_data (poll, place, identifier);

  return _sb_service_make_request (poll->place, AVAILABILITY_PATH, "app_identifier", identifier, "output_format", "json",
                                   "location_code", place, "category", find_category (dataset), "subcategory", dataset,
                                   "limit", "1000", NULL);
}

static void
go_to_next_place (SbServicePoll *poll)
{
  sb_service_words_set (poll->cursor, "phase", NULL);
  sb_service_words_set (poll->cursor, "page", NULL);
  sb_service_words_set (poll->cursor, "pending", NULL);
  sb_service_words_set_integer (poll->cursor, "place", sb_service_words_get_integer (poll->cursor, "place", 0) + 1);
  g_clear_pointer (&poll->mark, g_free);
}

static char *
make_updated_name (SbServicePoll *poll)
{
  g_autofree char *place = dup_place (poll);

  return g_strconcat ("updated-", place, NULL);
}

/* ISO 8601 without an offset: the latest is the greatest text. */
static void
note_latest (const char *value,
             gpointer data)
{
  char **latest = data;

  if (g_strcmp0 (value, *latest) <= 0)
    return;

  g_free (*latest);
  *latest = g_strdup (value);
}

/* The table of what is there is none of figures: it is read for one column. */
static char *
find_latest (GBytes *body)
{
  g_autoptr (SbTable) table = sb_table_new (body, NULL, NULL);
  const SbTableRow *row;
  char *latest = NULL;

  while (table != NULL && (row = sb_table_next (table)) != NULL)
    {
      guint n_columns;
      const char *const *columns = sb_table_get_columns (table, &n_columns);

      for (guint i = 0; i < MIN (n_columns, row->n_cells); i++)
        if (row->cells[i] != NULL && g_str_equal (columns[i], "hapi_updated_date"))
          note_latest (row->cells[i], &latest);
    }

  return latest;
}

static void
begin_data (SbServicePoll *poll,
            const char *latest)
{
  sb_service_words_set (poll->cursor, "pending", latest);
  sb_service_words_set (poll->cursor, "phase", "data");
  sb_service_words_set (poll->cursor, "page", NULL);
}

static gboolean
take_availability (SbServicePoll *poll,
                   GBytes *body,
                   GError **error)
{
  g_autoptr (SbJsonEnvelope) envelope = _sb_service_read_envelope (body, "data", error);
  g_autofree char *name = make_updated_name (poll);
  g_autofree char *latest = NULL;

  if (envelope == NULL)
    return FALSE;

  latest = find_latest (body);
  if (latest != NULL && g_strcmp0 (latest, sb_service_words_get (poll->cursor, name)) == 0)
    go_to_next_place (poll);
  else
    begin_data (poll, latest);
  return TRUE;
}

static gboolean
take (SbServicePoll *poll,
      GBytes *body,
      SbServicePage *page,
      GError **error)
{
  g_autoptr (SbJsonEnvelope) envelope = NULL;
  g_autofree char *name = NULL;

  if (!is_in_data (poll))
    return take_availability (poll, body, error);

  envelope = _sb_service_read_envelope (body, "data", error);
  if (envelope == NULL)
    return FALSE;

  page->shape = SB_TABLE_SHAPE_HAPI;
  if (!_sb_service_read_rows (poll, body, NULL, NULL, NULL, NULL, page, error))
    return FALSE;

  if (page->n_rows < poll->page_size)
    {
      name = make_updated_name (poll);
      sb_service_words_set (poll->cursor, name, sb_service_words_get (poll->cursor, "pending"));
      go_to_next_place (poll);
      return TRUE;
    }

  sb_service_words_set_integer (poll->cursor, "page", sb_service_words_get_integer (poll->cursor, "page", 1) + 1);
  return TRUE;
}

/* Whether there is anything new is a courtesy of the server's. */
static gboolean
pass_over (SbServicePoll *poll,
           guint status)
{
  if (is_in_data (poll) || (status != 400 && status != 404 && status != 422))
    return FALSE;

  begin_data (poll, NULL);
  return TRUE;
}

const SbService _sb_service_hapi = {
  .kind = SB_FEED_KIND_HAPI,
  .label = "HDX HAPI",
  .address = "https://hapi.humdata.org/api/v2",
  .home = "https://data.humdata.org/hapi",
  .credential = SB_CREDENTIAL_IDENTITY,
  .needs_credential = TRUE,
  .needs_countries = TRUE,
  .interval = 1440,
  .page_size = 10000,
  .max_pages = 200,
  .forbidden = SB_SERVICES_ERROR_CREDENTIALS,
  .query_names = query_names,
  .datasets = datasets,
  .check = check,
  .ask = ask,
  .take = take,
  .pass_over = pass_over,
};
