/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-feed-words.h"

#include "sb-clock.h"
#include "sb-date-format.h"
#include "sb-feed-outcome.h"
#include "sb-feed.h"
#include "sb-services-error.h"

#include <glib/gi18n.h>

#define SECONDS_PER_DAY 86400

static const char *const icon_names[] = {
  [SB_FEED_STATE_NEW] = "content-loading-symbolic",
  [SB_FEED_STATE_UPDATED] = "emblem-ok-symbolic",
  [SB_FEED_STATE_UNCHANGED] = "emblem-ok-symbolic",
  [SB_FEED_STATE_EMPTY] = "dialog-information-symbolic",
  [SB_FEED_STATE_FAILED] = "dialog-warning-symbolic",
  [SB_FEED_STATE_REFUSED] = "changes-prevent-symbolic",
  [SB_FEED_STATE_GONE] = "action-unavailable-symbolic",
};

static SbFeedState
get_state (SbRecord *feed)
{
  return (SbFeedState) sb_record_get_term (feed, SB_FEED_STATE, SB_FEED_STATE_NEW);
}

const char *
sb_feed_words_get_title (SbRecord *feed)
{
  const char *title = sb_record_get_text (feed, SB_FEED_TITLE);

  if (title == NULL)
    title = sb_record_get_text (feed, SB_FEED_URL);

  return title != NULL ? title : "";
}

const char *
sb_feed_words_get_icon_name (SbRecord *feed)
{
  /* What is gone is paused as well, but that is not what matters of it. */
  if (sb_record_get_boolean (feed, SB_FEED_PAUSED) && get_state (feed) != SB_FEED_STATE_GONE)
    return "media-playback-pause-symbolic";

  return icon_names[get_state (feed)];
}

/* The day of the user's calendar, and the time of his clock if it is today. */
static char *
format_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);
  gint64 offset;
  int day;

  if (time == NULL)
    return g_strdup ("");

  offset = g_date_time_get_utc_offset (time) / G_USEC_PER_SEC;
  day = (int) ((seconds + offset) / SECONDS_PER_DAY);
  if (day != sb_clock_today ())
    return sb_day_format (day, sb_language_get_interface (), SB_DATE_STYLE_MEDIUM);

  /* Translators: a time of today’s, as g_date_time_format() writes it. */
  return g_date_time_format (time, _ ("today at %H:%M"));
}

static char *
describe_last_good (SbRecord *feed)
{
  gint64 seconds = sb_record_get_time (feed, SB_FEED_LAST_GOOD);
  g_autofree char *time = seconds != 0 ? format_time (seconds) : NULL;

  if (time == NULL)
    return get_state (feed) == SB_FEED_STATE_NEW ? NULL : g_strdup (_ ("No good answer yet"));

  /* Translators: %s is a day, or a time of today’s. */
  return g_strdup_printf (_ ("Last good answer: %s"), time);
}

static SbFeedKind
get_kind (SbRecord *feed)
{
  return (SbFeedKind) sb_record_get_term (feed, SB_FEED_KIND, SB_FEED_KIND_FEED);
}

char *
sb_feed_words_announce (SbRecord *feed)
{
  gint64 due = sb_record_get_time (feed, SB_FEED_NEXT_DUE);
  g_autofree char *time = NULL;

  if (sb_record_get_boolean (feed, SB_FEED_PAUSED) || due == 0)
    return NULL;

  if (due <= sb_clock_now ())
    return g_strdup (_ ("Due now"));

  time = format_time (due);
  /* Translators: %s is a day, or a time of today’s. */
  return g_strdup_printf (_ ("Next attempt: %s"), time);
}

/* What it brought this week and in all. */
static void
add_counts (GStrvBuilder *parts,
            SbFeedCount count)
{
  g_autofree char *added = g_strdup_printf (ngettext ("%u new this week", "%u new this week", count.n_added), count.n_added);
  g_autofree char *updated = g_strdup_printf (ngettext ("%u updated", "%u updated", count.n_updated), count.n_updated);
  g_autofree char *documents = NULL;

  if (count.n_documents < 0)
    return;

  documents = g_strdup_printf (ngettext ("%d document", "%d documents", (gulong) count.n_documents), count.n_documents);
  if (count.n_added > 0)
    g_strv_builder_add (parts, added);
  else if (count.n_documents > 0)
    g_strv_builder_add (parts, _ ("Nothing new this week"));

  if (count.n_updated > 0)
    g_strv_builder_add (parts, updated);

  g_strv_builder_add (parts, documents);
}

/* The events that a service of data brought this week. */
static void
add_event_counts (GStrvBuilder *parts,
                  SbFeedCount count)
{
  g_autofree char *added = g_strdup_printf (ngettext ("%u new event this week", "%u new events this week", count.n_events_added),
                                            count.n_events_added);
  g_autofree char *updated = g_strdup_printf (ngettext ("%u event updated", "%u events updated", count.n_events_updated),
                                              count.n_events_updated);

  if (count.n_events_added > 0)
    g_strv_builder_add (parts, added);
  if (count.n_events_updated > 0)
    g_strv_builder_add (parts, updated);
}

char *
sb_feed_words_describe (SbRecord *feed,
                        SbFeedCount count,
                        SbSignInState sign_in)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *last_good = describe_last_good (feed);
  g_autofree char *next = sb_feed_words_announce (feed);
  g_auto (GStrv) strv = NULL;

  if (sb_record_get_boolean (feed, SB_FEED_PAUSED))
    g_strv_builder_add (parts, _ ("Paused"));

  g_strv_builder_add (parts,
                      sb_vocabulary_get_label (&sb_feed_state_vocabulary, (int) get_state (feed), sb_language_get_interface ()));
  if (last_good != NULL)
    g_strv_builder_add (parts, last_good);

  if (next != NULL)
    g_strv_builder_add (parts, next);

  add_event_counts (parts, count);
  /* The documents of a service of data are the lines of it, unless it has reports. */
  if (get_kind (feed) == SB_FEED_KIND_FEED || (get_kind (feed) == SB_FEED_KIND_RELIEFWEB && count.n_documents != 0))
    add_counts (parts, count);

  if (sign_in != SB_SIGN_IN_UNKNOWN)
    g_strv_builder_add (parts, sign_in == SB_SIGN_IN_DONE ? _ ("Signed in") : _ ("Not signed in"));

  /* Independent pieces, not parts of a sentence. */
  strv = g_strv_builder_end (parts);
  return g_strjoinv (" · ", strv);
}

char *
sb_feed_words_explain (SbRecord *feed)
{
  gint64 n_failures = sb_record_get_integer (feed, SB_FEED_FAILURES, 0);
  g_autofree char *reason = NULL;

  switch (get_state (feed))
    {
    case SB_FEED_STATE_EMPTY:
    case SB_FEED_STATE_FAILED:
    case SB_FEED_STATE_REFUSED:
    case SB_FEED_STATE_GONE:
      break;

    case SB_FEED_STATE_NEW:
    case SB_FEED_STATE_UPDATED:
    case SB_FEED_STATE_UNCHANGED:
    default:
      /* What was taken may break off all the same. */
      return sb_feed_dup_reason (feed, sb_language_get_interface ());
    }

  reason = sb_feed_dup_reason (feed, sb_language_get_interface ());
  if (reason == NULL)
    return g_strdup (_ ("The reason is not known."));

  if (n_failures < 2)
    return g_steal_pointer (&reason);

  /* Translators: the first %s is a sentence that says why. */
  return g_strdup_printf (ngettext ("%s It failed %d time in a row.", "%s It failed %d times in a row.", (gulong) n_failures),
                          reason, (int) n_failures);
}

gboolean
sb_feed_words_wants_sign_in (SbRecord *feed)
{
  static const SbServicesError codes[] = {
    SB_SERVICES_ERROR_SIGN_IN,
    SB_SERVICES_ERROR_CREDENTIALS,
    SB_SERVICES_ERROR_EXPIRED,
    SB_SERVICES_ERROR_NO_ACCESS,
    SB_SERVICES_ERROR_APP_NAME,
    SB_SERVICES_ERROR_NO_KEYRING,
    SB_SERVICES_ERROR_KEYRING_LOCKED,
  };
  const char *code = sb_record_get_text (feed, SB_FEED_ERROR_CODE);

  for (guint i = 0; code != NULL && i < G_N_ELEMENTS (codes); i++)
    if (g_str_equal (code, sb_services_error_get_name (codes[i])))
      return TRUE;

  return FALSE;
}
