/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-bench"

#include "config.h"

#include <stdlib.h>
#include <time.h>

#include "sb-basemap-painter.h"
#include "sb-event-layer.h"
#include "sb-test-event-source.h"
#include "sb-test-screen.h"
#include "sb-test-spots.h"
#include "sb-tile-source.h"
#include "sb-time-bar.h"

/* What the events of a map and a time bar cost, for 100,000 and 1,000,000 of them:
 * the index, the layer of a map of 1920 × 1080 pixels, and the bar above it. The
 * widgets are those of the program, in a window; a frame is what they append to a
 * snapshot and what the nodes of that take to be drawn by Cairo on a picture of that
 * size, as the Cairo renderer of GTK does. Tiles of the map are not in it. Times are
 * those of the processor: of the main thread for a frame, of all threads for what a
 * worker has a part in; how long one waits for that is printed as well. What comes on
 * top of it is the rest of the frame in which the picture comes.
 *
 * Judges nothing; what is wanted: a filter change is painted within 16 ms and 40 ms,
 * no turn of the main loop takes over 8 ms but for the drawing, a frame of dragging
 * the period 8 ms with 100,000. */

#define WIDTH  1920
#define HEIGHT 1080

#define N_FRAMES 80

#define SEED 20261128

typedef struct
{
  GtkWindow *window;
  ShumateMap *map;
  SbEventLayer *layer;
  GtkWidget *bar;
  SbSession *session; /* (owned) */
  SbEventModel *model; /* (owned) */
  cairo_surface_t *picture; /* (owned) */
  gboolean is_refreshed;
  double working; /* milliseconds of the last frame spent on the snapshot */
} Bench;

/* What the processor has worked for this program, in microseconds: on a machine that
 * does other things as well, that is what a time is on one that does not. The main
 * loop and the worker wait for each other here. */
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

/* The same, for the main thread alone, in milliseconds: what a frame waits for. */
static double
get_frame_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
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

/* One frame of a widget, from what it draws to pixels. */
static double
paint (Bench *bench,
       GtkWidget *widget)
{
  double begin = get_frame_ms ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = cairo_create (bench->picture);
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  bench->working = get_frame_ms () - begin;
  if (node != NULL)
    {
      gsk_render_node_draw (node, cr);
      gsk_render_node_unref (node);
    }

  cairo_destroy (cr);
  cairo_surface_flush (bench->picture);
  return get_frame_ms () - begin;
}

static void
refreshed_cb (Bench *bench)
{
  bench->is_refreshed = TRUE;
}

/* Until what is shown is that of the session: a worker has to do it. */
static void
paint_new (Bench *bench)
{
  bench->is_refreshed = FALSE;
  while (!bench->is_refreshed)
    g_main_context_iteration (NULL, TRUE);

  paint (bench, GTK_WIDGET (bench->layer));
}

/* What there is to show when nothing was shown yet. */
static void
paint_first (Bench *bench)
{
  paint (bench, GTK_WIDGET (bench->layer));
  paint_new (bench);
}

static void
open_window (Bench *bench,
             SbEventIndex *index)
{
  g_autoptr (SbTestEventSource) source = sb_test_event_source_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (SbBasemap) basemap = sb_basemap_new (NULL);
  g_autoptr (SbBasemapPainter) painter = sb_basemap_painter_new (basemap);
  g_autoptr (SbTileSource) tiles = sb_tile_source_new (painter, SB_BASEMAP_STYLE_LIGHT, SB_LANGUAGE_EN, 1);
  ShumateViewport *viewport;

  sb_test_event_source_take_index (source, index);
  bench->session = sb_session_new ();
  sb_session_set_period (bench->session, SB_TEST_SPOTS_FIRST_DAY, SB_TEST_SPOTS_LAST_DAY);
  sb_session_set_as_of (bench->session, SB_TEST_SPOTS_LAST_DAY);
  bench->model = sb_event_model_new (SB_EVENT_SOURCE (source), bench->session);

  bench->map = shumate_map_new ();
  viewport = shumate_map_get_viewport (bench->map);
  shumate_viewport_set_reference_map_source (viewport, SHUMATE_MAP_SOURCE (tiles));
  shumate_viewport_set_min_zoom_level (viewport, 2);
  shumate_viewport_set_max_zoom_level (viewport, 12);
  bench->layer = sb_event_layer_new (bench->map);
  shumate_map_add_layer (bench->map, SHUMATE_LAYER (bench->layer));
  g_signal_connect_swapped (bench->layer, "refreshed", G_CALLBACK (refreshed_cb), bench);

  bench->bar = sb_time_bar_new ();
  sb_time_bar_set_session (SB_TIME_BAR (bench->bar), bench->session);
  sb_time_bar_set_events (SB_TIME_BAR (bench->bar), bench->model);
  gtk_widget_set_size_request (GTK_WIDGET (bench->map), WIDTH, HEIGHT);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (bench->map));
  gtk_box_append (GTK_BOX (box), bench->bar);
  bench->window = sb_test_show (box, WIDTH, HEIGHT + 80);

  shumate_viewport_set_zoom_level (viewport, 5.5);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), 16, 3);
  sb_event_layer_set_model (bench->layer, bench->model);
  bench->picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  /* From here on only what is measured is drawn. */
  gtk_widget_hide (GTK_WIDGET (bench->window));
  paint_first (bench);
}

static void
close_window (Bench *bench)
{
  sb_test_close (bench->window);
  cairo_surface_destroy (bench->picture);
  g_clear_object (&bench->model);
  g_clear_object (&bench->session);
}

/* The period is dragged along, a week a frame. */
static void
measure_filter (Bench *bench)
{
  double painted[N_FRAMES];
  double waited[N_FRAMES];
  double working[N_FRAMES];
  double bar[N_FRAMES];

  for (guint i = 0; i < N_FRAMES; i++)
    {
      int first = SB_TEST_SPOTS_FIRST_DAY + (int) i * 7;
      gint64 begin = get_now ();
      gint64 begin_of_wait = g_get_monotonic_time ();

      sb_session_set_period (bench->session, first, first + 1900);
      sb_session_set_as_of (bench->session, first + 1900);
      paint_new (bench);
      painted[i] = get_ms (begin);
      waited[i] = (double) (g_get_monotonic_time () - begin_of_wait) / 1000;
      working[i] = bench->working;
      bar[i] = paint (bench, bench->bar);
    }

  print_times ("filter change to painted", painted, N_FRAMES);
  print_times ("  waited for", waited, N_FRAMES);
  print_times ("  of it on the main loop, before drawing", working, N_FRAMES);
  print_times ("time bar, a frame while the period is dragged", bar, N_FRAMES);
}

static void
measure_types (Bench *bench)
{
  double counted[N_FRAMES];
  double painted[N_FRAMES];

  for (guint i = 0; i < N_FRAMES; i++)
    {
      gint64 begin = get_now ();

      /* The days are counted anew. */
      sb_session_set_event_types (bench->session, 1u + i % SB_EVENT_TYPES_ALL);
      counted[i] = get_ms (begin);
      paint_new (bench);
      painted[i] = get_ms (begin);
    }

  sb_session_set_event_types (bench->session, SB_EVENT_TYPES_ALL);
  paint_new (bench);
  print_times ("types changed: days counted anew", counted, N_FRAMES);
  print_times ("types changed to painted", painted, N_FRAMES);
}

static void
measure_moves (Bench *bench)
{
  ShumateViewport *viewport = shumate_map_get_viewport (bench->map);
  double panned[N_FRAMES];
  double zoomed[N_FRAMES];

  for (guint i = 0; i < N_FRAMES; i++)
    {
      shumate_location_set_location (SHUMATE_LOCATION (viewport), 16, 3 + i * 0.1);
      panned[i] = paint (bench, GTK_WIDGET (bench->layer));
      sb_test_run_main_loop ();
    }

  for (guint i = 0; i < N_FRAMES; i++)
    {
      shumate_viewport_set_zoom_level (viewport, 5 + i * 0.05);
      zoomed[i] = paint (bench, GTK_WIDGET (bench->layer));
      sb_test_run_main_loop ();
    }

  print_times ("a frame while panning", panned, N_FRAMES);
  print_times ("a frame while zooming", zoomed, N_FRAMES);
}

static void
measure (guint n_events)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GArray) spots = sb_test_spots_new (rand, n_events, SB_TEST_SPOTS_PLACED);
  Bench bench = { 0 };
  SbEventIndex *index = NULL;
  double built[5];

  for (guint i = 0; i < G_N_ELEMENTS (built); i++)
    {
      gint64 begin = get_now ();

      g_clear_pointer (&index, sb_event_index_unref);
      index = sb_test_spots_index (spots);
      built[i] = get_ms (begin);
    }

  g_print ("%u events, %.1f bytes each\n", n_events, (double) sb_event_index_get_size (index) / n_events);
  print_times ("index of rows", built, G_N_ELEMENTS (built));
  open_window (&bench, index);
  measure_filter (&bench);
  measure_types (&bench);
  measure_moves (&bench);
  close_window (&bench);
}

int
main (int argc,
      char *argv[])
{
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  sb_test_screen_init (&argc, &argv);

  measure (100000);
  measure (1000000);
  return 0;
}
