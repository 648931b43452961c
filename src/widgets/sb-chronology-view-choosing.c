/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-chronology-view-private.h"

#include <glib/gi18n.h>

/* Which events are meant by a symbol, by a box and by all that is in view. */

static void
choose (SbChronologyView *self,
        GArray *ids,
        const char *title)
{
  g_signal_emit_by_name (self, "events-chosen", ids, title);
}

static int
compare_newest (gconstpointer a,
                gconstpointer b)
{
  const SbChronologyMark *first = a;
  const SbChronologyMark *second = b;

  if (first->first_day != second->first_day)
    return first->first_day > second->first_day ? -1 : 1;

  return first->id > second->id ? -1 : first->id < second->id;
}

/* The events of @marks, each once, the newest first. (element-type gint64) */
static GArray *
list_events (GArray *marks)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_sort (marks, compare_newest);
  for (guint i = 0; i < marks->len; i++)
    {
      gint64 id = g_array_index (marks, SbChronologyMark, i).id;

      if (i == 0 || g_array_index (marks, SbChronologyMark, i - 1).id != id)
        g_array_append_val (ids, id);
    }

  return ids;
}

static void
choose_cell (SbChronologyView *self,
             guint lane,
             const SbChronologyCell *cell)
{
  const SbChronologyLane *shown = sb_chronology_get_lane (self->chronology, lane);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (SbChronologyMark));
  g_autoptr (GArray) ids = NULL;
  g_autofree char *title = NULL;

  g_array_append_vals (marks, sb_chronology_lane_get_mark (shown, cell->first), cell->n);
  ids = list_events (marks);
  /* Translators: what a lane of the chronology is called, how many of its events are meant. */
  title = g_strdup_printf (ngettext ("%s: %u event", "%s: %u events", ids->len),
                           sb_chronology_lane_get_name (shown, sb_session_get_language (self->session)), ids->len);
  choose (self, ids, title);
}

/* The marks of the lanes between two heights and two times. */
static GArray *
list_marks (SbChronologyView *self,
            double top,
            double bottom,
            double first,
            double last)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (SbChronologyMark));

  for (guint i = 0; i < sb_chronology_get_n_lanes (self->chronology); i++)
    {
      const SbChronologyLane *lane = sb_chronology_get_lane (self->chronology, i);

      if (g_array_index (self->tops, double, i + 1) < top || g_array_index (self->tops, double, i) > bottom)
        continue;

      for (guint j = sb_chronology_lane_seek (lane, first); j < lane->marks->len; j++)
        {
          const SbChronologyMark *mark = sb_chronology_lane_get_mark (lane, j);

          if (mark->at > last)
            break;
          g_array_append_vals (marks, mark, 1);
        }
    }

  return marks;
}

static double
get_time (SbChronologyView *self,
          double x)
{
  return sb_chronology_scale_get_time (&self->scale, x - _sb_chronology_view_get_label_width (self));
}

void
_sb_chronology_view_choose_box (SbChronologyView *self)
{
  double top = self->box.y - sb_chronology_painter_get_axis_height (self->painter) + gtk_adjustment_get_value (self->vadjustment);
  g_autoptr (GArray) marks =
    list_marks (self, top, top + self->box.height, get_time (self, self->box.x), get_time (self, self->box.x + self->box.width));
  g_autoptr (GArray) ids = list_events (marks);
  g_autofree char *title = g_strdup_printf (ngettext ("%u event chosen", "%u events chosen", ids->len), ids->len);

  choose (self, ids, title);
}

void
_sb_chronology_view_select_spot (SbChronologyView *self,
                                 const SbChronologySpot *spot)
{
  const SbChronologyLane *lane = sb_chronology_get_lane (self->chronology, spot->lane);
  g_autoptr (SbRef) ref = NULL;

  if (spot->kind == SB_CHRONOLOGY_BAR)
    ref = sb_record_dup_ref (g_array_index (lane->bars, SbChronologyBar, spot->bar).record);
  else if (spot->kind == SB_CHRONOLOGY_CELL && spot->cell.n == 1)
    ref = sb_ref_new (SB_KIND_EVENT, sb_chronology_lane_get_mark (lane, spot->cell.first)->id, NULL, NULL);
  else if (spot->kind == SB_CHRONOLOGY_LABEL && lane->ref != NULL)
    ref = sb_ref_ref (lane->ref);

  if (ref != NULL)
    sb_session_select (self->session, ref);
  else if (spot->kind == SB_CHRONOLOGY_CELL)
    choose_cell (self, spot->lane, &spot->cell);
}

GArray *
sb_chronology_view_list_in_view (SbChronologyView *self)
{
  g_autoptr (GArray) marks = NULL;
  double top;

  g_return_val_if_fail (SB_IS_CHRONOLOGY_VIEW (self), NULL);

  if (self->session == NULL || !_sb_chronology_view_prepare (self))
    return g_array_new (FALSE, FALSE, sizeof (gint64));

  top = gtk_adjustment_get_value (self->vadjustment);
  marks = list_marks (self, top, top + gtk_adjustment_get_page_size (self->vadjustment),
                      get_time (self, _sb_chronology_view_get_label_width (self)), get_time (self, gtk_widget_get_width (GTK_WIDGET (self))));
  return list_events (marks);
}
