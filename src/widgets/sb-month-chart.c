/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-month-chart.h"

#include "sb-date-format.h"
#include "sb-time-scale.h"

#include <glib/gi18n.h>

/* Logical pixels. */
#define BARS_HEIGHT 56
#define MIN_WIDTH   160
#define MAX_BAR     22
#define GAP         1

/* So many of the last months are shown. */
#define MAX_MONTHS 120

/* The line that bars stand on, as a part of the foreground. */
#define GROUND_OPACITY 0.25

struct _SbMonthChart
{
  GtkWidget parent_instance;

  GArray *counts; /* (owned) (element-type guint) */
  int first; /* the first day of the first month */
  guint most;
};

G_DEFINE_FINAL_TYPE (SbMonthChart, sb_month_chart, GTK_TYPE_WIDGET)

static int
get_month (SbMonthChart *self,
           guint month)
{
  return sb_day_add_months (self->first, (int) month);
}

/* The month as a date is written that is known to the month. */
static char *
format_month (int day)
{
  g_autofree char *text = sb_day_to_string (day);
  g_autoptr (SbDate) month = NULL;

  text[7] = '\0';
  month = sb_date_new (text, NULL);
  return sb_date_format (month, sb_language_get_interface (), SB_DATE_STYLE_LONG);
}

/* Where the bars stand: the width that each has, with the gap beside it. */
static double
get_step (SbMonthChart *self)
{
  return MIN ((double) gtk_widget_get_width (GTK_WIDGET (self)) / MAX (self->counts->len, 1), MAX_BAR);
}

static void
snapshot_year (SbMonthChart *self,
               GtkSnapshot *snapshot,
               int day,
               double x,
               const GdkRGBA *colour)
{
  g_autofree char *text = sb_day_to_string (day);
  g_autoptr (PangoLayout) layout = NULL;

  text[4] = '\0';
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, BARS_HEIGHT + 2));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
sb_month_chart_snapshot (GtkWidget *widget,
                         GtkSnapshot *snapshot)
{
  SbMonthChart *self = SB_MONTH_CHART (widget);
  double step = get_step (self);
  int last_year = 0;
  double next_label = 0;
  GdkRGBA colour;
  GdkRGBA ground;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  ground = colour;
  ground.alpha *= (float) GROUND_OPACITY;
  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0, BARS_HEIGHT, (float) (step * self->counts->len), 1));
  for (guint i = 0; i < self->counts->len; i++)
    {
      guint count = g_array_index (self->counts, guint, i);
      double height = count > 0 ? MAX (BARS_HEIGHT * (double) count / self->most, 2) : 0;
      int year;
      int month;
      int day;

      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT ((float) (i * step), (float) (BARS_HEIGHT - height), (float) MAX (step - GAP, 1), (float) height));
      sb_day_to_ymd (get_month (self, i), &year, &month, &day);
      if (year == last_year || i * step < next_label)
        continue;

      snapshot_year (self, snapshot, get_month (self, i), i * step, &colour);
      last_year = year;
      next_label = i * step + 40;
    }
}

static void
sb_month_chart_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = MIN_WIDTH;
      return;
    }

  layout = gtk_widget_create_pango_layout (widget, "2026");
  pango_layout_get_pixel_size (layout, NULL, &height);
  *minimum = *natural = BARS_HEIGHT + 2 + height;
}

static char *
describe_month (SbMonthChart *self,
                guint month)
{
  guint count = g_array_index (self->counts, guint, month);
  g_autofree char *name = format_month (get_month (self, month));
  g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", count), count);

  /* Translators: a month, and what it had. */
  return g_strdup_printf (_ ("%s: %s"), name, events);
}

static gboolean
sb_month_chart_query_tooltip (GtkWidget *widget,
                              int x,
                              int y,
                              gboolean is_keyboard,
                              GtkTooltip *tooltip)
{
  SbMonthChart *self = SB_MONTH_CHART (widget);
  guint month = (guint) (x / get_step (self));
  g_autofree char *text = NULL;

  if (is_keyboard || x < 0 || month >= self->counts->len)
    return FALSE;

  text = describe_month (self, month);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
sb_month_chart_finalize (GObject *object)
{
  g_array_unref (SB_MONTH_CHART (object)->counts);

  G_OBJECT_CLASS (sb_month_chart_parent_class)->finalize (object);
}

static void
sb_month_chart_class_init (SbMonthChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sb_month_chart_finalize;
  widget_class->snapshot = sb_month_chart_snapshot;
  widget_class->measure = sb_month_chart_measure;
  widget_class->query_tooltip = sb_month_chart_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "monthchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sb_month_chart_init (SbMonthChart *self)
{
  self->counts = g_array_new (FALSE, TRUE, sizeof (guint));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
sb_month_chart_new (void)
{
  return g_object_new (SB_TYPE_MONTH_CHART, NULL);
}

/* The day of the first event that is shown. */
static guint
find_first (GArray *days)
{
  guint first = 0;

  while (first < days->len && g_array_index (days, guint, first) == 0)
    first++;
  return first;
}

static void
count_months (SbMonthChart *self,
              GArray *days,
              int first_day)
{
  guint first = find_first (days);
  int start = 0;
  int year;
  int month;
  int day;

  for (guint i = first; i < days->len; i++)
    {
      guint count = g_array_index (days, guint, i);
      guint index;

      if (count == 0)
        continue;

      sb_day_to_ymd (first_day + (int) i, &year, &month, &day);
      if (self->counts->len == 0)
        {
          start = year * 12 + month - 1;
          self->first = sb_day_from_ymd (year, month, 1);
        }
      index = (guint) (year * 12 + month - 1 - start);
      if (index >= self->counts->len)
        g_array_set_size (self->counts, index + 1);
      g_array_index (self->counts, guint, index) += count;
    }

  if (self->counts->len <= MAX_MONTHS)
    return;

  self->first = get_month (self, self->counts->len - MAX_MONTHS);
  g_array_remove_range (self->counts, 0, self->counts->len - MAX_MONTHS);
}

static void
describe (SbMonthChart *self)
{
  g_autoptr (GString) text = g_string_new (_ ("Events by month"));

  for (guint i = 0; i < self->counts->len; i++)
    if (g_array_index (self->counts, guint, i) > 0)
      {
        g_autofree char *month = describe_month (self, i);

        g_string_append_printf (text, "; %s", month);
      }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
}

void
sb_month_chart_set_days (SbMonthChart *self,
                         GArray *days,
                         int first_day)
{
  g_return_if_fail (SB_IS_MONTH_CHART (self));

  g_array_set_size (self->counts, 0);
  if (days != NULL)
    count_months (self, days, first_day);

  self->most = 1;
  for (guint i = 0; i < self->counts->len; i++)
    self->most = MAX (self->most, g_array_index (self->counts, guint, i));
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
sb_month_chart_get_n_months (SbMonthChart *self)
{
  g_return_val_if_fail (SB_IS_MONTH_CHART (self), 0);

  return self->counts->len;
}

guint
sb_month_chart_get_count (SbMonthChart *self,
                          guint month)
{
  g_return_val_if_fail (SB_IS_MONTH_CHART (self), 0);
  g_return_val_if_fail (month < self->counts->len, 0);

  return g_array_index (self->counts, guint, month);
}
