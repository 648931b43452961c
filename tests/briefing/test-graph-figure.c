/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-graph-sheet.h"

#include "sb-test-graph.h"

#include <glib/gstdio.h>
#include <string.h>

#define WIDTH  600
#define HEIGHT 400

typedef struct
{
  SbTestTie ties[2];
  const char *differs; /* what is meant to be seen */
} Case;

static SbGraphFigure *
make_figure_of (const SbTestActor *actors,
                const SbTestTie *ties,
                const SbTestAlliance *alliances)
{
  g_autoptr (SbGraphInput) input = sb_test_graph_input_new (actors, ties, alliances);
  g_autoptr (SbActorGraph) graph = NULL;
  g_autoptr (SbGraphLayout) layout = NULL;
  g_autoptr (GError) error = NULL;
  int day;

  g_assert_true (sb_day_parse ("2026-04-30", &day));
  graph = sb_actor_graph_new (input, day, NULL);
  layout = sb_graph_layout_new (graph, NULL, NULL, &error);
  g_assert_no_error (error);
  return sb_graph_figure_new (graph, layout, SB_LANGUAGE_FR);
}

static SbGraphFigure *
make_figure (const SbTestTie *ties,
             const SbTestAlliance *alliances)
{
  static const SbTestActor actors[] = {
    { "A" },
    { "B" },
    { "C" },
    { "D" },
    { NULL }
  };

  return make_figure_of (actors, ties, alliances);
}

static cairo_surface_t *
draw (const SbGraphFigure *figure,
      SbBasemapStyle style,
      const SbGraphEmphasis *emphasis)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  SbGraphFrame frame = sb_graph_figure_fit (figure, WIDTH, HEIGHT, 1);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  sb_graph_figure_draw (figure, cr, &frame, style, emphasis);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* How many pixels are another, and as grey: colour alone says nothing. */
static guint
count_differences (cairo_surface_t *a,
                   cairo_surface_t *b)
{
  guint n = 0;

  for (int y = 0; y < HEIGHT; y++)
    {
      const guint8 *one = cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a);
      const guint8 *other = cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b);

      for (int x = 0; x < WIDTH; x++)
        {
          int grey = one[4 * x] + one[4 * x + 1] * 6 + one[4 * x + 2] * 3;
          int other_grey = other[4 * x] + other[4 * x + 1] * 6 + other[4 * x + 2] * 3;

          n += ABS (grey - other_grey) > 400 ? 1 : 0;
        }
    }

  return n;
}

/* Each sign is told from the plain line of an alliance, on grey paper as well. */
static void
test_signs (void)
{
  static const Case cases[] = {
    { { { "A", SB_RELATION_KIND_OPPOSES, "B", "2020", NULL, 1 } }, "opposition" },
    { { { "A", SB_RELATION_KIND_NEGOTIATES_WITH, "B", "2020", NULL, 1 } }, "talks" },
    { { { "A", SB_RELATION_KIND_PART_OF, "B", "2020", NULL, 1 } }, "belonging" },
    { { { "A", SB_RELATION_KIND_ALLIED_WITH, "B", "2020", NULL, 0 } }, "no source" },
    { { { "A", SB_RELATION_KIND_ALLIED_WITH, "B", "2020", NULL, 5 } }, "many sources" },
    { { { "A", SB_RELATION_KIND_ALLIED_WITH, "B", NULL, NULL, 1 } }, "possibly" },
  };
  static const SbTestTie plain[] = { { "A", SB_RELATION_KIND_ALLIED_WITH, "B", "2020", NULL, 1 }, { NULL } };
  g_autoptr (SbGraphFigure) figure = make_figure (plain, NULL);
  cairo_surface_t *usual = draw (figure, SB_BASEMAP_STYLE_PRINT, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SbGraphFigure) other = make_figure (cases[i].ties, NULL);
      cairo_surface_t *drawn = draw (other, SB_BASEMAP_STYLE_PRINT, NULL);

      g_test_message ("%s", cases[i].differs);
      g_assert_cmpuint (count_differences (usual, drawn), >, 15);
      cairo_surface_destroy (drawn);
    }

  cairo_surface_destroy (usual);
}

/* What is drawn at a point is what is found there. */
static void
test_find (void)
{
  static const SbTestTie ties[] = {
    { "A", SB_RELATION_KIND_ALLIED_WITH, "B", "2020" },
    { "B", SB_RELATION_KIND_OPPOSES, "A", "2020" },
    { "B", SB_RELATION_KIND_OPPOSES, "C", "2020" },
    { NULL }
  };
  g_autoptr (SbGraphFigure) figure = make_figure (ties, NULL);
  SbGraphFrame frame = sb_graph_figure_fit (figure, WIDTH, HEIGHT, 1);
  SbActorGraph *graph = sb_graph_figure_get_graph (figure);
  SbPoint b = sb_graph_figure_get_point (figure, &frame, 1);
  SbPoint c = sb_graph_figure_get_point (figure, &frame, 2);
  g_autofree char *text = sb_graph_figure_describe_tie (figure, 2);

  for (guint i = 0; i < sb_actor_graph_get_n_nodes (graph); i++)
    {
      SbPoint at = sb_graph_figure_get_point (figure, &frame, i);

      g_assert_cmpint (sb_graph_figure_find_node (figure, &frame, at.x + 3, at.y - 2), ==, (int) i);
      g_assert_true (at.x > 0 && at.y > 0 && at.x < WIDTH && at.y < HEIGHT);
    }

  g_assert_cmpint (sb_graph_figure_find_node (figure, &frame, -50, -50), ==, -1);
  g_assert_cmpint (sb_graph_figure_find_tie (figure, &frame, (b.x + c.x) / 2, (b.y + c.y) / 2), ==, 2);
  g_assert_cmpint (sb_graph_figure_find_tie (figure, &frame, -50, -50), ==, -1);
  g_assert_cmpstr (text, ==, "B combat C");
}

/* The chosen one is seen, and so is a way. */
static void
test_emphasis (void)
{
  static const SbTestTie ties[] = {
    { "A", SB_RELATION_KIND_ALLIED_WITH, "B", "2020", NULL, 1 },
    { "B", SB_RELATION_KIND_OPPOSES, "C", "2020", NULL, 1 },
    { "A", SB_RELATION_KIND_OPPOSES, "D", "2020", NULL, 1 },
    { NULL }
  };
  g_autoptr (SbGraphFigure) figure = make_figure (ties, NULL);
  g_autoptr (GPtrArray) paths = sb_actor_graph_find_paths (sb_graph_figure_get_graph (figure), 0, 2, 3);
  const SbGraphEmphasis chosen = { .node = 1 };
  const SbGraphEmphasis way = { .node = -1, .paths = paths };
  cairo_surface_t *usual = draw (figure, SB_BASEMAP_STYLE_LIGHT, NULL);
  cairo_surface_t *with_chosen = draw (figure, SB_BASEMAP_STYLE_LIGHT, &chosen);
  cairo_surface_t *with_way = draw (figure, SB_BASEMAP_STYLE_LIGHT, &way);
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  const SbGraphEmphasis rings = { .node = -1, .ringed = nodes };
  const guint ringed = 2;
  cairo_surface_t *with_rings;

  g_assert_cmpuint (paths->len, ==, 1);
  g_assert_cmpuint (count_differences (usual, with_chosen), >, 30);
  g_assert_cmpuint (count_differences (usual, with_way), >, 30);
  g_array_append_val (nodes, ringed);
  with_rings = draw (figure, SB_BASEMAP_STYLE_LIGHT, &rings);
  g_assert_cmpuint (count_differences (usual, with_rings), >, 30);
  cairo_surface_destroy (with_rings);
  cairo_surface_destroy (usual);
  cairo_surface_destroy (with_chosen);
  cairo_surface_destroy (with_way);
}

/* On paper no name is cut off by the edge of its figure. */
static void
test_edges (void)
{
  static const SbTestActor actors[] = { { "Entreprises chinoises au Mali" }, { "Autorités militaires de transition" }, { NULL } };
  static const SbTestTie ties[] = { { "Entreprises chinoises au Mali", SB_RELATION_KIND_OPPOSES, "Autorités militaires de transition", "2020" }, { NULL } };
  static const SbTestAlliance alliances[] = { { NULL } };
  const int width = 150;
  const int height = 200;
  g_autoptr (SbGraphFigure) figure = make_figure_of (actors, ties, alliances);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  SbGraphFrame frame = sb_graph_figure_fit (figure, width, height, 1);

  /* The actors stand nearer to one edge than half of a name is long. */
  frame.origin.x += 30;
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  sb_graph_figure_draw (figure, cr, &frame, SB_BASEMAP_STYLE_PRINT, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

      g_assert_cmpuint (row[0], >, 0xd0);
      g_assert_cmpuint (row[4 * (width - 1)], >, 0xd0);
    }
  cairo_surface_destroy (surface);
}

/* A sheet is written whole in each format. */
static void
test_sheet (void)
{
  static const SbTestTie ties[] = { { "D", SB_RELATION_KIND_OPPOSES, "A", "2020" }, { NULL } };
  static const SbTestAlliance alliances[] = { { "ABC", "D", "2020" }, { NULL } };
  g_autoptr (SbGraphFigure) figure = make_figure (ties, alliances);
  g_autofree char *folder = g_dir_make_tmp ("sb-graph-XXXXXX", NULL);
  SbMapSheetSize size = sb_graph_sheet_choose_size (figure);
  static const struct
  {
    SbMapSheetFormat format;
    const char *name;
    const char *start;
  } files[] = {
    { SB_MAP_SHEET_PDF, "graph.pdf", "%PDF-" },
    { SB_MAP_SHEET_SVG, "graph.svg", "<?xml" },
    { SB_MAP_SHEET_PNG, "graph.png", "\x89PNG" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);
      g_autofree char *bytes = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      g_assert_true (sb_graph_sheet_write (figure, "Qui est lié à qui", path, files[i].format, &size, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &bytes, &length, &error));
      g_assert_cmpint (memcmp (bytes, files[i].start, strlen (files[i].start)), ==, 0);
      g_remove (path);
    }

  g_rmdir (folder);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/briefing/graph-figure/signs", test_signs);
  g_test_add_func ("/briefing/graph-figure/find", test_find);
  g_test_add_func ("/briefing/graph-figure/emphasis", test_emphasis);
  g_test_add_func ("/briefing/graph-figure/edges", test_edges);
  g_test_add_func ("/briefing/graph-figure/sheet", test_sheet);
  return g_test_run ();
}
