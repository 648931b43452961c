/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-bench"

#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "sb-chronology-view.h"
#include "sb-test-event-source.h"
#include "sb-test-screen.h"
#include "sb-test-spots.h"

/* What a chronology of 100,000 events costs: making it, and a frame of the view in a
 * window of 1600 × 900 pixels while it is zoomed from all years to an hour and moved. A
 * frame is what the widget appends to a snapshot and what the nodes of that take to be
 * drawn by Cairo. Times are those of the processor.
 *
 * Judges nothing; what is wanted: 8 ms for a frame. */

#define WIDTH  1600
#define HEIGHT 900

#define N_EVENTS 100000
#define N_ACTORS 200
#define N_FRAMES 120

#define SEED 20261128

static gint64
get_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static double
get_ms (gint64 begin)
{
  return (double) (get_now () - begin) / 1000;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
print_times (const char *what,
             GArray *times)
{
  const double *sorted = (const double *) (gpointer) times->data;

  g_array_sort (times, compare);
  g_print ("  %-44s p50 %7.2f  p95 %7.2f  most %7.2f ms\n", what, sorted[times->len / 2], sorted[times->len * 95 / 100],
           sorted[times->len - 1]);
  g_array_set_size (times, 0);
}

static void
paint (GtkWidget *widget,
       cairo_surface_t *picture,
       GArray *times)
{
  gint64 begin = get_now ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = cairo_create (picture);
  GskRenderNode *node;
  double ms;

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    {
      gsk_render_node_draw (node, cr);
      gsk_render_node_unref (node);
    }
  cairo_destroy (cr);
  cairo_surface_flush (picture);
  ms = get_ms (begin);
  g_array_append_val (times, ms);
}

/* Each event is of one to three actors, of which a few act most. */
static GArray *
make_pairs (GRand *random)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (SbChronologyPair));

  for (guint i = 1; i <= N_EVENTS; i++)
    for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
      {
        const SbChronologyPair pair = { i, 1000001 + (int) (N_ACTORS * pow (g_rand_double (random), 3)) };

        g_array_append_val (pairs, pair);
      }

  return pairs;
}

static GPtrArray *
make_refs (void)
{
  GPtrArray *refs = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_ref_unref);

  for (guint i = 0; i < N_ACTORS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Groupe %u", i + 1);
      g_autoptr (SbBilingual) bilingual = sb_bilingual_new (name, name);

      g_ptr_array_add (refs, sb_ref_new (SB_KIND_ACTOR, 1000001 + i, NULL, bilingual));
    }

  return refs;
}

static SbChronology *
make_chronology (SbEventIndex *index)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (GArray) pairs = make_pairs (random);
  g_autoptr (GPtrArray) refs = make_refs ();
  const SbChronologyInput input = { .order = SB_CHRONOLOGY_ACTORS, .index = index, .pairs = pairs, .refs = refs };
  gint64 begin = get_now ();
  SbChronology *chronology = sb_chronology_new (&input);

  g_print ("  %-44s %7.1f ms\n", "making the lanes", get_ms (begin));
  return chronology;
}

static void
run (SbChronologyView *view,
     cairo_surface_t *picture)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  GtkAdjustment *adjustment = sb_chronology_view_get_vadjustment (view);

  sb_chronology_view_show_all (view);
  for (guint i = 0; i < N_FRAMES; i++)
    paint (GTK_WIDGET (view), picture, times);
  print_times ("all years, as it stands", times);

  for (guint i = 0; i < N_FRAMES; i++)
    {
      gtk_adjustment_set_value (adjustment, i * 40);
      paint (GTK_WIDGET (view), picture, times);
    }
  print_times ("all years, going through the lanes", times);
  gtk_adjustment_set_value (adjustment, 0);

  for (guint i = 0; i < N_FRAMES; i++)
    {
      sb_chronology_view_zoom (view, 1.08);
      paint (GTK_WIDGET (view), picture, times);
    }
  print_times ("zooming from years to hours", times);

  sb_chronology_view_show_all (view);
  sb_chronology_view_zoom (view, 12);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      gtk_adjustment_set_value (adjustment, i % 60);
      paint (GTK_WIDGET (view), picture, times);
    }
  print_times ("a year, moved", times);
}

/* What the pixels of a picture cost on this machine, whatever is on it. */
static void
run_bare (cairo_surface_t *picture)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  cairo_surface_t *ground = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);

  for (guint i = 0; i < N_FRAMES; i++)
    {
      gint64 begin = get_now ();
      cairo_t *cr = cairo_create (ground);
      double ms;

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_destroy (cr);
      cr = cairo_create (picture);
      cairo_set_source_surface (cr, ground, 0, 0);
      cairo_paint (cr);
      cairo_destroy (cr);
      ms = get_ms (begin);
      g_array_append_val (times, ms);
    }
  print_times ("an empty picture, laid on another", times);
  cairo_surface_destroy (ground);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (SbTestEventSource) source = NULL;
  g_autoptr (GRand) random = NULL;
  g_autoptr (GArray) spots = NULL;
  g_autoptr (SbSession) session = NULL;
  g_autoptr (SbEventModel) model = NULL;
  g_autoptr (SbChronology) chronology = NULL;
  cairo_surface_t *picture;
  SbChronologyView *view;
  GtkWindow *window;

  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  sb_test_screen_init (&argc, &argv);
  source = sb_test_event_source_new ();
  random = g_rand_new_with_seed (SEED);
  spots = sb_test_spots_new (random, N_EVENTS, SB_TEST_SPOTS_DEFAULT);
  sb_test_event_source_take_index (source, sb_test_spots_index (spots));
  session = sb_session_new ();
  sb_session_set_period (session, SB_TEST_SPOTS_FIRST_DAY, SB_TEST_SPOTS_LAST_DAY);
  model = sb_event_model_new (SB_EVENT_SOURCE (source), session);
  g_print ("%u events\n", N_EVENTS);
  chronology = make_chronology (sb_event_model_get_index (model));
  view = SB_CHRONOLOGY_VIEW (sb_chronology_view_new ());
  sb_chronology_view_set_model (view, model);
  sb_chronology_view_set_chronology (view, chronology);
  window = sb_test_show (GTK_WIDGET (view), WIDTH, HEIGHT);
  picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  run_bare (picture);
  run (view, picture);
  cairo_surface_destroy (picture);
  sb_test_close (window);
  return 0;
}
