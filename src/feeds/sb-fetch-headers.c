/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-feeds"

#include "config.h"

#include "sb-fetch-private.h"

#include "sb-clock.h"

/* A date of HTTP; 0 for nonsense. */
static gint64
read_date (const char *text)
{
  g_autoptr (GDateTime) date = text != NULL ? soup_date_time_new_from_http_string (text) : NULL;

  return date != NULL ? g_date_time_to_unix (date) : 0;
}

/* A number of seconds; -1 for anything else. What is too large is for ever. */
static gint64
read_seconds (const char *text)
{
  guint64 seconds = 0;
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return -1;

  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &seconds, &error))
    return (gint64) seconds;

  return g_error_matches (error, G_NUMBER_PARSER_ERROR, G_NUMBER_PARSER_ERROR_OUT_OF_BOUNDS) ? G_MAXINT32 : -1;
}

/* RFC 9110, section 10.2.3: seconds or a date. */
gint64
_sb_fetch_read_retry_after (SoupMessageHeaders *headers)
{
  const char *text = soup_message_headers_get_one (headers, "Retry-After");
  gint64 seconds = read_seconds (text);

  return seconds >= 0 ? sb_clock_now () + seconds : read_date (text);
}

/* RFC 9111, section 4.2.1; what is said to caches that several share is not for
 * us. */
gint64
_sb_fetch_read_fresh_until (SoupMessageHeaders *headers)
{
  const char *control = soup_message_headers_get_list (headers, "Cache-Control");
  GHashTable *directives = control != NULL ? soup_header_parse_param_list (control) : NULL;
  gint64 now = sb_clock_now ();
  gint64 age = MAX (read_seconds (soup_message_headers_get_one (headers, "Age")), 0);
  gint64 max_age = -1;
  gboolean is_stale = FALSE;
  gint64 expires;
  gint64 date;

  if (directives != NULL)
    {
      is_stale = g_hash_table_contains (directives, "no-store") || g_hash_table_contains (directives, "no-cache");
      max_age = read_seconds (g_hash_table_lookup (directives, "max-age"));
      soup_header_free_param_list (directives);
    }

  if (is_stale)
    return 0;

  if (max_age >= 0)
    return max_age > age ? now + max_age - age : 0;

  /* The clock of the server may go wrong, but by its own it is right. */
  expires = read_date (soup_message_headers_get_one (headers, "Expires"));
  date = read_date (soup_message_headers_get_one (headers, "Date"));
  if (expires == 0)
    return 0;

  return expires > (date != 0 ? date : now) ? now + expires - (date != 0 ? date : now) : 0;
}

guint
_sb_fetch_count_codings (SoupMessageHeaders *headers)
{
  const char *list = soup_message_headers_get_list (headers, "Content-Encoding");
  guint n_codings = list != NULL ? 1 : 0;

  for (const char *p = list; p != NULL && *p != '\0'; p++)
    n_codings += *p == ',' ? 1 : 0;

  return n_codings;
}
