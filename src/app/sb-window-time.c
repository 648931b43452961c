/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-window-private.h"

#include "sb-briefing.h"
#include "sb-catalogue-aid.h"
#include "sb-clock.h"
#include "sb-weak-ref.h"

/* How often it is asked whether it is another day, in seconds. */
#define DAY_INTERVAL_S 600

/* The day up to which a briefing that was issued tells, or that it was issued on; one that
 * is being written told nobody anything yet. */
static int
get_briefing_day (SbRecord *briefing)
{
  SbDate *as_of = sb_record_get_date (briefing, SB_BRIEFING_AS_OF);

  if (!sb_record_has (briefing, SB_BRIEFING_ISSUED))
    return SB_DATE_DAY_MIN;
  if (as_of != NULL && sb_date_get_last_day (as_of) < SB_DATE_DAY_MAX)
    return sb_date_get_last_day (as_of);

  return sb_day_from_time (sb_record_get_time (briefing, SB_BRIEFING_ISSUED));
}

static void
briefings_listed_cb (GObject *object,
                     GAsyncResult *result,
                     gpointer user_data)
{
  g_autoptr (SbWindow) self = sb_weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) briefings = sb_catalogue_list_finish (SB_CATALOGUE (object), result, &error);
  int last = SB_DATE_DAY_MIN;

  if (self == NULL || self->time_bar == NULL)
    return;

  if (briefings == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("Cannot list briefings: %s", error->message);
      return;
    }

  for (guint i = 0; i < briefings->len; i++)
    last = MAX (last, get_briefing_day (g_ptr_array_index (briefings, i)));

  sb_time_bar_set_last_briefing (self->time_bar, last);
}

static void
find_last_briefing (SbWindow *self)
{
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_BRIEFING);

  sb_catalogue_list_async (sb_context_get_catalogue (self->context), query, NULL, briefings_listed_cb,
                           sb_weak_ref_new (self));
}

static void
catalogue_changed_cb (SbWindow *self,
                      guint kinds)
{
  if ((kinds & 1u << SB_KIND_BRIEFING) != 0)
    find_last_briefing (self);
}

/* The window may be open for days. */
static gboolean
mark_today_cb (gpointer data)
{
  SbWindow *self = data;

  sb_time_bar_set_today (self->time_bar, sb_clock_today ());
  return G_SOURCE_CONTINUE;
}

void
_sb_window_start_time (SbWindow *self)
{
  g_autoptr (SbFormAid) aid = sb_catalogue_aid_new (sb_context_get_catalogue (self->context), NULL);

  sb_time_bar_set_session (self->time_bar, self->session);
  sb_time_bar_set_events (self->time_bar, sb_moment_get_event_model (self->moment));
  sb_time_player_set_session (self->time_player, self->session);
  sb_time_player_set_aid (self->time_player, aid);
  sb_time_bar_set_player (self->time_bar, self->time_player);
  mark_today_cb (self);
  self->day_source = g_timeout_add_seconds (DAY_INTERVAL_S, mark_today_cb, self);
  g_signal_connect_object (sb_context_get_catalogue (self->context), "changed", G_CALLBACK (catalogue_changed_cb), self,
                           G_CONNECT_SWAPPED);
  find_last_briefing (self);
}

void
_sb_window_stop_time (SbWindow *self)
{
  g_clear_handle_id (&self->day_source, g_source_remove);
}
