/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-map-credit.h"
#include "sb-map-view.h"

#include "sb-date-format.h"
#include "sb-event-layer.h"
#include "sb-event.h"
#include "sb-map-layer.h"
#include "sb-test-event-source.h"
#include "sb-test-screen.h"
#include "sb-tile-paintable.h"

#include <math.h>
#include <shumate/shumate.h>

/* Pictures differ by less when nothing was painted. */
#define MIN_COLOURS 12

/* Halfway between black and white. */
#define HALF 0.5

static SbMapView *
create_map (void)
{
  return SB_MAP_VIEW (g_object_ref_sink (sb_map_view_new ()));
}

static ShumateViewport *
get_viewport (SbMapView *map)
{
  return shumate_map_get_viewport (SHUMATE_MAP (sb_test_find_type (GTK_WIDGET (map), SHUMATE_TYPE_MAP)));
}

static guint
count_colours (cairo_surface_t *surface)
{
  g_autoptr (GHashTable) colours = g_hash_table_new (NULL, NULL);
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      {
        const guint32 *pixel = (const guint32 *) (gconstpointer) (data + y * stride + x * 4);

        g_hash_table_add (colours, GUINT_TO_POINTER (*pixel & 0xffffff));
      }

  return g_hash_table_size (colours);
}

static gboolean
is_painted (gpointer data)
{
  GtkWidget *map = sb_test_find_type (data, SHUMATE_TYPE_MAP);
  cairo_surface_t *picture = sb_test_draw (map);
  guint n_colours = count_colours (picture);

  cairo_surface_destroy (picture);
  return n_colours >= MIN_COLOURS;
}

static double
get_lightness (SbMapView *map)
{
  cairo_surface_t *picture = sb_test_draw (sb_test_find_type (GTK_WIDGET (map), SHUMATE_TYPE_MAP));
  double lightness = sb_test_get_lightness (picture);

  cairo_surface_destroy (picture);
  return lightness;
}

static gboolean
is_dark (gpointer data)
{
  return get_lightness (data) < HALF;
}

static gboolean
is_light (gpointer data)
{
  return get_lightness (data) > HALF;
}

static gboolean
is_legend_off (gpointer data)
{
  gboolean shows_legend = TRUE;

  g_object_get (data, "show-legend", &shows_legend, NULL);
  return !shows_legend;
}

static gboolean
is_legend_on (gpointer data)
{
  return !is_legend_off (data);
}

static gboolean
is_at_kidal (gpointer data)
{
  ShumateViewport *viewport = get_viewport (data);

  return fabs (shumate_location_get_longitude (SHUMATE_LOCATION (viewport)) - 1.4) < 0.01 &&
         fabs (shumate_location_get_latitude (SHUMATE_LOCATION (viewport)) - 18.4) < 0.05 &&
         shumate_viewport_get_zoom_level (viewport) > 6;
}

/* What is asked for before the map has a size is shown once it has one, and the events that
 * are there do not take its place. */
static void
test_asked_before (void)
{
  SbTestEventSource *source = sb_test_event_source_new ();
  g_autoptr (SbRecord) event = sb_test_event_new (1, "Attaque", "Attack", "2025-09-03", -8, 12.65);
  g_autoptr (SbSession) session = sb_session_new ();
  g_autoptr (SbEventModel) events = NULL;
  SbMapView *map = create_map ();
  GtkWindow *window;

  sb_test_event_source_add (source, event);
  sb_test_event_source_publish (source);
  events = sb_event_model_new (SB_EVENT_SOURCE (source), session);
  sb_map_view_set_session (map, session);
  sb_map_view_set_events (map, events, NULL);
  sb_map_view_show_bounds (map, &(SbBounds) { 1.1, 18.1, 1.7, 18.7 });
  window = sb_test_show (GTK_WIDGET (map), 500, 400);
  sb_test_wait (is_at_kidal, map);
  sb_test_run_main_loop ();
  g_assert_true (is_at_kidal (map));

  g_object_unref (map);
  sb_test_close (window);
  g_object_unref (source);
}

/* @map is given another size, as when its window is. */
static void
resize (SbMapView *map,
        GtkWindow *window,
        int width,
        int height)
{
  gtk_window_set_default_size (window, width, height);
  sb_test_wait_for_frame (GTK_WIDGET (map));
}

static gboolean
is_wanted (SbMapView *map)
{
  gboolean wants_legend;

  g_object_get (map, "wants-legend", &wants_legend, NULL);
  return wants_legend;
}

/* On a small map the legend would be all that is seen: it goes and comes with the room, and
 * can still be asked for. Put away by its user, it stays away. */
static void
test_legend_room (void)
{
  SbMapView *map = create_map ();
  GtkWindow *window = sb_test_show (GTK_WIDGET (map), 900, 500);

  sb_test_wait (is_legend_on, map);
  resize (map, window, 420, 500);
  sb_test_wait (is_legend_off, map);
  g_assert_true (is_wanted (map));
  resize (map, window, 900, 500);
  sb_test_wait (is_legend_on, map);
  resize (map, window, 900, 300);
  sb_test_wait (is_legend_off, map);

  g_object_set (map, "show-legend", TRUE, NULL);
  resize (map, window, 400, 320);
  sb_test_run_main_loop ();
  g_assert_true (is_legend_on (map));
  gtk_widget_activate_action (GTK_WIDGET (map), "map.show-legend", NULL);
  g_assert_true (is_legend_off (map));
  g_assert_false (is_wanted (map));
  resize (map, window, 900, 500);
  sb_test_run_main_loop ();
  g_assert_true (is_legend_off (map));
  g_object_set (map, "wants-legend", TRUE, NULL);
  g_assert_true (is_legend_on (map));

  g_object_unref (map);
  sb_test_close (window);
}

/* Lines that are broken take no more ground than they cover, at the right. */
static void
test_credit (void)
{
  SbMapCredit *credit = g_object_ref_sink (g_object_new (SB_TYPE_MAP_CREDIT, NULL));
  GtkWidget *label = gtk_widget_get_first_child (GTK_WIDGET (credit));
  GtkWindow *window;
  graphene_rect_t bounds;
  int line;

  sb_map_credit_set_text (credit, "Natural Earth · GeoNames · Contributeurs", "Natural Earth");
  window = sb_test_show (GTK_WIDGET (credit), 230, 60);
  sb_test_wait_for_frame (GTK_WIDGET (credit));
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))), ==, 2);
  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (label)), &line, NULL);
  g_assert_cmpint (gtk_widget_get_width (label), >=, line);
  g_assert_cmpint (gtk_widget_get_width (label), <=, line + 1);
  g_assert_true (gtk_widget_compute_bounds (label, GTK_WIDGET (credit), &bounds));
  g_assert_cmpfloat (bounds.size.width, <, 200);
  g_assert_cmpfloat_with_epsilon (bounds.origin.x + bounds.size.width, gtk_widget_get_width (GTK_WIDGET (credit)), 0.5);

  g_object_unref (credit);
  sb_test_close (window);
}

/* The ground lies below all that is known of it: who holds what is seen. */
static void
test_ground (void)
{
  SbMapView *map = create_map ();
  GtkWindow *window = sb_test_show (GTK_WIDGET (map), 500, 400);
  gboolean has_ground = FALSE;
  gboolean is_above = FALSE;

  sb_test_wait (is_painted, map);
  for (GtkWidget *layer = gtk_widget_get_first_child (sb_test_find_type (GTK_WIDGET (map), SHUMATE_TYPE_MAP)); layer != NULL;
       layer = gtk_widget_get_next_sibling (layer))
    if (SHUMATE_IS_MAP_LAYER (layer))
      {
        g_assert_false (is_above);
        has_ground = TRUE;
      }
    else if (SHUMATE_IS_LAYER (layer))
      is_above = TRUE;

  g_assert_true (has_ground && is_above);
  g_object_unref (map);
  sb_test_close (window);
}

static void
test_tiles_arrive (void)
{
  SbMapView *map = create_map ();
  GtkWindow *window = sb_test_show (GTK_WIDGET (map), 500, 400);

  sb_test_wait (is_painted, map);
  g_object_unref (map);
  sb_test_close (window);
}

static void
test_style (void)
{
  SbMapView *map = create_map ();
  GtkWindow *window = sb_test_show (GTK_WIDGET (map), 500, 400);

  sb_test_wait (is_painted, map);
  sb_test_wait (is_light, map);
  sb_test_screen_set_dark (TRUE);
  sb_test_wait (is_dark, map);
  sb_test_screen_set_dark (FALSE);
  sb_test_wait (is_light, map);
  g_object_unref (map);
  sb_test_close (window);
}

/* TRUE when all events lie within the map's widget. */
static gboolean
shows_events (SbMapView *map,
              GListModel *events)
{
  GtkWidget *widget = sb_test_find_type (GTK_WIDGET (map), SHUMATE_TYPE_MAP);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (SbRecord) event = g_list_model_get_item (events, i);
      SbRecord *place = sb_record_get_item (event, SB_EVENT_PLACES, 0);
      double x;
      double y;

      shumate_viewport_location_to_widget_coords (get_viewport (map), widget,
                                                  sb_record_get_real (place, SB_EVENT_PLACE_LATITUDE, 0),
                                                  sb_record_get_real (place, SB_EVENT_PLACE_LONGITUDE, 0), &x, &y);
      if (x < 0 || y < 0 || x > gtk_widget_get_width (widget) || y > gtk_widget_get_height (widget))
        return FALSE;
    }

  return TRUE;
}

static GListStore *
create_events (const SbPosition *places,
               guint n_places)
{
  GListStore *events = g_list_store_new (SB_TYPE_RECORD);

  for (guint i = 0; i < n_places; i++)
    {
      g_autoptr (SbRecord) event = sb_test_event_new (i + 1, "Titre", NULL, "2025-09-03", places[i].longitude, places[i].latitude);

      g_list_store_append (events, event);
    }

  return events;
}

/* The events as the map is given them, in a period that holds them. */
static SbEventModel *
create_model (GListStore *events)
{
  g_autoptr (SbTestEventSource) source = sb_test_event_source_new ();
  g_autoptr (SbSession) session = sb_session_new ();

  sb_session_set_period (session, 20000, 20600);
  sb_session_set_as_of (session, 20600);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (events)); i++)
    {
      g_autoptr (SbRecord) event = g_list_model_get_item (G_LIST_MODEL (events), i);

      sb_test_event_source_add (source, event);
    }

  sb_test_event_source_publish (source);
  return sb_event_model_new (SB_EVENT_SOURCE (source), session);
}

typedef struct
{
  SbMapView *map;
  GListModel *events;
} Fit;

static gboolean
is_fitted (gpointer data)
{
  Fit *fit = data;

  return shows_events (fit->map, fit->events);
}

static void
test_fits_events (void)
{
  static const struct
  {
    SbPosition places[3];
    guint n_places;
  } cases[] = {
    { { { -11.44, 14.45 }, { -0.04, 16.27 }, { 2.1, 13.5 } }, 3 },
    { { { 13.1, 13.3 } }, 1 }, /* Diffa, far from the start */
    { { { -17.4, 14.7 }, { 24.0, 12.0 } }, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListStore) events = create_events (cases[i].places, cases[i].n_places);
      g_autoptr (SbEventModel) model = create_model (events);
      SbMapView *map = create_map ();
      GtkWindow *window = sb_test_show (GTK_WIDGET (map), 500, 400);
      Fit fit = { map, G_LIST_MODEL (events) };

      sb_map_view_set_events (map, model, NULL);
      sb_test_wait (is_fitted, &fit);
      sb_test_run_main_loop ();
      /* Names are as large as they were made. */
      g_assert_cmpfloat (fmod (shumate_viewport_get_zoom_level (get_viewport (map)), 1), <, 1e-9);
      /* A single place is not a reason to go as near as can be. */
      g_assert_cmpfloat (shumate_viewport_get_zoom_level (get_viewport (map)), <=, 7);
      g_object_unref (map);
      sb_test_close (window);
    }
}

typedef struct
{
  GtkWidget *widget;
  double x;
  double y;
} Spot;

static gboolean
is_symbol_at (gpointer data)
{
  Spot *spot = data;

  return SB_IS_EVENT_LAYER (gtk_widget_pick (spot->widget, spot->x, spot->y, GTK_PICK_DEFAULT));
}

/* The pointer meets an event where its symbol is, and the map everywhere else,
 * so that it can be dragged. */
static void
test_pointer (void)
{
  static const SbPosition places[] = { { -8, 12.65 }, { -0.04, 16.27 } };
  g_autoptr (GListStore) events = create_events (places, G_N_ELEMENTS (places));
  g_autoptr (SbEventModel) model = create_model (events);
  SbMapView *map = create_map ();
  GtkWindow *window = sb_test_show (GTK_WIDGET (map), 500, 400);
  GtkWidget *widget = sb_test_find_type (GTK_WIDGET (map), SHUMATE_TYPE_MAP);
  Fit fit = { map, G_LIST_MODEL (events) };
  double x;
  double y;

  sb_map_view_set_events (map, model, NULL);
  sb_test_wait (is_fitted, &fit);
  sb_test_wait_for_frame (GTK_WIDGET (map));
  cairo_surface_destroy (sb_test_draw (widget));
  shumate_viewport_location_to_widget_coords (get_viewport (map), widget, 12.65, -8, &x, &y);
  /* Symbols are put together by a worker. */
  sb_test_wait (is_symbol_at, &(Spot) { widget, x, y });
  g_assert_false (SB_IS_EVENT_LAYER (gtk_widget_pick (widget, x + 60, y, GTK_PICK_DEFAULT)));
  g_object_unref (map);
  sb_test_close (window);
}

static gboolean
is_disclaimer (GtkWidget *label,
               gpointer text)
{
  const char *tooltip = gtk_widget_get_tooltip_text (label);

  return tooltip != NULL && strstr (tooltip, text) != NULL;
}

/* Whose the map is, and that its borders are nobody's opinion, is said on the map. */
static void
test_disclaimer (void)
{
  SbMapView *map = create_map ();

  g_assert_nonnull (sb_test_find (GTK_WIDGET (map), GTK_TYPE_LABEL, is_disclaimer, (gpointer) "do not imply official endorsement"));
  g_object_unref (map);
}

/* The base map is made of the large tiles that its names were made for. */
static void
test_tile_size (void)
{
  SbMapView *map = create_map ();
  ShumateMapSource *source = shumate_viewport_get_reference_map_source (get_viewport (map));

  g_assert_nonnull (source);
  g_assert_cmpuint (shumate_map_source_get_tile_size (source), ==, 512);
  g_assert_cmpuint (shumate_map_source_get_max_zoom_level (source), ==, 12);
  g_object_unref (map);
}

/* Scaled tiles end within a pixel: each reaches over its edges, or the ground behind the map
 * would be seen between them. */
static void
test_tile_edges (void)
{
  static const guchar pixel[4] = { 0xff, 0xff, 0xff, 0xff };
  g_autoptr (GBytes) bytes = g_bytes_new_static (pixel, sizeof pixel);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (1, 1, GDK_MEMORY_DEFAULT, bytes, sizeof pixel);
  g_autoptr (GdkPaintable) paintable = sb_tile_paintable_new (texture);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  graphene_rect_t bounds;
  GskRenderNode *node;

  gdk_paintable_snapshot (paintable, snapshot, 362, 362);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_get_bounds (node, &bounds);
  g_assert_true (graphene_rect_contains_rect (&bounds, &GRAPHENE_RECT_INIT (-0.5f, -0.5f, 363, 363)));
  gsk_render_node_unref (node);
}

/* A speech in New York must not shrink the Sahel to a dot; without events the
 * map stays where it starts. */
static void
test_stays (void)
{
  static const SbPosition places[] = { { -74, 40.7 } };
  g_autoptr (GListStore) events = create_events (places, G_N_ELEMENTS (places));
  g_autoptr (SbEventModel) model = create_model (events);
  SbMapView *map = create_map ();
  GtkWindow *window = sb_test_show (GTK_WIDGET (map), 500, 400);
  ShumateViewport *viewport = get_viewport (map);
  double zoom = shumate_viewport_get_zoom_level (viewport);
  double latitude = shumate_location_get_latitude (SHUMATE_LOCATION (viewport));

  sb_map_view_set_events (map, model, NULL);
  sb_test_wait_for_frame (GTK_WIDGET (map));
  sb_test_run_main_loop ();
  sb_test_activate (GTK_WIDGET (map), "map.zoom-fit");
  g_assert_cmpfloat_with_epsilon (shumate_viewport_get_zoom_level (viewport), zoom, 1e-9);
  g_assert_cmpfloat_with_epsilon (shumate_location_get_latitude (SHUMATE_LOCATION (viewport)), latitude, 1e-9);
  g_object_unref (map);
  sb_test_close (window);
}

static void
test_keys (void)
{
  SbMapView *map = create_map ();
  GtkWindow *window = sb_test_show (GTK_WIDGET (map), 500, 400);
  ShumateViewport *viewport = get_viewport (map);
  double zoom = shumate_viewport_get_zoom_level (viewport);

  g_assert_true (sb_test_press (GTK_WIDGET (map), "plus"));
  sb_test_wait_for_frame (GTK_WIDGET (map));
  g_assert_cmpfloat (shumate_viewport_get_zoom_level (viewport), >, zoom);
  g_assert_cmpfloat_with_epsilon (shumate_viewport_get_zoom_level (viewport), zoom + 1, 1e-9);
  g_assert_true (sb_test_press (GTK_WIDGET (map), "minus"));
  g_assert_cmpfloat_with_epsilon (shumate_viewport_get_zoom_level (viewport), zoom, 1e-9);
  g_object_unref (map);
  sb_test_close (window);
}

static void
test_stamp (void)
{
  g_autoptr (SbSession) session = sb_session_new ();
  SbMapView *map = create_map ();

  sb_session_set_period (session, 20000, 20400);
  sb_map_view_set_session (map, session);
  for (int day = 20300; day < 20303; day++)
    {
      g_autofree char *name = sb_day_format (day, SB_LANGUAGE_EN, SB_DATE_STYLE_LONG);
      g_autofree char *text = g_strdup_printf ("As of %s", name);

      sb_session_set_as_of (session, day);
      g_assert_nonnull (sb_test_find_label (GTK_WIDGET (map), text));
    }

  g_assert_finalize_object (map);
}

static SbMapLayer *
find_layer (SbMapView *map,
            const char *id)
{
  GListModel *layers = G_LIST_MODEL (sb_map_view_get_layers (map));

  for (guint i = 0; i < g_list_model_get_n_items (layers); i++)
    {
      g_autoptr (SbMapLayer) layer = g_list_model_get_item (layers, i);

      if (g_str_equal (sb_map_layer_get_id (layer), id))
        return layer;
    }

  return NULL;
}

/* Whatever is drawn can be turned off, and comes back when it is asked for. */
static void
test_layers (void)
{
  static const char *const ids[] = { "events", "drawings", "ways", "roads", "overlays", "zones", "control" };
  SbMapView *map = create_map ();
  GtkWindow *window = sb_test_show (GTK_WIDGET (map), 500, 400);
  GListModel *layers = G_LIST_MODEL (sb_map_view_get_layers (map));
  SbDrawingLayer *drawings = sb_map_view_get_drawings (map);

  g_assert_cmpuint (g_list_model_get_n_items (layers), ==, G_N_ELEMENTS (ids) - 1);
  sb_map_view_list_ways (map);
  g_assert_cmpuint (g_list_model_get_n_items (layers), ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (SbMapLayer) layer = g_list_model_get_item (layers, i);

      g_assert_cmpstr (sb_map_layer_get_id (layer), ==, ids[i]);
      g_assert_nonnull (sb_test_find_label (GTK_WIDGET (map), sb_map_layer_get_name (layer)));
    }

  sb_map_layer_set_visible (find_layer (map, "ways"), FALSE);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (sb_map_view_get_way_layer (map))));
  sb_map_view_show_layer (map, "ways");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (sb_map_view_get_way_layer (map))));

  /* Hidden drawings have neither pointer nor keyboard; a tool brings both back. */
  sb_map_layer_set_visible (find_layer (map, "drawings"), FALSE);
  sb_map_layer_set_opacity (find_layer (map, "drawings"), 0.5);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (drawings)));
  sb_drawing_layer_set_tool (drawings, SB_DRAWING_TOOL_LINE);
  g_assert_true (sb_map_layer_get_visible (find_layer (map, "drawings")));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (drawings)));
  g_assert_cmpfloat (gtk_widget_get_opacity (GTK_WIDGET (drawings)), ==, 1);

  g_object_unref (map);
  sb_test_close (window);
}

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);

  g_test_add_func ("/widgets/map-view/tiles-arrive", test_tiles_arrive);
  g_test_add_func ("/widgets/map-view/credit", test_credit);
  g_test_add_func ("/widgets/map-view/legend-room", test_legend_room);
  g_test_add_func ("/widgets/map-view/asked-before", test_asked_before);
  g_test_add_func ("/widgets/map-view/ground", test_ground);
  g_test_add_func ("/widgets/map-view/style", test_style);
  g_test_add_func ("/widgets/map-view/fits-events", test_fits_events);
  g_test_add_func ("/widgets/map-view/disclaimer", test_disclaimer);
  g_test_add_func ("/widgets/map-view/tile-size", test_tile_size);
  g_test_add_func ("/widgets/map-view/tile-edges", test_tile_edges);
  g_test_add_func ("/widgets/map-view/stays", test_stays);
  g_test_add_func ("/widgets/map-view/pointer", test_pointer);
  g_test_add_func ("/widgets/map-view/keys", test_keys);
  g_test_add_func ("/widgets/map-view/stamp", test_stamp);

  g_test_add_func ("/widgets/map-view/layers", test_layers);

  return sb_test_screen_run ();
}
