/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-benchmark"

#include "config.h"

#include "sb-test-letter.h"

#include <stdlib.h>

/* How long after a key its character is on the page that is in view, in a letter of some
 * twenty pages; and how long the main loop is held meanwhile, drawing apart. */
#define GOAL_MS 50.0

#define N_PAGES  20
#define N_ROUNDS 60

/* Between two keys: as a quick typist has them. */
#define PAUSE_MS 120

static gint64 turn_started;
static gint64 frame_started;
static gint64 drawing; /* in this turn */
static gint64 longest;

static int
poll_timed (GPollFD *fds,
            guint n_fds,
            int timeout)
{
  int answer;

  longest = MAX (longest, g_get_monotonic_time () - turn_started - drawing);
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

static guint
count_pages (SbTestLetter *letter)
{
  return sb_sheets_get_n_sheets (sb_test_letter_get_sheets (letter));
}

/* Paragraphs of made-up words, no two alike, until there are enough pages. */
static void
fill (SbTestLetter *letter)
{
  static const char *const words[] = { "convoi", "carburant", "les transporteurs", "attendent", "à Diboli", "une escorte", "depuis", "deux semaines" };
  SbTextEditor *editor = sb_test_letter_get_editor (letter, SB_LANGUAGE_FR);
  guint number = 0;

  while (count_pages (letter) < N_PAGES)
    {
      for (guint i = 0; i < 8; i++)
        {
          GString *text = g_string_new (NULL);

          g_string_append_printf (text, "Point %u. ", ++number);
          for (guint k = 0; k < 60; k++)
            g_string_append_printf (text, "%s ", words[(k * 5 + number * (1 + k % 3)) % G_N_ELEMENTS (words)]);
          sb_text_editor_insert_paragraph (editor, text->str);
          g_string_free (text, TRUE);
        }
      sb_test_letter_wait_until_composed (letter);
    }
}

typedef struct
{
  SbTestLetter *letter;
  SbEdition *before;
} Wait;

/* The page that the text stands on is drawn with what was typed. */
static gboolean
is_shown (gpointer data)
{
  const Wait *wait = data;
  SbEdition *edition = sb_live_edition_get (wait->letter->page->live, SB_LANGUAGE_FR);
  guint line = sb_text_editor_get_line (sb_test_letter_get_editor (wait->letter, SB_LANGUAGE_FR));
  SbSheetPlace place;

  if (edition == wait->before || !sb_live_edition_is_current (wait->letter->page->live) ||
      !sb_sheets_find_block (sb_edition_get_sheets (edition), SB_TEST_LETTER_BLOCK, line, &place))
    return FALSE;

  return sb_test_letter_is_drawn (wait->letter, place.sheet);
}

static gboolean
paused_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

static void
pause_typing (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_timeout_add (PAUSE_MS, paused_cb, loop);
  g_main_loop_run (loop);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static void
type (SbTestLetter *letter)
{
  double times[N_ROUNDS];
  double costs[N_ROUNDS];
  double keys[N_ROUNDS];
  SbTextEditor *editor = sb_test_letter_get_editor (letter, SB_LANGUAGE_FR);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      Wait wait = { letter, sb_live_edition_get (letter->page->live, SB_LANGUAGE_FR) };
      gint64 start = g_get_monotonic_time ();

      sb_text_editor_insert (editor, i % 6 == 5 ? " " : "e");
      keys[i] = (double) (g_get_monotonic_time () - start) / 1e3;
      while (!is_shown (&wait))
        g_main_context_iteration (NULL, TRUE);
      times[i] = (double) (g_get_monotonic_time () - start) / 1e3;
      costs[i] = (double) sb_live_edition_get_cost (letter->page->live) / 1e3;
      pause_typing ();
    }

  qsort (times, N_ROUNDS, sizeof *times, compare);
  qsort (costs, N_ROUNDS, sizeof *costs, compare);
  qsort (keys, N_ROUNDS, sizeof *keys, compare);
  g_print ("key to screen: p50 %.1f ms, p95 %.1f ms (goal: %.0f)\n", times[N_ROUNDS / 2], times[N_ROUNDS * 95 / 100], GOAL_MS);
  g_print ("of this composing and setting: p50 %.1f ms, p95 %.1f ms\n", costs[N_ROUNDS / 2], costs[N_ROUNDS * 95 / 100]);
  g_print ("the key itself: p50 %.1f ms, p95 %.1f ms\n", keys[N_ROUNDS / 2], keys[N_ROUNDS * 95 / 100]);
  g_print ("longest turn of the main loop: %.1f ms\n", (double) longest / 1e3);
}

int
main (int argc,
      char *argv[])
{
  SbTestLetter letter;
  GdkFrameClock *clock;

  sb_test_desk_init (&argc, &argv);
  sb_test_letter_open (&letter);
  _sb_briefings_page_choose_block (letter.page, SB_TEST_LETTER_BLOCK);
  fill (&letter);
  g_print ("a letter of %u pages\n", count_pages (&letter));
  pause_typing ();

  clock = gtk_widget_get_frame_clock (GTK_WIDGET (letter.window));
  g_signal_connect (clock, "before-paint", G_CALLBACK (frame_begun_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (frame_ended_cb), NULL);
  turn_started = g_get_monotonic_time ();
  g_main_context_set_poll_func (NULL, poll_timed);
  type (&letter);
  g_main_context_set_poll_func (NULL, NULL);
  sb_test_letter_close (&letter);
  return 0;
}
