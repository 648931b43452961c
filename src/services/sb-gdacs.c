/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-services"

#include "config.h"

#include "sb-service-private.h"

/* GDACS: alerts of disasters, by its RSS with the namespace "gdacs", which is read as
 * a table. www.gdacs.org/xml/rss.xml holds all that are current: there is nothing to
 * walk through, and what has not changed answers 304. */

#define PATH "/xml/rss.xml"

static const char *const query_names[] = { "countries", NULL };

static SbServiceRequest *
ask (SbServicePoll *poll,
     GError **error)
{
  SbServiceRequest *request = _sb_service_make_request (poll->place, PATH, NULL);

  sb_fetch_message_set_accept (request->message, "application/rss+xml, application/xml;q=0.9, text/xml;q=0.8");
  request->has_validators = TRUE;
  return request;
}

static gboolean
take (SbServicePoll *poll,
      GBytes *body,
      SbServicePage *page,
      GError **error)
{
  page->shape = SB_TABLE_SHAPE_GDACS;
  if (!_sb_service_read_rows (poll, body, NULL, NULL, NULL, NULL, page, error))
    return FALSE;

  poll->is_over = TRUE;
  return TRUE;
}

const SbService _sb_service_gdacs = {
  .kind = SB_FEED_KIND_GDACS,
  .label = "GDACS",
  .address = "https://www.gdacs.org",
  .home = "https://www.gdacs.org/",
  .credential = SB_CREDENTIAL_NONE,
  .interval = 60,
  .max_pages = 1,
  .forbidden = SB_SERVICES_ERROR_HTML,
  .query_names = query_names,
  .ask = ask,
  .take = take,
};
