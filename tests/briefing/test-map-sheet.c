/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-map-sheet.h"

#include "briefing-fixture.h"

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
  fixture->input = fixture_new_input (6);
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
    g_assert_true (sb_map_sheet_add (sheet, fixture->input, SB_MAP_LAYERS_ALL));
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

static cairo_surface_t *
render (PopplerDocument *document)
{
  PopplerPage *page = poppler_document_get_page (document, 0);
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (WIDTH * DPI / 72), (int) (HEIGHT * DPI / 72));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, DPI / 72, DPI / 72);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  g_object_unref (page);
  return surface;
}

/* The mean difference of the channels of two pictures, 0 to 255. */
static double
compare_pictures (cairo_surface_t *a,
                  cairo_surface_t *b)
{
  int height = cairo_image_surface_get_height (a);
  int stride = cairo_image_surface_get_stride (a);
  const guint8 *one = cairo_image_surface_get_data (a);
  const guint8 *other = cairo_image_surface_get_data (b);
  double sum = 0;

  g_assert_cmpint (height, ==, cairo_image_surface_get_height (b));
  g_assert_cmpint (stride, ==, cairo_image_surface_get_stride (b));
  for (int i = 0; i < height * stride; i++)
    sum += ABS ((int) one[i] - (int) other[i]);
  return sum / (height * stride * 0.75);
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
      cairo_surface_t *paper = render (document);
      cairo_surface_t *picture = cairo_image_surface_create_from_png (png);

      g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
      g_assert_cmpfloat (compare_pictures (picture, paper), <, 2);
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

static void
test_limits (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (SbMapSheet) sheet = make_sheet (fixture, SB_MAP_SHEET_MAX_MAPS);
  g_autofree char *path = g_build_filename (fixture->folder, "none", "carte.pdf", NULL);
  g_autoptr (GError) error = NULL;
  SbMapSheetFormat format;

  g_assert_false (sb_map_sheet_add (sheet, fixture->input, SB_MAP_LAYERS_ALL));
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
  g_test_add ("/briefing/map-sheet/limits", Fixture, NULL, set_up, test_limits, tear_down);

  return g_test_run ();
}
