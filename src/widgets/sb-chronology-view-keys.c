/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-chronology-view-private.h"

#include <math.h>

#define ZOOM_STEP 1.5

/* How much of what is in view Page Up and Page Down move by. */
#define PAGE_SHARE 0.8

static double
get_length (SbChronologyView *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) - _sb_chronology_view_get_label_width (self);
}

static const SbChronologyLane *
get_lane (SbChronologyView *self)
{
  return sb_chronology_get_lane (self->chronology, (guint) self->cursor_lane);
}

/* The time that the keyboard is at, or the middle of what is in view. */
static double
get_time (SbChronologyView *self)
{
  if (self->cursor_lane >= 0 && self->cursor_bar < 0)
    return sb_chronology_lane_get_mark (get_lane (self), self->cursor_mark)->at;

  return sb_chronology_scale_get_time (&self->scale, get_length (self) / 2);
}

/* Moves the view so that @time stands in its middle. */
static void
show_time (SbChronologyView *self,
           double time)
{
  SbChronologyScale scale = self->scale;

  scale.first = time - get_length (self) / 2 / scale.per_day;
  _sb_chronology_view_set_scale (self, scale);
}

/* Of what lasts, some must be seen. */
static void
show_bar (SbChronologyView *self,
          double air)
{
  const SbChronologyBar *bar = &g_array_index (get_lane (self)->bars, SbChronologyBar, self->cursor_bar);

  if (sb_chronology_scale_get_position (&self->scale, bar->until_last) < air)
    show_time (self, bar->until_last);
  else if (sb_chronology_scale_get_position (&self->scale, bar->since_first) > get_length (self) - air)
    show_time (self, bar->since_first);
}

/* Brings what the keyboard is at into view, and tells it. */
static void
show_cursor (SbChronologyView *self)
{
  double top = g_array_index (self->tops, double, self->cursor_lane);
  double bottom = g_array_index (self->tops, double, self->cursor_lane + 1);
  double air = 3 * self->look.font_size;

  gtk_adjustment_clamp_page (self->vadjustment, top, bottom);
  if (self->cursor_bar < 0)
    {
      double at = sb_chronology_scale_get_position (&self->scale, get_time (self));

      if (at < air || at > get_length (self) - air)
        show_time (self, get_time (self));
    }
  else
    show_bar (self, air);

  _sb_chronology_view_describe_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The mark of @lane nearest to @time. */
static guint
find_nearest (const SbChronologyLane *lane,
              double time)
{
  guint i = MIN (sb_chronology_lane_seek (lane, time), lane->marks->len - 1);

  if (i > 0 && time - sb_chronology_lane_get_mark (lane, i - 1)->at < sb_chronology_lane_get_mark (lane, i)->at - time)
    i--;

  return i;
}

/* A lane is two rows to the keyboard: its bars, then its events. Goes to the next row
 * in the direction @by; FALSE when there is none. */
static gboolean
go_to_row (SbChronologyView *self,
           int by)
{
  double time = get_time (self);
  int n = 2 * (int) sb_chronology_get_n_lanes (self->chronology);
  int row = self->cursor_lane < 0 ? (by > 0 ? -1 : n) : 2 * self->cursor_lane + (self->cursor_bar < 0 ? 1 : 0);

  for (row += by; row >= 0 && row < n; row += by)
    {
      const SbChronologyLane *lane = sb_chronology_get_lane (self->chronology, (guint) row / 2);

      if (row % 2 == 0 ? lane->bars->len == 0 : lane->marks->len == 0)
        continue;

      self->cursor_lane = row / 2;
      self->cursor_bar = row % 2 == 0 ? 0 : -1;
      if (row % 2 == 1)
        self->cursor_mark = find_nearest (lane, time);
      return TRUE;
    }

  return FALSE;
}

/* The symbol that holds the mark that the keyboard is at. */
static SbChronologyCell
get_cell (SbChronologyView *self)
{
  const SbChronologyLane *lane = get_lane (self);
  double at = sb_chronology_scale_get_position (&self->scale, get_time (self));
  const SbChronologyMoment moment = { 0, 0, 0 };
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (SbChronologyCell));

  sb_chronology_lane_gather (lane, &self->scale, &moment, at, at, sb_chronology_painter_get_spacing (self->painter), cells);
  for (guint i = 0; i < cells->len; i++)
    {
      const SbChronologyCell *cell = &g_array_index (cells, SbChronologyCell, i);

      if (self->cursor_mark - cell->first < cell->n)
        return *cell;
    }

  return (SbChronologyCell) { .position = at, .first = self->cursor_mark, .n = 1 };
}

/* Along a row: to the next symbol, whatever number of events it stands for. */
static void
go_along (SbChronologyView *self,
          int by)
{
  const SbChronologyLane *lane = get_lane (self);
  SbChronologyCell cell;

  if (self->cursor_bar >= 0)
    {
      self->cursor_bar = CLAMP (self->cursor_bar + by, 0, (int) lane->bars->len - 1);
      return;
    }

  cell = get_cell (self);
  if (by > 0)
    self->cursor_mark = MIN (cell.first + cell.n, lane->marks->len - 1);
  else if (cell.first > 0)
    self->cursor_mark = cell.first - 1;
}

static gboolean
can_go (SbChronologyView *self)
{
  return self->session != NULL && _sb_chronology_view_prepare (self) && sb_chronology_get_n_lanes (self->chronology) > 0;
}

static gboolean
go (GtkWidget *widget,
    GVariant *parameter,
    gpointer user_data)
{
  SbChronologyView *self = SB_CHRONOLOGY_VIEW (widget);
  int dx;
  int dy;

  if (!can_go (self))
    return FALSE;

  g_variant_get (parameter, "(ii)", &dx, &dy);
  if (dy != 0 || self->cursor_lane < 0)
    {
      if (!go_to_row (self, dy != 0 ? dy : 1) && self->cursor_lane < 0)
        return FALSE;
    }
  else
    go_along (self, dx);

  show_cursor (self);
  return TRUE;
}

static gboolean
go_to_end (GtkWidget *widget,
           GVariant *parameter,
           gpointer user_data)
{
  SbChronologyView *self = SB_CHRONOLOGY_VIEW (widget);
  gboolean is_last = g_variant_get_int32 (parameter) > 0;

  if (!can_go (self) || (self->cursor_lane < 0 && !go_to_row (self, 1)))
    return FALSE;

  if (self->cursor_bar >= 0)
    self->cursor_bar = is_last ? (int) get_lane (self)->bars->len - 1 : 0;
  else
    self->cursor_mark = is_last ? get_lane (self)->marks->len - 1 : 0;

  show_cursor (self);
  return TRUE;
}

static gboolean
activate (GtkWidget *widget,
          GVariant *parameter,
          gpointer user_data)
{
  SbChronologyView *self = SB_CHRONOLOGY_VIEW (widget);
  SbChronologySpot spot = { .kind = SB_CHRONOLOGY_CELL };

  if (!can_go (self) || self->cursor_lane < 0)
    return FALSE;

  spot.lane = (guint) self->cursor_lane;
  if (self->cursor_bar >= 0)
    {
      spot.kind = SB_CHRONOLOGY_BAR;
      spot.bar = (guint) self->cursor_bar;
    }
  else
    spot.cell = get_cell (self);

  _sb_chronology_view_select_spot (self, &spot);
  return TRUE;
}

static gboolean
zoom (GtkWidget *widget,
      GVariant *parameter,
      gpointer user_data)
{
  sb_chronology_view_zoom (SB_CHRONOLOGY_VIEW (widget), pow (ZOOM_STEP, g_variant_get_int32 (parameter)));
  return TRUE;
}

static gboolean
show_period (GtkWidget *widget,
             GVariant *parameter,
             gpointer user_data)
{
  sb_chronology_view_show_period (SB_CHRONOLOGY_VIEW (widget));
  return TRUE;
}

static gboolean
move_page (GtkWidget *widget,
           GVariant *parameter,
           gpointer user_data)
{
  SbChronologyView *self = SB_CHRONOLOGY_VIEW (widget);
  SbChronologyScale scale = self->scale;

  scale.first += g_variant_get_int32 (parameter) * PAGE_SHARE * get_length (self) / scale.per_day;
  _sb_chronology_view_set_scale (self, scale);
  return TRUE;
}

void
_sb_chronology_view_add_keys (GtkWidgetClass *widget_class)
{
  static const guint larger[] = { GDK_KEY_plus, GDK_KEY_KP_Add, GDK_KEY_equal };
  static const guint smaller[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, go, "(ii)", -1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, go, "(ii)", 1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, go, "(ii)", 0, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, go, "(ii)", 0, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, go_to_end, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, go_to_end, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, move_page, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, move_page, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_0, 0, show_period, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (larger); i++)
    {
      gtk_widget_class_add_binding (widget_class, larger[i], 0, zoom, "i", 1);
      gtk_widget_class_add_binding (widget_class, larger[i], GDK_SHIFT_MASK, zoom, "i", 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (smaller); i++)
    gtk_widget_class_add_binding (widget_class, smaller[i], 0, zoom, "i", -1);
}
