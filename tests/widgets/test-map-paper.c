/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-map-figure-private.h"
#include "sb-map-view.h"

#include "map-fixture.h"
#include "sb-event-layer.h"
#include "sb-held-areas.h"
#include "sb-map-layer.h"
#include "sb-map-legend.h"
#include "sb-map-viewport.h"
#include "sb-restriction-areas.h"
#include "sb-test-event-source.h"
#include "sb-test-screen.h"
#include "sb-zone-areas.h"

#include <shumate/shumate.h>

/* What the window has on its layers is what its export draws, at the same extent, the
 * same size and in the same style. */

/* Compared are the means of blocks of pixels: in the window a symbol lies on whole pixels,
 * and its hatches and edges are up to half a pixel off. */
#define BLOCK 4

/* Of what an empty map would differ by. The rest is the smoothing of edges, and the
 * letters of the numbers in the window, which are those of the desktop. */
#define TOLERANCE 0.15

typedef struct
{
  SbBriefingInput *input; /* (owned) */
  SbEventIndex *index; /* (owned) */
  GPtrArray *overlays; /* (owned) */
  SbSession *session; /* (owned) */
  SbEventModel *model; /* (owned) */
  SbMapView *map; /* (owned) */
  GtkWindow *window;
  ShumateMap *canvas; /* of the map */
  SbBasemapPainter *painter; /* (owned) */
  SbMapLayers layers; /* that are on */
  double opacity; /* of all of them */
} Fixture;

static SbRecord *
look_up (const SbRef *ref,
         gpointer data)
{
  return sb_briefing_input_find (data, ref);
}

static GListModel *
take_model (GType type,
            GPtrArray *items)
{
  GListStore *store = g_list_store_new (type);

  for (guint i = 0; i < items->len; i++)
    g_list_store_append (store, g_ptr_array_index (items, i));
  g_ptr_array_unref (items);
  return G_LIST_MODEL (store);
}

static SbEventIndex *
create_index (void)
{
  static const SbEventSpot spots[] = {
    { .id = 1, .type = SB_EVENT_TYPE_BATTLE, .has_position = TRUE, .position = { -8, 12.65 }, .fatalities = 60 },
    { .id = 2, .type = SB_EVENT_TYPE_BATTLE, .has_position = TRUE, .position = { -8, 12.65 }, .fatalities = 3 },
    { .id = 3, .type = SB_EVENT_TYPE_VIOLENCE_AGAINST_CIVILIANS, .has_position = TRUE, .position = { -4, 15.2 }, .precision = SB_PLACE_PRECISION_AREA },
    { .id = 4, .type = SB_EVENT_TYPE_POLITICS, .has_position = TRUE, .position = { 0, 14 }, .precision = SB_PLACE_PRECISION_REGION, .is_unsourced = TRUE },
  };
  SbEventIndexBuilder *builder = sb_event_index_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (spots); i++)
    {
      SbEventSpot spot = spots[i];

      spot.subtype = -1;
      spot.first_day = spot.last_day = sb_day_from_ymd (2026, 4, 20);
      sb_event_index_builder_add (builder, &spot);
    }
  return sb_event_index_builder_end (builder);
}

static GPtrArray *
create_overlays (void)
{
  static const SbPosition ring[] = { { -6, 13 }, { -3, 13.4 }, { -3.4, 16 }, { -6.4, 15 } };
  SbOverlay *overlay = sb_overlay_new ();
  GPtrArray *overlays = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_overlay_unref);

  sb_overlay_begin_shape (overlay, SB_SHAPE_AREA, NULL);
  sb_overlay_begin_part (overlay);
  for (guint i = 0; i < G_N_ELEMENTS (ring); i++)
    sb_overlay_add_point (overlay, ring[i]);
  sb_overlay_set_title (overlay, "camps.kml");
  g_ptr_array_add (overlays, overlay);
  return overlays;
}

/* The layers of the window as its page fills them. */
static void
fill_map (Fixture *self)
{
  g_autoptr (SbSituationInput) situation = sb_briefing_input_dup_situation (self->input);
  g_autoptr (SbRegionShapes) shapes = sb_region_shapes_new (NULL);
  g_autoptr (GPtrArray) zones = sb_briefing_input_list (self->input, SB_KIND_ZONE);
  g_autoptr (GPtrArray) weighing = sb_briefing_input_list (self->input, SB_KIND_RESTRICTION);
  int day = sb_briefing_input_get_as_of (self->input);
  g_autoptr (GListModel) held = take_model (SB_TYPE_MAP_AREA, sb_held_areas_new (situation, day, shapes, look_up, self->input));
  g_autoptr (GListModel) travel = take_model (SB_TYPE_MAP_AREA, sb_zone_areas_new (zones, day, shapes, look_up, self->input));
  g_autoptr (GListModel) restricted = take_model (SB_TYPE_MAP_AREA, sb_restriction_areas_new (weighing, shapes, look_up, self->input));
  g_autoptr (GListModel) restrictions = take_model (SB_TYPE_RECORD, g_ptr_array_ref (weighing));
  g_autoptr (GListModel) drawings = take_model (SB_TYPE_RECORD, sb_briefing_input_list (self->input, SB_KIND_DRAWING));

  sb_map_view_set_session (self->map, self->session);
  sb_map_view_set_held_areas (self->map, held);
  sb_map_view_set_travel_zones (self->map, travel);
  sb_map_view_set_restricted_areas (self->map, restricted);
  sb_map_view_set_roads (self->map, sb_briefing_input_get_roads (self->input));
  sb_map_view_set_restrictions (self->map, restrictions);
  sb_map_view_set_events (self->map, self->model, NULL);
  sb_map_view_set_overlays (self->map, self->overlays);
  sb_drawing_layer_set_drawings (sb_map_view_get_drawings (self->map), drawings);
  sb_map_view_list_ways (self->map);
}

static void
ask_for_way (Fixture *self)
{
  static const SbPosition cut_off = { -1, 12.5 };
  const SbRoadNetwork *network = sb_road_conditions_get_network (sb_briefing_input_get_roads (self->input));
  SbWayLayer *layer = sb_map_view_get_way_layer (self->map);
  SbPosition ends[] = { { -8, 12.65 }, { -6.26, 13.44 } };
  guint places[] = { 1, 2 };
  guint legs[] = { 0 };
  SbRoadWay way = { .places = places, .legs = legs, .n_legs = 1 };
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (SbPosition));

  g_array_append_val (positions, cut_off);
  sb_way_layer_set_way (layer, network, &way, SB_MAP_WAY_DEFAULT);
  sb_way_layer_set_ends (layer, &ends[0], &ends[1]);
  sb_way_layer_set_cut_off (layer, positions);
}

static gboolean
is_ready (gpointer data)
{
  const Fixture *self = data;

  return sb_event_model_get_index (self->model) != NULL;
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  const SbBounds bounds = { -12, 11, 4, 19.5 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SbBasemap) basemap = sb_basemap_new (&error);
  g_autoptr (SbTestEventSource) source = sb_test_event_source_new ();

  g_assert_no_error (error);
  sb_test_screen_set_language (SB_LANGUAGE_FR);
  self->painter = sb_basemap_painter_new (basemap);
  self->input = map_fixture_new_input ();
  self->index = create_index ();
  self->overlays = create_overlays ();
  self->session = sb_session_new ();
  sb_test_event_source_take_index (source, sb_event_index_ref (self->index));
  self->model = sb_event_model_new (SB_EVENT_SOURCE (source), self->session);
  self->map = SB_MAP_VIEW (g_object_ref_sink (sb_map_view_new ()));
  self->window = sb_test_show (GTK_WIDGET (self->map), 700, 560);
  self->canvas = SHUMATE_MAP (sb_test_find_type (GTK_WIDGET (self->map), SHUMATE_TYPE_MAP));
  self->opacity = 1;
  sb_test_wait (is_ready, self);
  fill_map (self);
  ask_for_way (self);
  sb_test_wait_for_frame (GTK_WIDGET (self->map));
  sb_map_view_show_bounds (self->map, &bounds);
  /* The ground is not what is compared here. */
  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (self->canvas)), FALSE);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_clear_object (&self->map);
  sb_test_close (self->window);
  g_object_unref (self->model);
  g_object_unref (self->session);
  g_ptr_array_unref (self->overlays);
  sb_event_index_unref (self->index);
  sb_briefing_input_unref (self->input);
  sb_basemap_painter_unref (self->painter);
}

static cairo_surface_t *
create_picture (Fixture *self)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, gtk_widget_get_width (GTK_WIDGET (self->canvas)),
                                                         gtk_widget_get_height (GTK_WIDGET (self->canvas)));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
  return surface;
}

/* The export of what is in view, at the size and in the style of the window. */
static cairo_surface_t *
draw_paper (Fixture *self)
{
  SbMapFrame frame = sb_map_viewport_get_frame (shumate_map_get_viewport (self->canvas), GTK_WIDGET (self->canvas), 0);
  g_autoptr (SbMapFigure) figure = _sb_map_figure_new (self->painter, SB_LANGUAGE_FR, "");
  double opacities[SB_N_MAP_LAYERS];
  const SbMapScene scene = { self->index, sb_event_model_get_filter (self->model), self->overlays,
                             sb_way_layer_get_way (sb_map_view_get_way_layer (self->map)), opacities };
  cairo_surface_t *surface = create_picture (self);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GArray) spots = NULL;

  for (guint i = 0; i < SB_N_MAP_LAYERS; i++)
    opacities[i] = self->opacity;
  _sb_map_figure_set_scene (figure, &scene, self->layers);
  if ((self->layers & SB_MAP_LAYER_EVENTS) != 0)
    _sb_map_figure_set_events (figure, self->input, &scene);
  _sb_map_figure_collect (figure, self->input, self->layers);
  spots = _sb_map_spots_merge (figure, &frame);
  _sb_map_scene_draw_layers (figure, cr, &frame, SB_BASEMAP_STYLE_LIGHT, spots, SB_MAP_LAYERS_ALL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The sum of a channel of a block of pixels. */
static int
sum_block (cairo_surface_t *surface,
           int left,
           int top,
           int channel)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  int sum = 0;

  for (int y = top; y < top + BLOCK; y++)
    for (int x = left; x < left + BLOCK; x++)
      sum += data[y * stride + x * 4 + channel];

  return sum;
}

/* What all blocks of pixels differ by, together. */
static double
compare (cairo_surface_t *a,
         cairo_surface_t *b)
{
  double sum = 0;

  for (int y = 0; y + BLOCK <= cairo_image_surface_get_height (a); y += BLOCK)
    for (int x = 0; x + BLOCK <= cairo_image_surface_get_width (a); x += BLOCK)
      for (int channel = 0; channel < 3; channel++)
        sum += ABS (sum_block (a, x, y, channel) - sum_block (b, x, y, channel));

  return sum;
}

/* Layers are painted by and by. */
static gboolean
is_same (gpointer data)
{
  Fixture *self = data;
  cairo_surface_t *screen = sb_test_draw (GTK_WIDGET (self->canvas));
  cairo_surface_t *paper = draw_paper (self);
  cairo_surface_t *blank = create_picture (self);
  double all = compare (paper, blank);
  double ratio = compare (screen, paper) / all;

  g_test_message ("layers %x: %.3f of %.0f", self->layers, ratio, all);
  if (g_getenv ("SB_TEST_PICTURES") != NULL)
    {
      g_autofree char *name = g_strdup_printf ("%s/%x-%g", g_getenv ("SB_TEST_PICTURES"), self->layers, self->opacity);
      g_autofree char *on_screen = g_strconcat (name, "-screen.png", NULL);
      g_autofree char *on_paper = g_strconcat (name, "-paper.png", NULL);

      cairo_surface_write_to_png (screen, on_screen);
      cairo_surface_write_to_png (paper, on_paper);
    }
  cairo_surface_destroy (screen);
  cairo_surface_destroy (paper);
  cairo_surface_destroy (blank);
  g_assert_cmpfloat (all, >, 0);
  return ratio < TOLERANCE;
}

static void
show_layers (Fixture *self,
             const char *id,
             SbMapLayers layers)
{
  GListModel *model = G_LIST_MODEL (sb_map_view_get_layers (self->map));

  self->layers = layers;
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (SbMapLayer) layer = g_list_model_get_item (model, i);

      sb_map_layer_set_visible (layer, id == NULL || g_str_equal (sb_map_layer_get_id (layer), id));
      sb_map_layer_set_opacity (layer, self->opacity);
    }
}

/* Each layer by itself, then all over each other, then as faint as they can be set. */
static void
test_same (Fixture *self,
           gconstpointer data)
{
  static const struct
  {
    const char *id;
    SbMapLayers layers;
  } cases[] = {
    { "control", SB_MAP_LAYER_CONTROL },
    { "zones", SB_MAP_LAYER_ZONES },
    { "overlays", SB_MAP_LAYER_OVERLAYS },
    { "roads", SB_MAP_LAYER_ROADS | SB_MAP_LAYER_NETWORK | SB_MAP_LAYER_RESTRICTIONS },
    { "ways", SB_MAP_LAYER_WAY },
    { "drawings", SB_MAP_LAYER_DRAWINGS },
    { "events", SB_MAP_LAYER_EVENTS },
    { NULL, SB_MAP_LAYERS_ALL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      show_layers (self, cases[i].id, cases[i].layers);
      sb_test_wait (is_same, self);
    }

  self->opacity = 0.4;
  show_layers (self, NULL, SB_MAP_LAYERS_ALL);
  sb_test_wait (is_same, self);
}

static gboolean
has_label (Fixture *self,
           const char *text)
{
  GtkWidget *label = sb_test_find_label (sb_test_find_type (GTK_WIDGET (self->map), SB_TYPE_MAP_LEGEND), text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static gboolean
is_explained (gpointer data)
{
  return has_label (data, "camps.kml") && has_label (data, "Combat");
}

/* The legend of the window explains what is in view: each of these rows, as on paper. */
static void
test_legend (Fixture *self,
             gconstpointer data)
{
  static const char *const rows[] = {
    "Combat",
    "Autant d’événements regroupés",
    "Plus grand selon le nombre de morts (à partir de 1, 10, 50, 250, 1\u202f000)",
    "Quelque part aux alentours de ce lieu",
    "Quelque part dans cette région ou ce pays",
    "Sans source",
    "Route ouverte (tracé simplifié)",
    "Route coupée selon les uns, démenti par d’autres (tracé simplifié)",
    "Itinéraire par la route, pas sûrement ouvert",
    "Départ de l’itinéraire",
    "Arrivée de l’itinéraire",
    "Lieu isolé",
    "Dessiné par l’analyste, sans source",
    "camps.kml",
  };
  const SbBounds elsewhere = { 20, 11, 30, 19.5 };

  show_layers (self, NULL, SB_MAP_LAYERS_ALL);
  sb_test_wait (is_explained, self);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (!has_label (self, rows[i]))
      g_error ("not explained: %s", rows[i]);

  /* What is not in view is not explained. */
  sb_map_view_show_bounds (self->map, &elsewhere);
  sb_test_wait_for_frame (GTK_WIDGET (self->map));
  sb_test_run_main_loop ();
  sb_test_wait_for_frame (GTK_WIDGET (self->map));
  sb_test_run_main_loop ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_false (has_label (self, rows[i]));
}

int
main (int argc,
      char **argv)
{
  sb_test_screen_init (&argc, &argv);

  g_test_add ("/widgets/map-paper/same", Fixture, NULL, set_up, test_same, tear_down);
  g_test_add ("/widgets/map-paper/legend", Fixture, NULL, set_up, test_legend, tear_down);

  return sb_test_screen_run ();
}
