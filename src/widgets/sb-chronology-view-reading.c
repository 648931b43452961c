/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-chronology-view-private.h"

#include "sb-alliance.h"
#include "sb-date-format.h"
#include "sb-event-card.h"
#include "sb-hover-card.h"
#include "sb-restriction.h"
#include "sb-weak-ref.h"

#include <glib/gi18n.h>

/* How long a symbol is looked at before it says what it is, and what is shown stands
 * still before titles are read. */
#define CARD_DELAY_MS   300
#define TITLES_DELAY_MS 80

/* The most titles that are read for one view. */
#define MAX_TITLES 300

static SbLanguage
get_language (SbChronologyView *self)
{
  return sb_session_get_language (self->session);
}

static void
titles_loaded_cb (GObject *object,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autoptr (SbChronologyView) self = sb_weak_ref_take (user_data);
  g_autoptr (GPtrArray) records = sb_event_source_load_records_finish (SB_EVENT_SOURCE (object), result, NULL);

  /* Titles that cannot be read are not shown; the list beside tells why. */
  if (self == NULL || records == NULL || self->session == NULL)
    return;

  for (guint i = 0; i < records->len; i++)
    {
      SbRecord *record = g_ptr_array_index (records, i);
      gint64 id = sb_record_get_id (record);

      g_hash_table_replace (self->titles, g_memdup2 (&id, sizeof id), g_strdup (sb_record_get_title (record, get_language (self))));
    }
  self->is_stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
read_titles_cb (gpointer data)
{
  SbChronologyView *self = data;
  g_autoptr (GArray) wanted = NULL;
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (gint64));
  SbChronologyFrame frame;

  self->titles_source = 0;
  if (self->session == NULL || !self->has_scale || !_sb_chronology_view_prepare (self))
    return G_SOURCE_REMOVE;

  frame = _sb_chronology_view_get_frame (self);
  wanted = sb_chronology_painter_list_titled (self->painter, self->chronology, self->tops, &frame, MAX_TITLES);
  for (guint i = 0; i < wanted->len; i++)
    if (!g_hash_table_contains (self->titles, &g_array_index (wanted, gint64, i)))
      g_array_append_val (missing, g_array_index (wanted, gint64, i));

  if (missing->len == 0)
    return G_SOURCE_REMOVE;

  g_cancellable_cancel (self->titles_cancellable);
  g_clear_object (&self->titles_cancellable);
  self->titles_cancellable = g_cancellable_new ();
  sb_event_source_load_records_async (sb_event_model_get_source (self->model), missing, self->titles_cancellable, titles_loaded_cb,
                                      sb_weak_ref_new (self));
  return G_SOURCE_REMOVE;
}

void
_sb_chronology_view_read_titles (SbChronologyView *self)
{
  if (self->titles_source == 0 && self->model != NULL)
    self->titles_source = g_timeout_add (TITLES_DELAY_MS, read_titles_cb, self);
}

static gint64
get_event (SbChronologyView *self,
           const SbChronologySpot *spot)
{
  return sb_chronology_lane_get_mark (sb_chronology_get_lane (self->chronology, spot->lane), spot->cell.first)->id;
}

static void
show_card (SbChronologyView *self,
           const char *markup)
{
  const SbChronologySpot *spot = &self->card_spot;
  GdkRectangle rect = { (int) spot->x - 8, (int) spot->y - 8, 16, 16 };

  sb_hover_card_show (SB_HOVER_CARD (self->card), markup, &rect);
}

static char *
format_lasting (SbRecord *record,
                SbLanguage language)
{
  gboolean is_alliance = sb_record_get_kind (record) == SB_KIND_ALLIANCE;

  return sb_date_format_lasting (sb_record_get_date (record, is_alliance ? SB_ALLIANCE_SINCE : SB_RESTRICTION_SINCE),
                                 sb_record_get_date (record, is_alliance ? SB_ALLIANCE_UNTIL : SB_RESTRICTION_UNTIL), language,
                                 SB_DATE_STYLE_LONG);
}

static void
show_bar_card (SbChronologyView *self)
{
  const SbChronologyLane *lane = sb_chronology_get_lane (self->chronology, self->card_spot.lane);
  SbRecord *record = g_array_index (lane->bars, SbChronologyBar, self->card_spot.bar).record;
  g_autofree char *when = format_lasting (record, get_language (self));
  g_autofree char *markup = g_markup_printf_escaped ("<small>%s</small>\n<b>%s</b>", when, sb_record_get_title (record, get_language (self)));

  show_card (self, markup);
}

static void
event_loaded_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (SbChronologyView) self = sb_weak_ref_take (user_data);
  g_autoptr (GPtrArray) records = sb_event_source_load_records_finish (SB_EVENT_SOURCE (object), result, NULL);
  g_autofree char *markup = NULL;

  if (self == NULL || records == NULL || records->len == 0 || self->card_spot.kind != SB_CHRONOLOGY_CELL ||
      g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  markup = sb_event_card_markup (g_ptr_array_index (records, 0), NULL, self->card_spot.cell.n, get_language (self));
  show_card (self, markup);
}

static gboolean
load_card_cb (gpointer data)
{
  SbChronologyView *self = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id;

  self->card_source = 0;
  if (self->chronology == NULL)
    return G_SOURCE_REMOVE;

  if (self->card_spot.kind == SB_CHRONOLOGY_BAR)
    {
      show_bar_card (self);
      return G_SOURCE_REMOVE;
    }

  id = get_event (self, &self->card_spot);
  g_array_append_val (ids, id);
  self->card_cancellable = g_cancellable_new ();
  sb_event_source_load_records_async (sb_event_model_get_source (self->model), ids, self->card_cancellable, event_loaded_cb,
                                      sb_weak_ref_new (self));
  return G_SOURCE_REMOVE;
}

static gboolean
is_same (const SbChronologySpot *a,
         const SbChronologySpot *b)
{
  if (a->kind != b->kind || a->lane != b->lane)
    return FALSE;

  return a->kind == SB_CHRONOLOGY_BAR ? a->bar == b->bar : a->cell.first == b->cell.first && a->cell.n == b->cell.n;
}

void
_sb_chronology_view_look_at (SbChronologyView *self,
                             const SbChronologySpot *spot)
{
  gboolean is_something = spot->kind == SB_CHRONOLOGY_CELL || spot->kind == SB_CHRONOLOGY_BAR;

  if (is_something && is_same (spot, &self->card_spot))
    return;

  _sb_chronology_view_look_away (self);
  if (!is_something || self->model == NULL)
    return;

  self->card_spot = *spot;
  self->card_source = g_timeout_add (CARD_DELAY_MS, load_card_cb, self);
}

void
_sb_chronology_view_look_away (SbChronologyView *self)
{
  g_clear_handle_id (&self->card_source, g_source_remove);
  g_cancellable_cancel (self->card_cancellable);
  g_clear_object (&self->card_cancellable);
  self->card_spot.kind = SB_CHRONOLOGY_NOWHERE;
  if (self->card != NULL)
    sb_hover_card_hide (SB_HOVER_CARD (self->card));
}

/* @text: what a screen reader is told of what the keyboard is at. */
static void
describe (SbChronologyView *self,
          const char *text)
{
  const SbChronologyLane *lane = sb_chronology_get_lane (self->chronology, (guint) self->cursor_lane);
  const char *name = sb_chronology_lane_get_name (lane, get_language (self));
  g_autofree char *description = NULL;

  if (self->cursor_bar >= 0)
    description = g_strdup_printf ("%s. %s", name, text);
  else
    /* Translators: a lane of the chronology, the number of an event in it and of how many, what the event is. */
    description = g_strdup_printf (_ ("%s, %u of %u. %s"), name, self->cursor_mark + 1, lane->marks->len, text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
cursor_loaded_cb (GObject *object,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autoptr (SbChronologyView) self = sb_weak_ref_take (user_data);
  g_autoptr (GPtrArray) records = sb_event_source_load_records_finish (SB_EVENT_SOURCE (object), result, NULL);
  g_autofree char *text = NULL;

  if (self == NULL || records == NULL || records->len == 0 || self->cursor_lane < 0 || self->cursor_bar >= 0 ||
      g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  text = sb_event_card_text (g_ptr_array_index (records, 0), NULL, 1, get_language (self));
  describe (self, text);
}

void
_sb_chronology_view_describe_cursor (SbChronologyView *self)
{
  const SbChronologyLane *lane;
  g_autoptr (GArray) ids = NULL;
  gint64 id;

  g_cancellable_cancel (self->cursor_cancellable);
  g_clear_object (&self->cursor_cancellable);
  if (self->cursor_lane < 0 || self->chronology == NULL)
    return;

  lane = sb_chronology_get_lane (self->chronology, (guint) self->cursor_lane);
  if (self->cursor_bar >= 0)
    {
      SbRecord *record = g_array_index (lane->bars, SbChronologyBar, self->cursor_bar).record;
      g_autofree char *when = format_lasting (record, get_language (self));
      g_autofree char *text = g_strdup_printf ("%s. %s", sb_record_get_title (record, get_language (self)), when);

      describe (self, text);
      return;
    }

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  id = sb_chronology_lane_get_mark (lane, self->cursor_mark)->id;
  g_array_append_val (ids, id);
  self->cursor_cancellable = g_cancellable_new ();
  sb_event_source_load_records_async (sb_event_model_get_source (self->model), ids, self->cursor_cancellable, cursor_loaded_cb,
                                      sb_weak_ref_new (self));
}

void
_sb_chronology_view_stop_reading (SbChronologyView *self)
{
  _sb_chronology_view_look_away (self);
  g_clear_handle_id (&self->titles_source, g_source_remove);
  g_cancellable_cancel (self->titles_cancellable);
  g_clear_object (&self->titles_cancellable);
  g_cancellable_cancel (self->cursor_cancellable);
  g_clear_object (&self->cursor_cancellable);
}
