/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-app"

#include "config.h"

#include "sb-window-private.h"

/* The bar shows so much beyond each end of the period, so that it can be
 * widened: this share of its length, and at least these days. */
#define AIR_SHARE    8
#define MIN_AIR_DAYS 30

/* How long after the last change of the period the days are counted anew; while
 * it is dragged the bar must stand still. */
#define SETTLE_MS 600

typedef struct
{
  int first_day;
  int last_day;
} Days;

/* Run in the worker. */
static gpointer
count_days (SbStore *store,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  const Days *days = data;
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_EVENT);

  query->has_period = TRUE;
  query->first_day = days->first_day;
  query->last_day = days->last_day;
  return sb_store_count_events_by_day (store, query, error);
}

static void
days_counted_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (SbWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = sb_catalogue_read_finish (SB_CATALOGUE (object), result, &error);

  if (counts != NULL)
    sb_time_bar_set_counts (self->time_bar, self->counted_from, counts);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("Cannot count events: %s", error->message);
}

static gboolean
settled_cb (gpointer data)
{
  SbWindow *self = data;
  int first = sb_session_get_first_day (self->session);
  int last = sb_session_get_last_day (self->session);
  int air = MAX ((last - first) / AIR_SHARE, MIN_AIR_DAYS);
  Days *days = g_new (Days, 1);

  self->settle_source = 0;
  days->first_day = first - air;
  days->last_day = last + air;
  self->counted_from = days->first_day;
  sb_catalogue_read_async (sb_context_get_catalogue (self->context), count_days, days, g_free,
                           (GDestroyNotify) g_array_unref, NULL, days_counted_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
count_later (SbWindow *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  self->settle_source = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
catalogue_changed_cb (SbWindow *self,
                      guint kinds)
{
  if ((kinds & 1u << SB_KIND_EVENT) != 0)
    count_later (self);
}

void
_sb_window_start_time (SbWindow *self)
{
  sb_time_bar_set_session (self->time_bar, self->session);
  g_signal_connect_object (self->session, "notify::first-day", G_CALLBACK (count_later), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::last-day", G_CALLBACK (count_later), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sb_context_get_catalogue (self->context), "changed", G_CALLBACK (catalogue_changed_cb), self,
                           G_CONNECT_SWAPPED);
  settled_cb (self);
}

void
_sb_window_stop_time (SbWindow *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
}
