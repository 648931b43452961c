/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-benchmark"

#include "config.h"

#include "sb-test-desk.h"

/* How long the window is deaf while its pages are walked through: the longest
 * turns of its main loop, those of drawing a frame apart, for on a machine
 * without a graphics card they are the renderer's. */
#define GOAL_MS 8.0

/* How long a page is looked at. */
#define STAY_MS 700

static const char *pages[] = { "desk", "documents", "map", "actors", "alliances", "chronology", "briefings", "feeds" };

static gint64 turn_started;
static gint64 frame_started;
static gint64 drawing; /* in this turn */
static gint64 longest;
static gint64 longest_frame;

static int
poll_timed (GPollFD *fds,
            guint n_fds,
            int timeout)
{
  gint64 worked = g_get_monotonic_time () - turn_started - drawing;
  int answer;

  longest = MAX (longest, worked);
  longest_frame = MAX (longest_frame, drawing);
  answer = g_poll (fds, n_fds, timeout);
  drawing = 0;
  turn_started = g_get_monotonic_time ();
  return answer;
}

static void
frame_begun_cb (void)
{
  frame_started = g_get_monotonic_time ();
}

static void
frame_ended_cb (void)
{
  drawing += g_get_monotonic_time () - frame_started;
}

typedef struct
{
  SbWindow *window;
  const char *page;
} Step;

static gboolean
show_page_cb (gpointer data)
{
  Step *step = data;

  gtk_widget_activate_action (GTK_WIDGET (step->window), "win.show-page", "s", step->page);
  return G_SOURCE_REMOVE;
}

static gboolean
stayed_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

static void
stay (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_timeout_add (STAY_MS, stayed_cb, loop);
  g_main_loop_run (loop);
}

static void
print_turns (const char *what)
{
  g_print ("%-22s longest turn %5.1f ms, frame %5.1f ms\n", what, (double) longest / 1e3, (double) longest_frame / 1e3);
}

int
main (int argc,
      char *argv[])
{
  SbApplication *application;
  SbWindow *window;
  GdkFrameClock *clock;
  double worst = 0;

  sb_test_desk_init (&argc, &argv);
  application = sb_test_desk_start ();
  window = sb_window_new (application, sb_application_get_context (application));
  gtk_window_present (GTK_WINDOW (window));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_signal_connect (clock, "before-paint", G_CALLBACK (frame_begun_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (frame_ended_cb), NULL);

  turn_started = g_get_monotonic_time ();
  g_main_context_set_poll_func (NULL, poll_timed);
  stay ();
  print_turns ("start");
  worst = MAX (worst, (double) longest / 1e3);

  /* The second time round everything is made. */
  for (guint i = 0; i < 2 * G_N_ELEMENTS (pages); i++)
    {
      Step step = { window, pages[i % G_N_ELEMENTS (pages)] };
      g_autofree char *what = g_strdup_printf ("%s, %s time", step.page, i < G_N_ELEMENTS (pages) ? "first" : "second");

      longest = longest_frame = 0;
      g_idle_add (show_page_cb, &step);
      stay ();
      print_turns (what);
      worst = MAX (worst, (double) longest / 1e3);
    }

  g_main_context_set_poll_func (NULL, NULL);
  gtk_window_close (GTK_WINDOW (window));
  sb_test_desk_stop (application);
  g_print ("longest turn: %.1f ms (goal: at most %.0f)\n", worst, GOAL_MS);
  return 0;
}
