/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-day-button.h"
#include "sb-test-screen.h"
#include "sb-time-bar.h"

#define FIRST 20000
#define LAST  20100

static SbTimePlayer *
create_player (SbSession *session)
{
  SbTimePlayer *player = g_object_ref_sink (g_object_new (SB_TYPE_TIME_PLAYER, NULL));

  sb_session_set_period (session, FIRST, LAST);
  sb_time_player_set_session (player, session);
  return player;
}

/* So many days in so many frames, whatever their number. */
static void
test_speed (void)
{
  static const struct
  {
    double speed;
    guint n_frames;
    double seconds; /* a frame */
    int as_of;
  } cases[] = {
    { 1, 1, 1, FIRST + 7 },
    { 1, 60, 1.0 / 60, FIRST + 7 },
    { 0.5, 64, 1.0 / 32, FIRST + 7 },
    { 4, 16, 1.0 / 16, FIRST + 28 },
    { 8, 32, 1.0 / 16, LAST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbSession) session = sb_session_new ();
      SbTimePlayer *player = create_player (session);

      sb_session_set_as_of (session, FIRST);
      g_object_set (player, "speed", cases[i].speed, NULL);
      sb_time_player_set_playing (player, TRUE);
      for (guint j = 0; j < cases[i].n_frames; j++)
        sb_time_player_advance (player, cases[i].seconds);

      g_assert_cmpint (ABS (sb_session_get_as_of (session) - cases[i].as_of), <=, 1);
      g_assert_cmpint (sb_time_player_is_playing (player), ==, cases[i].as_of < LAST);
      g_assert_finalize_object (player);
    }
}

/* At the end it stops; started there, it begins anew. */
static void
test_ends (void)
{
  g_autoptr (SbSession) session = sb_session_new ();
  SbTimePlayer *player = create_player (session);

  sb_session_set_as_of (session, LAST - 1);
  sb_time_player_set_playing (player, TRUE);
  sb_time_player_advance (player, 1);
  g_assert_cmpint (sb_session_get_as_of (session), ==, LAST);
  g_assert_false (sb_time_player_is_playing (player));

  sb_time_player_set_playing (player, TRUE);
  g_assert_true (sb_time_player_is_playing (player));
  g_assert_cmpint (sb_session_get_as_of (session), ==, FIRST);
  g_assert_finalize_object (player);
}

/* Who moves the day while it plays is not fought against. */
static void
test_moved (void)
{
  g_autoptr (SbSession) session = sb_session_new ();
  SbTimePlayer *player = create_player (session);

  sb_session_set_as_of (session, FIRST);
  g_object_set (player, "speed", 1.0, NULL);
  sb_time_player_set_playing (player, TRUE);
  sb_time_player_advance (player, 1);
  sb_session_set_as_of (session, FIRST + 50);
  sb_time_player_advance (player, 1);
  g_assert_cmpint (sb_session_get_as_of (session), ==, FIRST + 57);
  g_assert_finalize_object (player);
}

static gboolean
has_moved (gpointer data)
{
  return sb_session_get_as_of (data) > FIRST;
}

/* Space in the time bar starts it, the clock of the window moves it, Space stops
 * it. */
static void
test_space (void)
{
  g_autoptr (SbSession) session = sb_session_new ();
  SbTimePlayer *player = create_player (session);
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  GtkWidget *bar = sb_time_bar_new ();
  GtkWindow *window;

  sb_session_set_as_of (session, FIRST);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (player));
  gtk_box_append (GTK_BOX (box), bar);
  sb_time_bar_set_session (SB_TIME_BAR (bar), session);
  sb_time_bar_set_player (SB_TIME_BAR (bar), player);
  window = sb_test_show (box, 700, 90);
  g_assert_true (sb_test_press (bar, "space"));
  g_assert_true (sb_time_player_is_playing (player));
  sb_test_wait (has_moved, session);
  g_assert_true (sb_test_press (bar, "space"));
  g_assert_false (sb_time_player_is_playing (player));
  g_object_unref (player);
  g_object_unref (box);
  sb_test_close (window);
}

/* A day that is typed, in figures; beyond the period, it widens it; what is no day, or
 * a time without an end, changes nothing. */
static void
test_typed (void)
{
  static const struct
  {
    const char *text;
    int as_of;
  } cases[] = {
    { "2024-10-20", 20016 },
    { " 2024-10-21 ", 20017 },
    { "20 octobre", 20017 },
    { "", 20017 },
    { "2024-10", 20027 },
    { "2024-09-01", 19967 },
    { "2026-04-29", 20572 },
  };
  g_autoptr (SbSession) session = sb_session_new ();
  SbTimePlayer *player = create_player (session);
  GtkWidget *day = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (player), SB_TYPE_TIME_PLAYER, "day_button"));
  GtkEditable *entry = GTK_EDITABLE (gtk_widget_get_template_child (day, SB_TYPE_DAY_BUTTON, "entry"));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (entry, cases[i].text);
      g_signal_emit_by_name (entry, "activate");
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (sb_session_get_as_of (session), ==, cases[i].as_of);
    }
  g_assert_cmpint (sb_session_get_first_day (session), ==, 19967);
  g_assert_cmpint (sb_session_get_last_day (session), ==, 20572);
  g_assert_finalize_object (player);
}

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);

  g_test_add_func ("/widgets/time-player/speed", test_speed);
  g_test_add_func ("/widgets/time-player/ends", test_ends);
  g_test_add_func ("/widgets/time-player/moved", test_moved);
  g_test_add_func ("/widgets/time-player/space", test_space);
  g_test_add_func ("/widgets/time-player/typed", test_typed);

  return sb_test_screen_run ();
}
