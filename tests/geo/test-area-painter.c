/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-area-legend.h"
#include "sb-area-painter.h"
#include "sb-symbol.h"
#include "sb-test-areas.h"

#include <math.h>

#define SIDE 400

#define HOLD(manner, family)                                 \
  {                                                          \
    SB_AREA_MANNER_##manner, SB_ACTOR_FAMILY_##family, FALSE \
  }

/* Sikasso and what is around it; the ground around Kidal. */
static const SbBounds south = { -9, 9.5, -3.5, 14 };
static const SbBounds near_kidal = { 1.2, 18.2, 1.65, 18.65 };

static const SbPosition in_sikasso = { -6.2, 11.3 };
static const SbPosition in_burkina = { -4.2, 12.6 };
static const SbPosition kidal = { 1.41, 18.44 };

typedef struct
{
  double red; /* of what is drawn, 0 to 1 */
  double green;
  double blue;
  double alpha;
  guint n_drawn; /* pixels with anything in them */
  guint n_pixels;
} Look;

typedef struct
{
  SbRegionShapes *shapes; /* (owned) */
  GPtrArray *areas; /* (owned) (element-type SbMapArea) */
  cairo_surface_t *surface; /* (owned) */
  SbMapFrame frame;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->shapes = sb_region_shapes_new (&error);
  g_assert_no_error (error);
  fixture->areas = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  sb_region_shapes_unref (fixture->shapes);
  g_ptr_array_unref (fixture->areas);
  cairo_surface_destroy (fixture->surface);
}

static void
add_sikasso (Fixture *fixture,
             const SbAreaHold *holds,
             guint n_holds,
             gboolean is_disputed,
             SbAreaZone zone)
{
  g_ptr_array_add (fixture->areas, sb_test_area_new (fixture->shapes, "ml-region-sikasso", holds, n_holds, is_disputed, zone));
}

static void
paint (Fixture *fixture,
       const SbBounds *bounds,
       double opacity)
{
  cairo_t *cr = cairo_create (fixture->surface);

  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  fixture->frame = sb_map_frame_new (bounds, &(SbRect) { 0, 0, SIDE, SIDE }, 1);
  sb_area_painter_draw (cr, &fixture->frame, fixture->areas, SB_BASEMAP_STYLE_LIGHT, SB_LANGUAGE_FR, opacity);
  cairo_destroy (cr);
  cairo_surface_flush (fixture->surface);
}

/* What is drawn within @reach pixels of a place. */
static Look
look_at (Fixture *fixture,
         SbPosition position,
         int reach)
{
  SbPoint at = sb_map_frame_to_page (&fixture->frame, position);
  const guint8 *data = cairo_image_surface_get_data (fixture->surface);
  int stride = cairo_image_surface_get_stride (fixture->surface);
  Look look = { 0 };

  for (int y = (int) at.y - reach; y <= (int) at.y + reach; y++)
    for (int x = (int) at.x - reach; x <= (int) at.x + reach; x++)
      {
        guint32 pixel = *(const guint32 *) (gconstpointer) (data + y * stride + x * 4);

        g_assert_true (x >= 0 && y >= 0 && x < SIDE && y < SIDE);
        look.alpha += (pixel >> 24) / 255.0;
        look.red += (pixel >> 16 & 255) / 255.0;
        look.green += (pixel >> 8 & 255) / 255.0;
        look.blue += (pixel & 255) / 255.0;
        look.n_drawn += pixel >> 24 != 0;
        look.n_pixels++;
      }

  look.red /= MAX (look.alpha, 1e-9);
  look.green /= MAX (look.alpha, 1e-9);
  look.blue /= MAX (look.alpha, 1e-9);
  look.alpha /= look.n_pixels;
  return look;
}

static gboolean
is_coloured (const Look *look,
             SbActorFamily family)
{
  SbSymbolColour colour = sb_symbol_get_actor_colour (family, SB_BASEMAP_STYLE_LIGHT);

  return fabs (look->red - colour.red) + fabs (look->green - colour.green) + fabs (look->blue - colour.blue) < 0.12;
}

static void
test_controls (Fixture *fixture,
               gconstpointer data)
{
  for (guint family = 0; family < sb_actor_family_vocabulary.n_terms; family++)
    {
      SbAreaHold hold = { SB_AREA_MANNER_CONTROLS, family, FALSE };
      Look look;

      g_ptr_array_set_size (fixture->areas, 0);
      add_sikasso (fixture, &hold, 1, FALSE, SB_AREA_ZONE_NONE);
      paint (fixture, &south, 1);

      look = look_at (fixture, in_sikasso, 20);
      g_assert_cmpuint (look.n_drawn, ==, look.n_pixels);
      g_assert_true (is_coloured (&look, family));
      look = look_at (fixture, in_burkina, 8);
      g_assert_cmpuint (look.n_drawn, ==, 0);
    }
}

/* In an area's pattern each family has marks of its own: two families in one tone
 * of grey still differ. */
static void
test_patterns (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint family = 0; family < sb_actor_family_vocabulary.n_terms; family++)
    {
      SbAreaHold hold = { SB_AREA_MANNER_INFLUENCES, family, FALSE };
      GString *marks = g_string_new (NULL);
      const guint8 *pixels;
      int stride = cairo_image_surface_get_stride (fixture->surface);

      g_ptr_array_set_size (fixture->areas, 0);
      add_sikasso (fixture, &hold, 1, FALSE, SB_AREA_ZONE_NONE);
      paint (fixture, &south, 1);
      pixels = cairo_image_surface_get_data (fixture->surface);
      for (guint i = 150; i < 250; i++)
        for (guint k = 150; k < 250; k++)
          g_string_append_c (marks, pixels[i * stride + k * 4 + 3] > 64 ? '#' : '.');
      g_assert_true (g_hash_table_add (seen, g_string_free (marks, FALSE)));
    }
}

static void
test_influences (Fixture *fixture,
                 gconstpointer data)
{
  SbAreaHold hold = HOLD (INFLUENCES, JIHADIST);
  Look look;

  add_sikasso (fixture, &hold, 1, FALSE, SB_AREA_ZONE_NONE);
  paint (fixture, &south, 1);
  look = look_at (fixture, in_sikasso, 20);
  g_assert_cmpuint (look.n_drawn, >, 0);
  /* Marks far apart, and no ground. */
  g_assert_cmpuint (look.n_drawn, <, look.n_pixels / 4);
  g_assert_true (is_coloured (&look, SB_ACTOR_FAMILY_JIHADIST));
}

/* Both are there, and each has places that the other has not. */
static void
test_contested (Fixture *fixture,
                gconstpointer data)
{
  static const gboolean disputed[] = { FALSE, TRUE };
  SbAreaHold holds[] = { HOLD (CONTROLS, STATE_FORCE), HOLD (CONTESTS, SEPARATIST) };

  for (guint i = 0; i < G_N_ELEMENTS (disputed); i++)
    {
      guint n_found[2] = { 0 };

      g_ptr_array_set_size (fixture->areas, 0);
      add_sikasso (fixture, holds, 2, disputed[i], SB_AREA_ZONE_NONE);
      paint (fixture, &south, 1);
      for (int step = -20; step <= 20; step++)
        {
          Look look = look_at (fixture, (SbPosition) { in_sikasso.longitude + step * 0.025, in_sikasso.latitude }, 0);

          n_found[0] += is_coloured (&look, SB_ACTOR_FAMILY_STATE_FORCE);
          n_found[1] += is_coloured (&look, SB_ACTOR_FAMILY_SEPARATIST);
        }
      g_test_message ("disputed %d: %u and %u", disputed[i], n_found[0], n_found[1]);
      g_assert_cmpuint (n_found[0], >=, 5);
      g_assert_cmpuint (n_found[1], >=, 5);
    }
}

/* The most that is drawn about so far to the left of a place, from 0 to 1. */
static double
get_alpha (Fixture *fixture,
           SbPosition position,
           double distance)
{
  SbPoint at = sb_map_frame_to_page (&fixture->frame, position);
  const guint8 *pixels = cairo_image_surface_get_data (fixture->surface);
  int stride = cairo_image_surface_get_stride (fixture->surface);
  guint8 most = 0;

  for (int dx = -1; dx <= 1; dx++)
    most = MAX (most, pixels[(int) at.y * stride + ((int) (at.x - distance) + dx) * 4 + 3]);

  return most / 255.0;
}

/* A town is a disc that fades; two versions are its halves. */
static void
test_town (Fixture *fixture,
           gconstpointer data)
{
  SbAreaHold holds[] = { HOLD (CONTROLS, SEPARATIST), HOLD (CONTROLS, STATE_FORCE) };
  Look west;
  Look east;
  double edge;
  double radius;

  g_ptr_array_add (fixture->areas, sb_test_area_new_town (kidal, holds, 2, TRUE));
  paint (fixture, &near_kidal, 1);
  radius = sb_area_get_disc_radius (sb_map_area_get_area (g_ptr_array_index (fixture->areas, 0)), &fixture->frame);
  west = look_at (fixture, (SbPosition) { kidal.longitude - 0.03, kidal.latitude }, 3);
  east = look_at (fixture, (SbPosition) { kidal.longitude + 0.03, kidal.latitude }, 3);
  edge = get_alpha (fixture, kidal, radius - 3);
  g_test_message ("radius %.1f px, alpha %.2f inside, %.2f near the edge", radius, west.alpha, edge);
  g_assert_true (is_coloured (&west, SB_ACTOR_FAMILY_SEPARATIST));
  g_assert_true (is_coloured (&east, SB_ACTOR_FAMILY_STATE_FORCE));
  g_assert_cmpfloat (edge, <, west.alpha / 2);

  /* From afar it is never a point. */
  paint (fixture, &(SbBounds) { -20, 0, 27, 28 }, 1);
  radius = sb_area_get_disc_radius (sb_map_area_get_area (g_ptr_array_index (fixture->areas, 0)), &fixture->frame);
  g_assert_cmpfloat (radius, >=, 12);
  g_assert_true (sb_area_contains (sb_map_area_get_area (g_ptr_array_index (fixture->areas, 0)), &fixture->frame,
                                   sb_map_frame_to_page (&fixture->frame, kidal)));
}

/* From afar a town that is held is told by a ring, so that it is seen in grey as well;
 * influence has none, and near by nothing has. */
static void
test_small (Fixture *fixture,
            gconstpointer data)
{
  SbAreaHold holds[] = { HOLD (CONTROLS, STATE_FORCE), HOLD (INFLUENCES, JIHADIST) };
  const SbBounds far = { -20, 0, 27, 28 };
  double radius;

  for (guint i = 0; i < G_N_ELEMENTS (holds); i++)
    {
      g_ptr_array_set_size (fixture->areas, 0);
      g_ptr_array_add (fixture->areas, sb_test_area_new_town (kidal, &holds[i], 1, FALSE));
      paint (fixture, &far, 1);
      radius = sb_area_get_disc_radius (sb_map_area_get_area (g_ptr_array_index (fixture->areas, 0)), &fixture->frame);
      if (i == 0)
        g_assert_cmpfloat (get_alpha (fixture, kidal, radius), >, 0.6);
      else
        g_assert_cmpfloat (get_alpha (fixture, kidal, radius), <, 0.4);
    }

  g_ptr_array_set_size (fixture->areas, 0);
  g_ptr_array_add (fixture->areas, sb_test_area_new_town (kidal, holds, 1, FALSE));
  paint (fixture, &near_kidal, 1);
  radius = sb_area_get_disc_radius (sb_map_area_get_area (g_ptr_array_index (fixture->areas, 0)), &fixture->frame);
  g_assert_cmpfloat (get_alpha (fixture, kidal, radius), <, 0.2);
}

/* The stronger the advice, the more lines; no zone has the ground of an area that
 * is held. */
static void
test_zones (Fixture *fixture,
            gconstpointer data)
{
  guint before = 0;

  for (SbAreaZone zone = SB_AREA_ZONE_GREEN; zone <= SB_AREA_ZONE_RED; zone++)
    {
      Look look;

      g_ptr_array_set_size (fixture->areas, 0);
      add_sikasso (fixture, NULL, 0, FALSE, zone);
      paint (fixture, &south, 1);
      look = look_at (fixture, (SbPosition) { -6.9, 11.4 }, 30);
      g_test_message ("zone %d: %u of %u pixels", zone, look.n_drawn, look.n_pixels);
      g_assert_cmpuint (look.n_drawn, >, before);
      g_assert_cmpuint (look.n_drawn, <, look.n_pixels / 2);
      before = look.n_drawn;
    }

  g_assert_cmpstr (sb_area_zone_get_letter (SB_AREA_ZONE_YELLOW, SB_LANGUAGE_FR), ==, "J");
  g_assert_cmpstr (sb_area_zone_get_letter (SB_AREA_ZONE_YELLOW, SB_LANGUAGE_EN), ==, "Y");
}

static void
test_opacity (Fixture *fixture,
              gconstpointer data)
{
  SbAreaHold hold = HOLD (CONTROLS, FOREIGN_FORCE);
  Look full;
  Look half;

  add_sikasso (fixture, &hold, 1, FALSE, SB_AREA_ZONE_NONE);
  paint (fixture, &south, 1);
  full = look_at (fixture, in_sikasso, 20);
  paint (fixture, &south, 0.5);
  half = look_at (fixture, in_sikasso, 20);
  g_assert_cmpfloat_with_epsilon (half.alpha, full.alpha / 2, 0.02);
  paint (fixture, &south, 0);
  half = look_at (fixture, in_sikasso, 20);
  g_assert_cmpuint (half.n_drawn, ==, 0);
}

/* What is there is explained once, and nothing else. */
static void
test_legend (Fixture *fixture,
             gconstpointer data)
{
  static const char *const expected[] = {
    "State forces",
    "Jihadist groups",
    "Contested",
    "Sources disagree",
    "Red zone: formally advised against",
  };
  SbAreaHold holds[] = { HOLD (CONTROLS, STATE_FORCE), HOLD (CONTESTS, JIHADIST) };
  SbAreaContents contents = { 0 };
  g_autoptr (GArray) entries = NULL;

  add_sikasso (fixture, holds, 2, FALSE, SB_AREA_ZONE_NONE);
  add_sikasso (fixture, holds, 2, TRUE, SB_AREA_ZONE_NONE);
  add_sikasso (fixture, NULL, 0, FALSE, SB_AREA_ZONE_RED);
  for (guint i = 0; i < fixture->areas->len; i++)
    sb_area_contents_add (&contents, sb_map_area_get_area (g_ptr_array_index (fixture->areas, i)));
  entries = sb_area_legend_new (&contents, SB_LANGUAGE_EN);
  g_assert_cmpuint (entries->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < entries->len; i++)
    g_assert_cmpstr (g_array_index (entries, SbAreaEntry, i).text, ==, expected[i]);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/geo/area-painter/controls", Fixture, NULL, set_up, test_controls, tear_down);
  g_test_add ("/geo/area-painter/patterns", Fixture, NULL, set_up, test_patterns, tear_down);
  g_test_add ("/geo/area-painter/influences", Fixture, NULL, set_up, test_influences, tear_down);
  g_test_add ("/geo/area-painter/contested", Fixture, NULL, set_up, test_contested, tear_down);
  g_test_add ("/geo/area-painter/town", Fixture, NULL, set_up, test_town, tear_down);
  g_test_add ("/geo/area-painter/small", Fixture, NULL, set_up, test_small, tear_down);
  g_test_add ("/geo/area-painter/zones", Fixture, NULL, set_up, test_zones, tear_down);
  g_test_add ("/geo/area-painter/opacity", Fixture, NULL, set_up, test_opacity, tear_down);
  g_test_add ("/geo/area-painter/legend", Fixture, NULL, set_up, test_legend, tear_down);

  return g_test_run ();
}
