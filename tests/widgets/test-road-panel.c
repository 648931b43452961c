/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-road-map-way.h"
#include "sb-road-panel.h"

#include "sb-place.h"
#include "sb-record-builder.h"
#include "sb-restriction.h"
#include "sb-test-screen.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

typedef struct
{
  SbRoadPanel *panel; /* (owned) */
  SbSession *session; /* (owned) */
  SbRoadConditions *conditions; /* (owned) */
} Fixture;

/* The shipped roads under a closure of a place, which may be denied: its record has the
 * id 7. */
static SbRoadConditions *
create_conditions (const char *closed,
                   gboolean is_denied)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbGazetteer) gazetteer = sb_gazetteer_new (&error);
  g_autoptr (SbCorridorNetwork) shipped = sb_corridor_network_new (gazetteer, &error);
  g_autoptr (SbSituationInput) input = sb_situation_input_new ();
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SbRoadNetwork) network = NULL;
  SbRecordBuilder *place = sb_record_builder_new (&sb_place_schema);
  SbRecordBuilder *item = sb_record_builder_new (&sb_restriction_place_schema);
  SbRecordBuilder *closure = sb_record_builder_new (&sb_restriction_schema);
  g_autoptr (SbRecord) record = NULL;
  g_autoptr (SbRef) ref = sb_ref_new (SB_KIND_PLACE, 5, NULL, NULL);
  g_autoptr (SbRef) denier = sb_ref_new (SB_KIND_ACTOR, 9, NULL, NULL);
  g_autoptr (SbDate) since = sb_date_new ("2025-01-01", NULL);

  g_assert_no_error (error);
  sb_record_builder_set_id (place, 5);
  sb_record_builder_set_words (place, SB_PLACE_NAME, "Lieu", "Place");
  sb_record_builder_set_text (place, SB_PLACE_KEY, closed);
  g_ptr_array_add (places, sb_record_builder_end (place));

  sb_record_builder_set_ref (item, SB_RESTRICTION_PLACE_PLACE, ref);
  sb_record_builder_set_id (closure, 7);
  sb_record_builder_set_words (closure, SB_RESTRICTION_TITLE, "Fermeture", "Closure");
  sb_record_builder_set_term (closure, SB_RESTRICTION_KIND, SB_RESTRICTION_KIND_CLOSURE);
  sb_record_builder_set_date (closure, SB_RESTRICTION_SINCE, since);
  if (is_denied)
    sb_record_builder_set_ref (closure, SB_RESTRICTION_DENIED_BY, denier);
  sb_record_builder_take_item (closure, SB_RESTRICTION_PLACES, sb_record_builder_end (item));
  record = sb_record_builder_end (closure);
  sb_situation_input_add (input, record);

  network = sb_road_network_new (shipped, NULL, places);
  return sb_road_conditions_new (network, input, sb_date_get_first_day (since) + 30);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->session = sb_session_new ();
  fixture->conditions = create_conditions ("ml-bla", FALSE);
  fixture->panel = SB_ROAD_PANEL (g_object_ref_sink (sb_road_panel_new ()));
  sb_road_panel_set_session (fixture->panel, fixture->session);
}

/* Nothing keeps the panel but the test. */
static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gpointer panel = fixture->panel;

  g_object_add_weak_pointer (panel, &panel);
  g_object_unref (panel);
  g_assert_null (panel);
  sb_road_conditions_unref (fixture->conditions);
  g_object_unref (fixture->session);
}

static void
test_names (Fixture *fixture,
            gconstpointer data)
{
  SbPosition position;

  /* Before the roads are there, and with a name that means nothing. */
  g_assert_null (sb_road_panel_get_route (fixture->panel));
  sb_road_panel_set_conditions (fixture->panel, fixture->conditions);
  sb_road_panel_set_place (fixture->panel, SB_ROAD_END_FROM, "Atlantide");
  g_assert_false (sb_road_panel_get_end (fixture->panel, SB_ROAD_END_FROM, &position));

  sb_road_panel_set_place (fixture->panel, SB_ROAD_END_FROM, "segou");
  sb_road_panel_set_place (fixture->panel, SB_ROAD_END_TO, "BAMAKO");
  g_assert_true (sb_road_panel_get_end (fixture->panel, SB_ROAD_END_FROM, &position));
  g_assert_cmpuint (sb_road_route_get_drawn_flags (sb_road_panel_get_route (fixture->panel)), ==, SB_MAP_WAY_SURE);

  /* Emptied, it is asked no more. */
  sb_road_panel_set_place (fixture->panel, SB_ROAD_END_TO, "");
  g_assert_null (sb_road_panel_get_route (fixture->panel));
}

static void
test_position (Fixture *fixture,
               gconstpointer data)
{
  sb_road_panel_set_conditions (fixture->panel, fixture->conditions);
  g_assert_false (sb_road_panel_set_position (fixture->panel, SB_ROAD_END_FROM, (SbPosition) { -5, 24 }, 30));
  g_assert_true (sb_road_panel_set_position (fixture->panel, SB_ROAD_END_FROM, (SbPosition) { -6.2, 13.5 }, 30));
  g_assert_true (sb_road_panel_set_position (fixture->panel, SB_ROAD_END_TO, (SbPosition) { -8, 12.6 }, 30));
  g_assert_cmpuint (sb_road_panel_get_route (fixture->panel)->verdicts->len, ==, 1);
}

/* The ends stay when the day, and with it the conditions, become others. */
static void
test_day (Fixture *fixture,
          gconstpointer data)
{
  g_autoptr (SbRoadConditions) other = create_conditions ("ml-segou", FALSE);

  sb_road_panel_set_conditions (fixture->panel, fixture->conditions);
  sb_road_panel_set_place (fixture->panel, SB_ROAD_END_FROM, "Ségou");
  sb_road_panel_set_place (fixture->panel, SB_ROAD_END_TO, "Bamako");
  g_assert_cmpuint (sb_road_route_get_drawn_flags (sb_road_panel_get_route (fixture->panel)), ==, SB_MAP_WAY_SURE);
  sb_road_panel_set_conditions (fixture->panel, other);
  g_assert_nonnull (sb_road_panel_get_route (fixture->panel));
  /* What is left is the usual way, which says that it is cut. */
  g_assert_cmpuint (sb_road_route_get_drawn_flags (sb_road_panel_get_route (fixture->panel)), ==, SB_MAP_WAY_CUT);
  g_assert_nonnull (sb_road_route_get_drawn_way (sb_road_panel_get_route (fixture->panel)));
}

static GtkWidget *
find_activatable (GtkWidget *widget)
{
  if (ADW_IS_ACTION_ROW (widget) && gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_activatable (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A row leads to the restriction that lies there. */
static void
test_selects (Fixture *fixture,
              gconstpointer data)
{
  GtkWidget *row;

  sb_road_panel_set_conditions (fixture->panel, fixture->conditions);
  sb_road_panel_set_place (fixture->panel, SB_ROAD_END_FROM, "Bla");
  sb_road_panel_set_place (fixture->panel, SB_ROAD_END_TO, "Bamako");
  row = find_activatable (GTK_WIDGET (fixture->panel));
  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "activated");
  g_assert_nonnull (sb_session_get_selection (fixture->session));
  g_assert_cmpint (sb_ref_get_id (sb_session_get_selection (fixture->session)), ==, 7);
}

/* What is typed is meant by its beginning. One place is asked about alone: the roads to
 * it, and a row asks for the way from the end of that road. */
static void
test_one_place (Fixture *fixture,
                gconstpointer data)
{
  GtkWidget *to = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->panel), SB_TYPE_ROAD_PANEL, "to"));
  GtkWidget *row;
  SbPosition position;

  sb_road_panel_set_conditions (fixture->panel, fixture->conditions);
  gtk_editable_set_text (GTK_EDITABLE (to), "bam");
  g_assert_false (sb_road_panel_get_end (fixture->panel, SB_ROAD_END_TO, &position));
  g_signal_emit_by_name (to, "activate");
  g_assert_true (sb_road_panel_get_end (fixture->panel, SB_ROAD_END_TO, &position));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (to)), ==, "Bamako");
  g_assert_null (sb_road_panel_get_route (fixture->panel));

  row = find_activatable (GTK_WIDGET (fixture->panel));
  g_assert_nonnull (row);
  g_assert_nonnull (strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "–Bamako"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->panel), "way.ask", "u",
                                             g_variant_get_uint32 (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)))));
  g_assert_nonnull (sb_road_panel_get_route (fixture->panel));

  /* A position means the place on a road next to it. */
  sb_road_panel_set_place (fixture->panel, SB_ROAD_END_TO, "13.5, -6.2");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (to)), ==, "Ségou");
  sb_road_panel_set_place (fixture->panel, SB_ROAD_END_TO, "24, -5");
  g_assert_false (sb_road_panel_get_end (fixture->panel, SB_ROAD_END_TO, &position));
}

static void
test_cut_off (Fixture *fixture,
              gconstpointer data)
{
  sb_road_panel_set_conditions (fixture->panel, fixture->conditions);
  g_assert_null (sb_road_panel_get_cut_off (fixture->panel));
  sb_road_panel_set_asks_cut_off (fixture->panel, TRUE);
  g_assert_nonnull (sb_road_panel_get_cut_off (fixture->panel));
  g_assert_cmpuint (sb_road_panel_get_cut_off (fixture->panel)->len, ==, 1);
  g_assert_nonnull (find_activatable (GTK_WIDGET (fixture->panel)));

  /* From a place in another country it is cut off as well. */
  sb_road_panel_set_place (fixture->panel, SB_ROAD_END_FROM, "Dakar");
  g_assert_cmpuint (sb_road_panel_get_cut_off (fixture->panel)->len, ==, 1);
  sb_road_panel_set_asks_cut_off (fixture->panel, FALSE);
  g_assert_null (sb_road_panel_get_cut_off (fixture->panel));
}

#define ADD(path, function) g_test_add ("/widgets/road-panel/" path, Fixture, NULL, set_up, function, tear_down)

/* How light the samples of all answers are together. */
static double
measure_strokes (GtkWidget *widget)
{
  double lightness = 0;

  if (GTK_IS_DRAWING_AREA (widget))
    {
      cairo_surface_t *surface;

      gtk_widget_queue_draw (widget);
      surface = sb_test_draw (widget);
      lightness = sb_test_get_lightness (surface);
      cairo_surface_destroy (surface);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    lightness += measure_strokes (child);

  return lightness;
}

/* A road whose closure is denied is not shown as one that is closed. */
static void
test_denied (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (SbRoadConditions) denied = create_conditions ("ml-segou", TRUE);
  g_autoptr (SbRoadConditions) closed = create_conditions ("ml-segou", FALSE);
  GtkWindow *window = sb_test_show (GTK_WIDGET (fixture->panel), 400, 900);
  double strokes[2];

  for (guint i = 0; i < G_N_ELEMENTS (strokes); i++)
    {
      sb_road_panel_set_conditions (fixture->panel, i == 0 ? denied : closed);
      sb_road_panel_set_place (fixture->panel, SB_ROAD_END_TO, "Ségou");
      sb_test_wait_for_frame (GTK_WIDGET (fixture->panel));
      strokes[i] = measure_strokes (GTK_WIDGET (fixture->panel));
      g_assert_cmpfloat (strokes[i], >, 0);
    }

  g_assert_cmpfloat (fabs (strokes[0] - strokes[1]), >, 0.01);
  gtk_window_set_child (window, NULL);
  gtk_window_destroy (window);
}

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);

  ADD ("names", test_names);
  ADD ("position", test_position);
  ADD ("day", test_day);
  ADD ("selects", test_selects);
  ADD ("one-place", test_one_place);
  ADD ("cut-off", test_cut_off);
  ADD ("denied", test_denied);

  return sb_test_screen_run ();
}
