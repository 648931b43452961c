/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#include "config.h"

#include "sb-font-hold.h"

#include <cairo-ft.h>
#include <pango/pangocairo.h>

/* More than Cairo has open at once, so that each of the others is closed in the end. */
#define N_OPENED 200

typedef struct
{
  PangoFontMap *fonts;
  PangoContext *context;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->fonts = pango_cairo_font_map_new ();
  fixture->context = pango_font_map_create_context (fixture->fonts);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->context);
  g_object_unref (fixture->fonts);
}

static PangoLayout *
create_layout (Fixture *fixture,
               const char *font)
{
  PangoLayout *layout = pango_layout_new (fixture->context);
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, "Bamako, Kayes", -1);
  return layout;
}

static cairo_scaled_font_t *
get_font (PangoLayout *layout)
{
  PangoGlyphItem *run = pango_layout_get_line_readonly (layout, 0)->runs->data;

  return pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->item->analysis.font));
}

/* A file that is opened again is another face, which has no mark. */
static void
mark (PangoLayout *layout)
{
  FT_Face face = cairo_ft_scaled_font_lock_face (get_font (layout));

  face->generic.data = layout;
  cairo_ft_scaled_font_unlock_face (get_font (layout));
}

static gboolean
is_marked (PangoLayout *layout)
{
  FT_Face face = cairo_ft_scaled_font_lock_face (get_font (layout));
  gboolean is_same = face->generic.data == layout;

  cairo_ft_scaled_font_unlock_face (get_font (layout));
  return is_same;
}

/* Both families of the printed page, in all of their weights and slants. */
static void
open_others (Fixture *fixture)
{
  static const char *const families[] = { "Inter", "Linux Libertine O" };
  static const char *const styles[] = { "Thin", "Light", "Regular", "Medium", "Semi-Bold", "Bold", "Heavy" };

  for (guint i = 0; i < N_OPENED; i++)
    {
      g_autofree char *font = g_strdup_printf ("%s %s %s 12", families[i % G_N_ELEMENTS (families)],
                                               styles[i / 4 % G_N_ELEMENTS (styles)], i / 2 % 2 == 0 ? "" : "Italic");
      g_autoptr (PangoLayout) layout = create_layout (fixture, font);

      g_assert_nonnull (cairo_ft_scaled_font_lock_face (get_font (layout)));
      cairo_ft_scaled_font_unlock_face (get_font (layout));
    }
}

/* What is held stays open, whatever else is opened; what is not is closed, or this test
 * would say nothing. */
static void
test_hold (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (PangoLayout) held = create_layout (fixture, "Inter Medium 12");
  g_autoptr (PangoLayout) other = create_layout (fixture, "Linux Libertine O Italic 12");

  sb_font_hold_layout (held);
  mark (held);
  mark (other);
  open_others (fixture);
  g_assert_true (is_marked (held));
  g_assert_false (is_marked (other));
}

/* So does every face of a family that is held. */
static void
test_families (Fixture *fixture,
               gconstpointer data)
{
  static const char *const families[] = { "DejaVu Sans", NULL };
  g_autoptr (PangoLayout) regular = create_layout (fixture, "DejaVu Sans 12");
  g_autoptr (PangoLayout) bold = create_layout (fixture, "DejaVu Sans Bold 12");

  sb_font_hold_families (families);
  mark (regular);
  mark (bold);
  open_others (fixture);
  g_assert_true (is_marked (regular));
  g_assert_true (is_marked (bold));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/geo/font-hold/hold", Fixture, NULL, set_up, test_hold, tear_down);
  g_test_add ("/geo/font-hold/families", Fixture, NULL, set_up, test_families, tear_down);
  return g_test_run ();
}
