/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-area-layer.h"

#include "sb-map-view.h"
#include "sb-test-screen.h"

/* Kidal. */
#define LATITUDE  18.44
#define LONGITUDE 1.41

/* A disc around Kidal of which @line is said. */
static GListModel *
create_areas (gint64 id,
              const char *line,
              SbAreaZone zone)
{
  g_autoptr (SbRef) place = sb_ref_new (SB_KIND_PLACE, 1, NULL, NULL);
  g_autoptr (SbRef) record = sb_ref_new (zone != SB_AREA_ZONE_NONE ? SB_KIND_ZONE : SB_KIND_CONTROL, id, NULL, NULL);
  g_autoptr (SbMapArea) area = NULL;
  GListStore *areas = g_list_store_new (SB_TYPE_MAP_AREA);
  GPtrArray *lines[SB_N_LANGUAGES];
  const SbArea shape = {
    .centre = sb_mercator_project ((SbPosition) { LONGITUDE, LATITUDE }),
    .radius_km = 15,
    .holds = { { .manner = SB_AREA_MANNER_CONTROLS, .family = SB_ACTOR_FAMILY_STATE_FORCE } },
    .n_holds = zone == SB_AREA_ZONE_NONE ? 1 : 0,
    .zone = zone,
  };

  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    {
      lines[language] = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (lines[language], g_strdup ("Kidal"));
      g_ptr_array_add (lines[language], g_strdup (line));
    }
  area = sb_map_area_new (&shape, NULL, place, record, lines);
  for (SbLanguage language = 0; language < SB_N_LANGUAGES; language++)
    g_ptr_array_unref (lines[language]);
  g_list_store_append (areas, area);
  return G_LIST_MODEL (areas);
}

typedef struct
{
  SbMapView *map;
  const char *text; /* (nullable) what is to be said of Kidal */
} Expected;

/* Whatever the pointer meets at Kidal tells of all that is said of it. */
static gboolean
is_told (gpointer data)
{
  const Expected *expected = data;
  ShumateMap *map = sb_map_view_get_map (expected->map);
  g_autofree char *text = NULL;
  GtkWidget *met;
  double x;
  double y;

  shumate_viewport_location_to_widget_coords (shumate_map_get_viewport (map), GTK_WIDGET (map), LATITUDE, LONGITUDE, &x, &y);
  met = gtk_widget_pick (GTK_WIDGET (map), x, y + 4, GTK_PICK_DEFAULT);
  if (SB_IS_AREA_LAYER (met))
    text = sb_area_layer_dup_text_at (SB_AREA_LAYER (met), x, y + 4);
  return g_strcmp0 (text, expected->text) == 0;
}

/* A zone hides who holds the place on the map, and yet both are told. */
static void
test_text (void)
{
  SbMapView *map = SB_MAP_VIEW (g_object_ref_sink (sb_map_view_new ()));
  GtkWindow *window = sb_test_show (GTK_WIDGET (map), 600, 500);
  g_autoptr (GListModel) held = create_areas (2, "the army, controls", SB_AREA_ZONE_NONE);
  g_autoptr (GListModel) zones = create_areas (3, "red", SB_AREA_ZONE_RED);

  sb_map_view_show_bounds (map, &(SbBounds) { 1.1, 18.1, 1.7, 18.7 });
  sb_map_view_set_held_areas (map, held);
  sb_map_view_set_travel_zones (map, zones);
  sb_test_wait (is_told, &(Expected) { map, "Kidal\nthe army, controls" });
  sb_map_view_show_layer (map, "zones");
  sb_test_wait (is_told, &(Expected) { map, "Kidal\nred\n\nKidal\nthe army, controls" });
  sb_map_view_set_held_areas (map, NULL);
  sb_test_wait (is_told, &(Expected) { map, "Kidal\nred" });
  sb_map_view_set_travel_zones (map, NULL);
  sb_test_wait (is_told, &(Expected) { map, NULL });

  g_object_unref (map);
  sb_test_close (window);
}

int
main (int argc,
      char *argv[])
{
  sb_test_screen_init (&argc, &argv);

  g_test_add_func ("/widgets/area-layer/text", test_text);

  return sb_test_screen_run ();
}
