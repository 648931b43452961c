/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-widgets"

#include "config.h"

#include "sb-time-bar.h"

#include "sb-date-format.h"
#include "sb-time-scale.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Logical pixels. */
#define HEIGHT       76
#define SIDE         12
#define LABEL_HEIGHT 18
#define HANDLE_REACH 7.0
#define TICK_SPACING 52.0
#define MARK_SIZE    7

/* The bar shows so much beyond each end of the period, so that it can be widened:
 * this share of its length, and at least these days. */
#define AIR_SHARE    8
#define MIN_AIR_DAYS 30

/* How long after the last change of the period the bar follows; while it is dragged
 * the bar must stand still. */
#define SETTLE_MS 600

typedef enum
{
  GRIP_NONE,
  GRIP_FIRST,
  GRIP_LAST,
  GRIP_AS_OF,
  GRIP_PERIOD, /* both ends at once */
} Grip;

struct _SbTimeBar
{
  GtkWidget parent_instance;

  SbSession *session; /* (owned) (nullable) */
  SbEventModel *events; /* (owned) (nullable) */
  SbTimePlayer *player; /* (owned) (nullable) */
  GArray *counts; /* (owned) (nullable) (element-type guint) */
  int counts_first;
  int first_day; /* of what it covers, the air aside */
  int last_day;
  guint settle_source; /* it is to follow the period soon */
  int today;
  int last_briefing;

  Grip grip; /* what is being dragged */
  SbTimeScale grip_scale; /* the bar stands still meanwhile */
  double grip_x; /* where the drag began */
  int grip_day;
  int grip_first; /* the period then */
  int grip_last;
};

G_DEFINE_FINAL_TYPE (SbTimeBar, sb_time_bar, GTK_TYPE_WIDGET)

/* The days that the bar covers: the period as it was when it last stood still, and
 * whatever of it has gone beyond that. */
static SbTimeScale
get_scale (SbTimeBar *self)
{
  SbTimeScale scale;

  if (self->grip != GRIP_NONE)
    return self->grip_scale;

  scale.first_day = MIN (self->first_day, sb_session_get_first_day (self->session) - 3);
  scale.last_day = MAX (self->last_day, sb_session_get_last_day (self->session) + 3);
  scale.start = SIDE;
  scale.length = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * SIDE, 1);
  return scale;
}

static void
follow_period (SbTimeBar *self)
{
  int first = sb_session_get_first_day (self->session);
  int last = sb_session_get_last_day (self->session);
  int air = MAX ((last - first) / AIR_SHARE, MIN_AIR_DAYS);

  self->first_day = first - air;
  self->last_day = last + air;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
settled_cb (gpointer data)
{
  SbTimeBar *self = data;

  if (self->grip != GRIP_NONE)
    return G_SOURCE_CONTINUE;

  self->settle_source = 0;
  follow_period (self);
  return G_SOURCE_REMOVE;
}

static void
follow_later (SbTimeBar *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  self->settle_source = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static guint
get_count (SbTimeBar *self,
           int day)
{
  int index = day - self->counts_first;

  if (self->counts == NULL || index < 0 || index >= (int) self->counts->len)
    return 0;

  return g_array_index (self->counts, guint, index);
}

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
    count += get_count (self, first + i);

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

static void
snapshot_ticks (SbTimeBar *self,
                GtkSnapshot *snapshot,
                const SbTimeScale *scale,
                double y,
                const GdkRGBA *colour)
{
  g_autoptr (GArray) ticks = sb_time_scale_get_ticks (scale, TICK_SPACING);

  for (guint i = 0; i < ticks->len; i++)
    {
      int day = g_array_index (ticks, int, i);
      double x = sb_time_scale_get_position (scale, day);
      g_autofree char *text = sb_time_scale_format_tick (day, sb_session_get_language (self->session));

      gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT ((float) x, (float) y, 1, 4));
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

static void
sb_time_bar_snapshot (GtkWidget *widget,
                      GtkSnapshot *snapshot)
{
  SbTimeBar *self = SB_TIME_BAR (widget);
  double height = gtk_widget_get_height (widget) - LABEL_HEIGHT - 4;
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

  scale = get_scale (self);
  first = sb_time_scale_get_position (&scale, sb_session_get_first_day (self->session));
  last = sb_time_scale_get_position (&scale, sb_session_get_last_day (self->session) + 1);

  gtk_snapshot_append_color (snapshot, &brush, &GRAPHENE_RECT_INIT ((float) first, 2, (float) (last - first), (float) height));
  snapshot_bars (self, snapshot, &scale, height - 4, &inside, &outside);
  snapshot_ticks (self, snapshot, &scale, height + 4, &text);
  snapshot_mark (self, snapshot, &scale, self->today, FALSE, height, &today);
  snapshot_mark (self, snapshot, &scale, self->last_briefing, TRUE, height, &briefing);
  snapshot_handle (snapshot, first, height, 3, &edge);
  snapshot_handle (snapshot, last, height, 3, &edge);
  snapshot_handle (snapshot, sb_time_scale_get_position (&scale, sb_session_get_as_of (self->session)) + 1, height + 4, 2, &as_of);
}

static void
sb_time_bar_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 600 : HEIGHT;
}

static void
update_value (SbTimeBar *self)
{
  g_autofree char *day = sb_day_format (sb_session_get_as_of (self->session), sb_session_get_language (self->session),
                                        SB_DATE_STYLE_LONG);
  g_autofree char *period = sb_period_format (sb_session_get_first_day (self->session),
                                              sb_session_get_last_day (self->session),
                                              sb_session_get_language (self->session));
  /* Translators: a day, then the period that it lies in. */
  g_autofree char *text = g_strdup_printf (_ ("As of %s, period %s"), day, period);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Time bar"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, (double) sb_session_get_first_day (self->session),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) sb_session_get_last_day (self->session),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) sb_session_get_as_of (self->session),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
period_changed_cb (SbTimeBar *self)
{
  update_value (self);
  follow_later (self);
}

static gboolean
is_over (SbTimeBar *self,
         const SbTimeScale *scale,
         int day,
         double x)
{
  return day >= scale->first_day && day <= scale->last_day && ABS (sb_time_scale_get_position (scale, day) - x) <= HANDLE_REACH;
}

static gboolean
sb_time_bar_query_tooltip (GtkWidget *widget,
                           int x,
                           int y,
                           gboolean keyboard,
                           GtkTooltip *tooltip)
{
  SbTimeBar *self = SB_TIME_BAR (widget);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  SbTimeScale scale;
  int day;

  if (self->session == NULL || keyboard)
    return GTK_WIDGET_CLASS (sb_time_bar_parent_class)->query_tooltip (widget, x, y, keyboard, tooltip);

  scale = get_scale (self);
  day = is_over (self, &scale, self->today, x)           ? self->today
        : is_over (self, &scale, self->last_briefing, x) ? self->last_briefing
                                                         : sb_time_scale_get_day (&scale, x);
  name = sb_day_format (day, sb_session_get_language (self->session), SB_DATE_STYLE_LONG);
  if (day == self->today)
    text = g_strdup_printf (_ ("Today, %s"), name);
  else if (day == self->last_briefing)
    text = g_strdup_printf (_ ("The last briefing, %s"), name);
  else
    text = g_strdup_printf (ngettext ("%s: %u event", "%s: %u events", get_count (self, day)), name, get_count (self, day));

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static Grip
pick_grip (SbTimeBar *self,
           double x)
{
  SbTimeScale scale = get_scale (self);
  double first = sb_time_scale_get_position (&scale, sb_session_get_first_day (self->session));
  double last = sb_time_scale_get_position (&scale, sb_session_get_last_day (self->session) + 1);
  double as_of = sb_time_scale_get_position (&scale, sb_session_get_as_of (self->session));

  /* At the end of the period the handle lies over the edge; it comes first, so
   * that the day that everything shows can always be moved. */
  if (ABS (x - as_of) <= HANDLE_REACH && ABS (x - as_of) <= ABS (x - last))
    return GRIP_AS_OF;

  if (ABS (x - first) <= HANDLE_REACH)
    return GRIP_FIRST;

  if (ABS (x - last) <= HANDLE_REACH)
    return GRIP_LAST;

  return x > first && x < last ? GRIP_PERIOD : GRIP_NONE;
}

static void
drag_begin_cb (SbTimeBar *self,
               double x,
               double y)
{
  SbTimeScale scale;

  if (self->session == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  scale = get_scale (self);
  self->grip = pick_grip (self, x);
  self->grip_scale = scale;
  self->grip_x = x;
  self->grip_day = sb_time_scale_get_day (&scale, x);
  self->grip_first = sb_session_get_first_day (self->session);
  self->grip_last = sb_session_get_last_day (self->session);
}

static void
drag_update_cb (SbTimeBar *self,
                double dx,
                double dy)
{
  int day;

  if (self->session == NULL || self->grip == GRIP_NONE)
    return;

  day = sb_time_scale_get_day (&self->grip_scale, self->grip_x + dx);
  switch (self->grip)
    {
    case GRIP_FIRST:
      sb_session_set_period (self->session, MIN (day, self->grip_last), self->grip_last);
      break;

    case GRIP_LAST:
      sb_session_set_period (self->session, self->grip_first, MAX (day, self->grip_first));
      break;

    case GRIP_AS_OF:
      sb_session_set_as_of (self->session, day);
      break;

    case GRIP_PERIOD:
      sb_session_set_period (self->session, self->grip_first + day - self->grip_day, self->grip_last + day - self->grip_day);
      break;

    case GRIP_NONE:
    default:
      break;
    }
}

static void
drag_end_cb (SbTimeBar *self,
             double dx,
             double dy)
{
  /* A click inside of the period chooses the day. */
  if (self->session != NULL && self->grip == GRIP_PERIOD && ABS (dx) < 3)
    sb_session_set_as_of (self->session, self->grip_day);

  self->grip = GRIP_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
move_as_of (GtkWidget *widget,
            GVariant *parameter,
            gpointer user_data)
{
  SbTimeBar *self = SB_TIME_BAR (widget);
  int days;
  int months;

  if (self->session == NULL)
    return FALSE;

  g_variant_get (parameter, "(ii)", &days, &months);
  sb_session_set_as_of (self->session, sb_day_add_months (sb_session_get_as_of (self->session), months) + days);
  return TRUE;
}

static gboolean
move_end (GtkWidget *widget,
          GVariant *parameter,
          gpointer user_data)
{
  SbTimeBar *self = SB_TIME_BAR (widget);
  int first;
  int last;

  if (self->session == NULL)
    return FALSE;

  g_variant_get (parameter, "(ii)", &first, &last);
  sb_session_set_period (self->session,
                         sb_session_get_first_day (self->session) + first,
                         sb_session_get_last_day (self->session) + last);
  return TRUE;
}

static gboolean
toggle_playing (GtkWidget *widget,
                GVariant *parameter,
                gpointer user_data)
{
  SbTimeBar *self = SB_TIME_BAR (widget);

  if (self->player == NULL)
    return FALSE;

  sb_time_player_set_playing (self->player, !sb_time_player_is_playing (self->player));
  return TRUE;
}

static void
days_changed_cb (SbTimeBar *self)
{
  GArray *counts = self->events != NULL ? sb_event_model_get_days (self->events, &self->counts_first) : NULL;

  g_clear_pointer (&self->counts, g_array_unref);
  self->counts = counts != NULL ? g_array_ref (counts) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
sb_time_bar_dispose (GObject *object)
{
  SbTimeBar *self = SB_TIME_BAR (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->events);
  g_clear_object (&self->player);

  G_OBJECT_CLASS (sb_time_bar_parent_class)->dispose (object);
}

static void
sb_time_bar_finalize (GObject *object)
{
  g_clear_pointer (&SB_TIME_BAR (object)->counts, g_array_unref);

  G_OBJECT_CLASS (sb_time_bar_parent_class)->finalize (object);
}

static void
sb_time_bar_class_init (SbTimeBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sb_time_bar_dispose;
  object_class->finalize = sb_time_bar_finalize;
  widget_class->snapshot = sb_time_bar_snapshot;
  widget_class->measure = sb_time_bar_measure;
  widget_class->query_tooltip = sb_time_bar_query_tooltip;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, move_as_of, "(ii)", -1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, move_as_of, "(ii)", 1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK, move_as_of, "(ii)", 0, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK, move_as_of, "(ii)", 0, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, move_as_of, "(ii)", G_MININT / 4, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, move_as_of, "(ii)", G_MAXINT / 4, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_SHIFT_MASK, move_end, "(ii)", 0, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_SHIFT_MASK, move_end, "(ii)", 0, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_SHIFT_MASK | GDK_ALT_MASK, move_end, "(ii)", -1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_SHIFT_MASK | GDK_ALT_MASK, move_end, "(ii)", 1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, move_as_of, "(ii)", 7, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, move_as_of, "(ii)", -7, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, toggle_playing, NULL);
  gtk_widget_class_set_css_name (widget_class, "timebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
sb_time_bar_init (SbTimeBar *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  self->today = SB_DATE_DAY_MIN;
  self->last_briefing = SB_DATE_DAY_MIN;
}

GtkWidget *
sb_time_bar_new (void)
{
  return g_object_new (SB_TYPE_TIME_BAR, NULL);
}

void
sb_time_bar_set_session (SbTimeBar *self,
                         SbSession *session)
{
  g_return_if_fail (SB_IS_TIME_BAR (self));

  if (!g_set_object (&self->session, session) || session == NULL)
    return;

  g_signal_connect_object (session, "notify::first-day", G_CALLBACK (period_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::last-day", G_CALLBACK (period_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::as-of", G_CALLBACK (update_value), self, G_CONNECT_SWAPPED);
  update_value (self);
  follow_period (self);
}

void
sb_time_bar_set_events (SbTimeBar *self,
                        SbEventModel *events)
{
  g_return_if_fail (SB_IS_TIME_BAR (self));

  if (self->events == events)
    return;

  if (self->events != NULL)
    g_signal_handlers_disconnect_by_func (self->events, days_changed_cb, self);

  g_set_object (&self->events, events);
  if (events != NULL)
    g_signal_connect_object (events, "days-changed", G_CALLBACK (days_changed_cb), self, G_CONNECT_SWAPPED);

  days_changed_cb (self);
}

void
sb_time_bar_set_player (SbTimeBar *self,
                        SbTimePlayer *player)
{
  g_return_if_fail (SB_IS_TIME_BAR (self));

  g_set_object (&self->player, player);
}

void
sb_time_bar_set_today (SbTimeBar *self,
                       int day)
{
  g_return_if_fail (SB_IS_TIME_BAR (self));

  self->today = day;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sb_time_bar_set_last_briefing (SbTimeBar *self,
                               int day)
{
  g_return_if_fail (SB_IS_TIME_BAR (self));

  self->last_briefing = day;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
