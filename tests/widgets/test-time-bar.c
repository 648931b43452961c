/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-time-bar.h"

#include "sb-date-format.h"
#include "sb-test-event-source.h"
#include "sb-test-screen.h"

static int
parse_day (const char *text)
{
  int day = 0;

  g_assert_true (sb_day_parse (text, &day));
  return day;
}

static SbSession *
create_session (void)
{
  SbSession *session = sb_session_new ();

  sb_session_set_period (session, parse_day ("2025-07-01"), parse_day ("2026-05-31"));
  sb_session_set_as_of (session, parse_day ("2025-10-31"));
  return session;
}

static SbTimeBar *
create_bar (SbSession *session)
{
  SbTimeBar *bar = SB_TIME_BAR (g_object_ref_sink (sb_time_bar_new ()));

  sb_time_bar_set_session (bar, session);
  return bar;
}

static void
test_keys (void)
{
  static const struct
  {
    const char *key;
    const char *first;
    const char *last;
    const char *as_of;
  } cases[] = {
    { "Left", "2025-07-01", "2026-05-31", "2025-10-30" },
    { "Right", "2025-07-01", "2026-05-31", "2025-11-01" },
    { "<Control>Left", "2025-07-01", "2026-05-31", "2025-09-30" },
    { "<Control>Right", "2025-07-01", "2026-05-31", "2025-11-30" },
    { "Page_Up", "2025-07-01", "2026-05-31", "2025-11-07" },
    { "Page_Down", "2025-07-01", "2026-05-31", "2025-10-24" },
    { "Home", "2025-07-01", "2026-05-31", "2025-07-01" },
    { "End", "2025-07-01", "2026-05-31", "2026-05-31" },
    { "<Shift>Left", "2025-07-01", "2026-05-30", "2025-10-31" },
    { "<Shift>Right", "2025-07-01", "2026-06-01", "2025-10-31" },
    { "<Shift><Alt>Left", "2025-06-30", "2026-05-31", "2025-10-31" },
    { "<Shift><Alt>Right", "2025-07-02", "2026-05-31", "2025-10-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbSession) session = create_session ();
      SbTimeBar *bar = create_bar (session);

      g_test_message ("key %s", cases[i].key);
      g_assert_true (sb_test_press (GTK_WIDGET (bar), cases[i].key));
      g_assert_cmpint (sb_session_get_first_day (session), ==, parse_day (cases[i].first));
      g_assert_cmpint (sb_session_get_last_day (session), ==, parse_day (cases[i].last));
      g_assert_cmpint (sb_session_get_as_of (session), ==, parse_day (cases[i].as_of));
      g_assert_finalize_object (bar);
    }
}

/* The ends are made to pass each other: they change places, and never does a
 * key lead out of the calendar. */
static void
test_keys_at_the_ends (void)
{
  g_autoptr (SbSession) session = create_session ();
  SbTimeBar *bar = create_bar (session);

  sb_session_set_period (session, 100, 101);
  for (guint i = 0; i < 5; i++)
    g_assert_true (sb_test_press (GTK_WIDGET (bar), "<Shift>Left"));

  g_assert_cmpint (sb_session_get_first_day (session), <=, sb_session_get_last_day (session));
  g_assert_true (sb_test_press (GTK_WIDGET (bar), "<Control>Left"));
  g_assert_cmpint (sb_session_get_as_of (session), ==, sb_session_get_first_day (session));
  g_assert_finalize_object (bar);
}

static void
test_keys_without_session (void)
{
  SbTimeBar *bar = SB_TIME_BAR (g_object_ref_sink (sb_time_bar_new ()));
  GtkWindow *window = sb_test_show (GTK_WIDGET (bar), 600, 90);

  g_assert_false (sb_test_press (GTK_WIDGET (bar), "Left"));
  g_object_unref (bar);
  sb_test_close (window);
}

/* To a screen reader the bar is a slider that says its day. */
static void
test_accessible (void)
{
  static const struct
  {
    SbLanguage language;
    const char *label;
  } cases[] = {
    { SB_LANGUAGE_FR, "Frise temporelle" },
    { SB_LANGUAGE_EN, "Time bar" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbSession) session = create_session ();
      SbTimeBar *bar;
      g_autofree char *day = NULL;
      g_autofree char *value = NULL;

      sb_test_screen_set_language (cases[i].language);
      bar = create_bar (session);
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_ROLE_SLIDER);
      gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, cases[i].label);
      g_assert_true (sb_test_press (GTK_WIDGET (bar), "Right"));
      day = sb_day_format (parse_day ("2025-11-01"), cases[i].language, SB_DATE_STYLE_LONG);
      /* It answers with what there is when that is not what was asked for. */
      value = gtk_test_accessible_check_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "");
      g_assert_nonnull (strstr (value, day));
      g_assert_finalize_object (bar);
    }
}

static GtkEventController *
find_drag (SbTimeBar *bar)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (bar));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        return controller; /* the widget holds it */
    }

  g_assert_not_reached ();
}

/* What is under the hand stays there, however often it is told where the hand
 * is: the bar must not move below it as the period changes. */
static void
test_drag (void)
{
  static const struct
  {
    double share; /* of the period, where the drag begins */
    int first; /* by how many days each moves, per 100 days of drag */
    int last;
  } cases[] = {
    { 0.0, 100, 0 }, /* its beginning */
    { 0.6, 100, 100 }, /* both */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbSession) session = create_session ();
      SbTimeBar *bar = create_bar (session);
      GtkWindow *window = sb_test_show (GTK_WIDGET (bar), 900, 90);
      int first = sb_session_get_first_day (session);
      int last = sb_session_get_last_day (session);
      /* A margin of 12 pixels and an eighth of the period on each side. */
      int air = (last - first) / 8;
      double per_day = (900.0 - 24) / (last - first + 1 + 2 * air);
      double x = 12 + per_day * (air + cases[i].share * (last - first + 1));
      GtkEventController *drag = find_drag (bar);

      g_signal_emit_by_name (drag, "drag-begin", x, 20.0);
      for (int days = 1; days <= 60; days++)
        g_signal_emit_by_name (drag, "drag-update", days * per_day, 0.0);
      g_signal_emit_by_name (drag, "drag-end", 60 * per_day, 0.0);

      g_assert_cmpint (ABS (sb_session_get_first_day (session) - first - 60 * cases[i].first / 100), <=, 1);
      g_assert_cmpint (ABS (sb_session_get_last_day (session) - last - 60 * cases[i].last / 100), <=, 1);
      g_object_unref (bar);
      sb_test_close (window);
    }
}

/* At the end of the period the handle of the day lies over the edge, which is taken
 * from outside; the knob at its foot is the day wherever it is. */
static void
test_drag_at_the_end (void)
{
  static const struct
  {
    double beside; /* pixels right of the edge */
    double y;
    gboolean is_day;
  } cases[] = {
    { -4, 20, TRUE },
    { 1, 20, TRUE },
    { 6, 20, FALSE },
    { 6, 70, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbSession) session = create_session ();
      SbTimeBar *bar = create_bar (session);
      GtkWindow *window = sb_test_show (GTK_WIDGET (bar), 900, 90);
      int first = sb_session_get_first_day (session);
      int last = sb_session_get_last_day (session);
      int air = (last - first) / 8;
      double per_day = (900.0 - 24) / (last - first + 1 + 2 * air);
      GtkEventController *drag = find_drag (bar);

      sb_session_set_as_of (session, last);
      g_signal_emit_by_name (drag, "drag-begin", 12 + per_day * (air + last - first + 1) + cases[i].beside,
                             cases[i].y > 40 ? gtk_widget_get_height (GTK_WIDGET (bar)) - 10.0 : cases[i].y);
      g_signal_emit_by_name (drag, "drag-update", -60 * per_day, 0.0);
      g_signal_emit_by_name (drag, "drag-end", -60 * per_day, 0.0);
      g_test_message ("%g, %g", cases[i].beside, cases[i].y);
      g_assert_cmpint (sb_session_get_as_of (session), <, last - 50);
      g_assert_cmpint (sb_session_get_last_day (session) == last, ==, cases[i].is_day);
      g_object_unref (bar);
      sb_test_close (window);
    }
}

/* So many days with events on each, from the first of June. */
static SbEventModel *
create_events (SbSession *session,
               guint n_days)
{
  g_autoptr (SbTestEventSource) source = sb_test_event_source_new ();

  for (guint i = 0; i < n_days; i++)
    for (guint j = 0; j < i % 3; j++)
      {
        g_autofree char *day = sb_day_to_string (parse_day ("2025-06-01") + (int) i);
        g_autoptr (SbRecord) event = sb_test_event_new (i * 3 + j + 1, "Titre", NULL, day, 0, 15);

        sb_test_event_source_add (source, event);
      }

  sb_test_event_source_publish (source);
  return sb_event_model_new (SB_EVENT_SOURCE (source), session);
}

static void
test_draws (void)
{
  static const struct
  {
    guint n_days;
    gboolean is_dark;
  } cases[] = {
    { 0, FALSE },
    { 400, FALSE },
    { 400, TRUE },
    { 3000, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbSession) session = create_session ();
      SbTimeBar *bar = create_bar (session);
      g_autoptr (SbEventModel) events = create_events (session, cases[i].n_days);
      GtkWindow *window;
      cairo_surface_t *picture;

      sb_test_screen_set_dark (cases[i].is_dark);
      window = sb_test_show (GTK_WIDGET (bar), 900, 90);
      sb_time_bar_set_events (bar, events);
      sb_time_bar_set_today (bar, parse_day ("2026-05-20"));
      sb_time_bar_set_last_briefing (bar, parse_day ("2026-04-30"));
      picture = sb_test_draw (GTK_WIDGET (bar));
      g_assert_cmpfloat (sb_test_get_lightness (picture), <, 1);
      cairo_surface_destroy (picture);
      g_object_unref (bar);
      sb_test_close (window);
    }

  sb_test_screen_set_dark (FALSE);
}

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);

  g_test_add_func ("/widgets/time-bar/keys", test_keys);
  g_test_add_func ("/widgets/time-bar/keys-at-the-ends", test_keys_at_the_ends);
  g_test_add_func ("/widgets/time-bar/keys-without-session", test_keys_without_session);
  g_test_add_func ("/widgets/time-bar/accessible", test_accessible);
  g_test_add_func ("/widgets/time-bar/drag", test_drag);
  g_test_add_func ("/widgets/time-bar/drag-at-the-end", test_drag_at_the_end);
  g_test_add_func ("/widgets/time-bar/draws", test_draws);

  return g_test_run ();
}
