/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-benchmark"

#include "config.h"

#include "sb-briefing.h"
#include "sb-briefings-page-private.h"
#include "sb-sheet-view.h"
#include "sb-test-desk.h"

#include <stdlib.h>

/* How long after a key its character is on the page that is in view, in a letter of some
 * twenty pages; and how long the main loop is held meanwhile, drawing apart. */
#define GOAL_MS 50.0

#define TITLE    "Mali: what 25 April changes"
#define BLOCK    "introduction"
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

static gboolean
is_listed (gpointer data)
{
  SbBriefingsPage *page = data;

  return page->briefings != NULL && g_list_model_get_n_items (G_LIST_MODEL (page->briefings)) > 0;
}

static gboolean
is_composed (gpointer data)
{
  SbBriefingsPage *page = data;

  return sb_live_edition_is_current (page->live) && sb_live_edition_get (page->live, SB_LANGUAGE_FR) != NULL;
}

static guint
count_pages (SbBriefingsPage *page)
{
  return sb_sheets_get_n_sheets (sb_edition_get_sheets (sb_live_edition_get (page->live, SB_LANGUAGE_FR)));
}

static void
show_letter (SbBriefingsPage *page)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (page->briefings)); i++)
    {
      g_autoptr (SbRecord) briefing = g_list_model_get_item (G_LIST_MODEL (page->briefings), i);

      if (g_strcmp0 (sb_record_get_title (briefing, SB_LANGUAGE_EN), TITLE) == 0)
        _sb_briefings_page_show (page, briefing);
    }
  gtk_toggle_button_set_active (page->french, TRUE);
  sb_test_wait (is_composed, page);
}

/* Paragraphs of made-up words, no two alike, until there are enough pages. */
static void
fill (SbBriefingsPage *page)
{
  static const char *const words[] = { "convoi", "carburant", "les transporteurs", "attendent", "à Diboli", "une escorte", "depuis", "deux semaines" };
  SbTextEditor *editor = sb_section_editor_get_editor (page->editor, SB_LANGUAGE_FR);
  guint number = 0;

  while (count_pages (page) < N_PAGES)
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
      sb_test_wait (is_composed, page);
    }
}

typedef struct
{
  SbBriefingsPage *page;
  SbEdition *before;
} Wait;

/* The page that the text stands on is drawn with what was typed. */
static gboolean
is_shown (gpointer data)
{
  const Wait *wait = data;
  SbEdition *edition = sb_live_edition_get (wait->page->live, SB_LANGUAGE_FR);
  GtkWidget *view = sb_test_find_type (GTK_WIDGET (wait->page->preview), SB_TYPE_SHEET_VIEW);
  guint line = sb_text_editor_get_line (sb_section_editor_get_editor (wait->page->editor, SB_LANGUAGE_FR));
  SbSheetPlace place;

  if (edition == wait->before || !sb_live_edition_is_current (wait->page->live) ||
      !sb_sheets_find_block (sb_edition_get_sheets (edition), BLOCK, line, &place))
    return FALSE;

  for (guint i = 0; i < place.sheet && view != NULL; i++)
    view = gtk_widget_get_next_sibling (view);

  return view != NULL && sb_sheet_view_get_texture (SB_SHEET_VIEW (view)) != NULL;
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
type (SbBriefingsPage *page)
{
  double times[N_ROUNDS];
  double costs[N_ROUNDS];
  double keys[N_ROUNDS];
  SbTextEditor *editor = sb_section_editor_get_editor (page->editor, SB_LANGUAGE_FR);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      Wait wait = { page, sb_live_edition_get (page->live, SB_LANGUAGE_FR) };
      gint64 start = g_get_monotonic_time ();

      sb_text_editor_insert (editor, i % 6 == 5 ? " " : "e");
      keys[i] = (double) (g_get_monotonic_time () - start) / 1e3;
      while (!is_shown (&wait))
        g_main_context_iteration (NULL, TRUE);
      times[i] = (double) (g_get_monotonic_time () - start) / 1e3;
      costs[i] = (double) sb_live_edition_get_cost (page->live) / 1e3;
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
  SbApplication *application;
  SbWindow *window;
  SbBriefingsPage *page;
  GdkFrameClock *clock;

  sb_test_desk_init (&argc, &argv);
  application = sb_test_desk_start ();
  window = sb_test_desk_open_window (application);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "briefings");
  sb_test_wait_for_frame (GTK_WIDGET (window));
  page = SB_BRIEFINGS_PAGE (sb_test_find_type (GTK_WIDGET (window), SB_TYPE_BRIEFINGS_PAGE));
  sb_test_wait (is_listed, page);
  show_letter (page);
  _sb_briefings_page_choose_block (page, BLOCK);
  fill (page);
  g_print ("a letter of %u pages\n", count_pages (page));
  pause_typing ();

  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_signal_connect (clock, "before-paint", G_CALLBACK (frame_begun_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (frame_ended_cb), NULL);
  turn_started = g_get_monotonic_time ();
  g_main_context_set_poll_func (NULL, poll_timed);
  type (page);
  g_main_context_set_poll_func (NULL, NULL);
  gtk_window_close (GTK_WINDOW (window));
  sb_test_desk_stop (application);
  return 0;
}
