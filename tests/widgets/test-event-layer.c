/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-event-layer.h"

#include "sb-event-list.h"
#include "sb-event-tools.h"
#include "sb-event.h"
#include "sb-hover-card.h"
#include "sb-map-view.h"
#include "sb-record-builder.h"
#include "sb-test-event-source.h"
#include "sb-test-screen.h"

#include <math.h>

/* The events of a map as a user meets them: by pointer, keyboard and lists. */

/* Where they are: a town with three, and one on each side of it. */
static const struct
{
  gint64 id;
  double longitude;
  double latitude;
} places[] = {
  { 1, 0, 15 },
  { 2, 0, 15 },
  { 3, 0, 15 },
  { 4, 4, 15 },
  { 5, -4, 15 },
  { 6, 0.2, 18 },
  { 7, -0.2, 12 },
};

typedef struct
{
  SbTestEventSource *source; /* (owned) */
  SbSession *session; /* (owned) */
  SbEventModel *model; /* (owned) */
  SbMapView *map; /* (owned) */
  SbEventLayer *layer;
  GtkWindow *window;
} Fixture;

static gboolean
has_symbols (gpointer data)
{
  Fixture *fixture = data;
  SbPoint point;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (!sb_event_layer_find_symbol (fixture->layer, places[i].id, &point) || point.x < 0 || point.y < 0 ||
        point.x > gtk_widget_get_width (GTK_WIDGET (fixture->layer)) || point.y > gtk_widget_get_height (GTK_WIDGET (fixture->layer)))
      return FALSE;

  /* The map was moved to them. */
  return sb_event_layer_find_symbol (fixture->layer, 1, &point) && ABS (point.x - gtk_widget_get_width (GTK_WIDGET (fixture->layer)) / 2.0) < 20;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->source = sb_test_event_source_new ();
  fixture->session = sb_session_new ();
  sb_session_set_period (fixture->session, 20000, 20600);
  sb_session_set_as_of (fixture->session, 20600);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *title = g_strdup_printf ("Titre %u", i + 1);
      g_autoptr (SbRecord) event = sb_test_event_new (places[i].id, title, NULL, "2025-09-03", places[i].longitude, places[i].latitude);

      sb_test_event_source_add (fixture->source, event);
    }

  sb_test_event_source_publish (fixture->source);
  fixture->model = sb_event_model_new (SB_EVENT_SOURCE (fixture->source), fixture->session);
  fixture->map = SB_MAP_VIEW (g_object_ref_sink (sb_map_view_new ()));
  fixture->window = sb_test_show (GTK_WIDGET (fixture->map), 1000, 500);
  fixture->layer = SB_EVENT_LAYER (sb_test_find_type (GTK_WIDGET (fixture->map), SB_TYPE_EVENT_LAYER));
  sb_map_view_set_session (fixture->map, fixture->session);
  sb_map_view_set_events (fixture->map, fixture->model, NULL);
  sb_test_wait (has_symbols, fixture);
  sb_test_wait_for_frame (GTK_WIDGET (fixture->map));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gpointer objects[] = { fixture->model, fixture->session, fixture->source };

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    g_object_add_weak_pointer (objects[i], &objects[i]);

  g_object_unref (fixture->map);
  sb_test_close (fixture->window);
  g_object_unref (fixture->model);
  g_object_unref (fixture->session);
  g_object_unref (fixture->source);
  /* What a worker had begun for the layer is done first. */
  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    sb_test_wait (sb_test_is_null, &objects[i]);
}

static gint64
get_selected (Fixture *fixture)
{
  SbRef *selection = sb_session_get_selection (fixture->session);

  return selection != NULL ? sb_ref_get_id (selection) : 0;
}

static gboolean
has_far_symbol (gpointer data)
{
  Fixture *fixture = data;
  SbPoint point;

  return sb_event_layer_find_symbol (fixture->layer, 8, &point);
}

static void
refreshed_cb (gboolean *is_refreshed)
{
  *is_refreshed = TRUE;
}

/* Beside the view, where what there is is put together as well once the filter was left
 * alone: the layer has nothing more to do then. */
static void
add_far_event (Fixture *fixture)
{
  g_autoptr (SbRecord) event = NULL;
  double latitude;
  double longitude;
  SbPoint centre;

  g_assert_true (sb_event_layer_find_symbol (fixture->layer, 1, &centre));
  shumate_viewport_widget_coords_to_location (shumate_layer_get_viewport (SHUMATE_LAYER (fixture->layer)), GTK_WIDGET (fixture->layer),
                                              gtk_widget_get_width (GTK_WIDGET (fixture->layer)) * 1.2, centre.y, &latitude, &longitude);
  event = sb_test_event_new (8, "Titre 8", NULL, "2025-09-03", longitude, latitude);
  sb_test_event_source_add (fixture->source, event);
  sb_test_event_source_publish (fixture->source);
  sb_test_wait (has_far_symbol, fixture);
}

/* The map is moved to what is beside the view without waiting for it. */
static void
test_around (Fixture *fixture,
             gconstpointer data)
{
  gboolean is_refreshed = FALSE;

  add_far_event (fixture);
  g_signal_connect_swapped (fixture->layer, "refreshed", G_CALLBACK (refreshed_cb), &is_refreshed);
  sb_session_set_period (fixture->session, 20010, 20600);
  sb_test_wait (sb_test_is_true, &is_refreshed);
  sb_test_wait (has_far_symbol, fixture);
  g_signal_handlers_disconnect_by_func (fixture->layer, refreshed_cb, &is_refreshed);
}

static gboolean
has_no_symbol (gpointer data)
{
  Fixture *fixture = data;
  SbPoint point;

  return !sb_event_layer_find_symbol (fixture->layer, 1, &point);
}

/* What changes the events is seen to at once, not first drawn as it was: no frame comes
 * while the window is hidden. */
static void
test_no_frame (Fixture *fixture,
               gconstpointer data)
{
  add_far_event (fixture);
  sb_test_wait_for_frame (GTK_WIDGET (fixture->map));
  gtk_widget_hide (GTK_WIDGET (fixture->window));
  sb_session_set_period (fixture->session, 20000, 20100);
  sb_session_set_as_of (fixture->session, 20100);
  sb_test_wait (has_no_symbol, fixture);
}

/* From the middle to the nearest, then in each direction, and Enter selects. */
static void
test_arrows (Fixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *keys[3];
    gint64 selected;
  } cases[] = {
    { { "Right", "Right" }, 4 },
    { { "Left" }, 1 },
    { { "Left" }, 5 },
    { { "Right", "Up" }, 6 },
    { { "Down", "Down" }, 7 },
  };
  GtkWidget *layer = GTK_WIDGET (fixture->layer);

  sb_map_view_focus_events (fixture->map);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 selected;

      for (guint j = 0; j < G_N_ELEMENTS (cases[i].keys) && cases[i].keys[j] != NULL; j++)
        g_assert_true (sb_test_press (layer, cases[i].keys[j]));

      g_assert_true (sb_test_press (layer, "Return"));
      selected = get_selected (fixture);
      /* One of the three of the town stands for it. */
      g_assert_cmpint (selected <= 3 ? 1 : selected, ==, cases[i].selected);
    }
}

/* Where nothing is, the map moves that way. */
static void
test_arrows_move_map (Fixture *fixture,
                      gconstpointer data)
{
  SbPoint before;
  SbPoint after;

  sb_map_view_focus_events (fixture->map);
  for (guint i = 0; i < 2; i++)
    g_assert_true (sb_test_press (GTK_WIDGET (fixture->layer), "Right"));

  g_assert_true (sb_event_layer_find_symbol (fixture->layer, 4, &before));
  g_assert_true (sb_test_press (GTK_WIDGET (fixture->layer), "Right"));
  sb_test_wait_for_frame (GTK_WIDGET (fixture->map));
  g_assert_true (sb_event_layer_find_symbol (fixture->layer, 4, &after));
  g_assert_cmpfloat (after.x, <, before.x);
}

static SbEventList *
find_list (GtkWidget *root)
{
  return SB_EVENT_LIST (sb_test_find_type (root, SB_TYPE_EVENT_LIST));
}

static gboolean
shows_titles (gpointer data)
{
  return sb_test_find_label (data, "Titre 1") != NULL && sb_test_find_label (data, "Titre 2") != NULL &&
         sb_test_find_label (data, "Titre 3") != NULL;
}

/* Space lists what a symbol stands for. */
static void
test_space (Fixture *fixture,
            gconstpointer data)
{
  GtkWidget *layer = GTK_WIDGET (fixture->layer);
  SbEventList *list = find_list (layer);

  sb_map_view_focus_events (fixture->map);
  g_assert_false (sb_test_press (layer, "space"));
  g_assert_true (sb_test_press (layer, "Right"));
  g_assert_true (sb_test_press (layer, "space"));
  g_assert_cmpuint (sb_event_list_get_n_events (list), ==, 3);
  g_assert_nonnull (sb_test_find_label (GTK_WIDGET (list), "3 events here"));
  sb_test_wait (shows_titles, list);
  sb_test_activate (GTK_WIDGET (list), "event-list.close");
}

static GtkGesture *
find_drag (GtkWidget *map)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (map);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller) && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        return GTK_GESTURE (controller);
    }

  g_assert_not_reached ();
}

typedef struct
{
  SbEventList *list;
  guint n_events;
} Expected;

static gboolean
has_events (gpointer data)
{
  Expected *expected = data;

  return gtk_widget_get_mapped (GTK_WIDGET (expected->list)) && sb_event_list_get_n_events (expected->list) == expected->n_events;
}

/* A line around the town and what is right of it chooses those, in the panel beside
 * the map; Escape has it closed. */
static void
test_lasso (Fixture *fixture,
            gconstpointer data)
{
  GtkWidget *map = sb_test_find_type (GTK_WIDGET (fixture->map), SHUMATE_TYPE_MAP);
  GtkGesture *drag = find_drag (map);
  SbEventList *panel = find_list (GTK_WIDGET (fixture->map));
  Expected expected = { panel, 4 };
  SbPoint town;
  SbPoint right;
  gboolean lasso;

  g_assert_true (sb_event_layer_find_symbol (fixture->layer, 1, &town));
  g_assert_true (sb_event_layer_find_symbol (fixture->layer, 4, &right));
  g_object_set (fixture->layer, "lasso", TRUE, NULL);
  g_signal_emit_by_name (drag, "drag-begin", town.x - 20, town.y - 20);
  g_signal_emit_by_name (drag, "drag-update", right.x - town.x + 40, 0.0);
  g_signal_emit_by_name (drag, "drag-update", right.x - town.x + 40, 40.0);
  g_signal_emit_by_name (drag, "drag-update", 0.0, 40.0);
  cairo_surface_destroy (sb_test_draw (map));
  g_signal_emit_by_name (drag, "drag-end", 0.0, 20.0);
  g_object_get (fixture->layer, "lasso", &lasso, NULL);
  g_assert_false (lasso);

  sb_test_wait (has_events, &expected);
  g_assert_nonnull (sb_test_find_label (GTK_WIDGET (panel), "4 events chosen"));
  g_assert_true (sb_test_press (GTK_WIDGET (fixture->layer), "Escape"));
  sb_test_wait_for_frame (GTK_WIDGET (fixture->map));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (panel)));
}

/* Without the lasso a drag is the map's. */
static void
test_drag_moves_map (Fixture *fixture,
                     gconstpointer data)
{
  GtkWidget *map = sb_test_find_type (GTK_WIDGET (fixture->map), SHUMATE_TYPE_MAP);
  GtkGesture *drag = find_drag (map);
  SbEventList *panel = find_list (GTK_WIDGET (fixture->map));

  g_signal_emit_by_name (drag, "drag-begin", 10.0, 10.0);
  g_signal_emit_by_name (drag, "drag-update", 500.0, 400.0);
  g_signal_emit_by_name (drag, "drag-end", 500.0, 400.0);
  sb_test_run_main_loop ();
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (panel)));
}

/* The list beside the map has what is in view, and follows the filter. */
static void
test_view_list (Fixture *fixture,
                gconstpointer data)
{
  GtkWidget *tools = sb_test_find_type (GTK_WIDGET (fixture->map), SB_TYPE_EVENT_TOOLS);
  GtkWidget *toggle = GTK_WIDGET (gtk_widget_get_template_child (tools, SB_TYPE_EVENT_TOOLS, "in_view"));
  SbEventList *panel = find_list (GTK_WIDGET (fixture->map));
  Expected all = { panel, G_N_ELEMENTS (places) };
  Expected none = { panel, 0 };

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  sb_test_wait (has_events, &all);
  g_assert_nonnull (sb_test_find_label (GTK_WIDGET (panel), "7 events in view"));
  sb_session_set_event_types (fixture->session, 1u << SB_EVENT_TYPE_PROTEST);
  sb_test_wait (has_events, &none);
  sb_session_set_event_types (fixture->session, SB_EVENT_TYPES_ALL);
  sb_test_wait (has_events, &all);
  sb_test_activate (GTK_WIDGET (panel), "event-list.close");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle)));
}

static gboolean
shows_card (gpointer data)
{
  GtkWidget *card = sb_test_find_type (data, SB_TYPE_HOVER_CARD);

  return card != NULL && gtk_widget_get_mapped (card) && gtk_widget_get_height (card) > 0;
}

static gboolean
says_title (GtkWidget *widget,
            gpointer data)
{
  return strstr (gtk_label_get_text (GTK_LABEL (widget)), data) != NULL;
}

/* What the keyboard is at says what it is. */
static void
test_card (Fixture *fixture,
           gconstpointer data)
{
  sb_map_view_focus_events (fixture->map);
  for (guint i = 0; i < 2; i++)
    g_assert_true (sb_test_press (GTK_WIDGET (fixture->layer), "Right"));

  sb_test_wait (shows_card, fixture->layer);
  g_assert_nonnull (sb_test_find (GTK_WIDGET (fixture->layer), GTK_TYPE_LABEL, says_title, (gpointer) "Titre 4"));
  g_assert_true (sb_test_press (GTK_WIDGET (fixture->layer), "Escape"));
}

static void
listed_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GArray) ids = sb_event_layer_list_view_finish (result, NULL);

  g_assert_null (object);
}

/* Destroyed while its picture is made: that does not keep it. */
static void
test_destroyed (Fixture *fixture,
                gconstpointer data)
{
  GtkWidget *map = sb_map_view_new ();
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  gpointer layer = sb_test_find_type (map, SB_TYPE_EVENT_LAYER);

  g_object_add_weak_pointer (layer, &layer);
  sb_map_view_set_session (SB_MAP_VIEW (map), fixture->session);
  sb_map_view_set_events (SB_MAP_VIEW (map), fixture->model, NULL);
  gtk_window_set_child (window, map);
  gtk_widget_show (GTK_WIDGET (window));
  sb_test_wait_for_frame (GTK_WIDGET (window));
  /* Its answer comes with the main loop, which does not run from here on. */
  sb_event_layer_list_view_async (layer, NULL, listed_cb, NULL);
  gtk_window_destroy (window);
  g_assert_null (layer);
}

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);

  g_test_add ("/widgets/event-layer/around", Fixture, NULL, set_up, test_around, tear_down);
  g_test_add ("/widgets/event-layer/no-frame", Fixture, NULL, set_up, test_no_frame, tear_down);
  g_test_add ("/widgets/event-layer/arrows", Fixture, NULL, set_up, test_arrows, tear_down);
  g_test_add ("/widgets/event-layer/arrows-move-map", Fixture, NULL, set_up, test_arrows_move_map, tear_down);
  g_test_add ("/widgets/event-layer/space", Fixture, NULL, set_up, test_space, tear_down);
  g_test_add ("/widgets/event-layer/lasso", Fixture, NULL, set_up, test_lasso, tear_down);
  g_test_add ("/widgets/event-layer/drag-moves-map", Fixture, NULL, set_up, test_drag_moves_map, tear_down);
  g_test_add ("/widgets/event-layer/view-list", Fixture, NULL, set_up, test_view_list, tear_down);
  g_test_add ("/widgets/event-layer/card", Fixture, NULL, set_up, test_card, tear_down);
  g_test_add ("/widgets/event-layer/destroyed", Fixture, NULL, set_up, test_destroyed, tear_down);

  return sb_test_screen_run ();
}
