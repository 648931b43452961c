/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-event-mark.h"

#include "sb-mercator.h"
#include "sb-place.h"

#include <math.h>

/* Symbols closer than this are one; logical pixels. */
#define CELL_SIZE 26.0

static void
append_mark (GArray *marks,
             SbRecord *event,
             SbRecord *place,
             guint position)
{
  SbPosition where;
  SbPoint point;
  SbEventMark mark;

  if (!sb_record_has (place, SB_EVENT_PLACE_LATITUDE) || !sb_record_has (place, SB_EVENT_PLACE_LONGITUDE))
    return;

  where.latitude = sb_record_get_real (place, SB_EVENT_PLACE_LATITUDE, 0);
  where.longitude = sb_record_get_real (place, SB_EVENT_PLACE_LONGITUDE, 0);
  point = sb_mercator_project (where);

  mark.x = (float) point.x;
  mark.y = (float) point.y;
  mark.event = position;
  mark.type = (guint8) sb_record_get_term (event, SB_EVENT_TYPE, SB_EVENT_TYPE_STRATEGIC_DEVELOPMENT);
  mark.is_vague = sb_record_get_term (place, SB_EVENT_PLACE_PRECISION, SB_PLACE_PRECISION_EXACT) >= SB_PLACE_PRECISION_AREA;
  mark.unsourced = sb_record_get_n_extracts (event) == 0;
  g_array_append_val (marks, mark);
}

GArray *
sb_event_marks_new (GListModel *events)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (SbEventMark));
  guint n_events = events != NULL ? g_list_model_get_n_items (events) : 0;

  for (guint i = 0; i < n_events; i++)
    {
      g_autoptr (SbRecord) event = g_list_model_get_item (events, i);

      for (guint j = 0; j < sb_record_get_n_items (event, SB_EVENT_PLACES); j++)
        append_mark (marks, event, sb_record_get_item (event, SB_EVENT_PLACES, j), i);
    }

  return marks;
}

/* The cell of the grid on the ground that holds a mark. */
static gint64
get_cell (const SbEventMark *mark,
          double world)
{
  gint64 column = (gint64) floor (mark->x * world / CELL_SIZE);
  gint64 row = (gint64) floor (mark->y * world / CELL_SIZE);

  return column << 32 | (row & G_MAXUINT32);
}

GArray *
sb_event_marks_cluster (GArray *marks,
                        SbPoint origin,
                        double world,
                        double width,
                        double height,
                        int selected)
{
  GArray *clusters = g_array_new (FALSE, FALSE, sizeof (SbMarkCluster));
  g_autoptr (GHashTable) cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      const SbEventMark *mark = &g_array_index (marks, SbEventMark, i);
      SbPoint position = { (mark->x - origin.x) * world, (mark->y - origin.y) * world };
      gboolean is_selected = (int) mark->event == selected;
      SbMarkCluster *cluster;
      gint64 cell;
      gpointer found;

      if (position.x < -CELL_SIZE || position.y < -CELL_SIZE || position.x > width + CELL_SIZE || position.y > height + CELL_SIZE)
        continue;

      cell = get_cell (mark, world);
      if (!g_hash_table_lookup_extended (cells, &cell, NULL, &found))
        {
          SbMarkCluster added = { position, i, 1, is_selected };

          g_hash_table_insert (cells, g_memdup2 (&cell, sizeof cell), GUINT_TO_POINTER (clusters->len));
          g_array_append_val (clusters, added);
          continue;
        }

      cluster = &g_array_index (clusters, SbMarkCluster, GPOINTER_TO_UINT (found));
      cluster->n_marks++;
      if (is_selected)
        {
          cluster->has_selected = TRUE;
          cluster->mark = i;
        }
    }

  return clusters;
}
