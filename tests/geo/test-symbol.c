/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-symbol.h"

#include <math.h>

#define SIDE 24
#define SIZE 16.0

static const SbBasemapStyle styles[] = { SB_BASEMAP_STYLE_LIGHT, SB_BASEMAP_STYLE_DARK, SB_BASEMAP_STYLE_PRINT };

/* The ink of one symbol: how light each pixel is, from 0 to 255, on a ground of
 * the casing's colour. */
typedef struct
{
  guint8 grey[SIDE * SIDE];
} Ink;

static guint8
grey_of (guint32 pixel)
{
  return (guint8) (0.2126 * ((pixel >> 16) & 0xff) + 0.7152 * ((pixel >> 8) & 0xff) + 0.0722 * (pixel & 0xff));
}

static void
paint (Ink *ink,
       gboolean actor,
       int value,
       SbBasemapStyle style,
       SbSymbolFlags flags)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  double ground = style == SB_BASEMAP_STYLE_DARK ? 0.08 : 1;

  cairo_set_source_rgb (cr, ground, ground, ground);
  cairo_paint (cr);
  if (actor)
    sb_symbol_draw_actor (cr, value, SIDE / 2.0, SIDE / 2.0, SIZE, style, flags);
  else
    sb_symbol_draw_event (cr, value, SIDE / 2.0, SIDE / 2.0, SIZE, style, flags);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);

  cairo_surface_flush (surface);
  for (guint y = 0; y < SIDE; y++)
    {
      const guint32 *row = (const guint32 *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));

      for (guint x = 0; x < SIDE; x++)
        ink->grey[y * SIDE + x] = grey_of (row[x]);
    }

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static double
difference (const Ink *a,
            const Ink *b)
{
  double sum = 0;

  for (guint i = 0; i < SIDE * SIDE; i++)
    sum += abs (a->grey[i] - b->grey[i]) / 255.0;

  return sum;
}

/* No two symbols of a set look alike in grey: they differ by at least a tenth
 * of the square they fill. */
static void
check_set (gboolean actor,
           guint n_values,
           SbBasemapStyle style)
{
  Ink inks[8];

  g_assert_cmpuint (n_values, <=, G_N_ELEMENTS (inks));
  for (guint i = 0; i < n_values; i++)
    paint (&inks[i], actor, (int) i, style, SB_SYMBOL_DEFAULT);

  for (guint i = 0; i < n_values; i++)
    for (guint k = i + 1; k < n_values; k++)
      g_assert_cmpfloat (difference (&inks[i], &inks[k]), >, 0.06 * SIZE * SIZE);
}

static void
test_distinct (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      check_set (FALSE, SB_EVENT_TYPE_POLITICS + 1, styles[i]);
      check_set (TRUE, SB_ACTOR_FAMILY_ORGANISATION + 1, styles[i]);
    }
}

static void
test_flags (void)
{
  Ink plain, unsourced, selected, vague;

  paint (&plain, FALSE, SB_EVENT_TYPE_BATTLE, SB_BASEMAP_STYLE_PRINT, SB_SYMBOL_DEFAULT);
  paint (&unsourced, FALSE, SB_EVENT_TYPE_BATTLE, SB_BASEMAP_STYLE_PRINT, SB_SYMBOL_UNSOURCED);
  paint (&selected, FALSE, SB_EVENT_TYPE_BATTLE, SB_BASEMAP_STYLE_PRINT, SB_SYMBOL_SELECTED);
  paint (&vague, FALSE, SB_EVENT_TYPE_BATTLE, SB_BASEMAP_STYLE_PRINT, SB_SYMBOL_VAGUE);

  g_assert_cmpfloat (difference (&plain, &unsourced), >, 8);
  g_assert_cmpfloat (difference (&plain, &selected), >, 8);
  g_assert_cmpfloat (difference (&plain, &vague), >, 8);
  /* The middle of an unsourced one is paper, of a sourced one ink. */
  g_assert_cmpint (plain.grey[SIDE / 2 * SIDE + SIDE / 2], <, 64);
  g_assert_cmpint (unsourced.grey[SIDE / 2 * SIDE + SIDE / 2], >, 192);
}

static void
test_unknown (void)
{
  Ink unknown, negative;

  paint (&unknown, FALSE, 99, SB_BASEMAP_STYLE_LIGHT, SB_SYMBOL_DEFAULT);
  paint (&negative, FALSE, -1, SB_BASEMAP_STYLE_LIGHT, SB_SYMBOL_DEFAULT);
  g_assert_cmpfloat (difference (&unknown, &negative), ==, 0);
}

/* Line width, dashes, source and matrix are the caller's own afterwards. */
static void
test_state (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  cairo_matrix_t before, after;

  cairo_scale (cr, 2, 2);
  cairo_set_line_width (cr, 7);
  cairo_get_matrix (cr, &before);

  sb_symbol_draw_event (cr, SB_EVENT_TYPE_RIOT, 4, 4, 8, SB_BASEMAP_STYLE_PRINT, SB_SYMBOL_SELECTED | SB_SYMBOL_VAGUE);
  sb_symbol_draw_restriction (cr, 4, 4, 8, SB_BASEMAP_STYLE_DARK, SB_SYMBOL_DEFAULT);
  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, 9, 9);
  sb_symbol_stroke_cut (cr, 2, SB_BASEMAP_STYLE_LIGHT);

  cairo_get_matrix (cr, &after);
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
  g_assert_cmpfloat (cairo_get_line_width (cr), ==, 7);
  g_assert_cmpint (cairo_get_dash_count (cr), ==, 0);
  g_assert_false (cairo_has_current_point (cr));

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/symbol/distinct", test_distinct);
  g_test_add_func ("/geo/symbol/flags", test_flags);
  g_test_add_func ("/geo/symbol/unknown", test_unknown);
  g_test_add_func ("/geo/symbol/state", test_state);

  return g_test_run ();
}
