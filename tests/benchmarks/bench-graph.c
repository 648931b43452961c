/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-bench"

#include "config.h"

#include <stdlib.h>
#include <time.h>

#include "sb-graph-view.h"
#include "sb-test-graph.h"
#include "sb-test-screen.h"

/* What a graph of 2,000 actors and 10,000 ties costs: the graph of a day, its places
 * from nothing and from those of the day before, its picture, and a frame of the view
 * of 1920 × 1080 pixels while it is moved and zoomed. A frame is what the main thread
 * does: what the view appends to a snapshot, and what the nodes of that take to be drawn
 * by Cairo on a picture of that size, as the Cairo renderer of GTK does. Times are those
 * of the processor.
 *
 * Judges nothing; what is wanted: a frame takes at most 8 ms. */

#define N_ACTORS 2000
#define N_TIES   10000

#define WIDTH  1920
#define HEIGHT 1080

#define N_FRAMES 100

typedef struct
{
  GtkWindow *window;
  SbGraphView *view;
  cairo_surface_t *picture; /* (owned) */
  double working; /* milliseconds of the last frame that the view itself took */
} Bench;

static double
get_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
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
             double *times,
             guint n)
{
  qsort (times, n, sizeof *times, compare);
  g_print ("  %-44s p50 %7.2f  p95 %7.2f  most %7.2f ms\n", what, times[n / 2], times[n * 95 / 100], times[n - 1]);
}

/* One frame, from what moved to pixels. */
static double
paint (Bench *bench,
       double dx,
       double factor)
{
  double begin = get_ms (CLOCK_THREAD_CPUTIME_ID);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = cairo_create (bench->picture);
  GskRenderNode *node;

  if (dx != 0)
    sb_graph_view_pan (bench->view, dx, dx / 2);
  if (factor != 1)
    sb_graph_view_zoom (bench->view, factor);
  GTK_WIDGET_GET_CLASS (bench->view)->snapshot (GTK_WIDGET (bench->view), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  bench->working = get_ms (CLOCK_THREAD_CPUTIME_ID) - begin;
  if (node != NULL)
    {
      gsk_render_node_draw (node, cr);
      gsk_render_node_unref (node);
    }

  cairo_destroy (cr);
  cairo_surface_flush (bench->picture);
  return get_ms (CLOCK_THREAD_CPUTIME_ID) - begin;
}

static gboolean
is_painted (gpointer data)
{
  return sb_graph_view_is_painted (data);
}

static void
measure_frames (Bench *bench)
{
  double panned[N_FRAMES], zoomed[N_FRAMES], working[2 * N_FRAMES];

  for (guint i = 0; i < N_FRAMES; i++)
    {
      panned[i] = paint (bench, i % 40 < 20 ? 17 : -17, 1);
      working[i] = bench->working;
      g_main_context_iteration (NULL, FALSE);
    }
  for (guint i = 0; i < N_FRAMES; i++)
    {
      zoomed[i] = paint (bench, 0, i % 20 < 10 ? 1.06 : 1 / 1.06);
      working[N_FRAMES + i] = bench->working;
      g_main_context_iteration (NULL, FALSE);
    }

  print_times ("the view's part of a frame", working, 2 * N_FRAMES);
  print_times ("a frame while panning", panned, N_FRAMES);
  print_times ("a frame while zooming", zoomed, N_FRAMES);
}

static void
measure_picture (const SbGraphFigure *figure,
                 cairo_surface_t *surface,
                 double enlarged)
{
  cairo_t *cr = cairo_create (surface);
  SbGraphFrame frame = sb_graph_figure_fit (figure, WIDTH, HEIGHT, 1);
  double begin = get_ms (CLOCK_PROCESS_CPUTIME_ID);

  frame.scale *= enlarged;
  sb_graph_figure_draw (figure, cr, &frame, SB_BASEMAP_STYLE_LIGHT, NULL);
  g_print ("  the picture, %2.0f times as large, in a worker %10.0f ms\n", enlarged, get_ms (CLOCK_PROCESS_CPUTIME_ID) - begin);
  cairo_destroy (cr);
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (SbGraphInput) input = NULL;
  g_autoptr (SbActorGraph) graph = NULL;
  g_autoptr (SbActorGraph) fewer = NULL;
  g_autoptr (SbGraphLayout) layout = NULL;
  g_autoptr (SbGraphLayout) next = NULL;
  g_autoptr (SbGraphFigure) figure = NULL;
  g_autoptr (GError) error = NULL;
  SbGraphFilter filter = { .hidden_actor_kinds = 1u << 5 };
  Bench bench = { 0 };
  double begin;

  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  sb_test_screen_init (&argc, &argv);
  input = sb_test_graph_input_new_large (N_ACTORS, N_TIES);
  begin = get_ms (CLOCK_PROCESS_CPUTIME_ID);
  graph = sb_actor_graph_new (input, 20000, NULL);
  g_print ("%u actors, %u ties\n", sb_actor_graph_get_n_nodes (graph), sb_actor_graph_get_n_ties (graph));
  g_print ("  the graph of the day %30.1f ms\n", get_ms (CLOCK_PROCESS_CPUTIME_ID) - begin);

  fewer = sb_actor_graph_new (input, 20000, &filter);
  begin = get_ms (CLOCK_PROCESS_CPUTIME_ID);
  layout = sb_graph_layout_new (fewer, NULL, NULL, &error);
  g_assert_no_error (error);
  g_print ("  %u laid out from nothing, in a worker %10.0f ms\n", sb_actor_graph_get_n_nodes (fewer), get_ms (CLOCK_PROCESS_CPUTIME_ID) - begin);
  begin = get_ms (CLOCK_PROCESS_CPUTIME_ID);
  next = sb_graph_layout_new (graph, layout, NULL, &error);
  g_assert_no_error (error);
  g_print ("  the others added around them, in a worker %6.0f ms\n", get_ms (CLOCK_PROCESS_CPUTIME_ID) - begin);

  figure = sb_graph_figure_new (graph, next, SB_LANGUAGE_FR);
  bench.picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  measure_picture (figure, bench.picture, 1);
  measure_picture (figure, bench.picture, 4);

  bench.view = SB_GRAPH_VIEW (sb_graph_view_new ());
  bench.window = sb_test_show (GTK_WIDGET (bench.view), WIDTH, HEIGHT);
  sb_graph_view_set_figure (bench.view, figure);
  sb_test_wait (is_painted, bench.view);
  measure_frames (&bench);
  sb_test_wait (is_painted, bench.view);
  sb_test_close (bench.window);
  cairo_surface_destroy (bench.picture);
  return 0;
}
