/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-services"

#include "config.h"

#include "sb-service-private.h"

#include <string.h>

#include "sb-clock.h"
#include "sb-table-country.h"

/* The words of a cursor that belong to every service: which query it is of, and how
 * many requests were made on which day. */
#define WORD_QUERY "for"
#define WORD_DAY   "day"
#define WORD_ASKED "asked"
/* The page that is next, counted by the service; one of a walk that was broken off
 * when a new walk finds it. */
#define WORD_PAGE "page"

#define SECONDS_PER_DAY 86400

/* Of what a page begins with. */
#define SNIFF_BYTES 512

void
sb_service_page_free (SbServicePage *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->rows, g_bytes_unref);
  g_free (self);
}

static char *
make_query_mark (SbServiceWords *query)
{
  g_autofree char *text = sb_service_words_to_text (query);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strndup (hash, 8);
}

/* A cursor of another query says nothing about this one. */
static void
open_cursor (SbServicePoll *self)
{
  g_autofree char *mark = make_query_mark (self->query);
  gint64 page;

  if (g_strcmp0 (sb_service_words_get (self->cursor, WORD_QUERY), mark) != 0)
    {
      sb_service_words_clear (self->cursor);
      sb_service_words_set (self->cursor, WORD_QUERY, mark);
    }

  /* Of a walk that was broken off the last page is asked for again: rows that were
   * taken back since have moved the others up. */
  page = sb_service_words_get_integer (self->cursor, WORD_PAGE, 0);
  if (page > 1)
    sb_service_words_set_integer (self->cursor, WORD_PAGE, page - 1);
}

SbServicePoll *
sb_service_poll_new (const SbService *service,
                     const char *query,
                     const char *cursor,
                     SbServicePlace *place,
                     const char *secret,
                     GError **error)
{
  g_autofree char *normal = NULL;
  SbServicePoll *self;

  g_return_val_if_fail (service != NULL && place != NULL, NULL);

  normal = sb_service_normalise_query (service, query, error);
  if (normal == NULL)
    {
      sb_service_place_free (place);
      return NULL;
    }

  self = g_new0 (SbServicePoll, 1);
  self->service = service;
  self->query = sb_service_words_new (normal);
  self->cursor = sb_service_words_new (cursor);
  self->secret = sb_service_words_new (secret);
  self->place = place;
  self->page_size = place->page_size > 0 ? place->page_size : service->page_size;
  self->now = sb_clock_now ();
  open_cursor (self);
  return self;
}

void
sb_service_poll_free (SbServicePoll *self)
{
  g_return_if_fail (self != NULL);

  sb_service_words_free (self->query);
  sb_service_words_free (self->cursor);
  sb_service_words_free (self->secret);
  sb_service_place_free (self->place);
  g_free (self->mark);
  g_free (self);
}

/* Counts a request; FALSE when the day has no more. */
static gboolean
count_request (SbServicePoll *self,
               GError **error)
{
  gint64 today = self->now / SECONDS_PER_DAY;
  gint64 asked = 0;

  if (self->service->daily_quota == 0)
    return TRUE;

  if (sb_service_words_get_integer (self->cursor, WORD_DAY, 0) == today)
    asked = sb_service_words_get_integer (self->cursor, WORD_ASKED, 0);
  if (asked >= self->service->daily_quota)
    {
      g_set_error_literal (error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_QUOTA, "The requests of the day are used up");
      return FALSE;
    }

  sb_service_words_set_integer (self->cursor, WORD_DAY, today);
  sb_service_words_set_integer (self->cursor, WORD_ASKED, asked + 1);
  return TRUE;
}

SbServiceRequest *
sb_service_poll_next (SbServicePoll *self,
                      GError **error)
{
  g_autoptr (GError) failure = NULL;
  SbServiceRequest *request;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->is_over || self->n_pages >= self->service->max_pages)
    return NULL;

  request = self->service->ask (self, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (request == NULL)
    {
      self->is_over = TRUE;
      return NULL;
    }
  if (!count_request (self, error))
    {
      sb_service_request_free (request);
      return NULL;
    }

  self->n_requests++;
  return request;
}

/* Nothing that a server wrote, or that was sent to it, gets into a message. */
static void
translate_failure (SbServicePoll *self,
                   SbFetchResult *answer,
                   GError **error)
{
  const GError *failure = sb_fetch_result_get_error (answer);
  guint status = sb_fetch_result_get_status (answer);

  switch (status)
    {
    case 401:
      g_set_error (error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_CREDENTIALS, "HTTP %u", status);
      return;

    case 403:
      g_set_error (error, SB_SERVICES_ERROR, (int) self->service->forbidden, "HTTP %u", status);
      return;

    case 410:
      g_set_error (error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_RETIRED, "HTTP %u", status);
      return;

    case 0:
      g_propagate_error (error, g_error_copy (failure));
      return;

    default:
      g_set_error (error, SB_FEEDS_ERROR, failure->code, "HTTP %u", status);
      return;
    }
}

static gboolean
is_html (GBytes *body)
{
  gsize size;
  const char *data = g_bytes_get_data (body, &size);
  g_autofree char *head = g_strndup (data != NULL ? data : "", MIN (size, SNIFF_BYTES));
  const char *start = g_str_has_prefix (head, "\357\273\277") ? head + 3 : head;

  while (g_ascii_isspace (*start))
    start++;
  return g_ascii_strncasecmp (start, "<!doctype html", strlen ("<!doctype html")) == 0 ||
         g_ascii_strncasecmp (start, "<html", strlen ("<html")) == 0;
}

static gboolean
take_failure (SbServicePoll *self,
              SbFetchResult *answer,
              GError **error)
{
  if (self->service->pass_over != NULL && self->service->pass_over (self, sb_fetch_result_get_status (answer)))
    return TRUE;

  translate_failure (self, answer, error);
  return FALSE;
}

static gboolean
take_body (SbServicePoll *self,
           GBytes *body,
           SbServicePage *page,
           GError **error)
{
  if (is_html (body))
    {
      g_set_error_literal (error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_HTML, "An HTML page instead of data");
      return FALSE;
    }

  return self->service->take (self, body, page, error);
}

SbServicePage *
sb_service_poll_take (SbServicePoll *self,
                      SbFetchResult *answer,
                      GError **error)
{
  g_autoptr (SbServicePage) page = g_new0 (SbServicePage, 1);

  g_return_val_if_fail (self != NULL && answer != NULL, NULL);

  switch (sb_fetch_result_get_outcome (answer))
    {
    case SB_FETCH_UPDATED:
      if (!take_body (self, sb_fetch_result_get_body (answer), page, error))
        return NULL;
      break;

    case SB_FETCH_NOT_MODIFIED:
      self->is_over = TRUE;
      break;

    case SB_FETCH_FAILED:
    default:
      if (!take_failure (self, answer, error))
        return NULL;
      break;
    }

  self->n_pages++;
  return g_steal_pointer (&page);
}

void
sb_service_poll_set_secret (SbServicePoll *self,
                            const char *secret)
{
  g_return_if_fail (self != NULL);

  sb_service_words_free (self->secret);
  self->secret = sb_service_words_new (secret);
}

char *
sb_service_poll_dup_cursor (SbServicePoll *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sb_service_words_to_text (self->cursor);
}

gboolean
sb_service_poll_is_cut (SbServicePoll *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !self->is_over && self->n_pages >= self->service->max_pages;
}

gint64
sb_service_quota_renewal (gint64 now)
{
  return (now / SECONDS_PER_DAY + 1) * SECONDS_PER_DAY;
}

char *
_sb_service_join_countries (SbServicePoll *poll,
                            SbServiceCountryForm form,
                            const char *separator)
{
  g_auto (GStrv) codes = sb_service_words_split (poll->query, "countries");
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const SbTableCountry *country = sb_table_country_find (codes[i]);

      g_assert (country != NULL);
      if (line->len > 0)
        g_string_append (line, separator);
      if (form == SB_SERVICE_COUNTRY_ALPHA3)
        g_string_append (line, country->alpha3);
      else if (form == SB_SERVICE_COUNTRY_NAME)
        g_string_append (line, country->name);
      else
        g_string_append_printf (line, "%u", country->gleditsch_ward);
    }

  return line->len > 0 ? g_string_free (g_steal_pointer (&line), FALSE) : NULL;
}

void
_sb_service_set_answer_error (GError **error,
                              const char *what)
{
  g_set_error_literal (error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_ANSWER, what);
}

/* JSON that does not end with the bracket that it began with was cut off. */
static gboolean
is_cut_off (GBytes *body)
{
  gsize size;
  const char *data = g_bytes_get_data (body, &size);
  const char *first = data;

  while (size > 0 && g_ascii_isspace (data[size - 1]))
    size--;
  while (first < data + size && g_ascii_isspace (*first))
    first++;
  return size > 0 && *first == '{' && data[size - 1] != '}';
}

/* Some services answer 200 and say in the text what the matter is. */
static gboolean
check_status (const SbJsonEnvelope *envelope,
              GError **error)
{
  const char *text = sb_json_envelope_get (envelope, "status");
  guint64 status = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;

  if (status == 401)
    g_set_error_literal (error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_CREDENTIALS, "Status 401 in the answer");
  else if (status == 403)
    g_set_error_literal (error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_NO_ACCESS, "Status 403 in the answer");
  else if (status == 429)
    g_set_error_literal (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_RATE_LIMITED, "Status 429 in the answer");
  else
    return TRUE;

  return FALSE;
}

SbJsonEnvelope *
_sb_service_read_envelope (GBytes *body,
                           const char *name,
                           GError **error)
{
  g_autoptr (SbJsonEnvelope) envelope = sb_json_envelope_new (body, NULL);

  if (envelope == NULL)
    {
      if (is_cut_off (body))
        g_set_error_literal (error, SB_FEEDS_ERROR, SB_FEEDS_ERROR_INCOMPLETE, "The JSON breaks off");
      else
        _sb_service_set_answer_error (error, "This is not JSON");
      return NULL;
    }
  if (!check_status (envelope, error))
    return NULL;
  if (sb_json_envelope_count (envelope, name) < 0)
    {
      _sb_service_set_answer_error (error, "There is no list of records in the answer");
      return NULL;
    }

  return g_steal_pointer (&envelope);
}

static const char *
find_cell (SbTable *table,
           const SbTableRow *row,
           const char *name)
{
  guint n_columns;
  const char *const *columns = sb_table_get_columns (table, &n_columns);

  for (guint i = 0; i < MIN (n_columns, row->n_cells); i++)
    if (g_str_equal (columns[i], name))
      return row->cells[i];

  return NULL;
}

static void
add_to_mark (GChecksum *mark,
             const char *cell)
{
  /* The end as well, which parts one cell from the next. */
  if (cell != NULL)
    g_checksum_update (mark, (const guchar *) cell, (gssize) strlen (cell) + 1);
}

static void
add_row_to_mark (GChecksum *mark,
                 SbTable *table,
                 const SbTableRow *row,
                 const char *key)
{
  if (key != NULL)
    {
      add_to_mark (mark, find_cell (table, row, key));
      return;
    }

  for (guint i = 0; i < row->n_cells; i++)
    add_to_mark (mark, row->cells[i]);
}

gboolean
_sb_service_read_rows (SbServicePoll *poll,
                       GBytes *body,
                       const char *key,
                       const char *column,
                       SbServiceCellFunc each,
                       gpointer data,
                       SbServicePage *page,
                       GError **error)
{
  g_autoptr (SbTable) table = sb_table_new (body, NULL, NULL);
  g_autoptr (GChecksum) mark = g_checksum_new (G_CHECKSUM_SHA256);
  const SbTableRow *row;

  if (table == NULL)
    {
      _sb_service_set_answer_error (error, "The records cannot be read");
      return FALSE;
    }

  for (page->n_rows = 0; (row = sb_table_next (table)) != NULL; page->n_rows++)
    {
      const char *cell = column != NULL ? find_cell (table, row, column) : NULL;

      add_row_to_mark (mark, table, row, key);
      if (cell != NULL)
        each (cell, data);
    }
  if (page->n_rows == 0)
    return TRUE;

  if (sb_table_guess_shape (table) != page->shape)
    {
      _sb_service_set_answer_error (error, "The records are of another kind than the service has");
      return FALSE;
    }
  if (g_strcmp0 (poll->mark, g_checksum_get_string (mark)) == 0)
    {
      g_set_error_literal (error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_PAGING, "The page before came again");
      return FALSE;
    }

  g_free (poll->mark);
  poll->mark = g_strdup (g_checksum_get_string (mark));
  page->rows = g_bytes_ref (body);
  return TRUE;
}
