/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-map-page.h"

#include "sb-area-layer.h"
#include "sb-date-format.h"
#include "sb-date.h"
#include "sb-drawing-dialog.h"
#include "sb-drawing.h"
#include "sb-inspector.h"
#include "sb-map-drop.h"
#include "sb-map-frame.h"
#include "sb-map-layer-panel.h"
#include "sb-map-layer.h"
#include "sb-map-overlays.h"
#include "sb-map-view.h"
#include "sb-map-zones.h"
#include "sb-record-builder.h"
#include "sb-record-dialog.h"
#include "sb-record-form.h"
#include "sb-road-panel.h"
#include "sb-test-desk.h"
#include "sb-zone.h"

#include <glib/gstdio.h>

/* The page of the map in a window with the sample dossier, as one works with it. */

#define TITLE "Une ligne d’essai"
#define POINT "{\"type\":\"Point\",\"coordinates\":[-3,16.7]}"

typedef struct
{
  SbApplication *application; /* (owned) */
  SbWindow *window;
  SbMapPage *page;
  SbMapView *map;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->application = sb_test_desk_start ();
  fixture->window = sb_test_desk_open_window (fixture->application);
  fixture->page = SB_MAP_PAGE (sb_test_desk_show_page (fixture->window, "map"));
  fixture->map = SB_MAP_VIEW (sb_test_find_type (GTK_WIDGET (fixture->page), SB_TYPE_MAP_VIEW));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  sb_test_desk_close_window (fixture->window);
  g_settings_reset (sb_context_get_settings (sb_application_get_context (fixture->application)), "map-layers");
  g_settings_reset (sb_context_get_settings (sb_application_get_context (fixture->application)), "map-overlays");
  sb_test_desk_stop (g_steal_pointer (&fixture->application));
}

static gboolean
is_called (GtkWidget *check,
           gpointer name)
{
  return g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (check)), name) == 0;
}

/* Each entry of the panel turns its layer off, and the settings know. */
static void
test_layers (Fixture *fixture,
             gconstpointer data)
{
  GSettings *settings = sb_context_get_settings (sb_application_get_context (fixture->application));
  GtkWidget *panel = sb_test_find_type (GTK_WIDGET (fixture->map), SB_TYPE_MAP_LAYER_PANEL);
  GListModel *layers = G_LIST_MODEL (sb_map_view_get_layers (fixture->map));

  g_assert_cmpuint (g_list_model_get_n_items (layers), ==, 7);
  for (guint i = 0; i < g_list_model_get_n_items (layers); i++)
    {
      g_autoptr (SbMapLayer) layer = g_list_model_get_item (layers, i);
      GtkWidget *check = sb_test_find (panel, GTK_TYPE_CHECK_BUTTON, is_called, (gpointer) sb_map_layer_get_name (layer));
      g_autoptr (GVariant) stored = NULL;
      gboolean visible;
      double opacity;

      g_assert_nonnull (check);
      g_assert_cmpint (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)), ==, sb_map_layer_get_visible (layer));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
      sb_map_layer_set_opacity (layer, 0.4);
      g_assert_false (sb_map_layer_get_visible (layer));
      stored = g_settings_get_value (settings, "map-layers");
      g_assert_true (g_variant_lookup (stored, sb_map_layer_get_id (layer), "(bd)", &visible, &opacity));
      g_assert_false (visible);
      g_assert_cmpfloat_with_epsilon (opacity, 0.4, 1e-6);
    }
}

/* Put away, the legend stays away in the next window; one that only has no room does not. */
static void
test_legend (Fixture *fixture,
             gconstpointer data)
{
  GSettings *settings = sb_context_get_settings (sb_application_get_context (fixture->application));
  gboolean is_shown;

  g_assert_true (g_settings_get_boolean (settings, "map-legend"));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 500);
  sb_test_wait_for_frame (GTK_WIDGET (fixture->map));
  sb_test_run_main_loop ();
  g_assert_true (g_settings_get_boolean (settings, "map-legend"));

  g_object_set (fixture->map, "show-legend", TRUE, NULL);
  g_object_set (fixture->map, "show-legend", FALSE, NULL);
  g_assert_false (g_settings_get_boolean (settings, "map-legend"));
  g_settings_set_boolean (settings, "map-legend", TRUE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1400, 800);
  sb_test_wait_for_frame (GTK_WIDGET (fixture->map));
  sb_test_run_main_loop ();
  g_object_get (fixture->map, "show-legend", &is_shown, NULL);
  g_assert_true (is_shown);
}

static guint
count_drawings (Fixture *fixture)
{
  return g_list_model_get_n_items (sb_moment_get_drawings (sb_page_get_moment (SB_PAGE (fixture->page))));
}

static gboolean
has_drawing (gpointer data)
{
  return count_drawings (data) == 1;
}

static gboolean
has_no_drawing (gpointer data)
{
  return count_drawings (data) == 0;
}

static gboolean
is_dialog_closed (gpointer data)
{
  return sb_test_find_window (SB_TYPE_DRAWING_DIALOG) == NULL;
}

/* A line by the keyboard alone, named, kept, and undone. */
static void
test_draw (Fixture *fixture,
           gconstpointer data)
{
  static const char *const keys[] = { "space", "Right", "Right", "space", "Return" };
  SbDrawingLayer *layer = sb_map_view_get_drawings (fixture->map);
  GtkWidget *dialog;
  GtkEditable *title;

  sb_test_wait (has_no_drawing, fixture);
  sb_drawing_layer_set_tool (layer, SB_DRAWING_TOOL_LINE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_true (sb_test_press (GTK_WIDGET (layer), keys[i]));

  dialog = sb_test_find_window (SB_TYPE_DRAWING_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_false (sb_test_can_activate (dialog, "form.accept"));
  g_assert_nonnull (sb_test_find_label (dialog, "It needs a title, in one of the languages at least."));
  title = GTK_EDITABLE (gtk_widget_get_template_child (dialog, SB_TYPE_DRAWING_DIALOG, "title_fr"));
  gtk_editable_set_text (title, TITLE);
  sb_test_wait_for_frame (dialog);
  sb_test_activate (dialog, "form.accept");
  sb_test_wait (has_drawing, fixture);
  sb_test_wait (is_dialog_closed, NULL);
  /* The next one begins anew. */
  g_assert_cmpuint (sb_drawing_layer_get_n_points (layer), ==, 0);

  sb_test_activate (GTK_WIDGET (fixture->window), "win.undo");
  sb_test_wait (has_no_drawing, fixture);
}

/* A line of three points, once named so. */
static SbRecord *
create_line (SbRecord *before,
             const char *title,
             double latitude)
{
  SbRecordBuilder *builder = before != NULL ? sb_record_builder_new_from (before) : sb_record_builder_new (&sb_drawing_schema);

  sb_record_builder_set_words (builder, SB_DRAWING_TITLE, title, NULL);
  sb_record_builder_set_term (builder, SB_DRAWING_KIND, SB_DRAWING_KIND_LINE);
  sb_record_builder_clear (builder, SB_DRAWING_POINTS);
  for (int i = 0; i < 3; i++)
    {
      SbRecordBuilder *point = sb_record_builder_new (&sb_drawing_point_schema);

      sb_record_builder_set_real (point, SB_DRAWING_POINT_LONGITUDE, -5 + i);
      sb_record_builder_set_real (point, SB_DRAWING_POINT_LATITUDE, latitude);
      sb_record_builder_take_item (builder, SB_DRAWING_POINTS, sb_record_builder_end (point));
    }
  return sb_record_builder_end (builder);
}

static SbRecord *
get_drawing (Fixture *fixture)
{
  SbRecord *drawing = g_list_model_get_item (sb_moment_get_drawings (sb_page_get_moment (SB_PAGE (fixture->page))), 0);

  g_object_unref (drawing); /* the list holds it */
  return drawing;
}

static gboolean
is_moved (gpointer data)
{
  SbRecord *point = sb_record_get_item (get_drawing (data), SB_DRAWING_POINTS, 0);

  return sb_record_get_real (point, SB_DRAWING_POINT_LATITUDE, 0) > 14;
}

/* While a point is being moved, another window calls the drawing otherwise: both hold. */
static void
test_reshape (Fixture *fixture,
              gconstpointer data)
{
  SbDrawingLayer *layer = sb_map_view_get_drawings (fixture->map);
  g_autoptr (SbRecord) line = create_line (NULL, TITLE, 14);
  g_autoptr (SbChangeSet) added = sb_change_set_new (NULL);
  g_autoptr (SbChangeSet) renamed = sb_change_set_new (NULL);
  g_autoptr (SbRecord) before = NULL;
  g_autoptr (SbRecord) other = NULL;
  g_autoptr (SbRecord) moved = NULL;

  sb_change_set_put (added, line);
  sb_test_desk_write (fixture->application, added);
  sb_test_wait (has_drawing, fixture);
  before = g_object_ref (get_drawing (fixture));
  other = create_line (before, "Autre titre", 14);
  moved = create_line (before, TITLE, 15);

  sb_change_set_put (renamed, other);
  sb_test_desk_write (fixture->application, renamed);
  g_signal_emit_by_name (layer, "reshaped", before, moved);
  sb_test_wait (is_moved, fixture);
  g_assert_cmpstr (sb_record_get_title (get_drawing (fixture), SB_LANGUAGE_FR), ==, "Autre titre");

  g_signal_emit_by_name (layer, "removed", get_drawing (fixture));
  sb_test_wait (has_no_drawing, fixture);
}

static gboolean
is_kidal_there (gpointer data)
{
  Fixture *fixture = data;
  GListModel *held = sb_moment_get_held_areas (sb_page_get_moment (SB_PAGE (fixture->page)));

  for (guint i = 0; i < g_list_model_get_n_items (held); i++)
    {
      g_autoptr (SbMapArea) area = g_list_model_get_item (held, i);

      if (g_strcmp0 (sb_ref_get_name (sb_map_area_get_place (area), SB_LANGUAGE_FR), "Kidal") == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_kidal (gpointer data)
{
  GtkWidget *inspector = sb_test_find_type (data, SB_TYPE_INSPECTOR);

  return inspector != NULL && sb_test_find_label (inspector, "Kidal") != NULL;
}

/* Whether the inspector tells it of the place on the day, under the heading @what. */
static gboolean
tells_on_day (gpointer window,
              const char *what,
              int day,
              const char *text)
{
  g_autofree char *name = sb_day_format (day, SB_LANGUAGE_EN, SB_DATE_STYLE_LONG);
  g_autofree char *heading = g_strdup_printf ("%s as of %s", what, name);
  GtkWidget *inspector = sb_test_find_type (window, SB_TYPE_INSPECTOR);
  GtkWidget *label = inspector != NULL ? sb_test_find_label (inspector, heading) : NULL;
  GtkWidget *row = label != NULL ? gtk_widget_get_next_sibling (label) : NULL;

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *about = gtk_widget_get_last_child (row);

      if (GTK_IS_LABEL (about) && strstr (gtk_label_get_label (GTK_LABEL (about)), text) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_army_on_day (gpointer window)
{
  return tells_on_day (window, "Control", sb_day_from_ymd (2025, 9, 10), "Malian Armed Forces");
}

static gboolean
has_front_on_day (gpointer window)
{
  return tells_on_day (window, "Control", sb_day_from_ymd (2026, 4, 29), "Azawad Liberation Front") &&
         !tells_on_day (window, "Control", sb_day_from_ymd (2026, 4, 29), "Malian Armed Forces");
}

/* From who holds a place to the place in the inspector, by the keyboard alone. */
static void
test_control (Fixture *fixture,
              gconstpointer data)
{
  SbSession *session = sb_window_get_session (fixture->window);
  SbAreaLayer *layer = SB_AREA_LAYER (sb_test_find_type (GTK_WIDGET (fixture->map), SB_TYPE_AREA_LAYER));
  SbMapArea *area = NULL;

  sb_session_set_as_of (session, sb_day_from_ymd (2025, 9, 10));
  sb_test_wait (is_kidal_there, fixture);
  for (guint i = 0; i < 50; i++)
    {
      g_assert_true (sb_test_press (GTK_WIDGET (layer), "Right"));
      area = sb_area_layer_get_current (layer);
      g_assert_nonnull (area);
      if (g_str_equal (sb_ref_get_name (sb_map_area_get_place (area), SB_LANGUAGE_FR), "Kidal"))
        break;
    }
  g_assert_cmpstr (sb_ref_get_name (sb_map_area_get_place (area), SB_LANGUAGE_FR), ==, "Kidal");
  g_assert_true (sb_test_press (GTK_WIDGET (layer), "Return"));
  g_assert_nonnull (sb_session_get_selection (session));
  g_assert_true (sb_ref_equal (sb_session_get_selection (session), sb_map_area_get_record (area)));
  sb_test_wait (has_kidal, fixture->window);

  /* Who holds it on the day, which the inspector follows. */
  sb_test_wait (has_army_on_day, fixture->window);
  sb_session_set_as_of (session, sb_day_from_ymd (2026, 4, 29));
  sb_test_wait (has_front_on_day, fixture->window);
}

static gboolean
has_advice (gpointer window)
{
  int day = sb_day_from_ymd (2026, 4, 29);

  return tells_on_day (window, "Travel zones", day, "Embassies in Bamako") && tells_on_day (window, "Travel zones", day, "Situation report");
}

static gboolean
has_no_advice (gpointer window)
{
  int day = sb_day_from_ymd (2025, 9, 10);
  g_autofree char *name = sb_day_format (day, SB_LANGUAGE_EN, SB_DATE_STYLE_LONG);
  g_autofree char *restrictions = g_strdup_printf ("Restrictions as of %s", name);
  g_autofree char *advice = g_strdup_printf ("Travel zones as of %s", name);
  GtkWidget *inspector = sb_test_find_type (window, SB_TYPE_INSPECTOR);

  return sb_test_find_label (inspector, restrictions) != NULL && sb_test_find_label (inspector, advice) == NULL;
}

/* The sheet of a place tells how far travellers are warned off it on the day, and by whom. */
static void
test_advice (Fixture *fixture,
             gconstpointer data)
{
  SbSession *session = sb_window_get_session (fixture->window);
  g_autoptr (SbStore) store = sb_test_desk_open_store (fixture->application);
  g_autoptr (SbQuery) query = sb_query_new (SB_KIND_ZONE);
  g_autoptr (GPtrArray) zones = sb_store_list (store, query, NULL);
  SbRef *mali = NULL;

  for (guint i = 0; i < zones->len; i++)
    if (g_strcmp0 (sb_ref_get_name (sb_record_get_ref (g_ptr_array_index (zones, i), SB_ZONE_PLACE), SB_LANGUAGE_FR), "Mali") == 0)
      mali = sb_record_get_ref (g_ptr_array_index (zones, i), SB_ZONE_PLACE);
  g_assert_nonnull (mali);
  sb_session_set_as_of (session, sb_day_from_ymd (2026, 4, 29));
  sb_session_select (session, mali);
  sb_test_wait (has_advice, fixture->window);
  sb_session_set_as_of (session, sb_day_from_ymd (2025, 9, 10));
  sb_test_wait (has_no_advice, fixture->window);
}

typedef struct
{
  SbRoadPanel *panel;
  int day;
} Answer;

static gboolean
is_answered (gpointer data)
{
  const Answer *answer = data;
  const SbRoadRoute *route = sb_road_panel_get_route (answer->panel);

  return route != NULL && sb_road_conditions_get_day (route->conditions) == answer->day;
}

/* Which road to Bamako was open: on the three days that the sample dossier is about,
 * when all that could be in force counts, and when what is denied does not. */
static void
test_roads (Fixture *fixture,
            gconstpointer data)
{
  static const struct
  {
    int day[3];
    const char *from;
    gboolean has_way;
    gboolean has_undenied_way;
  } cases[] = {
    { { 2025, 6, 1 }, "Dakar", TRUE, TRUE },
    { { 2025, 9, 10 }, "Dakar", FALSE, TRUE },
    { { 2026, 4, 29 }, "Dakar", FALSE, TRUE },
    { { 2025, 6, 1 }, "Conakry", TRUE, TRUE },
    { { 2025, 9, 10 }, "Conakry", TRUE, TRUE },
  };
  SbSession *session = sb_window_get_session (fixture->window);
  SbRoadPanel *panel = SB_ROAD_PANEL (sb_test_find_type (GTK_WIDGET (fixture->page), SB_TYPE_ROAD_PANEL));
  g_autofree char *way = NULL;

  g_assert_null (sb_map_frame_dup_key (fixture->map, "Ways"));
  sb_test_activate (GTK_WIDGET (fixture->page), "map-page.toggle-roads");
  sb_road_panel_set_place (panel, SB_ROAD_END_TO, "Bamako");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Answer answer = { panel, sb_day_from_ymd (cases[i].day[0], cases[i].day[1], cases[i].day[2]) };
      const SbRoadRoute *route;
      const SbRoadVerdict *all;
      const SbRoadVerdict *undenied = NULL;
      const SbMapWay *drawn;

      sb_session_set_as_of (session, answer.day);
      sb_road_panel_set_place (panel, SB_ROAD_END_FROM, cases[i].from);
      sb_road_panel_set_place (panel, SB_ROAD_END_TO, "Bamako");
      sb_test_wait (is_answered, &answer);
      route = sb_road_panel_get_route (panel);
      all = g_ptr_array_index (route->verdicts, 0);
      for (guint j = 0; j < route->verdicts->len; j++)
        {
          const SbRoadVerdict *verdict = g_ptr_array_index (route->verdicts, j);

          if ((verdict->readings & 1u << SB_ROAD_READING_UNDENIED) != 0)
            undenied = verdict;
        }

      g_test_message ("case %u", i);
      g_assert_nonnull (undenied);
      g_assert_cmpint (all->way != NULL, ==, cases[i].has_way);
      g_assert_cmpint (undenied->way != NULL, ==, cases[i].has_undenied_way);
      /* Paper has no panel beside the map: its way says what that says. */
      drawn = sb_way_layer_get_way (sb_map_view_get_way_layer (fixture->map));
      g_assert_nonnull (strstr (sb_map_way_get_summary (drawn, SB_LANGUAGE_EN), cases[i].from));
      g_assert_cmpint (strstr (sb_map_way_get_summary (drawn, SB_LANGUAGE_EN), ": cut") == NULL, ==, cases[i].has_way);
      /* Each that is in the way leads to what it rests on. */
      for (guint j = 0; j < all->restrictions->len; j++)
        g_assert_cmpuint (sb_record_get_n_extracts (((SbRoadRestriction *) g_ptr_array_index (all->restrictions, j))->record), >, 0);
    }

  /* A map of a briefing that takes what is shown takes the way. */
  way = sb_map_frame_dup_key (fixture->map, "Ways");
  g_assert_cmpstr (way, ==, "gn-conakry>ml-bamako");
}

/* A briefing takes the map that was looked at last. */
static void
test_looked_at (Fixture *fixture,
                gconstpointer data)
{
  static const char *const pages[] = { "map", "desk", "map" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = GTK_WIDGET (sb_test_desk_show_page (fixture->window, pages[i]));
      GtkWidget *map = sb_test_find_type (page, SB_TYPE_MAP_VIEW);

      sb_test_desk_show_page (fixture->window, "briefings");
      g_assert_true (GTK_WIDGET (sb_map_frame_find_view (GTK_WIDGET (fixture->window))) == map);
    }
}

static gboolean
has_overlay (gpointer data)
{
  return sb_map_overlays_get_n (data) == 1;
}

/* What is dropped on the map is asked about, and shown over it. */
static void
test_drop (Fixture *fixture,
           gconstpointer data)
{
  static const char *const responses[] = { "cancel", "show" };
  SbMapOverlays *overlays = sb_context_get_map_overlays (sb_application_get_context (fixture->application));
  g_autofree char *folder = g_dir_make_tmp ("sb-drop-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "poste.GeoJSON", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList files = { file, NULL };

  g_assert_true (g_file_set_contents (path, POINT, -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (responses); i++)
    {
      GtkWidget *dialog;

      g_assert_cmpuint (sb_map_overlays_get_n (overlays), ==, 0);
      g_assert_true (sb_map_drop_take (fixture->map, &files));
      dialog = sb_test_find_window (ADW_TYPE_MESSAGE_DIALOG);
      g_assert_nonnull (dialog);
      g_assert_cmpstr (adw_message_dialog_get_default_response (ADW_MESSAGE_DIALOG (dialog)), ==, "show");
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), responses[i]);
      gtk_window_destroy (GTK_WINDOW (dialog));
    }

  sb_test_wait (has_overlay, overlays);
  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
}

static guint
count_zones (Fixture *fixture)
{
  return g_list_model_get_n_items (sb_moment_get_travel_zones (sb_page_get_moment (SB_PAGE (fixture->page))));
}

static gboolean
has_zone (gpointer data)
{
  return count_zones (data) == 1;
}

static gboolean
has_no_zone (gpointer data)
{
  return count_zones (data) == 0;
}

static gboolean
is_form_open (gpointer data)
{
  return sb_test_find_window (SB_TYPE_RECORD_DIALOG) != NULL;
}

static gboolean
is_form_closed (gpointer data)
{
  return !is_form_open (data);
}

static gboolean
offers_zone (gpointer data)
{
  return sb_test_find_label (data, "No travel zone is in force on this day.") != NULL;
}

static GtkWidget *
find_level (GtkWidget *dialog)
{
  GtkWidget *form = sb_test_find_type (dialog, SB_TYPE_RECORD_FORM);

  return sb_test_find_type (form, GTK_TYPE_DROP_DOWN);
}

/* Who shows the empty layer is offered to make a zone; one of the region under the pointer
 * is made, shown, and undone. */
static void
test_zones (Fixture *fixture,
            gconstpointer data)
{
  SbPosition kayes = { -10.6, 14.3 };
  SbCatalogue *catalogue = sb_test_desk_get_catalogue (fixture->application);
  SbRef *selection;
  GtkWidget *dialog;

  /* The travel advice of the sample is of April 2026. */
  sb_session_set_as_of (sb_window_get_session (fixture->window), sb_day_from_ymd (2025, 9, 10));
  sb_test_wait (has_no_zone, fixture);
  g_assert_false (offers_zone (fixture->window));
  sb_map_view_show_layer (fixture->map, "zones");
  sb_test_wait (offers_zone, fixture->window);

  sb_map_zones_make (catalogue, fixture->map, kayes);
  sb_test_wait (is_form_open, NULL);
  selection = sb_session_get_selection (sb_window_get_session (fixture->window));
  g_assert_cmpstr (sb_ref_get_name (selection, SB_LANGUAGE_EN), ==, "Kayes region");

  dialog = GTK_WIDGET (sb_test_find_window (SB_TYPE_RECORD_DIALOG));
  /* Who issues it is hardly ever left out, so that it is asked for in front. */
  g_assert_true (gtk_widget_get_mapped (sb_test_find_label (dialog, "Issued by")));
  /* The first choice is none. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_level (dialog)), 1 + SB_ZONE_LEVEL_RED);
  sb_test_activate (dialog, "form.accept");
  sb_test_wait (is_form_closed, NULL);
  sb_test_wait (has_zone, fixture);
  sb_test_activate (GTK_WIDGET (fixture->window), "win.undo");
  sb_test_wait (has_no_zone, fixture);
}

static gboolean
is_layer_shown (gpointer data)
{
  Fixture *fixture = data;
  GListModel *layers = G_LIST_MODEL (sb_map_view_get_layers (fixture->map));

  for (guint i = 0; i < g_list_model_get_n_items (layers); i++)
    {
      g_autoptr (SbMapLayer) layer = g_list_model_get_item (layers, i);

      if (g_str_equal (sb_map_layer_get_id (layer), "zones"))
        return sb_map_layer_get_visible (layer);
    }

  return FALSE;
}

/* A zone that was made is seen: its layer, which a map comes without, is turned on. */
static void
test_zone_seen (Fixture *fixture,
                gconstpointer data)
{
  SbPosition kayes = { -10.6, 14.3 };
  GtkWidget *dialog;

  sb_session_set_as_of (sb_window_get_session (fixture->window), sb_day_from_ymd (2025, 9, 10));
  sb_test_wait (has_no_zone, fixture);
  g_assert_false (is_layer_shown (fixture));
  sb_map_zones_make (sb_test_desk_get_catalogue (fixture->application), fixture->map, kayes);
  sb_test_wait (is_form_open, NULL);
  dialog = GTK_WIDGET (sb_test_find_window (SB_TYPE_RECORD_DIALOG));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_level (dialog)), 1 + SB_ZONE_LEVEL_RED);
  sb_test_activate (dialog, "form.accept");
  sb_test_wait (has_zone, fixture);
  sb_test_wait (is_layer_shown, fixture);
  g_assert_false (offers_zone (fixture->window));
  sb_test_activate (GTK_WIDGET (fixture->window), "win.undo");
  sb_test_wait (has_no_zone, fixture);
}

int
main (int argc,
      char *argv[])
{
  sb_test_desk_init (&argc, &argv);

  g_test_add ("/app/map-page/layers", Fixture, NULL, set_up, test_layers, tear_down);
  g_test_add ("/app/map-page/legend", Fixture, NULL, set_up, test_legend, tear_down);
  g_test_add ("/app/map-page/draw", Fixture, NULL, set_up, test_draw, tear_down);
  g_test_add ("/app/map-page/reshape", Fixture, NULL, set_up, test_reshape, tear_down);
  g_test_add ("/app/map-page/control", Fixture, NULL, set_up, test_control, tear_down);
  g_test_add ("/app/map-page/advice", Fixture, NULL, set_up, test_advice, tear_down);
  g_test_add ("/app/map-page/zones", Fixture, NULL, set_up, test_zones, tear_down);
  g_test_add ("/app/map-page/zone-seen", Fixture, NULL, set_up, test_zone_seen, tear_down);
  g_test_add ("/app/map-page/roads", Fixture, NULL, set_up, test_roads, tear_down);
  g_test_add ("/app/map-page/looked-at", Fixture, NULL, set_up, test_looked_at, tear_down);
  g_test_add ("/app/map-page/drop", Fixture, NULL, set_up, test_drop, tear_down);

  return sb_test_screen_run ();
}
