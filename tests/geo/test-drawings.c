/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-drawings.h"
#include "sb-record-builder.h"

#define SIDE 240

/* One degree is 20 pixels or so, around the middle of Mali. */
static const SbBounds bounds = { -10, 11, 2, 23 };

static SbRecord *
make_drawing (SbDrawingKind kind,
              const double *points,
              guint n_points)
{
  SbRecordBuilder *builder = sb_record_builder_new (&sb_drawing_schema);

  sb_record_builder_set_words (builder, SB_DRAWING_TITLE, "Zone", "Area");
  sb_record_builder_set_term (builder, SB_DRAWING_KIND, kind);
  for (guint i = 0; i < n_points; i++)
    {
      SbRecordBuilder *point = sb_record_builder_new (&sb_drawing_point_schema);

      sb_record_builder_set_real (point, SB_DRAWING_POINT_LATITUDE, points[2 * i]);
      sb_record_builder_set_real (point, SB_DRAWING_POINT_LONGITUDE, points[2 * i + 1]);
      sb_record_builder_take_item (builder, SB_DRAWING_POINTS, sb_record_builder_end (point));
    }
  return sb_record_builder_end (builder);
}

static const struct
{
  SbDrawingKind kind;
  double points[8];
  guint n_points;
  gboolean is_added;
} shapes[] = {
  { SB_DRAWING_KIND_AREA, { 14, -8, 14, 0, 20, 0, 20, -8 }, 4, TRUE },
  { SB_DRAWING_KIND_AREA, { 14, -8, 14, 0 }, 2, FALSE },
  { SB_DRAWING_KIND_LINE, { 17, -9, 17, 1 }, 2, TRUE },
  { SB_DRAWING_KIND_LINE, { 17, -9 }, 1, FALSE },
  { SB_DRAWING_KIND_ARROW, { 17, -9, 17, 1 }, 2, TRUE },
  { SB_DRAWING_KIND_LABEL, { 17, -4 }, 1, TRUE },
  { SB_DRAWING_KIND_LABEL, { 95, -4 }, 1, FALSE },
};

static SbMapFrame
get_frame (void)
{
  const SbRect rect = { 0, 0, SIDE, SIDE };

  return sb_map_frame_new (&bounds, &rect, 1);
}

/* How many pixels of an empty page are painted, each counted by how much. */
static double
measure_ink (SbDrawings *drawings)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  SbMapFrame frame = get_frame ();
  const unsigned char *data;
  double ink = 0;

  sb_drawings_paint (drawings, cr, &frame, SB_BASEMAP_STYLE_PRINT, SB_DRAWINGS_ALL);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      ink += data[y * cairo_image_surface_get_stride (surface) + 4 * x + 3] / 255.0;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ink;
}

static void
test_paint (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (SbRecord) drawing = make_drawing (shapes[i].kind, shapes[i].points, shapes[i].n_points);
      g_autoptr (SbDrawings) sourced = sb_drawings_new ();
      g_autoptr (SbDrawings) unsourced = sb_drawings_new ();

      g_test_message ("case %u", i);
      g_assert_true (sb_drawings_add (sourced, drawing, SB_LANGUAGE_FR, NULL, TRUE) == shapes[i].is_added);
      sb_drawings_add (unsourced, drawing, SB_LANGUAGE_FR, NULL, FALSE);
      g_assert_cmpuint (sb_drawings_get_n (sourced), ==, shapes[i].is_added ? 1 : 0);
      g_assert_true ((measure_ink (sourced) > 50) == shapes[i].is_added);
      /* What has no source is an outline. */
      if (shapes[i].is_added && (shapes[i].kind == SB_DRAWING_KIND_AREA || shapes[i].kind == SB_DRAWING_KIND_ARROW))
        g_assert_cmpfloat (measure_ink (unsourced), <, measure_ink (sourced) - 10);
    }
}

static void
test_pick (void)
{
  static const struct
  {
    double latitude;
    double longitude;
    int picked;
  } cases[] = {
    { 14, -4, 0 }, /* the lower side of the area */
    { 16, -8, 0 }, /* the side that closes it */
    { 16, -4, -1 }, /* in it, far from its sides */
    { 17, -4, 1 }, /* the line across it */
    { 17, 0.9, 1 },
    { 11.5, 1.5, -1 },
  };
  g_autoptr (SbDrawings) drawings = sb_drawings_new ();
  g_autoptr (SbRecord) area = make_drawing (shapes[0].kind, shapes[0].points, shapes[0].n_points);
  g_autoptr (SbRecord) line = make_drawing (shapes[2].kind, shapes[2].points, shapes[2].n_points);
  SbMapFrame frame = get_frame ();

  g_assert_true (sb_drawings_add (drawings, area, SB_LANGUAGE_EN, NULL, TRUE));
  g_assert_true (sb_drawings_add (drawings, line, SB_LANGUAGE_EN, NULL, TRUE));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SbPoint point = sb_map_frame_to_page (&frame, (SbPosition) { cases[i].longitude, cases[i].latitude });

      g_test_message ("case %u", i);
      g_assert_cmpint (sb_drawings_pick (drawings, &frame, point, 6), ==, cases[i].picked);
    }
}

static void
test_bounds (void)
{
  g_autoptr (SbDrawings) drawings = sb_drawings_new ();
  g_autoptr (SbRecord) line = make_drawing (shapes[2].kind, shapes[2].points, shapes[2].n_points);
  SbBounds empty = sb_drawings_get_bounds (drawings);
  SbBounds all;

  g_assert_true (sb_bounds_is_empty (&empty));
  sb_drawings_add (drawings, line, SB_LANGUAGE_EN, NULL, TRUE);
  all = sb_drawings_get_bounds (drawings);
  g_assert_cmpfloat (all.west, ==, -9);
  g_assert_cmpfloat (all.east, ==, 1);
  g_assert_cmpfloat (all.north, ==, 17);
}

/* A title lies beside its line, however that goes, and not across it. */
static void
test_titles (void)
{
  static const struct
  {
    double points[8]; /* latitude, longitude */
    guint n_points;
  } cases[] = {
    { { 17, -9, 17, 1 }, 2 },
    { { 12, -4, 22, -4 }, 2 },
    { { 22, -4, 12, -4 }, 2 },
    { { 13, -8, 20, -1 }, 2 },
    { { 20, -8, 13, -1 }, 2 },
    { { 14, -8, 20, -4, 14, 0 }, 3 },
    { { 14, -7, 19, -7, 19, -3, 14, -3 }, 4 },
  };
  const SbMapFrame frame = get_frame ();
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbRecord) drawing = make_drawing (SB_DRAWING_KIND_ARROW, cases[i].points, cases[i].n_points);
      g_autoptr (SbDrawings) drawings = sb_drawings_new ();
      g_autoptr (GArray) boxes = NULL;

      g_test_message ("case %u", i);
      sb_drawings_add (drawings, drawing, SB_LANGUAGE_FR, NULL, TRUE);
      boxes = sb_drawings_list_titles (drawings, cr, &frame);
      g_assert_cmpuint (boxes->len, ==, 1);
      for (guint k = 1; k < cases[i].n_points; k++)
        {
          SbPoint from = sb_map_frame_to_page (&frame, (SbPosition) { cases[i].points[2 * k - 1], cases[i].points[2 * k - 2] });
          SbPoint to = sb_map_frame_to_page (&frame, (SbPosition) { cases[i].points[2 * k + 1], cases[i].points[2 * k] });

          g_assert_false (sb_clip_segment (&from, &to, &g_array_index (boxes, SbRect, 0)));
        }
    }

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/drawings/paint", test_paint);
  g_test_add_func ("/geo/drawings/pick", test_pick);
  g_test_add_func ("/geo/drawings/bounds", test_bounds);
  g_test_add_func ("/geo/drawings/titles", test_titles);

  return g_test_run ();
}
