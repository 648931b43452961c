/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-map-sheet.h"

#include "map-fixture.h"
#include "sb-edition.h"
#include "sb-pdf-writer.h"
#include "sb-test-picture.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#define WIDTH  600.0
#define HEIGHT 420.0
#define DPI    96.0

static const SbMapSheetSize size = { WIDTH, HEIGHT, DPI / 72 };

typedef struct
{
  char *folder; /* (owned) */
  SbBasemapPainter *painter; /* (owned) */
  SbBriefingInput *input; /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SbBasemap) basemap = sb_basemap_new (&error);

  g_assert_no_error (error);
  fixture->painter = sb_basemap_painter_new (basemap);
  fixture->input = map_fixture_new_input ();
  fixture->folder = g_dir_make_tmp ("sb-map-sheet-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  sb_basemap_painter_unref (fixture->painter);
  sb_briefing_input_unref (fixture->input);
}

static SbMapSheet *
make_sheet (Fixture *fixture,
            guint n_maps)
{
  SbMapSheet *sheet = sb_map_sheet_new (fixture->painter, SB_LANGUAGE_FR, "Une carte");

  for (guint i = 0; i < n_maps; i++)
    g_assert_true (sb_map_sheet_add (sheet, fixture->input, SB_MAP_LAYERS_ALL, NULL));
  return sheet;
}

static char *
write_sheet (Fixture *fixture,
             SbMapSheet *sheet,
             const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  SbMapSheetFormat format;

  g_assert_true (sb_map_sheet_format_from_path (path, &format));
  sb_map_sheet_write (sheet, path, format, &size, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

static PopplerDocument *
open_pdf (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, &error);

  g_assert_no_error (error);
  return document;
}

/* What is drawn as a picture is what is on paper, be it one map or several. */
static void
test_same (Fixture *fixture,
           gconstpointer data)
{
  static const guint counts[] = { 1, 3, SB_MAP_SHEET_MAX_MAPS };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (SbMapSheet) sheet = make_sheet (fixture, counts[i]);
      g_autofree char *pdf = write_sheet (fixture, sheet, "carte.pdf");
      g_autofree char *png = write_sheet (fixture, sheet, "carte.PNG");
      PopplerDocument *document = open_pdf (pdf);
      cairo_surface_t *paper = sb_test_picture_new_for_page (document, 0, WIDTH, HEIGHT, DPI);
      cairo_surface_t *picture = cairo_image_surface_create_from_png (png);

      g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
      /* Hairlines of patterns differ a little; a line of the legend that is set
         elsewhere is seen. */
      g_assert_cmpfloat (sb_test_picture_compare (picture, paper), <, 3);
      cairo_surface_destroy (paper);
      cairo_surface_destroy (picture);
      g_object_unref (document);
      g_unlink (pdf);
      g_unlink (png);
    }
}

static void
test_vectors (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (SbMapSheet) sheet = make_sheet (fixture, 1);
  g_autofree char *svg = write_sheet (fixture, sheet, "carte.svg");
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (svg, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "<svg"));
  g_assert_nonnull (strstr (contents, "<path"));
  /* A map of pixels would be an image in it. */
  g_assert_null (strstr (contents, "<image"));
  g_unlink (svg);
}

static char *
read_text (Fixture *fixture,
           SbMapSheet *sheet)
{
  g_autofree char *pdf = write_sheet (fixture, sheet, "carte.pdf");
  PopplerDocument *document = open_pdf (pdf);
  PopplerPage *page = poppler_document_get_page (document, 0);
  char *text = poppler_page_get_text (page);

  g_object_unref (page);
  g_object_unref (document);
  g_unlink (pdf);
  return text;
}

/* A map of an extent of its own leaves out what lies beyond, and says in its legend
 * nothing of it. */
static void
test_bounds (Fixture *fixture,
             gconstpointer data)
{
  const SbBounds north = { -4, 17, 3, 21 };
  g_autoptr (SbMapSheet) sheet = make_sheet (fixture, 1);
  g_autofree char *whole = read_text (fixture, sheet);
  g_autofree char *part = NULL;

  g_assert_nonnull (strstr (whole, "Une carte"));
  g_assert_nonnull (strstr (whole, "Bamako"));
  g_assert_nonnull (strstr (whole, "Combat"));
  sb_map_sheet_set_bounds (sheet, &north);
  part = read_text (fixture, sheet);
  g_assert_nonnull (strstr (part, "Une carte"));
  g_assert_null (strstr (part, "Bamako"));
  g_assert_null (strstr (part, "Combat"));
}

static char *
read_layers (Fixture *fixture,
             SbMapLayers layers)
{
  const SbBounds all = { -13, 10, 5, 21 };
  g_autoptr (SbMapSheet) sheet = sb_map_sheet_new (fixture->painter, SB_LANGUAGE_FR, NULL);
  char *text;

  g_assert_true (sb_map_sheet_add (sheet, fixture->input, layers, NULL));
  sb_map_sheet_set_bounds (sheet, &all);
  text = read_text (fixture, sheet);
  return g_strdelimit (text, "\n", ' ');
}

/* Each layer is explained where it is shown, and nowhere else. Drawings have no
 * legend, and their titles are outlines. */
static void
test_layers (Fixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    SbMapLayers layer;
    const char *words;
  } layers[] = {
    { SB_MAP_LAYER_EVENTS, "Combat" },
    { SB_MAP_LAYER_CONTROL, "Les sources divergent" },
    { SB_MAP_LAYER_ROADS, "Route coupée selon les uns" },
    { SB_MAP_LAYER_RESTRICTIONS, "Restriction visant toute une zone" },
    { SB_MAP_LAYER_ZONES, "Ministère du Voyage" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      g_autofree char *text = read_layers (fixture, layers[i].layer);

      for (guint k = 0; k < G_N_ELEMENTS (layers); k++)
        if ((strstr (text, layers[k].words) != NULL) != (i == k))
          g_error ("map of layer %u: “%s” in: %s", i, layers[k].words, text);
    }
}

/* The window draws every road in its state, and so does its paper; a frame of a
 * briefing only what something lies on. */
static void
test_network (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *all = read_layers (fixture, SB_MAP_LAYERS_ALL);
  g_autofree char *frame = read_layers (fixture, SB_MAP_LAYERS_FRAME);

  g_assert_nonnull (strstr (all, "Route coupée selon les uns"));
  g_assert_nonnull (strstr (all, "Route ouverte"));
  g_assert_nonnull (strstr (frame, "Route coupée selon les uns"));
  g_assert_null (strstr (frame, "Route ouverte"));
}

/* What is denied the day after is not denied on the map, by its roads and by its places. */
static void
test_denied (Fixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *day;
    gboolean is_denied;
  } cases[] = { { "2026-04-29", TRUE }, { "2026-04-30", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      sb_briefing_input_unref (fixture->input);
      fixture->input = map_fixture_new_input_denied (cases[i].day);
      text = read_layers (fixture, SB_MAP_LAYER_ROADS);
      g_assert_nonnull (strstr (text, "Route coupée"));
      g_assert_cmpint (strstr (text, "selon les uns") != NULL, ==, cases[i].is_denied);
    }
}

/* Events are on paper as the window has them: put together and numbered, also what was
 * only said and what is known to a country alone. */
static void
test_events (Fixture *fixture,
             gconstpointer data)
{
  const SbBounds all = { -13, 10, 5, 21 };
  SbEventIndexBuilder *builder = sb_event_index_builder_new ();
  SbEventFilter filter = SB_EVENT_FILTER_ALL;
  SbEventSpot spot = { .type = SB_EVENT_TYPE_POLITICS, .subtype = -1, .has_position = TRUE, .position = { -2, 17 }, .precision = SB_PLACE_PRECISION_COUNTRY };
  g_autoptr (SbMapSheet) sheet = sb_map_sheet_new (fixture->painter, SB_LANGUAGE_FR, NULL);
  g_autoptr (SbEventIndex) index = NULL;
  g_autofree char *text = NULL;

  for (spot.id = 1; spot.id <= 47; spot.id++)
    sb_event_index_builder_add (builder, &spot);
  index = sb_event_index_builder_end (builder);
  g_assert_true (sb_map_sheet_add (sheet, fixture->input, SB_MAP_LAYER_EVENTS, &(SbMapScene) { .index = index, .filter = &filter }));
  sb_map_sheet_set_bounds (sheet, &all);
  text = g_strdelimit (read_text (fixture, sheet), "\n", ' ');
  g_assert_nonnull (strstr (text, "Politique et diplomatie"));
  g_assert_nonnull (strstr (text, "événements regroupés"));
  g_assert_nonnull (strstr (text, "47"));
  g_assert_null (strstr (text, "Combat"));
}

/* What the window has beside records is on paper as well, explained in the legend, and as
 * lines and letters also where a layer lets what is below through. */
static void
test_scene (Fixture *fixture,
            gconstpointer data)
{
  static const char *const rows[] = { "camps.kml", "pas sûrement ouvert", "Départ de l’itinéraire", "Arrivée de l’itinéraire", "Lieu isolé", "Dessiné par l’analyste" };
  static const SbPosition points[] = { { -6, 13 }, { -3, 14 } };
  const SbBounds all = { -13, 10, 5, 21 };
  g_autoptr (SbEventIndex) index = sb_event_index_builder_end (sb_event_index_builder_new ());
  SbEventFilter filter = SB_EVENT_FILTER_ALL;
  SbOverlay *overlay = sb_overlay_new ();
  g_autoptr (GPtrArray) overlays = g_ptr_array_new_with_free_func ((GDestroyNotify) sb_overlay_unref);
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (SbPosition));
  g_autoptr (SbMapWay) way = NULL;
  double opacities[SB_N_MAP_LAYERS];
  const SbMapLayers turned_on[] = { SB_MAP_LAYERS_ALL, SB_MAP_LAYERS_ALL & ~(SB_MAP_LAYER_OVERLAYS | SB_MAP_LAYER_WAY | SB_MAP_LAYER_DRAWINGS) };

  sb_overlay_begin_shape (overlay, SB_SHAPE_LINE, NULL);
  sb_overlay_begin_part (overlay);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    sb_overlay_add_point (overlay, points[i]);
  sb_overlay_set_title (overlay, "camps.kml");
  g_ptr_array_add (overlays, overlay);
  g_array_append_vals (line, points, G_N_ELEMENTS (points));
  way = sb_map_way_new (line, SB_MAP_WAY_DEFAULT, &points[0], &points[1], line);
  for (guint i = 0; i < SB_N_MAP_LAYERS; i++)
    opacities[i] = 0.5;

  for (guint i = 0; i < G_N_ELEMENTS (turned_on); i++)
    {
      g_autoptr (SbMapSheet) sheet = sb_map_sheet_new (fixture->painter, SB_LANGUAGE_FR, NULL);
      g_autofree char *text = NULL;
      g_autofree char *svg = NULL;
      g_autofree char *contents = NULL;

      g_assert_true (sb_map_sheet_add (sheet, fixture->input, turned_on[i], &(SbMapScene) { index, &filter, overlays, way, opacities }));
      sb_map_sheet_set_bounds (sheet, &all);
      text = g_strdelimit (read_text (fixture, sheet), "\n", ' ');
      for (guint k = 0; k < G_N_ELEMENTS (rows); k++)
        if ((strstr (text, rows[k]) != NULL) != (i == 0))
          g_error ("map %u: “%s” in: %s", i, rows[k], text);
      svg = write_sheet (fixture, sheet, "carte.svg");
      g_assert_true (g_file_get_contents (svg, &contents, NULL, NULL));
      g_assert_null (strstr (contents, "<image"));
      g_assert_nonnull (strstr (contents, "opacity"));
      g_unlink (svg);
    }
}

/* What the window shows of a briefing with maps of all layers is what is printed. */
static void
test_preview (Fixture *fixture,
              gconstpointer data)
{
  static const char text[] = "[Template]\nName=x\nBlocks=one;three\n[one]\nKind=map\nHeight=330\nTitle=All of it\n"
                             "[three]\nKind=maps\nHeight=330\nDates=first;as-of-3;as-of\nExtent=ml\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (SbTemplate) template = sb_template_new_from_bytes (bytes, &error);
  g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (SB_PAPER_A4);
  g_autoptr (SbEdition) edition = NULL;
  g_autoptr (GBytes) pdf = NULL;
  double width = sb_paper_get_width (SB_PAPER_A4), height = sb_paper_get_height (SB_PAPER_A4);
  PopplerDocument *document;

  g_assert_no_error (error);
  edition = sb_edition_new (template, fixture->input, SB_LANGUAGE_FR, typesetter, fixture->painter);
  pdf = sb_pdf_render (sb_edition_get_sheets (edition), &error);
  g_assert_no_error (error);
  document = poppler_document_new_from_bytes (pdf, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
  {
    cairo_surface_t *paper = sb_test_picture_new_for_page (document, 0, width, height, DPI);
    cairo_surface_t *preview = sb_test_picture_new (width, height, DPI);
    cairo_surface_t *white = sb_test_picture_new (width, height, DPI);
    cairo_t *cr = cairo_create (preview);

    cairo_scale (cr, DPI / 72, DPI / 72);
    sb_sheets_draw (sb_edition_get_sheets (edition), 0, cr);
    cairo_destroy (cr);
    g_assert_cmpfloat (sb_test_picture_compare (preview, white), >, 3);
    g_assert_cmpfloat (sb_test_picture_compare (preview, paper), <, 2);
    cairo_surface_destroy (paper);
    cairo_surface_destroy (preview);
    cairo_surface_destroy (white);
  }
  g_object_unref (document);
}

static void
test_limits (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (SbMapSheet) sheet = make_sheet (fixture, SB_MAP_SHEET_MAX_MAPS);
  g_autofree char *path = g_build_filename (fixture->folder, "none", "carte.pdf", NULL);
  g_autoptr (GError) error = NULL;
  SbMapSheetFormat format;

  g_assert_false (sb_map_sheet_add (sheet, fixture->input, SB_MAP_LAYERS_ALL, NULL));
  g_assert_false (sb_map_sheet_format_from_path ("carte.gif", &format));
  g_assert_false (sb_map_sheet_write (sheet, path, SB_MAP_SHEET_PDF, &size, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/briefing/map-sheet/same", Fixture, NULL, set_up, test_same, tear_down);
  g_test_add ("/briefing/map-sheet/vectors", Fixture, NULL, set_up, test_vectors, tear_down);
  g_test_add ("/briefing/map-sheet/bounds", Fixture, NULL, set_up, test_bounds, tear_down);
  g_test_add ("/briefing/map-sheet/layers", Fixture, NULL, set_up, test_layers, tear_down);
  g_test_add ("/briefing/map-sheet/network", Fixture, NULL, set_up, test_network, tear_down);
  g_test_add ("/briefing/map-sheet/denied", Fixture, NULL, set_up, test_denied, tear_down);
  g_test_add ("/briefing/map-sheet/events", Fixture, NULL, set_up, test_events, tear_down);
  g_test_add ("/briefing/map-sheet/scene", Fixture, NULL, set_up, test_scene, tear_down);
  g_test_add ("/briefing/map-sheet/preview", Fixture, NULL, set_up, test_preview, tear_down);
  g_test_add ("/briefing/map-sheet/limits", Fixture, NULL, set_up, test_limits, tear_down);

  return g_test_run ();
}
