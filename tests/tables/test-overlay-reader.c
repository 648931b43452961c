/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-overlay-reader.h"
#include "sb-table-error.h"

#include <string.h>

/* What an overlay holds, in short: for each shape its kind and name. */
static char *
describe (SbOverlay *overlay)
{
  static const char *const kinds[] = { "point", "line", "area" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sb_overlay_get_n_shapes (overlay); i++)
    {
      const char *name = sb_overlay_get_name (overlay, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", kinds[sb_overlay_get_kind (overlay, i)],
                              name != NULL ? name : "-");
    }
  g_string_append_printf (text, ": %u", sb_overlay_get_n_points (overlay));
  return g_string_free (text, FALSE);
}

#define KML(text) "<?xml version=\"1.0\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>" text "</Document></kml>"
#define GPX(text) "<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\">" text "</gpx>"

static void
test_read (void)
{
  static const struct
  {
    const char *text;
    const char *description; /* shapes, then the number of points */
  } cases[] = {
    /* The type and the name of a feature come after what they are of. */
    { "{\"features\":[{\"geometry\":{\"coordinates\":[-3,16.7,250],\"type\":\"Point\"},\"properties\":{\"pop\":[1,{\"name\":"
      "\"x\"}],\"title\":\"Autre\",\"nom\":\"Tombouctou\"},\"type\":\"Feature\"}],\"type\":\"FeatureCollection\"}",
      "point Tombouctou: 1" },
    { "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[1,0],[1,1],[0,0]],[[0.1,0],[0.2,0],[0.2,0.1]]],[[[5,5],[6,5],[6,"
      "6]]]]}",
      "area -: 10" },
    { "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,4]]},{\"type\":"
      "\"MultiLineString\",\"coordinates\":[[[1,2],[3,4]],[[5,6],[7,8]]]}]}",
      "point -, line -: 6" },
    { "{\"type\":\"Feature\",\"geometry\":null,\"properties\":null,\"bbox\":[1,2,3,4],\"x\":{\"type\":\"Point\",\"coordinates\":"
      "[1,1]},\"geometry\":{\"type\":\"Point\",\"coordinates\":[2,2]}}",
      "point -: 1" },
    /* What is on no world is left out. */
    { "{\"type\":\"LineString\",\"coordinates\":[[1,2],[181,2],[1,91],[3,4]]}", "line -: 2" },
    { KML ("<Folder><name>Dossier</name><Placemark><name>Poste</name><Point><coordinates>-3,16.7,0 </coordinates></Point>"
           "</Placemark></Folder>"),
      "point Poste: 1" },
    { KML ("<Placemark><name>Zone</name><MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0\n1,1 0,0"
           "</coordinates></LinearRing></outerBoundaryIs><innerBoundaryIs><LinearRing><coordinates>0.1,0.1 0.2,0.1 0.2,0.2"
           "</coordinates></LinearRing></innerBoundaryIs></Polygon><LineString><coordinates>5,5 6,6</coordinates>"
           "</LineString></MultiGeometry></Placemark>"),
      "area Zone, line Zone: 9" },
    { GPX ("<wpt lat=\"16.7\" lon=\"-3\"><name>Puits</name></wpt><rte><name>Axe</name><rtept lat=\"1\" lon=\"2\"/><rtept "
           "lat=\"3\" lon=\"4\"/></rte><trk><trkseg><trkpt lat=\"1\" lon=\"2\"/><trkpt lat=\"x\" lon=\"2\"/></trkseg><trkseg>"
           "<trkpt lat=\"5\" lon=\"6\"/></trkseg></trk>"),
      "point Puits, line Axe, line -: 5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (SbOverlay) overlay = sb_overlay_read (bytes, &error);
      g_autofree char *description = NULL;

      g_assert_no_error (error);
      description = describe (overlay);
      g_assert_cmpstr (description, ==, cases[i].description);
    }
}

static void
test_refuse (void)
{
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "", SB_TABLE_ERROR_EMPTY },
    { " \n", SB_TABLE_ERROR_EMPTY },
    { "<!doctype html><html><body>Non</body></html>", SB_TABLE_ERROR_HTML },
    { "a;b;c", SB_TABLE_ERROR_UNKNOWN },
    { "{}", SB_TABLE_ERROR_UNKNOWN },
    { "{\"type\":\"Point\",\"coordinates\":[1,", SB_TABLE_ERROR_MALFORMED },
    { "{\"type\":\"Point\",\"coordinates\":[1,\"2\"]}", SB_TABLE_ERROR_MALFORMED },
    { "{\"features\":[3]}", SB_TABLE_ERROR_MALFORMED },
    { "<svg></svg>", SB_TABLE_ERROR_UNKNOWN },
    { KML (""), SB_TABLE_ERROR_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;

      g_assert_null (sb_overlay_read (bytes, &error));
      g_assert_error (error, SB_TABLE_ERROR, cases[i].code);
    }
}

/* Nested as deep as no file is, it ends. */
static void
test_depth (void)
{
  g_autoptr (GString) text = g_string_new ("{\"type\":\"Point\",\"coordinates\":");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  bytes = g_bytes_new (text->str, text->len);
  g_assert_null (sb_overlay_read (bytes, &error));
  g_assert_error (error, SB_TABLE_ERROR, SB_TABLE_ERROR_MALFORMED);
}

#define SIDE 200

static guint32
get_pixel (cairo_surface_t *surface,
           const SbMapFrame *frame,
           double longitude,
           double latitude)
{
  SbPoint point = sb_map_frame_to_page (frame, (SbPosition) { longitude, latitude });
  const guint32 *pixels = (const guint32 *) (void *) cairo_image_surface_get_data (surface);

  return pixels[(guint) point.y * (guint) cairo_image_surface_get_stride (surface) / 4 + (guint) point.x];
}

/* An area is filled but for its hole, and nothing is drawn outside. */
static void
test_draw (void)
{
  static const char text[] = "{\"type\":\"Polygon\",\"coordinates\":[[[0,10],[10,10],[10,20],[0,20],[0,10]],[[4,14],[6,14],[6,16],"
                             "[4,16],[4,14]]]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SbOverlay) overlay = sb_overlay_read (bytes, &error);
  const SbBounds bounds = { -5, 5, 15, 25 };
  const SbRect rect = { 0, 0, SIDE, SIDE };
  SbMapFrame frame = sb_map_frame_new (&bounds, &rect, 1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);

  g_assert_no_error (error);
  sb_overlay_draw (overlay, cr, &frame, SB_BASEMAP_STYLE_LIGHT, 0);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  g_assert_cmphex (get_pixel (surface, &frame, 2, 12), !=, 0);
  g_assert_cmphex (get_pixel (surface, &frame, 5, 15), ==, 0);
  g_assert_cmphex (get_pixel (surface, &frame, -3, 15), ==, 0);
  cairo_surface_destroy (surface);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tables/overlay-reader/read", test_read);
  g_test_add_func ("/tables/overlay-reader/refuse", test_refuse);
  g_test_add_func ("/tables/overlay-reader/depth", test_depth);
  g_test_add_func ("/tables/overlay-reader/draw", test_draw);

  return g_test_run ();
}
