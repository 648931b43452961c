/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The SahelBrief authors */
#define G_LOG_DOMAIN "sb-test"

#include "config.h"

#include "sb-briefing-writer.h"
#include "sb-odt-body-private.h"
#include "sb-typesetter.h"

#include <string.h>

static void
draw_logo (cairo_t *cr,
           double width,
           double height,
           gpointer data)
{
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
}

/* A masthead with a picture, as large as that is by itself. */
static SbSheets *
make_sheets (void)
{
  g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (SB_PAPER_A4);
  g_autoptr (SbComposition) composition = sb_composition_new (SB_LANGUAGE_FR);
  SbPiece *masthead = sb_piece_new (SB_PIECE_MASTHEAD, 0, NULL);
  SbPiece *logo = sb_piece_new_figure (NULL, "Institut <du> fleuve", 30, 0, draw_logo, NULL, NULL);

  sb_piece_set_natural_width (logo, 60);
  sb_piece_append (masthead, sb_piece_new_for_role (SB_ROLE_HEADLINE, sb_rich_text_new_plain ("Titre\355\240\200")));
  sb_piece_append (masthead, logo);
  sb_composition_append (composition, masthead);

  return sb_typesetter_set (typesetter, composition);
}

static char *
render (SbBriefingFormat format)
{
  g_autoptr (SbSheets) sheets = make_sheets ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sb_briefing_render (&sheets, 1, format, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_logo (void)
{
  g_autofree char *html = render (SB_BRIEFING_FORMAT_HTML);
  const char *logo = strstr (html, "<p class=\"logo\"><svg");

  g_assert_nonnull (logo);
  g_assert_nonnull (strstr (logo, "viewBox=\"0 0 60 30\""));
  g_assert_nonnull (strstr (logo, "width=\"60pt\" height=\"30pt\" aria-label=\"Institut &lt;du&gt; fleuve\""));
  g_assert_nonnull (strstr (html, "<h1 class=\"headline\">Titre\357\277\275"));
}

/* The names of the members stand in the file as they are. */
static void
test_odt_logo (void)
{
  g_autoptr (SbSheets) sheets = make_sheets ();
  g_autoptr (GBytes) bytes = sb_briefing_render (&sheets, 1, SB_BRIEFING_FORMAT_ODT, NULL);

  g_assert_nonnull (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "Pictures/figure-1.png", strlen ("Pictures/figure-1.png")));
}

static void
append_heading (SbComposition *composition,
                const char *text,
                guint number)
{
  g_autofree char *anchor = g_strdup_printf ("heading-%u", number);
  SbPiece *heading = sb_piece_new (SB_PIECE_HEADING, 1, sb_rich_text_new_plain (text));

  sb_piece_set_label (heading, NULL, anchor);
  sb_composition_append (composition, heading);
}

/* What comes behind contents that fill their page begins a page, as it does in print; what
 * stands below short ones stands there in the text as well. */
static void
test_odt_contents (void)
{
  static const guint n_headings[] = { 3, 70 };

  for (guint i = 0; i < G_N_ELEMENTS (n_headings); i++)
    {
      gboolean is_long = n_headings[i] > 10;
      g_autoptr (SbTypesetter) typesetter = sb_typesetter_new (SB_PAPER_A4);
      g_autoptr (SbComposition) composition = sb_composition_new (SB_LANGUAGE_FR);
      g_autoptr (SbSheets) sheets = NULL;
      g_autoptr (SbOdtPackage) package = _sb_odt_package_new ();
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (GString) styles = g_string_new (NULL);
      g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_autoptr (GError) error = NULL;
      SbOdtText text = { .out = out, .styles = styles, .style_names = names };

      append_heading (composition, "Table", 0);
      sb_composition_append (composition, sb_piece_new (SB_PIECE_CONTENTS, 3, NULL));
      for (guint k = 1; k <= n_headings[i]; k++)
        append_heading (composition, "Partie", k);
      sheets = sb_typesetter_set (typesetter, composition);
      g_assert_true (_sb_odt_body_write (&text, package, sheets, 0, &error));
      g_assert_no_error (error);
      g_assert_true ((strstr (styles->str, "fo:break-before=\"page\"") != NULL) == is_long);
    }
}

/* But HTML: Cairo counts the names in its pictures on. */
static void
test_same_bytes (void)
{
  static const SbBriefingFormat formats[] = { SB_BRIEFING_FORMAT_ODT, SB_BRIEFING_FORMAT_TEXT };
  g_autoptr (SbSheets) sheets = make_sheets ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) one = sb_briefing_render (&sheets, 1, formats[i], &error);
      g_autoptr (GBytes) other = sb_briefing_render (&sheets, 1, formats[i], &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (one, other));
    }
}

static void
test_formats (void)
{
  SbBriefingFormat format;

  g_assert_true (sb_briefing_format_guess ("/a.b/c.HTM", &format));
  g_assert_cmpint (format, ==, SB_BRIEFING_FORMAT_HTML);
  g_assert_true (sb_briefing_format_guess ("x.txt", &format));
  g_assert_cmpint (format, ==, SB_BRIEFING_FORMAT_TEXT);
  g_assert_false (sb_briefing_format_guess ("odt", &format));
  g_assert_false (sb_briefing_format_guess (NULL, &format));
  g_assert_true (sb_briefing_format_parse ("odt", &format));
  g_assert_cmpint (format, ==, SB_BRIEFING_FORMAT_ODT);
  g_assert_false (sb_briefing_format_parse ("docx", &format));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (g_setenv ("SB_CLOCK", "2026-05-31T12:00:00Z", TRUE));

  g_test_add_func ("/briefing/editions/logo", test_logo);
  g_test_add_func ("/briefing/editions/odt-logo", test_odt_logo);
  g_test_add_func ("/briefing/editions/odt-contents", test_odt_contents);
  g_test_add_func ("/briefing/editions/same-bytes", test_same_bytes);
  g_test_add_func ("/briefing/editions/formats", test_formats);

  return g_test_run ();
}
