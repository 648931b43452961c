/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-time-bar-private.h"

/* Logical pixels. */
#define MARK_SIZE   7
#define KNOB_RADIUS 4.5f

/* How far apart the days that are named are at least, as a multiple of how high they
 * are. */
#define TICK_SPACING 2.9

/* How many days one bar of the histogram stands for: bars are at least three
 * pixels wide. */
static int
get_days_per_bar (const SbTimeScale *scale)
{
  double per_day = scale->length / (scale->last_day - scale->first_day + 1);

  return MAX (1, (int) (3.0 / per_day + 0.999));
}

static guint
count_bar (SbTimeBar *self,
           int first,
           int n_days)
{
  guint count = 0;

  for (int i = 0; i < n_days; i++)
    count += _sb_time_bar_get_count (self, first + i);

  return count;
}

static void
snapshot_bars (SbTimeBar *self,
               GtkSnapshot *snapshot,
               const SbTimeScale *scale,
               double height,
               const GdkRGBA *inside,
               const GdkRGBA *outside)
{
  int step = get_days_per_bar (scale);
  guint most = 1;

  for (int day = scale->first_day; day <= scale->last_day; day += step)
    most = MAX (most, count_bar (self, day, step));

  for (int day = scale->first_day; day <= scale->last_day; day += step)
    {
      guint count = count_bar (self, day, step);
      double x = sb_time_scale_get_position (scale, day);
      double width = MAX (sb_time_scale_get_position (scale, day + step) - x - 1, 1);
      double bar = height * count / most;
      gboolean is_inside = day + step > sb_session_get_first_day (self->session) &&
                           day <= sb_session_get_last_day (self->session);

      if (count > 0)
        gtk_snapshot_append_color (snapshot, is_inside ? inside : outside,
                                   &GRAPHENE_RECT_INIT ((float) x, (float) (4 + height - bar), (float) width, (float) bar));
    }
}

static void
snapshot_text (SbTimeBar *self,
               GtkSnapshot *snapshot,
               const char *text,
               double x,
               double y,
               const GdkRGBA *colour)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static int
measure_text (SbTimeBar *self,
              const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
snapshot_ticks (SbTimeBar *self,
                GtkSnapshot *snapshot,
                const SbTimeScale *scale,
                double y,
                const GdkRGBA *colour)
{
  g_autoptr (GArray) ticks = sb_time_scale_get_ticks (scale, TICK_SPACING * _sb_time_bar_get_label_height (self));

  for (guint i = 0; i < ticks->len; i++)
    {
      int day = g_array_index (ticks, int, i);
      double x = sb_time_scale_get_position (scale, day);
      g_autofree char *text = sb_time_scale_format_tick (day, sb_session_get_language (self->session));

      gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT ((float) x, (float) y, 1, 4));
      /* The last one may have no room left. */
      if (measure_text (self, text) <= gtk_widget_get_width (GTK_WIDGET (self)) - x - 4)
        snapshot_text (self, snapshot, text, x + 4, y + 1, colour);
    }
}

static void
snapshot_handle (GtkSnapshot *snapshot,
                 double x,
                 double height,
                 double width,
                 const GdkRGBA *colour)
{
  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT ((float) (x - width / 2), 2, (float) width, (float) height));
}

/* The handle of the day that everything shows, with a knob to take it by. */
static void
snapshot_as_of (GtkSnapshot *snapshot,
                double x,
                double height,
                const GdkRGBA *colour)
{
  GskRoundedRect knob;

  snapshot_handle (snapshot, x, height, 2, colour);
  gsk_rounded_rect_init_from_rect (&knob, &GRAPHENE_RECT_INIT ((float) x - KNOB_RADIUS, (float) height - 1, 2 * KNOB_RADIUS, 2 * KNOB_RADIUS), KNOB_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &knob);
  gtk_snapshot_append_color (snapshot, colour, &knob.bounds);
  gtk_snapshot_pop (snapshot);
}

/* A mark at the top of a day: a small triangle that points at it, or a diamond. */
static void
snapshot_mark (SbTimeBar *self,
               GtkSnapshot *snapshot,
               const SbTimeScale *scale,
               int day,
               gboolean is_diamond,
               double height,
               const GdkRGBA *colour)
{
  double x;
  double half = MARK_SIZE / 2.0;
  cairo_t *cr;

  if (day < scale->first_day || day > scale->last_day)
    return;

  x = (sb_time_scale_get_position (scale, day) + sb_time_scale_get_position (scale, day + 1)) / 2;
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT ((float) x - 0.5f, MARK_SIZE, 1, (float) height - MARK_SIZE));
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) (x - half) - 1, 0, MARK_SIZE + 2, MARK_SIZE + 2));
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_move_to (cr, x, MARK_SIZE + 1);
  cairo_line_to (cr, x - half, is_diamond ? half + 0.5 : 1);
  if (is_diamond)
    cairo_line_to (cr, x, 0);

  cairo_line_to (cr, x + half, is_diamond ? half + 0.5 : 1);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static GdkRGBA
get_named_colour (SbTimeBar *self,
                  const char *name,
                  float alpha)
{
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), name, &colour))
    gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);

  colour.alpha *= alpha;
  return colour;
}

void
_sb_time_bar_snapshot (GtkWidget *widget,
                       GtkSnapshot *snapshot)
{
  SbTimeBar *self = SB_TIME_BAR (widget);
  double height = gtk_widget_get_height (widget) - _sb_time_bar_get_label_height (self) - SB_TIME_BAR_GAP;
  GdkRGBA text = get_named_colour (self, "window_fg_color", 0.7f);
  GdkRGBA inside = get_named_colour (self, "laterite", 1);
  GdkRGBA outside = get_named_colour (self, "window_fg_color", 0.25f);
  GdkRGBA brush = get_named_colour (self, "laterite", 0.10f);
  GdkRGBA edge = get_named_colour (self, "laterite", 0.8f);
  GdkRGBA as_of = get_named_colour (self, "window_fg_color", 0.95f);
  GdkRGBA today = get_named_colour (self, "river", 1);
  GdkRGBA briefing = get_named_colour (self, "acacia", 1);
  SbTimeScale scale;
  double first;
  double last;

  if (self->session == NULL)
    return;

  scale = _sb_time_bar_get_scale (self);
  first = sb_time_scale_get_position (&scale, sb_session_get_first_day (self->session));
  last = sb_time_scale_get_position (&scale, sb_session_get_last_day (self->session) + 1);

  gtk_snapshot_append_color (snapshot, &brush, &GRAPHENE_RECT_INIT ((float) first, 2, (float) (last - first), (float) height));
  snapshot_bars (self, snapshot, &scale, height - 4, &inside, &outside);
  snapshot_ticks (self, snapshot, &scale, height + 4, &text);
  snapshot_mark (self, snapshot, &scale, self->today, FALSE, height, &today);
  snapshot_mark (self, snapshot, &scale, self->last_briefing, TRUE, height, &briefing);
  snapshot_handle (snapshot, first, height, 3, &edge);
  snapshot_handle (snapshot, last, height, 3, &edge);
  snapshot_as_of (snapshot, sb_time_scale_get_position (&scale, sb_session_get_as_of (self->session)) + 1, height, &as_of);
}
