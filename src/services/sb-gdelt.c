/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-services"

#include "config.h"

#include <string.h>

#include "sb-service-private.h"

/* GDELT 2.0: machine-coded events of all the world, a file each quarter of an hour, of
 * which the intake takes those in the countries of the gazetteer.
 *
 * /gdeltv2/lastupdate.txt has a line for each of the three newest files: its size, its
 * MD5, its address; the first is that of the events, {time}.export.CSV.zip. The names of
 * the files between are made from the time, and nothing tells their MD5. Documentation: the codebook of GDELT 2.0;
 * data.gdeltproject.org.
 *
 * Cursor: "last", the time of the last file that was read, YYYYMMDDHHMMSS. A program
 * that was away for long goes back a day, and a walk reads so many files that it ends. */

#define LIST_PATH   "/gdeltv2/lastupdate.txt"
#define FILE_SUFFIX ".export.CSV.zip"

#define QUARTER_S  (15 * 60)
#define MAX_BACK_S (24 * 3600)
#define STAMP_SIZE 14
#define MD5_SIZE   32 /* hexadecimal digits */

static const char *const query_names[] = { NULL };

/* The start of a quarter of an hour; 0 when @text is none. */
static gint64
parse_stamp (const char *text)
{
  g_autofree char *iso = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (strspn (text, "0123456789") < STAMP_SIZE)
    return 0;

  iso = g_strdup_printf ("%.8sT%.6sZ", text, text + 8);
  time = g_date_time_new_from_iso8601 (iso, NULL);
  return time != NULL ? g_date_time_to_unix (time) : 0;
}

static char *
format_stamp (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);

  return g_date_time_format (time, "%Y%m%d%H%M%S");
}

static gint64
get_time (SbServicePoll *poll,
          const char *name)
{
  const char *stamp = sb_service_words_get (poll->cursor, name);

  return stamp != NULL ? parse_stamp (stamp) : 0;
}

/* The file that is next, 0 for none. "newest" is a word of this walk alone, as "md5". */
static gint64
get_next (SbServicePoll *poll)
{
  gint64 newest = get_time (poll, "newest");
  gint64 last = get_time (poll, "last");

  if (last == 0)
    return newest;

  last = MAX (last, newest - MAX_BACK_S);
  return last + QUARTER_S <= newest ? last + QUARTER_S : 0;
}

static SbServiceRequest *
ask (SbServicePoll *poll,
     GError **error)
{
  g_autofree char *stamp = NULL;
  g_autofree char *path = NULL;
  gint64 next;

  if (poll->n_pages == 0)
    {
      SbServiceRequest *request = _sb_service_make_request (poll->place, LIST_PATH, NULL);

      sb_fetch_message_set_accept (request->message, "text/plain");
      return request;
    }

  next = get_next (poll);
  if (next == 0)
    return NULL;

  stamp = format_stamp (next);
  path = g_strconcat ("/gdeltv2/", stamp, FILE_SUFFIX, NULL);
  return _sb_service_make_request (poll->place, path, NULL);
}

/* The second word of @line, where it is an MD5; "" for none. */
static char *
read_md5 (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  const char *word = words[0] != NULL && words[1] != NULL ? words[1] : "";

  return strlen (word) == MD5_SIZE && strspn (word, "0123456789abcdefABCDEF") == MD5_SIZE ? g_ascii_strdown (word, -1)
                                                                                          : g_strdup ("");
}

static gboolean
take_list (SbServicePoll *poll,
           GBytes *body,
           GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (body, &size);
  g_autofree char *text = g_strndup (data, size);
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *slash = strrchr (lines[i], '/');
      gint64 time = slash != NULL && g_str_has_suffix (lines[i], FILE_SUFFIX) ? parse_stamp (slash + 1) : 0;
      g_autofree char *stamp = time > 0 && time % QUARTER_S == 0 ? format_stamp (time) : NULL;
      g_autofree char *md5 = NULL;

      if (stamp == NULL)
        continue;

      md5 = read_md5 (lines[i]);
      sb_service_words_set (poll->cursor, "newest", stamp);
      sb_service_words_set (poll->cursor, "md5", md5);
      return TRUE;
    }

  _sb_service_set_answer_error (error, "No file of events is in the list");
  return FALSE;
}

/* The list says what the newest file is: one that was damaged on the way, or is another
 * one, is not taken. */
static gboolean
check_md5 (SbServicePoll *poll,
           GBytes *body,
           GError **error)
{
  const char *expected = sb_service_words_get (poll->cursor, "md5");
  g_autofree char *found = NULL;

  if (expected == NULL || get_next (poll) != get_time (poll, "newest"))
    return TRUE;

  found = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, body);
  if (g_str_equal (found, expected))
    return TRUE;

  g_set_error_literal (error, SB_SERVICES_ERROR, SB_SERVICES_ERROR_CHECKSUM, "The MD5 of the file is not that of the list");
  return FALSE;
}

static void
move_on (SbServicePoll *poll)
{
  g_autofree char *stamp = format_stamp (get_next (poll));

  sb_service_words_set (poll->cursor, "last", stamp);
}

static gboolean
take (SbServicePoll *poll,
      GBytes *body,
      SbServicePage *page,
      GError **error)
{
  if (poll->n_pages == 0)
    return take_list (poll, body, error);

  page->shape = SB_TABLE_SHAPE_GDELT;
  if (!check_md5 (poll, body, error) ||
      !_sb_service_read_rows (poll, body, "GLOBALEVENTID", NULL, NULL, NULL, page, error))
    return FALSE;

  move_on (poll);
  return TRUE;
}

/* A file that was never made. */
static gboolean
pass_over (SbServicePoll *poll,
           guint status)
{
  if (status != 404 || poll->n_pages == 0)
    return FALSE;

  move_on (poll);
  return TRUE;
}

/* Over http, as GDELT has it: nothing that is sent or read is secret. */
const SbService _sb_service_gdelt = {
  .kind = SB_FEED_KIND_GDELT,
  .label = "GDELT",
  .address = "http://data.gdeltproject.org",
  .home = "https://www.gdeltproject.org/",
  .credential = SB_CREDENTIAL_NONE,
  .interval = 60,
  .max_pages = 97,
  .forbidden = SB_SERVICES_ERROR_HTML,
  .query_names = query_names,
  .ask = ask,
  .take = take,
  .pass_over = pass_over,
};
